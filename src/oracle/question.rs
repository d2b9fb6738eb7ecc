use alloc::boxed::Box;
use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize};

use crate::history;
use crate::lifecycle;
use crate::lifecycle::moves::{Event, Refusal};
use crate::lifecycle::placement::Placement;
use crate::lifecycle::profile::StageProfile;
use crate::lifecycle::standing::Standing;
use crate::lifecycle::wallet::ShareOfWallet;
use crate::loyalty;
use crate::oracle as given;
use crate::oracle::error::{AskError, UnknownQuestion};
use crate::oracle::explained::HasFindings;
use crate::party;
use crate::policy::Policy;
use crate::receivable;
use crate::receivable::clause::Clause;
use crate::receivable::completeness::PolicyItem;
use crate::review::{self, Review};
use crate::rulebook;
use crate::satisfaction;
use crate::verdict::{Assessment, Finding, RuleCard, Tally, Verdict};
use crate::vocab;
use crate::vocab::known::Known;
use crate::vocab::money::RoundedMoney;
use crate::vocab::share::Share;

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
        Ok(party::action::judge_measure(&asked.measure))
    };
    PartyJudgeAction = "party.judge_action", ActionArguments -> Verdict, |_, asked| {
        Ok(party::action::judge_action(&asked.action))
    };
    PartyFeeling = "party.feeling", FeelingArguments -> Assessment<party::feeling::Feeling>, |policy, asked| {
        Ok(party::feeling::feeling(policy.party().mood(), asked.side, &asked.observations, asked.as_of)?)
    };
    PartyAssessTrust = "party.assess_trust", TrustArguments -> Assessment<party::trust::TrustPicture>, |_, asked| {
        Ok(party::trust::assess_trust(&asked.parties, &asked.people, asked.organizational)?)
    };
    PartyAlignment = "party.alignment", AlignmentArguments -> Assessment<party::alignment::Alignment>, |policy, asked| {
        Ok(party::alignment::alignment(policy.party().alignment(), asked.side, &asked.facts))
    };
    PartyAdvantage = "party.advantage", AdvantageArguments -> Assessment<party::alignment::Advantage>, |policy, asked| {
        Ok(party::alignment::advantage(policy.party().alignment(), &asked.supplier, &asked.customer))
    };
    PartyJudgeInvestment = "party.judge_investment", InvestmentArguments -> Verdict, |policy, asked| {
        Ok(party::alignment::judge_investment(policy.party().alignment(), &asked.own, &asked.investment)?)
    };
    PartyOrganizationCapture = "party.organization_capture", CaptureArguments -> Option<party::alignment::Capture>, |_, asked| {
        Ok(party::alignment::organization_capture(&asked.benefits)?)
    };
    PartyConcentration = "party.concentration", TiesArguments -> Assessment<party::continuity::Concentration>, |policy, asked| {
        Ok(party::continuity::concentration(policy.party().continuity(), &asked.ties))
    };
    PartyDeparture = "party.departure", DepartureArguments -> Assessment<party::continuity::DepartureEffect>, |policy, asked| {
        Ok(party::continuity::departure(policy.party().continuity(), &asked.ties, &asked.departure, asked.as_of)?)
    };
    PartyCoverage = "party.coverage", CoverageArguments -> Assessment<party::continuity::Coverage>, |_, asked| {
        Ok(party::continuity::coverage(&asked.ties, &asked.target))
    };
    PartyJudgeAssignment = "party.judge_assignment", AssignmentArguments -> Verdict, |policy, asked| {
        Ok(party::continuity::judge_assignment(policy.party().continuity(), &asked.assignment))
    };
    PartyPeople = "party.people", PeopleArguments -> Assessment<party::people::PeopleReport>, |policy, asked| {
        Ok(party::people::people(policy.party().people(), &asked.facts)?)
    };
    Satisfaction = "satisfaction.satisfaction", SatisfactionArguments -> Assessment<satisfaction::measurement::Satisfaction>, |policy, asked| {
        Ok(satisfaction::measurement::satisfaction(policy.satisfaction(), &asked.measurements, &asked.context, asked.as_of)?)
    };
    SatisfactionLoyaltySupport = "satisfaction.loyalty_support", LoyaltySupportArguments -> Known<satisfaction::measurement::LoyaltySupport>, |policy, asked| {
        Ok(satisfaction::measurement::loyalty_support(policy.satisfaction(), &asked.measurements, &asked.context))
    };
    SatisfactionCompare = "satisfaction.compare", CompareArguments -> satisfaction::measurement::Comparison, |_, asked| {
        Ok(satisfaction::measurement::compare(&asked.from, &asked.to)?)
    };
    SatisfactionDrivers = "satisfaction.satisfaction_drivers", SatisfactionDriversArguments -> Assessment<satisfaction::measurement::DriverRanking>, |_, asked| {
        Ok(satisfaction::measurement::satisfaction_drivers(&asked.context, &asked.ratings)?)
    };
    SatisfactionNeedLevels = "satisfaction.need_levels", NeedLevelsArguments -> Assessment<satisfaction::needs::NeedLevels>, |policy, asked| {
        Ok(satisfaction::needs::need_levels(policy.satisfaction(), &asked.ratings))
    };
    SatisfactionPsychologicalNeeds = "satisfaction.psychological_needs", PsychologicalNeedsArguments -> Assessment<satisfaction::needs::PsychologicalNeeds>, |_, asked| {
        Ok(satisfaction::needs::psychological_needs(&asked.people)?)
    };
    SatisfactionExpectation = "satisfaction.expectation", ExpectationArguments -> Assessment<satisfaction::expectation::Expectation>, |_, asked| {
        Ok(satisfaction::expectation::expectation(&asked.records, asked.as_of)?)
    };
    SatisfactionRatchet = "satisfaction.ratchet", RatchetArguments -> Assessment<satisfaction::expectation::Ratchet>, |policy, asked| {
        Ok(satisfaction::expectation::ratchet(policy.satisfaction(), asked.start, &asked.experiences)?)
    };
    SatisfactionFeatureTier = "satisfaction.feature_tier", FeatureTierArguments -> Assessment<satisfaction::expectation::FeatureStanding>, |policy, asked| {
        Ok(satisfaction::expectation::feature_tier(policy.satisfaction(), &asked.history))
    };
    SatisfactionOfferAdvantage = "satisfaction.offer_advantage", OfferAdvantageArguments -> Assessment<satisfaction::offer::OfferAdvantage>, |_, asked| {
        Ok(satisfaction::offer::offer_advantage(&asked.attributes))
    };
    SatisfactionJudgeDecision = "satisfaction.judge_decision", JudgeDecisionArguments -> Verdict, |_, asked| {
        Ok(satisfaction::decision::judge_decision(&asked.record))
    };
    SatisfactionDecisionReport = "satisfaction.decision_report", DecisionReportArguments -> Assessment<satisfaction::decision::DecisionReport>, |_, asked| {
        Ok(satisfaction::decision::decision_report(&asked.records))
    };
    SatisfactionRankValues = "satisfaction.rank_values", RankValuesArguments -> Assessment<satisfaction::value::ValueRanking>, |_, asked| {
        Ok(satisfaction::value::rank_values(&asked.judgements)?)
    };
    SatisfactionValueDrivers = "satisfaction.value_drivers", ValueDriversArguments -> Assessment<satisfaction::value::ValueDefinition>, |_, asked| {
        Ok(satisfaction::value::value_drivers(&asked.drivers))
    };
    SatisfactionFit = "satisfaction.fit", FitArguments -> Assessment<satisfaction::value::CriteriaFit>, |_, asked| {
        Ok(satisfaction::value::fit(&asked.criteria, &asked.scores)?)
    };
    SatisfactionProposition = "satisfaction.proposition", PropositionArguments -> Assessment<satisfaction::value::PropositionFit>, |_, asked| {
        Ok(satisfaction::value::proposition(&asked.proposition, &asked.requirements)?)
    };
    SatisfactionJudgePremium = "satisfaction.judge_premium", JudgePremiumArguments -> Verdict, |_, asked| {
        Ok(satisfaction::value::judge_premium(asked.premium, asked.gain)?)
    };
    SatisfactionJudgeContribution = "satisfaction.judge_contribution", JudgeContributionArguments -> Verdict, |_, asked| {
        Ok(satisfaction::value::judge_contribution(&asked.contribution))
    };
    SatisfactionAssess = "satisfaction.assess", AssessSatisfactionArguments -> satisfaction::SatisfactionPicture, |policy, asked| {
        Ok(satisfaction::assess(policy.satisfaction(), &asked.facts, &satisfaction::SatisfactionGiven::new(asked.as_of))?)
    };
    LoyaltyAssess = "loyalty.assess", LoyaltyArguments -> loyalty::LoyaltyPicture, |policy, asked| {
        Ok(loyalty::assess(policy.loyalty(), &asked.facts, &loyalty::LoyaltyGiven::new(asked.as_of))?)
    };
    LoyaltyRetention = "loyalty.retention", RetentionArguments -> Assessment<loyalty::retention::Retention>, |policy, asked| {
        Ok(loyalty::retention::retention(policy.loyalty(), &asked.purchases, asked.as_of)?)
    };
    LoyaltyKinds = "loyalty.kinds", KindsArguments -> Assessment<loyalty::kinds::LoyaltyKinds>, |policy, asked| {
        Ok(loyalty::kinds::kinds(policy.loyalty(), &asked.evidence, asked.as_of)?)
    };
    LoyaltyRecognition = "loyalty.recognition", RecognitionArguments -> Assessment<loyalty::bond::Recognition>, |_, asked| {
        Ok(loyalty::bond::recognition(&asked.facts))
    };
    LoyaltySwitchingCost = "loyalty.switching_cost", SwitchingCostArguments -> Assessment<loyalty::lock_in::SwitchingCost>, |_, asked| {
        Ok(loyalty::lock_in::switching_cost(&asked.items)?)
    };
    LoyaltySwitchTest = "loyalty.switch_test", SwitchTestArguments -> Assessment<loyalty::lock_in::SwitchOutcome>, |_, asked| {
        Ok(loyalty::lock_in::switch_test(&asked.facts)?)
    };
    LoyaltyLockIn = "loyalty.lock_in", LockInArguments -> Assessment<loyalty::lock_in::LockIn>, |_, asked| {
        Ok(loyalty::lock_in::lock_in(&asked.facts)?)
    };
    LoyaltyBond = "loyalty.bond", BondArguments -> Assessment<loyalty::bond::Bond>, |_, asked| {
        Ok(loyalty::bond::bond(&asked.facts))
    };
    LoyaltyPattern = "loyalty.cell", PatternArguments -> Assessment<loyalty::bond::LoyaltyPattern>, |_, asked| {
        Ok(loyalty::bond::pattern(&asked.kinds))
    };
    LoyaltyReasonToStay = "loyalty.staying", ReasonToStayArguments -> Assessment<loyalty::bond::ReasonToStay>, |_, asked| {
        Ok(loyalty::bond::reason_to_stay(&asked.facts))
    };
    LoyaltyToleratedPremium = "loyalty.tolerated_premium", ToleratedPremiumArguments -> vocab::money::FractionalMoney, |_, asked| {
        Ok(loyalty::premium::tolerated_premium(asked.cost, &asked.volume)?)
    };
    LoyaltyPriceGap = "loyalty.price_gap", PriceGapArguments -> Assessment<loyalty::premium::PriceGap>, |_, asked| {
        Ok(loyalty::premium::price_gap(asked.premium, asked.cost, &asked.volume)?)
    };
    LoyaltyPurchaseRisks = "loyalty.purchase_risks", PurchaseRisksArguments -> Assessment<loyalty::risk::RiskRegister>, |policy, asked| {
        Ok(loyalty::risk::purchase_risks(policy.loyalty(), &asked.risks, asked.weights)?)
    };
    LoyaltyReplacementRisk = "loyalty.replacement_risk", ReplacementRiskArguments -> Assessment<loyalty::risk::ReplacementRisk>, |_, asked| {
        Ok(loyalty::risk::replacement_risk(&asked.factors))
    };
    LoyaltyAssurance = "loyalty.assurance", AssuranceArguments -> Assessment<loyalty::risk::Assurance>, |_, asked| {
        Ok(loyalty::risk::assurance(&asked.facts))
    };
    LoyaltyRiskAdjustedBenefit = "loyalty.risk_adjusted_benefit", RiskAdjustedBenefitArguments -> Assessment<vocab::money::Money>, |_, asked| {
        Ok(loyalty::risk::risk_adjusted_benefit(asked.benefit, asked.risk_cost)?)
    };
    LoyaltyJudgeInstruments = "loyalty.judge_means", InstrumentsArguments -> Verdict, |_, asked| {
        Ok(loyalty::means::judge_means(&asked.mix))
    };
    LoyaltyPromiseKeeping = "loyalty.promise_keeping", PromiseKeepingArguments -> Assessment<loyalty::foundation::PromiseKeeping>, |policy, asked| {
        Ok(loyalty::foundation::promise_keeping(policy.loyalty(), &asked.promises, asked.as_of)?)
    };
    LoyaltyFoundations = "loyalty.foundations", FoundationsArguments -> Assessment<loyalty::foundation::Foundations>, |policy, asked| {
        Ok(loyalty::foundation::foundations(policy.loyalty(), &asked.facts, asked.as_of)?)
    };
    LoyaltyPatronage = "loyalty.patronage", PatronageArguments -> Assessment<loyalty::patronage::Patronage>, |_, asked| {
        Ok(loyalty::patronage::patronage(&asked.facts))
    };
    LoyaltyJudgeClaim = "loyalty.judge_claim", ClaimArguments -> Verdict, |_, asked| {
        Ok(loyalty::means::judge_claim(&asked.claim))
    };
    LoyaltyJudgeChannel = "loyalty.judge_channel", ChannelArguments -> Verdict, |_, asked| {
        Ok(loyalty::means::judge_channel(&asked.facts))
    };
    ReceivableDueDate = "receivable.due_date", DueDateArguments -> NaiveDate, |_, asked| {
        Ok(receivable::term::due_date(&asked.term, &asked.dates, &asked.calendar)?)
    };
    ReceivableInstalments = "receivable.instalments", InstalmentsArguments -> Vec<receivable::instalment::Instalment>, |_, asked| {
        Ok(receivable::instalment::instalments(&asked.plan, &asked.invoice, &asked.dates, &asked.calendar)?)
    };
    ReceivableDiscount = "receivable.discount", DiscountArguments -> receivable::discount::Discount, |policy, asked| {
        let none = receivable::discount::EarlyPayment::none();
        let terms = match policy.receivable().early_payment() {
            Clause::Excluded => &none,
            said => settled(said, PolicyItem::EarlyPayment)?,
        };
        Ok(receivable::discount::discount(terms, &asked.invoice, asked.paid, asked.on, &asked.calendar)?)
    };
    ReceivableWronglyTaken = "receivable.wrongly_taken", WronglyTakenArguments -> Option<receivable::discount::WronglyTaken>, |_, asked| {
        Ok(receivable::discount::wrongly_taken(&asked.discount, asked.claimed)?)
    };
    ReceivableEffectiveAnnualCost = "receivable.effective_annual_cost", EffectiveAnnualCostArguments -> vocab::rate::Rate, |_, asked| {
        Ok(receivable::discount::effective_annual_cost(asked.discount, asked.early_by, asked.places, asked.mode)?)
    };
    ReceivableInterest = "receivable.interest", InterestArguments -> receivable::interest::Interest, |policy, asked| {
        let counted = settled(policy.receivable().interest(), PolicyItem::InterestCalculation)?;
        Ok(receivable::interest::interest(counted, &asked.rate, &asked.debt, asked.as_of)?)
    };
    ReceivablePaymentEffect = "receivable.payment_effect", PaymentEffectArguments -> Assessment<receivable::effect::PaymentEffect>, |policy, asked| {
        Ok(receivable::effect::payment_effect(policy.receivable(), &asked.invoice, asked.paid, asked.on, &asked.calendar)?)
    };
    ReceivablePaidOn = "receivable.paid_on", PaidOnArguments -> receivable::settlement::PaidOn, |policy, asked| {
        let methods = settled(policy.receivable().settlement(), PolicyItem::SettlementMethod)?;
        Ok(receivable::settlement::paid_on(methods, &asked.settlement)?)
    };
    ReceivableAllocate = "receivable.allocate", AllocateArguments -> receivable::allocation::Allocation, |policy, asked| {
        Ok(receivable::allocation::allocate(policy.receivable().allocation(), &asked.debts, &asked.payment)?)
    };
    ReceivableReplayPayments = "receivable.replay_payments", ReplayPaymentsArguments -> receivable::allocation::History, |policy, asked| {
        Ok(receivable::allocation::replay_payments(policy.receivable().allocation(), &asked.debts, &asked.payments)?)
    };
    ReceivableAge = "receivable.age", AgeArguments -> receivable::aging::Aging, |policy, asked| {
        Ok(receivable::aging::age(policy.receivable().aging(), &asked.items, asked.as_of)?)
    };
    ReceivableAverageDaysLate = "receivable.average_days_late", AverageDaysLateArguments -> Option<receivable::aging::FractionalDays>, |_, asked| {
        Ok(receivable::aging::average_days_late(&asked.items, asked.as_of, asked.weight)?)
    };
    ReceivableDaysSalesOutstanding = "receivable.days_sales_outstanding", DaysSalesOutstandingArguments -> receivable::aging::FractionalDays, |_, asked| {
        Ok(receivable::aging::days_sales_outstanding(asked.receivables, asked.credit_sales, asked.period)?)
    };
    ReceivableDun = "receivable.dun", DunArguments -> Assessment<receivable::dunning::Dunning>, |policy, asked| {
        Ok(receivable::dunning::dun(policy.receivable().dunning(), &asked.facts)?)
    };
    ReceivableJudgeCredit = "receivable.judge_credit", CreditArguments -> Verdict, |policy, asked| {
        Ok(receivable::credit::judge_credit(policy.receivable().credit().set(), &asked.request)?)
    };
    ReceivableJudgeWaiver = "receivable.judge_waiver", WaiverArguments -> Verdict, |policy, asked| {
        Ok(receivable::waiver::judge_waiver(policy.receivable().waiver(), &asked.request)?)
    };
    ReceivableCompleteness = "receivable.completeness", CompletenessArguments -> Assessment<receivable::completeness::Completeness>, |policy, _| {
        Ok(receivable::completeness::completeness(policy.receivable()))
    };
    ReceivableEnforcement = "receivable.enforcement", EnforcementArguments -> Assessment<receivable::enforcement::Enforcement>, |policy, asked| {
        Ok(receivable::enforcement::enforcement(policy.receivable().enforcement(), &asked.record)?)
    };
    ReceivableDiscretion = "receivable.discretion", DiscretionArguments -> Assessment<receivable::enforcement::Discretion>, |policy, asked| {
        Ok(receivable::enforcement::discretion(policy.receivable().discretion(), &asked.decisions))
    };
    ReceivablePaymentHabit = "receivable.payment_habit", PaymentHabitArguments -> Assessment<receivable::habit::PaymentHabit>, |policy, asked| {
        Ok(receivable::habit::payment_habit(policy.receivable().habit(), &asked.history)?)
    };
    ReceivableStatement = "receivable.statement", StatementArguments -> receivable::statement::Statement, |policy, asked| {
        Ok(receivable::statement::statement(policy.receivable(), &asked.account, &asked.calendar, asked.as_of)?)
    };
    ReceivableChainedDiscount = "receivable.chained_discount", ChainedDiscountArguments -> Share, |_, asked| {
        Ok(receivable::discount::chained_discount(asked.discounts.iter().copied())?)
    };
    ReceivableReducedTax = "receivable.reduced_tax", ReducedTaxArguments -> RoundedMoney, |_, asked| {
        Ok(receivable::discount::reduced_tax(asked.untaxed, asked.rate, asked.discount, asked.rounding)?)
    };
    ReceivableJoinCharges = "receivable.join_charges", JoinChargesArguments -> Vec<receivable::allocation::Debt>, |_, asked| {
        Ok(receivable::allocation::join_charges(asked.debts.clone(), asked.charges.iter().copied())?)
    };
    ReceivableRegimes = "receivable.regimes", RegimesArguments -> Vec<receivable::regime::Regime>, |_, _| {
        Ok(receivable::regime::regimes().to_vec())
    };
    LifecycleJudge = "lifecycle.judge", MoveArguments -> Verdict, |policy, asked| {
        Ok(lifecycle::judge(policy.lifecycle(), &asked.standing, &asked.facts, asked.proposed)?)
    };
    LifecycleTally = "lifecycle.tally", MoveArguments -> Tally, |policy, asked| {
        Ok(lifecycle::tally(policy.lifecycle(), &asked.standing, &asked.facts, asked.proposed)?)
    };
    LifecycleDecide = "lifecycle.decide", MoveArguments -> Decided, |policy, asked| {
        match lifecycle::moves::decide(policy.lifecycle(), &asked.standing, &asked.facts, asked.proposed) {
            Ok(event) => Ok(Decided { event, refusal: None }),
            Err(Refusal::Refused(verdict)) => Ok(Decided { event: None, refusal: Some(*verdict) }),
            Err(Refusal::Facts(error)) => Err(error.into()),
        }
    };
    LifecycleEvolve = "lifecycle.evolve", EvolveArguments -> Standing, |_, asked| {
        Ok(lifecycle::moves::evolve(&asked.standing, &asked.event)?)
    };
    LifecyclePlace = "lifecycle.place", PlaceArguments -> Assessment<Placement>, |policy, asked| {
        Ok(lifecycle::placement::place(policy.lifecycle(), &asked.standing, &asked.facts, &asked.history)?)
    };
    LifecycleProfile = "lifecycle.profile", ProfileArguments -> StageProfile, |_, asked| {
        Ok(lifecycle::profile::profile(asked.stage))
    };
    LifecycleJudgeStrategy = "lifecycle.judge_strategy", StrategyArguments -> Verdict, |_, asked| {
        Ok(lifecycle::profile::judge_strategy(&asked.standing, &asked.strategy))
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

/// The answer of [`lifecycle::moves::decide`]: the event, or the verdict that refused it.
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
fn settled<T>(provision: &Clause<T>, item: PolicyItem) -> Result<&T, AskError> {
    provision.set().ok_or(AskError::Unsettled { item })
}
