use alloc::boxed::Box;
use alloc::vec::Vec;
use core::cmp::Reverse;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use thiserror::Error;

use crate::form::{Several, every, several};
use crate::satisfaction::cards::satisfaction::SAT_04;
use crate::satisfaction::expectation::experience::{
    Announcement, Experience, Fall, Ratchet, RatchetStep,
};
use crate::satisfaction::later::ignored;
use crate::satisfaction::measurement::SatisfactionState;
use crate::satisfaction::policy::{OneOff, RatchetMode, SatisfactionPolicy};
use crate::satisfaction::score::{MixedScalesError, Score};
use crate::verdict::{Assessment, Bound, Evidence, Fact, Reading, Recorder, Subject};

/// Assesses how a row of experiences changes an expectation ([`SAT_04`]).
///
/// A benefit raises the next expectation, so its end disappoints although the service stayed the
/// same. SAT-04 is breached by every service below an expectation that a benefit has raised, however
/// far below. As long as no benefit has raised it, SAT-04 does not apply. Under the standard policy an
/// expectation never falls, and a benefit that was announced as given once does not change it.
///
/// The experiences are sorted by their day. Those of one day are held against one expectation, and the
/// best of them that counts moves it. An experience after `as_of` is ignored, and a finding counts
/// those.
///
/// # Errors
///
/// [`RatchetError`] is returned when the marks are on two scales. It holds the error of every
/// experience.
///
/// # Examples
///
/// A guest dines alone and finds the house quite good. With the bill the waiter says that the house is a
/// year old today, and takes off a fifth. Next week the guest brings friends; the food is as good, the
/// discount is gone, and the guest is angry.
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::satisfaction::SatisfactionPolicy;
/// use keqing::satisfaction::expectation::{Announcement, Experience, ratchet};
/// use keqing::satisfaction::measurement::SatisfactionState;
/// use keqing::satisfaction::score::{Scale, Score};
///
/// let date = |day| NaiveDate::from_ymd_opt(2024, 5, day).ok_or("no such date");
/// let scale = Scale::new(0.into(), 10.into())?;
/// let (good, with_a_fifth_off) = (Score::new(scale, 6.into())?, Score::new(scale, 8.into())?);
/// let visits = |announced| Ok::<_, &str>([
///     Experience { on: date(10)?, perceived: with_a_fifth_off, announced },
///     Experience { on: date(17)?, perceived: good, announced: Announcement::NotAnnounced },
/// ]);
///
/// let policy = SatisfactionPolicy::standard();
/// let told = ratchet(&policy, good, &visits(Announcement::NotAnnounced)?, date(31)?)?;
/// assert!(told.breaches("SAT-04".parse()?));
/// let states: Vec<_> = told.into_value().ok_or("untold")?.steps.iter().map(|step| step.state).collect();
/// assert_eq!(states, [SatisfactionState::Satisfied, SatisfactionState::Dissatisfied]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// If the waiter had said that it is for the anniversary only, the second visit would meet the
/// expectation.
///
/// ```
/// # use chrono::NaiveDate;
/// # use keqing::satisfaction::SatisfactionPolicy;
/// # use keqing::satisfaction::expectation::{Announcement, Experience, ratchet};
/// # use keqing::satisfaction::measurement::SatisfactionState;
/// # use keqing::satisfaction::score::{Scale, Score};
/// # let date = |day| NaiveDate::from_ymd_opt(2024, 5, day).ok_or("no such date");
/// # let scale = Scale::new(0.into(), 10.into())?;
/// # let (good, with_a_fifth_off) = (Score::new(scale, 6.into())?, Score::new(scale, 8.into())?);
/// # let visits = |announced| Ok::<_, &str>([
/// #     Experience { on: date(10)?, perceived: with_a_fifth_off, announced },
/// #     Experience { on: date(17)?, perceived: good, announced: Announcement::NotAnnounced },
/// # ]);
/// # let policy = SatisfactionPolicy::standard();
/// let told = ratchet(&policy, good, &visits(Announcement::AsOneOff)?, date(31)?)?;
/// assert!(!told.breaches("SAT-04".parse()?));
/// let states: Vec<_> = told.into_value().ok_or("untold")?.steps.iter().map(|step| step.state).collect();
/// assert_eq!(states, [SatisfactionState::Satisfied, SatisfactionState::Met]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn ratchet(
    policy: &SatisfactionPolicy,
    start: Score,
    experiences: &[Experience],
    as_of: NaiveDate,
) -> Result<Assessment<Ratchet>, RatchetError> {
    check(start, experiences)?;
    Ok(policy.severities().weighed(Assessment::of(|r| {
        ignored(&SAT_04, experiences.iter().map(|one| one.on), as_of, r);
        Some(consult(policy, start, &sorted(experiences, as_of), r))
    })))
}

/// Returned when experiences are on two scales.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum RatchetError {
    /// Two marks are on two scales.
    #[error(transparent)]
    MixedScales(#[from] MixedScalesError),
    /// Several experiences are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub RatchetError);

fn check(start: Score, experiences: &[Experience]) -> Result<(), RatchetError> {
    every(experiences.iter().map(|one| {
        let one_scale = start.same_scale(one.perceived);
        one_scale.map_err(Into::into)
    }))
}

/// Sorts the experiences up to a day: the oldest first, and of one day the best first.
fn sorted(experiences: &[Experience], as_of: NaiveDate) -> Vec<Experience> {
    let past = experiences.iter().filter(|one| one.on <= as_of);
    let mut past: Vec<Experience> = past.copied().collect();
    past.sort_by_key(|one| (one.on, Reverse(one.perceived.value()), one.announced));
    past
}

fn consult<R: Recorder>(
    policy: &SatisfactionPolicy,
    start: Score,
    experiences: &[Experience],
    r: &mut R,
) -> Ratchet {
    let (mut expected, mut before) = (start, start);
    let mut steps = Vec::with_capacity(experiences.len());
    let mut is_applied = false;
    for day in experiences.chunk_by(|one, next| one.on == next.on) {
        let next = moved(policy, expected, day);
        let is_raised = expected.above_on_scale(before) > Decimal::ZERO;
        is_applied |= is_raised;
        for experience in day {
            let raised_from = is_raised.then_some(before);
            let step = step(experience, expected, raised_from, next);
            if is_raised {
                still_reached(&step, r);
            }
            steps.push(step);
        }
        expected = next;
        before = before.lower(next);
    }
    if !is_applied {
        r.pass_over(&SAT_04, Fact::PerceivedService);
    }
    Ratchet { steps, expected }
}

/// Returns the expectation after the experiences of one day, the best of them first.
fn moved(policy: &SatisfactionPolicy, expected: Score, day: &[Experience]) -> Score {
    let sets_aside = policy.one_off() == OneOff::SetAside;
    let mut counting = day
        .iter()
        .filter(|one| !(sets_aside && one.announced == Announcement::AsOneOff));
    match (counting.next(), policy.ratchet()) {
        (None, _) => expected,
        (Some(best), RatchetMode::Full) => expected.higher(best.perceived),
        (Some(best), RatchetMode::Adaptive { share }) => expected.toward(best.perceived, share),
    }
}

fn step(
    experience: &Experience,
    expected: Score,
    raised_from: Option<Score>,
    next: Score,
) -> RatchetStep {
    let perceived = experience.perceived;
    let gap = perceived.above_on_scale(expected);
    let state = SatisfactionState::of_gap(gap);
    let fallen = raised_from.filter(|_| state == SatisfactionState::Dissatisfied);
    RatchetStep {
        on: experience.on,
        expected,
        perceived,
        gap,
        state,
        fall: fallen.map(|before| {
            if perceived.above_on_scale(before) < Decimal::ZERO {
                Fall::WorseThanBefore
            } else {
                Fall::TakenBack
            }
        }),
        next,
    }
}

/// Checks SAT-04: the service reaches the expectation that a benefit has raised.
fn still_reached<R: Recorder>(step: &RatchetStep, r: &mut R) {
    r.require(&SAT_04, step.gap >= Decimal::ZERO, || {
        let reading = Reading::Number {
            observed: step.perceived.value(),
            bound: Bound::AtLeast,
            required: step.expected.value(),
        };
        Evidence::new(Fact::PerceivedService, reading).of(Subject::Day(step.on))
    });
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;
    use alloc::vec::Vec;

    use super::{Announcement, Experience, Fall, ratchet};
    use crate::satisfaction::policy::{OneOff, RatchetMode, SatisfactionPolicy};
    use crate::satisfaction::sample::{Failure, day, percent, score};
    use crate::verdict::{Outcome, Render};
    use crate::vocab::share::Share;
    use crate::vocab::words::Locale;

    use Announcement::{AsOneOff, NotAnnounced};

    fn told(visits: &[(&str, Announcement)]) -> Result<Vec<Experience>, Failure> {
        let told = |(on, (mark, announced)): (u32, &(&str, Announcement))| {
            Ok(Experience {
                on: day(on),
                perceived: score(mark)?,
                announced: *announced,
            })
        };
        (1..).zip(visits).map(told).collect()
    }

    #[track_caller]
    fn leads(
        policy: &SatisfactionPolicy,
        visits: &[(&str, Announcement)],
        expected: &str,
        breaches: usize,
    ) -> Result<(), Failure> {
        let found = ratchet(policy, score("6")?, &told(visits)?, day(31))?;
        assert_eq!(found.findings().breaches().count(), breaches, "{visits:?}");
        let value = found.into_value().ok_or("no value")?;
        assert_eq!(value.expected.value().to_string(), expected, "{visits:?}");
        Ok(())
    }

    #[test]
    fn a_benefit_raises_what_is_expected_and_nothing_lowers_it() -> Result<(), Failure> {
        let policy = SatisfactionPolicy::standard();
        let mut row = [("8", NotAnnounced); 2];
        leads(&policy, &[], "6", 0)?;
        leads(&policy, &row[..1], "8", 0)?;
        leads(&policy, &row, "8", 0)?;
        // Every fall below what a benefit has raised is a breach, however deep.
        for mark in ["7.9", "6", "5.9", "3", "0"] {
            row[1] = (mark, NotAnnounced);
            leads(&policy, &row, "8", 1)?;
        }
        leads(&policy, &[("8", AsOneOff), ("6", NotAnnounced)], "6", 0)?;
        // Without a benefit nothing was raised.
        leads(
            &policy,
            &[("5", NotAnnounced), ("5.9", NotAnnounced)],
            "6",
            0,
        )
    }

    #[test]
    fn a_fall_is_as_deep_as_it_is() -> Result<(), Failure> {
        for (mark, fall, outcome) in [
            ("8", None, Outcome::Met),
            ("7.9", Some(Fall::TakenBack), Outcome::Breached),
            ("6", Some(Fall::TakenBack), Outcome::Breached),
            ("5.9", Some(Fall::WorseThanBefore), Outcome::Breached),
        ] {
            let visits = told(&[("8", NotAnnounced), (mark, NotAnnounced)])?;
            let policy = SatisfactionPolicy::standard();
            let found = ratchet(&policy, score("6")?, &visits, day(31))?;
            let outcomes = found.findings().iter().map(|finding| finding.outcome);
            assert!(outcomes.eq([outcome]), "{mark}");
            let steps = found.into_value().ok_or("no value")?.steps;
            assert!(
                steps.iter().map(|step| step.fall).eq([None, fall]),
                "{mark}"
            );
        }
        Ok(())
    }

    #[test]
    fn a_policy_may_count_one_offs_and_let_expectations_follow() -> Result<(), Failure> {
        let counts = SatisfactionPolicy::standard().with_one_off(OneOff::Counts);
        leads(&counts, &[("8", AsOneOff), ("6", NotAnnounced)], "8", 1)?;
        let share = Share::new(1, 2)?;
        let half = SatisfactionPolicy::standard().with_ratchet(RatchetMode::Adaptive { share })?;
        leads(&half, &[("8", NotAnnounced)], "7", 0)?;
        leads(&half, &[("8", NotAnnounced), ("6", NotAnnounced)], "6.5", 1)?;
        leads(&half, &[("4", NotAnnounced), ("5", NotAnnounced)], "5", 0)?;
        leads(&half, &[("8", AsOneOff)], "6", 0)?;
        // From 6 down to 4, up to 5, and then less than 5: it was raised from 4.
        let fell = [
            ("2", NotAnnounced),
            ("6", NotAnnounced),
            ("4.5", NotAnnounced),
        ];
        leads(&half, &fell, "4.75", 1)
    }

    #[test]
    fn neither_the_list_nor_a_day_has_an_order() -> Result<(), Failure> {
        let at = |on, mark, announced| {
            Ok::<_, Failure>(Experience {
                on: day(on),
                perceived: score(mark)?,
                announced,
            })
        };
        let mut visits = [
            at(2, "7", NotAnnounced)?,
            at(1, "6", NotAnnounced)?,
            at(2, "9", AsOneOff)?,
            at(1, "8", NotAnnounced)?,
            at(9, "1", NotAnnounced)?,
        ];
        for _ in 0..visits.len() {
            visits.rotate_left(1);
            let policy = SatisfactionPolicy::standard();
            let found = ratchet(&policy, score("6")?, &visits, day(8))?;
            let texts = found.findings().iter();
            let texts: Vec<_> = texts
                .map(|finding| finding.display(Locale::En).to_string())
                .collect();
            let expected = [
                "SAT-04 not applicable: ignored entries of later days 1",
                "SAT-04 met: perceived service (2024-05-02) 9, required at least 8",
                "SAT-04 breached (warning): perceived service (2024-05-02) 7, required at least 8",
            ];
            assert_eq!(texts, expected);
            let told = found.into_value().ok_or("no value")?;
            let marks: Vec<_> = told
                .steps
                .iter()
                .map(|step| step.perceived.value())
                .collect();
            assert_eq!(marks, [8, 6, 9, 7].map(Into::into));
            assert_eq!(told.expected, score("8")?);
        }
        Ok(())
    }

    #[test]
    fn every_mark_of_another_scale_is_refused() -> Result<(), Failure> {
        let visits = told(&[("8", NotAnnounced), ("6", NotAnnounced)])?;
        let policy = SatisfactionPolicy::standard();
        let refused = ratchet(&policy, percent("60")?, &visits, day(31));
        let mixed = "a score on 0 to 100 and one on 0 to 10 cannot be compared, expected one scale";
        assert_eq!(
            refused.map_err(|error| error.to_string()).err().as_deref(),
            Some(mixed)
        );
        Ok(())
    }
}
