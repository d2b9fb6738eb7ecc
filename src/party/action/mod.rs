//! Actions and measures for a relationship, with their need and their benefit (客情行动: PTY).
//!
//! ```text
//! Measure -> judge_measure -> Verdict   is each of the four parties considered?
//! Action  -> judge_action  -> Verdict   need, benefit, and the party of each
//! ```
//!
//! - *Looks at*: A [`Measure`] with its effect on each party; an [`Action`] with its [`Need`], its
//!   [`Benefit`] and the party of each.
//! - *Why*: A measure that helps one party and forgets another makes an enemy of the forgotten one.
//!   An action without a benefit is goodwill at most.
//! - *Breaks it*: A party left out, or harmed without a countermeasure. A benefit that a person
//!   gains in material terms without the word of the integrity gate. A benefit booked for the wrong
//!   party.
//! - *Keeps it*: An effect stated for all four parties, with a countermeasure for each that it harms; a
//!   need and a benefit that name their party.
//! - *Rules*: PTY-01, PTY-03, PTY-04, PTY-05, PTY-06, PTY-09, ALN-07.
//!
//! # Examples
//!
//! ```
//! use keqing::party::action::{Effect, Measure, judge_measure};
//! use keqing::vocab::words::Role;
//!
//! let price_rise = Measure::new()
//!     .with_effect(Role::CustomerOrganization, Effect::countered("longer terms".parse()?));
//! let verdict = judge_measure(&price_rise);
//! assert_eq!(verdict.remedies().count(), 3, "three parties were overlooked");
//! # Ok::<(), keqing::vocab::name::NameError>(())
//! ```

mod measure;
mod need;

pub use measure::{Direction, Effect, Measure, judge_measure};
pub use need::{Benefit, Horizon, InterestKind, Need, NeedKind, Scope};

use crate::form::record;
use crate::party::cards::alignment::ALN_07;
use crate::party::cards::parties::{PTY_03, PTY_04, PTY_05, PTY_09};

use crate::verdict::{Evidence, Fact, Presence, Recorder, Severity, Subject, Verdict};
use crate::vocab::known::Known;
use crate::vocab::words::{Role, Side};

record! {
    /// An action for a relationship (客情行动), with its actor, its need and its benefit.
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct Action {
        /// The party that acts.
        pub actor: Role,
        /// The need that is satisfied, if one is named.
        pub need: Option<Need> => with_need,
        /// The benefit that is realized, if one is named.
        pub benefit: Option<Benefit> => with_benefit,
        /// The clearance of the integrity gate.
        /// It is needed only if a person gains something material.
        pub integrity_clearance: Known<Presence> => with_integrity_clearance,
    }
}

impl Action {
    /// Makes an action that names neither need nor benefit yet.
    #[must_use]
    pub const fn new(actor: Role) -> Self {
        Self {
            actor,
            need: None,
            benefit: None,
            integrity_clearance: Known::Unknown,
        }
    }

    /// Returns whether the benefit, or the need of an operator, touches a person's own material
    /// interest (PTY-09). The name under which it stands does not matter.
    #[must_use]
    pub fn is_integrity_sensitive(&self) -> bool {
        let of_need = self
            .need
            .map(|need| InterestKind::new(Scope::of(need.holder), need.kind));
        let of_benefit = self.benefit.map(|benefit| benefit.interest);
        let of_party = self
            .benefit
            .map(|benefit| InterestKind::new(Scope::of(benefit.party), benefit.interest.kind));
        [of_need, of_benefit, of_party]
            .into_iter()
            .flatten()
            .any(InterestKind::is_integrity_sensitive)
    }
}

/// Judges whether an action is justified (PTY-04).
///
/// The action has to name the need that it satisfies and the benefit that it realizes, each with
/// its party. A need without a benefit is goodwill: it is permitted, and a finding says so. A
/// person's material gain needs the clearance of the integrity gate (PTY-09). A benefit that is
/// booked to the wrong kind of party is refused (ALN-07). The supplier's side acts (PTY-03). Needs
/// of the customer's side are of two kinds (PTY-05).
///
/// # Examples
///
/// ```
/// use keqing::party::action::{
///     Action, Benefit, Horizon, InterestKind, Need, NeedKind, Scope, judge_action,
/// };
/// use keqing::verdict::Decision;
/// use keqing::vocab::words::Role;
///
/// let mut training = Action::new(Role::SupplierOrganization);
/// assert_eq!(judge_action(&training).decision(), Decision::Deny);
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
/// assert_eq!(judge_action(&training).decision(), Decision::Permit);
/// ```
pub fn judge_action(action: &Action) -> Verdict {
    Verdict::of(|r| consult(action, r))
}

fn consult<R: Recorder>(action: &Action, r: &mut R) {
    let actor = action.actor;
    let ours = actor.side() == Side::Supplier;
    r.require(&PTY_03, ours, || {
        Evidence::present(Fact::Actor, ours).of(Subject::Role(actor))
    });
    justified(action, r);
    match action.need {
        Some(need) if need.holder.side() == Side::Customer => r.require(&PTY_05, true, || {
            Evidence::present(Fact::Need, true).of(Subject::Role(need.holder))
        }),
        _ => r.pass_over(&PTY_05, Fact::Need),
    }
    clean(action, r);
    attributed(action.benefit, r);
}

/// Checks PTY-04: an action without a need is barred; one without a benefit is goodwill.
fn justified<R: Recorder>(action: &Action, r: &mut R) {
    let (need, benefit) = (action.need, action.benefit);
    r.require(&PTY_04, need.is_some(), || {
        Evidence::present(Fact::Need, need.is_some()).of(role(need.map(|need| need.holder)))
    });
    r.require_at(&PTY_04, Severity::Notice, benefit.is_some(), || {
        let party = benefit.map(|benefit| benefit.party);
        Evidence::present(Fact::Benefit, benefit.is_some()).of(role(party))
    });
}

/// Checks PTY-09: one of the four kinds of interest waits for the integrity gate.
fn clean<R: Recorder>(action: &Action, r: &mut R) {
    let party = action.benefit.map(|benefit| benefit.party);
    if action.is_integrity_sensitive() {
        r.need(
            &PTY_09,
            Fact::IntegrityClearance,
            action.integrity_clearance,
            |word| word == Presence::Present,
            |word| Evidence::present(Fact::IntegrityClearance, word == Presence::Present),
        );
    } else if party.is_some() {
        r.require(&PTY_09, true, || {
            Evidence::present(Fact::Benefit, true).of(role(party))
        });
    } else {
        r.pass_over(&PTY_09, Fact::Benefit);
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

#[cfg(test)]
mod tests {
    use super::{Action, consult, judge_action};
    use crate::party::action::need::{Benefit, Horizon, InterestKind, Need, NeedKind, Scope};
    use crate::verdict::{Count, Decision, Presence};
    use crate::vocab::known::Known;
    use crate::vocab::words::Role;

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
        let verdict = judge_action(action);
        assert_eq!(verdict.decision(), decision, "{action:?}");
        let mut count = Count::<0>::new();
        consult(action, &mut count);
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
    fn what_a_person_gains_in_material_terms_waits_for_the_integrity_gate() {
        let words = [
            (
                Known::Unknown,
                Decision::Undecided,
                &[][..],
                &["PTY-09"][..],
            ),
            (
                Known::measured(Presence::Absent),
                Decision::Deny,
                &["PTY-09"],
                &[],
            ),
            (
                Known::measured(Presence::Present),
                Decision::Permit,
                &[],
                &[],
            ),
        ];
        let company = Some(need(Role::CustomerOrganization, NeedKind::Material));
        let personal = Some(need(Role::CustomerOperator, NeedKind::Material));
        let ours = Some(benefit(Role::SupplierOrganization, NeedKind::Material));
        let theirs = Some(benefit(Role::CustomerOperator, NeedKind::Material));
        for (need, benefit) in [(company, theirs), (personal, ours), (personal, theirs)] {
            for (integrity_clearance, decision, breached, missing) in words {
                let action = Action {
                    need,
                    benefit,
                    integrity_clearance,
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

    #[test]
    fn the_suppliers_side_acts() {
        for actor in Role::ALL {
            let action = Action {
                need: Some(need(Role::SupplierOperator, NeedKind::Spiritual)),
                benefit: Some(benefit(Role::SupplierOrganization, NeedKind::Spiritual)),
                ..Action::new(actor)
            };
            let inverted: &[&str] = if actor >= Role::CustomerOrganization {
                &["PTY-03"]
            } else {
                &[]
            };
            gives(&action, Decision::Permit, inverted, &[]);
        }
    }
}
