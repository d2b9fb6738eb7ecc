use alloc::boxed::Box;
use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize};

use crate::history;
use crate::lifecycle::{self, Event, Placement, Refusal, ShareOfWallet, StageProfile, Standing};
use crate::loyalty;
use crate::oracle::{self as given, AskError, HasFindings, UnknownQuestion};
use crate::party;
use crate::policy::Policy;
use crate::receivable::{self, PolicyItem, Provision};
use crate::review::{self, Review};
use crate::rulebook;
use crate::satisfaction;
use crate::verdict::{Assessment, Finding, RuleCard, Tally, Verdict};
use crate::vocab::{self, Known, RoundedMoney, Share};

/// Declares the questions: variant, wire name, arguments, the type of the answer, and the call.
macro_rules! questions {
    ($($variant:ident = $name:literal, $arguments:ident -> $answer:ty, |$policy:pat_param, $asked:pat_param| $call:expr;)*) => {
        /// Everything that can be asked (问题): one variant a public function.
        ///
        /// In JSON the name of the question is the field `ask`, beside its arguments.
        #[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
        #[non_exhaustive]
        #[serde(tag = "ask")]
        pub enum Question {
            $(#[doc = concat!("`", $name, "`")] #[serde(rename = $name)] $variant(Box<given::$arguments>),)*
        }

        impl Question {
            /// The names of all questions.
            pub const NAMES: &'static [&'static str] = &[$($name),*];

            /// Reads the arguments of the question of a name.
            ///
            /// # Errors
            ///
            /// The deserializer's own, which names the field at fault, or [`UnknownQuestion`] in its words.
            pub fn read<'de, D: Deserializer<'de>>(name: &str, arguments: D) -> Result<Self, D::Error> {
                match name {
                    $($name => Box::deserialize(arguments).map(Self::$variant),)*
                    _ => Err(serde::de::Error::custom(UnknownQuestion { given: name.into() })),
                }
            }

            /// Returns the name of the question.
            #[must_use]
            pub const fn name(&self) -> &'static str {
                match self { $(Self::$variant(_) => $name,)* }
            }
        }

        /// What a question is answered with (回答).
        ///
        /// In JSON it is the bare value, without a name.
        #[derive(Clone, Debug, PartialEq, Serialize)]
        #[non_exhaustive]
        #[serde(untagged)]
        pub enum Answer {
            $(#[doc = concat!("The answer to `", $name, "`.")] $variant(Box<$answer>),)*
        }

        impl Answer {
            /// Returns the findings behind the answer; none where the answer is no matter of rules.
            #[must_use]
            pub fn findings(&self) -> Vec<&Finding> {
                match self { $(Self::$variant(answer) => HasFindings::findings(answer.as_ref()),)* }
            }
        }

        /// Answers a question under a policy.
        ///
        /// # Errors
        ///
        /// [`AskError`] where the values of the question cannot be.
        pub fn answer(policy: &Policy, question: &Question) -> Result<Answer, AskError> {
            match question {
                $(Question::$variant(arguments) => {
                    let ask = |$policy: &Policy, $asked: &given::$arguments| -> Result<$answer, AskError> { $call };
                    ask(policy, arguments).map(|answer| Answer::$variant(Box::new(answer)))
                })*
            }
        }
    };
}

questions! {
    PartyJudgeMeasure = "party.judge_measure", MeasureArguments -> Verdict, |_, asked| {
        Ok(party::judge_measure(&asked.measure))
    };
    PartyJudgeAction = "party.judge_action", ActionArguments -> Verdict, |_, asked| {
        Ok(party::judge_action(&asked.action))
    };
    PartyFeeling = "party.feeling", FeelingArguments -> Assessment<party::Feeling>, |policy, asked| {
        Ok(party::feeling(policy.party().mood(), asked.side, &asked.observations, asked.as_of)?)
    };
    PartyAssessTrust = "party.assess_trust", TrustArguments -> Assessment<party::TrustPicture>, |_, asked| {
        Ok(party::assess_trust(&asked.parties, &asked.people, asked.organizational)?)
    };
    PartyAlignment = "party.alignment", AlignmentArguments -> Assessment<party::Alignment>, |policy, asked| {
        Ok(party::alignment(policy.party().alignment(), asked.side, &asked.facts))
    };
    PartyAdvantage = "party.advantage", AdvantageArguments -> Assessment<party::Advantage>, |policy, asked| {
        Ok(party::advantage(policy.party().alignment(), &asked.supplier, &asked.customer))
    };
    PartyJudgeInvestment = "party.judge_investment", InvestmentArguments -> Verdict, |policy, asked| {
        Ok(party::judge_investment(policy.party().alignment(), &asked.own, &asked.investment)?)
    };
    PartyOrganizationCapture = "party.organization_capture", CaptureArguments -> Option<party::Capture>, |_, asked| {
        Ok(party::organization_capture(&asked.benefits)?)
    };
    PartyConcentration = "party.concentration", TiesArguments -> Assessment<party::Concentration>, |policy, asked| {
        Ok(party::concentration(policy.party().continuity(), &asked.ties))
    };
    PartyDeparture = "party.departure", DepartureArguments -> Assessment<party::DepartureEffect>, |policy, asked| {
        Ok(party::departure(policy.party().continuity(), &asked.ties, &asked.departure, asked.as_of)?)
    };
    PartyCoverage = "party.coverage", CoverageArguments -> Assessment<party::Coverage>, |_, asked| {
        Ok(party::coverage(&asked.ties, &asked.target))
    };
    PartyJudgeAssignment = "party.judge_assignment", AssignmentArguments -> Verdict, |policy, asked| {
        Ok(party::judge_assignment(policy.party().continuity(), &asked.assignment))
    };
    PartyPeople = "party.people", PeopleArguments -> Assessment<party::PeopleReport>, |policy, asked| {
        Ok(party::people(policy.party().people(), &asked.facts)?)
    };
    Satisfaction = "satisfaction.satisfaction", SatisfactionArguments -> Assessment<satisfaction::Satisfaction>, |policy, asked| {
        Ok(satisfaction::satisfaction(policy.satisfaction(), &asked.measurements, &asked.context, asked.as_of)?)
    };
    SatisfactionLoyaltySupport = "satisfaction.loyalty_support", LoyaltySupportArguments -> Known<satisfaction::LoyaltySupport>, |policy, asked| {
        Ok(satisfaction::loyalty_support(policy.satisfaction(), &asked.measurements, &asked.context))
    };
    SatisfactionCompare = "satisfaction.compare", CompareArguments -> satisfaction::Comparison, |_, asked| {
        Ok(satisfaction::compare(&asked.from, &asked.to)?)
    };
    SatisfactionDrivers = "satisfaction.satisfaction_drivers", SatisfactionDriversArguments -> Assessment<satisfaction::DriverRanking>, |_, asked| {
        Ok(satisfaction::satisfaction_drivers(&asked.context, &asked.ratings)?)
    };
    SatisfactionNeedLevels = "satisfaction.need_levels", NeedLevelsArguments -> Assessment<satisfaction::NeedLevels>, |policy, asked| {
        Ok(satisfaction::need_levels(policy.satisfaction(), &asked.ratings))
    };
    SatisfactionPsychologicalNeeds = "satisfaction.psychological_needs", PsychologicalNeedsArguments -> Assessment<satisfaction::PsychologicalNeeds>, |_, asked| {
        Ok(satisfaction::psychological_needs(&asked.people)?)
    };
    SatisfactionExpectation = "satisfaction.expectation", ExpectationArguments -> Assessment<satisfaction::Expectation>, |_, asked| {
        Ok(satisfaction::expectation(&asked.records, asked.as_of)?)
    };
    SatisfactionRatchet = "satisfaction.ratchet", RatchetArguments -> Assessment<satisfaction::Ratchet>, |policy, asked| {
        Ok(satisfaction::ratchet(policy.satisfaction(), asked.start, &asked.experiences)?)
    };
    SatisfactionFeatureTier = "satisfaction.feature_tier", FeatureTierArguments -> Assessment<satisfaction::FeatureStanding>, |policy, asked| {
        Ok(satisfaction::feature_tier(policy.satisfaction(), &asked.history))
    };
    SatisfactionOfferAdvantage = "satisfaction.offer_advantage", OfferAdvantageArguments -> Assessment<satisfaction::OfferAdvantage>, |_, asked| {
        Ok(satisfaction::offer_advantage(&asked.attributes))
    };
    SatisfactionJudgeDecision = "satisfaction.judge_decision", JudgeDecisionArguments -> Verdict, |_, asked| {
        Ok(satisfaction::judge_decision(&asked.record))
    };
    SatisfactionDecisionReport = "satisfaction.decision_report", DecisionReportArguments -> Assessment<satisfaction::DecisionReport>, |_, asked| {
        Ok(satisfaction::decision_report(&asked.records))
    };
    SatisfactionRankValues = "satisfaction.rank_values", RankValuesArguments -> Assessment<satisfaction::ValueRanking>, |_, asked| {
        Ok(satisfaction::rank_values(&asked.judgements)?)
    };
    SatisfactionValueDrivers = "satisfaction.value_drivers", ValueDriversArguments -> Assessment<satisfaction::ValueDefinition>, |_, asked| {
        Ok(satisfaction::value_drivers(&asked.drivers))
    };
    SatisfactionFit = "satisfaction.fit", FitArguments -> Assessment<satisfaction::CriteriaFit>, |_, asked| {
        Ok(satisfaction::fit(&asked.criteria, &asked.scores)?)
    };
    SatisfactionProposition = "satisfaction.proposition", PropositionArguments -> Assessment<satisfaction::PropositionFit>, |_, asked| {
        Ok(satisfaction::proposition(&asked.proposition, &asked.requirements)?)
    };
    SatisfactionJudgePremium = "satisfaction.judge_premium", JudgePremiumArguments -> Verdict, |_, asked| {
        Ok(satisfaction::judge_premium(asked.premium, asked.gain)?)
    };
    SatisfactionJudgeContribution = "satisfaction.judge_contribution", JudgeContributionArguments -> Verdict, |_, asked| {
        Ok(satisfaction::judge_contribution(&asked.contribution))
    };
    SatisfactionAssess = "satisfaction.assess", AssessSatisfactionArguments -> satisfaction::SatisfactionPicture, |policy, asked| {
        Ok(satisfaction::assess(policy.satisfaction(), &asked.facts, asked.as_of)?)
    };
    LoyaltyAssess = "loyalty.assess", LoyaltyArguments -> loyalty::Loyalty, |policy, asked| {
        Ok(loyalty::assess(policy.loyalty(), &asked.facts, asked.as_of)?)
    };
    LoyaltyRetention = "loyalty.retention", RetentionArguments -> Assessment<loyalty::Retention>, |policy, asked| {
        Ok(loyalty::retention(policy.loyalty(), &asked.purchases, asked.as_of)?)
    };
    LoyaltyKinds = "loyalty.kinds", KindsArguments -> Assessment<loyalty::LoyaltyKinds>, |policy, asked| {
        Ok(loyalty::kinds(policy.loyalty(), &asked.evidence, asked.as_of)?)
    };
    LoyaltyRecognition = "loyalty.recognition", RecognitionArguments -> Assessment<loyalty::Recognition>, |_, asked| {
        Ok(loyalty::recognition(&asked.facts))
    };
    LoyaltySwitchingCost = "loyalty.switching_cost", SwitchingCostArguments -> Assessment<loyalty::SwitchingCost>, |_, asked| {
        Ok(loyalty::switching_cost(&asked.items)?)
    };
    LoyaltySwitchTest = "loyalty.switch_test", SwitchTestArguments -> Assessment<loyalty::SwitchOutcome>, |_, asked| {
        Ok(loyalty::switch_test(&asked.facts)?)
    };
    LoyaltyLockIn = "loyalty.lock_in", LockInArguments -> Assessment<loyalty::LockIn>, |_, asked| {
        Ok(loyalty::lock_in(&asked.facts)?)
    };
    LoyaltyBond = "loyalty.bond", BondArguments -> Assessment<loyalty::Bond>, |_, asked| {
        Ok(loyalty::bond(&asked.facts))
    };
    LoyaltyPattern = "loyalty.cell", PatternArguments -> Assessment<loyalty::LoyaltyPattern>, |_, asked| {
        Ok(loyalty::pattern(&asked.kinds))
    };
    LoyaltyReasonToStay = "loyalty.staying", ReasonToStayArguments -> Assessment<loyalty::ReasonToStay>, |_, asked| {
        Ok(loyalty::reason_to_stay(&asked.facts))
    };
    LoyaltyToleratedPremium = "loyalty.tolerated_premium", ToleratedPremiumArguments -> vocab::FractionalMoney, |_, asked| {
        Ok(loyalty::tolerated_premium(asked.cost, &asked.volume)?)
    };
    LoyaltyPriceGap = "loyalty.price_gap", PriceGapArguments -> Assessment<loyalty::PriceGap>, |_, asked| {
        Ok(loyalty::price_gap(asked.premium, asked.cost, &asked.volume)?)
    };
    LoyaltyPurchaseRisks = "loyalty.purchase_risks", PurchaseRisksArguments -> Assessment<loyalty::RiskRegister>, |policy, asked| {
        Ok(loyalty::purchase_risks(policy.loyalty(), &asked.risks, asked.weights)?)
    };
    LoyaltyReplacementRisk = "loyalty.replacement_risk", ReplacementRiskArguments -> Assessment<loyalty::ReplacementRisk>, |_, asked| {
        Ok(loyalty::replacement_risk(&asked.factors))
    };
    LoyaltyAssurance = "loyalty.assurance", AssuranceArguments -> Assessment<loyalty::Assurance>, |_, asked| {
        Ok(loyalty::assurance(&asked.facts))
    };
    LoyaltyRiskAdjustedBenefit = "loyalty.risk_adjusted_benefit", RiskAdjustedBenefitArguments -> Assessment<vocab::Money>, |_, asked| {
        Ok(loyalty::risk_adjusted_benefit(asked.benefit, asked.risk_cost)?)
    };
    LoyaltyJudgeInstruments = "loyalty.judge_instruments", InstrumentsArguments -> Verdict, |_, asked| {
        Ok(loyalty::judge_instruments(&asked.mix))
    };
    LoyaltyPromiseKeeping = "loyalty.promise_keeping", PromiseKeepingArguments -> Assessment<loyalty::PromiseKeeping>, |policy, asked| {
        Ok(loyalty::promise_keeping(policy.loyalty(), &asked.promises, asked.as_of)?)
    };
    LoyaltyFoundations = "loyalty.foundations", FoundationsArguments -> Assessment<loyalty::Foundations>, |policy, asked| {
        Ok(loyalty::foundations(policy.loyalty(), &asked.facts, asked.as_of)?)
    };
    LoyaltyPatronage = "loyalty.patronage", PatronageArguments -> Assessment<loyalty::Patronage>, |_, asked| {
        Ok(loyalty::patronage(&asked.facts))
    };
    LoyaltyJudgeClaim = "loyalty.judge_claim", ClaimArguments -> Verdict, |_, asked| {
        Ok(loyalty::judge_claim(&asked.claim))
    };
    LoyaltyJudgeChannel = "loyalty.judge_channel", ChannelArguments -> Verdict, |_, asked| {
        Ok(loyalty::judge_channel(&asked.facts))
    };
    ReceivableDueDate = "receivable.due_date", DueDateArguments -> NaiveDate, |_, asked| {
        Ok(receivable::due_date(&asked.term, &asked.dates, &asked.calendar)?)
    };
    ReceivableInstalments = "receivable.instalments", InstalmentsArguments -> Vec<receivable::Instalment>, |_, asked| {
        Ok(receivable::instalments(&asked.plan, &asked.invoice, &asked.dates, &asked.calendar)?)
    };
    ReceivableDiscount = "receivable.discount", DiscountArguments -> receivable::Discount, |policy, asked| {
        let none = receivable::EarlyPayment::none();
        let terms = match policy.receivable().early_payment() {
            Provision::Nothing => &none,
            said => settled(said, PolicyItem::EarlyPayment)?,
        };
        Ok(receivable::discount(terms, &asked.invoice, asked.paid, asked.on, &asked.calendar)?)
    };
    ReceivableWronglyTaken = "receivable.wrongly_taken", WronglyTakenArguments -> Option<receivable::WronglyTaken>, |_, asked| {
        Ok(receivable::wrongly_taken(&asked.discount, asked.claimed)?)
    };
    ReceivableEffectiveAnnualCost = "receivable.effective_annual_cost", EffectiveAnnualCostArguments -> vocab::Rate, |_, asked| {
        Ok(receivable::effective_annual_cost(asked.discount, asked.early_by, asked.places, asked.mode)?)
    };
    ReceivableInterest = "receivable.interest", InterestArguments -> receivable::Interest, |policy, asked| {
        let counted = settled(policy.receivable().interest(), PolicyItem::InterestCalculation)?;
        Ok(receivable::interest(counted, &asked.rate, &asked.debt, asked.as_of)?)
    };
    ReceivablePaymentEffect = "receivable.payment_effect", PaymentEffectArguments -> Assessment<receivable::PaymentEffect>, |policy, asked| {
        Ok(receivable::payment_effect(policy.receivable(), &asked.invoice, asked.paid, asked.on, &asked.calendar)?)
    };
    ReceivablePaidOn = "receivable.paid_on", PaidOnArguments -> receivable::PaidOn, |policy, asked| {
        let methods = settled(policy.receivable().settlement(), PolicyItem::SettlementMethod)?;
        Ok(receivable::paid_on(methods, &asked.settlement)?)
    };
    ReceivableAllocate = "receivable.allocate", AllocateArguments -> receivable::Allocation, |policy, asked| {
        Ok(receivable::allocate(policy.receivable().allocation(), &asked.debts, &asked.payment)?)
    };
    ReceivableReplayPayments = "receivable.replay_payments", ReplayPaymentsArguments -> receivable::AllocationHistory, |policy, asked| {
        Ok(receivable::replay_payments(policy.receivable().allocation(), &asked.debts, &asked.payments)?)
    };
    ReceivableAge = "receivable.age", AgeArguments -> receivable::Aging, |policy, asked| {
        Ok(receivable::age(policy.receivable().aging(), &asked.items, asked.as_of)?)
    };
    ReceivableAverageDaysLate = "receivable.average_days_late", AverageDaysLateArguments -> Option<receivable::FractionalDays>, |_, asked| {
        Ok(receivable::average_days_late(&asked.items, asked.as_of, asked.weight)?)
    };
    ReceivableDaysSalesOutstanding = "receivable.days_sales_outstanding", DaysSalesOutstandingArguments -> receivable::FractionalDays, |_, asked| {
        Ok(receivable::days_sales_outstanding(asked.receivables, asked.credit_sales, asked.period)?)
    };
    ReceivableDun = "receivable.dun", DunArguments -> Assessment<receivable::Dunning>, |policy, asked| {
        Ok(receivable::dun(policy.receivable().dunning(), &asked.facts)?)
    };
    ReceivableJudgeCredit = "receivable.judge_credit", CreditArguments -> Verdict, |policy, asked| {
        Ok(receivable::judge_credit(policy.receivable().credit().set(), &asked.request)?)
    };
    ReceivableJudgeWaiver = "receivable.judge_waiver", WaiverArguments -> Verdict, |policy, asked| {
        Ok(receivable::judge_waiver(policy.receivable().waiver(), &asked.request)?)
    };
    ReceivableCompleteness = "receivable.completeness", CompletenessArguments -> Assessment<receivable::Completeness>, |policy, _| {
        Ok(receivable::completeness(policy.receivable()))
    };
    ReceivableEnforcement = "receivable.enforcement", EnforcementArguments -> Assessment<receivable::Enforcement>, |policy, asked| {
        Ok(receivable::enforcement(policy.receivable().enforcement(), &asked.record)?)
    };
    ReceivableDiscretion = "receivable.discretion", DiscretionArguments -> Assessment<receivable::Discretion>, |policy, asked| {
        Ok(receivable::discretion(policy.receivable().discretion(), &asked.decisions))
    };
    ReceivablePaymentHabit = "receivable.payment_habit", PaymentHabitArguments -> Assessment<receivable::PaymentHabit>, |policy, asked| {
        Ok(receivable::payment_habit(policy.receivable().habit(), &asked.history)?)
    };
    ReceivableStatement = "receivable.statement", StatementArguments -> receivable::Statement, |policy, asked| {
        Ok(receivable::statement(policy.receivable(), &asked.account, &asked.calendar, asked.as_of)?)
    };
    ReceivableChainedDiscount = "receivable.chained_discount", ChainedDiscountArguments -> Share, |_, asked| {
        Ok(receivable::chained_discount(asked.discounts.iter().copied())?)
    };
    ReceivableReducedTax = "receivable.reduced_tax", ReducedTaxArguments -> RoundedMoney, |_, asked| {
        Ok(receivable::reduced_tax(asked.untaxed, asked.rate, asked.discount, asked.rounding)?)
    };
    ReceivableJoinCharges = "receivable.join_charges", JoinChargesArguments -> Vec<receivable::Debt>, |_, asked| {
        Ok(receivable::join_charges(asked.debts.clone(), asked.charges.iter().copied())?)
    };
    ReceivableRegimes = "receivable.regimes", RegimesArguments -> Vec<receivable::Regime>, |_, _| {
        Ok(receivable::regimes().to_vec())
    };
    LifecycleJudge = "lifecycle.judge", MoveArguments -> Verdict, |policy, asked| {
        Ok(lifecycle::judge(policy.lifecycle(), &asked.standing, &asked.facts, asked.proposed)?)
    };
    LifecycleTally = "lifecycle.tally", MoveArguments -> Tally, |policy, asked| {
        Ok(lifecycle::tally(policy.lifecycle(), &asked.standing, &asked.facts, asked.proposed)?)
    };
    LifecycleDecide = "lifecycle.decide", MoveArguments -> Decided, |policy, asked| {
        match lifecycle::decide(policy.lifecycle(), &asked.standing, &asked.facts, asked.proposed) {
            Ok(event) => Ok(Decided { event, refusal: None }),
            Err(Refusal::Refused(verdict)) => Ok(Decided { event: None, refusal: Some(*verdict) }),
            Err(Refusal::Facts(error)) => Err(error.into()),
        }
    };
    LifecycleEvolve = "lifecycle.evolve", EvolveArguments -> Standing, |_, asked| {
        Ok(lifecycle::evolve(&asked.standing, &asked.event)?)
    };
    LifecyclePlace = "lifecycle.place", PlaceArguments -> Assessment<Placement>, |policy, asked| {
        Ok(lifecycle::place(policy.lifecycle(), &asked.standing, &asked.facts, &asked.history)?)
    };
    LifecycleProfile = "lifecycle.profile", ProfileArguments -> StageProfile, |_, asked| {
        Ok(lifecycle::profile(asked.stage))
    };
    LifecycleJudgeStrategy = "lifecycle.judge_strategy", StrategyArguments -> Verdict, |_, asked| {
        Ok(lifecycle::judge_strategy(&asked.standing, &asked.strategy))
    };
    LifecycleEstimateFromRank = "lifecycle.estimate_from_rank", RankArguments -> Known<ShareOfWallet>, |_, asked| {
        Ok(ShareOfWallet::estimate_from_rank(asked.suppliers, asked.better, asked.tied)?)
    };
    ReviewReview = "review.review", ReviewArguments -> Review, |policy, asked| {
        Ok(review::review(policy, &asked.dossier)?)
    };
    HistoryReplay = "history.replay", ReplayArguments -> Standing, |_, asked| {
        Ok(history::replay(&asked.opening, &asked.events)?)
    };
    HistoryAudit = "history.audit", AuditArguments -> Vec<Verdict>, |policy, asked| {
        Ok(history::audit(policy.lifecycle(), &asked.opening, &asked.records)?)
    };
    RulebookCard = "rulebook.card", CardArguments -> RuleCard, |_, asked| {
        rulebook::card(asked.rule).copied().ok_or(AskError::UnknownRule { given: asked.rule })
    };
}

/// The answer of [`lifecycle::decide`]: the event, or the verdict that refused it.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Decided {
    /// What happened; `None` where the move was to stay or was refused.
    pub event: Option<Event>,
    /// Why it was refused, where it was.
    pub refusal: Option<Verdict>,
}

/// Returns what the policy says about an item that the question is about.
fn settled<T>(provision: &Provision<T>, item: PolicyItem) -> Result<&T, AskError> {
    provision.set().ok_or(AskError::Unsettled { item })
}
