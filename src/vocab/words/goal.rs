use crate::vocab::words::words;

words! {
    /// The goal of a strategy (策略目标): that of a stage, or to win an interrupted relationship back.
    pub open enum Goal {
        /// We turn a prospect into a customer.
        BecomeSupplier = "become-supplier", "become a supplier", "成为正式供应商", "成為正式供應商";
        /// We rise from secondary to main supplier.
        BecomeMainSupplier = "become-main-supplier", "become the main supplier", "成为主要供应商", "成為主要供應商";
        /// We rise from main to long-term supplier.
        BecomeLongTermSupplier = "become-long-term-supplier", "become the long-term supplier", "成为长期供应商", "成為長期供應商";
        /// We keep the partnership worth its lock on both sides.
        GrowTogether = "grow-together", "grow together", "共同成长", "共同成長";
        /// We win back a customer whose relationship with us is interrupted.
        WinBack = "win-back", "win the customer back", "赢回客户", "贏回客戶";
    }
}
