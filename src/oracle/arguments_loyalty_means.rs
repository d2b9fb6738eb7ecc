use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::loyalty::foundation::{FoundationFacts, Promise};
use crate::loyalty::means::{ChannelFacts, Claim, RetentionMeans};
use crate::loyalty::patronage::PatronageFacts;
use crate::loyalty::premium::PurchaseVolume;
use crate::loyalty::risk::{AssuranceFacts, PurchaseRisk, ReplacementFactors, RiskWeights};
use crate::oracle::arguments::arguments;
use crate::vocab::known::Known;
use crate::vocab::money::Money;

arguments! {
    /// Arguments of [`loyalty::tolerated_premium`](crate::loyalty::premium::tolerated_premium).
    ToleratedPremiumArguments {
        cost: Money,
        volume: PurchaseVolume,
    }

    /// Arguments of [`loyalty::price_gap`](crate::loyalty::premium::price_gap).
    PriceGapArguments {
        premium: Money,
        #[serde(default)]
        cost: Known<Money>,
        volume: PurchaseVolume,
    }

    /// Arguments of [`loyalty::purchase_risks`](crate::loyalty::risk::purchase_risks).
    PurchaseRisksArguments {
        risks: Vec<PurchaseRisk>,
        #[serde(default)]
        weights: Known<RiskWeights>,
    }

    /// Arguments of [`loyalty::replacement_risk`](crate::loyalty::risk::replacement_risk).
    ReplacementRiskArguments {
        factors: ReplacementFactors,
    }

    /// Arguments of [`loyalty::assurance`](crate::loyalty::risk::assurance()).
    AssuranceArguments {
        facts: AssuranceFacts,
    }

    /// Arguments of [`loyalty::risk_adjusted_benefit`](crate::loyalty::risk::risk_adjusted_benefit).
    RiskAdjustedBenefitArguments {
        benefit: Money,
        #[serde(default)]
        risk_cost: Known<Money>,
    }

    /// Arguments of [`loyalty::judge_means`](crate::loyalty::means::judge_means).
    InstrumentsArguments {
        mix: RetentionMeans,
    }

    /// Arguments of [`loyalty::promise_keeping`](crate::loyalty::foundation::promise_keeping).
    PromiseKeepingArguments {
        promises: Vec<Promise>,
        as_of: NaiveDate,
    }

    /// Arguments of [`loyalty::foundations`](crate::loyalty::foundation::foundations()).
    FoundationsArguments {
        facts: FoundationFacts,
        as_of: NaiveDate,
    }

    /// Arguments of [`loyalty::patronage`](crate::loyalty::patronage::patronage()).
    PatronageArguments {
        facts: PatronageFacts,
    }

    /// Arguments of [`loyalty::judge_claim`](crate::loyalty::means::judge_claim).
    ClaimArguments {
        claim: Claim,
    }

    /// Arguments of [`loyalty::judge_channel`](crate::loyalty::means::judge_channel).
    ChannelArguments {
        facts: ChannelFacts,
    }
}
