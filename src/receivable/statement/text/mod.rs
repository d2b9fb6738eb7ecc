//! The statement as text for people, part by part.

mod balance;
mod charges;
mod credit;
mod figure;
mod interest;
mod labels;
mod next_step;
mod open_items;
mod part;
mod table;
mod width;

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

pub use part::{StatedPart, StatementTopic};
pub use table::{StatedColumn, StatedTable};

use crate::receivable::statement::outcome::Statement;
use crate::verdict::Render;
use crate::vocab::words::{Locale, Text};
use figure::whole;

impl Statement {
    /// Returns the title of the statement: the customer and the day.
    ///
    /// # Examples
    ///
    /// See [`parts`](Self::parts).
    #[must_use]
    pub fn title(&self, locale: Locale) -> String {
        let [before, between] = TITLE.map(|text| text.in_locale(locale));
        alloc::format!("{before}{}{between}{}", self.customer, self.as_of)
    }

    /// Returns the sentences at the head of the statement: the balance, the currency of every figure, and
    /// the number of events that are dated later.
    ///
    /// # Examples
    ///
    /// See [`parts`](Self::parts).
    #[must_use]
    pub fn head(&self, locale: Locale) -> Vec<String> {
        let words = |text: Text| text.in_locale(locale);
        let balance = self.totals.balance;
        let owed = if balance.is_zero() {
            String::from(words(OWES_NOTHING))
        } else if balance.is_negative() {
            let [before, after] = HAS_CREDIT.map(words);
            alloc::format!("{before}{}{after}", whole(balance.negated()))
        } else {
            let [before, after] = OWES.map(words);
            alloc::format!("{before}{}{after}", whole(balance))
        };
        let [before, after] = CURRENCY.map(words);
        let currency = alloc::format!("{before}{}{after}", self.ledger.currency);
        let later = match self.ledger.later {
            0 => None,
            1 => Some(words(ONE_LATER).into()),
            later => {
                let [before, after] = LATER.map(words);
                Some(alloc::format!("{before}{later}{after}"))
            }
        };
        [owed, currency].into_iter().chain(later).collect()
    }

    /// Returns the parts of the statement that say anything, as text in one locale.
    ///
    /// The [text](Render) of the statement has the same parts, and a page or a mail may be made of them.
    /// They tell the customer what it owes. Exposure, habit and findings are for ourselves, and no part.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::calendar::Calendar;
    /// use keqing::receivable::ReceivablePolicy;
    /// use keqing::receivable::account::{AccountInvoice, CustomerAccount};
    /// use keqing::receivable::statement::{StatementTopic, statement};
    /// use keqing::vocab::money::Currency;
    /// use keqing::vocab::words::Locale;
    ///
    /// let march = |day| NaiveDate::from_ymd_opt(2023, 3, day).ok_or("no such date");
    /// let mut account = CustomerAccount::new("Ningbo Pumps".parse()?, Currency::EUR);
    /// account.invoices.push(AccountInvoice::new("INV-1".parse()?, march(1)?, march(31)?, "60 EUR".parse()?)?);
    /// let stated = statement(&ReceivablePolicy::standard(), &account, &Calendar::every_day(), march(20)?)?;
    ///
    /// assert_eq!(stated.title(Locale::En), "Statement of account: Ningbo Pumps, 2023-03-20");
    /// assert_eq!(stated.head(Locale::ZhHans)[0], "客户应付 60.00 EUR。");
    /// let parts = stated.parts(Locale::En);
    /// let open = parts.iter().find(|part| part.topic == StatementTopic::OpenItems).ok_or("nothing open")?;
    /// assert_eq!(open.tables[0].rows[0][0], "INV-1");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn parts(&self, locale: Locale) -> Vec<StatedPart> {
        let period = self.period.as_ref();
        let period = period.map(|period| balance::period(period, self.as_of, locale));
        let others = [
            open_items::open_items(self, locale),
            open_items::aging(&self.aging, locale),
            interest::interest(self, locale),
            charges::charges(&self.ledger, locale),
            charges::discounts(&self.ledger, locale),
            credit::credit(&self.ledger, locale),
            credit::promises(&self.ledger, locale),
            balance::totals(&self.totals, locale),
            next_step::next_step(&self.dunning, locale),
        ];
        let parts = period.into_iter().chain(others);
        parts.filter(StatedPart::says_anything).collect()
    }
}

impl Render for Statement {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.title(locale))?;
        for sentence in self.head(locale) {
            writeln!(f, "{sentence}")?;
        }
        let parts = self.parts(locale);
        let mut parts = parts.iter();
        parts.try_for_each(|part| write!(f, "\n{part}"))
    }
}

const CURRENCY: [Text; 2] = [
    Text::new(
        "Figures without a currency are in ",
        "未注明币种的金额均为 ",
        "未註明幣種的金額均為 ",
    ),
    Text::new(".", "。", "。"),
];
const HAS_CREDIT: [Text; 2] = [
    Text::new(
        "The customer has a credit of ",
        "客户有贷方余额 ",
        "客戶有貸方餘額 ",
    ),
    Text::new(".", "。", "。"),
];
const LATER: [Text; 2] = [
    Text::new("", "另有 ", "另有 "),
    Text::new(
        " events are dated later and do not count.",
        " 项发生于此后，未计入。",
        " 項發生於此後，未計入。",
    ),
];
const ONE_LATER: Text = Text::new(
    "1 event is dated later and does not count.",
    "另有 1 项发生于此后，未计入。",
    "另有 1 項發生於此後，未計入。",
);
const OWES: [Text; 2] = [
    Text::new("The customer owes ", "客户应付 ", "客戶應付 "),
    Text::new(".", "。", "。"),
];
const OWES_NOTHING: Text = Text::new(
    "The customer owes nothing.",
    "客户不欠款项。",
    "客戶不欠款項。",
);
const TITLE: [Text; 2] = [
    Text::new("Statement of account: ", "对账单：", "對帳單："),
    Text::new(", ", "，", "，"),
];
