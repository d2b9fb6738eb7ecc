//! The pieces of one matter, person by person: the voice of each, and the words that have expired.

use chrono::NaiveDate;
use core::cmp::{Ordering, Reverse};
use smallvec::SmallVec;

use crate::loyalty::kinds::evidence::LoyaltyEvidence;
use crate::loyalty::kinds::trend::Trend;
use crate::loyalty::policy::LoyaltyPolicy;
use crate::vocab::known::{Grade, Lasting};
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

    /// Compares the stances of two statements; two marks of one stance are alike.
    fn against(&self, earlier: &Self) -> Ordering {
        self.stance.cmp(&earlier.stance)
    }
}

/// The days on which a word counts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clock {
    pub(crate) as_of: NaiveDate,
    lasting: Lasting,
    first: NaiveDate,
}

impl Clock {
    /// Makes the clock of a day.
    pub(crate) fn of(policy: &LoyaltyPolicy, as_of: NaiveDate) -> Self {
        let validity = policy.word_validity();
        let back = validity.map(|days| chrono::Days::new(days.count().into()));
        let first = back.and_then(|days| as_of.checked_sub_days(days));
        Self {
            as_of,
            lasting: Lasting::State(validity),
            first: first.unwrap_or(NaiveDate::MIN),
        }
    }

    /// Returns whether a word of this day counts.
    pub(crate) fn holds(self, on: NaiveDate) -> bool {
        on >= self.first
    }

    /// Returns the first day on which a word no longer counts.
    pub(crate) fn expiry(self, on: NaiveDate) -> NaiveDate {
        self.lasting.end(Some(on)).unwrap_or(NaiveDate::MAX)
    }
}

/// The days on which later statements of one person were made, read from the last statement back.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Later {
    /// The next day with a statement of each grade or of a better one, the weakest grade first.
    next: [Option<NaiveDate>; Grade::ALL.len()],
    of_day: Option<(NaiveDate, Grade)>,
}

impl Later {
    /// Passes a statement, and returns the next day with one of the same or a better grade that supersedes it.
    pub(crate) fn pass(&mut self, on: NaiveDate, grade: Grade) -> Option<NaiveDate> {
        let best = match self.of_day {
            Some((day, best)) if day == on => best.max(grade),
            Some((day, best)) => {
                for (of, next) in Grade::ALL.into_iter().zip(&mut self.next) {
                    if of <= best {
                        *next = Some(day);
                    }
                }
                grade
            }
            None => grade,
        };
        self.of_day = Some((on, best));
        let mut of_grade = Grade::ALL.into_iter().zip(self.next);
        of_grade.find(|(of, _)| *of == grade)?.1
    }
}

/// The purpose for which the statements of one person are heard.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Hearing {
    /// To describe the customer: two different marks of one person on one day contradict each other.
    Describe,
    /// To open something: of two different marks of one person on one day the lower one counts.
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
}

fn people<'a, 's>(said: &'s [Said<'a>]) -> impl Iterator<Item = &'s [Said<'a>]> {
    said.chunk_by(|one, next| one.by == next.by)
}

/// Hands over each voice that counts. Of the statements of one person the least favourable one counts that
/// no later one of the same or a better grade supersedes. Statements that name nobody are one voice each.
pub(crate) fn voices<'a>(
    said: &[Said<'a>],
    clock: Clock,
    hearing: Hearing,
    mut tell: impl FnMut(Voice<'a>),
) {
    for person in people(said) {
        let held = person.partition_point(|one| !clock.holds(one.on));
        let (_, valid) = person.split_at(held.min(person.len()));
        let Some(latest) = valid.last() else { continue };
        if latest.by.is_some() {
            of_person(valid, hearing).into_iter().for_each(&mut tell);
            continue;
        }
        let trend = of_day(valid, latest.on);
        for one in valid {
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

/// Returns the rank of a statement among those of one person.
const fn rank(one: &Said<'_>) -> (Grade, NaiveDate) {
    (one.grade, one.on)
}

/// Returns the statements of one person that no later one of the same or a better grade supersedes, the
/// latest first.
fn standing<'s, 'a>(sorted: &'s [Said<'a>]) -> impl Iterator<Item = &'s Said<'a>> {
    let mut later = Later::default();
    let backwards = sorted.iter().rev();
    backwards.filter(move |one| later.pass(one.on, one.grade).is_none())
}

/// Makes the voice of a person from its least favourable statement that is not superseded, and from those
/// of the same day and grade.
fn of_person<'a>(valid: &[Said<'a>], hearing: Hearing) -> Option<Voice<'a>> {
    let read = standing(valid).min_by_key(|one| (one.stance, Reverse(rank(one)), one.key()))?;
    let describes = hearing == Hearing::Describe;
    let is_alike = |one: &&Said<'a>| describes && rank(one) == rank(read);
    let highest = valid.iter().rfind(is_alike).unwrap_or(read);
    let differs = standing(valid).filter(|one| one.stance != read.stance && !is_alike(one));
    Some(Voice {
        by: read.by,
        on: read.on,
        grade: read.grade,
        worst: read.stance,
        best: highest.stance,
        twofold: (read.mark != highest.mark).then_some((read.mark, highest.mark)),
        trend: trend(valid, read),
        other: differs.max_by_key(|one| rank(one)).map(|one| one.on),
    })
}

/// Compares a statement with the last one before its day that still counts.
fn trend(valid: &[Said<'_>], latest: &Said<'_>) -> Option<Trend> {
    let before = valid.partition_point(|one| one.on < latest.on);
    let earlier = valid.get(..before)?.last()?;
    Some(Trend::of(latest.against(earlier)))
}

/// Compares the worst statement of a day with the worst one of the day before it.
fn of_day(nameless: &[Said<'_>], on: NaiveDate) -> Option<Trend> {
    let worst = |day: NaiveDate| {
        let of_day = nameless.iter().filter(move |one| one.on == day);
        of_day.min_by_key(|one| one.stance)
    };
    let before = nameless.partition_point(|one| one.on < on);
    let earlier = nameless.get(..before)?.last()?.on;
    Some(Trend::of(worst(on)?.against(worst(earlier)?)))
}

/// Hands over each word that counted on its last day and has expired, unless somebody spoke after that day,
/// be it long ago.
///
/// Expiry never opens: as long as nobody has spoken anew, such a word leaves open what it closed.
pub(crate) fn lapsed<'a>(said: &[Said<'a>], clock: Clock, mut tell: impl FnMut(Lapsed<'a>)) {
    let Some(newest) = said.iter().map(|one| one.on).max() else {
        return;
    };
    for person in people(said) {
        let mut later = Later::default();
        for one in person.iter().rev() {
            let next = later.pass(one.on, one.grade);
            if clock.holds(one.on) {
                continue;
            }
            let since = clock.expiry(one.on);
            let is_superseded = one.by.is_some() && next.is_some_and(|next| next < since);
            if since > newest && !is_superseded {
                tell(Lapsed {
                    by: one.by,
                    since,
                    stance: one.stance,
                });
            }
        }
    }
}
