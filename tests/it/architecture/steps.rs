//! The steps of a review stand in an order in which each can be taken.

use keqing::review::STEPS;

use super::none;
use crate::support::layers::SYSTEMS;

/// A step and what it needs.
type Step<'a> = (&'a str, &'a [&'a str]);

fn steps() -> Vec<Step<'static>> {
    STEPS.iter().map(|step| (step.name, step.needs)).collect()
}

#[test]
fn what_a_step_needs_stands_before_it_so_that_no_steps_need_each_other() {
    none(early(&steps()));
}

#[test]
fn every_system_has_a_step_and_every_step_a_system() {
    none(strangers(&steps()));
}

#[test]
fn a_step_is_given_what_the_list_says_that_it_needs() {
    let source = |system: &str| {
        let path = format!("{}/src/review/{system}.rs", env!("CARGO_MANIFEST_DIR"));
        std::fs::read_to_string(path).unwrap_or_default()
    };
    none(
        steps()
            .iter()
            .filter_map(|step| unlike(step, &source(step.0.split('.').next()?)))
            .collect(),
    );
}

/// Returns the pictures that a step takes by its code, if the list says otherwise.
fn unlike((name, needs): &Step<'_>, source: &str) -> Option<String> {
    let (_, rest) = source.split_once("fn step(")?;
    let (parameters, _) = rest.split_once(") ->")?;
    let words = parameters.split(|letter: char| !letter.is_alphanumeric());
    let mut taken: Vec<String> = words
        .filter_map(|word| word.strip_suffix("Picture"))
        .map(|system| format!("{}.assess", system.to_lowercase()))
        .collect();
    let mut listed: Vec<String> = needs.iter().map(|need| (*need).to_owned()).collect();
    taken.sort();
    listed.sort();
    (taken != listed).then(|| format!("{name} takes {taken:?}, the list says {listed:?}"))
}

/// Every step that is taken before what it needs, or twice.
fn early(steps: &[Step<'_>]) -> Vec<String> {
    let mut faults = Vec::new();
    for (place, (name, needs)) in steps.iter().enumerate() {
        let before = |wanted: &str| steps.iter().take(place).any(|(name, _)| *name == wanted);
        if before(name) {
            faults.push(format!("{name} is taken twice"));
        }
        let lacking = needs.iter().filter(|need| !before(need));
        faults.extend(
            lacking.map(|need| format!("{name} needs {need}, which does not stand before it")),
        );
    }
    faults
}

/// Every system without a step, every step without a system.
fn strangers(steps: &[Step<'_>]) -> Vec<String> {
    let system = |name: &str| name.split_once('.').map(|(system, _)| system.to_owned());
    let taken: Vec<String> = steps.iter().filter_map(|(name, _)| system(name)).collect();
    let idle = SYSTEMS
        .iter()
        .filter(|system| !taken.iter().any(|taken| taken == *system));
    let idle = idle.map(|system| format!("{system} has no step"));
    let strange = steps
        .iter()
        .filter(|(name, _)| !system(name).is_some_and(|system| SYSTEMS.contains(&system.as_str())));
    idle.chain(strange.map(|(name, _)| format!("{name} is of no system")))
        .collect()
}

mod planted {
    use super::*;
    use crate::architecture::found;

    #[test]
    fn steps_that_need_each_other_are_found() {
        let steps: [Step<'_>; 4] = [
            ("satisfaction.assess", &[]),
            ("party.assess", &["loyalty.assess", "satisfaction.assess"]),
            ("loyalty.assess", &["party.assess"]),
            ("party.assess", &[]),
        ];
        let first = "party.assess needs loyalty.assess, which does not stand before it";
        found(early(&steps), &[first, "party.assess is taken twice"]);
    }

    #[test]
    fn a_step_that_takes_another_picture_than_the_list_says_is_found() {
        let source = "fn step(policy: &Policy, loyalty: Option<&LoyaltyPicture>) -> Picture {";
        assert_eq!(unlike(&("party.assess", &["loyalty.assess"]), source), None);
        let forgotten = r#"party.assess takes ["loyalty.assess"], the list says []"#;
        let found = unlike(&("party.assess", &[]), source);
        assert_eq!(found.as_deref(), Some(forgotten));
    }

    #[test]
    fn a_system_without_a_step_and_a_step_without_a_system_are_found() {
        let steps: [Step<'_>; 5] = [
            ("satisfaction.assess", &[]),
            ("party.assess", &[]),
            ("loyalty.assess", &[]),
            ("receivable.assess", &[]),
            ("review.assess", &[]),
        ];
        found(
            strangers(&steps),
            &["lifecycle has no step", "review.assess is of no system"],
        );
    }
}
