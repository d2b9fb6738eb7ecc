//! The front page of the documentation leads to every room in one step.

use std::fs;

use super::none;
use crate::support::layers::SYSTEMS;

#[test]
fn the_front_page_links_every_room_of_every_system() {
    let page = include_str!("../../../src/lib.rs");
    let houses = SYSTEMS.iter().copied().chain(["vocab", "calendar"]);
    none(
        houses
            .flat_map(|house| unlinked(page, house, &face(house)))
            .collect(),
    );
}

fn face(house: &str) -> String {
    let path = format!("{}/src/{house}/mod.rs", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(path).unwrap_or_default()
}

/// Every public room of a face that the page has no link to.
fn unlinked(page: &str, house: &str, face: &str) -> Vec<String> {
    let rooms = face
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    rooms
        .filter(|room| !page.contains(&format!("({house}::{room})")))
        .map(|room| format!("{house}::{room} is not linked"))
        .collect()
}

#[test]
fn a_room_without_a_link_is_found() {
    let face = "mod facts;\npub mod bond;\npub mod risk;\n";
    let page = "//! [`bond`](loyalty::bond)";
    assert_eq!(
        unlinked(page, "loyalty", face),
        ["loyalty::risk is not linked"]
    );
}
