use alloc::string::String;

use chrono::NaiveDate;

use crate::calendar::Calendar;
use crate::receivable::cards::REC_03;
use crate::receivable::regime::due::statutory_due;
use crate::receivable::regime::due_facts::{DueGround, StatutoryDue, TermFacts};
use crate::receivable::regime::jurisdiction::Jurisdiction;
use crate::receivable::regime::statute::Regime;
use crate::receivable::regime::statutory_term::DebtorKind;
use crate::receivable::term::{BaseDate, BaseDates, PaymentTerm, TermError};
use crate::verdict::{Assessment, Fact, Outcome};
use crate::vocab::known::{Grade, Known};
use crate::vocab::time::Days;

#[track_caller]
fn date(text: &str) -> NaiveDate {
    match text.parse() {
        Ok(date) => date,
        Err(error) => panic!("`{text}` of the test: {error}"),
    }
}

/// A document of 1 March 2025, whose other dates are that day too.
fn all_on_one_day() -> BaseDates {
    let day = date("2025-03-01");
    BaseDates::new(day)
        .with_delivery(day)
        .with_acceptance(day)
        .with_receipt(day)
}

fn net(days: u32) -> Option<PaymentTerm> {
    Some(PaymentTerm::net(Days::new(days)))
}

#[track_caller]
fn asked(jurisdiction: Jurisdiction, facts: &TermFacts) -> Assessment<StatutoryDue> {
    asked_on(jurisdiction, "2026-01-01", facts)
}

#[track_caller]
fn asked_on(jurisdiction: Jurisdiction, day: &str, facts: &TermFacts) -> Assessment<StatutoryDue> {
    let Some(regime) = Regime::in_force(jurisdiction, facts.debtor, date(day)) else {
        panic!("{jurisdiction} has no regime for it")
    };
    match statutory_due(regime, facts, &Calendar::every_day()) {
        Ok(found) => found,
        Err(error) => panic!("{error}"),
    }
}

/// The due date that counts, its ground and the outcome of the finding, as a text.
fn told(found: &Assessment<StatutoryDue>) -> String {
    let outcome = found.findings().iter().map(|finding| {
        assert_eq!(finding.rule, REC_03.id());
        match finding.outcome {
            Outcome::Missing(fact) => alloc::format!("missing {fact}"),
            outcome => alloc::format!("{outcome:?}").to_lowercase(),
        }
    });
    let outcomes: alloc::vec::Vec<String> = outcome.collect();
    let due = found.value();
    let due = due.map(|due| alloc::format!("{} {}: ", due.due, due.ground.name()));
    [due.unwrap_or_default(), outcomes.join(", ")].concat()
}

#[test]
fn days_are_counted_as_the_statute_counts_them() {
    let business = DebtorKind::Business;
    for (jurisdiction, expected) in [
        (Jurisdiction::GERMANY, "2025-03-31 statute: inapplicable"),
        // The thirty days begin with the later day.
        (
            Jurisdiction::UNITED_KINGDOM,
            "2025-03-30 statute: inapplicable",
        ),
        // The day of receipt itself.
        (Jurisdiction::JAPAN, "2025-03-01 statute: inapplicable"),
        (Jurisdiction::INDIA, "2025-03-16 statute: inapplicable"),
        (Jurisdiction::POLAND, "2025-03-31 statute: inapplicable"),
    ] {
        let facts = TermFacts::new(business, None, all_on_one_day());
        assert_eq!(
            told(&asked(jurisdiction, &facts)),
            expected,
            "{jurisdiction}"
        );
    }
    let longest = |jurisdiction| {
        let facts = TermFacts::new(business, net(1), all_on_one_day());
        asked(jurisdiction, &facts)
            .into_value()
            .and_then(|due| due.longest)
    };
    assert_eq!(longest(Jurisdiction::JAPAN), Some(date("2025-04-29")));
    assert_eq!(longest(Jurisdiction::KOREA), Some(date("2025-04-30")));
    assert_eq!(
        longest(Jurisdiction::UNITED_KINGDOM),
        Some(date("2025-04-29"))
    );
}

#[test]
fn an_agreed_term_is_cut_where_a_longer_one_is_void() {
    for (days, expected) in [
        (44, "2025-04-14 agreed: met"),
        (45, "2025-04-15 agreed: met"),
        (46, "2025-04-15 cut: breached"),
        (60, "2025-04-15 cut: breached"),
    ] {
        let facts = TermFacts::new(DebtorKind::Business, net(days), all_on_one_day());
        assert_eq!(told(&asked(Jurisdiction::INDIA, &facts)), expected);
        // Nobody's word opens what is void.
        let facts = facts.with_longer_is_allowed(Known::measured(true));
        assert_eq!(told(&asked(Jurisdiction::INDIA, &facts)), expected);
    }
}

#[test]
fn a_longer_term_needs_the_word_that_it_may_stand() {
    let facts = |days, word| {
        TermFacts::new(DebtorKind::Business, net(days), all_on_one_day())
            .with_longer_is_allowed(word)
    };
    for (word, expected) in [
        (Known::Unknown, "missing longer-term"),
        (Known::estimated(true), "missing longer-term"),
        (Known::measured(true), "2025-05-30 agreed: met"),
        (Known::measured(false), "2025-04-30 cut: breached"),
        (Known::estimated(false), "2025-04-30 cut: breached"),
    ] {
        let found = asked(Jurisdiction::GERMANY, &facts(90, word));
        assert_eq!(told(&found), expected);
        let found = asked(Jurisdiction::GERMANY, &facts(60, word));
        assert_eq!(told(&found), "2025-04-30 agreed: met");
    }
}

#[test]
fn a_public_body_justifies_more_than_thirty_days() {
    let public = |days, word| {
        let facts = TermFacts::new(DebtorKind::PublicBody, net(days), all_on_one_day());
        told(&asked(
            Jurisdiction::GERMANY,
            &facts.with_longer_is_allowed(word),
        ))
    };
    let (yes, no) = (Known::measured(true), Known::measured(false));
    assert_eq!(public(30, Known::Unknown), "2025-03-31 agreed: met");
    assert_eq!(public(31, Known::Unknown), "missing longer-term");
    assert_eq!(public(31, no), "2025-03-31 cut: breached");
    assert_eq!(public(60, yes), "2025-04-30 agreed: met");
    assert_eq!(public(61, yes), "2025-04-30 cut: breached");
    assert_eq!(public(61, no), "2025-03-31 cut: breached");
    // It is too long in any case, and how long it may be is unknown.
    assert_eq!(public(61, Known::Unknown), "breached, missing longer-term");
}

#[test]
fn in_france_a_month_end_may_lead_beyond_sixty_days() {
    let french = |term: PaymentTerm, word| {
        let facts = TermFacts::new(DebtorKind::Business, Some(term), all_on_one_day());
        told(&asked(
            Jurisdiction::FRANCE,
            &facts.with_longer_is_allowed(word),
        ))
    };
    let month_end = || PaymentTerm::end_of_month_then_net(Days::new(45));
    let yes = Known::measured(true);
    assert_eq!(
        french(PaymentTerm::net(Days::new(60)), Known::Unknown),
        "2025-04-30 agreed: met"
    );
    assert_eq!(french(month_end(), Known::Unknown), "missing longer-term");
    assert_eq!(french(month_end(), yes), "2025-05-15 agreed: met");
    assert_eq!(
        french(PaymentTerm::net(Days::new(76)), yes),
        "2025-05-15 cut: breached"
    );
}

#[test]
fn a_date_that_is_unknown_decides_only_where_it_can() {
    let dates = BaseDates::new(date("2025-03-01")).with_receipt(date("2025-03-03"));
    let german = |days| {
        let facts = TermFacts::new(DebtorKind::Business, net(days), dates);
        told(&asked(Jurisdiction::GERMANY, &facts))
    };
    // Sixty days from receipt at the earliest, whatever the delivery.
    assert_eq!(german(62), "2025-05-02 agreed: met");
    assert_eq!(german(63), "missing base-date");
    let none = TermFacts::new(DebtorKind::Business, None, dates);
    assert_eq!(
        told(&asked(Jurisdiction::GERMANY, &none)),
        "missing base-date"
    );
    let unknown = PaymentTerm::net(Days::new(1)).counted_from(BaseDate::Delivery);
    let unknown = TermFacts::new(DebtorKind::Business, Some(unknown), dates);
    assert_eq!(
        told(&asked(Jurisdiction::GERMANY, &unknown)),
        "missing base-date"
    );
}

#[test]
fn a_term_that_holds_since_a_day_asks_for_the_contract() {
    let irish = |contract: Option<&str>, days| {
        let facts = TermFacts::new(DebtorKind::Business, net(days), all_on_one_day())
            .with_longer_is_allowed(Known::measured(false));
        let facts = facts.with_contract(contract.map(date));
        told(&asked(Jurisdiction::IRELAND, &facts))
    };
    assert_eq!(irish(None, 60), "2025-04-30 agreed: met");
    assert_eq!(irish(None, 61), "missing contract-date");
    assert_eq!(
        irish(Some("2016-05-24"), 61),
        "2025-05-01 agreed: inapplicable"
    );
    assert_eq!(irish(Some("2016-05-25"), 61), "2025-04-30 cut: breached");
    let spanish = TermFacts::new(DebtorKind::Business, None, all_on_one_day());
    assert_eq!(
        told(&asked(Jurisdiction::SPAIN, &spanish)),
        "missing contract-date"
    );
}

#[test]
fn what_the_custom_of_a_trade_allows_has_no_number() {
    let large = |day, days| {
        let facts = TermFacts::new(DebtorKind::LargeEnterprise, net(days), all_on_one_day())
            .with_longer_is_allowed(Known::graded(true, Grade::CustomerStated));
        told(&asked_on(Jurisdiction::CHINA, day, &facts))
    };
    assert_eq!(large("2025-05-31", 90), "2025-05-30 agreed: inapplicable");
    assert_eq!(large("2025-06-01", 90), "2025-05-30 agreed: met");
    assert_eq!(large("2025-06-01", 60), "2025-04-30 agreed: met");
}

#[test]
fn an_agreed_term_that_leads_nowhere_is_an_error() {
    let Some(bgb) = Regime::in_force(
        Jurisdiction::GERMANY,
        DebtorKind::Business,
        date("2026-01-01"),
    ) else {
        panic!("no regime")
    };
    let dates = BaseDates::new(NaiveDate::MAX);
    let facts = TermFacts::new(DebtorKind::Business, net(30), dates);
    let refused = statutory_due(bgb, &facts, &Calendar::every_day());
    assert!(
        matches!(refused, Err(TermError::Calendar(_))),
        "{refused:?}"
    );
    let late = dates.with_receipt(NaiveDate::MAX);
    let facts = TermFacts::new(DebtorKind::Business, None, late);
    let refused = statutory_due(bgb, &facts, &Calendar::every_day());
    assert!(
        matches!(refused, Err(TermError::Calendar(_))),
        "{refused:?}"
    );
    assert_eq!(DueGround::Cut.name(), "cut");
    assert_eq!(Fact::DueDate.name(), "due-date");
}

#[test]
fn interest_begins_behind_the_due_date_or_behind_the_longest_term() {
    let net_from = |base, days| Some(PaymentTerm::net(Days::new(days)).counted_from(base));
    let facts = |agreed| TermFacts::new(DebtorKind::Business, agreed, all_on_one_day());
    for (jurisdiction, agreed, due, from) in [
        (
            Jurisdiction::GERMANY,
            net_from(BaseDate::Receipt, 30),
            "2025-03-31",
            "2025-04-01",
        ),
        // The day of receipt is the first of sixty, so the last is 59 days later.
        (
            Jurisdiction::JAPAN,
            net_from(BaseDate::Delivery, 30),
            "2025-03-31",
            "2025-04-30",
        ),
        (
            Jurisdiction::JAPAN,
            net_from(BaseDate::Delivery, 59),
            "2025-04-29",
            "2025-04-30",
        ),
        (
            Jurisdiction::JAPAN,
            net_from(BaseDate::Delivery, 60),
            "2025-04-29",
            "2025-04-30",
        ),
        (Jurisdiction::JAPAN, None, "2025-03-01", "2025-04-30"),
    ] {
        let found = asked(jurisdiction, &facts(agreed));
        let told = found.value().map(|due| (due.due, due.interest_from));
        assert_eq!(
            told,
            Some((date(due), Some(date(from)))),
            "{jurisdiction} {due}"
        );
    }
    // Where the day of receipt is unknown, so is the day from which the interest runs.
    let unknown = TermFacts::new(
        DebtorKind::Business,
        net(1),
        BaseDates::new(date("2025-03-01")),
    );
    let found = asked(Jurisdiction::JAPAN, &unknown);
    assert_eq!(found.value().and_then(|due| due.interest_from), None);
}

#[test]
fn a_bound_may_reach_older_contracts_from_a_day_on() {
    let dutch = |debtor, contract: &str, invoice: &str, days| {
        let day = date(invoice);
        let dates = BaseDates::new(day)
            .with_delivery(day)
            .with_acceptance(day)
            .with_receipt(day);
        let facts = TermFacts::new(debtor, net(days), dates).with_contract(date(contract));
        told(&asked_on(Jurisdiction::NETHERLANDS, "2025-01-01", &facts))
    };
    let large = DebtorKind::LargeEnterprise;
    for (debtor, contract, invoice, days, expected) in [
        (
            large,
            "2022-07-01",
            "2022-07-01",
            60,
            "2022-07-31 cut: breached",
        ),
        (
            large,
            "2022-06-30",
            "2023-06-30",
            60,
            "2023-08-29 agreed: met",
        ),
        (
            large,
            "2022-06-30",
            "2023-07-01",
            60,
            "2023-07-31 cut: breached",
        ),
        (large, "2022-06-30", "2023-06-30", 61, "missing longer-term"),
        (
            DebtorKind::Business,
            "2024-01-01",
            "2024-01-02",
            60,
            "2024-03-02 agreed: met",
        ),
        (
            DebtorKind::Business,
            "2024-01-01",
            "2024-01-02",
            90,
            "missing longer-term",
        ),
    ] {
        let told = dutch(debtor, contract, invoice, days);
        assert_eq!(told, expected, "{contract} {invoice} {days}");
    }
}
