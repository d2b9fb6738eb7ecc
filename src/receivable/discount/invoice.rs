use chrono::NaiveDate;

use crate::form::checked;
use crate::receivable::discount::error::DiscountError;
use crate::receivable::instalment::InvoiceAmounts;
use crate::receivable::term::BaseDates;
use crate::vocab::money::RoundedMoney;

checked! {
    /// An invoice that may earn a discount (可折扣发票): its amounts, its dates and its open amount.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::receivable::discount::DiscountedInvoice;
    /// use keqing::receivable::instalment::InvoiceAmounts;
    /// use keqing::receivable::term::BaseDates;
    ///
    /// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
    /// let plain = DiscountedInvoice::new(date(2024, 1, 10)?, date(2024, 2, 9)?, "1190 EUR".parse()?)?;
    /// let amounts = InvoiceAmounts::new("1000 EUR".parse()?, "190 EUR".parse()?)?;
    /// let invoice = DiscountedInvoice::of(amounts, BaseDates::new(date(2024, 1, 10)?), date(2024, 2, 9)?);
    /// assert_eq!(invoice.open(), plain.open());
    /// assert_eq!(invoice.with_open("190 EUR".parse()?)?.open(), "190 EUR".parse()?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Copy, Hash)]
    pub struct DiscountedInvoice, checked by DiscountedInvoice::checked {
        /// The amounts of the invoice.
        amounts: InvoiceAmounts,
        /// The dates of the invoice.
        dates: BaseDates,
        /// The due date that was agreed.
        due: NaiveDate,
        /// The amount that is still open. It is above zero and at most the total.
        open: RoundedMoney,
    }
}

impl DiscountedInvoice {
    /// Makes an invoice of its total, of which no tax is known and nothing is paid.
    ///
    /// # Errors
    ///
    /// [`DiscountError::Amounts`] is returned unless the total is above zero.
    pub fn new(
        issued: NaiveDate,
        due: NaiveDate,
        total: RoundedMoney,
    ) -> Result<Self, DiscountError> {
        let amounts = InvoiceAmounts::without_tax(total)?;
        Ok(Self::of(amounts, BaseDates::new(issued), due))
    }

    /// Makes an invoice of its amounts and dates, of which nothing is paid.
    ///
    /// The due date is the agreed one, by which both early and late payment are judged (REC-03).
    #[must_use]
    pub const fn of(amounts: InvoiceAmounts, dates: BaseDates, due: NaiveDate) -> Self {
        Self {
            amounts,
            dates,
            due,
            open: amounts.total(),
        }
    }

    /// Sets the amount that is still open after earlier payments and the discounts that they
    /// earned.
    ///
    /// # Errors
    ///
    /// [`DiscountError::Open`] is returned unless that amount is above zero and at most the total.
    /// [`DiscountError::Money`] is returned when it is in another currency.
    pub fn with_open(self, open: RoundedMoney) -> Result<Self, DiscountError> {
        Self { open, ..self }.checked()
    }

    /// Returns the amounts of the invoice.
    #[must_use]
    pub const fn amounts(&self) -> &InvoiceAmounts {
        &self.amounts
    }

    /// Returns the dates of the invoice.
    #[must_use]
    pub const fn dates(&self) -> &BaseDates {
        &self.dates
    }

    /// Returns the due date.
    #[must_use]
    pub const fn due(&self) -> NaiveDate {
        self.due
    }

    /// Returns the amount that is still open.
    #[must_use]
    pub const fn open(&self) -> RoundedMoney {
        self.open
    }

    fn checked(self) -> Result<Self, DiscountError> {
        let (open, total) = (self.open, self.amounts.total());
        let above_total = open.checked_cmp(total)?.is_gt();
        if above_total || open.is_negative() || open.is_zero() {
            return Err(DiscountError::Open { open, total });
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use alloc::boxed::Box;
    use alloc::string::ToString;
    use core::error::Error;

    use chrono::NaiveDate;

    use super::DiscountedInvoice;

    #[test]
    fn something_is_open_and_no_more_than_the_total() -> Result<(), Box<dyn Error>> {
        let day = NaiveDate::default();
        let invoice = DiscountedInvoice::new(day, day, "100 EUR".parse()?)?;
        for open in ["0.01 EUR", "100.00 EUR"] {
            let open = open.parse()?;
            assert_eq!(invoice.with_open(open)?.open(), open);
        }
        for open in ["-0.01 EUR", "0.00 EUR", "100.01 EUR"] {
            assert_eq!(
                invoice
                    .with_open(open.parse()?)
                    .map_err(|error| error.to_string()),
                Err(alloc::format!(
                    "{open} is open of 100.00 EUR, expected more than nothing and at most the total"
                ))
            );
        }
        let json = serde_json::to_string(&invoice)?;
        assert_eq!(serde_json::from_str::<DiscountedInvoice>(&json)?, invoice);
        let open = r#""open":{"amount":"100.00""#;
        let refused = json.replace(open, r#""open":{"amount":"100.01""#);
        assert!(refused != json && serde_json::from_str::<DiscountedInvoice>(&refused).is_err());
        Ok(())
    }
}
