//! The account: documents and events that become one ledger (客户账户: REC-03).
//!
//! ```text
//! CustomerAccount + ReceivablePolicy + as_of -> replay -> Ledger   each document with its changes, and the credit
//! Ledger                                     -> interest, aging, dunning, exposure, habit, statement
//! ```
//!
//! - *Looks at*: Invoices, payments and every other event of a customer, each with its day.
//! - *Why*: [`replay`](replay()) applies the events in the order of their days, whenever they become known.
//!   Whatever else is asked about an invoice reads the ledger, so two answers agree.
//! - *Breaks it*: An event about an unknown document, an amount that is not whole, or more paid back than
//!   there is. Each such event is an error with its place.
//! - *Keeps it*: Events that refer to each other. Every amount is taken off a document, or is credit.
//! - *Rules*: REC-03. The order of allocation bears on REC-06 and REC-07 too.
//!
//! # Examples
//!
//! An advance waits as credit, and pays the next invoice on its day of issue.
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::calendar::Calendar;
//! use keqing::receivable::ReceivablePolicy;
//! use keqing::receivable::account::{AccountInvoice, CustomerAccount, replay};
//! use keqing::receivable::allocation::Payment;
//! use keqing::vocab::money::Currency;
//!
//! let march = |day| NaiveDate::from_ymd_opt(2023, 3, day).ok_or("no such date");
//! let mut account = CustomerAccount::new("Ningbo Pumps".parse()?, Currency::EUR);
//! account.payments.push(Payment::new("ADV-1".parse()?, march(1)?, "100.00 EUR".parse()?)?);
//! account.invoices.push(AccountInvoice::new("INV-1".parse()?, march(10)?, march(31)?, "60 EUR".parse()?)?);
//!
//! let ledger = replay(&ReceivablePolicy::standard(), &account, &Calendar::every_day(), march(20)?)?;
//! let invoice = ledger.document("INV-1".parse()?).ok_or("no such document")?;
//! assert!(invoice.open.is_zero());
//! assert_eq!(ledger.credit, "40.00 EUR".parse()?);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod customer_account;
mod error;
mod event;
mod event_fees;
mod invoice;
mod policy;
pub(in crate::receivable) mod replay;
mod rest;
mod words;

use alloc::collections::BTreeSet;

use chrono::NaiveDate;

pub use customer_account::CustomerAccount;
pub use error::{AccountError, AccountFault, EventPlace};
pub use event::{
    CreditNote, Dispute, Fee, Promise, Refund, ReturnedPayment, SetOff, Waiver, WriteOff,
};
pub use invoice::{AccountInstalment, AccountInvoice, Retention};
pub use policy::{
    AccountPolicy, AccountPolicyError, CreditUse, Detail, ExcessCreditNote, Netting, SetOffEffect,
    Tolerance,
};
pub use rest::{RestLedger, replay_rest};
pub use words::EventList;

use crate::calendar::Calendar;
use crate::receivable::ledger::Ledger;
use crate::receivable::policy::ReceivablePolicy;
use event_fees::event_fees;
use replay::Terms;

/// Replays the events of an account up to a day, and returns the ledger that they make (账户重演).
///
/// The order of the lists has no effect. Of one day, documents are issued first. Payments that came back,
/// credit notes, credit and waivers follow, then payments, set-offs, write-offs and refunds. Payments of
/// one day with the same names are one payment. What is dated after the day is ignored and counted.
///
/// # Errors
///
/// - [`AccountError::Event`] is returned when an event is at fault, with its place.
/// - [`AccountError::Several`] is returned when several are.
/// - [`AccountError::TooManyRows`] is returned when the payments fall into more rows than the policy
///   allows.
/// - [`AccountError::OutOfRange`] is returned when sums have too many digits.
///
/// # Examples
///
/// A cheque bounces. Its invoice is open again, as if it had never been paid.
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::calendar::Calendar;
/// use keqing::receivable::ReceivablePolicy;
/// use keqing::receivable::account::{AccountInvoice, CustomerAccount, ReturnedPayment, replay};
/// use keqing::receivable::allocation::Payment;
/// use keqing::vocab::money::Currency;
///
/// let march = |day| NaiveDate::from_ymd_opt(2023, 3, day).ok_or("no such date");
/// let mut account = CustomerAccount::new("Ningbo Pumps".parse()?, Currency::EUR);
/// account.invoices.push(AccountInvoice::new("INV-1".parse()?, march(1)?, march(31)?, "60 EUR".parse()?)?);
/// account.payments.push(Payment::new("CHQ-1".parse()?, march(10)?, "60.00 EUR".parse()?)?);
/// account.returned_payments.push(ReturnedPayment {
///     id: "BACK-1".parse()?,
///     date: march(15)?,
///     document: "CHQ-1".parse()?,
///     amount: None,
///     cause: None,
/// });
///
/// let policy = ReceivablePolicy::standard();
/// let open_on = |day| -> Result<_, Box<dyn std::error::Error>> {
///     let ledger = replay(&policy, &account, &Calendar::every_day(), march(day)?)?;
///     Ok(ledger.document("INV-1".parse()?).ok_or("no such document")?.open)
/// };
/// assert!(open_on(14)?.is_zero());
/// assert_eq!(open_on(15)?, "60.00 EUR".parse()?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn replay(
    policy: &ReceivablePolicy,
    account: &CustomerAccount,
    calendar: &Calendar,
    as_of: NaiveDate,
) -> Result<Ledger, AccountError> {
    let fees = event_fees(policy, account);
    let terms = Terms {
        policy,
        account,
        calendar,
        as_of,
        fees: &fees,
    };
    replay::run(&terms, &BTreeSet::new())
}
