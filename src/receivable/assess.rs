use alloc::boxed::Box;

use crate::calendar::Calendar;
use crate::form::{record, with_others};
use crate::receivable::account::replay;
use crate::receivable::error::ReceivableError;
use crate::receivable::facts::{ReceivableFacts, ReceivableGiven};
use crate::receivable::policy::ReceivablePolicy;
use crate::receivable::statement::{Statement, StatementError, statement};
use crate::verdict::{Finding, filled, filled_box, weigh_parts};

record! {
    /// The picture of a customer's debts (应收账款全貌).
    #[non_exhaustive]
    pub struct ReceivablePicture {
        /// The statement: debts, payment habit and the reminder that is due; `None` without an
        /// account.
        pub statement: Option<Statement>,
    }
}

weigh_parts! { ReceivablePicture: statement }

impl ReceivablePicture {
    /// Returns the findings of every part.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.statement.iter().flat_map(Statement::findings)
    }
}

/// Assesses the debts of one customer on a day.
///
/// # Errors
///
/// [`ReceivableError`] is returned when the account contradicts itself, or comes without a
/// calendar. It holds every error of the documents.
///
/// # Examples
///
/// ```
/// use keqing::receivable::{ReceivableFacts, ReceivableGiven, ReceivablePolicy, assess};
///
/// let as_of = chrono::NaiveDate::from_ymd_opt(2024, 12, 31).ok_or("no such date")?;
/// let (policy, facts) = (ReceivablePolicy::standard(), ReceivableFacts::default());
/// assert!(assess(&policy, &facts, &ReceivableGiven::new(as_of))?.statement.is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn assess(
    policy: &ReceivablePolicy,
    facts: &ReceivableFacts,
    given: &ReceivableGiven,
) -> Result<ReceivablePicture, ReceivableError> {
    let fill = |picture: &mut ReceivablePicture| picture.fill(policy, facts, given);
    filled(ReceivablePicture { statement: None }, fill)
}

/// Assesses on the heap, for a review.
pub(crate) fn assess_boxed(
    policy: &ReceivablePolicy,
    facts: &ReceivableFacts,
    given: &ReceivableGiven,
) -> Result<Box<ReceivablePicture>, ReceivableError> {
    let fill = |picture: &mut ReceivablePicture| picture.fill(policy, facts, given);
    filled_box(ReceivablePicture { statement: None }, fill)
}

impl ReceivablePicture {
    /// Makes the statement, if there is an account.
    fn fill(
        &mut self,
        policy: &ReceivablePolicy,
        facts: &ReceivableFacts,
        given: &ReceivableGiven,
    ) -> Result<(), ReceivableError> {
        let Some(account) = &facts.account else {
            return Ok(());
        };
        let Some(calendar) = &facts.calendar else {
            // The other faults are told all the same, as far as they do not depend on business days.
            let replayed = replay(policy, account, &Calendar::every_day(), given.as_of);
            let others = replayed.err().map(StatementError::from).map(Into::into);
            return Err(with_others(ReceivableError::AccountWithoutCalendar, others));
        };
        self.statement = Some(statement(policy, account, calendar, given.as_of)?);
        Ok(())
    }
}
