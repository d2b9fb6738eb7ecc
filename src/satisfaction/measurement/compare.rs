use rust_decimal::Decimal;

use crate::form::record;
use crate::satisfaction::cards::satisfaction::{SAT_01, SAT_06};
use crate::satisfaction::fixed::decimal;
use crate::satisfaction::measurement::Measurement;
use crate::satisfaction::measurement::gap_rules::whose;
use crate::satisfaction::measurement::state::SatisfactionState;
use crate::satisfaction::score::MixedScalesError;
use crate::verdict::{Assessment, Evidence, Fact, Recorder, Subject};
use crate::vocab::known::Known;
use crate::vocab::words::Side;

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

/// Compares a measurement with another one of the same context and scale
/// ([`SAT_06`](crate::satisfaction::cards::satisfaction::SAT_06)).
///
/// If the contexts differ, SAT-06 is breached and there is no value: a meal at lunch says nothing about
/// one at dinner. A guess of ours is no measurement, and a finding says so
/// ([`SAT_01`](crate::satisfaction::cards::satisfaction::SAT_01)).
///
/// # Errors
///
/// [`MixedScalesError`] is returned when the scales differ.
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
/// let rise = compare(&said("lunch", 6, 6)?, &said("lunch", 13, 8)?)?.into_value().ok_or("refused")?;
/// assert_eq!(rise.change, 2.into());
/// assert!(compare(&said("lunch", 6, 6)?, &said("dinner", 6, 8)?)?.breaches("SAT-06".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn compare(
    from: &Measurement,
    to: &Measurement,
) -> Result<Assessment<Comparison>, MixedScalesError> {
    to.perceived().same_scale(from.perceived())?;
    Ok(Assessment::of(|r| consult(from, to, r)))
}

/// Checks SAT-06: both measurements are of one context.
fn consult<R: Recorder>(from: &Measurement, to: &Measurement, r: &mut R) -> Option<Comparison> {
    let is_one_context = from.context() == to.context();
    r.require(&SAT_06, is_one_context, || {
        Evidence::present(Fact::MeasurementContext, is_one_context)
            .of(Subject::Side(Side::Customer))
    });
    let is_own = [from, to].map(|one| {
        let fact = Fact::CustomerSatisfaction;
        r.require_grade(&SAT_01, (fact, whose(one)), Known::graded((), one.grade()))
            .is_some()
    });
    if !is_one_context || is_own.contains(&false) {
        return None;
    }
    let gap = |one: &Measurement| one.perceived().units_above(one.expected());
    Some(Comparison {
        change: decimal(gap(to).saturating_sub(gap(from))),
        from: from.state(),
        to: to.state(),
    })
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::compare;
    use crate::satisfaction::measurement::Measurement;
    use crate::satisfaction::sample::{Failure, context, day, measured, percent};
    use crate::vocab::known::Grade;

    #[test]
    fn only_one_context_and_the_customers_own_words_are_compared() -> Result<(), Failure> {
        use Grade::{CustomerStated, Estimated, Measured};
        for (occasion, grade, change, breaches, gaps) in [
            ("lunch", Measured, Some("9.5"), 0, 0),
            ("lunch", CustomerStated, Some("9.5"), 0, 0),
            ("lunch", Estimated, None, 0, 1),
            ("dinner", Measured, None, 1, 0),
            ("dinner", Estimated, None, 1, 1),
        ] {
            let from = measured("lunch", day(1), Measured, "10", "0")?;
            let to = measured(occasion, day(2), grade, "10", "9.5")?;
            let found = compare(&from, &to)?;
            assert_eq!(found.findings().breaches().count(), breaches, "{occasion}");
            assert_eq!(found.findings().gaps().count(), gaps, "{occasion} {grade}");
            let told = found.into_value().map(|found| found.change);
            let change = change
                .map(crate::satisfaction::sample::decimal)
                .transpose()?;
            assert_eq!(told, change, "{occasion} {grade}");
        }
        Ok(())
    }

    #[test]
    fn two_scales_are_refused() -> Result<(), Failure> {
        let lunch = measured("lunch", day(1), Grade::Measured, "10", "0")?;
        let (expected, perceived) = (percent("70")?, percent("60")?);
        let context = context("lunch")?;
        let of_hundred = Measurement::new(context, day(1), Grade::Measured, expected, perceived)?;
        let refused = compare(&lunch, &of_hundred);
        let text = refused.map_err(|error| error.to_string()).err();
        let mixed = "a score on 0 to 100 and one on 0 to 10 cannot be compared, expected one scale";
        assert_eq!(text.as_deref(), Some(mixed));
        Ok(())
    }
}
