use alloc::boxed::Box;

use thiserror::Error;

use crate::calendar::day_count::DayCount;
use crate::form::{Gathered, Several, checked, choice, record, several};
use crate::receivable::rate::Compounding;
use crate::vocab::money::{Money, RoundingMode};
use crate::vocab::share::Share;
use crate::vocab::time::Days;
use crate::vocab::words::words;

checked! {
    /// The policy by which late interest is counted, capped and rounded (计息办法).
    ///
    /// [`standard`](Self::standard) follows REC-03: simple interest by ACT/365F from the day after
    /// the due date, without grace, rounded once per debt, half to even.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::calendar::day_count::DayCount;
    /// use keqing::receivable::interest::{InterestPolicy, RoundingPoint};
    /// use keqing::vocab::money::RoundingMode;
    ///
    /// let policy = InterestPolicy::standard()
    ///     .with_day_count(DayCount::Actual360)
    ///     .with_rounding(RoundingPoint::Daily, RoundingMode::HalfUp);
    /// assert_eq!(policy.day_count(), DayCount::Actual360);
    /// ```
    #[derive(Copy, Hash)]
    pub struct InterestPolicy, checked by InterestPolicy::checked {
        /// The convention by which days become parts of a year. One that needs a reference period is an
        /// error.
        day_count: DayCount => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The treatment of unpaid interest: simple interest, or rests after a period.
        compounding: Compounding => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The days after the start of interest for which rests are made; `"none"` lets them go on. Simple
        /// interest does not read it.
        compounds_for: Option<Days> | "none" => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The days after the start of interest for which interest is earned at all; `"none"` lets it go on.
        runs_for: Option<Days> | "none" => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The decimal places of interest that a rest carries into the balance. They count only
        /// with rests and final rounding.
        carried_places: u32 where [0, MOST_PLACES as i128] => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The days after the due date that cost nothing, and the start of interest once they have passed.
        grace: Grace,
        /// The amount that is rounded: the interest of a counted day, of a segment, or of the debt once.
        rounding: RoundingPoint => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The direction of the rounding.
        mode: RoundingMode => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The most interest of a debt, an amount or a share of the principal; `"none"` sets none. An amount
        /// below zero is refused.
        cap: Option<Cap> | "none" => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The least interest once any is earned: raised to it, or not claimed below it; `"none"` sets none.
        /// An amount below zero is refused.
        minimum: Option<MinimumInterest> | "none" => "REC-03" "REC-04" "REC-06" "REC-07",
    }
}

impl InterestPolicy {
    /// Returns the documents' own policy.
    #[must_use]
    pub const fn standard() -> Self {
        Self {
            day_count: DayCount::Actual365Fixed,
            compounding: Compounding::Simple,
            compounds_for: None,
            runs_for: None,
            carried_places: 10,
            grace: Grace::NONE,
            rounding: RoundingPoint::Final,
            mode: RoundingMode::HalfEven,
            cap: None,
            minimum: None,
        }
    }

    /// Sets the convention by which days become parts of a year.
    #[must_use]
    pub const fn with_day_count(self, day_count: DayCount) -> Self {
        Self { day_count, ..self }
    }

    /// Sets simple interest, or compound interest with rests.
    #[must_use]
    pub const fn with_compounding(self, compounding: Compounding) -> Self {
        Self {
            compounding,
            ..self
        }
    }

    /// Sets the number of days after the start of interest for which rests are made; then it is
    /// simple.
    #[must_use]
    pub const fn with_compounding_for(self, days: Days) -> Self {
        Self {
            compounds_for: Some(days),
            ..self
        }
    }

    /// Sets the number of days after the start of interest for which interest is earned at all.
    ///
    /// # Examples
    ///
    /// A debt of 7300 EUR earns 2 EUR a day, and nothing from the eleventh day on.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::receivable::interest::{InterestPolicy, LateDebt, interest};
    /// use keqing::receivable::rate::LateRate;
    /// use keqing::vocab::time::Days;
    ///
    /// let date = |month, day| NaiveDate::from_ymd_opt(2023, month, day).ok_or("no such date");
    /// let debt = LateDebt::new("7300.00 EUR".parse()?, date(3, 1)?, date(3, 31)?)?;
    /// let rate = LateRate::agreed("10 % per year".parse()?);
    /// let policy = InterestPolicy::standard().with_running_for(Days::new(10));
    /// let found = interest(&policy, &rate, &debt, date(6, 30)?)?;
    /// assert_eq!(found.charged().to_string(), "20.00 EUR");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn with_running_for(self, days: Days) -> Self {
        Self {
            runs_for: Some(days),
            ..self
        }
    }

    /// Sets the number of decimal places of the interest that a rest carries into the balance.
    ///
    /// It matters only for compound interest that is rounded at the end. Otherwise the carried
    /// interest is rounded already.
    ///
    /// # Errors
    ///
    /// [`InterestPolicyError::TooManyPlaces`] is returned when the places are more than 20.
    pub fn with_carried_places(self, places: u32) -> Result<Self, InterestPolicyError> {
        Self {
            carried_places: places,
            ..self
        }
        .checked()
    }

    /// Sets the days of grace.
    #[must_use]
    pub const fn with_grace(self, grace: Grace) -> Self {
        Self { grace, ..self }
    }

    /// Sets the amount that is rounded, and the direction.
    #[must_use]
    pub const fn with_rounding(self, rounding: RoundingPoint, mode: RoundingMode) -> Self {
        Self {
            rounding,
            mode,
            ..self
        }
    }

    /// Sets the largest interest of a debt.
    ///
    /// # Errors
    ///
    /// [`InterestPolicyError::NegativeAmount`] is returned when the cap is below zero.
    pub fn with_cap(self, cap: Cap) -> Result<Self, InterestPolicyError> {
        Self {
            cap: Some(cap),
            ..self
        }
        .checked()
    }

    /// Sets the largest interest of a debt to an amount of interest, which is not below zero.
    pub(crate) const fn capped_at(self, interest: Money) -> Self {
        Self {
            cap: Some(Cap::Amount(interest)),
            ..self
        }
    }

    /// Sets the least interest.
    ///
    /// # Errors
    ///
    /// [`InterestPolicyError::NegativeAmount`] is returned when the amount is below zero.
    pub fn with_minimum(self, minimum: MinimumInterest) -> Result<Self, InterestPolicyError> {
        Self {
            minimum: Some(minimum),
            ..self
        }
        .checked()
    }

    /// Returns the day count.
    #[must_use]
    #[inline]
    pub const fn day_count(&self) -> DayCount {
        self.day_count
    }

    /// Returns the treatment of unpaid interest.
    #[must_use]
    pub const fn compounding(&self) -> Compounding {
        self.compounding
    }

    /// Returns the number of days after the start of interest at which rests end; `None` if they go
    /// on.
    #[must_use]
    pub const fn compounds_for(&self) -> Option<Days> {
        self.compounds_for
    }

    /// Returns the number of days after the start of interest for which interest is earned; `None` if it
    /// goes on.
    #[must_use]
    pub const fn runs_for(&self) -> Option<Days> {
        self.runs_for
    }

    /// Returns the decimal places of interest that is carried into the balance.
    #[must_use]
    pub const fn carried_places(&self) -> u32 {
        self.carried_places
    }

    /// Returns the grace.
    #[must_use]
    pub const fn grace(&self) -> Grace {
        self.grace
    }

    /// Returns the amount that is rounded.
    #[must_use]
    pub const fn rounding(&self) -> RoundingPoint {
        self.rounding
    }

    /// Returns the direction of the rounding.
    #[must_use]
    pub const fn mode(&self) -> RoundingMode {
        self.mode
    }

    /// Returns the cap, if there is one.
    #[must_use]
    pub const fn cap(&self) -> Option<Cap> {
        self.cap
    }

    /// Returns the least interest, if there is one.
    #[must_use]
    pub const fn minimum(&self) -> Option<MinimumInterest> {
        self.minimum
    }

    fn checked(self) -> Result<Self, InterestPolicyError> {
        use MinimumInterest::{AtLeast, NothingBelow};
        let mut errors = Gathered::new();
        let given = self.carried_places;
        if given > MOST_PLACES {
            errors.keep(InterestPolicyError::TooManyPlaces { given });
        }
        let cap = match self.cap {
            Some(Cap::Amount(given)) => Some(given),
            _ => None,
        };
        let minimum = self
            .minimum
            .map(|(AtLeast(given) | NothingBelow(given))| given);
        for given in [cap, minimum].into_iter().flatten() {
            if given.is_negative() {
                errors.keep(InterestPolicyError::NegativeAmount { given });
            }
        }
        errors.settle(|| self)
    }
}

record! {
    /// The days of grace after the due date, which bear no interest if payment comes in them (宽限期).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct Grace {
        /// The number of days after the due date that cost nothing.
        pub days: Days => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The day from which interest is counted once they have passed.
        pub then: GraceEnd => "REC-03" "REC-04" "REC-06" "REC-07",
    }
}

impl Grace {
    /// No grace.
    pub const NONE: Self = Self::new(Days::new(0), GraceEnd::FromDueDate);

    /// Makes a grace of this number of days.
    #[must_use]
    pub const fn new(days: Days, then: GraceEnd) -> Self {
        Self { days, then }
    }
}

words! {
    /// The day from which interest is counted once the grace has passed (宽限期满后起算).
    pub closed enum GraceEnd {
        /// The due date: the grace is only for those who pay within it.
        FromDueDate = "from-due-date", "from the due date", "自到期日起算", "自到期日起算";
        /// The end of the grace: its days never bear interest.
        FromGraceEnd = "from-grace-end", "from the end of the grace period", "自宽限期满起算", "自寬限期滿起算";
    }
}

words! {
    /// The amount that is rounded to the smallest unit (舍入时点).
    pub closed enum RoundingPoint {
        /// The interest of one counted day, which is then multiplied by the days.
        Daily = "daily", "each day", "逐日舍入", "逐日捨入";
        /// The interest of the debt, once.
        Final = "final", "once at the end", "最终一次舍入", "最終一次捨入";
        /// The interest of each segment.
        Segment = "segment", "each segment", "逐段舍入", "逐段捨入";
    }
}

choice! {
    /// The largest interest that a debt bears (利息上限).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub enum Cap {
        /// An amount, in the currency of the debt.
        Amount(Money),
        /// A share of the original principal.
        ShareOfPrincipal(Share),
    }
}

choice! {
    /// The least interest that is claimed, once any is earned (利息下限).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub enum MinimumInterest {
        /// Smaller interest is raised to this amount.
        AtLeast(Money),
        /// Interest below this amount is not claimed.
        NothingBelow(Money),
    }
}

/// Returned when an interest policy contradicts itself.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum InterestPolicyError {
    /// A cap or a minimum is below zero.
    #[error("a bound of {given} on interest, expected nothing or more")]
    NegativeAmount {
        /// The amount given.
        given: Money,
    },
    /// Several numbers are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// The interest would be carried with too many decimal places.
    #[error("interest carried to {given} decimal places, expected at most 20")]
    TooManyPlaces {
        /// The number of places given.
        given: u32,
    },
}

several!(pub InterestPolicyError);

const MOST_PLACES: u32 = 20;
