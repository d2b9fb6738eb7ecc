//! Opening hours against a walk through every minute, and the laws of their verbs.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "small numbers; a test that panics fails, which is its purpose"
)]

use keqing::calendar::hours::OpeningHours;
use keqing::vocab::time::Seconds;
use proptest::prelude::{ProptestConfig, Strategy, prop_assert, prop_assert_eq, proptest};

use crate::calendar::model::{
    DAYS, first_reached, last_before, made, model, moment, open_seconds, seconds,
};

/// Any second of the picture but its first day, more often one of a whole minute.
fn second() -> impl Strategy<Value = u64> {
    (1_440..u64::from(DAYS - 5) * 1_440, 0_u64..120)
        .prop_map(|(minute, second)| minute * 60 + second.saturating_sub(60))
}

fn ordered(first: u64, second: u64) -> (u64, u64) {
    (first.min(second), first.max(second))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn open_time_is_that_of_every_minute(model in model(), one in second(), other in second()) {
        let (from, until) = ordered(one, other);
        let (hours, minutes) = (model.hours(), model.minutes());
        let found = made(hours.open_time(moment(from), moment(until)));
        prop_assert_eq!(found.count(), open_seconds(&minutes, from, until));
        let is_open = minutes[(from / 60) as usize];
        prop_assert_eq!(made(hours.is_open(moment(from))), is_open);
    }

    #[test]
    fn a_target_is_due_when_the_walk_reaches_it(
        model in model(), from in second(), target in 0_u64..400_000,
    ) {
        let (hours, minutes) = (model.hours(), model.minutes());
        let due = hours.due(moment(from), seconds(target));
        match first_reached(&minutes, from, target) {
            Some(expected) => prop_assert_eq!(made(due), moment(expected)),
            None if model.is_bounded => prop_assert!(due.is_err()),
            None => prop_assert!(made(due) > moment(u64::from(DAYS) * 86_400)),
        }
        let opens = hours.next_open(moment(from));
        match first_reached(&minutes, from, 1) {
            Some(expected) => prop_assert_eq!(made(opens), moment(expected - 1)),
            None if model.is_bounded => prop_assert!(opens.is_err()),
            None => prop_assert!(made(opens) >= moment(u64::from(DAYS) * 86_400)),
        }
    }

    #[test]
    fn a_lead_time_begins_where_the_walk_back_ends(
        model in model(), until in second(), lead in 0_u64..400_000,
    ) {
        let (hours, minutes) = (model.hours(), model.minutes());
        let found = made(hours.before(moment(until), seconds(lead)));
        match last_before(&minutes, until, lead) {
            // The night before the first day is not in the picture.
            Some(expected) if expected >= 86_400 => prop_assert_eq!(found, moment(expected)),
            _ => prop_assert!(found < moment(86_400)),
        }
    }

    #[test]
    fn a_lead_time_gives_back_where_a_target_began(
        model in model(), from in second(), target in 1_u64..400_000,
    ) {
        let hours = model.hours();
        let from = moment(from);
        if let Ok(due) = hours.due(from, seconds(target)) {
            let back = made(hours.before(due, seconds(target)));
            prop_assert_eq!(back, made(hours.next_open(from)));
            prop_assert_eq!(made(hours.open_time(from, due)), seconds(target));
        }
    }

    #[test]
    fn open_time_adds_up_over_adjacent_spans(
        model in model(), one in second(), two in second(), three in second(),
    ) {
        let mut moments = [one, two, three];
        moments.sort_unstable();
        let [first, middle, last] = moments.map(moment);
        let hours = model.hours();
        let time = |from, until| made(hours.open_time(from, until));
        let sum = time(first, middle).checked_add(time(middle, last));
        prop_assert_eq!(sum, Some(time(first, last)));
        let whole = made(OpeningHours::always().open_time(first, last));
        prop_assert!(time(first, last) <= whole);
    }

    #[test]
    fn more_is_due_later_and_begun_later_is_due_later(
        model in model(), one in second(), other in second(),
        less in 0_u64..200_000, more in 0_u64..200_000,
    ) {
        let hours = model.hours();
        let (early, late) = ordered(one, other);
        let (early, late) = (moment(early), moment(late));
        if let Ok(due) = hours.due(late, seconds(less + more)) {
            prop_assert!(made(hours.due(late, seconds(less))) <= due);
            prop_assert!(made(hours.due(early, seconds(less + more))) <= due);
            // What is left of a target is due when the whole target is.
            let part = made(hours.due(late, seconds(less)));
            if more > 0 {
                prop_assert_eq!(made(hours.due(part, seconds(more))), due);
            }
        }
    }

    #[test]
    fn far_spans_are_those_of_their_weeks(model in model(), from in second(), weeks in 0_u32..2_000_000) {
        // Beyond the listed days each week is like every other.
        let mut hours = model;
        hours.is_bounded = false;
        let hours = hours.hours();
        let far = moment(u64::from(DAYS) * 86_400 + from);
        let later = far + chrono::TimeDelta::weeks(i64::from(weeks));
        let week = made(hours.open_time(far, far + chrono::TimeDelta::weeks(1)));
        let expected = week.count() * u64::from(weeks);
        prop_assert_eq!(made(hours.open_time(far, later)), Seconds::new(expected));
        if weeks > 0 {
            let due = made(hours.due(far, Seconds::new(expected)));
            prop_assert!(due <= later);
            prop_assert_eq!(made(hours.open_time(far, due)), Seconds::new(expected));
            prop_assert!(made(hours.before(later, Seconds::new(expected))) >= far);
        }
    }
}
