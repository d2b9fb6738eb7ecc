//! The part of the loyalty floor about the means that hold a customer.

use keqing::loyalty::lock_in::{
    Bindings, LockInLevel, Occurrence, SwitchingCostItem, SwitchingCostKind,
};
use keqing::verdict::Presence;
use keqing::vocab::answers::SwitchOutcome;
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::money::Money;
use keqing::vocab::set::Set;
use keqing::vocab::words::Instrument;

use crate::floor::{Part, Rules, SWC_01, genuine, loyal, stated};

/// The means that hold a customer.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Held {
    pub(crate) level: LockInLevel,
    pub(crate) instruments: Set<Instrument>,
    pub(crate) switching: Option<SwitchOutcome>,
    pub(crate) cost: Option<Cost>,
}

/// The cost of moving: the part that locks in, the part that is attachment, and what the customer would miss.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Cost {
    pub(crate) lock_in: Money,
    pub(crate) attachment: Money,
    pub(crate) misses: Known<Presence>,
}

/// Returns the means that hold the customer, and whether it would miss something.
#[inline(always)]
pub(crate) fn held(
    facts: &Bindings,
    items: &[SwitchingCostItem],
) -> Option<(Part<Held>, Known<Presence>)> {
    let mut rules = Rules::default();
    let (cost, holding, is_recurring) = costs(items)?;
    rules.join(SWC_01, cost.is_none(), is_recurring);
    let pays = match (facts.gain.value(), &cost) {
        (Some(gain), Some(cost)) if holding.is_some() => {
            Some(gain.checked_cmp(cost.lock_in).ok()?.is_gt())
        }
        _ => None,
    };
    let holds = |instrument: &Instrument| instrument.holds();
    let in_force = facts.instruments.value();
    let instruments: Set<_> =
        in_force.map_or(Set::empty(), |all| all.iter().filter(holds).collect());
    let by = sure(facts.instruments.map(|_| !instruments.is_empty()));
    rules.need(genuine(6), by, |by| !by);
    let stuck = sure(
        facts
            .alternatives
            .map(|there_is| there_is == Presence::Absent),
    );
    rules.need(loyal(6), stuck, |stuck| !stuck);
    let is_own = stated(facts.gain).is_some() && holding > Some(Grade::Estimated);
    let switching = match (stated(facts.prefers_alternative), pays) {
        (Some(Presence::Absent), _) => Some(SwitchOutcome::Content),
        (Some(Presence::Present), Some(true)) if is_own => Some(SwitchOutcome::Free),
        (Some(Presence::Present), Some(false)) => Some(SwitchOutcome::Locked),
        _ => None,
    };
    rules.join(genuine(9), switching.is_none(), false);
    let is_locked = match switching {
        Some(SwitchOutcome::Content) => Some(false),
        Some(SwitchOutcome::Locked) => Some(true),
        Some(SwitchOutcome::Free) | None => (pays == Some(true) && is_own).then_some(false),
    };
    let level = match (by, stuck, is_locked) {
        (Some(true), ..) | (_, Some(true), _) | (.., Some(true)) => Some(LockInLevel::High),
        (Some(false), Some(false), Some(false)) => Some(LockInLevel::Low),
        _ => None,
    };
    let held = level.map(|level| Held {
        level,
        instruments,
        switching,
        cost,
    });
    Some((
        rules.part(held),
        cost.map_or(Known::Unknown, |cost| cost.misses),
    ))
}

/// A guess may hold the customer, and never frees it.
#[inline(always)]
fn sure(known: Known<bool>) -> Option<bool> {
    match known {
        Known::Given(told) if told.value || told.grade > Grade::Estimated => Some(told.value),
        _ => None,
    }
}

/// Returns the cost of moving, the weakest grade of what locks in, and whether a cost recurs.
#[inline(always)]
fn costs(items: &[SwitchingCostItem]) -> Option<(Option<Cost>, Option<Grade>, bool)> {
    let Some(first) = items.first() else {
        return Some((None, None, false));
    };
    let zero = Money::zero(first.amount.currency());
    let mut cost = Cost {
        lock_in: zero,
        attachment: zero,
        misses: Known::Unknown,
    };
    let (mut is_named, mut holding, mut is_recurring) = (false, None, false);
    for item in items {
        if item.amount.is_negative() || item.amount.currency() != zero.currency() {
            return None;
        }
        if item.occurrence == Occurrence::Recurring {
            is_recurring = true;
            continue;
        }
        is_named = true;
        if item.facet.kind() != SwitchingCostKind::Relational {
            holding = Some(holding.map_or(item.grade, |grade: Grade| grade.min(item.grade)));
            cost.lock_in = cost.lock_in.checked_add(item.amount).ok()?;
            continue;
        }
        cost.attachment = cost.attachment.checked_add(item.amount).ok()?;
        let weight = (!item.amount.is_zero(), item.grade);
        let before = match cost.misses {
            Known::Given(told) => Some((told.value == Presence::Present, told.grade)),
            Known::Unknown => None,
        };
        if item.grade > Grade::Estimated && before < Some(weight) {
            let presence = if weight.0 {
                Presence::Present
            } else {
                Presence::Absent
            };
            cost.misses = Known::graded(presence, item.grade);
        }
    }
    Some((is_named.then_some(cost), holding, is_recurring))
}
