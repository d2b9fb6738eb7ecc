use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::{checked, record};
use crate::receivable::allocation::bucket::{DebtComponent, DueState};
use crate::receivable::allocation::error::AllocationError;
use crate::vocab::money::{Money, MoneyError};
use crate::vocab::name::DocumentId;

checked! {
    /// The amounts that one payment settled, and the rest of it (抵充结果).
    ///
    /// The applied and the unapplied amounts always add up to the payment exactly.
    ///
    /// # Examples
    ///
    /// See [`allocate`](crate::receivable::allocation::allocate).
    #[derive(Hash)]
    pub struct Allocation, checked by Allocation::checked {
        /// The id of the payment.
        payment: DocumentId,
        /// The day of the payment.
        date: NaiveDate,
        /// The amounts that were applied, in the order in which they were. An amount that is not
        /// above zero is refused.
        applied: Vec<AppliedAmount>,
        /// The rest of the payment, which is the customer's credit. Less than zero is refused.
        unapplied: Money,
    }
}

impl Allocation {
    pub(super) const fn new(
        payment: DocumentId,
        date: NaiveDate,
        applied: Vec<AppliedAmount>,
        unapplied: Money,
    ) -> Self {
        Self {
            payment,
            date,
            applied,
            unapplied,
        }
    }

    /// Returns the id of the payment.
    #[must_use]
    pub const fn payment(&self) -> DocumentId {
        self.payment
    }

    /// Returns the day of the payment.
    #[must_use]
    pub const fn date(&self) -> NaiveDate {
        self.date
    }

    /// Returns the applied amounts, in the order in which they were applied.
    #[must_use]
    pub fn applied(&self) -> &[AppliedAmount] {
        &self.applied
    }

    /// Returns the rest of the payment: the customer's credit, zero or more.
    #[must_use]
    pub const fn unapplied(&self) -> Money {
        self.unapplied
    }

    /// Adds up the amounts applied to one debt.
    ///
    /// # Errors
    ///
    /// [`MoneyError::SumOutOfRange`] is returned when the sum is too large.
    pub fn applied_to(&self, debt: DocumentId) -> Result<Money, MoneyError> {
        self.sum(|applied| applied.debt == debt)
    }

    /// Adds up the amounts applied to one component of all debts.
    ///
    /// # Errors
    ///
    /// [`MoneyError::SumOutOfRange`] is returned when the sum is too large.
    pub fn applied_as(&self, component: DebtComponent) -> Result<Money, MoneyError> {
        self.sum(|applied| applied.component == component)
    }

    fn sum(&self, counts: impl Fn(&AppliedAmount) -> bool) -> Result<Money, MoneyError> {
        self.applied
            .iter()
            .filter(|applied| counts(applied))
            .try_fold(Money::zero(self.unapplied.currency()), |sum, applied| {
                sum.checked_add(applied.amount)
            })
    }

    fn checked(self) -> Result<Self, AllocationError> {
        let not_positive = |id, amount| AllocationError::AmountNotPositive { id, amount };
        if self.unapplied.is_negative() {
            return Err(not_positive(self.payment, self.unapplied));
        }
        for applied in &self.applied {
            let amount = applied.amount;
            self.unapplied.checked_cmp(amount)?;
            if amount.is_negative() || amount.is_zero() {
                return Err(not_positive(applied.debt, amount));
            }
        }
        Ok(self)
    }
}

record! {
    /// An amount that settled one bucket of one debt (抵充明细).
    #[derive(Copy, Hash)]
    pub closed struct AppliedAmount {
        /// The debt.
        pub debt: DocumentId,
        /// The component that was settled.
        pub component: DebtComponent,
        /// The due state of the part on the day of the payment.
        pub due_state: DueState,
        /// The amount that was settled, above zero.
        pub amount: Money,
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::Allocation;

    #[test]
    fn json_is_checked_on_the_way_in() -> Result<(), serde_json::Error> {
        let json = r#"{"payment":"P","date":"2024-05-15","applied":[{"debt":"A","component":"fees","due-state":"due","amount":{"amount":"1","currency":"EUR"}}],"unapplied":{"amount":"0","currency":"EUR"}}"#;
        let read: Allocation = serde_json::from_str(json)?;
        assert_eq!(serde_json::to_string(&read)?, json);
        for (from, to, expected) in [
            (
                r#""0""#,
                r#""-1""#,
                "P has the amount -1 EUR, expected more than nothing",
            ),
            (
                r#""1""#,
                r#""0""#,
                "A has the amount 0 EUR, expected more than nothing",
            ),
            (
                r#""0","currency":"EUR""#,
                r#""0","currency":"USD""#,
                "0 USD and 1 EUR are in different",
            ),
        ] {
            let refused = serde_json::from_str::<Allocation>(&json.replace(from, to));
            let message = refused.map_err(|error| error.to_string());
            assert!(
                message.is_err_and(|message| message.starts_with(expected)),
                "{expected}"
            );
        }
        Ok(())
    }
}
