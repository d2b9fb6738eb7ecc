use alloc::vec::Vec;

use crate::form::record;
use crate::party::alignment::capture::{
    BenefitRecord, Capture, InvestmentError, organization_capture,
};
use crate::party::alignment::policy::AlignmentPolicy;
use crate::party::alignment::purpose::Purpose;
use crate::party::alignment::side::{OperatorFacts, SideFacts};
use crate::party::cards::alignment::{ALN_05, ALN_06, ALN_07, ALN_08};
use crate::verdict::{Bound, Evidence, Fact, Recorder, Severity, Subject, Verdict};
use crate::vocab::known::Known;
use crate::vocab::words::{Pair, Side};

record! {
    /// An investment in a relationship, with its benefits (客情投入).
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct Investment {
        /// The purpose of the investment.
        pub purpose: Purpose,
        /// The tie that it goes into, one of six (ALN-08).
        pub tie: Known<Pair>,
        /// The benefits with their parties, expected or realized.
        pub benefits: Known<Vec<BenefitRecord>>,
    }
}

impl Investment {
    /// Makes an investment of which only the purpose is known.
    #[must_use]
    pub const fn new(purpose: Purpose) -> Self {
        Self {
            purpose,
            tie: Known::Unknown,
            benefits: Known::Unknown,
        }
    }
}

/// Judges whether an investment in a relationship may be made.
///
/// The own side comes first (ALN-05): while conflicts between our organization and our operators
/// are unresolved, new relationship capital is refused. A service that the customer is owed is
/// never refused for this. The organization should have the larger part of the benefit (ALN-06).
/// Every record has to name its party (ALN-07): if one does not, new capital is refused and a
/// service obligation gets a warning. If the benefits are unknown, new capital is undecided. The
/// tie is one of six (ALN-08).
///
/// # Errors
///
/// [`InvestmentError`] is returned when the records of benefits cannot be added up.
///
/// # Examples
///
/// ```
/// use keqing::party::alignment::{
///     AlignmentPolicy, Conflict, ConflictState, Investment, OperatorFacts, Purpose, SideFacts,
///     judge_investment,
/// };
/// use keqing::verdict::Decision;
/// use keqing::vocab::known::Known;
///
/// let mut seller = OperatorFacts::new("li-na".parse()?);
/// seller.conflicts = Known::measured(vec![Conflict {
///     name: "bonus on volume only".parse()?,
///     weight: 1.try_into()?,
///     state: ConflictState::Unresolved,
/// }]);
/// let ours = SideFacts::new([seller])?;
///
/// let policy = AlignmentPolicy::standard();
/// let show = Investment::new(Purpose::RelationshipCapital);
/// assert_eq!(judge_investment(&policy, &ours, &show)?.decision(), Decision::Deny);
/// let repair = Investment::new(Purpose::ServiceObligation);
/// assert_eq!(judge_investment(&policy, &ours, &repair)?.decision(), Decision::Permit);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn judge_investment(
    policy: &AlignmentPolicy,
    own: &SideFacts,
    investment: &Investment,
) -> Result<Verdict, InvestmentError> {
    let capture = match investment.benefits.value() {
        Some(benefits) => organization_capture(benefits)?,
        None => None,
    };
    Ok(Verdict::of(|r| {
        consult(policy, own, investment, capture, r)
    }))
}

fn consult<R: Recorder>(
    policy: &AlignmentPolicy,
    own: &SideFacts,
    investment: &Investment,
    capture: Option<Capture>,
    r: &mut R,
) {
    r.need(
        &ALN_08,
        Fact::Pair,
        investment.tie,
        |_| true,
        |_| Evidence::present(Fact::Pair, true),
    );
    let severity = match investment.purpose {
        Purpose::RelationshipCapital => {
            for operator in own.operators() {
                own_side_first(operator, r);
            }
            captured(policy, investment, capture, r);
            ALN_07.severity()
        }
        Purpose::ServiceObligation => {
            r.pass_over(&ALN_05, Fact::Conflicts);
            r.pass_over(&ALN_06, Fact::OrganizationCapture);
            Severity::Warning
        }
    };
    attributed(investment, severity, r);
}

/// Checks ALN-05: no conflict between our organization and one of our operators is unresolved.
///
/// An owner is asked too, because an unknown conflict may not leave more freedom than a known one.
fn own_side_first<R: Recorder>(operator: &OperatorFacts, r: &mut R) {
    let subject = Subject::Person {
        side: Side::Supplier,
        id: operator.id,
    };
    match operator.unresolved() {
        Some(unresolved) => r.require(&ALN_05, unresolved == 0, || {
            Evidence::count(Fact::Conflicts, unresolved, Bound::AtMost, 0).of(subject)
        }),
        None => r.miss_of(&ALN_05, Fact::Conflicts, subject),
    }
}

/// Checks ALN-06: the organization has its part.
fn captured<R: Recorder>(
    policy: &AlignmentPolicy,
    investment: &Investment,
    capture: Option<Capture>,
    r: &mut R,
) {
    let least = policy.least_capture();
    match capture {
        Some(capture) => r.require(&ALN_06, capture.share >= least, || {
            Evidence::share(
                Fact::OrganizationCapture,
                capture.share,
                Bound::AtLeast,
                least,
            )
        }),
        None if investment.benefits.is_known() => {
            r.pass_over(&ALN_06, Fact::OrganizationCapture);
        }
        None => r.miss(&ALN_06, Fact::OrganizationCapture),
    }
}

/// Checks ALN-07: every record names its party, and the party can have such an interest.
fn attributed<R: Recorder>(investment: &Investment, severity: Severity, r: &mut R) {
    let Some(records) = investment.benefits.value() else {
        r.miss_at(&ALN_07, severity, Fact::PartyAttribution);
        return;
    };
    let conflated = records
        .iter()
        .filter(|record| record.is_conflated())
        .count();
    r.require_at(&ALN_07, severity, conflated == 0, || {
        let count = u32::try_from(conflated).unwrap_or(u32::MAX);
        Evidence::count(Fact::PartyAttribution, count, Bound::AtMost, 0)
    });
}

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};
    use alloc::vec::Vec;

    use super::{Investment, judge_investment};
    use crate::party::action::{InterestKind, NeedKind, Scope};
    use crate::party::alignment::capture::{BenefitRecord, InvestmentError};
    use crate::party::alignment::policy::AlignmentPolicy;
    use crate::party::alignment::purpose::Purpose;
    use crate::party::alignment::side::{Conflict, ConflictState, OperatorFacts, SideFacts, Stake};
    use crate::verdict::Decision;
    use crate::vocab::known::Known;
    use crate::vocab::name::Label;
    use crate::vocab::name::PersonId;
    use crate::vocab::share::Share;
    use crate::vocab::words::{Pair, Role};

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

    fn spend(purpose: Purpose, records: Vec<BenefitRecord>) -> Investment {
        Investment {
            tie: Known::measured(Pair::Organizations),
            benefits: Known::estimated(records),
            ..Investment::new(purpose)
        }
    }

    #[track_caller]
    fn gives(own: &SideFacts, investment: &Investment, decision: Decision, broken: &[&str]) {
        let policy = AlignmentPolicy::standard();
        let Ok(verdict) = judge_investment(&policy, own, investment) else {
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
        let verdict =
            judge_investment(&policy, &own, &spend(Purpose::RelationshipCapital, records))?;
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
    fn who_leaves_the_records_out_is_not_freer() -> Result<(), Failure> {
        let own = own(Known::measured(Stake::Absent), Known::measured(&[]))?;
        let untold = |purpose| Investment {
            tie: Known::measured(Pair::Organizations),
            ..Investment::new(purpose)
        };
        gives(
            &own,
            &untold(Purpose::RelationshipCapital),
            Decision::Undecided,
            &[],
        );
        gives(
            &own,
            &untold(Purpose::ServiceObligation),
            Decision::Permit,
            &[],
        );
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
            judge_investment(&AlignmentPolicy::standard(), &own, &new).err()
        };
        let mixed = refused(alloc::vec![sound, dollars]);
        assert!(matches!(mixed, Some(InvestmentError::Money(_))));
        let below = refused(alloc::vec![sound, negative]);
        assert_eq!(below, Some(InvestmentError::NegativeBenefit { given }));
        Ok(())
    }
}
