use crate::vocab::words::words;

words! {
    /// The day of a debt by which a statute decides whether it applies (适用基准日).
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::regime::AppliesBy;
    ///
    /// assert_eq!("order".parse::<AppliesBy>()?, AppliesBy::Order);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub open enum AppliesBy {
        /// The day on which the contract was made.
        Contract = "contract", "day of the contract", "订约日", "訂約日";
        /// The day on which the order was placed.
        Order = "order", "day of the order", "下单日", "下單日";
        /// The day on which the debt fell overdue: the first on which payment was late.
        OverdueDay = "overdue-day", "day on which the debt fell overdue", "逾期首日", "逾期首日";
    }
}

words! {
    /// The kind of a creditor, where a statute protects only some (收款方类别).
    pub open enum CreditorKind in Set {
        /// A large enterprise.
        LargeEnterprise = "large-enterprise", "large enterprise", "大型企业", "大型企業";
        /// A medium enterprise.
        MediumEnterprise = "medium-enterprise", "medium enterprise", "中型企业", "中型企業";
        /// A micro or small enterprise, registered as such where the statute asks for it.
        SmallEnterprise = "small-enterprise", "micro or small enterprise", "小微企业", "小微企業";
        /// A subcontractor that the statute protects from a larger principal.
        Subcontractor = "subcontractor", "protected subcontractor", "受保护的承揽方", "受保護的承攬方";
    }
}
