use alloc::boxed::Box;
use alloc::vec::Vec;
use core::fmt;

use rust_decimal::Decimal;

use crate::dossier::Dossier;
use crate::form::every;
use crate::lifecycle::LifecyclePolicy;
use crate::party::alignment::{Advantage, Alignment};
use crate::party::continuity::{Concentration, Coverage, CoverageTarget, DepartureEffect};
use crate::party::feeling::Feeling;
use crate::party::integrity::JudgedGain;
use crate::party::people::PeopleReport;
use crate::party::trust::TrustPicture;
use crate::party::{PartyGiven, PartyPicture, assess_boxed};
use crate::policy::Policy;
use crate::review::error::ReviewError;
use crate::review::headline::{Headline, Things, comma, count, label, say};
use crate::review::section::{Section, assessed, judged, maybe};
use crate::review::topic::Topic;
use crate::review::{gains, people};
use crate::satisfaction::SatisfactionPicture;
use crate::verdict::{Presence, Render, Subject, Verdict, brief};
use crate::vocab::known::Known;
use crate::vocab::words::{Locale, Side, Stage, Text, TrustLevel};

/// The step `party.assess`, which has the register: a name of the dossier that is unknown in it is an error.
pub(super) fn step(
    policy: &Policy,
    dossier: &Dossier,
    satisfaction: Option<&SatisfactionPicture>,
    unknown: Vec<ReviewError>,
) -> Result<Box<PartyPicture>, ReviewError> {
    let stage = dossier.lifecycle.standing.stage();
    let mut given = PartyGiven::new(dossier.as_of());
    given.coverage = target(policy.lifecycle(), stage);
    given.satisfaction_gap = gap(satisfaction);
    given.gains = gains::stated(policy, dossier);
    let assessed = assess_boxed(policy.party(), &dossier.party, &given);
    let untold = assessed.as_ref().err().into_iter();
    let untold: Vec<ReviewError> = untold
        .flat_map(|error| people::untold(error, &unknown))
        .collect();
    every(unknown.into_iter().chain(untold).map(Err))?;
    Ok(assessed?)
}

/// Returns the contacts that the stage above requires, or the stage itself at the top.
fn target(policy: &LifecyclePolicy, stage: Stage) -> CoverageTarget {
    let gate = policy.gate(stage.next().unwrap_or(stage));
    let mut target = CoverageTarget::NOTHING;
    if let Some(asked) = gate.departments {
        target.departments = asked.least;
    }
    if let Some(asked) = gate.joint_functions {
        target.functions = asked.least;
    }
    if gate.executive_tie.is_some() {
        target.executive_tie = Presence::Present;
    }
    target
}

/// Returns the customer's satisfaction less its expectation, as it was measured (PPL-01).
fn gap(satisfaction: Option<&SatisfactionPicture>) -> Known<Decimal> {
    let measured = satisfaction.and_then(|picture| picture.satisfaction.as_ref()?.value());
    measured.map_or(Known::Unknown, |found| {
        Known::graded(found.gap, found.grade)
    })
}

/// Lists the parts about the four parties.
pub(super) fn sections(picture: &PartyPicture) -> impl Iterator<Item = Section<'_>> {
    let people = [
        Some(assessed(Topic::Trust, &picture.trust)),
        maybe(Topic::Feeling, &picture.feeling),
        maybe(
            Topic::Alignment(Side::Supplier),
            &picture.supplier_alignment,
        ),
        maybe(
            Topic::Alignment(Side::Customer),
            &picture.customer_alignment,
        ),
        maybe(Topic::Advantage, &picture.advantage),
        Some(assessed(Topic::Concentration, &picture.concentration)),
        Some(assessed(Topic::Coverage, &picture.coverage)),
    ];
    let departures = picture.departures.iter();
    let departures = departures.map(|effect| assessed(Topic::Departure, effect));
    let assignment = picture.assignment.iter();
    let assignment = assignment.map(|verdict| judged(Topic::Assignment, verdict));
    let staff = maybe(Topic::People, &picture.people);
    people
        .into_iter()
        .flatten()
        .chain(departures)
        .chain(assignment)
        .chain(staff)
        .chain(all(Topic::Measure, &picture.measures))
        .chain(all(Topic::Action, &picture.actions))
        .chain(all(Topic::Investment, &picture.investments))
        .chain(picture.gains.iter().map(gained))
}

fn gained(gain: &JudgedGain) -> Section<'_> {
    Section {
        headline: gain,
        ..judged(Topic::Gain, &gain.verdict)
    }
}

fn all(topic: Topic, verdicts: &[Verdict]) -> impl Iterator<Item = Section<'_>> {
    verdicts.iter().map(move |verdict| judged(topic, verdict))
}

impl Headline for JudgedGain {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.subject {
            Subject::Item { id } => write!(f, "{id}")?,
            Subject::Instrument { instrument } => say(instrument.text(), locale, f)?,
            other => other.render(locale, f)?,
        }
        write!(f, " ({}){}", self.path, COLON.in_locale(locale))?;
        say(self.verdict.decision().text(), locale, f)
    }
}

impl Headline for TrustPicture {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        trust(PERSONAL, self.aggregate.personal, locale, f)?;
        comma(locale, f)?;
        trust(ORGANIZATIONAL, self.aggregate.organizational, locale, f)
    }
}

impl Headline for Feeling {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mean = brief(self.mean.value());
        write!(f, "{} {mean}", AFFECT.in_locale(locale))?;
        comma(locale, f)?;
        label(WORST, locale, f)?;
        write!(f, "{}", self.worst)
    }
}

impl Headline for Alignment {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        say(self.kind.text(), locale, f)
    }
}

impl Headline for Advantage {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        say(self.holder.map_or(NOBODY, Side::text), locale, f)?;
        write!(f, " ({})", self.reason.text().in_locale(locale))
    }
}

impl Headline for Concentration {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, side) in Side::ALL.into_iter().enumerate() {
            if place > 0 {
                comma(locale, f)?;
            }
            let (largest, reliance) = (self.on(side).largest, self.on(side).reliance.text());
            say(side.text(), locale, f)?;
            write!(f, " {} {}", largest.person, largest.share)?;
            write!(f, " ({})", reliance.in_locale(locale))?;
        }
        Ok(())
    }
}

impl Headline for Coverage {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (departments, gaps) = (self.departments.len(), self.gaps.len());
        count(departments, &DEPARTMENTS, locale, f)?;
        comma(locale, f)?;
        count(gaps, &GAPS, locale, f)
    }
}

impl Headline for DepartureEffect {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.person)?;
        if let Some(last) = self.last_day {
            let [before, after] = LAST_DAY.map(|text| text.in_locale(locale));
            write!(f, "{before}{last}{after}")?;
        }
        say(COLON, locale, f)?;
        say(self.continuity.text(), locale, f)
    }
}

impl Headline for PeopleReport {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.breaks_at() {
            Some(link) => {
                label(BREAKS, locale, f)?;
                say(link.text(), locale, f)
            }
            None => say(UNBROKEN, locale, f),
        }
    }
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

const AFFECT: Text = Text::new("mean affect", "平均情感", "平均情感");
const BREAKS: Text = Text::new("the chain breaks at", "链条断于", "鏈條斷於");
const COLON: Text = Text::new(": ", "：", "：");
const LAST_DAY: [Text; 2] = [
    Text::new(" (last day ", "（任职至 ", "（任職至 "),
    Text::new(")", "）", "）"),
];
const DEPARTMENTS: Things = Things::new(
    "department in contact",
    "departments in contact",
    "个部门有联系",
    "個部門有聯繫",
);
const GAPS: Things = Things::new(
    "gap to the next stage",
    "gaps to the next stage",
    "处缺口（对照下一阶段）",
    "處缺口（對照下一階段）",
);
const NOBODY: Text = Text::new("nobody", "双方均无", "雙方均無");
const ORGANIZATIONAL: Text = Text::new("organizations", "组织之间", "組織之間");
const PERSONAL: Text = Text::new("people", "个人之间", "個人之間");
const UNBROKEN: Text = Text::new(
    "the chain holds as far as it is known",
    "就所知而言链条未断",
    "就所知而言鏈條未斷",
);
const UNKNOWN: Text = Text::new("unknown", "未知", "未知");
const WORST: Text = Text::new("lowest:", "最低：", "最低：");
