//! The usual questions about receivables.

use chrono::NaiveDate;
use keqing::calendar::Calendar;
use keqing::calendar::day_count::DayCount;
use keqing::receivable::ReceivablePolicy;
use keqing::receivable::clause::Clause;
use keqing::receivable::column::{AgingTotals, OpenColumns, SimpleInterest, age_column};
use keqing::receivable::credit::{
    Component, CreditPolicy, CreditRelease, CreditRequest, Exposure, Prepayment, SalesStep,
    judge_credit,
};
use keqing::receivable::interest::{InterestPolicy, LateDebt, interest};
use keqing::receivable::limit::{Amounts, MoneyLimit};
use keqing::receivable::rate::{LateRate, RateDates, RateFixing, RateSeries, ReferenceRate};
use keqing::receivable::term::{BaseDates, PaymentTerm, due_date};
use keqing::receivable::waiver::{WaiverReason, WaiverRequest, WaiverSubject, judge_waiver};
use keqing::verdict::{Authority, Decision, Presence};
use keqing::vocab::known::Known;
use keqing::vocab::money::{Currency, Money, RoundingMode};
use keqing::vocab::time::Days;
use keqing::vocab::words::WaiverCause;

use crate::{Failure, without_heap};

fn day(month: u32, day: u32) -> Result<NaiveDate, Failure> {
    Ok(NaiveDate::from_ymd_opt(2024, month, day).ok_or("a date")?)
}

#[test]
fn due_dates_and_day_counts_need_no_heap() -> Result<(), Failure> {
    let term = PaymentTerm::end_of_month_then_net(Days::new(45));
    let dates = BaseDates::new(day(1, 10)?);
    let calendar = Calendar::saturday_sunday();
    let due = without_heap(|| due_date(&term, &dates, &calendar))?;
    assert_eq!(due, day(3, 16)?);
    let (from, to) = (day(1, 31)?, day(12, 31)?);
    for convention in DayCount::ALL {
        let fraction = without_heap(|| convention.fraction(from, to));
        let needs_period = [DayCount::Actual365L, DayCount::ActualActualIcma];
        assert_eq!(
            fraction.is_err(),
            needs_period.contains(&convention),
            "{convention}"
        );
    }
    Ok(())
}

#[test]
fn interest_of_one_segment_needs_no_heap() -> Result<(), Failure> {
    let debt = LateDebt::new("7300.00 EUR".parse()?, day(1, 1)?, day(1, 31)?)?;
    let series = RateSeries::fixed("4 % per year".parse()?);
    let reference = ReferenceRate::over(series, "8 % per year".parse()?);
    let rates = [
        LateRate::agreed("10 % per year".parse()?),
        LateRate::referenced(reference.with_sampling(RateFixing::HalfYearStart)),
    ];
    let policy = InterestPolicy::standard();
    let as_of = day(3, 1)?;
    let dates = RateDates::new(day(2, 1)?, as_of);
    for (rate, charged) in rates.iter().zip(["60.00 EUR", "72.00 EUR"]) {
        let told = without_heap(|| interest(&policy, rate, &debt, as_of))?;
        assert_eq!(told.charged().to_string(), charged);
        without_heap(|| rate.rate_on(&dates, as_of))?;
    }
    Ok(())
}

#[test]
fn verdicts_on_credit_and_waivers_need_no_heap() -> Result<(), Failure> {
    let amount: Money = "100.00 EUR".parse()?;
    let (by, as_of) = ("li-na".parse()?, day(2, 1)?);
    let mut request = CreditRequest::new("SO-9".parse()?, SalesStep::Order, amount, by, as_of);
    let (policy, silent) = (ReceivablePolicy::complete(), ReceivablePolicy::standard());
    let unknown = without_heap(|| judge_credit(&policy, &request))?;
    assert!(!unknown.findings().is_spilled());
    request.exposure = Exposure::zero(Currency::EUR);
    request.suspension = Known::measured(Presence::Absent);
    let verdict = without_heap(|| judge_credit(&policy, &request))?;
    assert_eq!(verdict.decision(), Decision::Permit);
    let verdict = without_heap(|| judge_credit(&silent, &request))?;
    assert_eq!(verdict.decision(), Decision::Deny);
    explained_credit(&request)?;
    let subject = WaiverSubject::Interest;
    let mut request = WaiverRequest::new(
        subject,
        "I-1".parse()?,
        amount,
        by,
        Authority::Manager,
        as_of,
    );
    let policy = ReceivablePolicy::standard();
    let unknown = without_heap(|| judge_waiver(&policy, &request))?;
    assert!(!unknown.findings().is_spilled());
    request.claim = Known::measured("300.00 EUR".parse()?);
    request.personal_interest = Known::measured(Presence::Absent);
    request.for_oneself = Known::measured(Presence::Absent);
    request.reason = Known::measured(Some(WaiverReason {
        cause: WaiverCause::OurDelivery,
        on: as_of,
        document: "delivery-note-7".parse()?,
    }));
    request.earlier = Known::measured(Vec::new());
    let verdict = without_heap(|| judge_waiver(&policy, &request))?;
    assert_eq!(verdict.decision(), Decision::Permit);
    Ok(())
}

/// A limit that is exceeded: with a part prepaid and a release, and with nothing known but the step.
fn explained_credit(request: &CreditRequest) -> Result<(), Failure> {
    let up_to = |amount: &str| -> Result<MoneyLimit, Failure> {
        Ok(MoneyLimit::UpTo(Amounts::new([amount.parse()?])?))
    };
    let terms = CreditPolicy::standard()
        .with_limit(Component::Total, up_to("50 EUR")?)?
        .with_release(Authority::Manager, up_to("100 EUR")?)?;
    let policy = ReceivablePolicy::complete().with_credit(Clause::Agreed(terms));
    let mut request = *request;
    request.prepayment = Prepayment::Part("10 EUR".parse()?);
    request.release = Some(CreditRelease {
        document: request.document,
        by: "zhao-min".parse()?,
        authority: Authority::Manager,
        amount: "90 EUR".parse()?,
        until: request.as_of,
    });
    let verdict = without_heap(|| judge_credit(&policy, &request))?;
    assert_eq!(verdict.decision(), Decision::Permit);
    request.exposure = Exposure::unknown();
    request.suspension = Known::Unknown;
    for release in [None, request.release] {
        request.release = release;
        let verdict = without_heap(|| judge_credit(&policy, &request))?;
        assert_eq!(verdict.decision(), Decision::Undecided);
        assert!(!verdict.findings().is_spilled());
    }
    Ok(())
}

#[test]
fn columns_need_no_heap() -> Result<(), Failure> {
    let due = [day(1, 31)?, day(2, 29)?, day(1, 1)?];
    let units = [730_000, 10_000, 36_500];
    let open = OpenColumns::new(&due, &units)?;
    let as_of = day(3, 1)?;
    let rate = "10 % per year".parse()?;
    let mut charged = [0; 3];
    let total = without_heap(|| {
        SimpleInterest::new(
            rate,
            DayCount::Actual365Fixed,
            RoundingMode::HalfEven,
            as_of,
        )?
        .fill(open, &mut charged)
    })?;
    // Thirty, one and sixty days: 60.00, 0.03 and 6.00.
    assert_eq!((charged, total), ([6_000, 3, 600], 6_603));
    let edges = [day(2, 29)?, day(1, 30)?];
    let mut totals = [AgingTotals::default(); 3];
    without_heap(|| age_column(&edges, open, &mut totals))?;
    assert_eq!(totals.map(|total| total.rows), [0, 2, 1]);
    assert_eq!(totals.map(|total| total.units), [0, 740_000, 36_500]);
    Ok(())
}
