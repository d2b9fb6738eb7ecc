//! Loyalty: is this customer loyal, or only staying, and by whose word? (客户忠诚：真诚还是被锁定).
//!
//! ```text
//! days of purchase          -> retention      -> Retention       how far it kept buying, by its own cycle
//! evidence                  -> kinds          -> LoyaltyKinds    behaviour, mind, feeling: each from its own signs
//! both sides' views         -> recognition    -> Recognition     who sees a relationship
//! instruments, costs, gain  -> lock_in        -> LockIn          what holds it whether it likes us or not
//!
//! kinds + recognition       ─┬> bond           -> Bond            genuine, mixed, locked in, none
//! lock-in + satisfaction    ─┼> pattern        -> LoyaltyPattern  loyal, latent, spurious, none
//!                            └> reason_to_stay -> ReasonToStay    happy, indifferent, helpless
//!
//! all of it                 -> assess         -> LoyaltyPicture  every part at once
//! ```
//!
//! Beside these stand the questions about the means, each with its own verdict:
//!
//! ```text
//! cost + PurchaseVolume          -> tolerated_premium     -> FractionalMoney  what leaving costs, per unit (SWC)
//! premium + cost + volume        -> price_gap             -> PriceGap         is the premium borne?
//! PurchaseRisks + RiskWeights    -> purchase_risks        -> RiskRegister     what the customer risks
//! ReplacementFactors             -> replacement_risk      -> ReplacementRisk  does replacing us look risky?
//! AssuranceFacts                 -> assurance             -> Assurance        what makes it feel secure
//! benefit + cost of risk         -> risk_adjusted_benefit -> Money            what moving is worth
//! SwitchingCostItems             -> switching_cost        -> SwitchingCost    lock-in and attachment, apart
//! SwitchFacts                    -> switch_test           -> SwitchOutcome    would it leave if it could?
//! RetentionMeans                 -> judge_means           -> Verdict          may it be kept by these means? (LOY)
//! Promises                       -> promise_keeping       -> PromiseKeeping   are promises kept?
//! FoundationFacts + evidence     -> foundations           -> Foundations      what the relationship stands on (GEN)
//! PatronageFacts                 -> patronage             -> Patronage        for the price or for the feeling?
//! Claim + evidence               -> judge_claim           -> Verdict          may loyalty be claimed on this?
//! ChannelFacts                   -> judge_channel         -> Verdict          is missing contact made up for?
//! ```
//!
//! Three principles hold throughout.
//!
//! **Only the customer can say what it feels.** A sign of behaviour shows behaviour. Retention,
//! revenue, satisfaction and observed clicks make no feeling (GEN-02, GEN-05, GEN-19, LOY-05).
//! Neither do the beliefs of our own people (GEN-04). A fact that nobody asked about stays unknown,
//! and the answer names the person to ask and the question.
//!
//! **A word has a speaker, a scale and a day.** People of one customer may differ, and nobody's voice
//! is lost in a mean. A word counts for the days that the policy names. One that has expired is
//! missing, and opens nothing.
//!
//! **A tie that holds a customer makes no relationship.** Contracts, points and the cost of leaving
//! count as lock-in and never as relationship (GEN-06). So attachment and lock-in are judged apart,
//! and the bond is judged by both (GEN-01).
//!
//! # Examples
//!
//! A customer has bought in every one of its last twelve order cycles. It is held by a contract.
//! Its loyalty is unknown until it is asked.
//!
//! ```
//! use keqing::loyalty::{LoyaltyFacts, LoyaltyGiven, LoyaltyPolicy, assess};
//! use keqing::loyalty::kinds::{LoyaltyEvidence, LoyaltySign};
//! use keqing::loyalty::lock_in::LockInLevel;
//! use keqing::vocab::known::{Grade, Stated};
//! use keqing::vocab::share::Share;
//! use keqing::vocab::words::{Bond, Instrument, Rating};
//!
//! let on = chrono::NaiveDate::from_ymd_opt(2024, 12, 31).ok_or("no such date")?;
//! let mut facts = LoyaltyFacts::default();
//! let (grade, sign) = (Grade::Measured, LoyaltySign::Retention(Share::new(12, 12)?));
//! facts.evidence.push(LoyaltyEvidence::new(on, grade, sign));
//! facts.lock_in.instruments = Stated::measured(Instrument::Contract.into());
//!
//! let policy = LoyaltyPolicy::standard();
//! let found = assess(&policy, &facts, &LoyaltyGiven::new(on))?;
//! assert_eq!(found.bond.value(), None);
//! assert_eq!(found.lock_in.value().map(|held| held.level), Some(LockInLevel::High));
//!
//! let (grade, sign) = (Grade::CustomerStated, LoyaltySign::Evaluation(Rating::new(3)?.into()));
//! facts.evidence.push(LoyaltyEvidence::new(on, grade, sign));
//! assert_eq!(assess(&policy, &facts, &LoyaltyGiven::new(on))?.bond.value(), Some(&Bond::LockedIn));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod assess;
pub mod bond;
pub mod cards;
mod counted;
mod current;
mod day;
mod error;
mod facts;
pub mod foundation;
pub mod kinds;
pub mod lock_in;
pub mod means;
pub mod patronage;
mod policy;
pub mod premium;
pub mod retention;
pub mod risk;
pub mod words;

pub(crate) use assess::assess_boxed;
pub use assess::{LoyaltyPicture, assess};
pub use error::LoyaltyError;
pub use facts::{LoyaltyFacts, LoyaltyGiven};
pub use policy::{LoyaltyPolicy, LoyaltyPolicyError, LoyaltySeverities, WiderScales};

use crate::verdict::RuleCard;

/// Every card of the system, file by file, in the order of the rulebook.
pub static CARDS: &[&[&RuleCard]] = &[
    cards::genuine::CARDS,
    cards::loyalty::CARDS,
    cards::switching::CARDS,
];
