use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::record;
use crate::receivable::dunning::Step;
use crate::verdict::Presence;
use crate::vocab::money::{Currency, Money};
use crate::vocab::name::DocumentId;
use crate::vocab::time::Days;

record! {
    /// Where a customer stands on the ladder (催收评定): one account a currency, in their order.
    ///
    /// There is no account where nothing undisputed is overdue.
    #[non_exhaustive]
    #[derive(Default, Hash)]
    pub struct Dunning {
        /// The accounts that have something overdue.
        pub accounts: Vec<DunnedAccount>,
    }
}

impl Dunning {
    /// Returns the account of a currency.
    #[must_use]
    pub fn account(&self, currency: Currency) -> Option<&DunnedAccount> {
        self.accounts
            .iter()
            .find(|account| account.overdue.currency() == currency)
    }

    /// Returns the gravest step that is due now, of any account.
    #[must_use]
    pub fn step_due(&self) -> Option<Step> {
        self.accounts.iter().filter_map(|account| account.due).max()
    }

    /// Tells whether credit is suspended: the last step was taken for an account that is still
    /// overdue.
    #[must_use]
    pub fn credit_suspension(&self) -> Presence {
        let suspended = Some(Step::SuspendCredit);
        let mut accounts = self.accounts.iter();
        Presence::of(accounts.any(|account| account.taken == suspended))
    }
}

record! {
    /// One account on the ladder (催收账户): what is overdue in one currency.
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct DunnedAccount {
        /// What is overdue and not disputed, above zero.
        pub overdue: Money,
        /// The invoices that it is made of, in the order of the facts.
        pub documents: Vec<DocumentId>,
        /// The clock's start: the date of the oldest of them.
        pub start: NaiveDate,
        /// The days since then.
        pub days: Days,
        /// The level: the highest step whose day has come, were every step taken on its first day.
        pub reached: Option<Step>,
        /// The highest step that was taken.
        pub taken: Option<Step>,
        /// The step that is to be taken now.
        pub due: Option<Step>,
        /// The step that comes next, due now or later; `None` after the last, or where its day would lie
        /// past the last date there is.
        pub next: Option<NextStep>,
        /// The last day of the pause that running promises make.
        pub paused_until: Option<NaiveDate>,
    }
}

record! {
    /// The step that comes next (下一步骤).
    #[derive(Copy, Hash)]
    pub closed struct NextStep {
        /// The step.
        pub step: Step,
        /// The first day on which the ladder, the interval and the running promises allow it.
        pub on: NaiveDate,
    }
}
