use alloc::boxed::Box;
use alloc::vec::Vec;
use core::num::NonZeroU32;

use thiserror::Error;

use crate::form::{Several, checked, every, record, several};
use crate::vocab::known::{Grade, Known};
use crate::vocab::name::{Label, PersonId};
use crate::vocab::share::Share;
use crate::vocab::words::words;

checked! {
    /// The facts about one side's organization and its people's interests (一方利益状况).
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::party::alignment::{OperatorFacts, SideFacts, Stake};
    /// use keqing::vocab::known::Known;
    ///
    /// let mut owner = OperatorFacts::new("chen".parse()?);
    /// owner.stake = Known::measured(Stake::Sole);
    /// let dealer = SideFacts::new([owner])?;
    /// assert_eq!(dealer.operators().len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Hash)]
    pub struct SideFacts, checked by SideFacts::checked {
        /// The people who act for the side, each once; at least one.
        operators: Vec<OperatorFacts>,
        /// The form of ownership of the organization.
        form: Known<OwnershipForm>,
        /// The size of the organization.
        size: Known<OrganizationSize>,
    }
}

impl SideFacts {
    /// Makes the facts of a side from the people who act for it.
    ///
    /// # Errors
    ///
    /// [`SideFactsError`] is returned when nobody is given, when a person is given twice, and when
    /// a person has two conflicts of one name.
    pub fn new(operators: impl IntoIterator<Item = OperatorFacts>) -> Result<Self, SideFactsError> {
        Self {
            operators: operators.into_iter().collect(),
            form: Known::Unknown,
            size: Known::Unknown,
        }
        .checked()
    }

    /// Makes the facts of people of one side, each once and by id; `None` if there is nobody.
    pub(crate) fn of_each(operators: Vec<OperatorFacts>) -> Option<Self> {
        (!operators.is_empty()).then_some(Self {
            operators,
            form: Known::Unknown,
            size: Known::Unknown,
        })
    }

    /// Sets the form of ownership and the size of the organization.
    #[must_use]
    pub fn with_ownership(
        mut self,
        form: Known<OwnershipForm>,
        size: Known<OrganizationSize>,
    ) -> Self {
        self.form = form;
        self.size = size;
        self
    }

    /// Returns the people, by id; there is at least one.
    #[must_use]
    pub fn operators(&self) -> &[OperatorFacts] {
        &self.operators
    }

    /// Returns each person's facts, whose ids and order stay as they are.
    pub(crate) fn operators_mut(&mut self) -> core::slice::IterMut<'_, OperatorFacts> {
        self.operators.iter_mut()
    }

    /// Returns the facts about the organization.
    pub(crate) fn ownership_mut(
        &mut self,
    ) -> (&mut Known<OwnershipForm>, &mut Known<OrganizationSize>) {
        (&mut self.form, &mut self.size)
    }

    /// Returns the facts of a person, if any are stated.
    pub(crate) fn operator(&self, id: &PersonId) -> Option<&OperatorFacts> {
        let place = self
            .operators
            .binary_search_by_key(id, |operator| operator.id);
        place.ok().and_then(|place| self.operators.get(place))
    }

    /// Returns the weakest grade of the facts that are known about people, and of those about the organization
    /// if one goes by expectation.
    pub(crate) fn weakest(&self, is_expected: bool) -> Grade {
        let people = self.operators.iter();
        let of_people = people.flat_map(|one| [one.stake.grade(), one.conflicts.grade()]);
        let of_house = [self.form.grade(), self.size.grade()];
        let expected = of_house.into_iter().filter(|_| is_expected);
        let known = of_people.chain(expected).flatten();
        known.min().unwrap_or(Grade::Estimated)
    }

    /// Returns the same people, of whose interests nothing is known.
    pub(crate) fn unknown(&self) -> Self {
        let people = self.operators.iter().map(|one| OperatorFacts::new(one.id));
        Self {
            operators: people.collect(),
            ..*self
        }
    }

    /// Returns the form of ownership of the organization.
    #[must_use]
    pub const fn form(&self) -> Known<OwnershipForm> {
        self.form
    }

    /// Returns the size of the organization.
    #[must_use]
    pub const fn size(&self) -> Known<OrganizationSize> {
        self.size
    }

    /// Returns the conflicts that have to be resolved first (ALN-05), each with the person who has it.
    pub fn unresolved(&self) -> impl Iterator<Item = (PersonId, &Conflict)> {
        self.operators().iter().flat_map(|operator| {
            let conflicts = operator.conflicts.value().into_iter().flatten();
            conflicts
                .filter(|conflict| conflict.state == ConflictState::Unresolved)
                .map(|conflict| (operator.id, conflict))
        })
    }

    fn checked(mut self) -> Result<Self, SideFactsError> {
        if self.operators.is_empty() {
            return Err(SideFactsError::NoOperator);
        }
        let people = duplicates(self.operators.iter().map(|operator| operator.id));
        let people = people.map(|given| SideFactsError::DuplicatePerson { given });
        let conflicts = self.operators.iter().flat_map(|operator| {
            let conflicts = operator.conflicts.value().into_iter().flatten();
            duplicates(conflicts.map(|conflict| conflict.name))
        });
        let conflicts = conflicts.map(|given| SideFactsError::DuplicateConflict { given });
        every(people.chain(conflicts).map(Err))?;
        self.operators.sort_unstable_by_key(|operator| operator.id);
        Ok(self)
    }
}

record! {
    /// The facts about the interests of one person toward the own organization (操作者利益).
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct OperatorFacts {
        /// The id of the person.
        pub id: PersonId,
        /// The stake of the person in the organization.
        pub stake: Known<Stake>,
        /// The conflicts between the person's interest and the organization's.
        /// Known and empty means that somebody looked and found none.
        pub conflicts: Known<Vec<Conflict>>,
    }
}

impl OperatorFacts {
    /// Makes the facts of a person of whom nothing is known.
    #[must_use]
    pub const fn new(id: PersonId) -> Self {
        Self {
            id,
            stake: Known::Unknown,
            conflicts: Known::Unknown,
        }
    }

    /// Returns whether the gain of the organization is the person's own gain.
    #[must_use]
    pub fn is_residual_claimant(&self) -> bool {
        self.stake
            .value()
            .is_some_and(|stake| stake.is_residual_claimant())
    }

    /// Returns whether the person owns the whole of the organization.
    #[must_use]
    pub fn is_sole_owner(&self) -> bool {
        self.stake.value() == Some(&Stake::Sole)
    }

    /// Returns the number of unresolved conflicts, or `None` if the conflicts are unknown.
    #[must_use]
    pub fn unresolved(&self) -> Option<u32> {
        let open = |conflict: &&Conflict| conflict.state == ConflictState::Unresolved;
        let conflicts = self.conflicts.value()?;
        u32::try_from(conflicts.iter().filter(open).count()).ok()
    }

    /// Returns the coordination of the person's conflicts (ALN-04).
    ///
    /// It is the whole for a sole owner and if there are no conflicts. It is `None` if the
    /// conflicts are unknown.
    #[must_use]
    pub fn coordination(&self) -> Option<Share> {
        self.weights().map(Weights::coordination)
    }

    /// Returns the weights of the person's conflicts; those of a sole owner weigh nothing (ALN-01).
    pub(crate) fn weights(&self) -> Option<Weights> {
        if self.is_sole_owner() {
            return Some(Weights::default());
        }
        let conflicts = self.conflicts.value()?;
        Some(conflicts.iter().fold(Weights::default(), |sum, conflict| {
            let weight = u64::from(conflict.weight.get());
            sum.plus(match conflict.state {
                ConflictState::Resolved => Weights {
                    total: weight,
                    unresolved: 0,
                },
                ConflictState::Unresolved => Weights {
                    total: weight,
                    unresolved: weight,
                },
            })
        }))
    }
}

record! {
    /// A point on which an operator's interest and the organization's differ (利益冲突).
    #[derive(Copy, Hash)]
    pub closed struct Conflict {
        /// The name of the conflict.
        pub name: Label,
        /// The weight of the conflict against the side's other conflicts, from 1 up.
        pub weight: NonZeroU32,
        /// The state of the conflict.
        pub state: ConflictState,
    }
}

words! {
    /// The state of a conflict (冲突状态).
    pub closed enum ConflictState {
        /// Both interests are coordinated.
        Resolved = "resolved", "resolved", "已解决", "已解決";
        /// Both interests are not coordinated.
        Unresolved = "unresolved", "unresolved", "未解决", "未解決";
    }
}

words! {
    /// The stake of an operator in the organization (操作者股权), least first.
    pub closed enum Stake {
        /// No stake: the operator is employed.
        Absent = "absent", "employed", "受雇", "受僱";
        /// A stake without control.
        Minority = "minority", "minority owner", "小股东", "小股東";
        /// A stake with control.
        Controlling = "controlling", "controlling owner", "控股", "控股";
        /// The whole of the organization.
        Sole = "sole", "sole owner", "独资", "獨資";
    }
}

impl Stake {
    /// Returns whether the owner gains what the organization gains (ALN-01).
    #[must_use]
    pub const fn is_residual_claimant(self) -> bool {
        matches!(self, Self::Controlling | Self::Sole)
    }
}

words! {
    /// The form of ownership of an organization (所有制形式).
    pub open enum OwnershipForm in Set {
        /// The members own it together.
        Collective = "collective", "collective", "集体", "集體";
        /// The shareholders of a listed company own it.
        Listed = "listed", "listed", "上市", "上市";
        /// Several kinds of owners own it.
        Mixed = "mixed", "mixed", "混合", "混合";
        /// A person or a family owns it.
        Private = "private", "private", "私有", "私有";
        /// The state owns it.
        State = "state", "state-owned", "国有", "國有";
    }
}

words! {
    /// The size of an organization (组织规模), in the two classes of ALN-09.
    pub closed enum OrganizationSize {
        /// So small that the owner may run it in person.
        Small = "small", "small", "小型", "小型";
        /// Too large for the owner to run it in person.
        Large = "large", "large", "大型", "大型";
    }
}

/// Returned when the facts of a side name nobody, or a person or a conflict twice.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum SideFactsError {
    /// One person has two conflicts of one name.
    #[error("each conflict of a person is named once, got `{given}` twice")]
    DuplicateConflict {
        /// The name given twice.
        given: Label,
    },
    /// One person is named twice.
    #[error("each person is named once, got `{given}` twice")]
    DuplicatePerson {
        /// The id given twice.
        given: PersonId,
    },
    /// Nobody acts for the side.
    #[error("the interests of a side are those of one or more people, got none")]
    NoOperator,
    /// Several people or conflicts are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub SideFactsError);

/// Sums of the weights of conflicts.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Weights {
    total: u64,
    unresolved: u64,
}

impl Weights {
    pub(crate) const fn plus(self, other: Self) -> Self {
        Self {
            total: self.total.saturating_add(other.total),
            unresolved: self.unresolved.saturating_add(other.unresolved),
        }
    }

    /// Returns the share of the weight that is not unresolved (ALN-04); it is the whole without
    /// conflicts.
    pub(crate) fn coordination(self) -> Share {
        let resolved = self.total.saturating_sub(self.unresolved);
        Share::new(resolved, self.total).unwrap_or(Share::ALL)
    }
}

/// Returns each value that stands in a list more than once, in order.
fn duplicates<T: Ord + Copy>(given: impl Iterator<Item = T>) -> impl Iterator<Item = T> {
    let mut sorted: Vec<T> = given.collect();
    sorted.sort_unstable();
    let mut twice: Vec<T> = sorted
        .iter()
        .zip(sorted.iter().skip(1))
        .filter_map(|(one, next)| (one == next).then_some(*one))
        .collect();
    twice.dedup();
    twice.into_iter()
}
