use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

/// The number of a name in one ledger.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(super) struct NameId(u32);

/// Every name once, numbered as they came; buyers, markets and suppliers share the numbers.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    ids: BTreeMap<Box<str>, NameId>,
}

impl Names {
    /// Finds the number of a name, or gives it the next one; `None` if no number is left.
    pub(super) fn intern(&mut self, name: &str) -> Option<NameId> {
        if let Some(id) = self.ids.get(name) {
            return Some(*id);
        }
        let id = NameId(u32::try_from(self.ids.len()).ok()?);
        self.ids.insert(name.into(), id);
        Some(id)
    }

    /// Returns the names in alphabetical order, and the place of each number among them.
    pub(super) fn alphabet(&self) -> (Vec<Box<str>>, Ranks) {
        let mut ranks = alloc::vec![0; self.ids.len()];
        let mut sorted = Vec::with_capacity(self.ids.len());
        for (rank, (name, id)) in (0_u32..).zip(&self.ids) {
            sorted.push(name.clone());
            if let Some(place) = ranks.get_mut(id.place()) {
                *place = rank;
            }
        }
        (sorted, Ranks(ranks))
    }
}

/// The place of each name in the alphabet, by its number.
///
/// Results are made in this order, so they do not depend on the order of the rows.
#[derive(Debug)]
pub(super) struct Ranks(Vec<u32>);

impl Ranks {
    pub(super) fn of(&self, id: NameId) -> u32 {
        self.0.get(id.place()).copied().unwrap_or_default()
    }
}

impl NameId {
    const fn place(self) -> usize {
        self.0 as usize
    }
}
