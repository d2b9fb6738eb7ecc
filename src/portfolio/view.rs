use core::fmt;
use core::ops::Range;

use alloc::boxed::Box;
use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::lifecycle::LifecyclePolicy;
use crate::portfolio::counts::{Gap, LeftOut, StageCounts};
use crate::portfolio::follow::{PathRow, Paths, StepRow};
use crate::portfolio::period::Period;
use crate::portfolio::policy::PortfolioPolicy;
use crate::portfolio::wallets::{PairRow, WalletRow, Wallets};
use crate::vocab::share::Share;
use crate::vocab::words::Stage;

/// The assessed portfolio: wallets, the pairs in them, and the paths through them (客户群评定).
///
/// [`assess`](crate::portfolio::assess) returns it.
///
/// Equal ledgers make equal portfolios, whatever the order of their rows.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Portfolio {
    policy: PortfolioPolicy,
    lifecycle: LifecyclePolicy,
    names: Vec<Box<str>>,
    filled: Wallets,
    followed: Paths,
}

impl Portfolio {
    pub(super) const fn new(
        policy: PortfolioPolicy,
        lifecycle: LifecyclePolicy,
        names: Vec<Box<str>>,
        filled: Wallets,
        followed: Paths,
    ) -> Self {
        Self {
            policy,
            lifecycle,
            names,
            filled,
            followed,
        }
    }

    /// Returns the policy by which the wallets were made.
    #[must_use]
    pub const fn policy(&self) -> &PortfolioPolicy {
        &self.policy
    }

    /// Returns the policy by which the stages were assessed.
    #[must_use]
    pub const fn lifecycle(&self) -> &LifecyclePolicy {
        &self.lifecycle
    }

    /// Returns the wallets, by buyer, market and period.
    pub fn wallets(&self) -> impl ExactSizeIterator<Item = Wallet<'_>> {
        let rows = self.filled.wallets.iter();
        rows.map(move |row| Wallet {
            portfolio: self,
            row,
        })
    }

    /// Returns the pairs, by wallet and supplier.
    pub fn pairs(&self) -> impl Iterator<Item = Pair<'_>> {
        self.wallets().flat_map(Wallet::pairs)
    }

    /// Returns the periods that have a wallet, oldest first.
    #[must_use]
    pub fn periods(&self) -> BTreeSet<Period> {
        let rows = self.filled.wallets.iter();
        rows.map(|row| row.period).collect()
    }

    /// Counts the pairs by the band of their share, exactly by the cuts of the lifecycle policy.
    #[must_use]
    pub fn bands(&self) -> StageCounts {
        self.filled.pairs.iter().map(|pair| pair.band).collect()
    }

    /// Returns the facts that purchases do not show, by rule.
    pub fn gaps(&self) -> impl ExactSizeIterator<Item = Gap> {
        self.followed.gaps()
    }

    /// Returns the counts of suppliers and wallets that the policy left out.
    #[must_use]
    pub const fn left_out(&self) -> LeftOut {
        self.filled.left_out
    }

    pub(super) fn name(&self, rank: u32) -> &str {
        let place = usize::try_from(rank).ok();
        place
            .and_then(|place| self.names.get(place))
            .map_or("", AsRef::as_ref)
    }

    pub(super) fn wallet(&self, place: usize) -> Option<Wallet<'_>> {
        let row = self.filled.wallets.get(place)?;
        Some(Wallet {
            portfolio: self,
            row,
        })
    }

    pub(super) fn step_rows(&self, steps: Range<usize>) -> &[StepRow] {
        self.followed.steps.get(steps).unwrap_or_default()
    }

    pub(super) fn path_rows(&self) -> &[PathRow] {
        &self.followed.paths
    }

    pub(super) const fn filled(&self) -> &Wallets {
        &self.filled
    }
}

/// The wallet of a buyer in a market and period, of suppliers with a net amount above zero (客户钱包).
#[derive(Clone, Copy)]
pub struct Wallet<'a> {
    portfolio: &'a Portfolio,
    row: &'a WalletRow,
}

impl<'a> Wallet<'a> {
    /// Returns the customer.
    #[must_use]
    pub fn buyer(self) -> &'a str {
        self.portfolio.name(self.row.buyer)
    }

    /// Returns the category of goods.
    #[must_use]
    pub fn market(self) -> &'a str {
        self.portfolio.name(self.row.market)
    }

    /// Returns the period.
    #[must_use]
    pub const fn period(self) -> Period {
        self.row.period
    }

    /// Returns the exact sum of the amounts of these suppliers.
    #[must_use]
    pub const fn total(self) -> Decimal {
        self.row.total
    }

    /// Returns the pairs of the wallet, by supplier; their shares add up to one exactly.
    pub fn pairs(self) -> impl ExactSizeIterator<Item = Pair<'a>> {
        let rows = self.portfolio.filled.pairs.get(self.row.pairs.clone());
        let rows = rows.unwrap_or_default().iter();
        rows.map(move |row| Pair { wallet: self, row })
    }

    /// Returns the pair with the largest share, the first by name if several have as much.
    #[must_use]
    pub fn leader(self) -> Option<Pair<'a>> {
        self.pair(self.row.leader)
    }

    pub(super) fn pair(self, place: usize) -> Option<Pair<'a>> {
        let row = self.portfolio.filled.pairs.get(place)?;
        Some(Pair { wallet: self, row })
    }

    pub(super) const fn row(self) -> &'a WalletRow {
        self.row
    }
}

impl fmt::Debug for Wallet<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Wallet")
            .field("buyer", &self.buyer())
            .field("market", &self.market())
            .field("period", &self.period())
            .field("total", &self.total())
            .finish_non_exhaustive()
    }
}

/// The part of a wallet that one supplier has (供应商份额).
#[derive(Clone, Copy)]
pub struct Pair<'a> {
    wallet: Wallet<'a>,
    row: &'a PairRow,
}

impl<'a> Pair<'a> {
    /// Returns the wallet.
    #[must_use]
    pub const fn wallet(self) -> Wallet<'a> {
        self.wallet
    }

    /// Returns the supplier.
    #[must_use]
    pub fn supplier(self) -> &'a str {
        self.wallet.portfolio.name(self.row.supplier)
    }

    /// Returns the net amount of the supplier: below zero only if such suppliers are kept.
    #[must_use]
    pub const fn amount(self) -> Decimal {
        self.row.amount
    }

    /// Returns the exact share of the wallet.
    #[must_use]
    pub const fn share(self) -> Share {
        self.row.share
    }

    /// Returns the stage into whose band the share falls, by the share alone.
    #[must_use]
    pub const fn band(self) -> Stage {
        self.row.band
    }
}

impl fmt::Debug for Pair<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pair")
            .field("wallet", &self.wallet())
            .field("supplier", &self.supplier())
            .field("amount", &self.amount())
            .field("share", &self.share())
            .field("band", &self.band())
            .finish()
    }
}
