use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::record;
use crate::receivable::dunning::{Rung, Step, StepName};
use crate::verdict::Presence;
use crate::vocab::money::{Currency, Money};
use crate::vocab::name::DocumentId;
use crate::vocab::time::Days;

record! {
    /// The place of a customer on the ladder (催收评定): one account for each currency, in their order.
    ///
    /// A currency in which nothing is to be dunned has no account.
    #[non_exhaustive]
    #[derive(Default, Hash)]
    pub struct Dunning {
        /// The accounts in which an amount is to be dunned.
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

    /// Returns the name of the gravest step that is due now, of any account.
    #[must_use]
    pub fn name_due(&self) -> Option<StepName> {
        let accounts = self.accounts.iter();
        let due = accounts.filter_map(|account| Some((account.due?, account.due_rung?)));
        let gravest = due.max_by_key(|(_, rung)| rung.number);
        gravest.map(|(step, rung)| rung.named(step))
    }

    /// Returns whether credit is suspended: the last step was taken for an account that is still
    /// overdue.
    ///
    /// A ladder that nobody climbed suspends nothing. What is overdue for too long holds a sale all the same
    /// ([`CreditPolicy::overdue_hold`](crate::receivable::credit::CreditPolicy::overdue_hold)).
    #[must_use]
    pub fn credit_suspension(&self) -> Presence {
        let suspended = Some(Step::SuspendCredit);
        let mut accounts = self.accounts.iter();
        Presence::of(accounts.any(|account| account.taken == suspended))
    }
}

record! {
    /// An account on the ladder (催收账户): the amounts in one currency that are to be dunned.
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct DunnedAccount {
        /// The overdue amount that is neither disputed nor covered by credit, above zero. While a first step
        /// of day 0 comes next, the amount that is due today belongs to it too.
        pub overdue: Money,
        /// The invoices of that amount, in the order of the facts.
        pub documents: Vec<DocumentId>,
        /// The start of the clock: the date of the oldest overdue one. If none is overdue, it is that of
        /// the oldest one that is due today.
        pub start: NaiveDate,
        /// The number of days since the start.
        pub days: Days,
        /// The level: the highest step whose day has come, if every step was taken on its first
        /// day.
        pub reached: Option<Step>,
        /// The rung of that level.
        pub reached_rung: Option<Rung>,
        /// The highest step that was taken.
        pub taken: Option<Step>,
        /// The rung of that step; `None` if the ladder has no such step.
        pub taken_rung: Option<Rung>,
        /// The step that is to be taken now.
        pub due: Option<Step>,
        /// The rung of that step.
        pub due_rung: Option<Rung>,
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
        /// The rung of that step.
        pub rung: Rung,
        /// The first day on which the ladder, the interval and the running promises allow the step.
        pub on: NaiveDate,
    }
}
