use alloc::vec::Vec;

use super::alignment;
use crate::party::alignment::kind::AlignmentBasis;
use crate::party::alignment::policy::AlignmentPolicy;
use crate::party::alignment::side::{
    Conflict, ConflictState, OperatorFacts, OrganizationSize, OwnershipForm, SideFacts, Stake,
};
use crate::verdict::{Outcome, Reading, RuleId};
use crate::vocab::answers::AlignmentKind;
use crate::vocab::known::Known;
use crate::vocab::name::Label;
use crate::vocab::name::PersonId;
use crate::vocab::share::Share;
use crate::vocab::words::Side;

type Failure = alloc::boxed::Box<dyn core::error::Error>;

/// Makes an operator with conflicts of these weights; a negative weight is an unresolved conflict.
fn operator(
    id: &str,
    stake: Option<Stake>,
    weights: Option<&[i32]>,
) -> Result<OperatorFacts, Failure> {
    let mut facts = OperatorFacts::new(PersonId::new(id)?);
    facts.stake = stake.map_or(Known::Unknown, Known::measured);
    if let Some(weights) = weights {
        let mut conflicts = Vec::new();
        for (place, weight) in weights.iter().enumerate() {
            let state = if *weight < 0 {
                ConflictState::Unresolved
            } else {
                ConflictState::Resolved
            };
            let name = Label::new(&alloc::format!("conflict {place}"))?;
            let weight = weight.unsigned_abs().try_into()?;
            conflicts.push(Conflict {
                name,
                weight,
                state,
            });
        }
        facts.conflicts = Known::measured(conflicts);
    }
    Ok(facts)
}

fn rules(facts: &SideFacts, outcome: fn(Outcome) -> bool) -> Vec<RuleId> {
    let found = alignment(&AlignmentPolicy::standard(), Side::Customer, facts);
    let findings = found.findings().iter();
    findings
        .filter(|finding| outcome(finding.outcome))
        .map(|finding| finding.rule)
        .collect()
}

#[test]
fn evidence_tells_the_type_and_ownership_only_stands_in() -> Result<(), Failure> {
    use AlignmentBasis::{Evidence, Prior};
    use AlignmentKind::{Aligned, AlignedInPart, Misaligned};
    let table = [
        (Some(Stake::Sole), None, Some((Aligned, Evidence))),
        (
            Some(Stake::Sole),
            Some(&[-3][..]),
            Some((Aligned, Evidence)),
        ),
        (
            Some(Stake::Controlling),
            Some(&[-3]),
            Some((AlignedInPart, Evidence)),
        ),
        (
            Some(Stake::Controlling),
            Some(&[3]),
            Some((Aligned, Evidence)),
        ),
        (Some(Stake::Controlling), None, Some((Aligned, Prior))),
        (Some(Stake::Minority), Some(&[]), Some((Aligned, Evidence))),
        (None, Some(&[]), Some((Aligned, Evidence))),
        (Some(Stake::Minority), Some(&[3]), Some((Aligned, Evidence))),
        (
            Some(Stake::Absent),
            Some(&[-3]),
            Some((Misaligned, Evidence)),
        ),
        (Some(Stake::Absent), None, Some((Misaligned, Prior))),
        (None, None, Some((Aligned, Prior))),
        (None, Some(&[-3]), None),
    ];
    for (stake, conflicts, expected) in table {
        let facts = SideFacts::new([operator("a", stake, conflicts)?])?.with_ownership(
            Known::measured(OwnershipForm::Private),
            Known::measured(OrganizationSize::Small),
        );
        let found = alignment(&AlignmentPolicy::standard(), Side::Customer, &facts);
        let found = found.value().map(|found| (found.kind, found.basis));
        assert_eq!(found, expected, "{stake:?} {conflicts:?}");
    }
    Ok(())
}

#[test]
fn one_misaligned_operator_makes_the_side_misaligned() -> Result<(), Failure> {
    let owner = operator("a", Some(Stake::Sole), None)?;
    let seller = operator("b", Some(Stake::Absent), Some(&[1, -3]))?;
    let clerk = operator("c", Some(Stake::Absent), Some(&[4]))?;
    let unknown = operator("d", None, None)?;
    let facts = SideFacts::new([owner.clone(), clerk, seller.clone()])?;
    let found = alignment(&AlignmentPolicy::standard(), Side::Customer, &facts);
    let Some(found) = found.value() else {
        panic!("a value")
    };
    assert_eq!(found.kind, AlignmentKind::Misaligned);
    assert_eq!(found.coordination, Some(Share::new(5, 8)?));
    assert_eq!(found.worst, Some(seller.id));
    let open = found.open.iter().map(|one| (one.person, one.name.as_str()));
    assert!(
        open.eq([(seller.id, "conflict 1")]),
        "the open conflict is named"
    );
    assert_eq!(
        rules(&facts, |outcome| outcome == Outcome::Breached),
        ["ALN-02".parse()?, "ALN-09".parse()?, "PTY-02".parse()?]
    );

    let open = SideFacts::new([owner.clone(), unknown.clone()])?;
    let found = alignment(&AlignmentPolicy::standard(), Side::Customer, &open);
    assert_eq!(found.value(), None);
    let told = SideFacts::new([unknown, seller])?;
    let found = alignment(&AlignmentPolicy::standard(), Side::Customer, &told);
    assert_eq!(
        found.value().map(|found| (found.kind, found.coordination)),
        Some((AlignmentKind::Misaligned, None))
    );
    Ok(())
}

#[test]
fn evidence_against_the_expectation_is_noticed() -> Result<(), Failure> {
    let hired = SideFacts::new([operator("a", Some(Stake::Absent), Some(&[]))?])?;
    assert_eq!(
        rules(&hired, |outcome| outcome == Outcome::Breached),
        ["ALN-09".parse()?]
    );
    let unknown = SideFacts::new([operator("a", None, None)?])?;
    let missing = rules(&unknown, |outcome| matches!(outcome, Outcome::Missing(_)));
    assert_eq!(missing, ["ALN-02".parse()?, "ALN-09".parse()?]);
    Ok(())
}

#[test]
fn an_open_conflict_is_a_breach_unless_all_the_gain_is_the_owners() -> Result<(), Failure> {
    let own = |stake| -> Result<SideFacts, Failure> {
        Ok(SideFacts::new([operator("a", stake, Some(&[-3]))?])?)
    };
    let breached = |outcome: Outcome| outcome == Outcome::Breached;
    let aln_02: RuleId = "ALN-02".parse()?;
    let sole = own(Some(Stake::Sole))?;
    assert_eq!(rules(&sole, breached), []);
    assert!(rules(&sole, Outcome::is_classified).contains(&aln_02));
    assert!(rules(&own(Some(Stake::Controlling))?, breached).contains(&aln_02));
    let unknown = rules(&own(None)?, |outcome| outcome.is_missing());
    assert_eq!(unknown, [aln_02, "ALN-01".parse()?]);
    // Without an open conflict it does not matter who owns the side.
    let free = SideFacts::new([operator("a", None, Some(&[3]))?])?;
    assert!(rules(&free, |outcome| outcome == Outcome::Met).contains(&aln_02));
    assert!(!rules(&free, |outcome| outcome.is_missing()).contains(&aln_02));
    Ok(())
}

#[test]
fn a_guess_that_nothing_is_open_is_no_word() -> Result<(), Failure> {
    let mut seller = operator("a", Some(Stake::Absent), None)?;
    seller.conflicts = Known::estimated(Vec::new());
    let guessed = SideFacts::new([seller])?;
    let missing = rules(&guessed, |outcome| outcome.is_missing());
    assert_eq!(missing, ["ALN-02".parse()?]);
    Ok(())
}

#[test]
fn an_expectation_and_its_evidence_agree_in_what_they_show() -> Result<(), Failure> {
    let large = (
        Known::measured(OwnershipForm::Private),
        Known::measured(OrganizationSize::Large),
    );
    for (stake, met) in [(Stake::Controlling, true), (Stake::Sole, false)] {
        let owner = operator("a", Some(stake), Some(&[-1]))?;
        let facts = SideFacts::new([owner])?.with_ownership(large.0, large.1);
        let found = alignment(&AlignmentPolicy::standard(), Side::Customer, &facts);
        let mut all = found.findings().iter();
        let expected = all.find(|one| one.rule == RuleId::known("ALN", 9));
        let Some(Reading::Presence { observed, required }) =
            expected.map(|one| one.evidence.reading)
        else {
            panic!("a reading of presence")
        };
        assert_eq!(observed == required, met, "{stake}");
        let outcome = expected.map(|one| one.outcome == Outcome::Met);
        assert_eq!(outcome, Some(met), "{stake}");
    }
    let owner = operator("a", Some(Stake::Sole), None)?;
    let unknown = SideFacts::new([owner])?;
    let missing = rules(&unknown, |outcome| outcome.is_missing());
    assert_eq!(missing, ["ALN-09".parse()?], "nobody knows what to expect");
    Ok(())
}

#[test]
fn facts_of_nobody_or_of_one_person_twice_are_refused() -> Result<(), Failure> {
    assert!(SideFacts::new([]).is_err());
    let seller = operator("a", None, None)?;
    assert!(SideFacts::new([seller.clone(), seller]).is_err());
    let json = r#"{"operators":[{"id":"a","conflicts":{"grade":"measured","value":[{"name":"x","weight":1,"state":"resolved"},{"name":"x","weight":2,"state":"unresolved"}]}}]}"#;
    assert!(serde_json::from_str::<SideFacts>(json).is_err());
    let once = json.replacen(r#""name":"x""#, r#""name":"y""#, 1);
    let facts: SideFacts = serde_json::from_str(&once)?;
    assert_eq!(facts.unresolved().count(), 1);
    let again = serde_json::to_string(&facts)?;
    assert_eq!(serde_json::from_str::<SideFacts>(&again)?, facts);
    let weightless = once.replace(r#""weight":1"#, r#""weight":0"#);
    assert!(serde_json::from_str::<SideFacts>(&weightless).is_err());
    Ok(())
}
