use alloc::vec::Vec;

use crate::receivable::allocation::bucket::{DebtComponent, Order};
use crate::receivable::allocation::policy::{AllocationPolicy, DebtCriterion, Path};
use crate::vocab::words::words;

words! {
    /// The orders of payment of laws and of systems, by name (抵充规则).
    ///
    /// Some laws name only costs, interest and principal. For them, fees and then penalties follow
    /// the costs, before interest. [`with_within`](AllocationPolicy::with_within) replaces that
    /// order. For a system without costs, costs come right before penalties. If a law or system is
    /// silent on the order between debts, the earliest due comes first.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::allocation::{Preset, DebtCriterion};
    ///
    /// let german = Preset::GermanCivilCode.policy();
    /// assert_eq!(german.between().first(), Some(&DebtCriterion::Designation));
    /// let chinese = Preset::ChineseCivilCode.policy();
    /// assert_eq!(chinese.between().first(), Some(&DebtCriterion::Agreement));
    /// ```
    pub open enum Preset {
        /// Fineract `advanced-payment-allocation-strategy` with its buckets in their first order:
        /// past due, due, in advance, each by penalties, fees, interest, principal. Any other order
        /// of it is a policy with another [`Order`].
        AdvancedPayment = "advanced-payment", "Fineract advanced payment allocation", "Fineract 高级还款分配", "Fineract 進階還款分配";
        /// China, Civil Code, articles 560 (between debts) and 561 (within one).
        ChineseCivilCode = "chinese-civil-code", "Chinese Civil Code, articles 560 and 561", "中国民法典第560条、第561条", "中國民法典第560條、第561條";
        /// Fineract `creocore-strategy`: the order of [`MifosStandard`](Self::MifosStandard). It
        /// differs for money in advance in ways that are no matter of an order.
        CreoCore = "creo-core", "Fineract Creocore strategy", "Fineract Creocore 策略", "Fineract Creocore 策略";
        /// Fineract `due-penalty-fee-interest-principal-in-advance-principal-penalty-fee-interest-strategy`.
        DuePenaltyFeeInterestPrincipal = "due-penalty-fee-interest-principal", "Fineract penalties first, and in advance principal first", "Fineract 到期先抵违约金，未到期先抵本金", "Fineract 到期先抵充違約金，未到期先抵充本金";
        /// Fineract `due-penalty-interest-principal-fee-in-advance-penalty-interest-principal-fee-strategy`.
        DuePenaltyInterestPrincipalFee = "due-penalty-interest-principal-fee", "Fineract penalties, interest, principal, fees", "Fineract 违约金、利息、本金、手续费", "Fineract 違約金、利息、本金、手續費";
        /// Fineract `early-repayment-strategy`: interest, principal, penalties, fees; in advance the
        /// principal first.
        EarlyRepayment = "early-repayment", "Fineract early repayment strategy", "Fineract 提前还款策略", "Fineract 提前還款策略";
        /// Germany, BGB sections 366 (between debts) and 367(1) (within one).
        ///
        /// If a debtor names another order within the debt, the creditor may refuse it (367(2)). A
        /// creditor who accepts it takes a policy with that order for the payment.
        GermanCivilCode = "german-civil-code", "German Civil Code, sections 366 and 367", "德国民法典第366条、第367条", "德國民法第366條、第367條";
        /// Germany, BGB section 497(3), consumer credit in default: principal before interest.
        GermanConsumerCredit = "german-consumer-credit", "German Civil Code, section 497(3), consumer credit", "德国民法典第497条第3款，消费信贷", "德國民法第497條第3項，消費信貸";
        /// Fineract `heavensfamily-strategy`: interest before principal; in advance the principal
        /// first. Its waiver of interest after a prepaid principal is a waiver and no matter of an
        /// order.
        HeavensFamily = "heavens-family", "Fineract Heavensfamily strategy", "Fineract Heavensfamily 策略", "Fineract Heavensfamily 策略";
        /// Fineract `interest-principal-penalties-fees-order-strategy`.
        InterestPrincipalPenaltiesFees = "interest-principal-penalties-fees", "Fineract interest, principal, penalties, fees", "Fineract 利息、本金、违约金、手续费", "Fineract 利息、本金、違約金、手續費";
        /// Fineract `mifos-standard-strategy`: penalties, fees, interest, principal of one instalment
        /// after the other.
        MifosStandard = "mifos-standard", "Fineract Mifos standard strategy", "Fineract Mifos 标准策略", "Fineract Mifos 標準策略";
        /// Fineract `principal-interest-penalties-fees-order-strategy`.
        PrincipalInterestPenaltiesFees = "principal-interest-penalties-fees", "Fineract principal, interest, penalties, fees", "Fineract 本金、利息、违约金、手续费", "Fineract 本金、利息、違約金、手續費";
        /// Fineract `rbi-india-strategy`: penalties, fees and interest of all instalments that are due, and
        /// only then principal.
        RbiIndia = "rbi-india", "Fineract Reserve Bank of India strategy", "Fineract 印度储备银行策略", "Fineract 印度儲備銀行策略";
        /// Taiwan, Civil Code, article 323.
        TaiwanCivilCode = "taiwan-civil-code", "Taiwan Civil Code, article 323", "台湾民法第323条", "台灣民法第323條";
        /// United States, 22 CFR 309.5, debts to the Peace Corps: penalties and costs, interest, principal.
        UsPeaceCorps = "us-peace-corps", "22 CFR 309.5, debts to the Peace Corps", "22 CFR 309.5，对美国和平队的债务", "22 CFR 309.5，對美國和平工作團的債務";
        /// United States, 25 CFR 513.5, debts to the National Indian Gaming Commission: penalties,
        /// costs, interest, principal.
        UsIndianGaming = "us-indian-gaming", "25 CFR 513.5, debts to the National Indian Gaming Commission", "25 CFR 513.5，对美国全国印第安博彩委员会的债务", "25 CFR 513.5，對美國全國印第安博弈委員會的債務";
    }
}

impl Preset {
    /// Returns the preset as a policy, which may be changed further.
    #[must_use]
    pub fn policy(self) -> AllocationPolicy {
        let policy = AllocationPolicy::of_preset(self.between(), self.within());
        match self {
            Self::RbiIndia => policy.with_path(Path::BucketByBucket),
            _ => policy,
        }
    }

    fn between(self) -> Vec<DebtCriterion> {
        use DebtCriterion::{
            Agreement, Designation, DueFirst, EarliestDue, LeastSecured, MostBurdensome, Oldest,
            ProRata,
        };
        match self {
            Self::ChineseCivilCode => [
                Agreement,
                Designation,
                DueFirst,
                LeastSecured,
                MostBurdensome,
                EarliestDue,
                ProRata,
            ]
            .into(),
            Self::GermanCivilCode => [
                Designation,
                DueFirst,
                LeastSecured,
                MostBurdensome,
                Oldest,
                ProRata,
            ]
            .into(),
            _ => [EarliestDue].into(),
        }
    }

    fn within(self) -> Order {
        let (due, in_advance) = match self {
            Self::AdvancedPayment => {
                return Order::of_states(PENALTY_FEE_INTEREST_PRINCIPAL);
            }
            Self::CreoCore | Self::MifosStandard | Self::RbiIndia => (
                PENALTY_FEE_INTEREST_PRINCIPAL,
                PENALTY_FEE_INTEREST_PRINCIPAL,
            ),
            Self::DuePenaltyFeeInterestPrincipal => (
                PENALTY_FEE_INTEREST_PRINCIPAL,
                PRINCIPAL_PENALTY_FEE_INTEREST,
            ),
            Self::DuePenaltyInterestPrincipalFee => (
                PENALTY_INTEREST_PRINCIPAL_FEE,
                PENALTY_INTEREST_PRINCIPAL_FEE,
            ),
            Self::EarlyRepayment | Self::HeavensFamily => (
                INTEREST_PRINCIPAL_PENALTY_FEE,
                PRINCIPAL_INTEREST_PENALTY_FEE,
            ),
            Self::GermanConsumerCredit => (COSTS_PRINCIPAL_INTEREST, COSTS_PRINCIPAL_INTEREST),
            Self::InterestPrincipalPenaltiesFees => (
                INTEREST_PRINCIPAL_PENALTY_FEE,
                INTEREST_PRINCIPAL_PENALTY_FEE,
            ),
            Self::PrincipalInterestPenaltiesFees => (
                PRINCIPAL_INTEREST_PENALTY_FEE,
                PRINCIPAL_INTEREST_PENALTY_FEE,
            ),
            Self::UsPeaceCorps | Self::UsIndianGaming => (
                PENALTIES_COSTS_INTEREST_PRINCIPAL,
                PENALTIES_COSTS_INTEREST_PRINCIPAL,
            ),
            Self::ChineseCivilCode | Self::GermanCivilCode | Self::TaiwanCivilCode => {
                (COSTS_INTEREST_PRINCIPAL, COSTS_INTEREST_PRINCIPAL)
            }
        };
        Order::of_preset(due, in_advance)
    }
}

impl AllocationPolicy {
    /// Returns the crate's own policy: the order of the Chinese Civil Code, articles 560 and 561.
    #[must_use]
    pub fn standard() -> Self {
        Preset::ChineseCivilCode.policy()
    }
}

use DebtComponent::{Costs, Fees, Interest, Penalties, Principal};

const COSTS_INTEREST_PRINCIPAL: [DebtComponent; 5] = [Costs, Fees, Penalties, Interest, Principal];
const COSTS_PRINCIPAL_INTEREST: [DebtComponent; 5] = [Costs, Fees, Penalties, Principal, Interest];
const PENALTIES_COSTS_INTEREST_PRINCIPAL: [DebtComponent; 5] =
    [Penalties, Costs, Fees, Interest, Principal];

// The systems know no costs of enforcement: here they stand right before the penalties.
const PENALTY_FEE_INTEREST_PRINCIPAL: [DebtComponent; 5] =
    [Costs, Penalties, Fees, Interest, Principal];
const PENALTY_INTEREST_PRINCIPAL_FEE: [DebtComponent; 5] =
    [Costs, Penalties, Interest, Principal, Fees];
const PRINCIPAL_PENALTY_FEE_INTEREST: [DebtComponent; 5] =
    [Principal, Costs, Penalties, Fees, Interest];
const INTEREST_PRINCIPAL_PENALTY_FEE: [DebtComponent; 5] =
    [Interest, Principal, Costs, Penalties, Fees];
const PRINCIPAL_INTEREST_PENALTY_FEE: [DebtComponent; 5] =
    [Principal, Interest, Costs, Penalties, Fees];

#[cfg(test)]
mod tests {
    use super::Preset;
    use crate::receivable::allocation::bucket::Order;
    use crate::receivable::allocation::policy::AllocationPolicy;

    #[test]
    fn every_preset_is_a_policy_that_could_be_made_by_hand() {
        for preset in Preset::ALL {
            let policy = preset.policy();
            let Ok(buckets) = policy.within().buckets().try_into() else {
                panic!("fifteen buckets of {preset:?}")
            };
            let order = Order::new(buckets);
            assert_eq!(order.as_ref(), Ok(policy.within()), "{preset:?}");
            let again = AllocationPolicy::new(policy.between().into(), *policy.within())
                .map(|made| made.with_path(policy.path()));
            assert_eq!(again, Ok(policy), "{preset:?}");
        }
    }
}
