use alloc::vec::Vec;

use crate::form::{every, record};
use crate::receivable::allocation::check::DebtNames;
use crate::receivable::allocation::debt::Debt;
use crate::receivable::allocation::error::AllocationError;
use crate::receivable::allocation::ids::each_once;
use crate::receivable::allocation::outcome::Allocation;
use crate::receivable::allocation::payment::Payment;
use crate::receivable::allocation::policy::AllocationPolicy;
use crate::receivable::allocation::queue::Queue;
use crate::receivable::allocation::till::settle;
use crate::vocab::money::{Money, MoneyError};

/// Applies all payments of a history, given in any order (重新抵充).
///
/// The debts are given as they were before any payment, with every part and its dates. Payments are
/// applied by date, then by sequence, then by id, each to the amounts that the earlier ones left
/// open. So a payment that becomes known late changes the allocation of later ones, as if it had
/// always been known.
///
/// The unapplied rest of a payment stays its own credit. A later debt takes it only if the caller
/// says so.
///
/// # Errors
///
/// [`AllocationError::IdTwice`] is returned when two payments have one id. The errors of
/// [`allocate`](crate::receivable::allocation::allocate) are returned as well.
///
/// # Examples
///
/// The payment of March becomes known after that of April.
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::receivable::allocation::{AllocationPolicy, Debt, Payment, replay_payments};
///
/// let date = |month| NaiveDate::from_ymd_opt(2024, month, 1).ok_or("no such date");
/// let debt = Debt::new("INV-1".parse()?, date(1)?, date(2)?, "100 EUR".parse()?)?;
/// let april = Payment::new("APR".parse()?, date(4)?, "80 EUR".parse()?)?;
/// let march = Payment::new("MAR".parse()?, date(3)?, "50 EUR".parse()?)?;
///
/// let policy = AllocationPolicy::standard();
/// let history = replay_payments(&policy, &[debt], &[april, march])?;
/// let [first, second] = history.allocations() else { return Err("two payments".into()) };
/// assert_eq!((first.payment().as_str(), first.unapplied()), ("MAR", "0 EUR".parse()?));
/// assert_eq!((second.payment().as_str(), second.unapplied()), ("APR", "30 EUR".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn replay_payments(
    policy: &AllocationPolicy,
    debts: &[Debt],
    payments: &[Payment],
) -> Result<History, AllocationError> {
    let ids =
        each_once(debts.iter().map(Debt::id)).chain(each_once(payments.iter().map(Payment::id)));
    let names = DebtNames::of(debts);
    every(ids.chain(names.checks(policy, payments)))?;
    let mut ordered: Vec<&Payment> = payments.iter().collect();
    ordered.sort_by_key(|payment| (payment.date(), payment.sequence(), payment.id()));
    let (Some(first), Some(last)) = (ordered.first(), ordered.last()) else {
        let debts = debts.to_vec();
        let allocations = Vec::new();
        return Ok(History { allocations, debts });
    };

    let mut queue = Queue::new(policy, debts, (first.date(), last.date()));
    let allocations = ordered
        .iter()
        .map(|payment| settle(&mut queue, &names, payment))
        .collect::<Result<_, _>>()?;
    let debts = queue.left();
    Ok(History { allocations, debts })
}

record! {
    /// The allocations of every payment, and the debts that are open after the last one (抵充记录).
    ///
    /// # Examples
    ///
    /// See [`replay_payments`].
    #[derive(Hash)]
    pub struct History {
        allocations: Vec<Allocation>,
        debts: Vec<Debt>,
    }
}

impl History {
    /// Returns the allocations, in the order in which the payments were applied.
    #[must_use]
    pub fn allocations(&self) -> &[Allocation] {
        &self.allocations
    }

    /// Returns the debts with their open parts, in the order given. A settled debt has no parts
    /// left.
    #[must_use]
    pub fn debts(&self) -> &[Debt] {
        &self.debts
    }

    /// Adds up the unapplied amounts: the customer's credit; `None` without payments.
    ///
    /// # Errors
    ///
    /// [`MoneyError::SumOutOfRange`] is returned when the sum is too large.
    /// [`MoneyError::CurrencyMismatch`] is returned when payments in several currencies found no
    /// debts.
    pub fn credit(&self) -> Result<Option<Money>, MoneyError> {
        let mut unapplied = self.allocations.iter().map(Allocation::unapplied);
        let Some(first) = unapplied.next() else {
            return Ok(None);
        };
        unapplied.try_fold(first, Money::checked_add).map(Some)
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};
    use alloc::vec::Vec;

    use anyhow::{Context, Result};
    use chrono::NaiveDate;

    use super::replay_payments;
    use crate::receivable::allocation::debt::Debt;
    use crate::receivable::allocation::outcome::Allocation;
    use crate::receivable::allocation::payment::Payment;
    use crate::receivable::allocation::policy::AllocationPolicy;

    fn day(day: u32) -> Result<NaiveDate> {
        NaiveDate::from_ymd_opt(2024, 5, day).context("a date of the test")
    }

    fn payment(id: &str, paid: u32, sequence: u32) -> Result<Payment> {
        let payment = Payment::new(id.parse()?, day(paid)?, "60 EUR".parse()?)?;
        Ok(payment.with_sequence(sequence))
    }

    #[test]
    fn payments_are_applied_by_date_then_sequence_then_id() -> Result<()> {
        let debt = Debt::new("INV".parse()?, day(1)?, day(9)?, "100 EUR".parse()?)?;
        let payments = [
            payment("A", 9, 2)?,
            payment("C", 9, 1)?,
            payment("D", 8, 3)?,
            payment("B", 9, 1)?,
        ];
        let history = replay_payments(&AllocationPolicy::standard(), &[debt], &payments)?;
        let shown = |allocation: &Allocation| {
            alloc::format!(
                "{} {}",
                allocation.payment(),
                allocation.unapplied().amount()
            )
        };
        let found: Vec<String> = history.allocations().iter().map(shown).collect();
        assert_eq!(found, ["D 0.00", "B 20.00", "C 60.00", "A 60.00"]);
        let credit = history.credit()?.map(|credit| credit.to_string());
        assert_eq!(credit.as_deref(), Some("140.00 EUR"));
        assert!(history.debts().iter().all(|debt| debt.parts().is_empty()));
        Ok(())
    }

    #[test]
    fn a_debt_takes_no_credit_from_before_it_came_about() -> Result<()> {
        let debt = Debt::new("INV".parse()?, day(10)?, day(20)?, "100 EUR".parse()?)?;
        let policy = AllocationPolicy::standard();
        let history = replay_payments(
            &policy,
            core::slice::from_ref(&debt),
            &[payment("A", 9, 0)?],
        )?;
        assert_eq!(history.debts(), [debt]);
        assert_eq!(history.credit()?, Some("60 EUR".parse()?));
        let nothing = replay_payments(&policy, &[], &[])?;
        assert_eq!(nothing.credit()?, None);
        Ok(())
    }

    #[test]
    fn a_payment_given_twice_is_refused() -> Result<()> {
        let twice = [payment("A", 9, 0)?, payment("A", 10, 0)?];
        let refused = replay_payments(&AllocationPolicy::standard(), &[], &twice);
        assert_eq!(
            refused.map_err(|error| error.to_string()).err().as_deref(),
            Some("A is given twice, expected each once")
        );
        Ok(())
    }
}
