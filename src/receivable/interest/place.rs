use chrono::{Days as Span, NaiveDate};

use crate::receivable::interest::debt::LateDebt;
use crate::receivable::interest::error::InterestError;
use crate::receivable::interest::held::Held;
use crate::receivable::interest::policy::{GraceEnd, InterestPolicy};
use crate::receivable::interest::segment::SegmentEnd;
use crate::receivable::rate::RateDates;
use crate::vocab::money::{FractionalMoney, Money};

/// The place that a walk has come to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) dates: RateDates,
    pub(super) days: WalkDays,
    /// The end of the walk: the day asked about, or the last on which interest runs.
    pub(super) as_of: NaiveDate,
    pub(super) cursor: NaiveDate,
    pub(super) balance: Money,
    pub(super) held: Held,
    /// The day of the next change of the rate, once it was looked up.
    pub(super) rate_changes: Option<Option<NaiveDate>>,
    /// The number of the debt's changes that are in the balance.
    pub(super) changes: usize,
    /// The number of segments so far.
    pub(super) segments: usize,
    /// The number of rests that have passed.
    pub(super) rests: u32,
    /// The interest earned up to the last rest.
    pub(super) carried: FractionalMoney,
    /// The interest earned since the last rest.
    pub(super) accrued: FractionalMoney,
    pub(super) is_capped: bool,
    pub(super) was_negative: bool,
}

/// The days between which a walk goes.
#[derive(Clone, Copy, Debug)]
pub(super) struct WalkDays {
    /// The day before the first that bears interest, from which rests are counted.
    pub(super) anchor: NaiveDate,
    /// The first day of default.
    pub(super) default: NaiveDate,
    /// The last day on which nothing is earned.
    pub(super) free_until: NaiveDate,
    /// The day asked about.
    pub(super) asked: NaiveDate,
    /// The last day that may earn: the day asked about, or the last on which interest runs.
    pub(super) until: NaiveDate,
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
        let anchor = match grace.then {
            GraceEnd::FromDueDate => debt.due(),
            GraceEnd::FromGraceEnd => free_until,
        };
        Ok(Self {
            anchor,
            // Nothing is in default before the due date has passed, and on the last day there is it never has.
            default: if asked <= debt.due() {
                debt.due()
            } else {
                next(debt.due())?
            },
            free_until,
            asked,
            until: match policy.runs_for() {
                Some(days) => later(anchor, days.count())?.min(asked),
                None => asked,
            },
        })
    }
}

impl WalkDays {
    /// Returns whether there is a day on which something may be earned.
    pub(super) fn earn(&self) -> bool {
        self.free_until < self.asked && self.anchor < self.until
    }

    /// Returns the reason for which the walk ends.
    pub(super) fn end(&self) -> SegmentEnd {
        if self.until < self.asked {
            SegmentEnd::InterestEnd
        } else {
            SegmentEnd::AsOf
        }
    }
}

impl Place {
    /// Returns the number of changes that are in the balance, and counts from the next one on.
    pub(super) fn take_changes(&mut self) -> usize {
        core::mem::take(&mut self.changes)
    }

    /// Returns the place, from which a walk goes on to a later day.
    pub(super) fn until(self, days: WalkDays) -> Self {
        Self {
            days,
            as_of: days.until,
            ..self
        }
    }
}

#[inline]
pub(super) fn later(date: NaiveDate, days: u32) -> Result<NaiveDate, InterestError> {
    if days == 0 {
        return Ok(date);
    }
    date.checked_add_days(Span::new(u64::from(days)))
        .ok_or(InterestError::DateOutOfRange { after: date })
}

#[inline]
pub(super) fn next(date: NaiveDate) -> Result<NaiveDate, InterestError> {
    date.succ_opt()
        .ok_or(InterestError::DateOutOfRange { after: date })
}
