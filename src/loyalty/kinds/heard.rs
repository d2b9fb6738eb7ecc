//! The pieces of one matter, person by person: the voice of each, and the words that have expired.

use chrono::NaiveDate;
use core::cmp::Ordering;
use smallvec::SmallVec;

use crate::loyalty::kinds::evidence::LoyaltyEvidence;
use crate::loyalty::kinds::trend::Trend;
use crate::loyalty::policy::LoyaltyPolicy;
use crate::vocab::known::Grade;
use crate::vocab::mark::{Mark, MarkScale};
use crate::vocab::name::PersonId;
use crate::vocab::words::Stance;

/// The customer's own statements on one matter; a usual number of them is kept inline.
pub(crate) type Pieces<'a> = SmallVec<[Said<'a>; 16]>;

/// One statement of the customer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Said<'a> {
    by: Option<&'a PersonId>,
    on: NaiveDate,
    grade: Grade,
    stance: Stance,
    mark: Mark,
}

/// The place of a statement: its person, its day, its grade, and what it says.
type Key<'a> = (Option<&'a str>, NaiveDate, Grade, Stance, MarkScale, u8);

impl<'a> Said<'a> {
    pub(crate) fn of(policy: &LoyaltyPolicy, piece: &'a LoyaltyEvidence, mark: Mark) -> Self {
        Self {
            by: piece.by.as_ref(),
            on: piece.on,
            grade: piece.grade,
            stance: policy.stance(mark),
            mark,
        }
    }

    pub(crate) fn key(&self) -> Key<'a> {
        let (scale, value) = (self.mark.scale(), self.mark.value());
        let by = self.by.map(PersonId::as_str);
        (by, self.on, self.grade, self.stance, scale, value)
    }

    /// Compares two statements; on two scales their stances are compared.
    fn against(&self, earlier: &Self) -> Ordering {
        let by_mark = self.mark.compared(earlier.mark);
        by_mark.unwrap_or_else(|| self.stance.cmp(&earlier.stance))
    }
}

/// The days on which a word counts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clock {
    validity: Option<u32>,
    first: NaiveDate,
}

impl Clock {
    /// Makes the clock of a day.
    pub(crate) fn of(policy: &LoyaltyPolicy, as_of: NaiveDate) -> Self {
        let validity = policy.word_validity().map(|days| days.count());
        let first =
            validity.and_then(|days| as_of.checked_sub_days(chrono::Days::new(days.into())));
        Self {
            validity,
            first: first.unwrap_or(NaiveDate::MIN),
        }
    }

    /// Returns whether a word of this day counts.
    pub(crate) fn holds(self, on: NaiveDate) -> bool {
        on >= self.first
    }

    /// Returns the last day on which a word counts.
    pub(crate) fn last(self, on: NaiveDate) -> NaiveDate {
        let days = self.validity.map(|days| chrono::Days::new(days.into()));
        let last = days.and_then(|days| on.checked_add_days(days));
        last.unwrap_or(NaiveDate::MAX)
    }

    /// Returns the first day on which a word no longer counts.
    pub(crate) fn expiry(self, on: NaiveDate) -> NaiveDate {
        self.last(on).succ_opt().unwrap_or(NaiveDate::MAX)
    }
}

/// The purpose for which the statements of one person are heard.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Hearing {
    /// To describe the customer: the better grade counts, then the later day.
    Describe,
    /// To open something: the least favourable statement counts that no later one of the same or a better
    /// grade supersedes.
    Open,
}

/// The voice of one person.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Voice<'a> {
    pub(crate) by: Option<&'a PersonId>,
    pub(crate) on: NaiveDate,
    pub(crate) grade: Grade,
    pub(crate) worst: Stance,
    pub(crate) best: Stance,
    /// Two different marks of that day, the lower one first.
    pub(crate) twofold: Option<(Mark, Mark)>,
    pub(crate) trend: Option<Trend>,
    /// The day of the strongest statement that would have counted and differs, if one was passed over.
    pub(crate) other: Option<NaiveDate>,
}

/// A word that counted and has expired, while nobody has spoken since.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lapsed<'a> {
    pub(crate) by: Option<&'a PersonId>,
    pub(crate) since: NaiveDate,
    pub(crate) stance: Stance,
    pub(crate) trend: Option<Trend>,
}

fn people<'a, 's>(said: &'s [Said<'a>]) -> impl Iterator<Item = &'s [Said<'a>]> {
    said.chunk_by(|one, next| one.by == next.by)
}

/// Hands over each voice that counts. Of the statements of one person the better grade counts, then the
/// later day; where something opens, the least favourable one counts. Statements that name nobody are one
/// voice each, of the latest day that has some.
pub(crate) fn voices<'a>(
    said: &[Said<'a>],
    clock: Clock,
    hearing: Hearing,
    mut tell: impl FnMut(Voice<'a>),
) {
    for person in people(said) {
        let held = person.partition_point(|one| !clock.holds(one.on));
        let (_, valid) = person.split_at(held.min(person.len()));
        let best = valid.iter().max_by_key(|one| rank(one));
        let Some(counts) = best else { continue };
        if counts.by.is_some() {
            tell(match hearing {
                Hearing::Describe => of_person(person, counts),
                Hearing::Open => strictest(person, valid, counts),
            });
        } else {
            let today = person.iter().filter(|one| one.on == counts.on);
            let trend = of_day(person, counts.on);
            for one in today {
                tell(Voice {
                    by: None,
                    on: one.on,
                    grade: one.grade,
                    worst: one.stance,
                    best: one.stance,
                    twofold: None,
                    trend,
                    other: None,
                });
            }
        }
    }
}

/// Returns the rank of a statement among those of one person; without a name only the day counts.
fn rank(one: &Said<'_>) -> (Option<Grade>, NaiveDate) {
    (one.by.map(|_| one.grade), one.on)
}

/// Makes the voice of a person from the statements of the day and the grade that count.
fn of_person<'a>(person: &[Said<'a>], counts: &Said<'a>) -> Voice<'a> {
    let mut alike = person.iter().filter(|one| rank(one) == rank(counts));
    // The statements are sorted, the worst of a day and grade first.
    let lowest = alike.next().unwrap_or(counts);
    let highest = alike.next_back().unwrap_or(lowest);
    Voice {
        by: counts.by,
        on: counts.on,
        grade: counts.grade,
        worst: lowest.stance,
        best: highest.stance,
        twofold: (lowest.mark != highest.mark).then_some((lowest.mark, highest.mark)),
        trend: trend(person, lowest),
        other: None,
    }
}

/// Makes the voice of a person from its least favourable statement that counts and is not superseded.
fn strictest<'a>(person: &[Said<'a>], valid: &[Said<'a>], best: &Said<'a>) -> Voice<'a> {
    let standing = || valid.iter().filter(|one| !is_superseded(one, valid));
    let least = standing().min_by_key(|one| (one.stance, core::cmp::Reverse(rank(one))));
    let read = least.unwrap_or(best);
    let differs = standing().filter(|one| one.stance != read.stance);
    Voice {
        by: read.by,
        on: read.on,
        grade: read.grade,
        worst: read.stance,
        best: read.stance,
        twofold: None,
        trend: trend(person, read),
        other: differs.max_by_key(|one| rank(one)).map(|one| one.on),
    }
}

/// Returns whether the person made a later statement of the same or a better grade.
fn is_superseded(one: &Said<'_>, valid: &[Said<'_>]) -> bool {
    valid
        .iter()
        .any(|next| one.on < next.on && one.grade <= next.grade)
}

/// Compares a statement with the last one before its day.
fn trend(person: &[Said<'_>], latest: &Said<'_>) -> Option<Trend> {
    let before = person.partition_point(|one| one.on < latest.on);
    let earlier = person.get(..before)?.last()?;
    Some(Trend::of(latest.against(earlier)))
}

/// Compares the worst statement of a day with the worst one of the day before it.
fn of_day(nameless: &[Said<'_>], on: NaiveDate) -> Option<Trend> {
    let worst = |day: NaiveDate| {
        let of_day = nameless.iter().filter(move |one| one.on == day);
        of_day.min_by_key(|one| (one.stance, one.mark.scale(), one.mark.value()))
    };
    let before = nameless.partition_point(|one| one.on < on);
    let earlier = nameless.get(..before)?.last()?.on;
    Some(Trend::of(worst(on)?.against(worst(earlier)?)))
}

/// Hands over each word that counted on its last day and has expired, unless somebody spoke after that day.
///
/// Expiry never opens: as long as nobody has spoken anew, such a word leaves open what it closed.
pub(crate) fn lapsed<'a>(
    said: &[Said<'a>],
    clock: Clock,
    newest: NaiveDate,
    mut tell: impl FnMut(Lapsed<'a>),
) {
    for person in people(said) {
        for (place, one) in person.iter().enumerate() {
            let last = clock.last(one.on);
            let is_gone = !clock.holds(one.on) && last >= newest;
            let mut later = person.iter().skip(place).take_while(|next| next.on <= last);
            if is_gone && later.all(|next| rank(next) <= rank(one)) {
                tell(Lapsed {
                    by: one.by,
                    since: clock.expiry(one.on),
                    stance: one.stance,
                    trend: trend(person, one),
                });
            }
        }
    }
}
