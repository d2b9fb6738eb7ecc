use crate::form::record;
use crate::lifecycle::moves::Move;
use crate::lifecycle::placement::PeriodShare;
use crate::lifecycle::profile::Strategy;
use crate::lifecycle::stage::StageFacts;
use crate::lifecycle::standing::Standing;
use crate::verdict::Presence;
use crate::vocab::known::Known;
use crate::vocab::set::Set;
use crate::vocab::words::{Bond, Department, Trust};

record! {
    /// The facts about the stage of one relationship, on the date of its stage facts (生命周期事实).
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
        /// The standing of the relationship.
        pub standing: Standing,
        /// The facts that bear on the stage, with their date.
        pub stage: StageFacts,
        /// Our shares in earlier periods, in any order. A period that ends after the facts is ignored.
        #[serde(default)]
        pub history: alloc::vec::Vec<PeriodShare> => with_history,
        /// The move that somebody proposes, if any.
        pub proposed: Option<Move> => with_proposed,
        /// The strategy in use, if there is one.
        pub strategy: Option<Strategy> => with_strategy,
    }
}

impl LifecycleFacts {
    /// Makes facts of a standing and of the facts that bear on its stage.
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
/// Each fact counts if the stage facts are silent on it.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct LifecycleGiven {
    /// The departments of the customer that are in direct contact, by the ties.
    pub departments: Known<Set<Department>>,
    /// The tie between the top levels of both sides.
    pub executive_tie: Known<Presence>,
    /// The functions that work across both organizations, by the ties.
    pub joint_functions: Known<Set<Department>>,
    /// The trust between both sides, by the words of their people.
    pub trust: Trust,
    /// The bond: genuine, mixed, locked in or none.
    pub bond: Known<Bond>,
    /// The customer's own view of the relationship.
    pub recognition: Known<Presence>,
}

impl LifecycleGiven {
    /// Adds these facts to the stage facts, if those are silent.
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
