use crate::verdict::{Finding, Severity};
use crate::vocab::words::{Text, words};

words! {
    /// The claim of a matter on the reader of a review (事项类别), the gravest first.
    pub open enum Concern {
        /// A rule bars what is asked about, or what is done.
        Refused = "refused", "Refused", "不允许", "不允許";
        /// Only somebody with authority may let it pass.
        Decision = "decision", "Needs a decision", "待裁定", "待裁定";
        /// A rule is breached, and nothing is barred.
        AtRisk = "at-risk", "At risk", "有风险", "有風險";
        /// A fact is missing that a rule needs.
        Unknown = "unknown", "Not known", "尚未查明", "尚未查明";
        /// Somebody with authority lets every finding stand for a time.
        Accepted = "accepted", "Accepted", "已认可", "已認可";
    }
}

impl Concern {
    /// Returns the mark before a matter, which tells the groups apart without a colour.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::review::Concern;
    ///
    /// assert_eq!(Concern::ALL.map(Concern::mark), ["✗", "!", "△", "?", "="]);
    /// ```
    #[must_use]
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Refused => "✗",
            Self::Decision => "!",
            Self::AtRisk => "△",
            Self::Unknown => "?",
            Self::Accepted => "=",
        }
    }

    /// Returns the name within a line, after a number or before a matter.
    pub(super) const fn short(self) -> Text {
        match self {
            Self::Refused => Text::new("refused", "项不允许", "項不允許"),
            Self::Decision => Text::new("to decide", "项待裁定", "項待裁定"),
            Self::AtRisk => Text::new("at risk", "项有风险", "項有風險"),
            Self::Unknown => Text::new("not known", "项尚未查明", "項尚未查明"),
            Self::Accepted => Text::new("accepted", "项已认可", "項已認可"),
        }
    }

    /// Returns what a finding asks of its reader while nobody has accepted it; nothing if it is neither a breach nor
    /// a gap.
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
