use crate::form::record;
use crate::vocab::time::Days;
use crate::vocab::words::words;

record! {
    /// The time that a statute allows a kind of debtor to pay (法定账期).
    #[derive(Copy, Hash)]
    pub closed struct StatutoryTerm {
        /// The kind of debtor that the term binds.
        pub debtor: DebtorKind,
        /// The time to pay if the contract sets none; `None` if the statute sets none either.
        pub default: Option<Days>,
        /// The longest time to pay that a contract may set, exceptions of the statute aside; `None`
        /// if there is no limit.
        pub longest: Option<Days>,
        /// The event from which the days are counted.
        pub counted_from: TermStart,
    }
}

words! {
    /// The kind of debtor that a statutory term binds (付款方类别).
    pub open enum DebtorKind {
        /// Any business.
        Business = "business", "business", "企业", "企業";
        /// A public body that provides healthcare.
        HealthcareBody = "healthcare-body", "public healthcare body", "公立医疗机构", "公立醫療機構";
        /// A large enterprise that buys from a smaller one.
        LargeEnterprise = "large-enterprise", "large enterprise", "大型企业", "大型企業";
        /// A public body.
        PublicBody = "public-body", "public body", "公共机构", "公共機構";
    }
}

words! {
    /// The event from which the days of a statutory term are counted (账期起算点).
    pub open enum TermStart {
        /// The acceptance of goods or services.
        Acceptance = "acceptance", "acceptance", "验收", "驗收";
        /// The delivery of goods or services.
        Delivery = "delivery", "delivery", "交付", "交付";
        /// The date of the invoice.
        InvoiceDate = "invoice-date", "invoice date", "开票日", "發票日";
        /// The receipt of the invoice or of the goods or services or their acceptance, whichever is last.
        LastOfInvoiceAndDelivery = "last-of-invoice-and-delivery", "last of invoice receipt, delivery and acceptance", "收票、交付、验收中最后者", "收到發票、交付、驗收中最後者";
    }
}
