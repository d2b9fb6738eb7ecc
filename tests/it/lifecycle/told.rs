//! Stories of relationships as given, when, then.

use crate::support::told::{because, believed, given, partnership, share};
use keqing::lifecycle::moves::Move;
use keqing::lifecycle::standing::State;
use keqing::verdict::{Decision, Presence};
use keqing::vocab::words::{Cause, Stage};

use Stage::{Development, Initial, Stable, Strategic};

const fn up(to: Stage) -> Move {
    Move::Advance { to }
}

const fn down(to: Stage) -> Move {
    Move::Regress { to }
}

#[test]
fn a_relationship_climbs_one_stage_a_period() {
    given(Development)
        .after(90)
        .on(share(90))
        .on(partnership(Presence::Present))
        .when(up(Stable))
        .then_refused(Decision::Deny, &["LIF-07"])
        .when(up(Initial))
        .then(State::Active(Initial))
        .after(89)
        .when(up(Stable))
        .then_refused(Decision::Deny, &["LIF-07"])
        .after(1)
        .when(up(Stable))
        .then(State::Active(Stable))
        .after(90)
        .when(up(Strategic))
        .then(State::Active(Strategic));
}

#[test]
fn two_steps_on_one_day_are_no_way_around_the_rule() {
    given(Development)
        .after(90)
        .on(share(60))
        .when(up(Initial))
        .then(State::Active(Initial))
        .when(up(Stable))
        .then_refused(Decision::Deny, &["LIF-07"]);
}

#[test]
fn what_is_unknown_leaves_a_move_undecided() {
    given(Stable)
        .on(share(85))
        .when(up(Strategic))
        .then_refused(Decision::Undecided, &["LIF-07", "LIF-06"])
        .after(90)
        .when(up(Strategic))
        .then_refused(Decision::Undecided, &["LIF-06"])
        .on(believed(Presence::Present))
        .when(up(Strategic))
        .then_refused(Decision::Undecided, &["LIF-06"])
        .on(partnership(Presence::Absent))
        .when(up(Strategic))
        .then_refused(Decision::Deny, &["LIF-06"])
        .on(partnership(Presence::Present))
        .when(up(Strategic))
        .then(State::Active(Strategic));
}

#[test]
fn a_fall_is_a_normal_move_with_a_reason() {
    given(Strategic)
        .on(share(85))
        .on(partnership(Presence::Present))
        .when(down(Stable))
        .then_refused(Decision::Deny, &["LIF-06"])
        .on(believed(Presence::Present))
        .when(down(Stable))
        .then_refused(Decision::Undecided, &["LIF-06"])
        .on(share(30))
        .when(down(Initial))
        .then(State::Active(Initial));
}

#[test]
fn an_interruption_has_a_cause_and_is_not_the_end() {
    given(Stable)
        .on(share(0))
        .when(Move::Interrupt)
        .then_refused(Decision::Undecided, &["LIF-08"])
        .on(because(Cause::UnresolvedComplaint))
        .when(Move::Interrupt)
        .then(State::Interrupted(Stable))
        .after(200)
        .when(Move::Recover)
        .then_refused(Decision::Deny, &["LIF-04"])
        .on(share(55))
        .when(Move::Recover)
        .then(State::Active(Initial))
        .when(up(Stable))
        .then_refused(Decision::Deny, &["LIF-07"])
        .after(90)
        .when(up(Stable))
        .then(State::Active(Stable));
}

#[test]
fn to_stay_leaves_everything_as_it_is() {
    given(Stable)
        .on(share(50))
        .when(Move::Hold)
        .then(State::Active(Stable))
        .on(share(49))
        .when(Move::Hold)
        .then_refused(Decision::Deny, &["LIF-05"]);
}
