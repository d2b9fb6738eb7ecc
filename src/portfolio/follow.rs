use core::ops::Range;

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::lifecycle::moves::{Move, Refusal, decide, evolve};
use crate::lifecycle::placement::{Flag, PeriodShare, Placement, place};
use crate::lifecycle::standing::{Standing, State};
use crate::lifecycle::wallet::ShareOfWallet;
use crate::lifecycle::{LifecyclePolicy, StageFacts};
use crate::portfolio::counts::Gap;
use crate::portfolio::error::PortfolioError;
use crate::portfolio::period::Period;
use crate::portfolio::wallets::{WalletRow, Wallets};
use crate::verdict::{Assessment, Decision, Fact, Finding, Outcome, Presence, RuleId};
use crate::vocab::answers::Trajectory;
use crate::vocab::known::Known;
use crate::vocab::set::Set;
use crate::vocab::share::Share;
use crate::vocab::words::Stage;

/// One supplier of one buyer in one market, as a row.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct PathRow {
    pub(super) buyer: u32,
    pub(super) market: u32,
    pub(super) supplier: u32,
    pub(super) steps: Range<usize>,
}

/// One wallet on a path, as a row.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct StepRow {
    pub(super) wallet: usize,
    pub(super) pair: Option<usize>,
    pub(super) at_least: Option<Stage>,
    pub(super) supported: Option<State>,
    pub(super) proposed: Option<Move>,
    pub(super) decision: Decision,
    pub(super) granted: Option<Move>,
    pub(super) state: State,
    pub(super) trajectory: Option<Trajectory>,
    pub(super) flags: Set<Flag>,
}

/// Every path and its steps, ordered by buyer, market, supplier and period.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Paths {
    pub(super) paths: Vec<PathRow>,
    pub(super) steps: Vec<StepRow>,
    gaps: BTreeMap<(RuleId, Fact), (u64, u64)>,
}

impl Paths {
    /// Follows every supplier through the wallets of its buyer and market.
    pub(super) fn follow(
        lifecycle: &LifecyclePolicy,
        filled: &Wallets,
    ) -> Result<Self, PortfolioError> {
        let mut paths = Self::default();
        let same = |one: &WalletRow, next: &WalletRow| {
            (one.buyer, one.market) == (next.buyer, next.market)
        };
        let mut first = 0_usize;
        for wallets in filled.wallets.chunk_by(same) {
            let after = first.saturating_add(wallets.len());
            paths.follow_market(lifecycle, filled, first..after)?;
            first = after;
        }
        Ok(paths)
    }

    /// Returns the facts that were missing, by rule.
    pub(super) fn gaps(&self) -> impl ExactSizeIterator<Item = Gap> + '_ {
        self.gaps
            .iter()
            .map(|(&(rule, fact), &(steps, undecided))| Gap {
                rule,
                fact,
                steps,
                undecided,
            })
    }

    fn follow_market(
        &mut self,
        lifecycle: &LifecyclePolicy,
        filled: &Wallets,
        wallets: Range<usize>,
    ) -> Result<(), PortfolioError> {
        let rows = filled.wallets.get(wallets.clone()).unwrap_or_default();
        let pairs = rows
            .first()
            .zip(rows.last())
            .map_or(0..0, |(first, last)| first.pairs.start..last.pairs.end);
        let mut by_supplier: Vec<(u32, usize)> = pairs
            .filter_map(|place| Some((filled.pairs.get(place)?.supplier, place)))
            .collect();
        by_supplier.sort_unstable();
        for pairs in by_supplier.chunk_by(|one, next| one.0 == next.0) {
            self.follow_supplier(lifecycle, filled, wallets.end, pairs)?;
        }
        Ok(())
    }

    /// Follows one supplier from its first pair to the last wallet, whether it is in that or not.
    fn follow_supplier(
        &mut self,
        lifecycle: &LifecyclePolicy,
        filled: &Wallets,
        end: usize,
        pairs: &[(u32, usize)],
    ) -> Result<(), PortfolioError> {
        let wallet_of = |place: usize| filled.pairs.get(place).map(|pair| pair.wallet);
        let Some(&(supplier, first)) = pairs.first() else {
            return Ok(());
        };
        let Some(start) = wallet_of(first) else {
            return Ok(());
        };
        let rows = filled.wallets.get(start..end).unwrap_or_default();
        let Some((buyer, market, period)) = rows.first().map(WalletRow::place) else {
            return Ok(());
        };
        let mut pairs = pairs.iter().map(|&(_, place)| place).peekable();
        let mut follower = Follower::begin(lifecycle, period);
        let begun = self.steps.len();
        for (wallet, row) in (start..end).zip(rows) {
            let pair = pairs.next_if(|&place| wallet_of(place) == Some(wallet));
            let assessment = follower.step(&Sight::of(filled, row, pair))?;
            self.count_gaps(&assessment);
            self.steps
                .push(StepRow::of(&assessment, &follower, wallet, pair));
        }
        self.paths.push(PathRow {
            buyer,
            market,
            supplier,
            steps: begun..self.steps.len(),
        });
        Ok(())
    }

    fn count_gaps(&mut self, assessment: &Assessment<Placement>) {
        let verdict = assessment.value().map(|placement| &placement.verdict);
        let ruled = verdict.into_iter().flat_map(|verdict| verdict.findings());
        // A rule that asks for the same fact twice in a step asked in one step.
        let mut asked: Vec<(RuleId, Fact, bool)> = Vec::new();
        let mut count = |finding: &Finding, decides: bool| {
            if let Outcome::Missing(fact) = finding.outcome {
                let undecided = decides && finding.decision() == Decision::Undecided;
                match asked
                    .iter_mut()
                    .find(|(rule, other, _)| (*rule, *other) == (finding.rule, fact))
                {
                    Some((_, _, before)) => *before |= undecided,
                    None => asked.push((finding.rule, fact, undecided)),
                }
            }
        };
        for finding in ruled {
            count(finding, true);
        }
        for finding in assessment.findings() {
            count(finding, verdict.is_none());
        }
        for (rule, fact, undecided) in asked {
            let (steps, for_want) = self.gaps.entry((rule, fact)).or_default();
            *steps = steps.saturating_add(1);
            *for_want = for_want.saturating_add(u64::from(undecided));
        }
    }
}

impl StepRow {
    fn of(
        assessment: &Assessment<Placement>,
        follower: &Follower<'_>,
        wallet: usize,
        pair: Option<usize>,
    ) -> Self {
        let state = follower.standing.state();
        match assessment.value() {
            Some(placement) => Self {
                wallet,
                pair,
                at_least: Some(placement.at_least),
                supported: placement.supported,
                proposed: Some(placement.proposed),
                decision: placement.verdict.decision(),
                granted: placement.granted,
                state,
                trajectory: placement.trajectory,
                flags: placement.flags,
            },
            None => Self {
                wallet,
                pair,
                at_least: None,
                supported: None,
                proposed: None,
                decision: Decision::Undecided,
                granted: None,
                state,
                trajectory: None,
                flags: Set::empty(),
            },
        }
    }
}

/// The facts that purchases show of one supplier in one wallet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sight {
    as_of: NaiveDate,
    share: Share,
    rival: Share,
}

impl Sight {
    pub(super) fn of(filled: &Wallets, wallet: &WalletRow, pair: Option<usize>) -> Self {
        let share_of = |place: usize| filled.pairs.get(place).map(|pair| pair.share);
        let rival = if pair == Some(wallet.leader) {
            wallet.runner_up
        } else {
            share_of(wallet.leader).unwrap_or(Share::NONE)
        };
        Self {
            as_of: wallet.period.last_day(),
            share: pair.and_then(share_of).unwrap_or(Share::NONE),
            rival,
        }
    }
}

/// One relationship on its way through the periods.
///
/// It begins in Development on the first day of its first period, because the time before the
/// purchases is unknown. From then on only events that the rules allow move it.
#[derive(Debug)]
pub(super) struct Follower<'a> {
    lifecycle: &'a LifecyclePolicy,
    standing: Standing,
    history: Vec<PeriodShare>,
    traded: bool,
}

impl<'a> Follower<'a> {
    pub(super) fn begin(lifecycle: &'a LifecyclePolicy, first: Period) -> Self {
        Self {
            lifecycle,
            standing: Standing::open(State::Active(Stage::Development), first.first_day()),
            history: Vec::new(),
            traded: false,
        }
    }

    /// Places the relationship at the end of a period, and makes the move that is granted.
    pub(super) fn step(&mut self, sight: &Sight) -> Result<Assessment<Placement>, PortfolioError> {
        let share = ShareOfWallet::Of(sight.share);
        let mut facts = StageFacts::new(sight.as_of);
        facts.share = Known::measured(share);
        facts.rival_share = Known::measured(sight.rival);
        if self.traded {
            facts.trade_history = Known::measured(Presence::Present);
        }
        let assessment = place(self.lifecycle, &self.standing, &facts, &self.history)?;
        let granted = assessment.value().and_then(|found| found.granted);
        if let Some(granted) = granted.filter(|granted| *granted != Move::Hold) {
            match decide(self.lifecycle, &self.standing, &facts, granted) {
                Ok(Some(event)) => self.standing = evolve(&self.standing, &event)?,
                Ok(None) | Err(Refusal::Refused(_)) => {}
                Err(Refusal::Facts(error)) => return Err(error.into()),
            }
        }
        self.history.push(PeriodShare {
            period_end: sight.as_of,
            share,
        });
        self.traded |= !sight.share.is_none();
        Ok(assessment)
    }
}
