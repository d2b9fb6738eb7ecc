use chrono::{Days as Span, Months, NaiveDate};

use crate::receivable::rate::Rest;

/// Returns the day of a rest by its number, always counted from the anchor.
pub(super) fn rest_date(rest: Rest, anchor: NaiveDate, count: u32) -> Option<NaiveDate> {
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
