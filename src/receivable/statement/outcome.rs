use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::record;
use crate::receivable::aging::{Aging, OpenItem, Receipt, age};
use crate::receivable::allocation::Allocation;
use crate::receivable::cards::REC_03;
use crate::receivable::completeness::{Completeness, completeness};
use crate::receivable::credit::Exposure;
use crate::receivable::dunning::{Dispute, Dunning, DunningFacts, OpenInvoice, dun};
use crate::receivable::habit::{InvoicePayment, PaymentHabit, PaymentHistory, payment_habit};
use crate::receivable::interest::Interest;
use crate::receivable::policy::ReceivablePolicy;
use crate::receivable::statement::account::CustomerAccount;
use crate::receivable::statement::error::StatementError;
use crate::receivable::statement::open::OpenDebt;
use crate::verdict::{
    Assessment, Bound, Evidence, Fact, Finding, Findings, Reading, Recorder, Subject, weigh_parts,
};
use crate::vocab::known::{Known, Lasting};
use crate::vocab::money::{Currency, Money};
use crate::vocab::name::{DocumentId, Label};
use crate::vocab::time::Days;

record! {
    /// The statement of one customer's account on a day (对账单), with the parts of every figure.
    #[non_exhaustive]
    pub struct Statement {
        /// The customer's name.
        pub customer: Label,
        /// The day of the statement.
        pub as_of: NaiveDate,
        /// The invoices that were issued by then, in the order of the account.
        pub invoices: Vec<StatedInvoice>,
        /// The allocations of the payments, in the order in which they were applied.
        pub allocations: Vec<Allocation>,
        /// The totals of the account.
        pub totals: StatementTotals,
        /// The open principal by age.
        pub aging: Aging,
        /// The findings on the timely payment of each invoice, which may still be possible
        /// (REC-03).
        pub timeliness: Findings,
        /// The exposure.
        pub exposure: Exposure,
        /// The completeness of the policy.
        pub completeness: Assessment<Completeness>,
        /// The customer's place on the dunning ladder.
        pub dunning: Assessment<Dunning>,
        /// The payment habit of the customer.
        pub habit: Assessment<PaymentHabit>,
    }
}

weigh_parts! { Statement: completeness timeliness dunning habit }

impl Statement {
    /// Returns every finding, in the order of the parts.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.completeness
            .findings()
            .iter()
            .chain(self.timeliness.iter())
            .chain(self.dunning.findings().iter())
            .chain(self.habit.findings().iter())
    }
}

record! {
    /// An invoice of a statement (对账单明细).
    #[non_exhaustive]
    pub struct StatedInvoice {
        /// The caller's id.
        pub id: DocumentId,
        /// The day of issue.
        pub issued: NaiveDate,
        /// The due date.
        pub due: NaiveDate,
        /// The invoiced total.
        pub total: Money,
        /// The sum of the discounts on it.
        pub discounted: Money,
        /// The open amount: the total less payments, credit notes and discounts.
        pub open: Money,
        /// The day on which the last of it was settled.
        pub settled_on: Option<NaiveDate>,
        /// The number of days past the due date, on the day or when it was settled.
        pub days_overdue: Days,
        /// The interest up to the day, segment by segment; `None` if the policy has none.
        pub interest: Option<Interest>,
        /// The paid part of the interest.
        pub interest_paid: Money,
        /// The fixed sum for paying late.
        pub compensation: Money,
        /// The paid part of the fixed sum.
        pub compensation_paid: Money,
    }
}

record! {
    /// The totals of a statement (合计).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct StatementTotals {
        /// The open amount of the invoices.
        pub principal: Money,
        /// The interest that is charged and not paid.
        pub interest: Money,
        /// The fixed sums that are not paid.
        pub compensation: Money,
        /// The paid amount that settled nothing: the customer's credit.
        pub credit: Money,
        /// The whole debt less the credit.
        pub balance: Money,
    }
}

/// Makes the statement after every event was applied.
pub(super) fn conclude(
    policy: &ReceivablePolicy,
    account: &CustomerAccount,
    debts: Vec<OpenDebt<'_>>,
    allocations: Vec<Allocation>,
    mut dunned: DunningFacts,
) -> Result<Statement, StatementError> {
    let as_of = dunned.as_of;
    let open: Vec<OpenInvoice> = debts
        .iter()
        .map(|debt| OpenInvoice::of(debt.document, debt.open))
        .collect();
    let items = debts
        .iter()
        .map(|debt| item(debt, &account.disputes, as_of))
        .collect::<Result<Vec<_>, _>>()?;
    let history = PaymentHistory::new(as_of, history(&debts));
    let invoices = debts
        .into_iter()
        .map(|debt| stated(policy, debt, as_of))
        .collect::<Result<Vec<_>, _>>()?;
    let mut exposure = Exposure::of_invoices(account.currency, &open, as_of, Days::new(0))?;
    exposure.ordered = account.ordered.as_of(as_of, Lasting::Term);
    exposure.shipped = account.shipped.as_of(as_of, Lasting::Term);
    dunned.invoices = Known::measured(open);
    Ok(Statement {
        customer: account.customer,
        as_of,
        totals: totals(account.currency, &invoices, &allocations)?,
        timeliness: timeliness(&invoices, as_of),
        invoices,
        allocations,
        aging: age(policy.aging(), &items, as_of)?,
        exposure,
        completeness: completeness(policy),
        dunning: dun(policy.dunning(), &dunned)?,
        habit: payment_habit(policy.habit(), &history)?,
    })
}

fn stated(
    policy: &ReceivablePolicy,
    debt: OpenDebt<'_>,
    as_of: NaiveDate,
) -> Result<StatedInvoice, StatementError> {
    let until = debt.settled_on.unwrap_or(as_of);
    Ok(StatedInvoice {
        id: debt.invoice.id,
        issued: debt.invoice.dates.invoice,
        due: debt.invoice.due,
        total: debt.invoice.amounts.total().money(),
        discounted: debt.discounted,
        open: debt.open,
        settled_on: debt.settled_on,
        days_overdue: Days::between(debt.invoice.due, until).unwrap_or(Days::new(0)),
        interest: debt.interest(policy, as_of)?,
        interest_paid: debt.interest_paid,
        compensation: debt.compensation(policy, as_of)?,
        compensation_paid: debt.compensation_paid,
    })
}

/// Compares the day of settlement of each invoice, or the day of the statement, with its due date.
fn timeliness(invoices: &[StatedInvoice], as_of: NaiveDate) -> Findings {
    Findings::of(|r| {
        for invoice in invoices {
            let observed = invoice.settled_on.unwrap_or(as_of);
            let (bound, required) = (Bound::AtMost, invoice.due);
            r.require(&REC_03, observed <= required, || {
                let reading = Reading::Date {
                    observed,
                    bound,
                    required,
                };
                Evidence::new(Fact::PaymentDate, reading).of(Subject::Document { id: invoice.id })
            });
        }
    })
}

fn totals(
    currency: Currency,
    invoices: &[StatedInvoice],
    allocations: &[Allocation],
) -> Result<StatementTotals, StatementError> {
    let nothing = Money::zero(currency);
    let (mut principal, mut interest, mut compensation) = (nothing, nothing, nothing);
    for invoice in invoices {
        principal = principal.checked_add(invoice.open)?;
        if let Some(charged) = &invoice.interest {
            let left = charged
                .charged()
                .money()
                .checked_sub(invoice.interest_paid)?;
            interest = interest.checked_add(left)?;
        }
        let left = invoice
            .compensation
            .checked_sub(invoice.compensation_paid)?;
        compensation = compensation.checked_add(left)?;
    }
    let credit = allocations.iter().try_fold(nothing, |sum, allocation| {
        sum.checked_add(allocation.unapplied())
    })?;
    let balance = principal
        .checked_add(interest)?
        .checked_add(compensation)?
        .checked_sub(credit)?;
    Ok(StatementTotals {
        principal,
        interest,
        compensation,
        credit,
        balance,
    })
}

fn item(
    debt: &OpenDebt<'_>,
    disputes: &[Dispute],
    as_of: NaiveDate,
) -> Result<OpenItem, StatementError> {
    let invoice = debt.invoice;
    let total = invoice.amounts.total().money();
    let mut item = OpenItem::of(debt.document, total);
    for change in debt.debt.changes() {
        let (date, amount) = (change.date, change.amount);
        item = item.with_receipt(Receipt { date, amount })?;
    }
    let disputed = disputes
        .iter()
        .filter(|dispute| dispute.document == invoice.id && dispute.runs_on(as_of))
        .try_fold(Money::zero(total.currency()), |sum, dispute| {
            sum.checked_add(dispute.amount.unwrap_or(total))
        })?;
    Ok(item.with_disputed(disputed)?)
}

/// Lists the payments of the invoices, in the order of their due dates.
fn history(debts: &[OpenDebt<'_>]) -> Vec<InvoicePayment> {
    let mut history: Vec<_> = debts
        .iter()
        .map(|debt| InvoicePayment {
            document: debt.invoice.id,
            due: debt.invoice.due,
            rescheduled_on: debt.invoice.rescheduled_on,
            paid_on: debt.settled_on,
        })
        .collect();
    history.sort_by_key(|invoice| (invoice.due, invoice.document));
    history
}

/// Returns what is known for dunning on a day, before anything is known of the open invoices.
pub(super) fn dunning_facts(account: &CustomerAccount, as_of: NaiveDate) -> DunningFacts {
    let mut facts = DunningFacts::new(as_of);
    let reminders = account.reminders.iter();
    let known = reminders.filter(|reminder| reminder.on <= as_of).cloned();
    facts.reminders = Known::measured(known.collect());
    facts.disputes = Known::measured(account.disputes.clone());
    let promises = account.promises.iter();
    let known = promises.filter(|promise| promise.made <= as_of).copied();
    facts.promises = Known::measured(known.collect());
    facts.exclusion = account.exclusion;
    facts
}
