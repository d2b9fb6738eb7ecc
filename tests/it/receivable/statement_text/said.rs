//! The sentences of a statement, and accounts that are unlike the embedded one.

use anyhow::{Context, Result, ensure};
use keqing::receivable::statement::StatementTopic;
use keqing::verdict::Render;
use keqing::vocab::words::Locale;
use serde_json::{Value, json};

use super::parts::Told;
use super::{EMBEDDED, stated, statements, told};

/// An account in which one invoice of March 2023 falls due, with other fields.
fn account(others: &Value) -> Result<Value> {
    let amount = |amount: &str| json!({"amount": amount, "currency": "EUR"});
    let mut account = json!({
        "customer": "Ningbo Pumps",
        "currency": "EUR",
        "invoices": [{
            "id": "INV-1",
            "amounts": {"untaxed": amount("100.00"), "tax": amount("0.00")},
            "dates": {"invoice": "2023-03-01"},
            "due": "2023-03-31",
        }],
    });
    let fields = account.as_object_mut().context("an object")?;
    let others = others.as_object().context("an object")?;
    fields.extend(others.clone());
    Ok(account)
}

/// The sentences on the next step of an account on a day.
fn next_step(others: &Value, as_of: &str) -> Result<String> {
    let stated = told(&account(others)?, None, as_of)?;
    let parts = Told::of(&stated);
    Ok(parts.part(StatementTopic::NextStep)?.sentences.join(" "))
}

#[test]
fn the_next_step_is_told_or_the_reason_why_there_is_none() -> Result<()> {
    let reminded =
        json!({"reminders": [{"step": "remind", "on": "2023-04-05", "documents": ["INV-1"]}]});
    let promised = json!({"promises": [{
        "id": "PRO-1", "date": "2023-04-02", "by": "2023-04-20", "amount": {"amount": "100.00", "currency": "EUR"},
    }]});
    let excluded = json!({"exclusion": {"by": "chen-li", "reason": "a friend"}});
    let overdue = "Overdue: 100.00 EUR since 2023-03-31, for";
    for (others, as_of, said) in [
        (
            json!({}),
            "2023-03-31",
            "Nothing is overdue but what is disputed or covered by credit, so there is no step."
                .to_owned(),
        ),
        (
            json!({}),
            "2023-04-01",
            format!(
                "To be taken now: reminder, possible since 2023-04-01. {overdue} 1 day (INV-1)."
            ),
        ),
        (
            reminded.clone(),
            "2023-04-10",
            format!(
                "Next: statement of account on 2023-04-15 at the earliest. {overdue} 10 days (INV-1). \
                 Not now: time since the last reminder 5 days, required at least 7 days; time overdue 10 days, \
                 required at least 15 days. Taken so far: reminder."
            ),
        ),
        (
            promised,
            "2023-04-10",
            format!(
                "Next: reminder on 2023-04-21 at the earliest. {overdue} 10 days (INV-1). \
                 Not now: promise to pay 2023-04-20, required before 2023-04-10."
            ),
        ),
    ] {
        assert_eq!(next_step(&others, as_of)?, said);
    }
    let told = next_step(&excluded, "2023-04-10")?;
    assert!(
        told.starts_with(
            "The customer is excluded from the ladder by chen-li. Next: reminder on 2023-04-01"
        ),
        "{told}"
    );
    Ok(())
}

#[test]
fn the_balance_at_the_head_is_owed_settled_or_a_credit() -> Result<()> {
    let paid = |amount: &str| json!({"payments": [{"id": "P", "date": "2023-03-05", "amount": {"amount": amount, "currency": "EUR"}}]});
    for (others, [en, hans, hant]) in [
        (
            json!({}),
            [
                "The customer owes 100.00 EUR.",
                "客户应付 100.00 EUR。",
                "客戶應付 100.00 EUR。",
            ],
        ),
        (
            paid("98.00"),
            [
                "The customer owes nothing.",
                "客户不欠款项。",
                "客戶不欠款項。",
            ],
        ),
        (
            paid("120.00"),
            [
                "The customer has a credit of 22.00 EUR.",
                "客户有贷方余额 22.00 EUR。",
                "客戶有貸方餘額 22.00 EUR。",
            ],
        ),
    ] {
        let stated = told(&account(&others)?, None, "2023-03-20")?;
        for (locale, said) in Locale::ALL.into_iter().zip([en, hans, hant]) {
            let head = stated.head(locale);
            assert_eq!(head.first().map(String::as_str), Some(said));
        }
    }
    Ok(())
}

#[test]
fn later_events_are_counted_in_their_number() -> Result<()> {
    for (as_of, said) in [
        ("2024-05-20", None),
        (
            "2024-05-19",
            Some("1 event is dated later and does not count."),
        ),
        (
            "2024-05-09",
            Some("2 events are dated later and do not count."),
        ),
    ] {
        let head = stated(None, as_of)?.head(Locale::En);
        assert_eq!(head.get(2).map(String::as_str), said, "{as_of}");
    }
    Ok(())
}

#[test]
fn what_is_empty_is_left_out() -> Result<()> {
    let nothing = json!({"customer": "Ningbo Pumps", "currency": "KWD"});
    let stated = told(&nothing, None, "2023-03-20")?;
    for locale in Locale::ALL {
        let parts = stated.parts(locale);
        let topics: Vec<StatementTopic> = parts.iter().map(|part| part.topic).collect();
        assert_eq!(topics, [StatementTopic::Totals, StatementTopic::NextStep]);
    }
    let text = stated.display(Locale::En).to_string();
    assert!(text.contains("open principal   0.000\n"), "{text}");
    Ok(())
}

/// An id of as many bytes as one may have.
const LONGEST: &str = "INVOICE-OF-THE-FORTY-EIGHT-BYTES-AN-ID-MAY-HAVE";

#[test]
fn tables_are_whole_and_no_line_is_wider_than_a_hundred_columns() -> Result<()> {
    let long = "INVOICE-OF-THE-FORTY-EIGHT-BYTES-AN-ID-MAY-HAVE";
    let renamed = EMBEDDED.replace("INV-105", long);
    let renamed = told(
        &serde_json::from_str(&renamed)?,
        Some("2024-01-01"),
        "2024-05-20",
    )?;
    for stated in statements()?.iter().chain([&renamed]) {
        for locale in Locale::ALL {
            for part in stated.parts(locale) {
                for table in &part.tables {
                    let columns = table.columns.len();
                    ensure!(table.columns.iter().all(|one| !one.name.is_empty()));
                    ensure!(table.rows.iter().all(|row| row.len() == columns));
                    let value = |place: usize| {
                        let mut cells = table.rows.iter().filter_map(|row| row.get(place));
                        cells.any(|cell| !cell.is_empty())
                    };
                    ensure!((0..columns).all(value), "an empty column in {part}");
                }
            }
            let text = stated.display(locale).to_string();
            for line in text.lines() {
                let wide: usize = line
                    .chars()
                    .map(|one| if one < '\u{2e80}' { 1 } else { 2 })
                    .sum();
                // An id of the greatest length may stick out by its last few letters.
                let most = if line.contains(LONGEST) { 104 } else { 100 };
                ensure!(wide <= most, "{wide}: {line}");
                ensure!(line.trim_end() == line, "blanks behind {line}");
            }
            for word in ["::", "Some(", "None", "{", "}", "\t", "CNY CNY"] {
                ensure!(!text.contains(word), "{word} in {text}");
            }
        }
    }
    Ok(())
}

#[test]
fn chinese_texts_have_no_english_word() -> Result<()> {
    for stated in statements()? {
        for locale in [Locale::ZhHans, Locale::ZhHant] {
            let text = stated.display(locale).to_string();
            let text = text.replace("Ningbo Pumps", "");
            let mut words = text.split(|letter: char| !letter.is_ascii_alphabetic());
            let word = words.find(|word| word.chars().any(|letter| letter.is_ascii_lowercase()));
            ensure!(word.is_none(), "{word:?} in {text}");
        }
    }
    Ok(())
}
