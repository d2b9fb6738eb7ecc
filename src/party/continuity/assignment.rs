use alloc::boxed::Box;

use chrono::NaiveDate;
use thiserror::Error;

use crate::form::{Several, every, record, several};
use crate::party::cards::continuity::CON_06;
use crate::party::continuity::policy::ContinuityPolicy;
use crate::party::parties::{ReferenceError, Register};
use crate::verdict::{Evidence, Fact, Presence, Reading, Recorder, Severity, Subject, Verdict};
use crate::vocab::known::{Contradiction, Known, Lasting, Stated};
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
/// has left owns nothing. An owner alone would be a single point of failure, of which CON-02 warns. The
/// policy says how much the lack of a deputy weighs. An owner or a deputy who is only guessed is missing.
/// Statements that contradict each other are noticed. The rule does not apply to a customer that is not
/// special, and a guess does not suffice to say so.
///
/// # Errors
///
/// [`AssignmentError`] is returned when the owner or the deputy is nobody whom the register has on our
/// side, and when whoever said so does not act on the day of the statement.
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
    check(register, assignment, as_of)?;
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
        if special.value() == Some(&Presence::Present) {
            self.in_charge(r);
            self.agree(&of.owner, r);
            self.agree(&of.deputy, r);
        } else if r
            .require_grade(&CON_06, Fact::SpecialCustomer, special)
            .is_some()
        {
            r.pass_over(&CON_06, Fact::SpecialCustomer);
        }
    }

    /// Checks CON-06: there is an owner, and a deputy who is another person.
    fn in_charge<R: Recorder>(&self, r: &mut R) {
        let (of, deputy) = (self.assignment, self.policy.deputy());
        let owner = self.read(&of.owner, None);
        self.named(Fact::DedicatedOwner, owner, None, CON_06.severity(), r);
        let taken = owner.value().copied().flatten();
        let second = self.read(&of.deputy, taken);
        let suffices = second.value().is_some_and(|one| self.suffices(*one, None));
        if suffices && !owner.is_known() {
            // Whoever is the owner cannot be the deputy too.
            r.miss_at(&CON_06, deputy, Fact::Deputy);
        } else {
            self.named(Fact::Deputy, second, taken, deputy, r);
        }
    }

    /// Returns the person whom the gate reads: of several statements the one that does not suffice.
    fn read(
        &self,
        stated: &Stated<Option<PersonId>>,
        taken: Option<PersonId>,
    ) -> Known<Option<PersonId>> {
        stated.strictest(self.as_of, Lasting::Term, |person| {
            self.suffices(*person, taken)
        })
    }

    /// Returns whether somebody acts for us on the day and is not another one already.
    fn suffices(&self, person: Option<PersonId>, taken: Option<PersonId>) -> bool {
        person.is_some_and(|person| {
            Some(person) != taken && self.register.acts(Side::Supplier, &person, self.as_of)
        })
    }

    /// Checks CON-06 for one place.
    fn named<R: Recorder>(
        &self,
        fact: Fact,
        known: Known<Option<PersonId>>,
        taken: Option<PersonId>,
        severity: Severity,
        r: &mut R,
    ) {
        let subject = subject(known.value().copied().flatten());
        r.open_at(
            &CON_06,
            severity,
            (fact, subject),
            known,
            |person| self.suffices(person, taken),
            |person| Reading::present(self.suffices(person, taken)),
        );
    }

    /// Checks CON-06: all who say who is in charge say the same; a single statement has none to agree with.
    fn agree<R: Recorder>(&self, stated: &Stated<Option<PersonId>>, r: &mut R) {
        if stated.in_force(self.as_of, Lasting::Term).nth(1).is_none() {
            return;
        }
        let dispute = stated.as_of(self.as_of, Lasting::Term).dispute;
        let other = dispute.and_then(|[_, other]| other.value);
        r.require_at(&CON_06, Severity::Notice, dispute.is_none(), || {
            Evidence::absent(Fact::Contradiction, dispute.is_some()).of(subject(other))
        });
    }
}

const fn subject(person: Option<PersonId>) -> Subject {
    let side = Side::Supplier;
    match person {
        Some(id) => Subject::Person { side, id },
        None => Subject::Side(side),
    }
}

fn check(
    register: &Register,
    assignment: &Assignment,
    as_of: NaiveDate,
) -> Result<(), AssignmentError> {
    let stated = [&assignment.owner, &assignment.deputy].into_iter();
    let people = stated.clone().flat_map(|stated| stated.statements().iter());
    let in_charge = people.filter_map(|one| Some(register.knows(Side::Supplier, &one.value?)));
    let special = assignment.special.statements().iter();
    let special = special.map(|one| (one.by, one.on));
    let people = stated.flat_map(|stated| stated.statements().iter());
    let spoken = special.chain(people.map(|one| (one.by, one.on)));
    let speakers = spoken.filter_map(|(by, on)| {
        let spoke = register.resolve(&by?, on.unwrap_or(as_of));
        Some(spoke.map(|_| ()))
    });
    every(
        in_charge
            .chain(speakers)
            .map(|known| known.map_err(AssignmentError::from)),
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
