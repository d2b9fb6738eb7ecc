//! The page of any account is well-formed, loads nothing, and holds every cell and sentence of the text.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "the numbers of the tests are small"
)]

use anyhow::{Context, Result, ensure};
use keqing::calendar::Calendar;
use keqing::receivable::account::CustomerAccount;
use keqing::receivable::statement::{Statement, period_statement, statement};
use keqing::vocab::words::Locale;
use roxmltree::{Document, Node, ParsingOptions};
use serde_json::{Value, json};

use super::page;
use crate::tests::written;

/// A name that breaks a page which does not escape it.
const SHARP: &str = r#"<script>"&'</svg>"#;

/// Returns an account of so many invoices, each paid in part, with names that break a page.
fn hostile(invoices: u64) -> Value {
    let amount = |amount: &str| json!({"amount": amount, "currency": "JPY"});
    let day = |place: u64| format!("2024-{:02}-{:02}", 1 + place % 12, 1 + place % 28);
    let id = |of: &str, place: u64| format!("{SHARP} {of}{place}");
    let invoice = |place: u64| {
        let amounts = json!({"untaxed": amount("1000000000"), "tax": amount("0")});
        let (date, due) = (day(place), "2024-12-29");
        json!({"id": id("I", place), "amounts": amounts, "dates": {"invoice": date}, "due": due})
    };
    let payment = |place: u64| {
        let designated = [id("I", place)];
        json!({"id": id("P", place), "date": "2024-12-30", "amount": amount("7"), "designated": designated})
    };
    json!({
        "customer": format!("{SHARP} & Söhne"),
        "currency": "JPY",
        "invoices": (0..invoices).map(invoice).collect::<Vec<_>>(),
        "payments": (0..invoices).map(payment).collect::<Vec<_>>(),
        "fees": [{"id": id("F", 0), "date": "2024-12-30", "amount": amount("12")}],
    })
}

fn embedded() -> Result<Value> {
    Ok(serde_json::from_str(crate::EMBEDDED)?)
}

fn stated(account: &Value, from: Option<&str>, as_of: &str) -> Result<Statement> {
    let account: CustomerAccount = serde_json::from_value(account.clone())?;
    let (policy, calendar) = (written()?, Calendar::every_day());
    let policy = policy.receivable();
    let as_of = as_of.parse()?;
    Ok(match from {
        Some(from) => period_statement(policy, &account, &calendar, from.parse()?, as_of)?,
        None => statement(policy, &account, &calendar, as_of)?,
    })
}

/// Runs a test on the page of every account in every locale.
fn each(test: impl Fn(&Statement, Locale, &str, &Document<'_>) -> Result<()>) -> Result<()> {
    let nothing = json!({"customer": SHARP, "currency": "KWD"});
    let credit = json!({
        "customer": SHARP,
        "currency": "EUR",
        "payments": [{"id": SHARP, "date": "2024-05-01", "amount": {"amount": "5", "currency": "EUR"}}],
    });
    let all = [
        stated(&embedded()?, Some("2023-11-01"), "2024-05-20")?,
        stated(&embedded()?, Some("2024-05-20"), "2024-05-20")?,
        stated(&embedded()?, None, "2024-04-01")?,
        stated(&hostile(3), Some("2024-01-01"), "2025-01-31")?,
        stated(&hostile(300), Some("2024-01-01"), "2025-01-31")?,
        stated(&nothing, Some("2024-01-01"), "2024-12-31")?,
        stated(&credit, Some("2024-04-01"), "2024-05-31")?,
    ];
    for (place, stated) in all.iter().enumerate() {
        for locale in Locale::ALL {
            let page = page(stated, locale);
            let dtd = ParsingOptions {
                allow_dtd: true,
                ..ParsingOptions::default()
            };
            let parsed = Document::parse_with_options(&page, dtd);
            let parsed = parsed.with_context(|| format!("account {place} in {locale}"))?;
            ensure!(parsed.root_element().attribute("lang") == Some(locale.tag()));
            let told = test(stated, locale, &page, &parsed);
            told.with_context(|| format!("account {place} in {locale}"))?;
        }
    }
    Ok(())
}

fn text_of(node: Node<'_, '_>) -> String {
    let texts = node.descendants().filter(Node::is_text);
    texts.filter_map(|text| text.text()).collect()
}

fn named(parsed: &Document<'_>, tag: &'static str) -> Vec<String> {
    let nodes = parsed.descendants();
    let nodes = nodes.filter(move |node| node.has_tag_name(tag));
    nodes.map(text_of).collect()
}

#[test]
fn every_cell_and_sentence_of_the_text_is_on_the_page_in_its_order() -> Result<()> {
    each(|stated, locale, _, parsed| {
        let parts = stated.parts(locale);
        let titles: Vec<String> = parts.iter().map(|part| part.title.clone()).collect();
        ensure!(named(parsed, "h2") == titles);
        ensure!(named(parsed, "h1") == [stated.title(locale)]);
        let tables = || parts.iter().flat_map(|part| &part.tables);
        let names: Vec<&str> = tables()
            .flat_map(|table| table.columns.iter().map(|column| column.name))
            .collect();
        ensure!(named(parsed, "th") == names);
        let cells: Vec<&String> = tables()
            .flat_map(|table| table.rows.iter().flatten())
            .collect();
        ensure!(named(parsed, "td").iter().eq(cells));
        let said: Vec<String> = stated
            .head(locale)
            .into_iter()
            .chain(parts.iter().flat_map(|part| {
                let below = part.tables.iter().flat_map(|table| &table.sentences);
                below.chain(&part.sentences).cloned()
            }))
            .collect();
        ensure!(named(parsed, "p") == said);
        Ok(())
    })
}

#[test]
fn a_page_loads_nothing_and_runs_nothing() -> Result<()> {
    each(|_, _, page, parsed| {
        let space = r#"xmlns="http://www.w3.org/2000/svg""#;
        let page = page.replace(space, "").to_lowercase();
        for word in [
            "://", "<script", "src=", "url(", "@import", "<link", "<iframe", "<object", "href",
        ] {
            ensure!(!page.contains(word), "the page holds {word}");
        }
        let attributes = parsed.descendants().flat_map(|node| node.attributes());
        let mut names = attributes.map(|attribute| attribute.name());
        ensure!(names.all(|name| !name.starts_with("on")));
        Ok(())
    })
}

#[test]
fn every_table_scrolls_inside_its_own_box() -> Result<()> {
    each(|_, _, _, parsed| {
        let tables = parsed
            .descendants()
            .filter(|node| node.has_tag_name("table"));
        for table in tables {
            let parent = table.parent().context("a box")?;
            ensure!(parent.attribute("class") == Some("scroll"));
        }
        Ok(())
    })
}

#[test]
fn a_period_has_a_line_of_its_balance_and_open_amounts_have_bars() -> Result<()> {
    each(|stated, _, page, parsed| {
        let pictures = parsed
            .descendants()
            .filter(|node| node.attribute("role") == Some("img"));
        let mut count = 0;
        for picture in pictures {
            let title = picture.first_element_child().and_then(|title| title.text());
            ensure!(title.is_some_and(|title| !title.is_empty()));
            inside(picture)?;
            count += 1;
        }
        let wanted = usize::from(stated.period.is_some()) + stated.aging.balances().len();
        ensure!(count == wanted, "{count} pictures, {wanted} wanted");
        ensure!(page.contains("class=\"owed\"") == stated.period.is_some());
        Ok(())
    })
}

/// Checks that the texts and the marks of a picture stand within it.
fn inside(picture: Node<'_, '_>) -> Result<()> {
    let number = |node: Node<'_, '_>, name: &str| -> Result<u64> {
        Ok(node.attribute(name).context("a number")?.parse()?)
    };
    let (width, height) = (number(picture, "width")?, number(picture, "height")?);
    for node in picture.descendants() {
        if node.attribute("text-anchor").is_some() {
            let shown = node.text().unwrap_or_default();
            let class = node.attribute("class").unwrap_or_default();
            let wide = crate::canvas::width(shown, crate::canvas::size_of(class));
            let (x, y) = (number(node, "x")?, number(node, "y")?);
            let is_inside = match node.attribute("text-anchor") {
                Some("start") => x + wide <= width,
                Some("end") => wide <= x,
                _ => wide / 2 <= x && x + wide / 2 <= width,
            };
            ensure!(is_inside && y <= height, "{shown} at {x}, {y}");
        }
        if node.has_tag_name(("http://www.w3.org/2000/svg", "circle")) {
            ensure!(number(node, "cx")? <= width && number(node, "cy")? <= height);
        }
    }
    Ok(())
}

#[test]
fn a_long_account_has_a_page_of_the_size_of_its_text() -> Result<()> {
    let stated = stated(&hostile(300), Some("2024-01-01"), "2025-01-31")?;
    let page = page(&stated, Locale::En);
    let cells = stated.parts(Locale::En);
    let cells = cells.iter().flat_map(|part| &part.tables);
    let cells: usize = cells.map(|table| table.rows.iter().flatten().count()).sum();
    ensure!(
        page.len() < cells * 130 + 20_000,
        "{} bytes, {cells} cells",
        page.len()
    );
    Ok(())
}
