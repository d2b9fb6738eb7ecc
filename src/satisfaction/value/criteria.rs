use alloc::vec::Vec;

use rust_decimal::Decimal;
use thiserror::Error;

use crate::form::{checked, record};
use crate::satisfaction::fixed::{decimal, units};
use crate::vocab::known::Grade;
use crate::vocab::name::ItemId;

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
    /// returned when a criterion is named twice, and when the weights do not total 100.
    pub fn new(
        grade: Grade,
        weights: impl IntoIterator<Item = Criterion>,
    ) -> Result<Self, CriteriaError> {
        Self {
            grade,
            weights: weights.into_iter().collect(),
        }
        .checked()
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
        let mut total = 0_i128;
        let mut left = self.weights.as_slice();
        while let [one, rest @ ..] = left {
            let Criterion { criterion, weight } = *one;
            let refused = CriteriaError::Weight { criterion, weight };
            let counted = units(weight).filter(|units| *units > 0).ok_or(refused)?;
            total = total.saturating_add(counted.into());
            if rest.iter().any(|other| other.criterion == criterion) {
                return Err(CriteriaError::Twice { criterion });
            }
            left = rest;
        }
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
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum CriteriaError {
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

#[cfg(test)]
mod tests {
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
}
