use chrono::NaiveDate;

use crate::calendar::Calendar;
use crate::form::record;
use crate::receivable::statement::CustomerAccount;

record! {
    /// Everything known of what one customer owes (应收账款事实).
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::ReceivableFacts;
    ///
    /// let facts: ReceivableFacts = serde_json::from_str("{}")?;
    /// assert!(facts.account.is_none());
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[non_exhaustive]
    #[derive(Default)]
    #[serde(default)]
    pub struct ReceivableFacts {
        /// The customer's account: invoices, payments, reminders.
        pub account: Option<CustomerAccount>,
        /// The business days that the terms of the account are counted in; an account needs them.
        pub calendar: Option<Calendar>,
    }
}

/// The day, for an assessment of receivables (外部事实).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct ReceivableGiven {
    /// The day asked about.
    pub as_of: NaiveDate,
}

impl ReceivableGiven {
    /// Begins with the day.
    #[must_use]
    pub const fn new(as_of: NaiveDate) -> Self {
        Self { as_of }
    }
}
