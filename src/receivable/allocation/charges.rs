use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::receivable::allocation::debt::{Debt, DebtPart};
use crate::receivable::allocation::error::AllocationError;

/// Adds each charge to the debt whose due date is the first on or after its own (费用归期).
///
/// A charge past the last due date joins the debt that falls due last. Of several debts with one
/// due date it joins the one given first.
///
/// # Errors
///
/// [`AllocationError::NoDebts`] is returned when there is no debt. The errors of
/// [`Debt::with_part`] are returned as well.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::receivable::allocation::{Debt, DebtComponent, DebtPart, join_charges};
///
/// let date = |month, day| NaiveDate::from_ymd_opt(2024, month, day).ok_or("no such date");
/// let debt = |id: &str, due| -> Result<Debt, Box<dyn std::error::Error>> {
///     Ok(Debt::new(id.parse()?, date(1, 1)?, due, "500 EUR".parse()?)?)
/// };
/// let instalments = [debt("1 of 2", date(2, 1)?)?, debt("2 of 2", date(3, 1)?)?];
/// let fee = DebtPart {
///     component: DebtComponent::Fees,
///     amount: "5 EUR".parse()?,
///     since: date(2, 2)?,
///     due: date(2, 9)?,
/// };
/// let joined = join_charges(instalments, [fee])?;
/// assert_eq!(joined.last().ok_or("two")?.parts().len(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn join_charges(
    debts: impl IntoIterator<Item = Debt>,
    charges: impl IntoIterator<Item = DebtPart>,
) -> Result<Vec<Debt>, AllocationError> {
    let mut debts: Vec<Debt> = debts.into_iter().collect();
    let mut hosts = BTreeMap::new();
    for (place, debt) in debts.iter().enumerate() {
        hosts.entry(debt.due()).or_insert(place);
    }
    for charge in charges {
        let host = hosts.range(charge.due..).next();
        let host = host.or_else(|| hosts.last_key_value());
        let host = host.and_then(|(_, place)| debts.get_mut(*place));
        host.ok_or(AllocationError::NoDebts)?.push_part(charge)?;
    }
    Ok(debts)
}

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};
    use alloc::vec::Vec;

    use anyhow::{Context, Result};
    use chrono::NaiveDate;

    use super::join_charges;
    use crate::receivable::allocation::bucket::DebtComponent;
    use crate::receivable::allocation::debt::{Debt, DebtPart};

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
    fn a_charge_joins_the_first_due_date_on_or_after_its_own() -> Result<()> {
        let debt = |id: &str, due| -> Result<Debt> {
            Ok(Debt::new(
                id.parse()?,
                day(1)?,
                day(due)?,
                "0 EUR".parse()?,
            )?)
        };
        let debts = [debt("C", 30)?, debt("A", 10)?, debt("B", 20)?];
        for (due, host) in [
            (9, "A"),
            (10, "A"),
            (11, "B"),
            (20, "B"),
            (21, "C"),
            (31, "C"),
        ] {
            let joined = join_charges(debts.clone(), [fee(due, "1 EUR")?])?;
            let with_fee = joined.iter().filter(|debt| !debt.parts().is_empty());
            let ids: Vec<String> = with_fee.map(|debt| debt.id().to_string()).collect();
            assert_eq!(ids, [host], "due on {due}");
        }
        let none = join_charges([], [fee(9, "1 EUR")?]).map_err(|error| error.to_string());
        assert_eq!(
            none,
            Err("there are no debts to join a charge to, expected one or more".into())
        );
        Ok(())
    }
}
