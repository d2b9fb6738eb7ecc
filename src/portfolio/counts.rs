use crate::form::record;
use crate::verdict::{Fact, RuleId};
use crate::vocab::words::Stage;

record! {
    /// How many of something are in each stage (各阶段数量).
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::portfolio::StageCounts;
    /// use keqing::vocab::words::Stage;
    ///
    /// let counts: StageCounts = [Stage::Initial, Stage::Stable, Stage::Initial].into_iter().collect();
    /// assert_eq!((counts.of(Stage::Initial), counts.total()), (2, 3));
    /// ```
    #[derive(Copy, Default, Hash)]
    pub struct StageCounts {
        development: u64,
        initial: u64,
        stable: u64,
        strategic: u64,
    }
}

impl StageCounts {
    /// Returns how many are in a stage.
    #[must_use]
    pub const fn of(&self, stage: Stage) -> u64 {
        match stage {
            Stage::Development => self.development,
            Stage::Initial => self.initial,
            Stage::Stable => self.stable,
            Stage::Strategic => self.strategic,
        }
    }

    /// Returns how many are in any stage.
    #[must_use]
    pub fn total(&self) -> u64 {
        Stage::ALL
            .into_iter()
            .fold(0, |total, stage| total.saturating_add(self.of(stage)))
    }
}

impl Extend<Stage> for StageCounts {
    fn extend<I: IntoIterator<Item = Stage>>(&mut self, stages: I) {
        for stage in stages {
            let count = match stage {
                Stage::Development => &mut self.development,
                Stage::Initial => &mut self.initial,
                Stage::Stable => &mut self.stable,
                Stage::Strategic => &mut self.strategic,
            };
            *count = count.saturating_add(1);
        }
    }
}

impl FromIterator<Stage> for StageCounts {
    fn from_iter<I: IntoIterator<Item = Stage>>(stages: I) -> Self {
        let mut counts = Self::default();
        counts.extend(stages);
        counts
    }
}

record! {
    /// A fact that purchases do not tell, and what came of it (缺少的事实).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct Gap {
        /// The rule that asked for it.
        pub rule: RuleId,
        /// The fact.
        pub fact: Fact,
        /// In how many steps the rule asked.
        pub steps: u64,
        /// In how many of them the move could not be decided for want of it, so that the stage was held.
        pub undecided: u64,
    }
}

record! {
    /// What the policy left out of the wallets (剔除数量).
    #[non_exhaustive]
    #[derive(Copy, Default, Hash)]
    pub struct LeftOut {
        /// Suppliers that netted nothing or less, once for each wallet that counts.
        pub suppliers: u64,
        /// Wallets that hold less than the minimum.
        pub small_wallets: u64,
        /// Wallets in which no supplier netted anything.
        pub empty_wallets: u64,
    }
}
