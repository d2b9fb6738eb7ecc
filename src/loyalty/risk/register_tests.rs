use alloc::vec::Vec;

use crate::loyalty::policy::LoyaltyPolicy;
use crate::loyalty::risk::purchase_risk::{PurchaseRisk, RiskBearer};
use crate::loyalty::risk::{PurchaseRiskError, RiskRegister, purchase_risks};
use crate::verdict::{Assessment, Fact, Outcome, Severity};
use crate::vocab::known::{Grade, Known};
use crate::vocab::set::Set;
use crate::vocab::words::{PurchaseRiskKind, Rating};

use PurchaseRiskKind::{IllegalActs, LateSupply, Quality};
use RiskBearer::{Organization, Person};

fn risk(kind: PurchaseRiskKind, bearer: RiskBearer, marks: (u8, u8)) -> PurchaseRisk {
    let mark = |value| Rating::new(value).unwrap_or(Rating::LOWEST);
    PurchaseRisk {
        kind,
        bearer,
        likelihood: mark(marks.0),
        impact: mark(marks.1),
        grade: Grade::CustomerStated,
        on: None,
    }
}

#[track_caller]
fn ask(risks: &[PurchaseRisk]) -> Assessment<RiskRegister> {
    let Ok(found) = purchase_risks(
        &LoyaltyPolicy::standard(),
        risks,
        Known::Unknown,
        Known::Unknown,
    ) else {
        panic!("risks of the test")
    };
    found
}

#[test]
fn an_exposure_is_watched_from_twelve_on() {
    for (marks, watched) in [
        ((2, 5), false),
        ((3, 4), true),
        ((4, 4), true),
        ((1, 1), false),
    ] {
        let found = ask(&[risk(LateSupply, Organization, marks)]);
        assert_eq!(found.findings().breaches().count(), 0);
        let sets = found.into_value().map(|register| register.watched);
        let expected = watched.then_some(LateSupply).into_iter().collect();
        assert_eq!(sets, Some(expected), "{marks:?}");
    }
    let policy = LoyaltyPolicy::standard().with_risk_watched_from(25);
    let worst = [risk(Quality, Organization, (5, 5))];
    let unknown = Known::Unknown;
    let found = policy.map(|policy| purchase_risks(&policy, &worst, Known::Unknown, unknown));
    let watched = found.ok().and_then(Result::ok).map(Assessment::into_value);
    let watched = watched.flatten().map(|register| register.watched);
    assert_eq!(watched, Some(Set::from(Quality)));
}

#[test]
fn a_strong_brand_lowers_what_a_person_has_to_answer_for() {
    use crate::verdict::Presence::{Absent, Present};
    let (yes, no) = (Known::customer_stated(Present), Known::estimated(Absent));
    let guess = Known::estimated(Present);
    let missing = Outcome::Missing(Fact::SupplierBrand);
    // 3 x 4 is 12 and lowered to 9, 4 x 4 is 16 and lowered to 12, 5 x 1 cannot be lowered.
    let table = [
        ((3, 4), yes, Some(9), Outcome::Met),
        ((3, 4), no, Some(12), Outcome::Breached),
        ((3, 4), guess, None, missing),
        ((3, 4), Known::Unknown, None, missing),
        ((4, 4), yes, Some(12), Outcome::Breached),
        ((4, 4), Known::Unknown, None, Outcome::Breached),
        ((5, 1), yes, Some(5), Outcome::Met),
        ((2, 5), Known::Unknown, None, Outcome::Met),
    ];
    for (marks, brand, lowered, expected) in table {
        let risks = [risk(Quality, Person, marks)];
        let policy = LoyaltyPolicy::standard();
        let found = purchase_risks(&policy, &risks, Known::Unknown, brand);
        let Ok(found) = found else {
            panic!("risks of the test")
        };
        let told = found.findings().iter();
        let told = told.filter(|finding| finding.severity == Severity::Warning);
        let outcomes = told.map(|finding| finding.outcome);
        assert!(outcomes.eq([expected]), "{marks:?} {brand:?}");
        let register = found.value();
        let lines = register.map(|register| register.exposures.iter().map(|one| one.lowered));
        assert!(lines.is_some_and(|mut lines| lines.all(|line| line == lowered)));
        let watched = register.map(|register| register.watched_personally.len());
        assert_eq!(watched, Some(usize::from(expected == Outcome::Breached)));
    }
}

#[test]
fn a_guess_that_a_person_risks_little_is_missing() {
    let quality = |marks, grade| PurchaseRisk {
        grade,
        ..risk(Quality, Person, marks)
    };
    let missing = Outcome::Missing(Fact::PersonalRisk);
    for (marks, grade, expected) in [
        ((1, 1), Grade::Estimated, missing),
        ((5, 5), Grade::Estimated, Outcome::Breached),
        ((1, 1), Grade::CustomerStated, Outcome::Met),
    ] {
        let found = ask(&[quality(marks, grade)]);
        let mut told = found.findings().iter();
        let told = told.find(|finding| finding.severity == Severity::Warning);
        assert_eq!(told.map(|finding| finding.outcome), Some(expected));
    }
}

#[test]
fn a_person_answers_for_a_purchase_and_for_nothing_illegal() {
    let legitimate = risk(Quality, Person, (2, 2));
    let illegal = risk(IllegalActs, Person, (1, 1));
    let house = risk(IllegalActs, Organization, (1, 5));
    let table: [(&[PurchaseRisk], Option<Outcome>); 4] = [
        (&[house], Some(Outcome::Inapplicable)),
        (&[house, legitimate], None),
        (&[illegal], Some(Outcome::Breached)),
        (&[legitimate, illegal], Some(Outcome::Breached)),
    ];
    for (risks, expected) in table {
        let found = ask(risks);
        let said = found
            .findings()
            .iter()
            .find(|finding| finding.severity == Severity::Bar);
        assert_eq!(said.map(|finding| finding.outcome), expected);
        let rule = crate::verdict::RuleId::known("SWC", 7);
        assert!(said.is_none_or(|finding| finding.rule == rule));
        let exposures = found.into_value().map(|register| register.exposures);
        let personal = |kind| {
            let lines = exposures.iter().flatten();
            lines
                .filter(|line| (line.kind, line.bearer) == (kind, Person))
                .count()
        };
        assert_eq!(personal(IllegalActs), 0);
    }
}

#[test]
fn all_twelve_risks_stay_inline_and_none_gives_no_value() {
    let every: Vec<PurchaseRisk> = RiskBearer::ALL
        .into_iter()
        .flat_map(|bearer| {
            Set::<PurchaseRiskKind>::all()
                .into_iter()
                .map(move |kind| risk(kind, bearer, (1, 1)))
        })
        .collect();
    let found = ask(&every);
    assert!(!found.findings().is_spilled());
    let lines = found.value().map(|register| {
        register
            .exposures
            .iter()
            .map(|line| (line.bearer, line.kind))
    });
    assert!(lines.is_some_and(|lines| lines.is_sorted()));
    let none = ask(&[]);
    assert_eq!((none.value(), none.findings().gaps().count()), (None, 1));
    let twice = [risk(Quality, Person, (1, 1)); 2];
    let (policy, unknown) = (LoyaltyPolicy::standard(), Known::Unknown);
    let refused = purchase_risks(&policy, &twice, Known::Unknown, unknown);
    let (kind, bearer) = (Quality, Person);
    assert_eq!(
        refused.err(),
        Some(PurchaseRiskError::Twice { kind, bearer })
    );
}
