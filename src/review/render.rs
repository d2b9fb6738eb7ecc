use core::fmt;

use crate::review::contents::Review;
use crate::review::section::{Marked, Section};
use crate::rulebook;
use crate::verdict::{Fact, Finding, Outcome, Presence, Render, RuleId};
use crate::vocab::known::{Contradiction, Said};
use crate::vocab::words::{Locale, Text};

impl Render for Review {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [supplier, customer] = &self.between;
        writeln!(f, "{supplier} → {customer}, {}", self.as_of())?;
        partial(self, locale, f)?;
        let count =
            |kept: fn(&Finding) -> bool| self.findings().filter(|finding| kept(finding)).count();
        let (breaches, gaps) = (count(Finding::is_breach), count(Finding::is_gap));
        let held = count(|finding| finding.outcome == Outcome::Met);
        let words = [(breaches, BREACHED), (gaps, MISSING), (held, MET)];
        for (place, (number, word)) in words.into_iter().enumerate() {
            let between = if place == 0 {
                ""
            } else {
                COMMA.in_locale(locale)
            };
            write!(f, "{between}{number} {}", word.in_locale(locale))?;
        }
        writeln!(f)?;
        self.write_what_differs(locale, f)?;
        for section in self.sections() {
            heading(&section, locale, f)?;
            findings(&section, locale, f)?;
        }
        Ok(())
    }
}

/// Writes the parts of the dossier that were left out because of their faults, if there are any.
pub(super) fn partial(review: &Review, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if review.left_out.is_empty() {
        return Ok(());
    }
    let paths = review.left_out.join(COMMA.in_locale(locale));
    writeln!(f, "{}{paths}", PARTIAL.in_locale(locale))
}

impl Review {
    /// Writes what has expired, the contradictions of the dossier, and the number of facts that are left out.
    fn write_what_differs(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ahead = self.ahead();
        if ahead > 0 {
            let [before, between, after] = AHEAD.map(|text| text.in_locale(locale));
            writeln!(f, "{before}{}{between}{ahead}{after}", self.as_of())?;
        }
        let mut expired = self.expired().peekable();
        if expired.peek().is_some() {
            writeln!(f, "\n## {}", EXPIRED.in_locale(locale))?;
        }
        for one in expired {
            let [before, after] = SINCE.map(|text| text.in_locale(locale));
            writeln!(f, "  ? {}{before}{}{after}", one.path, one.since)?;
        }
        let mut contradictions = self.contradictions().into_iter().peekable();
        if contradictions.peek().is_some() {
            writeln!(f, "\n## {}", CONTRADICTIONS.in_locale(locale))?;
        }
        for one in contradictions {
            writeln!(f, "  {}", one.display(locale))?;
        }
        Ok(())
    }
}

/// A contradiction in one line, and which of its sides counts.
impl Render for Contradiction {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("≠ ")?;
        let (first, second) = (&self.first, &self.second);
        place(first, locale, f)?;
        said(first, locale, f)?;
        f.write_str(AGAINST.in_locale(locale))?;
        if first.path != second.path {
            place(second, locale, f)?;
        }
        said(second, locale, f)?;
        let verdict = if self.is_even() { NEITHER } else { FIRST };
        f.write_str(verdict.in_locale(locale))
    }
}

/// Writes where a side of a contradiction stands: the fact, if the field has the name of one, and the path.
fn place(said: &Said, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let (path, colon) = (&said.path, COLON.in_locale(locale));
    let field = path.rsplit('.').next().unwrap_or(path);
    match field.parse::<Fact>() {
        Ok(fact) => write!(f, "{} ({path}){colon}", fact.text().in_locale(locale)),
        Err(_) => write!(f, "{path}{colon}"),
    }
}

/// Writes one side of a contradiction: the value, its grade, its day and its person.
fn said(said: &Said, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let value = said.value.trim_matches('"');
    let word = value
        .parse::<Presence>()
        .map(|word| word.text().in_locale(locale));
    let grade = said.grade.text().in_locale(locale);
    write!(f, "{} ({grade}", word.unwrap_or(value))?;
    if let Some(on) = said.on {
        write!(f, "{}{on}", COMMA.in_locale(locale))?;
    }
    if let Some(by) = said.by {
        write!(f, "{}{by}", COMMA.in_locale(locale))?;
    }
    write!(f, ")")
}

/// Writes the topic of a part and its answer in one line.
pub(super) fn heading(
    section: &Section<'_>,
    locale: Locale,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    write!(f, "\n## {}", section.topic.text().in_locale(locale))?;
    write!(f, "{}", COLON.in_locale(locale))?;
    section.headline.headline(locale, f)?;
    writeln!(f)
}

/// Writes one finding of a part, with its mark.
pub(super) fn marked(
    section: &Section<'_>,
    finding: &Finding,
    locale: Locale,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    writeln!(f, "    {}", Marked(section, finding).display(locale))
}

/// Writes one block for each rule, the gravest first: its statement, its source and its findings.
fn findings(section: &Section<'_>, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for gravity in [Gravity::Breach, Gravity::Gap, Gravity::Rest] {
        for (place, finding) in section.findings.iter().enumerate() {
            let earlier = section.findings.iter().take(place);
            let is_first = earlier.clone().all(|other| other.rule != finding.rule);
            if is_first && Gravity::of(section, finding.rule) == gravity {
                block(section, finding.rule, locale, f)?;
            }
        }
    }
    for remedy in &section.remedies {
        writeln!(f, "  → {}", remedy.display(locale))?;
    }
    Ok(())
}

fn block(
    section: &Section<'_>,
    rule: RuleId,
    locale: Locale,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    if let Some(card) = rulebook::card(rule) {
        writeln!(f, "  {}", rulebook::Entry(card).display(locale))?;
    }
    for finding in section
        .findings
        .iter()
        .filter(|finding| finding.rule == rule)
    {
        marked(section, finding, locale, f)?;
    }
    Ok(())
}

/// The gravity of the findings of one rule: that of the gravest.
#[derive(Eq, PartialEq)]
enum Gravity {
    Breach,
    Gap,
    Rest,
}

impl Gravity {
    fn of(section: &Section<'_>, rule: RuleId) -> Self {
        let has = |kept: fn(&Finding) -> bool| {
            section
                .findings
                .iter()
                .any(|finding| finding.rule == rule && kept(finding))
        };
        if has(Finding::is_breach) {
            Self::Breach
        } else if has(Finding::is_gap) {
            Self::Gap
        } else {
            Self::Rest
        }
    }
}

const AGAINST: Text = Text::new(", against ", "，与之矛盾者：", "，與之矛盾者：");
const AHEAD: [Text; 3] = [
    Text::new("dated after ", "日期晚于 ", "日期晚於 "),
    Text::new(" and left out: ", " 而不计者：", " 而不計者："),
    Text::new("", " 项", " 項"),
];
const BREACHED: Text = Text::new("breached", "项违反", "項違反");
const COLON: Text = Text::new(": ", "：", "：");
const COMMA: Text = Text::new(", ", "，", "，");
const MET: Text = Text::new("met", "项符合", "項符合");
const MISSING: Text = Text::new("missing a fact", "项缺少事实", "項缺少事實");
const CONTRADICTIONS: Text = Text::new(
    "Contradictions in the dossier",
    "档案中的矛盾",
    "檔案中的矛盾",
);
const EXPIRED: Text = Text::new(
    "Learnt too long ago to count",
    "为时过久、不再计入的事实",
    "為時過久、不再計入的事實",
);
const FIRST: Text = Text::new("; the first counts", "；以前者为准", "；以前者為準");
const NEITHER: Text = Text::new("; neither counts", "；两者均不采信", "；兩者均不採信");
const PARTIAL: Text = Text::new(
    "PARTIAL REVIEW, left out because of their faults: ",
    "部分评审，以下内容有误而未计入：",
    "部分評審，以下內容有誤而未計入：",
);
const SINCE: [Text; 2] = [
    Text::new(": unknown since ", "：自 ", "：自 "),
    Text::new("", " 起未知", " 起未知"),
];
