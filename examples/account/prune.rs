//! An account without the events that are at fault.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, anyhow};
use keqing::form::{Fault, Faults, Limits, Tree, from_tree};
use keqing::receivable::account::{CustomerAccount, EventList, EventPlace};

/// The account of a document without the events that cannot be read, the faults of those events, and for each list the
/// places that its events had in the document.
pub(crate) struct Pruned {
    pub(crate) account: CustomerAccount,
    pub(crate) faults: Vec<Fault>,
    /// The ids of those events, as far as they can be read.
    pub(crate) ids: BTreeSet<String>,
    places: BTreeMap<String, Vec<usize>>,
}

impl Pruned {
    /// Reads the account of a document without the events that have faults; `None` if a fault is not of one event.
    pub(crate) fn rest(tree: &mut Tree) -> Option<Self> {
        let read: Result<CustomerAccount, Faults> = from_tree(tree, &Limits::standard());
        let faults = read.err()?;
        let mut lost: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        for fault in faults.iter() {
            let (list, place) = event(fault.path())?;
            lost.entry(list).or_default().insert(place);
        }
        let (mut places, mut ids) = (BTreeMap::new(), BTreeSet::new());
        for (list, lost) in lost {
            let members = members(tree, list)?;
            let kept = (0..members.len()).filter(|place| !lost.contains(place));
            places.insert(list.to_owned(), kept.collect());
            let gone = lost.iter().filter_map(|place| members.get(*place));
            ids.extend(gone.filter_map(id));
            drop_members(members, &lost);
        }
        Some(Self {
            account: from_tree(tree, &Limits::standard()).ok()?,
            faults: faults.iter().cloned().collect(),
            ids,
            places,
        })
    }

    /// Keeps an account without a fault.
    pub(crate) const fn whole(account: CustomerAccount) -> Self {
        Self {
            account,
            faults: Vec::new(),
            ids: BTreeSet::new(),
            places: BTreeMap::new(),
        }
    }

    /// Returns the path that an event of the account has in the document.
    pub(crate) fn path(&self, at: EventPlace) -> String {
        let list = at.list.name();
        let places = self.places.get(list);
        let place = places.map_or(Some(&at.place), |places| places.get(at.place));
        format!("{list}[{}]", place.unwrap_or(&at.place))
    }
}

/// Returns the id of an event, if it has one that can be read.
fn id(event: &Tree) -> Option<String> {
    match event.field("id") {
        Some(Tree::Text(id)) => Some(id.clone()),
        _ => None,
    }
}

/// Returns the list and the place of the event around a path such as `payments[3].amount`.
fn event(path: &str) -> Option<(&str, usize)> {
    let (list, rest) = path.split_once('[')?;
    let (place, _) = rest.split_once(']')?;
    let is_field = !list.is_empty() && !list.contains(['.', '"']);
    Some((list, place.parse().ok()?)).filter(|_| is_field)
}

fn members<'a>(tree: &'a mut Tree, list: &str) -> Option<&'a mut Vec<Tree>> {
    let Tree::Fields(fields) = tree else {
        return None;
    };
    let mut named = fields.iter_mut().filter(|(name, _)| name == list);
    match named.next()? {
        (_, Tree::List(members)) => Some(members),
        _ => None,
    }
}

/// Takes out of an account the events at these places.
pub(crate) fn without(account: &mut CustomerAccount, at: &[EventPlace]) -> Result<()> {
    let mut lost: BTreeMap<EventList, BTreeSet<usize>> = BTreeMap::new();
    for one in at {
        lost.entry(one.list).or_default().insert(one.place);
    }
    for (list, lost) in lost {
        match list {
            EventList::CreditNotes => drop_members(&mut account.credit_notes, &lost),
            EventList::Disputes => drop_members(&mut account.disputes, &lost),
            EventList::Fees => drop_members(&mut account.fees, &lost),
            EventList::Invoices => drop_members(&mut account.invoices, &lost),
            EventList::Payments => drop_members(&mut account.payments, &lost),
            EventList::Promises => drop_members(&mut account.promises, &lost),
            EventList::Refunds => drop_members(&mut account.refunds, &lost),
            EventList::Retentions => drop_members(&mut account.retentions, &lost),
            EventList::ReturnedPayments => drop_members(&mut account.returned_payments, &lost),
            EventList::SetOffs => drop_members(&mut account.set_offs, &lost),
            EventList::Waivers => drop_members(&mut account.waivers, &lost),
            EventList::WriteOffs => drop_members(&mut account.write_offs, &lost),
            other => return Err(anyhow!("no event of the list `{other}` can be left out")),
        }
    }
    Ok(())
}

fn drop_members<T>(members: &mut Vec<T>, lost: &BTreeSet<usize>) {
    let mut place = 0_usize..;
    members.retain(|_| place.next().is_none_or(|place| !lost.contains(&place)));
}
