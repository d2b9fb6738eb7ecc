use alloc::boxed::Box;

use thiserror::Error;

use crate::form::{Gathered, Several, several};
use crate::receivable::dunning::{DunningLevel, Step, Timing};
use crate::vocab::money::Money;
use crate::vocab::time::Days;

/// Returned when a dunning ladder does not go up to the suspension of credit, or a threshold is below
/// zero.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum DunningPolicyError {
    /// The last step is not the suspension of credit, or there is none.
    #[error("the ladder does not end with the suspension of credit")]
    EndsOtherwise,
    /// The first step follows a step before it.
    #[error(
        "the first step of the ladder is counted from a step before it, expected from the clock's start"
    )]
    FirstFollows,
    /// A threshold is below zero.
    #[error("the threshold {given} is below zero, expected zero or more")]
    NegativeThreshold {
        /// The threshold given.
        given: Money,
    },
    /// Two steps that are counted alike come in the wrong order, or on one day.
    #[error("the days of the ladder must rise: {earlier} is followed by {later}")]
    DaysOutOfOrder {
        /// The days of the earlier step.
        earlier: Days,
        /// The days of the later step.
        later: Days,
    },
    /// Several steps or thresholds are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// Two steps come in the wrong order, or the suspension of credit comes twice.
    #[error("the steps of the ladder must not fall, and credit is suspended once: `{}` is followed by `{}`",
        .earlier.text().in_locale(crate::vocab::words::Locale::En), .later.text().in_locale(crate::vocab::words::Locale::En))]
    StepsOutOfOrder {
        /// The step that comes first.
        earlier: Step,
        /// The one after it.
        later: Step,
    },
}

several!(pub DunningPolicyError);

/// Checks that the steps never fall, and that their days rise to the suspension of credit.
pub(super) fn check_ladder(ladder: &[DunningLevel]) -> Result<(), DunningPolicyError> {
    let mut errors = Gathered::new();
    let first = ladder.first().map(|level| level.timing);
    if let Some(Timing::AfterPrevious(_)) = first {
        errors.keep(DunningPolicyError::FirstFollows);
    }
    for (earlier, later) in ladder.iter().zip(ladder.iter().skip(1)) {
        if later.step < earlier.step || earlier.step == Step::SuspendCredit {
            let (earlier, later) = (earlier.step, later.step);
            errors.keep(DunningPolicyError::StepsOutOfOrder { earlier, later });
        }
    }
    days_rise(
        ladder,
        |timing| match timing {
            Timing::AfterStart(days) => Some(days),
            _ => None,
        },
        &mut errors,
    );
    days_rise(
        ladder,
        |timing| match timing {
            Timing::EndOfMonth(days) => Some(days),
            _ => None,
        },
        &mut errors,
    );
    if ladder.last().map(|level| level.step) != Some(Step::SuspendCredit) {
        errors.keep(DunningPolicyError::EndsOtherwise);
    }
    errors.settle(|| ())
}

/// Checks that steps that are counted alike follow one another.
fn days_rise(
    ladder: &[DunningLevel],
    counted: fn(Timing) -> Option<Days>,
    errors: &mut Gathered<DunningPolicyError>,
) {
    let days = || ladder.iter().filter_map(|level| counted(level.timing));
    for (earlier, later) in days().zip(days().skip(1)) {
        if later <= earlier {
            errors.keep(DunningPolicyError::DaysOutOfOrder { earlier, later });
        }
    }
}
