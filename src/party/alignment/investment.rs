use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::{every, record};
use crate::party::alignment::capture::{Capture, InvestmentError, organization_capture};
use crate::party::alignment::policy::AlignmentPolicy;
use crate::party::alignment::purpose::{Obligation, Purpose};
use crate::party::alignment::side::{OperatorFacts, SideFacts};
use crate::party::alignment::unresolved;
use crate::party::cards::alignment::{ALN_05, ALN_06, ALN_07, ALN_08};
use crate::party::cards::parties::PTY_09;
use crate::party::integrity::{IntegrityOffice, PersonalGain};
use crate::verdict::{
    Bound, Evidence, Fact, Found, Reading, Recorder, RuleCard, Severity, Subject, Verdict,
};
use crate::vocab::benefit::{BenefitRecord, Clearance, Scope};
use crate::vocab::known::{Grade, Graded, Known};
use crate::vocab::words::{Pair, Role, Side};

record! {
    /// An investment in a relationship, with its benefits (客情投入).
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct Investment {
        /// The purpose of the investment.
        pub purpose: Purpose,
        /// The obligation behind a service obligation: without one the purpose lifts no bar.
        #[serde(default)]
        pub obligation: Known<Obligation> => with_obligation,
        /// The day of the investment; without one it is still to come.
        pub on: Option<NaiveDate> => with_on,
        /// The tie that it goes into, one of six (ALN-08).
        pub tie: Known<Pair> => with_tie,
        /// The owner in whose books the tie stands, if it is booked as an asset (ALN-07).
        #[serde(skip_serializing_if = "Option::is_none")]
        pub booked_as: Option<Scope> => with_booked_as,
        /// The benefits with their parties, expected or realized.
        pub benefits: Known<Vec<BenefitRecord>> => with_benefits,
        /// The words of the integrity office.
        /// They are needed only if a person gains something material.
        #[serde(default)]
        pub clearances: Vec<Clearance> => with_clearances,
    }
}

impl Investment {
    /// Makes an investment of which only the purpose is known.
    #[must_use]
    pub const fn new(purpose: Purpose) -> Self {
        Self {
            purpose,
            obligation: Known::Unknown,
            on: None,
            tie: Known::Unknown,
            booked_as: None,
            benefits: Known::Unknown,
            clearances: Vec::new(),
        }
    }

    /// Returns whether the customer is owed it: the purpose says so, and the contract or the law is named
    /// by more than a guess.
    #[must_use]
    pub fn is_owed(&self) -> bool {
        let is_named = |known: &Graded<Obligation>| {
            known.grade >= Grade::OWN_WORD && known.value.name().has_letters()
        };
        let named = match &self.obligation {
            Known::Given(known) => is_named(known),
            Known::Unknown => false,
        };
        self.purpose == Purpose::ServiceObligation && named
    }
}

/// Judges whether an investment in a relationship may be made.
///
/// The own side comes first (ALN-05): while conflicts between our organization and our operators
/// are unresolved, new relationship capital is refused. A service that the customer is owed is not refused
/// for this, if the contract or the law behind it is named. The organization should have the larger part of
/// the benefit, and some of it if a person has any (ALN-06). Every record has to name its party, and a tie
/// is booked for the one who holds it (ALN-07): if not, new capital is refused and a service obligation gets
/// a warning. A person's material gain needs the word of the integrity office (PTY-09), whatever the
/// purpose. If the benefits are unknown, the verdict is undecided. The tie is one of six (ALN-08).
///
/// # Errors
///
/// [`InvestmentError`] is returned when the records of benefits cannot be added up, and when a clearance
/// names somebody who does not act on its day.
///
/// # Examples
///
/// ```
/// use keqing::party::alignment::{
///     AlignmentPolicy, Investment, OperatorFacts, Purpose, SideFacts, judge_investment,
/// };
/// use keqing::party::integrity::IntegrityOffice;
/// use keqing::party::parties::Register;
/// use keqing::verdict::Decision;
/// use keqing::vocab::benefit::{BenefitRecord, InterestKind, Scope};
/// use keqing::vocab::known::Known;
/// use keqing::vocab::words::{NeedKind, Role};
///
/// let mut seller = OperatorFacts::new("li-na".parse()?);
/// seller.conflicts = Known::measured(vec![]);
/// let ours = SideFacts::new([seller])?;
/// let envelope = BenefitRecord {
///     party: Some(Role::CustomerOperator),
///     interest: InterestKind::new(Scope::Personal, NeedKind::Material),
///     amount: "60000 CNY".parse()?,
/// };
/// let bribe = Investment::new(Purpose::RelationshipCapital)
///     .with_benefits(Known::measured(vec![envelope]));
///
/// let today = chrono::NaiveDate::from_ymd_opt(2024, 6, 1).ok_or("no such date")?;
/// let register = Register::default();
/// let office = IntegrityOffice::new(&register, today);
/// let verdict = judge_investment(&AlignmentPolicy::standard(), &office, &ours, &bribe)?;
/// assert_eq!(verdict.decision(), Decision::Undecided, "nobody cleared it");
/// assert!(verdict.tally().breached.iter().any(|rule| rule.to_string() == "ALN-06"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn judge_investment(
    policy: &AlignmentPolicy,
    office: &IntegrityOffice<'_>,
    own: &SideFacts,
    investment: &Investment,
) -> Result<Verdict, InvestmentError> {
    every(investment.clearances.iter().map(|clearance| {
        let known = office.check(clearance);
        known.map_err(InvestmentError::from)
    }))?;
    let (capture, gains) = match investment.benefits.value() {
        Some(benefits) => (
            organization_capture(benefits)?,
            gains(benefits, investment.on)?,
        ),
        None => (None, Gains::default()),
    };
    let office = office.or_own(own);
    Ok(Verdict::of(|r| {
        consult(policy, own, investment, capture, r);
        clean(&office, investment, gains, r);
    }))
}

/// The gains of people in material terms: of nobody in particular, and of each of the four parties.
type Gains = [Option<PersonalGain>; 5];

fn gains(benefits: &[BenefitRecord], on: Option<NaiveDate>) -> Result<Gains, InvestmentError> {
    let mut gains = Gains::default();
    let sensitive = benefits
        .iter()
        .filter(|record| record.is_integrity_sensitive());
    for record in sensitive {
        let [unnamed, parties @ ..] = &mut gains;
        let party = record.party;
        let place = match party.and_then(|party| Role::ALL.iter().position(|role| *role == party)) {
            Some(place) => parties.get_mut(place).unwrap_or(unnamed),
            None => unnamed,
        };
        // What has no price has no amount, and leaves that of the whole unknown.
        let priced = Some(record.amount).filter(|amount| !amount.is_zero());
        let amount = match place.map(|gain: PersonalGain| gain.amount) {
            None => priced,
            Some(before) => match before.zip(priced) {
                Some((before, more)) => Some(before.checked_add(more)?),
                None => None,
            },
        };
        *place = Some(PersonalGain { party, amount, on });
    }
    Ok(gains)
}

/// Checks PTY-09: each personal and material gain has the word of the integrity office.
fn clean<R: Recorder>(
    office: &IntegrityOffice<'_>,
    investment: &Investment,
    gains: Gains,
    r: &mut R,
) {
    if gains.iter().all(Option::is_none) {
        nobody_gains(&PTY_09, Fact::Benefit, investment, r);
    }
    for gain in gains.into_iter().flatten() {
        office.pass(gain, &investment.clearances, r);
    }
}

fn consult<R: Recorder>(
    policy: &AlignmentPolicy,
    own: &SideFacts,
    investment: &Investment,
    capture: Option<Capture>,
    r: &mut R,
) {
    match investment.tie.value() {
        Some(tie) => r.classify(&ALN_08, || Evidence::found(Fact::Pair, Found::word(*tie))),
        None => r.miss(&ALN_08, Fact::Pair),
    }
    let severity = if investment.is_owed() {
        r.pass_over(&ALN_05, Fact::Conflicts);
        told(investment, capture, r);
        Severity::Warning
    } else {
        for operator in own.operators() {
            own_side_first(operator, r);
        }
        captured(policy, investment, capture, r);
        ALN_07.severity()
    };
    attributed(investment, severity, r);
    booked(investment, severity, r);
}

/// Checks ALN-05: no conflict between our organization and one of our operators is unresolved.
///
/// An owner is asked too, because an unknown conflict may not leave more freedom than a known one. A guess that
/// nothing is open does not suffice.
fn own_side_first<R: Recorder>(operator: &OperatorFacts, r: &mut R) {
    let subject = Subject::Person {
        side: Side::Supplier,
        id: operator.id,
    };
    unresolved(&ALN_05, operator, subject, r);
}

/// Classifies the part of the organization in what comes back from a service that is owed (ALN-06).
fn told<R: Recorder>(investment: &Investment, capture: Option<Capture>, r: &mut R) {
    match capture {
        Some(capture) => r.classify(&ALN_06, || {
            Evidence::found(Fact::OrganizationCapture, capture.share)
        }),
        None => nobody_gains(&ALN_06, Fact::OrganizationCapture, investment, r),
    }
}

/// States that a rule does not apply because nobody gains anything, which has to be more than a guess.
fn nobody_gains<R: Recorder>(card: &RuleCard, fact: Fact, investment: &Investment, r: &mut R) {
    let nobody = investment.benefits.as_ref().map(|_| ());
    if r.require_grade(card, fact, nobody).is_some() {
        r.pass_over(card, fact);
    }
}

/// Checks ALN-06: the organization has its part.
fn captured<R: Recorder>(
    policy: &AlignmentPolicy,
    investment: &Investment,
    capture: Option<Capture>,
    r: &mut R,
) {
    let least = policy.least_capture();
    match capture {
        Some(capture) => {
            let known = investment.benefits.as_ref().map(|_| capture);
            let fact = Fact::OrganizationCapture;
            let holds = |found: Capture| found.share >= least && !found.organization.is_zero();
            r.open(&ALN_06, fact, known, holds, |found| {
                Reading::share(found.share, Bound::AtLeast, least)
            });
        }
        None => nobody_gains(&ALN_06, Fact::OrganizationCapture, investment, r),
    }
}

/// Checks ALN-07: every record names its party, and the party can have such an interest.
fn attributed<R: Recorder>(investment: &Investment, severity: Severity, r: &mut R) {
    let Some(records) = investment.benefits.value() else {
        r.miss_at(&ALN_07, severity, Fact::PartyAttribution);
        return;
    };
    let conflated = records
        .iter()
        .filter(|record| record.is_conflated())
        .count();
    let count = u32::try_from(conflated).unwrap_or(u32::MAX);
    let known = investment.benefits.as_ref().map(|_| count);
    let is_clear = |count| count == 0;
    r.open_at(
        &ALN_07,
        severity,
        Fact::PartyAttribution,
        known,
        is_clear,
        |count| Reading::count(count, Bound::AtMost, 0),
    );
}

/// Checks ALN-07: a tie of a person is not booked as the company's asset, nor the other way round.
fn booked<R: Recorder>(investment: &Investment, severity: Severity, r: &mut R) {
    let Some(booked) = investment.booked_as else {
        return;
    };
    let fits = |tie: Pair| booked == Scope::of(tie.roles().0);
    let unfit = investment.tie.into_value().filter(|tie| !fits(*tie));
    let settled =
        unfit.or_else(|| r.require_grade_at(&ALN_07, severity, Fact::Pair, investment.tie));
    if let Some(tie) = settled {
        r.require_at(&ALN_07, severity, fits(tie), || {
            Evidence::present(Fact::TieBooking, fits(tie)).of(Subject::Role(tie.roles().0))
        });
    }
}
