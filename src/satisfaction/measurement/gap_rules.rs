use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::form::every;
use crate::satisfaction::cards::satisfaction::{SAT_01, SAT_02, SAT_06, SAT_08};
use crate::satisfaction::measurement::context::Context;
use crate::satisfaction::measurement::gap::{
    Satisfaction, disappointments, loyalty_support, words,
};
use crate::satisfaction::measurement::state::{LoyaltySupport, SatisfactionState};
use crate::satisfaction::measurement::{Measurement, MeasurementError};
use crate::satisfaction::policy::SatisfactionPolicy;
use crate::verdict::{Assessment, Bound, Evidence, Fact, Outcome, Reading, Recorder, Subject};
use crate::vocab::time::Days;
use crate::vocab::words::Side;

/// Assesses the satisfaction of a customer in one context on a date.
///
/// The latest measurement of that context in the customer's own word counts. The gap is the
/// perceived mark less the expected one
/// ([`SAT_01`](crate::satisfaction::cards::satisfaction::SAT_01)). Below zero the customer is
/// dissatisfied, and zero is met and neither
/// ([`SAT_02`](crate::satisfaction::cards::satisfaction::SAT_02)). A measurement holds for its own
/// context and for the number of days that the policy names
/// ([`SAT_06`](crate::satisfaction::cards::satisfaction::SAT_06)). If it is older, or only of other
/// contexts, there is no value. If the last measurements of the context were all disappointments,
/// loyalty is unsupported ([`SAT_08`](crate::satisfaction::cards::satisfaction::SAT_08)).
///
/// A guess of ours is no measurement. It is set aside, and a finding says so if there is nothing
/// else.
///
/// # Errors
///
/// [`MeasurementError`] is returned when a measurement is dated after `as_of`, or before the
/// preceding one. It holds the error of every measurement.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::satisfaction::SatisfactionPolicy;
/// use keqing::satisfaction::measurement::{Context, Measurement, SatisfactionState, satisfaction};
/// use keqing::satisfaction::score::{Scale, Score};
/// use keqing::vocab::known::Grade;
///
/// let date = |m, d| NaiveDate::from_ymd_opt(2024, m, d).ok_or("no such date");
/// let scale = Scale::new(0.into(), 10.into())?;
/// let lunch = Context::new("West Lake House", "lunch")?;
/// let said = Measurement::new(
///     lunch,
///     date(5, 6)?,
///     Grade::CustomerStated,
///     Score::new(scale, 7.into())?,
///     Score::new(scale, 9.into())?,
/// )?;
///
/// let policy = SatisfactionPolicy::standard();
/// let found = satisfaction(&policy, &[said], &lunch, date(6, 1)?)?.into_value().ok_or("expired")?;
/// assert_eq!((found.gap, found.state), (2.into(), SatisfactionState::Satisfied));
///
/// let dinner = Context::new("West Lake House", "dinner")?;
/// assert_eq!(satisfaction(&policy, &[said], &dinner, date(6, 1)?)?.value(), None);
/// assert_eq!(satisfaction(&policy, &[said], &lunch, date(12, 1)?)?.value(), None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn satisfaction(
    policy: &SatisfactionPolicy,
    measurements: &[Measurement],
    context: &Context,
    as_of: NaiveDate,
) -> Result<Assessment<Satisfaction>, MeasurementError> {
    check(measurements, as_of)?;
    Ok(policy.severities().weighed(Assessment::of(|r| {
        consult(policy, measurements, context, as_of, r)
    })))
}

/// Consults every rule about a gap. Each line states one rule once.
fn consult<R: Recorder>(
    policy: &SatisfactionPolicy,
    measurements: &[Measurement],
    context: &Context,
    as_of: NaiveDate,
    r: &mut R,
) -> Option<Satisfaction> {
    let Some(latest) = words(measurements, context).next() else {
        nothing_said(measurements, context, r);
        return None;
    };
    let is_valid = holds(policy, latest, as_of, r);
    r.require_own_grade(
        &SAT_01,
        Fact::CustomerSatisfaction,
        latest.grade(),
        CUSTOMER,
    );
    if is_valid {
        reaches_expectation(latest.gap(), r);
    }
    let support = supports_loyalty(policy, measurements, context, r)?;
    is_valid.then(|| Satisfaction {
        gap: latest.gap(),
        state: latest.state(),
        on: latest.on(),
        grade: latest.grade(),
        disappointments: disappointments(measurements, context),
        support,
    })
}

/// Reports for SAT-01 and SAT-06 that no measurement counts, with the reason.
fn nothing_said<R: Recorder>(measurements: &[Measurement], context: &Context, r: &mut R) {
    let mut guesses = measurements.iter().filter(|one| one.context() == context);
    if let Some(guess) = guesses.next_back() {
        r.require_own_grade(&SAT_01, Fact::CustomerSatisfaction, guess.grade(), CUSTOMER);
    } else if measurements.is_empty() {
        r.miss(&SAT_01, Fact::CustomerSatisfaction);
    } else {
        let missing = Outcome::Missing(Fact::MeasurementContext);
        r.record(&SAT_06, SAT_06.severity(), missing, || {
            Evidence::present(Fact::MeasurementContext, false)
        });
    }
}

/// Checks SAT-06: the measurement is not too old.
fn holds<R: Recorder>(
    policy: &SatisfactionPolicy,
    latest: &Measurement,
    as_of: NaiveDate,
    r: &mut R,
) -> bool {
    let (age, most) = (Days::between(latest.on(), as_of), policy.validity());
    let is_valid = age.is_some_and(|age| age <= most);
    let outcome = if is_valid {
        Outcome::Met
    } else {
        Outcome::Missing(Fact::MeasurementAge)
    };
    r.record(&SAT_06, SAT_06.severity(), outcome, || match age {
        Some(age) => Evidence::days(Fact::MeasurementAge, age, Bound::AtMost, most),
        None => Evidence::new(Fact::MeasurementAge, Reading::Nothing),
    });
    is_valid
}

/// Checks SAT-02: the perceived mark is not below the expected one.
fn reaches_expectation<R: Recorder>(gap: Decimal, r: &mut R) {
    let is_met = SatisfactionState::of_gap(gap) >= SatisfactionState::Met;
    r.require(&SAT_02, is_met, || {
        let (bound, required) = (Bound::AtLeast, Decimal::ZERO);
        let reading = Reading::Number {
            observed: gap,
            bound,
            required,
        };
        Evidence::new(Fact::CustomerSatisfaction, reading).of(CUSTOMER)
    });
}

/// Checks SAT-08: the customer was not disappointed time and again.
fn supports_loyalty<R: Recorder>(
    policy: &SatisfactionPolicy,
    measurements: &[Measurement],
    context: &Context,
    r: &mut R,
) -> Option<LoyaltySupport> {
    let support = loyalty_support(policy, measurements, context);
    let support = support.value().copied()?;
    let is_supported = support == LoyaltySupport::Supported;
    r.require(&SAT_08, is_supported, || {
        Evidence::present(Fact::LoyaltySupport, is_supported).of(CUSTOMER)
    });
    Some(support)
}

fn check(measurements: &[Measurement], as_of: NaiveDate) -> Result<(), MeasurementError> {
    let pairs = measurements.iter().zip(measurements.iter().skip(1));
    let order = pairs.map(|(one, next)| match (one.on(), next.on()) {
        (earlier, later) if later < earlier => Err(MeasurementError::OutOfOrder { earlier, later }),
        _ => Ok(()),
    });
    let dates = measurements.iter().map(|one| match one.on() {
        on if as_of < on => Err(MeasurementError::DatedAfter { on, as_of }),
        _ => Ok(()),
    });
    every(order.chain(dates))
}

const CUSTOMER: Subject = Subject::Side(Side::Customer);
