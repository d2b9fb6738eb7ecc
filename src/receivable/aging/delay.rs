use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::receivable::aging::error::AgingError;
use crate::receivable::aging::fractional_days::FractionalDays;
use crate::receivable::aging::item::{OpenItem, Receipt};
use crate::vocab::money::Money;
use crate::vocab::time::Days;
use crate::vocab::words::words;

/// Returns the number of days of sales that are unpaid (应收账款周转天数).
///
/// It is receivables over credit sales, times the days of the period. With the items not due yet in
/// place of the receivables, it is the best possible number, reached if every customer paid on
/// time.
///
/// # Errors
///
/// [`AgingError::NothingToMeasureBy`] is returned unless sales and period are above zero.
/// [`AgingError::Money`] is returned when the currencies differ.
///
/// # Examples
///
/// ```
/// use keqing::receivable::aging::days_sales_outstanding;
/// use keqing::vocab::time::Days;
///
/// let (sales, year) = ("4000 EUR".parse()?, Days::new(365));
/// let all = days_sales_outstanding("500 EUR".parse()?, sales, year)?;
/// let best = days_sales_outstanding("320 EUR".parse()?, sales, year)?;
/// assert_eq!((all.to_string(), best.to_string()), ("45.6 d".into(), "29.2 d".into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn days_sales_outstanding(
    receivables: Money,
    credit_sales: Money,
    period: Days,
) -> Result<FractionalDays, AgingError> {
    receivables.checked_cmp(credit_sales)?;
    if credit_sales.is_negative() || credit_sales.is_zero() || period.count() == 0 {
        return Err(AgingError::NothingToMeasureBy {
            sales: credit_sales,
            period,
        });
    }
    let part = receivables.checked_mul(Decimal::from(period.count()))?;
    FractionalDays::quotient(part.amount(), credit_sales.amount())
}

/// Returns the average number of days after the due date on which money was received (平均逾期天数).
///
/// Receipts up to and on a day count. A receipt on time or early counts as no days late. Returns
/// below zero are left out. The result is `None` if nothing was received.
///
/// # Errors
///
/// [`AgingError::Money`] is returned when receipts in several currencies are weighted by their
/// amounts, or a sum is too large.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::receivable::aging::{DelayWeight, OpenItem, Receipt, average_days_late};
///
/// let date = |day| NaiveDate::from_ymd_opt(2024, 5, day).ok_or("no such date");
/// let paid = |id: &str, day, amount: &str| -> Result<OpenItem, Box<dyn std::error::Error>> {
///     let receipt = Receipt { date: date(day)?, amount: amount.parse()? };
///     Ok(OpenItem::new(id.parse()?, date(1)?, date(10)?, receipt.amount)?.with_receipt(receipt)?)
/// };
/// let items = [paid("A", 8, "300 EUR")?, paid("B", 14, "100 EUR")?];
/// let plain = average_days_late(&items, date(31)?, DelayWeight::Receipt)?;
/// let weighted = average_days_late(&items, date(31)?, DelayWeight::Amount)?;
/// assert_eq!(plain.map(|days| days.to_string()).as_deref(), Some("2.0 d"));
/// assert_eq!(weighted.map(|days| days.to_string()).as_deref(), Some("1.0 d"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn average_days_late<'a>(
    items: impl IntoIterator<Item = &'a OpenItem>,
    as_of: NaiveDate,
    weight: DelayWeight,
) -> Result<Option<FractionalDays>, AgingError> {
    let nothing = |of: Money| (Money::zero(of.currency()), Money::zero(of.currency()));
    let mut sums: Option<(Money, Money)> = None;
    for item in items {
        for receipt in item.receipts().iter().filter(|r| r.counts_by(as_of)) {
            let (days, whole) = sums.unwrap_or_else(|| nothing(receipt.amount));
            let weight = match weight {
                DelayWeight::Amount => receipt.amount,
                // A count has no currency: it takes that of the first receipt.
                DelayWeight::Receipt => Money::new(Decimal::ONE, whole.currency()),
            };
            let late = Days::between(item.due(), receipt.date).unwrap_or(Days::new(0));
            let weighted = weight.checked_mul(Decimal::from(late.count()))?;
            sums = Some((days.checked_add(weighted)?, whole.checked_add(weight)?));
        }
    }
    sums.map(|(days, whole)| FractionalDays::quotient(days.amount(), whole.amount()))
        .transpose()
}

words! {
    /// The weight of each receipt in an average of delays (加权方式).
    pub open enum DelayWeight {
        /// The weight is the amount: a large payment weighs more than a small one.
        Amount = "amount", "weighted by amount", "按金额加权", "按金額加權";
        /// The weight of every receipt is one.
        Receipt = "receipt", "every receipt alike", "每笔收款等权", "每筆收款等權";
    }
}

impl Receipt {
    fn counts_by(&self, as_of: NaiveDate) -> bool {
        self.date <= as_of && !self.amount.is_negative() && !self.amount.is_zero()
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use anyhow::{Context, Result};
    use chrono::NaiveDate;

    use super::{DelayWeight, average_days_late, days_sales_outstanding};
    use crate::receivable::aging::item::{OpenItem, Receipt};
    use crate::vocab::time::Days;

    #[test]
    fn days_of_sales_need_sales_days_and_one_currency() -> Result<()> {
        let dso = |receivables: &str, sales: &str, days| -> Result<_> {
            let days =
                days_sales_outstanding(receivables.parse()?, sales.parse()?, Days::new(days));
            Ok(days.map(|days| (days.numerator(), days.denominator())))
        };
        // 12.5/37.5 × 90 = 30, -1/3 × 1
        assert_eq!(dso("12.50 EUR", "37.5 EUR", 90)?, Ok((30, 1)));
        assert_eq!(dso("-1 EUR", "3 EUR", 1)?, Ok((-1, 3)));
        assert_eq!(dso("0 EUR", "3 EUR", 1)?, Ok((0, 1)));
        for (sales, days, expected) in [
            (
                "0 EUR",
                90,
                "sales of 0 EUR in 90 days, expected more than nothing of both",
            ),
            (
                "-5 EUR",
                90,
                "sales of -5 EUR in 90 days, expected more than nothing of both",
            ),
            (
                "5 EUR",
                0,
                "sales of 5 EUR in 0 days, expected more than nothing of both",
            ),
            (
                "5 USD",
                9,
                "1 EUR and 5 USD are in different currencies, expected one currency",
            ),
        ] {
            let message = dso("1 EUR", sales, days)?.map_err(|error| error.to_string());
            assert_eq!(message, Err(expected.into()));
        }
        Ok(())
    }

    #[test]
    fn only_what_was_received_by_the_day_is_averaged() -> Result<()> {
        let may = |day| NaiveDate::from_ymd_opt(2024, 5, day).context("a date of the test");
        let mut item = OpenItem::new("A".parse()?, may(1)?, may(10)?, "100 EUR".parse()?)?;
        for (day, amount) in [
            (9, "30 EUR"),
            (13, "60 EUR"),
            (14, "-60 EUR"),
            (20, "70 EUR"),
        ] {
            let (date, amount) = (may(day)?, amount.parse()?);
            item = item.with_receipt(Receipt { date, amount })?;
        }
        let average = |day, weight| -> Result<_> {
            let days = average_days_late([&item], may(day)?, weight)?;
            Ok(days.map(|days| (days.numerator(), days.denominator())))
        };
        assert_eq!(average(8, DelayWeight::Receipt)?, None);
        assert_eq!(average(9, DelayWeight::Amount)?, Some((0, 1)));
        // (0 + 3)/2, (60 × 3)/(30 + 60)
        assert_eq!(average(19, DelayWeight::Receipt)?, Some((3, 2)));
        assert_eq!(average(19, DelayWeight::Amount)?, Some((2, 1)));
        // (0 + 3 + 10)/3, (60 × 3 + 70 × 10)/(30 + 60 + 70)
        assert_eq!(average(20, DelayWeight::Receipt)?, Some((13, 3)));
        assert_eq!(average(20, DelayWeight::Amount)?, Some((11, 2)));
        Ok(())
    }
}
