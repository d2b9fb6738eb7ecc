use alloc::boxed::Box;
use alloc::string::ToString;
use core::error::Error;

use chrono::NaiveDate;

use crate::calendar::{BusinessDayConvention, Calendar, DayOfMonth};
use crate::receivable::term::base::{BaseDate, BaseDates};
use crate::receivable::term::due_date;
use crate::receivable::term::month::Months;
use crate::receivable::term::payment_term::PaymentTerm;
use crate::receivable::term::step::TermStep;
use crate::vocab::set::Set;
use crate::vocab::time::Days;

#[track_caller]
fn date(text: &str) -> NaiveDate {
    let Ok(date) = text.parse() else {
        panic!("`{text}` of the test")
    };
    date
}

#[track_caller]
fn leads(term: &PaymentTerm, invoice: &str, expected: &str) {
    let dates = BaseDates::new(date(invoice));
    assert_eq!(
        due_date(term, &dates, &Calendar::saturday_sunday())
            .map_or_else(|error| error.to_string(), |due| due.to_string()),
        expected
    );
}

#[test]
fn steps_are_taken_in_order() {
    leads(&PaymentTerm::immediate(), "2024-01-31", "2024-01-31");
    leads(&PaymentTerm::net(Days::new(30)), "2024-01-31", "2024-03-01");
    let days = Days::new(45);
    let first = PaymentTerm::net_then_end_of_month(days);
    leads(&first, "2011-10-05", "2011-11-30");
    let second = PaymentTerm::end_of_month_then_net(days);
    leads(&second, "2011-10-05", "2011-12-15");
    let end = PaymentTerm::end_of_month(Months::new(1));
    leads(&end, "2024-01-31", "2024-02-29");
    leads(
        &PaymentTerm::months(Months::new(1)),
        "2024-01-31",
        "2024-02-29",
    );
    // Monday follows Friday; Saturday counts as the Friday before it.
    let next = PaymentTerm::business_days(Days::new(1));
    leads(&next, "2024-03-01", "2024-03-04");
    leads(&next, "2024-03-02", "2024-03-04");
    let same = PaymentTerm::business_days(Days::new(0));
    leads(&same, "2024-03-01", "2024-03-01");
    leads(&same, "2024-03-02", "2024-03-04");
}

#[test]
fn the_adjustment_comes_last() {
    // 30 March 2024 is a Saturday, and 1 April is in another month.
    let term = PaymentTerm::net(Days::new(30));
    for (adjustment, expected) in [
        (BusinessDayConvention::Unadjusted, "2024-03-30"),
        (BusinessDayConvention::Following, "2024-04-01"),
        (BusinessDayConvention::ModifiedFollowing, "2024-03-29"),
        (BusinessDayConvention::Preceding, "2024-03-29"),
    ] {
        let term = term.clone().with_adjustment(adjustment);
        leads(&term, "2024-02-29", expected);
    }
}

#[test]
fn a_due_date_before_its_base_is_refused() {
    let fifteenth = DayOfMonth::new(15).unwrap_or(DayOfMonth::LAST);
    let term = PaymentTerm::day_of_month(Months::new(0), fifteenth);
    leads(&term, "2024-01-15", "2024-01-15");
    let message = "due on 2024-01-15, before the base date 2024-01-16, expected that date or later";
    leads(&term, "2024-01-16", message);
    // A step back is no harm where a later one makes up for it.
    leads(
        &term.then(TermStep::Days(Days::new(1))),
        "2024-01-16",
        "2024-01-16",
    );
    let term = PaymentTerm::immediate().with_adjustment(BusinessDayConvention::Preceding);
    let message = "due on 2024-03-01, before the base date 2024-03-02, expected that date or later";
    leads(&term, "2024-03-02", message);
}

#[test]
fn a_date_that_is_not_known_is_named() {
    let dates = BaseDates::new(date("2024-01-01"));
    for (base, word) in [
        (BaseDate::Acceptance, "acceptance"),
        (BaseDate::Delivery, "delivery"),
        (BaseDate::Receipt, "receipt"),
    ] {
        let term = PaymentTerm::net(Days::new(30)).counted_from(base);
        assert_eq!(
            due_date(&term, &dates, &Calendar::every_day()).map_err(|error| error.to_string()),
            Err(alloc::format!(
                "the date of {word} is not known, and the term counts from it"
            ))
        );
    }
}

#[test]
fn a_term_is_fifty_years_at_most() -> Result<(), Box<dyn Error>> {
    // Business days are more days than their number, so the longest term is shorter in them.
    leads(
        &PaymentTerm::net(Days::new(18_263)),
        "2024-01-01",
        "2074-01-01",
    );
    for (term, due) in [
        (PaymentTerm::net(Days::new(18_264)), "2074-01-02"),
        (PaymentTerm::months(Months::new(601)), "2074-02-01"),
        (PaymentTerm::business_days(Days::new(13_046)), "2074-01-02"),
    ] {
        let message = alloc::format!(
            "due on {due}, more than 18263 days after the base date 2024-01-01, expected fifty years at most"
        );
        leads(&term, "2024-01-01", &message);
    }
    let json = r#"{"base":[],"steps":[{"business-days":60000000}],"adjustment":"following"}"#;
    let error = serde_json::from_str::<PaymentTerm>(json).map_err(|error| error.to_string());
    let message = "no base date, expected at least one such as `invoice`; steps of 60000000 days or more, expected 18263 at most, which are fifty years";
    assert_eq!(error, Err(message.into()));
    for (step, is_read) in [
        (r#"{"days":18263}"#, true),
        (r#"{"days":18264}"#, false),
        (r#"{"months":{"count":652,"month-end":"keep-day"}}"#, true),
        (r#"{"months":{"count":653,"month-end":"keep-day"}}"#, false),
        (r#"{"day-of-month":{"months":653,"day":1}}"#, false),
        (
            r#"{"closing-day":{"close":20,"months":653,"pay":31}}"#,
            false,
        ),
    ] {
        let json =
            alloc::format!(r#"{{"base":["invoice"],"steps":[{step}],"adjustment":"following"}}"#);
        assert_eq!(
            serde_json::from_str::<PaymentTerm>(&json).is_ok(),
            is_read,
            "{step}"
        );
    }
    Ok(())
}

#[test]
fn dates_past_the_last_are_refused() {
    let message = "a date counted from +262142-12-31 is out of range, expected one between -262143-01-01 and +262142-12-31";
    leads(&PaymentTerm::net(Days::new(1)), "+262142-12-31", message);
    leads(
        &PaymentTerm::business_days(Days::new(u32::MAX)),
        "+262142-12-31",
        message,
    );
    leads(
        &PaymentTerm::months(Months::new(1)),
        "+262142-12-31",
        message,
    );
    leads(
        &PaymentTerm::end_of_month(Months::new(1)),
        "+262142-12-31",
        message,
    );
    leads(
        &PaymentTerm::end_of_month(Months::new(0)),
        "+262142-12-31",
        "+262142-12-31",
    );
}

#[test]
fn json_names_every_part_and_is_checked() -> Result<(), Box<dyn Error>> {
    let json = r#"{"base":["delivery","receipt"],"steps":[{"days":45},"end-of-month"],"adjustment":"following"}"#;
    let term: PaymentTerm = serde_json::from_str(json)?;
    let expected = PaymentTerm::net_then_end_of_month(Days::new(45))
        .counted_from_latest_of(BaseDate::Delivery | BaseDate::Receipt)?
        .with_adjustment(BusinessDayConvention::Following);
    assert_eq!(term, expected);
    assert_eq!(serde_json::to_string(&term)?, json);
    let refused = json.replace(r#"["delivery","receipt"]"#, "[]");
    let error = serde_json::from_str::<PaymentTerm>(&refused).map_err(|error| error.to_string());
    assert_eq!(
        error,
        Err("no base date, expected at least one such as `invoice`".into())
    );
    assert_eq!(
        expected
            .counted_from_latest_of(Set::empty())
            .map_err(|error| error.to_string()),
        Err("no base date, expected at least one such as `invoice`".into())
    );
    Ok(())
}
