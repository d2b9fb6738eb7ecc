use chrono::NaiveDate;

use crate::calendar::Calendar;
use crate::form::record;
use crate::receivable::account::CustomerAccount;

record! {
    /// The facts about a customer's debts (应收账款事实).
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
        pub account: Option<CustomerAccount> => with_account,
        /// The calendar of business days in which the terms of the account are counted; an account
        /// needs it.
        pub calendar: Option<Calendar> => with_calendar,
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
    /// Makes facts of this day.
    #[must_use]
    pub const fn new(as_of: NaiveDate) -> Self {
        Self { as_of }
    }
}
