use alloc::boxed::Box;

use thiserror::Error;

use crate::form::{Gathered, Several, checked, record, several};
use crate::receivable::limit::Amounts;
use crate::vocab::money::Money;
use crate::vocab::share::Share;
use crate::vocab::words::words;

checked! {
    /// The choices by which events become a ledger (账户处理办法).
    ///
    /// In the [`standard`](Self::standard) the customer's credit goes onto the next invoice. A set-off
    /// counts from its declaration, and no difference is small enough to be forgotten.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::account::{AccountPolicy, CreditUse};
    ///
    /// let policy = AccountPolicy::standard();
    /// assert_eq!(policy.credit_use(), CreditUse::NextInvoice);
    /// assert_eq!(policy.with_credit_use(CreditUse::Held).credit_use(), CreditUse::Held);
    /// ```
    #[derive(Hash)]
    pub struct AccountPolicy, checked by AccountPolicy::checked {
        /// The use of the customer's credit that nobody assigned.
        credit_use: CreditUse => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The day from which a set-off counts.
        set_off: SetOffEffect => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The treatment of a credit note that is larger than its invoice.
        excess_credit_note: ExcessCreditNote,
        /// The place of the customer's credit in aging, dunning, exposure and days of sales.
        credits: Netting => "REC-01" "REC-06",
        /// The small differences that a payment may leave.
        tolerance: Tolerance => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The most rows of allocation that one account may have, at least 1. More rows are an error.
        most_rows: u32 where [1, i128::MAX],
        /// The detail of the ledger: every change, or only the totals of each document.
        detail: Detail,
    }
}

impl AccountPolicy {
    /// Returns the policy that the rulebook settled on.
    #[must_use]
    pub const fn standard() -> Self {
        Self {
            credit_use: CreditUse::NextInvoice,
            set_off: SetOffEffect::FromDeclaration,
            excess_credit_note: ExcessCreditNote::Refused,
            credits: Netting::Net,
            tolerance: Tolerance::none(),
            most_rows: 1_000_000,
            detail: Detail::EachChange,
        }
    }

    /// Sets the use of the customer's credit that nobody assigned.
    #[must_use]
    pub fn with_credit_use(self, credit_use: CreditUse) -> Self {
        Self { credit_use, ..self }
    }

    /// Sets the day from which a set-off counts.
    #[must_use]
    pub fn with_set_off(self, set_off: SetOffEffect) -> Self {
        Self { set_off, ..self }
    }

    /// Sets the treatment of a credit note that is larger than its invoice.
    #[must_use]
    pub fn with_excess_credit_note(self, excess_credit_note: ExcessCreditNote) -> Self {
        Self {
            excess_credit_note,
            ..self
        }
    }

    /// Sets the place of the customer's credit in aging, dunning, exposure and days of sales.
    #[must_use]
    pub fn with_credits(self, credits: Netting) -> Self {
        Self { credits, ..self }
    }

    /// Replaces the small differences that a payment may leave.
    ///
    /// # Errors
    ///
    /// [`AccountPolicyError::NegativeTolerance`] is returned when an amount is below zero.
    pub fn with_tolerance(self, tolerance: Tolerance) -> Result<Self, AccountPolicyError> {
        Self { tolerance, ..self }.checked()
    }

    /// Sets the most rows of allocation that one account may have.
    ///
    /// # Errors
    ///
    /// [`AccountPolicyError::NoRows`] is returned when there may be none.
    pub fn with_most_rows(self, most_rows: u32) -> Result<Self, AccountPolicyError> {
        Self { most_rows, ..self }.checked()
    }

    /// Sets the detail of the ledger.
    #[must_use]
    pub fn with_detail(self, detail: Detail) -> Self {
        Self { detail, ..self }
    }

    /// Returns the use of the customer's credit that nobody assigned.
    #[must_use]
    pub const fn credit_use(&self) -> CreditUse {
        self.credit_use
    }

    /// Returns the day from which a set-off counts.
    #[must_use]
    pub const fn set_off(&self) -> SetOffEffect {
        self.set_off
    }

    /// Returns the treatment of a credit note that is larger than its invoice.
    #[must_use]
    pub const fn excess_credit_note(&self) -> ExcessCreditNote {
        self.excess_credit_note
    }

    /// Returns the place of the customer's credit in aging, dunning, exposure and days of sales.
    #[must_use]
    pub const fn credits(&self) -> Netting {
        self.credits
    }

    /// Returns the small differences that a payment may leave.
    #[must_use]
    pub const fn tolerance(&self) -> &Tolerance {
        &self.tolerance
    }

    /// Returns the most rows of allocation that one account may have.
    #[must_use]
    pub const fn most_rows(&self) -> u32 {
        self.most_rows
    }

    /// Returns the detail of the ledger.
    #[must_use]
    pub const fn detail(&self) -> Detail {
        self.detail
    }

    fn checked(self) -> Result<Self, AccountPolicyError> {
        let mut errors = Gathered::new();
        for given in self.tolerance.amounts.negative() {
            errors.keep(AccountPolicyError::NegativeTolerance { given });
        }
        if self.most_rows == 0 {
            errors.keep(AccountPolicyError::NoRows);
        }
        errors.settle(|| self)
    }
}

record! {
    /// The differences that are small enough to be forgotten (小额差异容忍).
    ///
    /// If a payment leaves no more of a debt than both bounds allow, the rest is taken off on the day of
    /// the payment. A payment that is short of a discounted amount by no more earns the discount.
    #[derive(Hash)]
    pub closed struct Tolerance {
        /// The largest difference in each currency. A currency that is not named has none, and an amount
        /// below zero is refused.
        pub amounts: Amounts => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The largest difference as a share of the total of the debt.
        pub share: Share => "REC-03" "REC-04" "REC-06" "REC-07",
    }
}

impl Tolerance {
    /// Returns a tolerance of nothing.
    #[must_use]
    pub const fn none() -> Self {
        Self {
            amounts: Amounts::none(),
            share: Share::ALL,
        }
    }
}

words! {
    /// The use of the customer's credit that nobody assigned (贷方余额用途).
    ///
    /// Money that named an invoice waits for that invoice in any case.
    pub closed enum CreditUse {
        /// A declaration of set-off uses it, and nothing else does (须经声明).
        ByDeclaration = "by-declaration", "used by declaration", "经声明使用", "經聲明使用";
        /// It stays credit until it is refunded. A set-off is refused (留存).
        Held = "held", "held until refunded", "留存待退", "留存待退";
        /// It pays what is open, and the next invoice on its day of issue (自动抵充下一发票).
        NextInvoice = "next-invoice", "used for the next invoice", "抵充下一张发票", "抵充下一張發票";
    }
}

words! {
    /// The day from which a set-off counts (抵销生效日).
    pub closed enum SetOffEffect {
        /// The set-off counts from the day of its declaration (自声明之日).
        FromDeclaration = "from-declaration", "from the day of declaration", "自声明之日起", "自聲明之日起";
        /// The set-off counts from the first day on which both claims stood against each other
        /// (溯及抵销适状之时).
        LooksBack = "looks-back", "from the day both claims stood against each other", "溯及双方债权并存之日", "溯及雙方債權並存之日";
    }
}

words! {
    /// The treatment of a credit note that is larger than its invoice (超额贷项).
    pub closed enum ExcessCreditNote {
        /// The excess is the customer's credit (转为贷方余额).
        Credit = "credit", "kept as credit", "转为贷方余额", "轉為貸方餘額";
        /// The credit note is an error (拒绝).
        Refused = "refused", "refused", "不予接受", "不予接受";
    }
}

words! {
    /// The place of the customer's credit beside its debts (贷方余额列示).
    pub closed enum Netting {
        /// Credit is shown apart, and debts are counted whole (分列).
        Apart = "apart", "shown apart", "分别列示", "分別列示";
        /// Credit covers debts that are not disputed, those that fall due first before the others, then what
        /// is disputed, and then what is shipped or ordered (相抵).
        Net = "net", "netted", "相抵后列示", "相抵後列示";
    }
}

words! {
    /// The detail of a ledger (明细程度).
    pub closed enum Detail {
        /// Every change of every document is listed (逐笔).
        EachChange = "each-change", "each change", "逐笔列示", "逐筆列示";
        /// Each document has its totals only, whatever number of rows they are made of (仅列合计).
        TotalsOnly = "totals-only", "totals only", "仅列合计", "僅列合計";
    }
}

/// Returned when an account policy contradicts itself.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum AccountPolicyError {
    /// A tolerated difference is below zero.
    #[error("a tolerance of {given}, expected zero or more")]
    NegativeTolerance {
        /// The amount given.
        given: Money,
    },
    /// An account may have no row at all.
    #[error("an account of at most 0 rows, expected 1 or more")]
    NoRows,
    /// Several choices are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub AccountPolicyError);
