use crate::form::record;
use crate::verdict::{Fact, RuleId};
use crate::vocab::words::Stage;

record! {
    /// The numbers of relationships or pairs in each stage (各阶段数量).
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
    /// Returns the number in a stage.
    #[must_use]
    pub const fn of(&self, stage: Stage) -> u64 {
        match stage {
            Stage::Development => self.development,
            Stage::Initial => self.initial,
            Stage::Stable => self.stable,
            Stage::Strategic => self.strategic,
        }
    }

    /// Returns the number in all stages together.
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
    /// A fact that purchases do not show, and the steps that missed it (缺少的事实).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct Gap {
        /// The rule that needed the fact.
        pub rule: RuleId,
        /// The missing fact.
        pub fact: Fact,
        /// The number of steps in which the rule needed it.
        pub steps: u64,
        /// The number of these steps in which the move stayed undecided without it, so that the
        /// stage was held.
        pub undecided: u64,
    }
}

record! {
    /// The suppliers and wallets that the policy left out (剔除数量).
    #[non_exhaustive]
    #[derive(Copy, Default, Hash)]
    pub struct LeftOut {
        /// The number of suppliers that netted zero or less, once for each wallet that counts.
        pub suppliers: u64,
        /// The number of wallets that hold less than the minimum.
        pub small_wallets: u64,
        /// The number of wallets in which no supplier netted anything.
        pub empty_wallets: u64,
    }
}
