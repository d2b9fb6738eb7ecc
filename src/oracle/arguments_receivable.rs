use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::calendar::Calendar;
use crate::calendar::day_count::YearFraction;
use crate::oracle::arguments::arguments;
use crate::receivable::aging::{DelayWeight, OpenItem};
use crate::receivable::allocation::{Debt, DebtPart, Payment};
use crate::receivable::credit::CreditRequest;
use crate::receivable::discount::{Discount, DiscountedInvoice};
use crate::receivable::dunning::DunningFacts;
use crate::receivable::enforcement::{CollectionDecision, PolicyRecord};
use crate::receivable::habit::PaymentHistory;
use crate::receivable::instalment::{self, AmountRounding, InvoiceAmounts};
use crate::receivable::interest::LateDebt;
use crate::receivable::rate::LateRate;
use crate::receivable::settlement::Settlement;
use crate::receivable::statement::CustomerAccount;
use crate::receivable::term::{BaseDates, PaymentTerm};
use crate::receivable::waiver::WaiverRequest;
use crate::vocab::money::{Money, RoundedMoney, RoundingMode};
use crate::vocab::share::Share;
use crate::vocab::time::Days;

arguments! {
    /// Arguments of [`receivable::due_date`](crate::receivable::term::due_date()).
    DueDateArguments {
        term: PaymentTerm,
        dates: BaseDates,
        calendar: Calendar,
    }

    /// Arguments of [`receivable::instalments`](crate::receivable::instalment::instalments()).
    InstalmentsArguments {
        plan: instalment::Plan,
        invoice: InvoiceAmounts,
        dates: BaseDates,
        calendar: Calendar,
    }

    /// Arguments of [`receivable::discount`](crate::receivable::discount::discount()).
    DiscountArguments {
        invoice: DiscountedInvoice,
        paid: RoundedMoney,
        on: NaiveDate,
        calendar: Calendar,
    }

    /// Arguments of [`receivable::wrongly_taken`](crate::receivable::discount::wrongly_taken()).
    WronglyTakenArguments {
        discount: Discount,
        claimed: RoundedMoney,
    }

    /// Arguments of [`receivable::effective_annual_cost`](crate::receivable::discount::effective_annual_cost()).
    EffectiveAnnualCostArguments {
        discount: Share,
        early_by: YearFraction,
        places: u32,
        mode: RoundingMode,
    }

    /// Arguments of [`receivable::interest`](crate::receivable::interest::interest()).
    InterestArguments {
        rate: LateRate,
        debt: LateDebt,
        as_of: NaiveDate,
    }

    /// Arguments of [`receivable::payment_effect`](crate::receivable::effect::payment_effect()).
    PaymentEffectArguments {
        invoice: DiscountedInvoice,
        paid: RoundedMoney,
        on: NaiveDate,
        calendar: Calendar,
    }

    /// Arguments of [`receivable::paid_on`](crate::receivable::settlement::paid_on()).
    PaidOnArguments {
        settlement: Settlement,
    }

    /// Arguments of [`receivable::allocate`](crate::receivable::allocation::allocate()).
    AllocateArguments {
        debts: Vec<Debt>,
        payment: Payment,
    }

    /// Arguments of [`receivable::replay_payments`](crate::receivable::allocation::replay_payments()).
    ReplayPaymentsArguments {
        debts: Vec<Debt>,
        payments: Vec<Payment>,
    }

    /// Arguments of [`receivable::age`](crate::receivable::aging::age()).
    AgeArguments {
        items: Vec<OpenItem>,
        as_of: NaiveDate,
    }

    /// Arguments of [`receivable::average_days_late`](crate::receivable::aging::average_days_late()).
    AverageDaysLateArguments {
        items: Vec<OpenItem>,
        as_of: NaiveDate,
        weight: DelayWeight,
    }

    /// Arguments of [`receivable::days_sales_outstanding`](crate::receivable::aging::days_sales_outstanding()).
    DaysSalesOutstandingArguments {
        receivables: Money,
        credit_sales: Money,
        period: Days,
    }

    /// Arguments of [`receivable::dun`](crate::receivable::dunning::dun()).
    DunArguments {
        facts: DunningFacts,
    }

    /// Arguments of [`receivable::judge_credit`](crate::receivable::credit::judge_credit()).
    CreditArguments {
        request: CreditRequest,
    }

    /// Arguments of [`receivable::judge_waiver`](crate::receivable::waiver::judge_waiver()).
    WaiverArguments {
        request: WaiverRequest,
    }

    /// Arguments of [`receivable::completeness`](crate::receivable::completeness::completeness()).
    CompletenessArguments {
    }

    /// Arguments of [`receivable::enforcement`](crate::receivable::enforcement::enforcement()).
    EnforcementArguments {
        record: PolicyRecord,
    }

    /// Arguments of [`receivable::discretion`](crate::receivable::enforcement::discretion()).
    DiscretionArguments {
        decisions: Vec<CollectionDecision>,
    }

    /// Arguments of [`receivable::payment_habit`](crate::receivable::habit::payment_habit()).
    PaymentHabitArguments {
        history: PaymentHistory,
    }

    /// Arguments of [`receivable::statement`](crate::receivable::statement::statement()).
    StatementArguments {
        account: CustomerAccount,
        calendar: Calendar,
        as_of: NaiveDate,
    }

    /// Arguments of [`receivable::chained_discount`](crate::receivable::discount::chained_discount()).
    ChainedDiscountArguments {
        discounts: Vec<Share>,
    }

    /// Arguments of [`receivable::reduced_tax`](crate::receivable::discount::reduced_tax()).
    ReducedTaxArguments {
        untaxed: RoundedMoney,
        rate: Share,
        discount: Share,
        rounding: AmountRounding,
    }

    /// Arguments of [`receivable::join_charges`](crate::receivable::allocation::join_charges()).
    JoinChargesArguments {
        debts: Vec<Debt>,
        charges: Vec<DebtPart>,
    }

    /// Arguments of [`receivable::regimes`](crate::receivable::regime::regimes()).
    RegimesArguments {}
}
