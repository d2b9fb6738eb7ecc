//! The surface of charges: words, values that are copied, and those that own a list.

use std::fmt::Debug;
use std::panic::{RefUnwindSafe, UnwindSafe};

use keqing::receivable;
use serde::{Deserialize, Serialize};

/// Words of charges.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
struct ChargeWords(receivable::charge::CapScope, receivable::charge::ChargeKind);

/// Values of charges that are copied.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct ChargeValues(
    receivable::charge::ChargeCap,
    receivable::charge::ChargeRate,
    receivable::charge::ChargeRow,
    receivable::charge::DailyCharge,
    receivable::charge::LateCharge,
    receivable::charge::ReminderFee,
);

/// Values of charges that own a list.
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct ChargeLists(
    receivable::charge::ChargePolicy,
    receivable::charge::LateCharges,
);

#[test]
fn charges_go_to_every_thread() {
    fn free<T: Debug + Send + Sync + Unpin + UnwindSafe + RefUnwindSafe>() {}
    free::<ChargeWords>();
    free::<ChargeValues>();
    free::<ChargeLists>();
}
