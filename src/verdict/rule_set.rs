use core::fmt;

use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

use crate::verdict::card::RuleCard;
use crate::verdict::rule_id::RuleId;

/// A block of consecutive rule numbers that share a prefix.
struct Series {
    prefix: &'static str,
    first: u16,
    count: u16,
}

/// The series of the rulebook, one word of a set a row: the rules of one system stand in one word, so
/// that a quick answer keeps them in a register. A place in this table is internal: it is never
/// written down, so a series may grow in any release.
const SERIES: [&[Series]; WORDS] = [
    &[
        series("LIF", 1, 16),
        series("DEV", 1, 8),
        series("INI", 1, 12),
        series("STA", 1, 7),
        series("STR", 1, 8),
        series("OPP", 0, 10),
    ],
    &[
        series("PTY", 1, 9),
        series("ALN", 1, 9),
        series("CON", 1, 6),
        series("PPL", 1, 5),
        series("CRD", 1, 13),
        series("SLF", 1, 5),
    ],
    &[
        series("WIN", 1, 6),
        series("FAIR", 1, 4),
        series("INT", 1, 12),
        series("TAN", 1, 7),
        series("SAT", 1, 12),
        series("VAL", 1, 7),
    ],
    &[
        series("GEN", 1, 20),
        series("LOY", 1, 8),
        series("SWC", 1, 9),
        series("REC", 1, 7),
        series("ABC", 1, 9),
        series("GRO", 1, 4),
    ],
    &[
        series("TCH", 1, 29),
        series("CPL", 1, 6),
        series("DIG", 1, 4),
        series("VIS", 1, 7),
        series("MNT", 1, 12),
    ],
    &[
        series("PRM", 1, 6),
        series("CMP", 1, 5),
        series("WRN", 1, 10),
    ],
];

const WORDS: usize = 6;

/// A set of rules of the rulebook (规则集), without an allocation.
///
/// In JSON it is the list of ids.
///
/// # Examples
///
/// ```
/// use keqing::verdict::RuleSet;
///
/// let mut set = RuleSet::EMPTY;
/// set.insert("LIF-07".parse()?)?;
/// assert!(set.contains("LIF-07".parse()?));
/// assert_eq!(set.len(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Default, Eq, Hash, PartialEq)]
pub struct RuleSet([u64; WORDS]);

impl RuleSet {
    /// The set of no rules.
    pub const EMPTY: Self = Self([0; WORDS]);

    /// Adds a rule.
    ///
    /// # Errors
    ///
    /// [`UnlistedRule`] where the rulebook of this version has no such rule.
    pub fn insert(&mut self, rule: RuleId) -> Result<(), UnlistedRule> {
        let ordinal = ordinal(rule).ok_or(UnlistedRule { given: rule })?;
        self.insert_ordinal(ordinal);
        Ok(())
    }

    /// Tells whether a rule is in the set.
    #[must_use]
    pub fn contains(&self, rule: RuleId) -> bool {
        ordinal(rule).is_some_and(|ordinal| self.has(usize::from(ordinal)))
    }

    /// Returns how many rules are in the set.
    #[must_use]
    pub fn len(&self) -> usize {
        self.iter().count()
    }

    /// Tells whether the set has no rules.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::EMPTY
    }

    /// Returns the rules, in the order of the rulebook.
    pub fn iter(&self) -> impl Iterator<Item = RuleId> + '_ {
        all_rules()
            .filter(|(ordinal, _)| self.has(*ordinal))
            .map(|(_, rule)| rule)
    }

    /// Makes a set of the bits of one word, joined with another set.
    #[inline(always)]
    pub(crate) const fn of_word(word: usize, bits: u64, mut others: Self) -> Self {
        let (_, words) = others.0.split_at_mut(if word < WORDS { word } else { 0 });
        if let [slot, ..] = words {
            *slot |= bits;
        }
        others
    }

    #[inline(always)]
    fn insert_ordinal(&mut self, ordinal: u16) {
        if let Some(word) = self.0.get_mut(usize::from(ordinal >> 6)) {
            *word |= 1_u64.wrapping_shl(u32::from(ordinal));
        }
    }

    fn has(&self, ordinal: usize) -> bool {
        let bit = u32::try_from(ordinal & 63).unwrap_or_default();
        self.0
            .get(ordinal >> 6)
            .is_some_and(|word| (word.wrapping_shr(bit)) & 1 == 1)
    }
}

impl fmt::Debug for RuleSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

impl<'a> Extend<&'a RuleCard> for RuleSet {
    fn extend<I: IntoIterator<Item = &'a RuleCard>>(&mut self, cards: I) {
        for card in cards {
            self.insert_ordinal(card.ordinal());
        }
    }
}

impl<'a> FromIterator<&'a RuleCard> for RuleSet {
    fn from_iter<I: IntoIterator<Item = &'a RuleCard>>(cards: I) -> Self {
        let mut set = Self::EMPTY;
        set.extend(cards);
        set
    }
}

impl Serialize for RuleSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de> Deserialize<'de> for RuleSet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(RuleList)
    }
}

struct RuleList;

impl<'de> Visitor<'de> for RuleList {
    type Value = RuleSet;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of rule ids")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<RuleSet, A::Error> {
        let mut set = RuleSet::EMPTY;
        while let Some(rule) = list.next_element()? {
            set.insert(rule).map_err(serde::de::Error::custom)?;
        }
        Ok(set)
    }
}

/// The error of a rule that the rulebook of this version does not list.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("the rulebook of this version lists no rule {given}")]
pub struct UnlistedRule {
    given: RuleId,
}

/// Returns a rule's place among all, for cards: known when the crate is compiled.
pub(crate) const fn ordinal_of(prefix: &str, number: u16) -> Option<u16> {
    let mut word: u16 = 0;
    let mut rows: &[&[Series]] = &SERIES;
    while let [row, later_rows @ ..] = rows {
        let mut before: u16 = 0;
        let mut rest: &[Series] = row;
        while let [series, later @ ..] = rest {
            if same(series.prefix, prefix) {
                let place = number.wrapping_sub(series.first);
                let listed = place < series.count;
                return if listed {
                    Some((word << 6) | before.saturating_add(place))
                } else {
                    None
                };
            }
            before = before.saturating_add(series.count);
            rest = later;
        }
        word = word.saturating_add(1);
        rows = later_rows;
    }
    None
}

fn ordinal(rule: RuleId) -> Option<u16> {
    ordinal_of(rule.prefix(), rule.number())
}

fn all_rules() -> impl Iterator<Item = (usize, RuleId)> {
    SERIES.iter().enumerate().flat_map(|(word, row)| {
        let rules = row.iter().flat_map(|series| {
            let numbers = series.first..series.first.saturating_add(series.count);
            numbers.map(|number| RuleId::known(series.prefix, number))
        });
        rules
            .enumerate()
            .map(move |(place, rule)| ((word << 6) | place, rule))
    })
}

const fn series(prefix: &'static str, first: u16, count: u16) -> Series {
    Series {
        prefix,
        first,
        count,
    }
}

const fn same(left: &str, right: &str) -> bool {
    let (mut left, mut right) = (left.as_bytes(), right.as_bytes());
    while let ([one, left_rest @ ..], [other, right_rest @ ..]) = (left, right) {
        if *one != *other {
            return false;
        }
        (left, right) = (left_rest, right_rest);
    }
    left.is_empty() && right.is_empty()
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::{RuleSet, WORDS, all_rules, ordinal};

    #[test]
    fn every_rule_has_a_place_of_its_own() {
        assert_eq!(all_rules().count(), 292);
        for (place, rule) in all_rules() {
            assert!(place < WORDS * 64);
            assert_eq!(ordinal(rule).map(usize::from), Some(place), "{rule}");
        }
    }

    #[test]
    fn a_set_lists_what_was_put_in() {
        let seventh = || all_rules().map(|(_, rule)| rule).step_by(7);
        let mut set = RuleSet::EMPTY;
        for rule in seventh() {
            assert!(!set.contains(rule));
            assert_eq!(set.insert(rule), Ok(()));
            assert!(set.contains(rule));
        }
        assert!(set.iter().eq(seventh()));
        let json = serde_json::to_string(&set).unwrap_or_default();
        assert_eq!(serde_json::from_str::<RuleSet>(&json).ok(), Some(set));
    }

    #[test]
    fn an_unlisted_rule_is_refused_by_name() {
        let error = serde_json::from_str::<RuleSet>(r#"["LIF-99"]"#).err();
        assert!(error.is_some_and(|error| error.to_string().contains("lists no rule LIF-99")));
    }
}
