//! Receivables: what is owed, since when, with what interest, and what is done about it (应收账款).
//!
//! ```text
//! base dates + PaymentTerm + Calendar -> due_date, instalments   when is how much due?
//! payment + EarlyPayment              -> discount                what did paying early earn?
//! debt + LateRate + InterestPolicy    -> interest                what does paying late cost, segment by segment?
//! payment + debts + AllocationPolicy  -> allocate                what does it settle?
//! open items + as_of                  -> age                     how old is what is still open?
//! overdue + DunningPolicy             -> dun                     which step comes next, and when?
//! exposure + order + CreditPolicy     -> judge_credit            may this be sold on credit?
//! waiver + WaiverPolicy               -> judge_waiver            may this be let off, and by whom?
//! ```
//!
//! Money goes in and out as exact decimals; in between it is fractions of whole numbers, rounded once
//! and where the policy says. No function reads another's result but through its arguments, so each
//! may be used alone.

mod aging;
mod allocation;
mod amounts;
mod calendar;
pub mod cards;
mod column;
mod credit;
mod day_count;
mod discount;
mod dunning;
mod instalment;
mod interest;
mod limit;
mod policy;
mod rate;
mod regime;
mod schedule;
mod settlement;
mod statement;
mod term;
mod waiver;

pub use aging::{
    AgeRange, AgedAmount, AgedBalance, Aging, AgingBasis, AgingBuckets, AgingError, AgingPolicy,
    AgingPolicyError, DelayWeight, FractionalDays, OpenItem, Receipt, ZeroDays, age,
    average_days_late, days_sales_outstanding,
};
pub use allocation::{
    Allocation, AllocationBucket, AllocationError, AllocationHistory, AllocationOrder,
    AllocationPath, AllocationPolicy, AllocationPolicyError, AllocationPreset, AppliedAmount,
    BeforeIssue, Debt, DebtComponent, DebtCriterion, DebtPart, DueState, InAdvanceRule, Payment,
    allocate, join_charges, replay_payments,
};
pub use calendar::{
    BusinessDayConvention, Calendar, CalendarError, CountedEnds, DayOfMonth, DayOfMonthError,
    EndOfMonth, Tenor,
};
pub use day_count::{
    DayCount, DayCountError, DayCountName, DayCountSystem, ParseDayCountError, PeriodsPerYear,
    ReferencePeriod, ReferencePeriodError, YearFraction, YearFractionError,
};
pub use rate::{
    Binding, Compounding, LateRate, LateRateError, RateDates, RateFactor, RateFactorError,
    RateSeries, RateSeriesError, RateStep, RateUnknownError, ReferenceRate, Rest, Sampling,
};
pub use regime::{
    AgreedRate, CompensationBand, CompensationBands, CompensationBandsError, CompensationError,
    Confirmation, DebtorKind, Jurisdiction, ParseJurisdictionError, Provenance, PublishedRate,
    ReferenceRule, Regime, RegimeError, RegimeNote, Stated, StatutoryRate, StatutoryTerm,
    TermStart, published_rates, published_series, regimes,
};
pub use schedule::{
    Frequency, PeriodKind, PeriodicSchedule, RollConvention, ScheduleError, SchedulePeriod,
    StubConvention,
};
pub use settlement::{
    CountsWhen, MethodTerm, PaidOn, Settlement, SettlementError, SettlementMethod,
    SettlementPolicy, SettlementPolicyError, paid_on,
};

pub use amounts::{Amounts, CurrencyTwiceError};
pub use column::{
    AgingTotals, ColumnError, OpenColumns, SimpleInterest, age_column, age_column_by_customer,
};
pub use credit::{
    CreditComponent, CreditError, CreditPolicy, CreditPolicyError, CreditRelease, CreditRequest,
    Exposure, Prepayment, SalesStep, judge_credit,
};
pub use discount::{
    CutOff, Discount, DiscountError, DiscountOutcome, DiscountTier, DiscountedInvoice,
    EarlyPayment, EarlyPaymentError, PartialPayment, Reward, TaxTreatment, WronglyTaken,
    chained_discount, discount, effective_annual_cost, reduced_tax, wrongly_taken,
};
pub use dunning::{
    Dispute, DunnedAccount, Dunning, DunningClock, DunningError, DunningExclusion, DunningFacts,
    DunningPolicy, DunningPolicyError, DunningStep, DunningTiming, Escalation, NextStep,
    OpenInvoice, PromiseToPay, Reminder, Rung, UnlistedCurrency, dun,
};
pub use instalment::{
    AmountRounding, Instalment, InstalmentError, InstalmentLine, InstalmentPlan,
    InstalmentPlanError, InstalmentStart, InvoiceAmounts, InvoiceAmountsError, Portion,
    instalments,
};
pub use interest::{
    BalanceChange, BalanceChangeKind, Grace, GraceEnd, Interest, InterestCap, InterestError,
    InterestPolicy, InterestPolicyError, InterestSegment, LateDebt, MinimumInterest, Pause,
    RoundingPoint, SegmentEnd, interest,
};
pub use limit::{Comparison, MoneyLimit};
pub use term::{
    AnnualDay, BaseDate, BaseDates, ClosingDay, MonthDays, Months, NoPayPeriod, PaymentTerm,
    PaymentTermError, TermError, TermStep, due_date,
};
pub use waiver::{
    WaiverError, WaiverPolicy, WaiverPolicyError, WaiverRequest, WaiverRoom, WaiverSubject,
    judge_waiver,
};

pub use policy::{
    ApprovedWaiver, ChronicDelay, CollectionDecision, Completeness, DecisionBasis, Discretion,
    DiscretionPolicy, DisputedInterest, Enforcement, EnforcementPolicy, EnforcementStrength,
    HabitPolicy, InvoicePayment, LateCharge, LatePayment, PaymentEffect, PaymentEffectError,
    PaymentHabit, PaymentHabitError, PaymentHistory, PolicyAction, PolicyItem, PolicyRecord,
    PolicyRecordError, PolicyTrigger, Provision, ReceivablePolicy, TriggerKind, completeness,
    discretion, enforcement, payment_effect, payment_habit,
};

pub use statement::{
    AccountInvoice, CreditNote, CustomerAccount, StatedInvoice, Statement, StatementError,
    StatementTotals, statement,
};

use crate::verdict::RuleCard;

/// Every card of the system, in the order of the rulebook.
pub static CARDS: &[&[&RuleCard]] = &[cards::CARDS];
