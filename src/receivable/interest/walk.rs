use chrono::{Days as Span, Months, NaiveDate};

use crate::receivable::interest::accrual::{accrue, accrue_daily};
use crate::receivable::interest::debt::{BalanceChangeKind, LateDebt};
use crate::receivable::interest::error::InterestError;
use crate::receivable::interest::policy::{Cap, GraceEnd, InterestPolicy, RoundingPoint};
use crate::receivable::interest::segment::{Segment, SegmentEnd, Segments};
use crate::receivable::rate::{Compounding, LateRate, RateDates, Rest};
use crate::vocab::money::{FractionalMoney, Money, RoundingMode};
use crate::vocab::rate::Rate;
use crate::vocab::time::Days;

/// Walks from the due date to the day asked about, one segment at a time.
///
/// Each step looks for the nearest day on which anything changes, and goes there.
#[derive(Debug)]
pub(super) struct Walk<'a> {
    policy: &'a InterestPolicy,
    rate: &'a LateRate,
    debt: &'a LateDebt,
    dates: RateDates,
    days: WalkDays,
    /// The end of the walk: the day asked about, or the one on which the cap is met.
    as_of: NaiveDate,
    cursor: NaiveDate,
    balance: Money,
    /// The number of the debt's changes that are in the balance.
    changes: usize,
    /// The number of rests that have passed.
    rests: u32,
    /// The interest earned up to the last rest.
    carried: FractionalMoney,
    /// The interest earned since the last rest.
    accrued: FractionalMoney,
    cap: Option<FractionalMoney>,
}

/// The days between which a walk goes.
#[derive(Clone, Copy, Debug)]
pub(super) struct WalkDays {
    /// The day before the first that bears interest, from which rests are counted.
    anchor: NaiveDate,
    /// The first day of default.
    default: NaiveDate,
    /// The last day on which nothing is earned.
    free_until: NaiveDate,
    /// The day asked about.
    asked: NaiveDate,
}

impl WalkDays {
    #[inline(always)]
    pub(super) fn of(
        policy: &InterestPolicy,
        debt: &LateDebt,
        asked: NaiveDate,
    ) -> Result<Self, InterestError> {
        if asked < debt.issued() {
            let (as_of, issued) = (asked, debt.issued());
            return Err(InterestError::AsOfBeforeIssue { as_of, issued });
        }
        let grace = policy.grace();
        let free_until = later(debt.due(), grace.days.count())?;
        Ok(Self {
            anchor: match grace.then {
                GraceEnd::FromDueDate => debt.due(),
                GraceEnd::FromGraceEnd => free_until,
            },
            // Nothing is in default before the due date has passed, and on the last day there is it never has.
            default: if asked <= debt.due() {
                debt.due()
            } else {
                next(debt.due())?
            },
            free_until,
            asked,
        })
    }
}

impl<'a> Walk<'a> {
    /// Stands before the first day that bears interest.
    #[inline(always)]
    pub(super) fn begin(
        policy: &'a InterestPolicy,
        rate: &'a LateRate,
        debt: &'a LateDebt,
        days: WalkDays,
        cap: Option<FractionalMoney>,
    ) -> Self {
        let nothing = FractionalMoney::zero(debt.principal().currency());
        Self {
            policy,
            rate,
            debt,
            dates: debt.rate_dates(days.default, days.asked),
            days,
            as_of: days.asked,
            cursor: days.anchor,
            balance: debt.principal(),
            changes: 0,
            rests: 0,
            carried: nothing,
            accrued: nothing,
            cap,
        }
    }

    /// Walks to the end, one segment at a time.
    #[inline]
    pub(super) fn finish(&mut self, segments: &mut Segments) -> Result<(), InterestError> {
        let WalkDays {
            asked, free_until, ..
        } = self.days;
        // What is paid while nothing is earned yet was never late.
        self.apply_changes(free_until.min(asked))?;
        if asked <= free_until {
            return Ok(());
        }
        while self.cursor < self.as_of && !self.balance.is_zero() {
            if segments.len() == MOST_SEGMENTS {
                return Err(InterestError::TooManySegments {
                    most: MOST_SEGMENTS,
                });
            }
            let segment = self.step()?;
            segments.push(segment);
        }
        // What was paid after the last day that earned anything is taken in too, so that paying too much
        // does not go unseen.
        if self.balance.is_zero() {
            self.apply_changes(asked)?;
        }
        Ok(())
    }

    /// Returns the exact interest up to here.
    #[inline]
    pub(super) fn earned(&self) -> Result<FractionalMoney, InterestError> {
        Ok(self.carried.checked_add(self.accrued)?)
    }

    /// Walks to the end of the next segment.
    #[inline(always)]
    fn step(&mut self) -> Result<Segment, InterestError> {
        let (to, ends, paused) = self.next_stop()?;
        let rate = if paused {
            Rate::ZERO
        } else {
            self.rate.rate_on(&self.dates, next(self.cursor)?)?
        };
        let mut segment = self.segment(to, rate, ends)?;
        if let Some(cap) = self.cap {
            let earned = self.earned()?;
            if earned
                .checked_add(segment.amount)?
                .checked_cmp(cap)?
                .is_ge()
            {
                segment = self.cut(segment, earned, cap)?;
                // Nothing is earned past the cap, so the walk ends here.
                self.as_of = segment.to;
            }
        }
        self.accrued = self.accrued.checked_add(segment.amount)?;
        self.cursor = segment.to;
        self.rest()?;
        self.apply_changes(self.cursor)?;
        Ok(segment)
    }

    /// Returns the next day on which anything changes, the reason, and whether interest is paused
    /// until then.
    #[inline(always)]
    fn next_stop(&self) -> Result<(NaiveDate, SegmentEnd, bool), InterestError> {
        let first = next(self.cursor)?;
        let mut stop = (self.as_of, SegmentEnd::AsOf);
        let mut sooner = |day: Option<NaiveDate>, why| {
            if let Some(day) = day.filter(|day| *day < stop.0) {
                stop = (day, why);
            }
        };
        let boundary = self.policy.day_count().next_boundary(self.cursor);
        sooner(boundary, SegmentEnd::YearBoundary);
        sooner(self.next_rest()?, SegmentEnd::Rest);
        let changed = self.rate.next_change(&self.dates, first);
        sooner(
            changed.and_then(|day| day.pred_opt()),
            SegmentEnd::RateChange,
        );
        if let Some(change) = self.debt.changes().get(self.changes) {
            let why = match change.kind {
                BalanceChangeKind::CreditNote => SegmentEnd::CreditNote,
                BalanceChangeKind::Payment => SegmentEnd::Payment,
            };
            sooner(Some(change.date), why);
        }
        let pause = self
            .debt
            .pauses()
            .iter()
            .find(|pause| pause.to.is_none_or(|to| to > first));
        let paused = pause.is_some_and(|pause| pause.from <= first);
        if let Some(pause) = pause {
            let (day, why) = if paused {
                (pause.to, SegmentEnd::Resumption)
            } else {
                (Some(pause.from), SegmentEnd::Pause)
            };
            sooner(day.and_then(|day| day.pred_opt()), why);
        }
        Ok((stop.0, stop.1, paused))
    }

    /// Measures the segment from here to a day.
    #[inline(always)]
    fn segment(
        &self,
        to: NaiveDate,
        rate: Rate,
        ends: SegmentEnd,
    ) -> Result<Segment, InterestError> {
        let from = self.cursor;
        let (balance, mode) = (self.balance, self.policy.mode());
        let fraction = self.policy.day_count().fraction(from, to)?;
        let amount = match self.policy.rounding() {
            RoundingPoint::Final => accrue(balance, rate, fraction)?,
            RoundingPoint::Segment => {
                let rounded = accrue(balance, rate, fraction)?.round(mode)?;
                FractionalMoney::of(rounded.money())
            }
            RoundingPoint::Daily => accrue_daily(balance, rate, fraction, mode)?,
        };
        Ok(Segment {
            from,
            to,
            days: Days::between(from, to).unwrap_or(Days::new(0)),
            balance,
            rate,
            fraction,
            amount,
            ends,
        })
    }

    /// Cuts a segment at the first day on which the interest reaches its cap.
    #[cold]
    fn cut(
        &self,
        whole: Segment,
        earned: FractionalMoney,
        cap: FractionalMoney,
    ) -> Result<Segment, InterestError> {
        let reaches = |days: u32| -> Result<Option<Segment>, InterestError> {
            let to = later(whole.from, days)?;
            let segment = self.segment(to, whole.rate, SegmentEnd::Cap)?;
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
        let count = self.rests.saturating_add(1);
        let out_of_range = InterestError::DateOutOfRange {
            after: self.days.anchor,
        };
        let day = rest_date(rest, self.days.anchor, count).ok_or(out_of_range)?;
        let last = self.policy.compounds_for();
        let last = last
            .map(|days| later(self.days.anchor, days.count()))
            .transpose()?;
        Ok(Some(day).filter(|day| last.is_none_or(|last| *day <= last)))
    }

    /// Carries the interest into the balance, if a rest is reached.
    #[inline]
    fn rest(&mut self) -> Result<(), InterestError> {
        if self.next_rest()? != Some(self.cursor) {
            return Ok(());
        }
        let places = self.policy.carried_places();
        let carried = match self.policy.rounding() {
            RoundingPoint::Final => self
                .accrued
                .round_to_places(places, RoundingMode::HalfEven)?,
            RoundingPoint::Daily | RoundingPoint::Segment => {
                self.accrued.round(self.policy.mode())?.money()
            }
        };
        self.balance = self.balance.checked_add(carried)?;
        self.carried = self.carried.checked_add(FractionalMoney::of(carried))?;
        self.accrued = FractionalMoney::zero(carried.currency());
        self.rests = self.rests.saturating_add(1);
        Ok(())
    }

    /// Takes off the payments and credit notes up to a day.
    #[inline]
    fn apply_changes(&mut self, until: NaiveDate) -> Result<(), InterestError> {
        while let Some(change) = self.debt.changes().get(self.changes) {
            if change.date > until {
                break;
            }
            let left = self.balance.checked_sub(change.amount)?;
            if left.is_negative() {
                return Err(InterestError::Overpaid {
                    date: change.date,
                    amount: change.amount,
                    balance: self.balance,
                });
            }
            self.balance = left;
            self.changes = self.changes.saturating_add(1);
        }
        Ok(())
    }
}

/// Returns the cap as an amount, in the currency of the debt.
pub(super) fn cap_of(cap: Cap, debt: &LateDebt) -> Result<FractionalMoney, InterestError> {
    let principal = FractionalMoney::of(debt.principal());
    Ok(match cap {
        Cap::Amount(amount) => {
            debt.principal().checked_cmp(amount)?;
            FractionalMoney::of(amount)
        }
        Cap::ShareOfPrincipal(share) => {
            principal.checked_mul(i128::from(share.part()), i128::from(share.whole()))?
        }
    })
}

/// Returns the day of a rest by its number, always counted from the anchor.
fn rest_date(rest: Rest, anchor: NaiveDate, count: u32) -> Option<NaiveDate> {
    let months = |each: u32| anchor.checked_add_months(Months::new(count.checked_mul(each)?));
    match rest {
        Rest::ThirtyDays => {
            let days = u64::from(count).checked_mul(30)?;
            anchor.checked_add_days(Span::new(days))
        }
        Rest::Month => months(1),
        Rest::Quarter => months(3),
        Rest::Year => months(12),
    }
}

#[inline]
fn later(date: NaiveDate, days: u32) -> Result<NaiveDate, InterestError> {
    if days == 0 {
        return Ok(date);
    }
    date.checked_add_days(Span::new(u64::from(days)))
        .ok_or(InterestError::DateOutOfRange { after: date })
}

#[inline]
fn next(date: NaiveDate) -> Result<NaiveDate, InterestError> {
    date.succ_opt()
        .ok_or(InterestError::DateOutOfRange { after: date })
}

/// More than any debt has: a century of changes every day comes to a third of it.
const MOST_SEGMENTS: usize = 100_000;
