use chrono::NaiveDate;

use crate::receivable::aging::error::AgingError;
use crate::receivable::aging::item::OpenItem;
use crate::receivable::aging::outcome::Aging;
use crate::receivable::aging::policy::AgingPolicy;
use crate::vocab::money::{Money, MoneyError};

/// Sorts the open items of a day by their age (账龄分析).
///
/// Any day may be asked about. An item issued later is left out, and an amount received later is
/// still open. Give the items of one customer or of all; agings add up with [`Aging::checked_add`].
/// Disputed and held back amounts are those that the caller knows on that day.
///
/// # Errors
///
/// [`AgingError::DateOutOfRange`] is returned at the end of the calendar, and [`AgingError::Money`]
/// when a sum is too large.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::receivable::aging::{AgingPolicy, OpenItem, Receipt, age};
/// use keqing::vocab::money::Currency;
///
/// let date = |month, day| NaiveDate::from_ymd_opt(2024, month, day).ok_or("no such date");
/// let items = [
///     OpenItem::new("INV-1".parse()?, date(1, 2)?, date(2, 1)?, "100 EUR".parse()?)?
///         .with_receipt(Receipt { date: date(2, 5)?, amount: "60 EUR".parse()? })?,
///     OpenItem::new("INV-2".parse()?, date(2, 2)?, date(3, 1)?, "70 EUR".parse()?)?,
/// ];
/// let aging = age(&AgingPolicy::standard(), &items, date(3, 1)?)?;
/// let euros = aging.balance(Currency::EUR).ok_or("something is open")?;
/// let amounts: Vec<_> = euros.columns().iter().map(|column| column.amount.to_string()).collect();
/// // Due today is not late; INV-1 is 29 days past due.
/// assert_eq!(amounts, ["70 EUR", "40 EUR", "0 EUR", "0 EUR", "0 EUR"]);
/// assert_eq!(euros.total().amount, "110 EUR".parse()?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn age<'a>(
    policy: &AgingPolicy,
    items: impl IntoIterator<Item = &'a OpenItem>,
    as_of: NaiveDate,
) -> Result<Aging, AgingError> {
    let edges = policy.buckets().edges(as_of)?;
    let mut aging = Aging::empty(policy.clone(), as_of);
    for item in items {
        let open = item.open(as_of)?;
        if open.is_zero() {
            continue;
        }
        let date = policy.basis().date(item);
        let column = edges.partition_point(|edge| date <= *edge);
        let parts = parts(item, open)?;
        aging.balance_mut(open.currency(), |balance| balance.take(column, parts))?;
    }
    Ok(aging)
}

/// Returns the open amount in parts: disputed, held back, and the rest.
fn parts(item: &OpenItem, open: Money) -> Result<[Money; 3], MoneyError> {
    let disputed = at_most(item.disputed(), open)?;
    let undisputed = open.checked_sub(disputed)?;
    let held_back = at_most(item.held_back(), undisputed)?;
    Ok([disputed, held_back, undisputed.checked_sub(held_back)?])
}

/// Returns a part of the open amount: at most that amount, and nothing of a credit.
fn at_most(part: Money, open: Money) -> Result<Money, MoneyError> {
    if open.is_negative() {
        return Ok(Money::zero(open.currency()));
    }
    Ok(if part.checked_cmp(open)?.is_gt() {
        open
    } else {
        part
    })
}

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};
    use alloc::vec::Vec;

    use anyhow::{Context, Result};
    use chrono::NaiveDate;

    use super::age;
    use crate::receivable::aging::item::{OpenItem, Receipt};
    use crate::receivable::aging::outcome::Aging;
    use crate::receivable::aging::policy::{AgingPolicy, Basis};
    use crate::vocab::money::Currency;

    fn date(month: u32, day: u32) -> Result<NaiveDate> {
        NaiveDate::from_ymd_opt(2024, month, day).context("a date of the test")
    }

    fn item(id: &str, due: NaiveDate, amount: &str) -> Result<OpenItem> {
        Ok(OpenItem::new(
            id.parse()?,
            date(1, 1)?,
            due,
            amount.parse()?,
        )?)
    }

    /// Returns the columns, disputed, held back, credits and total, without the currency.
    fn row(aging: &Aging, currency: Currency) -> Result<Vec<String>> {
        let balance = aging.balance(currency).context("nothing is open")?;
        let apart = [
            balance.disputed(),
            balance.held_back(),
            balance.credits(),
            balance.total(),
        ];
        let shown = balance.columns().iter().chain(&apart);
        Ok(shown
            .map(|sum| alloc::format!("{}:{}", sum.items, sum.amount.amount()))
            .collect())
    }

    #[test]
    fn what_stands_apart_is_never_more_than_what_is_open() -> Result<()> {
        let paid = Receipt {
            date: date(2, 2)?,
            amount: "60 EUR".parse()?,
        };
        let items = [
            item("A", date(2, 1)?, "100 EUR")?
                .with_receipt(paid)?
                .with_disputed("70 EUR".parse()?)?,
            item("B", date(2, 1)?, "100 EUR")?
                .with_disputed("30 EUR".parse()?)?
                .with_held_back("80 EUR".parse()?)?,
            item("C", date(2, 1)?, "100 EUR")?.with_held_back("5 EUR".parse()?)?,
            item("D", date(2, 1)?, "-20 EUR")?.with_disputed("5 EUR".parse()?)?,
        ];
        let aging = age(&AgingPolicy::standard(), &items, date(2, 10)?)?;
        assert_eq!(
            row(&aging, Currency::EUR)?,
            [
                "0:0", "2:75", "0:0", "0:0", "0:0", "2:70", "2:75", "1:-20", "4:220"
            ]
        );
        Ok(())
    }

    #[test]
    fn any_day_may_be_asked_for() -> Result<()> {
        let paid = |month, day| -> Result<Receipt> {
            let (date, amount) = (date(month, day)?, "100 EUR".parse()?);
            Ok(Receipt { date, amount })
        };
        let items = [item("A", date(2, 1)?, "100 EUR")?.with_receipt(paid(5, 1)?)?];
        let policy = AgingPolicy::standard();
        let column = |as_of| -> Result<Option<usize>> {
            let aging = age(&policy, &items, as_of)?;
            let balance = aging.balance(Currency::EUR);
            Ok(balance.and_then(|b| b.columns().iter().position(|sum| sum.items == 1)))
        };
        assert_eq!(column(date(1, 1)?.pred_opt().context("a date")?)?, None);
        assert_eq!(column(date(1, 1)?)?, Some(0));
        assert_eq!(column(date(2, 1)?)?, Some(0));
        assert_eq!(column(date(2, 2)?)?, Some(1));
        assert_eq!(column(date(4, 30)?)?, Some(3));
        assert_eq!(column(date(5, 1)?)?, None);
        let old = policy.clone().with_basis(Basis::InvoiceDate);
        let aging = age(&old, &items, date(2, 1)?)?;
        assert_eq!(
            row(&aging, Currency::EUR)?,
            [
                "0:0", "0:0", "1:100", "0:0", "0:0", "0:0", "0:0", "0:0", "1:100"
            ]
        );
        Ok(())
    }

    #[test]
    fn agings_of_one_day_add_up_currency_by_currency() -> Result<()> {
        let policy = AgingPolicy::standard();
        let day = date(2, 10)?;
        let one = age(&policy, &[item("A", day, "1 USD")?], day)?;
        let both = [item("B", day, "2 USD")?, item("C", day, "3 EUR")?];
        let other = age(&policy, &both, day)?;
        let sum = one.clone().checked_add(&other)?;
        assert_eq!(sum, other.checked_add(&one)?);
        let row_of = |currency| row(&sum, currency).map(|row| row.first().cloned());
        assert_eq!(row_of(Currency::USD)?.as_deref(), Some("2:3"));
        assert_eq!(row_of(Currency::EUR)?.as_deref(), Some("1:3"));

        let later = age(&policy, &[], date(2, 11)?)?;
        assert_eq!(
            sum.checked_add(&later)
                .map_err(|error| error.to_string())
                .err()
                .as_deref(),
            Some("an aging of 2024-02-10 and one of 2024-02-11, expected one day and one policy")
        );
        Ok(())
    }

    #[test]
    fn json_that_does_not_tie_is_refused() -> Result<()> {
        let day = date(2, 10)?;
        let aging = age(&AgingPolicy::standard(), &[item("A", day, "12 EUR")?], day)?;
        let json = serde_json::to_string(&aging)?;
        assert_eq!(serde_json::from_str::<Aging>(&json)?, aging);
        let message = |json: &str| {
            let read = serde_json::from_str::<Aging>(json);
            read.map_err(|error| error.to_string())
                .err()
                .unwrap_or_default()
        };
        let untied = message(&json.replacen(r#""12""#, r#""13""#, 1));
        assert!(
            untied.starts_with("columns that add up to 13 EUR, expected the total 12 EUR"),
            "{untied}"
        );
        let fewer = message(&json.replace("[30,60,90]", "[30,60]"));
        assert!(
            fewer.starts_with("an aging of 5 columns, expected 4"),
            "{fewer}"
        );
        let mut twice = serde_json::to_value(&aging)?;
        if let Some(balances) = twice
            .pointer_mut("/balances")
            .and_then(|list| list.as_array_mut())
        {
            balances.extend(balances.clone());
        }
        assert_eq!(
            message(&twice.to_string()),
            "two balances in EUR, expected one a currency"
        );
        Ok(())
    }
}
