use serde::{Deserialize, Serialize};

use crate::form::{mirrored, record};
use crate::receivable::instalment::error::InvoiceAmountsError;
use crate::vocab::money::RoundedMoney;

/// The amounts of an invoice (发票金额): the amount before tax, the tax, and its fixed part.
///
/// A fixed tax is an amount per piece or per document, such as an eco-tax, which no discount
/// reduces. The JSON form is `{"untaxed": …, "tax": …, "fixed-tax": …}`. The fixed part may be left
/// out if there is none.
///
/// # Examples
///
/// ```
/// use keqing::receivable::instalment::InvoiceAmounts;
///
/// let invoice = InvoiceAmounts::new("1000 EUR".parse()?, "150 EUR".parse()?)?;
/// assert_eq!(invoice.total().to_string(), "1150.00 EUR");
/// assert!(InvoiceAmounts::new("1000 EUR".parse()?, "150 USD".parse()?).is_err());
/// assert!(InvoiceAmounts::without_tax("0 EUR".parse()?).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(try_from = "InvoiceAmountsText", into = "InvoiceAmountsText")]
pub struct InvoiceAmounts {
    untaxed: RoundedMoney,
    tax: RoundedMoney,
    /// The fixed part of the tax.
    fixed_tax: RoundedMoney,
    /// The sum of untaxed amount and tax, above zero.
    total: RoundedMoney,
}

mirrored! { InvoiceAmounts as InvoiceAmountsText; }

impl InvoiceAmounts {
    /// Makes the amounts of an invoice without fixed tax.
    ///
    /// # Errors
    ///
    /// - [`InvoiceAmountsError::NotPositive`] is returned unless the total is above zero.
    /// - [`InvoiceAmountsError::Negative`] is returned when the amount before tax or the tax is
    ///   below zero.
    /// - [`InvoiceAmountsError::Money`] is returned when they are in two currencies or too large.
    pub fn new(untaxed: RoundedMoney, tax: RoundedMoney) -> Result<Self, InvoiceAmountsError> {
        let total = untaxed.checked_add(tax)?;
        for amount in [untaxed, tax] {
            if amount.is_negative() {
                return Err(InvoiceAmountsError::Negative { amount });
            }
        }
        if total.is_zero() {
            return Err(InvoiceAmountsError::NotPositive { total });
        }
        let fixed_tax = tax.checked_sub(tax)?;
        Ok(Self {
            untaxed,
            tax,
            fixed_tax,
            total,
        })
    }

    /// Makes the amounts of an invoice without tax.
    ///
    /// # Errors
    ///
    /// The errors of [`new`](Self::new) are returned.
    pub fn without_tax(total: RoundedMoney) -> Result<Self, InvoiceAmountsError> {
        let no_tax = total.checked_sub(total)?;
        if total.is_negative() {
            return Err(InvoiceAmountsError::NotPositive { total });
        }
        Self::new(total, no_tax)
    }

    /// Sets the fixed part of the tax.
    ///
    /// # Errors
    ///
    /// [`InvoiceAmountsError::FixedOverTax`] is returned when that part is below zero or more than
    /// the tax. [`InvoiceAmountsError::Money`] is returned when it is in another currency.
    pub fn with_fixed_tax(self, fixed_tax: RoundedMoney) -> Result<Self, InvoiceAmountsError> {
        let tax = self.tax;
        if fixed_tax.is_negative() || fixed_tax.checked_cmp(tax)?.is_gt() {
            return Err(InvoiceAmountsError::FixedOverTax { fixed_tax, tax });
        }
        Ok(Self { fixed_tax, ..self })
    }

    /// Returns the amount before tax.
    #[must_use]
    pub const fn untaxed(self) -> RoundedMoney {
        self.untaxed
    }

    /// Returns the tax, including its fixed part.
    #[must_use]
    pub const fn tax(self) -> RoundedMoney {
        self.tax
    }

    /// Returns the fixed part of the tax.
    #[must_use]
    pub const fn fixed_tax(self) -> RoundedMoney {
        self.fixed_tax
    }

    /// Returns the total, tax included.
    #[must_use]
    pub const fn total(self) -> RoundedMoney {
        self.total
    }
}

record! {
    /// The amounts of an invoice.
    struct InvoiceAmountsText {
        /// The amount before tax.
        untaxed: RoundedMoney,
        /// The tax, including its fixed part.
        tax: RoundedMoney,
        /// The part of the tax that no discount reduces.
        fixed_tax: Option<RoundedMoney>,
    }
}

impl TryFrom<InvoiceAmountsText> for InvoiceAmounts {
    type Error = InvoiceAmountsError;

    fn try_from(text: InvoiceAmountsText) -> Result<Self, Self::Error> {
        let amounts = Self::new(text.untaxed, text.tax)?;
        text.fixed_tax
            .map_or(Ok(amounts), |fixed_tax| amounts.with_fixed_tax(fixed_tax))
    }
}

impl From<InvoiceAmounts> for InvoiceAmountsText {
    fn from(amounts: InvoiceAmounts) -> Self {
        Self {
            untaxed: amounts.untaxed,
            tax: amounts.tax,
            fixed_tax: Some(amounts.fixed_tax),
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};

    use super::InvoiceAmounts;
    use crate::vocab::money::RoundedMoney;

    #[track_caller]
    fn money(text: &str) -> RoundedMoney {
        let Ok(money) = text.parse() else {
            panic!("`{text}` of the test")
        };
        money
    }

    fn total(untaxed: &str, tax: &str) -> String {
        InvoiceAmounts::new(money(untaxed), money(tax)).map_or_else(
            |error| error.to_string(),
            |amounts| amounts.total().to_string(),
        )
    }

    #[test]
    fn the_total_is_above_zero_and_no_part_below() {
        assert_eq!(total("0.01 EUR", "0 EUR"), "0.01 EUR");
        assert_eq!(total("0 EUR", "0.01 EUR"), "0.01 EUR");
        let message = "an invoice over 0.00 EUR, expected more than nothing";
        assert_eq!(total("0 EUR", "0 EUR"), message);
        let message = "an invoice with -0.01 EUR in it, expected no amount below zero";
        assert_eq!(total("-0.01 EUR", "1 EUR"), message);
        assert_eq!(total("1 EUR", "-0.01 EUR"), message);
        let message = "1.00 EUR and 1.00 USD are in different currencies, expected one currency";
        assert_eq!(total("1 EUR", "1 USD"), message);
        assert_eq!(
            InvoiceAmounts::without_tax(money("-5 EUR")).map_err(|error| error.to_string()),
            Err("an invoice over -5.00 EUR, expected more than nothing".into())
        );
    }

    #[test]
    fn a_fixed_tax_is_a_part_of_the_tax() {
        let fixed = |fixed: &str| {
            InvoiceAmounts::new(money("10 EUR"), money("2 EUR"))
                .and_then(|amounts| amounts.with_fixed_tax(money(fixed)))
                .map_or_else(
                    |error| error.to_string(),
                    |amounts| amounts.fixed_tax().to_string(),
                )
        };
        assert_eq!(fixed("0 EUR"), "0.00 EUR");
        assert_eq!(fixed("2 EUR"), "2.00 EUR");
        let message = "a fixed tax of 2.01 EUR in a tax of 2.00 EUR, expected a part of it";
        assert_eq!(fixed("2.01 EUR"), message);
        let message = "a fixed tax of -0.01 EUR in a tax of 2.00 EUR, expected a part of it";
        assert_eq!(fixed("-0.01 EUR"), message);
    }

    #[test]
    fn json_is_checked_and_the_fixed_part_may_be_absent() -> Result<(), serde_json::Error> {
        let json = r#"{"untaxed":{"amount":"10.00","currency":"EUR"},"tax":{"amount":"2.00","currency":"EUR"}}"#;
        let amounts: InvoiceAmounts = serde_json::from_str(json)?;
        let written = serde_json::to_string(&amounts)?;
        let fixed = r#","fixed-tax":{"amount":"0.00","currency":"EUR"}}"#;
        assert!(written.ends_with(fixed), "{written}");
        assert_eq!(serde_json::from_str::<InvoiceAmounts>(&written)?, amounts);
        let refused = written.replace("0.00", "2.01");
        assert!(serde_json::from_str::<InvoiceAmounts>(&refused).is_err());
        Ok(())
    }
}
