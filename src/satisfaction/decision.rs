//! Decisions, and the customer's view of them (决定中的客户视角: SAT-11).
//!
//! ```text
//! DecisionRecord + as_of  -> judge_decision  -> Verdict          may the decision be carried out?
//! DecisionRecords + as_of -> decision_report -> DecisionReport   the decisions that lack the customer's view
//! ```
//!
//! - *Looks at*: The record of a decision, with the customer's view of it: whose view it is, of which
//!   day, and from which source.
//! - *Why*: A decision that nobody looked at from the other side is incomplete.
//! - *Breaks it*: A record without the customer's view, and one whose view names no person, no day or
//!   no source. A text without a letter or digit, such as `-`, is nothing.
//! - *Keeps it*: A record that states the customer's view of the decision, and from whom it has that.
//! - *Rules*: SAT-11.
//!
//! # Examples
//!
//! ```
//! use keqing::satisfaction::decision::{DecisionRecord, judge_decision};
//! use keqing::verdict::Decision;
//!
//! let as_of = chrono::NaiveDate::from_ymd_opt(2024, 7, 1).ok_or("no such date")?;
//! let rise = DecisionRecord { decision: "price-2024-7".parse()?, customer_view: None };
//! assert_eq!(judge_decision(&rise, as_of).decision(), Decision::Deny);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use alloc::boxed::Box;
use alloc::vec::Vec;

use chrono::NaiveDate;
use thiserror::Error;

use crate::form::{Several, every, record, several};
use crate::satisfaction::cards::satisfaction::SAT_11;
use crate::verdict::{Assessment, Bound, Evidence, Fact, Reading, Recorder, Subject, Verdict};
use crate::vocab::name::{DocumentId, Label, PersonId};
use crate::vocab::twice::twice;

record! {
    /// The record of one decision that touches a customer (决定记录), SAT-11.
    #[derive(Copy, Hash)]
    pub closed struct DecisionRecord {
        /// The decision.
        pub decision: DocumentId,
        /// The customer's view of the decision; `None` if nobody wrote it down.
        pub customer_view: Option<CustomerView>,
    }
}

record! {
    /// The customer's view of a decision, and its source (客户视角).
    ///
    /// A part that nobody wrote down is `None`, and the record is incomplete.
    #[derive(Copy, Hash)]
    pub closed struct CustomerView {
        /// The view, in a sentence.
        pub view: Label,
        /// The person of the customer whose view it is.
        pub person: Option<PersonId>,
        /// The day on which that person stated it.
        pub on: Option<NaiveDate>,
        /// The record in which it stands: minutes, a letter, a note of a call.
        pub source: Option<DocumentId>,
    }
}

record! {
    /// The decisions with and without the customer's view (决定记录状况).
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct DecisionReport {
        /// The decisions whose records are complete.
        pub complete: Vec<DocumentId>,
        /// The decisions whose records lack the customer's view, or a part of it.
        pub incomplete: Vec<DocumentId>,
    }
}

/// Judges whether a decision is complete enough to be carried out ([`SAT_11`]).
///
/// The view has a text, a person of the customer, a day up to `as_of` and a source. Each part that
/// lacks is refused, because one sentence suffices and a warning would be passed over. No rule reads
/// the text of the view, but a text without a letter or digit is nothing.
///
/// # Examples
///
/// ```
/// use keqing::satisfaction::decision::{CustomerView, DecisionRecord, judge_decision};
/// use keqing::verdict::Decision;
///
/// let date = |m, d| chrono::NaiveDate::from_ymd_opt(2024, m, d).ok_or("no such date");
/// let view = CustomerView {
///     view: "it has quoted our prices to its own customers till June".parse()?,
///     person: Some("wang-fang".parse()?),
///     on: Some(date(6, 3)?),
///     source: Some("call-2024-06-03".parse()?),
/// };
/// let rise = DecisionRecord { decision: "price-2024-7".parse()?, customer_view: Some(view) };
/// assert_eq!(judge_decision(&rise, date(7, 1)?).decision(), Decision::Permit);
///
/// let customer_view = Some(CustomerView { view: "-".parse()?, ..view });
/// let rise = DecisionRecord { customer_view, ..rise };
/// assert_eq!(judge_decision(&rise, date(7, 1)?).decision(), Decision::Deny);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn judge_decision(record: &DecisionRecord, as_of: NaiveDate) -> Verdict {
    Verdict::of(|r| {
        consult(record, as_of, r);
    })
}

/// Assesses which of several decisions were taken without the customer's view ([`SAT_11`]).
///
/// The value is `None` if there is no record.
///
/// # Errors
///
/// [`DecisionRecordError`] is returned when a decision has two records. It is returned for each such
/// pair.
///
/// # Examples
///
/// ```
/// use keqing::satisfaction::decision::{DecisionRecord, decision_report};
///
/// let as_of = chrono::NaiveDate::from_ymd_opt(2024, 7, 1).ok_or("no such date")?;
/// let rise = DecisionRecord { decision: "price-2024-7".parse()?, customer_view: None };
/// let report = decision_report(&[rise], as_of)?.into_value().ok_or("no record")?;
/// assert_eq!(report.incomplete, [rise.decision]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn decision_report(
    records: &[DecisionRecord],
    as_of: NaiveDate,
) -> Result<Assessment<DecisionReport>, DecisionRecordError> {
    check(records)?;
    Ok(Assessment::of(|r| {
        if records.is_empty() {
            r.miss(&SAT_11, Fact::CustomerView);
            return None;
        }
        let (mut complete, mut incomplete) = (Vec::new(), Vec::new());
        for record in records {
            if consult(record, as_of, r) {
                complete.push(record.decision);
            } else {
                incomplete.push(record.decision);
            }
        }
        Some(DecisionReport {
            complete,
            incomplete,
        })
    }))
}

/// Returned when a decision has two records.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum DecisionRecordError {
    /// Several decisions have two records.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// A decision has two records.
    #[error(
        "each decision has one record, got `{decision}` in entries {first} and {second}, counted from zero"
    )]
    Twice {
        /// The decision.
        decision: DocumentId,
        /// The place of the first entry in the list.
        first: usize,
        /// The place of the second.
        second: usize,
    },
}

several!(pub DecisionRecordError);

fn check(records: &[DecisionRecord]) -> Result<(), DecisionRecordError> {
    let names = records.iter().map(|record| record.decision).enumerate();
    every(twice(names).filter_map(|(first, second)| {
        let decision = records.get(second)?.decision;
        Some(Err(DecisionRecordError::Twice {
            decision,
            first,
            second,
        }))
    }))
}

/// Checks SAT-11: the record states the customer's view of the decision, whose it is, its day and source.
///
/// A complete record is one finding. Of an incomplete one there is a finding for each part that lacks, and
/// without a view only that.
fn consult<R: Recorder>(record: &DecisionRecord, as_of: NaiveDate, r: &mut R) -> bool {
    let id = record.decision;
    let stated = record.customer_view.filter(|view| view.view.says());
    let parts = stated.map(|view| parts(&view, as_of)).into_iter().flatten();
    let view = (
        stated.is_some(),
        Evidence::present(Fact::CustomerView, stated.is_some()),
    );
    let all = [view].into_iter().chain(parts);
    let is_complete = all.clone().all(|(holds, _)| holds);
    let lacking = all.filter(|(holds, _)| !holds);
    for (holds, evidence) in [view].into_iter().filter(|_| is_complete).chain(lacking) {
        r.require(&SAT_11, holds, || evidence.of(Subject::Document { id }));
    }
    is_complete
}

/// Returns for the person, the day and the source of a view if it has it, with the evidence.
fn parts(view: &CustomerView, as_of: NaiveDate) -> [(bool, Evidence); 3] {
    let is_named = view.person.is_some_and(|person| person.says());
    let is_sourced = view.source.is_some_and(|source| source.says());
    let day = match view.on {
        None => Evidence::present(Fact::CustomerViewDate, view.on.is_some()),
        Some(observed) => {
            let reading = Reading::Date {
                observed,
                bound: Bound::AtMost,
                required: as_of,
            };
            Evidence::new(Fact::CustomerViewDate, reading)
        }
    };
    [
        (
            is_named,
            Evidence::present(Fact::CustomerViewHolder, is_named),
        ),
        (view.on.is_some_and(|on| on <= as_of), day),
        (
            is_sourced,
            Evidence::present(Fact::CustomerViewSource, is_sourced),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;
    use alloc::vec::Vec;

    use super::{CustomerView, DecisionRecord, decision_report, judge_decision};
    use crate::satisfaction::sample::{Failure, day};
    use crate::verdict::{Decision, Fact};

    fn record(decision: &str) -> Result<DecisionRecord, Failure> {
        Ok(DecisionRecord {
            decision: decision.parse()?,
            customer_view: Some(CustomerView {
                view: "saves it a day".parse()?,
                person: Some("wang".parse()?),
                on: Some(day(2)),
                source: Some("call-1".parse()?),
            }),
        })
    }

    /// Asks on the day of the view.
    #[track_caller]
    fn lacks(customer_view: Option<CustomerView>, lacking: &[Fact]) -> Result<(), Failure> {
        let record = DecisionRecord {
            customer_view,
            ..record("d-1")?
        };
        let verdict = judge_decision(&record, day(2));
        let breaches = verdict.findings().breaches();
        let facts: Vec<Fact> = breaches.map(|breach| breach.evidence.fact).collect();
        assert_eq!(facts, lacking, "{record:?}");
        let decision = match lacking {
            [] => Decision::Permit,
            _ => Decision::Deny,
        };
        assert_eq!(verdict.decision(), decision, "{record:?}");
        Ok(())
    }

    #[test]
    fn a_view_has_a_text_a_person_a_day_and_a_source() -> Result<(), Failure> {
        use Fact::{CustomerViewDate, CustomerViewHolder, CustomerViewSource};
        let whole = record("d-1")?.customer_view.ok_or("no view")?;
        lacks(Some(whole), &[])?;
        lacks(None, &[Fact::CustomerView])?;
        let bare = |view: &str| {
            Ok::<_, Failure>(CustomerView {
                view: view.parse()?,
                person: None,
                on: None,
                source: None,
            })
        };
        let parts = [CustomerViewHolder, CustomerViewDate, CustomerViewSource];
        lacks(Some(bare("省时")?), &parts)?;
        for nothing in ["-", " . ", "…"] {
            lacks(Some(bare(nothing)?), &[Fact::CustomerView])?;
        }
        let mut view = whole;
        view.person = Some("-".parse()?);
        lacks(Some(view), &[CustomerViewHolder])?;
        view.source = Some("—".parse()?);
        lacks(Some(view), &[CustomerViewHolder, CustomerViewSource])?;
        view = whole;
        view.on = None;
        lacks(Some(view), &[CustomerViewDate])?;
        view.on = Some(day(3));
        lacks(Some(view), &[CustomerViewDate])
    }

    #[test]
    fn each_decision_of_a_report_has_one_record() -> Result<(), Failure> {
        let with = record("d-2")?;
        let without = DecisionRecord {
            customer_view: None,
            ..record("d-1")?
        };
        let report = decision_report(&[with, without], day(2))?;
        assert_eq!(report.findings().breaches().count(), 1);
        let report = report.into_value().ok_or("no value")?;
        assert_eq!(report.complete, [with.decision]);
        assert_eq!(report.incomplete, [without.decision]);
        assert_eq!(decision_report(&[], day(2))?.findings().gaps().count(), 1);
        let refused = decision_report(&[without, with, without], day(2));
        let twice = "each decision has one record, \
            got `d-1` in entries 0 and 2, counted from zero";
        let text = refused.map_err(|error| error.to_string()).err();
        assert_eq!(text.as_deref(), Some(twice));
        Ok(())
    }
}
