use crate::receivable::cards::REC_06;
use crate::verdict::{Evidence, Outcome, Recorder};

/// States one gate. An open gate says nothing, because no gate breaks the rule.
pub(super) fn gate<R: Recorder>(r: &mut R, is_open: bool, evidence: impl FnOnce() -> Evidence) {
    if !is_open {
        shut(r, evidence);
    }
}

/// States a gate that is shut: there is no step, or less is dunned, and the finding says why.
pub(super) fn shut<R: Recorder>(r: &mut R, evidence: impl FnOnce() -> Evidence) {
    r.record(&REC_06, REC_06.severity(), Outcome::Inapplicable, evidence);
}
