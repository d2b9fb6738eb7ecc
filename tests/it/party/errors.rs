//! The errors of the four parties: people, ties, sides, moods and their policies.

use std::num::NonZeroU32;

use keqing::party::action::{Action, judge_action};
use keqing::party::alignment::{
    AlignmentPolicy, Conflict, ConflictState, Investment, OperatorFacts, Purpose, SideFacts,
    judge_investment, organization_capture,
};
use keqing::party::continuity::{
    Assignment, ContinuityPolicy, Departure, DepartureEvent, Handover, Tie, Ties, departure,
    judge_assignment,
};
use keqing::party::feeling::{AffectStart, Emotion, MoodPolicy, Observation, Polarity, feeling};
use keqing::party::integrity::IntegrityOffice;
use keqing::party::parties::{FourParty, Operators, Organization, Parties, Register};
use keqing::party::people::{Coaching, PeopleFacts, PeoplePolicy, TeamFacts, TrainedStaff, people};
use keqing::party::trust::{PersonTrust, TrustPolicy, assess_trust};
use keqing::vocab::benefit::{
    BenefitRecord, Clearance, ClearanceScope, ClearanceWord, InterestKind, Scope,
};
use keqing::vocab::known::{Grade, Known, Stated};
use keqing::vocab::name::Label;
use keqing::vocab::share::Share;
use keqing::vocab::time::Days;
use keqing::vocab::words::{Department, NeedKind, Role, Side};
use rust_decimal::Decimal;

use super::golden::person;
use crate::support::errors::{Failure, day, says};

fn tie(supplier: &str, customer: &str) -> Result<Tie, Failure> {
    Ok(Tie::new(
        supplier.parse()?,
        customer.parse()?,
        NonZeroU32::MIN,
    ))
}

#[test]
fn names_and_numbers_that_cannot_be() -> Result<(), Failure> {
    says(
        "\u{3000} ".parse::<Label>(),
        "a name has one to 96 bytes that are not all blank, got a blank text",
    );
    let long = "客".repeat(33);
    says(
        Label::new(&long),
        &format!("a name has one to 96 bytes, got 99: `{long}`"),
    );
    says(
        Polarity::new(Decimal::new(101, 1)),
        "a polarity is from -10 to 10 with at most 12 decimals, got 10.1",
    );
    says(
        TrainedStaff::new(1, 0),
        "a team has at least 1 person, got 0",
    );
    says(
        TrainedStaff::new(5, 4),
        "5 of 4 people are given, expected at most 4",
    );
    says(
        Coaching::new(1, 0),
        "1 of 0 people are given, expected at most 0",
    );
    let ours = |role: Role| (role.side() == Side::Supplier).then_some(role);
    says(
        FourParty::try_from_fn(ours),
        "the customer-organization is missing, a relationship has four parties (PTY-01)",
    );
    Ok(())
}

#[test]
fn parties_that_cannot_be() -> Result<(), Failure> {
    says(
        Operators::people([]),
        "an operator is one or more people, got none: say since when the place is vacant",
    );
    says(
        Operators::people([person("li")?, person("li")?]),
        "`li` has two offices, expected one office a day: end the first before the second begins",
    );
    says(
        Operators::left(day("2024-06-01")?, [person("li")?]),
        "the place is vacant since 2024-06-01, and `li` acts on that day: give `until`",
    );
    let vacant = || {
        Ok::<_, Failure>(Operators::Vacant {
            since: day("2024-01-01")?,
        })
    };
    let one = Organization::new("o-1", "Ningbo Pumps")?;
    says(
        Parties::new(one, vacant()?, one, vacant()?),
        "a relationship joins two organizations, got `o-1` on both sides",
    );
    let other = Organization::new("o-2", "Hangzhou Valves")?;
    let parties = Parties::new(one, Operators::people([person("li")?])?, other, vacant()?)?;
    let trust = |id: &str| {
        Ok::<_, Failure>(PersonTrust {
            person: id.parse()?,
            level: Stated::unknown(),
        })
    };
    let today = day("2024-06-01")?;
    let refused = |people: &[PersonTrust], message| {
        let nothing = Stated::unknown();
        let policy = TrustPolicy::standard();
        says(
            assess_trust(&policy, &parties, people, &nothing, today),
            message,
        );
    };
    refused(&[trust("wang")?], "nobody in the register is named `wang`");
    refused(
        &[trust("li")?, trust("li")?],
        "the trust of each person is given once, got `li` twice: give one list of statements",
    );
    Ok(())
}

#[test]
fn a_register_that_cannot_be() -> Result<(), Failure> {
    let on = |from: &str, until: &str| {
        let (from, until) = (Some(day(from)?), Some(day(until)?));
        Ok::<_, Failure>(person("li")?.with_from(from).with_until(until))
    };
    says(
        Register::new([on("2024-06-01", "2024-05-31")?], []),
        "the office of `li` begins on 2024-06-01 and ends on 2024-05-31, expected no earlier end",
    );
    let (spring, summer) = (
        on("2024-03-01", "2024-06-01")?,
        on("2024-06-01", "2024-08-31")?,
    );
    let twice = "`li` has two offices on 2024-06-01, expected one office a day: \
        end the first before the second begins";
    says(Register::new([spring, summer], []), twice);
    says(Register::new([summer], [spring]), twice);
    let register = Register::new([spring], [person("wang")?])?;
    says(
        register.resolve(&"li".parse()?, day("2024-06-02")?),
        "`li` does not act on 2024-06-02, expected a day from 2024-03-01 until 2024-06-01",
    );
    says(
        register.resolve_for(Side::Supplier, &"wang".parse()?, day("2024-06-02")?),
        "`wang` acts for the customer, expected somebody of the supplier",
    );
    says(
        register.side_of(&"wnag".parse()?),
        "nobody in the register is named `wnag`, did you mean `wang`?",
    );
    Ok(())
}

#[test]
fn people_in_charge_and_words_of_nobody() -> Result<(), Failure> {
    let today = day("2024-06-01")?;
    let register = Register::new([person("li")?], [person("wang")?])?;
    let assignment = Assignment::new()
        .with_owner(Stated::measured(Some("wang".parse()?)))
        .with_deputy(Stated::measured(Some("ghost".parse()?)));
    says(
        judge_assignment(&ContinuityPolicy::standard(), &register, &assignment, today),
        "`wang` acts for the customer, expected somebody of the supplier; \
         nobody in the register is named `ghost`",
    );
    let office = IntegrityOffice::new(&register, today);
    let scope = ClearanceScope::new(Role::CustomerOperator);
    let word = Clearance::new(ClearanceWord::Cleared, Grade::Measured, today, scope);
    let word = word.with_by(Some("ghost".parse()?));
    let ghost = "nobody in the register is named `ghost`";
    let action = Action::new(Role::SupplierOperator).with_clearance(Some(word));
    says(judge_action(&office, &action), ghost);
    let own = SideFacts::new([OperatorFacts::new("li".parse()?)])?;
    let investment = Investment::new(Purpose::RelationshipCapital).with_clearances(vec![word]);
    says(
        judge_investment(&AlignmentPolicy::standard(), &office, &own, &investment),
        ghost,
    );
    Ok(())
}

#[test]
fn sides_that_cannot_be() -> Result<(), Failure> {
    says(
        SideFacts::new([]),
        "the interests of a side are those of one or more people, got none",
    );
    let mut operator = OperatorFacts::new("li".parse()?);
    says(
        SideFacts::new([operator.clone(), operator.clone()]),
        "each person is named once, got `li` twice",
    );
    let conflict = Conflict {
        name: "bonus".parse()?,
        weight: NonZeroU32::MIN,
        state: ConflictState::Resolved,
    };
    operator.conflicts = Known::measured(vec![conflict, conflict]);
    says(
        SideFacts::new([operator]),
        "each conflict of a person is named once, got `bonus` twice",
    );
    let record = |amount: &str| {
        let interest = InterestKind::new(Scope::Company, NeedKind::Material);
        Ok::<_, Failure>(BenefitRecord {
            party: None,
            interest,
            amount: amount.parse()?,
        })
    };
    says(
        organization_capture(&[record("-1 CNY")?]),
        "a benefit is an amount from zero up, got -1 CNY",
    );
    says(
        organization_capture(&[record("1 CNY")?, record("1 EUR")?]),
        "0 CNY and 1 EUR are in different currencies, expected one currency",
    );
    Ok(())
}

#[test]
fn ties_that_cannot_be() -> Result<(), Failure> {
    says(
        Ties::new([tie("li", "li")?]),
        "the person `li` stands on both sides, expected one of them",
    );
    says(
        Ties::new([tie("li", "wang")?, tie("li", "wang")?]),
        "the pair `li` and `wang` is tied twice, expected one tie with all its weight",
    );
    let (may, june) = (day("2024-05-31")?, day("2024-06-01")?);
    let turned = tie("li", "wang")?
        .with_from(Some(june))
        .with_until(Some(may));
    says(
        Ties::new([turned]),
        "the tie of `li` and `wang` begins on 2024-06-01 and ends on 2024-05-31, expected no earlier end",
    );
    let gone = person("li")?.with_until(Some(may));
    let register = Register::new([gone], [person("wang")?])?;
    let later = Ties::new([tie("li", "wang")?.with_until(Some(june))])?;
    says(
        later.on(&register, may),
        "`li` does not act on 2024-06-01, expected a day until 2024-05-31",
    );
    Ok(())
}

#[test]
fn departures_that_cannot_be() -> Result<(), Failure> {
    let (may, june) = (day("2024-05-31")?, day("2024-06-01")?);
    let gone = person("li")?.with_until(Some(may));
    let register = Register::new([gone, person("chen")?], [person("wang")?, person("zhao")?])?;
    let (policy, ties) = (
        ContinuityPolicy::standard(),
        Ties::new([tie("li", "wang")?])?,
    );
    let refused = |given: &Departure, message| {
        says(departure(&policy, &register, &ties, given, june), message);
    };
    let of = |side, id: &str| Ok::<_, Failure>(Departure::of(side, id.parse()?));
    refused(
        &of(Side::Supplier, "chen")?,
        "`chen` has no last day in the register: give `until` there, or the event `soured`",
    );
    refused(
        &of(Side::Supplier, "li")?.with_event(DepartureEvent::Soured),
        "`li` does not act on 2024-06-01, expected a day until 2024-05-31",
    );
    refused(
        &of(Side::Supplier, "lii")?,
        "nobody in the register is named `lii`, did you mean `li`?",
    );
    refused(
        &of(Side::Customer, "li")?,
        "`li` acts for the supplier, expected somebody of the customer",
    );
    let mut given = of(Side::Supplier, "li")?;
    given.successor = Known::measured(Some("li".parse()?));
    refused(&given, "`li` leaves and cannot be the successor too");
    given.successor = Known::measured(None);
    given.handover = Known::measured(Handover::Everything);
    refused(
        &given,
        "ties of `li` are handed over to nobody: name a successor or hand over nothing",
    );
    given.successor = Known::measured(Some("chen".parse()?));
    given.handover = Known::measured(Handover::Counterparts(["zhao".parse()?].into()));
    refused(
        &given,
        "`li` has no tie to `zhao` that could be handed over",
    );
    Ok(())
}

#[test]
fn moods_and_teams_that_cannot_be() -> Result<(), Failure> {
    let seen = |person: &str, on: &str| {
        let (person, emotion, grade) = (person.parse()?, Emotion::Doubt, Grade::Measured);
        Ok::<_, Failure>(Observation {
            person,
            emotion,
            on: day(on)?,
            grade,
        })
    };
    let wang = person("wang")?.with_until(Some(day("2024-05-31")?));
    let register = Register::new([person("li")?], [wang])?;
    let felt = |seen: &[Observation], message| {
        let policy = MoodPolicy::standard().with_start(AffectStart::FirstMood);
        let (none, today) = (Ties::default(), day("2024-06-01")?);
        says(
            feeling(&policy, &register, &none, Side::Customer, seen, today),
            message,
        );
        Ok::<_, Failure>(())
    };
    felt(
        &[seen("wang", "2024-06-01")?, seen("li", "2024-05-01")?],
        "`wang` does not act on 2024-06-01, expected a day until 2024-05-31; \
         `li` acts for the supplier, expected somebody of the customer",
    )?;
    let mut facts = PeopleFacts::new(day("2024-06-01")?);
    facts.teams = vec![TeamFacts::new(Department::HumanResources); 2];
    says(
        people(&PeoplePolicy::standard(), &facts, Known::Unknown),
        "the team `human resources` is there twice, expected one entry a department",
    );
    Ok(())
}

#[test]
fn policies_that_contradict_themselves() -> Result<(), Failure> {
    let mood = MoodPolicy::standard();
    says(
        mood.with_smoothing(Share::NONE),
        "the smoothing is above nothing, got 0.0 %",
    );
    let (good, bad) = (Polarity::points(1), Polarity::points(-1));
    let wrong = "pleasure lies above 0, doubt, suspicion and anger below, got";
    says(
        mood.with_polarities(bad, bad, bad, bad),
        &format!("{wrong} -1 for `pleasure`"),
    );
    says(
        mood.with_polarities(good, bad, bad, Polarity::NEUTRAL),
        &format!("{wrong} 0 for `anger`"),
    );
    let continuity = ContinuityPolicy::standard();
    says(
        continuity.with_loss(Share::NONE, Share::NONE),
        "a relationship is broken from a lost share above nothing, got 0.0 %",
    );
    says(
        continuity.with_loss(Share::percent(40)?, Share::percent(30)?),
        "the limits of a loss must rise: at risk above 40.0 %, broken from 30.0 %",
    );
    says(
        continuity.with_limits(Share::percent(60)?, Share::percent(50)?),
        "the limits must rise from nothing: warning from 60.0 %, critical from 50.0 %",
    );
    let people = PeoplePolicy::standard();
    says(
        people.with_recognition(Days::new(0), NonZeroU32::MIN),
        "recognition is counted in a window of at least 1 day, got 0 days",
    );
    says(
        people.with_responsibility(Department::Sales.into(), NonZeroU32::MAX),
        "4294967295 departments besides marketing are asked for, there are 11",
    );
    Ok(())
}
