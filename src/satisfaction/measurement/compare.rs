use alloc::boxed::Box;

use rust_decimal::Decimal;
use thiserror::Error;

use crate::form::{Several, every, record, several};
use crate::satisfaction::fixed::decimal;
use crate::satisfaction::measurement::Measurement;
use crate::satisfaction::measurement::context::Context;
use crate::satisfaction::measurement::state::SatisfactionState;
use crate::satisfaction::score::MixedScalesError;

record! {
    /// The change of satisfaction between two measurements (满意度比较).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct Comparison {
        /// The gap of the second less that of the first: above zero, the second is the better one.
        #[serde(with = "crate::vocab::exact")]
        pub change: Decimal,
        /// The state of the first measurement.
        pub from: SatisfactionState,
        /// The state of the second measurement.
        pub to: SatisfactionState,
    }
}

/// Compares a measurement with another one of the same context and scale (SAT-06, SAT-12).
///
/// # Errors
///
/// [`CompareError`] is returned when the contexts or the scales differ, because such measurements
/// cannot be compared. It holds both errors if both are there.
///
/// # Examples
///
/// ```
/// use keqing::satisfaction::measurement::{Context, Measurement, compare};
/// use keqing::satisfaction::score::{Scale, Score};
/// use keqing::vocab::known::Grade;
///
/// let scale = Scale::new(0.into(), 10.into())?;
/// let said = |occasion, day, perceived: i64| -> Result<_, Box<dyn std::error::Error>> {
///     Ok(Measurement::new(
///         Context::new("West Lake House", occasion)?,
///         chrono::NaiveDate::from_ymd_opt(2024, 5, day).ok_or("no such date")?,
///         Grade::CustomerStated,
///         Score::new(scale, 7.into())?,
///         Score::new(scale, perceived.into())?,
///     )?)
/// };
/// let rise = compare(&said("lunch", 6, 6)?, &said("lunch", 13, 8)?)?;
/// assert_eq!(rise.change, 2.into());
/// assert!(compare(&said("lunch", 6, 6)?, &said("dinner", 6, 8)?).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn compare(from: &Measurement, to: &Measurement) -> Result<Comparison, CompareError> {
    let (left, right) = (from.context(), to.context());
    let one_context = match left == right {
        true => Ok(()),
        false => Err(CompareError::OtherContext {
            left: Box::new(*left),
            right: Box::new(*right),
        }),
    };
    let one_scale = to.perceived().same_scale(from.perceived());
    every([one_context, one_scale.map_err(Into::into)])?;
    let gap = |one: &Measurement| one.perceived().units_above(one.expected());
    Ok(Comparison {
        change: decimal(gap(to).saturating_sub(gap(from))),
        from: from.state(),
        to: to.state(),
    })
}

/// Returned when two measurements cannot be compared.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum CompareError {
    /// The scales differ.
    #[error(transparent)]
    MixedScales(#[from] MixedScalesError),
    /// The contexts differ.
    #[error(
        "a measurement of `{left}` and one of `{right}` cannot be compared, expected one context"
    )]
    OtherContext {
        /// The context of the first.
        left: Box<Context>,
        /// The context of the second.
        right: Box<Context>,
    },
    /// The measurements cannot be compared for several reasons.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub CompareError);

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::compare;
    use crate::satisfaction::measurement::Measurement;
    use crate::satisfaction::measurement::compare::CompareError;
    use crate::satisfaction::sample::{Failure, context, day, measured, percent};
    use crate::vocab::known::Grade;

    #[test]
    fn only_one_context_and_one_scale_are_compared() -> Result<(), Failure> {
        let lunch = |perceived| measured("lunch", day(1), Grade::Measured, "10", perceived);
        let change = compare(&lunch("0")?, &lunch("9.5")?)?.change;
        assert_eq!(
            change,
            crate::vocab::exact::parse("9.5").ok_or("no decimal")?
        );
        let dinner = measured("dinner", day(1), Grade::Measured, "10", "0")?;
        let refused = compare(&lunch("0")?, &dinner);
        assert!(matches!(refused, Err(CompareError::OtherContext { .. })));
        let (expected, perceived) = (percent("70")?, percent("60")?);
        let lunch_of_hundred = Measurement::new(
            context("lunch")?,
            day(1),
            Grade::Measured,
            expected,
            perceived,
        )?;
        let refused = compare(&lunch("0")?, &lunch_of_hundred);
        assert!(matches!(refused, Err(CompareError::MixedScales(_))));
        Ok(())
    }

    #[test]
    fn another_context_hides_no_second_scale() -> Result<(), Failure> {
        let lunch = measured("lunch", day(1), Grade::Measured, "10", "0")?;
        let (expected, perceived) = (percent("70")?, percent("60")?);
        let context = context("dinner")?;
        let dinner = Measurement::new(context, day(1), Grade::Measured, expected, perceived)?;
        let refused = compare(&lunch, &dinner).map_err(|error| error.to_string());
        let both = "a measurement of `house, lunch` and one of `house, dinner` cannot be compared, expected one context; \
            a score on 0 to 100 and one on 0 to 10 cannot be compared, expected one scale";
        assert_eq!(refused.err().as_deref(), Some(both));
        Ok(())
    }
}
