use alloc::vec::Vec;

use crate::policy::Policy;
use crate::review::acceptance::AcceptanceState;
use crate::review::concern::Concern;
use crate::review::contents::Review;
use crate::review::matter::Matter;
use crate::review::section::Section;
use crate::verdict::{Finding, Outcome, Severity};
use crate::vocab::known::Contradiction;
use crate::vocab::words::{Role, Text};

/// The first page of a review (评审首页): what a director reads in ten seconds.
///
/// It says who is reviewed, as of when and under which policy, and has one line each for stage, bond, account
/// and people. Then it lists the gravest matters, and counts the rest. It has at most 45 lines in each locale.
/// The whole review is what [`Review`] renders itself.
///
/// # Examples
///
/// ```
/// use keqing::dossier::Dossier;
/// use keqing::policy::Policy;
/// use keqing::review::review;
/// use keqing::verdict::Render;
/// use keqing::vocab::words::Locale;
/// # let text = r#"{
/// #     "party": {"parties": {
/// #         "supplier-organization": {"id": "s-1", "name": "Hangzhou Valves"},
/// #         "supplier-operator": {"vacant": {"since": "2024-05-01"}},
/// #         "customer-organization": {"id": "c-1", "name": "Ningbo Pumps"},
/// #         "customer-operator": {"people": [{"id": "wang-fang", "department": "purchasing", "level": "manager"}]}
/// #     }},
/// #     "lifecycle": {
/// #         "standing": {"state": {"active": "initial"}, "since": "2024-01-01"},
/// #         "stage": {"as-of": "2024-12-31"}
/// #     }
/// # }"#;
/// let dossier: Dossier = serde_json::from_str(text)?;
/// let policy = Policy::standard();
/// let review = review(&policy, &dossier)?;
/// let page = review.page(&policy).display(Locale::En).to_string();
/// assert!(page.starts_with("Hangzhou Valves → Ningbo Pumps, as of 2024-12-31"));
/// assert!(page.lines().count() <= 45);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Page<'a> {
    /// Every matter of the review, the gravest first.
    pub matters: Vec<Matter<'a>>,
    contradictions: Vec<&'a Contradiction>,
    pub(super) review: &'a Review,
    pub(super) sections: Vec<Section<'a>>,
    policy: &'a str,
    reader: Option<Role>,
}

impl<'a> Page<'a> {
    /// The number of lines about matters and contradictions.
    pub const LINES: usize = 12;

    /// The number of lines that a group of matters keeps, however many graver ones there are.
    const KEPT: usize = 1;

    /// Returns the page with only those matters of which one of the four parties needs to know.
    #[must_use]
    pub fn only_for(mut self, role: Role) -> Self {
        self.matters.retain(|matter| matter.is_for(role));
        self.reader = Some(role);
        self
    }

    /// Returns the version of the policy under which the review was made.
    #[must_use]
    pub const fn policy(&self) -> &'a str {
        self.policy
    }

    /// Returns the party for whom the page is, if it is for one.
    #[must_use]
    pub const fn reader(&self) -> Option<Role> {
        self.reader
    }

    /// Returns the counts of the page with their words, without those of which there are none: refused, to
    /// decide, critical, warnings, to note, not known, accepted, met.
    #[must_use]
    pub fn counts(&self) -> Vec<(usize, Text)> {
        let asking = |concern| (self.of(concern).len(), concern.short());
        let of = |severity: Severity| {
            let matters = self.matters.iter();
            let breaches = matters.filter(|matter| matter.concern < Concern::Unknown);
            breaches
                .filter(|matter| matter.severity() == severity)
                .count()
        };
        let met = |finding: &&Finding| finding.outcome == Outcome::Met;
        let findings = self.sections.iter().flat_map(|section| section.findings);
        let met = findings.filter(met).count();
        some([
            asking(Concern::Refused),
            asking(Concern::Decision),
            (of(Severity::Critical), CRITICAL),
            match of(Severity::Warning) {
                1 => (1, ONE_WARNING),
                more => (more, WARNING),
            },
            (of(Severity::Notice), NOTICE),
            asking(Concern::Unknown),
            asking(Concern::Accepted),
            (met, MET),
        ])
    }

    /// Returns the matters of a group that stand on the page; the others of the group come after them in
    /// [`Page::matters`].
    ///
    /// # Examples
    ///
    /// ```
    /// # let text = include_str!("../../examples/review/dossier.json");
    /// # let dossier: keqing::dossier::Dossier = serde_json::from_str(text)?;
    /// # let policy = keqing::policy::Policy::standard();
    /// use keqing::review::{Concern, Page};
    ///
    /// let review = keqing::review::review(&policy, &dossier)?;
    /// let page = review.page(&policy);
    /// let shown = Concern::ALL.map(|concern| page.shown(concern).len());
    /// let lines = shown.iter().sum::<usize>() + page.shown_contradictions().len();
    /// assert!(lines <= Page::LINES && lines < page.matters.len());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn shown(&self, concern: Concern) -> &[Matter<'a>] {
        let [refused, decide, at_risk, unknown, _, accepted] = shown(self.sizes());
        let most = match concern {
            Concern::Refused => refused,
            Concern::Decision => decide,
            Concern::AtRisk => at_risk,
            Concern::Unknown => unknown,
            Concern::Accepted => accepted,
        };
        let matters = self.of(concern);
        matters.get(..most).unwrap_or(matters)
    }

    /// Returns the contradictions that stand on the page.
    #[must_use]
    pub fn shown_contradictions(&self) -> &[&'a Contradiction] {
        let [.., most, _] = shown(self.sizes());
        let all = &self.contradictions;
        all.get(..most).unwrap_or(all)
    }

    /// Returns how many matters and contradictions do not stand on the page, with their words.
    #[must_use]
    pub fn rest(&self) -> Vec<(usize, Text)> {
        let sizes = self.sizes();
        let mut rest = sizes;
        for (size, shown) in rest.iter_mut().zip(shown(sizes)) {
            *size = size.saturating_sub(shown);
        }
        let [refused, decide, at_risk, unknown, accepted] = Concern::ALL.map(Concern::short);
        let words = [refused, decide, at_risk, unknown, CONTRADICT, accepted];
        some(rest.into_iter().zip(words))
    }

    /// Returns how many facts do not count, with their words: those that are too old, those dated later, and
    /// acceptances that have ended.
    #[must_use]
    pub fn left_out(&self) -> Vec<(usize, Text)> {
        let ahead = usize::try_from(self.review.ahead()).unwrap_or(usize::MAX);
        let ended = self.review.acceptances.iter();
        let ended = ended.filter(|one| one.state == AcceptanceState::Ended);
        let ended = match ended.count() {
            1 => (1, ENDED_ONE),
            more => (more, ENDED),
        };
        some([
            (self.review.expired().count(), EXPIRED),
            (ahead, AHEAD),
            ended,
        ])
    }

    /// Returns the matters of a group. They stand together, because the matters are sorted by their groups.
    fn of(&self, concern: Concern) -> &[Matter<'a>] {
        let first = self.matters.partition_point(|one| one.concern < concern);
        let after = self.matters.partition_point(|one| one.concern <= concern);
        self.matters.get(first..after).unwrap_or_default()
    }

    /// Returns the number of the matters of each group, and of the contradictions, in the order of the page.
    fn sizes(&self) -> [usize; 6] {
        let [refused, decide, at_risk, unknown, accepted] =
            Concern::ALL.map(|concern| self.of(concern).len());
        let contradictions = self.contradictions.len();
        [refused, decide, at_risk, unknown, contradictions, accepted]
    }
}

impl Review {
    /// Returns the first page of the review, which was made under a policy.
    #[must_use]
    pub fn page<'a>(&'a self, policy: &'a Policy) -> Page<'a> {
        let sections = self.sections();
        Page {
            matters: super::matter::gather(&sections, &self.acceptances),
            contradictions: self.contradictions(),
            review: self,
            sections,
            policy: policy.version(),
            reader: None,
        }
    }

    /// Lists the matters of the review, the gravest first: each fact that stands against the relationship or is
    /// missing, with every finding that hangs on it.
    #[must_use]
    pub fn matters(&self) -> Vec<Matter<'_>> {
        super::matter::gather(&self.sections(), &self.acceptances)
    }
}

/// Returns how many lines each group has: some in any case, and the rest goes to the gravest.
fn shown(sizes: [usize; 6]) -> [usize; 6] {
    let mut shown = sizes.map(|size| size.min(Page::KEPT));
    let kept = shown.into_iter().fold(0, usize::saturating_add);
    let mut left = Page::LINES.saturating_sub(kept);
    for (lines, size) in shown.iter_mut().zip(sizes) {
        let more = size.saturating_sub(*lines).min(left);
        *lines = lines.saturating_add(more);
        left = left.saturating_sub(more);
    }
    shown
}

/// Returns counted things without those of which there are none.
fn some(counts: impl IntoIterator<Item = (usize, Text)>) -> Vec<(usize, Text)> {
    let counts = counts.into_iter();
    counts.filter(|(number, _)| *number > 0).collect()
}

const AHEAD: Text = Text::new("dated later", "项日期在后", "項日期在後");
const CONTRADICT: Text = Text::new("contradictions", "处矛盾", "處矛盾");
const CRITICAL: Text = Text::new("critical", "项严重", "項嚴重");
const ENDED: Text = Text::new("acceptances ended", "项认可已到期", "項認可已到期");
const ENDED_ONE: Text = Text::new("acceptance ended", "项认可已到期", "項認可已到期");
const EXPIRED: Text = Text::new("too old", "项已失效", "項已失效");
const MET: Text = Text::new("met", "项符合", "項符合");
const NOTICE: Text = Text::new("to note", "项提示", "項提示");
const ONE_WARNING: Text = Text::new("warning", "项警告", "項警告");
const WARNING: Text = Text::new("warnings", "项警告", "項警告");
