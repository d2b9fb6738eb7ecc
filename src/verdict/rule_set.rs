use core::fmt;

use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

use crate::verdict::card::RuleCard;
use crate::verdict::rule_id::RuleId;
use crate::verdict::series::{WORDS, all_rules, ordinal_of};

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
    /// [`UnlistedRule`] is returned when the rulebook of this version has no such rule.
    pub fn insert(&mut self, rule: RuleId) -> Result<(), UnlistedRule> {
        let ordinal = ordinal(rule).ok_or(UnlistedRule { given: rule })?;
        self.insert_ordinal(ordinal);
        Ok(())
    }

    /// Returns whether a rule is in the set.
    #[must_use]
    pub fn contains(&self, rule: RuleId) -> bool {
        ordinal(rule).is_some_and(|ordinal| self.has(usize::from(ordinal)))
    }

    /// Returns the number of rules in the set.
    #[must_use]
    pub fn len(&self) -> usize {
        self.iter().count()
    }

    /// Returns whether the set has no rules.
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

crate::form::mirrored! { RuleSet as alloc::vec::Vec<RuleId>; }

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

/// Returned when the rulebook of this version does not list a rule.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("the rulebook of this version lists no rule {given}")]
pub struct UnlistedRule {
    given: RuleId,
}

fn ordinal(rule: RuleId) -> Option<u16> {
    ordinal_of(rule.prefix(), rule.number())
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
