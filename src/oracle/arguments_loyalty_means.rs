use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::loyalty::{
    AssuranceFacts, ChannelFacts, Claim, FoundationFacts, InstrumentMix, PatronageFacts, Promise,
    PurchaseRisk, PurchaseVolume, ReplacementFactors, RiskWeights,
};
use crate::oracle::arguments::arguments;
use crate::vocab::{Known, Money};

arguments! {
    /// Arguments of [`loyalty::tolerated_premium`](crate::loyalty::tolerated_premium).
    ToleratedPremiumArguments {
        cost: Money,
        volume: PurchaseVolume,
    }

    /// Arguments of [`loyalty::price_gap`](crate::loyalty::price_gap).
    PriceGapArguments {
        premium: Money,
        #[serde(default)]
        cost: Known<Money>,
        volume: PurchaseVolume,
    }

    /// Arguments of [`loyalty::purchase_risks`](crate::loyalty::purchase_risks).
    PurchaseRisksArguments {
        risks: Vec<PurchaseRisk>,
        #[serde(default)]
        weights: Known<RiskWeights>,
    }

    /// Arguments of [`loyalty::replacement_risk`](crate::loyalty::replacement_risk).
    ReplacementRiskArguments {
        factors: ReplacementFactors,
    }

    /// Arguments of [`loyalty::assurance`](crate::loyalty::assurance()).
    AssuranceArguments {
        facts: AssuranceFacts,
    }

    /// Arguments of [`loyalty::risk_adjusted_benefit`](crate::loyalty::risk_adjusted_benefit).
    RiskAdjustedBenefitArguments {
        benefit: Money,
        #[serde(default)]
        risk_cost: Known<Money>,
    }

    /// Arguments of [`loyalty::judge_instruments`](crate::loyalty::judge_instruments).
    InstrumentsArguments {
        mix: InstrumentMix,
    }

    /// Arguments of [`loyalty::promise_keeping`](crate::loyalty::promise_keeping).
    PromiseKeepingArguments {
        promises: Vec<Promise>,
        as_of: NaiveDate,
    }

    /// Arguments of [`loyalty::foundations`](crate::loyalty::foundations()).
    FoundationsArguments {
        facts: FoundationFacts,
        as_of: NaiveDate,
    }

    /// Arguments of [`loyalty::patronage`](crate::loyalty::patronage()).
    PatronageArguments {
        facts: PatronageFacts,
    }

    /// Arguments of [`loyalty::judge_claim`](crate::loyalty::judge_claim).
    ClaimArguments {
        claim: Claim,
    }

    /// Arguments of [`loyalty::judge_channel`](crate::loyalty::judge_channel).
    ChannelArguments {
        facts: ChannelFacts,
    }
}
