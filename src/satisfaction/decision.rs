//! Decisions, and the customer's view of them (决定中的客户视角: SAT-11).
//!
//! ```text
//! DecisionRecord  -> judge_decision  -> Verdict          may the decision be carried out?
//! DecisionRecords -> decision_report -> DecisionReport   the decisions that lack the customer's view
//! ```
//!
//! - *Looks at*: The record of a decision, with the customer's view of it.
//! - *Why*: A decision that nobody looked at from the other side is incomplete.
//! - *Breaks it*: A record without the customer's view.
//! - *Keeps it*: A record that states the customer's view of the decision.
//! - *Rules*: SAT-11.
//!
//! # Examples
//!
//! ```
//! use keqing::satisfaction::decision::{DecisionRecord, judge_decision};
//! use keqing::verdict::Decision;
//!
//! let rise = DecisionRecord { decision: "price-2024-7".parse()?, customer_view: None };
//! assert_eq!(judge_decision(&rise).decision(), Decision::Deny);
//! # Ok::<(), keqing::vocab::name::NameError>(())
//! ```

use alloc::vec::Vec;

use crate::form::record;
use crate::satisfaction::cards::satisfaction::SAT_11;
use crate::verdict::{Assessment, Evidence, Fact, Recorder, Subject, Verdict};
use crate::vocab::name::{DocumentId, Label};

record! {
    /// The record of one decision that touches a customer (决定记录), SAT-11.
    #[derive(Copy, Hash)]
    pub closed struct DecisionRecord {
        /// The decision.
        pub decision: DocumentId,
        /// The customer's view of the decision; `None` if nobody wrote it down.
        pub customer_view: Option<Label>,
    }
}

record! {
    /// The decisions with and without the customer's view (决定记录状况).
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct DecisionReport {
        /// The decisions whose records are complete.
        pub complete: Vec<DocumentId>,
        /// The decisions whose records lack the customer's view.
        pub incomplete: Vec<DocumentId>,
    }
}

/// Judges whether a decision is complete enough to be carried out ([`SAT_11`]).
///
/// A record without the customer's view is refused, because one sentence suffices and a warning
/// would be passed over. No rule reads the text of the view.
///
/// # Examples
///
/// ```
/// use keqing::satisfaction::decision::{DecisionRecord, judge_decision};
/// use keqing::verdict::Decision;
///
/// let rise = DecisionRecord { decision: "price-2024-7".parse()?, customer_view: None };
/// assert_eq!(judge_decision(&rise).decision(), Decision::Deny);
///
/// let customer_view = Some("it has quoted our prices to its own customers till June".parse()?);
/// let rise = DecisionRecord { customer_view, ..rise };
/// assert_eq!(judge_decision(&rise).decision(), Decision::Permit);
/// # Ok::<(), keqing::vocab::name::NameError>(())
/// ```
pub fn judge_decision(record: &DecisionRecord) -> Verdict {
    Verdict::of(|r| {
        consult(record, r);
    })
}

/// Assesses which of several decisions were taken without the customer's view ([`SAT_11`]).
///
/// The value is `None` if there is no record.
///
/// # Examples
///
/// ```
/// use keqing::satisfaction::decision::{DecisionRecord, decision_report};
///
/// let rise = DecisionRecord { decision: "price-2024-7".parse()?, customer_view: None };
/// let report = decision_report(&[rise]).into_value().ok_or("no record")?;
/// assert_eq!(report.incomplete, [rise.decision]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn decision_report(records: &[DecisionRecord]) -> Assessment<DecisionReport> {
    Assessment::of(|r| {
        if records.is_empty() {
            r.miss(&SAT_11, Fact::CustomerView);
            return None;
        }
        let (mut complete, mut incomplete) = (Vec::new(), Vec::new());
        for record in records {
            if consult(record, r) {
                complete.push(record.decision);
            } else {
                incomplete.push(record.decision);
            }
        }
        Some(DecisionReport {
            complete,
            incomplete,
        })
    })
}

/// Checks SAT-11: the record states the customer's view of the decision.
fn consult<R: Recorder>(record: &DecisionRecord, r: &mut R) -> bool {
    let is_complete = record.customer_view.is_some();
    r.require(&SAT_11, is_complete, || {
        let id = record.decision;
        Evidence::present(Fact::CustomerView, is_complete).of(Subject::Document { id })
    });
    is_complete
}

#[cfg(test)]
mod tests {
    use super::{DecisionRecord, decision_report, judge_decision};
    use crate::satisfaction::sample::Failure;
    use crate::verdict::Decision;

    #[test]
    fn a_decision_has_a_view_of_the_customer_or_is_refused() -> Result<(), Failure> {
        let without = DecisionRecord {
            decision: "d-1".parse()?,
            customer_view: None,
        };
        let with = DecisionRecord {
            decision: "d-2".parse()?,
            customer_view: Some("saves it a day".parse()?),
        };
        assert_eq!(judge_decision(&without).decision(), Decision::Deny);
        assert_eq!(judge_decision(&with).decision(), Decision::Permit);
        let report = decision_report(&[with, without]);
        assert_eq!(report.findings().breaches().count(), 1);
        let report = report.into_value().ok_or("no value")?;
        assert_eq!(report.complete, [with.decision]);
        assert_eq!(report.incomplete, [without.decision]);
        assert_eq!(decision_report(&[]).findings().gaps().count(), 1);
        Ok(())
    }
}
