use chrono::NaiveDate;
use core::cmp::Ordering;
use rust_decimal::Decimal;

use crate::satisfaction::cards::satisfaction::{SAT_01, SAT_02, SAT_06, SAT_08};
use crate::satisfaction::later::ignored;
use crate::satisfaction::measurement::context::Context;
use crate::satisfaction::measurement::gap::Satisfaction;
use crate::satisfaction::measurement::persistence::{Persistence, Support, expiry};
use crate::satisfaction::measurement::state::LoyaltySupport;
use crate::satisfaction::measurement::voices::Voices;
use crate::satisfaction::measurement::{Measurement, MeasurementError};
use crate::satisfaction::policy::SatisfactionPolicy;
use crate::verdict::{
    Assessment, Bound, Evidence, Fact, Outcome, Reading, Recorder, RuleCard, Subject,
};
use crate::vocab::known::{Grade, Known};
use crate::vocab::time::Days;
use crate::vocab::words::Side;

/// Assesses the satisfaction of a customer in one context on a date.
///
/// The latest measurement of each person counts. The gap is the perceived mark less the expected one
/// ([`SAT_01`](crate::satisfaction::cards::satisfaction::SAT_01)). Below zero the customer is
/// dissatisfied, and at zero it is neither
/// ([`SAT_02`](crate::satisfaction::cards::satisfaction::SAT_02)). A measurement holds for its own
/// context and for the number of days that the policy names
/// ([`SAT_06`](crate::satisfaction::cards::satisfaction::SAT_06)). If it is older, or only of other
/// contexts, there is no value. If somebody was disappointed time and again, loyalty is unsupported ([`SAT_08`](crate::satisfaction::cards::satisfaction::SAT_08)).
///
/// Each gap is reported, and the least satisfied person counts. If the measurement of somebody who was
/// disappointed has expired, and nobody was measured since, there is no value. Those that name nobody are voices of
/// their latest day. A guess of ours is no measurement. It is set aside, and a finding says so if there is
/// nothing else. A measurement after `as_of` is ignored, and a finding counts those.
///
/// # Errors
///
/// [`MeasurementError::Twice`] is returned when a person is measured twice in one context on one day. It
/// is returned for each such pair.
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
    let voices = Voices::of(measurements, context, as_of)?;
    let found = Assessment::of(|r| {
        ignored(&SAT_06, measurements.iter().map(Measurement::on), as_of, r);
        let latest = voices.latest(|on| expiry(policy, on, as_of).is_none());
        if latest.is_empty() {
            nothing_said(measurements, context, as_of, r);
        }
        consult(policy, &voices, &latest, as_of, r)
    });
    Ok(policy.severities().weighed(found))
}

/// Consults every rule about the voices that count. Each line states one rule once.
fn consult<R: Recorder>(
    policy: &SatisfactionPolicy,
    voices: &Voices<'_>,
    latest: &[&Measurement],
    as_of: NaiveDate,
    r: &mut R,
) -> Option<Satisfaction> {
    let (worst, best) = (latest.first()?, latest.last()?);
    let persistence = Persistence::of(policy, voices, as_of);
    if !holds(policy, worst, as_of, r) {
        supports_loyalty(policy, persistence, r);
        return None;
    }
    for voice in latest {
        r.classify(&SAT_01, || {
            Evidence::found(Fact::CustomerSatisfaction, voice.gap()).of(whose(voice))
        });
    }
    let lapsed = voices.lapsed(|on| expiry(policy, on, as_of));
    if let Some(since) = lapsed.filter(|_| worst.gap() >= Decimal::ZERO) {
        miss_with(&SAT_02, Fact::CustomerSatisfaction, r, || {
            Evidence::found(Fact::MeasurementExpiry, since)
        });
        supports_loyalty(policy, persistence, r);
        return None;
    }
    reaches_expectation(worst, r);
    Some(Satisfaction {
        gap: worst.gap(),
        state: worst.state(),
        on: worst.on(),
        grade: weakest(latest)?,
        person: worst.person(),
        voices: u32::try_from(latest.len()).unwrap_or(u32::MAX),
        best_gap: best.gap(),
        disappointments: persistence.disappointments,
        support: supports_loyalty(policy, persistence, r),
    })
}

fn weakest(voices: &[&Measurement]) -> Option<Grade> {
    voices.iter().map(|one| one.grade()).min()
}

/// Returns the person who was measured, or the customer's side if nobody is named.
pub(crate) fn whose(voice: &Measurement) -> Subject {
    let side = Side::Customer;
    let person = voice.person();
    person.map_or(Subject::Side(side), |id| Subject::Person { side, id })
}

/// Reports for SAT-01 and SAT-06 that no measurement counts, with the reason.
fn nothing_said<R: Recorder>(
    measurements: &[Measurement],
    context: &Context,
    as_of: NaiveDate,
    r: &mut R,
) {
    let mut past = measurements
        .iter()
        .filter(|one| one.on() <= as_of)
        .peekable();
    if past.peek().is_none() {
        r.miss(&SAT_01, Fact::CustomerSatisfaction);
    } else if let Some(guess) = past.find(|one| one.context() == context) {
        r.require_grade(
            &SAT_01,
            (Fact::CustomerSatisfaction, Subject::Side(Side::Customer)),
            Known::graded((), guess.grade()),
        );
    } else {
        miss_with(&SAT_06, Fact::MeasurementContext, r, || {
            Evidence::present(Fact::MeasurementContext, false)
        });
    }
}

/// Checks SAT-06: the measurement is not too old. If it is, the evidence has the day since when.
fn holds<R: Recorder>(
    policy: &SatisfactionPolicy,
    latest: &Measurement,
    as_of: NaiveDate,
    r: &mut R,
) -> bool {
    let expired = expiry(policy, latest.on(), as_of);
    let outcome = match expired {
        None => Outcome::Met,
        Some(_) => Outcome::Missing(Fact::CustomerSatisfaction),
    };
    let (age, most) = (Days::between(latest.on(), as_of), policy.validity());
    r.record(&SAT_06, SAT_06.severity(), outcome, || {
        match (expired, age) {
            (Some(since), _) => Evidence::found(Fact::MeasurementExpiry, since),
            (None, Some(age)) => Evidence::days(Fact::MeasurementAge, age, Bound::AtMost, most),
            (None, None) => Evidence::new(Fact::MeasurementAge, Reading::Nothing),
        }
    });
    expired.is_none()
}

/// Checks SAT-02: the perceived mark is not below the expected one. A gap of zero is neither way.
fn reaches_expectation<R: Recorder>(worst: &Measurement, r: &mut R) {
    let (observed, required) = (worst.gap(), Decimal::ZERO);
    let order = observed.cmp(&required);
    if order == Ordering::Equal {
        r.pass_over(&SAT_02, Fact::CustomerSatisfaction);
        return;
    }
    r.require(&SAT_02, order == Ordering::Greater, || {
        let reading = Reading::Number {
            observed,
            bound: Bound::AtLeast,
            required,
        };
        Evidence::new(Fact::CustomerSatisfaction, reading).of(whose(worst))
    });
}

/// Checks SAT-08: the customer was not disappointed time and again.
fn supports_loyalty<R: Recorder>(
    policy: &SatisfactionPolicy,
    persistence: Persistence,
    r: &mut R,
) -> Option<LoyaltySupport> {
    let support = match persistence.support {
        Support::Unheard => return None,
        Support::Expired { since } => {
            miss_with(&SAT_08, Fact::LoyaltySupport, r, || {
                Evidence::found(Fact::MeasurementExpiry, since)
            });
            return None;
        }
        Support::Told(support) => support,
    };
    let (observed, required) = (persistence.disappointments, policy.persistent_after().get());
    r.require(&SAT_08, observed < required, || {
        Evidence::count(Fact::Disappointments, observed, Bound::LessThan, required)
            .of(Subject::Side(Side::Customer))
    });
    Some(support)
}

fn miss_with<R: Recorder>(
    card: &RuleCard,
    fact: Fact,
    r: &mut R,
    evidence: impl FnOnce() -> Evidence,
) {
    r.record(card, card.severity(), Outcome::Missing(fact), evidence);
}

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};
    use alloc::vec::Vec;

    use super::satisfaction;
    use crate::satisfaction::measurement::SatisfactionState;
    use crate::satisfaction::policy::SatisfactionPolicy;
    use crate::satisfaction::sample::{Failure, context, day, measured};
    use crate::verdict::{Assessment, Outcome, Render};
    use crate::vocab::known::Grade;
    use crate::vocab::time::Days;
    use crate::vocab::words::Locale;

    use Grade::{CustomerStated, Estimated, Measured};

    const POLICY: SatisfactionPolicy = SatisfactionPolicy::standard();

    /// Lists the findings as a person reads them.
    fn texts<T>(found: &Assessment<T>) -> Vec<String> {
        let texts = found.findings().iter();
        texts
            .map(|finding| finding.display(Locale::En).to_string())
            .collect()
    }

    #[test]
    fn zero_is_neither_met_nor_breached() -> Result<(), Failure> {
        use SatisfactionState::{Dissatisfied, Met, Satisfied};
        let lunch = context("lunch")?;
        for (perceived, gap, state, outcome) in [
            ("6.9", "-0.1", Dissatisfied, Outcome::Breached),
            ("7", "0", Met, Outcome::Inapplicable),
            ("7.1", "0.1", Satisfied, Outcome::Met),
        ] {
            let said = measured("lunch", day(1), CustomerStated, "7", perceived)?;
            let found = satisfaction(&POLICY, &[said], &lunch, day(1))?;
            let rule = "SAT-02".parse()?;
            let outcomes = found.findings().iter().filter(|one| one.rule == rule);
            assert!(outcomes.map(|one| one.outcome).eq([outcome]), "{perceived}");
            let value = found.into_value().ok_or("no value")?;
            assert_eq!((value.gap.to_string().as_str(), value.state), (gap, state));
        }
        Ok(())
    }

    #[test]
    fn a_measurement_holds_for_its_days_and_its_context() -> Result<(), Failure> {
        let policy = POLICY.with_validity(Days::new(10))?;
        let said = measured("lunch", day(1), Measured, "7", "7")?;
        let expired = "SAT-06 missing: last measurement expired on 2024-05-12";
        let elsewhere = "SAT-06 missing: measurement in this context absent, required present";
        for (occasion, on, gap) in [
            ("lunch", 1, None),
            ("lunch", 11, None),
            ("lunch", 12, Some(expired)),
            ("lunch", 31, Some(expired)),
            ("dinner", 1, Some(elsewhere)),
        ] {
            let found = satisfaction(&policy, &[said], &context(occasion)?, day(on))?;
            assert_eq!(found.value().is_none(), gap.is_some(), "{occasion} {on}");
            let texts = texts(&found);
            let told = texts.iter().find(|text| text.starts_with("SAT-06 missing"));
            assert_eq!(told.map(String::as_str), gap, "{texts:?}");
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

        let said = measured("lunch", day(1), CustomerStated, "7", "8")?;
        let found = satisfaction(&POLICY, &[said, guess], &lunch, day(2))?;
        assert_eq!(found.into_value().map(|value| value.on), Some(day(1)));
        Ok(())
    }

    #[test]
    fn the_least_satisfied_of_a_day_counts_and_everybody_is_named() -> Result<(), Failure> {
        let said = |person: &str, grade, perceived| {
            let said = measured("lunch", day(1), grade, "7", perceived)?;
            Ok::<_, Failure>(said.with_person(person.parse()?))
        };
        let mut voices = [
            said("wang", CustomerStated, "9")?,
            said("li", Measured, "5")?,
            said("zhao", Measured, "7")?,
        ];
        for _ in 0..3 {
            voices.rotate_left(1);
            let found = satisfaction(&POLICY, &voices, &context("lunch")?, day(1))?;
            let expected = [
                "SAT-06 met: age of the measurement 0 days, required at most 90 days",
                "SAT-01 classified: customer satisfaction (li, customer side) -2",
                "SAT-01 classified: customer satisfaction (zhao, customer side) 0",
                "SAT-01 classified: customer satisfaction (wang, customer side) 2",
                "SAT-02 breached (warning): customer satisfaction (li, customer side) -2, required at least 0",
                "SAT-08 met: disappointments in a row (customer side) 1, required less than 2",
            ];
            assert_eq!(texts(&found), expected);
            let value = found.into_value().ok_or("no value")?;
            assert_eq!((value.gap, value.best_gap), ((-2).into(), 2.into()));
            assert_eq!((value.voices, value.grade), (3, CustomerStated));
            assert_eq!(value.person, Some("li".parse()?));
        }
        Ok(())
    }

    #[test]
    fn what_is_dated_later_is_counted_and_never_used() -> Result<(), Failure> {
        let lunch = context("lunch")?;
        let said = |on, perceived| measured("lunch", day(on), Measured, "7", perceived);
        let now = [said(3, "1")?, said(1, "8")?, said(2, "1")?];
        let found = satisfaction(&POLICY, &now, &lunch, day(1))?;
        let ignored = "SAT-06 not applicable: ignored entries of later days 2";
        assert_eq!(texts(&found).first().map(String::as_str), Some(ignored));
        assert_eq!(found.into_value().map(|value| value.gap), Some(1.into()));
        let found = satisfaction(&POLICY, &[said(3, "1")?], &lunch, day(1))?;
        assert_eq!(found.findings().gaps().count(), 1);
        assert_eq!(found.into_value(), None);
        Ok(())
    }
}
