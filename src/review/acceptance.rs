//! The recorded acceptances of a dossier, each against the findings of its review (认可).

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use chrono::NaiveDate;
use smallvec::SmallVec;

use crate::dossier::Dossier;
use crate::form::{every, record};
use crate::party::parties::Register;
use crate::policy::Policy;
use crate::review::error::ReviewError;
use crate::review::headline::{Headline, Things, comma, count, say};
use crate::review::section::Section;
use crate::review::topic::Topic;
use crate::rulebook;
use crate::verdict::{
    Acceptance, Authority, Evidence, Fact, Finding, Findings, Outcome, Severity, SeverityChange,
    Subject, Weigh,
};
use crate::vocab::name::PersonId;
use crate::vocab::words::{Level, Locale, Side, Text, words};

words! {
    /// The state of an acceptance on the day of a review (认可状态).
    pub open enum AcceptanceState {
        /// It holds: the findings are accepted.
        InForce = "in-force", "in force", "有效", "有效";
        /// It is of a later day.
        Ahead = "ahead", "dated later", "日期在后", "日期在後";
        /// It has ended: the findings stand again.
        Ended = "ended", "ended", "已到期", "已到期";
        /// Nothing that it means stands against the relationship any more.
        Idle = "idle", "nothing is left to accept", "已无可认可之事", "已無可認可之事";
        /// The person who accepts has no authority over one of the findings or more, and those stand.
        Unauthorized = "unauthorized", "without authority", "无权认可", "無權認可";
        /// One of the findings or more bars, and nobody can accept it.
        Barred = "barred", "nobody can accept it", "任何人不得认可", "任何人不得認可";
    }
}

record! {
    /// An acceptance of the dossier, and what came of it on the day of the review (认可结果).
    #[non_exhaustive]
    pub struct AcceptanceReport {
        /// The acceptance.
        pub acceptance: Acceptance,
        /// The last day on which it holds under the policy.
        pub until: NaiveDate,
        /// Its state.
        pub state: AcceptanceState,
        /// The findings that it accepts.
        pub accepted: Findings,
        /// The finding against the acceptance itself, if somebody without authority accepts.
        pub findings: Findings,
    }
}

impl Weigh for AcceptanceReport {
    /// A finding that is accepted keeps its place here, also where the gap of a rule that is off stays in its part.
    fn weigh(&mut self, severity: &dyn Fn(&Finding) -> Option<Severity>) {
        self.accepted
            .weigh_each(|finding| Some(severity(finding).unwrap_or(Severity::Notice)));
        self.findings.weigh(severity);
    }
}

/// Holds each acceptance against the findings of a review.
///
/// # Errors
///
/// [`ReviewError::AcceptedRule`] is returned when the rulebook does not have the rule of an acceptance.
pub(super) fn reports<'a>(
    policy: &Policy,
    dossier: &Dossier,
    findings: impl Iterator<Item = &'a Finding>,
) -> Result<Vec<AcceptanceReport>, ReviewError> {
    let acceptances = dossier.acceptances.iter();
    every(acceptances.clone().enumerate().map(|(place, acceptance)| {
        let rule = acceptance.rule;
        match rulebook::card(rule) {
            Some(_) => Ok(()),
            None => Err(ReviewError::AcceptedRule {
                path: path(place),
                rule,
            }),
        }
    }))?;
    let (register, as_of) = (dossier.party.parties.register(), dossier.as_of());
    let opened = |acceptance| AcceptanceReport::opened(policy, as_of, acceptance);
    let mut reports: Vec<_> = acceptances.copied().map(opened).collect();
    // Every finding is passed once, and most are of no rule that is accepted.
    let mut candidates: SmallVec<[&Finding; 16]> = SmallVec::new();
    findings.for_each(|finding| {
        if dossier
            .acceptances
            .iter()
            .any(|one| one.rule == finding.rule)
        {
            candidates.push(finding);
        }
    });
    for report in &mut reports {
        let acceptance = report.acceptance;
        for finding in candidates.iter().filter(|one| acceptance.means(one)) {
            report.hold_against(finding, policy, register, as_of);
        }
        let against = against(register, report);
        report.findings.extend(against);
    }
    Ok(reports)
}

fn path(place: usize) -> String {
    format!("acceptances[{place}].rule")
}

impl AcceptanceReport {
    /// Makes the report of an acceptance before any finding is met that it means.
    fn opened(policy: &Policy, as_of: NaiveDate, acceptance: Acceptance) -> Self {
        Self {
            acceptance,
            until: policy.acceptance().end(&acceptance),
            state: match as_of < acceptance.on {
                true => AcceptanceState::Ahead,
                false => AcceptanceState::Idle,
            },
            accepted: Findings::new(),
            findings: Findings::new(),
        }
    }

    /// Takes a finding that the acceptance means.
    fn hold_against(
        &mut self,
        finding: &Finding,
        policy: &Policy,
        register: &Register,
        as_of: NaiveDate,
    ) {
        if self.state == AcceptanceState::Ahead {
            return;
        }
        if self.until < as_of {
            self.state = AcceptanceState::Ended;
            return;
        }
        if self.state == AcceptanceState::Idle {
            self.state = AcceptanceState::InForce;
        }
        let required = policy.acceptance().authority(finding.severity);
        let authority = authority(register, &self.acceptance);
        let is_own = is_about(finding, self.acceptance.by);
        let state = if is_fixed(finding) {
            AcceptanceState::Barred
        } else if is_own || authority.is_none_or(|own| own < required) {
            AcceptanceState::Unauthorized
        } else {
            self.accepted.extend([*finding]);
            AcceptanceState::InForce
        };
        self.state = self.state.max(state);
    }
}

/// Returns the authority with which a person accepts: that of the level on our side, on the day of the acceptance.
fn authority(register: &Register, acceptance: &Acceptance) -> Option<Authority> {
    match register.on(&acceptance.by, acceptance.on)? {
        (Side::Supplier, person) => Some(match person.level {
            Level::Operator => Authority::Operator,
            Level::Manager => Authority::Manager,
            Level::Executive => Authority::Executive,
        }),
        (Side::Customer, _) => None,
    }
}

/// Returns whether a finding bars and nobody can accept it: no policy may change what its rule weighs.
fn is_fixed(finding: &Finding) -> bool {
    let is_fixed = || {
        let card = rulebook::card(finding.rule);
        card.is_some_and(|card| card.severity_change() == SeverityChange::Never)
    };
    finding.severity == Severity::Bar && (finding.evidence.fact.is_integrity() || is_fixed())
}

/// Returns whether a finding is about a person, who does not accept what is found of themselves.
fn is_about(finding: &Finding, person: PersonId) -> bool {
    matches!(finding.evidence.subject, Subject::Person { id, .. } if id == person)
}

/// Returns the finding against an acceptance without authority; it has the rule whose findings were to be accepted.
fn against(register: &Register, report: &AcceptanceReport) -> Option<Finding> {
    let severity = match report.state {
        AcceptanceState::Unauthorized => Severity::Warning,
        AcceptanceState::Barred => Severity::Critical,
        _ => return None,
    };
    let Acceptance { rule, by, .. } = report.acceptance;
    let subject = match register.side_of(&by) {
        Ok(side) => Subject::Person { side, id: by },
        Err(_) => Subject::Relationship,
    };
    let evidence = Evidence::present(Fact::AcceptanceAuthority, false).of(subject);
    Some(Finding::new(rule, severity, Outcome::Breached, evidence))
}

/// Returns the acceptance of a matter: of those that accept a finding of it the one that ends first, if every finding
/// is accepted.
pub(super) fn accepting<'a>(
    reports: &'a [AcceptanceReport],
    findings: &[&Finding],
) -> Option<&'a AcceptanceReport> {
    let of = |finding: &Finding| {
        let accept = reports.iter().filter(|report| report.accepts(finding));
        accept.max_by_key(|report| report.until)
    };
    let each: Option<Vec<_>> = findings.iter().map(|finding| of(finding)).collect();
    each?.into_iter().min_by_key(|report| report.until)
}

/// Lists the parts about acceptances, one each.
pub(super) fn sections<'a>(
    reports: impl Iterator<Item = &'a AcceptanceReport>,
) -> impl Iterator<Item = Section<'a>> {
    reports.map(|report| Section::plain(Topic::Acceptance, &report.findings, report))
}

impl AcceptanceReport {
    /// Returns whether a finding is one of those that are accepted, whatever it weighs.
    fn accepts(&self, finding: &Finding) -> bool {
        let same = |one: &Finding| {
            (one.rule, one.outcome, one.evidence)
                == (finding.rule, finding.outcome, finding.evidence)
        };
        self.accepted.iter().any(same)
    }

    /// Writes the person, the last day and the reason.
    pub(super) fn write_grounds(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [by, until, reason, end] = GROUNDS.map(|text| text.in_locale(locale));
        let Acceptance {
            by: person,
            reason: given,
            ..
        } = self.acceptance;
        write!(f, "{by}{person}{until}{}{reason}{given}{end}", self.until)
    }
}

impl Headline for AcceptanceReport {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.acceptance.rule)?;
        comma(locale, f)?;
        self.write_grounds(locale, f)?;
        say(DASH, locale, f)?;
        if self.state >= AcceptanceState::Unauthorized && !self.accepted.is_empty() {
            say(AcceptanceState::InForce.text(), locale, f)?;
            say(FOR, locale, f)?;
            count(self.accepted.len(), &FINDINGS, locale, f)?;
            comma(locale, f)?;
        }
        say(self.state.text(), locale, f)
    }

    fn matter(
        &self,
        _: &Finding,
        locale: Locale,
        f: &mut fmt::Formatter<'_>,
    ) -> Result<bool, fmt::Error> {
        let [accepts, barred, unauthorized] = AGAINST.map(|text| text.in_locale(locale));
        let Acceptance { rule, by, .. } = self.acceptance;
        let after = match self.state {
            AcceptanceState::Barred => barred,
            _ => unauthorized,
        };
        write!(f, "{by}{accepts}{rule}{after}")?;
        Ok(true)
    }
}

const AGAINST: [Text; 3] = [
    Text::new(" accepts ", " 认可 ", " 認可 "),
    Text::new(
        ", and nobody may → withdraw it, and mend the matter",
        "，而此项任何人不得认可 → 撤回认可，并予整改",
        "，而此項任何人不得認可 → 撤回認可，並予整改",
    ),
    Text::new(
        " without authority → have it decided by somebody who may, or mend it",
        "，但无权认可 → 请有权者裁定，或予整改",
        "，但無權認可 → 請有權者裁定，或予整改",
    ),
];
const DASH: Text = Text::new(" — ", "——", "——");
const FINDINGS: Things = Things::new("finding", "findings", "项认定", "項認定");
const FOR: Text = Text::new(" for ", "：", "：");
const GROUNDS: [Text; 4] = [
    Text::new("accepted by ", "由 ", "由 "),
    Text::new(" until ", " 认可至 ", " 認可至 "),
    Text::new(" (", "，理由：“", "，理由：「"),
    Text::new(")", "”", "」"),
];
