use crate::form::record;
use crate::lifecycle::cards::LIF_13;
use crate::lifecycle::profile::goal;
use crate::lifecycle::standing::Standing;
use crate::verdict::{Evidence, Fact, Reading, Recorder, Subject, Verdict};
use crate::vocab::words::{Goal, Stage};

record! {
    /// A strategy for a relationship, as far as LIF-13 looks at it (策略): its stage and its goal.
    #[derive(Copy, Default, Hash)]
    #[serde(default)]
    pub closed struct Strategy {
        /// The stage for which it is made; `None` if it is meant for all of them.
        pub stage: Option<Stage>,
        /// The goal that it is to reach; `None` if it is only to hold the customer.
        pub goal: Option<Goal>,
    }
}

/// Judges whether a strategy may be used (LIF-13).
///
/// It has to be made for the present stage, and to reach the goal of that stage. If the relationship is
/// interrupted, it has to be made for the stage that was interrupted, and to win the customer back.
/// Holding the customer is no goal, because a relationship is a movement and not a state.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::lifecycle::profile::{Strategy, judge_strategy, profile};
/// use keqing::lifecycle::standing::{Standing, State};
/// use keqing::verdict::Decision;
/// use keqing::vocab::words::Stage;
///
/// let since = NaiveDate::from_ymd_opt(2024, 1, 1).ok_or("no such date")?;
/// let standing = Standing::open(State::Active(Stage::Initial), since);
/// assert_eq!(judge_strategy(&standing, &Strategy::default()).decision(), Decision::Deny);
///
/// let made_for_it = Strategy { stage: Some(Stage::Initial), goal: Some(profile(Stage::Initial).goal) };
/// assert_eq!(judge_strategy(&standing, &made_for_it).decision(), Decision::Permit);
/// # Ok::<(), &str>(())
/// ```
pub fn judge_strategy(standing: &Standing, strategy: &Strategy) -> Verdict {
    Verdict::of(|r| {
        let from = standing.stage();
        r.require(&LIF_13, strategy.stage == Some(from), || {
            match strategy.stage {
                Some(to) => Evidence::new(Fact::StrategyStage, Reading::Stages { from, to }),
                None => Evidence::present(Fact::StrategyStage, false),
            }
        });
        let asked = goal(standing.state());
        let has_goal = strategy.goal == Some(asked);
        r.require(&LIF_13, has_goal, || {
            Evidence::present(Fact::StrategyGoal, has_goal).of(Subject::named(asked.name()))
        });
    })
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{Strategy, judge_strategy};
    use crate::lifecycle::profile::profile;
    use crate::lifecycle::standing::{Standing, State};
    use crate::vocab::words::{Goal, Stage};

    #[test]
    fn a_strategy_has_the_goal_of_the_state() {
        let permits = |state: State, stage, goal| {
            let standing = Standing::open(state, NaiveDate::MIN);
            let verdict = judge_strategy(&standing, &Strategy { stage, goal });
            verdict.decision().is_permit()
        };
        for stage in Stage::ALL {
            for other in Stage::ALL {
                let grows = Some(profile(other).goal);
                let (active, broken) = (State::Active(stage), State::Interrupted(stage));
                assert_eq!(permits(active, Some(stage), grows), stage == other);
                assert_eq!(permits(active, Some(other), grows), stage == other);
                assert!(!permits(active, Some(other), Some(Goal::WinBack)));
                assert!(!permits(broken, Some(other), grows));
                let wins_back = permits(broken, Some(other), Some(Goal::WinBack));
                assert_eq!(wins_back, stage == other);
            }
            assert!(!permits(State::Active(stage), Some(stage), None));
            assert!(!permits(
                State::Active(stage),
                None,
                Some(profile(stage).goal)
            ));
        }
    }
}
