//! The JSON of the lifecycle, of its policy, and the words of portfolios.

use keqing::lifecycle::moves::{Event, Move, TRANSITIONS};
use keqing::lifecycle::placement::{Flag, PeriodShare, Placement, place};
use keqing::lifecycle::profile::{Driver, Planned, Strategy, profile};
use keqing::lifecycle::standing::{Standing, State};
use keqing::lifecycle::wallet::ShareOfWallet;
use keqing::lifecycle::{Boundary, LifecyclePolicy, Requirement, StageFacts, StageGate};
use keqing::portfolio::{Column, Nonpositive, PeriodLength};
use keqing::verdict::{Assessment, Presence, Severity};
use keqing::vocab::answers::{RelationQuality, Risk, Topology, Trajectory};
use keqing::vocab::known::Known;
use keqing::vocab::set::Set;
use keqing::vocab::share::Share;
use keqing::vocab::words::{Cause, Department, Goal, Stage, SupplierPosition, TrustLevel};

use crate::support::errors::{Failure, day};
use crate::support::golden::{golden, refuses, shorter, words, written};

#[test]
fn enumerations_are_words_in_kebab_case() {
    words(
        [Boundary::LowerInclusive, Boundary::UpperInclusive],
        "lower-inclusive upper-inclusive",
    );
    words(
        Driver::ALL.iter().copied(),
        "opportunity trade-terms satisfaction-and-barriers shared-competence",
    );
    words(
        Set::<Flag>::all(),
        "abrupt-fall estimated-share no-demand on-boundary partnership-below-share position-disagrees step-limited strategic-share-without-partnership tied-main",
    );
    words(
        Goal::ALL.iter().copied(),
        "become-supplier become-main-supplier become-long-term-supplier grow-together win-back",
    );
    words(
        RelationQuality::ALL.iter().copied(),
        "transaction cooperation commitment",
    );
    words(
        [Risk::NothingToLose, Risk::Low, Risk::Medium, Risk::High],
        "nothing-to-lose low medium high",
    );
    words(
        SupplierPosition::ALL.iter().copied(),
        "non-supplier secondary main strategic",
    );
    words(
        Topology::ALL.iter().copied(),
        "point-to-point multi-channel department-to-department borderless",
    );
    words(
        [
            Trajectory::Advancing,
            Trajectory::Stagnant,
            Trajectory::Regressing,
            Trajectory::Interrupted,
        ],
        "advancing stagnant regressing interrupted",
    );
    words(Column::ALL, "date buyer market supplier amount");
    words(
        [Nonpositive::KeepWithoutShare, Nonpositive::LeaveOut],
        "keep-without-share leave-out",
    );
    words(PeriodLength::ALL, "month quarter half-year year");
}

#[test]
fn moves_and_events_say_where_they_lead() -> Result<(), Failure> {
    golden(&State::Active(Stage::Initial), r#"{"active": "initial"}"#);
    golden(
        &State::Interrupted(Stage::Stable),
        r#"{"interrupted": "stable"}"#,
    );
    golden(
        &Move::Advance { to: Stage::Stable },
        r#"{"advance": {"to": "stable"}}"#,
    );
    golden(
        &Move::Regress { to: Stage::Initial },
        r#"{"regress": {"to": "initial"}}"#,
    );
    words(
        [Move::Hold, Move::Interrupt, Move::Recover],
        "hold interrupt recover",
    );
    let (from, on) = (Stage::Initial, day("2024-03-31")?);
    golden(
        &Event::Advanced {
            from,
            to: Stage::Stable,
            on,
        },
        r#"{"advanced": {"from": "initial", "to": "stable", "on": "2024-03-31"}}"#,
    );
    golden(
        &Event::Interrupted {
            from,
            cause: Cause::UnmetNeeds,
            on,
        },
        r#"{"interrupted": {"from": "initial", "cause": "unmet-needs", "on": "2024-03-31"}}"#,
    );
    golden(
        &Event::Recovered {
            from: Stage::Strategic,
            to: from,
            on,
        },
        r#"{"recovered": {"from": "strategic", "to": "initial", "on": "2024-03-31"}}"#,
    );
    golden(
        &Event::Regressed {
            from: Stage::Stable,
            to: from,
            on,
        },
        r#"{"regressed": {"from": "stable", "to": "initial", "on": "2024-03-31"}}"#,
    );
    let first = TRANSITIONS.first().ok_or("no transitions")?;
    written(
        first,
        r#"{"from": {"active": "development"}, "by": {"advance": {"to": "initial"}}, "to": {"active": "initial"}}"#,
    );
    Ok(())
}

#[test]
fn a_standing_keeps_its_last_step_and_fall() -> Result<(), Failure> {
    let standing = Standing::open(State::Active(Stage::Initial), day("2024-01-01")?);
    golden(
        &standing,
        r#"{"state": {"active": "initial"}, "since": "2024-01-01", "stepped-up": null, "fell": null}"#,
    );
    shorter(
        r#"{"state": {"active": "initial"}, "since": "2024-01-01"}"#,
        &standing,
    );
    let moved = standing
        .with_step_up(day("2023-01-01")?)?
        .with_fall(day("2024-01-01")?)?;
    golden(
        &moved,
        r#"{"state": {"active": "initial"}, "since": "2024-01-01", "stepped-up": "2023-01-01", "fell": "2024-01-01"}"#,
    );
    golden(
        &Strategy {
            stage: Stage::Initial.into(),
            goal: Planned::Unknown,
        },
        r#"{"stage": "initial", "goal": null}"#,
    );
    golden(
        &Strategy {
            stage: Planned::Nothing,
            goal: Planned::Nothing,
        },
        r#"{"stage": "none", "goal": "none"}"#,
    );
    shorter("{}", &Strategy::default());
    golden(
        &profile(Stage::Strategic),
        r#"{
            "stage": "strategic", "position": "strategic", "driver": "shared-competence",
            "goal": "grow-together", "topology": "borderless", "quality": "commitment"
        }"#,
    );
    Ok(())
}

#[test]
fn facts_are_null_until_they_are_known() -> Result<(), Failure> {
    let mut facts = StageFacts::new(day("2024-12-31")?);
    golden(
        &facts,
        r#"{
            "as-of": "2024-12-31", "bond": null, "cause": null, "departments": null, "executive-tie": null,
            "joint-functions": null, "monitoring": null, "partnership": null, "position": null,
            "recognition": null, "rival-share": null, "share": null, "trade-history": null,
            "trust": {"personal": null, "organizational": null}
        }"#,
    );
    shorter(r#"{"as-of": "2024-12-31"}"#, &facts);
    facts.share = Known::measured(ShareOfWallet::Of(Share::percent(62)?));
    facts.departments = Known::estimated(Department::Sales | Department::Finance);
    facts.partnership = Known::customer_stated(Presence::Absent);
    shorter(
        r#"{
            "as-of": "2024-12-31",
            "share": {"value": {"of": {"part": "31", "whole": "50"}}, "grade": "measured"},
            "departments": {"value": ["sales", "finance"], "grade": "estimated"},
            "partnership": {"value": "absent", "grade": "customer-stated"}
        }"#,
        &facts,
    );
    golden(&ShareOfWallet::NoDemand, r#""no-demand""#);
    shorter(r#"{"of": "0/0"}"#, &ShareOfWallet::NoDemand);
    let share = ShareOfWallet::Of(Share::percent(5)?);
    golden(&share, r#"{"of": {"part": "1", "whole": "20"}}"#);
    golden(
        &PeriodShare {
            period_end: day("2023-12-31")?,
            share,
        },
        r#"{"period-end": "2023-12-31", "share": {"of": {"part": "1", "whole": "20"}}}"#,
    );
    Ok(())
}

#[test]
fn a_placement_tells_everything_at_once() -> Result<(), Failure> {
    let standing = Standing::open(State::Active(Stage::Development), day("2024-01-01")?);
    let mut facts = StageFacts::new(day("2024-12-31")?);
    facts.share = Known::measured(ShareOfWallet::Of(Share::percent(50)?));
    let share = ShareOfWallet::Of(Share::percent(20)?);
    let history = [day("2023-12-31")?, day("2025-01-31")?]
        .map(|period_end| PeriodShare { period_end, share });
    let answer = place(&LifecyclePolicy::standard(), &standing, &facts, &history)?;
    let json = include_str!("../../golden/placement.json");
    golden::<Assessment<Placement>>(&answer, json);
    Ok(())
}

#[test]
fn the_policy_is_written_out_in_full() {
    let json = include_str!("../../golden/lifecycle-policy.json");
    golden(&LifecyclePolicy::standard(), json);
    let refused = |from: &str, to: &str, reason: &str| {
        assert!(json.contains(from), "{from} is not in the policy");
        refuses::<LifecyclePolicy>(&json.replacen(from, to, 1), reason);
    };
    const STABLE: &str = "\"part\": \"1\",\n    \"whole\": \"2\"";
    let cuts = "the cuts must rise from nothing: stable from";
    refused(
        STABLE,
        r#""part": "4", "whole": "5""#,
        &format!("{cuts} 80.0 %, strategic from 80.0 %"),
    );
    refused(
        STABLE,
        r#""part": "9", "whole": "10""#,
        &format!("{cuts} 90.0 %, strategic from 80.0 %"),
    );
    refused(
        STABLE,
        "\"part\": \"0\",\n    \"whole\": \"2\"",
        &format!("{cuts} 0.0 %, strategic from 80.0 %"),
    );
    refused(
        "\"part\": \"4\",\n    \"whole\": \"5\"",
        r#""part": "180", "whole": "100""#,
        "a share is at most 100 %, got 180 of 100",
    );
    refused("lower-inclusive", "inclusive", "`inclusive` is no ");
    refused("\"boundary\"", "\"bounds\"", "unknown field `bounds`");
    refused(
        "\"boundary\": \"lower-inclusive\",",
        "",
        "missing field `boundary`",
    );
    refused(
        "\"assessment-period\": 90",
        "\"assessment-period\": -90",
        "invalid value: integer `-90`",
    );
    refused(
        r#""least": 5"#,
        r#""least": "5""#,
        "invalid type: string \"5\", expected u32",
    );
    refused(
        r#""severity": "notice""#,
        r#""severity": "hint""#,
        "unknown variant `hint`",
    );
}

#[test]
fn a_gate_asks_for_what_it_names() {
    let open = r#"{
        "share-grade": "estimated", "partnership": "none", "departments": "none",
        "executive-tie": "none", "joint-functions": "none", "personal-trust": "none",
        "organizational-trust": "none", "recognition": "none", "loyalty": "none"
    }"#;
    golden(&StageGate::OPEN, open);
    let refused = |given: &str, wrong: &str, because: &str| {
        refuses::<StageGate>(&open.replace(given, wrong), because);
    };
    refused(r#", "loyalty": "none""#, "", "missing field `loyalty`");
    refused(
        r#""loyalty": "none""#,
        r#""loyalty": null"#,
        "got null for a choice of a policy, expected its value",
    );
    refused(
        r#""departments": "none""#,
        r#""departments": null"#,
        "got null for a choice of a policy, expected its value",
    );
    golden(
        &Requirement::new(TrustLevel::First, Severity::Warning),
        r#"{"least": "first", "severity": "warning"}"#,
    );
    refuses::<Requirement<u32>>(r#"{"least": 1}"#, "missing field `severity`");
}
