use alloc::string::String;

use thiserror::Error;

use crate::history::ReplayError;
use crate::lifecycle::FactsError;
use crate::lifecycle::moves::EvolveError;
use crate::lifecycle::wallet::EstimateShareError;
use crate::loyalty::LoyaltyError;
use crate::loyalty::foundation::PromiseError;
use crate::loyalty::kinds::LoyaltyEvidenceError;
use crate::loyalty::lock_in::{LockInError, SwitchTestError, SwitchingCostError};
use crate::loyalty::premium::ToleratedPremiumError;
use crate::loyalty::retention::RetentionError;
use crate::loyalty::risk::{PurchaseRiskError, RiskCostError};
use crate::oracle::question::Question;
use crate::party::alignment::InvestmentError;
use crate::party::continuity::DepartureError;
use crate::party::feeling::ObservationError;
use crate::party::people::PeopleError;
use crate::party::trust::TrustError;
use crate::receivable::aging::AgingError;
use crate::receivable::allocation::AllocationError;
use crate::receivable::completeness::PolicyItem;
use crate::receivable::credit::CreditError;
use crate::receivable::discount::DiscountError;
use crate::receivable::dunning::DunningError;
use crate::receivable::effect::PaymentEffectError;
use crate::receivable::enforcement::PolicyRecordError;
use crate::receivable::habit::PaymentHabitError;
use crate::receivable::instalment::InstalmentError;
use crate::receivable::interest::InterestError;
use crate::receivable::settlement::SettlementError;
use crate::receivable::statement::StatementError;
use crate::receivable::term::TermError;
use crate::receivable::waiver::WaiverError;
use crate::review::ReviewError;
use crate::satisfaction::SatisfactionError;
use crate::satisfaction::expectation::{ExpectationError, RatchetError};
use crate::satisfaction::measurement::{CompareError, DriverRatingError, MeasurementError};
use crate::satisfaction::needs::PersonNeedsError;
use crate::satisfaction::value::{FitError, PremiumError, PropositionError, ValueRankingError};

/// The error of a question that has no answer: its values cannot be.
///
/// A refusal is an answer and never this.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum AskError {
    /// Facts of the lifecycle that cannot be.
    #[error(transparent)]
    Facts(#[from] FactsError),
    /// Ranks that cannot be.
    #[error(transparent)]
    EstimateShare(#[from] EstimateShareError),
    /// An event that does not fit.
    #[error(transparent)]
    Evolve(#[from] EvolveError),
    /// Observations of mood that cannot be.
    #[error(transparent)]
    Observation(#[from] ObservationError),
    /// Trust of people who are no party.
    #[error(transparent)]
    Trust(#[from] TrustError),
    /// An investment that cannot be.
    #[error(transparent)]
    Investment(#[from] InvestmentError),
    /// A departure that cannot be.
    #[error(transparent)]
    Departure(#[from] DepartureError),
    /// Facts about people that cannot be.
    #[error(transparent)]
    People(#[from] PeopleError),
    /// Measurements of satisfaction that cannot be.
    #[error(transparent)]
    Measurement(#[from] MeasurementError),
    /// Measurements that say nothing about each other.
    #[error(transparent)]
    Compare(#[from] CompareError),
    /// Ratings of drivers that do not belong together.
    #[error(transparent)]
    DriverRating(#[from] DriverRatingError),
    /// Needs of a person that are told twice.
    #[error(transparent)]
    PersonNeeds(#[from] PersonNeedsError),
    /// Expectations that cannot be.
    #[error(transparent)]
    Expectation(#[from] ExpectationError),
    /// Experiences that cannot be.
    #[error(transparent)]
    Ratchet(#[from] RatchetError),
    /// Judgements of value that do not belong together.
    #[error(transparent)]
    ValueRanking(#[from] ValueRankingError),
    /// Scores that do not go with the criteria.
    #[error(transparent)]
    Fit(#[from] FitError),
    /// Requirements that are named twice.
    #[error(transparent)]
    Proposition(#[from] PropositionError),
    /// A premium that cannot be.
    #[error(transparent)]
    Premium(#[from] PremiumError),
    /// Facts about satisfaction and value that cannot be.
    #[error(transparent)]
    Satisfaction(#[from] SatisfactionError),
    /// Facts about loyalty that cannot be.
    #[error(transparent)]
    Loyalty(#[from] LoyaltyError),
    /// Purchases that cannot be.
    #[error(transparent)]
    Retention(#[from] RetentionError),
    /// Evidence of loyalty that cannot be.
    #[error(transparent)]
    LoyaltyEvidence(#[from] LoyaltyEvidenceError),
    /// Costs of switching that cannot be.
    #[error(transparent)]
    SwitchingCost(#[from] SwitchingCostError),
    /// A switch test that cannot be made.
    #[error(transparent)]
    SwitchTest(#[from] SwitchTestError),
    /// A premium that cannot be told.
    #[error(transparent)]
    ToleratedPremium(#[from] ToleratedPremiumError),
    /// Purchase risks that cannot be.
    #[error(transparent)]
    PurchaseRisk(#[from] PurchaseRiskError),
    /// A cost of risk that cannot be.
    #[error(transparent)]
    RiskCost(#[from] RiskCostError),
    /// Promises that cannot be.
    #[error(transparent)]
    Promise(#[from] PromiseError),
    /// Facts about lock-in that cannot be.
    #[error(transparent)]
    LockIn(#[from] LockInError),
    /// A dossier that cannot be.
    #[error(transparent)]
    Review(#[from] ReviewError),
    /// A history that cannot have been.
    #[error(transparent)]
    Replay(#[from] ReplayError),
    /// A due date that cannot be told.
    #[error(transparent)]
    Term(#[from] TermError),
    /// Instalments that do not make the total.
    #[error(transparent)]
    Instalment(#[from] InstalmentError),
    /// A discount that cannot be told.
    #[error(transparent)]
    Discount(#[from] DiscountError),
    /// Interest that cannot be told.
    #[error(transparent)]
    Interest(#[from] InterestError),
    /// A payment whose effect cannot be told.
    #[error(transparent)]
    PaymentEffect(#[from] PaymentEffectError),
    /// A settlement that cannot be.
    #[error(transparent)]
    Settlement(#[from] SettlementError),
    /// A payment that cannot be allocated.
    #[error(transparent)]
    Allocation(#[from] AllocationError),
    /// Items that cannot be aged.
    #[error(transparent)]
    Aging(#[from] AgingError),
    /// Dunning facts that cannot be.
    #[error(transparent)]
    Dunning(#[from] DunningError),
    /// A request for credit that cannot be.
    #[error(transparent)]
    Credit(#[from] CreditError),
    /// A waiver that cannot be.
    #[error(transparent)]
    Waiver(#[from] WaiverError),
    /// A record of the policy that cannot be.
    #[error(transparent)]
    PolicyRecord(#[from] PolicyRecordError),
    /// A payment history that cannot be.
    #[error(transparent)]
    PaymentHabit(#[from] PaymentHabitError),
    /// An account that cannot be.
    #[error(transparent)]
    Statement(#[from] StatementError),
    /// The policy sets nothing for an item that the question is about.
    #[error("the policy sets no `{}`, expected one that is set", item.fact())]
    Unsettled {
        /// The item.
        item: PolicyItem,
    },
    /// A rule that this version has no card for.
    #[error("this version has no card for rule {given}")]
    UnknownRule {
        /// The rule that was asked for.
        given: crate::verdict::RuleId,
    },
}

impl AskError {
    /// Returns a stable code for machines, in kebab case.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Facts(_) => "impossible-facts",
            Self::EstimateShare(_) => "impossible-ranks",
            Self::Evolve(_) => "event-out-of-sequence",
            Self::Observation(_) => "impossible-observation",
            Self::Trust(_) => "impossible-trust",
            Self::Investment(_) => "impossible-investment",
            Self::Departure(_) => "impossible-departure",
            Self::People(_) => "impossible-people",
            Self::Measurement(_) => "impossible-measurement",
            Self::Compare(_) => "incomparable-measurements",
            Self::DriverRating(_) => "impossible-driver-ratings",
            Self::PersonNeeds(_) => "impossible-needs",
            Self::Expectation(_) => "impossible-expectation",
            Self::Ratchet(_) => "impossible-experiences",
            Self::ValueRanking(_) => "incomparable-values",
            Self::Fit(_) => "impossible-scores",
            Self::Proposition(_) => "impossible-requirements",
            Self::Premium(_) => "impossible-premium",
            Self::Satisfaction(_) => "impossible-satisfaction-facts",
            Self::Loyalty(_) => "impossible-loyalty-facts",
            Self::Retention(_) => "impossible-purchases",
            Self::LoyaltyEvidence(_) => "impossible-evidence",
            Self::SwitchingCost(_) => "impossible-switching-cost",
            Self::SwitchTest(_) => "impossible-switch-test",
            Self::ToleratedPremium(_) => "impossible-tolerated-premium",
            Self::PurchaseRisk(_) => "impossible-purchase-risks",
            Self::RiskCost(_) => "impossible-risk-cost",
            Self::Promise(_) => "impossible-promises",
            Self::LockIn(_) => "impossible-lock-in-facts",
            Self::Review(_) => "impossible-dossier",
            Self::Replay(_) => "impossible-history",
            Self::Term(_) => "impossible-term",
            Self::Instalment(_) => "impossible-instalments",
            Self::Discount(_) => "impossible-discount",
            Self::Interest(_) => "impossible-interest",
            Self::PaymentEffect(_) => "impossible-payment",
            Self::Settlement(_) => "impossible-settlement",
            Self::Allocation(_) => "impossible-allocation",
            Self::Aging(_) => "impossible-items",
            Self::Dunning(_) => "impossible-dunning-facts",
            Self::Credit(_) => "impossible-credit-request",
            Self::Waiver(_) => "impossible-waiver",
            Self::PolicyRecord(_) => "impossible-record",
            Self::PaymentHabit(_) => "impossible-payment-history",
            Self::Statement(_) => "impossible-account",
            Self::Unsettled { .. } => "unsettled-item",
            Self::UnknownRule { .. } => "unknown-rule",
        }
    }
}

/// The error of a question that this version does not know.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[error("unknown question `{given}`, expected one of: {}", Question::NAMES.join(", "))]
pub struct UnknownQuestion {
    pub(super) given: String,
}
