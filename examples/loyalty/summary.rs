//! The summary of all customers together, counted from the answers alone.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use anyhow::Result;
use chrono::NaiveDate;
use keqing::loyalty::LoyaltyPolicy;
use keqing::loyalty::retention::{OrderCycle, Retention};
use keqing::loyalty::words::Repeat;
use keqing::verdict::{Fact, RuleId};

use crate::ledger::{Buyer, Ledger, more};
use crate::told::{Said, Told};

/// Ten tenths, and the whole.
pub(crate) const TENTHS: usize = 11;

/// All customers together.
#[derive(Debug)]
pub(crate) struct Summary<'a> {
    pub(crate) as_of: NaiveDate,
    pub(crate) customers: u64,
    /// Customers with returns and credit notes only.
    pub(crate) bought_nothing: u64,
    /// Customers that bought on one day only, and how many of them have one line only.
    pub(crate) bought_once: u64,
    pub(crate) one_line: u64,
    /// Customers that bought again, too few of their own cycles ago to assess more.
    pub(crate) too_young: u64,
    pub(crate) repeats: u64,
    pub(crate) seldom: u64,
    /// Customers by their retention, in tenths.
    pub(crate) tenths: [u64; TENTHS],
    pub(crate) claims: Claims,
    /// The number of customers for which a rule misses a fact, most first.
    pub(crate) gaps: Vec<((Fact, RuleId), u64)>,
    /// The customers with the most days of purchase.
    pub(crate) top: Vec<Row<'a>>,
    cycles: Vec<OrderCycle>,
}

/// The number of customers that are called something that purchases do not show.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Claims {
    pub(crate) loyal: u64,
    pub(crate) attached: u64,
    /// One-time buyers of whose next purchase something is stated.
    pub(crate) alive: u64,
    pub(crate) emotional: u64,
    pub(crate) conscious: u64,
}

/// One of the most frequent customers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'a> {
    pub(crate) name: &'a str,
    pub(crate) orders: usize,
    pub(crate) retention: Option<Retention>,
}

impl<'a> Summary<'a> {
    /// Assesses every customer, one after the other, and counts the answers.
    pub(crate) fn of(
        policy: &LoyaltyPolicy,
        ledger: &'a Ledger,
        said: &Said,
        as_of: NaiveDate,
        top: usize,
    ) -> Result<Self> {
        let mut summary = Self {
            as_of,
            customers: 0,
            bought_nothing: 0,
            bought_once: 0,
            one_line: 0,
            too_young: 0,
            repeats: 0,
            seldom: 0,
            tenths: [0; TENTHS],
            claims: Claims::default(),
            gaps: Vec::new(),
            top: Vec::new(),
            cycles: Vec::new(),
        };
        let mut buyers = ledger.buyers();
        let mut gaps = BTreeMap::new();
        for buyer in &buyers {
            let told = Told::of(policy, said, *buyer, as_of)?;
            summary.place(&told);
            summary.claims.count(&told);
            for gap in told.gaps() {
                more(gaps.entry(gap).or_default());
            }
        }
        summary.gaps = gaps.into_iter().collect();
        summary
            .gaps
            .sort_by_key(|(_, customers)| Reverse(*customers));
        summary.cycles.sort_unstable();
        buyers.sort_by_key(|(_, buyer)| Reverse(buyer.days.len()));
        buyers.truncate(top);
        let rows = buyers.into_iter().map(|found| {
            let told = Told::of(policy, said, found, as_of)?;
            Ok(Row::of(&told))
        });
        summary.top = rows.collect::<Result<_>>()?;
        Ok(summary)
    }

    /// Returns the number of customers with a retention.
    pub(crate) fn told(&self) -> u64 {
        self.repeats.saturating_add(self.seldom)
    }

    /// The lower quartile, the median and the upper quartile of the customers' cycles, each the cycle
    /// of a customer (nearest rank).
    pub(crate) fn quartiles(&self) -> Option<[OrderCycle; 3]> {
        let at = |quarter: usize| {
            let rank = self.cycles.len().checked_mul(quarter)?.div_ceil(4);
            self.cycles.get(rank.checked_sub(1)?).copied()
        };
        Some([at(1)?, at(2)?, at(3)?])
    }

    fn place(&mut self, told: &Told<'_>) {
        more(&mut self.customers);
        let Some(retention) = told.retention.value() else {
            return self.place_untold(told.buyer);
        };
        more(match retention.repeat {
            Repeat::High => &mut self.repeats,
            Repeat::Low => &mut self.seldom,
        });
        let rate = retention.rate;
        let tenth = rate.part().saturating_mul(10).checked_div(rate.whole());
        let tenth = usize::try_from(tenth.unwrap_or_default()).unwrap_or_default();
        if let Some(count) = self.tenths.get_mut(tenth) {
            more(count);
        }
        self.cycles.push(retention.cycle);
    }

    fn place_untold(&mut self, buyer: &Buyer) {
        match buyer.days.len() {
            0 => more(&mut self.bought_nothing),
            1 => {
                more(&mut self.bought_once);
                if buyer.lines == 1 {
                    more(&mut self.one_line);
                }
            }
            _ => more(&mut self.too_young),
        }
    }
}

impl Claims {
    fn count(&mut self, told: &Told<'_>) {
        let kinds = told.loyalty.kinds.value().copied().unwrap_or_default();
        let is_alive = told.buyer.days.len() == 1 && told.is_said_to_go_on();
        for (is_called, count) in [
            (told.is_loyal(), &mut self.loyal),
            (told.is_attached(), &mut self.attached),
            (is_alive, &mut self.alive),
            (kinds.emotional.is_known(), &mut self.emotional),
            (kinds.conscious.is_known(), &mut self.conscious),
        ] {
            if is_called {
                more(count);
            }
        }
    }
}

impl<'a> Row<'a> {
    pub(crate) fn of(told: &Told<'a>) -> Self {
        Self {
            name: told.name,
            orders: told.buyer.days.len(),
            retention: told.retention.value().copied(),
        }
    }
}
