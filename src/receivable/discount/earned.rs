use chrono::NaiveDate;

use crate::calendar::Calendar;
use crate::receivable::discount::error::DiscountError;
use crate::receivable::discount::invoice::DiscountedInvoice;
use crate::receivable::discount::outcome::{Discount, DiscountOutcome};
use crate::receivable::discount::policy::EarlyPayment;
use crate::receivable::discount::settle::{
    Met, deadline, discounted, settle_early, settle_plainly,
};
use crate::receivable::discount::tier::DiscountTier;
use crate::vocab::money::{FractionalMoney, RoundedMoney};

/// Returns the discount that a payment on a date earns, and the amount that it settles (提前付款折扣).
///
/// The last day of a tier is in time. Of the tiers that are met, the one with the largest discount
/// counts. An amount paid beyond the need is left unapplied and never makes the discount smaller.
///
/// # Examples
///
/// The discount is 2 % within 10 days, net 30, on an invoice with 19 % tax.
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::calendar::Calendar;
/// use keqing::receivable::discount::{
///     CutOff, DiscountTier, DiscountedInvoice, EarlyPayment, Reward, discount,
/// };
/// use keqing::receivable::instalment::InvoiceAmounts;
/// use keqing::receivable::term::{BaseDates, PaymentTerm};
/// use keqing::vocab::share::Share;
/// use keqing::vocab::time::Days;
///
/// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
/// let within = CutOff::Term(PaymentTerm::net(Days::new(10)));
/// let tier = DiscountTier::new(within, Reward::Share(Share::percent(2)?))?;
/// let policy = EarlyPayment::none().with_tier(tier);
///
/// let amounts = InvoiceAmounts::new("1000 EUR".parse()?, "190 EUR".parse()?)?;
/// let invoice = DiscountedInvoice::of(amounts, BaseDates::new(date(2024, 1, 1)?), date(2024, 1, 31)?);
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
/// - [`DiscountError::PaymentNotPositive`] is returned when the payment is not above zero.
/// - [`DiscountError::DeadlineAfterDue`] is returned when a tier ends after the due date and the policy
///   refuses that.
/// - [`DiscountError::ExceedsBase`] is returned when a tier's discount is more than the amount it
///   is on.
/// - [`DiscountError::Term`] and [`DiscountError::DayCount`] are returned when a date or a time
///   cannot be counted.
/// - [`DiscountError::Money`] and [`DiscountError::Amount`] are returned when amounts are in two
///   currencies, or have too many digits.
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
        let deadline = deadline(policy, number, tier, invoice, calendar)?;
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

/// Returns the discount of a tier on the whole invoice, rounded.
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
    let discount = policy.rounded(exact, invoice.amounts().total())?;
    if discount.checked_cmp(base)?.is_gt() {
        return Err(DiscountError::ExceedsBase {
            tier: number,
            discount,
            base,
        });
    }
    Ok(discount)
}

#[cfg(test)]
mod tests {
    use alloc::boxed::Box;
    use alloc::string::{String, ToString};
    use core::error::Error;

    use chrono::NaiveDate;

    use super::discount;
    use crate::calendar::Calendar;
    use crate::calendar::day_count::DayCount;
    use crate::receivable::discount::invoice::DiscountedInvoice;
    use crate::receivable::discount::outcome::DiscountOutcome;
    use crate::receivable::discount::policy::{
        BeyondDue, EarlyPayment, PartialPayment, TaxTreatment,
    };
    use crate::receivable::discount::tier::{CutOff, DiscountTier, Reward};
    use crate::receivable::instalment::{AmountRounding, InvoiceAmounts};
    use crate::receivable::term::{BaseDates, PaymentTerm};
    use crate::vocab::money::{RoundedMoney, RoundingMode};
    use crate::vocab::rate::Rate;
    use crate::vocab::share::Share;
    use crate::vocab::time::Days;

    type Answer<T> = Result<T, Box<dyn Error>>;

    #[track_caller]
    fn money(text: &str) -> RoundedMoney {
        let Ok(money) = text.parse() else {
            panic!("`{text}` of the test")
        };
        money
    }

    /// Returns a day of January 2024; the invoice is of the 1st and due on the 31st.
    fn january(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 1, day).unwrap_or_default()
    }

    fn invoice(untaxed: &str, tax: &str) -> Answer<DiscountedInvoice> {
        let amounts = InvoiceAmounts::new(money(untaxed), money(tax))?;
        Ok(DiscountedInvoice::of(
            amounts,
            BaseDates::new(january(1)),
            january(31),
        ))
    }

    fn tier(days: u32, reward: Reward) -> Answer<DiscountTier> {
        let within = CutOff::Term(PaymentTerm::net(Days::new(days)));
        Ok(DiscountTier::new(within, reward)?)
    }

    fn percent(percent: u64) -> Answer<Reward> {
        Ok(Reward::Share(Share::percent(percent)?))
    }

    /// Makes a policy of 3 % within 7 days and 2 % within 14.
    fn three_or_two() -> Answer<EarlyPayment> {
        let later = tier(14, percent(2)?)?;
        Ok(EarlyPayment::none()
            .with_tier(later)
            .with_tier(tier(7, percent(3)?)?))
    }

    /// Returns the discount, the open and the unapplied amount.
    fn paid(policy: &EarlyPayment, invoice: &DiscountedInvoice, paid: &str, day: u32) -> String {
        let earned = discount(
            policy,
            invoice,
            money(paid),
            january(day),
            &Calendar::every_day(),
        );
        earned.map_or_else(
            |error| error.to_string(),
            |earned| alloc::format!("{} {} {}", earned.amount, earned.open, earned.unapplied),
        )
    }

    #[test]
    fn the_best_tier_counts_through_its_last_day() -> Answer<()> {
        let (policy, invoice) = (three_or_two()?, invoice("100 EUR", "0 EUR")?);
        for (day, expected) in [
            (1, "3.00 EUR 0.00 EUR 0.00 EUR"),
            (8, "3.00 EUR 0.00 EUR 0.00 EUR"),
            (9, "0.00 EUR 3.00 EUR 0.00 EUR"),
        ] {
            assert_eq!(paid(&policy, &invoice, "97 EUR", day), expected, "{day}");
        }
        assert_eq!(
            paid(&policy, &invoice, "98 EUR", 15),
            "2.00 EUR 0.00 EUR 0.00 EUR"
        );
        assert_eq!(
            paid(&policy, &invoice, "98 EUR", 16),
            "0.00 EUR 2.00 EUR 0.00 EUR"
        );
        assert_eq!(
            paid(&policy, &invoice, "100 EUR", 8),
            "3.00 EUR 0.00 EUR 3.00 EUR"
        );
        assert_eq!(
            paid(&policy, &invoice, "101 EUR", 31),
            "0.00 EUR 0.00 EUR 1.00 EUR"
        );
        Ok(())
    }

    #[test]
    fn why_there_is_no_discount_is_said() -> Answer<()> {
        let (policy, invoice) = (three_or_two()?, invoice("100 EUR", "0 EUR")?);
        let outcome = |policy: &EarlyPayment, amount, day| {
            let calendar = Calendar::every_day();
            discount(policy, &invoice, money(amount), january(day), &calendar)
                .map(|earned| earned.outcome)
        };
        let deadline = january(15);
        assert_eq!(
            outcome(&policy, "98 EUR", 15)?,
            DiscountOutcome::Earned { tier: 1, deadline }
        );
        assert_eq!(
            outcome(&policy, "98 EUR", 16)?,
            DiscountOutcome::TooLate { deadline }
        );
        let missing = money("0.01 EUR");
        let partly = DiscountOutcome::PaidPartly {
            tier: 1,
            deadline,
            missing,
        };
        assert_eq!(outcome(&policy, "97.99 EUR", 15)?, partly);
        assert_eq!(
            outcome(&EarlyPayment::none(), "98 EUR", 1)?,
            DiscountOutcome::NotOffered
        );
        Ok(())
    }

    #[test]
    fn a_discount_is_split_between_net_and_tax() -> Answer<()> {
        let amounts = InvoiceAmounts::new(money("1000 EUR"), money("150.05 EUR"))?;
        let amounts = amounts.with_fixed_tax(money("0.05 EUR"))?;
        let invoice = DiscountedInvoice::of(amounts, BaseDates::new(january(1)), january(31));
        for (treatment, net, tax) in [
            (TaxTreatment::Included, "100.00 EUR", "15.00 EUR"),
            (TaxTreatment::Excluded, "100.00 EUR", "0.00 EUR"),
            (TaxTreatment::AlwaysReduced, "100.00 EUR", "0.00 EUR"),
        ] {
            let policy = EarlyPayment::none()
                .with_tier(tier(1, percent(10)?)?)
                .with_tax(treatment);
            let total = invoice.open();
            let earned = discount(&policy, &invoice, total, january(1), &Calendar::every_day())?;
            assert_eq!(
                (earned.net, earned.tax),
                (money(net), money(tax)),
                "{treatment:?}"
            );
        }
        Ok(())
    }

    #[test]
    fn parts_earn_their_part_or_nothing() -> Answer<()> {
        let whole = invoice("100 EUR", "0 EUR")?;
        let policy = three_or_two()?;
        let parts = policy.clone().with_partial(PartialPayment::ProRata);
        assert_eq!(
            paid(&policy, &whole, "49 EUR", 10),
            "0.00 EUR 51.00 EUR 0.00 EUR"
        );
        assert_eq!(
            paid(&parts, &whole, "49 EUR", 10),
            "1.00 EUR 50.00 EUR 0.00 EUR"
        );
        // 10 x 2/98 = 0.204..., and 50 % open leaves 1.00 of the discount.
        assert_eq!(
            paid(&parts, &whole, "10 EUR", 10),
            "0.20 EUR 89.80 EUR 0.00 EUR"
        );
        let half = whole.with_open(money("50 EUR"))?;
        assert_eq!(
            paid(&parts, &half, "49 EUR", 10),
            "1.00 EUR 0.00 EUR 0.00 EUR"
        );
        let rest = whole.with_open(money("51 EUR"))?;
        assert_eq!(
            paid(&policy, &rest, "49 EUR", 10),
            "2.00 EUR 0.00 EUR 0.00 EUR"
        );
        Ok(())
    }

    #[test]
    fn every_day_earlier_earns_more_under_a_rate() -> Answer<()> {
        let rate: Rate = "7.3 % per year".parse()?;
        let reward = Reward::PerYear {
            rate,
            day_count: DayCount::Actual365Fixed,
        };
        let sliding = DiscountTier::new(CutOff::BeforeDue(Days::new(1)), reward)?;
        let policy = EarlyPayment::none().with_tier(sliding);
        let invoice = invoice("1000 EUR", "0 EUR")?;
        // 1000 x 7.3 % x days / 365 = 0.20 a day.
        assert_eq!(
            paid(&policy, &invoice, "1000 EUR", 11),
            "4.00 EUR 0.00 EUR 4.00 EUR"
        );
        assert_eq!(
            paid(&policy, &invoice, "1000 EUR", 30),
            "0.20 EUR 0.00 EUR 0.20 EUR"
        );
        assert_eq!(
            paid(&policy, &invoice, "1000 EUR", 31),
            "0.00 EUR 0.00 EUR 0.00 EUR"
        );
        Ok(())
    }

    #[test]
    fn what_cannot_be_is_refused() -> Answer<()> {
        let (policy, whole) = (three_or_two()?, invoice("100 EUR", "0 EUR")?);
        let message = "a payment of 0.00 EUR, expected an amount above zero";
        assert_eq!(paid(&policy, &whole, "0 EUR", 1), message);
        let message = "1.00 USD and 100.00 EUR are in different currencies, expected one currency";
        assert_eq!(paid(&policy, &whole, "1 USD", 1), message);
        let long = EarlyPayment::none()
            .with_tier(tier(31, percent(2)?)?)
            .with_beyond_due(BeyondDue::Refused);
        let message = "tier 1 ends on 2024-02-01, after the due date 2024-01-31, expected that date or earlier";
        assert_eq!(paid(&long, &whole, "98 EUR", 1), message);
        let large = EarlyPayment::none().with_tier(tier(1, Reward::Amount(money("100.01 EUR")))?);
        let message = "tier 1 takes 100.01 EUR off 100.00 EUR, expected that amount at most";
        assert_eq!(paid(&large, &whole, "98 EUR", 1), message);
        let all = EarlyPayment::none().with_tier(tier(1, Reward::Amount(money("100 EUR")))?);
        assert_eq!(
            paid(&all, &whole, "1 EUR", 1),
            "100.00 EUR 0.00 EUR 1.00 EUR"
        );
        Ok(())
    }

    #[test]
    fn the_whole_discount_is_rounded_as_the_policy_says() -> Answer<()> {
        let invoice = invoice("868.35 CHF", "0 CHF")?;
        let policy = EarlyPayment::none().with_tier(tier(1, percent(10)?)?);
        assert_eq!(
            paid(&policy, &invoice, "781.51 CHF", 1),
            "86.84 CHF 0.00 CHF 0.00 CHF"
        );
        let down = AmountRounding::to(RoundingMode::Down).with_multiple(money("0.05 CHF"))?;
        let policy = policy.with_rounding(down);
        assert_eq!(
            paid(&policy, &invoice, "781.55 CHF", 1),
            "86.80 CHF 0.00 CHF 0.00 CHF"
        );
        Ok(())
    }
}
