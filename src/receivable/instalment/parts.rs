//! The amounts of the lines of a plan.
//!
//! ```text
//! portions --claims--> exact parts --tax--> exact parts with their tax --running total--> rounded parts
//! ```

use alloc::vec::Vec;

use crate::receivable::instalment::amounts::InvoiceAmounts;
use crate::receivable::instalment::error::InstalmentError;
use crate::receivable::instalment::line::Portion;
use crate::receivable::instalment::plan::{Plan, TaxPlacement};
use crate::vocab::money::{FractionalMoney, FractionalMoneyError, RoundedMoney};

/// Returns the amounts of the lines in whole smallest units; together they are the total.
pub(super) fn amounts(
    plan: &Plan,
    invoice: &InvoiceAmounts,
) -> Result<Vec<RoundedMoney>, InstalmentError> {
    let mut exact = exact_parts(plan, invoice)?;
    add_tax(plan.tax(), invoice, &mut exact)?;
    rounded_parts(plan, &exact, invoice.total())
}

/// Returns the portion of each line before rounding; together they are what is divided.
fn exact_parts(
    plan: &Plan,
    invoice: &InvoiceAmounts,
) -> Result<Vec<FractionalMoney>, InstalmentError> {
    let divided = match plan.tax() {
        TaxPlacement::Included => invoice.total(),
        TaxPlacement::FirstLine | TaxPlacement::Spread => invoice.untaxed(),
    };
    let mut left = FractionalMoney::of(divided.money());
    for (line, portion) in (1..).zip(plan.portions()) {
        left = left.checked_sub(portion.claim(divided, invoice)?)?;
        if left.is_negative() {
            let total = divided;
            return Err(InstalmentError::OverAllocated { line, total });
        }
    }
    let weights = plan.weights();
    if weights == 0 && !left.is_zero() {
        return Err(InstalmentError::Unallocated { left });
    }
    let parts: Result<_, _> = plan
        .portions()
        .map(|portion| match portion {
            Portion::Rest(weight) => left.checked_mul(weight.get().into(), weights),
            claim => claim.claim(divided, invoice),
        })
        .collect();
    Ok(parts?)
}

/// Adds the tax that is not in the parts already.
///
/// If there is nothing but tax, it has no parts to follow, and the first line takes it.
fn add_tax(
    placement: TaxPlacement,
    invoice: &InvoiceAmounts,
    parts: &mut [FractionalMoney],
) -> Result<(), FractionalMoneyError> {
    let (tax, untaxed) = (invoice.tax(), invoice.untaxed());
    match placement {
        TaxPlacement::Included => {}
        TaxPlacement::Spread if !untaxed.is_zero() => {
            for part in parts {
                let tax = part.checked_mul(tax.minor_units(), untaxed.minor_units())?;
                *part = part.checked_add(tax)?;
            }
        }
        TaxPlacement::FirstLine | TaxPlacement::Spread => {
            if let Some(first) = parts.first_mut() {
                *first = first.checked_add(FractionalMoney::of(tax.money()))?;
            }
        }
    }
    Ok(())
}

/// Rounds the running total of the lines and gives each line the difference.
fn rounded_parts(
    plan: &Plan,
    exact: &[FractionalMoney],
    total: RoundedMoney,
) -> Result<Vec<RoundedMoney>, InstalmentError> {
    // A fixed amount is in whole units already, unless a part of the tax was added.
    let stands = |portion: Portion| {
        matches!(portion, Portion::Fixed(_)) && plan.tax() != TaxPlacement::Spread
    };
    let lines = || plan.portions().map(stands).zip(exact);
    let mode = plan.rounding().mode();
    let mut whole = total;
    for (_, part) in lines().filter(|(stands, _)| *stands) {
        whole = whole.checked_sub(part.round(mode)?)?;
    }
    let mut to_come = lines().filter(|(stands, _)| !stands).count();
    let (mut running, mut taken) = (FractionalMoney::zero(total.currency()), None);
    let mut parts = Vec::with_capacity(exact.len());
    for (stands, part) in lines() {
        if stands {
            parts.push(part.round(mode)?);
            continue;
        }
        running = running.checked_add(*part)?;
        to_come = to_come.saturating_sub(1);
        let reached = if to_come == 0 {
            whole
        } else {
            plan.rounding().apply(running)?.lesser(whole)
        };
        parts.push(match taken {
            Some(taken) => reached.checked_sub(taken)?,
            None => reached,
        });
        taken = Some(reached);
    }
    Ok(parts)
}
