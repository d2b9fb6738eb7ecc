//! Acceptances: a finding that somebody with authority lets stand, until the acceptance ends.

#![expect(
    clippy::indexing_slicing,
    reason = "a missing place of a document fails the test"
)]

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use keqing::dossier::Dossier;
use keqing::form::Tree;
use keqing::policy::Policy;
use keqing::review::{AcceptanceState, Concern, Matter, Review, ReviewError, review};
use keqing::rulebook;
use keqing::verdict::{Fact, Finding, Outcome, Render, Severity, SeverityChange, Subject};
use keqing::vocab::words::Locale;
use serde_json::{Value, json};

use crate::support::reviewed::{embedded, reviewed};

/// The embedded dossier with these acceptances alone.
fn with(acceptances: &[Value]) -> Result<Value> {
    let mut dossier = embedded()?;
    dossier["acceptances"] = json!(acceptances);
    Ok(dossier)
}

/// An acceptance of one finding, by a person and until a day.
fn of(finding: &Finding, by: &str, until: &str) -> Value {
    let fact = match finding.outcome {
        Outcome::Missing(fact) => fact,
        _ => finding.evidence.fact,
    };
    json!({
        "rule": finding.rule, "fact": fact, "subject": finding.evidence.subject,
        "reason": "known, and under way", "by": by, "on": "2024-12-01", "until": until,
    })
}

fn is_fixed(finding: &Finding) -> bool {
    let never = |rule| {
        rulebook::card(rule).is_some_and(|card| card.severity_change() == SeverityChange::Never)
    };
    finding.severity == Severity::Bar && never(finding.rule)
}

type Seen = BTreeSet<(Concern, Fact, Subject)>;

fn seen(review: &Review) -> Seen {
    let matters = review.matters();
    matters
        .iter()
        .map(|one| (one.concern, one.fact(), one.subject()))
        .collect()
}

/// The matters that the executive of our side may accept: none of the person's own, nothing that bars for ever,
/// and nothing that another matter shares its fact with.
fn acceptable(review: &Review) -> Vec<Matter<'_>> {
    let all = review.matters();
    let twice = |matter: &Matter<'_>| {
        let same =
            |one: &&Matter<'_>| (one.fact(), one.subject()) == (matter.fact(), matter.subject());
        all.iter().filter(same).count() > 1
    };
    let own = |matter: &Matter<'_>| matches!(matter.subject(), Subject::Person { id, .. } if id.as_str() == "chen-guo");
    let barred = |matter: &Matter<'_>| matter.findings.iter().any(|one| is_fixed(one));
    let kept = all
        .iter()
        .filter(|one| !twice(one) && !own(one) && !barred(one));
    kept.cloned().collect()
}

#[test]
fn an_accepted_matter_changes_its_group_alone_and_comes_back() -> Result<()> {
    let before = reviewed(&with(&[])?)?;
    let whole = seen(&before);
    let matters = acceptable(&before);
    ensure!(matters.len() > 30, "only {}", matters.len());
    for matter in matters {
        let until = |day| -> Result<Review> {
            let findings = matter.findings.iter();
            let all: Vec<Value> = findings.map(|one| of(one, "chen-guo", day)).collect();
            reviewed(&with(&all)?)
        };
        let are = |review: &Review, state| review.acceptances.iter().all(|one| one.state == state);
        let after = until("2025-06-30")?;
        let key = (matter.concern, matter.fact(), matter.subject());
        let mut expected = whole.clone();
        expected.remove(&key);
        expected.insert((Concern::Accepted, matter.fact(), matter.subject()));
        assert_eq!(seen(&after), expected, "{key:?}");
        ensure!(are(&after, AcceptanceState::InForce), "{key:?}");
        ensure!(
            after.findings().eq(before.findings()),
            "an acceptance changes no answer: {key:?}"
        );

        let ended = until("2024-12-30")?;
        assert_eq!(seen(&ended), whole, "{key:?}");
        ensure!(are(&ended, AcceptanceState::Ended), "{key:?}");
    }
    Ok(())
}

#[test]
fn what_no_policy_may_change_is_accepted_by_nobody() -> Result<()> {
    let before = reviewed(&with(&[])?)?;
    let mut tried = 0;
    for finding in before
        .findings()
        .filter(|one| one.is_breach() || one.is_gap())
    {
        if !is_fixed(finding) {
            continue;
        }
        tried += 1;
        let after = reviewed(&with(&[of(finding, "chen-guo", "2025-06-30")])?)?;
        let report = after.acceptances.first().context("no report")?;
        assert_eq!(report.state, AcceptanceState::Barred, "{finding:?}");
        ensure!(report.accepted.is_empty(), "{finding:?}");
        let own = report.findings.first().context("no finding of its own")?;
        assert_eq!((own.rule, own.severity), (finding.rule, Severity::Critical));
        ensure!(seen(&before).is_subset(&seen(&after)), "{finding:?}");
    }
    ensure!(tried > 0, "nothing bars by a rule that is fixed");
    Ok(())
}

/// The state of an acceptance of the lacking deputy, with some fields replaced.
fn state(fields: &Value) -> Result<(AcceptanceState, usize)> {
    let mut acceptance = json!({
        "rule": "CON-05", "fact": "departments", "reason": "the customer has two departments",
        "by": "zhou-tao", "on": "2024-12-01", "until": "2025-06-30",
    });
    for (name, value) in fields.as_object().into_iter().flatten() {
        acceptance[name] = value.clone();
    }
    let review = reviewed(&with(&[acceptance])?)?;
    let report = review.acceptances.first().context("no report")?;
    Ok((report.state, report.findings.len()))
}

#[test]
fn an_acceptance_stands_or_falls_by_its_person_and_its_days() -> Result<()> {
    use AcceptanceState::{Ahead, Ended, Idle, InForce, Unauthorized};
    let rows = [
        (json!({}), InForce),
        (json!({"fact": null}), InForce),
        (json!({"by": "chen-guo"}), InForce),
        // A warning needs a manager of ours.
        (json!({"by": "he-jing"}), Unauthorized),
        (json!({"by": "wang-fang"}), Unauthorized),
        (json!({"until": "2024-12-31"}), InForce),
        (json!({"until": "2024-12-30"}), Ended),
        (json!({"on": "2024-12-31"}), InForce),
        (json!({"on": "2025-01-01"}), Ahead),
        // A policy lets it hold for 366 days at most.
        (json!({"on": "2023-12-31", "until": "2030-01-01"}), InForce),
        (json!({"on": "2023-12-29", "until": "2030-01-01"}), Ended),
        (json!({"fact": "deputy"}), Idle),
        (json!({"subject": {"side": "supplier"}}), Idle),
    ];
    for (fields, expected) in rows {
        let (found, own) = state(&fields).with_context(|| fields.to_string())?;
        assert_eq!(found, expected, "{fields}");
        assert_eq!(own, usize::from(expected == Unauthorized), "{fields}");
    }
    Ok(())
}

#[test]
fn nobody_accepts_what_is_found_of_themselves() -> Result<()> {
    let mut dossier = with(&[])?;
    let people = dossier
        .pointer_mut("/party/parties/supplier-operator/people/0")
        .context("nobody")?;
    ensure!(people["id"] == "li-ming", "{people}");
    people["level"] = json!("executive");
    let plan = json!({
        "rule": "CON-01", "fact": "continuity-plan", "reason": "it is in my head",
        "by": "li-ming", "on": "2024-12-01", "until": "2025-06-30",
    });
    dossier["acceptances"] = json!([plan]);
    let own = reviewed(&dossier)?;
    assert_eq!(
        own.acceptances.first().map(|one| one.state),
        Some(AcceptanceState::Unauthorized)
    );
    dossier["acceptances"][0]["by"] = json!("chen-guo");
    let other = reviewed(&dossier)?;
    assert_eq!(
        other.acceptances.first().map(|one| one.state),
        Some(AcceptanceState::InForce)
    );
    Ok(())
}

#[test]
fn what_is_wrong_with_an_acceptance_has_its_path() -> Result<()> {
    let acceptance = |name: &str, value: Value| {
        let mut acceptance = json!({
            "rule": "CON-05", "reason": "the customer has two departments",
            "by": "zhou-tao", "on": "2024-12-01", "until": "2025-06-30",
        });
        acceptance[name] = value;
        acceptance
    };
    let rows = [
        (
            "rule",
            json!("CON-77"),
            "acceptances[0].rule: no rule of the rulebook is called CON-77",
        ),
        (
            "by",
            json!("zhou-tal"),
            "acceptances[0].by: nobody in the register is named `zhou-tal`, did you mean `zhou-tao`?",
        ),
        (
            "until",
            json!("2024-11-30"),
            "an acceptance of 2024-12-01 holds until 2024-11-30, expected a last day that is not before it",
        ),
        ("reason", json!(" "), "acceptances[0].reason"),
        ("until", Value::Null, "acceptances[0].until"),
    ];
    for (name, value, expected) in rows {
        let dossier = with(&[acceptance(name, value)])?;
        let told = match serde_json::from_value::<Dossier>(dossier) {
            Err(refusal) => refusal.to_string(),
            Ok(dossier) => match review(&Policy::standard(), &dossier) {
                Err(error @ (ReviewError::AcceptedRule { .. } | ReviewError::Person { .. })) => {
                    error.to_string()
                }
                other => format!("{other:?}"),
            },
        };
        ensure!(told.contains(expected), "{name}: {told}");
    }
    Ok(())
}

#[test]
fn a_matter_that_is_accepted_in_part_stays_where_it_is() -> Result<()> {
    let before = reviewed(&with(&[])?)?;
    let matters = before.matters();
    let several = matters
        .iter()
        .filter(|one| one.rules.len() > 1 && !one.findings.iter().any(|f| is_fixed(f)));
    let mut tried = 0;
    for matter in several {
        tried += 1;
        let first = of(matter.gravest(), "chen-guo", "2025-06-30");
        let after = reviewed(&with(&[first])?)?;
        assert_eq!(seen(&after), seen(&before), "{:?}", matter.rules);
    }
    ensure!(tried > 3, "only {tried}");
    Ok(())
}

#[test]
fn the_page_tells_the_day_on_which_the_first_acceptance_ends() -> Result<()> {
    let accept = |rule: &str, until: &str| {
        json!({
            "rule": rule, "fact": "departments", "reason": rule, "by": "chen-guo",
            "on": "2024-12-01", "until": until,
        })
    };
    for (one, other) in [("2025-01-01", "2025-06-30"), ("2025-06-30", "2025-01-01")] {
        let review = reviewed(&with(&[accept("CON-05", one), accept("LIF-14", other)])?)?;
        let page = review
            .page(&Policy::standard())
            .display(Locale::En)
            .to_string();
        let line = page
            .lines()
            .find(|line| line.starts_with("  = "))
            .context("no line")?;
        ensure!(
            line.contains("accepted by chen-guo until 2025-01-01"),
            "{line}"
        );
    }
    Ok(())
}

#[test]
fn a_second_weighing_changes_no_acceptance() -> Result<()> {
    let off: Tree =
        serde_json::from_str(r#"{"party": {"severities": {"CON-05": "none", "ALN-09": "none"}}}"#)?;
    let policy = Policy::overlaid(&Policy::standard(), &off)?;
    let all: Vec<Value> = reviewed(&with(&[])?)?
        .findings()
        .filter(|one| one.is_gap() || one.is_breach())
        .map(|one| of(one, "chen-guo", "2025-06-30"))
        .collect();
    let dossier: Dossier = serde_json::from_value(with(&all)?)?;
    let once = review(&policy, &dossier)?;
    let mut twice = once.clone();
    policy.weigh(&mut twice);
    assert_eq!(twice, once);
    Ok(())
}

#[test]
fn somebody_who_has_left_may_be_the_subject() -> Result<()> {
    let mut dossier = with(&[])?;
    dossier["party"]["parties"]["supplier-operator"]["people"][0]["until"] = json!("2024-12-20");
    dossier["party"]["assignment"]["owner"] = Value::Null;
    dossier["acceptances"] = json!([{
        "rule": "CON-01", "fact": "continuity-plan", "reason": "it is too late for one",
        "subject": {"person": {"side": "supplier", "id": "li-ming"}},
        "by": "chen-guo", "on": "2024-12-28", "until": "2025-06-30",
    }]);
    let review = reviewed(&dossier)?;
    assert_eq!(
        review.acceptances.first().map(|one| one.state),
        Some(AcceptanceState::InForce)
    );
    Ok(())
}

#[test]
fn an_accepted_line_says_whether_the_answer_is_still_a_refusal() -> Result<()> {
    let dossier: Dossier = serde_json::from_value(embedded()?)?;
    for (severity, words) in [
        (json!("bar"), Some("still refused")),
        (
            json!({"escalate": "executive"}),
            Some("still to be decided"),
        ),
        (json!("warning"), None),
    ] {
        let house: Tree =
            serde_json::from_value(json!({"party": {"severities": {"CON-05": severity}}}))?;
        let policy = Policy::overlaid(&Policy::standard(), &house)?;
        let review = review(&policy, &dossier)?;
        let accepted: Vec<String> = review
            .matters()
            .iter()
            .filter(|one| one.concern == Concern::Accepted && one.fact() == Fact::Departments)
            .map(|one| one.display(Locale::En).to_string())
            .collect();
        ensure!(accepted.len() == 1, "{severity}: {accepted:?}");
        let said = ["still refused", "still to be decided"];
        let said = said.into_iter().find(|words| accepted[0].contains(words));
        ensure!(said == words, "{accepted:?}");
    }
    Ok(())
}
