use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::receivable::AllocationError;
use crate::vocab::{DocumentId, Money};

/// Money that a customer paid, and what it was said to be for (付款).
///
/// A settlement counts from the day that [`paid_on`](crate::receivable::paid_on) gives: that is the day
/// to put here.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::receivable::Payment;
///
/// let day = NaiveDate::from_ymd_opt(2024, 3, 1).ok_or("no such date")?;
/// let payment = Payment::new("PAY-7".parse()?, day, "400.00 EUR".parse()?)?
///     .with_designation(["INV-2".parse()?])?;
/// assert_eq!(payment.designated(), ["INV-2".parse()?]);
/// assert!(Payment::new("PAY-8".parse()?, day, "-1 EUR".parse()?).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(try_from = "PaymentText", into = "PaymentText")]
pub struct Payment {
    id: DocumentId,
    date: NaiveDate,
    sequence: u32,
    amount: Money,
    designated: Vec<DocumentId>,
    agreed: Vec<DocumentId>,
}

impl Payment {
    /// Makes a payment that nobody said anything about.
    ///
    /// # Errors
    ///
    /// [`AllocationError::AmountNotPositive`].
    pub fn new(id: DocumentId, date: NaiveDate, amount: Money) -> Result<Self, AllocationError> {
        if amount.is_negative() || amount.is_zero() {
            return Err(AllocationError::AmountNotPositive { id, amount });
        }
        Ok(Self {
            id,
            date,
            sequence: 0,
            amount,
            designated: Vec::new(),
            agreed: Vec::new(),
        })
    }

    /// Gives the payment its place among those of the same day: lower numbers come first, and equal
    /// ones follow their ids.
    #[must_use]
    pub fn with_sequence(self, sequence: u32) -> Self {
        Self { sequence, ..self }
    }

    /// Names the debts that the debtor meant to pay, the first first.
    ///
    /// # Errors
    ///
    /// [`AllocationError::IdTwice`].
    pub fn with_designation(
        self,
        debts: impl IntoIterator<Item = DocumentId>,
    ) -> Result<Self, AllocationError> {
        Ok(Self {
            designated: each_once(debts)?,
            ..self
        })
    }

    /// Names the debts that both sides agreed the payment is for, the first first.
    ///
    /// # Errors
    ///
    /// [`AllocationError::IdTwice`].
    pub fn with_agreement(
        self,
        debts: impl IntoIterator<Item = DocumentId>,
    ) -> Result<Self, AllocationError> {
        Ok(Self {
            agreed: each_once(debts)?,
            ..self
        })
    }

    /// Returns the id.
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
}

fn each_once(
    debts: impl IntoIterator<Item = DocumentId>,
) -> Result<Vec<DocumentId>, AllocationError> {
    let mut named = Vec::new();
    for id in debts {
        if named.contains(&id) {
            return Err(AllocationError::IdTwice { id });
        }
        named.push(id);
    }
    Ok(named)
}

/// The JSON form.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct PaymentText {
    id: DocumentId,
    date: NaiveDate,
    #[serde(default)]
    sequence: u32,
    amount: Money,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    designated: Vec<DocumentId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    agreed: Vec<DocumentId>,
}

impl TryFrom<PaymentText> for Payment {
    type Error = AllocationError;

    fn try_from(text: PaymentText) -> Result<Self, Self::Error> {
        Self::new(text.id, text.date, text.amount)?
            .with_sequence(text.sequence)
            .with_designation(text.designated)?
            .with_agreement(text.agreed)
    }
}

impl From<Payment> for PaymentText {
    fn from(payment: Payment) -> Self {
        let Payment {
            id,
            date,
            sequence,
            amount,
            designated,
            agreed,
        } = payment;
        Self {
            id,
            date,
            sequence,
            amount,
            designated,
            agreed,
        }
    }
}
