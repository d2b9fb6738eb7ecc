use alloc::boxed::Box;
use alloc::vec::Vec;

use thiserror::Error;

use crate::form::{Gathered, Several, record, several};
use crate::satisfaction::cards::value::{VAL_03, VAL_04};
use crate::verdict::{Assessment, Evidence, Fact, Recorder, Subject};
use crate::vocab::known::Known;
use crate::vocab::name::{ItemId, Label};
use crate::vocab::set::Set;
use crate::vocab::share::Share;
use crate::vocab::words::Chance;

record! {
    /// The value that we promise a customer (价值主张).
    #[derive(Default, Hash)]
    pub closed struct Proposition {
        /// The requirements that it covers.
        pub covers: Vec<ItemId>,
        /// The chances that it gives; known to be none is an empty list.
        pub chances: Known<Set<Chance>>,
    }
}

record! {
    /// One requirement of the customer (客户要求), VAL-03.
    #[derive(Copy, Hash)]
    pub closed struct Requirement {
        /// The requirement.
        pub item: ItemId,
        /// The opportunity that meeting it would open to us, if somebody saw one.
        pub opportunity: Option<Label>,
    }
}

record! {
    /// The fit of a proposition with the customer's requirements (价值主张契合).
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct PropositionFit {
        /// The requirements that are covered, of all of them.
        pub coverage: Share,
        /// The requirements that are not covered.
        pub gaps: Vec<ItemId>,
        /// The opportunities that covering those would open to us.
        pub opportunities: Vec<Label>,
        /// The parts of the proposition that the customer never asked for.
        pub unasked: Vec<ItemId>,
        /// The chances that it is known not to give.
        pub lacking: Set<Chance>,
    }
}

/// Assesses the fit of a proposition with the customer's requirements ([`VAL_03`], [`VAL_04`]).
///
/// Every requirement has to be covered, and the customer has to have the chance to choose, to buy
/// and to bond. A part that it never asked for has no weight and is listed. The value is `None` if
/// no requirement is known.
///
/// # Errors
///
/// [`PropositionError`] is returned when a requirement is named twice. It holds the error of every
/// such requirement.
///
/// # Examples
///
/// ```
/// use keqing::satisfaction::value::{Proposition, Requirement, proposition};
/// use keqing::vocab::known::Known;
/// use keqing::vocab::share::Share;
/// use keqing::vocab::words::Chance;
///
/// let require = |item: &str| item.parse().map(|item| Requirement { item, opportunity: None });
/// let requirements = [require("spare parts")?, require("training")?, require("remote access")?];
/// let ours = Proposition {
///     covers: vec!["spare parts".parse()?, "training".parse()?],
///     chances: Known::measured(Chance::Choose | Chance::Buy),
/// };
/// let found = proposition(&ours, &requirements)?.into_value().ok_or("nothing required")?;
/// assert_eq!(found.coverage, Share::new(2, 3)?);
/// assert_eq!(found.lacking, Chance::Bond);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn proposition(
    proposition: &Proposition,
    requirements: &[Requirement],
) -> Result<Assessment<PropositionFit>, PropositionError> {
    check(requirements)?;
    Ok(Assessment::of(|r| {
        let lacking = chances(proposition, r);
        covered(proposition, requirements, lacking, r)
    }))
}

/// Returned when a requirement is named twice.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum PropositionError {
    /// Several requirements are named twice.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// A requirement is named twice.
    #[error("each requirement is named once, got `{item}` twice")]
    Twice {
        /// The requirement.
        item: ItemId,
    },
}

several!(pub PropositionError);

fn check(requirements: &[Requirement]) -> Result<(), PropositionError> {
    let mut errors = Gathered::new();
    let mut left = requirements;
    while let [one, rest @ ..] = left {
        let item = one.item;
        if rest.iter().any(|other| other.item == item) {
            errors.keep(PropositionError::Twice { item });
        }
        left = rest;
    }
    errors.settle(|| ())
}

/// Checks VAL-03: every requirement is covered.
fn covered<R: Recorder>(
    proposition: &Proposition,
    requirements: &[Requirement],
    lacking: Set<Chance>,
    r: &mut R,
) -> Option<PropositionFit> {
    if requirements.is_empty() {
        r.miss(&VAL_03, Fact::PropositionCoverage);
        return None;
    }
    let (mut gaps, mut opportunities) = (Vec::new(), Vec::new());
    for requirement in requirements {
        let id = requirement.item;
        let is_covered = proposition.covers.contains(&id);
        if !is_covered {
            gaps.push(id);
            opportunities.extend(requirement.opportunity);
        }
        r.require(&VAL_03, is_covered, || {
            Evidence::present(Fact::PropositionCoverage, is_covered).of(Subject::Item { id })
        });
    }
    let whole = u64::try_from(requirements.len()).ok()?;
    let part = whole.checked_sub(u64::try_from(gaps.len()).ok()?)?;
    let is_asked = |item: &ItemId| requirements.iter().any(|one| one.item == *item);
    let unasked = proposition.covers.iter().filter(|item| !is_asked(item));
    Some(PropositionFit {
        coverage: Share::new(part, whole).ok()?,
        gaps,
        opportunities,
        unasked: unasked.copied().collect(),
        lacking,
    })
}

/// Checks VAL-04: the customer has all three chances.
fn chances<R: Recorder>(proposition: &Proposition, r: &mut R) -> Set<Chance> {
    let Some(given) = proposition.chances.value() else {
        r.miss(&VAL_04, Fact::PropositionChances);
        return Set::empty();
    };
    for chance in Set::<Chance>::all() {
        let is_given = given.contains(chance);
        r.require(&VAL_04, is_given, || {
            Evidence::present(Fact::PropositionChances, is_given).of(Subject::named(chance.name()))
        });
    }
    !*given
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::{Proposition, PropositionError, Requirement, proposition};
    use crate::satisfaction::sample::Failure;
    use crate::vocab::known::Known;
    use crate::vocab::name::{ItemId, Label};
    use crate::vocab::set::Set;
    use crate::vocab::share::Share;
    use crate::vocab::words::Chance;

    fn require(item: &str) -> Result<Requirement, Failure> {
        let opportunity = Some(Label::new("a second line")?);
        let item = ItemId::new(item)?;
        Ok(Requirement { item, opportunity })
    }

    #[test]
    fn coverage_counts_requirements_and_nothing_unasked() -> Result<(), Failure> {
        let requirements = [require("a")?, require("b")?];
        let [a, b, c] = [ItemId::new("a")?, ItemId::new("b")?, ItemId::new("c")?];
        let table: [(&[ItemId], Share, usize, usize); 4] = [
            (&[], Share::NONE, 2, 0),
            (&[a], Share::new(1, 2)?, 1, 0),
            (&[a, c], Share::new(1, 2)?, 1, 1),
            (&[a, b], Share::ALL, 0, 0),
        ];
        for (covers, coverage, gaps, unasked) in table {
            let ours = Proposition {
                covers: covers.into(),
                chances: Known::measured(Set::all()),
            };
            let found = proposition(&ours, &requirements)?;
            assert_eq!(found.findings().breaches().count(), gaps, "{covers:?}");
            let value = found.into_value().ok_or("no value")?;
            assert_eq!((value.coverage, value.gaps.len()), (coverage, gaps));
            assert_eq!(
                (value.opportunities.len(), value.unasked.len()),
                (gaps, unasked)
            );
        }
        Ok(())
    }

    #[test]
    fn each_chance_is_asked_for() -> Result<(), Failure> {
        let a = require("a")?;
        for (chances, breaches, gaps) in [
            (Known::Unknown, 0, 1),
            (Known::measured(Set::empty()), 3, 0),
            (Known::measured(Chance::Choose | Chance::Buy), 1, 0),
            (Known::measured(Set::all()), 0, 0),
        ] {
            let ours = Proposition {
                covers: [a.item].into(),
                chances,
            };
            let found = proposition(&ours, &[a])?;
            assert_eq!(found.findings().breaches().count(), breaches, "{chances:?}");
            assert_eq!(found.findings().gaps().count(), gaps, "{chances:?}");
        }
        Ok(())
    }

    #[test]
    fn without_requirements_there_is_no_coverage_and_none_stands_twice() -> Result<(), Failure> {
        let ours = Proposition::default();
        assert_eq!(proposition(&ours, &[])?.value(), None);
        let a = require("a")?;
        let item = a.item;
        let refused = proposition(&ours, &[a, a]).err();
        assert_eq!(refused, Some(PropositionError::Twice { item }));
        Ok(())
    }

    #[test]
    fn every_requirement_that_stands_twice_is_refused() -> Result<(), Failure> {
        let requirements = [require("a")?, require("b")?, require("b")?, require("a")?];
        let refused = proposition(&Proposition::default(), &requirements);
        let both = "each requirement is named once, got `a` twice; \
            each requirement is named once, got `b` twice";
        assert_eq!(
            refused.map_err(|error| error.to_string()).err().as_deref(),
            Some(both)
        );
        Ok(())
    }
}
