//! The reading of dated statements on a day: once, before any rule is checked.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::Serialize;

use crate::loyalty::policy::LoyaltyPolicy;
use crate::verdict::{Fact, Recorder, RuleCard, Subject};
use crate::vocab::known::{Contradiction, Known, Lasting, Stated};

/// The day asked about, and the time for which a statement holds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Day {
    pub(crate) as_of: NaiveDate,
    pub(crate) lasting: Lasting,
}

impl Day {
    #[inline(always)]
    pub(crate) const fn of(policy: &LoyaltyPolicy, as_of: NaiveDate) -> Self {
        Self {
            as_of,
            lasting: Lasting::State(policy.word_validity()),
        }
    }

    /// Returns the value that a gate reads: of several statements one that does not pass, also a guess.
    #[inline(always)]
    pub(crate) fn gate<T: Clone + Eq + Serialize>(
        self,
        stated: &Stated<T>,
        passes: impl Fn(&T) -> bool,
    ) -> Known<T> {
        stated.strictest(self.as_of, self.lasting, passes)
    }

    /// Returns the first day without a statement that holds, if all of them have ended.
    #[inline(always)]
    pub(crate) fn ended<T: Clone + Eq + Serialize>(self, stated: &Stated<T>) -> Option<NaiveDate> {
        if stated.is_stated() {
            stated.as_of(self.as_of, self.lasting).expired
        } else {
            None
        }
    }
}

/// States that a rule lacks a fact that has expired; the result is whether it has.
#[inline(always)]
pub(crate) fn lapsed<T, R: Recorder>(
    card: &RuleCard,
    (fact, subject): (Fact, Subject),
    known: &Known<T>,
    since: Option<NaiveDate>,
    r: &mut R,
) -> bool {
    let has_lapsed = since.is_some() && !known.is_known();
    if has_lapsed {
        r.miss_since(card, fact, subject, since);
    }
    has_lapsed
}

/// The contradictions among statements, and the number of statements that are left out.
#[derive(Debug, Default)]
pub(crate) struct LookBack {
    pub(crate) contradictions: Vec<Contradiction>,
    pub(crate) ahead: u32,
}

impl LookBack {
    /// Looks at the statements of the fact at a path of the system.
    pub(crate) fn at<T: Clone + Eq + Serialize>(
        &mut self,
        path: &str,
        stated: &Stated<T>,
        day: Day,
    ) {
        if !stated.is_stated() {
            return;
        }
        let found = stated.as_of(day.as_of, day.lasting);
        if let Some(differ) = found.contradiction(path) {
            self.contradictions.push(differ.within("loyalty"));
        }
        let ahead = u32::try_from(found.ahead).unwrap_or(u32::MAX);
        self.ahead = self.ahead.saturating_add(ahead);
    }
}
