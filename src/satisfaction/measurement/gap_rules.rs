use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::satisfaction::cards::satisfaction::{SAT_01, SAT_02, SAT_06, SAT_08};
use crate::satisfaction::measurement::Measurement;
use crate::satisfaction::measurement::context::Context;
use crate::satisfaction::measurement::gap::{Satisfaction, loyalty_support};
use crate::satisfaction::measurement::state::{LoyaltySupport, SatisfactionState};
use crate::satisfaction::policy::SatisfactionPolicy;
use crate::verdict::{Bound, Evidence, Fact, Outcome, Reading, Recorder, Subject};
use crate::vocab::known::Grade;
use crate::vocab::time::Days;
use crate::vocab::words::Side;

/// Consults every rule about a gap. Each line states one rule once.
pub(crate) fn consult<R: Recorder>(
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

/// SAT-01 and SAT-06: why there is nothing to count from.
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

/// SAT-06: the measurement is not too old.
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

/// SAT-02: no less was perceived than expected.
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

/// SAT-08: the customer was not disappointed time and again.
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

/// What the customer itself said in a context, the latest first.
pub(crate) fn words<'a>(
    measurements: &'a [Measurement],
    context: &'a Context,
) -> impl Iterator<Item = &'a Measurement> {
    let in_context =
        move |one: &&Measurement| one.context() == context && one.grade() >= Grade::OWN_WORD;
    measurements.iter().rev().filter(in_context)
}

/// How many of the latest words were disappointments in a row.
pub(crate) fn disappointments(measurements: &[Measurement], context: &Context) -> u32 {
    let count = words(measurements, context)
        .take_while(|one| one.state() == SatisfactionState::Dissatisfied)
        .count();
    u32::try_from(count).unwrap_or(u32::MAX)
}

const CUSTOMER: Subject = Subject::Side(Side::Customer);
