use chrono::NaiveDate;

use crate::receivable::interest::accrual::{accrue, accrue_daily};
use crate::receivable::interest::cap::cap_of;
use crate::receivable::interest::debt::{BalanceChangeKind, LateDebt};
use crate::receivable::interest::error::InterestError;
use crate::receivable::interest::held::{Held, Holds};
use crate::receivable::interest::place::{Place, WalkDays, later, next};
use crate::receivable::interest::policy::{InterestPolicy, RoundingPoint};
use crate::receivable::interest::rest::rest_date;
use crate::receivable::interest::segment::{Segment, SegmentEnd, Segments};
use crate::receivable::rate::{Compounding, LateRate};
use crate::vocab::money::{FractionalMoney, Money, RoundingMode};
use crate::vocab::rate::Rate;
use crate::vocab::time::Days;

/// Walks from the due date to the day asked about, one segment at a time.
///
/// Each step looks for the nearest day on which anything changes, and goes there.
#[derive(Debug)]
pub(super) struct Walk<'a> {
    pub(super) policy: &'a InterestPolicy,
    pub(super) rate: &'a LateRate,
    pub(super) debt: &'a LateDebt,
    holds: &'a Holds,
    cap: Option<FractionalMoney>,
    pub(super) at: Place,
}

impl<'a> Walk<'a> {
    /// Stands before the first day that bears interest.
    #[inline(always)]
    pub(super) fn begin(
        policy: &'a InterestPolicy,
        rate: &'a LateRate,
        debt: &'a LateDebt,
        holds: &'a Holds,
        days: WalkDays,
    ) -> Result<Self, InterestError> {
        let currency = debt.principal().currency();
        let nothing = FractionalMoney::zero(currency);
        let at = Place {
            dates: debt.rate_dates(days.default, days.asked),
            days,
            as_of: days.until,
            cursor: days.anchor,
            balance: debt.principal(),
            held: Held::nothing(currency),
            rate_changes: None,
            changes: 0,
            segments: 0,
            rests: 0,
            carried: nothing,
            accrued: nothing,
            is_capped: false,
            was_negative: false,
        };
        Self::from(policy, rate, debt, holds, at)
    }

    /// Stands at a place that an earlier walk has come to.
    #[inline(always)]
    pub(super) fn from(
        policy: &'a InterestPolicy,
        rate: &'a LateRate,
        debt: &'a LateDebt,
        holds: &'a Holds,
        at: Place,
    ) -> Result<Self, InterestError> {
        Ok(Self {
            policy,
            rate,
            debt,
            holds,
            cap: policy.cap().map(|cap| cap_of(cap, debt)).transpose()?,
            at,
        })
    }

    /// Takes in the changes of the days on which nothing is earned, and returns whether any other
    /// day is there.
    #[inline]
    pub(super) fn leave(&mut self) -> Result<bool, InterestError> {
        let days = self.at.days;
        // What is paid while nothing is earned yet was never late.
        self.apply_changes(days.free_until.min(days.asked))?;
        Ok(days.earn())
    }

    /// Walks to the end, one segment at a time.
    #[inline]
    pub(super) fn finish(&mut self, segments: &mut Segments) -> Result<(), InterestError> {
        if !self.leave()? {
            return Ok(());
        }
        while self.goes_on() {
            let (to, ends) = self.next_stop()?;
            let segment = self.step(to, ends)?;
            segments.push(segment);
        }
        self.arrive()
    }

    /// Returns whether there are days left on which something may be earned.
    #[inline]
    pub(super) fn goes_on(&self) -> bool {
        let at = &self.at;
        at.cursor < at.as_of && !at.balance.is_zero() && !at.is_capped
    }

    /// Takes in what was paid after the last day that earned anything, so that paying too much does
    /// not go unseen.
    #[inline]
    pub(super) fn arrive(&mut self) -> Result<(), InterestError> {
        if self.at.balance.is_zero() {
            self.apply_changes(self.at.days.asked)?;
        }
        Ok(())
    }

    /// Returns whether a rate below zero was met, which counted as zero.
    pub(super) const fn met_rate_below_zero(&self) -> bool {
        self.at.was_negative
    }

    /// Returns the exact interest up to here.
    #[inline]
    pub(super) fn earned(&self) -> Result<FractionalMoney, InterestError> {
        Ok(self.at.carried.checked_add(self.at.accrued)?)
    }

    /// Walks to the end of the next segment.
    #[inline(always)]
    pub(super) fn step(
        &mut self,
        to: NaiveDate,
        ends: SegmentEnd,
    ) -> Result<Segment, InterestError> {
        if self.at.segments == MOST_SEGMENTS {
            return Err(InterestError::TooManySegments {
                most: MOST_SEGMENTS,
            });
        }
        let paused = self.at.held.of(self.at.balance);
        let rate = if paused == self.at.balance {
            Rate::ZERO
        } else {
            self.rate.rate_on(&self.at.dates, next(self.at.cursor)?)?
        };
        self.at.was_negative |= rate.is_negative();
        let rate = if rate.is_negative() { Rate::ZERO } else { rate };
        let mut segment = self.segment(to, rate, paused, ends)?;
        if let Some(cap) = self.cap {
            let earned = self.earned()?;
            if earned
                .checked_add(segment.amount)?
                .checked_cmp(cap)?
                .is_ge()
            {
                segment = self.cut(segment, earned, cap)?;
                // Nothing is earned past the cap, so the walk ends here.
                self.at.is_capped = true;
            }
        }
        self.at.accrued = self.at.accrued.checked_add(segment.amount)?;
        self.at.cursor = segment.to;
        self.at.segments = self.at.segments.saturating_add(1);
        self.rest()?;
        self.apply_changes(self.at.cursor)?;
        Ok(segment)
    }

    /// Returns the next day on which anything changes, and the reason.
    #[inline(always)]
    pub(super) fn next_stop(&mut self) -> Result<(NaiveDate, SegmentEnd), InterestError> {
        let first = next(self.at.cursor)?;
        self.at.held.pass(self.holds, first)?;
        let changed = self.rate_change(first);
        let mut stop = (self.at.as_of, self.at.days.end());
        let mut sooner = |day: Option<NaiveDate>, why| {
            if let Some(day) = day.filter(|day| *day < stop.0) {
                stop = (day, why);
            }
        };
        let boundary = self.policy.day_count().next_boundary(self.at.cursor);
        sooner(boundary, SegmentEnd::YearBoundary);
        sooner(self.next_rest()?, SegmentEnd::Rest);
        sooner(
            changed.and_then(|day| day.pred_opt()),
            SegmentEnd::RateChange,
        );
        if let Some(change) = self.debt.changes().get(self.at.changes) {
            let why = match change.kind {
                BalanceChangeKind::CreditNote => SegmentEnd::CreditNote,
                BalanceChangeKind::Discount => SegmentEnd::Discount,
                BalanceChangeKind::Payment => SegmentEnd::Payment,
                BalanceChangeKind::WriteOff => SegmentEnd::WriteOff,
            };
            sooner(Some(change.date), why);
        }
        if let Some((day, grows)) = self.holds.next(&self.at.held) {
            let why = if grows {
                SegmentEnd::Pause
            } else {
                SegmentEnd::Resumption
            };
            sooner(day.pred_opt(), why);
        }
        Ok(stop)
    }

    /// Returns the first day after a day on which the rate changes; the steps of a rate are passed once.
    #[inline]
    fn rate_change(&mut self, first: NaiveDate) -> Option<NaiveDate> {
        match self.at.rate_changes {
            Some(known) if known.is_none_or(|day| first < day) => known,
            _ => {
                let found = self.rate.next_change(&self.at.dates, first);
                self.at.rate_changes = Some(found);
                found
            }
        }
    }

    /// Measures the segment from here to a day.
    #[inline(always)]
    fn segment(
        &self,
        to: NaiveDate,
        rate: Rate,
        paused: Money,
        ends: SegmentEnd,
    ) -> Result<Segment, InterestError> {
        let span = (self.at.cursor, to);
        measured(self.policy, self.at.balance, paused, rate, span, ends)
    }

    /// Cuts a segment at the first day on which the interest reaches its cap.
    #[cold]
    fn cut(
        &self,
        whole: Segment,
        earned: FractionalMoney,
        cap: FractionalMoney,
    ) -> Result<Segment, InterestError> {
        let nothing = Money::zero(whole.balance.currency());
        let paused = whole.paused.unwrap_or(nothing);
        let reaches = |days: u32| -> Result<Option<Segment>, InterestError> {
            let to = later(whole.from, days)?;
            let segment = self.segment(to, whole.rate, paused, SegmentEnd::Cap)?;
            let total = earned.checked_add(segment.amount)?;
            Ok(total.checked_cmp(cap)?.is_ge().then_some(segment))
        };
        let (mut low, mut high) = (0_u32, whole.days.count());
        let mut found = Segment {
            ends: SegmentEnd::Cap,
            ..whole
        };
        while low.saturating_add(1) < high {
            let middle = low.midpoint(high);
            match reaches(middle)? {
                Some(segment) => (high, found) = (middle, segment),
                None => low = middle,
            }
        }
        found.amount = cap.checked_sub(earned)?;
        Ok(found)
    }

    /// Returns the day of the next rest; `None` if interest is simple, or has become so.
    #[inline]
    fn next_rest(&self) -> Result<Option<NaiveDate>, InterestError> {
        let Compounding::Rests(rest) = self.policy.compounding() else {
            return Ok(None);
        };
        let count = self.at.rests.saturating_add(1);
        let out_of_range = InterestError::DateOutOfRange {
            after: self.at.days.anchor,
        };
        let day = rest_date(rest, self.at.days.anchor, count).ok_or(out_of_range)?;
        let last = self.policy.compounds_for();
        let last = last
            .map(|days| later(self.at.days.anchor, days.count()))
            .transpose()?;
        Ok(Some(day).filter(|day| last.is_none_or(|last| *day <= last)))
    }

    /// Carries the interest into the balance, if a rest is reached.
    #[inline]
    fn rest(&mut self) -> Result<(), InterestError> {
        if self.next_rest()? != Some(self.at.cursor) {
            return Ok(());
        }
        let places = self.policy.carried_places();
        let carried = match self.policy.rounding() {
            RoundingPoint::Final => self
                .at
                .accrued
                .round_to_places(places, RoundingMode::HalfEven)?,
            RoundingPoint::Daily | RoundingPoint::Segment => {
                self.at.accrued.round(self.policy.mode())?.money()
            }
        };
        self.at.balance = self.at.balance.checked_add(carried)?;
        self.at.carried = self.at.carried.checked_add(FractionalMoney::of(carried))?;
        self.at.accrued = FractionalMoney::zero(carried.currency());
        self.at.rests = self.at.rests.saturating_add(1);
        Ok(())
    }

    /// Takes off the payments and credit notes up to a day.
    #[inline]
    pub(super) fn apply_changes(&mut self, until: NaiveDate) -> Result<(), InterestError> {
        while let Some(change) = self.debt.changes().get(self.at.changes) {
            if change.date > until {
                break;
            }
            let left = self.at.balance.checked_sub(change.amount)?;
            if left.is_negative() {
                return Err(InterestError::Overpaid {
                    date: change.date,
                    amount: change.amount,
                    balance: self.at.balance,
                });
            }
            self.at.balance = left;
            self.at.changes = self.at.changes.saturating_add(1);
        }
        Ok(())
    }
}

/// More than any debt has: a century of changes every day comes to a third of it.
const MOST_SEGMENTS: usize = 100_000;

/// Measures the segment of a balance, of which a part is paused, between two days.
#[inline(always)]
pub(super) fn measured(
    policy: &InterestPolicy,
    balance: Money,
    paused: Money,
    rate: Rate,
    (from, to): (NaiveDate, NaiveDate),
    ends: SegmentEnd,
) -> Result<Segment, InterestError> {
    let mode = policy.mode();
    let fraction = policy.day_count().fraction(from, to)?;
    let bearing = if paused.is_zero() {
        balance
    } else {
        balance.checked_sub(paused)?
    };
    let amount = match policy.rounding() {
        RoundingPoint::Final => accrue(bearing, rate, fraction)?,
        RoundingPoint::Segment => {
            let rounded = accrue(bearing, rate, fraction)?.round(mode)?;
            FractionalMoney::of(rounded.money())
        }
        RoundingPoint::Daily => accrue_daily(bearing, rate, fraction, mode)?,
    };
    Ok(Segment {
        from,
        to,
        days: Days::between(from, to).unwrap_or(Days::new(0)),
        balance,
        paused: Some(paused).filter(|paused| !paused.is_zero()),
        rate,
        fraction,
        amount,
        ends,
    })
}
