//! The days off of mainland China, by the notice of each year.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::calendar::published::year::HolidayYear;
use crate::vocab::source::{Sourced, confirmed};

/// A day of the year: its month and its day of the month.
type MonthDay = (u32, u32);

/// A notice of the General Office of the State Council.
struct Notice {
    year: i32,
    source: &'static str,
    /// The first day of each time off, and its number of days.
    off: &'static [(MonthDay, usize)],
    /// The days of the weekend that are worked.
    worked: &'static [MonthDay],
}

/// The notices by year: New Year, Spring Festival, Qingming, Labour Day, Dragon Boat, Mid-Autumn, National Day.
const NOTICES: [Notice; 3] = [
    Notice {
        year: 2024,
        source: "国务院办公厅关于2024年部分节假日安排的通知, 国办发明电〔2023〕7号, 25 October 2023",
        off: &[
            ((1, 1), 1),
            ((2, 10), 8),
            ((4, 4), 3),
            ((5, 1), 5),
            ((6, 10), 1),
            ((9, 15), 3),
            ((10, 1), 7),
        ],
        worked: &[
            (2, 4),
            (2, 18),
            (4, 7),
            (4, 28),
            (5, 11),
            (9, 14),
            (9, 29),
            (10, 12),
        ],
    },
    // Mid-Autumn lies in the week of National Day.
    Notice {
        year: 2025,
        source: "国务院办公厅关于2025年部分节假日安排的通知, 国办发明电〔2024〕12号, 12 November 2024",
        off: &[
            ((1, 1), 1),
            ((1, 28), 8),
            ((4, 4), 3),
            ((5, 1), 5),
            ((5, 31), 3),
            ((10, 1), 8),
        ],
        worked: &[(1, 26), (2, 8), (4, 27), (9, 28), (10, 11)],
    },
    Notice {
        year: 2026,
        source: "国务院办公厅关于2026年部分节假日安排的通知, 4 November 2025, as released by Xinhua",
        off: &[
            ((1, 1), 3),
            ((2, 15), 9),
            ((4, 4), 3),
            ((5, 1), 5),
            ((6, 19), 3),
            ((9, 25), 3),
            ((10, 1), 7),
        ],
        worked: &[(1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10)],
    },
];

/// Returns the days of each notice.
pub(crate) fn years() -> Vec<Sourced<HolidayYear>> {
    NOTICES.iter().map(of_notice).collect()
}

fn of_notice(notice: &Notice) -> Sourced<HolidayYear> {
    let day = |(month, day): MonthDay| NaiveDate::from_ymd_opt(notice.year, month, day);
    let off = notice.off.iter().filter_map(|(start, length)| {
        let start = day(*start)?;
        Some(start.iter_days().take(*length))
    });
    let year = HolidayYear {
        year: notice.year,
        holidays: off.flatten().collect(),
        working_days: notice.worked.iter().copied().filter_map(day).collect(),
    };
    confirmed(year, notice.source)
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::years;

    #[test]
    fn each_year_has_the_days_that_its_notice_counts() {
        let counts: Vec<(usize, usize)> = years()
            .iter()
            .map(|year| (year.value().holidays.len(), year.value().working_days.len()))
            .collect();
        assert_eq!(counts, [(28, 8), (28, 5), (33, 6)]);
    }
}
