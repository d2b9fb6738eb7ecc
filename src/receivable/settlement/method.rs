use core::fmt;

use serde::{Deserialize, Serialize};

/// How a debt is settled (结付方式).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[non_exhaustive]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// A bill of exchange that a bank has accepted (银行承兑汇票).
    BankAcceptanceBill,
    /// Notes and coins (现金).
    Cash,
    /// A cheque, drawn on the customer's bank (支票).
    Cheque,
    /// A bill of exchange that the customer or another merchant has accepted (商业承兑汇票).
    CommercialAcceptanceBill,
    /// Money that the supplier draws from the customer's account (直接扣款).
    DirectDebit,
    /// A bank's promise to pay against documents (信用证).
    LetterOfCredit,
    /// A debt of the supplier, held against the customer's (抵销).
    SetOff,
    /// Money moved from account to account (银行转账).
    Transfer,
}

impl Method {
    /// Every method, in alphabetical order.
    pub const ALL: [Self; 8] = [
        Self::BankAcceptanceBill,
        Self::Cash,
        Self::Cheque,
        Self::CommercialAcceptanceBill,
        Self::DirectDebit,
        Self::LetterOfCredit,
        Self::SetOff,
        Self::Transfer,
    ];
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::BankAcceptanceBill => "bank acceptance bill",
            Self::Cash => "cash",
            Self::Cheque => "cheque",
            Self::CommercialAcceptanceBill => "commercial acceptance bill",
            Self::DirectDebit => "direct debit",
            Self::LetterOfCredit => "letter of credit",
            Self::SetOff => "set-off",
            Self::Transfer => "transfer",
        })
    }
}

/// The event from which a settlement counts as paid (入账时点).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[non_exhaustive]
#[serde(rename_all = "kebab-case")]
pub enum PaidUpon {
    /// On the day on which it is received.
    Received,
    /// On the day on which the money is there for good.
    Cleared,
    /// On the day on which it matures, or on a later one on which it is honoured.
    Matured,
}

/// What a policy says of one method (结付约定).
///
/// The JSON form is `{"accepted": "received"}`, `{"tolerated": "cleared"}` or `"refused"`.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(
    clippy::exhaustive_enums,
    reason = "a method is agreed, taken under reserve, or not taken"
)]
#[serde(rename_all = "kebab-case")]
pub enum MethodRule {
    /// The method is agreed, and counts from this event.
    Accepted(PaidUpon),
    /// The method is not agreed; what comes by it is taken under reserve, and counts from this event.
    Tolerated(PaidUpon),
    /// The method is not taken: a settlement by it never counts.
    Refused,
}

impl MethodRule {
    /// Returns the event from which the method counts; `None` where it is refused.
    #[must_use]
    pub const fn counts_when(self) -> Option<PaidUpon> {
        match self {
            Self::Accepted(when) | Self::Tolerated(when) => Some(when),
            Self::Refused => None,
        }
    }
}
