//! The severities that a house gives its rules (规则严重程度).
//!
//! ```text
//! card                         the severity of the documents, and whether a house may change it
//! card + table of a policy     the severity of the house; `None` switches the rule off
//! answer + table -> Weigh      each finding with the severity of the house
//! ```
//!
//! A severity weighs the outcome of a rule and never changes it. Therefore a table is applied to a
//! finished answer. A second application changes nothing.

use core::cmp::Ordering;

use serde::de::{Error as _, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

use crate::verdict::card::{RuleCard, SeverityChange};
use crate::verdict::decision::Severity;
use crate::verdict::fact::Fact;
use crate::verdict::rule_id::RuleId;

/// Returned when a policy gives a rule a severity that it cannot have.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum SeverityError {
    /// The rule has one severity under every policy.
    #[error(
        "the severity of {rule} is given as `{}`, expected `{required}`: no policy changes its severity",
        .given.map_or("none", Severity::name)
    )]
    Fixed {
        /// The rule.
        rule: RuleId,
        /// The severity given; `None` for off.
        given: Option<Severity>,
        /// The severity of its card.
        required: Severity,
    },
    /// Other fields of the policy say how much the rule weighs.
    #[error(
        "the severity of {rule} is given as `{}`, expected `{required}`: the gates of the stages set it",
        .given.map_or("none", Severity::name)
    )]
    Elsewhere {
        /// The rule.
        rule: RuleId,
        /// The severity given; `None` for off.
        given: Option<Severity>,
        /// The severity of its card.
        required: Severity,
    },
    /// The system has no such rule.
    #[error("the rule {rule} is not of this system, expected one of its cards")]
    OtherSystem {
        /// The rule.
        rule: RuleId,
    },
}

/// Returns the severity of a finding under the severity that a house gives its rule; `None` if it is off.
///
/// A milder severity is the most that the rule weighs. A graver one lifts what weighs as much as the
/// card or more, and leaves the milder remarks of the rule as they are. Two kinds of findings stay as
/// they are: one about a fact of integrity, and one about a fact that another field of the policy
/// weighs: a gate, the room of an authority, a release.
pub(crate) fn weighed(
    card: &RuleCard,
    house: Option<Severity>,
    fact: Fact,
    stated: Severity,
) -> Option<Severity> {
    if fact.is_integrity() || card.set_elsewhere().contains(&fact) {
        return Some(stated);
    }
    let (house, own) = (house?, card.severity());
    Some(match house.cmp(&own) {
        Ordering::Less => stated.min(house),
        Ordering::Greater if stated >= own => stated.max(house),
        Ordering::Equal | Ordering::Greater => stated,
    })
}

/// Declares the table of the severities of one system's rules, one field a card.
macro_rules! severities {
    ($(#[$attribute:meta])* $visibility:vis struct $name:ident of $cards:expr;) => {
        $(#[$attribute])*
        ///
        /// Each field has the name of its rule. `"none"` switches a rule off. The card of a rule
        /// says how far it may be changed ([`SeverityChange`](crate::verdict::SeverityChange)).
        #[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
        $visibility struct $name {
            table: [Option<$crate::verdict::Severity>; Self::CARDS.len()],
            is_standard: bool,
        }

        impl $name {
            const CARDS: &'static [&'static $crate::verdict::RuleCard] = {
                const COUNT: usize = $crate::verdict::severities::count($cards);
                &$crate::verdict::severities::all::<COUNT>($cards)
            };

            /// Returns the severities of the cards.
            #[must_use]
            pub const fn standard() -> Self {
                Self {
                    table: $crate::verdict::severities::of_cards(Self::CARDS),
                    is_standard: true,
                }
            }

            /// Sets the severity of a rule; `None` switches it off.
            ///
            /// # Errors
            ///
            /// [`SeverityError`](crate::verdict::SeverityError) is returned when the rule is one of another
            /// system, and when its card does not allow the severity.
            pub fn with(
                mut self,
                rule: $crate::verdict::RuleId,
                severity: Option<$crate::verdict::Severity>,
            ) -> Result<Self, $crate::verdict::SeverityError> {
                $crate::verdict::severities::set(Self::CARDS, &mut self.table, rule, severity)?;
                self.is_standard = self.table == Self::standard().table;
                Ok(self)
            }

            /// Returns the severity of a rule; `None` if it is off.
            ///
            /// # Errors
            ///
            /// [`SeverityError::OtherSystem`](crate::verdict::SeverityError::OtherSystem) is returned when the
            /// rule is one of another system.
            pub fn of(
                &self,
                rule: $crate::verdict::RuleId,
            ) -> Result<Option<$crate::verdict::Severity>, $crate::verdict::SeverityError> {
                $crate::verdict::severities::get(Self::CARDS, &self.table, rule)
                    .map(|(_, severity)| severity)
                    .ok_or($crate::verdict::SeverityError::OtherSystem { rule })
            }

            /// Returns whether every rule has the severity of its card.
            #[must_use]
            pub const fn is_standard(&self) -> bool {
                self.is_standard
            }

            /// Gives each finding of an answer the severity that this table has for its rule.
            pub fn weigh(&self, answer: &mut (impl $crate::verdict::Weigh + ?Sized)) {
                if !self.is_standard {
                    answer.weigh(&|finding| self.severity(finding));
                }
            }

            /// Returns an answer whose findings have the severities of this table.
            #[must_use]
            pub fn weighed<A: $crate::verdict::Weigh>(&self, mut answer: A) -> A {
                self.weigh(&mut answer);
                answer
            }

            /// Returns the severity of a finding; `None` if its rule is off.
            fn severity(
                &self,
                finding: &$crate::verdict::Finding,
            ) -> Option<$crate::verdict::Severity> {
                let (fact, stated) = (finding.evidence.fact, finding.severity);
                match $crate::verdict::severities::get(Self::CARDS, &self.table, finding.rule) {
                    Some((card, house)) => {
                        $crate::verdict::severities::weighed(card, house, fact, stated)
                    }
                    None => Some(stated),
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::verdict::severities::write(Self::CARDS, &self.table, serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let mut table = Self::standard().table;
                $crate::verdict::severities::read(Self::CARDS, &mut table, deserializer)?;
                let is_standard = table == Self::standard().table;
                Ok(Self { table, is_standard })
            }
        }

        impl $crate::form::Toured for $name {}

        impl $crate::form::Described for $name {
            const FORM: &'static $crate::form::Form = &$crate::form::Form::new(
                stringify!($name),
                $crate::form::Shape::Record(const {
                    &$crate::verdict::severity_forms::fields::<{ Self::CARDS.len() }>(Self::CARDS)
                }),
            );
        }
    };
}

pub(crate) use severities;

pub(super) type Cards = [&'static RuleCard];

/// Counts the cards of several files.
pub(crate) const fn count(files: &[&Cards]) -> usize {
    let (mut rest, mut count) = (files, 0_usize);
    while let [file, later @ ..] = rest {
        count = count.saturating_add(file.len());
        rest = later;
    }
    count
}

/// Lists the cards of several files one after the other.
pub(crate) const fn all<const N: usize>(files: &[&'static Cards]) -> [&'static RuleCard; N] {
    let mut cards = [card_at(files, 0); N];
    let (mut room, mut place): (&mut [&'static RuleCard], usize) = (&mut cards, 0);
    while let [card, free @ ..] = room {
        *card = card_at(files, place);
        (room, place) = (free, place.saturating_add(1));
    }
    cards
}

/// Returns the card at a place in the list of all files.
const fn card_at(files: &[&'static Cards], place: usize) -> &'static RuleCard {
    let (mut rest, mut before) = (files, place);
    while let [file, later @ ..] = rest {
        let mut of_file: &Cards = file;
        while let [card, others @ ..] = of_file {
            if before == 0 {
                return card;
            }
            (of_file, before) = (others, before.saturating_sub(1));
        }
        rest = later;
    }
    panic!("a place is below the count of the cards")
}

/// Returns the severity of each card.
pub(crate) const fn of_cards<const N: usize>(cards: &Cards) -> [Option<Severity>; N] {
    let mut table = [None; N];
    let mut room: &mut [Option<Severity>] = &mut table;
    let mut rest = cards;
    while let ([card, others @ ..], [place, free @ ..]) = (rest, room) {
        *place = Some(card.severity());
        (rest, room) = (others, free);
    }
    table
}

/// Returns the card of a rule, and its severity in the table.
pub(crate) fn get<'a>(
    cards: &'a Cards,
    table: &[Option<Severity>],
    rule: RuleId,
) -> Option<(&'a RuleCard, Option<Severity>)> {
    let mut rows = cards.iter().zip(table);
    rows.find(|(card, _)| card.id() == rule)
        .map(|(card, severity)| (*card, *severity))
}

/// Sets the severity of a rule.
pub(crate) fn set(
    cards: &Cards,
    table: &mut [Option<Severity>],
    rule: RuleId,
    given: Option<Severity>,
) -> Result<(), SeverityError> {
    let mut rows = cards.iter().zip(table);
    let (card, place) = rows
        .find(|(card, _)| card.id() == rule)
        .ok_or(SeverityError::OtherSystem { rule })?;
    let required = card.severity();
    match card.severity_change() {
        SeverityChange::Never if given != Some(required) => {
            return Err(SeverityError::Fixed {
                rule,
                given,
                required,
            });
        }
        SeverityChange::Elsewhere if given != Some(required) => {
            return Err(SeverityError::Elsewhere {
                rule,
                given,
                required,
            });
        }
        SeverityChange::Any | SeverityChange::Elsewhere | SeverityChange::Never => {}
    }
    *place = given;
    Ok(())
}

/// Writes a table as an object from rules to severities.
pub(crate) fn write<S: Serializer>(
    cards: &Cards,
    table: &[Option<Severity>],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut object = serializer.serialize_map(Some(cards.len()))?;
    for (card, severity) in cards.iter().zip(table) {
        object.serialize_entry(card.name(), &Switched(*severity))?;
    }
    object.end()
}

/// Reads a table from an object that names every rule once.
pub(crate) fn read<'de, D: Deserializer<'de>>(
    cards: &Cards,
    table: &mut [Option<Severity>],
    deserializer: D,
) -> Result<(), D::Error> {
    deserializer.deserialize_map(Rows { cards, table })
}

#[derive(Deserialize, Serialize)]
#[serde(transparent)]
struct Switched(#[serde(with = "crate::form::none")] Option<Severity>);

struct Rows<'a> {
    cards: &'a Cards,
    table: &'a mut [Option<Severity>],
}

impl<'de> Visitor<'de> for Rows<'_> {
    type Value = ();

    fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("an object from rules to severities")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        let mut named = alloc::collections::BTreeSet::new();
        while let Some(rule) = object.next_key::<RuleId>()? {
            let Switched(severity) = object.next_value()?;
            set(self.cards, self.table, rule, severity).map_err(A::Error::custom)?;
            if !named.insert(rule) {
                return Err(A::Error::custom(format_args!(
                    "the rule {rule} is given twice, expected once"
                )));
            }
        }
        match self.cards.iter().find(|card| !named.contains(&card.id())) {
            Some(card) => Err(A::Error::missing_field(card.name())),
            None => Ok(()),
        }
    }
}
