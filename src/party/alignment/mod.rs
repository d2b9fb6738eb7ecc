//! The agreement of the interests of people and their organization, and its effect (利益一致: ALN).
//!
//! ```text
//! SideFacts              -> alignment            -> Alignment   is the operator at one with the organization?
//! SideFacts of both      -> advantage            -> Advantage   the side that is expected to win, with the reason
//! SideFacts + Investment -> judge_investment     -> Verdict     may the investment be made?
//! BenefitRecords         -> organization_capture -> Capture     the part that reaches the organization
//! ```
//!
//! - *Looks at*: The owner of the gain, and the declared interests with their conflicts. The size
//!   and ownership of the organization. The benefits of an investment with their parties.
//! - *Why*: A side whose operator works against its organization pays twice, and the other side
//!   uses it.
//! - *Breaks it*: A named conflict between an operator and the organization. An investment while
//!   such a conflict of ours is open. A benefit that goes mostly to the operator.
//! - *Keeps it*: Ownership of the gain, or declared interests without a conflict; conflicts that
//!   are coordinated.
//! - *Rules*: ALN-01 to ALN-09, PTY-02.
//!
//! # Examples
//!
//! ```
//! use keqing::party::alignment::{
//!     AlignmentKind, AlignmentPolicy, OperatorFacts, SideFacts, Stake, alignment,
//! };
//! use keqing::vocab::known::Known;
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
mod kind;
mod policy;
mod purpose;
mod side;

pub use advantage::{Advantage, AdvantageReason, advantage};
pub use capture::{BenefitRecord, Capture, InvestmentError, organization_capture};
pub use investment::{Investment, judge_investment};
pub use kind::{Alignment, AlignmentBasis, AlignmentKind};
pub use policy::AlignmentPolicy;
pub use purpose::Purpose;
pub use side::{
    Conflict, ConflictState, OperatorFacts, OrganizationSize, OwnershipForm, SideFacts,
    SideFactsError, Stake,
};

use crate::party::alignment::side::Weights;
use crate::party::cards::alignment::{ALN_01, ALN_02, ALN_09};
use crate::party::cards::parties::PTY_02;

use crate::verdict::{Assessment, Bound, Evidence, Fact, Presence, Reading, Recorder, Subject};
use crate::vocab::name::PersonId;
use crate::vocab::share::Share;
use crate::vocab::words::Side;

/// Assesses whether the interests of one side's operators coincide with their organization's.
///
/// A residual claimant (the sole or controlling owner) is aligned. So is an operator whose declared
/// interests have no conflict (ALN-01). An operator with a conflict is misaligned, resolved or not
/// (ALN-02). If neither is known, ownership and size give the expectation (ALN-09). Evidence
/// overrides the expectation, and a finding says so.
///
/// One misaligned operator makes the side misaligned. The value is `None` if nobody is misaligned
/// and the type of an operator is unknown.
///
/// # Examples
///
/// ```
/// use keqing::party::alignment::{
///     AlignmentKind, AlignmentPolicy, Conflict, ConflictState, OperatorFacts, SideFacts, Stake,
///     alignment,
/// };
/// use keqing::vocab::known::Known;
/// use keqing::vocab::share::Share;
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
    Assessment::of(|r| consult(policy, side, facts, r))
}

pub(crate) fn consult<R: Recorder>(
    policy: &AlignmentPolicy,
    side: Side,
    facts: &SideFacts,
    r: &mut R,
) -> Option<Alignment> {
    let mut found = Found::default();
    for operator in facts.operators() {
        let subject = Subject::Person {
            side,
            id: operator.id,
        };
        match one_person(policy, facts, operator, subject, r) {
            Some((kind, basis)) => found.add(operator, kind, basis),
            None => found.open = true,
        }
    }
    let (kind, basis) = found.settled()?;
    let coordination = match kind {
        AlignmentKind::Aligned => Some(Share::ALL),
        AlignmentKind::Misaligned => together(facts),
    };
    if let (Some((worst, Some(observed))), Some(required)) = (found.worst, coordination) {
        if facts.operators().len() > 1 {
            let hidden = observed < required;
            r.require(&PTY_02, !hidden, || {
                let subject = Subject::Person { side, id: worst };
                Evidence::absent(Fact::HiddenConflict, hidden).of(subject)
            });
        }
    }
    Some(Alignment {
        kind,
        basis,
        coordination,
        worst: found.worst.map(|(person, _)| person),
    })
}

/// Checks ALN-01 and ALN-02 by evidence, and ALN-09 if there is none.
fn one_person<R: Recorder>(
    policy: &AlignmentPolicy,
    facts: &SideFacts,
    operator: &OperatorFacts,
    subject: Subject,
    r: &mut R,
) -> Option<(AlignmentKind, AlignmentBasis)> {
    let prior = policy.prior(facts.form(), facts.size(), operator.stake);
    let conflicts = operator
        .conflicts
        .value()
        .map(|conflicts| u32::try_from(conflicts.len()).unwrap_or(u32::MAX));
    let kind = match (operator.is_residual_claimant(), conflicts) {
        (true, _) => {
            r.require(&ALN_01, true, || {
                Evidence::present(Fact::Ownership, true).of(subject)
            });
            AlignmentKind::Aligned
        }
        (false, Some(0)) => {
            r.require(&ALN_01, true, || {
                Evidence::count(Fact::Conflicts, 0, Bound::AtMost, 0).of(subject)
            });
            AlignmentKind::Aligned
        }
        (false, Some(count)) if operator.stake.is_known() => {
            r.require(&ALN_02, true, || {
                Evidence::count(Fact::Conflicts, count, Bound::AtLeast, 1).of(subject)
            });
            AlignmentKind::Misaligned
        }
        (false, Some(_)) => {
            r.miss_of(&ALN_02, Fact::Ownership, subject);
            return None;
        }
        (false, None) => return expected(facts, prior, subject, r),
    };
    match prior {
        Some(prior) => r.require(&ALN_09, prior == kind, || {
            as_expected(kind, prior).of(subject)
        }),
        None => r.pass_over(&ALN_09, Fact::OwnershipForm),
    }
    Some((kind, AlignmentBasis::Evidence))
}

/// Checks ALN-09: without evidence, ownership and size give the expectation.
fn expected<R: Recorder>(
    facts: &SideFacts,
    prior: Option<AlignmentKind>,
    subject: Subject,
    r: &mut R,
) -> Option<(AlignmentKind, AlignmentBasis)> {
    r.miss_of(&ALN_02, Fact::Conflicts, subject);
    let Some(prior) = prior else {
        let fact = if facts.form().is_known() {
            Fact::OrganizationSize
        } else {
            Fact::OwnershipForm
        };
        r.miss_of(&ALN_09, fact, subject);
        return None;
    };
    r.require(&ALN_09, true, || as_expected(prior, prior).of(subject));
    Some((prior, AlignmentBasis::Prior))
}

/// The results that are gathered while the people are looked at one by one.
#[derive(Default)]
struct Found {
    /// The mark that somebody's type is unknown.
    open: bool,
    aligned: Option<AlignmentBasis>,
    misaligned: Option<AlignmentBasis>,
    worst: Option<(PersonId, Option<Share>)>,
}

impl Found {
    fn add(&mut self, operator: &OperatorFacts, kind: AlignmentKind, basis: AlignmentBasis) {
        match kind {
            AlignmentKind::Aligned => {
                self.aligned = Some(self.aligned.map_or(basis, |other| other.min(basis)));
            }
            AlignmentKind::Misaligned => {
                // One misaligned person suffices, so the best basis for one counts.
                self.misaligned = Some(self.misaligned.map_or(basis, |other| other.max(basis)));
                let coordination = operator.coordination();
                let worse = match (self.worst, coordination) {
                    (None, _) | (Some((_, None)), Some(_)) => true,
                    (Some((_, Some(least))), Some(coordination)) => coordination < least,
                    (Some(_), None) => false,
                };
                if worse {
                    self.worst = Some((operator.id, coordination));
                }
            }
        }
    }

    fn settled(&self) -> Option<(AlignmentKind, AlignmentBasis)> {
        match (self.misaligned, self.open, self.aligned) {
            (Some(basis), ..) => Some((AlignmentKind::Misaligned, basis)),
            (None, false, Some(basis)) => Some((AlignmentKind::Aligned, basis)),
            (None, ..) => None,
        }
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
    let presence = |kind| match kind {
        AlignmentKind::Aligned => Presence::Present,
        AlignmentKind::Misaligned => Presence::Absent,
    };
    let (observed, required) = (presence(kind), presence(prior));
    Evidence::new(Fact::Alignment, Reading::Presence { observed, required })
}

#[cfg(test)]
mod tests;
