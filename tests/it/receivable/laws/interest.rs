//! Late interest: a function of dates, which adds up however it is cut.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a test that panics fails, which is its purpose"
)]

use chrono::NaiveDate;
use keqing::calendar::day_count::DayCount;
use keqing::receivable::column::{OpenColumns, SimpleInterest};
use keqing::receivable::interest::{
    self, BalanceChange, Grace, GraceEnd, Interest, InterestPolicy, LateDebt, Pause, RoundingPoint,
    interest,
};
use keqing::receivable::rate::{Compounding, LateRate, RateSeries, RateStep, ReferenceRate, Rest};
use keqing::vocab::money::{Currency, FractionalMoney, Money, RoundingMode};
use keqing::vocab::rate::Rate;
use keqing::vocab::share::Share;
use keqing::vocab::time::Days;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;
use rust_decimal::Decimal;

use crate::support::given::day;

type Failure = Box<dyn std::error::Error>;

/// A debt with what happened to it, as plain numbers: cents, days and hundredths of a percent.
#[derive(Clone, Debug)]
struct Story {
    cents: i64,
    due: u32,
    /// The day after the due date and the part of the debt in hundredths, at most a ninth each.
    changes: Vec<(u32, i64)>,
    /// The first day, counted from the due date, and how long it lasts.
    pause: Option<(u32, u32)>,
    /// Day from which, counted from the beginning of the calendar, and the rate.
    rates: Vec<(u32, i64)>,
}

fn story() -> impl Strategy<Value = Story> {
    (
        1_i64..1_000_000_000,
        0_u32..400,
        vec((0_u32..300, 1_i64..=11), 0..6),
        option::of((1_u32..200, 1_u32..60)),
        vec((1_u32..700, 0_i64..3_000), 0..4),
    )
        .prop_map(|(cents, due, changes, pause, rates)| Story {
            cents,
            due,
            changes,
            pause,
            rates,
        })
}

impl Story {
    fn due(&self) -> NaiveDate {
        day(self.due)
    }

    /// Returns what each change takes off, in cents, above nothing.
    fn taken(&self) -> impl Iterator<Item = (u32, i64)> {
        let parts = self.changes.iter();
        parts
            .map(|(after, part)| (*after, self.cents * part / 100))
            .filter(|(_, cents)| *cents > 0)
    }

    fn debt(&self) -> Result<LateDebt, Failure> {
        let debt = LateDebt::new(euros(self.cents), day(0), self.due())?;
        let debt = self.taken().try_fold(debt, |debt, (after, cents)| {
            debt.with_change(BalanceChange::payment(day(self.due + after), euros(cents)))
        })?;
        Ok(match self.pause {
            Some((from, length)) => {
                let from = self.due + from;
                debt.with_pause(Pause::new(day(from), Some(day(from + length))))?
            }
            None => debt,
        })
    }

    /// Returns the rates, of which the first holds from the beginning of the calendar.
    fn rate(&self) -> Result<LateRate, Failure> {
        let mut rates = self.rates.clone();
        rates.push((0, 800));
        rates.sort_unstable();
        rates.dedup_by_key(|(from, _)| *from);
        let steps = rates
            .into_iter()
            .map(|(from, rate)| Ok(RateStep::new(day(from), hundredths(rate)?)));
        let series = RateSeries::new(steps.collect::<Result<Vec<_>, Failure>>()?)?;
        Ok(LateRate::referenced(ReferenceRate::over(
            series,
            Rate::ZERO,
        )))
    }

    /// Adds the interest up one day at a time: cents times hundredths of a percent times days.
    fn day_by_day(&self, as_of: u32) -> i128 {
        let mut sum = 0;
        for today in self.due + 1..=as_of {
            let late = today - self.due;
            let taken: i64 = self
                .taken()
                .filter(|(after, _)| *after < late)
                .map(|(_, cents)| cents)
                .sum();
            let paused = self
                .pause
                .is_some_and(|(from, length)| from <= late && late < from + length);
            let mut rate = (0, 800);
            for step in &self.rates {
                // The first of two rates of one day is the one that the series keeps.
                if step.0 <= today && step.0 > rate.0 {
                    rate = *self
                        .rates
                        .iter()
                        .filter(|other| other.0 == step.0)
                        .min()
                        .unwrap_or(step);
                }
            }
            if !paused {
                sum += i128::from(self.cents - taken) * i128::from(rate.1);
            }
        }
        sum
    }

    fn told(&self, policy: &InterestPolicy, as_of: u32) -> Result<Interest, Failure> {
        Ok(interest(policy, &self.rate()?, &self.debt()?, day(as_of))?)
    }
}

fn euros(cents: i64) -> Money {
    Money::new(Decimal::new(cents, 2), Currency::EUR)
}

fn hundredths(rate: i64) -> Result<Rate, Failure> {
    Ok(Rate::per_year(Decimal::new(rate, 4))?)
}

/// An amount of so many cents times hundredths of a percent times days, over the days of a year.
fn exact(sum: i128, year: i128) -> Result<FractionalMoney, Failure> {
    Ok(FractionalMoney::new(sum, year * 1_000_000, Currency::EUR)?)
}

proptest! {
    #[test]
    fn interest_is_what_the_days_add_up_to(story in story(), length in 0_u32..700) {
        let as_of = story.due + length;
        for (day_count, year) in [(DayCount::Actual365Fixed, 365), (DayCount::Actual360, 360)] {
            let policy = InterestPolicy::standard().with_day_count(day_count);
            let told = story.told(&policy, as_of).map_err(|error| error.to_string());
            let naive = exact(story.day_by_day(as_of), year).map_err(|error| error.to_string());
            prop_assert_eq!(told.map(|told| told.exact()), naive);
        }
    }

    #[test]
    fn interest_is_zero_before_due(story in story(), before in 0_u32..400) {
        let as_of = story.due.saturating_sub(before);
        let told = story.told(&InterestPolicy::standard(), as_of);
        prop_assert!(told.is_ok_and(|told| told.exact().is_zero() && told.segments().is_empty()));
    }

    // Not by segment: one that grows until it takes in what the next one was may round down once more.
    #[test]
    fn interest_never_falls_as_days_pass(story in story(), rounding in select(vec![
        RoundingPoint::Daily, RoundingPoint::Final,
    ]), compound in select(vec![
        Compounding::Simple, Compounding::Rests(Rest::Month), Compounding::Rests(Rest::ThirtyDays),
    ])) {
        let policy = InterestPolicy::standard().with_compounding(compound);
        let policy = policy.with_rounding(rounding, RoundingMode::HalfEven);
        let mut last = i128::MIN;
        for length in (0..400).step_by(7) {
            let told = story.told(&policy, story.due + length).map_err(|error| error.to_string());
            let units = told.map(|told| told.charged().minor_units());
            prop_assert!(units.as_ref().is_ok_and(|units| *units >= last), "{units:?} after {last}");
            last = units.unwrap_or(last);
        }
    }

    #[test]
    fn interest_splits_at_any_day(cents in 1_i64..1_000_000_000, first in 1_u32..500, second in 1_u32..500) {
        let policy = InterestPolicy::standard().with_day_count(DayCount::ActualActualIsda);
        let ask = |due: u32, as_of: u32| -> Result<FractionalMoney, Failure> {
            let debt = LateDebt::new(euros(cents), day(due), day(due))?;
            let rate = LateRate::agreed(hundredths(925)?);
            Ok(interest(&policy, &rate, &debt, day(as_of))?.exact())
        };
        let split = || Ok::<_, Failure>(ask(0, first)?.checked_add(ask(first, first + second)?)?);
        let whole = ask(0, first + second).map_err(|error| error.to_string());
        prop_assert_eq!(split().map_err(|error| error.to_string()), whole);
    }

    #[test]
    fn interest_is_linear_in_principal(story in story(), factor in 1_i64..1_000, length in 0_u32..400) {
        let simple = Story { changes: Vec::new(), ..story };
        let more = Story { cents: simple.cents * factor, ..simple.clone() };
        let policy = InterestPolicy::standard();
        let ask = |story: &Story| story.told(&policy, story.due + length).map(|told| told.exact());
        let scaled = ask(&simple).and_then(|one| Ok(one.checked_mul(factor.into(), 1)?));
        prop_assert_eq!(
            scaled.map_err(|error| error.to_string()),
            ask(&more).map_err(|error| error.to_string())
        );
    }

    #[test]
    fn segments_tile_the_days_and_add_up(story in story(), length in 1_u32..700) {
        let told = story.told(&InterestPolicy::standard(), story.due + length);
        prop_assert!(told.is_ok());
        let Ok(told) = told else { return Ok(()) };
        let mut cursor = story.due();
        let mut sum = FractionalMoney::zero(Currency::EUR);
        for segment in told.segments() {
            prop_assert_eq!(segment.from, cursor);
            prop_assert!(segment.to > segment.from);
            cursor = segment.to;
            sum = sum.checked_add(segment.amount).unwrap_or(sum);
        }
        prop_assert!(cursor <= day(story.due + length));
        prop_assert_eq!(sum, told.exact());
    }

    #[test]
    fn a_cap_is_met_and_never_passed(story in story(), percent in 0_u64..5, length in 0_u32..700) {
        let share = Share::percent(percent).unwrap_or(Share::NONE);
        let capped = InterestPolicy::standard().with_cap(interest::Cap::ShareOfPrincipal(share));
        let Ok(capped) = capped else { return Ok(()) };
        let as_of = story.due + length;
        let free = story.told(&InterestPolicy::standard(), as_of).map(|told| told.exact());
        let told = story.told(&capped, as_of).map(|told| told.exact());
        let cap = FractionalMoney::of(euros(story.cents)).checked_mul(percent.into(), 100);
        let (Ok(free), Ok(told), Ok(cap)) = (free, told, cap) else {
            prop_assert!(false, "the story of the test");
            return Ok(());
        };
        let is_more = free.checked_cmp(cap).is_ok_and(std::cmp::Ordering::is_gt);
        prop_assert_eq!(told, if is_more { cap } else { free });
    }

    #[test]
    fn grace_costs_nothing_while_it_lasts(story in story(), grace in 0_u32..60, length in 0_u32..200) {
        let as_of = story.due + length;
        for then in [GraceEnd::FromDueDate, GraceEnd::FromGraceEnd] {
            let policy = InterestPolicy::standard().with_grace(Grace::new(Days::new(grace), then));
            let told = story.told(&policy, as_of).map(|told| told.exact());
            let free = story.told(&InterestPolicy::standard(), as_of).map(|told| told.exact());
            let (Ok(told), Ok(free)) = (told, free) else {
                prop_assert!(false, "the story of the test");
                return Ok(());
            };
            prop_assert!(length > grace || told.is_zero());
            prop_assert!(told.checked_cmp(free).is_ok_and(std::cmp::Ordering::is_le));
        }
    }

    #[test]
    fn columns_say_what_one_invoice_is_told(
        rows in vec((0_u32..700, 1_i64..1_000_000_000_000), 1..20),
        rate in 0_i64..3_000,
        mode in select(RoundingMode::ALL.to_vec()),
        year in select(vec![DayCount::Actual360, DayCount::Actual365Fixed]),
    ) {
        let as_of = day(400);
        let (due, units): (Vec<_>, Vec<_>) = rows.iter().map(|(due, units)| (day(*due), *units)).unzip();
        let one_by_one = || {
            let policy = InterestPolicy::standard().with_day_count(year).with_rounding(RoundingPoint::Final, mode);
            let rate = LateRate::agreed(hundredths(rate)?);
            due.iter().zip(&units).map(|(due, units)| {
                // A debt of the future does not bear interest yet.
                let issued = (*due).min(as_of);
                let debt = LateDebt::new(euros(*units), issued, *due)?;
                Ok(interest(&policy, &rate, &debt, as_of)?.charged().minor_units())
            }).collect::<Result<Vec<_>, Failure>>()
        };
        let mut charged = vec![0; rows.len()];
        let columns = || {
            let ready = SimpleInterest::new(hundredths(rate)?, year, mode, as_of)?;
            Ok::<_, Failure>(ready.fill(OpenColumns::new(&due, &units)?, &mut charged)?)
        };
        let total = { let mut columns = columns; columns().map_err(|error| error.to_string()) };
        let wide: Vec<i128> = charged.iter().map(|units| i128::from(*units)).collect();
        prop_assert_eq!(total, Ok(wide.iter().sum()));
        prop_assert_eq!(one_by_one().map_err(|error| error.to_string()), Ok(wide));
    }
}
