use anyhow::Result;
use keqing::vocab::words::Locale;

use super::{EMBEDDED, FAULTY, house, reported};
use crate::house::House;
use crate::html;

#[test]
fn the_page_is_well_formed_and_loads_nothing_in_each_locale() -> Result<()> {
    let namespace = "http://www.w3.org/2000/svg";
    for locale in Locale::ALL {
        let house = House { locale, ..house() };
        let text = format!("{EMBEDDED}{FAULTY}");
        let (report, _) = reported(text, &house, &["--top", "8"])?;
        let page = html::page(&report);
        let options = roxmltree::ParsingOptions {
            allow_dtd: true,
            ..Default::default()
        };
        let read = roxmltree::Document::parse_with_options(&page, options)?;
        let elements = || read.descendants().filter(roxmltree::Node::is_element);
        let count = |name: &str| {
            elements()
                .filter(|one| one.tag_name().name() == name)
                .count()
        };
        assert_eq!(count("svg"), 6);
        // Eight relationships, the rules, and a header of each.
        assert_eq!(count("tr"), 10 + report.totals.frequent().len());
        for forbidden in ["script", "link", "img", "iframe", "object", "image", "use"] {
            assert_eq!(count(forbidden), 0, "{forbidden}");
        }
        for element in elements() {
            for attribute in element.attributes() {
                let name = attribute.name();
                let refers = ["href", "src", "srcset", "data", "action"].contains(&name);
                assert!(!refers && !name.starts_with("on"), "{name}");
            }
        }
        let without = page.replace(namespace, "");
        for reference in ["://", "url(", "@import"] {
            assert!(!without.contains(reference), "{reference}");
        }
        assert_eq!(
            read.root_element().attribute("lang"),
            Some(locale.to_string().as_str())
        );
        let cells = elements().filter(|one| one.tag_name().name() == "td");
        let cells: Vec<&str> = cells.filter_map(|cell| cell.text()).collect();
        for customer in ["Shaoxing Textiles", "Fuyang Paper"] {
            assert!(cells.contains(&format!("Hangzhou Valves → {customer}").as_str()));
        }
    }
    Ok(())
}

#[test]
fn a_name_of_markup_is_a_name_on_the_page() -> Result<()> {
    let (report, _) = reported(FAULTY.to_owned(), &house(), &[])?;
    let page = html::page(&report);
    assert!(page.contains("Lin &amp; Söhne &lt;Kassel&gt;"));
    Ok(())
}
