//! The gate of integrity, which every personal and material benefit passes (廉洁审查: PTY-09).
//!
//! ```text
//! Register + own conflicts + day -> IntegrityOffice         says whose word about a benefit counts
//! Gain + IntegrityOffice         -> judge_gain -> Verdict   met, breached, missing, or not asked
//! ```
//!
//! - *Looks at*: Each benefit that a person gains in material terms, wherever it appears: in an action, an
//!   investment, an offer or an instrument. The [`Clearance`](crate::vocab::benefit::Clearance) for it: the
//!   word, the person who gave it, the day and the scope.
//! - *Why*: A gift to a person buys the person, and not the customer.
//! - *Breaks it*: A gain of which nobody says whose it is. A clearance that was refused. A clearance that is
//!   unknown or guessed, that came after the event, or that somebody gave who has an open conflict.
//! - *Keeps it*: A clearance that somebody of our legal affairs and compliance gave, before the event and for
//!   this benefit.
//! - *Rules*: PTY-09. No policy changes what it weighs.
//!
//! # Examples
//!
//! ```
//! use keqing::party::integrity::IntegrityOffice;
//! use keqing::party::parties::{Person, Register};
//! use keqing::vocab::benefit::{Clearance, ClearanceScope, ClearanceWord};
//! use keqing::vocab::known::Grade;
//! use keqing::vocab::words::{Department, Level, Role};
//!
//! let today = chrono::NaiveDate::from_ymd_opt(2024, 6, 1).ok_or("no such date")?;
//! let counsel = Person::new("gu", Department::Legal, Level::Manager)?;
//! let register = Register::new([counsel], [])?;
//! let office = IntegrityOffice::new(&register, today);
//! let scope = ClearanceScope::new(Role::CustomerOperator);
//! let word = Clearance::new(ClearanceWord::Cleared, Grade::CustomerStated, today, scope);
//! assert!(!office.counts(&word), "nobody in particular said so");
//! assert!(office.counts(&word.with_by(Some(counsel.id))));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod gain;
mod gate;
#[cfg(test)]
mod tests;

pub use gain::{GainError, JudgedGain, StatedGain, judge_gain};
pub use gate::IntegrityOffice;
pub(crate) use gate::PersonalGain;
