//! The JSON of groups and their rates of exchange.

use keqing::receivable::credit::{ExchangeRate, Exposure, GroupMember, group_exposure};
use keqing::vocab::known::Known;
use keqing::vocab::money::Currency;
use rust_decimal::Decimal;

use crate::support::errors::{Failure, day};
use crate::support::golden::{golden, shorter};

/// An exposure of one invoiced amount in JSON.
fn invoiced(amount: &str, currency: &str) -> String {
    format!(
        r#"{{
            "ordered": null, "shipped": null,
            "invoiced": {{
                "value": {{"amount": "{amount}", "currency": "{currency}"}}, "grade": "customer-stated"
            }},
            "overdue": null, "oldest-overdue": null
        }}"#
    )
}

fn member(name: &str, amount: &str) -> Result<GroupMember, Failure> {
    let invoiced = Known::customer_stated(amount.parse()?);
    let exposure = Exposure::unknown().with_invoiced(invoiced);
    Ok(GroupMember::new(name.parse()?, exposure))
}

#[test]
fn a_rate_is_an_exact_number_from_a_day_on() -> Result<(), Failure> {
    let on = day("2024-05-02")?;
    let rate = ExchangeRate::new(Currency::USD, Currency::EUR, on, Decimal::new(93_450, 5))?;
    golden(
        &rate,
        r#"{"from": "USD", "to": "EUR", "on": "2024-05-02", "rate": "0.93450"}"#,
    );
    for refused in [
        r#"{"from": "USD", "to": "EUR", "on": "2024-05-02", "rate": 0.9345}"#,
        r#"{"from": "USD", "to": "EUR", "on": "2024-05-02"}"#,
        r#"{"from": "USD", "to": "EUR", "on": "2024-05-02", "rate": "1", "by": "ecb"}"#,
        r#"{"from": "USD", "to": "EUR", "rate": "1"}"#,
    ] {
        assert!(serde_json::from_str::<ExchangeRate>(refused).is_err());
    }
    Ok(())
}

#[test]
fn a_group_says_what_each_member_contributes() -> Result<(), Failure> {
    let (parent, daughter) = (member("Ohm", "1 EUR")?, member("Ohm Inc.", "2.00 USD")?);
    let of =
        |name: &str, exposure: &str| format!(r#"{{"member": "{name}", "exposure": {exposure}}}"#);
    golden(&daughter, &of("Ohm Inc.", &invoiced("2.00", "USD")));
    let nothing = GroupMember::new("Ohm".parse()?, Exposure::unknown());
    shorter(&of("Ohm", "{}"), &nothing);
    let rate = ExchangeRate::new(
        Currency::USD,
        Currency::EUR,
        day("2024-05-02")?,
        Decimal::new(9, 1),
    )?;
    let as_of = day("2024-05-31")?;
    let group = group_exposure(&[daughter, parent], &[rate], Currency::EUR, as_of)?;
    let own = invoiced("1", "EUR");
    golden(
        &group,
        &format!(
            r#"{{
                "exposure": {},
                "members": [
                    {{"member": "Ohm", "own": {own}, "converted": {own}, "rate": null}},
                    {{
                        "member": "Ohm Inc.", "own": {}, "converted": {},
                        "rate": {{"from": "USD", "to": "EUR", "on": "2024-05-02", "rate": "0.9"}}
                    }}
                ]
            }}"#,
            invoiced("2.80", "EUR"),
            invoiced("2.00", "USD"),
            invoiced("1.80", "EUR"),
        ),
    );
    Ok(())
}
