//! The facts that the rules read: those that count, and those that a move reads.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::lifecycle::judge::{FactsError, check_dates, check_shares, verdict};
use crate::lifecycle::moves::Move;
use crate::lifecycle::policy::LifecyclePolicy;
use crate::lifecycle::stage::StageFacts;
use crate::lifecycle::standing::Standing;
use crate::verdict::{Evidence, Fact, Outcome, Reading, Recorder, RuleCard, Severity, Verdict};
use crate::vocab::words::Stage;

/// The facts that have expired, each with the first day without it.
pub(crate) type Expired = Vec<(Fact, NaiveDate)>;

/// The facts that one question reads, and those of them that have expired.
#[derive(Debug)]
pub(crate) struct Read<'a> {
    pub(crate) facts: Cow<'a, StageFacts>,
    pub(crate) expired: Expired,
}

/// The facts about a stage: plain ones, or a record of statements.
pub(crate) trait Source {
    /// Returns the facts that count, which describe the relationship.
    fn counted(&self) -> &StageFacts;

    /// Returns the day on which the share that counts was learnt; without one it is of the date asked about.
    fn share_learnt(&self) -> Option<NaiveDate>;

    /// Checks that our share and a rival's are not more than the whole.
    fn check_shares(&self) -> Result<(), FactsError> {
        check_shares(self.counted())
    }

    /// Checks that the facts contradict neither the standing nor each other.
    fn check(&self, standing: &Standing) -> Result<(), FactsError> {
        check_dates(standing, self.counted())?;
        self.check_shares()
    }

    /// Returns the facts that a hold of a stage reads.
    fn held(&self, policy: &LifecyclePolicy, stage: Stage) -> Read<'_>;

    /// Judges a move, of facts that do not contradict the standing or each other.
    fn verdict(&self, policy: &LifecyclePolicy, standing: &Standing, proposed: Move) -> Verdict;

    /// Returns the facts that have expired, of those that count.
    fn expired(&self) -> &[(Fact, NaiveDate)];

    /// Returns the number of statements that were made after the date.
    fn ahead(&self) -> u32;
}

impl Source for StageFacts {
    fn counted(&self) -> &StageFacts {
        self
    }

    fn share_learnt(&self) -> Option<NaiveDate> {
        self.share.on()
    }

    fn held(&self, _: &LifecyclePolicy, _: Stage) -> Read<'_> {
        Read {
            facts: Cow::Borrowed(self),
            expired: Vec::new(),
        }
    }

    fn verdict(&self, policy: &LifecyclePolicy, standing: &Standing, proposed: Move) -> Verdict {
        verdict(policy, standing, self, proposed)
    }

    fn expired(&self) -> &[(Fact, NaiveDate)] {
        &[]
    }

    fn ahead(&self) -> u32 {
        0
    }
}

/// A recorder that says of a missing fact since when it has expired.
pub(crate) struct Aged<'a, R> {
    inner: &'a mut R,
    expired: &'a [(Fact, NaiveDate)],
}

impl<'a, R: Recorder> Aged<'a, R> {
    pub(crate) const fn new(inner: &'a mut R, expired: &'a [(Fact, NaiveDate)]) -> Self {
        Self { inner, expired }
    }
}

impl<R: Recorder> Recorder for Aged<'_, R> {
    #[inline]
    fn record(
        &mut self,
        card: &RuleCard,
        severity: Severity,
        outcome: Outcome,
        evidence: impl FnOnce() -> Evidence,
    ) {
        let since = match outcome {
            Outcome::Missing(fact) => self.expired.iter().find(|(expired, _)| *expired == fact),
            _ => None,
        };
        self.inner.record(card, severity, outcome, || {
            let evidence = evidence();
            match (evidence.reading, since) {
                (Reading::Nothing, Some((_, since))) => Evidence {
                    reading: Reading::Expired { since: *since },
                    ..evidence
                },
                _ => evidence,
            }
        });
    }
}
