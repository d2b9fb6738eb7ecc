//! The walk over a record: what counts of each fact, what differs, and what is left out.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::Serialize;

use crate::lifecycle::record::source::Expired;
use crate::lifecycle::stage::{StageFacts, StageRecord};
use crate::verdict::Fact;
use crate::vocab::known::{Contradiction, Grade, Known, Lasting, Stated, Statement};
use crate::vocab::words::Trust;

/// The walk over a record that finds what counts.
pub(super) struct Walk {
    as_of: NaiveDate,
    pub(super) expired: Expired,
    pub(super) contradictions: Vec<Contradiction>,
    pub(super) ahead: usize,
}

impl Walk {
    pub(super) const fn new(as_of: NaiveDate) -> Self {
        Self {
            as_of,
            expired: Vec::new(),
            contradictions: Vec::new(),
            ahead: 0,
        }
    }

    /// Returns the facts that count.
    pub(super) fn counted(&mut self, record: &StageRecord, states: Lasting) -> StageFacts {
        let (of, term) = (record, Lasting::Term);
        let mut facts = StageFacts::new(self.as_of);
        facts.bond = self.hear(Fact::Bond, "bond", states, &of.bond);
        facts.cause = self.hear(Fact::Cause, "cause", term, &of.cause);
        facts.departments = self.hear(Fact::Departments, "departments", states, &of.departments);
        facts.executive_tie = self.hear(
            Fact::ExecutiveTie,
            "executive-tie",
            states,
            &of.executive_tie,
        );
        facts.joint_functions = self.hear(
            Fact::JointFunctions,
            "joint-functions",
            states,
            &of.joint_functions,
        );
        facts.partnership = self.hear(Fact::Partnership, "partnership", term, &of.partnership);
        facts.position = self.hear(Fact::Position, "position", states, &of.position);
        facts.recognition = self.hear(Fact::Recognition, "recognition", states, &of.recognition);
        facts.rival_share = self.hear(Fact::RivalShare, "rival-share", states, &of.rival_share);
        facts.share = self.hear(Fact::Share, "share", states, &of.share);
        facts.trade_history =
            self.hear(Fact::TradeHistory, "trade-history", term, &of.trade_history);
        facts.monitoring = self.last_look(&of.monitoring);
        let (people, between) = (Fact::PersonalTrust, Fact::OrganizationalTrust);
        let trust = &of.trust;
        facts.trust = Trust {
            personal: self.hear(people, "trust.personal", states, &trust.personal),
            organizational: self.hear(
                between,
                "trust.organizational",
                states,
                &trust.organizational,
            ),
        };
        facts
    }

    /// Hears the statements of one fact.
    fn hear<T: Clone + Eq + Serialize>(
        &mut self,
        fact: Fact,
        path: &str,
        lasting: Lasting,
        stated: &Stated<T>,
    ) -> Known<T> {
        let found = stated.as_of(self.as_of, lasting);
        let differ = found.contradiction(path);
        self.contradictions
            .extend(differ.map(|one| one.within("lifecycle.stage")));
        self.expired
            .extend(found.expired.map(|since| (fact, since)));
        self.ahead = self.ahead.saturating_add(found.ahead);
        found.known
    }

    /// Hears the looks at the relationship. Each is an event of its own, so they contradict nothing and never
    /// expire, whatever `until` says. The last one counts, and a guess only if nobody knows of another one. A look that
    /// somebody states before its day is only planned.
    fn last_look(&mut self, stated: &Stated<NaiveDate>) -> Known<NaiveDate> {
        let made = stated.made(self.as_of);
        let made = made.filter(|look| look.value <= look.on.unwrap_or(self.as_of));
        let last = made.max_by_key(|look| (look.grade >= Grade::OWN_WORD, look.value, look.grade));
        let is_ahead = |day: Option<NaiveDate>| day.is_some_and(|day| self.as_of < day);
        let later = stated.statements().iter();
        let is_plan = |look: &Statement<NaiveDate>| look.on.is_some_and(|on| on < look.value);
        let later =
            later.filter(|look| is_ahead(look.on) || is_ahead(Some(look.value)) || is_plan(look));
        self.ahead = self.ahead.saturating_add(later.count());
        last.map_or(Known::Unknown, |look| Known::graded(look.value, look.grade))
    }
}
