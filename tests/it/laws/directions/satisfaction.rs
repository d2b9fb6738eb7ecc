//! The directions of the ordered inputs of satisfaction.

use super::Direction::{self, Falling, Neither, Rising};
use super::reasons::{HEARD, RATCHET};

pub(super) const ROWS: &[(&str, &str, Direction)] = &[
    ("SAT-02", "as-of", Neither(HEARD)),
    ("SAT-02", "expected", Rising),
    ("SAT-02", "on", Neither(HEARD)),
    ("SAT-02", "perceived", Falling),
    ("SAT-04", "on", Neither(RATCHET)),
    ("SAT-04", "perceived", Neither(RATCHET)),
    ("SAT-04", "start", Rising),
    ("SAT-05", "competitor-parity", Rising),
    ("SAT-05", "counted-as", Rising),
    ("SAT-05", "cycles", Rising),
    ("SAT-05", "introduced-as", Falling),
    ("SAT-06", "as-of", Rising),
    ("SAT-06", "on", Neither(HEARD)),
    ("SAT-08", "as-of", Neither(HEARD)),
    ("SAT-08", "expected", Rising),
    ("SAT-08", "on", Neither(HEARD)),
    ("SAT-08", "perceived", Falling),
    ("SAT-08", "support", Falling),
    ("SAT-11", "as-of", Falling),
    ("SAT-11", "on", Rising),
    ("VAL-05", "gain", Falling),
    ("VAL-05", "premium", Rising),
    ("VAL-06", "highest", Rising),
    ("VAL-06", "lowest", Rising),
    ("VAL-06", "value", Falling),
    ("VAL-07", "customer-benefit", Falling),
    ("VAL-07", "open", Falling),
    ("VAL-07", "tailored", Rising),
];
