use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::receivable::late_payment::LatePayment;
use crate::receivable::regime::applies_by::CreditorKind;
use crate::receivable::regime::governing::{GovernedDebt, Governing, governing, governing_among};
use crate::receivable::regime::governing_words::{GoverningDecision, GoverningGround};
use crate::receivable::regime::jurisdiction::Jurisdiction;
use crate::receivable::regime::regimes;
use crate::receivable::regime::statutory_term::DebtorKind;

#[track_caller]
fn date(text: &str) -> NaiveDate {
    match text.parse() {
        Ok(date) => date,
        Err(error) => panic!("`{text}` of the test: {error}"),
    }
}

fn debt(jurisdiction: Jurisdiction, debtor: DebtorKind) -> GovernedDebt {
    GovernedDebt::new(jurisdiction, debtor)
}

fn grounds(found: &Governing) -> Vec<GoverningGround> {
    found.considered.iter().map(|one| one.ground).collect()
}

#[test]
fn the_statute_says_by_which_day_it_applies() {
    use GoverningGround::{DateUnknown, Governs, NoLongerInForce, NotYetInForce};
    let subcontractor = Some(CreditorKind::Subcontractor);
    let order = |day: Option<&str>| {
        let debt = debt(Jurisdiction::JAPAN, DebtorKind::Business);
        governing(
            &debt
                .with_creditor(subcontractor)
                .with_order(day.map(date))
                .with_contract(date("2010-01-01"))
                .with_overdue(date("2026-03-01")),
        )
    };
    let last = order(Some("2025-12-31"));
    assert_eq!(grounds(&last), [Governs, NotYetInForce]);
    assert_eq!(
        last.considered.first().and_then(|one| one.day),
        Some(date("2025-12-31"))
    );
    assert_eq!(
        grounds(&order(Some("2026-01-01"))),
        [NoLongerInForce, Governs]
    );
    let unknown = order(None);
    assert_eq!(grounds(&unknown), [DateUnknown, DateUnknown]);
    assert_eq!(unknown.decision, GoverningDecision::Undecided);
    assert_eq!(unknown.regime, None);
}

#[test]
fn debtors_and_creditors_are_told_apart() {
    use GoverningGround::{CreditorNotCovered, CreditorUnknown, Governs, OtherDebtor};
    let contract = Some(date("2024-01-01"));
    for (debtor, expected) in [
        (DebtorKind::Business, [OtherDebtor, Governs]),
        (DebtorKind::LargeEnterprise, [OtherDebtor, Governs]),
        (DebtorKind::PublicBody, [Governs, OtherDebtor]),
    ] {
        let found = governing(&debt(Jurisdiction::FRANCE, debtor).with_contract(contract));
        assert_eq!(grounds(&found), expected, "{debtor}");
        assert_eq!(found.decision, GoverningDecision::Governed);
    }
    let india = debt(Jurisdiction::INDIA, DebtorKind::Business).with_overdue(contract);
    for (creditor, ground, decision) in [
        (
            Some(CreditorKind::SmallEnterprise),
            Governs,
            GoverningDecision::Governed,
        ),
        (
            Some(CreditorKind::MediumEnterprise),
            CreditorNotCovered,
            GoverningDecision::Ungoverned,
        ),
        (None, CreditorUnknown, GoverningDecision::Undecided),
    ] {
        let found = governing(&india.with_creditor(creditor));
        assert_eq!(
            (grounds(&found), found.decision),
            ([ground].into(), decision)
        );
    }
    // A fact that rules the regime out settles it, and the unknown ones do not matter.
    let old = india.with_overdue(date("2006-10-01"));
    assert_eq!(governing(&old).decision, GoverningDecision::Ungoverned);
    let medium = debt(Jurisdiction::INDIA, DebtorKind::Business)
        .with_creditor(CreditorKind::MediumEnterprise);
    assert_eq!(grounds(&governing(&medium)), [CreditorNotCovered]);
}

#[test]
fn a_directive_governs_no_debt() {
    use GoverningGround::{NoDirectEffect, OtherJurisdiction};
    let contract = date("2020-01-01");
    for (jurisdiction, expected) in [
        ("IT", &[NoDirectEffect, NoDirectEffect][..]),
        ("EU", &[NoDirectEffect, NoDirectEffect]),
        ("CH", &[]),
    ] {
        let Ok(jurisdiction) = jurisdiction.parse() else {
            panic!("`{jurisdiction}` of the test")
        };
        let found = governing(&debt(jurisdiction, DebtorKind::Business).with_contract(contract));
        assert_eq!(grounds(&found), expected, "{jurisdiction}");
        assert_eq!(found.decision, GoverningDecision::Ungoverned);
    }
    let german = debt(Jurisdiction::GERMANY, DebtorKind::Business).with_contract(contract);
    let of = |jurisdiction| {
        regimes()
            .iter()
            .find(|one| one.jurisdiction() == jurisdiction)
    };
    let ground = of(Jurisdiction::UNITED_KINGDOM).map(|act| act.ground(&german));
    assert_eq!(ground, Some(OtherJurisdiction));
    let ground = of(Jurisdiction::EUROPEAN_UNION).map(|act| act.ground(&german));
    assert_eq!(ground, Some(NoDirectEffect));
}

#[test]
fn two_regimes_that_claim_a_debt_leave_it_undecided() {
    let german =
        debt(Jurisdiction::GERMANY, DebtorKind::Business).with_contract(date("2020-01-01"));
    let Some(bgb) = governing(&german).regime else {
        panic!("the debt is governed")
    };
    let found = governing_among(&[bgb.clone(), bgb], &german);
    assert_eq!(found.decision, GoverningDecision::Undecided);
    assert_eq!(grounds(&found), [GoverningGround::Governs; 2]);
}

#[test]
fn a_regime_is_not_used_for_a_debt_that_it_does_not_govern() {
    let refused = |debt: GovernedDebt, title: &str| -> String {
        let Some(regime) = regimes().iter().find(|one| one.title().contains(title)) else {
            panic!("no `{title}`")
        };
        let refused = LatePayment::governed(regime, &debt, None).map_err(|error| error.to_string());
        refused.err().unwrap_or_default()
    };
    let japan = debt(Jurisdiction::JAPAN, DebtorKind::Business);
    let japan = japan.with_creditor(CreditorKind::Subcontractor);
    assert_eq!(refused(japan.with_order(date("2025-12-31")), "下請法"), "");
    assert_eq!(
        refused(japan.with_order(date("2025-12-31")), "取適法"),
        "the statute of JP does not govern a debt of 2025-12-31, expected a day from 2026-01-01 on"
    );
    assert_eq!(
        refused(japan.with_order(date("2026-01-01")), "下請法"),
        "the statute of JP does not govern a debt of 2026-01-01, expected a day from 1970-05-08 to 2025-12-31"
    );
    assert_eq!(
        refused(japan, "取適法"),
        "the statute of JP does not govern the debt: date-unknown"
    );
}
