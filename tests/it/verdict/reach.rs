//! The reach of a table of severities: findings with a field of their own are outside it.

use keqing::form::Tree;
use keqing::oracle::{Question, answer};
use keqing::policy::Policy;
use keqing::rulebook;
use keqing::verdict::Decision;
use serde_json::{Value, json};

use crate::support::errors::Failure;

/// The answer to a question under a policy with this overlay, as JSON.
fn answered(over: &Value, line: &Value) -> Result<Value, Failure> {
    let over: Tree = serde_json::from_value(over.clone())?;
    let policy = Policy::overlaid(&Policy::standard(), &over)?;
    let question: Question = serde_json::from_value(line.clone())?;
    Ok(serde_json::to_value(answer(&policy, &question)?)?)
}

/// The same answer comes under the overlay alone and with each severity for the rule beside it.
fn keeps_its_field(system: &str, rule: &str, over: &Value, line: &Value) -> Result<(), Failure> {
    let card = rulebook::card(rule.parse()?).ok_or("a card")?;
    let fields_of_their_own: Vec<&str> = card
        .set_elsewhere()
        .iter()
        .map(|fact| fact.name())
        .collect();
    let alone = answered(over, line)?;
    let escalated = |authority: &str| json!({"escalate": authority});
    for severity in [
        json!("none"),
        json!("notice"),
        json!("warning"),
        json!("critical"),
        escalated("operator"),
        escalated("executive"),
        json!("bar"),
    ] {
        let mut house = over.clone();
        let fields = house.get_mut(system).and_then(Value::as_object_mut);
        let fields = fields.ok_or("an overlay of the system")?;
        fields.insert("severities".into(), json!({rule: severity}));
        let told = answered(&house, line)?;
        assert_eq!(told.get("decision"), alone.get("decision"), "{house}");
        let findings = |told: &Value| {
            told.get("findings")
                .and_then(Value::as_array)
                .cloned()
                .unwrap_or_default()
        };
        let (before, after) = (findings(&alone), findings(&told));
        assert!(
            !fields_of_their_own.is_empty() && !before.is_empty(),
            "{alone}"
        );
        for finding in before {
            let fact = finding
                .pointer("/evidence/fact")
                .and_then(Value::as_str)
                .unwrap_or_default();
            let is_kept = fields_of_their_own.contains(&fact);
            assert!(
                !is_kept || after.contains(&finding),
                "{finding} in {after:?}"
            );
        }
    }
    Ok(())
}

/// No table opens a release, a hold, a room or a deputy: each has a field of its own.
#[test]
fn what_has_a_field_of_its_own_is_not_in_the_reach_of_a_table() -> Result<(), Failure> {
    let euros = |amount: u32| json!({"amount": amount.to_string(), "currency": "EUR"});
    let known = |value: Value| json!({"value": value, "grade": "measured"});
    let credit = json!({"receivable": {"credit": {"set": {
        "limits": {
            "ordered": "unlimited", "shipped": "unlimited", "invoiced": "unlimited", "overdue": "unlimited",
            "total": {"up-to": [euros(1000)]},
        },
        "held-steps": ["order"], "overdue-hold": 30, "hold-release": "manager", "comparison": "above",
        "releases": {"manager": {"up-to": [euros(500)]}, "executive": {"up-to": [euros(5000)]}},
    }}}});
    for (amount, overdue) in [(900, 0), (1400, 0), (3000, 0), (1_000_000, 0), (900, 31)] {
        let line = json!({
            "ask": "receivable.judge_credit",
            "request": {
                "document": "SO-1", "step": "order", "amount": euros(amount), "prepayment": "nothing",
                "requested-by": "li", "as-of": "2024-05-01", "suspension": known(json!("absent")),
                "exposure": {
                    "ordered": known(euros(0)), "shipped": known(euros(0)), "invoiced": known(euros(0)),
                    "overdue": known(euros(0)), "oldest-overdue": known(json!(overdue)),
                },
            },
        });
        for rule in ["REC-01", "REC-06"] {
            keeps_its_field("receivable", rule, &credit, &line)?;
        }
    }
    let waived = |claim: Option<Value>| {
        json!({
            "ask": "receivable.judge_waiver",
            "request": {
                "subject": "interest", "document": "INV-1", "amount": euros(90), "claim": claim,
                "by": "li", "authority": "operator", "as-of": "2024-05-01", "earlier": known(json!([])),
                "personal-interest": known(json!("absent")), "for-oneself": known(json!("absent")),
                "reason": known(json!("good faith")),
            },
        })
    };
    for claim in [None, Some(known(euros(100)))] {
        keeps_its_field(
            "receivable",
            "REC-05",
            &json!({"receivable": {}}),
            &waived(claim),
        )?;
    }
    for deputy in ["bar", "warning"] {
        let over = json!({"party": {"continuity": {"deputy": deputy}}});
        let line = json!({"ask": "party.judge_assignment", "assignment": {
            "special": known(json!("present")), "owner": known(json!("li")), "deputy": known(json!("none")),
        }});
        keeps_its_field("party", "CON-06", &over, &line)?;
    }
    Ok(())
}

/// A bar that a function states under a milder card is in the reach of the table.
#[test]
fn a_claim_of_loyalty_is_weighed_like_the_others() -> Result<(), Failure> {
    let dislikes =
        json!({"on": "2024-06-20", "grade": "customer-stated", "sign": {"evaluation": 2}});
    let line = json!({
        "ask": "loyalty.judge_claim", "claim": {"grounds": ["repeat-purchase"]},
        "evidence": [dislikes], "as-of": "2024-06-30",
    });
    for (severity, expected) in [
        ("bar", Decision::Deny),
        ("warning", Decision::Deny),
        ("notice", Decision::Permit),
        ("none", Decision::Permit),
    ] {
        let over = json!({"loyalty": {"severities": {"GEN-07": severity}}});
        let told = answered(&over, &line)?;
        assert_eq!(
            told.get("decision"),
            Some(&json!(expected)),
            "{severity}: {told}"
        );
    }
    Ok(())
}
