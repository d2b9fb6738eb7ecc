use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use crate::policy::Policy;
use crate::review::concern::Concern;
use crate::review::contents::Review;
use crate::review::headline::say;
use crate::review::matter::Matter;
use crate::review::section::Section;
use crate::review::topic::Topic;
use crate::verdict::{Finding, Outcome, Render, Severity};
use crate::vocab::known::Contradiction;
use crate::vocab::words::{Locale, Role, Text};

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
    review: &'a Review,
    sections: Vec<Section<'a>>,
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

    /// Returns where the relationship stands, as on the page: the names of stage, bond, account and people, each
    /// with its answer in a locale.
    ///
    /// # Examples
    ///
    /// ```
    /// # let text = include_str!("../../examples/review/dossier.json");
    /// # let dossier: keqing::dossier::Dossier = serde_json::from_str(text)?;
    /// # let policy = keqing::policy::Policy::standard();
    /// use keqing::vocab::words::Locale;
    ///
    /// let review = keqing::review::review(&policy, &dossier)?;
    /// let [_, (name, answer), ..] = review.page(&policy).standing(Locale::En);
    /// assert_eq!((name, answer.as_str()), ("Bond", "locked in"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn standing(&self, locale: Locale) -> [(&'static str, String); 4] {
        WHERE.map(|(name, topics)| {
            let answer = Answer { page: self, topics };
            (name.in_locale(locale), answer.display(locale).to_string())
        })
    }

    /// Returns the counts of the page with their words, without those of which there are none: refused, to
    /// decide, critical, warnings, to note, not known, met.
    #[must_use]
    pub fn counts(&self) -> Vec<(usize, Text)> {
        let asking = |concern| (self.of(concern).len(), concern.short());
        let of = |severity: Severity| {
            let matters = self.matters.iter();
            let breaches = matters.filter(|matter| matter.concern != Concern::Unknown);
            breaches
                .filter(|matter| matter.severity() == severity)
                .count()
        };
        let met = |finding: &&Finding| finding.outcome == Outcome::Met;
        let met = self.review.findings().filter(met).count();
        some([
            asking(Concern::Refused),
            asking(Concern::Decision),
            (of(Severity::Critical), CRITICAL),
            (of(Severity::Warning), WARNING),
            (of(Severity::Notice), NOTICE),
            asking(Concern::Unknown),
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
        let sizes = Concern::ALL.into_iter().zip(shown(self.sizes()));
        let most = sizes.filter(|(of, _)| *of == concern).map(|(_, most)| most);
        let matters = self.of(concern);
        matters.get(..most.sum()).unwrap_or(matters)
    }

    /// Returns the contradictions that stand on the page.
    #[must_use]
    pub fn shown_contradictions(&self) -> Vec<&'a Contradiction> {
        let mut contradictions = self.review.contradictions();
        let [.., most] = shown(self.sizes());
        contradictions.truncate(most);
        contradictions
    }

    /// Returns how many matters and contradictions do not stand on the page, with their words.
    #[must_use]
    pub fn rest(&self) -> Vec<(usize, Text)> {
        let sizes = self.sizes();
        let mut rest = sizes;
        for (size, shown) in rest.iter_mut().zip(shown(sizes)) {
            *size = size.saturating_sub(shown);
        }
        let words = Concern::ALL.map(Concern::short).into_iter();
        some(rest.into_iter().zip(words.chain([CONTRADICT])))
    }

    /// Returns how many facts do not count, with their words: those that are too old, and those dated later.
    #[must_use]
    pub fn left_out(&self) -> Vec<(usize, Text)> {
        let ahead = usize::try_from(self.review.ahead()).unwrap_or(usize::MAX);
        some([(self.review.expired().count(), EXPIRED), (ahead, AHEAD)])
    }

    /// Returns the matters of a group. They stand together, because the matters are sorted by their groups.
    fn of(&self, concern: Concern) -> &[Matter<'a>] {
        let first = self.matters.partition_point(|one| one.concern < concern);
        let after = self.matters.partition_point(|one| one.concern <= concern);
        self.matters.get(first..after).unwrap_or_default()
    }

    /// Returns the number of the matters of each group, and of the contradictions.
    fn sizes(&self) -> [usize; 5] {
        let [refused, decide, at_risk, unknown] =
            Concern::ALL.map(|concern| self.of(concern).len());
        let contradictions = self.review.contradictions().len();
        [refused, decide, at_risk, unknown, contradictions]
    }
}

impl Review {
    /// Returns the first page of the review, which was made under a policy.
    #[must_use]
    pub fn page<'a>(&'a self, policy: &'a Policy) -> Page<'a> {
        let sections = self.sections();
        Page {
            matters: super::matter::gather(&sections),
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
        super::matter::gather(&self.sections())
    }
}

impl Render for Page<'_> {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_who(locale, f)?;
        self.write_where(locale, f)?;
        list(&self.counts(), locale, f)?;
        writeln!(f)?;
        self.write_matters(locale, f)
    }
}

/// Where the relationship stands: the parts of the review that tell it in one line.
const WHERE: [(Text, &[Topic]); 4] = [
    (Topic::Stage.text(), &[Topic::Stage]),
    (BOND, &[Topic::Bond]),
    (
        Topic::Account.text(),
        &[Topic::Account, Topic::PaymentHabit, Topic::Dunning],
    ),
    (PEOPLE, &[Topic::Departure, Topic::Concentration]),
];

impl Page<'_> {
    fn write_who(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [supplier, customer] = &self.review.between;
        let [as_of, under] = [AS_OF, POLICY].map(|text| text.in_locale(locale));
        let (date, policy) = (self.review.as_of(), self.policy);
        write!(f, "{supplier} → {customer}{as_of}{date}{under}{policy}")?;
        if let Some(role) = self.reader {
            let (only, role) = (ONLY_FOR.in_locale(locale), role.text());
            write!(f, "{only}{}", role.in_locale(locale))?;
        }
        writeln!(f)
    }

    fn write_where(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, answer) in self.standing(locale) {
            writeln!(f, "{name}{}{answer}", COLON.in_locale(locale))?;
        }
        Ok(())
    }

    /// Writes the gravest matters by what they ask, then the contradictions, then the number of the rest.
    fn write_matters(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for concern in Concern::ALL {
            let matters = self.shown(concern);
            if !matters.is_empty() {
                writeln!(f, "\n{}", concern.text().in_locale(locale))?;
            }
            for matter in matters {
                write!(f, "  {} ", concern.mark())?;
                if concern <= Concern::Decision {
                    let topic = matter.topic.text().in_locale(locale);
                    write!(f, "{topic}{}", COLON.in_locale(locale))?;
                }
                writeln!(f, "{}", matter.display(locale))?;
            }
        }
        let contradictions = self.shown_contradictions();
        if !contradictions.is_empty() {
            writeln!(f, "\n{}", CONTRADICTIONS.in_locale(locale))?;
        }
        for one in contradictions {
            writeln!(f, "  {}", one.display(locale))?;
        }
        self.write_rest(locale, f)
    }

    /// Writes how many matters are not on the page, and how many facts do not count.
    fn write_rest(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rest = self.rest();
        if !rest.is_empty() {
            let total = rest.iter().map(|(number, _)| *number);
            let total = total.fold(0, usize::saturating_add);
            let [before, after] = MORE.map(|text| text.in_locale(locale));
            write!(f, "\n{before}{total}{after}")?;
            list(&rest, locale, f)?;
            writeln!(f)?;
        }
        let left_out = self.left_out();
        if !left_out.is_empty() {
            write!(f, "{}", LEFT_OUT.in_locale(locale))?;
            list(&left_out, locale, f)?;
            writeln!(f)?;
        }
        Ok(())
    }
}

/// The answer of some parts of a review in one line.
struct Answer<'a> {
    page: &'a Page<'a>,
    topics: &'a [Topic],
}

impl Render for Answer<'_> {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of_topic = |section: &&Section<'_>| self.topics.contains(&section.topic);
        let mut parts = self.page.sections.iter().filter(of_topic).peekable();
        if parts.peek().is_none() {
            return say(NOTHING, locale, f);
        }
        let mut between = "";
        for part in parts {
            f.write_str(between)?;
            part.headline.headline(locale, f)?;
            between = SEMICOLON.in_locale(locale);
        }
        Ok(())
    }
}

/// Returns how many lines each group has: some in any case, and the rest goes to the gravest.
fn shown(sizes: [usize; 5]) -> [usize; 5] {
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

/// Writes counted things.
fn list(counts: &[(usize, Text)], locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut between = "";
    for (number, word) in counts {
        write!(f, "{between}{number} {}", word.in_locale(locale))?;
        between = COMMA.in_locale(locale);
    }
    Ok(())
}

const AHEAD: Text = Text::new("dated later", "项日期在后", "項日期在後");
const AS_OF: Text = Text::new(", as of ", "，截至 ", "，截至 ");
const BOND: Text = Text::new("Bond", "纽带", "紐帶");
const COLON: Text = Text::new(": ", "：", "：");
const COMMA: Text = Text::new(", ", "，", "，");
const CONTRADICT: Text = Text::new("contradictions", "处矛盾", "處矛盾");
const CONTRADICTIONS: Text = Text::new("Contradictions", "矛盾", "矛盾");
const CRITICAL: Text = Text::new("critical", "项严重", "項嚴重");
const EXPIRED: Text = Text::new("too old", "项已失效", "項已失效");
const LEFT_OUT: Text = Text::new(
    "Facts that do not count: ",
    "不计入的事实：",
    "不計入的事實：",
);
const MET: Text = Text::new("met", "项符合", "項符合");
const MORE: [Text; 2] = [
    Text::new("and ", "另有 ", "另有 "),
    Text::new(" more: ", " 项：", " 項："),
];
const NOTHING: Text = Text::new("not in the dossier", "档案中无此内容", "檔案中無此內容");
const NOTICE: Text = Text::new("to note", "项提示", "項提示");
const ONLY_FOR: Text = Text::new(", only for the ", "，仅供", "，僅供");
const PEOPLE: Text = Text::new("People", "人员", "人員");
const POLICY: Text = Text::new(", policy ", "，依据政策 ", "，依據政策 ");
const SEMICOLON: Text = Text::new("; ", "；", "；");
const WARNING: Text = Text::new("warnings", "项警告", "項警告");
