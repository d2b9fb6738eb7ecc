//! The surface of the receivables: as `surface`, in a file of its own for its length.

use std::fmt::Debug;
use std::hash::Hash;
use std::panic::{RefUnwindSafe, UnwindSafe};

use keqing::{receivable, vocab};
use serde::{Deserialize, Serialize};

/// Values: copied, compared, hashed, written and read.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct Values(vocab::name::DocumentId, vocab::money::FractionalMoney);

/// Words of calendars and schedules: as values, and in an order.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
struct CalendarWords(
    keqing::calendar::BusinessDayConvention,
    keqing::calendar::CountedEnds,
    keqing::calendar::DayOfMonth,
    keqing::calendar::EndOfMonth,
    keqing::calendar::schedule::PeriodKind,
    keqing::calendar::schedule::StubConvention,
);

/// Values of calendars and schedules.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct CalendarValues(
    keqing::calendar::schedule::Frequency,
    keqing::calendar::schedule::PeriodicSchedule,
    keqing::calendar::schedule::RollConvention,
    keqing::calendar::schedule::SchedulePeriod,
    keqing::calendar::Tenor,
);

/// Calendars: as values, and not copied.
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct Calendars(keqing::calendar::Calendar);

/// Words of settlement, allocation and aging: as values, and in an order.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
struct SettlementWords(
    receivable::aging::AgeRange,
    receivable::aging::Basis,
    receivable::allocation::Bucket,
    receivable::allocation::Path,
    receivable::allocation::Preset,
    receivable::allocation::PaymentBeforeIssue,
    receivable::settlement::PaidUpon,
    receivable::allocation::DebtComponent,
    receivable::allocation::DebtCriterion,
    receivable::aging::DelayWeight,
    receivable::allocation::DueState,
    receivable::allocation::PrepaymentRule,
    receivable::settlement::MethodRule,
    receivable::settlement::Method,
    receivable::aging::ZeroDays,
);

/// Values of settlement, allocation and aging.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct SettlementValues(
    receivable::aging::AgedAmount,
    receivable::allocation::Order,
    receivable::allocation::AppliedAmount,
    receivable::allocation::DebtPart,
    receivable::aging::FractionalDays,
    receivable::document::Issued,
    receivable::settlement::PaidOn,
    receivable::aging::Receipt,
    receivable::settlement::Settlement,
    receivable::settlement::SettlementPolicy,
);

/// Collections of allocation and aging: as values, and not copied.
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct SettlementCollections(
    receivable::aging::AgedBalance,
    receivable::aging::Aging,
    receivable::aging::Buckets,
    receivable::aging::AgingPolicy,
    receivable::allocation::Allocation,
    receivable::allocation::History,
    receivable::allocation::AllocationPolicy,
    receivable::allocation::Debt,
    receivable::aging::OpenItem,
    receivable::allocation::Payment,
);

/// Words of day counts and rates.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
struct RateWords(
    receivable::rate::RateReset,
    receivable::rate::Compounding,
    keqing::vocab::source::Confirmation,
    keqing::calendar::day_count::DayCount,
    keqing::calendar::day_count::DayCountSystem,
    keqing::calendar::day_count::PeriodsPerYear,
    receivable::rate::RateFactor,
    receivable::rate::Rest,
    receivable::rate::RateFixing,
    keqing::calendar::day_count::YearFraction,
);

/// Values of rates that are copied.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct RateValues(receivable::rate::RateDates, receivable::rate::RateStep);

/// Values of rates that own a list or a text.
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct RateLists(
    receivable::rate::LateRate,
    keqing::vocab::source::Provenance,
    receivable::rate::RateSeries,
    keqing::calendar::day_count::ReferencePeriod,
    receivable::rate::ReferenceRate,
);

/// Rows of tables that are compiled in, and are not read from JSON.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
struct RateTables(keqing::calendar::day_count::DayCountName);

#[test]
fn rates_go_to_every_thread() {
    fn free<T: Debug + Send + Sync + Unpin + UnwindSafe + RefUnwindSafe>() {}
    free::<RateWords>();
    free::<RateValues>();
    free::<RateLists>();
    free::<RateTables>();
}

#[test]
fn settlements_go_to_every_thread() {
    fn free<T: Debug + Send + Sync + Unpin + UnwindSafe + RefUnwindSafe>() {}
    free::<SettlementWords>();
    free::<SettlementValues>();
    free::<SettlementCollections>();
}

/// Words of dunning, credit and waivers: as values, and in an order.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
struct CollectionWords(
    receivable::habit::ChronicDelay,
    receivable::limit::Comparison,
    receivable::credit::Component,
    receivable::enforcement::DecisionBasis,
    receivable::dunning::Clock,
    receivable::dunning::Step,
    receivable::enforcement::EnforcementStrength,
    receivable::dunning::Escalation,
    receivable::credit::SalesStep,
    receivable::enforcement::TriggerKind,
    receivable::dunning::UnlistedCurrency,
    receivable::waiver::WaiverSubject,
    vocab::words::Determination,
    vocab::words::Settled,
    vocab::words::WaiverCause,
);

/// Values of dunning, credit and waivers.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct CollectionValues(
    receivable::enforcement::ApprovedWaiver,
    receivable::enforcement::CollectionDecision,
    receivable::credit::CreditRelease,
    receivable::credit::CreditRequest,
    receivable::enforcement::Discretion,
    receivable::dunning::Dispute,
    receivable::dunning::Exclusion,
    receivable::dunning::Timing,
    receivable::enforcement::EnforcementPolicy,
    receivable::credit::ExchangeRate,
    receivable::credit::Exposure,
    receivable::credit::GroupMember,
    receivable::habit::HabitPolicy,
    receivable::habit::InvoicePayment,
    receivable::credit::MemberExposure,
    receivable::dunning::NextStep,
    receivable::dunning::OpenInvoice,
    receivable::habit::PaymentHabit,
    receivable::enforcement::PolicyAction,
    receivable::enforcement::PolicyTrigger,
    receivable::credit::Prepayment,
    receivable::dunning::PromiseToPay,
    receivable::dunning::DunningLevel,
    receivable::dunning::Rung,
    receivable::waiver::WaiverReason,
);

/// Records and policies of dunning, credit and waivers: as values, and not copied.
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct CollectionRecords(
    receivable::limit::Amounts,
    receivable::credit::CreditPolicy,
    receivable::dunning::DunnedAccount,
    receivable::dunning::Dunning,
    receivable::dunning::DunningFacts,
    receivable::dunning::DunningPolicy,
    receivable::enforcement::Enforcement,
    receivable::credit::GroupExposure,
    receivable::limit::MoneyLimit,
    receivable::habit::PaymentHistory,
    receivable::enforcement::PolicyRecord,
    receivable::dunning::Reminder,
    receivable::waiver::WaiverPolicy,
    receivable::waiver::WaiverRequest,
    receivable::waiver::WaiverAuthority,
);

/// Names of steps: as values, and not read from JSON.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
struct CollectionNames(receivable::dunning::StepName);

#[test]
fn collections_go_to_every_thread() {
    fn free<T: Debug + Send + Sync + Unpin + UnwindSafe + RefUnwindSafe>() {}
    free::<CollectionWords>();
    free::<CollectionValues>();
    free::<CollectionRecords>();
    free::<CollectionNames>();
}

/// Words of terms, instalments and discounts: as values, and in an order.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
struct TermWords(
    receivable::term::AnnualDay,
    receivable::term::BaseDate,
    receivable::term::ClosingDay,
    receivable::instalment::Start,
    receivable::term::MonthDays,
    receivable::term::Months,
    receivable::term::PaymentBlackout,
    receivable::discount::PartialPayment,
    receivable::discount::TaxTreatment,
    receivable::term::TermStep,
    receivable::instalment::PaidIn,
    receivable::instalment::PeriodWeight,
    receivable::instalment::TaxPlacement,
);

/// Values of terms, instalments and discounts.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct TermValues(
    receivable::instalment::AmountRounding,
    receivable::term::BaseDates,
    receivable::discount::Discount,
    receivable::discount::DiscountOutcome,
    receivable::discount::DiscountedInvoice,
    receivable::instalment::Instalment,
    receivable::instalment::InvoiceAmounts,
    receivable::instalment::Portion,
    receivable::discount::Reward,
    receivable::discount::WronglyTaken,
);

/// Policies of terms, instalments and discounts: as values, and not copied.
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct TermPolicies(
    receivable::discount::CutOff,
    receivable::discount::DiscountTier,
    receivable::discount::EarlyPayment,
    receivable::instalment::Line,
    receivable::instalment::Plan,
    receivable::term::PaymentTerm,
);

#[test]
fn terms_instalments_and_discounts_go_to_every_thread() {
    fn free<T: Debug + Send + Sync + Unpin + UnwindSafe + RefUnwindSafe>() {}
    free::<TermWords>();
    free::<TermValues>();
    free::<TermPolicies>();
}

/// Words of interest, of the policy's items and of what it says about them.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
struct InterestWords(
    receivable::discount::BeyondDue,
    receivable::statement::MovementKind,
    receivable::interest::BalanceChangeKind,
    receivable::late_payment::DisputedInterest,
    receivable::interest::GraceEnd,
    receivable::completeness::PolicyItem,
    receivable::interest::RoundingPoint,
    receivable::interest::SegmentEnd,
    receivable::statement::StatementTopic,
);

/// Values of interest and of accounts.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct InterestValues(
    receivable::statement::Movement,
    receivable::interest::BalanceChange,
    receivable::completeness::Completeness,
    receivable::interest::Grace,
    receivable::interest::Cap,
    receivable::interest::InterestPolicy,
    receivable::interest::Segment,
    receivable::interest::MinimumInterest,
    receivable::interest::Pause,
    receivable::clause::Clause<u8>,
    receivable::statement::StatementTotals,
);

/// Debts, accounts and the whole policy: as values, and not copied.
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct InterestLists(
    receivable::interest::Interest,
    receivable::effect::LateCharge,
    receivable::interest::LateDebt,
    receivable::late_payment::LatePayment,
    receivable::effect::PaymentEffect,
    receivable::ReceivablePolicy,
);

/// Statements: as values that hold verdicts and findings.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
struct Statements(
    receivable::statement::Period,
    receivable::statement::StatedDocument,
    receivable::statement::Statement,
);

/// The text of a statement: compared, and never read.
#[derive(Clone, Debug, Eq, PartialEq)]
struct StatementTexts(
    receivable::statement::StatedColumn,
    receivable::statement::StatedPart,
    receivable::statement::StatedTable,
);

/// The types in columns of numbers: never written, and read often.
#[derive(Clone, Copy, Debug)]
#[expect(dead_code, reason = "that it compiles is the test")]
struct Columns<'a>(
    receivable::column::AgingTotals,
    receivable::column::OpenColumns<'a>,
    receivable::column::SimpleInterest,
);

#[test]
fn interest_and_statements_go_to_every_thread() {
    fn free<T: Debug + Send + Sync + Unpin + UnwindSafe + RefUnwindSafe>() {}
    free::<InterestWords>();
    free::<InterestValues>();
    free::<InterestLists>();
    free::<Statements>();
    free::<StatementTexts>();
    free::<Columns<'_>>();
}

#[test]
fn calendars_and_amounts_go_to_every_thread() {
    fn free<T: Debug + Send + Sync + Unpin + UnwindSafe + RefUnwindSafe>() {}
    free::<Values>();
    free::<CalendarWords>();
    free::<CalendarValues>();
    free::<Calendars>();
}

#[test]
fn words_are_keys_of_sets_and_maps() {
    fn key<T: Hash + Ord + Copy + 'static>() {}
    key::<CalendarWords>();
    key::<SettlementWords>();
    key::<RateWords>();
    key::<CollectionWords>();
    key::<TermWords>();
    key::<InterestWords>();
}

#[test]
fn totals_of_columns_are_compared() {
    fn compared<T: Default + Eq>() {}
    compared::<receivable::column::AgingTotals>();
}
