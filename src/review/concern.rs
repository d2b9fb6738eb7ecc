use crate::verdict::{Finding, Severity};
use crate::vocab::words::words;

words! {
    /// The claim of a matter on the reader of a review (事项类别), the gravest first.
    pub open enum Concern {
        /// A rule bars what is asked about, or what is done.
        Refused = "refused", "Refused", "不予准许", "不予准許";
        /// Only somebody with authority may let it pass.
        Decision = "decision", "Needs a decision", "待裁定", "待裁定";
        /// A rule is breached, and nothing is barred.
        AtRisk = "at-risk", "At risk", "有风险", "有風險";
        /// A fact is missing that a rule needs.
        Unknown = "unknown", "Not known", "尚未查明", "尚未查明";
    }
}

impl Concern {
    /// Returns what a finding asks of its reader; nothing if it is neither a breach nor a gap.
    pub(super) const fn of(finding: &Finding) -> Option<Self> {
        if finding.is_gap() {
            return Some(Self::Unknown);
        }
        if !finding.is_breach() {
            return None;
        }
        Some(match finding.severity {
            Severity::Bar => Self::Refused,
            Severity::Escalate(_) => Self::Decision,
            Severity::Notice | Severity::Warning | Severity::Critical => Self::AtRisk,
        })
    }
}
