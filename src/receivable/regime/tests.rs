use alloc::boxed::Box;
use alloc::string::ToString;
use core::error::Error;

use chrono::{Datelike, NaiveDate};

use crate::calendar::day_count::DayCount;
use crate::receivable::rate::{LateRate, RateSeries};
use crate::receivable::regime::error::RegimeError;
use crate::receivable::regime::jurisdiction::Jurisdiction;
use crate::receivable::regime::published::{published_rates, published_series};
use crate::receivable::regime::regimes;
use crate::receivable::regime::statute::Regime;
use crate::receivable::regime::statutory_rate::{AgreedRate, StatutoryRate};
use crate::receivable::regime::statutory_term::DebtorKind;
use crate::vocab::rate::Rate;
use crate::vocab::set::Set;
use crate::vocab::source::{Confirmation, Provenance, Sourced};

#[track_caller]
fn date(text: &str) -> NaiveDate {
    match text.parse() {
        Ok(date) => date,
        Err(error) => panic!("`{text}` of the test: {error}"),
    }
}

#[track_caller]
fn regime(jurisdiction: Jurisdiction) -> &'static Regime {
    match Regime::in_force(jurisdiction, DebtorKind::Business, date("2026-01-01")) {
        Some(regime) => regime,
        None => panic!("{jurisdiction} has no regime"),
    }
}

#[test]
fn the_tables_hold_only_dates_that_exist_and_sources_that_say_something() {
    for regime in regimes() {
        let from = *regime.in_force_from().value();
        let until = regime.in_force_until().map(|last| *last.value());
        assert!(from.year() > 1960, "{}", regime.title());
        assert!(until.is_none_or(|until| from < until), "{}", regime.title());
        let sources = [
            regime.applies_by().provenance(),
            regime.in_force_from().provenance(),
            regime.rate().provenance(),
            regime.agreed().provenance(),
            regime.compounding().provenance(),
            regime.day_count().provenance(),
        ];
        assert!(sources.iter().all(|source| !source.source().is_empty()));
    }
    for rate in published_rates() {
        assert!(
            rate.from.year() > 1990 && rate.from <= rate.until,
            "{rate:?}"
        );
    }
}

#[test]
fn one_regime_follows_another() {
    for (day, title) in [
        ("2020-08-31", None),
        (
            "2020-09-01",
            Some("保障中小企业款项支付条例 (国务院令第728号)"),
        ),
        (
            "2025-05-31",
            Some("保障中小企业款项支付条例 (国务院令第728号)"),
        ),
        (
            "2025-06-01",
            Some("保障中小企业款项支付条例 (国务院令第802号修订)"),
        ),
    ] {
        let found = Regime::in_force(Jurisdiction::CHINA, DebtorKind::LargeEnterprise, date(day));
        assert_eq!(found.map(Regime::title), title, "{day}");
    }
    assert_eq!(
        Regime::in_force(
            Jurisdiction::CHINA,
            DebtorKind::Business,
            date("2026-01-01")
        ),
        None
    );
    for (place, regime) in (1_usize..).zip(regimes()) {
        let overlapping = regimes().iter().skip(place).filter(|other| {
            let later = *other.in_force_from().value();
            other.jurisdiction() == regime.jurisdiction()
                && !(other.debtors() & regime.debtors()).is_empty()
                && regime.is_in_force(later)
        });
        assert_eq!(overlapping.count(), 0, "{}", regime.title());
    }
}

#[test]
fn a_rate_asks_for_the_history_it_follows_and_for_no_other() {
    let series = || RateSeries::fixed(Rate::basis_points(300));
    let message = |rate: Result<LateRate, RegimeError>| rate.map_err(|error| error.to_string());
    for regime in regimes() {
        let follows = matches!(regime.rate().value(), StatutoryRate::Referenced(_));
        assert_eq!(regime.late_rate(Some(series())).is_ok(), follows);
        assert_eq!(regime.late_rate(None).is_ok(), !follows);
    }
    assert_eq!(
        message(regime(Jurisdiction::GERMANY).late_rate(None)),
        Err("the rate follows the Basiszinssatz, BGB 247, expected its history to be given".into())
    );
    assert_eq!(
        message(regime(Jurisdiction::JAPAN).late_rate(Some(series()))),
        Err("the rate follows no reference rate, expected no history of one".into())
    );
}

#[test]
fn an_agreed_rate_is_taken_as_far_as_the_regime_lets_it() {
    let (series, ten) = (|| RateSeries::fixed(Rate::ZERO), Rate::basis_points(1_000));
    for regime in regimes() {
        let with = regime.agreed_rate(ten, Some(series())).is_ok();
        let without = regime.agreed_rate(ten, None).is_ok();
        let expected = match regime.agreed().value() {
            AgreedRate::AtLeast(_) | AgreedRate::AtLeastStatutory => (true, false),
            AgreedRate::Overridden => (false, false),
            AgreedRate::SubstantialRemedy | AgreedRate::UnlessGrosslyUnfair => (false, true),
        };
        assert_eq!((with, without), expected, "{}", regime.title());
    }
    // A floor that is the statute's own rate: 5 % in Switzerland, whatever lower one is agreed.
    let sourced = || Provenance::new("the test", Confirmation::Secondary);
    let swiss = Regime::new(
        Jurisdiction::AUSTRIA,
        "a floor",
        Sourced::new(date("1912-01-01"), sourced()),
        Sourced::new(StatutoryRate::Fixed(Rate::basis_points(500)), sourced()),
        Sourced::new(AgreedRate::AtLeastStatutory, sourced()),
        regime(Jurisdiction::GERMANY).compounding().clone(),
        regime(Jurisdiction::GERMANY).day_count().clone(),
    );
    for (agreed, counts) in [(400, 500), (500, 500), (600, 600)] {
        assert_eq!(
            swiss.agreed_rate(Rate::basis_points(agreed), None),
            Ok(LateRate::agreed(Rate::basis_points(counts)))
        );
    }
    assert_eq!(
        regime(Jurisdiction::INDIA)
            .agreed_rate(ten, None)
            .map_err(|error| error.to_string()),
        Err("the statute of IN overrides an agreed rate, expected its own to be asked for".into())
    );
}

#[test]
fn what_is_published_is_known_on_its_days_and_nowhere_else() -> Result<(), Box<dyn Error>> {
    let base_rate = |least| published_series("Basiszinssatz, BGB 247", least).ok_or("none");
    let remembered = base_rate(Confirmation::FromMemory)?;
    let read = base_rate(Confirmation::Secondary)?;
    for (day, from_memory, secondary) in [
        ("2014-06-30", false, false), // no source for that half-year
        ("2014-07-01", true, true),
        ("2015-07-01", true, true),
        ("2021-07-01", true, true),
        ("2024-06-30", true, true),
        ("2024-07-01", true, true),
        ("2024-12-31", true, true),
        ("2025-01-01", true, true),
        ("2026-06-30", true, true),
        ("2026-07-01", false, false),
    ] {
        assert_eq!(remembered.rate_on(date(day)).is_ok(), from_memory, "{day}");
        assert_eq!(read.rate_on(date(day)).is_ok(), secondary, "{day}");
    }
    let bank_rate = |least| {
        let series = published_series("Bank of England Bank Rate", least);
        series.is_some_and(|series| series.rate_on(date("2025-12-31")).is_ok())
    };
    assert!(bank_rate(Confirmation::FromMemory) && !bank_rate(Confirmation::Secondary));
    assert_eq!(base_rate(Confirmation::Confirmed), Err("none"));
    assert_eq!(published_series("prime", Confirmation::FromMemory), None);
    Ok(())
}

#[test]
fn a_regime_has_a_term_for_each_debtor_that_it_binds() {
    for regime in regimes() {
        for debtor in regime.debtors().iter() {
            let mut terms = regime.terms_for(debtor);
            assert!(terms.next().is_some(), "{}: {debtor}", regime.title());
        }
    }
}

#[test]
fn a_regime_is_data_in_json() -> Result<(), Box<dyn Error>> {
    for regime in regimes() {
        let json = serde_json::to_string(regime)?;
        assert_eq!(&serde_json::from_str::<Regime>(&json)?, regime);
        let mut value: serde_json::Value = serde_json::from_str(&json)?;
        let earlier = serde_json::json!({
            "value": "1960-01-01",
            "provenance": {"source": "the test", "confirmation": "confirmed"},
        });
        if let Some(fields) = value.as_object_mut() {
            fields.insert("in-force-until".into(), earlier);
        }
        let refused = serde_json::from_value::<Regime>(value).map_err(|error| error.to_string());
        let from = regime.in_force_from().value();
        assert_eq!(
            refused.map(|_| ()),
            Err(alloc::format!(
                "in force from {from} until 1960-01-01, expected the last day on the first or later"
            ))
        );
    }
    Ok(())
}

#[test]
fn a_regime_of_the_callers_own_is_as_good_as_a_known_one() -> Result<(), RegimeError> {
    for known in regimes() {
        let mut made = Regime::new(
            known.jurisdiction(),
            known.title().to_string(),
            known.in_force_from().clone(),
            known.rate().clone(),
            known.agreed().clone(),
            known.compounding().clone(),
            known.day_count().clone(),
        )
        .with_debtors(known.debtors())?
        .with_applies_by(known.applies_by().clone())
        .with_terms(known.terms().iter().cloned())
        .with_notes(known.notes().iter().cloned());
        if let Some(kinds) = known.creditors() {
            made = made.with_creditors(kinds);
        }
        if let Some(rate) = known.rate_without_fault() {
            made = made.with_rate_without_fault(rate.clone());
        }
        if let Some(last) = known.in_force_until() {
            made = made.with_in_force_until(last.clone())?;
        }
        if let Some(bands) = known.compensation_bands() {
            made = made.with_compensation(bands.clone());
        }
        if let Some(minimum) = known.minimum() {
            made = made.with_minimum(minimum.clone());
        }
        assert_eq!(&made, known);
        let none = made.clone().with_debtors(Set::empty());
        assert_eq!(
            none.map_err(|error| error.to_string()),
            Err(
                "a regime that binds no debtor, expected at least one kind such as `business`"
                    .into()
            )
        );
        let provenance = known.rate().provenance().clone();
        let before = Sourced::new(date("1960-01-01"), provenance);
        assert!(made.with_in_force_until(before).is_err());
    }
    Ok(())
}

#[test]
fn a_part_of_a_regime_is_replaced() {
    let (germany, india) = (regime(Jurisdiction::GERMANY), regime(Jurisdiction::INDIA));
    let Some(federal) = Regime::in_force(
        Jurisdiction::UNITED_STATES,
        DebtorKind::PublicBody,
        date("2026-01-01"),
    ) else {
        panic!("no federal regime")
    };
    let made = germany
        .clone()
        .with_rate(india.rate().clone())
        .with_agreed(india.agreed().clone())
        .with_compounding(india.compounding().clone())
        .with_day_count(federal.day_count().clone());
    assert_eq!(made.rate(), india.rate());
    assert_eq!(made.agreed(), india.agreed());
    assert_eq!(made.compounding(), india.compounding());
    assert_eq!(made.day_count().value(), &DayCount::Actual360);
    assert_eq!(made.title(), germany.title());
}

#[test]
fn a_jurisdiction_is_two_capital_letters() -> Result<(), Box<dyn Error>> {
    for text in ["DE", "EU", "ZZ"] {
        let jurisdiction: Jurisdiction = text.parse()?;
        let json = serde_json::to_string(&jurisdiction)?;
        assert_eq!(json, alloc::format!("\"{text}\""));
        assert_eq!(serde_json::from_str::<Jurisdiction>(&json)?, jurisdiction);
    }
    for text in ["", "D", "de", "DEU", "D1", "ÄÖ"] {
        let refused = text
            .parse::<Jurisdiction>()
            .map_err(|error| error.to_string());
        let expected = alloc::format!(
            "`{text}` is not a jurisdiction, expected two capital letters such as `DE`"
        );
        assert_eq!(refused, Err(expected));
    }
    Ok(())
}
