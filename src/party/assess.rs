use alloc::boxed::Box;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::{Gathered, lifted, record};
use crate::party::action::{judge_action, judge_measure};
use crate::party::alignment::{
    Advantage, Alignment, OperatorFacts, SideFacts, advantage, alignment, judge_investment,
};
use crate::party::continuity::{
    Concentration, Coverage, DepartureEffect, TieNet, Ties, concentrated, covered, judge_assignment,
};
use crate::party::current::{Current, current};
use crate::party::departing::{Held, departures};
use crate::party::error::PartyError;
use crate::party::facts::{PartyFacts, PartyGiven};
use crate::party::feeling::{self, Feeling, felt};
use crate::party::integrity::{IntegrityOffice, JudgedGain, StatedGain};
use crate::party::parties::Register;
use crate::party::people::{PeopleFacts, PeopleReport, people};
use crate::party::policy::PartyPolicy;
use crate::party::trust::{TrustPicture, assess_trust};
use crate::verdict::{Assessment, Finding, Verdict, filled, filled_box, findings_of, weigh_parts};
use crate::vocab::known::{Contradiction, Expired};
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
        /// The verdict on each gain that offers and instruments bring.
        #[serde(default)]
        pub gains: Vec<JudgedGain>,
        /// The statements of one fact that hold on the day and differ.
        pub contradictions: Vec<Contradiction>,
        /// The graded facts that were learnt too long ago, and are unknown.
        pub expired: Vec<Expired>,
        /// The number of facts, statements and observations of after the day, which are left out.
        pub ahead: u32,
    }
}

weigh_parts! { PartyPicture: trust feeling supplier_alignment customer_alignment advantage concentration coverage departures assignment people measures actions investments gains }

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
        let gains = self.gains.iter().map(|gain| &gain.verdict);
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
            .chain(judged.chain(gains).flat_map(Verdict::findings))
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
/// register. A gain below zero is a reason too. An investment without the facts of our own side is another reason, and facts about people
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
    let fill = |picture: &mut PartyPicture| picture.fill(policy, facts, given);
    filled(PartyPicture::empty(), fill)
}

/// Assesses on the heap, for a review.
pub(crate) fn assess_boxed(
    policy: &PartyPolicy,
    facts: &PartyFacts,
    given: &PartyGiven,
) -> Result<Box<PartyPicture>, PartyError> {
    let fill = |picture: &mut PartyPicture| picture.fill(policy, facts, given);
    filled_box(PartyPicture::empty(), fill)
}

impl PartyPicture {
    #[inline(always)]
    fn empty() -> Self {
        Self {
            trust: Assessment::empty(),
            feeling: None,
            supplier_alignment: None,
            customer_alignment: None,
            advantage: None,
            concentration: Assessment::empty(),
            coverage: Assessment::empty(),
            departures: Vec::new(),
            assignment: None,
            people: None,
            measures: Vec::new(),
            actions: Vec::new(),
            investments: Vec::new(),
            gains: Vec::new(),
            contradictions: Vec::new(),
            expired: Vec::new(),
            ahead: 0,
        }
    }

    /// Writes every part for which there are facts.
    fn fill(
        &mut self,
        policy: &PartyPolicy,
        facts: &PartyFacts,
        given: &PartyGiven,
    ) -> Result<(), PartyError> {
        let mut parts = Gathered::new();
        let register = facts.parties.register();
        let as_of = given.as_of;
        let (now, reader) = current(policy, facts, as_of);
        let held = check(facts, &now.ties, given, &mut parts);
        let ours = acting(register, Side::Supplier, &now.supplier, as_of);
        let theirs = acting(register, Side::Customer, &now.customer, as_of);
        let office = office(register, &now, as_of);
        // Ties that are at fault are told once, and no other part looks at them.
        let unknown = Ties::default();
        let ties = held.as_ref().map_or(&unknown, |_| &now.ties);
        let net = &held.unwrap_or_else(|| unknown.held_on(register, as_of));
        let held = Held { ties, net, as_of };
        let continuity = policy.continuity();
        self.trust = trusting(policy, facts, as_of, &mut parts);
        self.feeling = observed(policy, facts, net, as_of, &mut parts);
        self.align(policy, ours.as_ref(), theirs.as_ref());
        self.concentration = concentrated(continuity, register, net, as_of);
        self.coverage = covered(register, net, &given.coverage, as_of);
        self.departures = departures(policy, register, &now, &held, &mut parts);
        self.assignment = facts
            .assignment
            .as_ref()
            .and_then(|one| parts.ask(judge_assignment(continuity, register, one, as_of)));
        self.people = staffed(policy, now.people.as_ref(), given, &mut parts);
        self.measures = measures(facts, as_of, &mut parts);
        self.actions = actions(facts, &office, &mut parts);
        self.investments = investments(policy, &office, ours.as_ref(), &now, &mut parts);
        self.gains = parts.ask_each(given.gains.iter().map(|one| gained(&office, one)));
        (self.expired, self.ahead) = (reader.expired, reader.ahead);
        self.look_back(facts, as_of);
        policy.severities().weigh(self);
        parts.settle(|| ())
    }

    /// Writes the interests of both sides, and the side that is stronger by them.
    fn align(
        &mut self,
        policy: &PartyPolicy,
        ours: Option<&SideFacts>,
        theirs: Option<&SideFacts>,
    ) {
        let policy = policy.alignment();
        self.supplier_alignment = ours.map(|facts| alignment(policy, Side::Supplier, facts));
        self.customer_alignment = theirs.map(|facts| alignment(policy, Side::Customer, facts));
        let both = ours.zip(theirs);
        self.advantage = both.map(|(ours, theirs)| advantage(policy, ours, theirs));
    }

    /// Gathers what contradicts itself, and counts what is left out.
    fn look_back(&mut self, facts: &PartyFacts, as_of: NaiveDate) {
        let trust = self.trust.value();
        let mut found: Vec<Contradiction> = Vec::new();
        found.extend(trust.iter().flat_map(|trust| trust.contradictions.clone()));
        let assignment = facts.assignment.iter();
        found.extend(assignment.flat_map(|one| one.contradictions(as_of)));
        let found = found.into_iter().map(|one| one.within("party"));
        self.contradictions = found.collect();
        let people = self.people.as_ref().and_then(Assessment::value);
        let moods = facts.moods.iter().filter(|mood| as_of < mood.on).count();
        let ahead = [
            self.ahead,
            trust.map_or(0, |trust| trust.ahead),
            u32::try_from(moods).unwrap_or(u32::MAX),
            people.map_or(0, |people| people.ahead),
        ];
        self.ahead = ahead.into_iter().fold(0, u32::saturating_add);
    }
}

type Parts = Gathered<PartyError>;

/// Returns the office of integrity of the day, which knows our people and their open conflicts.
fn office<'a>(register: &'a Register, now: &'a Current, as_of: NaiveDate) -> IntegrityOffice<'a> {
    let office = IntegrityOffice::new(register, as_of);
    match &now.supplier {
        Some(own) => office.with_own(own),
        None => office,
    }
}

fn trusting(
    policy: &PartyPolicy,
    facts: &PartyFacts,
    as_of: NaiveDate,
    parts: &mut Parts,
) -> Assessment<TrustPicture> {
    let (words, between) = (&facts.trust, &facts.organizational_trust);
    let trust = assess_trust(policy.trust(), &facts.parties, words, between, as_of);
    parts.ask(trust).unwrap_or_else(Assessment::empty)
}

fn observed(
    policy: &PartyPolicy,
    facts: &PartyFacts,
    net: &TieNet,
    as_of: NaiveDate,
    parts: &mut Parts,
) -> Option<Assessment<Feeling>> {
    let (moods, side) = (facts.moods.as_slice(), Side::Customer);
    if moods.is_empty() {
        return None;
    }
    let register = facts.parties.register();
    parts.ask(feeling::check(register, side, moods))?;
    Some(felt(policy.mood(), register, net, side, moods, as_of))
}

/// Returns the interests of those who act for a side on the day: whoever has left has none any more.
///
/// Nothing is known of those who act and of whom nothing is stated.
fn acting(
    register: &Register,
    side: Side,
    stated: &Option<SideFacts>,
    as_of: NaiveDate,
) -> Option<SideFacts> {
    let stated = stated.as_ref()?;
    let people = register.acting(side, as_of).map(|person| {
        let known = stated.operator(&person.id).cloned();
        known.unwrap_or_else(|| OperatorFacts::new(person.id))
    });
    let facts = SideFacts::of_each(people.collect())?;
    Some(facts.with_ownership(stated.form(), stated.size()))
}

/// Assesses our people; a satisfaction of the customer that was measured goes before a stated one (PPL-01).
fn staffed(
    policy: &PartyPolicy,
    facts: Option<&PeopleFacts>,
    given: &PartyGiven,
    parts: &mut Parts,
) -> Option<Assessment<PeopleReport>> {
    parts.ask(people(policy.people(), facts?, given.satisfaction_gap))
}

fn measures(facts: &PartyFacts, as_of: NaiveDate, parts: &mut Parts) -> Vec<Verdict> {
    let register = facts.parties.register();
    let measures = facts.measures.iter();
    parts.ask_each(measures.map(|one| judge_measure(register, one, as_of)))
}

fn actions(facts: &PartyFacts, office: &IntegrityOffice<'_>, parts: &mut Parts) -> Vec<Verdict> {
    let judged = facts.actions.iter().map(|one| judge_action(office, one));
    parts.ask_each(judged.map(|verdict| verdict.map_err(PartyError::Action)))
}

fn investments(
    policy: &PartyPolicy,
    office: &IntegrityOffice<'_>,
    own: Option<&SideFacts>,
    now: &Current,
    parts: &mut Parts,
) -> Vec<Verdict> {
    let Some(stated) = &now.supplier else {
        if !now.investments.is_empty() {
            parts.keep(PartyError::InvestmentWithoutOwnSide);
        }
        return Vec::new();
    };
    // Where nobody acts for us, nothing is known of whoever will.
    let own = own.cloned().unwrap_or_else(|| stated.unknown());
    let judge = |one| judge_investment(policy.alignment(), office, &own, one);
    parts.ask_each(now.investments.iter().map(judge))
}

/// Judges a gain that another system states; an error has its path.
fn gained(office: &IntegrityOffice<'_>, stated: &StatedGain) -> Result<JudgedGain, PartyError> {
    stated.judged(office).map_err(|reason| {
        lifted(reason, |reason| PartyError::Gain {
            path: stated.path.clone(),
            reason: Box::new(reason),
        })
    })
}

/// Checks that the dates agree, and that the register has everybody whom only the facts name.
///
/// The result is the net of the ties of the day, if the register has everybody who holds one.
fn check(facts: &PartyFacts, ties: &Ties, given: &PartyGiven, parts: &mut Parts) -> Option<TieNet> {
    let as_of = given.as_of;
    if let Some(people) = facts.people.as_ref().filter(|one| one.as_of != as_of) {
        let people = people.as_of;
        parts.keep(PartyError::TwoDates { as_of, people });
    }
    let register = facts.parties.register();
    let net = parts.ask(ties.on(register, as_of));
    for (side, of) in [
        (Side::Supplier, &facts.supplier),
        (Side::Customer, &facts.customer),
    ] {
        for operator in of.iter().flat_map(SideFacts::operators) {
            if let Err(reason) = register.knows(side, &operator.id) {
                parts.keep(PartyError::Interest { side, reason });
            }
        }
    }
    net
}
