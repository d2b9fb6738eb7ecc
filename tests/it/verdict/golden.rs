//! The JSON of findings and of what they decide.

use keqing::rulebook;
use keqing::verdict::{
    Assessment, Authority, Bound, Change, Decision, Document, Evidence, Fact, Finding, Findings,
    Outcome, Presence, Reading, Remedy, RuleId, RuleKind, RuleSet, Severity, Subject, Verdict,
};
use keqing::vocab::known::Grade;
use keqing::vocab::set::Set;
use keqing::vocab::share::Share;
use keqing::vocab::time::Days;
use keqing::vocab::words::{Department, FeatureTier, Role, Side, Stage, TrustLevel};
use rust_decimal::Decimal;

use crate::support::errors::{Failure, day};
use crate::support::golden::{golden, shorter, words, written};

fn finding() -> Result<Finding, Failure> {
    let evidence = Evidence::share(
        Fact::Share,
        Share::new(468, 1000)?,
        Bound::AtLeast,
        Share::percent(50)?,
    );
    Ok(Finding::new(
        "LIF-05".parse()?,
        Severity::Bar,
        Outcome::Breached,
        evidence,
    ))
}

pub(crate) const FINDING: &str = r#"{
    "rule": "LIF-05",
    "severity": "bar",
    "outcome": "breached",
    "evidence": {
        "fact": "share",
        "subject": "relationship",
        "reading": {
            "share": {
                "observed": {"part": "117", "whole": "250"},
                "bound": "at-least",
                "required": {"part": "1", "whole": "2"}
            }
        }
    }
}"#;

#[test]
fn enumerations_are_words_in_kebab_case() {
    words(
        Authority::ALL,
        "operator team-lead manager senior-manager director vice-president executive committee board",
    );
    words(
        [
            Bound::AtLeast,
            Bound::AtMost,
            Bound::Exactly,
            Bound::LessThan,
            Bound::MoreThan,
        ],
        "at-least at-most exactly less-than more-than",
    );
    words(
        Document::ALL,
        "strengthening management misconceptions contact stages",
    );
    words([Presence::Absent, Presence::Present], "absent present");
    words(
        [Decision::Permit, Decision::Undecided, Decision::Deny],
        "permit undecided deny",
    );
    golden(
        &Decision::Escalate(Authority::Manager),
        r#"{"escalate": "manager"}"#,
    );
}

#[test]
fn what_has_a_size_is_written_with_it() {
    words(
        [
            Severity::Notice,
            Severity::Warning,
            Severity::Critical,
            Severity::Bar,
        ],
        "notice warning critical bar",
    );
    golden(
        &Severity::Escalate(Authority::Executive),
        r#"{"escalate": "executive"}"#,
    );
    words(
        [Outcome::Met, Outcome::Breached, Outcome::Inapplicable],
        "met breached inapplicable",
    );
    golden(
        &Outcome::Missing(Fact::TieShare),
        r#"{"missing": "tie-share"}"#,
    );
    let names: Vec<&str> = Fact::ALL.iter().map(|fact| fact.name()).collect();
    words(Fact::ALL.iter().copied(), &names.join(" "));
    words(
        [
            RuleKind::AntiPattern,
            RuleKind::Definition,
            RuleKind::Metric,
            RuleKind::Process,
            RuleKind::Rule,
            RuleKind::Taxonomy,
            RuleKind::Threshold,
        ],
        "anti-pattern definition metric process rule taxonomy threshold",
    );
}

#[test]
fn readings_say_what_was_observed_and_required() -> Result<(), Failure> {
    let bound = Bound::AtMost;
    golden(&Reading::Nothing, r#""nothing""#);
    golden(
        &Reading::Count {
            observed: 1,
            bound,
            required: 0,
        },
        r#"{"count": {"observed": 1, "bound": "at-most", "required": 0}}"#,
    );
    golden(
        &Reading::Date {
            observed: day("2024-02-29")?,
            bound,
            required: day("2024-01-01")?,
        },
        r#"{"date": {"observed": "2024-02-29", "bound": "at-most", "required": "2024-01-01"}}"#,
    );
    golden(
        &Reading::Days {
            observed: Days::new(5),
            bound,
            required: Days::new(90),
        },
        r#"{"days": {"observed": 5, "bound": "at-most", "required": 90}}"#,
    );
    golden(
        &Reading::Departments {
            observed: Set::empty(),
            required: Department::Technology | Department::Finance,
        },
        r#"{"departments": {"observed": [], "required": ["finance", "technology"]}}"#,
    );
    Ok(())
}

#[test]
fn readings_of_other_kinds_are_named_after_them() -> Result<(), Failure> {
    let (bound, half) = (Bound::AtMost, Share::percent(50)?);
    golden(
        &Reading::FeatureTier {
            observed: FeatureTier::Delight,
            required: FeatureTier::Basic,
        },
        r#"{"feature-tier": {"observed": "delight", "required": "basic"}}"#,
    );
    golden(
        &Reading::Grade {
            observed: Grade::Estimated,
            required: Grade::Measured,
        },
        r#"{"grade": {"observed": "estimated", "required": "measured"}}"#,
    );
    golden(
        &Reading::Number {
            observed: Decimal::new(-120, 2),
            bound,
            required: Decimal::ZERO,
        },
        r#"{"number": {"observed": "-1.20", "bound": "at-most", "required": "0"}}"#,
    );
    golden(
        &Reading::Presence {
            observed: Presence::Absent,
            required: Presence::Present,
        },
        r#"{"presence": {"observed": "absent", "required": "present"}}"#,
    );
    golden(
        &Reading::Share {
            observed: half,
            bound,
            required: Share::NONE,
        },
        r#"{"share": {"observed": {"part": "1", "whole": "2"}, "bound": "at-most", "required": {"part": "0", "whole": "1"}}}"#,
    );
    golden(
        &Reading::Stages {
            from: Stage::Initial,
            to: Stage::Strategic,
        },
        r#"{"stages": {"from": "initial", "to": "strategic"}}"#,
    );
    golden(
        &Reading::Trust {
            observed: TrustLevel::Absent,
            required: TrustLevel::Full,
        },
        r#"{"trust": {"observed": "absent", "required": "full"}}"#,
    );
    Ok(())
}

#[test]
fn evidence_says_whose_fact_it_is() -> Result<(), Failure> {
    golden(&Subject::Relationship, r#""relationship""#);
    golden(&Subject::Side(Side::Customer), r#"{"side": "customer"}"#);
    let day = chrono::NaiveDate::from_ymd_opt(2024, 5, 6).ok_or("no such date")?;
    golden(&Subject::Day(day), r#"{"day": "2024-05-06"}"#);
    golden(
        &Subject::Role(Role::SupplierOperator),
        r#"{"role": "supplier-operator"}"#,
    );
    let person = Subject::Person {
        side: Side::Supplier,
        id: "li-na".parse()?,
    };
    golden(
        &person,
        r#"{"person": {"side": "supplier", "id": "li-na"}}"#,
    );
    let evidence = Evidence::present(Fact::Partnership, false);
    golden(
        &evidence,
        r#"{"fact": "partnership", "subject": "relationship", "reading": {"presence": {"observed": "absent", "required": "present"}}}"#,
    );
    let bare = Evidence::new(Fact::Share, Reading::Nothing);
    shorter(r#"{"fact": "share"}"#, &bare);
    Ok(())
}

#[test]
fn a_verdict_is_its_decision_and_its_findings() -> Result<(), Failure> {
    golden(&finding()?, FINDING);
    golden(&Findings::new(), "[]");
    golden(&Findings::from(vec![finding()?]), &format!("[{FINDING}]"));
    golden(
        &Verdict::new([]),
        r#"{"decision": "permit", "findings": []}"#,
    );
    let verdict = Verdict::new([finding()?]);
    golden(
        &verdict,
        &format!(r#"{{"decision": "deny", "findings": [{FINDING}]}}"#),
    );
    golden(
        &verdict.tally(),
        r#"{"decision": "deny", "breached": ["LIF-05"], "missing": []}"#,
    );
    let assessment: Assessment<Stage> = Assessment::new(Some(Stage::Stable), []);
    golden(&assessment, r#"{"value": "stable", "findings": []}"#);
    golden(
        &Assessment::<u8>::new(None, []),
        r#"{"value": null, "findings": []}"#,
    );
    golden(&RuleSet::EMPTY, "[]");
    let set: Vec<RuleId> = verdict.tally().breached.iter().collect();
    golden(&set, r#"["LIF-05"]"#);
    Ok(())
}

#[test]
fn a_remedy_is_its_rule_its_fact_and_its_change() -> Result<(), Failure> {
    golden(
        &Remedy::of(&finding()?),
        r#"{
            "rule": "LIF-05", "fact": "share", "subject": "relationship",
            "change": {"reach-share": {"from": {"part": "117", "whole": "250"}, "bound": "at-least", "to": {"part": "1", "whole": "2"}}}
        }"#,
    );
    golden(
        &Change::Learn { grade: None },
        r#"{"learn": {"grade": null}}"#,
    );
    shorter(r#"{"learn": {}}"#, &Change::Learn { grade: None });
    golden(
        &Change::Learn {
            grade: Some(Grade::Measured),
        },
        r#"{"learn": {"grade": "measured"}}"#,
    );
    golden(&Change::Establish, r#""establish""#);
    golden(&Change::Remove, r#""remove""#);
    let bound = Bound::AtLeast;
    golden(
        &Change::ReachCount {
            from: 1,
            bound,
            to: 3,
        },
        r#"{"reach-count": {"from": 1, "bound": "at-least", "to": 3}}"#,
    );
    golden(
        &Change::ReachNumber {
            from: Decimal::new(-5, 1),
            bound,
            to: Decimal::ZERO,
        },
        r#"{"reach-number": {"from": "-0.5", "bound": "at-least", "to": "0"}}"#,
    );
    Ok(())
}

#[test]
fn a_change_says_how_far_it_goes() -> Result<(), Failure> {
    golden(
        &Change::Wait {
            days: Days::new(30),
        },
        r#"{"wait": {"days": 30}}"#,
    );
    golden(
        &Change::Hasten { days: Days::new(3) },
        r#"{"hasten": {"days": 3}}"#,
    );
    golden(
        &Change::Involve {
            departments: Department::Quality.into(),
        },
        r#"{"involve": {"departments": ["quality"]}}"#,
    );
    golden(
        &Change::BuildTrust {
            to: TrustLevel::Full,
        },
        r#"{"build-trust": {"to": "full"}}"#,
    );
    golden(
        &Change::CountLower {
            to: FeatureTier::Expected,
        },
        r#"{"count-lower": {"to": "expected"}}"#,
    );
    golden(
        &Change::Reconsider {
            from: Stage::Initial,
            to: Stage::Strategic,
        },
        r#"{"reconsider": {"from": "initial", "to": "strategic"}}"#,
    );
    golden(
        &Change::Redate {
            bound: Bound::AtLeast,
            to: day("2024-01-31")?,
        },
        r#"{"redate": {"bound": "at-least", "to": "2024-01-31"}}"#,
    );
    Ok(())
}

#[test]
fn a_card_is_written_in_every_language() -> Result<(), Failure> {
    let card = rulebook::card("LIF-08".parse()?).ok_or("no card")?;
    written(
        card,
        r#"{
            "id": "LIF-08", "kind": "taxonomy", "decides": "both", "severity": "bar", "severity-change": "never",
            "title": {"en": "Four trajectories", "zh-Hans": "四种走势", "zh-Hant": "四種走勢"},
            "statement": {
                "en": "The share advances, stagnates, regresses or is interrupted, against the one at the start of the window; not to grow beyond the tolerance is a sign, unless no more than that is left to gain. An interruption waits for its cause.",
                "zh-Hans": "份额与期初相比，或上升，或停滞，或倒退，或中断；增长未超过容差是一种信号，除非所余空间已在容差之内。中断须待原因查明。",
                "zh-Hant": "份額與期初相比，或上升，或停滯，或倒退，或中斷；增長未超過容差是一種信號，除非所餘空間已在容差之內。中斷須待原因查明。"
            },
            "source": {"document": "stages", "section": "目錄之後的導言"},
            "code": "vocab::answers::Trajectory", "since": "0.1.0"
        }"#,
    );
    written(
        &card.source(),
        r#"{"document": "stages", "section": "目錄之後的導言"}"#,
    );
    Ok(())
}
