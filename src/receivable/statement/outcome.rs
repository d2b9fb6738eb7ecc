use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::record;
use crate::receivable::aging::Aging;
use crate::receivable::completeness::Completeness;
use crate::receivable::credit::Exposure;
use crate::receivable::dunning::Dunning;
use crate::receivable::habit::PaymentHabit;
use crate::receivable::interest::Interest;
use crate::receivable::ledger::{DocumentKind, Ledger, LedgerFee};
use crate::receivable::statement::period::Period;
use crate::receivable::statement::totals::StatementTotals;
use crate::verdict::{Assessment, Finding, Findings, weigh_parts};
use crate::vocab::money::Money;
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
        /// The documents that were issued by then, in the order of the ledger.
        pub documents: Vec<StatedDocument>,
        /// The totals of the account.
        pub totals: StatementTotals,
        /// The opening balance, the movements and the closing balance; `None` unless a period was asked
        /// for.
        pub period: Option<Period>,
        /// The open principal and the open fees by age, less the credit that covers them.
        pub aging: Aging,
        /// The credit that is left when it has covered what is open, shipped and ordered. It is zero if
        /// the policy keeps credit apart.
        pub free_credit: Money,
        /// The findings on the timely payment of each document, which may still be possible
        /// (REC-03).
        pub timeliness: Findings,
        /// The findings on what the customer was let off (REC-04).
        pub waivers: Findings,
        /// The exposure.
        pub exposure: Exposure,
        /// The completeness of the policy.
        pub completeness: Assessment<Completeness>,
        /// The customer's place on the dunning ladder.
        pub dunning: Assessment<Dunning>,
        /// The payment habit of the customer.
        pub habit: Assessment<PaymentHabit>,
        /// The ledger, in which every figure of the principal, of charges and of credit is found.
        pub ledger: Ledger,
    }
}

weigh_parts! { Statement: completeness timeliness waivers dunning habit }

impl Statement {
    /// Returns every finding, in the order of the parts.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.completeness
            .findings()
            .iter()
            .chain(self.timeliness.iter())
            .chain(self.waivers.iter())
            .chain(self.dunning.findings().iter())
            .chain(self.habit.findings().iter())
    }
}

record! {
    /// A document of a statement (对账单明细).
    #[non_exhaustive]
    pub struct StatedDocument {
        /// The caller's id.
        pub id: DocumentId,
        /// The kind of the document.
        pub kind: DocumentKind,
        /// The invoice to which it belongs.
        pub invoice: DocumentId,
        /// The day of issue.
        pub issued: NaiveDate,
        /// The due date; `None` for a retention whose release nobody knows.
        pub due: Option<NaiveDate>,
        /// The invoiced total.
        pub total: Money,
        /// The sum of the discounts on it.
        pub discounted: Money,
        /// The open amount: the total less payments, credit notes, discounts and write-offs.
        pub open: Money,
        /// The day on which the last of it was settled.
        pub settled_on: Option<NaiveDate>,
        /// The number of days past the due date, on the day or when it was settled.
        pub days_overdue: Days,
        /// The interest up to the day, segment by segment; `None` if the policy has none.
        pub interest: Option<Interest>,
        /// The part of the interest that is paid, waived or written off.
        pub interest_cleared: Money,
        /// The fixed sum and the other charges for paying late. The ledger has their rows.
        pub compensation: Money,
        /// The part of them that is paid, waived or written off.
        pub compensation_cleared: Money,
        /// The fees on it.
        pub fees: Vec<LedgerFee>,
    }
}
