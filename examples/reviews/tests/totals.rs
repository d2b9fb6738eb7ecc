use anyhow::{Context, Result, ensure};
use keqing::dossier::Dossier;
use keqing::policy::Policy;
use keqing::review::{Concern, Review, review};
use keqing::rulebook;
use keqing::verdict::{Outcome, Render, Severity};
use keqing::vocab::words::Locale;

use super::{EMBEDDED, house, lines, reported};
use crate::house::Outcomes;
use crate::line::{Claim, Held, Stands};
use crate::words;

/// Everything about each dossier, all held at once, which the example never does.
fn slow() -> Result<Vec<Review>> {
    let policy = Policy::standard();
    let each = lines().into_iter().map(|line| {
        let dossier: Dossier = serde_json::from_str(&line)?;
        Ok(review(&policy, &dossier)?)
    });
    each.collect()
}

#[test]
fn the_totals_of_rules_are_those_of_a_second_count() -> Result<()> {
    let (report, _) = reported(lines().join("\n"), &house(), &[])?;
    let reviews = slow()?;
    let mut rules = 0;
    for card in rulebook::cards() {
        let counts = reviews.iter().map(|review| {
            let of = |wanted: fn(&Outcome) -> bool| {
                let findings = review.findings();
                let of_rule = findings.filter(|one| one.rule == card.id() && wanted(&one.outcome));
                u64::try_from(of_rule.count()).unwrap_or_default()
            };
            let breached = of(|outcome| matches!(outcome, Outcome::Breached));
            let missing = of(|outcome| matches!(outcome, Outcome::Missing(_)));
            let met = of(|outcome| matches!(outcome, Outcome::Met));
            [breached, missing, met]
        });
        let counts: Vec<[u64; 3]> = counts.collect();
        let sum = |count: fn(&[u64; 3]) -> u64| counts.iter().map(count).sum::<u64>();
        let findings = Outcomes {
            breached: sum(|[breached, ..]| *breached),
            missing: sum(|[_, missing, _]| *missing),
            met: sum(|[.., met]| *met),
        };
        let relationships = Outcomes {
            breached: sum(|[breached, ..]| u64::from(*breached > 0)),
            missing: sum(|[_, missing, _]| u64::from(*missing > 0)),
            met: sum(|[.., met]| u64::from(*met > 0)),
        };
        let concerned = sum(|[breached, missing, _]| u64::from(breached + missing > 0));
        let of = report.totals.rules.get(&card.id()).copied();
        let of = of.unwrap_or_default();
        assert_eq!(of.findings, findings, "{}", card.id());
        assert_eq!(of.relationships, relationships, "{}", card.id());
        assert_eq!(of.concerned, concerned, "{}", card.id());
        rules += u64::from(concerned > 0);
    }
    ensure!(rules > 10, "the embedded dossiers show something");
    assert_eq!(report.totals.frequent().len(), usize::try_from(rules)?);
    Ok(())
}

#[test]
fn the_other_totals_are_those_of_a_second_count() -> Result<()> {
    let (report, _) = reported(lines().join("\n"), &house(), &[])?;
    let (totals, reviews) = (&report.totals, slow()?);
    assert_eq!(totals.reviewed, u64::try_from(reviews.len())?);
    let sum = |count: &dyn Fn(&Review) -> usize| reviews.iter().map(count).sum::<usize>();
    for (claim, count) in totals.matters.each() {
        let is_of = |concern, severity| match claim {
            Claim::Refused => concern == Concern::Refused,
            Claim::Decision => concern == Concern::Decision,
            Claim::Unknown => concern == Concern::Unknown,
            Claim::Accepted => concern == Concern::Accepted,
            Claim::Critical => concern == Concern::AtRisk && severity == Severity::Critical,
            Claim::Warning => concern == Concern::AtRisk && severity == Severity::Warning,
            Claim::Notice => concern == Concern::AtRisk && severity == Severity::Notice,
        };
        let slow = sum(&|review| {
            let matters = review.matters().into_iter();
            matters
                .filter(|matter| is_of(matter.concern, matter.severity()))
                .count()
        });
        assert_eq!(count, u64::try_from(slow)?, "{claim:?}");
    }
    let topics: u64 = totals.topics.values().sum();
    let matters = sum(&|review| review.matters().len());
    assert_eq!(topics, u64::try_from(matters)?);
    let all = |counts: Vec<u64>| counts.into_iter().sum::<u64>();
    assert_eq!(
        all(totals.stands.values().copied().collect()),
        totals.reviewed
    );
    assert_eq!(
        all(totals.held.values().copied().collect()),
        totals.reviewed
    );
    // One of the seven is interrupted, one has a stage that nobody knows, one is genuine and one is locked in.
    assert_eq!(totals.stands.get(&Stands::Interrupted), Some(&3));
    assert_eq!(totals.stands.get(&Stands::Undecided), Some(&3));
    let bond = |name: &str| Held::ALL.into_iter().find(|one| one.name() == name);
    for name in ["genuine", "locked-in"] {
        let bond = bond(name).context("a bond")?;
        assert_eq!(totals.held.get(&bond), Some(&3), "{name}");
    }
    Ok(())
}

#[test]
fn the_counts_of_a_line_are_those_of_the_first_page() -> Result<()> {
    let (report, _) = reported(EMBEDDED.to_owned(), &house(), &["--json"])?;
    let policy = Policy::standard();
    for line in &report.lines {
        let number = line.place.line.context("a line")?;
        let text = (1..).zip(EMBEDDED.lines());
        let text = text
            .filter(|(place, _)| *place == number)
            .map(|(_, line)| line);
        let dossier: Dossier = serde_json::from_str(&text.collect::<String>())?;
        let review = review(&policy, &dossier)?;
        let page = review.page(&policy).display(Locale::En).to_string();
        for (claim, count) in line.claims.each().filter(|(_, count)| *count > 0) {
            let words = words::counted(claim, count).in_locale(Locale::En);
            assert!(
                page.contains(&format!("{count} {words}")),
                "{words}: {page}"
            );
        }
        assert!(page.contains(&format!("{} met", line.met)), "{page}");
        let gravest = line.gravest.as_ref().context("a matter")?;
        assert!(page.contains(&gravest.in_words(Locale::En)), "{page}");
    }
    Ok(())
}
