//! The first page: its text in three locales, and the laws that hold for the page of any dossier.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::path::Path;
use std::{env, fs};

use anyhow::{Context, Result, ensure};
use keqing::policy::Policy;
use keqing::review::{Concern, Matter, Page, Review};
use keqing::rulebook;
use keqing::verdict::{Fact, Finding, Render};
use keqing::vocab::words::{Locale, Role};
use serde_json::{Value, json};

use crate::support::reviewed::{embedded, reviewed};

#[test]
fn the_first_page_reads_as_written() -> Result<()> {
    let policy = Policy::standard();
    let review = reviewed(&embedded()?)?;
    for locale in Locale::ALL {
        let page = review.page(&policy).display(locale).to_string();
        let file = format!("tests/it/review/pages/{locale}.txt");
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        if env::var_os("BLESS").is_some() {
            fs::write(&file, &page)?;
        }
        let written = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
        assert_eq!(page, written.replace("\r\n", "\n"), "{locale}");
    }
    Ok(())
}

/// The embedded dossier, and copies of it: without one part, by guesses alone, a year later.
fn dossiers() -> Result<Vec<Value>> {
    let whole = embedded()?;
    let mut all = vec![whole.clone(), guessed(whole.clone())];
    for system in [
        "loyalty",
        "satisfaction",
        "receivable",
        "party",
        "lifecycle",
    ] {
        let mut without = whole.clone();
        if let Some(parts) = without.as_object_mut() {
            parts.remove(system);
        }
        all.push(without);
        let parts = whole.get(system).and_then(Value::as_object);
        for part in parts.into_iter().flat_map(serde_json::Map::keys) {
            let mut without = whole.clone();
            if let Some(facts) = without.get_mut(system).and_then(Value::as_object_mut) {
                facts.remove(part);
            }
            all.push(without);
        }
    }
    let mut later = whole;
    if let Some(stage) = later.pointer_mut("/lifecycle/stage") {
        stage["as-of"] = json!("2026-03-31");
    }
    all.push(later);
    Ok(all)
}

/// The same facts, each of them only a guess.
fn guessed(value: Value) -> Value {
    match value {
        Value::Array(list) => list.into_iter().map(guessed).collect(),
        Value::Object(fields) => {
            let weaker = |(name, value): (String, Value)| match name.as_str() {
                "grade" => (name, json!("estimated")),
                _ => (name, guessed(value)),
            };
            Value::Object(fields.into_iter().map(weaker).collect())
        }
        other => other,
    }
}

/// The reviews of the dossiers that have one.
fn reviews() -> Result<Vec<Review>> {
    let made = dossiers()?
        .iter()
        .filter_map(|one| reviewed(one).ok())
        .collect::<Vec<_>>();
    ensure!(made.len() > 20, "{} reviews", made.len());
    Ok(made)
}

#[test]
fn one_fact_is_one_matter_and_every_finding_hangs_on_one() -> Result<()> {
    for review in reviews()? {
        let matters = review.matters();
        let asks = |finding: &&Finding| finding.is_breach() || finding.is_gap();
        let asked = review.findings().filter(asks).count();
        let hang: usize = matters.iter().map(|matter| matter.findings.len()).sum();
        assert_eq!(hang, asked);
        let lines: BTreeSet<String> = matters
            .iter()
            .map(|matter| {
                format!(
                    "{:?} {:?} {}",
                    matter.topic,
                    matter.fact(),
                    matter.display(Locale::En)
                )
            })
            .collect();
        assert_eq!(lines.len(), matters.len());
        let order = |matter: &Matter<'_>| (matter.concern, Reverse(matter.severity()));
        assert!(matters.is_sorted_by_key(order));
        for matter in &matters {
            let gravest = matter.findings.first().copied();
            assert_eq!(gravest, Some(matter.gravest()));
            let of = |rule| matter.findings.iter().any(|finding| finding.rule == rule);
            assert!(matter.rules.iter().all(|rule| of(*rule)));
            assert!(
                matter
                    .findings
                    .iter()
                    .all(|one| matter.rules.contains(&one.rule))
            );
        }
    }
    Ok(())
}

/// Returns the number at the beginning of the line that counts the rest, or nothing.
fn rest(page: &str) -> usize {
    let counted = page.lines().find(|line| line.starts_with("and "));
    let number = counted.and_then(|line| line.split(' ').nth(1)?.parse().ok());
    number.unwrap_or(0)
}

#[test]
fn a_page_is_short_and_counts_what_it_leaves_out() -> Result<()> {
    let policy = Policy::standard();
    for review in reviews()? {
        let page = review.page(&policy);
        for locale in Locale::ALL {
            let text = page.display(locale).to_string();
            assert!(text.lines().count() <= 45, "{text}");
        }
        let text = page.display(Locale::En).to_string();
        let shown = text.lines().filter(|line| line.starts_with("  ")).count();
        assert!(shown <= Page::LINES, "{text}");
        let all = page.matters.len() + review.contradictions().len();
        assert_eq!(shown + rest(&text), all, "{text}");
        for concern in Concern::ALL {
            let has = page.matters.iter().any(|matter| matter.concern == concern);
            let heading = concern.text().in_locale(Locale::En);
            assert_eq!(text.lines().any(|line| line == heading), has, "{text}");
        }
    }
    Ok(())
}

#[test]
fn every_matter_is_for_one_of_the_four_parties() -> Result<()> {
    let policy = Policy::standard();
    for review in reviews()? {
        let mut seen = BTreeSet::new();
        for role in Role::ALL {
            let page = review.page(&policy).only_for(role);
            assert!(page.matters.iter().all(|matter| matter.is_for(role)));
            seen.extend(
                page.matters
                    .iter()
                    .map(|matter| matter.display(Locale::En).to_string()),
            );
        }
        let all = review.matters();
        let all: BTreeSet<_> = all
            .iter()
            .map(|one| one.display(Locale::En).to_string())
            .collect();
        assert_eq!(seen, all);
    }
    Ok(())
}

#[test]
fn a_rule_tells_each_of_its_findings() -> Result<()> {
    let review = reviewed(&embedded()?)?;
    for card in rulebook::cards() {
        let rule = card.id();
        let found = review
            .findings()
            .filter(|finding| finding.rule == rule)
            .count();
        let text = review.on_rule(rule).display(Locale::En).to_string();
        let told = text
            .lines()
            .filter(|line| line.starts_with("    ") && line.contains(&format!(" {rule} ")));
        assert_eq!(told.count(), found, "{text}");
        assert_eq!(text.contains("says nothing"), found == 0, "{text}");
    }
    Ok(())
}

#[test]
fn a_line_asks_for_what_every_rule_in_it_asks() -> Result<()> {
    let review = reviewed(&embedded()?)?;
    let matters = review.matters();
    let li = |one: &&Matter<'_>| one.fact() == Fact::TieShare && one.findings.len() > 1;
    let matter = matters.iter().find(li).context("the ties of one person")?;
    let line = matter.display(Locale::En).to_string();
    ensure!(
        line.ends_with(
            "70.0 % → bring it down to at most 30.0 % (40.0 points less)  [CON-01 CON-02]"
        ),
        "{line}"
    );
    Ok(())
}

#[test]
fn an_unpaid_invoice_is_to_be_collected_and_a_late_one_was() -> Result<()> {
    let review = reviewed(&embedded()?)?;
    let lines: Vec<String> = review
        .matters()
        .iter()
        .map(|matter| matter.display(Locale::En).to_string())
        .collect();
    for line in [
        "collect INV-9, 52 days late  [REC-03]",
        "INV-8 was paid 25 days late  [REC-03]",
    ] {
        assert!(lines.iter().any(|one| one == line), "{lines:#?}");
    }
    Ok(())
}

#[test]
fn the_readme_shows_the_first_page() -> Result<()> {
    let page = review_of_the_embedded_dossier()?;
    let readme = include_str!("../../../README.md").replace("\r\n", "\n");
    assert!(readme.contains(&format!("```text\n{page}```\n")), "{page}");
    Ok(())
}

fn review_of_the_embedded_dossier() -> Result<String> {
    let review = reviewed(&embedded()?)?;
    Ok(review
        .page(&Policy::standard())
        .display(Locale::En)
        .to_string())
}

#[test]
fn what_is_said_of_the_relationship_is_said_of_the_customer() -> Result<()> {
    let review = reviewed(&embedded()?)?;
    let matters = review.matters();
    for fact in [Fact::Departments, Fact::Recognition] {
        let of_fact = matters.iter().filter(|matter| matter.fact() == fact);
        let rules: Vec<usize> = of_fact.map(|matter| matter.rules.len()).collect();
        assert_eq!(rules, [2], "{fact}");
    }
    Ok(())
}
