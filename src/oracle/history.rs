use alloc::vec::Vec;

use serde::Serialize;

use crate::history::{self, Record, ReplayError};
use crate::lifecycle::moves::Event;
use crate::lifecycle::standing::Standing;
use crate::oracle::entry::questions;
use crate::oracle::error::AskError;
use crate::verdict::{Finding, Severity, Verdict, Weigh};

questions! {
    ReplayError;

    /// Replays events on the standing that they began from.
    "history.replay" => Replay { opening: Standing, events: Vec<Event> }
        tells Standing, within "events", |_| history::replay(opening, events)?;

    /// Audits a recorded history: one verdict of the policy on each move, by the facts of its day.
    "history.audit" => Audit { opening: Standing, records: Vec<Record> }
        finds Audit, within "records", |policy| Audit(history::audit(policy.lifecycle(), opening, records)?);
}

/// The verdicts on the moves of a history, in their order.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(transparent)]
pub(super) struct Audit(Vec<Verdict>);

impl Weigh for Audit {
    fn weigh(&mut self, severity: &dyn Fn(&Finding) -> Option<Severity>) {
        self.0.weigh(severity);
    }
}

impl Audit {
    fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.0.iter().flat_map(Verdict::findings)
    }
}
