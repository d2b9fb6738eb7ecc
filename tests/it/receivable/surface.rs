//! The surface of the receivables: as `surface`, in a file of its own for its length.

use std::fmt::Debug;
use std::hash::Hash;
use std::panic::{RefUnwindSafe, UnwindSafe};

use keqing::{receivable, vocab};
use serde::{Deserialize, Serialize};

/// Values: copied, compared, hashed, written and read.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct Values(vocab::DocumentId, vocab::FractionalMoney);

/// Words of calendars and schedules: as values, and in an order.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
struct CalendarWords(
    receivable::BusinessDayConvention,
    receivable::CountedEnds,
    receivable::DayOfMonth,
    receivable::EndOfMonth,
    receivable::PeriodKind,
    receivable::StubConvention,
);

/// Values of calendars and schedules.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct CalendarValues(
    receivable::Frequency,
    receivable::PeriodicSchedule,
    receivable::RollConvention,
    receivable::SchedulePeriod,
    receivable::Tenor,
);

/// Calendars: as values, and not copied.
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct Calendars(receivable::Calendar);

/// Words of settlement, allocation and aging: as values, and in an order.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
struct SettlementWords(
    receivable::AgeRange,
    receivable::AgingBasis,
    receivable::AllocationBucket,
    receivable::AllocationPath,
    receivable::AllocationPreset,
    receivable::BeforeIssue,
    receivable::CountsWhen,
    receivable::DebtComponent,
    receivable::DebtCriterion,
    receivable::DelayWeight,
    receivable::DueState,
    receivable::InAdvanceRule,
    receivable::MethodTerm,
    receivable::SettlementMethod,
    receivable::ZeroDays,
);

/// Values of settlement, allocation and aging.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct SettlementValues(
    receivable::AgedAmount,
    receivable::AllocationOrder,
    receivable::AppliedAmount,
    receivable::DebtPart,
    receivable::FractionalDays,
    receivable::PaidOn,
    receivable::Receipt,
    receivable::Settlement,
    receivable::SettlementPolicy,
);

/// Collections of allocation and aging: as values, and not copied.
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct SettlementCollections(
    receivable::AgedBalance,
    receivable::Aging,
    receivable::AgingBuckets,
    receivable::AgingPolicy,
    receivable::Allocation,
    receivable::AllocationHistory,
    receivable::AllocationPolicy,
    receivable::Debt,
    receivable::OpenItem,
    receivable::Payment,
);

/// Words of day counts, rates and regimes.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
struct RateWords(
    receivable::Binding,
    receivable::Compounding,
    receivable::Confirmation,
    receivable::DayCount,
    receivable::DayCountSystem,
    receivable::DebtorKind,
    receivable::Jurisdiction,
    receivable::PeriodsPerYear,
    receivable::RateFactor,
    receivable::RegimeNote,
    receivable::Rest,
    receivable::Sampling,
    receivable::TermStart,
    receivable::YearFraction,
);

/// Values of rates and regimes that are copied.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct RateValues(
    receivable::CompensationBand,
    receivable::RateDates,
    receivable::RateStep,
    receivable::StatutoryTerm,
);

/// Values of rates and regimes that own a list or a text.
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct RateLists(
    receivable::AgreedRate,
    receivable::CompensationBands,
    receivable::LateRate,
    receivable::Provenance,
    receivable::RateSeries,
    receivable::ReferencePeriod,
    receivable::ReferenceRate,
    receivable::ReferenceRule,
    receivable::Regime,
    receivable::Stated<receivable::StatutoryTerm>,
    receivable::StatutoryRate,
);

/// Rows of tables that are compiled in, and are not read from JSON.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
struct RateTables(receivable::DayCountName, receivable::PublishedRate);

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
    receivable::ChronicDelay,
    receivable::Comparison,
    receivable::CreditComponent,
    receivable::DecisionBasis,
    receivable::DunningClock,
    receivable::DunningStep,
    receivable::EnforcementStrength,
    receivable::Escalation,
    receivable::SalesStep,
    receivable::TriggerKind,
    receivable::UnlistedCurrency,
    receivable::WaiverSubject,
);

/// Values of dunning, credit and waivers.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct CollectionValues(
    receivable::ApprovedWaiver,
    receivable::CollectionDecision,
    receivable::CreditRelease,
    receivable::CreditRequest,
    receivable::Discretion,
    receivable::DiscretionPolicy,
    receivable::Dispute,
    receivable::DunningExclusion,
    receivable::DunningTiming,
    receivable::EnforcementPolicy,
    receivable::Exposure,
    receivable::HabitPolicy,
    receivable::InvoicePayment,
    receivable::NextStep,
    receivable::OpenInvoice,
    receivable::PaymentHabit,
    receivable::PolicyAction,
    receivable::PolicyTrigger,
    receivable::Prepayment,
    receivable::PromiseToPay,
    receivable::Rung,
);

/// Records and policies of dunning, credit and waivers: as values, and not copied.
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct CollectionRecords(
    receivable::Amounts,
    receivable::CreditPolicy,
    receivable::DunnedAccount,
    receivable::Dunning,
    receivable::DunningFacts,
    receivable::DunningPolicy,
    receivable::Enforcement,
    receivable::MoneyLimit,
    receivable::PaymentHistory,
    receivable::PolicyRecord,
    receivable::Reminder,
    receivable::WaiverPolicy,
    receivable::WaiverRequest,
    receivable::WaiverRoom,
);

#[test]
fn collections_go_to_every_thread() {
    fn free<T: Debug + Send + Sync + Unpin + UnwindSafe + RefUnwindSafe>() {}
    free::<CollectionWords>();
    free::<CollectionValues>();
    free::<CollectionRecords>();
}

/// Words of terms, instalments and discounts: as values, and in an order.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
struct TermWords(
    receivable::AnnualDay,
    receivable::BaseDate,
    receivable::ClosingDay,
    receivable::InstalmentStart,
    receivable::MonthDays,
    receivable::Months,
    receivable::NoPayPeriod,
    receivable::PartialPayment,
    receivable::TaxTreatment,
    receivable::TermStep,
);

/// Values of terms, instalments and discounts.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct TermValues(
    receivable::AmountRounding,
    receivable::BaseDates,
    receivable::Discount,
    receivable::DiscountOutcome,
    receivable::DiscountedInvoice,
    receivable::Instalment,
    receivable::InvoiceAmounts,
    receivable::Portion,
    receivable::Reward,
    receivable::WronglyTaken,
);

/// Policies of terms, instalments and discounts: as values, and not copied.
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct TermPolicies(
    receivable::CutOff,
    receivable::DiscountTier,
    receivable::EarlyPayment,
    receivable::InstalmentLine,
    receivable::InstalmentPlan,
    receivable::PaymentTerm,
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
    receivable::BalanceChangeKind,
    receivable::DisputedInterest,
    receivable::GraceEnd,
    receivable::PolicyItem,
    receivable::RoundingPoint,
    receivable::SegmentEnd,
);

/// Values of interest and of accounts.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct InterestValues(
    receivable::AccountInvoice,
    receivable::BalanceChange,
    receivable::Completeness,
    receivable::CreditNote,
    receivable::Grace,
    receivable::InterestCap,
    receivable::InterestPolicy,
    receivable::InterestSegment,
    receivable::MinimumInterest,
    receivable::Pause,
    receivable::Provision<u8>,
    receivable::StatementTotals,
);

/// Debts, accounts and the whole policy: as values, and not copied.
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct InterestLists(
    receivable::CustomerAccount,
    receivable::Interest,
    receivable::LateCharge,
    receivable::LateDebt,
    receivable::LatePayment,
    receivable::PaymentEffect,
    receivable::ReceivablePolicy,
);

/// Statements: as values that hold verdicts and findings.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
struct Statements(receivable::StatedInvoice, receivable::Statement);

/// What is kept in columns of numbers: never written, and asked often.
#[derive(Clone, Copy, Debug)]
#[expect(dead_code, reason = "that it compiles is the test")]
struct Columns<'a>(
    receivable::AgingTotals,
    receivable::OpenColumns<'a>,
    receivable::SimpleInterest,
);

#[test]
fn interest_and_statements_go_to_every_thread() {
    fn free<T: Debug + Send + Sync + Unpin + UnwindSafe + RefUnwindSafe>() {}
    free::<InterestWords>();
    free::<InterestValues>();
    free::<InterestLists>();
    free::<Statements>();
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
    compared::<receivable::AgingTotals>();
}
