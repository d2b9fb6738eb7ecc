use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::form::choice;
use crate::receivable::rate::dates::RateDates;
use crate::receivable::rate::error::LateRateError;
use crate::receivable::rate::reference::ReferenceRate;
use crate::receivable::rate::sampling::RateReset;
use crate::vocab::rate::Rate;

/// The rate that each day of lateness bears (迟付利率): agreed, following a reference, or both.
///
/// An agreed rate may have the reference as its floor.
///
/// # Examples
///
/// A British debt keeps the rate of the half-year in which it fell overdue; a German one does not.
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::receivable::rate::{
///     RateReset, LateRate, RateDates, RateSeries, RateStep, ReferenceRate, RateFixing,
/// };
/// use keqing::vocab::rate::Rate;
///
/// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
/// let bank_rate = RateSeries::new([
///     RateStep::new(date(2023, 8, 3)?, "5.25 % per year".parse()?),
///     RateStep::new(date(2024, 8, 1)?, "5 % per year".parse()?),
/// ])?;
/// let eight_over = ReferenceRate::over(bank_rate, Rate::basis_points(800))
///     .with_sampling(RateFixing::PrecedingHalfYearEnd);
/// let british = LateRate::referenced(eight_over.clone().with_binding(RateReset::FixedAtDefault));
/// let floating = LateRate::referenced(eight_over);
///
/// let dates = RateDates::new(date(2024, 6, 1)?, date(2025, 3, 1)?);
/// let late = date(2025, 2, 1)?;
/// assert_eq!(british.rate_on(&dates, late)?, "13.25 % per year".parse()?);
/// assert_eq!(british.next_change(&dates, dates.default), None);
/// assert_eq!(floating.rate_on(&dates, late)?, "13 % per year".parse()?);
/// assert_eq!(floating.next_change(&dates, dates.default), Some(date(2025, 1, 1)?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(transparent)]
pub struct LateRate {
    basis: Basis,
}

crate::form::mirrored! { LateRate as Basis; }

impl LateRate {
    /// Makes a rate that the contract sets, whatever any reference rate does.
    #[must_use]
    pub const fn agreed(rate: Rate) -> Self {
        Self {
            basis: Basis::Agreed(rate),
        }
    }

    /// Makes a rate that the contract sets, but at least the one that follows from the reference
    /// rate.
    #[must_use]
    pub const fn agreed_at_least(agreed: Rate, floor: ReferenceRate) -> Self {
        Self {
            basis: Basis::AgreedAtLeast { agreed, floor },
        }
    }

    /// Makes a rate that follows from a reference rate.
    #[must_use]
    pub const fn referenced(reference: ReferenceRate) -> Self {
        Self {
            basis: Basis::Referenced(reference),
        }
    }

    /// Returns the rate that a day of lateness bears.
    ///
    /// # Errors
    ///
    /// [`LateRateError`] is returned when the reference rate is unknown on the day it is read. It
    /// is also returned when a needed contract date is missing, or the rate is out of range.
    #[inline]
    pub fn rate_on(&self, dates: &RateDates, day: NaiveDate) -> Result<Rate, LateRateError> {
        match &self.basis {
            Basis::Agreed(rate) => Ok(*rate),
            Basis::AgreedAtLeast { agreed, floor } => {
                floor.rate_on(dates, day).map(|floor| floor.max(*agreed))
            }
            Basis::Referenced(reference) => reference.rate_on(dates, day),
        }
    }

    /// Returns the agreed rate, if no reference rate has a part in it.
    #[inline]
    pub(crate) const fn agreed_alone(&self) -> Option<Rate> {
        match self.basis {
            Basis::Agreed(rate) => Some(rate),
            _ => None,
        }
    }

    /// Returns the first day after a day that bears another rate, or whose rate becomes known or
    /// unknown. It is `None` if that never happens, as with every binding but
    /// [`RateReset::Floating`].
    #[must_use]
    #[inline]
    pub fn next_change(&self, dates: &RateDates, after: NaiveDate) -> Option<NaiveDate> {
        let reference = self.reference()?;
        if reference.binding() != RateReset::Floating {
            return None;
        }
        let now = self.rate_on(dates, after).ok();
        let mut day = after;
        loop {
            // Each step of the series is passed at most once.
            day = reference.next_reading(day)?;
            if self.rate_on(dates, day).ok() != now {
                return Some(day);
            }
        }
    }

    /// Returns whether the rate of every day follows from the day of payment.
    pub(crate) fn is_bound_to_payment(&self) -> bool {
        let binding = self.reference().map(ReferenceRate::binding);
        binding == Some(RateReset::AtPaymentDate)
    }

    /// Returns the reference that the rate follows or may not fall below, if there is one.
    #[must_use]
    pub const fn reference(&self) -> Option<&ReferenceRate> {
        match &self.basis {
            Basis::Agreed(_) => None,
            Basis::AgreedAtLeast { floor, .. } => Some(floor),
            Basis::Referenced(reference) => Some(reference),
        }
    }
}

choice! {
    #[derive(Hash)]
    enum Basis {
        /// The rate that the contract sets, whatever any reference rate does.
        Agreed(Rate),
        /// The rate that the contract sets, but at least the one that follows from a reference
        /// rate.
        AgreedAtLeast {
            /// The agreed rate. Each day bears the higher of the two.
            agreed: Rate,
            /// The reference rate below which the agreed rate may not fall.
            floor: ReferenceRate,
        },
        /// The rate that follows from a reference rate. A day on which that is unknown is an error.
        Referenced(ReferenceRate),
    }
}

#[cfg(test)]
mod tests {
    use alloc::boxed::Box;
    use alloc::string::{String, ToString};
    use core::error::Error;

    use chrono::NaiveDate;

    use super::{LateRate, RateDates};
    use crate::receivable::rate::factor::RateFactor;
    use crate::receivable::rate::reference::ReferenceRate;
    use crate::receivable::rate::sampling::{RateFixing, RateReset};
    use crate::receivable::rate::series::RateSeries;
    use crate::receivable::rate::step::RateStep;
    use crate::vocab::rate::Rate;

    #[track_caller]
    fn date(text: &str) -> NaiveDate {
        match text.parse() {
            Ok(date) => date,
            Err(error) => panic!("`{text}` of the test: {error}"),
        }
    }

    /// 1 % from 2023, 2 % from June, 3 % from the last day of June, 4 % from July 2, 5 % from 2024.
    fn reference() -> Result<ReferenceRate, Box<dyn Error>> {
        let steps = [
            ("2023-01-01", 100),
            ("2023-06-01", 200),
            ("2023-06-30", 300),
            ("2023-07-02", 400),
            ("2024-01-01", 500),
        ];
        let steps =
            steps.map(|(from, points)| RateStep::new(date(from), Rate::basis_points(points)));
        Ok(ReferenceRate::over(
            RateSeries::new(steps)?,
            Rate::basis_points(800),
        ))
    }

    fn dates() -> RateDates {
        RateDates::new(date("2023-06-15"), date("2024-03-01")).with_contract(date("2023-01-15"))
    }

    #[track_caller]
    fn rate_on(rate: &LateRate, day: &str) -> Result<String, String> {
        let rate = rate.rate_on(&dates(), date(day));
        rate.map(|rate| rate.to_string())
            .map_err(|error| error.to_string())
    }

    #[test]
    fn sampling_and_binding_say_which_day_is_read() -> Result<(), Box<dyn Error>> {
        // On 20 August 2023, eight points above the reference of ...
        for (sampling, binding, percent) in [
            (RateFixing::Daily, RateReset::Floating, "12"), // 20 August 2023
            (RateFixing::HalfYearStart, RateReset::Floating, "11"), // 1 July 2023
            (RateFixing::PrecedingHalfYearEnd, RateReset::Floating, "11"), // 30 June 2023
            (RateFixing::Daily, RateReset::FixedAtDefault, "10"), // 15 June 2023
            (RateFixing::HalfYearStart, RateReset::FixedAtDefault, "9"), // 1 January 2023
            (RateFixing::Daily, RateReset::FixedAtContract, "9"), // 15 January 2023
            (RateFixing::Daily, RateReset::AtPaymentDate, "13"), // 1 March 2024
            (
                RateFixing::PrecedingHalfYearEnd,
                RateReset::AtPaymentDate,
                "12",
            ), // 31 December 2023
        ] {
            let reference = reference()?.with_sampling(sampling).with_binding(binding);
            let rate = LateRate::referenced(reference);
            let expected = alloc::format!("{percent} % per year");
            assert_eq!(
                rate_on(&rate, "2023-08-20"),
                Ok(expected),
                "{sampling:?} {binding:?}"
            );
        }
        Ok(())
    }

    #[test]
    fn only_a_floating_rate_changes() -> Result<(), Box<dyn Error>> {
        for (sampling, binding, next) in [
            (RateFixing::Daily, RateReset::Floating, Some("2023-06-30")),
            (
                RateFixing::HalfYearStart,
                RateReset::Floating,
                Some("2023-07-01"),
            ),
            (RateFixing::Daily, RateReset::FixedAtDefault, None),
            (RateFixing::Daily, RateReset::FixedAtContract, None),
            (RateFixing::Daily, RateReset::AtPaymentDate, None),
        ] {
            let reference = reference()?.with_sampling(sampling).with_binding(binding);
            let rate = LateRate::referenced(reference);
            assert_eq!(
                rate.next_change(&dates(), date("2023-06-15")),
                next.map(date)
            );
        }
        let agreed = LateRate::agreed(Rate::basis_points(500));
        assert_eq!(agreed.next_change(&dates(), date("2023-06-15")), None);
        Ok(())
    }

    #[test]
    fn an_agreed_rate_holds_unless_the_reference_is_higher() -> Result<(), Box<dyn Error>> {
        let rate = LateRate::agreed_at_least(Rate::basis_points(1_100), reference()?);
        for (day, percent) in [
            ("2023-06-29", "11"), // the reference gives 10
            ("2023-06-30", "11"), // 11
            ("2023-07-02", "12"), // 12
        ] {
            assert_eq!(
                rate_on(&rate, day),
                Ok(alloc::format!("{percent} % per year"))
            );
        }
        assert_eq!(
            rate.next_change(&dates(), date("2023-01-01")),
            Some(date("2023-07-02"))
        );
        Ok(())
    }

    #[test]
    fn what_cannot_be_said_is_an_error() -> Result<(), Box<dyn Error>> {
        let bound = LateRate::referenced(reference()?.with_binding(RateReset::FixedAtContract));
        let dates = RateDates::new(date("2023-06-15"), date("2024-03-01"));
        let message = |rate: &LateRate, day| {
            let rate = rate.rate_on(&dates, day);
            rate.map(|rate| rate.to_string())
                .map_err(|error| error.to_string())
        };
        assert_eq!(
            message(&bound, date("2023-08-20")),
            Err("the rate is fixed by the date of the contract, which is not given".into())
        );
        let floating = LateRate::referenced(reference()?);
        assert_eq!(
            message(&floating, date("2022-12-31")),
            Err(
                "the reference rate on 2022-12-31 is not known, the series begins on 2023-01-01"
                    .into()
            )
        );
        let year_before = reference()?.with_sampling(RateFixing::PrecedingHalfYearEnd);
        assert_eq!(
            message(&LateRate::referenced(year_before), NaiveDate::MIN),
            Err("the rate for -262143-01-01 would be read before the first date there is".into())
        );
        let highest = RateSeries::fixed("9999 % per year".parse()?);
        let above = ReferenceRate::over(highest, Rate::basis_points(101));
        assert_eq!(
            message(&LateRate::referenced(above), date("2023-08-20")),
            Err("10000.01 % per year is out of range, expected -10000 % to 10000 %".into())
        );
        Ok(())
    }

    #[test]
    fn json_says_which_kind_of_rate_it_is() -> Result<(), Box<dyn Error>> {
        let agreed = LateRate::agreed(Rate::basis_points(825));
        assert_eq!(
            serde_json::to_string(&agreed)?,
            r#"{"agreed":"8.25 % per year"}"#
        );
        let reference = reference()?.with_factor(RateFactor::THREE);
        let rate = LateRate::agreed_at_least(Rate::ZERO, reference);
        let json = serde_json::to_string(&rate)?;
        assert_eq!(serde_json::from_str::<LateRate>(&json)?, rate);
        for refused in [
            "{}",
            r#"{"agreed":8}"#,
            r#"{"agreed-at-least":{"agreed":"8 % per year"}}"#,
        ] {
            assert!(
                serde_json::from_str::<LateRate>(refused).is_err(),
                "{refused}"
            );
        }
        Ok(())
    }
}
