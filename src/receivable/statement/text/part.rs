use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::receivable::statement::text::table::StatedTable;
use crate::vocab::words::{Locale, words};

words! {
    /// The topic of a part of a statement (对账单分节), in the order in which a reader meets them.
    pub open enum StatementTopic {
        /// The opening balance, the movements and the closing balance.
        Period = "period", "Period", "对账期间", "對帳期間";
        /// The documents of which anything is open.
        OpenItems = "open-items", "Open items", "未清项目", "未清項目";
        /// The open amounts by age.
        Aging = "aging", "Open amounts by age", "账龄", "帳齡";
        /// The late interest, segment by segment.
        Interest = "interest", "Late interest", "逾期利息", "逾期利息";
        /// The fixed sums for paying late, and the fees.
        Charges = "charges", "Fixed sums and fees", "赔偿金与费用", "賠償金與費用";
        /// The discounts that were taken or refused.
        Discounts = "discounts", "Discounts", "折扣", "折扣";
        /// The customer's credit and its use.
        Credit = "credit", "Credit and its use", "贷方余额及其使用", "貸方餘額及其使用";
        /// The promises to pay.
        Promises = "promises", "Promises to pay", "付款承诺", "付款承諾";
        /// The totals of the account.
        Totals = "totals", "Totals", "合计", "合計";
        /// The next step of the dunning ladder.
        NextStep = "next-step", "Next step", "下一步骤", "下一步驟";
    }
}

/// A part of a statement as text in one locale (对账单分节): its tables and its sentences.
///
/// Every figure in it has a name: that of its column, or one in front of it. Its [`Display`](fmt::Display)
/// aligns the tables with spaces.
///
/// # Examples
///
/// See [`Statement::parts`](crate::receivable::statement::Statement::parts).
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct StatedPart {
    /// The topic.
    pub topic: StatementTopic,
    /// The title in the locale.
    pub title: String,
    /// The tables.
    pub tables: Vec<StatedTable>,
    /// The sentences below the tables.
    pub sentences: Vec<String>,
}

impl StatedPart {
    /// Makes a part without tables and sentences.
    pub(super) fn new(topic: StatementTopic, locale: Locale) -> Self {
        Self {
            topic,
            title: topic.text().in_locale(locale).into(),
            tables: Vec::new(),
            sentences: Vec::new(),
        }
    }

    /// Adds a table, unless it has no row.
    pub(super) fn add(&mut self, table: StatedTable) {
        if !table.rows.is_empty() {
            self.tables.push(table.without_empty_columns());
        }
    }

    /// Returns whether the part says anything.
    pub(super) fn says_anything(&self) -> bool {
        !self.tables.is_empty() || !self.sentences.is_empty()
    }
}

impl fmt::Display for StatedPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.title)?;
        for table in &self.tables {
            write!(f, "{table}")?;
        }
        let mut sentences = self.sentences.iter();
        sentences.try_for_each(|sentence| writeln!(f, "  {sentence}"))
    }
}
