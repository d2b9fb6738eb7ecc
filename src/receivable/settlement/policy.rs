use thiserror::Error;

use crate::form::checked;
use crate::receivable::settlement::method::{Method, MethodRule, PaidUpon};

checked! {
    /// The methods of settlement that are accepted, and the event from which each counts (结付办法,
    /// REC-02).
    ///
    /// In [`standard`](Self::standard) a debt is paid when the supplier can use the money. A
    /// promise to pay is no payment. A policy that accepts no method at all is refused.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::settlement::{
    ///     PaidUpon, MethodRule, Method, SettlementPolicy,
    /// };
    ///
    /// let bill = Method::CommercialAcceptanceBill;
    /// let standard = SettlementPolicy::standard();
    /// assert_eq!(standard.term(bill), MethodRule::Refused);
    ///
    /// let taken = standard.with_term(bill, MethodRule::Tolerated(PaidUpon::Matured))?;
    /// assert_eq!(taken.term(bill).counts_when(), Some(PaidUpon::Matured));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Copy, Hash)]
    pub struct SettlementPolicy, checked by SettlementPolicy::checked {
        /// The rule for a bill that a bank has accepted: accepted or tolerated upon an event, or refused.
        bank_acceptance_bill: MethodRule,
        /// The rule for notes and coins: accepted or tolerated upon an event, or refused.
        cash: MethodRule,
        /// The rule for a cheque: accepted or tolerated upon an event, or refused.
        cheque: MethodRule,
        /// The rule for a bill that a merchant has accepted: accepted or tolerated upon an event, or refused.
        commercial_acceptance_bill: MethodRule,
        /// The rule for money drawn from the customer's account: accepted or tolerated upon an event, or refused.
        direct_debit: MethodRule,
        /// The rule for a bank's promise to pay against documents: accepted or tolerated upon an event, or refused.
        letter_of_credit: MethodRule,
        /// The rule for a debt of ours held against the customer's: accepted or tolerated upon an event, or refused.
        set_off: MethodRule,
        /// The rule for money moved from account to account: accepted or tolerated upon an event, or refused.
        transfer: MethodRule,
    }
}

impl SettlementPolicy {
    /// Returns the crate's own policy.
    ///
    /// | method | counts | because |
    /// |---|---|---|
    /// | cash, transfer, set-off | when received | nothing is left to happen |
    /// | cheque, direct debit | when cleared | the customer's bank may still refuse |
    /// | letter of credit | when cleared | the bank pays against documents it may still reject |
    /// | bank acceptance bill | when matured | until then it is a loan to the customer |
    /// | commercial acceptance bill | refused | it is the customer's own promise once more; China's regulation no. 802 bans forcing one upon a supplier |
    ///
    /// A policy that accepts commercial bills sets that with [`with_term`](Self::with_term).
    #[must_use]
    pub const fn standard() -> Self {
        use PaidUpon::{Cleared, Matured, Received};
        Self {
            bank_acceptance_bill: MethodRule::Accepted(Matured),
            cash: MethodRule::Accepted(Received),
            cheque: MethodRule::Accepted(Cleared),
            commercial_acceptance_bill: MethodRule::Refused,
            direct_debit: MethodRule::Accepted(Cleared),
            letter_of_credit: MethodRule::Accepted(Cleared),
            set_off: MethodRule::Accepted(Received),
            transfer: MethodRule::Accepted(Received),
        }
    }

    /// Replaces the term of one method.
    ///
    /// # Errors
    ///
    /// [`SettlementPolicyError`] is returned when no accepted method would be left.
    pub fn with_term(
        mut self,
        method: Method,
        term: MethodRule,
    ) -> Result<Self, SettlementPolicyError> {
        *match method {
            Method::BankAcceptanceBill => &mut self.bank_acceptance_bill,
            Method::Cash => &mut self.cash,
            Method::Cheque => &mut self.cheque,
            Method::CommercialAcceptanceBill => &mut self.commercial_acceptance_bill,
            Method::DirectDebit => &mut self.direct_debit,
            Method::LetterOfCredit => &mut self.letter_of_credit,
            Method::SetOff => &mut self.set_off,
            Method::Transfer => &mut self.transfer,
        } = term;
        self.checked()
    }

    /// Returns the rule of the policy for a method.
    #[must_use]
    pub fn term(&self, method: Method) -> MethodRule {
        match method {
            Method::BankAcceptanceBill => self.bank_acceptance_bill,
            Method::Cash => self.cash,
            Method::Cheque => self.cheque,
            Method::CommercialAcceptanceBill => self.commercial_acceptance_bill,
            Method::DirectDebit => self.direct_debit,
            Method::LetterOfCredit => self.letter_of_credit,
            Method::SetOff => self.set_off,
            Method::Transfer => self.transfer,
        }
    }

    fn checked(self) -> Result<Self, SettlementPolicyError> {
        let accepted = |method| matches!(self.term(method), MethodRule::Accepted(_));
        if Method::ALL.into_iter().any(accepted) {
            Ok(self)
        } else {
            Err(SettlementPolicyError)
        }
    }
}

/// Returned when a policy accepts no method of settlement.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("no method of settlement is accepted, expected one or more")]
#[non_exhaustive]
pub struct SettlementPolicyError;

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::{SettlementPolicy, SettlementPolicyError};
    use crate::receivable::settlement::method::{Method, MethodRule, PaidUpon};

    #[test]
    fn every_method_has_a_term_of_its_own() {
        for changed in Method::ALL {
            let term = MethodRule::Tolerated(PaidUpon::Cleared);
            let policy = SettlementPolicy::standard().with_term(changed, term);
            for method in Method::ALL {
                let expected = if method == changed {
                    term
                } else {
                    SettlementPolicy::standard().term(method)
                };
                let found = policy.map(|policy| policy.term(method));
                assert_eq!(found, Ok(expected), "{method} after {changed}");
            }
        }
    }

    #[test]
    fn a_policy_by_which_nobody_can_pay_is_refused() {
        let cash = Method::Cash;
        let mut policy = SettlementPolicy::standard();
        for method in Method::ALL {
            if method != cash {
                let Ok(fewer) = policy.with_term(method, MethodRule::Refused) else {
                    panic!("cash is left without {method}")
                };
                policy = fewer;
            }
        }
        let reserve = MethodRule::Tolerated(PaidUpon::Received);
        assert_eq!(policy.with_term(cash, reserve), Err(SettlementPolicyError));
        assert_eq!(
            SettlementPolicyError.to_string(),
            "no method of settlement is accepted, expected one or more"
        );
    }

    #[test]
    fn json_names_every_method() -> Result<(), serde_json::Error> {
        let json = serde_json::to_string(&SettlementPolicy::standard())?;
        assert_eq!(
            json,
            r#"{"bank-acceptance-bill":{"accepted":"matured"},"cash":{"accepted":"received"},"cheque":{"accepted":"cleared"},"commercial-acceptance-bill":"refused","direct-debit":{"accepted":"cleared"},"letter-of-credit":{"accepted":"cleared"},"set-off":{"accepted":"received"},"transfer":{"accepted":"received"}}"#
        );
        let policy: SettlementPolicy = serde_json::from_str(&json)?;
        assert_eq!(policy, SettlementPolicy::standard());
        let none = json.replace("accepted", "tolerated");
        let refused = serde_json::from_str::<SettlementPolicy>(&none).map_err(|e| e.to_string());
        assert!(refused.is_err_and(|message| message.starts_with("no method of settlement")));
        Ok(())
    }
}
