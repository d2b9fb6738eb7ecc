use core::fmt;

use crate::lifecycle::{Move, Placement, State};
use crate::review::{Review, Section, Topic};
use crate::rulebook;
use crate::verdict::{Assessment, Finding, Outcome, Render, RuleId, Verdict};
use crate::vocab::{Known, Locale, Side, Text, TrustLevel};

impl Render for Review {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [supplier, customer] = &self.between;
        writeln!(f, "{supplier} → {customer}, {}", self.facts.as_of)?;
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
        for section in self.sections() {
            write!(f, "\n## {}", section.topic.text().in_locale(locale))?;
            write!(f, "{}", COLON.in_locale(locale))?;
            self.headline(&section, locale, f)?;
            writeln!(f)?;
            findings(&section, locale, f)?;
        }
        Ok(())
    }
}

/// One block a rule, the gravest first: what it demands, where that comes from, what it found.
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
        let mark = match finding.outcome {
            Outcome::Breached => "✗",
            Outcome::Missing(_) => "?",
            Outcome::Met => "✓",
            Outcome::Inapplicable => "–",
        };
        writeln!(f, "    {mark} {}", finding.display(locale))?;
    }
    Ok(())
}

/// How grave what one rule found is: the gravest of its findings.
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

impl Review {
    fn headline(
        &self,
        section: &Section<'_>,
        locale: Locale,
        f: &mut fmt::Formatter<'_>,
    ) -> fmt::Result {
        let verdict = |list: &[Verdict], f: &mut fmt::Formatter<'_>| {
            list.get(section.place)
                .map_or(Ok(()), |verdict| say(verdict.decision().text(), locale, f))
        };
        match section.topic {
            Topic::Stage => value(&self.placement, locale, f, |found, f| {
                placement(found, locale, f)
            }),
            Topic::NextMove => value(&self.placement, locale, f, |found, f| {
                moved(found.proposed, locale, f)?;
                f.write_str(COLON.in_locale(locale))?;
                say(found.verdict.decision().text(), locale, f)
            }),
            Topic::ProposedMove => verdict(self.proposed.as_slice(), f),
            Topic::Strategy => verdict(self.strategy.as_slice(), f),
            Topic::Assignment => verdict(self.assignment.as_slice(), f),
            Topic::Measure => verdict(&self.measures, f),
            Topic::Action => verdict(&self.actions, f),
            Topic::Investment => verdict(&self.investments, f),
            _ => self.party_headline(section, locale, f),
        }
    }

    fn party_headline(
        &self,
        section: &Section<'_>,
        locale: Locale,
        f: &mut fmt::Formatter<'_>,
    ) -> fmt::Result {
        match section.topic {
            Topic::Trust => value(&self.trust, locale, f, |found, f| {
                trust(PERSONAL, found.aggregate.personal, locale, f)?;
                f.write_str(COMMA.in_locale(locale))?;
                trust(ORGANIZATIONAL, found.aggregate.organizational, locale, f)
            }),
            Topic::Feeling => maybe(&self.feeling, locale, f, |found, f| {
                write!(f, "{} {}", AFFECT.in_locale(locale), found.mean)?;
                write!(
                    f,
                    "{}{} {}",
                    COMMA.in_locale(locale),
                    WORST.in_locale(locale),
                    found.worst
                )
            }),
            Topic::Alignment(side) => {
                let alignment = match side {
                    Side::Supplier => &self.supplier_alignment,
                    Side::Customer => &self.customer_alignment,
                };
                maybe(alignment, locale, f, |found, f| {
                    say(found.kind.text(), locale, f)
                })
            }
            Topic::Advantage => maybe(&self.advantage, locale, f, |found, f| {
                let holder = found.holder.map_or(NOBODY, Side::text);
                write!(
                    f,
                    "{} ({})",
                    holder.in_locale(locale),
                    found.reason.text().in_locale(locale)
                )
            }),
            Topic::Concentration => value(&self.concentration, locale, f, |found, f| {
                for (place, side) in Side::ALL.into_iter().enumerate() {
                    let on = found.on(side);
                    f.write_str(if place == 0 {
                        ""
                    } else {
                        COMMA.in_locale(locale)
                    })?;
                    write!(
                        f,
                        "{} {} {}",
                        side.text().in_locale(locale),
                        on.largest.person,
                        on.largest.share
                    )?;
                    write!(f, " ({})", on.reliance.text().in_locale(locale))?;
                }
                Ok(())
            }),
            Topic::Coverage => value(&self.coverage, locale, f, |found, f| {
                let departments = found.departments.len();
                write!(f, "{departments} {}", DEPARTMENTS.in_locale(locale))?;
                write!(
                    f,
                    "{}{} {}",
                    COMMA.in_locale(locale),
                    found.gaps.len(),
                    GAPS.in_locale(locale)
                )
            }),
            Topic::Departure => match self.departures.get(section.place) {
                Some(effect) => value(effect, locale, f, |found, f| {
                    say(found.continuity.text(), locale, f)
                }),
                None => Ok(()),
            },
            Topic::People => maybe(&self.people, locale, f, |found, f| {
                match found.breaks_at() {
                    Some(link) => write!(
                        f,
                        "{} {}",
                        BREAKS.in_locale(locale),
                        link.text().in_locale(locale)
                    ),
                    None => say(UNBROKEN, locale, f),
                }
            }),
            _ => Ok(()),
        }
    }
}

fn placement(found: &Placement, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match found.supported {
        State::Active(stage) => write!(f, "{}", stage.text().in_locale(locale))?,
        State::Interrupted(stage) => {
            write!(
                f,
                "{} {}",
                INTERRUPTED.in_locale(locale),
                stage.text().in_locale(locale)
            )?;
        }
    }
    write!(
        f,
        " {}{}",
        SUPPORTED.in_locale(locale),
        COMMA.in_locale(locale)
    )?;
    moved(found.granted, locale, f)?;
    write!(f, " {}", GRANTED.in_locale(locale))?;
    if let Some(trajectory) = found.trajectory {
        write!(
            f,
            "{}{}",
            COMMA.in_locale(locale),
            trajectory.text().in_locale(locale)
        )?;
    }
    for flag in found.flags {
        write!(f, " [{}]", flag.text().in_locale(locale))?;
    }
    Ok(())
}

fn moved(by: Move, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let (word, to) = match by {
        Move::Advance { to } => (Text::new("advance to", "升至", "升至"), Some(to)),
        Move::Hold => (Text::new("hold", "保持", "保持"), None),
        Move::Interrupt => (Text::new("interruption", "中断", "中斷"), None),
        Move::Recover => (Text::new("recovery", "恢复", "恢復"), None),
        Move::Regress { to } => (Text::new("fall back to", "退至", "退至"), Some(to)),
    };
    say(word, locale, f)?;
    to.map_or(Ok(()), |stage| {
        write!(f, " {}", stage.text().in_locale(locale))
    })
}

fn trust(
    kind: Text,
    level: Known<TrustLevel>,
    locale: Locale,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let level = level.value().map_or(UNKNOWN, |level| level.text());
    write!(f, "{} {}", kind.in_locale(locale), level.in_locale(locale))
}

fn maybe<T>(
    assessment: &Option<Assessment<T>>,
    locale: Locale,
    f: &mut fmt::Formatter<'_>,
    words: impl FnOnce(&T, &mut fmt::Formatter<'_>) -> fmt::Result,
) -> fmt::Result {
    assessment
        .as_ref()
        .map_or(Ok(()), |assessment| value(assessment, locale, f, words))
}

fn value<T>(
    assessment: &Assessment<T>,
    locale: Locale,
    f: &mut fmt::Formatter<'_>,
    words: impl FnOnce(&T, &mut fmt::Formatter<'_>) -> fmt::Result,
) -> fmt::Result {
    match assessment.value() {
        Some(value) => words(value, f),
        None => say(UNDECIDED, locale, f),
    }
}

fn say(text: Text, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(text.in_locale(locale))
}

const AFFECT: Text = Text::new("mean affect", "平均情感", "平均情感");
const BREACHED: Text = Text::new("breached", "项违反", "項違反");
const BREAKS: Text = Text::new("the chain breaks at", "链条断于", "鏈條斷於");
const COLON: Text = Text::new(": ", "：", "：");
const COMMA: Text = Text::new(", ", "，", "，");
const DEPARTMENTS: Text = Text::new("departments in contact", "个部门有联系", "個部門有聯繫");
const GAPS: Text = Text::new(
    "gaps to the next stage",
    "处缺口（对照下一阶段）",
    "處缺口（對照下一階段）",
);
const GRANTED: Text = Text::new("granted", "获准", "獲准");
const INTERRUPTED: Text = Text::new("interruption of", "中断，原为", "中斷，原為");
const MET: Text = Text::new("met", "项符合", "項符合");
const MISSING: Text = Text::new("missing a fact", "项缺少事实", "項缺少事實");
const NOBODY: Text = Text::new("nobody", "双方均无", "雙方均無");
const ORGANIZATIONAL: Text = Text::new("organizations", "组织之间", "組織之間");
const PERSONAL: Text = Text::new("people", "个人之间", "個人之間");
const SUPPORTED: Text = Text::new("supported by the facts", "为事实所支持", "為事實所支持");
const UNBROKEN: Text = Text::new(
    "the chain holds as far as it is known",
    "就所知而言链条未断",
    "就所知而言鏈條未斷",
);
const UNDECIDED: Text = Text::new(
    "undecided, facts are missing",
    "未决：缺少事实",
    "未決：缺少事實",
);
const UNKNOWN: Text = Text::new("unknown", "未知", "未知");
const WORST: Text = Text::new("lowest:", "最低：", "最低：");
