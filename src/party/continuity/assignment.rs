use alloc::boxed::Box;

use chrono::NaiveDate;
use thiserror::Error;

use crate::form::{Several, every, record, several};
use crate::party::cards::continuity::CON_06;
use crate::party::continuity::policy::ContinuityPolicy;
use crate::party::parties::{ReferenceError, Register};
use crate::verdict::{Evidence, Fact, Presence, Recorder, Severity, Subject, Verdict};
use crate::vocab::known::{Contradiction, Lasting, Stated};
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
    /// use keqing::vocab::known::Stated;
    ///
    /// let mut assignment = Assignment::default();
    /// assignment.special = Stated::measured(Presence::Present);
    /// assignment.owner = Stated::measured(Some("li".parse()?));
    /// assert!(!assignment.deputy.is_stated());
    /// # Ok::<(), keqing::vocab::name::NameError>(())
    /// ```
    #[non_exhaustive]
    #[derive(Default, Hash)]
    #[serde(default)]
    pub struct Assignment {
        /// The fact that the customer is a special one.
        pub special: Stated<Presence> => with_special,
        /// The owner of the relationship; known to be nobody is not the same as unknown.
        pub owner: Stated<Option<PersonId>> => with_owner,
        /// The deputy, who stands in for the owner.
        pub deputy: Stated<Option<PersonId>> => with_deputy,
    }
}

impl Assignment {
    /// Makes an assignment of which nothing is known.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            special: Stated::unknown(),
            owner: Stated::unknown(),
            deputy: Stated::unknown(),
        }
    }
}

impl Assignment {
    /// Returns the statements that hold on a day and differ.
    pub(crate) fn contradictions(&self, as_of: NaiveDate) -> impl Iterator<Item = Contradiction> {
        let of = |path, person: &Stated<Option<PersonId>>| {
            let found = person.as_of(as_of, Lasting::Term);
            found.contradiction(path)
        };
        let special = self.special.as_of(as_of, Lasting::Term);
        let people = [
            special.contradiction("assignment.special"),
            of("assignment.owner", &self.owner),
            of("assignment.deputy", &self.deputy),
        ];
        people.into_iter().flatten()
    }
}

/// Judges whether a special customer has an owner and a named deputy who is another person
/// ([`CON_06`]).
///
/// An assignment holds until its last day, if it has one. Both people act for our side on the day: whoever
/// has left owns nothing. An owner alone would be a single point
/// of failure, of which CON-02 warns. The policy says how much the lack of a deputy weighs. An owner or a
/// deputy who is only guessed is missing. The rule does not apply to a customer that is not special.
///
/// # Errors
///
/// [`AssignmentError`] is returned when the owner or the deputy is nobody whom the register has on our
/// side.
///
/// # Examples
///
/// ```
/// use keqing::party::continuity::{Assignment, ContinuityPolicy, judge_assignment};
/// use keqing::party::parties::{Person, Register};
/// use keqing::verdict::{Decision, Presence};
/// use keqing::vocab::known::Stated;
/// use keqing::vocab::words::{Department, Level};
///
/// let date = |day| chrono::NaiveDate::from_ymd_opt(2024, 6, day).ok_or("no such date");
/// let li = Person::new("li", Department::Sales, Level::Operator)?.with_until(Some(date(10)?));
/// let chen = Person::new("chen", Department::Sales, Level::Operator)?;
/// let register = Register::new([li, chen], [])?;
/// let assignment = Assignment::new()
///     .with_special(Stated::measured(Presence::Present))
///     .with_owner(Stated::measured(Some(li.id)))
///     .with_deputy(Stated::measured(Some(chen.id)));
///
/// let policy = ContinuityPolicy::standard();
/// let on = |day| judge_assignment(&policy, &register, &assignment, day);
/// assert_eq!(on(date(10)?)?.decision(), Decision::Permit);
/// assert_eq!(on(date(11)?)?.decision(), Decision::Deny);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn judge_assignment(
    policy: &ContinuityPolicy,
    register: &Register,
    assignment: &Assignment,
    as_of: NaiveDate,
) -> Result<Verdict, AssignmentError> {
    check(register, assignment)?;
    let in_charge = InCharge {
        policy,
        register,
        assignment,
        as_of,
    };
    Ok(Verdict::of(|r| in_charge.consult(r)))
}

/// An assignment with all that bears on it.
struct InCharge<'a> {
    policy: &'a ContinuityPolicy,
    register: &'a Register,
    assignment: &'a Assignment,
    as_of: NaiveDate,
}

impl InCharge<'_> {
    fn consult<R: Recorder>(&self, r: &mut R) {
        let of = self.assignment;
        let special = of
            .special
            .strictest(self.as_of, Lasting::Term, |special| !special.is_present());
        match special.value() {
            None => r.miss(&CON_06, Fact::SpecialCustomer),
            Some(Presence::Absent) => r.pass_over(&CON_06, Fact::SpecialCustomer),
            Some(Presence::Present) => {
                let severity = CON_06.severity();
                let owner = self.named(Fact::DedicatedOwner, &of.owner, None, severity, r);
                let deputy = self.policy.deputy();
                self.named(Fact::Deputy, &of.deputy, owner, deputy, r);
            }
        }
    }

    /// Checks CON-06: somebody is named who acts for us on the day and is not another one already.
    fn named<R: Recorder>(
        &self,
        fact: Fact,
        stated: &Stated<Option<PersonId>>,
        taken: Option<PersonId>,
        severity: Severity,
        r: &mut R,
    ) -> Option<PersonId> {
        let suffices = |person: &Option<PersonId>| {
            person.is_some_and(|person| {
                Some(person) != taken && self.register.acts(Side::Supplier, &person, self.as_of)
            })
        };
        let read = stated.strictest(self.as_of, Lasting::Term, suffices);
        let subject = |person: Option<PersonId>| match person {
            Some(id) => Subject::Person {
                side: Side::Supplier,
                id,
            },
            None => Subject::Side(Side::Supplier),
        };
        let person = read.value().copied().flatten();
        let holds = suffices(&person);
        if read.is_known() && !holds {
            r.require_at(&CON_06, severity, holds, || {
                Evidence::present(fact, holds).of(subject(person))
            });
        } else if r
            .require_own_word(&CON_06, severity, fact, read, || subject(person))
            .is_some()
        {
            r.require_at(&CON_06, severity, holds, || {
                Evidence::present(fact, holds).of(subject(person))
            });
        }
        person
    }
}

fn check(register: &Register, assignment: &Assignment) -> Result<(), AssignmentError> {
    let named = |stated: &Stated<Option<PersonId>>| {
        let people = stated.statements().iter().filter_map(|one| one.value);
        people.collect::<alloc::vec::Vec<_>>()
    };
    let expected = Side::Supplier;
    let people = [named(&assignment.owner), named(&assignment.deputy)];
    every(
        people
            .into_iter()
            .flatten()
            .map(|person| match register.side_of(&person) {
                Err(unknown) => Err(unknown.into()),
                Ok(_) if register.offices(expected, &person).is_empty() => {
                    Err(ReferenceError::WrongSide { person, expected }.into())
                }
                Ok(_) => Ok(()),
            }),
    )
}

/// Returned when an owner or a deputy is nobody whom the register has on our side.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum AssignmentError {
    /// A name leads to no entry of the register.
    #[error(transparent)]
    Reference(#[from] ReferenceError),
    /// Several names are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub AssignmentError);

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};

    use super::{Assignment, judge_assignment};
    use crate::party::continuity::policy::ContinuityPolicy;
    use crate::party::parties::Register;
    use crate::party::sample::{id, person, today};
    use crate::verdict::{Decision, Outcome, Presence, Severity, Verdict};
    use crate::vocab::known::{Grade, Known, Stated, Statement};
    use crate::vocab::name::PersonId;

    fn people() -> Register {
        let gone = person("gone").with_until(today().pred_opt());
        let ours = [person("li"), person("chen"), gone];
        let Ok(register) = Register::new(ours, [person("wang")]) else {
            panic!("register of the test")
        };
        register
    }

    #[track_caller]
    fn ask(policy: &ContinuityPolicy, assignment: &Assignment) -> Verdict {
        let Ok(verdict) = judge_assignment(policy, &people(), assignment, today()) else {
            panic!("assignment of the test")
        };
        verdict
    }

    fn in_charge(
        special: Known<Presence>,
        owner: impl Into<Stated<Option<PersonId>>>,
        deputy: impl Into<Stated<Option<PersonId>>>,
    ) -> Assignment {
        Assignment {
            special: special.into(),
            owner: owner.into(),
            deputy: deputy.into(),
        }
    }

    #[test]
    fn a_special_customer_has_an_owner_and_a_deputy_who_is_somebody_else() {
        use Decision::{Deny, Permit, Undecided};
        let unknown = Known::<Option<PersonId>>::Unknown;
        let nobody = Known::measured(None);
        let known = |name| Known::measured(Some(id(name)));
        let guessed = |name| Known::estimated(Some(id(name)));
        let (special, ordinary) = (
            Known::measured(Presence::Present),
            Known::measured(Presence::Absent),
        );
        let table = [
            (Known::Unknown, nobody, nobody, Undecided),
            (ordinary, nobody, nobody, Permit),
            (special, unknown, unknown, Undecided),
            (special, known("li"), unknown, Undecided),
            (special, unknown, known("chen"), Undecided),
            (special, unknown, nobody, Deny),
            (special, nobody, known("chen"), Deny),
            (special, known("li"), nobody, Deny),
            (special, known("li"), known("li"), Deny),
            (special, known("li"), known("chen"), Permit),
            (special, known("gone"), known("chen"), Deny),
            (special, known("li"), known("gone"), Deny),
            (special, guessed("li"), known("chen"), Undecided),
            (special, known("li"), guessed("chen"), Undecided),
            (special, guessed("gone"), known("chen"), Deny),
        ];
        for (special, owner, deputy, expected) in table {
            let verdict = ask(
                &ContinuityPolicy::standard(),
                &in_charge(special, owner, deputy),
            );
            assert_eq!(
                verdict.decision(),
                expected,
                "{special:?} {owner:?} {deputy:?}"
            );
        }
    }

    #[test]
    fn of_two_statements_the_stricter_one_counts() {
        let special = Known::measured(Presence::Present);
        let both = Stated::several([
            Statement::new(Some(id("li")), Grade::Measured),
            Statement::new(None, Grade::Estimated),
        ]);
        let assignment = in_charge(special, both, Known::measured(Some(id("chen"))));
        let verdict = ask(&ContinuityPolicy::standard(), &assignment);
        assert_eq!(verdict.decision(), Decision::Deny);
    }

    #[test]
    fn the_policy_says_how_much_a_deputy_weighs() {
        let special = Known::measured(Presence::Present);
        let assignment = in_charge(
            special,
            Known::measured(Some(id("li"))),
            Known::measured(None),
        );
        let lenient = ContinuityPolicy::standard().with_deputy(Severity::Warning);
        let verdict = ask(&lenient, &assignment);
        assert_eq!(verdict.decision(), Decision::Permit);
        assert_eq!(verdict.findings().breaches().count(), 1);
    }

    #[test]
    fn the_rule_has_nothing_to_say_of_an_ordinary_customer() {
        let mut assignment = Assignment::new();
        assignment.special = Stated::measured(Presence::Absent);
        let verdict = ask(&ContinuityPolicy::standard(), &assignment);
        let outcomes = verdict.findings().iter().map(|finding| finding.outcome);
        assert!(outcomes.eq([Outcome::Inapplicable]));
    }

    #[test]
    fn everybody_who_is_named_is_one_of_us() {
        let of = |owner: &str, deputy: &str| {
            let known = |name| Known::measured(Some(id(name)));
            let special = Known::measured(Presence::Present);
            let assignment = in_charge(special, known(owner), known(deputy));
            let policy = ContinuityPolicy::standard();
            let refused = judge_assignment(&policy, &people(), &assignment, today());
            refused.err().map(|error| error.to_string())
        };
        let both = "`wang` acts for the customer, expected somebody of the supplier; \
            nobody in the register is named `ghost`";
        assert_eq!(of("wang", "ghost"), Some(String::from(both)));
    }
}
