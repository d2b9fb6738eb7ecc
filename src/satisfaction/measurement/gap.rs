use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::form::record;
use crate::satisfaction::measurement::context::Context;
use crate::satisfaction::measurement::persistence::{Persistence, Support};
use crate::satisfaction::measurement::state::{LoyaltySupport, SatisfactionState};
use crate::satisfaction::measurement::voices::Voices;
use crate::satisfaction::measurement::{Measurement, MeasurementError};
use crate::satisfaction::policy::SatisfactionPolicy;
use crate::vocab::known::{Grade, Known};
use crate::vocab::name::PersonId;

record! {
    /// The satisfaction of a customer in one context (满意度): the gap, and the state that follows.
    ///
    /// Several people may be measured on the last day. The gap and the state are those of the least
    /// satisfied of them.
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
        /// The grade of its evidence, the weakest of that day.
        pub grade: Grade,
        /// The person whose gap it is; `None` if the measurement names nobody.
        pub person: Option<PersonId>,
        /// The number of people who were measured on that day.
        pub voices: u32,
        /// The gap of the most satisfied of them, on the scale of that measurement.
        #[serde(with = "crate::vocab::exact")]
        pub best_gap: Decimal,
        /// The number of days in a row, up to this one, on which the customer was disappointed (SAT-08).
        pub disappointments: u32,
        /// The support that the measurements give to loyalty (SAT-08).
        /// It is `None` if disappointments in a row have expired.
        pub support: Option<LoyaltySupport>,
    }
}

/// Assesses whether the measurements of a context support loyalty on a date
/// ([`SAT_08`](crate::satisfaction::cards::satisfaction::SAT_08)).
///
/// Satisfaction is necessary for loyalty and never proves it. A day disappoints if its least satisfied
/// voice falls short of its expectation by more than the tolerance of the policy. If the last days all
/// disappointed, as many as the policy names, a customer that stays is not loyal. A measurement counts
/// as long as it holds. The answer is unknown if the customer never said anything, and if what it said
/// has expired.
///
/// The order of the list does not matter. Measurements after `as_of` are ignored.
///
/// # Errors
///
/// [`MeasurementError::Twice`] is returned when a person is measured twice in one context on one day.
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
/// let date = |day| NaiveDate::from_ymd_opt(2024, 5, day).ok_or("no such date");
/// let scale = Scale::new(0.into(), 10.into())?;
/// let lunch = Context::new("West Lake House", "lunch")?;
/// let said = |day, perceived: i64| -> Result<Measurement, Box<dyn std::error::Error>> {
///     let (expected, perceived) = (Score::new(scale, 7.into())?, Score::new(scale, perceived.into())?);
///     Ok(Measurement::new(lunch, date(day)?, Grade::CustomerStated, expected, perceived)?)
/// };
/// let policy = SatisfactionPolicy::standard();
/// let support = loyalty_support(&policy, &[said(13, 4)?, said(6, 5)?], &lunch, date(31)?)?;
/// assert_eq!(support.value(), Some(&LoyaltySupport::Unsupported));
/// let support = loyalty_support(&policy, &[said(6, 5)?, said(13, 7)?], &lunch, date(31)?)?;
/// assert_eq!(support.value(), Some(&LoyaltySupport::Supported));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn loyalty_support(
    policy: &SatisfactionPolicy,
    measurements: &[Measurement],
    context: &Context,
    as_of: NaiveDate,
) -> Result<Known<LoyaltySupport>, MeasurementError> {
    let voices = Voices::of(measurements, context, as_of)?;
    let last = usize::try_from(policy.persistent_after().get()).unwrap_or(usize::MAX);
    let grades = voices.days().take(last).flatten().map(|one| one.grade());
    let support = match Persistence::of(policy, &voices, as_of).support {
        Support::Told(support) => Some(support),
        Support::Unheard | Support::Expired { .. } => None,
    };
    Ok(match (support, grades.min()) {
        (Some(support), Some(grade)) => Known::graded(support, grade),
        _ => Known::Unknown,
    })
}
