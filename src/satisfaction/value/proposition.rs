use alloc::boxed::Box;
use alloc::vec::Vec;

use thiserror::Error;

use crate::form::{Gathered, Several, record, several};
use crate::satisfaction::cards::value::{VAL_03, VAL_04};
use crate::verdict::{Assessment, Evidence, Fact, Reading, Recorder, Subject};
use crate::vocab::known::Known;
use crate::vocab::name::{ItemId, Label};
use crate::vocab::set::Set;
use crate::vocab::share::Share;
use crate::vocab::twice::twice;
use crate::vocab::words::{Chance, Locale};

record! {
    /// The value that we promise a customer (价值主张).
    #[derive(Default, Hash)]
    pub closed struct Proposition {
        /// The items of the proposition: the requirements that it covers, and whatever else it holds.
        pub covers: Vec<ItemId>,
        /// The item that gives each of the three chances.
        #[serde(default)]
        pub chances: Chances,
    }
}

record! {
    /// The item of a proposition that gives each of the three chances (三个机会的依据), VAL-04.
    ///
    /// Each names an item of the same proposition; known to be none is `"none"`.
    #[derive(Copy, Default, Hash)]
    pub closed struct Chances {
        /// The item that lets the customer choose us.
        pub choose: Known<Option<ItemId>> => with_choose,
        /// The item that lets the customer buy from us.
        pub buy: Known<Option<ItemId>> => with_buy,
        /// The item that lets the customer bond with us.
        pub bond: Known<Option<ItemId>> => with_bond,
    }
}

impl Chances {
    /// Returns the item that gives a chance.
    #[must_use]
    pub const fn of(&self, chance: Chance) -> Known<Option<ItemId>> {
        match chance {
            Chance::Choose => self.choose,
            Chance::Buy => self.buy,
            Chance::Bond => self.bond,
        }
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
/// Every requirement has to be covered, and an item of the proposition has to give the customer the
/// chance to choose, to buy and to bond. An item that is only our guess gives no chance. A part that the
/// customer never asked for has no weight and is listed. The value is `None` if no requirement is known.
///
/// # Errors
///
/// [`PropositionError`] is returned when a requirement or an item is named twice, and when a chance is
/// given by something that is no item of the proposition. It holds every such error.
///
/// # Examples
///
/// ```
/// use keqing::satisfaction::value::{Chances, Proposition, Requirement, proposition};
/// use keqing::vocab::known::Known;
/// use keqing::vocab::share::Share;
/// use keqing::vocab::words::Chance;
///
/// let require = |item: &str| item.parse().map(|item| Requirement { item, opportunity: None });
/// let requirements = [require("spare parts")?, require("training")?, require("remote access")?];
/// let ours = Proposition {
///     covers: vec!["spare parts".parse()?, "training".parse()?],
///     chances: Chances::default()
///         .with_choose(Known::measured(Some("training".parse()?)))
///         .with_buy(Known::measured(Some("spare parts".parse()?)))
///         .with_bond(Known::measured(None)),
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
    check(proposition, requirements)?;
    Ok(Assessment::of(|r| {
        let lacking = chances(proposition, r);
        covered(proposition, requirements, lacking, r)
    }))
}

/// Returned when a requirement or an item is named twice, or a chance by something else.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum PropositionError {
    /// An item of the proposition is named twice.
    #[error("each item of a proposition is named once, got `{item}` twice")]
    ItemTwice {
        /// The item.
        item: ItemId,
    },
    /// Several requirements, items or chances are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// A chance is given by something that is no item of the proposition.
    #[error("`{item}` gives the {chance}, but is no item of the proposition: name one that it covers", chance = chance.text().in_locale(Locale::En))]
    Stranger {
        /// The item.
        item: ItemId,
        /// The chance.
        chance: Chance,
    },
    /// A requirement is named twice.
    #[error("each requirement is named once, got `{item}` twice")]
    Twice {
        /// The requirement.
        item: ItemId,
    },
}

several!(pub PropositionError);

fn check(proposition: &Proposition, requirements: &[Requirement]) -> Result<(), PropositionError> {
    let mut errors = Gathered::new();
    let required = requirements.iter().map(|one| one.item).enumerate();
    for (_, second) in twice(required) {
        if let Some(Requirement { item, .. }) = requirements.get(second).copied() {
            errors.keep(PropositionError::Twice { item });
        }
    }
    let covers = &proposition.covers;
    for (_, second) in twice(covers.iter().copied().enumerate()) {
        if let Some(item) = covers.get(second).copied() {
            errors.keep(PropositionError::ItemTwice { item });
        }
    }
    for chance in Set::<Chance>::all() {
        match proposition.chances.of(chance).into_value().flatten() {
            Some(item) if !covers.contains(&item) => {
                errors.keep(PropositionError::Stranger { item, chance });
            }
            Some(_) | None => {}
        }
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

/// Checks VAL-04: an item of the proposition gives each of the three chances.
fn chances<R: Recorder>(proposition: &Proposition, r: &mut R) -> Set<Chance> {
    let mut lacking = Set::empty();
    for chance in Set::<Chance>::all() {
        let given = proposition.chances.of(chance);
        // A dash names no item.
        let named = |item: Option<ItemId>| item.is_some_and(|item| item.says());
        if given.value().is_some_and(|item| !named(*item)) {
            lacking.insert(chance);
        }
        r.open(
            &VAL_04,
            (Fact::PropositionChances, Subject::named(chance.name())),
            given,
            named,
            |item| Reading::present(named(item)),
        );
    }
    lacking
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::{Chances, Proposition, PropositionError, Requirement, proposition};
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
                chances: Chances::default(),
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
    fn an_item_gives_each_chance_or_it_is_lacking() -> Result<(), Failure> {
        let a = require("a")?;
        let none = Known::measured(None);
        let by = Known::measured(Some(a.item));
        for (choose, buy, bond, breaches, gaps, lacking) in [
            (
                Known::Unknown,
                Known::Unknown,
                Known::Unknown,
                0,
                3,
                Set::empty(),
            ),
            (none, none, none, 3, 0, Set::all()),
            (by, by, none, 1, 0, Chance::Bond.into()),
            (by, Known::Unknown, none, 1, 1, Chance::Bond.into()),
            (by, by, by, 0, 0, Set::empty()),
            // A guess of ours gives no chance, and it may take one away.
            (by, by, Known::estimated(Some(a.item)), 0, 1, Set::empty()),
            (by, by, Known::estimated(None), 1, 0, Chance::Bond.into()),
        ] {
            let chances = Chances { choose, buy, bond };
            let covers = [a.item].into();
            let found = proposition(&Proposition { covers, chances }, &[a])?;
            assert_eq!(found.findings().breaches().count(), breaches, "{chances:?}");
            assert_eq!(found.findings().gaps().count(), gaps, "{chances:?}");
            let told = found.into_value().map(|found| found.lacking);
            assert_eq!(told, Some(lacking), "{chances:?}");
        }
        Ok(())
    }

    #[test]
    fn every_item_stands_once_and_gives_the_chances() -> Result<(), Failure> {
        let [a, b] = [ItemId::new("a")?, ItemId::new("b")?];
        let ours = Proposition {
            covers: [a, a].into(),
            chances: Chances::default()
                .with_choose(Known::measured(Some(a)))
                .with_buy(Known::estimated(Some(b))),
        };
        let refused = proposition(&ours, &[]).map_err(|error| error.to_string());
        let both = "each item of a proposition is named once, got `a` twice; \
            `b` gives the chance to buy, but is no item of the proposition: name one that it covers";
        assert_eq!(refused.err().as_deref(), Some(both));
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
        let both = "each requirement is named once, got `b` twice; \
            each requirement is named once, got `a` twice";
        assert_eq!(
            refused.map_err(|error| error.to_string()).err().as_deref(),
            Some(both)
        );
        Ok(())
    }
}
