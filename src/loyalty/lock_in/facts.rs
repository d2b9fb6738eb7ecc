use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::cmp::Ordering;

use chrono::NaiveDate;

use crate::form::record;
use crate::loyalty::day::Day;
use crate::loyalty::lock_in::switching_cost::{self, SwitchingCost, SwitchingCostItem};
use crate::verdict::Presence;
use crate::vocab::known::{DayReader, Grade, Known, Lasting, Stated};
use crate::vocab::money::Money;
use crate::vocab::set::Set;
use crate::vocab::words::Instrument;

record! {
    /// The dated facts that show whether a customer is held against its will (锁定事实).
    #[non_exhaustive]
    #[derive(Default, Hash)]
    #[serde(default)]
    pub struct LockInFacts {
        /// The instruments in force, of either kind; known to be none is an empty list.
        pub instruments: Stated<Set<Instrument>> => with_instruments,
        /// The presence of another supplier to whom the customer can go (LOY-06).
        pub alternatives: Stated<Presence> => with_alternatives,
        /// The customer's preference for buying elsewhere; an estimate never suffices.
        pub prefers_alternative: Stated<Presence> => with_prefers_alternative,
        /// The customer's gain elsewhere over the time it plans for, less the cost of risk.
        pub gain: Stated<Money> => with_gain,
        /// The costs of moving; empty if nobody named any.
        pub costs: Vec<SwitchingCostItem> => with_costs,
    }
}

record! {
    /// The facts that bear on lock-in as they stand on a day, beside the costs of moving (当日锁定情况).
    #[non_exhaustive]
    #[derive(Copy, Default, Hash)]
    #[serde(default)]
    pub struct Bindings {
        /// The instruments in force, of either kind; known to be none is an empty list.
        pub instruments: Known<Set<Instrument>> => with_instruments,
        /// The presence of another supplier to whom the customer can go (LOY-06).
        pub alternatives: Known<Presence> => with_alternatives,
        /// The customer's preference for buying elsewhere; an estimate never suffices.
        pub prefers_alternative: Known<Presence> => with_prefers_alternative,
        /// The customer's gain elsewhere over the time it plans for, less the cost of risk.
        pub gain: Known<Money> => with_gain,
    }
}

/// The first days without a fact, where all statements of it have ended.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ended {
    pub(crate) instruments: Option<NaiveDate>,
    pub(crate) alternatives: Option<NaiveDate>,
    pub(crate) preference: Option<NaiveDate>,
    pub(crate) gain: Option<NaiveDate>,
}

impl LockInFacts {
    /// Returns the facts that hold on a day.
    ///
    /// Of several statements the strictest counts: the one by which the customer is held.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::loyalty::lock_in::LockInFacts;
    /// use keqing::verdict::Presence;
    /// use keqing::vocab::known::{Grade, Known, Lasting, Stated, Statement};
    ///
    /// let day = |day| chrono::NaiveDate::from_ymd_opt(2024, 3, day).ok_or("no such date");
    /// let facts = LockInFacts::default().with_alternatives(Stated::several([
    ///     Statement::new(Presence::Present, Grade::CustomerStated).with_on(day(1)?),
    ///     Statement::new(Presence::Absent, Grade::CustomerStated).with_on(day(2)?),
    /// ]));
    /// let always = Lasting::State(None);
    /// assert_eq!(facts.on(day(1)?, always).alternatives, Known::customer_stated(Presence::Present));
    /// assert_eq!(facts.on(day(2)?, always).alternatives, Known::customer_stated(Presence::Absent));
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn on(&self, as_of: NaiveDate, lasting: Lasting) -> Bindings {
        let cost = switching_cost::add(&self.costs).ok().flatten();
        self.read(Day { as_of, lasting }, cost)
    }

    /// Returns whether a cost has the day on which it was learnt.
    #[inline(always)]
    pub(crate) fn has_dated_costs(&self) -> bool {
        self.costs.iter().any(|cost| cost.on.is_some())
    }

    /// Leaves out the costs that were learnt after the day of the reader.
    ///
    /// One that has expired is a guess, which may say that the customer is held and never that it is free.
    pub(crate) fn read_costs(&mut self, lasting: Lasting, reader: &mut DayReader) {
        self.costs.retain(|cost| !reader.is_ahead(cost.on));
        for cost in &mut self.costs {
            let facet = cost.facet;
            if !reader.is_fresh(cost.on, lasting, format_args!("lock-in.costs[{facet}]")) {
                cost.grade = Grade::Estimated;
            }
        }
    }

    /// Returns the facts with the costs as they stand on a day.
    pub(crate) fn with_costs_of(&self, day: Day) -> Cow<'_, Self> {
        if !self.has_dated_costs() {
            return Cow::Borrowed(self);
        }
        let mut facts = self.clone();
        facts.read_costs(day.lasting, &mut DayReader::new(day.as_of, "loyalty"));
        Cow::Owned(facts)
    }

    #[inline(always)]
    pub(crate) fn read(&self, day: Day, cost: Option<SwitchingCost>) -> Bindings {
        let covers = |gain: &Money| {
            cost.is_none_or(|cost| gain.checked_cmp(cost.lock_in) == Ok(Ordering::Greater))
        };
        Bindings {
            instruments: day.gate(&self.instruments, |in_force| holding(*in_force).is_empty()),
            alternatives: day.gate(&self.alternatives, |there_is| there_is.is_present()),
            prefers_alternative: day
                .gate(&self.prefers_alternative, |prefers| !prefers.is_present()),
            gain: day.gate(&self.gain, covers),
        }
    }

    #[inline(always)]
    pub(crate) fn ended(&self, day: Day) -> Ended {
        Ended {
            instruments: day.ended(&self.instruments),
            alternatives: day.ended(&self.alternatives),
            preference: day.ended(&self.prefers_alternative),
            gain: day.ended(&self.gain),
        }
    }
}

/// Returns the instruments that hold a customer.
#[inline(always)]
pub(crate) fn holding(in_force: Set<Instrument>) -> Set<Instrument> {
    in_force.iter().filter(|one| one.holds()).collect()
}
