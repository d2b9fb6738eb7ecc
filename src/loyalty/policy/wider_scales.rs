use crate::form::{Gathered, checked};
use crate::loyalty::policy::error::LoyaltyPolicyError;
use crate::vocab::mark::MarkScale;
use crate::vocab::words::{Rating, Stance};

checked! {
    /// The bounds of favourable and unfavourable marks on 1 to 7 and on 0 to 10 (评分界限).
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::loyalty::{LoyaltyPolicy, WiderScales};
    /// use keqing::vocab::mark::{Mark, MarkScale};
    /// use keqing::vocab::words::{Rating, Stance};
    ///
    /// let scales = WiderScales::standard().with_ten(Rating::new(4)?, Rating::new(8)?)?;
    /// let policy = LoyaltyPolicy::standard().with_wider_scales(scales);
    /// assert_eq!(policy.stance(Mark::new(8, MarkScale::ZeroToTen)?), Stance::Favourable);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Copy, Hash)]
    pub struct WiderScales, checked by WiderScales::checked {
        /// The highest mark of 1 to 7 that is unfavourable. It is refused unless it lies below
        /// `seven-favourable-from`.
        seven_unfavourable_to: Rating<1, 7> where [1, 6],
        /// The lowest mark of 1 to 7 that is favourable.
        seven_favourable_from: Rating<1, 7> where [2, 7],
        /// The highest mark of 0 to 10 that is unfavourable. It is refused unless it lies below
        /// `ten-favourable-from`.
        ten_unfavourable_to: Rating<0, 10> where [0, 9],
        /// The lowest mark of 0 to 10 that is favourable.
        ten_favourable_from: Rating<0, 10> where [1, 10],
    }
}

impl WiderScales {
    /// Returns the usual bounds: 6 and 3 of 7, and 9 and 6 of 10.
    #[must_use]
    pub const fn standard() -> Self {
        Self {
            seven_unfavourable_to: LOW_OF_SEVEN,
            seven_favourable_from: HIGH_OF_SEVEN,
            ten_unfavourable_to: LOW_OF_TEN,
            ten_favourable_from: HIGH_OF_TEN,
        }
    }

    /// Sets the highest unfavourable mark and the lowest favourable mark, of 1 to 7.
    ///
    /// # Errors
    ///
    /// [`LoyaltyPolicyError::Stances`] is returned unless the first is below the second.
    pub fn with_seven(
        self,
        unfavourable_to: Rating<1, 7>,
        favourable_from: Rating<1, 7>,
    ) -> Result<Self, LoyaltyPolicyError> {
        Self {
            seven_unfavourable_to: unfavourable_to,
            seven_favourable_from: favourable_from,
            ..self
        }
        .checked()
    }

    /// Sets the highest unfavourable mark and the lowest favourable mark, of 0 to 10.
    ///
    /// # Errors
    ///
    /// [`LoyaltyPolicyError::Stances`] is returned unless the first is below the second.
    pub fn with_ten(
        self,
        unfavourable_to: Rating<0, 10>,
        favourable_from: Rating<0, 10>,
    ) -> Result<Self, LoyaltyPolicyError> {
        Self {
            ten_unfavourable_to: unfavourable_to,
            ten_favourable_from: favourable_from,
            ..self
        }
        .checked()
    }

    /// Returns the stance that a mark of 1 to 7 expresses.
    #[must_use]
    pub fn of_seven(&self, mark: Rating<1, 7>) -> Stance {
        between(mark, self.seven_unfavourable_to, self.seven_favourable_from)
    }

    /// Returns the stance that a mark of 0 to 10 expresses.
    #[must_use]
    pub fn of_ten(&self, mark: Rating<0, 10>) -> Stance {
        between(mark, self.ten_unfavourable_to, self.ten_favourable_from)
    }

    fn checked(self) -> Result<Self, LoyaltyPolicyError> {
        let (low, high) = (self.seven_unfavourable_to, self.seven_favourable_from);
        let mut errors = Gathered::new();
        let seven = in_order(MarkScale::OneToSeven, low, high);
        let (low, high) = (self.ten_unfavourable_to, self.ten_favourable_from);
        let ten = in_order(MarkScale::ZeroToTen, low, high);
        for error in [seven, ten].into_iter().filter_map(Result::err) {
            errors.keep(error);
        }
        errors.settle(|| self)
    }
}

/// Returns the stance of a mark between the bounds of its scale.
#[inline]
pub(super) fn between<const LOW: u8, const HIGH: u8>(
    mark: Rating<LOW, HIGH>,
    unfavourable_to: Rating<LOW, HIGH>,
    favourable_from: Rating<LOW, HIGH>,
) -> Stance {
    if mark >= favourable_from {
        Stance::Favourable
    } else if mark <= unfavourable_to {
        Stance::Unfavourable
    } else {
        Stance::Neutral
    }
}

/// Checks that the favourable marks of a scale lie above the unfavourable ones.
pub(super) fn in_order<const LOW: u8, const HIGH: u8>(
    scale: MarkScale,
    unfavourable_to: Rating<LOW, HIGH>,
    favourable_from: Rating<LOW, HIGH>,
) -> Result<(), LoyaltyPolicyError> {
    if unfavourable_to < favourable_from {
        return Ok(());
    }
    Err(LoyaltyPolicyError::Stances {
        scale,
        unfavourable_to: unfavourable_to.value(),
        favourable_from: favourable_from.value(),
    })
}

const LOW_OF_SEVEN: Rating<1, 7> = match Rating::new(3) {
    Ok(rating) => rating,
    Err(_) => Rating::LOWEST,
};

const HIGH_OF_SEVEN: Rating<1, 7> = match Rating::new(6) {
    Ok(rating) => rating,
    Err(_) => Rating::HIGHEST,
};

const LOW_OF_TEN: Rating<0, 10> = match Rating::new(6) {
    Ok(rating) => rating,
    Err(_) => Rating::LOWEST,
};

const HIGH_OF_TEN: Rating<0, 10> = match Rating::new(9) {
    Ok(rating) => rating,
    Err(_) => Rating::HIGHEST,
};

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::{Rating, Stance, WiderScales};
    use crate::loyalty::policy::LoyaltyPolicy;
    use crate::vocab::mark::{Mark, MarkScale};
    use crate::vocab::words::RatingError;

    #[test]
    fn each_scale_has_its_own_bounds() {
        use Stance::{Favourable, Neutral, Unfavourable};
        let policy = LoyaltyPolicy::standard();
        for (scale, value, expected) in [
            (MarkScale::OneToFive, 1, Unfavourable),
            (MarkScale::OneToFive, 2, Unfavourable),
            (MarkScale::OneToFive, 3, Neutral),
            (MarkScale::OneToFive, 4, Favourable),
            (MarkScale::OneToSeven, 3, Unfavourable),
            (MarkScale::OneToSeven, 4, Neutral),
            (MarkScale::OneToSeven, 5, Neutral),
            (MarkScale::OneToSeven, 6, Favourable),
            (MarkScale::ZeroToTen, 0, Unfavourable),
            (MarkScale::ZeroToTen, 6, Unfavourable),
            (MarkScale::ZeroToTen, 7, Neutral),
            (MarkScale::ZeroToTen, 8, Neutral),
            (MarkScale::ZeroToTen, 9, Favourable),
        ] {
            let stance = Mark::new(value, scale).map(|mark| policy.stance(mark));
            assert_eq!(stance, Ok(expected), "{value} on {scale}");
        }
    }

    #[test]
    fn bounds_out_of_order_are_refused_with_their_scale() -> Result<(), RatingError> {
        let scales = WiderScales::standard();
        let seven = scales.with_seven(Rating::new(5)?, Rating::new(5)?);
        let message =
            "a favourable mark is above an unfavourable one, got 5 and 5 on the scale `1-7`";
        assert_eq!(
            seven.map_err(|error| error.to_string()),
            Err(message.into())
        );
        let ten = scales.with_ten(Rating::new(9)?, Rating::new(8)?);
        let message =
            "a favourable mark is above an unfavourable one, got 8 and 9 on the scale `0-10`";
        assert_eq!(ten.map_err(|error| error.to_string()), Err(message.into()));
        assert!(scales.with_ten(Rating::new(8)?, Rating::new(9)?).is_ok());
        Ok(())
    }
}
