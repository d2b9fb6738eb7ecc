//! Actions and measures for a relationship, with their need and their benefit (客情行动: PTY).
//!
//! ```text
//! Measure + Register -> judge_measure -> Verdict   is each of the four parties considered?
//! Action             -> judge_action  -> Verdict   need, benefit, the party of each, and the gate of integrity
//! ```
//!
//! - *Looks at*: A [`Measure`] with its effect on each party; an [`Action`] with its [`Need`], its
//!   [`Benefit`] and the party of each.
//! - *Why*: A measure that helps one party and forgets another makes an enemy of the forgotten one.
//!   An action without a benefit is goodwill at most.
//! - *Breaks it*: A party left out, or harmed without a countermeasure. A need that is only our own. A
//!   benefit that a person gains in material terms without the word of the integrity office. A benefit
//!   booked for the wrong party.
//! - *Keeps it*: An effect stated for all four parties, with a countermeasure for each that it harms; a
//!   need of the customer's side, and a benefit that names its party.
//! - *Rules*: PTY-03, PTY-04, PTY-05, PTY-06, PTY-09, ALN-07.
//!
//! # Examples
//!
//! ```
//! use keqing::party::action::{Countermeasure, Effect, Measure, judge_measure};
//! use keqing::party::parties::{Person, Register};
//! use keqing::vocab::words::{Department, Level, Role};
//!
//! let by = chrono::NaiveDate::from_ymd_opt(2024, 7, 1).ok_or("no such date")?;
//! let li_na = Person::new("li-na", Department::Sales, Level::Operator)?;
//! let register = Register::new([li_na], [])?;
//! let longer_terms = Countermeasure::new("longer terms".parse()?, li_na.id, by);
//! let price_rise = Measure::new()
//!     .with_effect(Role::CustomerOrganization, Effect::countered(longer_terms));
//! let verdict = judge_measure(&register, &price_rise, by)?;
//! assert_eq!(verdict.remedies().count(), 3, "three parties were overlooked");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod measure;
mod need;
#[cfg(test)]
mod tests;

pub use measure::{Countermeasure, Direction, Effect, Measure, MeasureError, judge_measure};
pub use need::Need;

use chrono::NaiveDate;

use crate::form::record;
use crate::party::cards::alignment::ALN_07;
use crate::party::cards::parties::{PTY_03, PTY_04, PTY_05, PTY_09};
use crate::party::integrity::{IntegrityOffice, PersonalGain};
use crate::party::parties::ReferenceError;
use crate::verdict::{Evidence, Fact, Found, Recorder, Severity, Subject, Verdict};
use crate::vocab::benefit::{Benefit, Clearance, InterestKind, Scope};
use crate::vocab::words::{Role, Side};

record! {
    /// An action for a relationship (客情行动), with its actor, its need and its benefit.
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct Action {
        /// The party that acts.
        pub actor: Role,
        /// The day of the action; without one it is still to come.
        pub on: Option<NaiveDate> => with_on,
        /// The need that is satisfied, if one is named.
        pub need: Option<Need> => with_need,
        /// The benefit that is realized, if one is named.
        pub benefit: Option<Benefit> => with_benefit,
        /// The word of the integrity office.
        /// It is needed only if a person gains something material.
        pub clearance: Option<Clearance> => with_clearance,
    }
}

impl Action {
    /// Makes an action that names neither need nor benefit yet.
    #[must_use]
    pub const fn new(actor: Role) -> Self {
        Self {
            actor,
            on: None,
            need: None,
            benefit: None,
            clearance: None,
        }
    }

    /// Returns whether the benefit, or the need of an operator, touches a person's own material
    /// interest (PTY-09). The name under which it stands does not matter.
    #[must_use]
    pub fn is_integrity_sensitive(&self) -> bool {
        self.gains().next().is_some()
    }

    /// Returns the gains of people in material terms, each party once.
    fn gains(&self) -> impl Iterator<Item = PersonalGain> {
        let of_need = self.need.map(|need| {
            let interest = InterestKind::new(Scope::of(need.holder), need.kind);
            (need.holder, interest.is_integrity_sensitive())
        });
        let of_benefit = self
            .benefit
            .map(|benefit| (benefit.party, benefit.is_integrity_sensitive()));
        let is_one = of_need == of_benefit;
        let both = [of_need.filter(|_| !is_one), of_benefit];
        let sensitive = both
            .into_iter()
            .flatten()
            .filter(|(_, sensitive)| *sensitive);
        sensitive.map(|(party, _)| PersonalGain {
            party: Some(party),
            amount: None,
            on: self.on,
        })
    }
}

/// Judges whether an action is justified (PTY-04).
///
/// The action has to name a need of the customer's side that it satisfies, and the benefit that it
/// realizes, each with its party. A need of our own is none. A need without a benefit is goodwill: it is
/// permitted, and a finding says so. A person's material gain needs the word of the integrity office
/// (PTY-09). A benefit that is booked to the wrong kind of party is refused (ALN-07). The side that acts
/// (PTY-03) and the kind of need (PTY-05) are classified.
///
/// # Errors
///
/// [`ReferenceError`] is returned when the clearance names somebody who does not act on its day.
///
/// # Examples
///
/// ```
/// use keqing::party::action::{Action, Need, judge_action};
/// use keqing::party::integrity::IntegrityOffice;
/// use keqing::party::parties::Register;
/// use keqing::verdict::Decision;
/// use keqing::vocab::benefit::{Benefit, Horizon, InterestKind, Scope};
/// use keqing::vocab::words::{NeedKind, Role};
///
/// let today = chrono::NaiveDate::from_ymd_opt(2024, 6, 1).ok_or("no such date")?;
/// let register = Register::default();
/// let office = IntegrityOffice::new(&register, today);
/// let mut training = Action::new(Role::SupplierOrganization);
/// assert_eq!(judge_action(&office, &training)?.decision(), Decision::Deny);
///
/// training.need = Some(Need {
///     holder: Role::CustomerOperator,
///     kind: NeedKind::Spiritual,
///     horizon: Horizon::Far,
/// });
/// training.benefit = Some(Benefit {
///     party: Role::CustomerOrganization,
///     interest: InterestKind::new(Scope::Company, NeedKind::Material),
///     horizon: Horizon::Far,
/// });
/// assert_eq!(judge_action(&office, &training)?.decision(), Decision::Permit);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn judge_action(
    office: &IntegrityOffice<'_>,
    action: &Action,
) -> Result<Verdict, ReferenceError> {
    if let Some(clearance) = &action.clearance {
        office.check(clearance)?;
    }
    Ok(Verdict::of(|r| consult(office, action, r)))
}

fn consult<R: Recorder>(office: &IntegrityOffice<'_>, action: &Action, r: &mut R) {
    let actor = action.actor;
    r.classify(&PTY_03, || {
        Evidence::found(Fact::Actor, Found::word(actor.side())).of(Subject::Role(actor))
    });
    justified(action, r);
    match action.need {
        Some(need) if need.holder.side() == Side::Customer => r.classify(&PTY_05, || {
            Evidence::found(Fact::Need, Found::word(need.kind)).of(Subject::Role(need.holder))
        }),
        _ => r.pass_over(&PTY_05, Fact::Need),
    }
    if action.is_integrity_sensitive() {
        for gain in action.gains() {
            office.pass(gain, action.clearance.as_slice(), r);
        }
    } else {
        r.pass_over(&PTY_09, Fact::Benefit);
    }
    attributed(action.benefit, r);
}

/// Checks PTY-04: an action without a need of the customer is barred; one without a benefit is goodwill.
fn justified<R: Recorder>(action: &Action, r: &mut R) {
    let holder = action.need.map(|need| need.holder);
    let serves = holder.is_some_and(|holder| holder.side() == Side::Customer);
    r.require(&PTY_04, serves, || {
        Evidence::present(Fact::CustomerNeed, serves).of(role(holder))
    });
    let benefit = action.benefit;
    r.require_at(&PTY_04, Severity::Notice, benefit.is_some(), || {
        let party = benefit.map(|benefit| benefit.party);
        Evidence::present(Fact::Benefit, benefit.is_some()).of(role(party))
    });
    if let Some(benefit) = benefit {
        r.classify(&PTY_04, || {
            let kind = Found::word(benefit.interest.kind);
            Evidence::found(Fact::Benefit, kind).of(Subject::Role(benefit.party))
        });
    }
}

/// Checks ALN-07: a company's interest belongs to an organization, a personal one to a person.
fn attributed<R: Recorder>(benefit: Option<Benefit>, r: &mut R) {
    let Some(benefit) = benefit else {
        r.pass_over(&ALN_07, Fact::PartyAttribution);
        return;
    };
    let fits = benefit.interest.scope == Scope::of(benefit.party);
    r.require(&ALN_07, fits, || {
        Evidence::present(Fact::PartyAttribution, fits).of(Subject::Role(benefit.party))
    });
}

fn role(party: Option<Role>) -> Subject {
    party.map_or(Subject::Relationship, Subject::Role)
}
