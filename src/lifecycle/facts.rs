use crate::form::record;
use crate::lifecycle::moves::Move;
use crate::lifecycle::placement::PeriodShare;
use crate::lifecycle::profile::Strategy;
use crate::lifecycle::stage::StageFacts;
use crate::lifecycle::standing::Standing;
use crate::loyalty::bond::Bond;
use crate::verdict::Presence;
use crate::vocab::known::Known;
use crate::vocab::set::Set;
use crate::vocab::words::{Department, Trust};

record! {
    /// Everything known of where one relationship stands, on the date of its stage facts (生命周期事实).
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::lifecycle::standing::{Standing, State};
    /// use keqing::lifecycle::{LifecycleFacts, StageFacts};
    /// use keqing::vocab::words::Stage;
    ///
    /// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
    /// let standing = Standing::open(State::Active(Stage::Initial), date(2023, 1, 1)?);
    /// let facts = LifecycleFacts::new(standing, StageFacts::new(date(2024, 12, 31)?));
    /// assert!(facts.history.is_empty() && facts.proposed.is_none());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[non_exhaustive]
    pub struct LifecycleFacts {
        /// Where the relationship stands.
        pub standing: Standing,
        /// What bears on the stage, and the date of it all.
        pub stage: StageFacts,
        /// Our shares in earlier periods, oldest first.
        #[serde(default)]
        pub history: alloc::vec::Vec<PeriodShare>,
        /// The move that somebody proposes, if any.
        pub proposed: Option<Move>,
        /// The strategy in use, if there is one.
        pub strategy: Option<Strategy>,
    }
}

impl LifecycleFacts {
    /// Begins with where the relationship stands and what bears on its stage.
    #[must_use]
    pub const fn new(standing: Standing, stage: StageFacts) -> Self {
        Self {
            standing,
            stage,
            history: alloc::vec::Vec::new(),
            proposed: None,
            strategy: None,
        }
    }
}

/// The facts of other systems that bear on the stage (外部事实).
///
/// Each fact counts where the stage facts themselves are silent.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct LifecycleGiven {
    /// Departments of the customer that are in direct contact, by the ties.
    pub departments: Known<Set<Department>>,
    /// Whether the top levels of both sides are tied, by the ties.
    pub executive_tie: Known<Presence>,
    /// Functions that work across both organizations, by the ties.
    pub joint_functions: Known<Set<Department>>,
    /// How far trust reaches, by what people said.
    pub trust: Trust,
    /// Whether the relationship is genuine or locked in.
    pub bond: Known<Bond>,
    /// Whether the customer itself sees a relationship.
    pub recognition: Known<Presence>,
}

impl LifecycleGiven {
    /// Adds what was found to the stage facts, where they are silent.
    #[must_use]
    pub fn fill_in(&self, stage: StageFacts) -> StageFacts {
        StageFacts {
            bond: stage.bond.or(self.bond),
            departments: stage.departments.or(self.departments),
            executive_tie: stage.executive_tie.or(self.executive_tie),
            joint_functions: stage.joint_functions.or(self.joint_functions),
            recognition: stage.recognition.or(self.recognition),
            trust: Trust {
                personal: stage.trust.personal.or(self.trust.personal),
                organizational: stage.trust.organizational.or(self.trust.organizational),
            },
            ..stage
        }
    }
}
