use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::form::{Described, Form, Shape, Tree, is_like_none, record, value_of};
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
        /// The stage for which it is made; `"none"` if it is meant for all of them.
        pub stage: Planned<Stage>,
        /// The goal that it is to reach; `"none"` if it is only to hold the customer.
        pub goal: Planned<Goal>,
    }
}

/// A part of a strategy (策略的一项): unknown, nothing, or a value.
///
/// In JSON `null` and absence are unknown, and nothing is `"none"`.
///
/// # Examples
///
/// ```
/// use keqing::lifecycle::profile::Planned;
/// use keqing::vocab::words::Stage;
///
/// assert_eq!(serde_json::from_str::<Planned<Stage>>(r#""stable""#)?, Stage::Stable.into());
/// assert_eq!(serde_json::from_str::<Planned<Stage>>(r#""none""#)?, Planned::Nothing);
/// assert_eq!(serde_json::from_str::<Planned<Stage>>("null")?, Planned::Unknown);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(
    clippy::exhaustive_enums,
    reason = "a part is unknown, left out or named"
)]
pub enum Planned<T> {
    /// Nobody knows what the strategy says of it.
    #[default]
    Unknown,
    /// The strategy leaves it out.
    Nothing,
    /// The strategy names it.
    Named(T),
}

impl<T> From<T> for Planned<T> {
    fn from(value: T) -> Self {
        Self::Named(value)
    }
}

impl<T: crate::form::Toured> crate::form::Toured for Planned<T> {
    fn tour(&self, spot: &crate::form::Spot<'_>, guest: &mut dyn crate::form::Guest) {
        if let Self::Named(value) = self {
            value.tour(spot, guest);
        }
    }
}

impl<T: Described> Described for Planned<T> {
    const FORM: &'static Form = &Form::new(
        T::FORM.in_code(),
        Shape::Optional(const { &Form::new(T::FORM.in_code(), Shape::OrNone(T::FORM)) }),
    );
}

impl<T: Serialize> Serialize for Planned<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Unknown => serializer.serialize_none(),
            Self::Nothing => serializer.serialize_str("none"),
            Self::Named(value) => value.serialize(serializer),
        }
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Planned<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let tree = Tree::deserialize(deserializer)?;
        if tree == Tree::Null {
            return Ok(Self::Unknown);
        }
        if tree == Tree::from("none") {
            return Ok(Self::Nothing);
        }
        if is_like_none(&tree) {
            let wanted = "for a part of a strategy, expected its value, or `\"none\"` for nothing";
            return Err(D::Error::custom(format_args!("got {tree} {wanted}")));
        }
        value_of(&tree).map(Self::Named).map_err(D::Error::custom)
    }
}

/// Judges whether a strategy may be used (LIF-13).
///
/// It has to be made for the present stage, and to reach the goal of that stage. If the relationship is
/// interrupted, it has to be made for the stage that was interrupted, and to win the customer back.
/// Holding the customer is no goal, because a relationship is a movement and not a state. An unknown stage
/// or goal is missing.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::lifecycle::profile::{Planned, Strategy, judge_strategy, profile};
/// use keqing::lifecycle::standing::{Standing, State};
/// use keqing::verdict::Decision;
/// use keqing::vocab::words::Stage;
///
/// let since = NaiveDate::from_ymd_opt(2024, 1, 1).ok_or("no such date")?;
/// let standing = Standing::open(State::Active(Stage::Initial), since);
/// assert_eq!(judge_strategy(&standing, &Strategy::default()).decision(), Decision::Undecided);
///
/// let made_for_it = Strategy { stage: Stage::Initial.into(), goal: profile(Stage::Initial).goal.into() };
/// assert_eq!(judge_strategy(&standing, &made_for_it).decision(), Decision::Permit);
///
/// let only_to_hold = Strategy { goal: Planned::Nothing, ..made_for_it };
/// assert_eq!(judge_strategy(&standing, &only_to_hold).decision(), Decision::Deny);
/// # Ok::<(), &str>(())
/// ```
pub fn judge_strategy(standing: &Standing, strategy: &Strategy) -> Verdict {
    Verdict::of(|r| {
        made_for(standing.stage(), strategy.stage, r);
        reaches(goal(standing.state()), strategy.goal, r);
    })
}

/// LIF-13: the strategy is made for the stage of the relationship.
fn made_for<R: Recorder>(from: Stage, stage: Planned<Stage>, r: &mut R) {
    let fact = Fact::StrategyStage;
    match stage {
        Planned::Unknown => r.miss(&LIF_13, fact),
        Planned::Nothing => r.refuse(&LIF_13, || Evidence::present(fact, false)),
        Planned::Named(to) => r.require(&LIF_13, to == from, || {
            Evidence::new(fact, Reading::Stages { from, to })
        }),
    }
}

/// LIF-13: the strategy has the goal of the relationship.
fn reaches<R: Recorder>(asked: Goal, goal: Planned<Goal>, r: &mut R) {
    let (fact, asked_for) = (Fact::StrategyGoal, Subject::named(asked.name()));
    if goal == Planned::Unknown {
        return r.miss_of(&LIF_13, fact, asked_for);
    }
    let has_goal = goal == Planned::Named(asked);
    r.require(&LIF_13, has_goal, || {
        Evidence::present(fact, has_goal).of(asked_for)
    });
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{Planned, Strategy, judge_strategy};
    use crate::lifecycle::profile::profile;
    use crate::lifecycle::standing::{Standing, State};
    use crate::verdict::Decision;
    use crate::vocab::words::{Goal, Stage};

    fn decided(
        state: State,
        stage: impl Into<Planned<Stage>>,
        goal: impl Into<Planned<Goal>>,
    ) -> Decision {
        let standing = Standing::open(state, NaiveDate::MIN);
        let (stage, goal) = (stage.into(), goal.into());
        judge_strategy(&standing, &Strategy { stage, goal }).decision()
    }

    #[test]
    fn a_strategy_has_the_goal_of_the_state() {
        let permits =
            |state: State, stage: Stage, goal: Goal| decided(state, stage, goal).is_permit();
        for stage in Stage::ALL {
            for other in Stage::ALL {
                let grows = profile(other).goal;
                let (active, broken) = (State::Active(stage), State::Interrupted(stage));
                assert_eq!(permits(active, stage, grows), stage == other);
                assert_eq!(permits(active, other, grows), stage == other);
                assert!(!permits(active, other, Goal::WinBack));
                assert!(!permits(broken, other, grows));
                assert_eq!(permits(broken, other, Goal::WinBack), stage == other);
            }
        }
    }

    #[test]
    fn what_a_strategy_leaves_out_is_refused_and_what_is_unknown_is_missing() {
        use Decision::{Deny, Undecided};
        use Planned::{Nothing, Unknown};
        for stage in Stage::ALL {
            let (state, grows) = (State::Active(stage), profile(stage).goal);
            assert_eq!(decided(state, stage, Nothing), Deny);
            assert_eq!(decided(state, Nothing, grows), Deny);
            assert_eq!(decided(state, stage, Unknown), Undecided);
            assert_eq!(decided(state, Unknown, grows), Undecided);
            assert_eq!(decided(state, Unknown, Nothing), Deny);
            assert_eq!(decided(state, Unknown, Unknown), Undecided);
        }
    }
}
