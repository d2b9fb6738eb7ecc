//! Trust between people and between organizations (信任: PTY-01 to PTY-03, ALN-08).
//!
//! ```text
//! Parties + PersonTrust + organizational level -> assess_trust -> TrustPicture   person by person, together, and between the organizations
//! ```
//!
//! - *Looks at*: The trust of each person of both sides in the people across, as they state it, and
//!   the trust between the two organizations.
//! - *Why*: Trust between people and trust between organizations exist at once, and one does not
//!   prove the other. Only the customer can say what it trusts.
//! - *Breaks it*: A person who trusts less than the people together. A person whom nobody asked. A
//!   guess of ours in place of the word of the customer.
//! - *Keeps it*: Each person asked, and the trust of the organizations stated by itself.
//! - *Rules*: PTY-01, PTY-02, PTY-03, ALN-08.
//!
//! # Examples
//!
//! ```
//! use keqing::party::parties::{Operators, Organization, Parties};
//! use keqing::party::trust::assess_trust;
//! use keqing::vocab::known::Known;
//! use keqing::vocab::words::TrustLevel;
//!
//! let since = chrono::NaiveDate::from_ymd_opt(2024, 3, 1).ok_or("no such date")?;
//! let parties = Parties::new(
//!     Organization::new("s-1", "Hangzhou Valves")?,
//!     Operators::Vacant { since },
//!     Organization::new("c-1", "Ningbo Pumps")?,
//!     Operators::Vacant { since },
//! )?;
//! let answer = assess_trust(&parties, &[], Known::customer_stated(TrustLevel::First))?;
//! assert!(answer.findings().breaches().count() > 0, "both places are vacant");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use alloc::boxed::Box;
use alloc::collections::BTreeSet;

use thiserror::Error;

use crate::form::{Several, every, record, several};
use crate::party::cards::alignment::ALN_08;
use crate::party::cards::parties::{PTY_01, PTY_02, PTY_03};
use crate::party::parties::Parties;
use crate::verdict::{Assessment, Evidence, Fact, Reading, Recorder, Subject};
use crate::vocab::known::{Grade, Known};
use crate::vocab::name::PersonId;
use crate::vocab::words::{Pair, Side, Trust, TrustLevel};

record! {
    /// The trust of one person in the people across (个人信任).
    #[derive(Copy, Hash)]
    pub closed struct PersonTrust {
        /// The side on which the person stands.
        pub side: Side,
        /// The person.
        pub person: PersonId,
        /// The level of the trust.
        pub level: Known<TrustLevel>,
    }
}

record! {
    /// Trust in a relationship as a whole (信任状况): the aggregates, and the least trust (PTY-02).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct TrustPicture {
        /// The aggregate of each kind, kept apart.
        /// Between the people it is the level that more than half of them reach; between the
        /// organizations it is the level given.
        pub aggregate: Trust,
        /// The person who trusts least, the first given of several.
        /// It is `None` if nobody's trust is known.
        pub worst: Option<PersonTrust>,
    }
}

/// Assesses the trust in a relationship: between the people, one by one and together, and between
/// the organizations.
///
/// Both kinds exist at once (ALN-08), and one never stands for the other. The aggregate of the
/// people is the level that more than half of them reach, with the weakest grade of their evidence.
/// It is unknown as long as one person's trust is. If somebody trusts less, the aggregate hides it,
/// and a finding says so (PTY-02). Another finding says that a place is vacant (PTY-01). The
/// customer has to say in what state a relationship is, so an estimate leaves a gap (PTY-03).
///
/// # Errors
///
/// [`TrustError`] is returned when somebody is named twice or is no party to the relationship.
///
/// # Examples
///
/// ```
/// use keqing::party::parties::{Operators, Organization, Parties, Person};
/// use keqing::party::trust::{PersonTrust, assess_trust};
/// use keqing::vocab::known::Known;
/// use keqing::vocab::words::{Department, Level, Side, TrustLevel};
///
/// let person = |id: &str| Ok::<_, Box<dyn std::error::Error>>(Person {
///     id: id.parse()?,
///     department: Department::Purchasing,
///     level: Level::Manager,
/// });
/// let parties = Parties::new(
///     Organization::new("s-1", "Hangzhou Valves")?,
///     Operators::people([person("li-na")?])?,
///     Organization::new("c-1", "Ningbo Pumps")?,
///     Operators::people([person("wang-fang")?])?,
/// )?;
/// let trust = |side, id: &str, level| Ok::<_, Box<dyn std::error::Error>>(PersonTrust {
///     side,
///     person: id.parse()?,
///     level: Known::customer_stated(level),
/// });
/// let people = [
///     trust(Side::Supplier, "li-na", TrustLevel::Full)?,
///     trust(Side::Customer, "wang-fang", TrustLevel::First)?,
/// ];
/// let found = assess_trust(&parties, &people, Known::Unknown)?;
/// let found = found.into_value().ok_or("undecided")?;
/// assert_eq!(found.aggregate.personal.value(), Some(&TrustLevel::First));
/// assert!(!found.aggregate.organizational.is_known());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn assess_trust(
    parties: &Parties,
    people: &[PersonTrust],
    organizational: Known<TrustLevel>,
) -> Result<Assessment<TrustPicture>, TrustError> {
    check(parties, people)?;
    Ok(Assessment::of(|r| {
        Some(consult(parties, people, organizational, r))
    }))
}

/// Returned when trust is given twice for a person, or for somebody who does not act for the side.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum TrustError {
    /// One person is named twice.
    #[error("the trust of each person is given once, got `{given}` of the {side} twice")]
    Duplicate {
        /// The side on which the person stands.
        side: Side,
        /// The person named twice.
        given: PersonId,
    },
    /// The trust of several people is at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// The person does not act for that side.
    #[error("`{given}` does not act for the {side}, give the trust of people who do")]
    Stranger {
        /// The side for which the person was named.
        side: Side,
        /// The person.
        given: PersonId,
    },
}

several!(pub TrustError);

fn check(parties: &Parties, people: &[PersonTrust]) -> Result<(), TrustError> {
    let mut seen = BTreeSet::new();
    every(people.iter().flat_map(|one| {
        let (side, given) = (one.side, one.person);
        let acts = parties.operators(side).person(given);
        let is_first = seen.insert((side, given));
        [
            acts.map(|_| ()).ok_or(TrustError::Stranger { side, given }),
            is_first
                .then_some(())
                .ok_or(TrustError::Duplicate { side, given }),
        ]
    }))
}

fn consult<R: Recorder>(
    parties: &Parties,
    people: &[PersonTrust],
    organizational: Known<TrustLevel>,
    r: &mut R,
) -> TrustPicture {
    let mut complete = true;
    for side in Side::ALL {
        complete &= filled(parties, side, r) & told(parties, side, people, r);
    }
    let personal = if complete {
        reached_by_most(people)
    } else {
        Known::Unknown
    };
    let worst = least(people);
    if people.len() > 1 {
        hidden(worst, personal, r);
    }
    for (pair, fact, level) in [
        (Pair::Operators, Fact::PersonalTrust, personal),
        (
            Pair::Organizations,
            Fact::OrganizationalTrust,
            organizational,
        ),
    ] {
        tie(pair, fact, level, r);
    }
    TrustPicture {
        aggregate: Trust {
            personal,
            organizational,
        },
        worst,
    }
}

/// Checks PTY-01: somebody acts for the side.
fn filled<R: Recorder>(parties: &Parties, side: Side, r: &mut R) -> bool {
    let filled = !parties.operators(side).is_vacant();
    r.require(&PTY_01, filled, || {
        Evidence::present(Fact::Operators, filled).of(Subject::Role(side.operator()))
    });
    filled
}

/// Checks PTY-02: the trust of each person of a side is known.
fn told<R: Recorder>(parties: &Parties, side: Side, people: &[PersonTrust], r: &mut R) -> bool {
    let mut all = true;
    for person in parties.operators(side).as_slice() {
        let of_person = |one: &&PersonTrust| (one.side, one.person) == (side, person.id);
        if !people
            .iter()
            .filter(of_person)
            .any(|one| one.level.is_known())
        {
            let id = person.id;
            r.miss_of(&PTY_02, Fact::PersonalTrust, Subject::Person { side, id });
            all = false;
        }
    }
    all
}

/// Checks PTY-02: nobody trusts less than the people together.
fn hidden<R: Recorder>(worst: Option<PersonTrust>, personal: Known<TrustLevel>, r: &mut R) {
    let (Some(worst), Some(together)) = (worst, personal.value()) else {
        return;
    };
    let hidden = worst.level.value().is_some_and(|level| level < together);
    r.require(&PTY_02, !hidden, || {
        let (side, id) = (worst.side, worst.person);
        Evidence::absent(Fact::HiddenConflict, hidden).of(Subject::Person { side, id })
    });
}

/// Checks ALN-08, that both kinds of tie are looked at, and PTY-03, that the customer states them.
fn tie<R: Recorder>(pair: Pair, fact: Fact, level: Known<TrustLevel>, r: &mut R) {
    let subject = Subject::Role(pair.roles().1);
    match level.value() {
        Some(level) => r.require(&ALN_08, true, || {
            let (observed, required) = (*level, TrustLevel::Absent);
            Evidence::new(fact, Reading::Trust { observed, required }).of(subject)
        }),
        None => r.miss_of(&ALN_08, fact, subject),
    }
    r.need_grade(&PTY_03, fact, &level, Grade::CustomerStated);
}

/// Returns the level that more than half of the people reach, with the weakest grade.
fn reached_by_most(people: &[PersonTrust]) -> Known<TrustLevel> {
    let reach = |least: TrustLevel| {
        let levels = people.iter().filter_map(|person| person.level.value());
        levels.filter(|level| **level >= least).count()
    };
    let most = |least: &TrustLevel| reach(*least).saturating_mul(2) > people.len();
    let level = TrustLevel::ALL.into_iter().rev().find(most);
    let grade = people
        .iter()
        .filter_map(|person| person.level.grade())
        .min();
    match (level, grade) {
        (Some(level), Some(grade)) => Known::graded(level, grade),
        _ => Known::Unknown,
    }
}

fn least(people: &[PersonTrust]) -> Option<PersonTrust> {
    let told = people.iter().filter(|person| person.level.is_known());
    told.min_by_key(|person| person.level.value()).copied()
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;
    use alloc::vec::Vec;

    use super::{PersonTrust, TrustError, assess_trust};
    use crate::party::parties::Parties;
    use crate::verdict::RuleId;
    use crate::vocab::known::Known;
    use crate::vocab::name::PersonId;
    use crate::vocab::words::{Side, TrustLevel};

    type Failure = alloc::boxed::Box<dyn core::error::Error>;

    fn parties(customer: &str) -> Result<Parties, serde_json::Error> {
        let json = r#"{"supplier-organization":{"id":"s","name":"s"},"supplier-operator":{"people":[{"id":"a","department":"sales","level":"operator"}]},"customer-organization":{"id":"c","name":"c"},"customer-operator":CUSTOMER}"#;
        serde_json::from_str(&json.replace("CUSTOMER", customer))
    }

    const TWO: &str = r#"{"people":[{"id":"b","department":"quality","level":"manager"},{"id":"c","department":"sales","level":"operator"}]}"#;

    fn trusts(side: Side, id: &str, level: TrustLevel) -> Result<PersonTrust, Failure> {
        Ok(PersonTrust {
            side,
            person: PersonId::new(id)?,
            level: Known::customer_stated(level),
        })
    }

    #[test]
    fn the_level_of_most_people_may_hide_one_of_them() -> Result<(), Failure> {
        use TrustLevel::{Absent, First, Full};
        let table = [
            ([Full, Full, Full], Full, false),
            ([First, Full, Full], Full, true),
            ([Absent, First, Full], First, true),
            ([First, First, Full], First, false),
            ([Absent, Absent, Full], Absent, false),
        ];
        for (levels, together, hides) in table {
            let [a, b, c] = levels;
            let people = [
                trusts(Side::Customer, "b", b)?,
                trusts(Side::Customer, "c", c)?,
                trusts(Side::Supplier, "a", a)?,
            ];
            let found = assess_trust(&parties(TWO)?, &people, Known::Unknown)?;
            assert_eq!(found.breaches("PTY-02".parse()?), hides, "{levels:?}");
            let gaps: Vec<RuleId> = found.findings().gaps().map(|gap| gap.rule).collect();
            assert_eq!(gaps, ["ALN-08".parse()?]);
            let value = found.into_value().map(|found| found.aggregate.personal);
            assert_eq!(value, Some(Known::customer_stated(together)), "{levels:?}");
        }
        Ok(())
    }

    #[test]
    fn a_vacant_place_and_an_unknown_person_leave_it_open() -> Result<(), Failure> {
        let told = [trusts(Side::Supplier, "a", TrustLevel::Full)?];
        let vacant = parties(r#"{"vacant":{"since":"2024-01-01"}}"#)?;
        let found = assess_trust(&vacant, &told, Known::estimated(TrustLevel::First))?;
        assert!(found.breaches("PTY-01".parse()?));
        let gaps = found.findings().gaps().map(|gap| gap.rule.to_string());
        assert!(gaps.eq(["ALN-08", "PTY-03"]));
        let found = assess_trust(&parties(TWO)?, &told, Known::Unknown)?;
        let gaps = found
            .findings()
            .gaps()
            .filter(|gap| gap.rule.to_string() == "PTY-02");
        assert_eq!(gaps.count(), 2);
        assert_eq!(
            found.into_value().and_then(|found| found.worst),
            told.first().copied()
        );
        Ok(())
    }

    #[test]
    fn strangers_and_repetitions_are_refused() -> Result<(), Failure> {
        let a = trusts(Side::Supplier, "a", TrustLevel::Full)?;
        let stranger = trusts(Side::Customer, "a", TrustLevel::Full)?;
        let (side, given) = (a.side, a.person);
        let refused = |people: &[PersonTrust]| {
            let parties = parties(TWO)?;
            let found = assess_trust(&parties, people, Known::Unknown);
            Ok::<_, Failure>(found.err())
        };
        assert_eq!(
            refused(&[a, a])?,
            Some(TrustError::Duplicate { side, given })
        );
        let side = stranger.side;
        assert_eq!(
            refused(&[a, stranger])?,
            Some(TrustError::Stranger { side, given })
        );
        Ok(())
    }
}
