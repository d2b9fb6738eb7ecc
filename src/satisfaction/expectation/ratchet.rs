use alloc::boxed::Box;
use alloc::vec::Vec;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use thiserror::Error;

use crate::form::{Several, every, record, several};
use crate::satisfaction::cards::satisfaction::SAT_04;
use crate::satisfaction::measurement::SatisfactionState;
use crate::satisfaction::policy::{OneOff, RatchetMode, SatisfactionPolicy};
use crate::satisfaction::score::{MixedScalesError, Score};
use crate::verdict::{Assessment, Bound, Evidence, Fact, Reading, Recorder};
use crate::vocab::words::words;

record! {
    /// An experience of a customer on one day, with the announcement (服务经历).
    #[derive(Copy, Hash)]
    pub closed struct Experience {
        /// The day.
        pub on: NaiveDate,
        /// The perceived mark.
        pub perceived: Score,
        /// The announcement that was made beforehand or at the time.
        pub announced: Announcement,
    }
}

words! {
    /// The announcement that a benefit is given once (一次性说明), SAT-04.
    pub closed enum Announcement {
        /// The customer was told that the benefit is given this once.
        AsOneOff = "as-one-off", "announced as given once", "已说明仅此一次", "已說明僅此一次";
        /// No such announcement was made.
        NotAnnounced = "not-announced", "not announced as given once", "未作说明", "未作說明";
    }
}

record! {
    /// The change of an expectation (期望棘轮), experience by experience.
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct Ratchet {
        /// The experiences, in the order given.
        pub steps: Vec<RatchetStep>,
        /// The expected mark after all of them.
        pub expected: Score,
    }
}

record! {
    /// One experience, compared with the expectation of it (期望变化).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct RatchetStep {
        /// The day.
        pub on: NaiveDate,
        /// The expected mark.
        pub expected: Score,
        /// The perceived mark.
        pub perceived: Score,
        /// Perceived less expected (SAT-01).
        #[serde(with = "crate::vocab::exact")]
        pub gap: Decimal,
        /// The state that follows from the gap (SAT-02).
        pub state: SatisfactionState,
        /// The mark that is expected next.
        pub next: Score,
    }
}

/// Assesses how a row of experiences, the oldest first, changes an expectation ([`SAT_04`]).
///
/// A benefit raises the next expectation, so its end disappoints although the service stayed the
/// same. SAT-04 is breached if less was perceived than is expected by now, and no less than was
/// expected at the start. A service below the start does not breach SAT-04. Under the standard
/// policy an expectation never falls, and a benefit that was announced as given once does not
/// change it.
///
/// # Errors
///
/// [`RatchetError`] is returned when the marks are on two scales, and when an experience is dated
/// before the preceding one. It holds the error of every experience.
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
/// let told = ratchet(&policy, good, &visits(Announcement::NotAnnounced)?)?;
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
/// let told = ratchet(&policy, good, &visits(Announcement::AsOneOff)?)?;
/// assert!(!told.breaches("SAT-04".parse()?));
/// let states: Vec<_> = told.into_value().ok_or("untold")?.steps.iter().map(|step| step.state).collect();
/// assert_eq!(states, [SatisfactionState::Satisfied, SatisfactionState::Met]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn ratchet(
    policy: &SatisfactionPolicy,
    start: Score,
    experiences: &[Experience],
) -> Result<Assessment<Ratchet>, RatchetError> {
    check(start, experiences)?;
    Ok(policy.severities().weighed(Assessment::of(|r| {
        Some(consult(policy, start, experiences, r))
    })))
}

/// Returned when experiences are out of order, later than the date that is asked for, or on two
/// scales.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum RatchetError {
    /// An experience is of a day that has not come.
    #[error("the experience of {on} is later than {as_of}, the date that is asked for")]
    DatedAfter {
        /// Its date.
        on: NaiveDate,
        /// The date that is asked for.
        as_of: NaiveDate,
    },
    /// Two marks are on two scales.
    #[error(transparent)]
    MixedScales(#[from] MixedScalesError),
    /// Two experiences are out of order.
    #[error("the experience of {later} cannot follow that of {earlier}: give the oldest first")]
    OutOfOrder {
        /// The date that comes first in the list.
        earlier: NaiveDate,
        /// The date of the one after it.
        later: NaiveDate,
    },
    /// Several experiences are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub RatchetError);

fn check(start: Score, experiences: &[Experience]) -> Result<(), RatchetError> {
    let scales = experiences
        .iter()
        .map(|one| start.same_scale(one.perceived));
    let pairs = experiences.iter().zip(experiences.iter().skip(1));
    let order = pairs.map(|(one, next)| match (one.on, next.on) {
        (earlier, later) if later < earlier => Err(RatchetError::OutOfOrder { earlier, later }),
        _ => Ok(()),
    });
    every(scales.map(|scale| scale.map_err(Into::into)).chain(order))
}

fn consult<R: Recorder>(
    policy: &SatisfactionPolicy,
    start: Score,
    experiences: &[Experience],
    r: &mut R,
) -> Ratchet {
    if experiences.is_empty() {
        r.pass_over(&SAT_04, Fact::Expectation);
    }
    let mut expected = start;
    let mut steps = Vec::with_capacity(experiences.len());
    for experience in experiences {
        let step = step(policy, expected, experience);
        taken_back(start, &step, r);
        expected = step.next;
        steps.push(step);
    }
    Ratchet { steps, expected }
}

fn step(policy: &SatisfactionPolicy, expected: Score, experience: &Experience) -> RatchetStep {
    let perceived = experience.perceived;
    let is_set_aside =
        experience.announced == Announcement::AsOneOff && policy.one_off() == OneOff::SetAside;
    let next = match policy.ratchet() {
        _ if is_set_aside => expected,
        RatchetMode::Full => expected.higher(perceived),
        RatchetMode::Adaptive { share } => expected.toward(perceived, share),
    };
    let gap = perceived.above_on_scale(expected);
    RatchetStep {
        on: experience.on,
        expected,
        perceived,
        gap,
        state: SatisfactionState::of_gap(gap),
        next,
    }
}

/// Checks SAT-04: a service that would have sufficed at the start still suffices.
fn taken_back<R: Recorder>(start: Score, step: &RatchetStep, r: &mut R) {
    let is_short = step.state == SatisfactionState::Dissatisfied;
    let is_unchanged = step.perceived.above_on_scale(start) >= Decimal::ZERO;
    if is_short && !is_unchanged {
        r.pass_over(&SAT_04, Fact::Expectation);
        return;
    }
    r.require(&SAT_04, !is_short, || {
        let reading = Reading::Number {
            observed: step.perceived.value(),
            bound: Bound::AtLeast,
            required: step.expected.value(),
        };
        Evidence::new(Fact::Expectation, reading)
    });
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;
    use alloc::vec::Vec;

    use super::{Announcement, Experience, RatchetError, ratchet};
    use crate::satisfaction::policy::{OneOff, RatchetMode, SatisfactionPolicy};
    use crate::satisfaction::sample::{Failure, day, percent, score};
    use crate::vocab::share::Share;

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
        let found = ratchet(policy, score("6")?, &told(visits)?)?;
        assert_eq!(found.findings().breaches().count(), breaches, "{visits:?}");
        let value = found.into_value().ok_or("no value")?;
        assert_eq!(value.expected.value().to_string(), expected, "{visits:?}");
        Ok(())
    }

    #[test]
    fn a_benefit_raises_what_is_expected_and_nothing_lowers_it() -> Result<(), Failure> {
        let policy = SatisfactionPolicy::standard();
        leads(&policy, &[], "6", 0)?;
        leads(&policy, &[("6", NotAnnounced)], "6", 0)?;
        leads(&policy, &[("8", NotAnnounced), ("6", NotAnnounced)], "8", 1)?;
        leads(
            &policy,
            &[("8", NotAnnounced), ("7.9", NotAnnounced)],
            "8",
            1,
        )?;
        leads(&policy, &[("8", NotAnnounced), ("8", NotAnnounced)], "8", 0)?;
        leads(&policy, &[("8", AsOneOff), ("6", NotAnnounced)], "6", 0)?;
        // Worse than at the start: a bad service, and no benefit that was taken back.
        leads(
            &policy,
            &[("8", NotAnnounced), ("5.9", NotAnnounced)],
            "8",
            0,
        )?;
        leads(&policy, &[("5", NotAnnounced), ("6", NotAnnounced)], "6", 0)
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
        leads(&half, &[("8", AsOneOff)], "6", 0)
    }

    #[test]
    fn two_scales_and_a_wrong_order_are_refused() -> Result<(), Failure> {
        let policy = SatisfactionPolicy::standard();
        let mut visits = told(&[("8", NotAnnounced), ("6", NotAnnounced)])?;
        let refused = ratchet(&policy, percent("60")?, &visits).err();
        assert!(matches!(refused, Some(RatchetError::MixedScales(_))));
        visits.reverse();
        let (earlier, later) = (day(2), day(1));
        assert_eq!(
            ratchet(&policy, score("6")?, &visits).err(),
            Some(RatchetError::OutOfOrder { earlier, later })
        );
        Ok(())
    }

    #[test]
    fn every_experience_that_cannot_be_is_refused() -> Result<(), Failure> {
        let mut visits = told(&[
            ("8", NotAnnounced),
            ("6", NotAnnounced),
            ("7", NotAnnounced),
        ])?;
        visits.reverse();
        let policy = SatisfactionPolicy::standard();
        let refused = ratchet(&policy, percent("60")?, &visits).map_err(|error| error.to_string());
        let all = "a score on 0 to 100 and one on 0 to 10 cannot be compared, expected one scale; \
            the experience of 2024-05-02 cannot follow that of 2024-05-03: give the oldest first; \
            the experience of 2024-05-01 cannot follow that of 2024-05-02: give the oldest first";
        assert_eq!(refused.err().as_deref(), Some(all));
        Ok(())
    }
}
