//! The agreement of the interests of people and their organization, and its effect (利益一致: ALN).
//!
//! ```text
//! SideFacts              -> alignment            -> Alignment   is the operator at one with the organization?
//! SideFacts of both      -> advantage            -> Advantage   the side that is expected to win, with the reason
//! SideFacts + Investment -> judge_investment     -> Verdict     may the investment be made, by the office of integrity too?
//! BenefitRecords         -> organization_capture -> Capture     the part that reaches the organization
//! ```
//!
//! - *Looks at*: The owner of the gain, and the declared interests with their conflicts. The size
//!   and ownership of the organization. The benefits of an investment with their parties.
//! - *Why*: A side whose operator works against its organization pays twice, and the other side
//!   uses it.
//! - *Breaks it*: A named conflict between an operator and the organization. An investment while
//!   such a conflict of ours is open. A benefit that goes mostly to the operator.
//! - *Keeps it*: Ownership of the whole, or declared interests without an open conflict; conflicts
//!   that are coordinated.
//! - *Rules*: ALN-01 to ALN-09, PTY-02, PTY-09.
//!
//! # Examples
//!
//! ```
//! use keqing::party::alignment::{
//!     AlignmentPolicy, OperatorFacts, SideFacts, Stake, alignment,
//! };
//! use keqing::vocab::known::Known;
//! use keqing::vocab::answers::AlignmentKind;
//! use keqing::vocab::words::Side;
//!
//! let mut owner = OperatorFacts::new("chen".parse()?);
//! owner.stake = Known::measured(Stake::Sole);
//! let dealer = SideFacts::new([owner])?;
//! let found = alignment(&AlignmentPolicy::standard(), Side::Customer, &dealer);
//! assert_eq!(found.value().map(|found| found.kind), Some(AlignmentKind::Aligned));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod advantage;
mod capture;
mod investment;
#[cfg(test)]
mod investment_tests;
mod kind;
mod policy;
mod purpose;
mod side;

pub use advantage::{Advantage, AdvantageReason, advantage};
pub use capture::{Capture, InvestmentError, organization_capture};
pub use investment::{Investment, judge_investment};
pub use kind::{Alignment, AlignmentBasis, OpenConflict};
pub use policy::AlignmentPolicy;
pub use purpose::{Obligation, Purpose};
pub use side::{
    Conflict, ConflictState, OperatorFacts, OrganizationSize, OwnershipForm, SideFacts,
    SideFactsError, Stake,
};

use alloc::vec::Vec;

use crate::party::alignment::side::Weights;
use crate::party::cards::alignment::{ALN_01, ALN_02, ALN_09};
use crate::party::cards::parties::PTY_02;
use crate::verdict::{
    Assessment, Bound, Evidence, Fact, Found, Presence, Reading, Recorder, RuleCard, Subject,
};
use crate::vocab::answers::AlignmentKind;
use crate::vocab::known::Grade;
use crate::vocab::name::PersonId;
use crate::vocab::share::Share;
use crate::vocab::words::Side;

/// Assesses whether the interests of one side's operators coincide with their organization's.
///
/// The sole owner is aligned, and so is an operator without an open conflict. A controlling owner with an
/// open conflict is aligned in part (ALN-01). Another operator with an open conflict is misaligned, and the
/// open conflicts are named (ALN-02). Those of a sole owner are only counted. If neither is known, ownership
/// and size give the expectation (ALN-09). Evidence overrides the expectation, and a finding says so.
///
/// The operator who agrees least gives the side its type. The value is `None` if nobody is misaligned
/// and the type of an operator is unknown.
///
/// # Examples
///
/// ```
/// use keqing::party::alignment::{
///     AlignmentPolicy, Conflict, ConflictState, OperatorFacts, SideFacts, Stake,
///     alignment,
/// };
/// use keqing::vocab::known::Known;
/// use keqing::vocab::share::Share;
/// use keqing::vocab::answers::AlignmentKind;
/// use keqing::vocab::words::Side;
///
/// let conflict = |name: &str, state| Ok::<_, Box<dyn std::error::Error>>(Conflict {
///     name: name.parse()?,
///     weight: 1.try_into()?,
///     state,
/// });
/// let mut seller = OperatorFacts::new("li-na".parse()?);
/// seller.stake = Known::measured(Stake::Absent);
/// seller.conflicts = Known::measured(vec![
///     conflict("bonus on volume only", ConflictState::Unresolved)?,
///     conflict("private car for visits", ConflictState::Resolved)?,
/// ]);
///
/// let ours = SideFacts::new([seller])?;
/// let found = alignment(&AlignmentPolicy::standard(), Side::Supplier, &ours);
/// let found = found.into_value().ok_or("undecided")?;
/// assert_eq!(found.kind, AlignmentKind::Misaligned);
/// assert_eq!(found.coordination, Some(Share::percent(50)?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn alignment(policy: &AlignmentPolicy, side: Side, facts: &SideFacts) -> Assessment<Alignment> {
    Assessment::of(|r| {
        let found = consult(policy, side, facts, r)?;
        Some(Alignment {
            kind: found.kind,
            basis: found.basis,
            coordination: found.coordination,
            worst: found.worst,
            open: open(facts),
        })
    })
}

/// The agreement of a side, without the list of its open conflicts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Agreement {
    pub(crate) kind: AlignmentKind,
    pub(crate) basis: AlignmentBasis,
    pub(crate) coordination: Option<Share>,
    /// The weakest grade of the facts on which the type and the coordination rest.
    pub(crate) grade: Grade,
    worst: Option<PersonId>,
}

pub(crate) fn consult<R: Recorder>(
    policy: &AlignmentPolicy,
    side: Side,
    facts: &SideFacts,
    r: &mut R,
) -> Option<Agreement> {
    let mut found = Told::default();
    for operator in facts.operators() {
        let subject = Subject::Person {
            side,
            id: operator.id,
        };
        match one_person(policy, facts, operator, subject, r) {
            Some((kind, basis)) => found.add(operator, kind, basis),
            None => found.is_open = true,
        }
    }
    let (kind, basis) = found.settled()?;
    let coordination = match kind {
        AlignmentKind::Aligned => Some(Share::ALL),
        AlignmentKind::AlignedInPart | AlignmentKind::Misaligned => together(facts),
    };
    if let (Some((_, worst, Some(observed))), Some(required)) = (found.worst, coordination) {
        if facts.operators().len() > 1 {
            let hidden = observed < required;
            r.require(&PTY_02, !hidden, || {
                let subject = Subject::Person { side, id: worst };
                Evidence::absent(Fact::HiddenConflict, hidden).of(subject)
            });
        }
    }
    Some(Agreement {
        kind,
        basis,
        coordination,
        grade: facts.weakest(basis == AlignmentBasis::Prior),
        worst: found.worst.map(|(_, person, _)| person),
    })
}

/// Returns the conflicts that are open, by person and name.
fn open(facts: &SideFacts) -> Vec<OpenConflict> {
    let open = facts.unresolved().map(|(person, conflict)| OpenConflict {
        person,
        name: conflict.name,
    });
    let mut open: Vec<OpenConflict> = open.collect();
    open.sort_unstable();
    open
}

/// Classifies a person by evidence (ALN-01), checks that no conflict is open (ALN-02), and holds the type
/// against the expectation (ALN-09).
fn one_person<R: Recorder>(
    policy: &AlignmentPolicy,
    facts: &SideFacts,
    operator: &OperatorFacts,
    subject: Subject,
    r: &mut R,
) -> Option<(AlignmentKind, AlignmentBasis)> {
    let prior = policy.prior(facts.form(), facts.size(), operator.stake);
    let open = operator.unresolved();
    conflicted(operator, subject, r);
    let kind = match (operator.stake.value(), open) {
        (Some(Stake::Sole), _) | (_, Some(0)) => AlignmentKind::Aligned,
        (Some(Stake::Controlling), Some(_)) => AlignmentKind::AlignedInPart,
        (Some(Stake::Minority | Stake::Absent), Some(_)) => AlignmentKind::Misaligned,
        (None, Some(_)) => {
            r.miss_of(&ALN_01, Fact::Ownership, subject);
            return None;
        }
        (_, None) => return expected(facts, prior, subject, r),
    };
    classify(kind, subject, r);
    match prior {
        Some(prior) => {
            let agrees = is_aligned(kind) == is_aligned(prior);
            r.require(&ALN_09, agrees, || as_expected(kind, prior).of(subject));
        }
        None => r.miss_of(&ALN_09, unknown_ownership(facts), subject),
    }
    Some((kind, AlignmentBasis::Evidence))
}

/// Checks ALN-02: no conflict is open. Only a sole owner may have one, because all the gain is the owner's.
fn conflicted<R: Recorder>(operator: &OperatorFacts, subject: Subject, r: &mut R) {
    let Some(open) = operator.unresolved() else {
        return;
    };
    match operator.stake.value() {
        Some(Stake::Sole) => r.classify(&ALN_02, || {
            Evidence::found(Fact::Conflicts, open).of(subject)
        }),
        None if open > 0 => r.miss_of(&ALN_02, Fact::Ownership, subject),
        _ => unresolved(&ALN_02, operator, subject, r),
    }
}

/// States a rule that no conflict of a person is open. That none is has to be more than a guess.
pub(crate) fn unresolved<R: Recorder>(
    card: &RuleCard,
    operator: &OperatorFacts,
    subject: Subject,
    r: &mut R,
) {
    let open = operator.unresolved().unwrap_or_default();
    let known = operator.conflicts.as_ref().map(|_| open);
    r.open(
        card,
        (Fact::Conflicts, subject),
        known,
        |open| open == 0,
        |observed| Reading::count(observed, Bound::AtMost, 0),
    );
}

/// Returns what has to be known for an expectation (ALN-09).
const fn unknown_ownership(facts: &SideFacts) -> Fact {
    if facts.form().is_known() {
        Fact::OrganizationSize
    } else {
        Fact::OwnershipForm
    }
}

/// Returns the type that ownership and size let one expect, if there is no evidence (ALN-09).
fn expected<R: Recorder>(
    facts: &SideFacts,
    prior: Option<AlignmentKind>,
    subject: Subject,
    r: &mut R,
) -> Option<(AlignmentKind, AlignmentBasis)> {
    r.miss_of(&ALN_02, Fact::Conflicts, subject);
    let Some(prior) = prior else {
        r.miss_of(&ALN_09, unknown_ownership(facts), subject);
        return None;
    };
    classify(prior, subject, r);
    Some((prior, AlignmentBasis::Prior))
}

fn classify<R: Recorder>(kind: AlignmentKind, subject: Subject, r: &mut R) {
    r.classify(&ALN_01, || {
        Evidence::found(Fact::Alignment, Found::word(kind)).of(subject)
    });
}

/// The results that are gathered while the people are looked at one by one.
#[derive(Default)]
struct Told {
    /// The mark that somebody's type is unknown.
    is_open: bool,
    /// The basis of the type: the weakest for those who agree, the best for those who do not.
    basis: Option<(AlignmentKind, AlignmentBasis)>,
    worst: Option<(AlignmentKind, PersonId, Option<Share>)>,
}

impl Told {
    fn add(&mut self, operator: &OperatorFacts, kind: AlignmentKind, basis: AlignmentBasis) {
        self.basis = Some(match self.basis {
            Some((worst, known)) if worst > kind => (worst, known),
            Some((worst, known)) if worst == kind => match kind {
                // One who does not agree suffices, so the best basis for one counts.
                AlignmentKind::Misaligned => (kind, known.max(basis)),
                AlignmentKind::Aligned | AlignmentKind::AlignedInPart => (kind, known.min(basis)),
            },
            Some(_) | None => (kind, basis),
        });
        if kind == AlignmentKind::Aligned {
            return;
        }
        let coordination = operator.coordination();
        let worse = match self.worst {
            None => true,
            Some((worst, ..)) if worst != kind => worst < kind,
            Some((_, _, None)) => coordination.is_some(),
            Some((_, _, Some(least))) => coordination.is_some_and(|one| one < least),
        };
        if worse {
            self.worst = Some((kind, operator.id, coordination));
        }
    }

    fn settled(&self) -> Option<(AlignmentKind, AlignmentBasis)> {
        let is_settled = |kind| kind == AlignmentKind::Misaligned || !self.is_open;
        self.basis.filter(|(kind, _)| is_settled(*kind))
    }
}

/// Returns the coordination of all operators together (ALN-04).
fn together(facts: &SideFacts) -> Option<Share> {
    let mut sum = Weights::default();
    for operator in facts.operators() {
        sum = sum.plus(operator.weights()?);
    }
    Some(sum.coordination())
}

fn as_expected(kind: AlignmentKind, prior: AlignmentKind) -> Evidence {
    let presence = |kind| Presence::of(is_aligned(kind));
    let (observed, required) = (presence(kind), presence(prior));
    Evidence::new(Fact::Alignment, Reading::Presence { observed, required })
}

/// Returns whether interests coincide completely.
const fn is_aligned(kind: AlignmentKind) -> bool {
    match kind {
        AlignmentKind::Aligned => true,
        AlignmentKind::AlignedInPart | AlignmentKind::Misaligned => false,
    }
}

#[cfg(test)]
mod tests;
