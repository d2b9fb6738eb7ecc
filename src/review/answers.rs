use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::dossier::Dossier;
use crate::lifecycle::placement::Placement;
use crate::lifecycle::profile::StageProfile;
use crate::lifecycle::{self, FactsError, LifecyclePolicy, StageFacts};
use crate::loyalty::retention::{Retention, RetentionError};
use crate::loyalty::risk::{PurchaseRiskError, RiskRegister};
use crate::loyalty::{Loyalty, LoyaltyError};
use crate::party;
use crate::party::alignment::{Advantage, Alignment, InvestmentError, SideFacts};
use crate::party::continuity::{
    Concentration, Coverage, CoverageTarget, DepartureEffect, DepartureError,
};
use crate::party::feeling::{Feeling, ObservationError};
use crate::party::people::{PeopleError, PeopleReport};
use crate::party::trust::{TrustError, TrustPicture};
use crate::policy::Policy;
use crate::receivable::statement::{Statement, StatementError};
use crate::review::{account, loyalty, means};
use crate::satisfaction::{self, SatisfactionError, SatisfactionPicture};
use crate::verdict::{Assessment, Presence, Verdict};
use crate::vocab::known::Known;
use crate::vocab::name::PersonId;
use crate::vocab::words::{Side, Stage};

/// Everything keqing says about one relationship on one date.
///
/// A part of which the dossier holds nothing at all is `None` or empty; a part of which it holds
/// something speaks, and says what it misses.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Review {
    /// The names of the supplier and of the customer.
    pub between: [alloc::string::String; 2],
    /// The facts that the stage was told from, with what other systems added to them.
    pub facts: StageFacts,
    /// What the stage is like in which the relationship stands.
    pub profile: StageProfile,
    /// Which stage the facts support, what is granted, where it is heading.
    pub placement: Assessment<Placement>,
    /// Whether the proposed move may be made.
    pub proposed: Option<Verdict>,
    /// Whether the strategy may be used.
    pub strategy: Option<Verdict>,
    /// How satisfied the customer is, and what is of value to it.
    pub satisfaction: Option<SatisfactionPicture>,
    /// How far the customer kept buying.
    pub retention: Option<Assessment<Retention>>,
    /// Whether the relationship is genuine or locked in, and how that is told.
    pub loyalty: Option<Loyalty>,
    /// Whether the customer may be kept by these means.
    pub instruments: Option<Verdict>,
    /// Whether the channel makes up for missing contact.
    pub channel: Option<Verdict>,
    /// Whether loyalty may be claimed on these grounds.
    pub claims: Vec<Verdict>,
    /// What buying from us risks for the customer.
    pub risks: Option<Assessment<RiskRegister>>,
    /// How far trust reaches.
    pub trust: Assessment<TrustPicture>,
    /// How the customer's people feel.
    pub feeling: Option<Assessment<Feeling>>,
    /// Whether our people and our organization are at one.
    pub supplier_alignment: Option<Assessment<Alignment>>,
    /// Whether the customer's people and its organization are at one.
    pub customer_alignment: Option<Assessment<Alignment>>,
    /// Who is expected to win a contest.
    pub advantage: Option<Assessment<Advantage>>,
    /// How much hangs on one person.
    pub concentration: Assessment<Concentration>,
    /// How wide the contacts are, against what the next stage asks for.
    pub coverage: Assessment<Coverage>,
    /// What each departure does.
    pub departures: Vec<Assessment<DepartureEffect>>,
    /// Whether a special customer is looked after.
    pub assignment: Option<Verdict>,
    /// How our own people are doing.
    pub people: Option<Assessment<PeopleReport>>,
    /// What the customer owes, and how it is used to pay.
    pub statement: Option<Statement>,
    /// Whether each measure may be taken.
    pub measures: Vec<Verdict>,
    /// Whether each action is justified.
    pub actions: Vec<Verdict>,
    /// Whether each investment may be made.
    pub investments: Vec<Verdict>,
}

/// Reviews a relationship: asks every system everything that the dossier bears on.
///
/// # Errors
///
/// [`ReviewError`] where values of the dossier cannot be, or contradict each other.
///
/// # Examples
///
/// ```
/// use keqing::dossier::Dossier;
/// use keqing::policy::Policy;
/// use keqing::review::review;
/// # let text = r#"{
/// #     "parties": {
/// #         "supplier-organization": {"id": "s-1", "name": "Hangzhou Valves"},
/// #         "supplier-operator": {"vacant": {"since": "2024-05-01"}},
/// #         "customer-organization": {"id": "c-1", "name": "Ningbo Pumps"},
/// #         "customer-operator": {"people": [{"id": "wang-fang", "department": "purchasing", "level": "manager"}]}
/// #     },
/// #     "standing": {"state": {"active": "initial"}, "since": "2024-01-01"},
/// #     "facts": {"as-of": "2024-12-31"}
/// # }"#;
/// let dossier: Dossier = serde_json::from_str(text)?;
/// let review = review(&Policy::standard(), &dossier)?;
/// assert!(review.placement.value().is_none(), "without a share there is no stage");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn review(policy: &Policy, dossier: &Dossier) -> Result<Review, ReviewError> {
    check(dossier)?;
    let (standing, as_of) = (&dossier.standing, dossier.facts.as_of);
    let trust = party::trust::assess_trust(
        &dossier.parties,
        &dossier.trust,
        dossier.organizational_trust,
    )?;
    let target = target(policy.lifecycle(), standing.stage());
    let coverage = party::continuity::coverage(&dossier.ties, &target);
    let satisfaction = assess_satisfaction(policy, dossier)?;
    let assessed = loyalty::assess(policy, dossier, satisfaction.as_ref())?;
    let means = means::assess(
        policy,
        dossier,
        satisfaction.as_ref(),
        assessed.loyalty.as_ref(),
    )?;
    let facts = loyalty::stage_facts(fill_in(dossier, &coverage, &trust), dossier, &assessed);
    let judge = |proposed| lifecycle::judge(policy.lifecycle(), standing, &facts, proposed);
    let alignment = policy.party().alignment();
    let aligned = |side, facts: Option<&SideFacts>| {
        facts.map(|facts| party::alignment::alignment(alignment, side, facts))
    };
    let sides = dossier.supplier.as_ref().zip(dossier.customer.as_ref());
    Ok(Review {
        between: names(dossier),
        facts,
        profile: lifecycle::profile::profile(standing.stage()),
        placement: lifecycle::placement::place(
            policy.lifecycle(),
            standing,
            &facts,
            &dossier.history,
        )?,
        proposed: dossier.proposed.map(judge).transpose()?,
        strategy: dossier
            .strategy
            .map(|strategy| lifecycle::profile::judge_strategy(standing, &strategy)),
        people: people(policy, dossier, satisfaction.as_ref())?,
        satisfaction,
        retention: assessed.retention,
        loyalty: assessed.loyalty,
        instruments: means.instruments,
        channel: means.channel,
        claims: means.claims,
        risks: means.risks,
        trust,
        feeling: feeling(policy, dossier)?,
        supplier_alignment: aligned(Side::Supplier, dossier.supplier.as_ref()),
        customer_alignment: aligned(Side::Customer, dossier.customer.as_ref()),
        advantage: sides.map(|(ours, theirs)| party::alignment::advantage(alignment, ours, theirs)),
        concentration: party::continuity::concentration(policy.party().continuity(), &dossier.ties),
        coverage,
        departures: departures(policy, dossier, as_of)?,
        assignment: assignment(policy, dossier),
        statement: account::statement(policy, dossier)?,
        measures: dossier
            .measures
            .iter()
            .map(party::action::judge_measure)
            .collect(),
        actions: dossier
            .actions
            .iter()
            .map(party::action::judge_action)
            .collect(),
        investments: investments(policy, dossier)?,
    })
}

fn assess_satisfaction(
    policy: &Policy,
    dossier: &Dossier,
) -> Result<Option<SatisfactionPicture>, ReviewError> {
    let Some(facts) = &dossier.satisfaction else {
        return Ok(None);
    };
    let (policy, as_of) = (policy.satisfaction(), dossier.facts.as_of);
    Ok(Some(satisfaction::assess(policy, facts, as_of)?))
}

fn names(dossier: &Dossier) -> [alloc::string::String; 2] {
    [Side::Supplier, Side::Customer].map(|side| {
        let organization = dossier.parties.organization(side);
        organization.name.as_str().into()
    })
}

fn assignment(policy: &Policy, dossier: &Dossier) -> Option<Verdict> {
    let given = dossier.assignment.as_ref()?;
    Some(party::continuity::judge_assignment(
        policy.party().continuity(),
        given,
    ))
}

fn feeling(policy: &Policy, dossier: &Dossier) -> Result<Option<Assessment<Feeling>>, ReviewError> {
    if dossier.moods.is_empty() {
        return Ok(None);
    }
    let mood = policy.party().mood();
    Ok(Some(party::feeling::feeling(
        mood,
        Side::Customer,
        &dossier.moods,
        dossier.facts.as_of,
    )?))
}

/// How our own people are doing, and whether it shows in the customer's satisfaction (PPL-01).
fn people(
    policy: &Policy,
    dossier: &Dossier,
    satisfaction: Option<&SatisfactionPicture>,
) -> Result<Option<Assessment<PeopleReport>>, ReviewError> {
    let Some(mut facts) = dossier.people.clone() else {
        return Ok(None);
    };
    let measured = satisfaction.and_then(|told| told.satisfaction.as_ref()?.value());
    let gap = measured.map_or(Known::Unknown, |told| Known::graded(told.gap, told.grade));
    facts.customer_satisfaction = facts.customer_satisfaction.or(gap);
    Ok(Some(party::people::people(
        policy.party().people(),
        &facts,
    )?))
}

fn departures(
    policy: &Policy,
    dossier: &Dossier,
    as_of: NaiveDate,
) -> Result<Vec<Assessment<DepartureEffect>>, ReviewError> {
    let continuity = policy.party().continuity();
    let effect =
        |departure| party::continuity::departure(continuity, &dossier.ties, departure, as_of);
    Ok(dossier
        .departures
        .iter()
        .map(effect)
        .collect::<Result<_, _>>()?)
}

fn investments(policy: &Policy, dossier: &Dossier) -> Result<Vec<Verdict>, ReviewError> {
    let Some(own) = &dossier.supplier else {
        return match dossier.investments.first() {
            None => Ok(Vec::new()),
            Some(_) => Err(ReviewError::InvestmentWithoutOwnSide),
        };
    };
    let judge = |investment| {
        party::alignment::judge_investment(policy.party().alignment(), own, investment)
    };
    Ok(dossier
        .investments
        .iter()
        .map(judge)
        .collect::<Result<_, _>>()?)
}

/// What the stage above asks of the contacts, or the stage itself at the top.
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

/// Adds what other systems found out to the facts of the stage, where the dossier is silent.
fn fill_in(
    dossier: &Dossier,
    coverage: &Assessment<Coverage>,
    trust: &Assessment<TrustPicture>,
) -> StageFacts {
    let mut facts = dossier.facts;
    if let Some(coverage) = coverage.value() {
        facts.departments = facts.departments.or(Known::measured(coverage.departments));
        facts.executive_tie = facts
            .executive_tie
            .or(Known::measured(coverage.executive_tie));
        facts.joint_functions = facts
            .joint_functions
            .or(Known::measured(coverage.functions));
    }
    if let Some(picture) = trust.value() {
        facts.trust.personal = facts.trust.personal.or(picture.aggregate.personal);
        facts.trust.organizational = facts
            .trust
            .organizational
            .or(picture.aggregate.organizational);
    }
    facts
}

fn check(dossier: &Dossier) -> Result<(), ReviewError> {
    let as_of = dossier.facts.as_of;
    if let Some(people) = dossier
        .people
        .as_ref()
        .filter(|people| people.as_of != as_of)
    {
        return Err(ReviewError::TwoDates {
            facts: as_of,
            people: people.as_of,
        });
    }
    let tied = dossier.ties.iter().flat_map(|tie| {
        [
            (Side::Supplier, tie.supplier.id),
            (Side::Customer, tie.customer.id),
        ]
    });
    let strangers = |(side, person): &(Side, PersonId)| {
        let operators = dossier.parties.operators(*side);
        operators.person(*person).is_none()
    };
    match tied.into_iter().find(strangers) {
        Some((side, person)) => Err(ReviewError::Stranger { side, person }),
        None => Ok(()),
    }
}

/// The error of a dossier whose values cannot be.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum ReviewError {
    /// An account that cannot be.
    #[error("account: {0}")]
    Account(#[from] StatementError),
    /// An account is to be stated, and nothing is said of the business days.
    #[error("account: its terms are counted in business days, give `calendar`")]
    AccountWithoutCalendar,
    /// A departure that cannot be.
    #[error("departures: {0}")]
    Departure(#[from] DepartureError),
    /// Facts of the stage that cannot be.
    #[error("facts: {0}")]
    Facts(#[from] FactsError),
    /// An investment that cannot be.
    #[error("investments: {0}")]
    Investment(#[from] InvestmentError),
    /// An investment is to be judged, and nothing is known of our own side.
    #[error("investments: they are judged by the interests of our own side, give `supplier`")]
    InvestmentWithoutOwnSide,
    /// Facts about loyalty that cannot be.
    #[error("loyalty: {0}")]
    Loyalty(#[from] LoyaltyError),
    /// Observations of mood that cannot be.
    #[error("moods: {0}")]
    Observation(#[from] ObservationError),
    /// Facts about people that cannot be.
    #[error("people: {0}")]
    People(#[from] PeopleError),
    /// Days of purchase that cannot be.
    #[error("purchases: {0}")]
    Purchases(#[from] RetentionError),
    /// Purchase risks that cannot be.
    #[error("risks: {0}")]
    PurchaseRisk(#[from] PurchaseRiskError),
    /// Facts about satisfaction and value that cannot be.
    #[error("satisfaction: {0}")]
    Satisfaction(#[from] SatisfactionError),
    /// A tie of somebody who is no party.
    #[error("ties: `{person}` does not act for the {side}, name everybody in `parties`")]
    Stranger {
        /// The side for which the person was named.
        side: Side,
        /// The person.
        person: PersonId,
    },
    /// Trust of somebody who is no party, or is named twice.
    #[error("trust: {0}")]
    Trust(#[from] TrustError),
    /// Two parts of the dossier are of different dates.
    #[error("people: their facts are as of {people}, the dossier is as of {facts}, give one date")]
    TwoDates {
        /// The date of the dossier.
        facts: NaiveDate,
        /// The date of the facts about people.
        people: NaiveDate,
    },
}
