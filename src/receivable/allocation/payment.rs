use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::{checked, every};
use crate::receivable::allocation::error::AllocationError;
use crate::receivable::allocation::ids::each_once;
use crate::vocab::money::Money;
use crate::vocab::name::{DocumentId, Label};

checked! {
    /// A payment of a customer, with the debts that it was said to be for (付款).
    ///
    /// A settlement counts from the day that [`paid_on`](crate::receivable::settlement::paid_on)
    /// returns: that day is the date of the payment.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::receivable::allocation::Payment;
    ///
    /// let day = NaiveDate::from_ymd_opt(2024, 3, 1).ok_or("no such date")?;
    /// let payment = Payment::new("PAY-7".parse()?, day, "400.00 EUR".parse()?)?
    ///     .with_designation(["INV-2".parse()?])?;
    /// assert_eq!(payment.designated(), ["INV-2".parse()?]);
    /// assert!(Payment::new("PAY-8".parse()?, day, "-1 EUR".parse()?).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Hash)]
    pub struct Payment, checked by Payment::checked {
        /// The id of the payment.
        id: DocumentId,
        /// The day on which the money counts as paid.
        date: NaiveDate,
        /// The place among the payments of the day: lower numbers come first.
        #[serde(default)]
        sequence: u32,
        /// The amount, above zero.
        amount: Money,
        /// The debts that the debtor named, the first first and each once.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        designated: Vec<DocumentId>,
        /// The debts that both sides agreed upon, the first first and each once.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        agreed: Vec<DocumentId>,
        /// The ground of the payment, such as the text of the transfer.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cause: Option<Label>,
    }
}

impl Payment {
    /// Makes a payment for which nobody named a debt.
    ///
    /// # Errors
    ///
    /// [`AllocationError::AmountNotPositive`] is returned when the amount is not above zero.
    pub fn new(id: DocumentId, date: NaiveDate, amount: Money) -> Result<Self, AllocationError> {
        Self {
            id,
            date,
            sequence: 0,
            amount,
            designated: Vec::new(),
            agreed: Vec::new(),
            cause: None,
        }
        .checked()
    }

    /// Sets the place of the payment among those of the same day. Lower numbers come first, and
    /// equal ones follow their ids.
    #[must_use]
    pub fn with_sequence(self, sequence: u32) -> Self {
        Self { sequence, ..self }
    }

    /// Sets the debts that the debtor meant to pay, the first first.
    ///
    /// # Errors
    ///
    /// [`AllocationError::IdTwice`] is returned when a debt is named twice.
    pub fn with_designation(
        self,
        debts: impl IntoIterator<Item = DocumentId>,
    ) -> Result<Self, AllocationError> {
        Self {
            designated: debts.into_iter().collect(),
            ..self
        }
        .checked()
    }

    /// Sets the debts that both sides agreed the payment is for, the first first.
    ///
    /// # Errors
    ///
    /// [`AllocationError::IdTwice`] is returned when a debt is named twice.
    pub fn with_agreement(
        self,
        debts: impl IntoIterator<Item = DocumentId>,
    ) -> Result<Self, AllocationError> {
        Self {
            agreed: debts.into_iter().collect(),
            ..self
        }
        .checked()
    }

    /// Sets the ground of the payment, such as the text of the transfer.
    #[must_use]
    pub fn with_cause(self, cause: Label) -> Self {
        Self {
            cause: Some(cause),
            ..self
        }
    }

    /// Returns the ground of the payment, if it is known.
    #[must_use]
    pub const fn cause(&self) -> Option<Label> {
        self.cause
    }

    /// Returns the id of the payment.
    #[must_use]
    pub const fn id(&self) -> DocumentId {
        self.id
    }

    /// Returns the day on which the money counts as paid.
    #[must_use]
    pub const fn date(&self) -> NaiveDate {
        self.date
    }

    /// Returns the place among the payments of the day.
    #[must_use]
    pub const fn sequence(&self) -> u32 {
        self.sequence
    }

    /// Returns the amount, above zero.
    #[must_use]
    pub const fn amount(&self) -> Money {
        self.amount
    }

    /// Returns the debts that the debtor named.
    #[must_use]
    pub fn designated(&self) -> &[DocumentId] {
        &self.designated
    }

    /// Returns the debts that both sides agreed upon.
    #[must_use]
    pub fn agreed(&self) -> &[DocumentId] {
        &self.agreed
    }

    fn checked(self) -> Result<Self, AllocationError> {
        let Self { id, amount, .. } = self;
        let is_positive = !amount.is_negative() && !amount.is_zero();
        let positive = is_positive
            .then_some(())
            .ok_or(AllocationError::AmountNotPositive { id, amount });
        let named = [&self.designated, &self.agreed].into_iter();
        let named = named.flat_map(|debts| each_once(debts.iter().copied()));
        every([positive].into_iter().chain(named))?;
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use anyhow::{Context, Result};
    use chrono::NaiveDate;

    use super::Payment;

    #[test]
    fn a_payment_is_of_something_and_names_each_debt_once() -> Result<()> {
        let day = NaiveDate::from_ymd_opt(2024, 5, 15).context("a date of the test")?;
        for (amount, expected) in [
            (
                "0 EUR",
                Some("P has the amount 0 EUR, expected more than nothing"),
            ),
            (
                "-0.01 EUR",
                Some("P has the amount -0.01 EUR, expected more than nothing"),
            ),
            ("0.01 EUR", None),
        ] {
            let made = Payment::new("P".parse()?, day, amount.parse()?);
            let message = made.map_err(|error| error.to_string()).err();
            assert_eq!(message.as_deref(), expected);
        }
        let payment = Payment::new("P".parse()?, day, "1 EUR".parse()?)?;
        let twice = payment.clone().with_agreement(["A".parse()?, "A".parse()?]);
        assert_eq!(
            twice.map_err(|error| error.to_string()).err().as_deref(),
            Some("A is given twice, expected each once")
        );
        let json = serde_json::to_string(&payment.with_designation(["A".parse()?])?)?;
        assert_eq!(
            json,
            r#"{"id":"P","date":"2024-05-15","sequence":0,"amount":{"amount":"1","currency":"EUR"},"designated":["A"]}"#
        );
        let free = json.replace(r#""1""#, r#""0""#);
        assert!(serde_json::from_str::<Payment>(&free).is_err());
        Ok(())
    }
}
