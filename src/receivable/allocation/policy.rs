use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use crate::form::{Gathered, checked};
use crate::receivable::allocation::bucket::Order;
use crate::receivable::allocation::error::AllocationPolicyError;
use crate::vocab::words::words;

checked! {
    /// The order in which a payment settles the debts (清偿抵充办法).
    ///
    /// Three choices make a policy: the order of debts ([`DebtCriterion`]), the order of the parts
    /// of a debt ([`Order`]), and the order of these two ([`Path`]).
    /// [`Preset`](crate::receivable::allocation::Preset) holds the orders of laws and systems.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::allocation::{AllocationPolicy, Preset, PrepaymentRule};
    ///
    /// let policy = AllocationPolicy::standard();
    /// assert_eq!(policy, Preset::ChineseCivilCode.policy());
    ///
    /// let only_what_is_due = policy.with_in_advance(PrepaymentRule::KeepUnapplied)?;
    /// assert_eq!(only_what_is_due.in_advance(), PrepaymentRule::KeepUnapplied);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Hash)]
    pub struct AllocationPolicy, checked by AllocationPolicy::checked {
        /// The criteria by which one debt is paid before another, the first deciding. A criterion
        /// given twice is refused, and so is one after pro-rata.
        between: Vec<DebtCriterion> => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The order in which a payment fills the fifteen buckets of a debt. A list that lacks a bucket, or has
        /// another length, is refused.
        within: Order => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The path of a payment: all buckets of one debt first, or one bucket of all debts.
        path: Path => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The use of the money that is left when no debt is due. The last instalment first is
        /// refused without the criterion earliest-due.
        in_advance: PrepaymentRule => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The treatment of a debt that does not exist yet on the day of a payment.
        before_issue: PaymentBeforeIssue,
    }
}

impl AllocationPolicy {
    /// Makes a policy that goes debt by debt and pays the next instalment in advance. A debt that
    /// does not exist yet is left out.
    ///
    /// # Errors
    ///
    /// [`AllocationPolicyError::CriterionTwice`] is returned when a criterion stands twice.
    /// [`AllocationPolicyError::ProRataNotLast`] is returned when one follows pro-rata.
    pub fn new(between: Vec<DebtCriterion>, within: Order) -> Result<Self, AllocationPolicyError> {
        Self::of_preset(between, within).checked()
    }

    /// Replaces the criteria between debts, the first deciding. Debts that are equal by all of them
    /// are paid in the order in which they are given.
    ///
    /// # Errors
    ///
    /// The errors of [`new`](Self::new) are returned.
    /// [`AllocationPolicyError::LastInstalmentWithoutDueDates`] is returned when the last
    /// instalment comes first without a criterion of due dates.
    pub fn with_between(self, between: Vec<DebtCriterion>) -> Result<Self, AllocationPolicyError> {
        Self { between, ..self }.checked()
    }

    /// Replaces the order within a debt.
    #[must_use]
    pub fn with_within(self, within: Order) -> Self {
        Self { within, ..self }
    }

    /// Sets the path: a debt or a bucket is filled first.
    #[must_use]
    pub fn with_path(self, path: Path) -> Self {
        Self { path, ..self }
    }

    /// Sets the use of the money that is left when no debt is due.
    ///
    /// # Errors
    ///
    /// [`AllocationPolicyError::LastInstalmentWithoutDueDates`] is returned when the last
    /// instalment comes first without a criterion of due dates.
    pub fn with_in_advance(
        self,
        in_advance: PrepaymentRule,
    ) -> Result<Self, AllocationPolicyError> {
        Self { in_advance, ..self }.checked()
    }

    /// Sets the treatment of debts that do not exist yet on the day of a payment.
    #[must_use]
    pub fn with_before_issue(self, before_issue: PaymentBeforeIssue) -> Self {
        Self {
            before_issue,
            ..self
        }
    }

    /// Returns the criteria between debts, the first deciding.
    #[must_use]
    pub fn between(&self) -> &[DebtCriterion] {
        &self.between
    }

    /// Returns the order within a debt.
    #[must_use]
    pub const fn within(&self) -> &Order {
        &self.within
    }

    /// Returns the path: a debt or a bucket is filled first.
    #[must_use]
    pub const fn path(&self) -> Path {
        self.path
    }

    /// Returns the use of the money that is left when no debt is due.
    #[must_use]
    pub const fn in_advance(&self) -> PrepaymentRule {
        self.in_advance
    }

    /// Returns the treatment of debts that do not exist yet.
    #[must_use]
    pub const fn before_issue(&self) -> PaymentBeforeIssue {
        self.before_issue
    }

    /// Makes the policy of a preset, whose criteria are known to be in order.
    pub(super) const fn of_preset(between: Vec<DebtCriterion>, within: Order) -> Self {
        Self {
            between,
            within,
            path: Path::DebtByDebt,
            in_advance: PrepaymentRule::NextInstalment,
            before_issue: PaymentBeforeIssue::LeaveOut,
        }
    }

    fn checked(self) -> Result<Self, AllocationPolicyError> {
        let mut errors = Gathered::new();
        let mut seen = BTreeSet::new();
        for &criterion in &self.between {
            if !seen.insert(criterion) {
                errors.keep(AllocationPolicyError::CriterionTwice { criterion });
            }
        }
        let mut after_pro_rata = self
            .between
            .iter()
            .skip_while(|criterion| **criterion != DebtCriterion::ProRata);
        if let Some(&criterion) = after_pro_rata.nth(1) {
            errors.keep(AllocationPolicyError::ProRataNotLast { criterion });
        }
        let by_due_date = self.between.contains(&DebtCriterion::EarliestDue);
        if self.in_advance == PrepaymentRule::LastInstalment && !by_due_date {
            errors.keep(AllocationPolicyError::LastInstalmentWithoutDueDates);
        }
        errors.settle(|| self)
    }
}

words! {
    /// A criterion by which one debt is paid before another (抵充标准).
    pub open enum DebtCriterion {
        /// The debts that both sides agreed upon, in the order agreed (约定).
        Agreement = "agreement", "agreement of both sides", "双方约定", "雙方約定";
        /// The debts that the debtor named with the payment, in the order named (指定).
        Designation = "designation", "designation by the debtor", "债务人指定", "債務人指定";
        /// Debts that are due come before debts that are not (已到期).
        DueFirst = "due-first", "due before not due", "已到期者优先", "已屆清償期者優先";
        /// Debts that fall due earlier come before those that fall due later (到期先后).
        EarliestDue = "earliest-due", "earliest due first", "到期在先者优先", "先屆清償期者優先";
        /// Less secured debts come before better secured ones: the creditor's risk (担保最少).
        LeastSecured = "least-secured", "least secured first", "担保最少者优先", "擔保最少者優先";
        /// Debts with a higher rate come before those with a lower one: the debtor's burden (负担较重).
        MostBurdensome = "most-burdensome", "most burdensome first", "负担较重者优先", "負擔較重者優先";
        /// Older debts come before younger ones.
        Oldest = "oldest", "oldest debt first", "成立在先者优先", "成立在先者優先";
        /// Debts that are still equal share, in proportion to their open amounts (按比例).
        ///
        /// Each gets whole smallest units of the currency, or of the finest amount given. Units
        /// left over go to the largest fractions cut off, and between equal ones to the debt given
        /// first. The parts add up exactly to the whole.
        ProRata = "pro-rata", "in proportion", "按债务比例", "按債務比例";
    }
}

words! {
    /// The path of a payment: debt by debt, or bucket by bucket (横向或纵向).
    pub open enum Path {
        /// All buckets of one debt are filled, then those of the next debt (逐笔).
        DebtByDebt = "debt-by-debt", "debt by debt", "逐笔抵充", "逐筆抵充";
        /// One bucket of all debts is filled, then the next bucket (逐项). The interest of all due
        /// instalments may come before any principal.
        BucketByBucket = "bucket-by-bucket", "bucket by bucket", "逐项抵充", "逐項抵充";
    }
}

words! {
    /// The use of the money that is left when no debt is due (提前部分).
    ///
    /// Instalments are debts here. Each part of a debt is due by its own date.
    pub open enum PrepaymentRule {
        /// All debts that are not due share, in proportion to their open amounts.
        AllInstalments = "all-instalments", "all instalments in proportion", "各期按比例抵充", "各期按比例抵充";
        /// The money stays unapplied. So does money for parts that are not due of a debt that is.
        KeepUnapplied = "keep-unapplied", "kept unapplied", "暂不抵充", "暫不抵充";
        /// The debt that falls due last comes first: the time to pay gets shorter. It reverses
        /// [`DebtCriterion::EarliestDue`], which has to be among the criteria.
        LastInstalment = "last-instalment", "last instalment first", "先抵充末期", "先抵充末期";
        /// The money goes on by the criteria between debts.
        NextInstalment = "next-instalment", "next instalment first", "先抵充下期", "先抵充次期";
    }
}

words! {
    /// The treatment of a debt that does not exist yet on the day of a payment (开票前付款).
    pub open enum PaymentBeforeIssue {
        /// The debt is paid like one not due yet: a payment in advance may come before the invoice.
        Accept = "accept", "accepted as payment in advance", "视同提前付款", "視同提前付款";
        /// The debt is left out, and a payment that names it is an error.
        LeaveOut = "leave-out", "left out", "不予抵充", "不予抵充";
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::{AllocationPolicy, DebtCriterion, PrepaymentRule};

    #[test]
    fn criteria_that_contradict_each_other_are_refused() {
        use DebtCriterion::{DueFirst, EarliestDue, Oldest, ProRata};
        let standard = AllocationPolicy::standard();
        let message = |criteria: &[DebtCriterion]| {
            standard
                .clone()
                .with_between(criteria.into())
                .map_err(|error| error.to_string())
                .err()
        };
        assert_eq!(message(&[]), None);
        assert_eq!(message(&[ProRata]), None);
        assert_eq!(
            message(&[DueFirst, Oldest, DueFirst]).as_deref(),
            Some("the criterion due-first is given twice, expected each at most once")
        );
        assert_eq!(
            message(&[ProRata, Oldest]).as_deref(),
            Some("the criterion oldest follows pro-rata, expected pro-rata as the last")
        );
        let last = standard.with_in_advance(PrepaymentRule::LastInstalment);
        let Ok(last) = last else {
            panic!("the standard looks at due dates")
        };
        assert!(last.clone().with_between([EarliestDue].into()).is_ok());
        assert_eq!(
            last.with_between([DueFirst].into())
                .map_err(|error| error.to_string())
                .err()
                .as_deref(),
            Some(
                "the last instalment is to be paid first without the criterion `earliest-due`, expected it among the criteria"
            )
        );
    }

    #[test]
    fn json_is_checked_on_the_way_in() -> Result<(), serde_json::Error> {
        let json = serde_json::to_string(&AllocationPolicy::standard())?;
        assert!(json.starts_with(
            r#"{"between":["agreement","designation","due-first","least-secured","most-burdensome","earliest-due","pro-rata"],"within":[{"#
        ));
        assert!(json.ends_with(
            r#"],"path":"debt-by-debt","in-advance":"next-instalment","before-issue":"leave-out"}"#
        ));
        let policy: AllocationPolicy = serde_json::from_str(&json)?;
        assert_eq!(policy, AllocationPolicy::standard());
        let twice = json.replace("agreement", "designation");
        assert!(serde_json::from_str::<AllocationPolicy>(&twice).is_err());
        Ok(())
    }
}
