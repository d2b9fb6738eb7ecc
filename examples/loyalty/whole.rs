//! The whole answer about one customer, and the facts that would change it.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use anyhow::Result;
use chrono::NaiveDate;
use keqing::loyalty::kinds::{LoyaltyEvidence, LoyaltySign};
use keqing::loyalty::{LoyaltyFacts, LoyaltyGiven, LoyaltyPicture, LoyaltyPolicy, assess};
use keqing::rulebook;
use keqing::satisfaction::measurement::LoyaltySupport;
use keqing::verdict::{Findings, Presence, Remedy, Render, RuleId};
use keqing::vocab::known::{Grade, Known, Stated};
use keqing::vocab::money::Money;
use keqing::vocab::set::Set;
use keqing::vocab::words::{Instrument, Locale, Rating, Text};

use crate::plain::{plain, section};
use crate::told::Told;
use crate::words;

/// Writes every finding, part by part, then what stands in the way, then what would come of it if some
/// of that were otherwise.
pub(crate) fn answer(
    policy: &LoyaltyPolicy,
    told: &Told<'_>,
    as_of: NaiveDate,
    locale: Locale,
) -> Result<String> {
    let say = |text: Text| text.in_locale(locale);
    let mut text = format!("{}{}\n", say(words::WHOLE), told.name);
    let mut explained = BTreeSet::new();
    let loyalty = &told.loyalty;
    for (title, findings) in [
        (words::PART_RETENTION, told.retention.findings()),
        (words::PART_KINDS, loyalty.kinds.findings()),
        (words::PART_RECOGNITION, loyalty.recognition.findings()),
        (words::PART_LOCK_IN, loyalty.lock_in.findings()),
        (words::BOND, loyalty.bond.findings()),
        (words::PATTERN, loyalty.pattern.findings()),
        (words::REASON_TO_STAY, loyalty.reason_to_stay.findings()),
        (words::PART_PATRONAGE, loyalty.patronage.findings()),
        (words::PART_FOUNDATIONS, loyalty.foundations.findings()),
    ] {
        writeln!(text, "  {}", say(title))?;
        findings_of(&mut text, findings, &mut explained, locale)?;
    }
    writeln!(text, "\n{}", say(words::REMEDIES))?;
    let remedies = told.findings().filter_map(Remedy::of);
    let mut written = BTreeSet::new();
    for remedy in remedies.map(|remedy| remedy.display(locale).to_string()) {
        if !written.contains(&remedy) {
            writeln!(text, "  → {remedy}")?;
            written.insert(remedy);
        }
    }
    writeln!(text)?;
    text.push_str(&what_if(policy, told, as_of, locale)?);
    Ok(text)
}

/// Each finding with its evidence; what a rule states is written where it speaks first.
fn findings_of(
    text: &mut String,
    findings: &Findings,
    explained: &mut BTreeSet<RuleId>,
    locale: Locale,
) -> Result<()> {
    for finding in findings {
        writeln!(text, "    {}", finding.display(locale))?;
        let card = rulebook::card(finding.rule).filter(|card| explained.insert(card.id()));
        if let Some(card) = card {
            writeln!(text, "        {}", card.statement().in_locale(locale))?;
        }
    }
    Ok(())
}

/// Assesses the same customer again, each time with other facts.
fn what_if(
    policy: &LoyaltyPolicy,
    told: &Told<'_>,
    as_of: NaiveDate,
    locale: Locale,
) -> Result<String> {
    let say = |text: Text| text.in_locale(locale).to_owned();
    let named = |text: Option<Text>| say(text.unwrap_or(words::UNKNOWN));
    let free = let_go(told.facts.clone());
    let attached = won(told.facts.clone(), as_of);
    let both = let_go(attached.clone());
    let mut table = plain();
    let header = [
        words::IF,
        words::BOND,
        words::PATTERN,
        words::REASON_TO_STAY,
    ];
    table.set_header(header.map(say));
    for (name, facts) in [
        (words::AS_IT_IS, &told.facts),
        (words::IF_FREE, &free),
        (words::IF_ATTACHED, &attached),
        (words::IF_BOTH, &both),
    ] {
        let LoyaltyPicture {
            bond,
            pattern,
            reason_to_stay,
            ..
        } = assess(policy, facts, &LoyaltyGiven::new(as_of))?;
        table.add_row([
            say(name),
            named(bond.value().map(|bond| bond.text())),
            named(pattern.value().map(|pattern| pattern.text())),
            named(reason_to_stay.value().map(|reason| reason.text())),
        ]);
    }
    Ok(section(&say(words::WHAT_IF), &table))
}

/// The same customer without anything that holds it: no instrument that holds, another supplier to go to,
/// and nothing to pay for going.
fn let_go(mut facts: LoyaltyFacts) -> LoyaltyFacts {
    let named = facts.lock_in.instruments.statements().iter();
    let kept: Set<Instrument> = named
        .flat_map(|statement| statement.value.iter())
        .filter(|instrument| !instrument.holds())
        .collect();
    facts.lock_in.instruments = Stated::measured(kept);
    facts.lock_in.alternatives = Stated::measured(Presence::Present);
    for cost in &mut facts.lock_in.costs {
        cost.amount = Money::zero(cost.amount.currency());
    }
    facts
}

/// The same customer, if it said that it likes us and sees a relationship, and was served so that it
/// could.
fn won(mut facts: LoyaltyFacts, as_of: NaiveDate) -> LoyaltyFacts {
    let likes = LoyaltySign::Evaluation(Rating::HIGHEST.into());
    let said = LoyaltyEvidence::new(as_of, Grade::CustomerStated, likes);
    facts.evidence.push(said);
    facts.recognition.supplier = Stated::measured(Presence::Present);
    facts.recognition.customer = Stated::customer_stated(Presence::Present);
    facts.support = Known::measured(LoyaltySupport::Supported);
    facts.lock_in.prefers_alternative = Stated::customer_stated(Presence::Absent);
    facts
}
