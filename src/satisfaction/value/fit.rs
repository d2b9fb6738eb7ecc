use alloc::boxed::Box;
use alloc::vec::Vec;

use rust_decimal::Decimal;
use thiserror::Error;

use crate::form::{Gathered, Several, record, several};
use crate::satisfaction::cards::value::VAL_06;
use crate::satisfaction::fixed::{decimal, quotient, units};
use crate::satisfaction::policy::SatisfactionPolicy;
use crate::satisfaction::score::Score;
use crate::satisfaction::value::criteria::Criteria;
use crate::verdict::{Assessment, Bound, Evidence, Fact, Recorder, Subject};
use crate::vocab::known::Known;
use crate::vocab::name::ItemId;
use crate::vocab::share::Share;
use crate::vocab::twice::again;

record! {
    /// The score of an offer by one criterion (标准得分).
    #[derive(Copy, Hash)]
    pub closed struct CriterionScore {
        /// The criterion.
        pub criterion: ItemId,
        /// The score, in the customer's eyes or by measurement.
        pub score: Known<Score>,
    }
}

record! {
    /// The fit of an offer with the criteria of a customer (标准契合).
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct CriteriaFit {
        /// The fit with each criterion, in the order of the criteria.
        pub fits: Vec<CriterionFit>,
        /// The fit with all criteria in one number, rounded half to even.
        /// Each criterion is rounded to 12 decimals of a percent. The number exists only if the weights are
        /// the customer's own and every fit is known.
        pub total: Option<Share>,
    }
}

record! {
    /// The fit of an offer with one criterion (单项契合).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct CriterionFit {
        /// The criterion.
        pub criterion: ItemId,
        /// The part of the way from the worst to the best mark; `None` if it was not demonstrated.
        pub fit: Option<Share>,
    }
}

/// Assesses the fit of an offer with the criteria of a customer, one by one ([`VAL_06`]).
///
/// A score has to be demonstrated: it is a measurement or the customer's own word, and a guess of
/// ours counts as missing. If the policy has a threshold, a fit below it breaches VAL-06. Without a
/// threshold a fit is only a value. Only the customer's own weights make one number of many marks. If
/// the weights are our guess, there is no total.
///
/// # Errors
///
/// [`FitError`] is returned when a score is by no criterion of the customer, and when two are by
/// one criterion. It holds the error of every such score.
///
/// # Examples
///
/// ```
/// use keqing::satisfaction::SatisfactionPolicy;
/// use keqing::satisfaction::score::{Scale, Score};
/// use keqing::satisfaction::value::{Criteria, Criterion, CriterionScore, fit};
/// use keqing::vocab::known::{Grade, Known};
/// use keqing::vocab::share::Share;
///
/// let (uptime, price) = ("uptime".parse()?, "price".parse()?);
/// let weights = [
///     Criterion { criterion: uptime, weight: 70.into() },
///     Criterion { criterion: price, weight: 30.into() },
/// ];
/// let criteria = Criteria::new(Grade::CustomerStated, weights)?;
/// let scale = Scale::new(0.into(), 10.into())?;
/// let score = |value: i64| Score::new(scale, value.into()).map(Known::customer_stated);
/// let scores = [
///     CriterionScore { criterion: uptime, score: score(9)? },
///     CriterionScore { criterion: price, score: score(4)? },
/// ];
/// let policy = SatisfactionPolicy::standard();
/// let found = fit(&policy, &criteria, &scores)?.into_value().ok_or("nothing demonstrated")?;
/// assert_eq!(found.total, Some(Share::percent(75)?)); // 70 × 0.9 + 30 × 0.4
///
/// let half = policy.with_fit_from(Some(Share::percent(50)?))?;
/// assert!(fit(&half, &criteria, &scores)?.breaches("VAL-06".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn fit(
    policy: &SatisfactionPolicy,
    criteria: &Criteria,
    scores: &[CriterionScore],
) -> Result<Assessment<CriteriaFit>, FitError> {
    check(criteria, scores)?;
    Ok(policy
        .severities()
        .weighed(Assessment::of(|r| consult(policy, criteria, scores, r))))
}

/// Returned when scores do not go with the criteria.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum FitError {
    /// Several scores are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// The customer has no such criterion.
    #[error("`{criterion}` is no criterion of the customer, give scores by those that are")]
    Stranger {
        /// The criterion of the score.
        criterion: ItemId,
    },
    /// There are two scores by one criterion.
    #[error("each criterion is scored once, got `{criterion}` twice")]
    Twice {
        /// The criterion.
        criterion: ItemId,
    },
}

several!(pub FitError);

fn check(criteria: &Criteria, scores: &[CriterionScore]) -> Result<(), FitError> {
    let mut errors = Gathered::new();
    let named = scores.iter().map(|one| one.criterion);
    let strangers = named.clone().filter(|criterion| !criteria.has(*criterion));
    for criterion in strangers {
        errors.keep(FitError::Stranger { criterion });
    }
    for criterion in again(named.filter(|criterion| criteria.has(*criterion))) {
        errors.keep(FitError::Twice { criterion });
    }
    errors.settle(|| ())
}

fn consult<R: Recorder>(
    policy: &SatisfactionPolicy,
    criteria: &Criteria,
    scores: &[CriterionScore],
    r: &mut R,
) -> Option<CriteriaFit> {
    let is_own = r
        .require_grade(
            &VAL_06,
            Fact::CriteriaWeights,
            Known::graded((), criteria.grade()),
        )
        .is_some();
    let mut fits = Vec::with_capacity(criteria.weights().len());
    for weighed in criteria.weights() {
        let criterion = weighed.criterion;
        let scored = scores.iter().find(|score| score.criterion == criterion);
        let score = scored.map_or(Known::Unknown, |scored| scored.score);
        let subject = Subject::Item { id: criterion };
        let fit = r
            .require_grade(&VAL_06, (Fact::CriteriaFit, subject), score)
            .map(Score::position);
        match (fit, policy.fit_from()) {
            (None, _) => {}
            (Some(fit), None) => r.classify(&VAL_06, || {
                Evidence::found(Fact::CriteriaFit, fit).of(subject)
            }),
            (Some(fit), Some(least)) => r.require(&VAL_06, fit >= least, || {
                Evidence::share(Fact::CriteriaFit, fit, Bound::AtLeast, least).of(subject)
            }),
        }
        fits.push(CriterionFit { criterion, fit });
    }
    let total = is_own.then(|| total(criteria, &fits)).flatten();
    let is_known = fits.iter().any(|one| one.fit.is_some());
    is_known.then_some(CriteriaFit { fits, total })
}

/// Returns the weighted total of the fits, or `None` if one of them is unknown.
fn total(criteria: &Criteria, fits: &[CriterionFit]) -> Option<Share> {
    let mut total = 0_i128;
    for (weighed, found) in criteria.weights().iter().zip(fits) {
        let (fit, weight) = (found.fit?, i128::from(units(weighed.weight)?));
        let (part, whole) = (i128::from(fit.part()), i128::from(fit.whole()));
        total = total.checked_add(quotient(weight.checked_mul(part)?, whole))?;
    }
    Share::of_amounts(decimal(total), Decimal::ONE_HUNDRED).ok()
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use rust_decimal::Decimal;

    use super::{CriterionScore, FitError, fit};
    use crate::satisfaction::policy::SatisfactionPolicy;
    use crate::satisfaction::sample::{Failure, percent, score};
    use crate::satisfaction::score::Score;
    use crate::satisfaction::value::criteria::{Criteria, Criterion};
    use crate::verdict::Outcome;
    use crate::vocab::known::{Grade, Known};
    use crate::vocab::name::ItemId;
    use crate::vocab::share::Share;

    const POLICY: SatisfactionPolicy = SatisfactionPolicy::standard();

    fn criteria(grade: Grade) -> Result<Criteria, Failure> {
        let weighed = |name, weight: i64| {
            Ok::<_, Failure>(Criterion {
                criterion: ItemId::new(name)?,
                weight: Decimal::from(weight),
            })
        };
        Ok(Criteria::new(
            grade,
            [weighed("speed", 60)?, weighed("price", 40)?],
        )?)
    }

    fn scored(name: &str, score: Known<Score>) -> Result<CriterionScore, Failure> {
        let criterion = ItemId::new(name)?;
        Ok(CriterionScore { criterion, score })
    }

    #[test]
    fn there_is_one_number_only_by_the_customers_own_weights() -> Result<(), Failure> {
        use Grade::{CustomerStated, Estimated, Measured};
        let nine = Known::measured(score("9")?);
        // 60 × 0.9 + 40 × 0.5
        let both = Some(Share::percent(74)?);
        for (weights, price, total, gaps) in [
            (CustomerStated, Known::measured(percent("50")?), both, 0),
            (Measured, Known::customer_stated(percent("50")?), both, 0),
            (Estimated, Known::measured(percent("50")?), None, 1),
            (CustomerStated, Known::estimated(percent("50")?), None, 1),
            (CustomerStated, Known::Unknown, None, 1),
        ] {
            let scores = [scored("price", price)?, scored("speed", nine)?];
            let found = fit(&POLICY, &criteria(weights)?, &scores)?;
            assert_eq!(
                found.findings().gaps().count(),
                gaps,
                "{weights:?} {price:?}"
            );
            let value = found.into_value().ok_or("no value")?;
            assert_eq!(value.total, total, "{weights:?} {price:?}");
            let first = value.fits.first().and_then(|one| one.fit);
            assert_eq!(first, Some(Share::percent(90)?));
        }
        let nothing = fit(&POLICY, &criteria(CustomerStated)?, &[])?;
        assert_eq!(
            (nothing.value(), nothing.findings().gaps().count()),
            (None, 2)
        );
        Ok(())
    }

    #[test]
    fn nothing_and_everything_are_reached() -> Result<(), Failure> {
        for (mark, total) in [("0", Share::NONE), ("10", Share::ALL)] {
            let mark = Known::measured(score(mark)?);
            let scores = [scored("price", mark)?, scored("speed", mark)?];
            let found = fit(&POLICY, &criteria(Grade::Measured)?, &scores)?;
            assert_eq!(
                found.into_value().and_then(|found| found.total),
                Some(total)
            );
        }
        Ok(())
    }

    #[test]
    fn a_fit_is_held_against_a_threshold_if_there_is_one() -> Result<(), Failure> {
        use Outcome::{Breached, Classified, Met};
        let threshold = |percent| Share::percent(percent).map(Some);
        for (mark, least, outcome) in [
            ("0", None, Classified),
            ("10", None, Classified),
            ("0", threshold(50)?, Breached),
            ("4.999", threshold(50)?, Breached),
            ("5", threshold(50)?, Met),
            ("10", threshold(100)?, Met),
            ("9.999", threshold(100)?, Breached),
        ] {
            let scores = [scored("price", Known::measured(score(mark)?))?];
            let found = fit(
                &POLICY.with_fit_from(least)?,
                &criteria(Grade::Measured)?,
                &scores,
            )?;
            let outcomes = found.findings().iter().map(|finding| finding.outcome);
            let told = outcomes.filter(|outcome| !outcome.is_missing());
            assert!(told.eq([outcome]), "{mark} {least:?}");
        }
        Ok(())
    }

    #[test]
    fn scores_go_with_the_criteria() -> Result<(), Failure> {
        let criteria = criteria(Grade::Measured)?;
        let stranger = scored("colour", Known::Unknown)?;
        let criterion = stranger.criterion;
        assert_eq!(
            fit(&POLICY, &criteria, &[stranger]).err(),
            Some(FitError::Stranger { criterion })
        );
        let price = scored("price", Known::Unknown)?;
        let criterion = price.criterion;
        assert_eq!(
            fit(&POLICY, &criteria, &[price, price]).err(),
            Some(FitError::Twice { criterion })
        );
        Ok(())
    }

    #[test]
    fn every_score_that_does_not_go_with_the_criteria_is_refused() -> Result<(), Failure> {
        let scored = |name| scored(name, Known::Unknown);
        let scores = [
            scored("colour")?,
            scored("price")?,
            scored("smell")?,
            scored("colour")?,
            scored("price")?,
        ];
        let refused =
            fit(&POLICY, &criteria(Grade::Measured)?, &scores).map_err(|error| error.to_string());
        let all = "`colour` is no criterion of the customer, give scores by those that are; \
            `smell` is no criterion of the customer, give scores by those that are; \
            each criterion is scored once, got `price` twice";
        assert_eq!(refused.err().as_deref(), Some(all));
        Ok(())
    }
}
