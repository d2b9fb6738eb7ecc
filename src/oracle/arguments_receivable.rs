use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::oracle::arguments::arguments;
use crate::receivable::{
    AmountRounding, BaseDates, Calendar, CollectionDecision, CreditRequest, CustomerAccount, Debt,
    DebtPart, DelayWeight, Discount, DiscountedInvoice, DunningFacts, InstalmentPlan,
    InvoiceAmounts, LateDebt, LateRate, OpenItem, Payment, PaymentHistory, PaymentTerm,
    PolicyRecord, Settlement, WaiverRequest, YearFraction,
};
use crate::vocab::{Days, Money, RoundedMoney, RoundingMode, Share};

arguments! {
    /// Arguments of [`receivable::due_date`](crate::receivable::due_date()).
    DueDateArguments {
        term: PaymentTerm,
        dates: BaseDates,
        calendar: Calendar,
    }

    /// Arguments of [`receivable::instalments`](crate::receivable::instalments()).
    InstalmentsArguments {
        plan: InstalmentPlan,
        invoice: InvoiceAmounts,
        dates: BaseDates,
        calendar: Calendar,
    }

    /// Arguments of [`receivable::discount`](crate::receivable::discount()).
    DiscountArguments {
        invoice: DiscountedInvoice,
        paid: RoundedMoney,
        on: NaiveDate,
        calendar: Calendar,
    }

    /// Arguments of [`receivable::wrongly_taken`](crate::receivable::wrongly_taken()).
    WronglyTakenArguments {
        discount: Discount,
        claimed: RoundedMoney,
    }

    /// Arguments of [`receivable::effective_annual_cost`](crate::receivable::effective_annual_cost()).
    EffectiveAnnualCostArguments {
        discount: Share,
        early_by: YearFraction,
        places: u32,
        mode: RoundingMode,
    }

    /// Arguments of [`receivable::interest`](crate::receivable::interest()).
    InterestArguments {
        rate: LateRate,
        debt: LateDebt,
        as_of: NaiveDate,
    }

    /// Arguments of [`receivable::payment_effect`](crate::receivable::payment_effect()).
    PaymentEffectArguments {
        invoice: DiscountedInvoice,
        paid: RoundedMoney,
        on: NaiveDate,
        calendar: Calendar,
    }

    /// Arguments of [`receivable::paid_on`](crate::receivable::paid_on()).
    PaidOnArguments {
        settlement: Settlement,
    }

    /// Arguments of [`receivable::allocate`](crate::receivable::allocate()).
    AllocateArguments {
        debts: Vec<Debt>,
        payment: Payment,
    }

    /// Arguments of [`receivable::replay_payments`](crate::receivable::replay_payments()).
    ReplayPaymentsArguments {
        debts: Vec<Debt>,
        payments: Vec<Payment>,
    }

    /// Arguments of [`receivable::age`](crate::receivable::age()).
    AgeArguments {
        items: Vec<OpenItem>,
        as_of: NaiveDate,
    }

    /// Arguments of [`receivable::average_days_late`](crate::receivable::average_days_late()).
    AverageDaysLateArguments {
        items: Vec<OpenItem>,
        as_of: NaiveDate,
        weight: DelayWeight,
    }

    /// Arguments of [`receivable::days_sales_outstanding`](crate::receivable::days_sales_outstanding()).
    DaysSalesOutstandingArguments {
        receivables: Money,
        credit_sales: Money,
        period: Days,
    }

    /// Arguments of [`receivable::dun`](crate::receivable::dun()).
    DunArguments {
        facts: DunningFacts,
    }

    /// Arguments of [`receivable::judge_credit`](crate::receivable::judge_credit()).
    CreditArguments {
        request: CreditRequest,
    }

    /// Arguments of [`receivable::judge_waiver`](crate::receivable::judge_waiver()).
    WaiverArguments {
        request: WaiverRequest,
    }

    /// Arguments of [`receivable::completeness`](crate::receivable::completeness()).
    CompletenessArguments {
    }

    /// Arguments of [`receivable::enforcement`](crate::receivable::enforcement()).
    EnforcementArguments {
        record: PolicyRecord,
    }

    /// Arguments of [`receivable::discretion`](crate::receivable::discretion()).
    DiscretionArguments {
        decisions: Vec<CollectionDecision>,
    }

    /// Arguments of [`receivable::payment_habit`](crate::receivable::payment_habit()).
    PaymentHabitArguments {
        history: PaymentHistory,
    }

    /// Arguments of [`receivable::statement`](crate::receivable::statement()).
    StatementArguments {
        account: CustomerAccount,
        calendar: Calendar,
        as_of: NaiveDate,
    }

    /// Arguments of [`receivable::chained_discount`](crate::receivable::chained_discount()).
    ChainedDiscountArguments {
        discounts: Vec<Share>,
    }

    /// Arguments of [`receivable::reduced_tax`](crate::receivable::reduced_tax()).
    ReducedTaxArguments {
        untaxed: RoundedMoney,
        rate: Share,
        discount: Share,
        rounding: AmountRounding,
    }

    /// Arguments of [`receivable::join_charges`](crate::receivable::join_charges()).
    JoinChargesArguments {
        debts: Vec<Debt>,
        charges: Vec<DebtPart>,
    }

    /// Arguments of [`receivable::regimes`](crate::receivable::regimes()).
    RegimesArguments {}
}
