use super::{Action, consult, judge_action};
use crate::party::action::need::Need;
use crate::party::integrity::IntegrityOffice;
use crate::party::parties::{Person, Register};
use crate::party::sample::{id, today};
use crate::verdict::{Count, Decision};
use crate::vocab::benefit::{
    Benefit, Clearance, ClearanceScope, ClearanceWord, Horizon, InterestKind, Scope,
};
use crate::vocab::known::Grade;
use crate::vocab::words::{Department, Level, NeedKind, Role};

fn need(holder: Role, kind: NeedKind) -> Need {
    Need {
        holder,
        kind,
        horizon: Horizon::Near,
    }
}

fn benefit(party: Role, kind: NeedKind) -> Benefit {
    Benefit {
        party,
        interest: InterestKind::new(Scope::of(party), kind),
        horizon: Horizon::Far,
    }
}

#[track_caller]
fn gives(action: &Action, decision: Decision, breached: &[&str], missing: &[&str]) {
    use alloc::string::ToString;
    let counsel = Person::of(id("gu"), Department::Legal, Level::Manager);
    let register = Register::new([counsel], []).unwrap_or_default();
    let office = IntegrityOffice::new(&register, today());
    let Ok(verdict) = judge_action(&office, action) else {
        panic!("action of the test")
    };
    assert_eq!(verdict.decision(), decision, "{action:?}");
    let mut count = Count::<0>::new();
    consult(&office, action, &mut count);
    let tally = count.into_tally();
    assert_eq!(tally, verdict.tally());
    assert!(!verdict.findings().is_spilled());
    assert!(
        tally
            .breached
            .iter()
            .map(|rule| rule.to_string())
            .eq(breached.iter().copied())
    );
    assert!(
        tally
            .missing
            .iter()
            .map(|rule| rule.to_string())
            .eq(missing.iter().copied())
    );
}

#[test]
fn an_action_names_a_need_and_a_benefit() {
    let of_customer = Some(need(Role::CustomerOrganization, NeedKind::Material));
    let for_us = Some(benefit(Role::SupplierOrganization, NeedKind::Material));
    let table = [
        (of_customer, for_us, Decision::Permit, &[][..]),
        (of_customer, None, Decision::Permit, &["PTY-04"]),
        (None, for_us, Decision::Deny, &["PTY-04"]),
        (None, None, Decision::Deny, &["PTY-04"]),
    ];
    for (need, benefit, decision, breached) in table {
        let action = Action {
            need,
            benefit,
            ..Action::new(Role::SupplierOperator)
        };
        gives(&action, decision, breached, &[]);
    }
}

#[test]
fn a_need_of_our_own_serves_no_customer() {
    let benefits = [Role::SupplierOperator, Role::SupplierOrganization];
    for holder in Role::ALL {
        for party in benefits {
            let action = Action {
                need: Some(need(holder, NeedKind::Spiritual)),
                benefit: Some(benefit(party, NeedKind::Spiritual)),
                ..Action::new(Role::SupplierOperator)
            };
            if holder >= Role::CustomerOrganization {
                gives(&action, Decision::Permit, &[], &[]);
            } else {
                gives(&action, Decision::Deny, &["PTY-04"], &[]);
            }
        }
    }
}

#[test]
fn what_a_person_gains_in_material_terms_waits_for_the_integrity_office() {
    let company = Some(need(Role::CustomerOrganization, NeedKind::Material));
    let personal = Some(need(Role::CustomerOperator, NeedKind::Material));
    let ours = Some(benefit(Role::SupplierOrganization, NeedKind::Material));
    let theirs = Some(benefit(Role::CustomerOperator, NeedKind::Material));
    let scope = ClearanceScope::new(Role::CustomerOperator);
    let word = |word, grade| {
        let word = Clearance::new(word, grade, today(), scope);
        Some(word.with_by(Some(id("gu"))))
    };
    let words = [
        (None, Decision::Undecided, &[][..], &["PTY-09"][..]),
        (
            word(ClearanceWord::Refused, Grade::Estimated),
            Decision::Deny,
            &["PTY-09"],
            &[],
        ),
        (
            word(ClearanceWord::Cleared, Grade::Estimated),
            Decision::Undecided,
            &[],
            &["PTY-09"],
        ),
        (
            word(ClearanceWord::Cleared, Grade::Measured),
            Decision::Permit,
            &[],
            &[],
        ),
    ];
    for (need, benefit) in [(company, theirs), (personal, ours), (personal, theirs)] {
        for (clearance, decision, breached, missing) in words {
            let action = Action {
                need,
                benefit,
                clearance,
                ..Action::new(Role::SupplierOperator)
            };
            gives(&action, decision, breached, missing);
        }
    }
}

#[test]
fn another_name_does_not_open_the_integrity_gate() {
    let mut bribe = Action::new(Role::SupplierOperator);
    bribe.need = Some(need(Role::CustomerOrganization, NeedKind::Spiritual));
    bribe.benefit = Some(Benefit {
        interest: InterestKind::new(Scope::Company, NeedKind::Material),
        ..benefit(Role::CustomerOperator, NeedKind::Material)
    });
    assert!(bribe.is_integrity_sensitive());
    gives(&bribe, Decision::Deny, &["ALN-07"], &["PTY-09"]);
}
