use chrono::NaiveDate;

use crate::form::record;
use crate::receivable::term::error::TermError;
use crate::vocab::set::Set;
use crate::vocab::words::words;

words! {
    /// A date of a document from which a term may be counted (起算日).
    pub open enum BaseDate in Set {
        /// The day on which the goods or services were accepted as conforming (验收).
        Acceptance = "acceptance", "acceptance", "验收", "驗收";
        /// The day on which the goods or services were delivered (交付).
        Delivery = "delivery", "delivery", "交付", "交付";
        /// The date that the invoice bears (开票).
        Invoice = "invoice", "invoice date", "开票", "開立發票";
        /// The day on which the debtor received the invoice (收票).
        Receipt = "receipt", "receipt of the invoice", "收票", "收到發票";
    }
}

impl BaseDate {
    /// Returns the name of the date in JSON.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Acceptance => "acceptance",
            Self::Delivery => "delivery",
            Self::Invoice => "invoice",
            Self::Receipt => "receipt",
        }
    }
}

record! {
    /// The dates of one document (单据日期): the invoice's own, and the other known ones.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::receivable::term::BaseDates;
    ///
    /// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
    /// let dates = BaseDates::new(date(2024, 1, 10)?).with_delivery(Some(date(2024, 1, 15)?));
    /// assert_eq!(dates.acceptance, None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct BaseDates {
        /// The date that the invoice bears.
        pub invoice: NaiveDate,
        /// The day on which the goods or services were delivered, if it is known.
        pub delivery: Option<NaiveDate> => with_delivery,
        /// The day on which they were accepted as conforming, if it is known.
        pub acceptance: Option<NaiveDate> => with_acceptance,
        /// The day on which the debtor received the invoice, if it is known.
        pub receipt: Option<NaiveDate> => with_receipt,
    }
}

impl BaseDates {
    /// Makes the dates of an invoice of which only its own date is known.
    #[must_use]
    pub const fn new(invoice: NaiveDate) -> Self {
        Self {
            invoice,
            delivery: None,
            acceptance: None,
            receipt: None,
        }
    }

    /// Returns one of the dates, if it is known.
    #[must_use]
    pub const fn of(&self, base: BaseDate) -> Option<NaiveDate> {
        match base {
            BaseDate::Acceptance => self.acceptance,
            BaseDate::Delivery => self.delivery,
            BaseDate::Invoice => Some(self.invoice),
            BaseDate::Receipt => self.receipt,
        }
    }

    /// Returns the latest of several of the dates.
    ///
    /// # Errors
    ///
    /// [`TermError::BaseDateUnknown`] is returned when one of them is unknown, because it might be
    /// the latest. A term has at least one; without any the error names the invoice's.
    pub(crate) fn latest_of(&self, bases: Set<BaseDate>) -> Result<NaiveDate, TermError> {
        bases
            .iter()
            .try_fold(None, |latest, base| {
                let date = self.of(base).ok_or(TermError::BaseDateUnknown { base })?;
                Ok(latest.max(Some(date)))
            })
            .and_then(|latest| {
                latest.ok_or(TermError::BaseDateUnknown {
                    base: BaseDate::Invoice,
                })
            })
    }
}
