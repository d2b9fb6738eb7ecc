//! The errors of the four parties: people, ties, sides, moods and their policies.

use std::num::NonZeroU32;

use keqing::party::action::{InterestKind, NeedKind, Scope};
use keqing::party::alignment::{
    BenefitRecord, Conflict, ConflictState, OperatorFacts, SideFacts, organization_capture,
};
use keqing::party::continuity::{
    ContinuityPolicy, Departure, DepartureEvent, Handover, Tie, Ties, departure,
};
use keqing::party::feeling::{AffectStart, Emotion, MoodPolicy, Observation, Polarity, feeling};
use keqing::party::parties::{FourParty, Operators, Organization, Parties, Person};
use keqing::party::people::{
    Coaching, LeaderRecognition, PeopleFacts, PeoplePolicy, TeamFacts, TrainedStaff, people,
};
use keqing::party::trust::{PersonTrust, assess_trust};
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::name::{Label, PersonId};
use keqing::vocab::share::Share;
use keqing::vocab::time::Days;
use keqing::vocab::words::{Department, Level, Role, Side};
use rust_decimal::Decimal;

use crate::support::errors::{Failure, day, says};

fn person(id: &str) -> Result<Person, Failure> {
    Ok(Person {
        id: id.parse()?,
        department: Department::Sales,
        level: Level::Operator,
    })
}

fn tie(supplier: &str, customer: &str) -> Result<Tie, Failure> {
    Ok(Tie::new(
        person(supplier)?,
        person(customer)?,
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
        "each person is named once, got `li` twice",
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
    let trust = |side, id: &str| {
        Ok::<_, Failure>(PersonTrust {
            side,
            person: id.parse()?,
            level: Known::Unknown,
        })
    };
    says(
        assess_trust(&parties, &[trust(Side::Customer, "li")?], Known::Unknown),
        "`li` does not act for the customer, give the trust of people who do",
    );
    let twice = [trust(Side::Supplier, "li")?, trust(Side::Supplier, "li")?];
    says(
        assess_trust(&parties, &twice, Known::Unknown),
        "the trust of each person is given once, got `li` of the supplier twice",
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
fn ties_and_departures_that_cannot_be() -> Result<(), Failure> {
    says(
        Ties::new([tie("li", "li")?]),
        "the person `li` stands on both sides, expected one of them",
    );
    says(
        Ties::new([tie("li", "wang")?, tie("li", "wang")?]),
        "the pair `li` and `wang` is tied twice, expected one tie with all its weight",
    );
    let mut moved = tie("li", "zhao")?;
    moved.supplier.level = Level::Executive;
    says(
        Ties::new([tie("li", "wang")?, moved]),
        "the supplier's person `li` has two departments or levels, expected the same in every tie",
    );
    let ties = Ties::new([tie("li", "wang")?])?;
    let today = day("2024-06-01")?;
    let past = DepartureEvent::Past { since: today };
    let (policy, li) = (ContinuityPolicy::standard(), PersonId::new("li")?);
    let asked = |side, id: &str, event| Ok::<_, Failure>(Departure::new(side, id.parse()?, event));
    let refused = |given: &Departure, message| {
        says(departure(&policy, &ties, given, today), message);
    };
    let later = DepartureEvent::Past {
        since: day("2024-06-02")?,
    };
    refused(
        &asked(Side::Supplier, "li", later)?,
        "gone since 2024-06-02 is after 2024-06-01: give the departure as announced",
    );
    let over = DepartureEvent::Announced {
        last_day: day("2024-05-31")?,
    };
    refused(
        &asked(Side::Supplier, "li", over)?,
        "the last day 2024-05-31 is before 2024-06-01: give the departure as past",
    );
    refused(
        &asked(Side::Customer, "li", past)?,
        "`li` stands on the supplier's side, expected the customer's",
    );
    let mut given = asked(Side::Supplier, "li", past)?;
    given.successor = Known::measured(Some(li));
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
fn moods_and_recognitions_that_cannot_be() -> Result<(), Failure> {
    let seen = |on: &str| {
        let (person, emotion, grade) = ("wang".parse()?, Emotion::Doubt, Grade::Measured);
        Ok::<_, Failure>(Observation {
            person,
            emotion,
            on: day(on)?,
            grade,
        })
    };
    let felt = |seen: &[Observation], message| {
        let policy = MoodPolicy::standard().with_start(AffectStart::FirstMood);
        says(
            feeling(&policy, Side::Customer, seen, day("2024-06-01")?),
            message,
        );
        Ok::<_, Failure>(())
    };
    felt(
        &[seen("2024-06-02")?],
        "the observation of wang on 2024-06-02 is later than 2024-06-01, the date that is asked for",
    )?;
    felt(
        &[seen("2024-05-02")?, seen("2024-05-01")?],
        "the observation of wang on 2024-05-01 cannot follow that of 2024-05-02: give the oldest first",
    )?;
    let mut facts = PeopleFacts::new(day("2024-06-01")?);
    let policy = PeoplePolicy::standard();
    facts.teams = vec![TeamFacts::new(Department::HumanResources); 2];
    says(
        people(&policy, &facts),
        "the team `human resources` is there twice, expected one entry a department",
    );
    let late = LeaderRecognition {
        on: day("2024-06-02")?,
        by: Level::Executive,
    };
    facts.recognitions = Known::measured(vec![late]);
    says(
        people(&policy, &facts),
        "a recognition on 2024-06-02 is after 2024-06-01, expected dates up to that day; \
         the team `human resources` is there twice, expected one entry a department",
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
        continuity.with_broken_from(Share::NONE),
        "a relationship is broken from a lost share above nothing, got 0.0 %",
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
