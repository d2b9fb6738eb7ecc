use crate::form::record;
use crate::receivable::account::AccountPolicy;
use crate::receivable::aging::AgingPolicy;
use crate::receivable::allocation::AllocationPolicy;
use crate::receivable::cards;
use crate::receivable::clause::Clause;
use crate::receivable::completeness::PolicyItem;
use crate::receivable::credit::CreditPolicy;
use crate::receivable::discount::EarlyPayment;
use crate::receivable::dunning::DunningPolicy;
use crate::receivable::enforcement::EnforcementPolicy;
use crate::receivable::habit::HabitPolicy;
use crate::receivable::interest::InterestPolicy;
use crate::receivable::late_payment::LatePayment;
use crate::receivable::rate::LateRate;
use crate::receivable::settlement::SettlementPolicy;
use crate::receivable::term::PaymentTerm;
use crate::receivable::waiver::WaiverPolicy;
use crate::verdict::severities;
use crate::vocab::rate::Rate;
use crate::vocab::set::Set;
use crate::vocab::time::Days;
use crate::vocab::words::Settled;

severities! {
    /// The severity of each rule of the receivables in a house (规则严重程度).
    pub struct ReceivableSeverities of &[cards::CARDS];
}

record! {
    /// Every number and choice of the receivables rules (应收账款管理办法).
    ///
    /// The [`standard`](Self::standard) holds only what the documents state. They name the items to
    /// be settled, and not their values. Of the five items of REC-02 only the calculation of
    /// interest has a reading of its own (REC-03). The others are [`Silent`](Clause::Silent) until
    /// a company or a contract settles them. So is credit. The standard policy is incomplete on purpose,
    /// and therefore nothing is sold on credit under it (REC-01). [`complete`](Self::complete) settles
    /// every item.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::ReceivablePolicy;
    /// use keqing::receivable::clause::Clause;
    /// use keqing::receivable::completeness::PolicyItem;
    /// use keqing::receivable::term::PaymentTerm;
    /// use keqing::vocab::time::Days;
    ///
    /// let policy = ReceivablePolicy::standard().with_term(Clause::Agreed(PaymentTerm::net(Days::new(30))));
    /// assert!(!policy.missing().contains(PolicyItem::PaymentTerm));
    /// assert!(policy.missing().contains(PolicyItem::LatePayment));
    /// ```
    #[derive(Hash)]
    pub struct ReceivablePolicy {
        /// The cost of paying late: missing, nothing or set.
        late_payment: Clause<LatePayment> => "REC-01" "REC-02" "REC-03" "REC-04" "REC-06" "REC-07",
        /// The discount for paying early: missing, nothing or set.
        early_payment: Clause<EarlyPayment> => "REC-01" "REC-02" "REC-03" "REC-04" "REC-06" "REC-07",
        /// The calculation of interest: missing, nothing or set. Unless it is set, a late payment bears no
        /// interest.
        interest: Clause<InterestPolicy> => "REC-01" "REC-02" "REC-03" "REC-04" "REC-06" "REC-07",
        /// The time to pay: missing, nothing or set. The rules read only whether it is settled, because
        /// due dates are facts of the account.
        term: Clause<PaymentTerm> => "REC-01" "REC-02",
        /// The methods of settlement: missing, nothing or set. The rules read only whether they are settled.
        settlement: Clause<SettlementPolicy> => "REC-01" "REC-02",
        /// The limits and holds of sales on credit: missing, nothing or set. Unless they are set, every
        /// sale that is not prepaid is refused.
        credit: Clause<CreditPolicy> => "REC-01" "REC-06",
        /// The order in which a payment settles what is owed.
        allocation: AllocationPolicy,
        /// The choices by which the events of an account become its ledger.
        account: AccountPolicy,
        /// The ages into which open amounts are sorted.
        aging: AgingPolicy,
        /// The ladder of reminders, the same for every customer.
        dunning: DunningPolicy,
        /// The room of each authority for waivers.
        waiver: WaiverPolicy,
        /// The part of the policy that has to be carried out.
        enforcement: EnforcementPolicy,
        /// The number of delays that make a habit, and the time after which a habit is over.
        habit: HabitPolicy,
        /// The severity of each rule: off, or the weight of its breach.
        severities: ReceivableSeverities,
    }
}

impl ReceivablePolicy {
    /// Returns the documents' own policy.
    #[must_use]
    pub fn standard() -> Self {
        Self {
            late_payment: Clause::Silent,
            early_payment: Clause::Silent,
            interest: Clause::Agreed(InterestPolicy::standard()),
            term: Clause::Silent,
            settlement: Clause::Silent,
            credit: Clause::Silent,
            allocation: AllocationPolicy::standard(),
            account: AccountPolicy::standard(),
            aging: AgingPolicy::standard(),
            dunning: DunningPolicy::standard(),
            waiver: WaiverPolicy::standard(),
            enforcement: EnforcementPolicy::standard(),
            habit: HabitPolicy::standard(),
            severities: ReceivableSeverities::standard(),
        }
    }

    /// Returns a preset that settles every item, with plain and moderate terms.
    ///
    /// It is a preset of this crate and no law: neither the documents nor a statute name these terms. A
    /// company or a contract replaces each of them by its own.
    ///
    /// | item | here |
    /// |---|---|
    /// | late payment | 6 % per year, without a fixed sum; a dispute does not stop it |
    /// | early payment | none: there is no discount |
    /// | calculation of interest | that of the standard policy: simple, by the day |
    /// | receivable term | 30 days from the invoice |
    /// | method of settlement | [`SettlementPolicy::standard`]: money, and paper once it is honoured |
    /// | credit | [`CreditPolicy::standard`]: held while an invoice is overdue for more than 60 days |
    ///
    /// Credit has no limit in money, because a limit has a currency and is the house's own risk.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::ReceivablePolicy;
    ///
    /// assert!(ReceivablePolicy::complete().missing().is_empty());
    /// assert!(!ReceivablePolicy::standard().missing().is_empty());
    /// ```
    #[must_use]
    pub fn complete() -> Self {
        let rate = LateRate::agreed(SIX_PERCENT);
        Self::standard()
            .with_late_payment(Clause::Agreed(LatePayment::at(rate)))
            .with_early_payment(Clause::Excluded)
            .with_term(Clause::Agreed(PaymentTerm::net(Days::new(30))))
            .with_settlement(Clause::Agreed(SettlementPolicy::standard()))
            .with_credit(Clause::Agreed(CreditPolicy::standard()))
    }

    /// Replaces the severities of the rules.
    #[must_use]
    pub fn with_severities(self, severities: ReceivableSeverities) -> Self {
        Self { severities, ..self }
    }

    /// Returns the severities of the rules.
    #[must_use]
    pub const fn severities(&self) -> &ReceivableSeverities {
        &self.severities
    }

    /// Returns the items that the policy is silent about (REC-02).
    #[must_use]
    pub fn missing(&self) -> Set<PolicyItem> {
        PolicyItem::ALL
            .into_iter()
            .filter(|item| !self.settles(*item))
            .collect()
    }

    /// Returns whether the policy says anything about an item.
    #[must_use]
    pub const fn settles(&self, item: PolicyItem) -> bool {
        self.settled(item).is_some()
    }

    /// Returns how the policy settles an item; `None` if it is silent.
    #[must_use]
    pub const fn settled(&self, item: PolicyItem) -> Option<Settled> {
        match item {
            PolicyItem::LatePayment => self.late_payment.settled(),
            PolicyItem::EarlyPayment => self.early_payment.settled(),
            PolicyItem::InterestCalculation => self.interest.settled(),
            PolicyItem::PaymentTerm => self.term.settled(),
            PolicyItem::SettlementMethod => self.settlement.settled(),
        }
    }
}

/// Declares for each part how it is replaced and returned.
macro_rules! parts {
    ($($part:ident: $type:ty, $with:ident, $meaning:literal;)*) => {
        impl ReceivablePolicy {
            $(
                #[doc = concat!("Replaces ", $meaning, ".")]
                #[must_use]
                pub fn $with(self, $part: $type) -> Self {
                    Self { $part, ..self }
                }

                #[doc = concat!("Returns ", $meaning, ".")]
                #[must_use]
                pub const fn $part(&self) -> &$type {
                    &self.$part
                }
            )*
        }
    };
}

parts! {
    late_payment: Clause<LatePayment>, with_late_payment, "the cost of late payment";
    early_payment: Clause<EarlyPayment>, with_early_payment, "the discount for early payment";
    interest: Clause<InterestPolicy>, with_interest, "the calculation of interest";
    term: Clause<PaymentTerm>, with_term, "the payment term";
    settlement: Clause<SettlementPolicy>, with_settlement, "the methods of settlement";
    credit: Clause<CreditPolicy>, with_credit, "the credit policy";
    allocation: AllocationPolicy, with_allocation, "the order in which payments settle debts";
    account: AccountPolicy, with_account, "the choices by which events become a ledger";
    aging: AgingPolicy, with_aging, "the buckets of open amounts by age";
    dunning: DunningPolicy, with_dunning, "the ladder of reminders";
    waiver: WaiverPolicy, with_waiver, "the policy of waivers";
    enforcement: EnforcementPolicy, with_enforcement, "the policy of enforcement";
    habit: HabitPolicy, with_habit, "the length of a run from which delay is chronic";
}

const SIX_PERCENT: Rate = Rate::basis_points(600);
