use alloc::boxed::Box;
use alloc::vec::Vec;

use chrono::NaiveDate;
use thiserror::Error;

use crate::form::{Gathered, Several, record, several};
use crate::satisfaction::cards::satisfaction::SAT_12;
use crate::satisfaction::measurement::context::Context;
use crate::verdict::{Assessment, Evidence, Fact, Recorder, Subject};
use crate::vocab::known::{Grade, Known};
use crate::vocab::name::ItemId;
use crate::vocab::twice::again;
use crate::vocab::words::Rating;

record! {
    /// The importance of one driver to the customer in one context (满意度因素评分), SAT-12.
    #[derive(Copy, Hash)]
    pub closed struct DriverRating {
        /// The driver of satisfaction, such as speed, mood or accuracy.
        pub driver: ItemId,
        /// The place and the occasion.
        pub context: Context,
        /// The importance, 1 to 5.
        pub importance: Rating,
        /// The grade of the evidence: the customer said it, or somebody guessed.
        pub grade: Grade,
        /// The day on which it was learnt; without one it is of the day that is asked about.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub on: Option<NaiveDate>,
    }
}

record! {
    /// The drivers of satisfaction in one context (满意度主导因素), the most important first.
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct DriverRanking {
        /// The drivers that the customer rated; of equal ones the first by id.
        pub ranking: Vec<RankedDriver>,
        /// The most important drivers, all of them if several are equal.
        pub dominant: Vec<ItemId>,
    }
}

record! {
    /// One driver in its place (因素排名).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct RankedDriver {
        /// The driver of satisfaction.
        pub driver: ItemId,
        /// The importance of the driver.
        pub importance: Rating,
    }
}

/// Assesses which drivers satisfaction depends on most in one context ([`SAT_12`]).
///
/// In the same house it can be speed at lunch and the mood at dinner. A rating of another context
/// is an error, and is never averaged in. A rating that is only our guess is set aside, and a
/// finding says so. The value is `None` if no other rating is left.
///
/// # Errors
///
/// [`DriverRatingError`] is returned when a rating is of another context, and when a driver is
/// rated twice. It holds the error of every rating.
///
/// # Examples
///
/// ```
/// use keqing::satisfaction::measurement::{Context, DriverRating, satisfaction_drivers};
/// use keqing::vocab::known::Grade;
/// use keqing::vocab::words::Rating;
///
/// let lunch = Context::new("West Lake House", "lunch")?;
/// let rated = |driver: &str, importance| Ok::<_, Box<dyn std::error::Error>>(DriverRating {
///     driver: driver.parse()?,
///     context: lunch,
///     importance: Rating::new(importance)?,
///     grade: Grade::CustomerStated,
///     on: None,
/// });
/// let found = satisfaction_drivers(&lunch, &[rated("mood", 2)?, rated("speed", 5)?])?;
/// let found = found.into_value().ok_or("nothing rated")?;
/// assert_eq!(found.dominant, ["speed".parse()?]);
///
/// let dinner = Context::new("West Lake House", "dinner")?;
/// assert!(satisfaction_drivers(&dinner, &[rated("speed", 5)?]).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn satisfaction_drivers(
    context: &Context,
    ratings: &[DriverRating],
) -> Result<Assessment<DriverRanking>, DriverRatingError> {
    check(context, ratings)?;
    Ok(Assessment::of(|r| consult(ratings, r)))
}

/// Returned when ratings do not belong together.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum DriverRatingError {
    /// A rating is of another context.
    #[error("the rating of `{driver}` is of `{given}`, expected ratings of `{expected}` only")]
    OtherContext {
        /// The driver that was rated.
        driver: ItemId,
        /// The context it was rated in.
        given: Box<Context>,
        /// The context that is asked for.
        expected: Box<Context>,
    },
    /// Several ratings are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// A driver is rated twice.
    #[error("each driver is rated once, got `{driver}` twice")]
    Twice {
        /// The driver that was rated.
        driver: ItemId,
    },
}

several!(pub DriverRatingError);

fn check(context: &Context, ratings: &[DriverRating]) -> Result<(), DriverRatingError> {
    let mut errors = Gathered::new();
    for one in ratings {
        let driver = one.driver;
        if one.context != *context {
            errors.keep(DriverRatingError::OtherContext {
                driver,
                given: Box::new(one.context),
                expected: Box::new(*context),
            });
        }
    }
    let here = ratings.iter().filter(|one| one.context == *context);
    for driver in again(here.map(|one| one.driver)) {
        errors.keep(DriverRatingError::Twice { driver });
    }
    errors.settle(|| ())
}

fn consult<R: Recorder>(ratings: &[DriverRating], r: &mut R) -> Option<DriverRanking> {
    if ratings.is_empty() {
        r.miss(&SAT_12, Fact::SatisfactionDriver);
    }
    let mut ranking = Vec::new();
    for rating in ratings {
        let subject = Subject::Item { id: rating.driver };
        if r.require_grade(
            &SAT_12,
            (Fact::SatisfactionDriver, subject),
            Known::graded((), rating.grade),
        )
        .is_some()
        {
            let (driver, importance) = (rating.driver, rating.importance);
            ranking.push(RankedDriver { driver, importance });
        }
    }
    ranking.sort_unstable_by(|one, next| {
        let by_importance = next.importance.cmp(&one.importance);
        by_importance.then(one.driver.cmp(&next.driver))
    });
    for RankedDriver {
        driver: id,
        importance,
    } in &ranking
    {
        r.classify(&SAT_12, || {
            let importance = u32::from(importance.value());
            let subject = Subject::Item { id: *id };
            Evidence::found(Fact::SatisfactionDriver, importance).of(subject)
        });
    }
    let most = ranking.first()?.importance;
    let dominant = ranking.iter().take_while(|one| one.importance == most);
    Some(DriverRanking {
        dominant: dominant.map(|one| one.driver).collect(),
        ranking,
    })
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;
    use alloc::vec::Vec;

    use super::{DriverRating, DriverRatingError, satisfaction_drivers};
    use crate::satisfaction::sample::{Failure, context};
    use crate::vocab::known::Grade;
    use crate::vocab::name::ItemId;
    use crate::vocab::words::Rating;

    fn rated(driver: &str, importance: u8, grade: Grade) -> Result<DriverRating, Failure> {
        Ok(DriverRating {
            driver: ItemId::new(driver)?,
            context: context("lunch")?,
            importance: Rating::new(importance)?,
            grade,
            on: None,
        })
    }

    #[test]
    fn all_that_matter_most_dominate_and_guesses_do_not() -> Result<(), Failure> {
        use Grade::{CustomerStated, Estimated};
        type Given = (&'static str, u8, Grade);
        let table: [(&[Given], &str, usize); 4] = [
            (&[], "", 1),
            (&[("mood", 5, Estimated)], "", 1),
            (
                &[("speed", 4, CustomerStated), ("mood", 5, Estimated)],
                "speed",
                1,
            ),
            (
                &[("speed", 4, CustomerStated), ("mood", 4, CustomerStated)],
                "mood speed",
                0,
            ),
        ];
        for (given, dominant, gaps) in table {
            let mut ratings = Vec::new();
            for (driver, importance, grade) in given {
                ratings.push(rated(driver, *importance, *grade)?);
            }
            let found = satisfaction_drivers(&context("lunch")?, &ratings)?;
            assert_eq!(found.findings().gaps().count(), gaps, "{given:?}");
            let found = found
                .into_value()
                .map_or(Vec::new(), |found| found.dominant);
            let names: Vec<_> = found.iter().map(ToString::to_string).collect();
            assert_eq!(names.join(" "), dominant, "{given:?}");
        }
        Ok(())
    }

    #[test]
    fn another_context_and_a_repetition_are_refused() -> Result<(), Failure> {
        let speed = rated("speed", 4, Grade::Measured)?;
        let refused = satisfaction_drivers(&context("dinner")?, &[speed]);
        assert!(matches!(
            refused,
            Err(DriverRatingError::OtherContext { .. })
        ));
        let driver = speed.driver;
        assert_eq!(
            satisfaction_drivers(&context("lunch")?, &[speed, speed]).err(),
            Some(DriverRatingError::Twice { driver })
        );
        Ok(())
    }

    #[test]
    fn every_rating_that_does_not_belong_is_refused() -> Result<(), Failure> {
        let rated = |driver| rated(driver, 4, Grade::Measured);
        let elsewhere = |driver| {
            let context = context("dinner")?;
            Ok::<_, Failure>(DriverRating {
                context,
                ..rated(driver)?
            })
        };
        let ratings = [
            rated("speed")?,
            elsewhere("speed")?,
            elsewhere("mood")?,
            rated("taste")?,
            elsewhere("mood")?,
            rated("taste")?,
        ];
        let refused = satisfaction_drivers(&context("lunch")?, &ratings);
        let all = "the rating of `speed` is of `house, dinner`, expected ratings of `house, lunch` only; \
            the rating of `mood` is of `house, dinner`, expected ratings of `house, lunch` only; \
            each driver is rated once, got `taste` twice";
        assert_eq!(
            refused.map_err(|error| error.to_string()).err().as_deref(),
            Some(all)
        );
        Ok(())
    }
}
