//! The surface: every public type keeps the promises of its kind, and every public type is listed here.

mod errors;
mod list;
mod listed;
mod messages;
mod several;

use std::fmt::Debug;
use std::hash::Hash;
use std::panic::{RefUnwindSafe, UnwindSafe};

use keqing::{
    dossier, form, history, lifecycle, loyalty, oracle, party, policy, portfolio, receivable,
    review, rulebook, satisfaction, verdict, vocab,
};
use serde::{Deserialize, Serialize};

/// Words: copied, compared, ordered, hashed, written and read.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
struct Words(
    vocab::words::Cause,
    review::AcceptanceState,
    review::Concern,
    review::Turn,
    vocab::money::Currency,
    vocab::time::Days,
    vocab::time::Seconds,
    vocab::answers::AlignmentKind,
    vocab::words::Department,
    vocab::words::Goal,
    vocab::words::EmotionKind,
    vocab::words::NeedKind,
    vocab::known::Grade,
    vocab::name::Label,
    vocab::words::Level,
    vocab::words::Locale,
    vocab::name::Name<7>,
    vocab::words::Pair,
    vocab::words::PairKind,
    vocab::name::PersonId,
    vocab::share::Points,
    vocab::rate::Rate,
    vocab::words::Rating,
    vocab::answers::RelationQuality,
    vocab::answers::Risk,
    vocab::words::Role,
    vocab::money::RoundingMode,
    vocab::set::Set<vocab::words::Department>,
    vocab::share::Share,
    vocab::words::Side,
    vocab::words::Stage,
    vocab::words::SupplierPosition,
    vocab::answers::Topology,
    vocab::answers::Trajectory,
    vocab::words::TrustLevel,
    form::Fingerprint,
    policy::PolicyNoticeKind,
    verdict::Authority,
    verdict::Decides,
    verdict::Decision,
    verdict::Document,
    verdict::Fact,
    verdict::RuleId,
    verdict::RuleKind,
    verdict::SeverityChange,
    party::alignment::AdvantageReason,
    party::alignment::OpenConflict,
    party::feeling::AffectStart,
    party::continuity::AlertKind,
    party::alignment::AlignmentBasis,
    party::people::ChainLink,
    party::alignment::ConflictState,
    party::continuity::CoverageGap,
    party::continuity::DepartureEvent,
    party::action::Direction,
    vocab::benefit::ClearanceWord,
    vocab::benefit::Horizon,
    vocab::benefit::InterestKind,
    party::continuity::LevelSpan,
    party::parties::OrganizationId,
    party::alignment::OrganizationSize,
    party::alignment::OwnershipForm,
    party::parties::Person,
    party::feeling::Polarity,
    party::alignment::Purpose,
    party::continuity::Reliance,
    party::people::Responsibility,
    vocab::benefit::Scope,
    party::alignment::Stake,
    lifecycle::Boundary,
    lifecycle::profile::Driver,
    lifecycle::placement::Flag,
    lifecycle::moves::Move,
    lifecycle::standing::State,
    portfolio::Column,
    portfolio::Nonpositive,
    portfolio::Period,
    portfolio::PeriodLength,
);

/// Values: as words, without an order.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct Values(
    policy::EffectivePeriod,
    policy::AcceptancePolicy,
    policy::Stamp,
    verdict::Acceptance,
    vocab::known::Graded<u8>,
    vocab::known::Known<u8>,
    vocab::money::Money,
    vocab::money::RoundedMoney,
    vocab::words::Trust,
    verdict::Bound,
    verdict::Change,
    verdict::Evidence,
    verdict::Finding,
    verdict::Found,
    verdict::Outcome,
    verdict::Presence,
    verdict::Reading,
    verdict::Remedy,
    verdict::RuleSet,
    verdict::Severity,
    verdict::Subject,
    verdict::Tally,
    party::action::Action,
    party::alignment::Advantage,
    party::alignment::AlignmentPolicy,
    vocab::benefit::Benefit,
    vocab::benefit::BenefitRecord,
    party::alignment::Obligation,
    party::alignment::Capture,
    party::continuity::TieHolder,
    party::people::Coaching,
    party::continuity::Concentration,
    party::alignment::Conflict,
    party::continuity::Continuity,
    party::continuity::ContinuityAlert,
    party::continuity::ContinuityPolicy,
    party::continuity::Coverage,
    party::continuity::CoverageMatrix,
    party::continuity::CoverageTarget,
    party::continuity::DepartureEffect,
    party::action::Countermeasure,
    party::action::Effect,
    party::feeling::Emotion,
    party::parties::FourParty<u8>,
    party::people::LeaderRecognition,
    party::action::Measure,
    party::feeling::MoodPolicy,
    party::action::Need,
    party::feeling::Observation,
    party::parties::Organization,
    party::PartyPolicy,
    party::people::PeoplePolicy,
    party::people::PeopleReport,
    party::feeling::PersonFeeling,
    party::continuity::SideConcentration,
    party::people::TeamFacts,
    party::continuity::Tie,
    party::people::TrainedStaff,
    party::trust::TrustPolicy,
    party::trust::TrustVoice,
    vocab::benefit::Clearance,
    vocab::benefit::ClearanceScope,
    vocab::benefit::Gain,
    vocab::known::Statement<u8>,
    lifecycle::moves::Event,
    lifecycle::LifecyclePolicy,
    lifecycle::LifecycleSeverities,
    loyalty::LoyaltySeverities,
    party::PartySeverities,
    receivable::ReceivableSeverities,
    satisfaction::SatisfactionSeverities,
    lifecycle::placement::PeriodShare,
    lifecycle::profile::Planned<u8>,
    lifecycle::Requirement<u8>,
    lifecycle::wallet::ShareOfWallet,
    lifecycle::StageFacts,
    lifecycle::StageGate,
    lifecycle::profile::StageProfile,
    lifecycle::standing::Standing,
    lifecycle::profile::Strategy,
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
    party::alignment::Alignment,
    party::trust::TrustPicture,
    vocab::known::Contradiction,
    vocab::known::Expired,
    vocab::known::Said,
    party::continuity::Assignment,
    party::continuity::Departure,
    party::feeling::Feeling,
    party::continuity::Handover,
    party::alignment::Investment,
    party::integrity::JudgedGain,
    party::alignment::OperatorFacts,
    party::parties::Operators,
    party::parties::Parties,
    party::parties::People,
    party::people::PeopleFacts,
    party::parties::Register,
    party::alignment::SideFacts,
    party::continuity::Ties,
    party::trust::PersonTrust,
    vocab::known::Stated<u8>,
    lifecycle::placement::Placement,
    lifecycle::StageRecord,
    lifecycle::TrustRecord,
    policy::Policy,
);

/// Cards and tables: the crate's own data, which is written and never read.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, Serialize)]
struct Tables(
    vocab::words::Text,
    verdict::RuleCard,
    verdict::Source,
    lifecycle::moves::Transition,
);

/// Questions and what they are answered with: compared, written and, but for the answer, read.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
struct Questions(
    dossier::Dossier,
    lifecycle::LifecycleFacts,
    lifecycle::LifecyclePicture,
    party::PartyFacts,
    party::PartyPicture,
    receivable::ReceivableFacts,
    receivable::ReceivablePicture,
    history::Record,
    review::AcceptanceReport,
    review::Review,
    oracle::Question,
    oracle::Decided,
);

/// The answers of other systems that a system is given: compared and hashed, without JSON.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
struct Given(
    lifecycle::LifecycleGiven,
    loyalty::LoyaltyGiven,
    loyalty::means::MeansGiven,
    party::PartyGiven,
    party::integrity::StatedGain,
    party::continuity::TieNet,
    vocab::known::Current<u8>,
    vocab::known::Lasting,
    receivable::ReceivableGiven,
    review::Step,
    satisfaction::SatisfactionGiven,
);

/// The types that only borrow from another value.
#[derive(Clone, Copy, Debug)]
#[expect(dead_code, reason = "that it compiles is the test")]
struct Views<'a>(
    verdict::Rendered<'a, verdict::Verdict>,
    party::integrity::IntegrityOffice<'a>,
    party::parties::Party<'a>,
    lifecycle::moves::diagram::Notation,
    portfolio::Pair<'a>,
    portfolio::Path<'a>,
    portfolio::Step<'a>,
    portfolio::Wallet<'a>,
    review::Topic,
    rulebook::Entry,
    rulebook::Explained<'a>,
    rulebook::System,
);

/// The types that are made once and read often.
#[derive(Clone, Debug)]
#[expect(dead_code, reason = "that it compiles is the test")]
struct Stores<'a>(
    oracle::Answer,
    portfolio::Ledger,
    portfolio::Portfolio,
    review::Matter<'a>,
    review::OnRule<'a>,
    review::Page<'a>,
    review::Section<'a>,
    vocab::set::Members<vocab::words::Department>,
);

/// The descriptions of JSON types: copied and shown.
#[derive(Clone, Copy, Debug)]
#[expect(dead_code, reason = "that it compiles is the test")]
struct Descriptions(
    &'static form::Form,
    form::Shape,
    form::Word,
    form::Field,
    form::Variant,
);

/// The readers of documents: compared and shown.
#[derive(Clone, Debug, Eq, PartialEq)]
struct Reading(
    form::Difference,
    form::FaultCode,
    form::Limits,
    form::Tree,
    policy::PolicyBook,
    policy::PolicyNotice,
    review::LeftOut,
    review::Rest,
    policy::Stamped<u8>,
);

#[test]
fn everything_that_is_read_describes_itself() {
    fn described<T: form::Described>() {}
    described::<policy::Policy>();
    described::<dossier::Dossier>();
}

#[test]
fn words_are_known_by_their_trait() {
    fn word<T: vocab::words::Word>() {}
    word::<policy::PolicyNoticeKind>();
    word::<vocab::words::Stage>();
}

#[test]
fn everything_goes_to_every_thread() {
    fn free<T: Debug + Send + Sync + Unpin + UnwindSafe + RefUnwindSafe>() {}
    free::<Words>();
    free::<Values>();
    free::<Collections>();
    free::<Tables>();
    free::<Questions>();
    free::<Given>();
    free::<Views<'_>>();
    free::<Stores<'_>>();
    free::<Descriptions>();
    free::<Reading>();
}

#[test]
fn keys_of_sets_and_maps_are_hashed_and_ordered() {
    fn key<T: Hash + Ord + Copy + 'static>() {}
    key::<Words>();
    key::<vocab::name::Human>();
    key::<vocab::name::Thing>();
}

#[test]
fn sets_are_made_of_members() {
    fn member<T: vocab::set::Member>() {}
    member::<vocab::words::Department>();
    member::<lifecycle::placement::Flag>();
}

#[test]
fn what_has_findings_is_weighed_by_its_trait() {
    fn weighed<T: verdict::Weigh>() {}
    weighed::<verdict::Verdict>();
    weighed::<verdict::Assessment<u8>>();
    weighed::<party::PartyPicture>();
    weighed::<review::Review>();
}

#[test]
fn what_renders_is_known_by_its_trait() {
    use verdict::Render;
    fn renders<T: Render>() {}
    renders::<vocab::words::Text>();
    renders::<vocab::known::Contradiction>();
    renders::<verdict::Evidence>();
    renders::<verdict::Finding>();
    renders::<verdict::Remedy>();
    renders::<verdict::Change>();
    renders::<verdict::Verdict>();
    renders::<keqing::receivable::dunning::StepName>();
    renders::<review::Review>();
    renders::<review::Comparison>();
    renders::<review::Matter<'_>>();
    renders::<review::MatterTurn>();
    renders::<review::OnRule<'_>>();
    renders::<review::Page<'_>>();
    renders::<rulebook::Entry>();
    renders::<rulebook::Explained<'_>>();
}
