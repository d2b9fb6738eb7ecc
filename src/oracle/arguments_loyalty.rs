use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::loyalty::{
    BondFacts, LockInFacts, LoyaltyEvidence, LoyaltyFacts, LoyaltyKinds, ReasonToStayFacts,
    RecognitionFacts, SwitchFacts, SwitchingCostItem,
};
use crate::oracle::arguments::arguments;

arguments! {
    /// Arguments of [`loyalty::assess`](crate::loyalty::assess).
    LoyaltyArguments {
        facts: LoyaltyFacts,
        as_of: NaiveDate,
    }

    /// Arguments of [`loyalty::retention`](crate::loyalty::retention).
    RetentionArguments {
        purchases: Vec<NaiveDate>,
        as_of: NaiveDate,
    }

    /// Arguments of [`loyalty::kinds`](crate::loyalty::kinds).
    KindsArguments {
        evidence: Vec<LoyaltyEvidence>,
        as_of: NaiveDate,
    }

    /// Arguments of [`loyalty::recognition`](crate::loyalty::recognition).
    RecognitionArguments {
        facts: RecognitionFacts,
    }

    /// Arguments of [`loyalty::switching_cost`](crate::loyalty::switching_cost).
    SwitchingCostArguments {
        items: Vec<SwitchingCostItem>,
    }

    /// Arguments of [`loyalty::switch_test`](crate::loyalty::switch_test).
    SwitchTestArguments {
        facts: SwitchFacts,
    }

    /// Arguments of [`loyalty::lock_in`](crate::loyalty::lock_in).
    LockInArguments {
        facts: LockInFacts,
    }

    /// Arguments of [`loyalty::bond`](crate::loyalty::bond).
    BondArguments {
        facts: BondFacts,
    }

    /// Arguments of [`loyalty::pattern`](crate::loyalty::pattern).
    PatternArguments {
        kinds: LoyaltyKinds,
    }

    /// Arguments of [`loyalty::reason_to_stay`](crate::loyalty::reason_to_stay).
    ReasonToStayArguments {
        facts: ReasonToStayFacts,
    }
}
