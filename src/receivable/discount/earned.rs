use chrono::NaiveDate;

use crate::receivable::calendar::Calendar;
use crate::receivable::discount::{
    Discount, DiscountError, DiscountOutcome, DiscountTier, DiscountedInvoice, EarlyPayment,
    PartialPayment, TaxTreatment,
};
use crate::vocab::{FractionalMoney, RoundedMoney, RoundingMode};

/// Says what a payment on a date earns by being early, and what it settles with that (提前付款折扣).
///
/// The last day of a tier is in time. Of the tiers that are met, the one that takes off most counts.
/// What is paid beyond what is needed is left unapplied and never makes the discount smaller.
///
/// # Examples
///
/// 2 % within 10 days, net 30, of which 19 % tax:
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::receivable::{
///     BaseDates, Calendar, CutOff, DiscountTier, DiscountedInvoice, EarlyPayment, InvoiceAmounts,
///     PaymentTerm, Reward, discount,
/// };
/// use keqing::vocab::{Days, Share};
///
/// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
/// let within = CutOff::Term(PaymentTerm::net(Days::new(10)));
/// let tier = DiscountTier::new(within, Reward::Share(Share::percent(2)?))?;
/// let policy = EarlyPayment::none().with_tier(tier);
///
/// let amounts = InvoiceAmounts::new("1000 EUR".parse()?, "190 EUR".parse()?)?;
/// let invoice = DiscountedInvoice::new(amounts, BaseDates::new(date(2024, 1, 1)?), date(2024, 1, 31)?);
/// let (paid, on) = ("1166.20 EUR".parse()?, date(2024, 1, 11)?);
/// let earned = discount(&policy, &invoice, paid, on, &Calendar::every_day())?;
/// assert_eq!(earned.amount, "23.80 EUR".parse()?);
/// assert_eq!((earned.net, earned.tax), ("20 EUR".parse()?, "3.80 EUR".parse()?));
/// assert!(earned.open.is_zero());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// - [`DiscountError::PaymentNotPositive`] for a payment that is not above zero;
/// - [`DiscountError::DeadlineAfterDue`] where a tier ends after the due date: a payment would be early
///   and late at once;
/// - [`DiscountError::ExceedsBase`] where a tier takes off more than the amount it is on;
/// - [`DiscountError::Term`] and [`DiscountError::DayCount`] where a date or a time cannot be counted;
/// - [`DiscountError::Money`] and [`DiscountError::Amount`] where amounts are in two currencies, or have
///   too many digits.
pub fn discount(
    policy: &EarlyPayment,
    invoice: &DiscountedInvoice,
    paid: RoundedMoney,
    on: NaiveDate,
    calendar: &Calendar,
) -> Result<Discount, DiscountError> {
    paid.checked_cmp(invoice.open())?;
    if paid.is_negative() || paid.is_zero() {
        return Err(DiscountError::PaymentNotPositive { paid });
    }
    let mut best: Option<Met> = None;
    let mut latest: Option<NaiveDate> = None;
    for (number, tier) in (1..).zip(policy.tiers()) {
        let deadline = deadline(number, tier, invoice, calendar)?;
        latest = latest.max(Some(deadline));
        if on <= deadline {
            let whole = whole_discount(policy, number, tier, invoice, on)?;
            best = Some(Met::better(
                best,
                Met {
                    number,
                    deadline,
                    whole,
                },
            )?);
        }
    }
    match (best, latest) {
        (Some(met), _) => settle_early(policy, invoice, paid, met),
        (None, Some(deadline)) => {
            settle_plainly(invoice, paid, DiscountOutcome::TooLate { deadline })
        }
        (None, None) => settle_plainly(invoice, paid, DiscountOutcome::NotOffered),
    }
}

/// A tier that a payment meets, and the discount on the whole invoice.
#[derive(Clone, Copy)]
struct Met {
    number: usize,
    deadline: NaiveDate,
    whole: RoundedMoney,
}

impl Met {
    /// The one that takes off more, and of two alike the first.
    fn better(best: Option<Self>, next: Self) -> Result<Self, DiscountError> {
        Ok(match best {
            Some(best) if next.whole.checked_cmp(best.whole)?.is_le() => best,
            _ => next,
        })
    }
}

fn deadline(
    number: usize,
    tier: &DiscountTier,
    invoice: &DiscountedInvoice,
    calendar: &Calendar,
) -> Result<NaiveDate, DiscountError> {
    let (deadline, due) = (tier.deadline(invoice, calendar)?, invoice.due());
    if deadline > due {
        return Err(DiscountError::DeadlineAfterDue {
            tier: number,
            deadline,
            due,
        });
    }
    Ok(deadline)
}

/// The discount of a tier on the whole invoice, rounded.
fn whole_discount(
    policy: &EarlyPayment,
    number: usize,
    tier: &DiscountTier,
    invoice: &DiscountedInvoice,
    on: NaiveDate,
) -> Result<RoundedMoney, DiscountError> {
    let base = discounted(policy, invoice)?;
    let exact = tier
        .reward()
        .of(FractionalMoney::of(base.money()), on, invoice.due())?;
    let discount = policy.rounding().apply(exact)?;
    if discount.checked_cmp(base)?.is_gt() {
        return Err(DiscountError::ExceedsBase {
            tier: number,
            discount,
            base,
        });
    }
    Ok(discount)
}

/// What a discount is on.
fn discounted(
    policy: &EarlyPayment,
    invoice: &DiscountedInvoice,
) -> Result<RoundedMoney, DiscountError> {
    let amounts = invoice.amounts();
    Ok(match policy.tax() {
        TaxTreatment::AlwaysReduced | TaxTreatment::Excluded => amounts.untaxed(),
        TaxTreatment::Included => amounts.total().checked_sub(amounts.fixed_tax())?,
    })
}

fn settle_early(
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

fn settle_plainly(
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

/// The discount that a payment can still earn on what is open.
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

/// A discount, and which part of it lessens the tax.
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

    /// The discount with a payment, held against what is open.
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
