use crate::receivable::interest::debt::LateDebt;
use crate::receivable::interest::error::InterestError;
use crate::receivable::interest::place::WalkDays;
use crate::receivable::interest::policy::InterestPolicy;
use crate::receivable::interest::segment::Segment;
use crate::receivable::interest::walk::measured;
use crate::receivable::rate::{Compounding, LateRate};
use crate::vocab::money::Money;
use crate::vocab::rate::Rate;

/// The interest of a debt on which nothing changes: one segment from the first day to the last, or none.
pub(super) struct Straight {
    pub(super) segment: Option<Segment>,
    pub(super) rate_below_zero: bool,
}

/// Returns the interest of a debt without changes or pauses at an agreed rate; `None` if anything asks for a walk.
#[inline(always)]
pub(super) fn straight(
    policy: &InterestPolicy,
    rate: &LateRate,
    debt: &LateDebt,
    days: WalkDays,
) -> Result<Option<Straight>, InterestError> {
    let is_plain = debt.changes().is_empty()
        && debt.pauses().is_empty()
        && policy.cap().is_none()
        && policy.compounding() == Compounding::Simple;
    let Some(rate) = rate.agreed_alone().filter(|_| is_plain) else {
        return Ok(None);
    };
    if !days.earn() || debt.principal().is_zero() {
        return Ok(Some(Straight {
            segment: None,
            rate_below_zero: false,
        }));
    }
    let (from, to) = (days.anchor, days.until);
    let boundary = policy.day_count().next_boundary(from);
    if boundary.is_some_and(|boundary| boundary < to) {
        return Ok(None);
    }
    let rate_below_zero = rate.is_negative();
    let rate = if rate_below_zero { Rate::ZERO } else { rate };
    let balance = debt.principal();
    let nothing = Money::zero(balance.currency());
    let segment = measured(policy, balance, nothing, rate, (from, to), days.end())?;
    Ok(Some(Straight {
        segment: Some(segment),
        rate_below_zero,
    }))
}
