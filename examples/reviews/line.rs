//! One relationship in one line, and its place among the others.

use std::cmp::{Ordering, Reverse};
use std::fmt::Display;
use std::slice::Iter;

use chrono::NaiveDate;
use keqing::lifecycle::standing::State;
use keqing::review::{Concern, Matter, Review, Topic};
use keqing::verdict::{Decision, Render, RuleId, Severity};
use keqing::vocab::time::Days;
use keqing::vocab::words::{Bond, Locale, Stage};

use crate::source::Place;
use crate::words;

/// The claim of a matter on the reader, the gravest first; what is at risk is divided by its severity.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Claim {
    Refused,
    Decision,
    Critical,
    Warning,
    Notice,
    Unknown,
    Accepted,
}

/// The number of matters of each claim.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Claims([u64; 7]);

/// The stage that the facts support.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Stands {
    Active(Stage),
    Interrupted,
    Undecided,
}

/// The bond of the customer.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Held {
    By(Bond),
    Undecided,
    /// The dossier has no facts about loyalty.
    NotAsked,
}

/// The gravest matter of a relationship, in words.
#[derive(Clone, Debug)]
pub(crate) struct Gravest {
    pub(crate) claim: Claim,
    pub(crate) topic: Topic,
    pub(crate) text: String,
    pub(crate) rules: Vec<RuleId>,
}

/// One relationship, reviewed on one day.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) place: Place,
    pub(crate) between: [String; 2],
    pub(crate) as_of: NaiveDate,
    pub(crate) claims: Claims,
    pub(crate) met: u64,
    /// The days by which the oldest unpaid invoice is late.
    pub(crate) late: Days,
    pub(crate) stands: Stands,
    pub(crate) held: Held,
    pub(crate) gravest: Option<Gravest>,
}

impl Claim {
    pub(crate) const ALL: [Self; 7] = [
        Self::Refused,
        Self::Decision,
        Self::Critical,
        Self::Warning,
        Self::Notice,
        Self::Unknown,
        Self::Accepted,
    ];

    /// Returns the claim of a matter.
    pub(crate) fn of(matter: &Matter<'_>) -> Self {
        match (matter.concern, matter.severity()) {
            (Concern::Refused, _) => Self::Refused,
            (Concern::Decision, _) => Self::Decision,
            (Concern::Unknown, _) => Self::Unknown,
            (Concern::Accepted, _) => Self::Accepted,
            (_, Severity::Critical) => Self::Critical,
            (_, Severity::Warning) => Self::Warning,
            _ => Self::Notice,
        }
    }

    /// Returns the name for programs.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::Decision => "decision",
            Self::Critical => "critical",
            Self::Warning => "warning",
            Self::Notice => "notice",
            Self::Unknown => "unknown",
            Self::Accepted => "accepted",
        }
    }
}

impl Claims {
    pub(crate) fn add(&mut self, claim: Claim, matters: u64) {
        for (each, count) in Claim::ALL.into_iter().zip(&mut self.0) {
            if each == claim {
                *count = count.saturating_add(matters);
            }
        }
    }

    /// Lists each claim and its number, the gravest first.
    pub(crate) fn each(self) -> impl Iterator<Item = (Claim, u64)> {
        Claim::ALL.into_iter().zip(self.0)
    }
}

impl Stands {
    pub(crate) const ALL: [Self; 6] = [
        Self::Active(Stage::Development),
        Self::Active(Stage::Initial),
        Self::Active(Stage::Stable),
        Self::Active(Stage::Strategic),
        Self::Interrupted,
        Self::Undecided,
    ];

    fn of(review: &Review) -> Self {
        let placement = review.lifecycle.placement.value();
        match placement.and_then(|placement| placement.supported) {
            Some(State::Active(stage)) => Self::Active(stage),
            Some(State::Interrupted(_)) => Self::Interrupted,
            None => Self::Undecided,
        }
    }

    /// Returns the name for programs.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Active(stage) => stage.name(),
            Self::Interrupted => "interrupted",
            Self::Undecided => Decision::Undecided.name(),
        }
    }
}

impl Held {
    pub(crate) const ALL: [Self; 6] = [
        Self::By(Bond::Genuine),
        Self::By(Bond::Mixed),
        Self::By(Bond::LockedIn),
        Self::By(Bond::None),
        Self::Undecided,
        Self::NotAsked,
    ];

    fn of(review: &Review) -> Self {
        match review.loyalty.as_ref().map(|loyalty| loyalty.bond.value()) {
            Some(Some(bond)) => Self::By(*bond),
            Some(None) => Self::Undecided,
            None => Self::NotAsked,
        }
    }

    /// Returns the name for programs.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::By(bond) => bond.name(),
            Self::Undecided => Decision::Undecided.name(),
            Self::NotAsked => "not-in-the-dossier",
        }
    }
}

impl Gravest {
    fn of(matter: &Matter<'_>, locale: Locale) -> Self {
        let mut text = matter.display(locale).to_string();
        // The ids of the rules stand last, in brackets. Here they are kept apart.
        if let Some(end) = text.rfind("  [") {
            text.truncate(end);
        }
        Self {
            claim: Claim::of(matter),
            topic: matter.topic,
            text,
            rules: matter.rules.clone(),
        }
    }

    /// Returns the matter as the first page of a review has it, with its topic if it is refused or to decide.
    pub(crate) fn in_words(&self, locale: Locale) -> String {
        let mark = words::mark(self.claim);
        let topic = self.topic.text().in_locale(locale);
        let (text, rules) = (&self.text, listed(self.rules.iter()));
        if self.claim > Claim::Decision {
            return format!("{mark} {text}  [{rules}]");
        }
        let colon = words::COLON.in_locale(locale);
        format!("{mark} {topic}{colon}{text}  [{rules}]")
    }
}

impl Line {
    /// Returns the line of a review, in a locale.
    pub(crate) fn of(
        review: &Review,
        matters: &[Matter<'_>],
        place: Place,
        met: u64,
        locale: Locale,
    ) -> Self {
        let mut claims = Claims::default();
        for matter in matters {
            claims.add(Claim::of(matter), 1);
        }
        let statement = review.receivable.iter().flat_map(|one| &one.statement);
        let open = statement
            .flat_map(|statement| &statement.documents)
            .filter(|invoice| invoice.settled_on.is_none());
        let late = open.map(|invoice| invoice.days_overdue).max();
        Self {
            place,
            between: review.between.clone(),
            as_of: review.as_of(),
            claims,
            met,
            late: late.unwrap_or(Days::new(0)),
            stands: Stands::of(review),
            held: Held::of(review),
            gravest: matters.first().map(|first| Gravest::of(first, locale)),
        }
    }

    /// Returns the order of relationships, the worst first. Two lines are alike only if they have one place.
    fn key(&self) -> impl Ord {
        let [refused, decision, critical, warning, _, unknown, _] = self.claims.0;
        let against = [refused, decision, critical, warning, unknown];
        let named = (&self.between, self.as_of, &self.place);
        (Reverse(against), Reverse(self.late), named)
    }
}

impl Ord for Line {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key().cmp(&other.key())
    }
}

impl PartialOrd for Line {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Line {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Line {}

/// Writes things one after another, with a blank between them.
pub(crate) fn listed<T: Display>(things: Iter<'_, T>) -> String {
    let each: Vec<String> = things.map(ToString::to_string).collect();
    each.join(" ")
}
