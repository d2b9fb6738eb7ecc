use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::form::{Gathered, mirrored, record};
use crate::receivable::aging::error::AgingError;
use crate::receivable::document::Issued;
use crate::vocab::money::{Money, MoneyError};
use crate::vocab::name::DocumentId;

/// An open item: an invoice, an instalment or a credit note, with the receipts for it (未结项目).
///
/// A credit note, and money received for no invoice yet, is an item of its own with an amount below
/// zero.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::receivable::aging::{OpenItem, Receipt};
///
/// let date = |month, day| NaiveDate::from_ymd_opt(2024, month, day).ok_or("no such date");
/// let item = OpenItem::new("INV-1".parse()?, date(1, 2)?, date(2, 1)?, "100 EUR".parse()?)?
///     .with_receipt(Receipt { date: date(2, 5)?, amount: "60 EUR".parse()? })?;
/// assert_eq!(item.open(date(2, 4)?)?, "100 EUR".parse()?);
/// assert_eq!(item.open(date(2, 5)?)?, "40 EUR".parse()?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(try_from = "ItemText", into = "ItemText")]
pub struct OpenItem {
    document: Issued,
    amount: Money,
    receipts: Vec<Receipt>,
    disputed: Money,
    held_back: Money,
}

mirrored! { OpenItem as ItemText; }

impl OpenItem {
    /// Makes an item without receipts and without a dispute.
    ///
    /// # Errors
    ///
    /// [`AgingError::DueBeforeIssue`] is returned when the item is due before it was issued.
    pub fn new(
        id: DocumentId,
        issued: NaiveDate,
        due: NaiveDate,
        amount: Money,
    ) -> Result<Self, AgingError> {
        Ok(Self::of(Issued::new(id, issued, due)?, amount))
    }

    /// Makes an item of a document, without receipts and without a dispute.
    #[must_use]
    pub fn of(document: Issued, amount: Money) -> Self {
        let nothing = Money::zero(amount.currency());
        Self {
            document,
            amount,
            receipts: Vec::new(),
            disputed: nothing,
            held_back: nothing,
        }
    }

    /// Adds a receipt; the order of the calls does not matter. One that came before the issue is an
    /// advance, and counts from the day of issue.
    ///
    /// # Errors
    ///
    /// [`AgingError::Money`] is returned when the currency is another one.
    pub fn with_receipt(mut self, receipt: Receipt) -> Result<Self, AgingError> {
        self.receive(receipt)?;
        Ok(self)
    }

    fn receive(&mut self, receipt: Receipt) -> Result<(), AgingError> {
        self.amount.checked_cmp(receipt.amount)?;
        self.receipts.push(receipt);
        Ok(())
    }

    /// Sets the disputed amount, of which at most the open amount is shown apart.
    ///
    /// # Errors
    ///
    /// [`AgingError::NegativePart`] is returned when the amount is below zero.
    /// [`AgingError::Money`] is returned when the currency is another one.
    pub fn with_disputed(self, disputed: Money) -> Result<Self, AgingError> {
        let disputed = self.part(disputed)?;
        Ok(Self { disputed, ..self })
    }

    /// Sets the amount that the customer may hold back until later (质保金). At most the open and
    /// undisputed amount is shown apart.
    ///
    /// # Errors
    ///
    /// [`AgingError::NegativePart`] is returned when the amount is below zero.
    /// [`AgingError::Money`] is returned when the currency is another one.
    pub fn with_held_back(self, held_back: Money) -> Result<Self, AgingError> {
        let held_back = self.part(held_back)?;
        Ok(Self { held_back, ..self })
    }

    /// Returns the open amount on a day: the amount less the receipts up to and on that day. It is
    /// zero before the day of issue. Below zero it is the customer's credit.
    ///
    /// # Errors
    ///
    /// [`MoneyError::SumOutOfRange`] is returned when the sum of the receipts is too large.
    pub fn open(&self, as_of: NaiveDate) -> Result<Money, MoneyError> {
        if as_of < self.issued() {
            return Ok(Money::zero(self.amount.currency()));
        }
        self.receipts
            .iter()
            .filter(|receipt| receipt.date <= as_of)
            .try_fold(self.amount, |open, receipt| {
                open.checked_sub(receipt.amount)
            })
    }

    /// Returns the id of the item.
    #[must_use]
    pub const fn id(&self) -> DocumentId {
        self.document.id()
    }

    /// Returns the day on which the item was issued.
    #[must_use]
    pub const fn issued(&self) -> NaiveDate {
        self.document.issued()
    }

    /// Returns the due date.
    #[must_use]
    pub const fn due(&self) -> NaiveDate {
        self.document.due()
    }

    /// Returns the amount, below zero for a credit.
    #[must_use]
    pub const fn amount(&self) -> Money {
        self.amount
    }

    /// Returns the receipts, in the order given.
    #[must_use]
    pub fn receipts(&self) -> &[Receipt] {
        &self.receipts
    }

    /// Returns the disputed amount, zero or more.
    #[must_use]
    pub const fn disputed(&self) -> Money {
        self.disputed
    }

    /// Returns the amount held back, zero or more.
    #[must_use]
    pub const fn held_back(&self) -> Money {
        self.held_back
    }

    fn part(&self, amount: Money) -> Result<Money, AgingError> {
        self.amount.checked_cmp(amount)?;
        if amount.is_negative() {
            let id = self.id();
            return Err(AgingError::NegativePart { id, amount });
        }
        Ok(amount)
    }
}

record! {
    /// Money received for an item (收款): a payment, a credit, or, below zero, the return of one.
    #[derive(Copy, Hash)]
    pub closed struct Receipt {
        /// The day from which it counts.
        pub date: NaiveDate,
        /// The amount received.
        pub amount: Money,
    }
}

record! {
    /// An open item: an invoice, an instalment or a credit note, with the receipts for it.
    struct ItemText {
        /// The id of the document.
        id: DocumentId,
        /// The day of issue.
        issued: NaiveDate,
        /// The due date, which itself is on time.
        due: NaiveDate,
        /// The amount of the document; below zero for a credit note.
        amount: Money,
        /// The receipts, in any order.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        receipts: Vec<Receipt>,
        /// The disputed amount.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        disputed: Option<Money>,
        /// The amount that the customer may hold back until later.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        held_back: Option<Money>,
    }
}

impl TryFrom<ItemText> for OpenItem {
    type Error = AgingError;

    fn try_from(text: ItemText) -> Result<Self, Self::Error> {
        let mut item = Self::new(text.id, text.issued, text.due, text.amount)?;
        let mut errors = Gathered::new();
        if let Some(disputed) = text.disputed {
            item.disputed = errors.ask(item.part(disputed)).unwrap_or(item.disputed);
        }
        if let Some(held_back) = text.held_back {
            item.held_back = errors.ask(item.part(held_back)).unwrap_or(item.held_back);
        }
        for receipt in text.receipts {
            errors.ask(item.receive(receipt));
        }
        errors.settle(|| item)
    }
}

impl From<OpenItem> for ItemText {
    fn from(item: OpenItem) -> Self {
        let some = |part: Money| (!part.is_zero()).then_some(part);
        Self {
            id: item.id(),
            issued: item.issued(),
            due: item.due(),
            amount: item.amount,
            receipts: item.receipts,
            disputed: some(item.disputed),
            held_back: some(item.held_back),
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use anyhow::{Context, Result};
    use chrono::NaiveDate;

    use super::{OpenItem, Receipt};
    use crate::receivable::aging::error::AgingError;

    fn may(day: u32) -> Result<NaiveDate> {
        NaiveDate::from_ymd_opt(2024, 5, day).context("a date of the test")
    }

    #[test]
    fn an_item_that_cannot_be_is_named() -> Result<()> {
        let item = OpenItem::new("A".parse()?, may(6)?, may(6)?, "10 EUR".parse()?)?;
        let message =
            |result: Result<OpenItem, AgingError>| result.map_err(|error| error.to_string()).err();
        let early = OpenItem::new("A".parse()?, may(6)?, may(5)?, "10 EUR".parse()?);
        let receipt = |day, amount: &str| -> Result<Receipt> {
            let (date, amount) = (may(day)?, amount.parse()?);
            Ok(Receipt { date, amount })
        };
        let refused = [
            (
                early,
                "A is due on 2024-05-05, expected 2024-05-06 or later",
            ),
            (
                item.clone().with_receipt(receipt(6, "1 USD")?),
                "10 EUR and 1 USD are in different currencies, expected one currency",
            ),
            (
                item.clone().with_disputed("-0.01 EUR".parse()?),
                "A has -0.01 EUR apart, expected nothing or more",
            ),
            (
                item.clone().with_held_back("-0.01 EUR".parse()?),
                "A has -0.01 EUR apart, expected nothing or more",
            ),
        ];
        for (found, expected) in refused {
            assert_eq!(message(found).as_deref(), Some(expected));
        }
        // An advance counts from the day of issue.
        let advanced = item.clone().with_receipt(receipt(5, "1 EUR")?)?;
        assert!(advanced.open(may(5)?)?.is_zero());
        assert_eq!(advanced.open(may(6)?)?.to_string(), "9 EUR");
        let returned = item
            .with_receipt(receipt(6, "10 EUR")?)?
            .with_receipt(receipt(8, "-10 EUR")?)?;
        let open = |day| -> Result<_> { Ok(returned.open(may(day)?)?.to_string()) };
        assert_eq!(
            (open(5)?, open(6)?, open(8)?),
            ("0 EUR".into(), "0 EUR".into(), "10 EUR".into())
        );
        Ok(())
    }

    #[test]
    fn json_leaves_out_what_is_not_there() -> Result<()> {
        let json = r#"{"id":"A","issued":"2024-05-06","due":"2024-05-07","amount":{"amount":"10","currency":"EUR"}}"#;
        let item: OpenItem = serde_json::from_str(json)?;
        assert_eq!(serde_json::to_string(&item)?, json);
        let apart = item.with_disputed("3 EUR".parse()?)?;
        let again: OpenItem = serde_json::from_str(&serde_json::to_string(&apart)?)?;
        assert_eq!(again, apart);
        let early = json.replace("05-07", "05-05");
        assert!(serde_json::from_str::<OpenItem>(&early).is_err());
        Ok(())
    }
}
