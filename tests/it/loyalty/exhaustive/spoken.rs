//! The evaluations of a case, said once more: who spoke, what counts, and what has expired.

use chrono::NaiveDate;
use keqing::loyalty::kinds::{Spread, Trend};
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::words::Stance;

use super::cases::{Case, day};
use super::people::{Age, Speakers, person};
use super::said::own;

/// The outcome of the customer's own evaluations.
pub(crate) struct Spoken {
    pub(crate) stance: Known<Stance>,
    pub(crate) spread: Option<Spread>,
    pub(crate) expired: Option<NaiveDate>,
    pub(crate) trend: Option<Trend>,
    /// The latest day of a voice against us.
    pub(crate) against: Option<i32>,
    /// Nobody of the customer ever spoke.
    pub(crate) is_silent: bool,
}

/// A mark and the grade of its evidence.
type Given = (u8, Grade);

/// The case has two evaluations at most, so every way in which they meet is listed.
pub(crate) fn spoken(case: &Case) -> Spoken {
    let [first, second] = case.evaluations.map(own);
    let told = match (first, second) {
        (None, None) => nothing(true),
        (Some(one), None) => alone(case, one, is_gone(case, 0), case.days()[0]),
        (None, Some(one)) => alone(case, one, is_gone(case, 1), case.days()[1]),
        (Some(first), Some(second)) => pair(case, first, second),
    };
    Spoken {
        against: against(case, [first, second]),
        ..told
    }
}

/// The latest day of an evaluation that counts and is against us.
fn against(case: &Case, given: [Option<Given>; 2]) -> Option<i32> {
    let is_bad = |place: usize| {
        let stance = given[place].and_then(|given| stance_of(case, given));
        stance == Some(Stance::Unfavourable) && !is_gone(case, place)
    };
    let of_one_person = case.speakers == Speakers::OnePerson && case.age == Age::Fresh;
    let days = case.days();
    match (is_bad(0), is_bad(1), given) {
        // Of one person the later one stands alone if it supersedes the first.
        (_, second, [Some(one), Some(other)]) if of_one_person && other.1 >= one.1 => {
            second.then_some(days[1])
        }
        // Of two that are equally bad the better grade stands.
        (true, true, _) if of_one_person => Some(days[0]),
        (_, true, _) => Some(days[1]),
        (true, false, _) => Some(days[0]),
        (false, false, _) => None,
    }
}

/// The first or the second evaluation has expired.
fn is_gone(case: &Case, place: usize) -> bool {
    match (case.age, case.speakers) {
        (Age::Fresh, _) => false,
        (Age::BothGone, _) => true,
        (Age::FirstGone, Speakers::OneDay) => false,
        (Age::FirstGone, _) => place == 0,
    }
}

fn nothing(is_silent: bool) -> Spoken {
    Spoken {
        stance: Known::Unknown,
        spread: None,
        expired: None,
        trend: None,
        against: None,
        is_silent,
    }
}

fn expired_on(on: i32) -> Option<NaiveDate> {
    Some(day(on + 366))
}

fn alone(case: &Case, (mark, grade): Given, is_gone: bool, on: i32) -> Spoken {
    if is_gone {
        return Spoken {
            expired: expired_on(on),
            ..nothing(false)
        };
    }
    Spoken {
        stance: case.stance(Some((mark, grade))),
        ..nothing(false)
    }
}

fn pair(case: &Case, first: Given, second: Given) -> Spoken {
    match case.speakers {
        Speakers::Nobody => two_voices(case, first, second, None),
        Speakers::OnePerson => one_person(case, first, second),
        Speakers::OneDay => one_day(case, first, second),
        Speakers::TwoPeople => two_voices(case, first, second, Some(["ann", "bob"])),
    }
}

/// The trend from one stance to a later one, while both count.
fn trend(case: &Case, first: Given, second: Given) -> Option<Trend> {
    let [earlier, later] = [first, second].map(|given| case.stance(Some(given)));
    let (earlier, later) = (earlier.into_value()?, later.into_value()?);
    (case.age == Age::Fresh).then(|| match later.cmp(&earlier) {
        core::cmp::Ordering::Less => Trend::Falling,
        core::cmp::Ordering::Equal => Trend::Steady,
        core::cmp::Ordering::Greater => Trend::Rising,
    })
}

/// The later one counts, and the earlier one is what it is compared with.
fn later(case: &Case, first: Given, second: Given) -> Spoken {
    let told = alone(case, second, is_gone(case, 1), case.days()[1]);
    Spoken {
        trend: trend(case, first, second).filter(|_| told.stance.is_known()),
        ..told
    }
}

/// A later one supersedes one of no better grade; else the stricter of the two counts. What counted on its
/// last day and was worse blocks.
fn one_person(case: &Case, first: Given, second: Given) -> Spoken {
    if second.1 >= first.1 {
        return later(case, first, second);
    }
    match case.age {
        // The first one is better, and is compared with nothing.
        Age::Fresh if stance_of(case, second) < stance_of(case, first) => {
            later(case, first, second)
        }
        Age::Fresh => alone(case, first, false, 0),
        // It stood beside the second one up to yesterday.
        Age::FirstGone => blocked(case, first, later(case, first, second)),
        Age::BothGone => alone(case, second, true, case.days()[1]),
    }
}

/// Leaves open what the first evaluation closed while it counted.
fn blocked(case: &Case, first: Given, told: Spoken) -> Spoken {
    let (was, is) = (case.stance(Some(first)), told.stance);
    if was.value() < is.value() {
        return Spoken {
            expired: expired_on(case.days()[0]),
            stance: Known::Unknown,
            trend: None,
            ..told
        };
    }
    told
}

fn one_day(case: &Case, first: Given, second: Given) -> Spoken {
    let (gone, on) = (is_gone(case, 1), case.days()[1]);
    if gone {
        return alone(case, first, true, on);
    }
    if first.1 != second.1 {
        // Of two that are equally strict the better grade stands.
        let rank = |given: Given| (stance_of(case, given), core::cmp::Reverse(given.1));
        let stricter = if rank(first) < rank(second) {
            first
        } else {
            second
        };
        return alone(case, stricter, false, on);
    }
    let [one, other] = [first, second].map(|given| case.stance(Some(given)));
    let (worst, best) = order(one, other);
    let is_open = best == Stance::Favourable && worst != best;
    let spread = (worst != best).then(|| Spread {
        worst,
        best,
        worst_by: Some(person("ann")),
    });
    Spoken {
        stance: if is_open {
            Known::Unknown
        } else {
            Known::graded(worst, first.1)
        },
        spread,
        ..nothing(false)
    }
}

fn stance_of(case: &Case, given: Given) -> Option<Stance> {
    case.stance(Some(given)).into_value()
}

/// Two voices, of two people or of nobody who is named.
fn two_voices(case: &Case, first: Given, second: Given, names: Option<[&str; 2]>) -> Spoken {
    if is_gone(case, 1) {
        return alone(case, second, true, case.days()[1]);
    }
    if is_gone(case, 0) {
        return blocked(case, first, alone(case, second, false, 0));
    }
    let [one, other] = [first, second].map(|given| case.stance(Some(given)));
    let (worst, best) = order(one, other);
    // Of two who speak alike the first name stands.
    let place = usize::from(one.value() > other.value());
    let grade = first.1.min(second.1);
    let stance = match (worst, best) {
        (Stance::Favourable, _) => Stance::Favourable,
        (_, Stance::Favourable) => Stance::Mixed,
        _ => worst,
    };
    Spoken {
        stance: Known::graded(stance, grade),
        spread: (worst != best).then(|| Spread {
            worst,
            best,
            worst_by: names.map(|names| person(names[place])),
        }),
        // Of voices without a name the latest day is compared with the day before it.
        trend: match names {
            Some(_) => None,
            None => trend(case, first, second),
        },
        ..nothing(false)
    }
}

fn order(one: Known<Stance>, other: Known<Stance>) -> (Stance, Stance) {
    let known = |stance: Known<Stance>| stance.into_value().expect("a stance");
    let (one, other) = (known(one), known(other));
    (one.min(other), one.max(other))
}
