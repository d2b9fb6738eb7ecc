//! The JSON of receivables: the words, the whole policy, and the answers to a customer.

mod collection;
mod group;
mod money;
mod records;
mod statement;
mod terms;

use std::fmt::Debug;

use keqing::calendar::day_count::{DayCount, DayCountSystem, PeriodsPerYear};
use keqing::calendar::schedule::{PeriodKind, StubConvention};
use keqing::calendar::{BusinessDayConvention, CountedEnds, EndOfMonth};
use keqing::receivable::ReceivablePolicy;
use keqing::receivable::aging::{self, DelayWeight, ZeroDays};
use keqing::receivable::allocation::{
    self, DebtComponent, DebtCriterion, DueState, PaymentBeforeIssue, PrepaymentRule,
};
use keqing::receivable::clause::Clause;
use keqing::receivable::completeness::PolicyItem;
use keqing::receivable::credit::{self, SalesStep};
use keqing::receivable::discount::{PartialPayment, TaxTreatment};
use keqing::receivable::dunning::{self, Escalation, UnlistedCurrency};
use keqing::receivable::enforcement::EnforcementStrength;
use keqing::receivable::habit::ChronicDelay;
use keqing::receivable::instalment;
use keqing::receivable::interest::{BalanceChangeKind, GraceEnd, RoundingPoint, SegmentEnd};
use keqing::receivable::late_payment::DisputedInterest;
use keqing::receivable::limit::Comparison;
use keqing::receivable::rate::{RateFixing, RateReset, Rest};
use keqing::receivable::regime::{self, DebtorKind, TermStart};
use keqing::receivable::settlement::{self, PaidUpon};
use keqing::receivable::waiver::WaiverSubject;
use keqing::vocab::source::Confirmation;

use crate::support::golden::{golden, words};

#[test]
fn words_of_calendars_and_terms_are_in_kebab_case() {
    words(
        [
            BusinessDayConvention::Following,
            BusinessDayConvention::HalfMonthModifiedFollowing,
            BusinessDayConvention::ModifiedFollowing,
            BusinessDayConvention::ModifiedPreceding,
            BusinessDayConvention::Nearest,
            BusinessDayConvention::NearestByWeekday,
            BusinessDayConvention::Preceding,
            BusinessDayConvention::Unadjusted,
        ],
        "following half-month-modified-following modified-following modified-preceding nearest nearest-by-weekday preceding unadjusted",
    );
    words(
        [
            CountedEnds::Both,
            CountedEnds::From,
            CountedEnds::Neither,
            CountedEnds::To,
        ],
        "both from neither to",
    );
    words(
        [
            EndOfMonth::KeepDay,
            EndOfMonth::LastBusinessDay,
            EndOfMonth::LastDay,
        ],
        "keep-day last-business-day last-day",
    );
}

#[test]
fn words_of_schedules_and_discounts_are_in_kebab_case() {
    words([PeriodKind::Regular, PeriodKind::Stub], "regular stub");
    words(
        [
            StubConvention::Both,
            StubConvention::LongFinal,
            StubConvention::LongInitial,
            StubConvention::None,
            StubConvention::ShortFinal,
            StubConvention::ShortInitial,
            StubConvention::SmartFinal,
            StubConvention::SmartInitial,
        ],
        "both long-final long-initial none short-final short-initial smart-final smart-initial",
    );
    words(
        [instalment::Start::Document, instalment::Start::PreviousLine],
        "document previous-line",
    );
    words(
        [PartialPayment::NoDiscount, PartialPayment::ProRata],
        "no-discount pro-rata",
    );
    words(
        [
            TaxTreatment::AlwaysReduced,
            TaxTreatment::Excluded,
            TaxTreatment::Included,
        ],
        "always-reduced excluded included",
    );
}

#[test]
fn words_of_rates_and_interest_are_in_kebab_case() {
    words(
        [
            RateReset::AtPaymentDate,
            RateReset::FixedAtContract,
            RateReset::FixedAtDefault,
            RateReset::Floating,
        ],
        "at-payment-date fixed-at-contract fixed-at-default floating",
    );
    words(
        [
            RateFixing::Daily,
            RateFixing::HalfYearStart,
            RateFixing::PrecedingHalfYearEnd,
        ],
        "daily half-year-start preceding-half-year-end",
    );
    words(
        [Rest::ThirtyDays, Rest::Month, Rest::Quarter, Rest::Year],
        "thirty-days month quarter year",
    );
    words(
        [
            PeriodsPerYear::One,
            PeriodsPerYear::Two,
            PeriodsPerYear::Three,
            PeriodsPerYear::Four,
            PeriodsPerYear::Six,
            PeriodsPerYear::Twelve,
        ],
        "one two three four six twelve",
    );
}

#[test]
fn words_of_interest_are_in_kebab_case() {
    words(
        [
            DayCountSystem::Isda2006,
            DayCountSystem::QuantLib,
            DayCountSystem::Strata,
        ],
        "isda2006 quant-lib strata",
    );
    words(
        [BalanceChangeKind::CreditNote, BalanceChangeKind::Payment],
        "credit-note payment",
    );
    words(
        [DisputedInterest::Pauses, DisputedInterest::Runs],
        "pauses runs",
    );
    words(
        [GraceEnd::FromDueDate, GraceEnd::FromGraceEnd],
        "from-due-date from-grace-end",
    );
    words(
        [
            RoundingPoint::Daily,
            RoundingPoint::Final,
            RoundingPoint::Segment,
        ],
        "daily final segment",
    );
    words(
        [
            SegmentEnd::AsOf,
            SegmentEnd::Cap,
            SegmentEnd::CreditNote,
            SegmentEnd::InterestEnd,
            SegmentEnd::Pause,
            SegmentEnd::Payment,
            SegmentEnd::RateChange,
            SegmentEnd::Rest,
            SegmentEnd::Resumption,
            SegmentEnd::YearBoundary,
        ],
        "as-of cap credit-note interest-end pause payment rate-change rest resumption year-boundary",
    );
}

#[test]
fn words_of_statutes_are_in_kebab_case() {
    words(
        Confirmation::ALL,
        "from-memory disputed secondary confirmed",
    );
    words(
        DebtorKind::ALL,
        "business healthcare-body large-enterprise public-body public-undertaking",
    );
    words(
        regime::CreditorKind::ALL,
        "large-enterprise medium-enterprise small-enterprise subcontractor",
    );
    words(regime::AppliesBy::ALL, "contract order overdue-day");
    words(regime::FirstDay::ALL, "day-after same-day");
    words(
        regime::BeyondLongest::ALL,
        "custom-of-trade express-and-fair month-end-and-45-days void",
    );
    words(regime::BandStart::ALL, "above at");
    words(regime::DueGround::ALL, "agreed cut statute");
    words(
        regime::GoverningDecision::ALL,
        "governed undecided ungoverned",
    );
    words(
        regime::GoverningGround::ALL,
        "creditor-not-covered creditor-unknown date-unknown governs no-direct-effect no-longer-in-force not-yet-in-force other-debtor other-jurisdiction",
    );
    words(
        [
            TermStart::Acceptance,
            TermStart::Delivery,
            TermStart::InvoiceDate,
            TermStart::LastOfInvoiceAndDelivery,
        ],
        "acceptance delivery invoice-date last-of-invoice-and-delivery",
    );
    words(
        [
            regime::Note::AcceptanceTermsCountFromInspection,
            regime::Note::CompensationSetOffAgainstLegalCosts,
            regime::Note::CompoundingEndsAfterOneYear,
            regime::Note::ExpenseDisallowedUntilPaid,
            regime::Note::ForcedCommercialBillsBanned,
            regime::Note::InterestEndsAfterOneYear,
            regime::Note::InterestEndsAtClaim,
            regime::Note::MonthEndTermReadTwoWays,
            regime::Note::NextWorkingDayWithoutPenalty,
            regime::Note::NoReminderNeeded,
            regime::Note::PayWhenPaidBanned,
        ],
        "acceptance-terms-count-from-inspection compensation-set-off-against-legal-costs compounding-ends-after-one-year expense-disallowed-until-paid forced-commercial-bills-banned interest-ends-after-one-year interest-ends-at-claim month-end-term-read-two-ways next-working-day-without-penalty no-reminder-needed pay-when-paid-banned",
    );
}

#[test]
fn words_of_settlement_allocation_and_aging_are_in_kebab_case() {
    words(
        settlement::Method::ALL,
        "bank-acceptance-bill cash cheque commercial-acceptance-bill direct-debit letter-of-credit set-off transfer",
    );
    words(
        [PaidUpon::Received, PaidUpon::Cleared, PaidUpon::Matured],
        "received cleared matured",
    );
    words(
        DebtComponent::ALL,
        "costs penalties fees interest principal",
    );
    words(DueState::ALL, "past-due due in-advance");
    words(
        [
            DebtCriterion::Agreement,
            DebtCriterion::Designation,
            DebtCriterion::DueFirst,
            DebtCriterion::EarliestDue,
            DebtCriterion::LeastSecured,
            DebtCriterion::MostBurdensome,
            DebtCriterion::Oldest,
            DebtCriterion::ProRata,
        ],
        "agreement designation due-first earliest-due least-secured most-burdensome oldest pro-rata",
    );
}

#[test]
fn words_of_aging_are_in_kebab_case() {
    words(
        [
            allocation::Path::DebtByDebt,
            allocation::Path::BucketByBucket,
        ],
        "debt-by-debt bucket-by-bucket",
    );
    words(
        [
            PrepaymentRule::AllInstalments,
            PrepaymentRule::KeepUnapplied,
            PrepaymentRule::LastInstalment,
            PrepaymentRule::NextInstalment,
        ],
        "all-instalments keep-unapplied last-instalment next-instalment",
    );
    words(
        [PaymentBeforeIssue::Accept, PaymentBeforeIssue::LeaveOut],
        "accept leave-out",
    );
    words(
        allocation::Preset::ALL,
        "advanced-payment chinese-civil-code creo-core due-penalty-fee-interest-principal due-penalty-interest-principal-fee early-repayment german-civil-code german-consumer-credit heavens-family interest-principal-penalties-fees mifos-standard principal-interest-penalties-fees rbi-india taiwan-civil-code us-peace-corps us-indian-gaming",
    );
    words(
        [aging::Basis::DueDate, aging::Basis::InvoiceDate],
        "due-date invoice-date",
    );
    words(
        [ZeroDays::FirstBucket, ZeroDays::NotYetDue],
        "first-bucket not-yet-due",
    );
    words(
        [DelayWeight::Amount, DelayWeight::Receipt],
        "amount receipt",
    );
}

#[test]
fn words_of_collection_are_in_kebab_case() {
    words(
        dunning::Step::ALL,
        "remind statement formal-notice suspend-credit",
    );
    words(
        [dunning::Clock::DueDate, dunning::Clock::InvoiceDate],
        "due-date invoice-date",
    );
    words(
        [Escalation::StepByStep, Escalation::ByDays],
        "step-by-step by-days",
    );
    words(
        [UnlistedCurrency::Dunned, UnlistedCurrency::NotDunned],
        "dunned not-dunned",
    );
    words(
        [Comparison::AtOrAbove, Comparison::Above],
        "at-or-above above",
    );
    words(
        credit::Component::ALL,
        "ordered shipped invoiced overdue total",
    );
    words(
        [SalesStep::Order, SalesStep::Shipment, SalesStep::Invoice],
        "order shipment invoice",
    );
    words(
        WaiverSubject::ALL,
        "interest fee discount-deadline credit-limit",
    );
    words(
        PolicyItem::ALL,
        "late-payment early-payment interest-calculation payment-term settlement-method",
    );
    words(
        [EnforcementStrength::Weak, EnforcementStrength::Sufficient],
        "weak sufficient",
    );
    words(
        [
            ChronicDelay::Absent,
            ChronicDelay::Ended,
            ChronicDelay::Ongoing,
        ],
        "absent ended ongoing",
    );
}

#[test]
fn day_counts_are_written_by_their_names() {
    for convention in DayCount::ALL {
        golden(&convention, &format!(r#""{}""#, convention.name()));
    }
}

#[test]
fn what_a_policy_says_is_a_word_or_a_value() {
    fn checked<T>(value: T, json: &str)
    where
        T: Clone + Debug + PartialEq + serde::Serialize + serde::de::DeserializeOwned,
    {
        golden(&Clause::Agreed(value), json);
        golden(&Clause::<T>::Silent, r#""missing""#);
        golden(&Clause::<T>::Excluded, r#""nothing""#);
    }
    checked(7_u8, r#"{"set": 7}"#);
}

#[test]
fn the_policy_is_written_out_in_full() {
    golden(
        &ReceivablePolicy::standard(),
        include_str!("../../../golden/receivable-policy.json"),
    );
}
