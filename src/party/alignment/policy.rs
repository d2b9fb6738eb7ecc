use crate::form::record;
use crate::party::alignment::side::{OrganizationSize, OwnershipForm, Stake};
use crate::vocab::answers::AlignmentKind;
use crate::vocab::known::Known;
use crate::vocab::set::Set;
use crate::vocab::share::Share;

record! {
    /// The numbers and choices of the alignment rules (利益一致政策).
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::party::alignment::AlignmentPolicy;
    /// use keqing::vocab::share::Share;
    ///
    /// assert_eq!(AlignmentPolicy::standard().least_capture(), Share::percent(50)?);
    /// # Ok::<(), keqing::vocab::share::ShareError>(())
    /// ```
    #[derive(Copy, Hash)]
    pub struct AlignmentPolicy {
        /// The least share of our side's benefit from an investment that reaches the organization.
        /// Every share is accepted, and an equal share suffices.
        least_capture: Share => "ALN-06",
        /// The forms of ownership in which a small organization is expected to be run by its owner.
        /// The empty set is accepted.
        owner_run_forms: Set<OwnershipForm> => "ALN-01" "ALN-03" "ALN-04" "ALN-09",
    }
}

impl AlignmentPolicy {
    /// Returns the documents' own policy: half of the benefit, and small private dealers.
    #[must_use]
    pub const fn standard() -> Self {
        Self {
            least_capture: HALF,
            owner_run_forms: OwnershipForm::set([OwnershipForm::Private]),
        }
    }

    /// Sets the least share of the benefit of an investment that has to reach the organization
    /// (ALN-06).
    #[must_use]
    pub const fn with_least_capture(self, least: Share) -> Self {
        Self {
            least_capture: least,
            ..self
        }
    }

    /// Sets the forms of ownership in which a small organization is expected to be run by its owner
    /// (ALN-09).
    #[must_use]
    pub const fn with_owner_run_forms(self, forms: Set<OwnershipForm>) -> Self {
        Self {
            owner_run_forms: forms,
            ..self
        }
    }

    /// Returns the least share of the benefit that has to reach the organization.
    #[must_use]
    pub const fn least_capture(&self) -> Share {
        self.least_capture
    }

    /// Returns the forms in which a small organization is expected to be run by its owner.
    #[must_use]
    pub const fn owner_run_forms(&self) -> Set<OwnershipForm> {
        self.owner_run_forms
    }

    /// Returns the expectation about an operator from ownership and size alone (ALN-09).
    ///
    /// Any of three facts suffices to expect misalignment. They are a form that is not run by its
    /// owner, a large organization, and an operator without the stake of an owner. The result is
    /// `None` if none of them is known and the form or the size is unknown.
    #[must_use]
    pub fn prior(
        &self,
        form: Known<OwnershipForm>,
        size: Known<OrganizationSize>,
        stake: Known<Stake>,
    ) -> Option<AlignmentKind> {
        let form = form
            .value()
            .map(|form| self.owner_run_forms.contains(*form));
        let size = size.value().map(|size| *size == OrganizationSize::Small);
        let owner = stake.value().map(|stake| stake.is_residual_claimant());
        match (form, size, owner) {
            (Some(false), ..) | (_, Some(false), _) | (.., Some(false)) => {
                Some(AlignmentKind::Misaligned)
            }
            (Some(true), Some(true), _) => Some(AlignmentKind::Aligned),
            (None, ..) | (_, None, _) => None,
        }
    }
}

const HALF: Share = match Share::percent(50) {
    Ok(share) => share,
    Err(_) => Share::ALL,
};

#[cfg(test)]
mod tests {
    use super::AlignmentPolicy;
    use crate::party::alignment::side::{OrganizationSize, OwnershipForm, Stake};
    use crate::vocab::answers::AlignmentKind;
    use crate::vocab::known::Known;

    #[test]
    fn small_private_dealers_are_expected_to_be_aligned() {
        use AlignmentKind::{Aligned, Misaligned};
        let (private, state) = (
            Known::measured(OwnershipForm::Private),
            Known::measured(OwnershipForm::State),
        );
        let (small, large) = (
            Known::estimated(OrganizationSize::Small),
            Known::estimated(OrganizationSize::Large),
        );
        let (owner, employed) = (
            Known::measured(Stake::Controlling),
            Known::measured(Stake::Absent),
        );
        let table = [
            (private, small, Known::Unknown, Some(Aligned)),
            (private, small, owner, Some(Aligned)),
            (private, small, employed, Some(Misaligned)),
            (private, large, Known::Unknown, Some(Misaligned)),
            (state, small, Known::Unknown, Some(Misaligned)),
            (state, Known::Unknown, Known::Unknown, Some(Misaligned)),
            (Known::Unknown, large, Known::Unknown, Some(Misaligned)),
            (Known::Unknown, small, Known::Unknown, None),
            (private, Known::Unknown, Known::Unknown, None),
            (Known::Unknown, Known::Unknown, Known::Unknown, None),
        ];
        for (form, size, stake, expected) in table {
            let found = AlignmentPolicy::standard().prior(form, size, stake);
            assert_eq!(found, expected, "{form:?} {size:?} {stake:?}");
        }
    }
}
