use crate::form::every;
use crate::receivable::allocation::check::DebtNames;
use crate::receivable::allocation::debt::Debt;
use crate::receivable::allocation::error::AllocationError;
use crate::receivable::allocation::ids::each_once;
use crate::receivable::allocation::outcome::Allocation;
use crate::receivable::allocation::payment::Payment;
use crate::receivable::allocation::policy::AllocationPolicy;
use crate::receivable::allocation::queue::Queue;
use crate::receivable::allocation::till::settle;

/// Returns the parts of the debts that a payment settles (清偿抵充).
///
/// The debts are those that are open on the day of the payment. The rest of the payment is kept as
/// the [`unapplied`](Allocation::unapplied) credit.
///
/// # Errors
///
/// - [`AllocationError::IdTwice`] is returned when two debts have one id.
/// - [`AllocationError::UnknownDebt`] and [`AllocationError::PaymentBeforeIssue`] are returned when
///   a payment names a debt that it cannot pay.
/// - [`AllocationError::Money`] is returned when the currencies differ.
/// - [`AllocationError::OutOfRange`] is returned when the amounts have too many digits.
///
/// # Examples
///
/// A payment of 100 EUR on a debt of 1120 EUR settles costs first, then interest.
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::receivable::allocation::{Preset, Debt, DebtComponent, Payment, allocate};
///
/// let date = |month| NaiveDate::from_ymd_opt(2024, month, 1).ok_or("no such date");
/// let debt = Debt::new("INV-1".parse()?, date(1)?, date(2)?, "1000 EUR".parse()?)?
///     .with_component(DebtComponent::Interest, "80 EUR".parse()?)?
///     .with_component(DebtComponent::Costs, "40 EUR".parse()?)?;
/// let payment = Payment::new("PAY-1".parse()?, date(3)?, "100 EUR".parse()?)?;
///
/// let allocation = allocate(&Preset::GermanCivilCode.policy(), &[debt], &payment)?;
/// assert_eq!(allocation.applied_as(DebtComponent::Costs)?, "40 EUR".parse()?);
/// assert_eq!(allocation.applied_as(DebtComponent::Interest)?, "60 EUR".parse()?);
/// assert!(allocation.unapplied().is_zero());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn allocate(
    policy: &AllocationPolicy,
    debts: &[Debt],
    payment: &Payment,
) -> Result<Allocation, AllocationError> {
    let payments = core::slice::from_ref(payment);
    let names = DebtNames::of(debts);
    every(each_once(debts.iter().map(Debt::id)).chain(names.checks(policy, payments)))?;
    let mut queue = Queue::new(policy, debts, (payment.date(), payment.date()));
    settle(&mut queue, &names, payment)
}

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};
    use alloc::vec::Vec;
    use core::slice::from_ref;

    use anyhow::{Context, Result};
    use chrono::NaiveDate;
    use rust_decimal::Decimal;

    use super::allocate;
    use crate::receivable::allocation::bucket::DebtComponent;
    use crate::receivable::allocation::debt::{Debt, DebtPart};
    use crate::receivable::allocation::payment::Payment;
    use crate::receivable::allocation::policy::{
        AllocationPolicy, DebtCriterion, Path, PaymentBeforeIssue, PrepaymentRule,
    };
    use crate::receivable::allocation::preset::Preset;
    use crate::vocab::rate::Rate;
    use crate::vocab::share::Share;

    fn day(day: u32) -> Result<NaiveDate> {
        NaiveDate::from_ymd_opt(2024, 5, day).context("a date of the test")
    }

    /// Makes a debt issued on the first of May.
    fn debt(id: &str, due: u32, euros: &str) -> Result<Debt> {
        let amount = alloc::format!("{euros} EUR").parse()?;
        Ok(Debt::new(id.parse()?, day(1)?, day(due)?, amount)?)
    }

    /// Makes a payment of the 15th of May.
    fn payment(euros: &str) -> Result<Payment> {
        let amount = alloc::format!("{euros} EUR").parse()?;
        Ok(Payment::new("P".parse()?, day(15)?, amount)?)
    }

    fn by(criteria: &[DebtCriterion]) -> Result<AllocationPolicy> {
        Ok(AllocationPolicy::standard().with_between(criteria.into())?)
    }

    /// Returns the applied amounts, in their order, and the rest.
    fn shown(policy: &AllocationPolicy, debts: &[Debt], payment: &Payment) -> Result<String> {
        let allocation = allocate(policy, debts, payment)?;
        let mut parts: Vec<String> = allocation
            .applied()
            .iter()
            .map(|applied| alloc::format!("{} {}", applied.debt, applied.amount.amount()))
            .collect();
        if !allocation.unapplied().is_zero() {
            parts.push(alloc::format!("left {}", allocation.unapplied().amount()));
        }
        Ok(parts.join(", "))
    }

    #[test]
    fn each_criterion_decides_between_two_debts() -> Result<()> {
        use DebtCriterion::{
            Agreement, Designation, DueFirst, EarliestDue, LeastSecured, MostBurdensome, Oldest,
            ProRata,
        };
        let rate = Rate::percent(Decimal::ONE)?;
        let younger = Debt::new("A".parse()?, day(2)?, day(20)?, "10 EUR".parse()?)?
            .with_security(Share::percent(50)?);
        let debts = [younger, debt("B", 15, "10")?.with_burden(rate)];
        let plain = payment("10")?;
        let named = payment("10")?.with_designation(["B".parse()?])?;
        let agreed = named.clone().with_agreement(["A".parse()?])?;
        let table: [(&[DebtCriterion], &Payment, &str); 11] = [
            (&[], &plain, "A 10.00"),
            (&[DueFirst], &plain, "B 10.00"),
            (&[EarliestDue], &plain, "B 10.00"),
            (&[LeastSecured], &plain, "B 10.00"),
            (&[MostBurdensome], &plain, "B 10.00"),
            (&[Oldest], &plain, "B 10.00"),
            (&[ProRata], &plain, "A 5.00, B 5.00"),
            (&[Designation], &named, "B 10.00"),
            (&[Designation, Agreement], &agreed, "B 10.00"),
            (&[Agreement, Designation], &agreed, "A 10.00"),
            (&[Agreement, DueFirst], &named, "B 10.00"),
        ];
        for (criteria, payment, expected) in table {
            let found = shown(&by(criteria)?, &debts, payment)?;
            assert_eq!(found, expected, "{criteria:?}");
        }
        Ok(())
    }

    #[test]
    fn debts_that_share_get_whole_cents() -> Result<()> {
        let debts = [
            debt("A", 9, "10")?,
            debt("B", 9, "10")?,
            debt("C", 9, "10")?,
        ];
        let shared = by(&[DebtCriterion::ProRata])?;
        let found = shown(&shared, &debts, &payment("10")?)?;
        assert_eq!(found, "A 3.34, B 3.33, C 3.33");
        let found = shown(&shared, &debts, &payment("10.001")?)?;
        assert_eq!(found, "A 3.334, B 3.334, C 3.333", "the finest unit in use");
        let found = shown(&shared, &debts, &payment("31")?)?;
        assert_eq!(found, "A 10.00, B 10.00, C 10.00, left 1.00");
        Ok(())
    }

    #[test]
    fn what_is_not_due_waits_for_the_rule() -> Result<()> {
        let debts = [
            debt("A", 20, "10")?,
            debt("B", 15, "10")?,
            debt("C", 31, "30")?,
        ];
        let policy = by(&[DebtCriterion::EarliestDue])?;
        for (rule, expected) in [
            (PrepaymentRule::NextInstalment, "B 10.00, A 8.00"),
            (PrepaymentRule::LastInstalment, "B 10.00, C 8.00"),
            (PrepaymentRule::AllInstalments, "B 10.00, A 2.00, C 6.00"),
            (PrepaymentRule::KeepUnapplied, "B 10.00, left 8.00"),
        ] {
            let policy = policy.clone().with_in_advance(rule)?;
            let found = shown(&policy, &debts, &payment("18")?)?;
            assert_eq!(found, expected, "{rule:?}");
        }
        Ok(())
    }

    #[test]
    fn a_path_fills_debts_or_buckets_first() -> Result<()> {
        let interest = |debt: Debt| -> Result<Debt> {
            Ok(debt.with_component(DebtComponent::Interest, "2 EUR".parse()?)?)
        };
        let debts = [
            interest(debt("A", 14, "10")?)?,
            interest(debt("B", 15, "10")?)?,
        ];
        let policy = Preset::MifosStandard.policy();
        let money = payment("13")?;
        let found = shown(&policy, &debts, &money)?;
        assert_eq!(found, "A 2.00, A 10.00, B 1.00");
        let across = policy.with_path(Path::BucketByBucket);
        let found = shown(&across, &debts, &money)?;
        assert_eq!(found, "A 2.00, B 2.00, A 9.00");
        Ok(())
    }

    #[test]
    fn parts_of_one_bucket_are_paid_as_they_fall_due_and_shown_as_one() -> Result<()> {
        let fee = |since, due, amount: &str| -> Result<DebtPart> {
            Ok(DebtPart {
                component: DebtComponent::Fees,
                amount: amount.parse()?,
                since: day(since)?,
                due: day(due)?,
            })
        };
        let debt = debt("A", 9, "0")?
            .with_part(fee(1, 14, "1 EUR")?)?
            .with_part(fee(1, 12, "2 EUR")?)?
            .with_part(fee(16, 16, "4 EUR")?)?;
        let standard = AllocationPolicy::standard();
        let found = shown(&standard, from_ref(&debt), &payment("9")?)?;
        assert_eq!(
            found, "A 3.00, left 6.00",
            "the fee of the 16th is not there yet"
        );
        let ahead = standard
            .clone()
            .with_before_issue(PaymentBeforeIssue::Accept);
        let found = shown(&ahead, from_ref(&debt), &payment("9")?)?;
        assert_eq!(found, "A 3.00, A 4.00, left 2.00");
        let history = crate::receivable::allocation::replay::replay_payments(
            &standard,
            &[debt],
            &[payment("2")?],
        )?;
        let left: Vec<_> = history.debts().iter().flat_map(Debt::parts).collect();
        assert_eq!(left, [&fee(1, 14, "1 EUR")?, &fee(16, 16, "4 EUR")?]);
        Ok(())
    }

    #[test]
    fn what_cannot_be_allocated_is_named() -> Result<()> {
        let policy = AllocationPolicy::standard();
        let late = Debt::new("L".parse()?, day(16)?, day(20)?, "1 EUR".parse()?)?;
        let message = |debts: &[Debt], payment: Payment| {
            let error = allocate(&policy, debts, &payment).err();
            error.map(|error| error.to_string()).unwrap_or_default()
        };
        let a = debt("A", 9, "10")?;
        let dollars = Debt::new("D".parse()?, day(1)?, day(9)?, "0 USD".parse()?)?;
        let for_debt =
            |id: &str| -> Result<Payment> { Ok(payment("1")?.with_designation([id.parse()?])?) };
        let huge = debt("H", 9, "79228162514264337593543950335")?;
        for (found, expected) in [
            (
                message(&[a.clone(), a.clone()], payment("1")?),
                "A is given twice, expected each once",
            ),
            (
                message(from_ref(&a), for_debt("B")?),
                "the payment P is for B, which is none of the debts given",
            ),
            (
                message(&[late], for_debt("L")?),
                "L is paid on 2024-05-15, expected 2024-05-16 or later",
            ),
            (
                message(&[dollars], payment("1")?),
                "1 EUR for the debt D, expected an amount in USD",
            ),
            (
                message(&[huge], payment("0.01")?),
                "79228162514264337593543950335 EUR has too many digits beside the other amounts, expected at most 28 together",
            ),
        ] {
            assert_eq!(found, expected);
        }
        Ok(())
    }
}
