use core::cmp::Ordering;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::form::{choice, record};
use crate::verdict::fact::Fact;
use crate::verdict::found::Found;
use crate::verdict::presence::Presence;
use crate::vocab::known::Grade;
use crate::vocab::mark::Mark;
use crate::vocab::money::Money;
use crate::vocab::name::{DocumentId, ItemId, PersonId};
use crate::vocab::set::Set;
use crate::vocab::share::Share;
use crate::vocab::time::Days;
use crate::vocab::words::{
    Department, FeatureTier, Instrument, Role, Side, Stage, Stance, TrustLevel, words,
};

record! {
    /// The evidence of a rule (证据): the fact, its subject, the observed value and the required one.
    ///
    /// Evidence is data. Text and remedies are derived from it, and neither is stored.
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct Evidence {
        /// The fact that the rule read.
        pub fact: Fact,
        /// The subject of the fact.
        #[serde(default)]
        pub subject: Subject,
        /// The observed value and the required one.
        #[serde(default)]
        pub reading: Reading,
    }
}

impl Evidence {
    /// Makes evidence about the relationship as a whole.
    #[must_use]
    #[inline]
    pub const fn new(fact: Fact, reading: Reading) -> Self {
        Self {
            fact,
            subject: Subject::Relationship,
            reading,
        }
    }

    /// Sets the subject of the fact.
    #[must_use]
    #[inline]
    pub const fn of(self, subject: Subject) -> Self {
        Self { subject, ..self }
    }

    /// Makes evidence of a share against a bound.
    #[must_use]
    #[inline]
    pub const fn share(fact: Fact, observed: Share, bound: Bound, required: Share) -> Self {
        Self::new(fact, Reading::share(observed, bound, required))
    }

    /// Makes evidence of a count against a bound.
    #[must_use]
    #[inline]
    pub const fn count(fact: Fact, observed: u32, bound: Bound, required: u32) -> Self {
        Self::new(fact, Reading::count(observed, bound, required))
    }

    /// Makes evidence of an amount against a bound.
    #[must_use]
    #[inline]
    pub const fn money(fact: Fact, observed: Money, bound: Bound, required: Money) -> Self {
        Self::new(fact, Reading::money(observed, bound, required))
    }

    /// Makes evidence of a number of days against a bound.
    #[must_use]
    #[inline]
    pub const fn days(fact: Fact, observed: Days, bound: Bound, required: Days) -> Self {
        Self::new(fact, Reading::days(observed, bound, required))
    }

    /// Makes evidence of a value that is not compared with anything.
    #[must_use]
    #[inline]
    pub fn found(fact: Fact, found: impl Into<Found>) -> Self {
        Self::new(fact, Reading::Found(found.into()))
    }

    /// Makes evidence of a thing that has to be there.
    #[must_use]
    #[inline]
    pub const fn present(fact: Fact, is_present: bool) -> Self {
        Self::new(fact, Reading::present(is_present))
    }

    /// Makes evidence of a thing that must not be there.
    #[must_use]
    #[inline]
    pub const fn absent(fact: Fact, is_present: bool) -> Self {
        Self::new(fact, Reading::absent(is_present))
    }
}

choice! {
    /// The subject of the fact that the evidence is about (所属).
    #[non_exhaustive]
    #[derive(Copy, Default, Hash, Ord, PartialOrd)]
    pub enum Subject {
        /// The relationship as a whole.
        #[default]
        Relationship,
        /// One side of it.
        Side(Side),
        /// One of the four parties.
        Role(Role),
        /// One department of one side.
        Department {
            /// The side to which the department belongs.
            side: Side,
            /// The department.
            department: Department,
        },
        /// One day.
        Day(NaiveDate),
        /// One invoice, order or other document.
        Document {
            /// The document.
            id: DocumentId,
        },
        /// One means of keeping the customer.
        Instrument {
            /// The instrument.
            instrument: Instrument,
        },
        /// One item of a list: a requirement, a criterion, a feature.
        Item {
            /// The item.
            id: ItemId,
        },
        /// One person on one side.
        Person {
            /// The side on which the person stands.
            side: Side,
            /// The person.
            id: PersonId,
        },
    }
}

impl Subject {
    /// Makes the subject of a member of a list that a word of the vocabulary names.
    pub(crate) fn named(word: &'static str) -> Self {
        // The words are short, so there is such an id.
        ItemId::of_word(word).map_or(Self::Relationship, |id| Self::Item { id })
    }
}

choice! {
    /// The observed value and the required one (观测与要求).
    #[non_exhaustive]
    #[derive(Copy, Default, Hash)]
    pub enum Reading {
        /// Nothing was observed.
        #[default]
        Nothing,
        /// A value that was found, without a requirement.
        Found(Found),
        /// A value that holds no longer.
        Expired {
            /// The first day on which it does not hold.
            since: NaiveDate,
        },
        /// Two marks that one person gave of one thing on one day, the lower one first.
        Contradiction {
            /// The lower mark.
            lower: Mark,
            /// The higher mark.
            higher: Mark,
        },
        /// A number of things.
        Count {
            /// The number that was observed.
            observed: u32,
            /// The direction of the requirement.
            bound: Bound,
            /// The number that is required.
            required: u32,
        },
        /// A calendar date.
        Date {
            /// The date that was looked at.
            observed: NaiveDate,
            /// The direction of the requirement.
            bound: Bound,
            /// The date that it is compared with.
            required: NaiveDate,
        },
        /// A number of days.
        Days {
            /// The number of days that was observed.
            observed: Days,
            /// The direction of the requirement.
            bound: Bound,
            /// The number of days that is required.
            required: Days,
        },
        /// Sets of departments or functions.
        Departments {
            /// The departments or functions that are there.
            observed: Set<Department>,
            /// The departments or functions that are required.
            required: Set<Department>,
        },
        /// A tier in which a feature is counted.
        FeatureTier {
            /// The tier in which it is counted.
            observed: FeatureTier,
            /// The highest tier that suffices.
            required: FeatureTier,
        },
        /// The grade of the evidence for a known fact.
        Grade {
            /// The grade of the known fact.
            observed: Grade,
            /// The least grade that suffices.
            required: Grade,
        },
        /// An amount of money.
        Money {
            /// The amount that was observed.
            observed: Money,
            /// The direction of the requirement.
            bound: Bound,
            /// The amount that it is compared with, in the same currency.
            required: Money,
        },
        /// A plain number, such as a score.
        Number {
            /// The number that was computed.
            #[serde(with = "crate::vocab::exact")]
            observed: Decimal,
            /// The direction of the requirement.
            bound: Bound,
            /// The number that it is compared with.
            #[serde(with = "crate::vocab::exact")]
            required: Decimal,
        },
        /// A thing that is there or is not.
        Presence {
            /// The presence that was observed.
            observed: Presence,
            /// The presence that is required.
            required: Presence,
        },
        /// A share of a whole.
        Share {
            /// The share that was observed.
            observed: Share,
            /// The direction of the requirement.
            bound: Bound,
            /// The share that it is compared with.
            required: Share,
        },
        /// A move between stages.
        Stages {
            /// The stage of the relationship.
            from: Stage,
            /// The stage to which the move leads.
            to: Stage,
        },
        /// A stance of the customer towards us.
        Stance {
            /// The stance that was observed.
            observed: Stance,
            /// The least stance that suffices.
            required: Stance,
        },
        /// A level of trust.
        Trust {
            /// The trust that was observed.
            observed: TrustLevel,
            /// The least trust that suffices.
            required: TrustLevel,
        },
    }
}

impl Reading {
    pub(crate) const fn present(is_present: bool) -> Self {
        Self::presence(is_present, Presence::Present)
    }

    pub(crate) const fn absent(is_present: bool) -> Self {
        Self::presence(is_present, Presence::Absent)
    }

    const fn presence(is_present: bool, required: Presence) -> Self {
        let observed = Presence::of(is_present);
        Self::Presence { observed, required }
    }

    pub(crate) const fn count(observed: u32, bound: Bound, required: u32) -> Self {
        Self::Count {
            observed,
            bound,
            required,
        }
    }

    pub(crate) const fn days(observed: Days, bound: Bound, required: Days) -> Self {
        Self::Days {
            observed,
            bound,
            required,
        }
    }

    pub(crate) const fn money(observed: Money, bound: Bound, required: Money) -> Self {
        Self::Money {
            observed,
            bound,
            required,
        }
    }

    pub(crate) const fn share(observed: Share, bound: Bound, required: Share) -> Self {
        Self::Share {
            observed,
            bound,
            required,
        }
    }
}

words! {
    /// The direction of a requirement (界限方向).
    pub closed enum Bound {
        /// The required value or more.
        AtLeast = "at-least", "at least", "不低于", "不低於";
        /// The required value or less.
        AtMost = "at-most", "at most", "不超过", "不超過";
        /// The required value itself.
        Exactly = "exactly", "exactly", "等于", "等於";
        /// Less than the required value.
        LessThan = "less-than", "less than", "低于", "低於";
        /// More than the required value.
        MoreThan = "more-than", "more than", "高于", "高於";
    }
}

impl Bound {
    /// Returns whether an observed value satisfies the requirement.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::verdict::Bound;
    ///
    /// assert!(Bound::AtLeast.admits(&50, &50));
    /// assert!(!Bound::MoreThan.admits(&50, &50));
    /// ```
    #[must_use]
    #[inline]
    pub fn admits<T: Ord>(self, observed: &T, required: &T) -> bool {
        // One bit an order, so that the five bounds are a look-up and not five branches.
        let order = match observed.cmp(required) {
            Ordering::Less => 1,
            Ordering::Equal => 2,
            Ordering::Greater => 4,
        };
        let admitted = match self {
            Self::AtLeast => 6,
            Self::AtMost => 3,
            Self::Exactly => 2,
            Self::LessThan => 1,
            Self::MoreThan => 4,
        };
        order & admitted != 0
    }
}
