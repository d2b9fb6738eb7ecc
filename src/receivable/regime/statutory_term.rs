use chrono::NaiveDate;

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
        /// The longest time to pay that a contract may set; `None` if there is no limit.
        pub longest: Option<Days>,
        /// The event from which the days are counted.
        pub counted_from: TermStart,
        /// The first day that is counted: the day after the event, or its own day.
        pub first_day: FirstDay,
        /// The fate of an agreed time that is longer than the longest.
        pub beyond: BeyondLongest,
        /// The time above which an agreed one needs to be express and justified; `None` if the statute asks
        /// for no justification.
        pub justified_above: Option<Days>,
        /// The day of the contract from which the term holds, if it is later than that of the statute.
        pub since: Option<NaiveDate>,
        /// The day of the invoice from which the term holds for older contracts too; `None` if it never does.
        pub older_since: Option<NaiveDate>,
    }
}

words! {
    /// The first day of a statutory term (首日).
    pub open enum FirstDay {
        /// The day after the event: a term of 30 days ends 30 days after the event.
        DayAfter = "day-after", "the day after the event", "次日起算", "次日起算";
        /// The day of the event itself: a term of 30 days ends 29 days after the event.
        SameDay = "same-day", "the day of the event itself", "当日起算", "當日起算";
    }
}

words! {
    /// The fate of an agreed time to pay that is longer than the longest of a statute (超长账期的效力).
    pub open enum BeyondLongest {
        /// It stands if the custom of the trade has it.
        CustomOfTrade = "custom-of-trade", "allowed by the custom of the trade", "依行业规范与交易习惯", "依行業規範與交易習慣";
        /// It stands if it was expressly agreed and is not grossly unfair to the creditor.
        ExpressAndFair = "express-and-fair", "allowed if express and not grossly unfair", "明示约定且非显失公平者有效", "明示約定且非顯失公平者有效";
        /// It stands if it ends within 45 days and the end of the month, was expressly agreed, and is no
        /// manifest abuse: France.
        MonthEndAnd45Days = "month-end-and-45-days", "allowed up to 45 days and the end of the month, if express and no abuse", "明示约定且无滥用者，得至月末加四十五日", "明示約定且無濫用者，得至月末加四十五日";
        /// It is void above the longest.
        Void = "void", "void", "超出部分无效", "超出部分無效";
    }
}

words! {
    /// The kind of a debtor, as statutes tell them apart (付款方类别).
    pub open enum DebtorKind in Set {
        /// A business; as the debtor of a debt, one that is not known to be large.
        Business = "business", "business", "企业", "企業";
        /// A public body that provides healthcare.
        HealthcareBody = "healthcare-body", "public healthcare body", "公立医疗机构", "公立醫療機構";
        /// A large enterprise that buys from a smaller one.
        LargeEnterprise = "large-enterprise", "large enterprise", "大型企业", "大型企業";
        /// A public body.
        PublicBody = "public-body", "public body", "公共机构", "公共機構";
        /// A public undertaking: a public body that trades.
        PublicUndertaking = "public-undertaking", "public undertaking", "公营企业", "公營企業";
    }
}

impl DebtorKind {
    /// Returns the wider kind whose terms bind this one where a statute has none for it.
    pub(crate) const fn wider(self) -> Option<Self> {
        match self {
            Self::HealthcareBody | Self::PublicUndertaking => Some(Self::PublicBody),
            Self::LargeEnterprise => Some(Self::Business),
            Self::Business | Self::PublicBody => None,
        }
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
