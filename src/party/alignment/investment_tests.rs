use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::party::alignment::capture::InvestmentError;
use crate::party::alignment::investment::{Investment, judge_investment};
use crate::party::alignment::policy::AlignmentPolicy;
use crate::party::alignment::purpose::Obligation;
use crate::party::alignment::purpose::Purpose;
use crate::party::alignment::side::{Conflict, ConflictState, OperatorFacts, SideFacts, Stake};
use crate::party::integrity::IntegrityOffice;
use crate::party::parties::{Person, Register};
use crate::party::sample::{id, today};
use crate::verdict::{Decision, Verdict};
use crate::vocab::benefit::{
    BenefitRecord, Clearance, ClearanceScope, ClearanceWord, InterestKind, Scope,
};
use crate::vocab::known::{Grade, Known};
use crate::vocab::name::Label;
use crate::vocab::name::PersonId;
use crate::vocab::share::Share;
use crate::vocab::words::{Department, Level, NeedKind, Pair, Role};

type Failure = alloc::boxed::Box<dyn core::error::Error>;

fn record(party: Role, amount: &str) -> Result<BenefitRecord, Failure> {
    Ok(BenefitRecord {
        party: Some(party),
        interest: InterestKind::new(Scope::of(party), NeedKind::Material),
        amount: amount.parse()?,
    })
}

fn own(stake: Known<Stake>, conflicts: Known<&[ConflictState]>) -> Result<SideFacts, Failure> {
    let mut facts = OperatorFacts::new(PersonId::new("li-na")?);
    facts.stake = stake;
    if let Some(states) = conflicts.value() {
        let mut conflicts = Vec::new();
        for (place, state) in states.iter().enumerate() {
            conflicts.push(Conflict {
                name: Label::new(&place.to_string())?,
                weight: 1.try_into()?,
                state: *state,
            });
        }
        facts.conflicts = Known::measured(conflicts);
    }
    Ok(SideFacts::new([facts])?)
}

fn judged(
    policy: &AlignmentPolicy,
    own: &SideFacts,
    investment: &Investment,
) -> Result<Verdict, InvestmentError> {
    let counsel = Person::of(id("gu"), Department::Legal, Level::Manager);
    let register = Register::new([counsel], []).unwrap_or_default();
    let office = IntegrityOffice::new(&register, today());
    judge_investment(policy, &office, own, investment)
}

/// Makes a service that a contract owes the customer.
fn owed() -> Known<Obligation> {
    let Ok(item) = Label::new("contract 17, item 4") else {
        panic!("label of the test")
    };
    Known::measured(Obligation::Contract(item))
}

/// Makes the words of the integrity office for the people of both sides.
fn cleared() -> Vec<Clearance> {
    let people = [Role::SupplierOperator, Role::CustomerOperator];
    let words = people.map(|party| {
        let scope = ClearanceScope::new(party);
        let word = Clearance::new(ClearanceWord::Cleared, Grade::Measured, today(), scope);
        word.with_by(Some(id("gu")))
    });
    words.to_vec()
}

fn spend(purpose: Purpose, records: Vec<BenefitRecord>) -> Investment {
    Investment {
        tie: Known::measured(Pair::Organizations),
        benefits: Known::customer_stated(records),
        obligation: owed(),
        clearances: cleared(),
        ..Investment::new(purpose)
    }
}

#[track_caller]
fn gives(own: &SideFacts, investment: &Investment, decision: Decision, broken: &[&str]) {
    let policy = AlignmentPolicy::standard();
    let Ok(verdict) = judged(&policy, own, investment) else {
        panic!("facts of the test")
    };
    assert_eq!(verdict.decision(), decision, "{verdict:?}");
    assert!(!verdict.findings().is_spilled());
    let breached = verdict.tally().breached;
    let breached: Vec<String> = breached.iter().map(|rule| rule.to_string()).collect();
    assert_eq!(breached, broken);
}

#[test]
fn the_own_side_comes_first_and_service_is_never_barred() -> Result<(), Failure> {
    use ConflictState::{Resolved, Unresolved};
    let employed = Known::measured(Stake::Absent);
    let sole = Known::measured(Stake::Sole);
    let told = |states| Known::measured(states);
    let table = [
        (employed, told(&[][..]), Decision::Permit, &[][..]),
        (employed, told(&[Resolved]), Decision::Permit, &[]),
        (
            employed,
            told(&[Resolved, Unresolved]),
            Decision::Deny,
            &["ALN-05"],
        ),
        (employed, Known::Unknown, Decision::Undecided, &[]),
        (sole, Known::Unknown, Decision::Undecided, &[]),
        (sole, told(&[]), Decision::Permit, &[]),
        (sole, told(&[Unresolved]), Decision::Deny, &["ALN-05"]),
    ];
    for (stake, conflicts, decision, broken) in table {
        let own = own(stake, conflicts)?;
        gives(
            &own,
            &spend(Purpose::RelationshipCapital, Vec::new()),
            decision,
            broken,
        );
        gives(
            &own,
            &spend(Purpose::ServiceObligation, Vec::new()),
            Decision::Permit,
            &[],
        );
    }
    Ok(())
}

#[test]
fn the_organization_has_at_least_half() -> Result<(), Failure> {
    let own = own(Known::measured(Stake::Sole), Known::measured(&[]))?;
    let table = [
        ("0", "1", true),
        ("1", "1.01", true),
        ("1", "1", false),
        ("1", "0", false),
    ];
    for (organization, operator, warns) in table {
        let records = alloc::vec![
            record(
                Role::SupplierOrganization,
                &alloc::format!("{organization} CNY")
            )?,
            record(Role::SupplierOperator, &alloc::format!("{operator} CNY"))?,
            record(Role::CustomerOperator, "90 CNY")?,
        ];
        let broken: &[&str] = if warns { &["ALN-06"] } else { &[] };
        let new = spend(Purpose::RelationshipCapital, records.clone());
        gives(&own, &new, Decision::Permit, broken);
        gives(
            &own,
            &spend(Purpose::ServiceObligation, records),
            Decision::Permit,
            &[],
        );
    }
    let policy = AlignmentPolicy::standard();
    let policy = policy.with_least_capture(Share::ALL);
    let records = alloc::vec![record(Role::SupplierOperator, "1 CNY")?];
    let verdict = judged(&policy, &own, &spend(Purpose::RelationshipCapital, records))?;
    assert_eq!(verdict.tally().breached.len(), 1);
    Ok(())
}

#[test]
fn a_record_says_whose_benefit_it_is() -> Result<(), Failure> {
    let own = own(Known::measured(Stake::Sole), Known::measured(&[]))?;
    let sound = record(Role::SupplierOrganization, "5 CNY")?;
    let nobodys = BenefitRecord {
        party: None,
        ..sound
    };
    let mistaken = BenefitRecord {
        party: Some(Role::SupplierOperator),
        ..sound
    };
    for wrong in [nobodys, mistaken] {
        let records = alloc::vec![sound, wrong];
        let new = spend(Purpose::RelationshipCapital, records.clone());
        gives(&own, &new, Decision::Deny, &["ALN-07"]);
        let owed = spend(Purpose::ServiceObligation, records);
        gives(&own, &owed, Decision::Permit, &["ALN-07"]);
    }
    Ok(())
}

#[test]
fn a_guess_that_nothing_is_open_does_not_open() -> Result<(), Failure> {
    use ConflictState::{Resolved, Unresolved};
    for (state, decision, broken) in [
        (Resolved, Decision::Undecided, &[][..]),
        (Unresolved, Decision::Deny, &["ALN-05"]),
    ] {
        let mut facts = OperatorFacts::new(PersonId::new("li-na")?);
        facts.conflicts = Known::estimated(alloc::vec![Conflict {
            name: Label::new("bonus")?,
            weight: 1.try_into()?,
            state,
        }]);
        let own = SideFacts::new([facts])?;
        let capital = spend(Purpose::RelationshipCapital, Vec::new());
        gives(&own, &capital, decision, broken);
    }
    Ok(())
}

#[test]
fn who_leaves_the_records_out_is_not_freer() -> Result<(), Failure> {
    let own = own(Known::measured(Stake::Absent), Known::measured(&[]))?;
    for purpose in Purpose::ALL {
        let untold = Investment {
            tie: Known::measured(Pair::Organizations),
            obligation: owed(),
            ..Investment::new(purpose)
        };
        gives(&own, &untold, Decision::Undecided, &[]);
    }
    Ok(())
}

#[test]
fn a_label_alone_owes_nothing() -> Result<(), Failure> {
    let states = [ConflictState::Unresolved];
    let own = own(Known::measured(Stake::Absent), Known::measured(&states))?;
    let guessed = owed().value().map(|item| Known::estimated(*item));
    let table = [
        (owed(), Decision::Permit, &[][..]),
        (guessed.unwrap_or_default(), Decision::Deny, &["ALN-05"]),
        (Known::Unknown, Decision::Deny, &["ALN-05"]),
    ];
    for (obligation, decision, broken) in table {
        let repair = spend(Purpose::ServiceObligation, Vec::new());
        let repair = repair.with_obligation(obligation);
        gives(&own, &repair, decision, broken);
    }
    Ok(())
}

#[test]
fn a_gain_of_a_person_waits_for_the_integrity_office_whatever_the_purpose() -> Result<(), Failure> {
    let own = own(Known::measured(Stake::Sole), Known::measured(&[]))?;
    let envelope = record(Role::CustomerOperator, "60000 CNY")?;
    let ours = record(Role::SupplierOrganization, "1 CNY")?;
    let word = |word, most: &str| {
        let scope = ClearanceScope::new(Role::CustomerOperator);
        let scope = scope.with_up_to(Some(most.parse()?));
        let word = Clearance::new(word, Grade::Measured, today(), scope);
        Ok::<_, Failure>(word.with_by(Some(id("gu"))))
    };
    let table = [
        (Vec::new(), Decision::Undecided, &[][..]),
        (
            alloc::vec![word(ClearanceWord::Refused, "1 CNY")?],
            Decision::Deny,
            &["PTY-09"],
        ),
        (
            alloc::vec![word(ClearanceWord::Cleared, "119999 CNY")?],
            Decision::Undecided,
            &[],
        ),
        (
            alloc::vec![word(ClearanceWord::Cleared, "120000 CNY")?],
            Decision::Permit,
            &[],
        ),
    ];
    for (clearances, decision, broken) in table {
        for purpose in Purpose::ALL {
            // Two envelopes are one gain.
            let spent = spend(purpose, alloc::vec![ours, envelope, envelope]);
            let spent = spent.with_clearances(clearances.clone());
            gives(&own, &spent, decision, broken);
        }
    }
    Ok(())
}

#[test]
fn nothing_for_the_organization_beside_a_gain_of_a_person_is_a_breach() -> Result<(), Failure> {
    let own = own(Known::measured(Stake::Sole), Known::measured(&[]))?;
    let theirs = record(Role::CustomerOperator, "60000 CNY")?;
    let company = record(Role::CustomerOrganization, "60000 CNY")?;
    let capital = |records| spend(Purpose::RelationshipCapital, records);
    gives(
        &own,
        &capital(alloc::vec![theirs]),
        Decision::Permit,
        &["ALN-06"],
    );
    gives(&own, &capital(alloc::vec![company]), Decision::Permit, &[]);
    Ok(())
}

#[test]
fn a_tie_is_booked_for_the_one_who_holds_it() -> Result<(), Failure> {
    let own = own(Known::measured(Stake::Sole), Known::measured(&[]))?;
    let table = [
        (Pair::Operators, Scope::Personal, true),
        (Pair::Operators, Scope::Company, false),
        (Pair::Organizations, Scope::Company, true),
        (Pair::Organizations, Scope::Personal, false),
    ];
    for (tie, booked, fits) in table {
        // A guess says that it does not fit, and never that it does.
        for (grade, open) in [
            (Grade::Measured, Decision::Permit),
            (Grade::Estimated, Decision::Undecided),
        ] {
            let spent = spend(Purpose::RelationshipCapital, Vec::new());
            let spent = spent
                .with_tie(Known::graded(tie, grade))
                .with_booked_as(Some(booked));
            let (decision, broken): (_, &[&str]) = match fits {
                true => (open, &[]),
                false => (Decision::Deny, &["ALN-07"]),
            };
            gives(&own, &spent, decision, broken);
        }
    }
    Ok(())
}

#[test]
fn amounts_that_cannot_be_added_are_refused() -> Result<(), Failure> {
    let own = own(Known::Unknown, Known::Unknown)?;
    let sound = record(Role::SupplierOrganization, "5 CNY")?;
    let dollars = record(Role::CustomerOperator, "5 USD")?;
    let negative = record(Role::SupplierOperator, "-5 CNY")?;
    let given = negative.amount;
    let refused = |records| {
        let new = spend(Purpose::RelationshipCapital, records);
        judged(&AlignmentPolicy::standard(), &own, &new).err()
    };
    let mixed = refused(alloc::vec![sound, dollars]);
    assert!(matches!(mixed, Some(InvestmentError::Money(_))));
    let below = refused(alloc::vec![sound, negative]);
    assert_eq!(below, Some(InvestmentError::NegativeBenefit { given }));
    Ok(())
}

#[test]
fn a_guess_at_the_benefits_opens_nothing() -> Result<(), Failure> {
    let own = own(Known::measured(Stake::Sole), Known::measured(&[]))?;
    let ours = record(Role::SupplierOrganization, "5 CNY")?;
    for records in [alloc::vec![], alloc::vec![ours]] {
        for purpose in [Purpose::RelationshipCapital, Purpose::ServiceObligation] {
            let told = spend(purpose, records.clone());
            gives(&own, &told, Decision::Permit, &[]);
            let guess = told.with_benefits(Known::estimated(records.clone()));
            gives(&own, &guess, Decision::Undecided, &[]);
        }
    }
    // What closes may be a guess: nothing for the organization beside a gain of a person.
    let theirs = record(Role::CustomerOperator, "5 CNY")?;
    let records = alloc::vec![theirs];
    let guess = spend(Purpose::RelationshipCapital, records.clone());
    let guess = guess.with_benefits(Known::estimated(records));
    gives(&own, &guess, Decision::Undecided, &["ALN-06"]);
    Ok(())
}

#[test]
fn money_to_a_person_is_material_and_so_is_a_thing_without_a_price() -> Result<(), Failure> {
    let own = own(Known::measured(Stake::Sole), Known::measured(&[]))?;
    let ours = record(Role::SupplierOrganization, "9 CNY")?;
    for (kind, amount, needs) in [
        (NeedKind::Material, "5 CNY", true),
        (NeedKind::Spiritual, "5 CNY", true),
        (NeedKind::Material, "0 CNY", true),
        (NeedKind::Spiritual, "0 CNY", false),
    ] {
        let mut theirs = record(Role::CustomerOperator, amount)?;
        theirs.interest = InterestKind::new(Scope::Personal, kind);
        assert_eq!(theirs.is_integrity_sensitive(), needs, "{kind} {amount}");
        let mut spent = spend(Purpose::RelationshipCapital, alloc::vec![ours, theirs]);
        spent.clearances.clear();
        let expected = if needs {
            Decision::Undecided
        } else {
            Decision::Permit
        };
        gives(&own, &spent, expected, &[]);
    }
    Ok(())
}
