use chrono::NaiveDate;

use crate::calendar::Calendar;
use crate::receivable::discount::error::DiscountError;
use crate::receivable::discount::invoice::DiscountedInvoice;
use crate::receivable::discount::outcome::{Discount, DiscountOutcome};
use crate::receivable::discount::policy::{BeyondDue, EarlyPayment, PartialPayment, TaxTreatment};
use crate::receivable::discount::tier::DiscountTier;
use crate::vocab::money::{FractionalMoney, RoundedMoney, RoundingMode};

/// A tier that a payment meets, and the discount on the whole invoice.
#[derive(Clone, Copy)]
pub(crate) struct Met {
    pub(crate) number: usize,
    pub(crate) deadline: NaiveDate,
    pub(crate) whole: RoundedMoney,
}

impl Met {
    /// Returns the one with the larger discount, and of two alike the first.
    pub(crate) fn better(best: Option<Self>, next: Self) -> Result<Self, DiscountError> {
        Ok(match best {
            Some(best) if next.whole.checked_cmp(best.whole)?.is_le() => best,
            _ => next,
        })
    }
}

/// Settles with the discount that the payment earned under the best tier that it met.
pub(crate) fn settle_early(
    policy: &EarlyPayment,
    invoice: &DiscountedInvoice,
    paid: RoundedMoney,
    met: Met,
) -> Result<Discount, DiscountError> {
    let Met {
        number: tier,
        deadline,
        ..
    } = met;
    let open = invoice.open();
    let earned = DiscountOutcome::Earned { tier, deadline };
    let available = available(policy, invoice, met.whole)?;
    let needed = open.checked_sub(available)?;
    let missing = needed.checked_sub(paid)?;
    let zero = open.checked_sub(open)?;
    if missing.is_negative() || missing.is_zero() {
        return Split::of(policy, invoice, available)?.settling(invoice, paid, earned);
    }
    match policy.partial() {
        PartialPayment::NoDiscount => {
            let outcome = DiscountOutcome::PaidPartly {
                tier,
                deadline,
                missing,
            };
            Split::of(policy, invoice, zero)?.settling(invoice, paid, outcome)
        }
        PartialPayment::ProRata => {
            let part = FractionalMoney::of(paid.money())
                .checked_mul(available.minor_units(), needed.minor_units())?
                .round(RoundingMode::Down)?;
            Split::of(policy, invoice, part)?.settling(invoice, paid, earned)
        }
    }
}

/// Settles without a discount.
pub(crate) fn settle_plainly(
    invoice: &DiscountedInvoice,
    paid: RoundedMoney,
    outcome: DiscountOutcome,
) -> Result<Discount, DiscountError> {
    let zero = paid.checked_sub(paid)?;
    Split {
        net: zero,
        tax: zero,
    }
    .settling(invoice, paid, outcome)
}

/// Returns the discount that a payment can still earn on the open amount.
fn available(
    policy: &EarlyPayment,
    invoice: &DiscountedInvoice,
    whole: RoundedMoney,
) -> Result<RoundedMoney, DiscountError> {
    let (open, total) = (invoice.open(), invoice.amounts().total());
    let available = if policy.partial() == PartialPayment::NoDiscount || open == total {
        whole
    } else {
        FractionalMoney::of(whole.money())
            .checked_mul(open.minor_units(), total.minor_units())?
            .round(RoundingMode::Down)?
    };
    Ok(if available.checked_cmp(open)?.is_gt() {
        open
    } else {
        available
    })
}

/// A discount, and its part that reduces the tax.
#[derive(Clone, Copy)]
struct Split {
    net: RoundedMoney,
    tax: RoundedMoney,
}

impl Split {
    fn of(
        policy: &EarlyPayment,
        invoice: &DiscountedInvoice,
        discount: RoundedMoney,
    ) -> Result<Self, DiscountError> {
        let base = discounted(policy, invoice)?;
        // Without a base there is no discount that could be split.
        let net = if base.is_zero() {
            discount
        } else {
            let untaxed = invoice.amounts().untaxed().minor_units();
            FractionalMoney::of(discount.money())
                .checked_mul(untaxed, base.minor_units())?
                .round(policy.rounding().mode())?
        };
        let tax = discount.checked_sub(net)?;
        Ok(Self { net, tax })
    }

    /// Returns the discount with a payment, compared with the open amount.
    fn settling(
        self,
        invoice: &DiscountedInvoice,
        paid: RoundedMoney,
        outcome: DiscountOutcome,
    ) -> Result<Discount, DiscountError> {
        let Self { net, tax } = self;
        let amount = net.checked_add(tax)?;
        let worth = paid.checked_add(amount)?;
        let settled = if worth.checked_cmp(invoice.open())?.is_gt() {
            invoice.open()
        } else {
            worth
        };
        Ok(Discount {
            outcome,
            amount,
            net,
            tax,
            settled,
            open: invoice.open().checked_sub(settled)?,
            unapplied: worth.checked_sub(settled)?,
        })
    }
}

/// Returns the amount that a discount is on.
pub(crate) fn discounted(
    policy: &EarlyPayment,
    invoice: &DiscountedInvoice,
) -> Result<RoundedMoney, DiscountError> {
    let amounts = invoice.amounts();
    Ok(match policy.tax() {
        TaxTreatment::AlwaysReduced | TaxTreatment::Excluded => amounts.untaxed(),
        TaxTreatment::Included => amounts.total().checked_sub(amounts.fixed_tax())?,
    })
}

/// Returns the last day of a tier, as the policy ends it.
pub(crate) fn deadline(
    policy: &EarlyPayment,
    number: usize,
    tier: &DiscountTier,
    invoice: &DiscountedInvoice,
    calendar: &Calendar,
) -> Result<NaiveDate, DiscountError> {
    let (deadline, due) = (tier.deadline(invoice, calendar)?, invoice.due());
    if deadline <= due {
        return Ok(deadline);
    }
    match policy.beyond_due() {
        BeyondDue::OwnDeadline => Ok(deadline),
        BeyondDue::UntilDue => Ok(due),
        BeyondDue::Refused => Err(DiscountError::DeadlineAfterDue {
            tier: number,
            deadline,
            due,
        }),
    }
}
