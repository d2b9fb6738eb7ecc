use alloc::vec::Vec;

use crate::dossier::Dossier;
use crate::form::{every, with_others};
use crate::policy::Policy;
use crate::review::contents::Review;
use crate::review::error::ReviewError;
use crate::review::{acceptance, lifecycle, loyalty, party, people, receivable, satisfaction};
use crate::vocab::words::Side;

/// A step of a review (评审步骤): a function of a system, and the steps whose answers it is given.
///
/// # Examples
///
/// ```
/// use keqing::review::STEPS;
///
/// let stage = STEPS.iter().find(|step| step.name == "lifecycle.assess").ok_or("no such step")?;
/// assert_eq!(stage.needs, ["party.assess", "loyalty.assess"]);
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct Step {
    /// The system and its function, `<system>.<function>`.
    pub name: &'static str,
    /// The names of the steps whose answers become facts of this one.
    pub needs: &'static [&'static str],
}

/// Every step of a review, in the order in which they are taken. A step stands after those that it
/// needs.
pub static STEPS: &[Step] = &[
    step("satisfaction.assess", &[]),
    step("loyalty.assess", &["satisfaction.assess"]),
    step("party.assess", &["satisfaction.assess"]),
    step("receivable.assess", &[]),
    step("lifecycle.assess", &["party.assess", "loyalty.assess"]),
];

const fn step(name: &'static str, needs: &'static [&'static str]) -> Step {
    Step { name, needs }
}

/// Reviews a relationship: assesses every system on which the dossier has facts.
///
/// The policy is used as it is given, on whichever days it is in force. A
/// [`PolicyBook`](crate::policy::PolicyBook) picks the one of a day.
///
/// # Errors
///
/// [`ReviewError`] is returned when parts of the dossier contradict themselves or each other. It
/// holds the errors of every step.
///
/// # Examples
///
/// ```
/// use keqing::dossier::Dossier;
/// use keqing::policy::Policy;
/// use keqing::review::review;
/// # let text = r#"{
/// #     "party": {"parties": {
/// #         "supplier-organization": {"id": "s-1", "name": "Hangzhou Valves"},
/// #         "supplier-operator": {"vacant": {"since": "2024-05-01"}},
/// #         "customer-organization": {"id": "c-1", "name": "Ningbo Pumps"},
/// #         "customer-operator": {"people": [{"id": "wang-fang", "department": "purchasing", "level": "manager"}]}
/// #     }},
/// #     "lifecycle": {
/// #         "standing": {"state": {"active": "initial"}, "since": "2024-01-01"},
/// #         "stage": {"as-of": "2024-12-31"}
/// #     }
/// # }"#;
/// let dossier: Dossier = serde_json::from_str(text)?;
/// let review = review(&Policy::standard(), &dossier)?;
/// assert!(review.lifecycle.placement.value().is_none(), "without a share there is no stage");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn review(policy: &Policy, dossier: &Dossier) -> Result<Review, ReviewError> {
    let satisfaction = satisfaction::step(policy, dossier);
    // A step that failed gives nothing to the next ones, and they are checked all the same.
    let measured = satisfaction.as_ref().ok().and_then(Option::as_deref);
    let loyalty = loyalty::step(policy, dossier, measured);
    let people::LookUp {
        unknown, are_dated, ..
    } = people::look_up(dossier);
    let party = party::step(policy, dossier, measured, unknown);
    let receivable = receivable::step(policy, dossier);
    let bound = loyalty.as_ref().ok().and_then(Option::as_deref);
    let lifecycle = lifecycle::step(policy, dossier, party.as_deref().ok(), bound);
    let errors = [
        error_of(&satisfaction),
        error_of(&loyalty),
        error_of(&party),
        error_of(&receivable),
        error_of(&lifecycle),
    ];
    let name = |side| {
        let organization = dossier.party.parties.organization(side);
        organization.name.as_str().into()
    };
    let whole = || -> Result<Review, ReviewError> {
        Ok(Review {
            between: [Side::Supplier, Side::Customer].map(name),
            satisfaction: satisfaction?,
            loyalty: loyalty?,
            party: party?,
            receivable: receivable?,
            lifecycle: lifecycle?,
            acceptances: Vec::new(),
            left_out: Vec::new(),
        })
    };
    let others = errors.into_iter().flatten();
    if !are_dated {
        every(dossier.undated().into_iter().map(|fault| {
            let path = fault.path().trim_end_matches(".on").into();
            Err(ReviewError::Undated { path })
        }))?;
    }
    let mut review = whole().map_err(|first| with_others(first, others))?;
    // A rule that one system states and another one owns has the severity of its owner.
    policy.weigh(&mut review);
    if !dossier.acceptances.is_empty() {
        review.acceptances = acceptance::reports(policy, dossier, review.findings())?;
    }
    Ok(review)
}

fn error_of<T, E: Clone + Into<ReviewError>>(step: &Result<T, E>) -> Option<ReviewError> {
    step.as_ref().err().cloned().map(Into::into)
}
