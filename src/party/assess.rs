use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::{Gathered, record};
use crate::party::action::{judge_action, judge_measure};
use crate::party::alignment::{
    Advantage, Alignment, SideFacts, advantage, alignment, judge_investment,
};
use crate::party::continuity::{
    Concentration, Coverage, Departure, DepartureEffect, concentration, coverage, departure,
    judge_assignment,
};
use crate::party::error::PartyError;
use crate::party::facts::{PartyFacts, PartyGiven};
use crate::party::feeling::{Feeling, feeling};
use crate::party::integrity::IntegrityOffice;
use crate::party::parties::ReferenceError;
use crate::party::people::{PeopleReport, people};
use crate::party::policy::PartyPolicy;
use crate::party::trust::{TrustPicture, assess_trust};
use crate::verdict::{Assessment, Finding, Verdict, findings_of, weigh_parts};
use crate::vocab::known::Contradiction;
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
        /// The statements of one fact that hold on the day and differ.
        pub contradictions: Vec<Contradiction>,
        /// The number of statements and observations that were made after the day, and are left out.
        pub ahead: u32,
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
/// [`PartyError`] is returned when a part contradicts itself, and when a name leads to nobody of the
/// register. An investment without the facts of our own side is another reason, and facts about people
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
    let (register, as_of) = (facts.parties.register(), given.as_of);
    let aligned = |side, of: &Option<_>| {
        let facts = of.as_ref()?;
        Some(alignment(policy.alignment(), side, facts))
    };
    let sides = facts.supplier.as_ref().zip(facts.customer.as_ref());
    let trust = assess_trust(
        policy.trust(),
        &facts.parties,
        &facts.trust,
        &facts.organizational_trust,
        as_of,
    );
    let office = office(facts, given);
    let mut picture = PartyPicture {
        trust: parts.ask(trust).unwrap_or_else(Assessment::empty),
        feeling: observed(policy, facts, given, &mut parts),
        supplier_alignment: aligned(Side::Supplier, &facts.supplier),
        customer_alignment: aligned(Side::Customer, &facts.customer),
        advantage: sides.map(|(ours, theirs)| advantage(policy.alignment(), ours, theirs)),
        concentration: parts
            .ask(concentration(
                policy.continuity(),
                register,
                &facts.ties,
                as_of,
            ))
            .unwrap_or_else(Assessment::empty),
        coverage: parts
            .ask(coverage(register, &facts.ties, &given.coverage, as_of))
            .unwrap_or_else(Assessment::empty),
        departures: departures(policy, facts, given, &mut parts),
        assignment: facts
            .assignment
            .as_ref()
            .and_then(|one| parts.ask(judge_assignment(policy.continuity(), register, one, as_of))),
        people: staffed(policy, facts, given, &mut parts),
        measures: facts.measures.iter().map(judge_measure).collect(),
        actions: {
            let judged = facts.actions.iter().map(|one| judge_action(&office, one));
            parts.ask_each(judged.map(|verdict| verdict.map_err(PartyError::Action)))
        },
        investments: investments(policy, &office, facts, &mut parts),
        contradictions: Vec::new(),
        ahead: 0,
    };
    picture.look_back(facts, as_of);
    parts.settle(|| policy.severities().weighed(picture))
}

impl PartyPicture {
    /// Gathers what contradicts itself, and counts what is left out.
    fn look_back(&mut self, facts: &PartyFacts, as_of: NaiveDate) {
        let trust = self.trust.value();
        let mut found: Vec<Contradiction> = Vec::new();
        found.extend(trust.iter().flat_map(|trust| trust.contradictions.clone()));
        let assignment = facts.assignment.iter();
        found.extend(assignment.flat_map(|one| one.contradictions(as_of)));
        let found = found.into_iter().map(|one| one.within("party"));
        self.contradictions = found.collect();
        let feeling = self.feeling.as_ref().and_then(Assessment::value);
        let ahead = [
            trust.map_or(0, |trust| trust.ahead),
            feeling.map_or(0, |feeling| feeling.ahead),
        ];
        self.ahead = ahead.into_iter().fold(0, u32::saturating_add);
    }
}

type Parts = Gathered<PartyError>;

/// Returns the office of integrity of the day, which knows our people and their open conflicts.
fn office<'a>(facts: &'a PartyFacts, given: &PartyGiven) -> IntegrityOffice<'a> {
    let office = IntegrityOffice::new(facts.parties.register(), given.as_of);
    match &facts.supplier {
        Some(own) => office.with_own(own),
        None => office,
    }
}

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
        facts.parties.register(),
        &facts.ties,
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

/// Assesses each departure: those that the facts name, and the last day of everybody else who held a tie
/// on it.
fn departures(
    policy: &PartyPolicy,
    facts: &PartyFacts,
    given: &PartyGiven,
    parts: &mut Parts,
) -> Vec<Assessment<DepartureEffect>> {
    let register = facts.parties.register();
    let unnamed = leavers(facts, given.as_of);
    let all = facts.departures.iter().chain(&unnamed);
    let effect = |one| departure(policy.continuity(), register, &facts.ties, one, given.as_of);
    parts.ask_each(all.map(effect))
}

/// Returns the departures that only the register tells: a last day, and a tie until then.
fn leavers(facts: &PartyFacts, as_of: NaiveDate) -> Vec<Departure> {
    let register = facts.parties.register();
    let mut found = Vec::new();
    for side in Side::ALL {
        let mut last = None;
        for person in register.side(side) {
            let is_new = last.replace(person.id) != Some(person.id);
            let until = register
                .term(side, &person.id, as_of)
                .and_then(|term| term.until);
            let is_named = facts.departures.iter().any(|one| one.person == person.id);
            let held = |day: NaiveDate| {
                let mut ties = facts.ties.iter();
                ties.any(|tie| *tie.person(side) == person.id && tie.holds_on(day))
            };
            if is_new && !is_named && until.is_some_and(|until| held(until.min(as_of))) {
                found.push(Departure::of(side, person.id));
            }
        }
    }
    found
}

fn investments(
    policy: &PartyPolicy,
    office: &IntegrityOffice<'_>,
    facts: &PartyFacts,
    parts: &mut Parts,
) -> Vec<Verdict> {
    let Some(own) = &facts.supplier else {
        if !facts.investments.is_empty() {
            parts.keep(PartyError::InvestmentWithoutOwnSide);
        }
        return Vec::new();
    };
    let judge = |one| judge_investment(policy.alignment(), office, own, one);
    parts.ask_each(facts.investments.iter().map(judge))
}

/// Checks that the dates agree, and that the register has everybody whom only the facts name.
fn check(facts: &PartyFacts, given: &PartyGiven, parts: &mut Parts) {
    let as_of = given.as_of;
    if let Some(people) = facts.people.as_ref().filter(|one| one.as_of != as_of) {
        let people = people.as_of;
        parts.keep(PartyError::TwoDates { as_of, people });
    }
    let register = facts.parties.register();
    for (side, of) in [
        (Side::Supplier, &facts.supplier),
        (Side::Customer, &facts.customer),
    ] {
        let people = of.iter().flat_map(SideFacts::operators);
        for person in people.map(|operator| operator.id) {
            let expected = side;
            let reason = match register.side_of(&person) {
                Err(unknown) => Some(unknown),
                Ok(_) if register.offices(side, &person).is_empty() => {
                    Some(ReferenceError::WrongSide { person, expected })
                }
                Ok(_) => None,
            };
            if let Some(reason) = reason {
                parts.keep(PartyError::Interest { side, reason });
            }
        }
    }
    let effects = facts.measures.iter().flat_map(|one| one.effects.iter());
    let countered = effects.filter_map(|(_, effect)| effect.as_ref()?.countermeasure);
    for countermeasure in countered {
        if let Err(unknown) = register.side_of(&countermeasure.who) {
            parts.keep(PartyError::Measure(unknown));
        }
    }
}
