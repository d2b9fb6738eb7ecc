use crate::vocab::words::words;

words! {
    /// A further provision of a statute that bears on a late payment (法定附注).
    pub open enum Note {
        /// If payment waits for an inspection, the term counts from its passing.
        AcceptanceTermsCountFromInspection = "acceptance-terms-count-from-inspection", "term counted from the passing of an inspection", "须经验收的，自验收合格起算", "須經驗收者，自驗收合格起算";
        /// The fixed compensation is set off against the costs of legal action.
        CompensationSetOffAgainstLegalCosts = "compensation-set-off-against-legal-costs", "compensation set off against legal costs", "固定赔偿金与法律费用相抵", "固定賠償金與法律費用相抵";
        /// Unpaid interest is added to the principal for one year at most.
        CompoundingEndsAfterOneYear = "compounding-ends-after-one-year", "compounding for one year at most", "复利至多一年", "複利至多一年";
        /// Interest stops while the debt is disputed by formal claim.
        DisputeStopsInterest = "dispute-stops-interest", "no interest during a formal dispute", "正式提出争议期间停止计息", "正式提出爭議期間停止計息";
        /// A due date on a day that is no working day moves to the next one.
        DueDateMovesToWorkingDay = "due-date-moves-to-working-day", "due date moved to the next working day", "到期日遇休息日顺延至下一工作日", "到期日遇假日順延至次一工作日";
        /// The debtor may not deduct the purchase from taxable income before it is paid.
        ExpenseDisallowedUntilPaid = "expense-disallowed-until-paid", "expense not deductible until paid", "付款前不得税前扣除", "付款前不得列報費用扣除";
        /// The creditor may not be made to take commercial bills for payment.
        ForcedCommercialBillsBanned = "forced-commercial-bills-banned", "no forced acceptance of commercial bills", "不得强制接受商业汇票", "不得強制接受商業匯票";
        /// "45 days end of month" has two lawful readings. One takes the month's end and then the
        /// days, the other the days and then the month's end.
        MonthEndTermReadTwoWays = "month-end-term-read-two-ways", "month-end term with two lawful readings", "月结账期有两种合法算法", "月結帳期有兩種合法算法";
        /// Interest and compensation are due without a reminder.
        NoReminderNeeded = "no-reminder-needed", "no reminder needed", "无须催告", "無須催告";
        /// Payment may not depend on the debtor's being paid.
        PayWhenPaidBanned = "pay-when-paid-banned", "no pay-when-paid clause", "禁止背靠背付款条款", "禁止背對背付款條款";
        /// Promissory notes are no payment.
        PromissoryNotesBanned = "promissory-notes-banned", "no payment by promissory note", "禁止以本票付款", "禁止以本票付款";
        /// Reasonable costs of recovery above the fixed compensation are due too.
        ReasonableCostsAboveCompensation = "reasonable-costs-above-compensation", "reasonable costs of recovery above the compensation", "超出赔偿金的合理追收费用", "超出賠償金的合理催收費用";
        /// The part of a debt that is not disputed has to be paid in time.
        UndisputedPartPayable = "undisputed-part-payable", "undisputed part payable in time", "无争议部分须按时支付", "無爭議部分須按時支付";
        /// An unlawful reduction of the price bears interest too.
        UnlawfulReductionBearsInterest = "unlawful-reduction-bears-interest", "interest on an unlawful reduction of the price", "违法减价部分亦计息", "違法減價部分亦計息";
        /// A discount for early payment that was taken too late bears interest.
        WronglyTakenDiscountBearsInterest = "wrongly-taken-discount-bears-interest", "interest on a discount taken too late", "逾期享用的折扣亦计息", "逾期享用的折扣亦計息";
    }
}
