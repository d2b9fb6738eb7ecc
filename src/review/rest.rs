//! The review of a dossier without its faulty parts.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::dossier::Dossier;
use crate::form::{
    Described, Fault, FaultCode, Faults, Form, Limits, Shape, Tree, first_step, from_tree, leads_to,
};
use crate::policy::Policy;
use crate::review::contents::Review;
use crate::review::error::ReviewError;
use crate::review::steps::review;

/// The review of a dossier without its faulty parts (其余部分的评审), and those parts with their faults.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Rest {
    /// The dossier without the parts.
    pub dossier: Dossier,
    /// Its review.
    pub review: Review,
    /// The parts that were left out, by their paths; none if the dossier has no fault.
    pub left_out: Vec<LeftOut>,
}

/// A part of a dossier that was left out of a review (略去的部分).
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct LeftOut {
    /// The path of the part, such as `loyalty` or `party.moods`.
    pub path: String,
    /// The mark that its faults were found only after other parts were left out, from which they may follow.
    pub may_follow: bool,
    /// Its faults.
    pub faults: Faults,
}

/// Reviews a dossier without its faulty parts, which it returns with their faults.
///
/// A part is the outermost field around a fault that a dossier may lack. What is left out is unknown to the review,
/// so the answer may lack facts, and it has none that a sound dossier without the part would not have.
///
/// # Errors
///
/// [`Faults`] is returned when a part is at fault that every dossier has, such as its parties or its date. It has
/// every fault that was found until then.
///
/// # Examples
///
/// ```
/// use keqing::form::{Limits, Tree};
/// use keqing::policy::Policy;
/// use keqing::review::review_rest;
///
/// let text = r#"{
///     "party": {
///         "parties": {
///             "supplier-organization": {"id": "s-1", "name": "Hangzhou Valves"},
///             "supplier-operator": {"vacant": {"since": "2024-05-01"}},
///             "customer-organization": {"id": "c-1", "name": "Ningbo Pumps"},
///             "customer-operator": {"people": [{"id": "wang-fang", "department": "purchasing", "level": "manager"}]}
///         },
///         "moods": [{"person": "wang-fang", "emotion": "joyous", "on": "2024-06-03", "grade": "measured"}]
///     },
///     "lifecycle": {
///         "standing": {"state": {"active": "initial"}, "since": "2024-01-01"},
///         "stage": {"as-of": "2024-12-31"}
///     }
/// }"#;
/// let tree: Tree = serde_json::from_str(text)?;
/// let rest = review_rest(&Policy::standard(), &tree, &Limits::standard())?;
/// let paths: Vec<&str> = rest.left_out.iter().map(|part| part.path.as_str()).collect();
/// assert_eq!(paths, ["party.moods"]);
/// assert!(rest.review.party.feeling.is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn review_rest(policy: &Policy, dossier: &Tree, limits: &Limits) -> Result<Rest, Faults> {
    let mut rest = dossier.clone();
    let mut parts: BTreeMap<String, (bool, Vec<Fault>)> = BTreeMap::new();
    let mut all: Vec<Fault> = Vec::new();
    loop {
        let may_follow = !all.is_empty();
        let faults = match from_tree::<Dossier>(&rest, limits) {
            Err(faults) => faults,
            Ok(dossier) => match review(policy, &dossier) {
                Err(error) => told(&error),
                Ok(mut review) => {
                    let left_out: Vec<LeftOut> = parts.into_iter().filter_map(left_out).collect();
                    review.left_out = left_out.iter().map(|part| part.path.clone()).collect();
                    return Ok(Rest {
                        dossier,
                        review,
                        left_out,
                    });
                }
            },
        };
        all.extend(faults.iter().cloned());
        let mut is_removed = false;
        for fault in faults.iter() {
            let Some(path) = part(Dossier::FORM, fault.path()) else {
                return Err(Faults::of(all).unwrap_or_else(|| faults.clone()));
            };
            is_removed |= rest.remove(&path);
            let (_, of_part) = parts.entry(path).or_insert((may_follow, Vec::new()));
            of_part.push(fault.clone());
        }
        // A fault of what is not there cannot be left out.
        if !is_removed {
            return Err(Faults::of(all).unwrap_or_else(|| faults.clone()));
        }
    }
}

fn left_out((path, (may_follow, faults)): (String, (bool, Vec<Fault>))) -> Option<LeftOut> {
    let faults = Faults::of(faults)?;
    Some(LeftOut {
        path,
        may_follow,
        faults,
    })
}

/// Returns the errors of a review as faults of the dossier.
fn told(error: &ReviewError) -> Faults {
    let fault = |one: &ReviewError| {
        let (path, text) = (one.path(), one.to_string());
        let reason = text.strip_prefix(&path).unwrap_or(&text);
        Fault::new(FaultCode::Refused, &path, reason.trim_start_matches(": "))
    };
    let first = error.each().next().map_or_else(|| fault(error), fault);
    Faults::of(error.each().map(fault)).unwrap_or_else(|| first.into())
}

/// Returns the path of the outermost part around a place that a dossier may lack; a field that no dossier has is
/// such a part.
fn part(form: &Form, path: &str) -> Option<String> {
    let Shape::Record(fields) = form.shape() else {
        return None;
    };
    let (step, below) = first_step(path)?;
    match fields.iter().find(|field| leads_to(step, field.name())) {
        Some(field) if field.is_required() => {
            let below = below.strip_prefix('.')?;
            Some([step, ".", &part(field.form(), below)?].concat())
        }
        _ => Some(step.into()),
    }
}
