use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::{Gathered, every, record};
use crate::satisfaction::decision::{DecisionReport, decision_report};
use crate::satisfaction::error::SatisfactionError;
use crate::satisfaction::expectation::{
    Expectation, FeatureStanding, Ratchet, RatchetError, expectation, feature_tier, ratchet,
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
use crate::verdict::{Assessment, Finding, findings_of, weigh_parts};

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
/// [`SatisfactionError`] is returned when a part contradicts itself and when something is dated
/// after `as_of`. It is also returned when there are measurements or drivers without a context. It
/// holds the error of every part.
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
    let as_of = given.as_of;
    let mut parts = Gathered::<SatisfactionError>::new();
    let picture = SatisfactionPicture {
        satisfaction: parts.told(&facts.measurements, |given| {
            Ok(satisfaction(policy, given, context(facts)?, as_of)?)
        }),
        drivers: parts.told(&facts.drivers, |given| {
            Ok(satisfaction_drivers(context(facts)?, given)?)
        }),
        levels: facts
            .levels
            .as_ref()
            .map(|given| need_levels(policy, given)),
        people: parts.told(&facts.people, |given| Ok(psychological_needs(given)?)),
        expectation: parts.told(&facts.expectations, |given| Ok(expectation(given, as_of)?)),
        ratchet: parts
            .ask(experienced(policy, facts, as_of))
            .unwrap_or_default(),
        features: facts
            .features
            .iter()
            .map(|given| feature_tier(policy, given))
            .collect(),
        offer: parts.told(&facts.offer, |given| Ok(offer_advantage(given))),
        decisions: parts.told(&facts.decisions, |given| Ok(decision_report(given))),
        value_drivers: parts.told(&facts.value_drivers, |given| Ok(value_drivers(given))),
        values: parts.told(&facts.judgements, |given| Ok(rank_values(given)?)),
        criteria: facts
            .criteria
            .as_ref()
            .and_then(|given| parts.ask(fit(&given.criteria, &given.scores))),
        proposition: facts
            .proposition
            .as_ref()
            .and_then(|given| parts.ask(proposition(&given.proposition, &given.requirements))),
    };
    parts.settle(|| policy.severities().weighed(picture))
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

/// Checks for SAT-04 that no experience lies in the future.
fn experienced(
    policy: &SatisfactionPolicy,
    facts: &SatisfactionFacts,
    as_of: NaiveDate,
) -> Result<Option<Assessment<Ratchet>>, RatchetError> {
    let Some(history) = &facts.experiences else {
        return Ok(None);
    };
    let dates = history.experiences.iter().map(|one| match one.on {
        on if as_of < on => Err(RatchetError::DatedAfter { on, as_of }),
        _ => Ok(()),
    });
    let mut parts = Gathered::new();
    let found = parts.ask(ratchet(policy, history.start, &history.experiences));
    parts.ask(every(dates));
    parts.settle(|| found)
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::assess;
    use crate::satisfaction::decision::DecisionRecord;
    use crate::satisfaction::error::SatisfactionError;
    use crate::satisfaction::expectation::{Announcement, Experience, RatchetError};
    use crate::satisfaction::facts::{ExperienceHistory, SatisfactionFacts, SatisfactionGiven};
    use crate::satisfaction::measurement::MeasurementError;
    use crate::satisfaction::needs::LevelRatings;
    use crate::satisfaction::policy::SatisfactionPolicy;
    use crate::satisfaction::sample::{Failure, context, day, measured, score};
    use crate::vocab::known::Grade;

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
    fn a_context_is_needed_and_nothing_is_still_to_come() -> Result<(), Failure> {
        let mut facts = SatisfactionFacts {
            measurements: [measured("lunch", day(1), Grade::Measured, "7", "6")?].into(),
            ..SatisfactionFacts::default()
        };
        let refused = assess(&POLICY, &facts, &SatisfactionGiven::new(day(1))).err();
        let missing = SatisfactionError::Measurement(MeasurementError::MissingContext);
        assert_eq!(refused, Some(missing));

        facts.measurements.clear();
        let (on, as_of) = (day(2), day(1));
        facts.experiences = Some(ExperienceHistory {
            start: score("6")?,
            experiences: [Experience {
                on,
                perceived: score("8")?,
                announced: Announcement::NotAnnounced,
            }]
            .into(),
        });
        let refused = assess(&POLICY, &facts, &SatisfactionGiven::new(as_of)).err();
        let late = SatisfactionError::Ratchet(RatchetError::DatedAfter { on, as_of });
        assert_eq!(refused, Some(late));
        assert!(assess(&POLICY, &facts, &SatisfactionGiven::new(on)).is_ok());
        Ok(())
    }

    #[test]
    fn every_experience_that_cannot_be_is_refused() -> Result<(), Failure> {
        let visit = |on| {
            Ok::<_, Failure>(Experience {
                on: day(on),
                perceived: score("8")?,
                announced: Announcement::NotAnnounced,
            })
        };
        let facts = SatisfactionFacts {
            experiences: Some(ExperienceHistory {
                start: score("6")?,
                experiences: [visit(3)?, visit(1)?, visit(2)?].into(),
            }),
            ..SatisfactionFacts::default()
        };
        let refused = assess(&POLICY, &facts, &SatisfactionGiven::new(day(1)));
        let all = "the experience of 2024-05-01 cannot follow that of 2024-05-03: give the oldest first; \
            the experience of 2024-05-03 is later than 2024-05-01, the date that is asked for; \
            the experience of 2024-05-02 is later than 2024-05-01, the date that is asked for";
        assert_eq!(
            refused.map_err(|error| error.to_string()).err().as_deref(),
            Some(all)
        );
        Ok(())
    }
}
