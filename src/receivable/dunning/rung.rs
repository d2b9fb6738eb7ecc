use core::fmt;
use core::num::NonZeroU32;

use crate::form::record;
use crate::receivable::dunning::{DunningLevel, Step};
use crate::verdict::Render;
use crate::vocab::words::Locale;

record! {
    /// A place on a ladder (级次): two steps of one kind stand on two rungs.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::dunning::{DunningLevel, DunningPolicy, Step, Timing};
    /// use keqing::verdict::Render;
    /// use keqing::vocab::time::Days;
    /// use keqing::vocab::words::Locale;
    ///
    /// let level = |step, days| DunningLevel { step, timing: Timing::AfterStart(Days::new(days)) };
    /// let ladder = [level(Step::Remind, 1), level(Step::Remind, 13), level(Step::SuspendCredit, 20)];
    /// let policy = DunningPolicy::standard().with_ladder(ladder)?;
    /// let names = policy.rungs().map(|(step, rung)| rung.named(step).display(Locale::En).to_string());
    /// assert_eq!(names.collect::<Vec<_>>(), ["1st reminder", "2nd reminder", "suspension of credit"]);
    /// # Ok::<(), keqing::receivable::dunning::DunningPolicyError>(())
    /// ```
    #[derive(Copy, Hash)]
    pub closed struct Rung {
        /// The number of the rung in the ladder, from 1.
        pub number: NonZeroU32,
        /// The number of the rung among those of its kind, from 1; `None` if it is the only one.
        pub of_kind: Option<NonZeroU32>,
    }
}

impl Rung {
    /// Returns the name of the step on this rung, such as `2nd reminder`.
    #[must_use]
    pub const fn named(self, step: Step) -> StepName {
        StepName {
            step,
            of_kind: self.of_kind,
        }
    }

    /// Makes the rung at a place of a ladder, counted from 0.
    pub(super) fn at(ladder: &[DunningLevel], place: usize) -> Option<Self> {
        let step = ladder.get(place)?.step;
        let before = place.saturating_sub(below(ladder, step));
        Some(Self {
            number: after(place),
            of_kind: (of_kind(ladder, step) > 1).then(|| after(before)),
        })
    }
}

/// Returns the number of rungs that are milder than a step.
pub(super) fn below(ladder: &[DunningLevel], step: Step) -> usize {
    ladder.partition_point(|level| level.step < step)
}

/// Returns the number of rungs of a step's kind.
pub(super) fn of_kind(ladder: &[DunningLevel], step: Step) -> usize {
    let upto = ladder.partition_point(|level| level.step <= step);
    upto.saturating_sub(below(ladder, step))
}

/// The name of a step of a ladder (步骤名称): with its number, if the ladder has more of its kind.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct StepName {
    step: Step,
    of_kind: Option<NonZeroU32>,
}

impl Render for StepName {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.step.text().in_locale(locale);
        match (self.of_kind, locale) {
            (None, _) => f.write_str(name),
            (Some(number), Locale::En) => write!(f, "{number}{} {name}", ending(number)),
            (Some(number), _) => write!(f, "第{number}次{name}"),
        }
    }
}

/// Returns the ending of an English ordinal number.
const fn ending(number: NonZeroU32) -> &'static str {
    match (number.get() % 10, number.get() % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

/// Returns the number of a place that is counted from 0.
fn after(place: usize) -> NonZeroU32 {
    let before = u32::try_from(place).unwrap_or(u32::MAX);
    NonZeroU32::MIN.saturating_add(before)
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;
    use core::num::NonZeroU32;

    use crate::receivable::dunning::{
        DunningLevel, DunningPolicy, DunningPolicyError, Rung, Step, Timing,
    };
    use crate::verdict::Render;
    use crate::vocab::time::Days;
    use crate::vocab::words::Locale;

    #[test]
    fn each_kind_is_counted_by_itself() -> Result<(), DunningPolicyError> {
        use Step::{FormalNotice, Remind, SuspendCredit};
        let steps = [
            Remind,
            FormalNotice,
            FormalNotice,
            FormalNotice,
            SuspendCredit,
        ];
        let levels = (1..).zip(steps).map(|(days, step)| DunningLevel {
            step,
            timing: Timing::AfterStart(Days::new(days)),
        });
        let policy = DunningPolicy::standard().with_ladder(levels)?;
        let numbers = |(step, rung): (Step, Rung)| {
            let of_kind = rung.of_kind.map_or(0, NonZeroU32::get);
            (step, rung.number.get(), of_kind)
        };
        let expected = [
            (Remind, 1, 0),
            (FormalNotice, 2, 1),
            (FormalNotice, 3, 2),
            (FormalNotice, 4, 3),
            (SuspendCredit, 5, 0),
        ];
        assert!(policy.rungs().map(numbers).eq(expected));
        Ok(())
    }

    #[test]
    fn a_step_is_numbered_where_there_are_more_of_its_kind() {
        let name = |of_kind: u32, locale| {
            let (number, of_kind) = (NonZeroU32::MIN, NonZeroU32::new(of_kind));
            let named = Rung { number, of_kind }.named(Step::Remind);
            named.display(locale).to_string()
        };
        let english = [
            (0, "reminder"),
            (1, "1st reminder"),
            (2, "2nd reminder"),
            (3, "3rd reminder"),
            (4, "4th reminder"),
            (11, "11th reminder"),
            (12, "12th reminder"),
            (13, "13th reminder"),
            (21, "21st reminder"),
            (102, "102nd reminder"),
            (111, "111th reminder"),
        ];
        for (of_kind, expected) in english {
            assert_eq!(name(of_kind, Locale::En), expected);
        }
        assert_eq!(name(2, Locale::ZhHans), "第2次提醒");
        assert_eq!(name(2, Locale::ZhHant), "第2次提醒");
        assert_eq!(name(0, Locale::ZhHant), "提醒");
    }
}
