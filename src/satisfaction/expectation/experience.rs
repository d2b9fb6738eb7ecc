use alloc::vec::Vec;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::form::record;
use crate::satisfaction::measurement::SatisfactionState;
use crate::satisfaction::score::Score;
use crate::vocab::words::words;

record! {
    /// An experience of a customer on one day, with the announcement (服务经历).
    #[derive(Copy, Hash)]
    pub closed struct Experience {
        /// The day.
        pub on: NaiveDate,
        /// The perceived mark.
        pub perceived: Score,
        /// The announcement that was made beforehand or at the time.
        pub announced: Announcement,
    }
}

words! {
    /// The announcement that a benefit is given once (一次性说明), SAT-04.
    pub closed enum Announcement {
        /// The customer was told that the benefit is given this once.
        AsOneOff = "as-one-off", "announced as given once", "已说明仅此一次", "已說明僅此一次";
        /// No such announcement was made.
        NotAnnounced = "not-announced", "not announced as given once", "未作说明", "未作說明";
    }
}

words! {
    /// The depth of a fall below a raised expectation (落差程度), SAT-04.
    pub closed enum Fall {
        /// The service is below the raised expectation, and no worse than before it was raised.
        TakenBack = "taken-back", "a benefit taken back", "好处被收回", "好處被收回";
        /// The service is also worse than before the expectation was raised.
        WorseThanBefore = "worse-than-before", "also worse than before", "且不如从前", "且不如從前";
    }
}

record! {
    /// The change of an expectation (期望棘轮), experience by experience.
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct Ratchet {
        /// The experiences up to the day asked for, the oldest first, and of one day the best first.
        pub steps: Vec<RatchetStep>,
        /// The expected mark after all of them.
        pub expected: Score,
    }
}

record! {
    /// One experience, compared with the expectation of it (期望变化).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct RatchetStep {
        /// The day.
        pub on: NaiveDate,
        /// The expected mark.
        pub expected: Score,
        /// The perceived mark.
        pub perceived: Score,
        /// Perceived less expected (SAT-01).
        #[serde(with = "crate::vocab::exact")]
        pub gap: Decimal,
        /// The state that follows from the gap (SAT-02).
        pub state: SatisfactionState,
        /// The depth of the fall, if the expectation was raised by a benefit before.
        pub fall: Option<Fall>,
        /// The mark that is expected on the next day.
        pub next: Score,
    }
}
