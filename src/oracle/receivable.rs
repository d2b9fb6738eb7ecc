use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::calendar::Calendar;
use crate::calendar::day_count::YearFraction;
use crate::calendar::schedule::PeriodicSchedule;
use crate::oracle::entry::questions;
use crate::oracle::error::AskError;
use crate::oracle::regimes::{KnownRegimes, PolicyPreset};
use crate::receivable::account::{self, CustomerAccount};
use crate::receivable::aging::{self, DelayWeight, OpenItem};
use crate::receivable::allocation::{self, Debt, DebtPart, Payment};
use crate::receivable::charge::{self, ChargePolicy};
use crate::receivable::clause::Clause;
use crate::receivable::completeness::{self, PolicyItem};
use crate::receivable::credit::{
    self, CreditRequest, ExchangeRate, GroupExposureError, GroupMember,
};
use crate::receivable::discount::{self, Discount, DiscountedInvoice};
use crate::receivable::dunning::{self, DunningFacts};
use crate::receivable::effect;
use crate::receivable::enforcement::{self, CollectionDecision, PolicyRecord};
use crate::receivable::habit::{self, PaymentHistory};
use crate::receivable::instalment::{self, AmountRounding, InvoiceAmounts, PaidIn, PeriodWeight};
use crate::receivable::interest::{self, LateDebt};
use crate::receivable::ledger;
use crate::receivable::rate::{LateRate, RateDates, RateSeries};
use crate::receivable::regime::{self, CompensationBands, GovernedDebt, Law, TermFacts};
use crate::receivable::settlement::{self, Settlement};
use crate::receivable::statement;
use crate::receivable::term::{self, BaseDates, PaymentTerm, TermError};
use crate::receivable::waiver::{self, WaiverRequest};
use crate::receivable::{
    self, ReceivableError, ReceivableFacts, ReceivableGiven, ReceivablePicture, ReceivablePolicy,
};
use crate::verdict::{Assessment, Verdict};
use crate::vocab::money::{Currency, Money, RoundedMoney, RoundingMode};
use crate::vocab::rate::Rate;
use crate::vocab::share::Share;
use crate::vocab::source::Confirmation;
use crate::vocab::time::Days;

questions! {
    ReceivableError;

    /// Returns the date on which a document is due.
    "receivable.due_date" => DueDate { term: PaymentTerm, dates: BaseDates, calendar: Calendar }
        tells NaiveDate, by of_term, |_| term::due_date(term, dates, calendar)?;

    /// Divides an invoice into the instalments of a plan, in the order of its lines.
    "receivable.instalments" => Instalments {
        plan: instalment::Plan, invoice: InvoiceAmounts, dates: BaseDates, calendar: Calendar
    }
        tells Vec<instalment::Instalment>, at "plan", |_| instalment::instalments(plan, invoice, dates, calendar)?;

    /// Returns the discount that a payment on a date earns, and the amount that it settles.
    "receivable.discount" => Discount {
        invoice: DiscountedInvoice,
        paid: RoundedMoney,
        /// The day of the payment.
        on: NaiveDate,
        calendar: Calendar,
    }
        tells discount::Discount, at "paid", |policy| {
            let none = discount::EarlyPayment::none();
            let terms = match policy.receivable().early_payment() {
                Clause::Excluded => &none,
                said => settled(said, PolicyItem::EarlyPayment)?,
            };
            discount::discount(terms, invoice, *paid, *on, calendar)?
        };

    /// Returns the part of a taken discount that is still owed, with the reason.
    "receivable.wrongly_taken" => WronglyTaken { discount: Discount, claimed: RoundedMoney }
        tells Option<discount::WronglyTaken>, at "claimed", |_| discount::wrongly_taken(discount, *claimed)?;

    /// Returns the yearly cost of forgoing a discount, as a rate of interest.
    "receivable.effective_annual_cost" => EffectiveAnnualCost {
        /// The discount, as a share of the amount.
        discount: Share,
        /// The time by which the payment is early, as a part of a year.
        early_by: YearFraction,
        /// The number of decimal places of the rate.
        places: u32,
        mode: RoundingMode,
    }
        tells Rate, at "discount", |_| discount::effective_annual_cost(*discount, *early_by, *places, *mode)?;

    /// Returns the late interest of a debt up to and with a day.
    "receivable.interest" => Interest {
        /// The rate of late interest.
        rate: LateRate,
        debt: LateDebt,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        tells interest::Interest, at "debt", |policy| {
            let counted = settled(policy.receivable().interest(), PolicyItem::InterestCalculation)?;
            interest::interest(counted, rate, debt, *as_of)?
        };

    /// Returns the charges on a late debt up to and with a day, beside its interest.
    "receivable.late_charges" => LateCharges {
        /// The charges.
        charges: ChargePolicy,
        debt: LateDebt,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        tells charge::LateCharges, at "debt", |_| charge::late_charges(charges, debt, *as_of)?;

    /// Makes the instalment plan of the periods of a schedule.
    "receivable.periodic_plan" => PeriodicPlan {
        schedule: PeriodicSchedule,
        paid_in: PaidIn,
        weight: PeriodWeight,
        calendar: Calendar,
    }
        tells instalment::Plan, at "schedule",
        |_| instalment::Plan::periodic(schedule, *paid_in, *weight, calendar)?;

    /// Assesses the cost or the discount of a payment.
    "receivable.payment_effect" => PaymentEffect {
        invoice: DiscountedInvoice,
        paid: RoundedMoney,
        /// The day of the payment.
        on: NaiveDate,
        calendar: Calendar,
    }
        finds Assessment<effect::PaymentEffect>,
        at "paid", |policy| effect::payment_effect(policy.receivable(), invoice, *paid, *on, calendar)?;

    /// Returns the day on which a settlement counts as paid under a policy.
    "receivable.paid_on" => PaidOn { settlement: Settlement }
        tells settlement::PaidOn, at "settlement", |policy| {
            let methods = settled(policy.receivable().settlement(), PolicyItem::SettlementMethod)?;
            settlement::paid_on(methods, settlement)?
        };

    /// Returns the parts of the debts that a payment settles.
    "receivable.allocate" => Allocate { debts: Vec<Debt>, payment: Payment }
        tells allocation::Allocation,
        by of_allocation, |policy| allocation::allocate(policy.receivable().allocation(), debts, payment)?;

    /// Applies all payments of a history, given in any order.
    "receivable.replay_payments" => ReplayPayments { debts: Vec<Debt>, payments: Vec<Payment> }
        tells allocation::History,
        by of_payments, |policy| allocation::replay_payments(policy.receivable().allocation(), debts, payments)?;

    /// Sorts the open items of a day by their age.
    "receivable.age" => Age {
        items: Vec<OpenItem>,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        tells aging::Aging, at "items", |policy| aging::age(policy.receivable().aging(), items, *as_of)?;

    /// Returns the average number of days after the due date on which money was received.
    "receivable.average_days_late" => AverageDaysLate {
        items: Vec<OpenItem>,
        /// The day for which the answer holds.
        as_of: NaiveDate,
        weight: DelayWeight,
    }
        tells Option<aging::FractionalDays>, at "items", |_| aging::average_days_late(items, *as_of, *weight)?;

    /// Returns the number of days of sales that are unpaid.
    "receivable.days_sales_outstanding" => DaysSalesOutstanding {
        receivables: Money,
        credit_sales: Money,
        /// The number of days in which the sales were made.
        period: Days,
    }
        tells aging::FractionalDays, at "credit-sales", |_| aging::days_sales_outstanding(*receivables, *credit_sales, *period)?;

    /// Assesses the next step of the ladder for a customer, and its day.
    "receivable.dun" => Dun { facts: DunningFacts }
        finds Assessment<dunning::Dunning>, at "facts", |policy| dunning::dun(policy.receivable().dunning(), facts)?;

    /// Judges whether a step of a sale may be made on credit.
    "receivable.judge_credit" => JudgeCredit { request: CreditRequest }
        finds Verdict, within "request", |policy| credit::judge_credit(policy.receivable(), request)?;

    /// Adds the exposures to the members of a group up to one, in the currency of its limit.
    "receivable.group_exposure" => GroupExposure {
        members: Vec<GroupMember>,
        /// The rates of exchange into that currency; the newest up to the day counts.
        rates: Vec<ExchangeRate>,
        /// The currency of the group's limit.
        currency: Currency,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        tells credit::GroupExposure, by of_group, |_| credit::group_exposure(members, rates, *currency, *as_of)?;

    /// Judges whether a person may waive a charge or a limit of the policy.
    "receivable.judge_waiver" => JudgeWaiver { request: WaiverRequest }
        finds Verdict, at "request", |policy| waiver::judge_waiver(policy.receivable(), request)?;

    /// Assesses whether a policy settles the five items, and lists those on which it is silent.
    "receivable.completeness" => Completeness {}
        finds Assessment<completeness::Completeness>, |policy| completeness::completeness(policy.receivable());

    /// Assesses the enforcement of a policy.
    "receivable.enforcement" => Enforcement { record: PolicyRecord }
        finds Assessment<enforcement::Enforcement>,
        at "record", |policy| enforcement::enforcement(policy.receivable(), record)?;

    /// Makes the record of triggers, actions and waivers of an account, from its own events.
    "receivable.policy_record" => MakePolicyRecord {
        account: CustomerAccount,
        calendar: Calendar,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        tells PolicyRecord, within "", |policy| {
            let policy = policy.receivable();
            let stated = statement::statement(policy, account, calendar, *as_of)?;
            let dunning = stated.dunning.value().cloned().unwrap_or_default();
            enforcement::policy_record(policy, account, &stated.ledger, &dunning)
        };

    /// Assesses the share of collection decisions that no rule determined.
    "receivable.discretion" => Discretion { decisions: Vec<CollectionDecision> }
        finds Assessment<enforcement::Discretion>,
        |policy| enforcement::discretion(policy.receivable(), decisions);

    /// Assesses the payment habit of a customer.
    "receivable.payment_habit" => PaymentHabit { history: PaymentHistory }
        finds Assessment<habit::PaymentHabit>, at "history", |policy| habit::payment_habit(policy.receivable().habit(), history)?;

    /// Replays the events of an account up to a day, and returns the ledger that they make.
    "receivable.replay" => Replay {
        account: CustomerAccount,
        calendar: Calendar,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        tells ledger::Ledger, within "", |policy| {
            let ledger = account::replay(policy.receivable(), account, calendar, *as_of);
            ledger.map_err(statement::StatementError::from)?
        };

    /// Makes the statement of an account on a day, or of a period that ends on that day.
    "receivable.statement" => Statement {
        account: CustomerAccount,
        calendar: Calendar,
        /// The first day of the period, if one is asked for.
        from: Option<NaiveDate>,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        finds statement::Statement, within "", |policy| {
            let policy = policy.receivable();
            match from {
                Some(from) => statement::period_statement(policy, account, calendar, *from, *as_of)?,
                None => statement::statement(policy, account, calendar, *as_of)?,
            }
        };

    /// Returns the joint discount of several in a row, each on the amount that the others leave.
    "receivable.chained_discount" => ChainedDiscount {
        /// The discounts, in the order in which they are taken.
        discounts: Vec<Share>,
    }
        tells Share, at "discounts", |_| discount::chained_discount(discounts.iter().copied())?;

    /// Returns the tax on an amount that a discount has reduced.
    "receivable.reduced_tax" => ReducedTax {
        untaxed: RoundedMoney,
        /// The rate of the tax.
        rate: Share,
        /// The discount, as a share of the untaxed amount.
        discount: Share,
        rounding: AmountRounding,
    }
        tells RoundedMoney, at "untaxed", |_| discount::reduced_tax(*untaxed, *rate, *discount, *rounding)?;

    /// Adds each charge to the debt whose due date is the first on or after its own.
    "receivable.join_charges" => JoinCharges { debts: Vec<Debt>, charges: Vec<DebtPart> }
        tells Vec<allocation::Debt>, at "charges", |_| allocation::join_charges(debts.clone(), charges.iter().copied())?;

    /// Returns every regime that this library knows, and with a debt which of them governs it, and why.
    "receivable.regimes" => Regimes {
        /// The debt, if one is asked about.
        debt: Option<GovernedDebt>,
    }
        tells KnownRegimes, |_| KnownRegimes::of(debt.as_ref());

    /// Returns which of the known regimes governs a debt, with the reason of each.
    "receivable.governing" => AskGoverning { debt: GovernedDebt }
        tells regime::Governing, |_| regime::governing(debt);

    /// Assesses the due date of a document under a statute.
    "receivable.statutory_due" => StatutoryDue { law: Law, facts: TermFacts, calendar: Calendar }
        finds Assessment<regime::StatutoryDue>, at "facts", |_| regime::statutory_due(&law.regime()?, facts, calendar)?;

    /// Returns the fixed sum for a debt, in the currency of the sums.
    "receivable.compensation" => Compensation { bands: CompensationBands, debt: Money }
        tells Money, at "debt", |_| bands.sum_for(*debt)?;

    /// Returns the day whose rate of exchange converts a fixed sum.
    "receivable.conversion_day" => ConversionDay {
        /// The day on which the debt fell due.
        due: NaiveDate,
        calendar: Calendar,
    }
        tells NaiveDate, at "calendar", |_| regime::conversion_day(*due, calendar).map_err(TermError::from)?;

    /// Returns the published rates of a reference that have at least a confirmation; null if there are none.
    "receivable.published_series" => PublishedSeries {
        /// The name of the reference rate, as a regime has it.
        reference: String,
        /// The lowest confirmation that is taken.
        at_least: Confirmation,
    }
        tells Option<RateSeries>, |_| regime::published_series(reference, *at_least);

    /// Returns the rate that a day of lateness bears.
    "receivable.rate_on" => RateOn {
        /// The rate of late interest.
        rate: LateRate,
        dates: RateDates,
        /// The day of lateness.
        day: NaiveDate,
    }
        tells Rate, at "rate", |_| rate.rate_on(dates, *day)?;

    /// Returns a policy that this library makes: the standard one, the complete one, or one under a statute.
    "receivable.preset_policy" => PresetPolicy { preset: PolicyPreset }
        tells ReceivablePolicy, at "preset", |_| preset.policy()?;

    /// Assesses the debts of one customer on a day.
    "receivable.assess" => Assess {
        facts: ReceivableFacts,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        finds ReceivablePicture,
        within "facts", |policy| receivable::assess(policy.receivable(), facts, &ReceivableGiven::new(*as_of))?;
}

/// Returns the clause of the policy on the item that the question is about.
fn settled<T>(clause: &Clause<T>, item: PolicyItem) -> Result<&T, ReceivableError> {
    clause.set().ok_or(ReceivableError::Unsettled { item })
}

/// Returns the argument of an allocation that an error is about.
fn of_allocation(error: &AskError) -> &'static str {
    match error {
        AskError::Receivable(ReceivableError::Allocation(
            allocation::AllocationError::IdTwice { .. },
        )) => "debts",
        _ => "payment",
    }
}

/// Returns the argument of a replay of payments that an error is about; none if it may be either.
fn of_payments(error: &AskError) -> &'static str {
    match error {
        AskError::Receivable(ReceivableError::Allocation(
            allocation::AllocationError::IdTwice { .. },
        )) => "",
        _ => "payments",
    }
}

/// Returns the argument of a due date that an error is about.
fn of_term(error: &AskError) -> &'static str {
    match error {
        AskError::Receivable(ReceivableError::Term(term::TermError::DueBeforeBase { .. })) => {
            "term"
        }
        _ => "dates",
    }
}

/// Returns the argument of the exposure of a group that an error is about.
fn of_group(error: &AskError) -> &'static str {
    let AskError::Receivable(ReceivableError::GroupExposure(error)) = error else {
        return "members";
    };
    match **error {
        GroupExposureError::Conversion(_)
        | GroupExposureError::MissingRate { .. }
        | GroupExposureError::RateTwice { .. } => "rates",
        _ => "members",
    }
}
