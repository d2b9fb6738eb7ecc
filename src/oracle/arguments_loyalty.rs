use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::loyalty::LoyaltyFacts;
use crate::loyalty::bond::{BondFacts, ReasonToStayFacts, RecognitionFacts};
use crate::loyalty::kinds::{LoyaltyEvidence, LoyaltyKinds};
use crate::loyalty::lock_in::{LockInFacts, SwitchFacts, SwitchingCostItem};
use crate::oracle::arguments::arguments;

arguments! {
    /// Arguments of [`loyalty::assess`](crate::loyalty::assess).
    LoyaltyArguments {
        facts: LoyaltyFacts,
        as_of: NaiveDate,
    }

    /// Arguments of [`loyalty::retention`](crate::loyalty::retention::retention).
    RetentionArguments {
        purchases: Vec<NaiveDate>,
        as_of: NaiveDate,
    }

    /// Arguments of [`loyalty::kinds`](crate::loyalty::kinds::kinds).
    KindsArguments {
        evidence: Vec<LoyaltyEvidence>,
        as_of: NaiveDate,
    }

    /// Arguments of [`loyalty::recognition`](crate::loyalty::bond::recognition).
    RecognitionArguments {
        facts: RecognitionFacts,
    }

    /// Arguments of [`loyalty::switching_cost`](crate::loyalty::lock_in::switching_cost).
    SwitchingCostArguments {
        items: Vec<SwitchingCostItem>,
    }

    /// Arguments of [`loyalty::switch_test`](crate::loyalty::lock_in::switch_test).
    SwitchTestArguments {
        facts: SwitchFacts,
    }

    /// Arguments of [`loyalty::lock_in`](crate::loyalty::lock_in::lock_in).
    LockInArguments {
        facts: LockInFacts,
    }

    /// Arguments of [`loyalty::bond`](crate::loyalty::bond::bond).
    BondArguments {
        facts: BondFacts,
    }

    /// Arguments of [`loyalty::pattern`](crate::loyalty::bond::pattern).
    PatternArguments {
        kinds: LoyaltyKinds,
    }

    /// Arguments of [`loyalty::reason_to_stay`](crate::loyalty::bond::reason_to_stay).
    ReasonToStayArguments {
        facts: ReasonToStayFacts,
    }
}
