//! The JSON of rates, interest, settlements, allocations and agings.

use keqing::calendar::day_count::{DayCount, PeriodsPerYear, ReferencePeriod, YearFraction};
use keqing::receivable::aging::{
    self, AgeRange, AgingPolicy, DelayWeight, FractionalDays, OpenItem, Receipt, ZeroDays, age,
    average_days_late,
};
use keqing::receivable::allocation::{
    Allocation, AllocationPolicy, Debt, DebtComponent, Payment, allocate,
};
use keqing::receivable::interest::{
    self, BalanceChange, Grace, GraceEnd, Interest, InterestPolicy, LateDebt, MinimumInterest,
    Pause, RoundingPoint, interest,
};
use keqing::receivable::rate::{
    Compounding, LateRate, RateDates, RateFactor, RateFixing, RateReset, RateSeries, RateStep,
    ReferenceRate, Rest,
};
use keqing::receivable::regime::{
    CompensationBand, CompensationBands, Jurisdiction, Regime, regimes,
};
use keqing::receivable::settlement::{
    self, MethodRule, PaidOn, PaidUpon, Settlement, SettlementPolicy, paid_on,
};
use keqing::vocab::money::{Currency, FractionalMoney, RoundingMode};
use keqing::vocab::share::Share;
use keqing::vocab::time::Days;
use rust_decimal::Decimal;

use crate::support::errors::{Failure, day};
use crate::support::golden::{golden, shorter};

#[test]
fn fractions_are_written_as_what_they_are() -> Result<(), Failure> {
    let third = FractionalMoney::of("1.00 EUR".parse()?).checked_mul(1, 3)?;
    golden(
        &third,
        r#"{"numerator": "1", "denominator": "3", "currency": "EUR"}"#,
    );
    golden(&"30/365".parse::<YearFraction>()?, r#""30/365""#);
    golden(&RateFactor::THREE, r#""3""#);
    Ok(())
}

#[test]
fn rates_are_agreed_or_follow_a_series() -> Result<(), Failure> {
    golden(
        &LateRate::agreed("8 % per year".parse()?),
        r#"{"agreed": "8 % per year"}"#,
    );
    let steps = [
        RateStep::new(day("2023-07-01")?, "4 % per year".parse()?),
        RateStep::unknown(day("2024-01-01")?),
    ];
    let series = RateSeries::new(steps)?.with_known_until(day("2024-06-30")?)?;
    let known = r#"{
        "steps": [{"from": "2023-07-01", "rate": "4 % per year"}, {"from": "2024-01-01", "rate": "none"}],
        "known-until": "2024-06-30"
    }"#;
    golden(&series, known);
    let reference = ReferenceRate::over(series, "8 % per year".parse()?)
        .with_sampling(RateFixing::HalfYearStart)
        .with_binding(RateReset::FixedAtDefault);
    let written = format!(
        r#"{{
            "series": {known}, "factor": "1", "margin": "8 % per year",
            "sampling": "half-year-start", "binding": "fixed-at-default"
        }}"#
    );
    golden(
        &LateRate::referenced(reference.clone()),
        &format!(r#"{{"referenced": {written}}}"#),
    );
    golden(
        &LateRate::agreed_at_least("5 % per year".parse()?, reference),
        &format!(r#"{{"agreed-at-least": {{"agreed": "5 % per year", "floor": {written}}}}}"#),
    );
    let dates = RateDates::new(day("2024-02-01")?, day("2024-03-01")?);
    golden(
        &dates,
        r#"{"contract": null, "default": "2024-02-01", "payment": "2024-03-01"}"#,
    );
    shorter(
        r#"{"default": "2024-02-01", "payment": "2024-03-01"}"#,
        &dates,
    );
    let period = ReferencePeriod::new(day("2024-01-15")?, day("2024-07-15")?, PeriodsPerYear::Two)?
        .with_termination(day("2024-07-15")?);
    golden(
        &period,
        r#"{
            "nominal-dates": ["2024-01-15", "2024-07-15"],
            "periods-per-year": "two", "termination": "2024-07-15"
        }"#,
    );
    Ok(())
}

#[test]
fn statutes_are_written_with_where_they_were_read() -> Result<(), Failure> {
    for regime in regimes() {
        let json = serde_json::to_string(regime)?;
        assert_eq!(&serde_json::from_str::<Regime>(&json)?, regime);
        assert!(json.starts_with(&format!(r#"{{"jurisdiction":"{}","#, regime.jurisdiction())));
        assert!(json.contains(r#""provenance":{"source":""#), "{json}");
    }
    golden(&Jurisdiction::GERMANY, r#""DE""#);
    let band = |from: i64, sum: i64| CompensationBand::new(Decimal::from(from), Decimal::from(sum));
    golden(
        &CompensationBands::new(Currency::GBP, [band(0, 40), band(1000, 70)])?,
        r#"{"currency": "GBP", "bands": [{"from": "0", "sum": "40"}, {"from": "1000", "sum": "70"}]}"#,
    );
    Ok(())
}

#[test]
fn interest_is_its_policy_its_debt_and_its_segments() -> Result<(), Failure> {
    let policy = InterestPolicy::standard()
        .with_day_count(DayCount::Actual360)
        .with_compounding(Compounding::Rests(Rest::ThirtyDays))
        .with_grace(Grace::new(Days::new(3), GraceEnd::FromGraceEnd))
        .with_rounding(RoundingPoint::Segment, RoundingMode::HalfUp)
        .with_cap(interest::Cap::ShareOfPrincipal(Share::percent(20)?))?
        .with_minimum(MinimumInterest::NothingBelow("1 USD".parse()?))?;
    golden(
        &policy,
        r#"{
            "day-count": "ACT/360", "compounding": {"rests": "thirty-days"}, "compounds-for": "none", "runs-for": "none",
            "carried-places": 10,
            "grace": {"days": 3, "then": "from-grace-end"}, "rounding": "segment", "mode": "half-up",
            "cap": {"share-of-principal": {"part": "1", "whole": "5"}},
            "minimum": {"nothing-below": {"amount": "1", "currency": "USD"}}
        }"#,
    );
    Ok(())
}

#[test]
fn interest_is_its_debt_and_its_segments() -> Result<(), Failure> {
    let debt = LateDebt::new(
        "7300.00 EUR".parse()?,
        day("2023-03-01")?,
        day("2023-03-31")?,
    )?;
    golden(
        &debt,
        r#"{
            "principal": {"amount": "7300.00", "currency": "EUR"},
            "issued": "2023-03-01", "due": "2023-03-31", "contract": null, "changes": [], "pauses": []
        }"#,
    );
    let debt = debt
        .with_contract(day("2023-01-02")?)
        .with_pause(Pause::new(day("2023-05-01")?, None))?
        .with_change(BalanceChange::credit_note(
            day("2023-04-10")?,
            "3650.00 EUR".parse()?,
        ))?;
    golden(
        &debt,
        r#"{
            "principal": {"amount": "7300.00", "currency": "EUR"},
            "issued": "2023-03-01", "due": "2023-03-31", "contract": "2023-01-02",
            "changes": [{
                "date": "2023-04-10",
                "amount": {"amount": "3650.00", "currency": "EUR"},
                "kind": "credit-note"
            }],
            "pauses": [{"from": "2023-05-01", "to": null}]
        }"#,
    );
    let rate = LateRate::agreed("10 % per year".parse()?);
    let told: Interest = interest(
        &InterestPolicy::standard(),
        &rate,
        &debt,
        day("2023-04-10")?,
    )?;
    golden(
        &told,
        r#"{
            "segments": [{
                "from": "2023-03-31", "to": "2023-04-10", "days": 10,
                "balance": {"amount": "7300.00", "currency": "EUR"},
                "rate": "10 % per year", "fraction": "10/365",
                "amount": {"numerator": "20", "denominator": "1", "currency": "EUR"},
                "ends": "as-of"
            }],
            "exact": {"numerator": "20", "denominator": "1", "currency": "EUR"},
            "charged": {"amount": "20.00", "currency": "EUR"}
        }"#,
    );
    Ok(())
}

#[test]
fn settlements_are_a_method_and_its_days() -> Result<(), Failure> {
    let bill = Settlement::new(settlement::Method::BankAcceptanceBill, day("2024-01-05")?)
        .with_maturity(day("2024-07-05")?)?;
    golden(
        &bill,
        r#"{"method": "bank-acceptance-bill", "received": "2024-01-05", "matures": "2024-07-05"}"#,
    );
    let policy = SettlementPolicy::standard();
    golden(
        &paid_on(&policy, &bill)?,
        r#"{"awaiting": {"event": "matured", "expected": "2024-07-05"}}"#,
    );
    golden(&PaidOn::Day(day("2024-07-05")?), r#"{"day": "2024-07-05"}"#);
    golden(&PaidOn::NotAccepted, r#""not-accepted""#);
    golden(
        &MethodRule::Tolerated(PaidUpon::Cleared),
        r#"{"tolerated": "cleared"}"#,
    );
    golden(&MethodRule::Refused, r#""refused""#);
    golden(
        &policy,
        r#"{
            "bank-acceptance-bill": {"accepted": "matured"},
            "cash": {"accepted": "received"},
            "cheque": {"accepted": "cleared"},
            "commercial-acceptance-bill": "refused",
            "direct-debit": {"accepted": "cleared"},
            "letter-of-credit": {"accepted": "cleared"},
            "set-off": {"accepted": "received"},
            "transfer": {"accepted": "received"}
        }"#,
    );
    Ok(())
}

#[test]
fn allocations_are_what_was_applied_and_what_was_not() -> Result<(), Failure> {
    let debt = Debt::new(
        "A".parse()?,
        day("2024-01-01")?,
        day("2024-01-31")?,
        "100.00 EUR".parse()?,
    )?
    .with_component(DebtComponent::Fees, "5.00 EUR".parse()?)?
    .with_security(Share::percent(50)?)
    .with_burden("8 % per year".parse()?);
    golden(
        &debt,
        r#"{
            "id": "A", "issued": "2024-01-01", "due": "2024-01-31", "currency": "EUR",
            "secured": {"part": "1", "whole": "2"}, "burden": "8 % per year",
            "parts": [
                {
                    "component": "principal", "amount": {"amount": "100.00", "currency": "EUR"},
                    "since": "2024-01-01", "due": "2024-01-31"
                },
                {
                    "component": "fees", "amount": {"amount": "5.00", "currency": "EUR"},
                    "since": "2024-01-01", "due": "2024-01-31"
                }
            ]
        }"#,
    );
    let payment = Payment::new("P".parse()?, day("2024-02-05")?, "6.00 EUR".parse()?)?;
    let told: Allocation = allocate(&AllocationPolicy::standard(), &[debt], &payment)?;
    golden(
        &told,
        r#"{
            "payment": "P", "date": "2024-02-05",
            "applied": [
                {
                    "debt": "A", "component": "fees", "due-state": "past-due",
                    "amount": {"amount": "5.00", "currency": "EUR"}
                },
                {
                    "debt": "A", "component": "principal", "due-state": "past-due",
                    "amount": {"amount": "1.00", "currency": "EUR"}
                }
            ],
            "unapplied": {"amount": "0.00", "currency": "EUR"}
        }"#,
    );
    Ok(())
}

#[test]
fn agings_are_columns_by_currency() -> Result<(), Failure> {
    let receipt = Receipt {
        date: day("2024-02-20")?,
        amount: "40.00 EUR".parse()?,
    };
    let item = OpenItem::new(
        "A".parse()?,
        day("2024-01-01")?,
        day("2024-01-31")?,
        "100.00 EUR".parse()?,
    )?
    .with_receipt(receipt)?;
    golden(
        &item,
        r#"{
            "id": "A", "issued": "2024-01-01", "due": "2024-01-31",
            "amount": {"amount": "100.00", "currency": "EUR"},
            "receipts": [{"date": "2024-02-20", "amount": {"amount": "40.00", "currency": "EUR"}}]
        }"#,
    );
    let policy = AgingPolicy::standard()
        .with_buckets(aging::Buckets::new([Days::new(30)], ZeroDays::FirstBucket)?);
    let told = age(&policy, [&item], day("2024-02-10")?)?;
    let columns = |items: u8, amount: &str| {
        format!(r#"{{"items": {items}, "amount": {{"amount": "{amount}", "currency": "EUR"}}}}"#)
    };
    let (nothing, hundred) = (columns(0, "0"), columns(1, "100.00"));
    golden(
        &told,
        &format!(
            r#"{{
                "policy": {{"basis": "due-date", "buckets": {{"cuts": [30], "zero-days": "first-bucket"}}}},
                "as-of": "2024-02-10",
                "balances": [{{
                    "columns": [{nothing}, {hundred}, {nothing}],
                    "disputed": {nothing}, "held-back": {nothing}, "credits": {nothing},
                    "total": {hundred}
                }}]
            }}"#
        ),
    );
    let ranges: Vec<AgeRange> = policy.buckets().ranges().collect();
    golden(
        &ranges,
        r#"["not-yet-due", {"between": {"from": 0, "to": 30}}, {"over": {"days": 30}}]"#,
    );
    let late: FractionalDays =
        average_days_late([&item], day("2024-03-01")?, DelayWeight::Amount)?.ok_or("days")?;
    golden(&late, r#"{"numerator": "20", "denominator": "1"}"#);
    Ok(())
}
