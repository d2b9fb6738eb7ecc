//! The rulebook: every card in one place, to be looked up, listed and rendered (规则手册).
//!
//! The rulebook lists the rules that this version enforces. A rule whose system is still to come
//! has an id and no card.
//!
//! # Examples
//!
//! ```
//! use keqing::rulebook;
//! use keqing::verdict::Render;
//! use keqing::vocab::words::Locale;
//!
//! let card = rulebook::card("LIF-07".parse()?).ok_or("no card")?;
//! assert_eq!(card.title().in_locale(Locale::ZhHans), "逐级推进");
//! assert!(rulebook::Entry(card).display(Locale::En).to_string().contains("one stage at a time"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use core::fmt;

use crate::verdict::{Finding, Render, RuleCard, RuleId};
use crate::vocab::words::{Locale, Text};
use crate::{lifecycle, loyalty, party, receivable, satisfaction};

/// One system of the rulebook: its name and its cards (系统).
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct System {
    /// The module that enforces the rules.
    pub name: &'static str,
    /// The name for people.
    pub title: Text,
    /// The cards, file by file, in the order of the rulebook.
    pub cards: &'static [&'static [&'static RuleCard]],
}

/// Every system that this version enforces, in the order of the design's layers.
pub static SYSTEMS: &[System] = &[
    System {
        name: "party",
        title: Text::new("Four parties", "四方关系", "四方關係"),
        cards: party::CARDS,
    },
    System {
        name: "satisfaction",
        title: Text::new(
            "Satisfaction and value",
            "满意度与客户价值",
            "滿意度與客戶價值",
        ),
        cards: satisfaction::CARDS,
    },
    System {
        name: "loyalty",
        title: Text::new("Loyalty", "客户忠诚", "客戶忠誠"),
        cards: loyalty::CARDS,
    },
    System {
        name: "receivable",
        title: Text::new("Receivables", "应收账款", "應收帳款"),
        cards: receivable::CARDS,
    },
    System {
        name: "lifecycle",
        title: Text::new("Lifecycle", "生命周期", "生命周期"),
        cards: lifecycle::CARDS,
    },
];

/// Lists every card.
pub fn cards() -> impl Iterator<Item = &'static RuleCard> {
    SYSTEMS
        .iter()
        .flat_map(|system| system.cards.iter().copied().flatten().copied())
}

/// Returns the card of a rule; `None` if this version does not enforce it.
#[must_use]
pub fn card(rule: RuleId) -> Option<&'static RuleCard> {
    cards().find(|card| card.id() == rule)
}

/// A card as a paragraph (规则条目): id, title, kind, statement and source.
#[derive(Clone, Copy, Debug)]
#[expect(
    clippy::exhaustive_structs,
    reason = "a view of one card and nothing else"
)]
pub struct Entry(pub &'static RuleCard);

impl Render for Entry {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let card = self.0;
        let (kind, title) = (card.kind().text(), card.title());
        writeln!(
            f,
            "{} {} ({})",
            card.id(),
            title.in_locale(locale),
            kind.in_locale(locale)
        )?;
        writeln!(f, "    {}", card.statement().in_locale(locale))?;
        write!(f, "    {}{}", SOURCE.in_locale(locale), card.source())
    }
}

/// A finding with the statement and the source of its rule beside it (释明的认定).
///
/// # Examples
///
/// ```
/// use keqing::rulebook::Explained;
/// use keqing::verdict::{Evidence, Fact, Finding, Outcome, Render, Severity};
/// use keqing::vocab::words::Locale;
///
/// let evidence = Evidence::present(Fact::Partnership, false);
/// let finding = Finding::new("LIF-06".parse()?, Severity::Bar, Outcome::Breached, evidence);
/// let text = Explained(&finding).display(Locale::En).to_string();
/// assert!(text.starts_with("LIF-06 breached (bars): strategic partnership absent"));
/// # Ok::<(), keqing::verdict::ParseRuleIdError>(())
/// ```
#[derive(Clone, Copy, Debug)]
#[expect(
    clippy::exhaustive_structs,
    reason = "a view of one finding and nothing else"
)]
pub struct Explained<'a>(pub &'a Finding);

impl Render for Explained<'_> {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.render(locale, f)?;
        let Some(card) = card(self.0.rule) else {
            return Ok(());
        };
        write!(f, "\n    {}", card.statement().in_locale(locale))?;
        write!(f, "\n    {}{}", SOURCE.in_locale(locale), card.source())
    }
}

const SOURCE: Text = Text::new("source: ", "出处：", "出處：");
