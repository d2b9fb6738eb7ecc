//! The surface of the receivables: as `surface`, in a file of its own for its length.

use std::fmt::Debug;
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
