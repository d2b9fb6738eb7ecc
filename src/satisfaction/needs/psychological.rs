use alloc::boxed::Box;
use alloc::vec::Vec;

use thiserror::Error;

use crate::form::{Several, every, record, several};
use crate::satisfaction::cards::satisfaction::SAT_09;
use crate::verdict::{Assessment, Evidence, Fact, Presence, Recorder, Subject};
use crate::vocab::known::Known;
use crate::vocab::name::PersonId;
use crate::vocab::set::Set;
use crate::vocab::twice::again;
use crate::vocab::words::{Side, words};

words! {
    /// A need of a person beside goods and money (心理需求), SAT-09.
    pub closed enum PsychologicalNeed in Set {
        /// The need to be liked and to belong.
        Affection = "affection", "affection", "情感需求", "情感需求";
        /// The need to be safe from harm and surprise.
        Security = "security", "security", "安全需求", "安全需求";
        /// The need to be taken seriously.
        Respect = "respect", "respect", "尊重需求", "尊重需求";
    }
}

impl PsychologicalNeed {
    const fn fact(self) -> Fact {
        match self {
            Self::Affection => Fact::Affection,
            Self::Security => Fact::Security,
            Self::Respect => Fact::Respect,
        }
    }
}

record! {
    /// The psychological needs of one person of the customer (个人心理需求), as that person states them.
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct PersonNeeds {
        /// The person.
        pub person: PersonId,
        /// The presence of the feeling of being liked.
        pub affection: Known<Presence> => with_affection,
        /// The presence of the feeling of being safe.
        pub security: Known<Presence> => with_security,
        /// The presence of the feeling of being respected.
        pub respect: Known<Presence> => with_respect,
    }
}

impl PersonNeeds {
    /// Makes the needs of a person who was not asked.
    #[must_use]
    pub const fn new(person: PersonId) -> Self {
        Self {
            person,
            affection: Known::Unknown,
            security: Known::Unknown,
            respect: Known::Unknown,
        }
    }

    /// Returns the presence of the feeling that meets a need.
    #[must_use]
    pub const fn of(&self, need: PsychologicalNeed) -> Known<Presence> {
        match need {
            PsychologicalNeed::Affection => self.affection,
            PsychologicalNeed::Security => self.security,
            PsychologicalNeed::Respect => self.respect,
        }
    }
}

record! {
    /// The unmet psychological needs of the customer's people (心理需求状况).
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct PsychologicalNeeds {
        /// The people, in the order given.
        pub people: Vec<PersonNeedState>,
    }
}

record! {
    /// The unmet psychological needs of one person (个人心理需求状况).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct PersonNeedState {
        /// The person.
        pub person: PersonId,
        /// The needs that are known to be unmet.
        pub unmet: Set<PsychologicalNeed>,
        /// The needs of which the person was not asked.
        pub unknown: Set<PsychologicalNeed>,
    }
}

/// Assesses which psychological needs of the customer's people are unmet, person by person
/// ([`SAT_09`]).
///
/// The answer of a person who was not asked is missing, and so is one that was only guessed. The
/// value is `None` if nobody is named.
///
/// # Errors
///
/// [`PersonNeedsError`] is returned when a person is named twice. It holds the error of every such
/// person.
///
/// # Examples
///
/// ```
/// use keqing::satisfaction::needs::{PersonNeeds, PsychologicalNeed, psychological_needs};
/// use keqing::verdict::Presence;
/// use keqing::vocab::known::Known;
///
/// let buyer = PersonNeeds::new("wang-fang".parse()?)
///     .with_respect(Known::customer_stated(Presence::Absent))
///     .with_security(Known::customer_stated(Presence::Present));
/// let found = psychological_needs(&[buyer])?.into_value().ok_or("nobody named")?;
/// assert_eq!(found.people[0].unmet, PsychologicalNeed::Respect);
/// assert_eq!(found.people[0].unknown, PsychologicalNeed::Affection);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn psychological_needs(
    people: &[PersonNeeds],
) -> Result<Assessment<PsychologicalNeeds>, PersonNeedsError> {
    check(people)?;
    Ok(Assessment::of(|r| {
        if people.is_empty() {
            r.miss(&SAT_09, Fact::PsychologicalNeed);
        }
        let states: Vec<PersonNeedState> = people.iter().map(|one| consult(one, r)).collect();
        (!states.is_empty()).then_some(PsychologicalNeeds { people: states })
    }))
}

/// Returned when the needs of a person are given twice.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum PersonNeedsError {
    /// Several people are named twice.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// A person is named twice.
    #[error("the needs of each person are told once, got `{person}` twice")]
    Twice {
        /// The person.
        person: PersonId,
    },
}

several!(pub PersonNeedsError);

fn check(people: &[PersonNeeds]) -> Result<(), PersonNeedsError> {
    let twice = again(people.iter().map(|one| one.person));
    every(twice.map(|person| Err(PersonNeedsError::Twice { person })))
}

fn consult<R: Recorder>(one: &PersonNeeds, r: &mut R) -> PersonNeedState {
    let (person, side) = (one.person, Side::Customer);
    let subject = Subject::Person { side, id: person };
    let (mut unmet, mut unknown) = (Set::empty(), Set::empty());
    for need in Set::<PsychologicalNeed>::all() {
        match r.require_grade(&SAT_09, (need.fact(), subject), one.of(need)) {
            Some(presence) => {
                if presence == Presence::Absent {
                    unmet.insert(need);
                }
                r.classify(&SAT_09, || {
                    Evidence::found(need.fact(), presence).of(subject)
                });
            }
            None => {
                unknown.insert(need);
            }
        }
    }
    PersonNeedState {
        person,
        unmet,
        unknown,
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::{PersonNeeds, PersonNeedsError, PsychologicalNeed, psychological_needs};
    use crate::satisfaction::sample::Failure;
    use crate::verdict::Presence;
    use crate::vocab::known::Known;
    use crate::vocab::name::PersonId;
    use crate::vocab::set::Set;

    #[test]
    fn a_need_is_met_unmet_or_unknown() -> Result<(), Failure> {
        let nobody = psychological_needs(&[])?;
        assert_eq!(
            (nobody.value(), nobody.findings().gaps().count()),
            (None, 1)
        );
        for (respect, classified, lacking, gaps) in [
            (Known::customer_stated(Presence::Present), 1, 0, 2),
            (Known::customer_stated(Presence::Absent), 1, 1, 2),
            (Known::estimated(Presence::Absent), 0, 0, 3),
            (Known::Unknown, 0, 0, 3),
        ] {
            let mut person = PersonNeeds::new(PersonId::new("wang")?);
            person.respect = respect;
            let found = psychological_needs(&[person])?;
            let outcomes = found.findings().iter().map(|finding| finding.outcome);
            let told = outcomes.filter(|outcome| outcome.is_classified()).count();
            assert_eq!(told, classified, "{respect:?}");
            assert_eq!(found.findings().breaches().count(), 0, "{respect:?}");
            assert_eq!(found.findings().gaps().count(), gaps, "{respect:?}");
            let value = found.into_value().ok_or("no value")?;
            let unmet: Set<PsychologicalNeed> = value
                .people
                .iter()
                .map(|state| state.unmet)
                .fold(Set::empty(), |all, one| all | one);
            assert_eq!(unmet.len(), lacking);
        }
        Ok(())
    }

    #[test]
    fn a_person_is_named_once() -> Result<(), Failure> {
        let person = PersonId::new("wang")?;
        let needs = PersonNeeds::new(person);
        let refused = psychological_needs(&[needs, needs]).err();
        assert_eq!(refused, Some(PersonNeedsError::Twice { person }));
        Ok(())
    }

    #[test]
    fn everybody_who_is_named_twice_is_refused() -> Result<(), Failure> {
        let named = |id| PersonId::new(id).map(PersonNeeds::new);
        let people = [
            named("wang")?,
            named("li")?,
            named("zhao")?,
            named("li")?,
            named("wang")?,
        ];
        let refused = psychological_needs(&people).map_err(|error| error.to_string());
        let both = "the needs of each person are told once, got `li` twice; \
            the needs of each person are told once, got `wang` twice";
        assert_eq!(refused.err().as_deref(), Some(both));
        Ok(())
    }
}
