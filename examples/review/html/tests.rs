//! The page of any dossier is well-formed, loads nothing, and holds every line of the first page.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "the numbers of the tests are small"
)]

use anyhow::{Context, Result, ensure};
use keqing::dossier::Dossier;
use keqing::policy::Policy;
use keqing::review::review;
use keqing::verdict::Render;
use keqing::vocab::words::Locale;
use roxmltree::{Document, Node, ParsingOptions};
use serde_json::{Value, json};

use super::{Told, page};

/// A name that breaks a page which does not escape it, and one that is too long for its room.
const SHARP: &str = r#"<script>"&'</svg>"#;
const LONG: &str = "杭州高压耐腐蚀工业阀门制造股份有限公司第三事业部";

fn embedded() -> Result<Value> {
    Ok(serde_json::from_str(include_str!("../dossier.json"))?)
}

/// Returns a dossier with the fields alone that it has to have.
fn least() -> Value {
    json!({
        "party": {"parties": {
            "supplier-organization": {"id": "s-1", "name": SHARP},
            "supplier-operator": {"vacant": {"since": "2024-05-01"}},
            "customer-organization": {"id": "c-1", "name": LONG},
            "customer-operator": {"people": [
                {"id": "wang-fang", "department": "purchasing", "level": "manager"}
            ]}
        }},
        "lifecycle": {
            "standing": {"state": {"active": "initial"}, "since": "2024-01-01"},
            "stage": {"as-of": "2024-12-31"}
        }
    })
}

fn day(place: u64) -> String {
    format!("2024-{:02}-{:02}", 1 + place % 12, 1 + place % 28)
}

/// Returns a dossier with so many people a side, all tied to each other, and so many invoices, payments and periods.
fn crowd(people: u64, invoices: u64) -> Result<Value> {
    let mut dossier = embedded()?;
    let person = |side: &str, place: u64| json!(format!("{SHARP} {side}{place}"));
    let side = |side: &str| {
        let people = (0..people).map(|place| {
            json!({"id": person(side, place), "department": "sales", "level": "manager", "office": LONG})
        });
        json!({"people": people.collect::<Vec<_>>()})
    };
    let ties = (0..people).flat_map(|ours| {
        (0..people).map(move |theirs| (ours, theirs, 1 + (ours * 7 + theirs) % 9))
    });
    let ties: Vec<Value> = ties
        .map(|(ours, theirs, weight)| {
            let affect = json!({"value": "-0.4", "grade": "measured", "on": "2024-12-01"});
            json!({"supplier": person("s", ours), "customer": person("c", theirs), "weight": weight, "affect": affect})
        })
        .collect();
    let amount = json!({"amount": "1000000000.00", "currency": "CNY"});
    let untaxed = json!({"untaxed": amount, "tax": {"amount": "0.00", "currency": "CNY"}});
    let invoices: Vec<Value> = (0..invoices)
        .map(|place| {
            json!({"id": format!("{SHARP} {place}"), "amounts": untaxed, "dates": {"invoice": day(place)}, "due": "2024-12-29"})
        })
        .collect();
    let history = (0..100).map(|place| {
        json!({"period-end": format!("{}-12-31", 1900 + place), "share": {"of": {"part": "1", "whole": "3"}}})
    });
    let party = json!({
        "parties": {
            "supplier-organization": {"id": "s-1", "name": LONG},
            "supplier-operator": side("s"),
            "customer-organization": {"id": "c-1", "name": SHARP},
            "customer-operator": side("c"),
        },
        "ties": ties,
    });
    let account = json!({"customer": SHARP, "currency": "CNY", "invoices": invoices});
    let set = |of: &mut Value, path: &str, value: Value| -> Result<()> {
        *of.pointer_mut(path).with_context(|| path.to_owned())? = value;
        Ok(())
    };
    set(&mut dossier, "/party", party)?;
    set(&mut dossier, "/receivable/account", account)?;
    set(&mut dossier, "/lifecycle/history", history.collect())?;
    let parts = dossier.as_object_mut().context("an object")?;
    for named in ["loyalty", "satisfaction", "acceptances"] {
        parts.remove(named);
    }
    let stage = dossier.pointer_mut("/lifecycle/stage");
    let stage = stage.and_then(Value::as_object_mut);
    stage.context("a stage")?.remove("partnership");
    Ok(dossier)
}

/// Writes the page of a dossier, and returns it with the text of its first page.
fn written(dossier: &Value, locale: Locale) -> Result<(String, String)> {
    let dossier: Dossier = serde_json::from_value(dossier.clone())?;
    let policy = Policy::standard();
    let review = review(&policy, &dossier)?;
    let told = Told {
        policy: &policy,
        dossier: &dossier,
        review: &review,
        locale,
        reader: None,
    };
    let text = review.page(&policy).display(locale).to_string();
    Ok((page(&told), text))
}

/// Runs a test on the page of every dossier in every locale.
fn each(test: impl Fn(&str, &str, &Document<'_>) -> Result<()>) -> Result<()> {
    let dossiers = [embedded()?, least(), crowd(3, 2)?, crowd(40, 500)?];
    for (place, dossier) in dossiers.iter().enumerate() {
        for locale in Locale::ALL {
            let (page, text) = written(dossier, locale)?;
            let dtd = ParsingOptions {
                allow_dtd: true,
                ..ParsingOptions::default()
            };
            let parsed = Document::parse_with_options(&page, dtd);
            let parsed = parsed.with_context(|| format!("dossier {place} in {locale}"))?;
            ensure!(parsed.root_element().attribute("lang") == Some(locale.tag()));
            test(&page, &text, &parsed).with_context(|| format!("dossier {place} in {locale}"))?;
        }
    }
    Ok(())
}

/// Returns the text of an element without the blanks that no reader sees.
fn text_of(node: Node<'_, '_>) -> String {
    let texts = node.descendants().filter(Node::is_text);
    let whole: String = texts.filter_map(|text| text.text()).collect();
    plain(&whole)
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_line_of_the_first_page_is_on_the_page() -> Result<()> {
    each(|_, text, parsed| {
        let items = parsed.descendants().filter(|node| node.has_tag_name("li"));
        let items: Vec<String> = items.map(text_of).collect();
        let lines = text.lines().filter(|line| line.starts_with("  "));
        let mut count = 0;
        for line in lines {
            let line = plain(line);
            ensure!(items.contains(&line), "{line} is not among {items:#?}");
            count += 1;
        }
        ensure!(count > 0, "no line to look for");
        let body = text_of(parsed.root_element());
        for line in text.lines().skip(1).take(4) {
            let (name, answer) = line.split_once([':', '：']).context("a line of the head")?;
            ensure!(
                body.contains(&format!("{} {}", plain(name), plain(answer))),
                "{line}"
            );
        }
        Ok(())
    })
}

#[test]
fn a_page_loads_nothing_and_runs_nothing() -> Result<()> {
    each(|page, _, parsed| {
        let space = r#"xmlns="http://www.w3.org/2000/svg""#;
        let page = page.replace(space, "").to_lowercase();
        for word in [
            "://", "<script", "src=", "url(", "@import", "<link", "<iframe", "<object",
        ] {
            ensure!(!page.contains(word), "the page holds {word}");
        }
        for node in parsed.descendants() {
            for attribute in node.attributes() {
                let (name, value) = (attribute.name(), attribute.value());
                ensure!(!name.starts_with("on"), "{name} runs something");
                ensure!(
                    name != "href" || value.starts_with('#'),
                    "{value} is elsewhere"
                );
                let target = value.strip_prefix('#').filter(|_| name == "href");
                let is_there = |id| {
                    parsed
                        .descendants()
                        .any(|node| node.attribute("id") == Some(id))
                };
                ensure!(target.is_none_or(is_there), "{value} leads nowhere");
            }
        }
        Ok(())
    })
}

#[test]
fn every_picture_has_a_title() -> Result<()> {
    each(|_, _, parsed| {
        let pictures = parsed
            .descendants()
            .filter(|node| node.attribute("role") == Some("img"));
        let mut count = 0;
        for picture in pictures {
            let title = picture
                .first_element_child()
                .filter(|one| one.has_tag_name(("http://www.w3.org/2000/svg", "title")));
            ensure!(
                title
                    .and_then(|title| title.text())
                    .is_some_and(|text| !text.is_empty())
            );
            count += 1;
        }
        ensure!(count >= 3, "{count} pictures");
        Ok(())
    })
}

#[test]
fn nothing_is_drawn_outside_of_its_picture() -> Result<()> {
    each(|_, _, parsed| {
        for picture in parsed
            .descendants()
            .filter(|node| node.attribute("role") == Some("img"))
        {
            let size = |name| {
                picture
                    .attribute(name)
                    .and_then(|size| size.parse::<u64>().ok())
            };
            let (width, height) = (
                size("width").context("width")?,
                size("height").context("height")?,
            );
            for text in picture
                .descendants()
                .filter(|node| node.attribute("text-anchor").is_some())
            {
                let place = |name| text.attribute(name).and_then(|at| at.parse::<u64>().ok());
                let (x, y) = (place("x").context("x")?, place("y").context("y")?);
                let shown = text.text().unwrap_or_default();
                let wide = super::draw::width(
                    shown,
                    super::draw::size_of(text.attribute("class").unwrap_or_default()),
                );
                let is_inside = match text.attribute("text-anchor") {
                    Some("start") => x + wide <= width,
                    Some("end") => wide <= x,
                    _ => wide / 2 <= x && x + wide / 2 <= width,
                };
                ensure!(
                    is_inside && y <= height,
                    "{shown} at {x}, {y} of {width}, {height}"
                );
            }
        }
        Ok(())
    })
}

#[test]
fn what_is_not_in_the_dossier_is_said() -> Result<()> {
    let (page, _) = written(&least(), Locale::En)?;
    for said in [
        "The dossier has no share of wallet.",
        "The dossier has no account.",
        "The dossier has no tie between these people.",
        "Nobody acts for our side since 2024-05-01.",
        "not in the dossier",
    ] {
        ensure!(page.contains(said), "{said}");
    }
    Ok(())
}

#[test]
fn a_long_dossier_has_a_page_of_bounded_size() -> Result<()> {
    let (page, _) = written(&crowd(40, 500)?, Locale::En)?;
    ensure!(page.len() < 1_500_000, "{} bytes", page.len());
    for said in [
        "More open invoices: 492.",
        "Lighter ties that are not drawn: 1300.",
        "Earlier periods that are not drawn: 41.",
    ] {
        ensure!(page.contains(said), "{said}");
    }
    Ok(())
}

#[test]
fn a_long_text_is_cut_and_told_in_its_title() {
    let mut svg = String::new();
    let words = super::draw::Words {
        at: (0, 0),
        anchor: "start",
        class: "s",
        room: 60,
        text: LONG,
    };
    super::draw::words(&mut svg, &words);
    let title = format!("…<title>{LONG}</title></text>");
    assert!(svg.ends_with(&title), "{svg}");
}

#[test]
fn what_stands_against_the_customer_is_not_drawn_for_it() -> Result<()> {
    let (page, _) = written(&embedded()?, Locale::En)?;
    for bad in ["PAY-7 45200.00 CNY, 16 days late", "INV-9: due, unpaid"] {
        let title = page.split("</title>").find(|part| part.ends_with(bad));
        let title = title.with_context(|| bad.to_owned())?;
        ensure!(title.contains(r#"class="bad"><title>"#), "{title}");
    }
    Ok(())
}

#[test]
fn words_of_the_timeline_are_whole_and_not_on_the_day_of_the_review() -> Result<()> {
    each(|_, _, parsed| {
        let line = parsed
            .descendants()
            .find(|node| node.attribute("class") == Some("today"));
        let Some(line) = line else {
            return Ok(());
        };
        let today = line.attribute("d").and_then(|path| path.strip_prefix('M'));
        let today = today
            .and_then(|path| path.split(' ').next())
            .context("a place")?;
        let today: u64 = today.parse()?;
        let timeline = line.parent().context("a picture")?;
        let texts = timeline.children();
        for text in texts.filter(|node| node.attribute("class") == Some("s halo")) {
            let shown = text.text().unwrap_or_default();
            let x: u64 = text.attribute("x").context("x")?.parse()?;
            let wide = super::draw::width(shown, super::draw::SMALL);
            let (left, right) = match text.attribute("text-anchor") {
                Some("end") => (x.saturating_sub(wide), x),
                _ => (x, x + wide),
            };
            ensure!(!shown.ends_with('…'), "{shown} is cut");
            ensure!(
                today < left || right < today,
                "{shown} from {left} to {right} over {today}"
            );
        }
        Ok(())
    })
}

#[test]
fn who_left_lately_is_drawn_with_the_ties_of_the_last_day() -> Result<()> {
    let mut dossier = embedded()?;
    let people = dossier.pointer_mut("/party/parties/customer-operator/people");
    let people = people.and_then(Value::as_array_mut).context("people")?;
    people.push(json!({"id": "old-friend", "department": "purchasing", "level": "manager", "until": "2024-06-30"}));
    let ties = dossier
        .pointer_mut("/party/ties")
        .and_then(Value::as_array_mut);
    let ties = ties.context("ties")?;
    ties.push(json!({"supplier": "zhou-tao", "customer": "old-friend", "weight": 3}));
    let (page, _) = written(&dossier, Locale::En)?;
    for said in [
        "tie-unknown gone",
        ">left 2024-06-30, purchasing, management<",
        "Faint: left within 18 months",
        r#"class="around""#,
    ] {
        ensure!(page.contains(said), "{said}");
    }
    Ok(())
}

#[test]
fn a_share_in_the_band_of_another_stage_is_explained() -> Result<()> {
    let mut dossier = embedded()?;
    let said = "the share alone does not make the stage";
    ensure!(written(&dossier, Locale::En)?.0.contains(said));
    let state = dossier.pointer_mut("/lifecycle/standing/state");
    *state.context("a state")? = json!({"active": "strategic"});
    ensure!(!written(&dossier, Locale::En)?.0.contains(said));
    Ok(())
}
