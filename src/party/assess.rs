use alloc::vec::Vec;

use crate::form::{Gathered, record};
use crate::party::action::{judge_action, judge_measure};
use crate::party::alignment::{Advantage, Alignment, advantage, alignment, judge_investment};
use crate::party::continuity::{
    Concentration, Coverage, DepartureEffect, concentration, coverage, departure, judge_assignment,
};
use crate::party::error::PartyError;
use crate::party::facts::{PartyFacts, PartyGiven};
use crate::party::feeling::{Feeling, feeling};
use crate::party::people::{PeopleReport, people};
use crate::party::policy::PartyPolicy;
use crate::party::trust::{TrustPicture, assess_trust};
use crate::verdict::{Assessment, Finding, Verdict, findings_of, weigh_parts};
use crate::vocab::words::Side;

record! {
    /// All answers about the four parties of one relationship (四方全貌).
    ///
    /// A part of which the facts hold nothing is `None` or empty.
    #[non_exhaustive]
    pub struct PartyPicture {
        /// The trust between the people, and between the organizations.
        pub trust: Assessment<TrustPicture>,
        /// The feeling of the customer's people.
        pub feeling: Option<Assessment<Feeling>>,
        /// The agreement of our people's interests with our organization's.
        pub supplier_alignment: Option<Assessment<Alignment>>,
        /// The agreement of the interests of the customer's people with its organization's.
        pub customer_alignment: Option<Assessment<Alignment>>,
        /// The side that is expected to win a contest.
        pub advantage: Option<Assessment<Advantage>>,
        /// The concentration of the ties on one person.
        pub concentration: Assessment<Concentration>,
        /// The width of the contacts, against the target.
        pub coverage: Assessment<Coverage>,
        /// The effect of each departure.
        pub departures: Vec<Assessment<DepartureEffect>>,
        /// The verdict on the care for a special customer.
        pub assignment: Option<Verdict>,
        /// The state of our own people.
        pub people: Option<Assessment<PeopleReport>>,
        /// The verdict on each measure.
        pub measures: Vec<Verdict>,
        /// The verdict on each action.
        pub actions: Vec<Verdict>,
        /// The verdict on each investment.
        pub investments: Vec<Verdict>,
    }
}

weigh_parts! { PartyPicture: trust feeling supplier_alignment customer_alignment advantage concentration coverage departures assignment people measures actions investments }

impl PartyPicture {
    /// Returns the findings of every part, part by part.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        let feeling = findings_of(&self.feeling);
        let sides =
            findings_of(&self.supplier_alignment).chain(findings_of(&self.customer_alignment));
        let ties = self
            .concentration
            .findings()
            .iter()
            .chain(self.coverage.findings());
        let departures = self.departures.iter().flat_map(Assessment::findings);
        let judged = [&self.measures, &self.actions, &self.investments];
        let judged = self.assignment.iter().chain(judged.into_iter().flatten());
        self.trust
            .findings()
            .iter()
            .chain(feeling)
            .chain(sides)
            .chain(findings_of(&self.advantage))
            .chain(ties)
            .chain(departures)
            .chain(findings_of(&self.people))
            .chain(judged.flat_map(Verdict::findings))
    }
}

/// Assesses all that the rules have to say about the four parties of one relationship on a day.
///
/// Each part is the answer of the function of its room. A part for which the facts hold something
/// gives an answer, and names the facts that it misses.
///
/// # Errors
///
/// [`PartyError`] is returned when a part contradicts itself, and when a tie names somebody who is
/// no party. An investment without the facts of our own side is another reason, and facts about people
/// of another day than `given` are one too. The error holds that of every part.
///
/// # Examples
///
/// ```
/// use keqing::party::{PartyFacts, PartyGiven, PartyPolicy, assess};
/// # let parties = serde_json::from_str(r#"{
/// #     "supplier-organization": {"id": "s-1", "name": "Hangzhou Valves"},
/// #     "supplier-operator": {"vacant": {"since": "2024-05-01"}},
/// #     "customer-organization": {"id": "c-1", "name": "Ningbo Pumps"},
/// #     "customer-operator": {"people": [{"id": "wang-fang", "department": "purchasing", "level": "manager"}]}
/// # }"#)?;
///
/// let as_of = chrono::NaiveDate::from_ymd_opt(2024, 12, 31).ok_or("no such date")?;
/// let facts = PartyFacts::new(parties);
/// let picture = assess(&PartyPolicy::standard(), &facts, &PartyGiven::new(as_of))?;
/// assert!(picture.concentration.value().is_none(), "without ties nothing is known to hang on anybody");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn assess(
    policy: &PartyPolicy,
    facts: &PartyFacts,
    given: &PartyGiven,
) -> Result<PartyPicture, PartyError> {
    let mut parts = Gathered::new();
    check(facts, given, &mut parts);
    let aligned = |side, of: &Option<_>| {
        let facts = of.as_ref()?;
        Some(alignment(policy.alignment(), side, facts))
    };
    let sides = facts.supplier.as_ref().zip(facts.customer.as_ref());
    let trust = assess_trust(&facts.parties, &facts.trust, facts.organizational_trust);
    let picture = PartyPicture {
        trust: parts.ask(trust).unwrap_or_else(Assessment::empty),
        feeling: observed(policy, facts, given, &mut parts),
        supplier_alignment: aligned(Side::Supplier, &facts.supplier),
        customer_alignment: aligned(Side::Customer, &facts.customer),
        advantage: sides.map(|(ours, theirs)| advantage(policy.alignment(), ours, theirs)),
        concentration: concentration(policy.continuity(), &facts.ties),
        coverage: coverage(&facts.ties, &given.coverage),
        departures: departures(policy, facts, given, &mut parts),
        assignment: facts
            .assignment
            .as_ref()
            .map(|one| judge_assignment(policy.continuity(), one)),
        people: staffed(policy, facts, given, &mut parts),
        measures: facts.measures.iter().map(judge_measure).collect(),
        actions: facts.actions.iter().map(judge_action).collect(),
        investments: investments(policy, facts, &mut parts),
    };
    parts.settle(|| policy.severities().weighed(picture))
}

type Parts = Gathered<PartyError>;

fn observed(
    policy: &PartyPolicy,
    facts: &PartyFacts,
    given: &PartyGiven,
    parts: &mut Parts,
) -> Option<Assessment<Feeling>> {
    if facts.moods.is_empty() {
        return None;
    }
    parts.ask(feeling(
        policy.mood(),
        Side::Customer,
        &facts.moods,
        given.as_of,
    ))
}

/// Checks PPL-01: the state of our own people shows in the customer's satisfaction.
fn staffed(
    policy: &PartyPolicy,
    facts: &PartyFacts,
    given: &PartyGiven,
    parts: &mut Parts,
) -> Option<Assessment<PeopleReport>> {
    let mut facts = facts.people.clone()?;
    facts.customer_satisfaction = facts.customer_satisfaction.or(given.satisfaction_gap);
    parts.ask(people(policy.people(), &facts))
}

fn departures(
    policy: &PartyPolicy,
    facts: &PartyFacts,
    given: &PartyGiven,
    parts: &mut Parts,
) -> Vec<Assessment<DepartureEffect>> {
    let effect = |one| departure(policy.continuity(), &facts.ties, one, given.as_of);
    parts.ask_each(facts.departures.iter().map(effect))
}

fn investments(policy: &PartyPolicy, facts: &PartyFacts, parts: &mut Parts) -> Vec<Verdict> {
    let Some(own) = &facts.supplier else {
        if !facts.investments.is_empty() {
            parts.keep(PartyError::InvestmentWithoutOwnSide);
        }
        return Vec::new();
    };
    let judge = |one| judge_investment(policy.alignment(), own, one);
    parts.ask_each(facts.investments.iter().map(judge))
}

fn check(facts: &PartyFacts, given: &PartyGiven, parts: &mut Parts) {
    let as_of = given.as_of;
    if let Some(people) = facts.people.as_ref().filter(|one| one.as_of != as_of) {
        let people = people.as_of;
        parts.keep(PartyError::TwoDates { as_of, people });
    }
    let tied = facts.ties.iter().flat_map(|tie| {
        [
            (Side::Supplier, tie.supplier.id),
            (Side::Customer, tie.customer.id),
        ]
    });
    for (side, person) in tied {
        if facts.parties.operators(side).person(person).is_none() {
            parts.keep(PartyError::Stranger { side, person });
        }
    }
}
