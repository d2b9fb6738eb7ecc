use core::cmp::Ordering;

use rust_decimal::Decimal;

use crate::vocab::words::words;

words! {
    /// Whether what was perceived reached what was expected (满意状态), least first (SAT-02).
    pub closed enum SatisfactionState {
        /// Less was perceived than expected.
        Dissatisfied = "dissatisfied", "dissatisfied", "不满意", "不滿意";
        /// Just what was expected; counted neither as satisfied nor as dissatisfied.
        Met = "met", "expectation met", "符合期望", "符合期望";
        /// More was perceived than expected.
        Satisfied = "satisfied", "satisfied", "满意", "滿意";
    }
}

impl SatisfactionState {
    /// Tells the state that a gap, perceived less expected, is: zero is met.
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
    /// What satisfaction allows loyalty to be (满意度对忠诚度的制约), least first (SAT-08).
    ///
    /// Satisfaction is necessary and never sufficient: what it supports it does not prove.
    pub closed enum LoyaltySupport {
        /// Dissatisfied time and again: whatever keeps the customer, it is no loyalty.
        Unsupported = "unsupported", "loyalty unsupported", "不足以支撑忠诚", "不足以支撐忠誠";
        /// Nothing in the measurements stands against loyalty.
        Supported = "supported", "loyalty possible", "可支撑忠诚", "可支撐忠誠";
    }
}
