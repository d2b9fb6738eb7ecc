use crate::vocab::words::{Stage, words};

words! {
    /// The likelihood of a fall or a break, compared with other stages (风险次序): an order, never a
    /// probability (LIF-11).
    pub closed enum Risk {
        /// There is no business that could be lost.
        NothingToLose = "nothing-to-lose", "nothing to lose yet", "尚无可失", "尚無可失";
        /// The risk is the lowest of the stages: strategic.
        Low = "low", "lowest of the stages", "各阶段中最低", "各階段中最低";
        /// The risk is between the others: stable.
        Medium = "medium", "between the others", "居中", "居中";
        /// The risk is the highest of the stages: initial.
        High = "high", "highest of the stages", "各阶段中最高", "各階段中最高";
    }
}

impl Risk {
    /// Returns the risk of a stage compared with the others.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::vocab::answers::Risk;
    /// use keqing::vocab::words::Stage;
    ///
    /// assert!(Risk::of(Stage::Strategic) < Risk::of(Stage::Initial));
    /// ```
    #[must_use]
    pub const fn of(stage: Stage) -> Self {
        match stage {
            Stage::Development => Self::NothingToLose,
            Stage::Initial => Self::High,
            Stage::Stable => Self::Medium,
            Stage::Strategic => Self::Low,
        }
    }
}
