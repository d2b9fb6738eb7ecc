use alloc::boxed::Box;
use alloc::vec::Vec;

use chrono::NaiveDate;
use thiserror::Error;

use crate::form::{Gathered, Several, record, several};
use crate::party::parties::OrganizationId;
use crate::satisfaction::cards::value::VAL_01;
use crate::satisfaction::measurement::Context;
use crate::satisfaction::score::{MixedScalesError, Score};
use crate::verdict::{Assessment, Evidence, Fact, Recorder, Subject};
use crate::vocab::known::{Grade, Known};
use crate::vocab::name::ItemId;
use crate::vocab::twice::again;
use crate::vocab::words::words;

words! {
    /// A way in which value is relative (价值的相对性), VAL-01.
    pub closed enum ValueRelativity {
        /// One option is worth more than another.
        Comparable = "comparable", "comparable", "可比较的", "可比較的";
        /// An option is worth more to one customer than to another.
        Personal = "personal", "personal", "个人化的", "個人化的";
        /// An option is worth more under one condition than under another.
        Conditional = "conditional", "conditional", "条件性的", "條件性的";
    }
}

record! {
    /// The worth of one option to one customer under one condition (价值判断), VAL-01.
    #[derive(Copy, Hash)]
    pub closed struct ValueJudgement {
        /// The customer whose judgement it is.
        pub customer: OrganizationId,
        /// The condition under which it was made.
        pub condition: Context,
        /// The option.
        pub option: ItemId,
        /// The worth of the option.
        pub worth: Score,
        /// The grade of the evidence: the customer said it, or somebody guessed.
        pub grade: Grade,
        /// The day on which it was learnt; without one it is of the day that is asked about.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub on: Option<NaiveDate>,
    }
}

record! {
    /// The options in the order of their worth to one customer under one condition (价值排序).
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct ValueRanking {
        /// The customer.
        pub customer: OrganizationId,
        /// The condition.
        pub condition: Context,
        /// The options that the customer judged, the best first; of equal ones the first by id.
        pub ranking: Vec<RankedOption>,
        /// The best options, all of them if several are equal.
        pub best: Vec<ItemId>,
    }
}

record! {
    /// One option in its place (方案排名).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct RankedOption {
        /// The option.
        pub option: ItemId,
        /// The worth of the option.
        pub worth: Score,
    }
}

/// Ranks options by their worth to one customer under one condition ([`VAL_01`]).
///
/// Options can be compared. Customers and conditions cannot, and mixing them is an error. A worth
/// that is only our guess is set aside, and a finding says so. The value is `None` if no other is
/// left.
///
/// # Errors
///
/// [`ValueRankingError`] is returned when the judgements are not of one customer, condition and
/// scale, and when an option is judged twice. It holds the error of every judgement that does not
/// go with the first.
///
/// # Examples
///
/// ```
/// use keqing::party::parties::OrganizationId;
/// use keqing::satisfaction::measurement::Context;
/// use keqing::satisfaction::score::{Scale, Score};
/// use keqing::satisfaction::value::{ValueJudgement, rank_values};
/// use keqing::vocab::known::Grade;
///
/// let scale = Scale::new(0.into(), 10.into())?;
/// let judged = |option: &str, worth: i64| Ok::<_, Box<dyn std::error::Error>>(ValueJudgement {
///     customer: OrganizationId::new("c-1")?,
///     condition: Context::new("Ningbo works", "line stopped")?,
///     option: option.parse()?,
///     worth: Score::new(scale, worth.into())?,
///     grade: Grade::CustomerStated,
///     on: None,
/// });
/// let found = rank_values(&[judged("cheaper part", 3)?, judged("part within the hour", 9)?])?;
/// let found = found.into_value().ok_or("nothing judged")?;
/// assert_eq!(found.best, ["part within the hour".parse()?]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn rank_values(
    judgements: &[ValueJudgement],
) -> Result<Assessment<ValueRanking>, ValueRankingError> {
    check(judgements)?;
    Ok(Assessment::of(|r| consult(judgements, r)))
}

/// Returned when judgements do not belong together.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum ValueRankingError {
    /// Two judgements are on two scales.
    #[error(transparent)]
    MixedScales(#[from] MixedScalesError),
    /// An option is judged twice.
    #[error("each option is judged once, got `{option}` twice")]
    OptionTwice {
        /// The option.
        option: ItemId,
    },
    /// Two judgements were made under two conditions.
    #[error("value under `{left}` and under `{right}` cannot be compared, expected one condition")]
    OtherCondition {
        /// The condition of the first.
        left: Box<Context>,
        /// The condition of the other.
        right: Box<Context>,
    },
    /// Two judgements are of two customers.
    #[error("value to `{left}` and to `{right}` cannot be compared, expected one customer")]
    OtherCustomer {
        /// The customer of the first.
        left: Box<OrganizationId>,
        /// The customer of the other.
        right: Box<OrganizationId>,
    },
    /// Several judgements are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub ValueRankingError);

impl ValueRankingError {
    /// Returns the relativity of value that the judgements ignore; that of the first error if there
    /// are several.
    #[must_use]
    pub const fn relativity(&self) -> ValueRelativity {
        match self {
            Self::MixedScales(_) | Self::OptionTwice { .. } => ValueRelativity::Comparable,
            Self::OtherCondition { .. } => ValueRelativity::Conditional,
            Self::OtherCustomer { .. } => ValueRelativity::Personal,
            Self::Several(several) => several.first().relativity(),
        }
    }
}

fn check(judgements: &[ValueJudgement]) -> Result<(), ValueRankingError> {
    let Some(first) = judgements.first() else {
        return Ok(());
    };
    let mut errors = Gathered::new();
    for one in judgements {
        if one.customer != first.customer {
            let (left, right) = (Box::new(first.customer), Box::new(one.customer));
            errors.keep(ValueRankingError::OtherCustomer { left, right });
        }
        if one.condition != first.condition {
            let (left, right) = (Box::new(first.condition), Box::new(one.condition));
            errors.keep(ValueRankingError::OtherCondition { left, right });
        }
        errors.ask(first.worth.same_scale(one.worth));
    }
    // One that does not belong may judge an option that another one judged.
    let asked = |one: &ValueJudgement| (one.customer, one.condition);
    let belonging = judgements.iter().filter(|one| asked(one) == asked(first));
    for option in again(belonging.map(|one| one.option)) {
        errors.keep(ValueRankingError::OptionTwice { option });
    }
    errors.settle(|| ())
}

fn consult<R: Recorder>(judgements: &[ValueJudgement], r: &mut R) -> Option<ValueRanking> {
    if judgements.is_empty() {
        r.miss(&VAL_01, Fact::ValueConditions);
    }
    let mut ranking = Vec::new();
    for judgement in judgements {
        let (option, worth) = (judgement.option, judgement.worth);
        let subject = Subject::Item { id: option };
        if r.require_grade(
            &VAL_01,
            (Fact::ValueConditions, subject),
            Known::graded((), judgement.grade),
        )
        .is_some()
        {
            ranking.push(RankedOption { option, worth });
        }
    }
    ranking.sort_unstable_by(|one, next| {
        let by_worth = next.worth.value().cmp(&one.worth.value());
        by_worth.then(one.option.cmp(&next.option))
    });
    for RankedOption { option: id, worth } in &ranking {
        r.classify(&VAL_01, || {
            let subject = Subject::Item { id: *id };
            Evidence::found(Fact::ValueConditions, worth.value()).of(subject)
        });
    }
    let most = ranking.first()?.worth;
    let first = judgements.first()?;
    let best = ranking.iter().take_while(|one| one.worth == most);
    Some(ValueRanking {
        customer: first.customer,
        condition: first.condition,
        best: best.map(|one| one.option).collect(),
        ranking,
    })
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;
    use alloc::vec::Vec;

    use super::{ValueJudgement, ValueRelativity, rank_values};
    use crate::party::parties::OrganizationId;
    use crate::satisfaction::sample::{Failure, context, percent, score};
    use crate::vocab::known::Grade;
    use crate::vocab::name::ItemId;

    fn judged(option: &str, worth: &str, grade: Grade) -> Result<ValueJudgement, Failure> {
        Ok(ValueJudgement {
            customer: OrganizationId::new("c-1")?,
            condition: context("peak season")?,
            option: ItemId::new(option)?,
            worth: score(worth)?,
            grade,
            on: None,
        })
    }

    #[test]
    fn the_best_are_the_customers_own_best() -> Result<(), Failure> {
        use Grade::{CustomerStated, Estimated};
        type Given = (&'static str, &'static str, Grade);
        let table: [(&[Given], &str, usize); 4] = [
            (&[], "", 1),
            (&[("a", "9", Estimated)], "", 1),
            (&[("a", "9", Estimated), ("b", "1", CustomerStated)], "b", 1),
            (
                &[("c", "5", CustomerStated), ("b", "5", CustomerStated)],
                "b c",
                0,
            ),
        ];
        for (given, best, gaps) in table {
            let mut judgements = Vec::new();
            for (option, worth, grade) in given {
                judgements.push(judged(option, worth, *grade)?);
            }
            let found = rank_values(&judgements)?;
            assert_eq!(found.findings().gaps().count(), gaps, "{given:?}");
            let found = found.into_value().map_or(Vec::new(), |found| found.best);
            let names: Vec<_> = found.iter().map(ToString::to_string).collect();
            assert_eq!(names.join(" "), best, "{given:?}");
        }
        Ok(())
    }

    #[test]
    fn value_is_personal_and_conditional() -> Result<(), Failure> {
        let one = judged("a", "5", Grade::Measured)?;
        let other = judged("b", "5", Grade::Measured)?;
        let refused = |other| {
            let refused = rank_values(&[one, other]).err();
            refused.map(|error| error.relativity())
        };
        assert_eq!(refused(other), None);
        let customer = OrganizationId::new("c-2")?;
        let of_another = ValueJudgement { customer, ..other };
        assert_eq!(refused(of_another), Some(ValueRelativity::Personal));
        let condition = context("low season")?;
        let under_another = ValueJudgement { condition, ..other };
        assert_eq!(refused(under_another), Some(ValueRelativity::Conditional));
        let worth = percent("5")?;
        let on_another = ValueJudgement { worth, ..other };
        assert_eq!(refused(on_another), Some(ValueRelativity::Comparable));
        assert_eq!(refused(one), Some(ValueRelativity::Comparable));
        Ok(())
    }

    #[test]
    fn every_judgement_that_does_not_belong_is_refused() -> Result<(), Failure> {
        let one = judged("a", "5", Grade::Measured)?;
        let other = ValueJudgement {
            customer: OrganizationId::new("c-2")?,
            condition: context("low season")?,
            ..one
        };
        let on_another = ValueJudgement {
            worth: percent("5")?,
            ..one
        };
        let refused = rank_values(&[one, other, other, on_another]);
        let text = refused.as_ref().map_err(ToString::to_string).err();
        let all = "value to `c-1` and to `c-2` cannot be compared, expected one customer; \
            value under `house, peak season` and under `house, low season` cannot be compared, expected one condition; \
            a score on 0 to 10 and one on 0 to 100 cannot be compared, expected one scale; \
            each option is judged once, got `a` twice";
        assert_eq!(text.as_deref(), Some(all));
        let relativity = refused.map_err(|error| error.relativity());
        assert_eq!(relativity.err(), Some(ValueRelativity::Personal));
        Ok(())
    }
}
