use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::form::each_value;
use crate::form::{Described, Fault, FaultCode, Form, Limits, Tree, from_tree};
use crate::verdict::Authority;
use crate::vocab::set::Set;

/// The authorities of the standard: the operator, the manager and the executive.
pub(super) const STANDARD: Set<Authority> = Authority::set([
    Authority::Operator,
    Authority::Manager,
    Authority::Executive,
]);

/// Finds the authorities that a policy names outside its own list; none if the list itself is at fault.
pub(super) fn faults(policy: &Tree, form: &Form) -> Vec<Fault> {
    let Some(listed) = policy.field("authorities").and_then(listed) else {
        return Vec::new();
    };
    let names: Vec<String> = listed
        .iter()
        .map(|authority| format!("`{authority}`"))
        .collect();
    let wanted = match names.as_slice() {
        [] => String::from("no authority, because `authorities` lists none"),
        names => format!("one of `authorities`: {}", names.join(", ")),
    };
    let unlisted = unlisted(policy, form, listed).into_iter();
    let faults = unlisted.map(|(path, authority)| {
        Fault::new(FaultCode::UnknownWord, &path, wanted.clone())
            .given(&Tree::from(authority.name()))
    });
    faults.collect()
}

fn listed(names: &Tree) -> Option<Set<Authority>> {
    from_tree(names, &Limits::standard()).ok()
}

/// Lists the places of a policy that name an authority outside its own list.
pub(super) fn unlisted(
    policy: &Tree,
    form: &Form,
    listed: Set<Authority>,
) -> Vec<(String, Authority)> {
    let mut places = Vec::new();
    each_value(policy, form, &mut |path, form, value| {
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
