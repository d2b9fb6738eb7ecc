use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::form::record;
use crate::satisfaction::measurement::Measurement;
use crate::satisfaction::measurement::context::Context;
use crate::satisfaction::measurement::state::{LoyaltySupport, SatisfactionState};
use crate::satisfaction::policy::SatisfactionPolicy;
use crate::vocab::known::{Grade, Known};

record! {
    /// The satisfaction of a customer in one context (满意度): the gap, and the state that follows.
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct Satisfaction {
        /// Perceived less expected, on the scale of the measurement (SAT-01).
        #[serde(with = "crate::vocab::exact")]
        pub gap: Decimal,
        /// The state that follows from the gap (SAT-02).
        pub state: SatisfactionState,
        /// The day of the measurement.
        pub on: NaiveDate,
        /// The grade of its evidence.
        pub grade: Grade,
        /// The number of disappointments in a row, up to this measurement of the context.
        pub disappointments: u32,
        /// The support that the measurements give to loyalty (SAT-08).
        pub support: LoyaltySupport,
    }
}

/// Assesses whether the measurements of a context, the oldest first, support loyalty
/// ([`SAT_08`](crate::satisfaction::cards::satisfaction::SAT_08)).
///
/// Satisfaction is necessary for loyalty and never proves it. If the last measurements were all
/// disappointments, as many as the policy names, a customer that stays is not loyal. The age of the
/// measurements does not matter here. The answer is unknown if the customer never said anything.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::satisfaction::SatisfactionPolicy;
/// use keqing::satisfaction::measurement::{Context, LoyaltySupport, Measurement, loyalty_support};
/// use keqing::satisfaction::score::{Scale, Score};
/// use keqing::vocab::known::Grade;
///
/// let scale = Scale::new(0.into(), 10.into())?;
/// let lunch = Context::new("West Lake House", "lunch")?;
/// let said = |day, perceived: i64| -> Result<Measurement, Box<dyn std::error::Error>> {
///     let on = NaiveDate::from_ymd_opt(2024, 5, day).ok_or("no such date")?;
///     let (expected, perceived) = (Score::new(scale, 7.into())?, Score::new(scale, perceived.into())?);
///     Ok(Measurement::new(lunch, on, Grade::CustomerStated, expected, perceived)?)
/// };
/// let policy = SatisfactionPolicy::standard();
/// let support = loyalty_support(&policy, &[said(6, 5)?, said(13, 4)?], &lunch);
/// assert_eq!(support.value(), Some(&LoyaltySupport::Unsupported));
/// let support = loyalty_support(&policy, &[said(6, 5)?, said(13, 7)?], &lunch);
/// assert_eq!(support.value(), Some(&LoyaltySupport::Supported));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn loyalty_support(
    policy: &SatisfactionPolicy,
    measurements: &[Measurement],
    context: &Context,
) -> Known<LoyaltySupport> {
    let last = usize::try_from(policy.persistent_after().get()).unwrap_or(usize::MAX);
    let grade = words(measurements, context)
        .take(last)
        .map(Measurement::grade)
        .min();
    let support = if disappointments(measurements, context) < policy.persistent_after().get() {
        LoyaltySupport::Supported
    } else {
        LoyaltySupport::Unsupported
    };
    grade.map_or(Known::Unknown, |grade| Known::graded(support, grade))
}

/// Returns the customer's own statements in a context, the latest first.
pub(crate) fn words<'a>(
    measurements: &'a [Measurement],
    context: &'a Context,
) -> impl Iterator<Item = &'a Measurement> {
    let in_context =
        move |one: &&Measurement| one.context() == context && one.grade() >= Grade::OWN_WORD;
    measurements.iter().rev().filter(in_context)
}

/// Counts the disappointments in a row among the latest statements.
pub(crate) fn disappointments(measurements: &[Measurement], context: &Context) -> u32 {
    let count = words(measurements, context)
        .take_while(|one| one.state() == SatisfactionState::Dissatisfied)
        .count();
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;
    use alloc::vec::Vec;

    use super::{LoyaltySupport, SatisfactionState, loyalty_support};
    use crate::satisfaction::measurement::{MeasurementError, satisfaction};
    use crate::satisfaction::policy::SatisfactionPolicy;
    use crate::satisfaction::sample::{Failure, context, day, measured};
    use crate::vocab::known::{Grade, Known};
    use crate::vocab::time::Days;

    use Grade::{CustomerStated, Estimated, Measured};

    const POLICY: SatisfactionPolicy = SatisfactionPolicy::standard();

    #[test]
    fn zero_is_met_and_neither() -> Result<(), Failure> {
        use SatisfactionState::{Dissatisfied, Met, Satisfied};
        let lunch = context("lunch")?;
        for (perceived, gap, state) in [
            ("6.9", "-0.1", Dissatisfied),
            ("7", "0", Met),
            ("7.1", "0.1", Satisfied),
        ] {
            let said = measured("lunch", day(1), CustomerStated, "7", perceived)?;
            let found = satisfaction(&POLICY, &[said], &lunch, day(1))?;
            let is_breach = found.breaches("SAT-02".parse()?);
            assert_eq!(is_breach, state == Dissatisfied, "{perceived}");
            let value = found.into_value().ok_or("no value")?;
            assert_eq!((value.gap.to_string().as_str(), value.state), (gap, state));
        }
        Ok(())
    }

    #[test]
    fn a_measurement_holds_for_its_days_and_its_context() -> Result<(), Failure> {
        let policy = POLICY.with_validity(Days::new(10))?;
        let said = measured("lunch", day(1), Measured, "7", "7")?;
        for (occasion, on, holds, gaps) in [
            ("lunch", 1, true, ""),
            ("lunch", 11, true, ""),
            ("lunch", 12, false, "measurement-age"),
            ("dinner", 1, false, "measurement-context"),
        ] {
            let found = satisfaction(&policy, &[said], &context(occasion)?, day(on))?;
            assert_eq!(found.value().is_some(), holds, "{occasion} {on}");
            let facts: Vec<_> = found
                .findings()
                .gaps()
                .map(|gap| gap.evidence.fact.to_string())
                .collect();
            assert_eq!(facts.join(" "), gaps);
        }
        Ok(())
    }

    #[test]
    fn a_guess_is_no_word_of_the_customer() -> Result<(), Failure> {
        let lunch = context("lunch")?;
        let guess = measured("lunch", day(2), Estimated, "7", "2")?;
        let found = satisfaction(&POLICY, &[guess], &lunch, day(2))?;
        assert_eq!(found.value(), None);
        let gaps = found.findings().gaps().map(|gap| gap.rule.to_string());
        assert!(gaps.eq(["SAT-01"]));
        assert_eq!(loyalty_support(&POLICY, &[guess], &lunch), Known::Unknown);

        let said = measured("lunch", day(1), CustomerStated, "7", "8")?;
        let found = satisfaction(&POLICY, &[said, guess], &lunch, day(2))?;
        assert_eq!(found.into_value().map(|value| value.on), Some(day(1)));
        Ok(())
    }

    #[test]
    fn disappointment_is_persistent_from_the_second_in_a_row() -> Result<(), Failure> {
        use LoyaltySupport::{Supported, Unsupported};
        let table: [(&[&str], LoyaltySupport); 5] = [
            (&["6"], Supported),
            (&["6", "6"], Unsupported),
            (&["6", "7"], Supported),
            (&["6", "7", "6"], Supported),
            (&["8", "6", "6"], Unsupported),
        ];
        for (marks, support) in table {
            let mut said = Vec::new();
            for (on, mark) in (1..).zip(marks) {
                said.push(measured("lunch", day(on), CustomerStated, "7", mark)?);
                said.push(measured("dinner", day(on), CustomerStated, "7", "9")?);
            }
            let found = loyalty_support(&POLICY, &said, &context("lunch")?);
            assert_eq!(found, Known::customer_stated(support), "{marks:?}");
            let found = satisfaction(&POLICY, &said, &context("lunch")?, day(9))?;
            assert_eq!(found.breaches("SAT-08".parse()?), support == Unsupported);
        }
        Ok(())
    }

    #[test]
    fn dates_that_cannot_be_are_refused() -> Result<(), Failure> {
        let said = [
            measured("lunch", day(2), Measured, "7", "7")?,
            measured("dinner", day(1), Measured, "7", "7")?,
        ];
        let lunch = context("lunch")?;
        let refused = |said, as_of| satisfaction(&POLICY, said, &lunch, as_of).err();
        assert_eq!(
            refused(&said, day(9)),
            Some(MeasurementError::OutOfOrder {
                earlier: day(2),
                later: day(1)
            })
        );
        let (on, as_of) = (day(2), day(1));
        assert_eq!(
            refused(&said[..1], day(1)),
            Some(MeasurementError::DatedAfter { on, as_of })
        );
        assert_eq!(refused(&[], day(1)), None);
        Ok(())
    }

    #[test]
    fn every_date_that_cannot_be_is_refused() -> Result<(), Failure> {
        let said = |on| measured("lunch", day(on), Measured, "7", "7");
        let said = [said(4)?, said(2)?, said(3)?, said(1)?];
        let refused = satisfaction(&POLICY, &said, &context("lunch")?, day(3));
        let all = "the measurement of 2024-05-02 cannot follow that of 2024-05-04: give the oldest first; \
            the measurement of 2024-05-01 cannot follow that of 2024-05-03: give the oldest first; \
            the measurement of 2024-05-04 is later than 2024-05-03, the date that is asked for";
        assert_eq!(
            refused.map_err(|error| error.to_string()).err().as_deref(),
            Some(all)
        );
        Ok(())
    }
}
