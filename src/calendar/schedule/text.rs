//! The JSON form of a schedule.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::calendar::convention::BusinessDayConvention;
use crate::calendar::schedule::error::ScheduleError;
use crate::calendar::schedule::frequency::Frequency;
use crate::calendar::schedule::periodic::PeriodicSchedule;
use crate::calendar::schedule::roll::RollConvention;
use crate::calendar::schedule::stub::StubConvention;

/// The JSON form of a schedule.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct ScheduleText {
    start: NaiveDate,
    end: NaiveDate,
    frequency: Option<Frequency>,
    stub: Option<StubConvention>,
    roll: Option<RollConvention>,
    adjustment: BusinessDayConvention,
    start_adjustment: Option<BusinessDayConvention>,
    first_regular_start: Option<NaiveDate>,
    last_regular_end: Option<NaiveDate>,
}

impl TryFrom<ScheduleText> for PeriodicSchedule {
    type Error = ScheduleError;

    fn try_from(text: ScheduleText) -> Result<Self, Self::Error> {
        let made = match text.frequency {
            Some(frequency) => Self::new(text.start, text.end, frequency),
            None => Self::one_period(text.start, text.end),
        }?;
        let made = made.with_adjustment(text.adjustment);
        let made = text.stub.map_or(made, |stub| made.with_stub(stub));
        let made = text.roll.map_or(made, |roll| made.with_roll(roll));
        let made = text
            .start_adjustment
            .map_or(made, |convention| made.with_start_adjustment(convention));
        let made = text
            .first_regular_start
            .map_or(Ok(made), |date| made.with_first_regular_start(date))?;
        text.last_regular_end
            .map_or(Ok(made), |date| made.with_last_regular_end(date))
    }
}

impl From<PeriodicSchedule> for ScheduleText {
    fn from(schedule: PeriodicSchedule) -> Self {
        Self {
            start: schedule.start(),
            end: schedule.end(),
            frequency: schedule.frequency(),
            stub: schedule.stub(),
            roll: schedule.roll(),
            adjustment: schedule.adjustment(),
            start_adjustment: schedule.start_adjustment(),
            first_regular_start: schedule.first_regular_start(),
            last_regular_end: schedule.last_regular_end(),
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, Weekday};

    use crate::calendar::convention::BusinessDayConvention;
    use crate::calendar::schedule::frequency::Frequency;
    use crate::calendar::schedule::periodic::PeriodicSchedule;
    use crate::calendar::schedule::roll::RollConvention;
    use crate::calendar::schedule::stub::StubConvention;

    fn day(number: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 1, number).unwrap_or(NaiveDate::MIN)
    }

    #[test]
    fn no_json_builds_a_schedule_that_code_cannot() {
        let json = r#"{"start":"2024-01-10","end":"2024-01-20","frequency":{"weeks":1},"stub":"short-final","roll":{"day-of-week":"wed"},"adjustment":"modified-following","start-adjustment":null,"first-regular-start":null,"last-regular-end":"2024-01-17"}"#;
        let schedule = PeriodicSchedule::new(day(10), day(20), Frequency::WEEKLY)
            .and_then(|made| made.with_last_regular_end(day(17)))
            .map(|made| {
                made.with_stub(StubConvention::ShortFinal)
                    .with_roll(RollConvention::DayOfWeek(Weekday::Wed))
                    .with_adjustment(BusinessDayConvention::ModifiedFollowing)
            });
        assert_eq!(serde_json::from_str(json).ok(), schedule.ok());
        let read = serde_json::from_str::<PeriodicSchedule>(json).ok();
        let written = read.and_then(|read| serde_json::to_string(&read).ok());
        assert_eq!(written.as_deref(), Some(json));
        for (given, wrong) in [
            (r#""end":"2024-01-20""#, r#""end":"2024-01-10""#),
            (r#""end":"2024-01-20""#, r#""end":"2024-01-16""#),
            (r#"{"weeks":1}"#, r#"{"weeks":0}"#),
            (r#""wed""#, r#""Wed""#),
            (r#""start":"#, r#""begin":"#),
        ] {
            let json = json.replace(given, wrong);
            assert!(
                serde_json::from_str::<PeriodicSchedule>(&json).is_err(),
                "{json}"
            );
        }
    }
}
