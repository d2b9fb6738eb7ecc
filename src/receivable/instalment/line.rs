use core::num::NonZeroU32;

use crate::form::{choice, record};
use crate::receivable::instalment::amounts::InvoiceAmounts;
use crate::receivable::term::PaymentTerm;
use crate::vocab::money::{FractionalMoney, FractionalMoneyError, RoundedMoney};
use crate::vocab::share::Share;
use crate::vocab::words::words;

record! {
    /// A line of a plan (分期行): its portion, its term, and the date from which the term counts.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::instalment::{Line, Start, Portion};
    /// use keqing::receivable::term::PaymentTerm;
    /// use keqing::vocab::share::Share;
    /// use keqing::vocab::time::Days;
    ///
    /// let deposit = Line::new(Portion::Share(Share::percent(30)?), PaymentTerm::immediate());
    /// let balance = Line::new(Portion::BALANCE, PaymentTerm::net(Days::new(30))).chained();
    /// assert_eq!(deposit.start(), Start::Document);
    /// assert_eq!(balance.start(), Start::PreviousLine);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Hash)]
    pub struct Line {
        portion: Portion,
        term: PaymentTerm,
        start: Start,
    }
}

impl Line {
    /// Makes a line whose term counts from the dates of the document.
    #[must_use]
    pub const fn new(portion: Portion, term: PaymentTerm) -> Self {
        Self {
            portion,
            term,
            start: Start::Document,
        }
    }

    /// Sets the due date of the line before as the start of the term, whatever its base date.
    #[must_use]
    pub fn chained(self) -> Self {
        Self {
            start: Start::PreviousLine,
            ..self
        }
    }

    /// Returns the portion that the line takes.
    #[must_use]
    pub const fn portion(&self) -> Portion {
        self.portion
    }

    /// Returns the term.
    #[must_use]
    pub const fn term(&self) -> &PaymentTerm {
        &self.term
    }

    /// Returns the date from which the term counts.
    #[must_use]
    pub const fn start(&self) -> Start {
        self.start
    }
}

words! {
    /// The date from which the term of a line counts (分期起点).
    pub closed enum Start {
        /// The document's date that the term names.
        Document = "document", "date of the document", "单据日期", "單據日期";
        /// The due date of the line before.
        PreviousLine = "previous-line", "due date of the previous line", "上一期到期日", "前一期到期日";
    }
}

choice! {
    /// The portion of the total that a line takes (分期比例).
    ///
    /// [`Rest`](Self::Rest) lines divide the rest that the other lines leave. All others state
    /// their own portion. An exact third is a share of 1 in 3, or one of three lines of the same
    /// weight.
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub enum Portion {
        /// An amount of money, above zero.
        Fixed(RoundedMoney),
        /// A part of the rest that other kinds of lines leave, in the ratio of the weights of such
        /// lines.
        Rest(NonZeroU32),
        /// A share of the total, tax included. If the plan places the tax by itself, it is a share of the
        /// amount before tax.
        Share(Share),
        /// A share of the amount before tax.
        ShareOfUntaxed(Share),
    }
}

impl Portion {
    /// The whole rest that the other lines leave, if this is the only such line.
    pub const BALANCE: Self = Self::Rest(NonZeroU32::MIN);

    /// Returns the line's own portion of what is divided, not rounded; zero if it divides the rest.
    pub(crate) fn claim(
        self,
        divided: RoundedMoney,
        invoice: &InvoiceAmounts,
    ) -> Result<FractionalMoney, FractionalMoneyError> {
        let of = |amount: RoundedMoney, share: Share| {
            let (part, whole) = (share.part().into(), share.whole().into());
            FractionalMoney::of(amount.money()).checked_mul(part, whole)
        };
        match self {
            Self::Fixed(amount) => Ok(FractionalMoney::of(amount.money())),
            Self::Rest(_) => Ok(FractionalMoney::zero(divided.currency())),
            Self::Share(share) => of(divided, share),
            Self::ShareOfUntaxed(share) => of(invoice.untaxed(), share),
        }
    }
}
