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
        /// A directive binds the states and not the debtors: the law that a state made of it governs.
        DirectiveHasNoDirectEffect = "directive-has-no-direct-effect", "a directive, without direct effect on debtors", "指令，对付款方无直接效力", "指令，對付款方無直接效力";
        /// A term that leaves out interest for late payment is void in every case.
        ExclusionOfInterestVoid = "exclusion-of-interest-void", "exclusion of interest void", "排除迟付利息的约定无效", "排除遲付利息的約定無效";
        /// The debtor may not deduct the purchase from taxable income before it is paid.
        ExpenseDisallowedUntilPaid = "expense-disallowed-until-paid", "expense not deductible until paid", "付款前不得税前扣除", "付款前不得列報費用扣除";
        /// The creditor may not be made to take commercial bills for payment.
        ForcedCommercialBillsBanned = "forced-commercial-bills-banned", "no forced acceptance of commercial bills", "不得强制接受商业汇票", "不得強制接受商業匯票";
        /// Interest ends for good when a formal claim for the penalty is filed. An ordinary dispute does not end it.
        InterestEndsAtClaim = "interest-ends-at-claim", "no more interest once a formal claim is filed", "正式提出索赔后终止计息", "正式提出索賠後終止計息";
        /// No interest at all is earned after one year.
        InterestEndsAfterOneYear = "interest-ends-after-one-year", "interest for one year at most", "计息至多一年", "計息至多一年";
        /// The debtor may never deduct the interest itself from taxable income.
        InterestNotDeductible = "interest-not-deductible", "interest never deductible", "利息不得税前扣除", "利息不得列報費用扣除";
        /// Interest of the statute begins only after its longest term, even if an earlier day was agreed.
        InterestOnlyAfterLongestTerm = "interest-only-after-longest-term", "statutory interest only after the longest term", "法定迟延利息自最长账期届满起算", "法定遲延利息自最長帳期屆滿起算";
        /// "45 days end of month" has two lawful readings. One takes the month's end and then the
        /// days, the other the days and then the month's end.
        MonthEndTermReadTwoWays = "month-end-term-read-two-ways", "month-end term with two lawful readings", "月结账期有两种合法算法", "月結帳期有兩種合法算法";
        /// Payment on the next working day bears no penalty if the due date is none.
        NextWorkingDayWithoutPenalty = "next-working-day-without-penalty", "payment on the next working day without penalty", "到期日遇休息日，次一工作日付款不罚", "到期日遇假日，次一工作日付款不罰";
        /// A debtor who is not to blame for the delay owes no interest for it.
        NoInterestWithoutFault = "no-interest-without-fault", "no interest if the debtor is not to blame", "非因付款方过错者不计息", "非因付款方過錯者不計息";
        /// Interest and compensation are due without a reminder.
        NoReminderNeeded = "no-reminder-needed", "no reminder needed", "无须催告", "無須催告";
        /// Payment may not depend on the debtor's being paid.
        PayWhenPaidBanned = "pay-when-paid-banned", "no pay-when-paid clause", "禁止背靠背付款条款", "禁止背對背付款條款";
        /// An invoice that sums up the deliveries of a month is due within 45 days of its date.
        PeriodicInvoiceWithin45Days = "periodic-invoice-within-45-days", "periodic invoice due within 45 days", "汇总发票须于四十五日内支付", "彙總發票須於四十五日內支付";
        /// Promissory notes are no payment.
        PromissoryNotesBanned = "promissory-notes-banned", "no payment by promissory note", "禁止以本票付款", "禁止以本票付款";
        /// Reasonable costs of recovery above the fixed compensation are due too.
        ReasonableCostsAboveCompensation = "reasonable-costs-above-compensation", "reasonable costs of recovery above the compensation", "超出赔偿金的合理追收费用", "超出賠償金的合理催收費用";
        /// A reminder, or a day that the calendar tells, starts interest before the statutory term has passed.
        ReminderStartsInterestSooner = "reminder-starts-interest-sooner", "interest sooner by a reminder or a calendar day", "经催告或定有日期者提前计息", "經催告或定有日期者提前計息";
        /// Another day of entry into force holds in Scotland, by its own instrument.
        ScotlandByItsOwnInstrument = "scotland-by-its-own-instrument", "Scotland by its own instrument", "苏格兰另有施行日", "蘇格蘭另有施行日";
        /// In standard terms, a time of more than 30 days is presumed void.
        StandardTermsOver30DaysPresumedVoid = "standard-terms-over-30-days-presumed-void", "over 30 days in standard terms presumed void", "格式条款中超过三十日者推定无效", "定型化條款中超過三十日者推定無效";
        /// Interest is earned on the taxes in the invoice too.
        TaxesBearInterest = "taxes-bear-interest", "interest on the taxes in the invoice", "发票所含税款亦计息", "發票所含稅款亦計息";
        /// The part of a debt that is not disputed has to be paid in time.
        UndisputedPartPayable = "undisputed-part-payable", "undisputed part payable in time", "无争议部分须按时支付", "無爭議部分須按時支付";
        /// An unlawful reduction of the price bears interest too.
        UnlawfulReductionBearsInterest = "unlawful-reduction-bears-interest", "interest on an unlawful reduction of the price", "违法减价部分亦计息", "違法減價部分亦計息";
        /// A discount for early payment that was taken too late bears interest.
        WronglyTakenDiscountBearsInterest = "wrongly-taken-discount-bears-interest", "interest on a discount taken too late", "逾期享用的折扣亦计息", "逾期享用的折扣亦計息";
    }
}
