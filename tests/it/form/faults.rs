//! Faults as a person meets them: one line each, with the place, the value, the form wanted, the nearest name.

use chrono::NaiveDate;
use keqing::dossier::Dossier;
use keqing::form::{FaultCode, Limits, Tree, read};
use keqing::policy::{EffectivePeriod, Policy};
use keqing::vocab::share::Share;

const DOSSIER: &str = r#"{
    "party": {
        "parties": {
            "supplier-organization": {"id": "s-1", "name": "Hangzhou Valves"},
            "supplier-operator": {"vacant": {"since": "2024-05-01"}},
            "customer-organization": {"id": "c-1", "name": "Ningbo Pumps"},
            "customer-operator": {"people": [{"id": "wang-fang", "department": "purchasing", "level": "manager"}]}
        }
    },
    "lifecycle": {
        "standing": {"state": {"active": "initial"}, "since": "2024-01-01"},
        "stage": {"as-of": "2024-12-31"}
    }
}"#;

fn told(json: &str) -> String {
    match serde_json::from_str::<Dossier>(json) {
        Ok(_) => String::new(),
        Err(error) => error.to_string(),
    }
}

#[test]
fn a_dossier_with_five_faults_has_five_lines() {
    assert_eq!(told(DOSSIER), "");
    let faulty = DOSSIER
        .replace("purchasing", "purchase")
        .replace("\"since\": \"2024-01-01\"", "\"since\": \"01.01.2024\"")
        .replace("\"as-of\"", "\"asof\"")
        .replace("\"name\": \"Hangzhou Valves\"", "\"name\": 7")
        .replace("\"lifecycle\": {", "\"loyalty\": [], \"lifecycle\": {");
    let said = told(&faulty);
    let lines: Vec<&str> = said.lines().collect();
    let expected = [
        "party.parties.supplier-organization.name: got 7, expected a name such as",
        "party.parties.customer-operator.people[0].department: got \"purchase\", expected one of",
        "loyalty: got [], expected an object with",
        "lifecycle.standing.since: \"01.01.2024\" is not a date, expected year, month and day as ISO 8601 writes them, such as `2024-12-31`",
        "lifecycle.stage.asof: no field has this name, expected one of",
    ];
    assert_eq!(lines.len(), expected.len(), "{said}");
    for (line, beginning) in lines.iter().zip(expected) {
        assert!(line.starts_with(beginning), "{line}\n{beginning}");
    }
    assert!(
        lines
            .iter()
            .any(|line| line.ends_with("did you mean `purchasing`?")),
        "{said}"
    );
    assert!(
        lines
            .iter()
            .any(|line| line.ends_with("did you mean `as-of`?")),
        "{said}"
    );
}

#[test]
fn a_day_that_is_missing_or_wrong_is_one_fault() {
    let mood = |on: &str| {
        let mood =
            format!(r#"{{"person": "wang-fang", "emotion": "anger", "grade": "measured"{on}}}"#);
        let party = format!("\"party\": {{\"moods\": [{mood}],");
        told(&DOSSIER.replacen("\"party\": {", &party, 1))
    };
    let trust = |on: &str| {
        let trust = format!(r#"{{"value": "first", "grade": "measured"{on}}}"#);
        let party = format!("\"party\": {{\"organizational-trust\": {trust},");
        told(&DOSSIER.replacen("\"party\": {", &party, 1))
    };
    for on in ["", r#", "on": null"#, r#", "on": 7"#, r#", "on": "7""#] {
        for (path, said) in [
            ("party.moods[0].on: ", mood(on)),
            ("party.organizational-trust.on: ", trust(on)),
        ] {
            assert!(said.starts_with(path), "{on} {said}");
            assert_eq!(said.lines().count(), 1, "{on} {said}");
        }
    }
}

#[test]
fn no_line_names_a_type_of_the_code() {
    for json in [
        "7",
        "{}",
        r#"{"party": 1, "lifecycle": {"standing": null, "stage": []}}"#,
    ] {
        let said = told(json);
        for word in ["struct", "Graded", "Text", "Facts", "enum", "u32"] {
            assert!(!said.contains(word), "{word} in {said}");
        }
    }
}

#[test]
fn what_is_given_is_cut_and_escaped() {
    let long = "x".repeat(5_000);
    for (json, given) in [
        (format!("\"{long}\""), format!("\"{}…", "x".repeat(79))),
        (
            "\"a\\u001b[31mb\\nc\"".to_owned(),
            "\"a\\u001b[31mb\\nc\"".to_owned(),
        ),
        ("[\"\\u202e\"]".to_owned(), "[\"\\u202e\"]".to_owned()),
    ] {
        let mut json = serde_json::Deserializer::from_str(&json);
        let faults = read::<u32, _>(&mut json, &Limits::standard());
        let value = faults
            .err()
            .and_then(|faults| faults.first().value().map(str::to_owned));
        assert_eq!(value, Some(given));
    }
}

#[test]
fn a_share_says_the_forms_that_it_takes() {
    let said = |json: &str| {
        let share = read::<Share, _>(
            &mut serde_json::Deserializer::from_str(json),
            &Limits::standard(),
        );
        share.map_err(|faults| faults.to_string())
    };
    assert_eq!(
        said("\"46.8 %\""),
        Share::new(117, 250).map_err(|error| error.to_string())
    );
    for (json, message) in [
        (
            "0.468",
            "got 0.468, expected an object with `part` and `whole` or a share such as `\"46.8 %\"` or `\"1/3\"`",
        ),
        (
            "\"0.468\"",
            "`0.468` is not a share, expected a percentage such as `46.8 %` or a fraction such as `1/3`",
        ),
        (
            r#"{"part": "1", "whole": "0"}"#,
            "a share needs a whole above zero, got 1 of 0",
        ),
        (
            r#"{"part": "1"}"#,
            "whole: the field is missing, expected a decimal such as `\"12.50\"` or `\"-3\"`",
        ),
    ] {
        assert_eq!(said(json).err().as_deref(), Some(message));
    }
}

#[test]
fn what_is_read_alone_is_no_fault_beside_another() {
    let dates = |json: &str| {
        read::<Vec<NaiveDate>, _>(
            &mut serde_json::Deserializer::from_str(json),
            &Limits::standard(),
        )
    };
    for date in [
        "2024-12-31",
        "2024-1-5",
        "+2024-01-05",
        "23-05-21",
        " 2024-05-01",
        "31.12.2024",
        "2024-02-30",
        "",
    ] {
        let alone = dates(&format!("[\"{date}\"]")).is_err();
        let beside = dates(&format!("[\"{date}\", 7]")).map_err(|faults| faults.iter().count());
        assert_eq!(alone, date != "2024-12-31", "{date}");
        assert_eq!(beside, Err(usize::from(alone).saturating_add(1)), "{date}");
    }
}

#[test]
fn limits_are_the_readers_own() {
    let said = |json: &str, limits: Limits| {
        let tree = Tree::read(&mut serde_json::Deserializer::from_str(json), &limits);
        tree.err().map(|fault| (fault.code(), fault.to_string()))
    };
    let limits = Limits::standard();
    assert_eq!(said("[[1]]", limits.with_depth(2)), None);
    for (json, limits, code, message) in [
        (
            "[[1]]",
            limits.with_depth(1),
            FaultCode::TooDeep,
            "[0]: more lists and objects inside each other, expected at most 1",
        ),
        (
            "{\"a\": \"xyz\"}",
            limits.with_text(2),
            FaultCode::TooLong,
            "a: a text of 3 bytes, expected at most 2",
        ),
        (
            "[1, 2, 3]",
            limits.with_values(3),
            FaultCode::TooMany,
            "[2]: a document of more values, expected at most 3",
        ),
        (
            "[1, ",
            limits,
            FaultCode::Malformed,
            "EOF while parsing a value at line 1 column 4",
        ),
    ] {
        assert_eq!(said(json, limits), Some((code, message.to_owned())));
    }
}

#[test]
fn larger_limits_reach_into_a_document() {
    let long = Policy::standard().with_version("x".repeat(70_000), EffectivePeriod::ALWAYS);
    let json = serde_json::to_string(&long).unwrap_or_default();
    let read = |limits| read::<Policy, _>(&mut serde_json::Deserializer::from_str(&json), &limits);
    let standard = read(Limits::standard()).map_err(|faults| faults.first().code());
    assert_eq!(standard, Err(FaultCode::TooLong));
    assert_eq!(read(Limits::standard().with_text(100_000)), Ok(long));
}

#[test]
fn every_code_has_a_name_of_its_own() {
    let mut names: Vec<&str> = FaultCode::ALL.iter().map(|code| code.name()).collect();
    assert!(names.is_sorted());
    names.dedup();
    assert_eq!(names.len(), FaultCode::ALL.len());
}
