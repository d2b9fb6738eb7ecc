//! The entries of a list that stand there more than once.

use smallvec::SmallVec;

/// Returns the places of each two entries with one key, in the order of the second.
///
/// Of three alike there are two pairs. The keys are sorted, so that a long list stays cheap, and a short one needs
/// no heap.
pub(crate) fn twice<K: Ord>(
    entries: impl Iterator<Item = (usize, K)>,
) -> impl Iterator<Item = (usize, usize)> {
    let mut places: SmallVec<[(K, usize); 16]> = entries.map(|(place, key)| (key, place)).collect();
    places.sort_unstable();
    let mut pairs: SmallVec<[(usize, usize); 16]> = places
        .windows(2)
        .filter_map(|pair| match pair {
            [(one, first), (other, second)] if one == other => Some((*first, *second)),
            _ => None,
        })
        .collect();
    pairs.sort_unstable_by_key(|(_, second)| *second);
    pairs.into_iter()
}

/// Returns each key that stood in a list before, in the order of the list.
pub(crate) fn again<K: Ord + Copy>(keys: impl Iterator<Item = K>) -> impl Iterator<Item = K> {
    let keys: SmallVec<[K; 16]> = keys.collect();
    let places: SmallVec<[(usize, usize); 16]> = twice(keys.iter().copied().enumerate()).collect();
    places
        .into_iter()
        .filter_map(move |(_, second)| keys.get(second).copied())
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::twice;

    /// Keys, and the places of each repetition.
    type Row<'a> = (&'a [char], &'a [(usize, usize)]);

    #[test]
    fn each_repetition_is_found_with_the_entry_before_it() {
        let table: [Row<'_>; 5] = [
            (&[], &[]),
            (&['a', 'b'], &[]),
            (&['a', 'b', 'a'], &[(0, 2)]),
            (&['b', 'a', 'a', 'b'], &[(1, 2), (0, 3)]),
            (&['a', 'a', 'a'], &[(0, 1), (1, 2)]),
        ];
        for (keys, pairs) in table {
            let found: Vec<_> = twice(keys.iter().copied().enumerate()).collect();
            assert_eq!(found, pairs, "{keys:?}");
        }
    }
}
