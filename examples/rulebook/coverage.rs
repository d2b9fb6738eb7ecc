//! The report on the stories that show each rule.

use std::io::Write;
use std::process::ExitCode;

use keqing::rulebook;
use keqing::verdict::RuleCard;

use crate::stories::{Stories, stories};

/// Prints the breach story of each rule first; fails where a rule is not shown whole.
pub(crate) fn report(output: &mut impl Write) -> anyhow::Result<ExitCode> {
    let stories = stories()?;
    let none = Stories::default();
    let (mut refuse, mut classify, mut incomplete) = (0_usize, 0_usize, 0_usize);
    for card in rulebook::cards() {
        let found = stories.get(&card.id()).unwrap_or(&none);
        if card.decides().can_refuse() {
            refuse = refuse.saturating_add(1);
        } else {
            classify = classify.saturating_add(1);
        }
        line(card, found, output)?;
        if !found.is_complete(card) {
            incomplete = incomplete.saturating_add(1);
        }
    }
    writeln!(output, "not shown whole: {incomplete}")?;
    writeln!(output, "checks that can refuse: {refuse}")?;
    writeln!(output, "types that classify: {classify}")?;
    Ok(if incomplete == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Prints one rule: the stories of its breach, of its opposite and of a gap, and its values.
fn line(card: &RuleCard, found: &Stories, output: &mut impl Write) -> std::io::Result<()> {
    let (breach, met) = found.pair();
    let breach = match breach {
        Some(asked) => asked.story.as_str(),
        None if card.decides().can_refuse() => "NONE",
        None => "-",
    };
    let met = met.map_or("-", |asked| asked.story.as_str());
    let missing = found.missing.first().map_or("-", String::as_str);
    let (id, decides) = (card.id(), card.decides());
    write!(
        output,
        "{id}  {decides:<5}  breached: {breach:<44}  met: {met:<44}  missing: {missing:<44}"
    )?;
    if card.decides().can_classify() {
        let classified = found.classified.first();
        let story = classified.map_or("NONE", |asked| asked.story.as_str());
        write!(output, "  classified: {story}{}", values(found))?;
    }
    let lacking = found.lacking();
    if !lacking.is_empty() {
        write!(output, "  LACKING: {}", lacking.join(", "))?;
    }
    writeln!(output)
}

/// The values that were found, by fact.
fn values(found: &Stories) -> String {
    let mut text = String::new();
    for (fact, (seen, _)) in &found.variants {
        if !seen.is_empty() {
            let seen: Vec<&str> = seen.iter().map(String::as_str).collect();
            text.push_str(&format!(" ({fact}: {})", seen.join(", ")));
        }
    }
    text
}
