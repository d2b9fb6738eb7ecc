use alloc::string::{String, ToString};

use super::{Parties, Party};
use crate::vocab::words::{Role, Side};

const WHOLE: &str = r#"{"supplier-organization":{"id":"s-1","name":"杭州阀门"},"supplier-operator":{"people":[{"id":"li-na","department":"sales","level":"operator"}]},"customer-organization":{"id":"c-1","name":"Ningbo Pumps"},"customer-operator":{"vacant":{"since":"2024-03-01"}}}"#;

#[track_caller]
fn is_refused(json: &str, because: &str) {
    let error = serde_json::from_str::<Parties>(json).map_err(|error| error.to_string());
    let message = error.err().unwrap_or_default();
    assert!(message.starts_with(because), "{message}");
}

#[test]
fn json_goes_round() -> Result<(), serde_json::Error> {
    let parties: Parties = serde_json::from_str(WHOLE)?;
    assert_eq!(serde_json::to_string(&parties)?, WHOLE);
    Ok(())
}

#[test]
fn each_role_has_to_be_there() -> Result<(), serde_json::Error> {
    for role in Role::ALL {
        let mut json: serde_json::Map<String, serde_json::Value> = serde_json::from_str(WHOLE)?;
        json.remove(&role.to_string());
        let because = alloc::format!("the {role} is missing");
        is_refused(&serde_json::to_string(&json)?, &because);
    }
    Ok(())
}

#[test]
fn who_has_left_stays_in_the_register_of_a_vacant_place() -> Result<(), serde_json::Error> {
    let left = |until: &str| {
        let li = r#"{"id":"li-na","department":"sales","level":"operator"}"#;
        let gone = li.replace("}", &alloc::format!(",\"until\":\"{until}\"}}"));
        let people = alloc::format!(r#"{{"people":[{li}]}}"#);
        let since = alloc::format!(r#"{{"left":{{"since":"2024-06-01","people":[{gone}]}}}}"#);
        WHOLE.replace(&people, &since)
    };
    let parties: Parties = serde_json::from_str(&left("2024-05-31"))?;
    assert!(parties.vacant_since(Side::Supplier).is_some());
    assert_eq!(parties.operators(Side::Supplier).len(), 1);
    let again = serde_json::to_string(&parties)?;
    assert_eq!(serde_json::from_str::<Parties>(&again)?, parties);
    is_refused(
        &left("2024-06-01"),
        "the place is vacant since 2024-06-01, and `li-na` acts on that day: give `until`",
    );
    Ok(())
}

#[test]
fn what_cannot_be_is_refused_on_the_way_in() {
    is_refused(
        &WHOLE.replace("c-1", "s-1"),
        "a relationship joins two organizations",
    );
    is_refused(
        &WHOLE.replace("杭州阀门", " "),
        "a name has one to 96 bytes",
    );
    is_refused(
        &WHOLE.replace("\"id\":\"c-1\"", "\"vat\":\"c-1\""),
        "unknown field `vat`",
    );
    is_refused(
        &WHOLE.replace("customer-operator", "agent"),
        "unknown field `agent`",
    );
    is_refused(
        &WHOLE.replace(r#"{"vacant":{"since":"2024-03-01"}}"#, r#"{"people":[]}"#),
        "an operator is one or more people",
    );
}

#[test]
fn ties_run_from_the_supplier_to_the_customer() -> Result<(), serde_json::Error> {
    let parties: Parties = serde_json::from_str(WHOLE)?;
    let across = parties
        .ties()
        .filter(|(pair, ..)| pair.roles().0.side() != pair.roles().1.side());
    for (pair, subject, _) in across {
        let (role, object) = pair.roles();
        assert_eq!(
            (role.side(), object.side()),
            (Side::Supplier, Side::Customer)
        );
        assert_eq!(subject, parties.party(role));
    }
    let customer = Party::Organization(parties.organization(Side::Customer));
    assert_eq!(*parties.all().of(Role::CustomerOrganization), customer);
    Ok(())
}
