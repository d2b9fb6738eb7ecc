//! The orders of payment of laws and systems, by name.

use anyhow::{Context, Result, bail, ensure};
use keqing::receivable::allocation::{
    self, Allocation, AllocationPolicy, Debt, DebtComponent, DebtCriterion, DueState, Payment,
    PrepaymentRule, replay_payments,
};

use crate::receivable::vectors::allocation::{components, day, euros, payment};
use crate::receivable::vectors::{Checked, Checker, Row};

/// The files of this topic, each with the function that checks one of its rows.
pub(crate) const CHECKERS: &[(&str, Checker)] = &[("allocation_presets.csv", presets)];

/// Each system by the first words of its row.
const PRESETS: [(&str, allocation::Preset); 18] = {
    use allocation::Preset as P;
    [
        ("DE BGB 367(1)", P::GermanCivilCode),
        ("DE BGB 497(3)", P::GermanConsumerCredit),
        ("DE BGB 366", P::GermanCivilCode),
        ("CN Civil Code 560", P::ChineseCivilCode),
        ("CN Civil Code 561", P::ChineseCivilCode),
        ("TW Civil Code 323", P::TaiwanCivilCode),
        ("US 22 CFR 309.5", P::UsPeaceCorps),
        ("US 25 CFR 513.5", P::UsIndianGaming),
        ("fineract mifos-standard-strategy", P::MifosStandard),
        (
            "fineract interest-principal-penalties-fees-order-strategy",
            P::InterestPrincipalPenaltiesFees,
        ),
        (
            "fineract principal-interest-penalties-fees-order-strategy",
            P::PrincipalInterestPenaltiesFees,
        ),
        ("fineract rbi-india-strategy", P::RbiIndia),
        ("fineract heavensfamily-strategy", P::HeavensFamily),
        ("fineract creocore-strategy", P::CreoCore),
        ("fineract early-repayment-strategy", P::EarlyRepayment),
        (
            "fineract due-penalty-fee-interest-principal-in-advance-",
            P::DuePenaltyFeeInterestPrincipal,
        ),
        (
            "fineract due-penalty-interest-principal-fee-in-advance-",
            P::DuePenaltyInterestPrincipalFee,
        ),
        (
            "fineract advanced-payment-allocation-strategy",
            P::AdvancedPayment,
        ),
    ]
};

fn presets(row: &Row<'_>) -> Result<Checked> {
    let name = row.text("preset")?;
    let known = PRESETS.iter().find(|(start, _)| name.starts_with(start));
    let (_, preset) = known.with_context(|| format!("no preset for {name}"))?;
    let policy = preset.policy();
    let order = row.text("order")?;
    if row.text("scope")? == "between debts" {
        return between_debts(&policy, order);
    }
    match preset {
        allocation::Preset::CreoCore => {
            ensure!(order.starts_with("as mifos-standard"));
            ensure!(policy == allocation::Preset::MifosStandard.policy());
        }
        allocation::Preset::AdvancedPayment => advanced(&policy, order)?,
        allocation::Preset::RbiIndia => {
            ensure!(policy.path() == allocation::Path::BucketByBucket);
            let (first, last) = order.split_once(" first; then ").context("no `then`")?;
            let (_, first) = first.split_once(": ").context("no list")?;
            let expected = components(&format!("{},{last}", first))?;
            ensure!(spent(&policy, DueState::PastDue, &expected)? == expected);
        }
        _ => within_a_debt(&policy, order)?,
    }
    Ok(Checked::Passed)
}

/// Orders such as `costs>interest>principal`, and `due: a>b; in advance: b>a`.
fn within_a_debt(policy: &AllocationPolicy, order: &str) -> Result<()> {
    let mut parts = order.split("; ");
    let due = parts.next().context("no order")?;
    let due = due.rsplit(": ").next().context("no order")?;
    let due = components(&due.replace("standard ", "").replace(" then ", ">"))?;
    for state in [DueState::PastDue, DueState::Due] {
        let found = spent(policy, state, &due)?;
        ensure!(found == due, "{found:?} instead of {due:?}, {state:?}");
    }
    let Some(in_advance) = parts.next() else {
        return Ok(());
    };
    let (_, in_advance) = in_advance.split_once(": ").context("no list")?;
    if in_advance.starts_with("principal first") {
        let found = spent(policy, DueState::InAdvance, &due)?;
        ensure!(found.first() == Some(&DebtComponent::Principal));
        return Ok(());
    }
    let in_advance = components(in_advance)?;
    let found = spent(policy, DueState::InAdvance, &in_advance)?;
    ensure!(found == in_advance, "{found:?} instead of {in_advance:?}");
    Ok(())
}

/// Returns the order in which a debt is settled, paid euro by euro; without the parts that are not asked for.
fn spent(
    policy: &AllocationPolicy,
    state: DueState,
    asked: &[DebtComponent],
) -> Result<Vec<DebtComponent>> {
    let due = day(10)?;
    let paid = day(match state {
        DueState::PastDue => 11,
        DueState::Due => 10,
        DueState::InAdvance => 9,
    })?;
    let mut debt = Debt::new("D".parse()?, day(1)?, due, euros("0")?)?;
    for component in DebtComponent::ALL {
        debt = debt.with_component(component, euros("1")?)?;
    }
    let payments: Vec<Payment> = (1..=5)
        .map(|number| payment(number, paid, "1"))
        .collect::<Result<_>>()?;
    let history = replay_payments(policy, &[debt], &payments)?;
    let applied = history.allocations().iter().flat_map(Allocation::applied);
    Ok(applied
        .map(|applied| applied.component)
        .filter(|component| asked.contains(component))
        .collect())
}

fn between_debts(policy: &AllocationPolicy, order: &str) -> Result<Checked> {
    let criteria: Vec<DebtCriterion> = order
        .split('>')
        .map(|word| {
            Ok(match word {
                "agreement" => DebtCriterion::Agreement,
                "debtor designation" => DebtCriterion::Designation,
                "due first" => DebtCriterion::DueFirst,
                "least security for creditor" | "least or no security" => {
                    DebtCriterion::LeastSecured
                }
                "most burdensome for debtor" => DebtCriterion::MostBurdensome,
                "oldest" => DebtCriterion::Oldest,
                "earliest due" => DebtCriterion::EarliestDue,
                "pro rata" => DebtCriterion::ProRata,
                other => bail!("unknown criterion {other}"),
            })
        })
        .collect::<Result<_>>()?;
    ensure!(policy.between() == criteria, "{:?}", policy.between());
    Ok(Checked::Passed)
}

/// Any order of the buckets, and a rule for what is in advance.
fn advanced(policy: &AllocationPolicy, order: &str) -> Result<()> {
    ensure!(order.contains("{PAST_DUE,DUE,IN_ADVANCE}x{PENALTY,FEE,PRINCIPAL,INTEREST}"));
    ensure!(order.contains("NEXT_INSTALLMENT|LAST_INSTALLMENT|REAMORTIZATION"));
    let mut buckets: Vec<_> = policy.within().buckets().to_vec();
    for _ in 0..buckets.len() {
        buckets.rotate_left(1);
        let turned = policy
            .clone()
            .with_within(allocation::Order::try_from(buckets.clone())?);
        ensure!(turned.within().buckets() == buckets);
    }
    for rule in [
        PrepaymentRule::NextInstalment,
        PrepaymentRule::LastInstalment,
        PrepaymentRule::AllInstalments,
    ] {
        ensure!(policy.clone().with_in_advance(rule)?.in_advance() == rule);
    }
    Ok(())
}
