//! Houses: policies in the words of the library, with the same choices as plain data.

use keqing::receivable::ReceivablePolicy;
use keqing::receivable::account::{
    AccountPolicy, CreditUse, Detail, ExcessCreditNote, SetOffEffect, Tolerance,
};
use keqing::receivable::allocation::{AllocationPolicy, Preset};
use keqing::receivable::clause::Clause;
use keqing::receivable::late_payment::{DisputedInterest, LatePayment};
use keqing::receivable::limit::Amounts;
use keqing::receivable::rate::LateRate;
use keqing::vocab::money::{Currency, Money};
use keqing::vocab::rate::Rate;
use keqing::vocab::share::Share;
use rust_decimal::Decimal;

use super::story::Failure;

/// A criterion of order between debts that nobody named.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum By {
    Due,
    EarliestDue,
    Oldest,
}

/// A part of a debt, as far as the stories know them.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Part {
    Fee,
    Interest,
    Principal,
}

/// The choices of a policy on which a ledger depends.
#[derive(Clone, Debug)]
pub(super) struct House {
    pub(super) preset: Preset,
    pub(super) by: Vec<By>,
    /// True if the names that a payment bears come first.
    pub(super) names: bool,
    /// True if equal debts share.
    pub(super) shares: bool,
    pub(super) bucket_by_bucket: bool,
    pub(super) parts: [Part; 3],
    pub(super) credit: CreditUse,
    pub(super) excess: bool,
    /// The tolerated units, and hundredths of the total.
    pub(super) tolerance: (i128, u64),
    /// The interest of a year in hundredths of a percent.
    pub(super) rate: i128,
    pub(super) pauses: bool,
    /// True if a set-off looks back. The second statement knows none that does.
    pub(super) looks_back: bool,
    /// True if the ledger lists no payments.
    pub(super) totals_only: bool,
}

impl House {
    pub(super) fn standard() -> Self {
        Self {
            preset: Preset::ChineseCivilCode,
            by: vec![By::Due, By::EarliestDue],
            names: true,
            shares: true,
            bucket_by_bucket: false,
            parts: [Part::Fee, Part::Interest, Part::Principal],
            credit: CreditUse::NextInvoice,
            excess: false,
            tolerance: (0, 0),
            rate: 1825,
            pauses: false,
            looks_back: false,
            totals_only: false,
        }
    }

    /// Lists the standard policy and its variants.
    pub(super) fn all() -> Vec<Self> {
        let standard = Self::standard;
        let earliest = |preset| Self {
            preset,
            by: vec![By::EarliestDue],
            names: false,
            shares: false,
            ..standard()
        };
        vec![
            standard(),
            Self {
                credit: CreditUse::Held,
                ..standard()
            },
            Self {
                credit: CreditUse::ByDeclaration,
                ..standard()
            },
            Self {
                excess: true,
                pauses: true,
                ..standard()
            },
            Self {
                tolerance: (500, 2),
                ..standard()
            },
            Self {
                preset: Preset::GermanCivilCode,
                by: vec![By::Due, By::Oldest],
                ..standard()
            },
            earliest(Preset::MifosStandard),
            Self {
                bucket_by_bucket: true,
                ..earliest(Preset::RbiIndia)
            },
            Self {
                parts: [Part::Interest, Part::Principal, Part::Fee],
                ..earliest(Preset::InterestPrincipalPenaltiesFees)
            },
            Self {
                rate: 0,
                credit: CreditUse::ByDeclaration,
                ..earliest(Preset::MifosStandard)
            },
        ]
    }

    pub(super) fn policy(&self, currency: Currency) -> Result<ReceivablePolicy, Failure> {
        let mut account = AccountPolicy::standard().with_credit_use(self.credit);
        if self.totals_only {
            account = account.with_detail(Detail::TotalsOnly);
        }
        if self.looks_back {
            account = account.with_set_off(SetOffEffect::LooksBack);
        }
        if self.excess {
            account = account.with_excess_credit_note(ExcessCreditNote::Credit);
        }
        if self.tolerance.0 > 0 {
            account = account.with_tolerance(Tolerance {
                amounts: Amounts::new([Money::from_minor_units(self.tolerance.0, currency)?])?,
                share: Share::percent(self.tolerance.1)?,
            })?;
        }
        let rate = Rate::per_year(Decimal::from_i128_with_scale(self.rate, 4))?;
        let late = LatePayment::at(LateRate::agreed(rate)).with_dispute(match self.pauses {
            true => DisputedInterest::Pauses,
            false => DisputedInterest::Runs,
        });
        Ok(ReceivablePolicy::standard()
            .with_late_payment(Clause::Agreed(late))
            .with_allocation(self.allocation())
            .with_account(account))
    }

    fn allocation(&self) -> AllocationPolicy {
        self.preset.policy()
    }
}
