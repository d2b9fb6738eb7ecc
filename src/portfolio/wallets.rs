use core::ops::Range;

use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::lifecycle::LifecyclePolicy;
use crate::portfolio::counts::LeftOut;
use crate::portfolio::error::PortfolioError;
use crate::portfolio::ledger::Ledger;
use crate::portfolio::ledger::Net;
use crate::portfolio::period::Period;
use crate::portfolio::policy::{Nonpositive, PortfolioPolicy};
use crate::vocab::share::Share;
use crate::vocab::words::Stage;

/// One wallet, as a row: the purchases of a buyer in a market and period.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct WalletRow {
    pub(super) buyer: u32,
    pub(super) market: u32,
    pub(super) period: Period,
    pub(super) total: Decimal,
    pub(super) pairs: Range<usize>,
    /// The pair with the largest share, and the largest share of the others.
    pub(super) leader: usize,
    pub(super) runner_up: Share,
}

impl WalletRow {
    pub(super) const fn place(&self) -> (u32, u32, Period) {
        (self.buyer, self.market, self.period)
    }
}

/// One pair, as a row: the part of a wallet that a supplier has.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct PairRow {
    pub(super) wallet: usize,
    pub(super) supplier: u32,
    pub(super) amount: Decimal,
    pub(super) share: Share,
    pub(super) band: Stage,
}

/// Wallets and pairs, both ordered by buyer, market, period; pairs by supplier within.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Wallets {
    pub(super) wallets: Vec<WalletRow>,
    pub(super) pairs: Vec<PairRow>,
    pub(super) left_out: LeftOut,
}

impl Wallets {
    /// Makes wallets of net amounts that are ordered like them.
    pub(super) fn fill(
        policy: &PortfolioPolicy,
        lifecycle: &LifecyclePolicy,
        ledger: &Ledger,
        nets: &[Net],
    ) -> Result<Self, PortfolioError> {
        let mut filled = Self::default();
        for nets in nets.chunk_by(|one, next| one.wallet() == next.wallet()) {
            filled.add(policy, lifecycle, ledger, nets)?;
        }
        Ok(filled)
    }

    fn add(
        &mut self,
        policy: &PortfolioPolicy,
        lifecycle: &LifecyclePolicy,
        ledger: &Ledger,
        nets: &[Net],
    ) -> Result<(), PortfolioError> {
        let Some((buyer, market, period)) = nets.first().map(Net::wallet) else {
            return Ok(());
        };
        let overflow = PortfolioError::Overflow { period };
        let whole = nets
            .iter()
            .filter(|net| net.units > 0)
            .try_fold(0_i128, |whole, net| whole.checked_add(net.units))
            .ok_or(overflow.clone())?;
        if whole == 0 {
            self.left_out.empty_wallets = self.left_out.empty_wallets.saturating_add(1);
            return Ok(());
        }
        let total = ledger.decimal(whole).ok_or(overflow.clone())?;
        if total < policy.minimum() {
            self.left_out.small_wallets = self.left_out.small_wallets.saturating_add(1);
            return Ok(());
        }
        let (wallet, first) = (self.wallets.len(), self.pairs.len());
        for net in nets {
            if net.units <= 0 && policy.nonpositive() == Nonpositive::LeaveOut {
                self.left_out.suppliers = self.left_out.suppliers.saturating_add(1);
                continue;
            }
            let share = share(net.units.max(0), whole, ledger, period)?;
            self.pairs.push(PairRow {
                wallet,
                supplier: net.supplier,
                amount: ledger.decimal(net.units).ok_or(overflow.clone())?,
                share,
                band: lifecycle.band(share),
            });
        }
        let pairs = first..self.pairs.len();
        let (leader, runner_up) = self.lead(pairs.clone());
        self.wallets.push(WalletRow {
            buyer,
            market,
            period,
            total,
            pairs,
            leader,
            runner_up,
        });
        Ok(())
    }

    fn lead(&self, pairs: Range<usize>) -> (usize, Share) {
        let (mut leader, mut most, mut next) = (pairs.start, Share::NONE, Share::NONE);
        for (place, pair) in self.pairs.iter().enumerate().skip(pairs.start) {
            if pair.share > most {
                (leader, most, next) = (place, pair.share, most);
            } else if pair.share > next {
                next = pair.share;
            }
        }
        (leader, next)
    }
}

/// Returns the exact share of whole units, reduced only if they do not fit as they are.
fn share(
    part: i128,
    whole: i128,
    ledger: &Ledger,
    period: Period,
) -> Result<Share, PortfolioError> {
    if let (Ok(part), Ok(whole)) = (u64::try_from(part), u64::try_from(whole)) {
        return Ok(Share::new(part, whole)?);
    }
    let overflow = || PortfolioError::Overflow { period };
    let (part, whole) = (ledger.decimal(part), ledger.decimal(whole));
    Ok(Share::of_amounts(
        part.ok_or_else(overflow)?,
        whole.ok_or_else(overflow)?,
    )?)
}
