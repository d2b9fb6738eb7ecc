use serde::{Deserialize, Serialize};

/// What else a statute says that bears on a late payment (法定附注).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[non_exhaustive]
#[serde(rename_all = "kebab-case")]
pub enum Note {
    /// Where payment waits for an inspection, the term counts from its passing.
    AcceptanceTermsCountFromInspection,
    /// The fixed compensation is set off against the costs of legal action.
    CompensationSetOffAgainstLegalCosts,
    /// Unpaid interest is added to the principal for one year at most.
    CompoundingEndsAfterOneYear,
    /// Interest stops while the debt is disputed by formal claim.
    DisputeStopsInterest,
    /// A due date on a day that is no working day moves to the next one.
    DueDateMovesToWorkingDay,
    /// The debtor may not deduct the purchase from taxable income before it is paid.
    ExpenseDisallowedUntilPaid,
    /// The creditor may not be made to take commercial bills for payment.
    ForcedCommercialBillsBanned,
    /// "45 days end of month" has two lawful readings: the month's end and then the days, or the days
    /// and then the month's end.
    MonthEndTermReadTwoWays,
    /// Interest and compensation are due without a reminder.
    NoReminderNeeded,
    /// Payment may not depend on the debtor's being paid.
    PayWhenPaidBanned,
    /// Promissory notes are no payment.
    PromissoryNotesBanned,
    /// Reasonable costs of recovery above the fixed compensation are due too.
    ReasonableCostsAboveCompensation,
    /// The part of a debt that is not disputed has to be paid in time.
    UndisputedPartPayable,
    /// An unlawful reduction of the price bears interest too.
    UnlawfulReductionBearsInterest,
    /// A discount for early payment that was taken too late bears interest.
    WronglyTakenDiscountBearsInterest,
}
