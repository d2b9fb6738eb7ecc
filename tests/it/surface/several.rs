//! A function that reads a list tells every entry that it refuses: its error may be several.

use std::collections::BTreeSet;

use crate::support::source::Tree;
use crate::surface::list::listed;

/// Functions that read a list and stop at the first fault, each with its reason.
const FIRST_ONLY: [(&str, &str); 10] = [
    (
        "calendar::day_count::ReferencePeriod::of_nominal_dates",
        "two dates",
    ),
    (
        "lifecycle::placement::place",
        "a decision allocates nothing; `lifecycle::assess` tells all",
    ),
    (
        "lifecycle::record::place",
        "as `placement::place`; `lifecycle::assess` tells all",
    ),
    (
        "party::parties::Parties::of_people",
        "its operators tell all of theirs",
    ),
    (
        "portfolio::Ledger::record_all",
        "a stream: those before the fault are entered",
    ),
    (
        "receivable::column::age_column",
        "a computation over columns of millions",
    ),
    (
        "receivable::column::age_column_by_customer",
        "a computation over columns of millions",
    ),
    ("receivable::discount::chained_discount", "a computation"),
    ("receivable::limit::Amounts::new", "one kind of fault"),
    ("vocab::money::Money::sum", "a computation"),
];

#[test]
fn what_reads_a_list_tells_every_fault() {
    let found = first_only(&listed(Tree::library()));
    let is_known = |name: &str| FIRST_ONLY.iter().any(|(known, _)| *known == name);
    let faults: Vec<&String> = found.iter().filter(|name| !is_known(name)).collect();
    assert!(faults.is_empty(), "{faults:#?}");
    let needless = FIRST_ONLY
        .iter()
        .filter(|(known, _)| !found.iter().any(|name| name == known));
    let needless: Vec<&str> = needless.map(|(known, _)| *known).collect();
    assert!(needless.is_empty(), "they tell every fault: {needless:#?}");
}

/// Lists the functions that read a list and return an error that cannot be several.
fn first_only(surface: &[String]) -> Vec<String> {
    let several: BTreeSet<&str> = surface
        .iter()
        .filter_map(|line| line.strip_prefix("variant ")?.split_once("::Several("))
        .filter_map(|(error, _)| error.rsplit("::").next())
        .collect();
    let reads = surface.iter().filter_map(|line| {
        let function = line.strip_prefix("const ").unwrap_or(line);
        let (head, returned) = function.strip_prefix("fn ")?.split_once(" -> Result<")?;
        let (name, arguments) = head.split_once(['(', '<'])?;
        let is_list = arguments.contains("&[") || arguments.contains("IntoIterator");
        let error = returned.trim_end_matches('>').rsplit([' ', ',']).next()?;
        (is_list && !several.contains(error)).then(|| name.to_owned())
    });
    reads.collect()
}

#[test]
fn a_function_that_stops_at_the_first_is_found() {
    let surface = [
        "fn room::first(of: &[u8]) -> Result<u8, FirstError>",
        "fn room::every(of: &[u8]) -> Result<u8, EveryError>",
        "fn room::one(of: u8) -> Result<u8, FirstError>",
        "fn room::List::new(of: impl IntoIterator<Item = u8>) -> Result<Self, FirstError>",
        "variant room::EveryError::Several(Box<Several<Self>>)",
    ];
    let found = first_only(&surface.map(str::to_owned));
    assert_eq!(found, ["room::first", "room::List::new"]);
}
