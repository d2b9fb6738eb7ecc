//! The Chinese texts: one sentence in two scripts.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};
use keqing::rulebook;
use keqing::verdict::Fact;
use keqing::vocab::words::{Locale, Text};

/// Characters of which traditional script has two: 關注 and 註明 are both 注.
const TWO_FORMS: [char; 1] = ['注'];

/// A text in traditional script uses no character that this rulebook writes otherwise there.
///
/// Both Chinese texts of a card are the same sentence. A character that most of them change from one script to the
/// other is changed in all of them.
#[test]
fn traditional_texts_have_no_simplified_character() -> Result<()> {
    let texts = texts();
    let (mut changed, mut kept) = (BTreeMap::<char, u32>::new(), BTreeMap::<char, u32>::new());
    let mut pairs = 0_usize;
    for (_, hans, hant) in &texts {
        if hans.chars().count() != hant.chars().count() {
            continue;
        }
        pairs = pairs.saturating_add(1);
        for (one, other) in hans.chars().zip(hant.chars()) {
            let tally = if one == other {
                &mut kept
            } else {
                &mut changed
            };
            let count = tally.entry(one).or_default();
            *count = count.saturating_add(1);
        }
    }
    ensure!(
        pairs > 150,
        "only {pairs} texts have both scripts character by character"
    );
    let count = |tally: &BTreeMap<char, u32>, one: char| tally.get(&one).copied().unwrap_or(0);
    let mut wrong = Vec::new();
    for (name, _, hant) in &texts {
        for one in hant.chars() {
            if count(&changed, one) > count(&kept, one) && !TWO_FORMS.contains(&one) {
                wrong.push(format!("{name}: {one} in {hant}"));
            }
        }
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// Every title, statement and name of a fact: what it is of, and its text in both scripts.
fn texts() -> Vec<(String, &'static str, &'static str)> {
    let both = |name: String, text: Text| {
        (
            name,
            text.in_locale(Locale::ZhHans),
            text.in_locale(Locale::ZhHant),
        )
    };
    let cards = rulebook::cards().flat_map(|card| {
        [card.title(), card.statement()].map(|text| both(card.id().to_string(), text))
    });
    let facts = Fact::ALL
        .iter()
        .map(|fact| both(fact.to_string(), fact.text()));
    cards.chain(facts).collect()
}
