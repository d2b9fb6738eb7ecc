use crate::form::record;
use crate::party::cards::continuity::CON_06;
use crate::party::continuity::policy::ContinuityPolicy;
use crate::verdict::{Evidence, Fact, Presence, Recorder, Subject, Verdict};
use crate::vocab::known::Known;
use crate::vocab::name::PersonId;
use crate::vocab::words::Side;

record! {
    /// The people in charge of a customer (专人负责).
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::party::continuity::Assignment;
    /// use keqing::verdict::Presence;
    /// use keqing::vocab::known::Known;
    ///
    /// let mut assignment = Assignment::default();
    /// assignment.special = Known::measured(Presence::Present);
    /// assignment.owner = Known::measured(Some("li".parse()?));
    /// assert!(!assignment.deputy.is_known());
    /// # Ok::<(), keqing::vocab::name::NameError>(())
    /// ```
    #[non_exhaustive]
    #[derive(Copy, Default, Hash)]
    #[serde(default)]
    pub struct Assignment {
        /// The fact that the customer is a special one.
        pub special: Known<Presence>,
        /// The owner of the relationship; known to be nobody is not the same as unknown.
        pub owner: Known<Option<PersonId>>,
        /// The deputy, who stands in for the owner.
        pub deputy: Known<Option<PersonId>>,
    }
}

impl Assignment {
    /// Makes an assignment of which nothing is known.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            special: Known::Unknown,
            owner: Known::Unknown,
            deputy: Known::Unknown,
        }
    }
}

/// Judges whether a special customer has an owner and a named deputy who is another person
/// ([`CON_06`]).
///
/// An owner alone would be a single point of failure, of which CON-02 warns. The policy says how
/// much the lack of a deputy weighs. The rule does not apply to a customer that is not special.
///
/// # Examples
///
/// ```
/// use keqing::party::continuity::{Assignment, ContinuityPolicy, judge_assignment};
/// use keqing::verdict::{Decision, Presence};
/// use keqing::vocab::known::Known;
///
/// let policy = ContinuityPolicy::standard();
/// let mut assignment = Assignment::new();
/// assert_eq!(judge_assignment(&policy, &assignment).decision(), Decision::Undecided);
///
/// assignment.special = Known::measured(Presence::Present);
/// assignment.owner = Known::measured(Some("li".parse()?));
/// assignment.deputy = Known::measured(Some("li".parse()?));
/// assert_eq!(judge_assignment(&policy, &assignment).decision(), Decision::Deny);
///
/// assignment.deputy = Known::measured(Some("chen".parse()?));
/// assert_eq!(judge_assignment(&policy, &assignment).decision(), Decision::Permit);
/// # Ok::<(), keqing::vocab::name::NameError>(())
/// ```
pub fn judge_assignment(policy: &ContinuityPolicy, assignment: &Assignment) -> Verdict {
    Verdict::of(|r| consult(policy, assignment, r))
}

fn consult<R: Recorder>(policy: &ContinuityPolicy, assignment: &Assignment, r: &mut R) {
    match assignment.special.value() {
        None => r.miss(&CON_06, Fact::SpecialCustomer),
        Some(Presence::Absent) => r.pass_over(&CON_06, Fact::SpecialCustomer),
        Some(Presence::Present) => {
            r.need(
                &CON_06,
                Fact::DedicatedOwner,
                assignment.owner,
                |owner| owner.is_some(),
                |owner| named(Fact::DedicatedOwner, owner, true),
            );
            let owner = assignment.owner.value().copied().flatten();
            let is_other = |deputy: Option<PersonId>| deputy.is_some() && deputy != owner;
            r.need_at(
                &CON_06,
                policy.deputy(),
                Fact::Deputy,
                assignment.deputy,
                is_other,
                |deputy| named(Fact::Deputy, deputy, is_other(deputy)),
            );
        }
    }
}

fn named(fact: Fact, person: Option<PersonId>, suffices: bool) -> Evidence {
    let evidence = Evidence::present(fact, person.is_some() && suffices);
    match person {
        Some(id) => evidence.of(Subject::Person {
            side: Side::Supplier,
            id,
        }),
        None => evidence.of(Subject::Side(Side::Supplier)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Assignment, judge_assignment};
    use crate::party::continuity::policy::ContinuityPolicy;
    use crate::verdict::{Decision, Outcome, Presence, Severity};
    use crate::vocab::known::Known;
    use crate::vocab::name::NameError;

    #[test]
    fn a_special_customer_has_an_owner_and_a_deputy_who_is_somebody_else() -> Result<(), NameError>
    {
        use Decision::{Deny, Permit, Undecided};
        let nobody = Known::measured(None);
        let li = Known::measured(Some("li".parse()?));
        let chen = Known::measured(Some("chen".parse()?));
        let (special, ordinary) = (
            Known::measured(Presence::Present),
            Known::measured(Presence::Absent),
        );
        let table = [
            (Known::Unknown, nobody, nobody, Undecided),
            (ordinary, nobody, nobody, Permit),
            (special, Known::Unknown, Known::Unknown, Undecided),
            (special, li, Known::Unknown, Undecided),
            (special, Known::Unknown, chen, Undecided),
            (special, Known::Unknown, nobody, Deny),
            (special, nobody, chen, Deny),
            (special, li, nobody, Deny),
            (special, li, li, Deny),
            (special, li, chen, Permit),
        ];
        for (special, owner, deputy, expected) in table {
            let assignment = Assignment {
                special,
                owner,
                deputy,
            };
            let verdict = judge_assignment(&ContinuityPolicy::standard(), &assignment);
            assert_eq!(verdict.decision(), expected, "{assignment:?}");
        }
        Ok(())
    }

    #[test]
    fn the_policy_says_how_much_a_deputy_weighs() -> Result<(), NameError> {
        let assignment = Assignment {
            special: Known::measured(Presence::Present),
            owner: Known::measured(Some("li".parse()?)),
            deputy: Known::measured(None),
        };
        let lenient = ContinuityPolicy::standard().with_deputy(Severity::Warning);
        let verdict = judge_assignment(&lenient, &assignment);
        assert_eq!(verdict.decision(), Decision::Permit);
        assert_eq!(verdict.findings().breaches().count(), 1);
        Ok(())
    }

    #[test]
    fn the_rule_has_nothing_to_say_of_an_ordinary_customer() {
        let mut assignment = Assignment::new();
        assignment.special = Known::measured(Presence::Absent);
        let verdict = judge_assignment(&ContinuityPolicy::standard(), &assignment);
        let outcomes = verdict.findings().iter().map(|finding| finding.outcome);
        assert!(outcomes.eq([Outcome::Inapplicable]));
    }
}
