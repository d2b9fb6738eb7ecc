//! The directions of the ordered inputs of receivable.

use super::Direction::{self, Falling, Neither, Rising};
use super::reasons::RUN;

pub(super) const ROWS: &[(&str, &str, Direction)] = &[
    ("REC-01", "invoiced", Rising),
    ("REC-01", "oldest-overdue", Rising),
    ("REC-01", "ordered", Rising),
    ("REC-01", "overdue", Rising),
    ("REC-01", "request.amount", Rising),
    ("REC-01", "shipped", Rising),
    ("REC-01", "step", Falling),
    ("REC-01", "suspension", Rising),
    ("REC-03", "as-of", Rising),
    ("REC-03", "due", Falling),
    ("REC-03", "on", Rising),
    ("REC-04", "actions[].on", Falling),
    ("REC-04", "amount", Rising),
    ("REC-04", "as-of", Falling),
    ("REC-04", "authority", Falling),
    ("REC-04", "claim", Falling),
    ("REC-04", "dunning", Rising),
    ("REC-04", "earlier.value[]", Rising),
    ("REC-04", "for-oneself", Rising),
    ("REC-04", "personal-interest", Rising),
    ("REC-04", "triggers[].on", Rising),
    ("REC-04", "waivers[].on", Falling),
    ("REC-06", "oldest-overdue", Rising),
    ("REC-06", "suspension", Rising),
    ("REC-07", "as-of", Neither(RUN)),
    ("REC-07", "due", Neither(RUN)),
    ("REC-07", "paid-on", Rising),
    ("REC-07", "rescheduled-on", Falling),
];
