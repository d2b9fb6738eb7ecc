//! The ledger: every document with its dated changes, and the customer's credit (分户账: REC-03).
//!
//! ```text
//! CustomerAccount -> replay -> Ledger -> interest, aging, dunning, exposure, habit, statement
//! ```
//!
//! - *Looks at*: The events of an account, as [`replay`](crate::receivable::account::replay()) applied
//!   them.
//! - *Why*: Interest, aging, dunning, exposure, habit and the statement read one ledger. So two answers
//!   about one invoice agree.
//! - *Breaks it*: Nothing; a ledger is made of events that go together.
//! - *Keeps it*: Every amount of an account stands in it once: taken off a document, or as credit.
//! - *Rules*: REC-03. The rules of interest, dunning and habit read it.
//!
//! # Examples
//!
//! A payment of 80 EUR settles an invoice of 60 EUR, and the rest is credit.
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::calendar::Calendar;
//! use keqing::receivable::ReceivablePolicy;
//! use keqing::receivable::account::{AccountInvoice, CustomerAccount, replay};
//! use keqing::receivable::allocation::Payment;
//! use keqing::receivable::ledger::ChangeKind;
//! use keqing::vocab::money::Currency;
//!
//! let march = |day| NaiveDate::from_ymd_opt(2023, 3, day).ok_or("no such date");
//! let mut account = CustomerAccount::new("Ningbo Pumps".parse()?, Currency::EUR);
//! account.invoices.push(AccountInvoice::new("INV-1".parse()?, march(1)?, march(31)?, "60 EUR".parse()?)?);
//! account.payments.push(Payment::new("PAY-1".parse()?, march(20)?, "80.00 EUR".parse()?)?);
//!
//! let ledger = replay(&ReceivablePolicy::standard(), &account, &Calendar::every_day(), march(31)?)?;
//! let invoice = ledger.document("INV-1".parse()?).ok_or("no such document")?;
//! let [change] = invoice.changes[..] else { return Err("one change".into()) };
//! assert_eq!((change.kind, change.amount), (ChangeKind::Payment, "60.00 EUR".parse()?));
//! assert_eq!(ledger.credit, "20.00 EUR".parse()?);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod outcome;
mod words;

pub use outcome::{
    Cleared, CreditChange, DiscountDecision, Ledger, LedgerChange, LedgerCredit, LedgerDocument,
    LedgerFee, LedgerReceipt, LedgerReturn, LedgerWaiver,
};
pub use words::{AllocationRule, ChangeKind, DocumentKind, ReceiptKind};
