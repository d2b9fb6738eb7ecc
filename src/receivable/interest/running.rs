use chrono::NaiveDate;

use crate::receivable::interest::charge;
use crate::receivable::interest::debt::LateDebt;
use crate::receivable::interest::error::InterestError;
use crate::receivable::interest::held::{Held, Holds};
use crate::receivable::interest::place::{Place, WalkDays};
use crate::receivable::interest::policy::InterestPolicy;
use crate::receivable::interest::segment::SegmentEnd;
use crate::receivable::interest::walk::Walk;
use crate::receivable::rate::LateRate;
use crate::vocab::money::{FractionalMoney, RoundedMoney};

/// The interest of a debt that is asked for on one day after another, while the debt gets changes.
///
/// It keeps the segments that no later change can touch, so that each is walked once. Every answer is
/// that of [`interest`](crate::receivable::interest::interest()) on the same debt and day.
#[derive(Clone, Debug, Default)]
pub(crate) struct RunningInterest {
    kept: Option<Place>,
    /// The pauses of the debt, listed once for all days that are asked until another comes.
    holds: Option<Holds>,
}

impl RunningInterest {
    /// Forgets what was walked, because a change of an earlier day came or went.
    pub(crate) fn restart(&mut self) {
        self.kept = None;
    }

    /// Takes a change of an earlier day in. The walk so far is forgotten only if it goes beyond that day.
    pub(crate) fn reconsider(&mut self, day: NaiveDate) {
        self.kept = self.kept.filter(|at| at.cursor <= day);
    }

    /// Takes a pause in that was added to the debt and begins on a day. The days before it stay walked: the
    /// changes up to them may be dropped.
    pub(crate) fn pause(&mut self, from: NaiveDate) {
        self.holds = None;
        self.kept = self.kept.filter(|at| at.cursor < from);
        if let Some(at) = &mut self.kept {
            at.held = Held::nothing(at.balance.currency());
        }
    }

    /// Drops the changes of a debt that are walked already. Afterwards only later days can be asked.
    pub(crate) fn forget(&mut self, debt: &mut LateDebt) {
        if let Some(at) = &mut self.kept {
            debt.without_first(at.take_changes());
        }
    }

    /// Returns the charged interest up to and with a day, which is not before the days asked so far.
    pub(crate) fn charged_on(
        &mut self,
        policy: &InterestPolicy,
        rate: &LateRate,
        debt: &LateDebt,
        day: NaiveDate,
    ) -> Result<RoundedMoney, InterestError> {
        let days = WalkDays::of(policy, debt, day)?;
        if !days.earn() {
            return charge(policy, FractionalMoney::zero(debt.principal().currency()));
        }
        let holds = self.holds.get_or_insert_with(|| Holds::of(debt));
        let mut walk = match self.kept {
            Some(at) => Walk::from(policy, rate, debt, holds, at.until(days))?,
            None => Walk::begin(policy, rate, debt, holds, days)?,
        };
        match self.kept {
            // A change of the day of the place may have come since.
            Some(at) => walk.apply_changes(at.cursor)?,
            None => {
                walk.leave()?;
            }
        }
        while walk.goes_on() {
            let (to, ends) = walk.next_stop()?;
            if ends == SegmentEnd::AsOf {
                break;
            }
            walk.step(to, ends)?;
        }
        // A rate that is bound to the day of payment is another one on each day asked about.
        self.kept = (!rate.is_bound_to_payment()).then_some(walk.at);
        if walk.goes_on() {
            walk.step(day, SegmentEnd::AsOf)?;
        }
        walk.arrive()?;
        charge(policy, walk.earned()?)
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::RunningInterest;
    use crate::receivable::interest::{
        BalanceChange, InterestError, InterestPolicy, LateDebt, Pause, interest,
    };
    use crate::receivable::rate::{Compounding, LateRate, Rest};
    use crate::vocab::money::{Currency, Money};
    use crate::vocab::rate::Rate;
    use crate::vocab::time::Days;

    fn day(number: u64) -> NaiveDate {
        let first = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap_or(NaiveDate::MIN);
        let later = first.checked_add_days(chrono::Days::new(number));
        later.unwrap_or(NaiveDate::MIN)
    }

    #[test]
    fn interest_ends_on_the_same_day_however_it_is_asked() -> Result<(), InterestError> {
        let euros = |cents| Money::new(rust_decimal::Decimal::new(cents, 2), Currency::EUR);
        let plain = LateDebt::new(euros(1_000_000), day(0), day(10))?;
        let changed = plain
            .clone()
            .with_change(BalanceChange::payment(day(30), euros(250_000)))?
            .with_change(BalanceChange::payment(day(60), euros(1)))?
            .with_pause(Pause::new(day(35), Some(day(38))))?;
        let rate = LateRate::agreed(Rate::basis_points(1_200));
        for debt in [plain, changed] {
            for compounding in [Compounding::Simple, Compounding::Rests(Rest::ThirtyDays)] {
                let endless = InterestPolicy::standard().with_compounding(compounding);
                for length in [0, 1, 19, 20, 21, 30, 31, 400] {
                    let policy = endless.with_running_for(Days::new(length));
                    let last = day(u64::from(length).saturating_add(10));
                    let mut running = RunningInterest::default();
                    for asked in (0..100).map(day) {
                        let found = interest(&policy, &rate, &debt, asked)?;
                        let before = interest(&endless, &rate, &debt, asked.min(last))?;
                        assert_eq!(found.exact(), before.exact(), "{length} days on {asked}");
                        let charged = running.charged_on(&policy, &rate, &debt, asked)?;
                        assert_eq!(charged, found.charged(), "{length} days on {asked}");
                    }
                }
            }
        }
        Ok(())
    }
}
