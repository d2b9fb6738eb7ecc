//! Receivables: debts with their due dates, their interest and their collection (应收账款).
//!
//! ```text
//! base dates + PaymentTerm + Calendar -> due_date, instalments   when is how much due?
//! payment + EarlyPayment              -> discount                what did paying early earn?
//! debt + LateRate + InterestPolicy    -> interest                what does paying late cost, segment by segment?
//! payment + debts + AllocationPolicy  -> allocate                what does it settle?
//! open items + as_of                  -> age                     how old is what is still open?
//! overdue + DunningPolicy             -> dun                     which step comes next, and when?
//! exposures + ExchangeRates           -> group_exposure          what does a group owe together?
//! exposure + order + CreditPolicy     -> judge_credit            may this be sold on credit?
//! waiver + ReceivablePolicy           -> judge_waiver            may a charge be waived, and by whom?
//! ```
//!
//! Money goes in and out as exact decimals. In between it is fractions of whole numbers, rounded
//! once, at the step that the policy names. A function reads another's result only through its
//! arguments, so each may be used alone.
//!
//! # Examples
//!
//! A customer has bought nothing yet, so its account is empty and nothing is owed.
//!
//! ```
//! use keqing::calendar::Calendar;
//! use keqing::receivable::account::CustomerAccount;
//! use keqing::receivable::{ReceivableFacts, ReceivableGiven, ReceivablePolicy, assess};
//! use keqing::vocab::money::Currency;
//!
//! let as_of = chrono::NaiveDate::from_ymd_opt(2024, 12, 31).ok_or("no such date")?;
//! let mut facts = ReceivableFacts::default();
//! facts.account = Some(CustomerAccount::new("Ningbo Pumps".parse()?, Currency::EUR));
//! facts.calendar = Some(Calendar::every_day());
//!
//! let policy = ReceivablePolicy::standard();
//! let found = assess(&policy, &facts, &ReceivableGiven::new(as_of))?;
//! let statement = found.statement.ok_or("no account")?;
//! assert!(statement.totals.balance.is_zero());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod account;
pub mod aging;
pub mod allocation;
mod assess;
pub mod cards;
pub mod charge;
pub mod clause;
pub mod column;
pub mod completeness;
pub mod credit;
pub mod discount;
pub mod document;
pub mod dunning;
pub mod effect;
pub mod enforcement;
mod error;
mod facts;
pub mod habit;
pub mod instalment;
pub mod interest;
pub mod late_payment;
pub mod ledger;
pub mod limit;
mod policy;
pub mod rate;
pub mod regime;
pub mod settlement;
pub mod statement;
pub mod term;
pub mod waiver;

pub(crate) use assess::assess_boxed;
pub use assess::{ReceivablePicture, assess};
pub use error::ReceivableError;
pub use facts::{ReceivableFacts, ReceivableGiven};
pub use policy::{ReceivablePolicy, ReceivableSeverities};

use crate::verdict::RuleCard;

/// Every card of the system, in the order of the rulebook.
pub static CARDS: &[&[&RuleCard]] = &[cards::CARDS];
