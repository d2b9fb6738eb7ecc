//! The JSON of calendars, terms, schedules, instalments and discounts.

use std::num::NonZeroU32;

use chrono::Weekday;
use keqing::calendar::day_count::DayCount;
use keqing::calendar::schedule::{Frequency, PeriodicSchedule, RollConvention, StubConvention};
use keqing::calendar::{BusinessDayConvention, Calendar, DayOfMonth, EndOfMonth, Tenor};
use keqing::receivable::discount::{
    CutOff, Discount, DiscountOutcome, DiscountTier, DiscountedInvoice, EarlyPayment, Reward,
    discount, wrongly_taken,
};
use keqing::receivable::instalment::{self, AmountRounding, InvoiceAmounts, Portion, instalments};
use keqing::receivable::term::{
    AnnualDay, BaseDate, BaseDates, ClosingDay, MonthDays, Months, PaymentBlackout, PaymentTerm,
    TermStep,
};
use keqing::vocab::money::RoundingMode;
use keqing::vocab::share::Share;
use keqing::vocab::time::Days;

use crate::support::errors::{Failure, day};
use crate::support::golden::{golden, shorter};

#[test]
fn calendars_are_weekends_holidays_and_worked_days() -> Result<(), Failure> {
    let worked = Calendar::new([Weekday::Sun], [day("2024-10-01")?], [day("2024-10-06")?])?
        .with_known_through(day("2024-12-31")?);
    golden(
        &worked,
        r#"{
            "weekend": ["sun"],
            "holidays": ["2024-10-01"],
            "working-days": ["2024-10-06"],
            "known-through": "2024-12-31"
        }"#,
    );
    golden(
        &Calendar::every_day(),
        r#"{"weekend": [], "holidays": [], "working-days": []}"#,
    );
    golden(&Tenor::BusinessDays(-2), r#"{"business-days": -2}"#);
    golden(&Tenor::Years(1), r#"{"years": 1}"#);
    golden(&DayOfMonth::new(20)?, "20");
    Ok(())
}

#[test]
fn terms_are_a_base_steps_and_an_adjustment() -> Result<(), Failure> {
    let last = DayOfMonth::LAST;
    let closing = ClosingDay::new(DayOfMonth::new(20)?, Months::new(1), last)?;
    let annual = |month, number| Ok::<_, Failure>(AnnualDay::new(month, DayOfMonth::new(number)?)?);
    let period = PaymentBlackout::new(annual(8, 1)?, annual(8, 31)?)?;
    let steps = [
        (
            TermStep::BusinessDays(Days::new(5)),
            r#"{"business-days": 5}"#,
        ),
        (
            TermStep::ClosingDay(closing),
            r#"{"closing-day": {"close": 20, "months": 1, "pay": 31}}"#,
        ),
        (
            TermStep::DayOfMonth {
                months: Months::new(1),
                day: last,
            },
            r#"{"day-of-month": {"months": 1, "day": 31}}"#,
        ),
        (TermStep::Days(Days::new(30)), r#"{"days": 30}"#),
        (TermStep::EndOfMonth, r#""end-of-month""#),
        (
            TermStep::Months {
                count: Months::new(2),
                month_end: EndOfMonth::LastDay,
            },
            r#"{"months": {"count": 2, "month-end": "last-day"}}"#,
        ),
        (
            TermStep::NotDuring(period),
            r#"{"not-during": {"first": {"month": 8, "day": 1}, "last": {"month": 8, "day": 31}}}"#,
        ),
        (
            TermStep::PaymentDays(MonthDays::new([DayOfMonth::new(5)?, last])?),
            r#"{"payment-days": [5, 31]}"#,
        ),
    ];
    let mut term = PaymentTerm::immediate()
        .counted_from_latest_of(BaseDate::Delivery | BaseDate::Invoice)?
        .with_adjustment(BusinessDayConvention::Following);
    for (step, json) in steps {
        golden(&step, json);
        term = term.then(step);
    }
    let written: Vec<&str> = steps.iter().map(|(_, json)| *json).collect();
    golden(
        &term,
        &format!(
            r#"{{"base": ["delivery", "invoice"], "steps": [{}], "adjustment": "following"}}"#,
            written.join(", ")
        ),
    );
    Ok(())
}

#[test]
fn base_dates_that_are_not_known_are_left_out_or_null() -> Result<(), Failure> {
    let dates = BaseDates::new(day("2024-01-31")?);
    golden(
        &dates,
        r#"{"invoice": "2024-01-31", "delivery": null, "acceptance": null, "receipt": null}"#,
    );
    shorter(r#"{"invoice": "2024-01-31"}"#, &dates);
    Ok(())
}

#[test]
fn schedules_are_a_span_a_frequency_and_conventions() -> Result<(), Failure> {
    let schedule =
        PeriodicSchedule::new(day("2014-06-04")?, day("2014-09-17")?, Frequency::MONTHLY)?
            .with_stub(StubConvention::ShortInitial)
            .with_roll(RollConvention::on_day(DayOfMonth::new(17)?))
            .with_adjustment(BusinessDayConvention::ModifiedFollowing);
    golden(
        &schedule,
        r#"{
            "start": "2014-06-04", "end": "2014-09-17",
            "frequency": {"months": 1}, "stub": "short-initial", "roll": {"day-of-month": 17},
            "adjustment": "modified-following", "start-adjustment": null,
            "first-regular-start": null, "last-regular-end": null
        }"#,
    );
    let periods = schedule.periods(&Calendar::saturday_sunday())?;
    let first = periods.first().ok_or("a period")?;
    golden(
        first,
        r#"{
            "unadjusted-start": "2014-06-04", "unadjusted-end": "2014-06-17",
            "start": "2014-06-04", "end": "2014-06-17", "kind": "stub"
        }"#,
    );
    golden(
        &RollConvention::DayOfWeek(Weekday::Wed),
        r#"{"day-of-week": "wed"}"#,
    );
    golden(&RollConvention::Imm, r#""imm""#);
    Ok(())
}

#[test]
fn plans_are_lines_and_a_rounding() -> Result<(), Failure> {
    let due = PaymentTerm::net(Days::new(30));
    let rounding = AmountRounding::to(RoundingMode::Up).with_multiple("0.05 CHF".parse()?)?;
    let plan = instalment::Plan::new([
        instalment::Line::new(Portion::Share(Share::percent(30)?), due.clone()),
        instalment::Line::new(Portion::Fixed("10.00 CHF".parse()?), due.clone()).chained(),
        instalment::Line::new(Portion::ShareOfUntaxed(Share::percent(1)?), due.clone()),
        instalment::Line::new(Portion::Rest(NonZeroU32::MIN), due),
    ])?
    .with_rounding(rounding);
    let term = r#"{"base": ["invoice"], "steps": [{"days": 30}], "adjustment": "unadjusted"}"#;
    let line = |portion: &str, start: &str| {
        format!(r#"{{"portion": {portion}, "term": {term}, "start": "{start}"}}"#)
    };
    let lines = [
        line(r#"{"share": {"part": "3", "whole": "10"}}"#, "document"),
        line(
            r#"{"fixed": {"amount": "10.00", "currency": "CHF"}}"#,
            "previous-line",
        ),
        line(
            r#"{"share-of-untaxed": {"part": "1", "whole": "100"}}"#,
            "document",
        ),
        line(r#"{"rest": 1}"#, "document"),
    ];
    golden(
        &plan,
        &format!(
            r#"{{
                "lines": [{}],
                "rounding": {{"mode": "up", "multiple": {{"amount": "0.05", "currency": "CHF"}}}}
            }}"#,
            lines.join(", ")
        ),
    );
    let amounts = InvoiceAmounts::new("100.00 CHF".parse()?, "8.10 CHF".parse()?)?
        .with_fixed_tax("0.10 CHF".parse()?)?;
    golden(
        &amounts,
        r#"{
            "untaxed": {"amount": "100.00", "currency": "CHF"},
            "tax": {"amount": "8.10", "currency": "CHF"},
            "fixed-tax": {"amount": "0.10", "currency": "CHF"}
        }"#,
    );
    let dates = BaseDates::new(day("2024-01-31")?);
    let parts = instalments(&plan, &amounts, &dates, &Calendar::every_day())?;
    golden(
        &parts.first().copied().ok_or("a part")?,
        r#"{"line": 1, "due": "2024-03-01", "amount": {"amount": "32.45", "currency": "CHF"}}"#,
    );
    Ok(())
}

#[test]
fn early_payment_is_tiers() -> Result<(), Failure> {
    golden(
        &terms()?,
        r#"{
            "tiers": [
                {
                    "cut-off": {"term": {
                        "base": ["invoice"], "steps": [{"days": 10}], "adjustment": "unadjusted"
                    }},
                    "reward": {"share": {"part": "1", "whole": "50"}}
                },
                {
                    "cut-off": {"before-due": 5},
                    "reward": {"per-year": {"rate": "8 % per year", "day-count": "ACT/360"}}
                },
                {
                    "cut-off": {"before-due": 1},
                    "reward": {"amount": {"amount": "1.00", "currency": "EUR"}}
                }
            ],
            "tax": "included",
            "partial": "no-discount",
            "rounding": {"mode": "half-even", "multiple": null}, "payable": "none", "beyond-due": "own-deadline"
        }"#,
    );
    Ok(())
}

#[test]
fn discounts_are_what_was_earned_and_why() -> Result<(), Failure> {
    let (issued, due) = (day("2024-01-01")?, day("2024-01-31")?);
    let invoice = DiscountedInvoice::new(issued, due, "100.00 EUR".parse()?)?;
    let told = |paid: &str, on| -> Result<Discount, Failure> {
        let calendar = Calendar::every_day();
        Ok(discount(
            &terms()?,
            &invoice,
            paid.parse()?,
            day(on)?,
            &calendar,
        )?)
    };
    let earned = told("98.00 EUR", "2024-01-11")?;
    let euros = |amount: &str| format!(r#"{{"amount": "{amount}", "currency": "EUR"}}"#);
    let (two, zero) = (euros("2.00"), euros("0.00"));
    golden(
        &earned,
        &format!(
            r#"{{
                "outcome": {{"earned": {{"tier": 1, "deadline": "2024-01-11"}}}},
                "amount": {two}, "net": {two}, "tax": {zero},
                "settled": {}, "open": {zero}, "unapplied": {zero}
            }}"#,
            euros("100.00")
        ),
    );
    let late = told("98.00 EUR", "2024-01-31")?;
    golden(&late.outcome, r#"{"too-late": {"deadline": "2024-01-30"}}"#);
    golden(&DiscountOutcome::NotOffered, r#""not-offered""#);
    let claimed = wrongly_taken(&late, "2.00 EUR".parse()?)?.ok_or("a claim")?;
    golden(
        &claimed,
        &format!(
            r#"{{
                "claimed": {two}, "earned": {zero}, "owed": {two},
                "why": {{"too-late": {{"deadline": "2024-01-30"}}}}
            }}"#
        ),
    );
    Ok(())
}

fn terms() -> Result<EarlyPayment, Failure> {
    let tier = |cut_off, reward| DiscountTier::new(cut_off, reward);
    let ten_days = CutOff::Term(PaymentTerm::net(Days::new(10)));
    let per_year = Reward::PerYear {
        rate: "8 % per year".parse()?,
        day_count: DayCount::Actual360,
    };
    Ok(EarlyPayment::none()
        .with_tier(tier(ten_days, Reward::Share(Share::percent(2)?))?)
        .with_tier(tier(CutOff::BeforeDue(Days::new(5)), per_year)?)
        .with_tier(tier(
            CutOff::BeforeDue(Days::new(1)),
            Reward::Amount("1.00 EUR".parse()?),
        )?))
}
