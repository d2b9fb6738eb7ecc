//! Day counts, against calendars walked day by day and formulas as the textbooks print them.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "second statements are written as plainly as the textbooks have them"
)]

use chrono::{Datelike, Days, NaiveDate};
use keqing::calendar::day_count::{
    DayCount, DayCountError, PeriodsPerYear, ReferencePeriod, YearFraction,
};
use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;

/// Conventions whose fractions add up wherever a time is split: each date has a number of its own.
const ADDITIVE: [DayCount; 11] = [
    DayCount::Actual360,
    DayCount::Actual364,
    DayCount::Actual365Fixed,
    DayCount::Actual365Quarter,
    DayCount::Actual366,
    DayCount::ActualActualIsda,
    DayCount::NoLeap360,
    DayCount::NoLeap365,
    DayCount::ThirtyE360,
    DayCount::ThirtyE360Isda,
    DayCount::ThirtyE365,
];

/// A date of 1890 to 2110: two centuries are no leap years there and one is.
fn date() -> impl Strategy<Value = NaiveDate> {
    // Ends of months, where the conventions differ, come up far more often than they would.
    let any_day = (0_u64..80_000).prop_map(|days| later(start(), days));
    (any_day, 0_u8..3, any::<bool>()).prop_map(|(day, kind, february)| match kind {
        0 => day,
        _ => month_end(day, february),
    })
}

/// Two dates in order, at most some years apart.
fn span() -> impl Strategy<Value = (NaiveDate, NaiveDate)> {
    (date(), date(), 0_u64..1_600, any::<bool>()).prop_map(|(from, other, days, far)| {
        if far {
            (from.min(other), from.max(other))
        } else {
            (from, later(from, days))
        }
    })
}

fn start() -> NaiveDate {
    NaiveDate::from_ymd_opt(1890, 1, 1).unwrap_or_default()
}

fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

/// The last day of the month or of February, or one of the two days before.
fn month_end(day: NaiveDate, february: bool) -> NaiveDate {
    let first = if february {
        day.with_day(1).and_then(|first| first.with_month(2))
    } else {
        day.with_day(1)
    };
    let first = first.unwrap_or(day);
    let next = later(first, 31).with_day(1).unwrap_or(day);
    next.checked_sub_days(Days::new(1 + u64::from(day.day() % 3)))
        .unwrap_or(day)
}

fn walk(from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    from.iter_days().take_while(move |day| *day < to)
}

fn is_leap_day(day: NaiveDate) -> bool {
    (day.month(), day.day()) == (2, 29)
}

fn fraction(numerator: i64, denominator: i64) -> YearFraction {
    YearFraction::new(numerator, denominator).unwrap_or(YearFraction::ZERO)
}

/// The printed formula of a 30-day month convention, with the days of the month already changed.
fn thirty(from: NaiveDate, first: u32, to: NaiveDate, second: u32, year: i64) -> YearFraction {
    let years = 360 * (i64::from(to.year()) - i64::from(from.year()));
    let months = 30 * (i64::from(to.month()) - i64::from(from.month()));
    fraction(years + months + i64::from(second) - i64::from(first), year)
}

fn ends_february(day: NaiveDate) -> bool {
    day.month() == 2 && later(day, 1).month() == 3
}

fn ends_month(day: NaiveDate) -> bool {
    later(day, 1).day() == 1
}

/// Returns the two days of the month by the textbooks, the rules applied one after the other.
fn textbook(convention: DayCount, from: NaiveDate, to: NaiveDate) -> (u32, u32) {
    let (mut first, mut second) = (from.day(), to.day());
    match convention {
        DayCount::Thirty360Isda | DayCount::Thirty365 => {}
        DayCount::Thirty360Psa => {
            if ends_february(from) {
                first = 30;
            }
        }
        DayCount::Thirty360Us => {
            if ends_february(from) && ends_february(to) {
                second = 30;
            }
            if ends_february(from) {
                first = 30;
            }
        }
        DayCount::ThirtyE360 => {
            if second == 31 {
                second = 30;
            }
        }
        DayCount::ThirtyE360Isda | DayCount::ThirtyE365 => {
            if ends_month(from) {
                first = 30;
            }
            if ends_month(to) {
                second = 30;
            }
        }
        // The first of the next month is a day after the thirtieth of this one.
        _ => {
            return (if first == 31 { 30 } else { first }, second);
        }
    }
    if second == 31 && (first == 30 || first == 31) {
        second = 30;
    }
    if first == 31 {
        first = 30;
    }
    (first, second)
}

proptest! {
    #[test]
    fn a_fraction_adds_up_at_any_split(
        convention in select(&ADDITIVE[..]), (from, to) in span(), at in any::<u64>()
    ) {
        let length = to.signed_duration_since(from).num_days().unsigned_abs();
        let middle = later(from, at % (length + 1));
        let sum = convention.fraction(from, middle)?.checked_add(convention.fraction(middle, to)?)?;
        prop_assert_eq!(sum, convention.fraction(from, to)?);
    }

    #[test]
    fn a_fraction_of_a_period_adds_up_at_any_split(from in date(), at in 0_u64..=730, to in 0_u64..=730) {
        // Two nominal years from the first of a month, in half-years.
        let first = from.with_day(1).unwrap_or(from);
        let half_years: Vec<NaiveDate> = (0..=4)
            .filter_map(|count| first.checked_add_months(chrono::Months::new(6 * count)))
            .collect();
        let periods = ReferencePeriod::of_nominal_dates(half_years, PeriodsPerYear::Two)?;
        let (middle, to) = (later(first, at.min(to)), later(first, at.max(to)));
        let part = |from, to| DayCount::ActualActualIcma.fraction_in(from, to, &periods);
        let sum = part(first, middle)?.checked_add(part(middle, to)?)?;
        prop_assert_eq!(sum, part(first, to)?);
    }

    #[test]
    fn any_convention_refuses_to_count_backwards_and_finds_nothing_in_a_day_to_itself(
        convention in select(&DayCount::ALL[..]), (from, to) in span()
    ) {
        if let Ok(fraction) = convention.fraction(from, from) {
            prop_assert!(fraction.is_zero(), "{} is {}", convention, fraction);
            prop_assert!(!convention.fraction(from, to)?.is_negative());
        }
        prop_assert_eq!(convention.days(from, from)?.count(), 0);
        if from < to {
            let backwards = DayCountError::Backwards { from: to, to: from };
            prop_assert_eq!(convention.days(to, from), Err(backwards));
            let refused = convention.fraction(to, from);
            let needs = Err(DayCountError::NeedsPeriod { convention });
            prop_assert!(refused == Err(backwards) || refused == needs);
        }
    }

    #[test]
    fn a_day_count_of_the_calendar_counts_each_day((from, to) in span()) {
        let days: i64 = walk(from, to).map(|_| 1).sum();
        for (convention, expected) in [
            (DayCount::Actual360, fraction(days, 360)),
            (DayCount::Actual364, fraction(days, 364)),
            (DayCount::Actual365Fixed, fraction(days, 365)),
            (DayCount::Actual365Quarter, fraction(100 * days, 36_525)),
            (DayCount::Actual366, fraction(days, 366)),
        ] {
            prop_assert_eq!(convention.fraction(from, to)?, expected, "{}", convention);
        }
    }

    #[test]
    fn a_year_of_isda_is_made_of_its_days((from, to) in span()) {
        let leap = walk(from, to).map(|day| i64::from(day.leap_year())).sum::<i64>();
        let other = walk(from, to).map(|day| i64::from(!day.leap_year())).sum::<i64>();
        let expected = fraction(366 * other + 365 * leap, 366 * 365);
        prop_assert_eq!(DayCount::ActualActualIsda.fraction(from, to)?, expected);
    }

    #[test]
    fn a_year_of_isda_cut_at_its_boundaries_has_one_denominator_a_piece((from, to) in span()) {
        let (mut day, mut sum) = (from, YearFraction::ZERO);
        while let Some(next) = DayCount::ActualActualIsda.next_boundary(day).filter(|next| *next < to) {
            prop_assert_eq!((next.month(), next.day(), next.year()), (1, 1, day.year() + 1));
            let piece = DayCount::ActualActualIsda.fraction(day, next)?;
            prop_assert_eq!(piece.denominator(), if day.leap_year() { 366 } else { 365 });
            sum = sum.checked_add(piece)?;
            day = next;
        }
        let piece = DayCount::ActualActualIsda.fraction(day, to)?;
        prop_assert_eq!(sum.checked_add(piece)?, DayCount::ActualActualIsda.fraction(from, to)?);
    }

    #[test]
    fn leap_days_are_seen_or_left_out_one_by_one((from, to) in span()) {
        let counted = || walk(from, to).map(|day| later(day, 1));
        let plain = counted().map(|day| i64::from(!is_leap_day(day))).sum::<i64>();
        prop_assert_eq!(DayCount::NoLeap360.fraction(from, to)?, fraction(plain, 360));
        prop_assert_eq!(DayCount::NoLeap365.fraction(from, to)?, fraction(plain, 365));
        let year = if counted().any(is_leap_day) { 366 } else { 365 };
        let days = counted().map(|_| 1).sum::<i64>();
        prop_assert_eq!(DayCount::Actual365Actual.fraction(from, to)?, fraction(days, year));
    }

    #[test]
    fn the_french_banks_take_whole_years_back_from_the_end((from, to) in span()) {
        let back = |years: i32| {
            let year = to.year() - years;
            to.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 2, 28)).unwrap_or(to)
        };
        let years = (0..).take_while(|years| from <= back(*years)).last().unwrap_or(0);
        let rest: Vec<NaiveDate> = walk(from, back(years)).collect();
        let year = if rest.iter().any(|day| is_leap_day(*day)) { 366 } else { 365 };
        let days = i64::try_from(rest.len())?;
        let expected = fraction(i64::from(years) * year + days, year);
        prop_assert_eq!(DayCount::ActualActualAfb.fraction(from, to)?, expected);
    }

    #[test]
    fn months_of_thirty_days_follow_the_textbook((from, to) in span()) {
        for (convention, year) in [
            (DayCount::Thirty360Isda, 360),
            (DayCount::Thirty360Psa, 360),
            (DayCount::Thirty360Us, 360),
            (DayCount::Thirty365, 365),
            (DayCount::ThirtyE360, 360),
            (DayCount::ThirtyE360Isda, 360),
            (DayCount::ThirtyE365, 365),
            (DayCount::ThirtyEPlus360, 360),
        ] {
            let (first, second) = textbook(convention, from, to);
            let printed = if from == to { YearFraction::ZERO } else { thirty(from, first, to, second, year) };
            let ours = convention.fraction(from, to)?;
            prop_assert_eq!(ours, printed, "{}", convention);
            prop_assert_eq!(i64::from(convention.days(from, to)?.count()), ours.numerator());
            prop_assert_eq!(ours.denominator(), year);
        }
    }

    #[test]
    fn fractions_are_ordered_as_their_quotients_are(
        (one, other) in ((-800_i64..800, 1_i64..800), (-800_i64..800, 1_i64..800))
    ) {
        let (left, right) = (fraction(one.0, one.1), fraction(other.0, other.1));
        prop_assert_eq!(left.cmp(&right), (one.0 * other.1).cmp(&(other.0 * one.1)));
        prop_assert_eq!(left == right, left.cmp(&right).is_eq());
        let sum = left.checked_add(right)?;
        prop_assert_eq!(sum, fraction(one.0 * other.1 + other.0 * one.1, one.1 * other.1));
        let json = serde_json::to_string(&left)?;
        let read: YearFraction = serde_json::from_str(&json)?;
        prop_assert_eq!((read.numerator(), read.denominator()), one);
    }
}

/// This convention is not among those above, because the first date changes the second.
#[test]
fn thirty_day_months_of_isda_do_not_add_up() -> anyhow::Result<()> {
    let date = |text: &str| -> anyhow::Result<NaiveDate> {
        text.parse()
            .map_err(|_| anyhow::anyhow!("`{text}` of the test"))
    };
    let (from, middle, to) = (
        date("2024-01-29")?,
        date("2024-01-31")?,
        date("2024-02-29")?,
    );
    for convention in [
        DayCount::Thirty360Isda,
        DayCount::Thirty360Us,
        DayCount::Thirty360Psa,
    ] {
        let parts = convention.days(from, middle)?.count() + convention.days(middle, to)?.count();
        assert_eq!(
            (parts, convention.days(from, to)?.count()),
            (31, 30),
            "{convention}"
        );
    }
    Ok(())
}
