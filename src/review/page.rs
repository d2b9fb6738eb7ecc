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

impl Page<'_> {
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
        self.write_counts(locale, f)?;
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
        for (name, topics) in WHERE {
            write!(f, "{}{}", name.in_locale(locale), COLON.in_locale(locale))?;
            let of_topic = |section: &&Section<'_>| topics.contains(&section.topic);
            let mut parts = self.sections.iter().filter(of_topic).peekable();
            if parts.peek().is_none() {
                say(NOTHING, locale, f)?;
            }
            let mut between = "";
            for part in parts {
                f.write_str(between)?;
                part.headline.headline(locale, f)?;
                between = SEMICOLON.in_locale(locale);
            }
            writeln!(f)?;
        }
        Ok(())
    }

    /// Writes the number of matters of each severity, and of the rules that are met.
    fn write_counts(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let asking = |concern: Concern| {
            let matters = self.matters.iter();
            let asking = matters.filter(|matter| matter.concern == concern);
            (asking.count(), concern.short())
        };
        let is_breach = |matter: &Matter<'_>| matter.concern != Concern::Unknown;
        let of = |severity: Severity| {
            let matters = self.matters.iter().filter(|matter| is_breach(matter));
            matters
                .filter(|matter| matter.severity() == severity)
                .count()
        };
        let met = |finding: &&Finding| finding.outcome == Outcome::Met;
        let met = self.review.findings().filter(met).count();
        let counts = [
            asking(Concern::Refused),
            asking(Concern::Decision),
            (of(Severity::Critical), CRITICAL),
            (of(Severity::Warning), WARNING),
            (of(Severity::Notice), NOTICE),
            asking(Concern::Unknown),
            (met, MET),
        ];
        list(&counts, locale, f)?;
        writeln!(f)
    }

    /// Writes the gravest matters by what they ask, then the contradictions, then the number of the rest.
    fn write_matters(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let contradictions = self.review.contradictions();
        let of = |concern: Concern| {
            self.matters
                .iter()
                .filter(move |matter| matter.concern == concern)
        };
        let sizes = Concern::ALL.map(|concern| of(concern).count());
        let [refused, decide, at_risk, unknown] = sizes;
        let sizes = [refused, decide, at_risk, unknown, contradictions.len()];
        let shown = shown(sizes);
        for (concern, most) in Concern::ALL.into_iter().zip(shown) {
            let mut matters = of(concern).take(most).peekable();
            if matters.peek().is_some() {
                writeln!(f, "\n{}", concern.text().in_locale(locale))?;
            }
            for matter in matters {
                write!(f, "  {} ", mark(concern))?;
                if concern <= Concern::Decision {
                    let topic = matter.topic.text().in_locale(locale);
                    write!(f, "{topic}{}", COLON.in_locale(locale))?;
                }
                writeln!(f, "{}", matter.display(locale))?;
            }
        }
        let [.., most] = shown;
        if most > 0 {
            writeln!(f, "\n{}", CONTRADICTIONS.in_locale(locale))?;
        }
        for one in contradictions.into_iter().take(most) {
            f.write_str("  ")?;
            super::render::contradiction(one, locale, f)?;
        }
        let mut rest = sizes;
        for (size, shown) in rest.iter_mut().zip(shown) {
            *size = size.saturating_sub(shown);
        }
        self.write_rest(rest, locale, f)
    }

    /// Writes how many matters are not on the page, and how many facts do not count.
    fn write_rest(
        &self,
        rest: [usize; 5],
        locale: Locale,
        f: &mut fmt::Formatter<'_>,
    ) -> fmt::Result {
        let words = Concern::ALL.map(Concern::short).into_iter();
        let words = words.chain([CONTRADICT]);
        let counts: Vec<_> = rest.into_iter().zip(words).collect();
        let total = rest.into_iter().fold(0, usize::saturating_add);
        if total > 0 {
            let [before, after] = MORE.map(|text| text.in_locale(locale));
            write!(f, "\n{before}{total}{after}")?;
            list(&counts, locale, f)?;
            writeln!(f)?;
        }
        let (expired, ahead) = (self.review.expired().count(), self.review.ahead());
        let ahead = usize::try_from(ahead).unwrap_or(usize::MAX);
        if expired.saturating_add(ahead) > 0 {
            write!(f, "{}", LEFT_OUT.in_locale(locale))?;
            list(&[(expired, EXPIRED), (ahead, AHEAD)], locale, f)?;
            writeln!(f)?;
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

/// Writes counted things, without those of which there are none.
fn list(counts: &[(usize, Text)], locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut between = "";
    for (number, word) in counts.iter().filter(|(number, _)| *number > 0) {
        write!(f, "{between}{number} {}", word.in_locale(locale))?;
        between = COMMA.in_locale(locale);
    }
    Ok(())
}

const fn mark(concern: Concern) -> &'static str {
    match concern {
        Concern::Refused => "✗",
        Concern::Decision => "!",
        Concern::AtRisk => "△",
        Concern::Unknown => "?",
    }
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
