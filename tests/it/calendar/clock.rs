//! The clock of a service against a walk through every minute of a case.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "small numbers; a test that panics fails, which is its purpose"
)]

use keqing::calendar::clock::{
    ClockPolicy, CountedTime, Pause, Reopening, Resolution, ServiceClock,
};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::{ProptestConfig, Strategy, any, prop_assert_eq, proptest};
use proptest::sample::select;

use crate::calendar::model::{DAYS, made, model, moment, seconds};

/// The minutes of the first case of the picture, and of the last that is asked.
const FIRST: u64 = 1_440;
const LAST: u64 = (DAYS as u64 - 10) * 1_440;

/// A case in minutes of the picture.
#[derive(Clone, Debug)]
struct Case {
    opened: u64,
    pauses: Vec<(u64, Option<u64>)>,
    resolutions: Vec<(u64, Option<u64>)>,
    closed: Option<u64>,
}

impl Case {
    fn clock(&self) -> ServiceClock {
        let at = |minute: u64| moment(minute * 60);
        let pauses = self.pauses.iter().map(|(from, until)| match until {
            Some(until) => Pause::new(at(*from), at(*until)),
            None => Pause::running(at(*from)),
        });
        let resolutions = self
            .resolutions
            .iter()
            .map(|(resolved, reopened)| match reopened {
                Some(reopened) => Resolution::reopened(at(*resolved), at(*reopened)),
                None => Resolution::new(at(*resolved)),
            });
        let clock = ServiceClock::new(at(self.opened));
        let clock = made(clock.with_pauses(pauses));
        let clock = made(clock.with_resolutions(resolutions));
        match self.closed {
            Some(closed) => made(clock.with_closed(at(closed))),
            None => clock,
        }
    }

    /// The case as it stood at a minute.
    fn as_of(&self, now: u64) -> Self {
        let past = |minute: &u64| *minute <= now;
        let resolutions = self.resolutions.iter().filter(|(at, _)| past(at));
        Self {
            opened: self.opened,
            pauses: self
                .pauses
                .iter()
                .copied()
                .filter(|(from, _)| past(from))
                .collect(),
            resolutions: resolutions
                .map(|(at, reopened)| (*at, reopened.filter(past)))
                .collect(),
            closed: self.closed.filter(past),
        }
    }

    /// The minute from which the time counts.
    fn start(&self, reopening: Reopening) -> u64 {
        let reopened = self
            .resolutions
            .iter()
            .filter_map(|(_, reopened)| *reopened)
            .max();
        match reopening {
            Reopening::Restart => reopened.unwrap_or(self.opened),
            _ => self.opened,
        }
    }

    /// Returns true for a minute in which the clock runs.
    fn runs(&self, reopening: Reopening, minute: u64) -> bool {
        let next_resolution = |from: u64| {
            let later = self
                .resolutions
                .iter()
                .map(|(at, _)| *at)
                .filter(|at| *at >= from);
            later.min().unwrap_or(u64::MAX)
        };
        let is_paused = self.pauses.iter().any(|(from, until)| {
            *from <= minute && minute < until.unwrap_or_else(|| next_resolution(*from))
        });
        let for_good = self
            .resolutions
            .iter()
            .find(|(_, reopened)| reopened.is_none());
        let is_resolved = match reopening {
            Reopening::FirstResolution => self
                .resolutions
                .first()
                .is_some_and(|(at, _)| *at <= minute),
            Reopening::Continue => self
                .resolutions
                .iter()
                .any(|(at, reopened)| *at <= minute && minute < reopened.unwrap_or(u64::MAX)),
            _ => for_good.is_some_and(|(at, _)| *at <= minute),
        };
        let is_closed = self.closed.is_some_and(|closed| closed <= minute);
        minute >= self.start(reopening) && !is_paused && !is_resolved && !is_closed
    }

    /// The minutes that count, from the start of the clock to the end of the picture.
    fn counted(&self, policy: ClockPolicy, open: &[bool]) -> Vec<u64> {
        let is_open =
            |minute: &u64| policy.counted == CountedTime::ElapsedTime || open[*minute as usize];
        (self.opened..open.len() as u64)
            .filter(is_open)
            .filter(|minute| self.runs(policy.reopening, *minute))
            .collect()
    }
}

fn case() -> impl Strategy<Value = Case> {
    let times = btree_set(0_u64..14_400, 0..8);
    let pauses = vec((0_u64..14_400, option::weighted(0.8, 0_u64..3_000)), 0..5);
    (
        FIRST..LAST - 14_400,
        times,
        pauses,
        option::weighted(0.3, 0_u64..2_000),
    )
        .prop_map(|(opened, times, pauses, closed)| {
            let times: Vec<u64> = times.into_iter().map(|time| opened + time).collect();
            let pair = |pair: &[u64]| (pair[0], pair.get(1).copied());
            let last = times.last().copied().unwrap_or(opened);
            Case {
                opened,
                pauses: pauses
                    .into_iter()
                    .map(|(from, length)| {
                        let from = opened + from;
                        (from, length.map(|length| from + length))
                    })
                    .collect(),
                resolutions: times.chunks(2).map(pair).collect(),
                closed: closed.map(|after| last + after),
            }
        })
}

fn policy() -> impl Strategy<Value = ClockPolicy> {
    let counted = select(CountedTime::ALL.to_vec());
    (counted, select(Reopening::ALL.to_vec()))
        .prop_map(|(counted, reopening)| ClockPolicy::new(counted, reopening))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn elapsed_time_is_that_of_every_minute_that_counts(
        model in model(), case in case(), policy in policy(), after in 0_u64..20_000,
    ) {
        let now = (case.opened + after).min(LAST);
        let counted = case.as_of(now).counted(policy, &model.minutes());
        let expected = counted.iter().filter(|minute| **minute < now).count() as u64 * 60;
        let found = made(case.clock().elapsed(&model.hours(), policy, moment(now * 60)));
        prop_assert_eq!(found.count(), expected);
    }

    #[test]
    fn a_case_is_due_and_warned_where_the_walk_says(
        model in model(), case in case(), policy in policy(),
        target in 0_u64..2_000, lead in 0_u64..2_500, is_short in any::<bool>(),
    ) {
        let target = if is_short { target % 300 } else { target };
        let mut model = model;
        model.is_bounded = false;
        let (clock, hours) = (case.clock(), model.hours());
        let counted = case.counted(policy, &model.minutes());
        let target_time = seconds(target * 60);
        let due = made(clock.due(&hours, policy, target_time));
        let warned = made(clock.warn(&hours, policy, target_time, seconds(lead * 60)));
        let nth = |number: u64| counted.get(number as usize).copied();
        let expected = match target.checked_sub(1) {
            None => Some(case.start(policy.reopening)),
            Some(last) => nth(last).map(|minute| minute + 1),
        };
        let is_in_picture = due.is_none_or(|due| due < moment(u64::from(DAYS) * 86_400));
        if is_in_picture {
            prop_assert_eq!(due, expected.map(|minute| moment(minute * 60)));
            let begins = match lead.min(target) {
                0 => expected,
                lead => expected.and(nth(target - lead)),
            };
            prop_assert_eq!(warned, begins.map(|minute| moment(minute * 60)));
        } else {
            prop_assert_eq!(expected, None);
        }
    }
}
