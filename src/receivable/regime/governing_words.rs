use crate::vocab::words::words;

words! {
    /// The state of the question which regime governs a debt (适用结论).
    pub closed enum GoverningDecision {
        /// One regime governs the debt.
        Governed = "governed", "governed by a regime", "有适用的制度", "有適用的制度";
        /// An unknown fact leaves the question open, or two regimes claim the debt.
        Undecided = "undecided", "undecided", "未定", "未定";
        /// No regime that is known to the caller governs the debt.
        Ungoverned = "ungoverned", "governed by no known regime", "无已知的适用制度", "無已知的適用制度";
    }
}

words! {
    /// The reason for which a regime governs a debt or does not (适用理由).
    pub open enum GoverningGround {
        /// The regime protects no creditor of this kind.
        CreditorNotCovered = "creditor-not-covered", "creditor not protected", "收款方不受保护", "收款方不受保護";
        /// The regime protects some kinds of creditors, and that of this one is unknown.
        CreditorUnknown = "creditor-unknown", "kind of creditor unknown", "收款方类别不明", "收款方類別不明";
        /// The day by which the regime applies is unknown.
        DateUnknown = "date-unknown", "day unknown", "基准日不明", "基準日不明";
        /// The regime governs the debt.
        Governs = "governs", "governs the debt", "适用", "適用";
        /// The regime is a directive: it binds states, and the law that this state made of it is not known here.
        NoDirectEffect = "no-direct-effect", "a directive, without direct effect", "指令，无直接效力", "指令，無直接效力";
        /// The regime was no longer in force on the day by which it applies.
        NoLongerInForce = "no-longer-in-force", "no longer in force on that day", "当日已失效", "當日已失效";
        /// The regime was not yet in force on the day by which it applies.
        NotYetInForce = "not-yet-in-force", "not yet in force on that day", "当日尚未施行", "當日尚未施行";
        /// The regime binds no debtor of this kind.
        OtherDebtor = "other-debtor", "other debtors", "付款方不受约束", "付款方不受約束";
        /// The regime is the law of another jurisdiction.
        OtherJurisdiction = "other-jurisdiction", "law of another jurisdiction", "他法域之法", "他法域之法";
    }
}
