use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::calendar::Calendar;
use crate::receivable::account::customer_account::CustomerAccount;
use crate::receivable::account::error::{AccountError, EventPlace};
use crate::receivable::account::event_fees::event_fees;
use crate::receivable::account::replay::{Terms, run};
use crate::receivable::ledger::Ledger;
use crate::receivable::policy::ReceivablePolicy;

/// A ledger without the events that are at fault, and those events (剔除错误后的分户账).
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct RestLedger {
    /// The ledger of the other events.
    pub ledger: Ledger,
    /// The errors of the events that were left out, in the order in which they were found.
    pub left_out: Vec<AccountError>,
    /// The places of those events.
    pub places: Vec<EventPlace>,
}

/// Replays the events of an account that are sound, and tells those that it left out.
///
/// An event that is about one of the others is left out with it.
///
/// # Errors
///
/// [`AccountError::TooManyRows`] and [`AccountError::OutOfRange`] are returned, as no single event is at
/// fault then.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::calendar::Calendar;
/// use keqing::receivable::ReceivablePolicy;
/// use keqing::receivable::account::{CustomerAccount, replay, replay_rest};
/// use keqing::receivable::allocation::Payment;
/// use keqing::vocab::money::Currency;
///
/// let day = NaiveDate::from_ymd_opt(2023, 3, 1).ok_or("no such date")?;
/// let mut account = CustomerAccount::new("Ningbo Pumps".parse()?, Currency::EUR);
/// account.payments.push(Payment::new("PAY-1".parse()?, day, "33.333 EUR".parse()?)?);
/// account.payments.push(Payment::new("PAY-2".parse()?, day, "10.00 EUR".parse()?)?);
///
/// let (policy, calendar) = (ReceivablePolicy::standard(), Calendar::every_day());
/// let error = replay(&policy, &account, &calendar, day).err().ok_or("parts of a cent")?;
/// assert_eq!(error.path(), "payments.0");
/// let rest = replay_rest(&policy, &account, &calendar, day)?;
/// assert_eq!(rest.left_out, [error]);
/// assert_eq!(rest.ledger.credit, "10.00 EUR".parse()?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn replay_rest(
    policy: &ReceivablePolicy,
    account: &CustomerAccount,
    calendar: &Calendar,
    as_of: NaiveDate,
) -> Result<RestLedger, AccountError> {
    let fees = event_fees(policy, account);
    let terms = Terms {
        policy,
        account,
        calendar,
        as_of,
        fees: &fees,
    };
    let (mut left_out, mut places) = (Vec::new(), Vec::new());
    let mut skipped = BTreeSet::new();
    loop {
        // Each round leaves at least one more event out, so that it ends.
        let error = match run(&terms, &skipped) {
            Ok(ledger) => {
                return Ok(RestLedger {
                    ledger,
                    left_out,
                    places,
                });
            }
            Err(error) => error,
        };
        let before = skipped.len();
        for one in error.each() {
            if let Some(at) = one.place() {
                if skipped.insert((at.list, at.place)) {
                    places.push(at);
                }
            }
            left_out.push(one.clone());
        }
        if skipped.len() == before {
            return Err(error);
        }
    }
}
