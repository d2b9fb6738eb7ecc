use alloc::boxed::Box;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::loyalty::bond::{self, BondFacts, RecognitionFacts};
use crate::loyalty::foundation::{self, FoundationFacts, Promise};
use crate::loyalty::kinds::{self, LoyaltyEvidence};
use crate::loyalty::lock_in::{self, LockInFacts, SwitchFacts, SwitchingCostItem};
use crate::loyalty::means::{self, ChannelFacts, Claim, RetentionMeans};
use crate::loyalty::patronage::{self, PatronageFacts};
use crate::loyalty::premium::{self, PurchaseVolume};
use crate::loyalty::retention;
use crate::loyalty::risk::{self, AssuranceFacts, PurchaseRisk, ReplacementFactors, RiskWeights};
use crate::loyalty::{self, LoyaltyError, LoyaltyFacts, LoyaltyGiven, LoyaltyPicture};
use crate::oracle::entry::questions;
use crate::oracle::error::AskError;
use crate::verdict::{Assessment, Presence, Verdict};
use crate::vocab::answers::{LoyaltyPattern, SwitchOutcome};
use crate::vocab::known::Known;
use crate::vocab::money::{FractionalMoney, Money};
use crate::vocab::words::Bond;

questions! {
    LoyaltyError;

    /// Assesses the loyalty of a customer, part by part.
    "loyalty.assess" => Assess {
        facts: Box<LoyaltyFacts>,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        finds LoyaltyPicture, fails AskError::LoyaltyFacts,
        within "facts", |policy| loyalty::assess(policy.loyalty(), facts, &LoyaltyGiven::new(*as_of))?;

    /// Assesses the retention of a customer after its first purchase, by its own order cycle.
    "loyalty.retention" => Retention {
        /// The days of purchase, in any order.
        purchases: Vec<NaiveDate>,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        finds Assessment<retention::Retention>, |policy| retention::retention(policy.loyalty(), purchases, *as_of);

    /// Assesses the kinds of loyalty, each by its own evidence.
    "loyalty.kinds" => Kinds {
        evidence: Vec<LoyaltyEvidence>,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        finds Assessment<kinds::LoyaltyKinds>, |policy| kinds::kinds(policy.loyalty(), evidence, *as_of);

    /// Assesses which sides see a relationship, and whether they see the same one.
    "loyalty.recognition" => Recognition {
        facts: RecognitionFacts,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        finds Assessment<bond::Recognition>, |policy| bond::recognition(policy.loyalty(), facts, *as_of);

    /// Adds up the one-off costs of moving to another supplier.
    "loyalty.switching_cost" => SwitchingCost { items: Vec<SwitchingCostItem> }
        finds Assessment<lock_in::SwitchingCost>, at "items", |_| lock_in::switching_cost(items)?;

    /// Assesses whether a customer that stays is locked in.
    "loyalty.switch_test" => SwitchTest { facts: SwitchFacts }
        finds Assessment<SwitchOutcome>, at "facts", |_| lock_in::switch_test(facts)?;

    /// Assesses whether a customer is held, and by which instruments and costs.
    "loyalty.lock_in" => LockIn {
        facts: LockInFacts,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        finds Assessment<lock_in::LockIn>, at "facts", |policy| lock_in::lock_in(policy.loyalty(), facts, *as_of)?;

    /// Assesses whether a relationship is genuine or locked in.
    "loyalty.bond" => Bond { facts: BondFacts }
        finds Assessment<Bond>, |_| bond::bond(facts);

    /// Assesses the pattern of attachment and repeat purchase in which a customer stands.
    "loyalty.pattern" or "loyalty.cell" => Pattern { facts: BondFacts }
        finds Assessment<LoyaltyPattern>, |_| bond::pattern(facts);

    /// Assesses whether a customer that keeps buying is happy to stay, indifferent or helpless.
    "loyalty.reason_to_stay" or "loyalty.staying" => ReasonToStay { facts: BondFacts }
        finds Assessment<bond::ReasonToStay>, |_| bond::reason_to_stay(facts);

    /// Returns the highest premium per unit that a customer bears.
    "loyalty.tolerated_premium" => ToleratedPremium { cost: Money, volume: PurchaseVolume }
        tells FractionalMoney, at "cost", |_| premium::tolerated_premium(*cost, volume)?;

    /// Assesses the premium that a customer bears, and whether a premium per unit keeps to it.
    "loyalty.price_gap" => PriceGap {
        premium: Money,
        /// The cost of switching to another supplier.
        #[serde(default)] cost: Known<Money>,
        volume: PurchaseVolume,
    }
        finds Assessment<premium::PriceGap>, by of_price_gap, |_| premium::price_gap(*premium, *cost, volume)?;

    /// Assesses the risks of a purchase, for the customer organization and for the person who
    /// decides.
    "loyalty.purchase_risks" => PurchaseRisks {
        risks: Vec<PurchaseRisk>,
        /// The weight of each kind of risk.
        #[serde(default)] weights: Known<RiskWeights>,
        /// The presence of a brand of ours that is strong in the customer's eyes.
        #[serde(default)] brand: Known<Presence>,
    }
        finds Assessment<risk::RiskRegister>,
        at "risks", |policy| risk::purchase_risks(policy.loyalty(), risks, *weights, *brand)?;

    /// Assesses the risk that the customer sees in replacing us.
    "loyalty.replacement_risk" => ReplacementRisk { factors: ReplacementFactors }
        finds Assessment<risk::ReplacementRisk>, |_| risk::replacement_risk(factors);

    /// Assesses which of the five assets give the customer a sense of security.
    "loyalty.assurance" => Assurance { facts: AssuranceFacts }
        finds Assessment<risk::Assurance>, |_| risk::assurance(facts);

    /// Returns the worth of another supplier's offer to the customer.
    "loyalty.risk_adjusted_benefit" => RiskAdjustedBenefit {
        benefit: Money,
        /// The cost of the risk that the purchase takes.
        #[serde(default)] risk_cost: Known<Money>,
    }
        finds Assessment<Money>, at "risk-cost", |_| risk::risk_adjusted_benefit(*benefit, *risk_cost)?;

    /// Judges whether a customer may be kept by these means.
    "loyalty.judge_means" or "loyalty.judge_instruments" => JudgeMeans {
        mix: RetentionMeans,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        finds Verdict, |policy| means::judge_means(policy.loyalty(), mix, *as_of);

    /// Assesses the promises to the customer: those kept in time, of those due.
    "loyalty.promise_keeping" => PromiseKeeping {
        promises: Vec<Promise>,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        finds Assessment<foundation::PromiseKeeping>,
        at "promises", |policy| foundation::promise_keeping(policy.loyalty(), promises, *as_of)?;

    /// Assesses the foundations of a relationship and the view of the investment in it.
    "loyalty.foundations" => Foundations {
        facts: FoundationFacts,
        /// The evidence of loyalty, of which the words of trust count.
        #[serde(default)] evidence: Vec<LoyaltyEvidence>,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        finds Assessment<foundation::Foundations>,
        at "facts", |policy| foundation::foundations(policy.loyalty(), facts, evidence, *as_of)?;

    /// Assesses the reasons for which a customer buys from us.
    "loyalty.patronage" => Patronage {
        facts: PatronageFacts,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        finds Assessment<patronage::Patronage>, |policy| patronage::patronage(policy.loyalty(), facts, *as_of);

    /// Judges whether loyalty may be claimed on these grounds, beside the customer's own word.
    "loyalty.judge_claim" => JudgeClaim {
        claim: Claim,
        /// The evidence of loyalty, of which the customer's own word counts.
        #[serde(default)] evidence: Vec<LoyaltyEvidence>,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        finds Verdict, |policy| means::judge_claim(policy.loyalty(), claim, evidence, *as_of);

    /// Judges whether a channel leaves room for a relationship.
    "loyalty.judge_channel" => JudgeChannel { facts: ChannelFacts }
        finds Verdict, |_| means::judge_channel(facts);
}

/// Returns the argument of a price gap that an error is about.
fn of_price_gap(error: &AskError) -> &'static str {
    match error {
        AskError::Loyalty(LoyaltyError::ToleratedPremium(
            premium::ToleratedPremiumError::NegativeCost { .. },
        )) => "cost",
        _ => "premium",
    }
}
