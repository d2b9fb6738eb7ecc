//! Lock-in: the ties that hold the customer, whether it likes us or not (锁定: GEN-06, GEN-09,
//! LOY-06, SWC-01).
//!
//! ```text
//! LockInFacts        -> lock_in        -> LockIn          how strongly is it held, and by what?
//! SwitchFacts        -> switch_test    -> SwitchOutcome   would it leave if leaving cost nothing?
//! SwitchingCostItems -> switching_cost -> SwitchingCost   what locks in, and what is attachment?
//! ```
//!
//! - *Looks at*: Contracts, points and other instruments, the one-off costs of moving, and the gain
//!   from moving.
//! - *Why*: A tie that holds a customer makes no relationship. Lock-in is measured apart and never
//!   counted as relationship.
//! - *Breaks it*: A customer that would rather buy elsewhere and stays because leaving costs at
//!   least as much as it gains. A recurring difference counted as a one-off cost.
//! - *Keeps it*: A customer that is free to leave, or that would stay anyway.
//! - *Rules*: GEN-06, GEN-09, LOY-06, SWC-01.
//!
//! # Examples
//!
//! A customer would rather buy elsewhere. Moving costs more than it gains, so it is held.
//!
//! ```
//! use keqing::loyalty::lock_in::{SwitchFacts, switch_test};
//! use keqing::verdict::Presence;
//! use keqing::vocab::known::Known;
//! use keqing::vocab::answers::SwitchOutcome;
//!
//! let facts = SwitchFacts {
//!     prefers_alternative: Known::customer_stated(Presence::Present),
//!     gain: Known::measured("4000 EUR".parse()?),
//!     cost: Known::measured("6000 EUR".parse()?),
//! };
//! let found = switch_test(&facts)?;
//! assert_eq!(found.value(), Some(&SwitchOutcome::Locked));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod facts;
mod switch_test;
mod switching_cost;

pub use facts::{Bindings, LockInFacts};
pub use switch_test::{SwitchFacts, SwitchTestError, switch_test};
pub use switching_cost::{
    Occurrence, SwitchingCost, SwitchingCostError, SwitchingCostItem, SwitchingCostKind,
    SwitchingFacet, switching_cost,
};

use alloc::boxed::Box;

use chrono::NaiveDate;

use crate::form::{Several, lifting, record, several, with_others};
use crate::loyalty::cards::genuine::{GEN_06, GEN_09};
use crate::loyalty::cards::loyalty::LOY_06;
use crate::loyalty::day::{Day, lapsed};
use crate::loyalty::lock_in::facts::Ended;
use crate::loyalty::policy::LoyaltyPolicy;
use crate::verdict::{Assessment, Evidence, Fact, Presence, Reading, Recorder, Subject};
use crate::vocab::answers::SwitchOutcome;
use crate::vocab::known::{Grade, Known};
use crate::vocab::money::Money;
use crate::vocab::set::Set;
use crate::vocab::words::{Instrument, words};

record! {
    /// The lock-in of a customer, whether it likes us or not (锁定), GEN-06 and GEN-09.
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct LockIn {
        /// The level of lock-in.
        pub level: LockInLevel,
        /// The instruments that hold the customer.
        pub instruments: Set<Instrument>,
        /// The outcome of the switch test, if it can be made.
        pub switching: Option<SwitchOutcome>,
        /// The cost of moving, if somebody named one.
        pub cost: Option<SwitchingCost>,
    }
}

words! {
    /// The level of lock-in (锁定程度), less first.
    pub closed enum LockInLevel {
        /// The customer can leave.
        Low = "low", "free to leave", "可自由离开", "可自由離開";
        /// The customer cannot leave, or not without a loss that nobody makes good.
        High = "high", "held", "受锁定", "受鎖定";
    }
}

/// Assesses whether a customer is held, and by which instruments and costs.
///
/// A customer is held in three cases, and one of them is enough:
///
/// - An instrument that holds is in force (GEN-06).
/// - The customer has nowhere else to go (LOY-06).
/// - It would rather leave, and the cost of leaving is not made good (GEN-09).
///
/// The customer is free only if none of them holds it. A guess of ours may say that it is held, and
/// never that it is free. Of several statements of one fact the one that holds it counts. A statement
/// holds until its own last day, or for as long as the policy lets a word count. While one fact is open
/// and none holds the customer, there is no value. Lock-in makes no relationship.
///
/// # Errors
///
/// [`LockInError`] is returned when costs cannot be added up, or the gain is in another currency.
/// It holds the error of every cost, and that of the gain.
///
/// # Examples
///
/// ```
/// use keqing::loyalty::LoyaltyPolicy;
/// use keqing::loyalty::lock_in::{LockInFacts, LockInLevel, lock_in};
/// use keqing::vocab::known::{Grade, Statement};
/// use keqing::vocab::words::Instrument;
///
/// let date = |month, day| chrono::NaiveDate::from_ymd_opt(2024, month, day).ok_or("no such date");
/// let points = Statement::new(Instrument::LoyaltyPoints | Instrument::ServiceLevel, Grade::Measured);
/// let facts = LockInFacts::default()
///     .with_instruments(points.with_on(date(1, 1)?).with_until(date(6, 30)?));
/// let policy = LoyaltyPolicy::standard();
/// let found = lock_in(&policy, &facts, date(6, 30)?)?;
/// let held = found.value().ok_or("undetermined")?;
/// assert_eq!(held.level, LockInLevel::High);
/// assert_eq!(held.instruments, Instrument::LoyaltyPoints);
/// assert_eq!(lock_in(&policy, &facts, date(7, 1)?)?.value(), None, "the points have run out");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn lock_in(
    policy: &LoyaltyPolicy,
    facts: &LockInFacts,
    as_of: NaiveDate,
) -> Result<Assessment<LockIn>, LockInError> {
    let day = Day::of(policy, as_of);
    let facts = &*facts.with_costs_of(day);
    let held = Held::of(facts, day)?;
    Ok(Assessment::of(|r| consult(&facts.costs, &held, r)))
}

/// Returned when the switching costs or the switch test among lock-in facts are refused.
#[derive(Clone, Debug, Eq, thiserror::Error, PartialEq)]
#[non_exhaustive]
pub enum LockInError {
    /// Several costs, or the gain and the costs, are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// The costs cannot be added up.
    #[error(transparent)]
    SwitchingCost(SwitchingCostError),
    /// The gain cannot be compared with the costs.
    #[error(transparent)]
    SwitchTest(SwitchTestError),
}

several!(pub LockInError);

lifting! {
    LockInError:
    SwitchingCost(SwitchingCostError),
    SwitchTest(SwitchTestError),
}

/// The facts of the day, with the costs added up and compared with the gain before any rule is checked.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Held {
    binds: Bindings,
    ended: Ended,
    cost: Option<SwitchingCost>,
    switch: SwitchFacts,
    is_covered: Option<bool>,
}

impl Held {
    #[inline(always)]
    pub(crate) fn of(facts: &LockInFacts, day: Day) -> Result<Self, LockInError> {
        let cost = switching_cost::add(&facts.costs);
        let binds = facts.read(day, cost.as_ref().ok().copied().flatten());
        let cost = cost.map_err(|error| with_gain(error, binds.gain, &facts.costs))?;
        // Relational costs alone do not show whether anything holds the customer.
        let holding = cost.zip(switching_cost::lock_in_grade(&facts.costs));
        let switch = SwitchFacts {
            prefers_alternative: binds.prefers_alternative,
            gain: binds.gain,
            cost: holding.map_or(Known::Unknown, |(cost, grade)| {
                Known::graded(cost.lock_in, grade)
            }),
        };
        let is_covered = switch.is_covered()?;
        Ok(Self {
            binds,
            ended: facts.ended(day),
            cost,
            switch,
            is_covered,
        })
    }

    /// Returns the customer's own word that it would miss something.
    #[inline(always)]
    pub(crate) fn misses(&self) -> Known<Presence> {
        self.cost.map_or(Known::Unknown, |cost| cost.misses)
    }
}

/// Adds that the gain is in another currency than each of the costs, which cannot be added up.
#[cold]
fn with_gain(
    error: SwitchingCostError,
    gain: Known<Money>,
    costs: &[SwitchingCostItem],
) -> LockInError {
    let mixed = gain.value().and_then(|gain| {
        let mut compared =
            switching_cost::holding(costs).map(|cost| gain.same_currency(cost.amount));
        let first = compared.next()?.err()?;
        compared.all(|one| one.is_err()).then_some(first)
    });
    with_others(
        error.into(),
        mixed.map(|error| SwitchTestError::from(error).into()),
    )
}

#[inline(always)]
pub(crate) fn consult<R: Recorder>(
    costs: &[SwitchingCostItem],
    held: &Held,
    r: &mut R,
) -> Option<LockIn> {
    let (binds, ended) = (&held.binds, &held.ended);
    switching_cost::consult(costs, held.cost, r);
    let instruments = instruments(binds, ended.instruments, r);
    somewhere_to_go(binds.alternatives, ended.alternatives, r);
    let switching = tested(held, r);
    let holds = [
        held_by(binds.instruments.map(|_| !instruments.is_empty())),
        held_by(binds.alternatives.map(|there_is| !there_is.is_present())),
        match switching {
            Some(SwitchOutcome::Content) => Some(false),
            Some(SwitchOutcome::Locked) => Some(true),
            // A gain that makes the cost good locks nobody in, whatever the customer would rather do.
            Some(SwitchOutcome::Free) | None => {
                let is_free = held.is_covered == Some(true) && held.switch.is_own();
                is_free.then_some(false)
            }
        },
    ];
    let level = if holds.contains(&Some(true)) {
        Some(LockInLevel::High)
    } else if holds.contains(&None) {
        None
    } else {
        Some(LockInLevel::Low)
    };
    level.map(|level| LockIn {
        level,
        instruments,
        switching,
        cost: held.cost,
    })
}

/// Makes the switch test; a preference or a gain that has expired is missing since its day.
#[inline(always)]
fn tested<R: Recorder>(held: &Held, r: &mut R) -> Option<SwitchOutcome> {
    let (switch, ended) = (&held.switch, &held.ended);
    let whole = Subject::Relationship;
    let preference = (Fact::AlternativePreference, whole);
    if lapsed(
        &GEN_09,
        preference,
        &switch.prefers_alternative,
        ended.preference,
        r,
    ) {
        return None;
    }
    let would_leave = switch.prefers_alternative.value() == Some(&Presence::Present)
        && switch.prefers_alternative.grade() >= Some(Grade::OWN_WORD);
    let gain = (Fact::SwitchingGain, whole);
    if would_leave && switch.cost.is_known() && lapsed(&GEN_09, gain, &switch.gain, ended.gain, r) {
        return None;
    }
    switch_test::consult(switch, held.is_covered, r)
}

/// Returns whether a tie holds the customer: a guess may say so, and never that none does.
fn held_by(tie: Known<bool>) -> Option<bool> {
    match tie {
        Known::Given(told) if told.value || told.grade >= Grade::OWN_WORD => Some(told.value),
        _ => None,
    }
}

/// GEN-06: every instrument that holds the customer is named.
#[inline(always)]
fn instruments<R: Recorder>(
    binds: &Bindings,
    ended: Option<NaiveDate>,
    r: &mut R,
) -> Set<Instrument> {
    let holding = binds.instruments.map(facts::holding);
    let named = holding.into_value().unwrap_or_default();
    let (fact, whole) = (Fact::LockInInstrument, Subject::Relationship);
    if named.is_empty() && !lapsed(&GEN_06, (fact, whole), &holding, ended, r) {
        let is_free = |holding: Set<Instrument>| holding.is_empty();
        r.open(&GEN_06, (fact, whole), holding, is_free, |holding| {
            Reading::absent(!holding.is_empty())
        });
    }
    for instrument in named {
        r.refuse(&GEN_06, || {
            Evidence::absent(Fact::LockInInstrument, true).of(Subject::Instrument { instrument })
        });
    }
    named
}

/// LOY-06: a customer with nowhere else to go is held.
#[inline(always)]
fn somewhere_to_go<R: Recorder>(
    alternatives: Known<Presence>,
    ended: Option<NaiveDate>,
    r: &mut R,
) {
    let fact = Fact::Alternatives;
    if lapsed(
        &LOY_06,
        (fact, Subject::Relationship),
        &alternatives,
        ended,
        r,
    ) {
        return;
    }
    r.open(
        &LOY_06,
        fact,
        alternatives,
        Presence::is_present,
        |there_is| Reading::present(there_is.is_present()),
    );
}
