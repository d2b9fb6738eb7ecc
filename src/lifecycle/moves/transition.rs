use core::fmt;

use serde::Serialize;

use crate::form::choice;
use crate::lifecycle::standing::State;
use crate::vocab::words::Stage;

choice! {
    /// A move that somebody proposes (阶段变动).
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::lifecycle::moves::Move;
    /// use keqing::lifecycle::standing::State;
    /// use keqing::vocab::words::Stage;
    ///
    /// let standing = State::Active(Stage::Initial);
    /// assert_eq!(Move::Advance { to: Stage::Stable }.target(standing), Some(State::Active(Stage::Stable)));
    /// assert_eq!(Move::Advance { to: Stage::Strategic }.target(standing), None);
    /// ```
    #[derive(Copy, Hash, Ord, PartialOrd)]
    pub closed enum Move {
        /// The relationship goes up to a stage.
        Advance {
            /// The stage above.
            to: Stage,
        },
        /// The relationship stays.
        Hold,
        /// The relationship breaks off.
        Interrupt,
        /// The relationship begins again after an interruption.
        Recover,
        /// The relationship falls back to a stage.
        Regress {
            /// The stage below.
            to: Stage,
        },
    }
}

impl Move {
    /// Every move, with every stage that it may name.
    pub const ALL: [Self; 11] = [
        Self::Advance {
            to: Stage::Development,
        },
        Self::Advance { to: Stage::Initial },
        Self::Advance { to: Stage::Stable },
        Self::Advance {
            to: Stage::Strategic,
        },
        Self::Hold,
        Self::Interrupt,
        Self::Recover,
        Self::Regress {
            to: Stage::Development,
        },
        Self::Regress { to: Stage::Initial },
        Self::Regress { to: Stage::Stable },
        Self::Regress {
            to: Stage::Strategic,
        },
    ];

    /// Returns the state to which the table of [`TRANSITIONS`] leads, or `None` if it has no such
    /// move.
    #[must_use]
    pub fn target(self, from: State) -> Option<State> {
        TRANSITIONS
            .iter()
            .find(|row| row.from == from && row.by == self)
            .map(|row| row.to)
    }

    /// Returns whether the table has this move from a state.
    #[must_use]
    #[inline]
    pub fn is_possible(self, from: State) -> bool {
        let moves = POSSIBLE.get(state_place(from)).copied().unwrap_or_default();
        (moves.wrapping_shr(move_place(self))) & 1 == 1
    }

    /// Returns the name of the kind of move, in kebab case.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Advance { .. } => "advance",
            Self::Hold => "hold",
            Self::Interrupt => "interrupt",
            Self::Recover => "recover",
            Self::Regress { .. } => "regress",
        }
    }
}

impl fmt::Display for Move {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Advance { to } | Self::Regress { to } => write!(f, "{} to {to}", self.name()),
            Self::Hold | Self::Interrupt | Self::Recover => f.write_str(self.name()),
        }
    }
}

/// One row of the table: from a state, by a move, to a state (变动表的一行).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Transition {
    /// The state in which the move begins.
    pub from: State,
    /// The move.
    pub by: Move,
    /// The state in which the move ends.
    pub to: State,
}

/// Every move that the lifecycle knows (阶段变动表), stated only here.
///
/// The checks read it, and the diagrams are drawn from it. The constants below it prove three
/// things when the crate is compiled: no stage is skipped upward (LIF-07), every state can be
/// reached, and none is the end (LIF-12).
pub static TRANSITIONS: &[Transition] = &ROWS;

const ROWS: [Transition; 22] = {
    use Stage::{Development, Initial, Stable, Strategic};
    [
        advance(Development, Initial),
        advance(Initial, Stable),
        advance(Stable, Strategic),
        regress(Strategic, Stable),
        regress(Strategic, Initial),
        regress(Stable, Initial),
        interrupt(Development),
        interrupt(Initial),
        interrupt(Stable),
        interrupt(Strategic),
        recover(Development),
        recover(Initial),
        recover(Stable),
        recover(Strategic),
        hold(State::Active(Development)),
        hold(State::Active(Initial)),
        hold(State::Active(Stable)),
        hold(State::Active(Strategic)),
        hold(State::Interrupted(Development)),
        hold(State::Interrupted(Initial)),
        hold(State::Interrupted(Stable)),
        hold(State::Interrupted(Strategic)),
    ]
};

const fn advance(from: Stage, to: Stage) -> Transition {
    Transition {
        from: State::Active(from),
        by: Move::Advance { to },
        to: State::Active(to),
    }
}

const fn regress(from: Stage, to: Stage) -> Transition {
    Transition {
        from: State::Active(from),
        by: Move::Regress { to },
        to: State::Active(to),
    }
}

const fn interrupt(from: Stage) -> Transition {
    Transition {
        from: State::Active(from),
        by: Move::Interrupt,
        to: State::Interrupted(from),
    }
}

/// Whoever comes back by trade is no prospect and no main supplier.
const fn recover(from: Stage) -> Transition {
    Transition {
        from: State::Interrupted(from),
        by: Move::Recover,
        to: State::Active(Stage::Initial),
    }
}

const fn hold(state: State) -> Transition {
    Transition {
        from: state,
        by: Move::Hold,
        to: state,
    }
}

const STATES: usize = State::ALL.len();

/// The table as one set of moves for each state, so that a look-up is a shift and not a search.
const POSSIBLE: [u16; STATES] = {
    let mut possible = [0; STATES];
    let mut rest: &[Transition] = &ROWS;
    while let [row, later @ ..] = rest {
        let (before, after) = possible.split_at_mut(state_place(row.from));
        let _ = before;
        if let [moves, ..] = after {
            *moves |= 1_u16.wrapping_shl(move_place(row.by));
        }
        rest = later;
    }
    possible
};

const fn state_place(state: State) -> usize {
    match state {
        State::Active(stage) => stage as usize,
        State::Interrupted(stage) => 4 | stage as usize,
    }
}

const fn move_place(by: Move) -> u32 {
    match by {
        Move::Advance { to } => to as u32,
        Move::Regress { to } => 4 | to as u32,
        Move::Hold => 8,
        Move::Interrupt => 9,
        Move::Recover => 10,
    }
}

const _: () = {
    assert!(
        no_stage_is_skipped_upward(&ROWS),
        "LIF-07: an advance leads to the next stage"
    );
    assert!(
        reachable_from_development(&ROWS) == (1 << STATES) - 1,
        "every state can be reached"
    );
    assert!(none_is_absorbing(&ROWS), "LIF-12: every state can be left");
};

const fn no_stage_is_skipped_upward(rows: &[Transition]) -> bool {
    let mut rest = rows;
    while let [row, later @ ..] = rest {
        if let (State::Active(from), State::Active(to)) = (row.from, row.to) {
            if to as u8 > (from as u8).saturating_add(1) {
                return false;
            }
        }
        rest = later;
    }
    true
}

const fn reachable_from_development(rows: &[Transition]) -> u32 {
    let mut reached: u32 = 1;
    loop {
        let mut grown = reached;
        let mut rest = rows;
        while let [row, later @ ..] = rest {
            if (grown >> state_place(row.from)) & 1 == 1 {
                grown |= 1_u32.wrapping_shl(state_place(row.to) as u32);
            }
            rest = later;
        }
        if grown == reached {
            return reached;
        }
        reached = grown;
    }
}

const fn none_is_absorbing(rows: &[Transition]) -> bool {
    let mut left: u32 = 0;
    let mut rest = rows;
    while let [row, later @ ..] = rest {
        if state_place(row.from) != state_place(row.to) {
            left |= 1_u32.wrapping_shl(state_place(row.from) as u32);
        }
        rest = later;
    }
    left == (1 << STATES) - 1
}

#[cfg(test)]
mod tests {
    use super::{Move, TRANSITIONS};
    use crate::lifecycle::standing::State;

    #[test]
    fn the_quick_look_up_and_the_table_agree() {
        let mut possible = 0;
        for from in State::ALL {
            for by in Move::ALL {
                assert_eq!(
                    by.is_possible(from),
                    by.target(from).is_some(),
                    "{by} from {from}"
                );
                possible += usize::from(by.is_possible(from));
            }
        }
        assert_eq!(possible, TRANSITIONS.len());
    }
}
