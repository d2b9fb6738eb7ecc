use chrono::NaiveDate;

use crate::form::record;
use crate::loyalty::day::Day;
use crate::loyalty::patronage::reason::{PatronageReason, is_price_alone};
use crate::verdict::Presence;
use crate::vocab::known::{Known, Lasting, Stated};
use crate::vocab::set::Set;

record! {
    /// The dated facts about a customer's reasons to keep buying (光顾事实).
    #[non_exhaustive]
    #[derive(Default, Hash)]
    #[serde(default)]
    pub struct PatronageFacts {
        /// The reasons that the customer states; known to be none is an empty list.
        pub reasons: Stated<Set<PatronageReason>> => with_reasons,
        /// The customer's repeat purchases.
        pub repeat: Stated<Presence> => with_repeat,
        /// The customer's feeling for us, in its own word.
        pub affect: Stated<Presence> => with_affect,
    }
}

record! {
    /// The facts about a customer's reasons to keep buying as they stand on a day (当日光顾缘由).
    #[non_exhaustive]
    #[derive(Copy, Default, Hash)]
    #[serde(default)]
    pub struct PatronageGrounds {
        /// The reasons that the customer states; known to be none is an empty list.
        pub reasons: Known<Set<PatronageReason>> => with_reasons,
        /// The customer's repeat purchases.
        pub repeat: Known<Presence> => with_repeat,
        /// The customer's feeling for us, in its own word.
        pub affect: Known<Presence> => with_affect,
    }
}

/// The first days without a fact, where all statements of it have ended.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Ended {
    pub(crate) reasons: Option<NaiveDate>,
    pub(crate) repeat: Option<NaiveDate>,
    pub(crate) affect: Option<NaiveDate>,
}

impl PatronageFacts {
    /// Makes facts with nothing known.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            reasons: Stated::unknown(),
            repeat: Stated::unknown(),
            affect: Stated::unknown(),
        }
    }

    /// Returns the facts that hold on a day.
    ///
    /// Of several statements the strictest counts: the price alone, and then reasons without a feeling.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::loyalty::patronage::{PatronageFacts, PatronageReason};
    /// use keqing::vocab::known::{Known, Lasting, Stated};
    ///
    /// let today = chrono::NaiveDate::from_ymd_opt(2024, 6, 30).ok_or("no such date")?;
    /// let price = PatronageReason::LowPrice.into();
    /// let facts = PatronageFacts::new().with_reasons(Stated::customer_stated(price));
    /// assert_eq!(facts.on(today, Lasting::State(None)).reasons, Known::customer_stated(price));
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn on(&self, as_of: NaiveDate, lasting: Lasting) -> PatronageGrounds {
        self.read(Day { as_of, lasting })
    }

    #[inline(always)]
    pub(crate) fn read(&self, day: Day) -> PatronageGrounds {
        PatronageGrounds {
            reasons: reasons(&self.reasons, day),
            repeat: day.gate(&self.repeat, |repeats| !repeats.is_present()),
            affect: day.gate(&self.affect, |feels| feels.is_present()),
        }
    }

    #[inline(always)]
    pub(crate) fn ended(&self, day: Day) -> Ended {
        Ended {
            reasons: day.ended(&self.reasons),
            repeat: day.ended(&self.repeat),
            affect: day.ended(&self.affect),
        }
    }
}

impl From<PatronageGrounds> for PatronageFacts {
    fn from(grounds: PatronageGrounds) -> Self {
        Self {
            reasons: grounds.reasons.into(),
            repeat: grounds.repeat.into(),
            affect: grounds.affect.into(),
        }
    }
}

/// Returns the reasons that a gate reads: the price alone, or else reasons without a feeling.
#[inline(always)]
pub(crate) fn reasons(
    stated: &Stated<Set<PatronageReason>>,
    day: Day,
) -> Known<Set<PatronageReason>> {
    let is_price = |reasons: &Set<PatronageReason>| is_price_alone(*reasons);
    let strictest = day.gate(stated, |reasons| !is_price(reasons));
    if strictest.value().is_some_and(is_price) {
        strictest
    } else {
        day.gate(stated, |reasons| reasons.contains(PatronageReason::Feeling))
    }
}
