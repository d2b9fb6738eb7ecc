use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::{checked, every, record};
use crate::receivable::allocation::bucket::DebtComponent;
use crate::receivable::allocation::error::AllocationError;
use crate::receivable::allocation::ids::in_currency;
use crate::receivable::document::Issued;
use crate::vocab::money::{Currency, Money, MoneyError};
use crate::vocab::name::DocumentId;
use crate::vocab::rate::Rate;
use crate::vocab::share::Share;

checked! {
    /// A debt with its open parts (债务).
    ///
    /// An instalment is a debt of its own, with its own id and due date. A new debt is unsecured
    /// and bears no interest. [`with_security`](Self::with_security) and
    /// [`with_burden`](Self::with_burden) change that.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::receivable::allocation::{Debt, DebtComponent};
    ///
    /// let date = |month| NaiveDate::from_ymd_opt(2024, month, 1).ok_or("no such date");
    /// let debt = Debt::new("INV-1".parse()?, date(1)?, date(2)?, "1000 EUR".parse()?)?
    ///     .with_component(DebtComponent::Interest, "80 EUR".parse()?)?
    ///     .with_component(DebtComponent::Costs, "40 EUR".parse()?)?;
    /// assert_eq!(debt.outstanding()?, "1120 EUR".parse()?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Hash)]
    pub struct Debt, checked by Debt::checked {
        /// The id of the debt.
        id: DocumentId,
        /// The day from which the debt exists.
        issued: NaiveDate,
        /// The day on which the debt falls due. A day before that of issue is refused.
        due: NaiveDate,
        /// The currency of every part.
        currency: Currency,
        /// The share of the debt that is secured.
        secured: Share,
        /// The rate that the debt costs the debtor.
        burden: Rate,
        /// The open parts, each with an amount above zero.
        parts: Vec<DebtPart>,
    }
}

impl Debt {
    /// Makes a debt of a principal, which may be zero if only charges are owed.
    ///
    /// # Errors
    ///
    /// [`AllocationError::DueBeforeIssue`] is returned when the debt is due before its issue.
    /// [`AllocationError::AmountNotPositive`] is returned when the principal is below zero.
    pub fn new(
        id: DocumentId,
        issued: NaiveDate,
        due: NaiveDate,
        principal: Money,
    ) -> Result<Self, AllocationError> {
        Self::of(Issued::new(id, issued, due)?, principal)
    }

    /// Makes a debt of a document, as [`new`](Self::new) does.
    ///
    /// # Errors
    ///
    /// [`AllocationError::AmountNotPositive`] is returned when the principal is below zero.
    pub fn of(document: Issued, principal: Money) -> Result<Self, AllocationError> {
        let debt = Self::empty(document, principal.currency());
        if principal.is_zero() {
            return Ok(debt);
        }
        debt.with_component(DebtComponent::Principal, principal)
    }

    /// Adds a part with the dates of the debt.
    ///
    /// # Errors
    ///
    /// The errors of [`with_part`](Self::with_part) are returned.
    pub fn with_component(
        self,
        component: DebtComponent,
        amount: Money,
    ) -> Result<Self, AllocationError> {
        let (since, due) = (self.issued(), self.due());
        self.with_part(DebtPart {
            component,
            amount,
            since,
            due,
        })
    }

    /// Adds a part with dates of its own, such as a reminder fee.
    ///
    /// # Errors
    ///
    /// - [`AllocationError::AmountNotPositive`] is returned when the amount is not above zero.
    /// - [`AllocationError::DueBeforeIssue`] is returned when the part is due before it exists.
    /// - [`AllocationError::Money`] is returned when the currency is another one.
    pub fn with_part(mut self, part: DebtPart) -> Result<Self, AllocationError> {
        self.push_part(part)?;
        Ok(self)
    }

    /// Sets the share of the debt that is secured, by a pledge or a guarantor.
    #[must_use]
    pub fn with_security(self, secured: Share) -> Self {
        Self { secured, ..self }
    }

    /// Sets the burden of the debt for the debtor: the rate that it costs.
    #[must_use]
    pub fn with_burden(self, burden: Rate) -> Self {
        Self { burden, ..self }
    }

    /// Returns the id of the debt.
    #[must_use]
    pub const fn id(&self) -> DocumentId {
        self.id
    }

    /// Returns the day from which the debt exists.
    #[must_use]
    pub const fn issued(&self) -> NaiveDate {
        self.issued
    }

    /// Returns the day on which the debt falls due.
    #[must_use]
    pub const fn due(&self) -> NaiveDate {
        self.due
    }

    /// Returns the currency.
    #[must_use]
    pub const fn currency(&self) -> Currency {
        self.currency
    }

    /// Returns the share of the debt that is secured.
    #[must_use]
    pub const fn secured(&self) -> Share {
        self.secured
    }

    /// Returns the rate that the debt costs the debtor.
    #[must_use]
    pub const fn burden(&self) -> Rate {
        self.burden
    }

    /// Returns the open parts, each above zero.
    #[must_use]
    pub fn parts(&self) -> &[DebtPart] {
        &self.parts
    }

    /// Adds up the open parts.
    ///
    /// # Errors
    ///
    /// [`MoneyError::SumOutOfRange`] is returned when the sum is too large.
    pub fn outstanding(&self) -> Result<Money, MoneyError> {
        self.parts
            .iter()
            .try_fold(Money::zero(self.currency), |sum, part| {
                sum.checked_add(part.amount)
            })
    }

    /// Adds a part in place, as [`with_part`](Self::with_part) does.
    pub(super) fn push_part(&mut self, part: DebtPart) -> Result<(), AllocationError> {
        self.check_part(&part)?;
        self.parts.push(part);
        Ok(())
    }

    /// Returns the debt with other open amounts, in the order of its parts; `None` closes a part.
    pub(super) fn with_open(self, open: impl IntoIterator<Item = Option<Money>>) -> Self {
        let parts = self
            .parts
            .iter()
            .zip(open)
            .filter_map(|(part, amount)| {
                Some(DebtPart {
                    amount: amount?,
                    ..*part
                })
            })
            .collect();
        Self { parts, ..self }
    }

    const fn empty(document: Issued, currency: Currency) -> Self {
        Self {
            id: document.id(),
            issued: document.issued(),
            due: document.due(),
            currency,
            secured: Share::NONE,
            burden: Rate::ZERO,
            parts: Vec::new(),
        }
    }

    fn checked(self) -> Result<Self, AllocationError> {
        let dates = Issued::new(self.id, self.issued, self.due).map(|_| ());
        let parts = self.parts.iter().map(|part| self.check_part(part));
        every([dates.map_err(Into::into)].into_iter().chain(parts))?;
        Ok(self)
    }

    fn check_part(&self, part: &DebtPart) -> Result<(), AllocationError> {
        let (id, amount) = (self.id, part.amount);
        in_currency(id, amount, self.currency)?;
        if amount.is_negative() || amount.is_zero() {
            return Err(AllocationError::AmountNotPositive { id, amount });
        }
        Issued::new(id, part.since, part.due)?;
        Ok(())
    }
}

record! {
    /// One part of a debt, with the dates of its own (债务组成部分).
    #[derive(Copy, Hash)]
    pub closed struct DebtPart {
        /// The component of the debt.
        pub component: DebtComponent,
        /// The open amount, above zero.
        pub amount: Money,
        /// The day from which the part exists; no earlier payment can be for it.
        pub since: NaiveDate,
        /// The day on which the part falls due.
        pub due: NaiveDate,
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use anyhow::{Context, Result};
    use chrono::NaiveDate;

    use super::{Debt, DebtPart};
    use crate::receivable::allocation::bucket::DebtComponent;

    fn day(day: u32) -> Result<NaiveDate> {
        NaiveDate::from_ymd_opt(2024, 5, day).context("a date of the test")
    }

    fn fee(due: u32, amount: &str) -> Result<DebtPart> {
        Ok(DebtPart {
            component: DebtComponent::Fees,
            amount: amount.parse()?,
            since: day(2)?,
            due: day(due)?,
        })
    }

    #[test]
    fn a_debt_that_cannot_be_is_named() -> Result<()> {
        let new = |due, amount: &str| -> Result<_> {
            let debt = Debt::new("A".parse()?, day(9)?, day(due)?, amount.parse()?);
            Ok(debt.map_err(|error| error.to_string()))
        };
        let good = new(9, "0 EUR")?.ok().context("a debt of the test")?;
        let part = |part| {
            good.clone()
                .with_part(part)
                .map_err(|error| error.to_string())
        };
        for (found, expected) in [
            (
                new(8, "1 EUR")?,
                "A is due on 2024-05-08, expected 2024-05-09 or later",
            ),
            (
                new(9, "-1 EUR")?,
                "A has the amount -1 EUR, expected more than nothing",
            ),
            (
                part(fee(9, "0 EUR")?),
                "A has the amount 0 EUR, expected more than nothing",
            ),
            (
                part(fee(1, "1 EUR")?),
                "A is due on 2024-05-01, expected 2024-05-02 or later",
            ),
            (
                part(fee(9, "1 USD")?),
                "1 USD for the debt A, expected an amount in EUR",
            ),
        ] {
            assert_eq!(found.err().as_deref(), Some(expected));
        }
        let json = serde_json::to_string(&good.with_part(fee(9, "1 EUR")?)?)?;
        assert!(serde_json::from_str::<Debt>(&json).is_ok(), "{json}");
        let free = json.replace(r#""amount":"1""#, r#""amount":"0""#);
        assert!(serde_json::from_str::<Debt>(&free).is_err(), "{free}");
        Ok(())
    }
}
