use core::cmp::Ordering;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::form::{choice, record};
use crate::verdict::fact::Fact;
use crate::vocab::known::Grade;
use crate::vocab::money::Money;
use crate::vocab::name::{DocumentId, ItemId, PersonId};
use crate::vocab::set::Set;
use crate::vocab::share::Share;
use crate::vocab::time::Days;
use crate::vocab::words::{Department, Instrument, Role, Side, Stage, TrustLevel, words};

record! {
    /// What a rule looked at (证据): which fact, of whom, what was observed and what is required.
    ///
    /// Evidence is data. Text is rendered from it, remedies are read off it, and neither is stored.
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct Evidence {
        /// The fact that was looked at.
        pub fact: Fact,
        /// Whose fact it is.
        #[serde(default)]
        pub subject: Subject,
        /// What was observed and what is required.
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

    /// Says whose fact it is.
    #[must_use]
    #[inline]
    pub const fn of(self, subject: Subject) -> Self {
        Self { subject, ..self }
    }

    /// Makes evidence of a share against a bound.
    #[must_use]
    #[inline]
    pub const fn share(fact: Fact, observed: Share, bound: Bound, required: Share) -> Self {
        Self::new(
            fact,
            Reading::Share {
                observed,
                bound,
                required,
            },
        )
    }

    /// Makes evidence of a count against a bound.
    #[must_use]
    #[inline]
    pub const fn count(fact: Fact, observed: u32, bound: Bound, required: u32) -> Self {
        Self::new(
            fact,
            Reading::Count {
                observed,
                bound,
                required,
            },
        )
    }

    /// Makes evidence of an amount against a bound.
    #[must_use]
    #[inline]
    pub const fn money(fact: Fact, observed: Money, bound: Bound, required: Money) -> Self {
        Self::new(
            fact,
            Reading::Money {
                observed,
                bound,
                required,
            },
        )
    }

    /// Makes evidence of a number of days against a bound.
    #[must_use]
    #[inline]
    pub const fn days(fact: Fact, observed: Days, bound: Bound, required: Days) -> Self {
        Self::new(
            fact,
            Reading::Days {
                observed,
                bound,
                required,
            },
        )
    }

    /// Makes evidence of something that has to be there.
    #[must_use]
    #[inline]
    pub const fn present(fact: Fact, is_present: bool) -> Self {
        Self::presence(fact, is_present, Presence::Present)
    }

    /// Makes evidence of something that must not be there.
    #[must_use]
    #[inline]
    pub const fn absent(fact: Fact, is_present: bool) -> Self {
        Self::presence(fact, is_present, Presence::Absent)
    }

    const fn presence(fact: Fact, is_present: bool, required: Presence) -> Self {
        let observed = Presence::of(is_present);
        Self::new(fact, Reading::Presence { observed, required })
    }
}

choice! {
    /// Whose fact the evidence is about (所属).
    #[non_exhaustive]
    #[derive(Copy, Default, Hash)]
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
    pub(crate) fn named(word: &str) -> Self {
        // The words are short, so there is such an id.
        ItemId::new(word).map_or(Self::Relationship, |id| Self::Item { id })
    }
}

choice! {
    /// What was observed and what is required (观测与要求).
    #[non_exhaustive]
    #[derive(Copy, Default, Hash)]
    pub enum Reading {
        /// Nothing was observed.
        #[default]
        Nothing,
        /// A number of things.
        Count {
            /// How many there are.
            observed: u32,
            /// Which way the requirement points.
            bound: Bound,
            /// How many are required.
            required: u32,
        },
        /// A calendar date.
        Date {
            /// The date that was looked at.
            observed: NaiveDate,
            /// Which way the requirement points.
            bound: Bound,
            /// The date it is held against.
            required: NaiveDate,
        },
        /// A number of days.
        Days {
            /// How many days there are.
            observed: Days,
            /// Which way the requirement points.
            bound: Bound,
            /// How many days are required.
            required: Days,
        },
        /// Sets of departments or functions.
        Departments {
            /// Those that are there.
            observed: Set<Department>,
            /// Those that are required.
            required: Set<Department>,
        },
        /// How good the evidence of a known fact is.
        Grade {
            /// The grade of what is known.
            observed: Grade,
            /// The least grade that suffices.
            required: Grade,
        },
        /// An amount of money.
        Money {
            /// The amount there is.
            observed: Money,
            /// Which way the requirement points.
            bound: Bound,
            /// The amount it is held against, in the same currency.
            required: Money,
        },
        /// A plain number, such as a score.
        Number {
            /// The number that was computed.
            #[serde(with = "crate::vocab::exact")]
            observed: Decimal,
            /// Which way the requirement points.
            bound: Bound,
            /// The number it is held against.
            #[serde(with = "crate::vocab::exact")]
            required: Decimal,
        },
        /// Something that is there or is not.
        Presence {
            /// Whether it is there.
            observed: Presence,
            /// Whether it has to be.
            required: Presence,
        },
        /// A share of a whole.
        Share {
            /// The share there is.
            observed: Share,
            /// Which way the requirement points.
            bound: Bound,
            /// The share it is held against.
            required: Share,
        },
        /// A move between stages.
        Stages {
            /// Where the relationship stands.
            from: Stage,
            /// Where the move leads.
            to: Stage,
        },
        /// How far trust reaches.
        Trust {
            /// The trust there is.
            observed: TrustLevel,
            /// The least trust that suffices.
            required: TrustLevel,
        },
    }
}

words! {
    /// Which way a requirement points (界限方向).
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
    /// Tells whether an observed value satisfies the requirement.
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

words! {
    /// Whether something is there (有无).
    pub closed enum Presence {
        /// It is not there.
        Absent = "absent", "absent", "无", "無";
        /// It is there.
        Present = "present", "present", "有", "有";
    }
}

impl From<bool> for Presence {
    fn from(is_present: bool) -> Self {
        Self::of(is_present)
    }
}

impl Presence {
    /// Makes a presence from whether the thing is there.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::verdict::Presence;
    ///
    /// assert_eq!(Presence::of(true), Presence::Present);
    /// assert_eq!(Presence::of(false), Presence::Absent);
    /// ```
    #[must_use]
    #[inline]
    pub const fn of(is_present: bool) -> Self {
        if is_present {
            Self::Present
        } else {
            Self::Absent
        }
    }
}
