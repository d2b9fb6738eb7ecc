use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::calendar::business_days::Calendar;
use crate::calendar::published::year::HolidayYear;
use crate::calendar::published::{china, target};
use crate::vocab::source::Sourced;
use crate::vocab::words::words;

words! {
    /// A list of holidays that an authority publishes (已公布的日历).
    ///
    /// Its weekend is Saturday and Sunday.
    pub open enum PublishedCalendar {
        /// The days off and the working weekends of mainland China, 2024 to 2026.
        ///
        /// They are those of the notices of the General Office of the State Council. A day off that falls on a
        /// weekend is listed too. A day on which the notice only encourages to take leave is not.
        ChinaStateCouncil = "china-state-council", "China, by the State Council", "中国（国务院办公厅）", "中國（國務院辦公廳）";
        /// The closing days of TARGET, the payment system of the euro, 2000 to 2050.
        ///
        /// They are 1 January, Good Friday, Easter Monday, 1 May, 25 and 26 December, and 31 December in 2001. The
        /// rule holds until further notice.
        Target = "target", "TARGET, the payment system of the euro", "TARGET（欧元支付系统）", "TARGET（歐元支付系統）";
    }
}

impl PublishedCalendar {
    /// Returns the business days of all years of the list.
    ///
    /// The calendar knows the days from the first of the first year through the last of the last.
    #[must_use]
    pub fn calendar(self) -> Calendar {
        let years = self.years();
        let last = years.last().map_or(0, |year| year.value().year);
        let first = years.first().map_or(0, |year| year.value().year);
        let known = NaiveDate::from_ymd_opt(first, 1, 1).zip(NaiveDate::from_ymd_opt(last, 12, 31));
        let all = |days: fn(&HolidayYear) -> &[NaiveDate]| {
            let each = years.iter().flat_map(|year| days(year.value()));
            each.copied().collect::<Vec<NaiveDate>>()
        };
        let calendar =
            Calendar::of_weekends(all(|year| &year.holidays), all(|year| &year.working_days));
        match known {
            Some((first, last)) => calendar.with_known_from(first).with_known_through(last),
            None => calendar,
        }
    }

    /// Returns the days of each year, in order, with the source that states them.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::calendar::published::PublishedCalendar;
    /// use keqing::vocab::source::Confirmation;
    ///
    /// let years = PublishedCalendar::ChinaStateCouncil.years();
    /// let year = years.first().ok_or("no year")?;
    /// assert_eq!((year.value().year, year.value().working_days.len()), (2024, 8));
    /// assert_eq!(year.provenance().confirmation(), Confirmation::Confirmed);
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn years(self) -> Vec<Sourced<HolidayYear>> {
        match self {
            Self::ChinaStateCouncil => china::years(),
            Self::Target => target::years(),
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use chrono::{Datelike, NaiveDate, Weekday};

    use super::PublishedCalendar;
    use crate::calendar::business_days::Calendar;

    #[test]
    fn a_list_is_a_calendar_that_the_checks_allow() {
        for list in PublishedCalendar::ALL {
            let calendar = list.calendar();
            let known = calendar.known_through().unwrap_or(NaiveDate::MIN);
            let first = calendar.known_from().unwrap_or(NaiveDate::MIN);
            let checked = Calendar::new(
                [Weekday::Sat, Weekday::Sun],
                calendar.holidays().iter().copied(),
                calendar.working_days().iter().copied(),
            );
            let checked =
                checked.map(|checked| checked.with_known_from(first).with_known_through(known));
            assert_eq!(checked, Ok(calendar), "{list}");
        }
    }

    #[test]
    fn each_year_follows_the_one_before_and_has_its_own_days() {
        for (list, first, count) in [
            (PublishedCalendar::ChinaStateCouncil, 2024, 3),
            (PublishedCalendar::Target, 2000, 51),
        ] {
            let years = list.years();
            let numbers: Vec<i32> = years.iter().map(|year| year.value().year).collect();
            assert_eq!(numbers, (first..).take(count).collect::<Vec<_>>());
            for year in &years {
                let year = year.value();
                let days = year.holidays.iter().chain(&year.working_days);
                assert!(
                    days.clone().all(|day| day.year() == year.year),
                    "{}",
                    year.year
                );
            }
        }
    }
}
