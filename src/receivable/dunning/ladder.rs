use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::record;
use crate::receivable::dunning::Step;
use crate::verdict::Presence;
use crate::vocab::money::{Currency, Money};
use crate::vocab::name::DocumentId;
use crate::vocab::time::Days;

record! {
    /// The place of a customer on the ladder (催收评定): one account for each currency, in their order.
    ///
    /// A currency without an overdue and undisputed amount has no account.
    #[non_exhaustive]
    #[derive(Default, Hash)]
    pub struct Dunning {
        /// The accounts that have an overdue amount.
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

    /// Returns whether credit is suspended: the last step was taken for an account that is still
    /// overdue.
    #[must_use]
    pub fn credit_suspension(&self) -> Presence {
        let suspended = Some(Step::SuspendCredit);
        let mut accounts = self.accounts.iter();
        Presence::of(accounts.any(|account| account.taken == suspended))
    }
}

record! {
    /// An account on the ladder (催收账户): the overdue amounts in one currency.
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct DunnedAccount {
        /// The overdue and undisputed amount, above zero.
        pub overdue: Money,
        /// The invoices of that amount, in the order of the facts.
        pub documents: Vec<DocumentId>,
        /// The start of the clock: the date of the oldest of them.
        pub start: NaiveDate,
        /// The number of days since the start.
        pub days: Days,
        /// The level: the highest step whose day has come, if every step was taken on its first
        /// day.
        pub reached: Option<Step>,
        /// The highest step that was taken.
        pub taken: Option<Step>,
        /// The step that is to be taken now.
        pub due: Option<Step>,
        /// The step that comes next, due now or later. It is `None` after the last step, or if its
        /// day would lie past the last date there is.
        pub next: Option<NextStep>,
        /// The last day of the pause by running promises.
        pub paused_until: Option<NaiveDate>,
    }
}

record! {
    /// The step that comes next (下一步骤).
    #[derive(Copy, Hash)]
    pub closed struct NextStep {
        /// The next step.
        pub step: Step,
        /// The first day on which the ladder, the interval and the running promises allow the step.
        pub on: NaiveDate,
    }
}
