use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use super::account::{Account, Till};
use super::units::Units;
use crate::receivable::{
    Allocation, AllocationBucket, AllocationError, AllocationPath, AllocationPolicy, AppliedAmount,
    BeforeIssue, Debt, Payment,
};
use crate::vocab::Money;

/// Tells what a payment settles (清偿抵充).
///
/// The debts are what is open on the day of the payment. What is left of the payment is not lost and not
/// guessed at: it is the [`unapplied`](Allocation::unapplied) credit.
///
/// # Errors
///
/// [`AllocationError::IdTwice`] for two debts of one id, [`AllocationError::UnknownDebt`] and
/// [`AllocationError::BeforeIssue`] for a payment that names what it cannot pay,
/// [`AllocationError::Money`] where the currencies differ, and [`AllocationError::OutOfRange`].
///
/// # Examples
///
/// 100 EUR on a debt of 1120 EUR: costs first, then interest.
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::receivable::{AllocationPreset, Debt, DebtComponent, Payment, allocate};
///
/// let date = |month| NaiveDate::from_ymd_opt(2024, month, 1).ok_or("no such date");
/// let debt = Debt::new("INV-1".parse()?, date(1)?, date(2)?, "1000 EUR".parse()?)?
///     .with_component(DebtComponent::Interest, "80 EUR".parse()?)?
///     .with_component(DebtComponent::Costs, "40 EUR".parse()?)?;
/// let payment = Payment::new("PAY-1".parse()?, date(3)?, "100 EUR".parse()?)?;
///
/// let allocation = allocate(&AllocationPreset::GermanCivilCode.policy(), &[debt], &payment)?;
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
    check_debts(debts)?;
    settle(policy, debts, payment).map(|settled| settled.allocation)
}

/// An allocation, and what it leaves open.
pub(super) struct Settled {
    pub(super) allocation: Allocation,
    /// What is open of the parts of every debt, both in their order; `None` for nothing.
    pub(super) open: Vec<Vec<Option<Money>>>,
}

/// Allocates without the checks of [`check_debts`].
pub(super) fn settle(
    policy: &AllocationPolicy,
    debts: &[Debt],
    payment: &Payment,
) -> Result<Settled, AllocationError> {
    check_names(policy, debts, payment)?;
    let whole = payment.amount();
    let amounts = debts.iter().flat_map(Debt::parts).map(|part| part.amount);
    let units = Units::finest(whole.currency(), amounts.chain([whole]));
    let mut accounts = debts
        .iter()
        .enumerate()
        .map(|(place, debt)| Account::new(policy, payment, units, place, debt))
        .collect::<Result<Vec<_>, _>>()?;
    accounts.sort_by(|one, other| one.compare(other, policy));

    let mut till = Till {
        left: units.count(whole)?,
        spread: Vec::new(),
    };
    let order = policy.within().buckets();
    let step = match policy.path() {
        AllocationPath::DebtByDebt => order.len(),
        AllocationPath::BucketByBucket => 1,
    };
    for wanted in order.chunks(step) {
        for tied in accounts.chunk_by_mut(|one, other| one.shares_with(other, policy)) {
            till.pay(tied, wanted)
                .ok_or(AllocationError::OutOfRange { amount: whole })?;
        }
    }

    Ok(Settled {
        allocation: written(&till, payment, units)?,
        open: left_open(accounts, debts, units)?,
    })
}

/// Checks that the debts are each given once.
pub(super) fn check_debts(debts: &[Debt]) -> Result<(), AllocationError> {
    let mut seen = BTreeSet::new();
    let twice = debts.iter().map(Debt::id).find(|id| !seen.insert(*id));
    twice.map_or(Ok(()), |id| Err(AllocationError::IdTwice { id }))
}

/// Checks that the payment can be for what it names, and is in the currency of what is open.
fn check_names(
    policy: &AllocationPolicy,
    debts: &[Debt],
    payment: &Payment,
) -> Result<(), AllocationError> {
    for debt in debts {
        Money::zero(debt.currency()).checked_cmp(payment.amount())?;
    }
    for name in payment.agreed().iter().chain(payment.designated()) {
        let named = debts.iter().find(|debt| debt.id() == *name);
        let debt = named.ok_or(AllocationError::UnknownDebt {
            payment: payment.id(),
            debt: *name,
        })?;
        let (paid, issued) = (payment.date(), debt.issued());
        if paid < issued && policy.before_issue() == BeforeIssue::LeaveOut {
            let debt = debt.id();
            return Err(AllocationError::BeforeIssue { debt, paid, issued });
        }
    }
    Ok(())
}

fn written(till: &Till, payment: &Payment, units: Units) -> Result<Allocation, AllocationError> {
    let whole = payment.amount();
    let applied = till.spread.iter().map(|spread| {
        let AllocationBucket {
            due_state,
            component,
        } = spread.bucket;
        Ok(AppliedAmount {
            debt: spread.debt,
            component,
            due_state,
            amount: units.money(spread.units, whole)?,
        })
    });
    let applied = applied.collect::<Result<_, AllocationError>>()?;
    let unapplied = units.money(till.left, whole)?;
    Ok(Allocation::new(
        payment.id(),
        payment.date(),
        applied,
        unapplied,
    ))
}

fn left_open(
    mut accounts: Vec<Account<'_>>,
    debts: &[Debt],
    units: Units,
) -> Result<Vec<Vec<Option<Money>>>, AllocationError> {
    accounts.sort_by_key(|account| account.place);
    let mut open = Vec::with_capacity(debts.len());
    for (account, debt) in accounts.iter_mut().zip(debts) {
        account.slots.sort_by_key(|slot| slot.place);
        let parts = account.slots.iter().zip(debt.parts());
        let left = parts.map(|(slot, part)| match slot.paid {
            0 => Ok(Some(part.amount)),
            paid if paid == slot.open => Ok(None),
            paid => {
                let left = slot.open.saturating_sub(paid);
                units.money(left, part.amount).map(Some)
            }
        });
        open.push(left.collect::<Result<_, _>>()?);
    }
    Ok(open)
}
