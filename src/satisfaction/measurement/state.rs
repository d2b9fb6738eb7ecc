use core::cmp::Ordering;

use rust_decimal::Decimal;

use crate::vocab::words::words;

words! {
    /// The state of a perceived mark against the expected one (满意状态), least first (SAT-02).
    pub closed enum SatisfactionState {
        /// The perceived mark is below the expected one.
        Dissatisfied = "dissatisfied", "dissatisfied", "不满意", "不滿意";
        /// The two marks are equal; this counts neither as satisfied nor as dissatisfied.
        Met = "met", "expectation met", "符合期望", "符合期望";
        /// The perceived mark is above the expected one.
        Satisfied = "satisfied", "satisfied", "满意", "滿意";
    }
}

impl SatisfactionState {
    /// Returns the state of a gap, perceived less expected; a gap of zero is met.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::satisfaction::measurement::SatisfactionState;
    /// use rust_decimal::Decimal;
    ///
    /// assert_eq!(SatisfactionState::of_gap(Decimal::ZERO), SatisfactionState::Met);
    /// assert_eq!(SatisfactionState::of_gap(Decimal::new(-1, 12)), SatisfactionState::Dissatisfied);
    /// ```
    #[must_use]
    pub fn of_gap(gap: Decimal) -> Self {
        match gap.cmp(&Decimal::ZERO) {
            Ordering::Less => Self::Dissatisfied,
            Ordering::Equal => Self::Met,
            Ordering::Greater => Self::Satisfied,
        }
    }
}

words! {
    /// The limit that satisfaction sets to loyalty (满意度对忠诚度的制约), least first (SAT-08).
    ///
    /// Satisfaction is necessary and never sufficient: it supports loyalty and does not prove it.
    pub closed enum LoyaltySupport {
        /// The customer was disappointed time and again: if it stays, it is not for loyalty.
        Unsupported = "unsupported", "loyalty unsupported", "不足以支撑忠诚", "不足以支撐忠誠";
        /// No measurement stands against loyalty.
        Supported = "supported", "loyalty possible", "可支撑忠诚", "可支撐忠誠";
    }
}
