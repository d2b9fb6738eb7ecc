use crate::vocab::words::{Stage, words};

words! {
    /// Our position among the customer's suppliers (供应商地位), lowest first.
    pub open enum SupplierPosition {
        /// We are no supplier yet.
        NonSupplier = "non-supplier", "not a supplier", "非供应商", "非供應商";
        /// We are one of several suppliers, or a candidate.
        Secondary = "secondary", "secondary supplier", "次要或候选供应商", "次要或候選供應商";
        /// We are the first among several suppliers.
        Main = "main", "main supplier", "主要供应商", "主要供應商";
        /// We are the partner.
        Strategic = "strategic", "strategic supplier", "战略供应商", "戰略供應商";
    }
}

impl SupplierPosition {
    /// Returns the position in a stage.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::vocab::words::{Stage, SupplierPosition};
    ///
    /// let position = SupplierPosition::of(Stage::Stable);
    /// assert_eq!((position, position.stage()), (SupplierPosition::Main, Stage::Stable));
    /// ```
    #[must_use]
    pub const fn of(stage: Stage) -> Self {
        match stage {
            Stage::Development => Self::NonSupplier,
            Stage::Initial => Self::Secondary,
            Stage::Stable => Self::Main,
            Stage::Strategic => Self::Strategic,
        }
    }

    /// Returns the stage that this position belongs to.
    #[must_use]
    pub const fn stage(self) -> Stage {
        match self {
            Self::NonSupplier => Stage::Development,
            Self::Secondary => Stage::Initial,
            Self::Main => Stage::Stable,
            Self::Strategic => Stage::Strategic,
        }
    }
}
