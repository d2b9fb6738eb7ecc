use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::form::{Gathered, record};
use crate::satisfaction::current::current;
use crate::satisfaction::decision::{DecisionReport, decision_report};
use crate::satisfaction::error::SatisfactionError;
use crate::satisfaction::expectation::{
    Expectation, FeatureStanding, Ratchet, expectation, features, ratchet,
};
use crate::satisfaction::facts::{SatisfactionFacts, SatisfactionGiven};
use crate::satisfaction::measurement::{
    Context, DriverRanking, MeasurementError, Satisfaction, satisfaction, satisfaction_drivers,
};
use crate::satisfaction::needs::{
    NeedLevels, PsychologicalNeeds, need_levels, psychological_needs,
};
use crate::satisfaction::offer::{OfferAdvantage, offer_advantage};
use crate::satisfaction::policy::SatisfactionPolicy;
use crate::satisfaction::value::{
    CriteriaFit, PropositionFit, ValueDefinition, ValueRanking, fit, proposition, rank_values,
    value_drivers,
};
use crate::verdict::{Assessment, Finding, filled, filled_box, findings_of, weigh_parts};
use crate::vocab::known::Expired;

record! {
    /// All answers about one customer's satisfaction, and about value to it (满意度与价值全貌).
    ///
    /// A part without facts is `None`.
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct SatisfactionPicture {
        /// The satisfaction of the customer in the context asked about.
        pub satisfaction: Option<Assessment<Satisfaction>>,
        /// The drivers on which its satisfaction depends.
        pub drivers: Option<Assessment<DriverRanking>>,
        /// The levels of its needs that are met.
        pub levels: Option<Assessment<NeedLevels>>,
        /// The unmet needs of its people.
        pub people: Option<Assessment<PsychologicalNeeds>>,
        /// The expectation of the customer.
        pub expectation: Option<Assessment<Expectation>>,
        /// The change of the expectation by experiences.
        pub ratchet: Option<Assessment<Ratchet>>,
        /// The present worth of each feature.
        pub features: Vec<Assessment<FeatureStanding>>,
        /// The advantage of our offer.
        pub offer: Option<Assessment<OfferAdvantage>>,
        /// The decisions that lack the customer's view.
        pub decisions: Option<Assessment<DecisionReport>>,
        /// The drivers of value to the customer.
        pub value_drivers: Option<Assessment<ValueDefinition>>,
        /// The options, ranked by their worth to the customer.
        pub values: Option<Assessment<ValueRanking>>,
        /// The fit of our offer with its criteria.
        pub criteria: Option<Assessment<CriteriaFit>>,
        /// The fit of our proposition with its requirements.
        pub proposition: Option<Assessment<PropositionFit>>,
        /// The graded facts that were learnt too long ago, and are unknown.
        pub expired: Vec<Expired>,
        /// The number of graded facts of after the day, which are left out.
        pub ahead: u32,
    }
}

weigh_parts! { SatisfactionPicture: satisfaction drivers levels people expectation ratchet features offer decisions value_drivers values criteria proposition }

impl SatisfactionPicture {
    /// Returns the findings of every part, part by part.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        let satisfaction = findings_of(&self.satisfaction).chain(findings_of(&self.drivers));
        let needs = findings_of(&self.levels).chain(findings_of(&self.people));
        let expected = findings_of(&self.expectation).chain(findings_of(&self.ratchet));
        let features = self.features.iter().flat_map(Assessment::findings);
        let ours = findings_of(&self.offer).chain(findings_of(&self.decisions));
        let value = findings_of(&self.value_drivers).chain(findings_of(&self.values));
        let fits = findings_of(&self.criteria).chain(findings_of(&self.proposition));
        satisfaction
            .chain(needs)
            .chain(expected)
            .chain(features)
            .chain(ours)
            .chain(value)
            .chain(fits)
    }
}

/// Assesses all that the rules have to say about one customer's satisfaction, and about value to
/// it, on a date.
///
/// Each part is the answer of the function of its room. A part without facts is left out.
///
/// # Errors
///
/// [`SatisfactionError`] is returned when a part contradicts itself. It is also returned when there are
/// measurements or drivers without a context. It holds the error of every part.
///
/// # Examples
///
/// ```
/// use keqing::satisfaction::{SatisfactionFacts, SatisfactionGiven, SatisfactionPolicy, assess};
/// use keqing::satisfaction::offer::{OfferAttribute, StandardAction};
///
/// let facts = SatisfactionFacts::default()
///     .with_offer(vec![OfferAttribute::Standard { action: StandardAction::Price }]);
/// let as_of = chrono::NaiveDate::from_ymd_opt(2024, 12, 31).ok_or("no such date")?;
/// let picture = assess(&SatisfactionPolicy::standard(), &facts, &SatisfactionGiven::new(as_of))?;
/// assert!(picture.offer.is_some() && picture.satisfaction.is_none());
/// assert_eq!(picture.findings().filter(|finding| finding.is_breach()).count(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn assess(
    policy: &SatisfactionPolicy,
    facts: &SatisfactionFacts,
    given: &SatisfactionGiven,
) -> Result<SatisfactionPicture, SatisfactionError> {
    let fill = |picture: &mut SatisfactionPicture| picture.fill(policy, facts, given);
    filled(SatisfactionPicture::empty(), fill)
}

/// Assesses on the heap, for a review.
pub(crate) fn assess_boxed(
    policy: &SatisfactionPolicy,
    facts: &SatisfactionFacts,
    given: &SatisfactionGiven,
) -> Result<Box<SatisfactionPicture>, SatisfactionError> {
    let fill = |picture: &mut SatisfactionPicture| picture.fill(policy, facts, given);
    filled_box(SatisfactionPicture::empty(), fill)
}

impl SatisfactionPicture {
    #[inline(always)]
    const fn empty() -> Self {
        Self {
            satisfaction: None,
            drivers: None,
            levels: None,
            people: None,
            expectation: None,
            ratchet: None,
            features: Vec::new(),
            offer: None,
            decisions: None,
            value_drivers: None,
            values: None,
            criteria: None,
            proposition: None,
            expired: Vec::new(),
            ahead: 0,
        }
    }

    /// Writes every part for which there are facts.
    fn fill(
        &mut self,
        policy: &SatisfactionPolicy,
        facts: &SatisfactionFacts,
        given: &SatisfactionGiven,
    ) -> Result<(), SatisfactionError> {
        let as_of = given.as_of;
        let (facts, reader) = current(policy, facts, as_of);
        let facts = &facts;
        let mut parts = Gathered::<SatisfactionError>::new();
        self.satisfaction = parts.told(&facts.measurements, |given| {
            Ok(satisfaction(policy, given, context(facts)?, as_of)?)
        });
        self.drivers = parts.told(&facts.drivers, |given| {
            Ok(satisfaction_drivers(context(facts)?, given)?)
        });
        let levels = facts.levels.as_ref();
        self.levels = levels.map(|given| need_levels(policy, given));
        self.people = parts.told(&facts.people, |given| Ok(psychological_needs(given)?));
        self.expectation = parts.told(&facts.expectations, |given| Ok(expectation(given, as_of)?));
        self.ratchet = facts.experiences.as_ref().and_then(|history| {
            parts.ask(ratchet(policy, history.start, &history.experiences, as_of))
        });
        self.features = parts
            .ask(features(policy, &facts.features))
            .unwrap_or_default();
        self.offer = parts.told(&facts.offer, |given| Ok(offer_advantage(given)));
        self.decisions = parts.told(&facts.decisions, |given| Ok(decision_report(given, as_of)?));
        self.value_drivers = parts.told(&facts.value_drivers, |given| Ok(value_drivers(given)?));
        self.values = parts.told(&facts.judgements, |given| Ok(rank_values(given)?));
        let criteria = facts.criteria.as_ref();
        self.criteria =
            criteria.and_then(|given| parts.ask(fit(policy, &given.criteria, &given.scores)));
        let offered = facts.proposition.as_ref();
        self.proposition = offered
            .and_then(|given| parts.ask(proposition(&given.proposition, &given.requirements)));
        (self.expired, self.ahead) = (reader.expired, reader.ahead);
        policy.severities().weigh(self);
        parts.settle(|| ())
    }
}

fn context(facts: &SatisfactionFacts) -> Result<&Context, MeasurementError> {
    facts
        .context
        .as_ref()
        .ok_or(MeasurementError::MissingContext)
}

impl Gathered<SatisfactionError> {
    /// Assesses a list, if it holds something.
    fn told<T, A>(
        &mut self,
        given: &[T],
        ask: impl FnOnce(&[T]) -> Result<A, SatisfactionError>,
    ) -> Option<A> {
        match given {
            [] => None,
            given => self.ask(ask(given)),
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::assess;
    use crate::satisfaction::decision::DecisionRecord;
    use crate::satisfaction::error::SatisfactionError;
    use crate::satisfaction::expectation::FeatureHistory;
    use crate::satisfaction::facts::{SatisfactionFacts, SatisfactionGiven};
    use crate::satisfaction::measurement::MeasurementError;
    use crate::satisfaction::needs::LevelRatings;
    use crate::satisfaction::policy::SatisfactionPolicy;
    use crate::satisfaction::sample::{Failure, context, day, measured};
    use crate::satisfaction::value::ValueDriver;
    use crate::vocab::known::Grade;
    use crate::vocab::words::FeatureTier;

    const POLICY: SatisfactionPolicy = SatisfactionPolicy::standard();

    #[test]
    fn of_nothing_nothing_is_said() -> Result<(), Failure> {
        let picture = assess(
            &POLICY,
            &SatisfactionFacts::default(),
            &SatisfactionGiven::new(day(1)),
        )?;
        assert_eq!(picture.findings().count(), 0);
        Ok(())
    }

    #[test]
    fn every_part_that_is_told_has_its_findings() -> Result<(), Failure> {
        let facts = SatisfactionFacts {
            context: Some(context("lunch")?),
            measurements: [measured("lunch", day(1), Grade::Measured, "7", "6")?].into(),
            levels: Some(LevelRatings::default()),
            decisions: [DecisionRecord {
                decision: "d-1".parse()?,
                customer_view: None,
            }]
            .into(),
            ..SatisfactionFacts::default()
        };
        let picture = assess(&POLICY, &facts, &SatisfactionGiven::new(day(1)))?;
        let parts = [
            picture
                .satisfaction
                .as_ref()
                .map(|part| part.findings().len()),
            picture.levels.as_ref().map(|part| part.findings().len()),
            picture.decisions.as_ref().map(|part| part.findings().len()),
        ];
        assert_eq!(parts, [Some(4), Some(4), Some(1)]);
        assert_eq!(picture.findings().count(), 9);
        Ok(())
    }

    #[test]
    fn a_context_is_needed() -> Result<(), Failure> {
        let facts = SatisfactionFacts {
            measurements: [measured("lunch", day(1), Grade::Measured, "7", "6")?].into(),
            ..SatisfactionFacts::default()
        };
        let refused = assess(&POLICY, &facts, &SatisfactionGiven::new(day(1))).err();
        let missing = SatisfactionError::Measurement(MeasurementError::MissingContext);
        assert_eq!(refused, Some(missing));
        Ok(())
    }

    #[test]
    fn every_list_with_one_thing_twice_is_refused() -> Result<(), Failure> {
        let hotline = FeatureHistory::new("hotline".parse()?, FeatureTier::Delight);
        let speed = ValueDriver {
            driver: "speed".parse()?,
            grade: Grade::Measured,
            on: None,
        };
        let decision = DecisionRecord {
            decision: "d-1".parse()?,
            customer_view: None,
        };
        let facts = SatisfactionFacts {
            features: [hotline; 2].into(),
            value_drivers: [speed; 2].into(),
            decisions: [decision; 2].into(),
            ..SatisfactionFacts::default()
        };
        let refused = assess(&POLICY, &facts, &SatisfactionGiven::new(day(1))).err();
        let refused = refused.ok_or("no error")?;
        let found: Vec<_> = refused.each().map(|one| (one.code(), one.path())).collect();
        let expected = [
            ("impossible-features", "features"),
            ("impossible-decisions", "decisions"),
            ("impossible-value-drivers", "value-drivers"),
        ];
        assert_eq!(found, expected);
        Ok(())
    }
}
