//! The surface: every public type keeps the promises of its kind, and every public type is listed here.

mod errors;
mod listed;

use std::fmt::Debug;
use std::hash::Hash;
use std::panic::{RefUnwindSafe, UnwindSafe};

use keqing::{
    dossier, history, lifecycle, oracle, party, policy, portfolio, review, rulebook, verdict, vocab,
};
use serde::{Deserialize, Serialize};

/// Words: copied, compared, ordered, hashed, written and read.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
struct Words(
    vocab::Cause,
    vocab::Currency,
    vocab::Days,
    vocab::Department,
    vocab::Grade,
    vocab::Label,
    vocab::Level,
    vocab::Locale,
    vocab::Name<7>,
    vocab::Pair,
    vocab::PairKind,
    vocab::PersonId,
    vocab::Points,
    vocab::Rate,
    vocab::Rating,
    vocab::Role,
    vocab::RoundingMode,
    vocab::Set<vocab::Department>,
    vocab::Share,
    vocab::Side,
    vocab::Stage,
    vocab::TrustLevel,
    verdict::Authority,
    verdict::Decision,
    verdict::Document,
    verdict::Fact,
    verdict::RuleId,
    verdict::RuleKind,
    party::AdvantageReason,
    party::AffectStart,
    party::AlertKind,
    party::AlignmentBasis,
    party::AlignmentKind,
    party::ChainLink,
    party::ConflictState,
    party::CoverageGap,
    party::Direction,
    party::Horizon,
    party::Interest,
    party::LevelSpan,
    party::NeedKind,
    party::OrganizationId,
    party::OrganizationSize,
    party::OwnershipForm,
    party::Person,
    party::Polarity,
    party::Purpose,
    party::Reliance,
    party::Responsibility,
    party::Scope,
    party::Stake,
    lifecycle::Boundary,
    lifecycle::Driver,
    lifecycle::Flag,
    lifecycle::Goal,
    lifecycle::Move,
    lifecycle::RelationQuality,
    lifecycle::Risk,
    lifecycle::State,
    lifecycle::SupplierPosition,
    lifecycle::Topology,
    lifecycle::Trajectory,
    portfolio::Column,
    portfolio::Nonpositive,
    portfolio::Period,
    portfolio::PeriodLength,
);

/// Values: as words, without an order.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct Values(
    vocab::Graded<u8>,
    vocab::Known<u8>,
    vocab::Money,
    vocab::RoundedMoney,
    vocab::Trust,
    verdict::Bound,
    verdict::Change,
    verdict::Evidence,
    verdict::Finding,
    verdict::Outcome,
    verdict::Presence,
    verdict::Reading,
    verdict::Remedy,
    verdict::RuleSet,
    verdict::Severity,
    verdict::Subject,
    verdict::Tally,
    party::Action,
    party::Advantage,
    party::Alignment,
    party::AlignmentPolicy,
    party::Assignment,
    party::Benefit,
    party::BenefitRecord,
    party::Capture,
    party::Carrier,
    party::Coaching,
    party::Concentration,
    party::Conflict,
    party::Continuity,
    party::ContinuityAlert,
    party::ContinuityPolicy,
    party::Coverage,
    party::CoverageMatrix,
    party::CoverageTarget,
    party::DepartureEffect,
    party::DepartureEvent,
    party::Effect,
    party::Emotion,
    party::FourParty<u8>,
    party::LeaderRecognition,
    party::Measure,
    party::MoodPolicy,
    party::Need,
    party::Observation,
    party::Organization,
    party::PartyPolicy,
    party::PeoplePolicy,
    party::PeopleReport,
    party::PersonFeeling,
    party::PersonTrust,
    party::SideConcentration,
    party::TeamFacts,
    party::Tie,
    party::TrainedStaff,
    party::TrustPicture,
    lifecycle::Event,
    lifecycle::LifecyclePolicy,
    lifecycle::PeriodShare,
    lifecycle::Requirement<u8>,
    lifecycle::ShareOfWallet,
    lifecycle::StageFacts,
    lifecycle::StageGate,
    lifecycle::StageProfile,
    lifecycle::Standing,
    lifecycle::Strategy,
    portfolio::Gap,
    portfolio::LeftOut,
    portfolio::PortfolioPolicy,
    portfolio::Purchase<u8>,
    portfolio::StageCounts,
);

/// Collections: as values, cloned where those are copied.
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct Collections(
    verdict::Assessment<u8>,
    verdict::Findings,
    verdict::Verdict,
    party::Departure,
    party::Feeling,
    party::Handover,
    party::Investment,
    party::OperatorFacts,
    party::Operators,
    party::Parties,
    party::People,
    party::PeopleFacts,
    party::SideFacts,
    party::Ties,
    lifecycle::Placement,
    policy::Policy,
);

/// Cards and tables: the crate's own data, which is written and never read.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, Serialize)]
struct Tables(
    vocab::Text,
    verdict::RuleCard,
    verdict::Source,
    lifecycle::Transition,
);

/// Questions and what they are answered with: compared, written and, but for the answer, read.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
struct Questions(
    dossier::Dossier,
    history::Record,
    review::Review,
    oracle::Question,
    oracle::Decided,
    oracle::ActionArguments,
    oracle::AdvantageArguments,
    oracle::AgeArguments,
    oracle::AlignmentArguments,
    oracle::AllocateArguments,
    oracle::AssignmentArguments,
    oracle::AuditArguments,
    oracle::AverageDaysLateArguments,
    oracle::CaptureArguments,
    oracle::CardArguments,
    oracle::ChainedDiscountArguments,
    oracle::CompletenessArguments,
    oracle::CoverageArguments,
    oracle::CreditArguments,
    oracle::DaysSalesOutstandingArguments,
    oracle::DepartureArguments,
    oracle::DiscountArguments,
    oracle::DiscretionArguments,
    oracle::DueDateArguments,
    oracle::DunArguments,
    oracle::EffectiveAnnualCostArguments,
    oracle::EnforcementArguments,
    oracle::EvolveArguments,
    oracle::FeelingArguments,
    oracle::InstalmentsArguments,
    oracle::InterestArguments,
    oracle::InvestmentArguments,
    oracle::JoinChargesArguments,
    oracle::MeasureArguments,
    oracle::MoveArguments,
    oracle::PaidOnArguments,
    oracle::PaymentEffectArguments,
    oracle::PaymentHabitArguments,
    oracle::PeopleArguments,
    oracle::PlaceArguments,
    oracle::ProfileArguments,
    oracle::RankArguments,
    oracle::ReducedTaxArguments,
    oracle::RegimesArguments,
    oracle::ReplayArguments,
    oracle::ReplayPaymentsArguments,
    oracle::ReviewArguments,
    oracle::StatementArguments,
    oracle::StrategyArguments,
    oracle::TiesArguments,
    oracle::TrustArguments,
    oracle::WaiverArguments,
    oracle::WronglyTakenArguments,
);

/// What only looks at something else.
#[derive(Clone, Copy, Debug)]
#[expect(dead_code, reason = "that it compiles is the test")]
struct Views<'a>(
    verdict::Rendered<'a, verdict::Verdict>,
    party::Party<'a>,
    lifecycle::diagram::Notation,
    portfolio::Pair<'a>,
    portfolio::Path<'a>,
    portfolio::Step<'a>,
    portfolio::Wallet<'a>,
    review::Topic,
    rulebook::Entry,
    rulebook::Explained<'a>,
    rulebook::System,
);

/// What is made once and asked often.
#[derive(Clone, Debug)]
#[expect(dead_code, reason = "that it compiles is the test")]
struct Stores<'a>(
    oracle::Answer,
    portfolio::Ledger,
    portfolio::Portfolio,
    review::Section<'a>,
    vocab::Members<vocab::Department>,
);

#[test]
fn everything_goes_to_every_thread() {
    fn free<T: Debug + Send + Sync + Unpin + UnwindSafe + RefUnwindSafe>() {}
    free::<Words>();
    free::<Values>();
    free::<Collections>();
    free::<Tables>();
    free::<Questions>();
    free::<Views<'_>>();
    free::<Stores<'_>>();
}

#[test]
fn keys_of_sets_and_maps_are_hashed_and_ordered() {
    fn key<T: Hash + Ord + Copy + 'static>() {}
    key::<Words>();
}

#[test]
fn sets_are_made_of_members() {
    fn member<T: vocab::Member>() {}
    member::<vocab::Department>();
    member::<lifecycle::Flag>();
}

#[test]
fn what_renders_is_known_by_its_trait() {
    use verdict::Render;
    fn renders<T: Render>() {}
    renders::<vocab::Text>();
    renders::<verdict::Evidence>();
    renders::<verdict::Finding>();
    renders::<verdict::Remedy>();
    renders::<verdict::Verdict>();
    renders::<review::Review>();
    renders::<rulebook::Entry>();
    renders::<rulebook::Explained<'_>>();
    fn explains<T: oracle::HasFindings>() {}
    explains::<verdict::Verdict>();
    explains::<verdict::Assessment<u8>>();
}
