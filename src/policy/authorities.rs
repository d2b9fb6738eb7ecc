use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use crate::form::{Described, Fault, FaultCode, Faults, Tree};
use crate::policy::values::each_value;
use crate::verdict::Authority;
use crate::vocab::set::Set;

/// The authorities of the standard: the operator, the manager and the executive.
pub(super) const STANDARD: Set<Authority> = Authority::set([
    Authority::Operator,
    Authority::Manager,
    Authority::Executive,
]);

/// Refuses a policy that names an authority outside its own list.
pub(super) fn check<P: Described + Serialize>(
    policy: &P,
    listed: Set<Authority>,
) -> Result<(), Faults> {
    let names: Vec<String> = listed
        .iter()
        .map(|authority| format!("`{authority}`"))
        .collect();
    let wanted = match names.as_slice() {
        [] => String::from("no authority, because `authorities` lists none"),
        names => format!("one of `authorities`: {}", names.join(", ")),
    };
    let faults = unlisted(policy, listed)
        .into_iter()
        .map(|(path, authority)| {
            Fault::new(FaultCode::UnknownWord, &path, wanted.clone())
                .given(&Tree::from(authority.name()))
        });
    Faults::of(faults).map_or(Ok(()), Err)
}

/// Lists the places of a policy that name an authority outside its own list.
pub(super) fn unlisted<P: Described + Serialize>(
    policy: &P,
    listed: Set<Authority>,
) -> Vec<(String, Authority)> {
    let mut places = Vec::new();
    each_value(policy, &mut |path, form, value| {
        let Tree::Text(name) = value else { return };
        if form.in_code() != Authority::FORM.in_code() {
            return;
        }
        let named = name.parse().ok();
        let missing = named.filter(|authority| !listed.contains(*authority));
        places.extend(missing.map(|authority| (String::from(path), authority)));
    });
    places
}
