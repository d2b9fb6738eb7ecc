use alloc::collections::BTreeSet;

use crate::receivable::allocation::error::AllocationError;
use crate::vocab::money::{Currency, Money};
use crate::vocab::name::DocumentId;

/// Refuses each id that was given before.
pub(super) fn each_once(
    ids: impl IntoIterator<Item = DocumentId>,
) -> impl Iterator<Item = Result<(), AllocationError>> {
    let mut seen = BTreeSet::new();
    let again = ids.into_iter().filter(move |id| !seen.insert(*id));
    again.map(|id| Err(AllocationError::IdTwice { id }))
}

/// Refuses an amount in another currency than its debt.
pub(super) fn in_currency(
    debt: DocumentId,
    given: Money,
    expected: Currency,
) -> Result<(), AllocationError> {
    let other = AllocationError::OtherCurrency {
        debt,
        given,
        expected,
    };
    (given.currency() == expected).then_some(()).ok_or(other)
}
