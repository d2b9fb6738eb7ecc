//! Two reviews of one relationship beside each other.

use anyhow::{Context, Result};
use keqing::review::{CompareError, Comparison, Concern, Review, Turn, compare};
use keqing::verdict::Render;
use keqing::vocab::words::Locale;
use serde_json::{Value, json};

use crate::support::reviewed::{embedded, reviewed};

/// The embedded dossier without an owner, with a partnership, and a year later.
fn others() -> Result<Vec<Review>> {
    let whole = embedded()?;
    let mut unassigned = whole.clone();
    let party = unassigned.get_mut("party").and_then(Value::as_object_mut);
    party.context("the party")?.remove("assignment");
    let mut partners = whole.clone();
    let stage = partners
        .pointer_mut("/lifecycle/stage")
        .and_then(Value::as_object_mut);
    let partnership = json!({"value": "present", "grade": "measured", "on": "2024-12-01"});
    stage
        .context("the stage")?
        .insert("partnership".into(), partnership);
    let mut without_loyalty = whole.clone();
    let parts = without_loyalty.as_object_mut().context("the dossier")?;
    parts.remove("loyalty");
    let all = [whole, unassigned, partners, without_loyalty];
    all.iter().map(reviewed).collect()
}

fn number(of: &Comparison, turn: Turn) -> usize {
    of.turns.iter().filter(|one| one.turn == turn).count()
}

#[test]
fn a_review_beside_itself_has_no_change_and_the_way_back_is_the_way_turned_round() -> Result<()> {
    let reviews = others()?;
    for before in &reviews {
        assert_eq!(compare(before, before)?.turns, []);
        for after in &reviews {
            let (there, back) = (compare(before, after)?, compare(after, before)?);
            for (turn, turned) in [
                (Turn::New, Turn::Gone),
                (Turn::Gone, Turn::New),
                (Turn::Graver, Turn::Milder),
                (Turn::Milder, Turn::Graver),
            ] {
                let lost = match turn {
                    Turn::Gone => number(&there, Turn::Unjudged) - both_of(&there),
                    Turn::Milder => both_of(&there),
                    _ => 0,
                };
                let turned_lost = match turned {
                    Turn::Gone => number(&back, Turn::Unjudged) - both_of(&back),
                    Turn::Milder => both_of(&back),
                    _ => 0,
                };
                assert_eq!(
                    number(&there, turn) + lost,
                    number(&back, turned) + turned_lost
                );
            }
            let grown = number(&there, Turn::New) + before.matters().len();
            let lost = number(&there, Turn::Unjudged) - both_of(&there);
            assert_eq!(
                grown,
                number(&there, Turn::Gone) + lost + after.matters().len()
            );
            assert!(there.turns.is_sorted_by_key(|one| one.turn));
            for one in &there.turns {
                assert_eq!(one.before.is_none(), one.turn == Turn::New);
                assert_eq!(one.was.is_none(), one.turn == Turn::New);
                match one.turn {
                    Turn::Unjudged => assert!(one.is.is_none_or(|is| is == Concern::Unknown)),
                    turn => assert_eq!(one.after.is_none(), turn == Turn::Gone),
                }
            }
            let json = serde_json::to_string(&there)?;
            assert_eq!(serde_json::from_str::<Comparison>(&json)?, there);
        }
    }
    Ok(())
}

/// The number of matters that stood against the relationship, and now lack their fact.
fn both_of(of: &Comparison) -> usize {
    let turns = of.turns.iter();
    turns
        .filter(|one| one.turn == Turn::Unjudged && one.after.is_some())
        .count()
}

#[test]
fn what_nobody_can_judge_any_more_is_not_gone() -> Result<()> {
    let reviews = others()?;
    let [whole, unassigned, _, without_loyalty] = reviews.as_slice() else {
        anyhow::bail!("four reviews")
    };
    for (after, series) in [(unassigned, "CON-06"), (without_loyalty, "GEN")] {
        let changes = compare(whole, after)?;
        let of_series = changes.turns.iter().filter(|one| {
            one.before
                .is_some_and(|one| one.rule.to_string().starts_with(series))
        });
        let turns: Vec<Turn> = of_series.map(|one| one.turn).collect();
        let unjudged = turns.iter().all(|turn| *turn == Turn::Unjudged);
        assert!(unjudged && !turns.is_empty(), "{series}: {turns:?}");
    }
    let text = compare(whole, unassigned)?.display(Locale::En).to_string();
    assert!(
        text.contains("No longer judged, facts are missing\n  ? refused: no deputy is named"),
        "{text}"
    );
    Ok(())
}

#[test]
fn an_acceptance_and_its_end_are_told() -> Result<()> {
    let mut dossier = embedded()?;
    let fields = dossier.as_object_mut().context("the dossier")?;
    fields.insert("acceptances".into(), json!([]));
    let before = reviewed(&dossier)?;
    let deputy = json!([{
        "rule": "CON-06", "fact": "deputy", "reason": "the team is being hired",
        "by": "chen-guo", "on": "2024-12-01", "until": "2025-03-31",
    }]);
    let fields = dossier.as_object_mut().context("the dossier")?;
    fields.insert("acceptances".into(), deputy);
    let after = reviewed(&dossier)?;
    let text =
        |one, other| -> Result<String> { Ok(compare(one, other)?.display(Locale::En).to_string()) };
    let accepted =
        "Milder\n  ▼ Accepted: no deputy is named (supplier side) (before: refused)  [CON-06]\n";
    assert!(
        text(&before, &after)?.ends_with(accepted),
        "{}",
        text(&before, &after)?
    );
    let ended = "(before: Accepted)  [CON-06]\n";
    assert!(
        text(&after, &before)?.ends_with(ended),
        "{}",
        text(&after, &before)?
    );
    Ok(())
}

#[test]
fn a_change_says_what_did_it() -> Result<()> {
    let reviews = others()?;
    let [whole, unassigned, partners, _] = reviews.as_slice() else {
        anyhow::bail!("four reviews")
    };
    let text = |before, after, locale| -> Result<String> {
        Ok(compare(before, after)?.display(locale).to_string())
    };
    let line =
        "+ refused: no deputy is named (supplier side) → name one who is somebody else  [CON-06]";
    assert!(text(unassigned, whole, Locale::En)?.contains(line));
    let gone = text(whole, partners, Locale::En)?;
    assert!(
        gone.contains("− refused: no strategic partnership  [LIF-06]"),
        "{gone}"
    );
    assert!(text(whole, whole, Locale::En)?.ends_with("Nothing has changed.\n"));
    assert!(text(whole, whole, Locale::ZhHant)?.ends_with("沒有變化。\n"));
    Ok(())
}

#[test]
fn reviews_of_two_relationships_or_in_the_wrong_order_are_refused() -> Result<()> {
    let whole = embedded()?;
    let today = reviewed(&whole)?;
    let mut other = today.clone();
    other.between = ["Hangzhou Valves".into(), "Suzhou Looms".into()];
    let strangers = compare(&other, &today).map_err(|error| error.to_string());
    assert_eq!(
        strangers.err().as_deref(),
        Some(
            "the reviews are of two relationships: Hangzhou Valves → Suzhou Looms, and Hangzhou Valves → Ningbo Pumps"
        )
    );
    let mut earlier = today.clone();
    earlier.lifecycle.stage.as_of = "2024-06-30".parse()?;
    let backwards = compare(&today, &earlier);
    let (from, to) = (today.as_of(), earlier.as_of());
    assert_eq!(backwards, Err(CompareError::Backwards { from, to }));
    assert_eq!(
        backwards
            .map_err(|error| error.to_string())
            .err()
            .as_deref(),
        Some(
            "a review of 2024-12-31 cannot be compared with an earlier one of 2024-06-30: give the earlier one first"
        )
    );
    Ok(())
}
