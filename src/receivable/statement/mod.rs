//! The statement: one customer's account on a date (对账单: REC-03).
//!
//! ```text
//! CustomerAccount -> replay -> Ledger -> statement -> Statement   what is owed of each document, how old it is, what comes next
//! debts of the Ledger - its credit    -> aging, dunning, exposure, habit   each sees the same cover
//! Ledger of the day before + Ledger   -> Period                   opening balance, movements, closing balance
//! ```
//!
//! - *Looks at*: The [ledger](crate::receivable::ledger::Ledger) of an account, and the steps of the
//!   dunning ladder that were taken.
//! - *Why*: Every part reads the same open amounts. Interest that was earned stays owed when its
//!   principal is paid.
//! - *Breaks it*: An account whose events cannot be replayed. Each event at fault is named.
//! - *Keeps it*: Events that refer to each other. The open amounts are aged, dunned and counted
//!   as exposure.
//! - *Rules*: REC-03, REC-04.
//!
//! # Examples
//!
//! An invoice is open and not yet due. It is owed, without interest.
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::calendar::Calendar;
//! use keqing::receivable::ReceivablePolicy;
//! use keqing::receivable::account::{AccountInvoice, CustomerAccount};
//! use keqing::receivable::statement::statement;
//! use keqing::vocab::money::Currency;
//!
//! let march = |day| NaiveDate::from_ymd_opt(2023, 3, day).ok_or("no such date");
//! let mut account = CustomerAccount::new("Ningbo Pumps".parse()?, Currency::EUR);
//! let total = "7300.00 EUR".parse()?;
//! account.invoices.push(AccountInvoice::new("INV-1".parse()?, march(1)?, march(31)?, total)?);
//!
//! let policy = ReceivablePolicy::standard();
//! let found = statement(&policy, &account, &Calendar::every_day(), march(20)?)?;
//! assert_eq!(found.totals.principal, "7300.00 EUR".parse()?);
//! assert!(found.totals.interest.is_zero());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod conclude;
mod cover;
mod error;
mod open;
mod outcome;
mod period;
mod text;
mod totals;

use chrono::NaiveDate;

pub use error::StatementError;
pub use outcome::{StatedDocument, Statement};
pub use period::{Movement, MovementKind, Period};
pub use text::{StatedColumn, StatedPart, StatedTable, StatementTopic};
pub use totals::StatementTotals;

use crate::calendar::Calendar;
use crate::receivable::account::{CustomerAccount, replay};
use crate::receivable::ledger::Ledger;
use crate::receivable::policy::ReceivablePolicy;

/// Makes the statement of an account on a day; later events are ignored and counted.
///
/// # Errors
///
/// [`StatementError::Account`] is returned for each event of the account that is at fault. The other
/// errors are returned when one of the parts cannot be computed.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::calendar::Calendar;
/// use keqing::receivable::ReceivablePolicy;
/// use keqing::receivable::account::{AccountInvoice, CustomerAccount};
/// use keqing::receivable::allocation::Payment;
/// use keqing::receivable::clause::Clause;
/// use keqing::receivable::late_payment::LatePayment;
/// use keqing::receivable::rate::LateRate;
/// use keqing::receivable::statement::statement;
/// use keqing::vocab::money::Currency;
///
/// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
/// let rate = LateRate::agreed("10 % per year".parse()?);
/// let policy = ReceivablePolicy::standard().with_late_payment(Clause::Agreed(LatePayment::at(rate)));
///
/// let mut account = CustomerAccount::new("Ningbo Pumps".parse()?, Currency::EUR);
/// let total = "7300.00 EUR".parse()?;
/// account.invoices.push(AccountInvoice::new("INV-1".parse()?, date(2023, 3, 1)?, date(2023, 3, 31)?, total)?);
/// account.payments.push(Payment::new("PAY-1".parse()?, date(2023, 4, 10)?, "3670.00 EUR".parse()?)?);
///
/// // Twenty euros of interest come first, then the principal.
/// let found = statement(&policy, &account, &Calendar::every_day(), date(2023, 4, 20)?)?;
/// assert_eq!(found.totals.principal, "3650.00 EUR".parse()?);
/// assert_eq!(found.totals.interest, "10.00 EUR".parse()?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn statement(
    policy: &ReceivablePolicy,
    account: &CustomerAccount,
    calendar: &Calendar,
    as_of: NaiveDate,
) -> Result<Statement, StatementError> {
    statement_of(policy, account, replay(policy, account, calendar, as_of)?)
}

/// Makes the statement of a ledger, such as one that left events out.
///
/// The account gives what no ledger holds: the steps of the dunning ladder that were taken, an exclusion
/// from it, and what is ordered and shipped.
///
/// # Errors
///
/// The errors of [`statement`](statement()) are returned.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::calendar::Calendar;
/// use keqing::receivable::ReceivablePolicy;
/// use keqing::receivable::account::{CustomerAccount, replay_rest};
/// use keqing::receivable::statement::statement_of;
/// use keqing::vocab::money::Currency;
///
/// let day = NaiveDate::from_ymd_opt(2023, 3, 1).ok_or("no such date")?;
/// let account = CustomerAccount::new("Ningbo Pumps".parse()?, Currency::EUR);
/// let policy = ReceivablePolicy::standard();
/// let rest = replay_rest(&policy, &account, &Calendar::every_day(), day)?;
/// assert!(statement_of(&policy, &account, rest.ledger)?.documents.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn statement_of(
    policy: &ReceivablePolicy,
    account: &CustomerAccount,
    ledger: Ledger,
) -> Result<Statement, StatementError> {
    let mut stated = conclude::conclude(policy, account, ledger);
    if let Ok(stated) = &mut stated {
        policy.severities().weigh(stated);
    }
    stated
}

/// Makes the statement of a period: opening balance, movements and closing balance beside the rest.
///
/// The opening balance is that of the day before the period, as the account stood then.
///
/// # Errors
///
/// [`StatementError::Period`] is returned when the period ends before it begins, and so are the errors of
/// [`statement`](statement()).
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::calendar::Calendar;
/// use keqing::receivable::ReceivablePolicy;
/// use keqing::receivable::account::{AccountInvoice, CustomerAccount};
/// use keqing::receivable::allocation::Payment;
/// use keqing::receivable::statement::period_statement;
/// use keqing::vocab::money::Currency;
///
/// let date = |m, d| NaiveDate::from_ymd_opt(2023, m, d).ok_or("no such date");
/// let mut account = CustomerAccount::new("Ningbo Pumps".parse()?, Currency::EUR);
/// account.invoices.push(AccountInvoice::new("INV-1".parse()?, date(3, 1)?, date(3, 31)?, "100 EUR".parse()?)?);
/// account.payments.push(Payment::new("PAY-1".parse()?, date(4, 3)?, "70.00 EUR".parse()?)?);
///
/// let policy = ReceivablePolicy::standard();
/// let april = period_statement(&policy, &account, &Calendar::every_day(), date(4, 1)?, date(4, 30)?)?;
/// let period = april.period.ok_or("a period was asked for")?;
/// assert_eq!(period.opening.balance, "100.00 EUR".parse()?);
/// assert_eq!(period.movements.len(), 1);
/// assert_eq!(period.closing.balance, "30.00 EUR".parse()?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn period_statement(
    policy: &ReceivablePolicy,
    account: &CustomerAccount,
    calendar: &Calendar,
    from: NaiveDate,
    as_of: NaiveDate,
) -> Result<Statement, StatementError> {
    let before = from.pred_opt().filter(|_| from <= as_of);
    let before = before.ok_or(StatementError::Period { from, as_of })?;
    let opening = replay(policy, account, calendar, before)?;
    let mut stated = statement(policy, account, calendar, as_of)?;
    stated.period = Some(period::between(from, &opening, &stated.ledger)?);
    Ok(stated)
}
