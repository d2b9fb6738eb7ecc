use crate::form::record;
use crate::lifecycle::cards::LIF_13;
use crate::lifecycle::profile::Goal;
use crate::lifecycle::standing::Standing;
use crate::verdict::{Evidence, Fact, Reading, Recorder, Verdict};
use crate::vocab::words::Stage;

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
/// It has to be made for the present stage, and to reach the goal of that stage. Holding the
/// customer is no goal, because a relationship is a movement and not a state.
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
        let goal = strategy.goal == Some(crate::lifecycle::profile::profile(from).goal);
        r.require(&LIF_13, goal, || {
            Evidence::present(Fact::StrategyGoal, goal)
        });
    })
}
