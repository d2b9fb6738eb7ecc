//! The closing days of TARGET.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::calendar::month::add_days;
use crate::calendar::published::year::HolidayYear;
use crate::vocab::source::{Sourced, confirmed, secondary};

/// Returns the closing days of each year of the table.
pub(crate) fn years() -> Vec<Sourced<HolidayYear>> {
    let years = (FIRST..).zip(EASTER_SUNDAYS);
    years.map(|(year, easter)| of_year(year, easter)).collect()
}

fn of_year(year: i32, (month, day): (u32, u32)) -> Sourced<HolidayYear> {
    let on = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    let from_easter = |days| add_days(on(month, day)?, days);
    let last = on(12, 31).filter(|_| year == CHANGEOVER);
    let days = [
        on(1, 1),
        from_easter(-2),
        from_easter(1),
        on(5, 1),
        on(12, 25),
        on(12, 26),
        last,
    ];
    let days = HolidayYear {
        year,
        holidays: days.into_iter().flatten().collect(),
        working_days: Vec::new(),
    };
    match year {
        FIRST => confirmed(days, "European Central Bank, press release of 15 July 1999"),
        CHANGEOVER => secondary(
            days,
            "QuantLib, TARGET calendar; 31 December for the cash changeover",
        ),
        _ => confirmed(
            days,
            "European Central Bank, press release of 14 December 2000, from 2002 on",
        ),
    }
}

/// The first year of the table.
const FIRST: i32 = 2000;

/// The year before the first banknotes in euro, on whose last day TARGET was closed.
const CHANGEOVER: i32 = 2001;

/// The month and the day of Easter Sunday of each year, from 2000 to 2050.
const EASTER_SUNDAYS: [(u32, u32); 51] = [
    // 2000
    (4, 23),
    (4, 15),
    (3, 31),
    (4, 20),
    (4, 11),
    (3, 27),
    (4, 16),
    (4, 8),
    (3, 23),
    (4, 12),
    // 2010
    (4, 4),
    (4, 24),
    (4, 8),
    (3, 31),
    (4, 20),
    (4, 5),
    (3, 27),
    (4, 16),
    (4, 1),
    (4, 21),
    // 2020
    (4, 12),
    (4, 4),
    (4, 17),
    (4, 9),
    (3, 31),
    (4, 20),
    (4, 5),
    (3, 28),
    (4, 16),
    (4, 1),
    // 2030
    (4, 21),
    (4, 13),
    (3, 28),
    (4, 17),
    (4, 9),
    (3, 25),
    (4, 13),
    (4, 5),
    (4, 25),
    (4, 10),
    // 2040
    (4, 1),
    (4, 21),
    (4, 6),
    (3, 29),
    (4, 17),
    (4, 9),
    (3, 25),
    (4, 14),
    (4, 5),
    (4, 18),
    // 2050
    (4, 10),
];

#[cfg(test)]
#[expect(
    clippy::arithmetic_side_effects,
    reason = "numbers of a test that stay far inside their types"
)]
mod tests {
    use super::{EASTER_SUNDAYS, FIRST, years};

    /// Returns month and day of Easter Sunday by the Gregorian rule, as Meeus, Jones and Butcher state it.
    fn easter(year: i32) -> (u32, u32) {
        let golden = year.rem_euclid(19);
        let (century, of_century) = (year.div_euclid(100), year.rem_euclid(100));
        let correction = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
        let epact =
            (19 * golden + century - century.div_euclid(4) - correction + 15).rem_euclid(30);
        let leap = 2 * century.rem_euclid(4) + 2 * of_century.div_euclid(4);
        let weekday = (32 + leap - epact - of_century.rem_euclid(4)).rem_euclid(7);
        let late = (golden + 11 * epact + 22 * weekday).div_euclid(451);
        let days = epact + weekday - 7 * late + 114;
        let number = |count: i32| u32::try_from(count).unwrap_or(0);
        (number(days.div_euclid(31)), number(days.rem_euclid(31) + 1))
    }

    #[test]
    fn the_table_of_easter_follows_from_the_gregorian_rule() {
        for (year, given) in (FIRST..).zip(EASTER_SUNDAYS) {
            assert_eq!(given, easter(year), "{year}");
        }
        // Days of years before, as their almanacs have them.
        assert_eq!(
            [easter(1961), easter(1818), easter(1886)],
            [(4, 2), (3, 22), (4, 25)]
        );
    }

    #[test]
    fn every_year_has_six_closing_days_but_the_changeover() {
        for year in years() {
            let year = year.value();
            let expected = if year.year == 2001 { 7 } else { 6 };
            assert_eq!(year.holidays.len(), expected, "{}", year.year);
        }
    }
}
