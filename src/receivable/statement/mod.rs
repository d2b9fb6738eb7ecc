//! The statement: one customer's account on a date (对账单: REC-03).
//!
//! ```text
//! CustomerAccount + ReceivablePolicy + as_of -> statement -> Statement   what is owed of each invoice, how old it is, what comes next
//! ```
//!
//! - *Looks at*: Invoices, payments, credit notes, reminders, disputes and promises, each with its
//!   date.
//! - *Why*: [`statement`](statement()) applies payments and credit notes in the order of their
//!   dates, to the amounts that are owed by then. A payment that becomes known late changes the
//!   allocation of later ones. Interest that was earned stays owed when its principal is paid.
//! - *Breaks it*: A document given twice, in another currency, or about an unknown invoice.
//! - *Keeps it*: Documents that refer to each other. The open amounts are aged, dunned and counted
//!   as exposure.
//! - *Rules*: REC-03.
//!
//! # Examples
//!
//! An invoice is open and not yet due. It is owed, without interest.
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::calendar::Calendar;
//! use keqing::receivable::ReceivablePolicy;
//! use keqing::receivable::statement::{AccountInvoice, CustomerAccount, statement};
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

mod account;
mod error;
mod open;
mod outcome;

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use chrono::NaiveDate;

pub use account::{AccountInvoice, CreditNote, CustomerAccount};
pub use error::StatementError;
pub use outcome::{StatedInvoice, Statement, StatementTotals};

use crate::calendar::Calendar;
use crate::form::{Gathered, every};
use crate::receivable::allocation::{Allocation, DebtComponent, Payment, allocate};
use crate::receivable::discount::{DiscountedInvoice, discount};
use crate::receivable::dunning::DunningFacts;
use crate::receivable::interest::BalanceChange;
use crate::receivable::policy::ReceivablePolicy;
use crate::vocab::money::{Money, RoundingMode, round};
use crate::vocab::name::DocumentId;
use open::{OpenDebt, debts_on};

/// Makes the statement of an account on a day; later events are ignored.
///
/// A payment that names one invoice and comes in time earns the discount of the policy. The
/// discount reduces the invoice like a credit note.
///
/// # Errors
///
/// [`StatementError`] is returned when a document is given twice, is in another currency or is
/// about an unknown invoice. It is also returned when one of the parts cannot be computed.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::calendar::Calendar;
/// use keqing::receivable::ReceivablePolicy;
/// use keqing::receivable::allocation::Payment;
/// use keqing::receivable::clause::Clause;
/// use keqing::receivable::late_payment::LatePayment;
/// use keqing::receivable::rate::LateRate;
/// use keqing::receivable::statement::{AccountInvoice, CustomerAccount, statement};
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
    let dunned = outcome::dunning_facts(account, as_of);
    check_documents(account, &dunned)?;
    let mut debts = account
        .invoices
        .iter()
        .filter(|invoice| invoice.dates.invoice <= as_of)
        .map(|invoice| OpenDebt::new(policy, invoice, &account.disputes))
        .collect::<Result<Vec<_>, _>>()?;
    let mut allocations = Vec::new();
    let mut errors = Gathered::<StatementError>::new();
    // An event that cannot be applied is left out, and those after it are looked at all the same.
    for event in events(account, as_of) {
        match event {
            Event::CreditNote(note) => {
                let change = BalanceChange::credit_note(note.date, note.amount);
                if let Some(debt) = find(&mut debts, note.invoice) {
                    errors.ask(debt.take_off(change));
                }
            }
            Event::Payment(payment) => {
                allocations.extend(errors.ask(settle(policy, &mut debts, payment, calendar)));
            }
        }
    }
    errors.settle(|| ())?;
    let mut stated = outcome::conclude(policy, account, debts, allocations, dunned);
    if let Ok(stated) = &mut stated {
        policy.severities().weigh(stated);
    }
    stated
}

/// An event that changes an account, in the order of events on one day.
enum Event<'a> {
    CreditNote(&'a CreditNote),
    Payment(&'a Payment),
}

/// Lists the events up to a day, by date; of one day credit notes first, then payments by their
/// sequence.
fn events(account: &CustomerAccount, as_of: NaiveDate) -> impl Iterator<Item = Event<'_>> {
    let notes = account.credit_notes.iter();
    let notes = notes.map(|note| ((note.date, 0, 0, note.id), Event::CreditNote(note)));
    let payments = account.payments.iter().map(|payment| {
        let place = (payment.date(), 1, payment.sequence(), payment.id());
        (place, Event::Payment(payment))
    });
    let mut events: Vec<_> = notes
        .chain(payments)
        .filter(|((date, ..), _)| *date <= as_of)
        .collect();
    events.sort_by_key(|(place, _)| *place);
    events.into_iter().map(|(_, event)| event)
}

/// Allocates a payment to the amounts that are owed on its day.
fn settle(
    policy: &ReceivablePolicy,
    debts: &mut [OpenDebt<'_>],
    payment: &Payment,
    calendar: &Calendar,
) -> Result<Allocation, StatementError> {
    let day = payment.date();
    earn_discount(policy, debts, payment, calendar)?;
    let allocation = allocate(policy.allocation(), &debts_on(policy, debts, day)?, payment)?;
    for applied in allocation.applied() {
        let Some(debt) = find(debts, applied.debt) else {
            continue;
        };
        match applied.component {
            DebtComponent::Principal => {
                debt.take_off(BalanceChange::payment(day, applied.amount))?;
            }
            DebtComponent::Interest => {
                debt.interest_paid = debt.interest_paid.checked_add(applied.amount)?;
            }
            DebtComponent::Costs | DebtComponent::Fees | DebtComponent::Penalties => {
                debt.compensation_paid = debt.compensation_paid.checked_add(applied.amount)?;
            }
        }
    }
    Ok(allocation)
}

/// Takes off the discount that a payment earned on the one invoice it names.
fn earn_discount(
    policy: &ReceivablePolicy,
    debts: &mut [OpenDebt<'_>],
    payment: &Payment,
    calendar: &Calendar,
) -> Result<(), StatementError> {
    let (Some(terms), [named]) = (policy.early_payment().set(), payment.designated()) else {
        return Ok(());
    };
    let Some(debt) = find(debts, *named) else {
        return Ok(());
    };
    if payment.date() > debt.invoice.due || debt.open.is_zero() {
        return Ok(());
    }
    let rounded = |money| round(money, RoundingMode::HalfEven).map_err(StatementError::Round);
    let invoice = debt.invoice;
    let invoice = DiscountedInvoice::of(invoice.amounts, invoice.dates, invoice.due)
        .with_open(rounded(debt.open)?)?;
    let paid = rounded(payment.amount())?;
    let earned = discount(terms, &invoice, paid, payment.date(), calendar)?;
    if earned.amount.is_zero() {
        return Ok(());
    }
    debt.take_discount(payment.date(), earned.amount.money())
}

fn find<'d, 'a>(debts: &'d mut [OpenDebt<'a>], id: DocumentId) -> Option<&'d mut OpenDebt<'a>> {
    debts.iter_mut().find(|debt| debt.invoice.id == id)
}

/// Refuses an account whose documents do not go together.
pub(crate) fn check(account: &CustomerAccount, as_of: NaiveDate) -> Result<(), StatementError> {
    check_documents(account, &outcome::dunning_facts(account, as_of))
}

fn check_documents(account: &CustomerAccount, dunned: &DunningFacts) -> Result<(), StatementError> {
    let invoices = account.invoices.iter();
    let invoices = invoices.map(|invoice| (invoice.id, invoice.amounts.total().money()));
    let payments = account
        .payments
        .iter()
        .map(|payment| (payment.id(), payment.amount()));
    let notes = account
        .credit_notes
        .iter()
        .map(|note| (note.id, note.amount));
    let mut seen = BTreeSet::new();
    let documents = invoices.chain(payments).chain(notes);
    let documents = documents.flat_map(|(document, amount)| {
        let once = match seen.insert(document) {
            true => Ok(()),
            false => Err(StatementError::DocumentTwice { document }),
        };
        [once, in_currency(account, document, amount)]
    });
    let notes = account
        .credit_notes
        .iter()
        .map(|note| issued_by(account, note));
    let dates = account
        .invoices
        .iter()
        .map(|invoice| Ok(invoice.document().map(|_| ())?));
    let disputes = account
        .disputes
        .iter()
        .map(|dispute| issued(account, dispute.document).map(|_| ()));
    every(
        documents
            .chain(dates)
            .chain(notes)
            .chain(disputes)
            .chain([dunned.check().map_err(Into::into)]),
    )
}

fn issued_by(account: &CustomerAccount, note: &CreditNote) -> Result<(), StatementError> {
    let issued = issued(account, note.invoice)?;
    if note.date < issued {
        let CreditNote { id, date, .. } = *note;
        return Err(StatementError::CreditNoteBeforeIssue { id, date, issued });
    }
    Ok(())
}

fn issued(account: &CustomerAccount, invoice: DocumentId) -> Result<NaiveDate, StatementError> {
    account
        .invoices
        .iter()
        .find(|other| other.id == invoice)
        .map(|invoice| invoice.dates.invoice)
        .ok_or(StatementError::UnknownInvoice { invoice })
}

fn in_currency(
    account: &CustomerAccount,
    document: DocumentId,
    amount: Money,
) -> Result<(), StatementError> {
    let (given, expected) = (amount.currency(), account.currency);
    if given == expected {
        Ok(())
    } else {
        Err(StatementError::Currency {
            document,
            given,
            expected,
        })
    }
}
