use alloc::boxed::Box;
use alloc::vec::Vec;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use thiserror::Error;

use crate::form::{Gathered, Several, checked, record, several};
use crate::satisfaction::fixed::{decimal, units};
use crate::vocab::known::Grade;
use crate::vocab::name::ItemId;
use crate::vocab::twice::again;

checked! {
    /// The criteria by which a customer judges an offer (评判标准), with their weights (VAL-06).
    ///
    /// Each criterion is named once, no weight is zero, and the weights total 100.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::satisfaction::value::{Criteria, Criterion};
    /// use keqing::vocab::known::Grade;
    ///
    /// let weighed = |name: &str, weight: i64| Ok::<_, Box<dyn std::error::Error>>(Criterion {
    ///     criterion: name.parse()?,
    ///     weight: weight.into(),
    /// });
    /// let both = [weighed("uptime", 70)?, weighed("price", 30)?];
    /// assert!(Criteria::new(Grade::CustomerStated, both).is_ok());
    /// assert!(Criteria::new(Grade::CustomerStated, [weighed("uptime", 70)?]).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Hash)]
    pub struct Criteria, checked by Criteria::checked {
        /// The grade of the evidence for the weights.
        grade: Grade,
        /// The day on which the weights were learnt; without one they are of the day that is asked about.
        #[serde(skip_serializing_if = "Option::is_none")]
        on: Option<NaiveDate>,
        /// The criteria, each once, and their weights, 100 together.
        weights: Vec<Criterion>,
    }
}

impl Criteria {
    /// Makes criteria of their weights and the grade of the evidence for these.
    ///
    /// # Errors
    ///
    /// [`CriteriaError`] is returned when a weight is not above zero or is too fine. It is also
    /// returned when a criterion is named twice, and when the weights do not total 100. It holds the
    /// error of every criterion; a total is made only of criteria without one.
    pub fn new(
        grade: Grade,
        weights: impl IntoIterator<Item = Criterion>,
    ) -> Result<Self, CriteriaError> {
        Self {
            grade,
            on: None,
            weights: weights.into_iter().collect(),
        }
        .checked()
    }

    /// Sets the day on which the weights were learnt.
    #[must_use]
    pub fn with_on(self, on: impl Into<Option<NaiveDate>>) -> Self {
        Self {
            on: on.into(),
            ..self
        }
    }

    /// Returns the day on which the weights were learnt, if it is stated.
    #[must_use]
    pub const fn on(&self) -> Option<NaiveDate> {
        self.on
    }

    /// Returns the grade of the evidence for the weights: the customer gave them, or we guessed.
    #[must_use]
    pub const fn grade(&self) -> Grade {
        self.grade
    }

    /// Returns the criteria, in the order given.
    #[must_use]
    pub fn weights(&self) -> &[Criterion] {
        &self.weights
    }

    pub(crate) fn has(&self, criterion: ItemId) -> bool {
        self.weights.iter().any(|one| one.criterion == criterion)
    }

    fn checked(self) -> Result<Self, CriteriaError> {
        let mut errors = Gathered::new();
        let mut total = 0_i128;
        for one in &self.weights {
            let Criterion { criterion, weight } = *one;
            match units(weight).filter(|units| *units > 0) {
                Some(counted) => total = total.saturating_add(counted.into()),
                None => errors.keep(CriteriaError::Weight { criterion, weight }),
            }
        }
        for criterion in again(self.weights.iter().map(|one| one.criterion)) {
            errors.keep(CriteriaError::Twice { criterion });
        }
        errors.settle(|| ())?;
        let total = decimal(total);
        if total == Decimal::ONE_HUNDRED {
            Ok(self)
        } else {
            Err(CriteriaError::Total { given: total })
        }
    }
}

record! {
    /// One criterion and its weight (标准与权重).
    #[derive(Copy, Hash)]
    pub closed struct Criterion {
        /// The criterion.
        pub criterion: ItemId,
        /// The weight of the criterion, of 100.
        #[serde(with = "crate::vocab::exact")]
        pub weight: Decimal,
    }
}

/// Returned when the weights of criteria make no whole.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum CriteriaError {
    /// Several criteria are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// The weights do not make a whole.
    #[error("the weights total {given}, expected 100")]
    Total {
        /// The total of the weights.
        given: Decimal,
    },
    /// A criterion is named twice.
    #[error("each criterion is named once, got `{criterion}` twice")]
    Twice {
        /// The criterion.
        criterion: ItemId,
    },
    /// A weight is not above zero, or is too fine.
    #[error("a weight is above 0 with at most 12 decimals, got {weight} for `{criterion}`")]
    Weight {
        /// The criterion.
        criterion: ItemId,
        /// The weight given.
        weight: Decimal,
    },
}

several!(pub CriteriaError);

#[cfg(test)]
mod tests {
    use alloc::string::ToString;
    use alloc::vec::Vec;

    use rust_decimal::Decimal;

    use super::{Criteria, CriteriaError, Criterion};
    use crate::satisfaction::sample::{Failure, decimal};
    use crate::vocab::known::Grade;
    use crate::vocab::name::ItemId;

    #[test]
    fn weights_total_a_hundred_to_the_last_decimal() -> Result<(), Failure> {
        let table: [(&[&str], bool); 8] = [
            (&[], false),
            (&["100"], true),
            (&["99.999999999999"], false),
            (&["100.000000000001"], false),
            (&["33.3", "33.3", "33.4"], true),
            (&["100", "0"], false),
            (&["110", "-10"], false),
            (&["99.9999999999999", "0.0000000000001"], false),
        ];
        for (weights, is_whole) in table {
            let mut criteria = Vec::new();
            for (place, weight) in weights.iter().enumerate() {
                criteria.push(Criterion {
                    criterion: ItemId::new(&alloc::format!("c-{place}"))?,
                    weight: decimal(weight)?,
                });
            }
            let made = Criteria::new(Grade::CustomerStated, criteria);
            assert_eq!(made.is_ok(), is_whole, "{weights:?}");
        }
        Ok(())
    }

    #[test]
    fn a_criterion_is_named_once() -> Result<(), Failure> {
        let criterion = ItemId::new("price")?;
        let half = Criterion {
            criterion,
            weight: Decimal::from(50),
        };
        let refused = Criteria::new(Grade::Measured, [half, half]);
        assert_eq!(refused, Err(CriteriaError::Twice { criterion }));
        Ok(())
    }

    #[test]
    fn every_criterion_that_cannot_be_is_refused() -> Result<(), Failure> {
        let weighed = |name, weight| {
            Ok::<_, Failure>(Criterion {
                criterion: ItemId::new(name)?,
                weight: decimal(weight)?,
            })
        };
        let criteria = [
            weighed("price", "50")?,
            weighed("speed", "0")?,
            weighed("price", "70")?,
            weighed("taste", "-1")?,
        ];
        let refused = Criteria::new(Grade::Measured, criteria).map_err(|error| error.to_string());
        let all = "a weight is above 0 with at most 12 decimals, got 0 for `speed`; \
            a weight is above 0 with at most 12 decimals, got -1 for `taste`; \
            each criterion is named once, got `price` twice";
        assert_eq!(refused.err().as_deref(), Some(all), "and no total of them");
        Ok(())
    }
}
