//! Any account is stated, or every fault of it is told with its place.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use chrono::NaiveDate;
use keqing::policy::Policy;
use keqing::verdict::Render;
use keqing::vocab::words::Locale;
use serde_json::{Value, json};

use crate::input::{Account, Source};
use crate::laws::{self, Asked};
use crate::period::Period;
use crate::{EMBEDDED, ORDER, WRITTEN, house, last_day, order};

pub(crate) fn written() -> Result<Policy> {
    house::overlaid(&Policy::standard(), WRITTEN, Path::new("policy.toml"))
}

fn embedded() -> Result<Value> {
    Ok(serde_json::from_str(EMBEDDED)?)
}

/// States an account on the day of its last event, as the example does.
fn state(account: &Value, rest: bool) -> Result<Account> {
    let text = account.to_string();
    let source = Source::read(&text, Path::new("account.json"))?;
    let as_of = last_day::of(source.account());
    let as_of = as_of.ok_or_else(|| source.without_a_day())?;
    source.state(written()?.receivable(), None, as_of, rest)
}

/// The lines of the error of an account, without the lines and columns in front of them.
fn faults(account: &Value) -> Vec<String> {
    let error = state(account, false).err();
    let error = error.map(|error| error.to_string()).unwrap_or_default();
    let lines = error.lines();
    let told = lines.map(|line| match line.split_once(": ") {
        Some((place, told)) if place.starts_with(|one: char| one.is_ascii_digit()) => told,
        _ => line,
    });
    told.map(str::to_owned).collect()
}

fn amount(amount: &str, currency: &str) -> Value {
    json!({"amount": amount, "currency": currency})
}

fn push(account: &mut Value, list: &str, event: Value) -> Result<()> {
    let fields = account.as_object_mut().context("an object")?;
    let list = fields.entry(list).or_insert_with(|| json!([]));
    list.as_array_mut().context("a list")?.push(event);
    Ok(())
}

fn set(account: &mut Value, path: &str, value: Value) -> Result<()> {
    *account.pointer_mut(path).with_context(|| path.to_owned())? = value;
    Ok(())
}

/// The embedded account with faults of every kind: two events that cannot be read, three that cannot be, and one that
/// only follows from another.
fn faulty() -> Result<Value> {
    let mut account = embedded()?;
    set(&mut account, "/payments/0/amount/amount", json!("abc"))?;
    set(&mut account, "/invoices/2/due", json!("31.03.2024"))?;
    set(
        &mut account,
        "/payments/3/amount/amount",
        json!("44296.005"),
    )?;
    let (id, date) = ("PAY-9", "2024-05-11");
    push(
        &mut account,
        "payments",
        json!({"id": id, "date": date, "amount": amount("5.00", "USD")}),
    )?;
    let (id, date) = ("WO-9", "2024-05-12");
    push(
        &mut account,
        "write-offs",
        json!({"id": id, "date": date, "document": "INV-777"}),
    )?;
    Ok(account)
}

#[test]
fn every_fault_is_told_at_once_with_its_path() -> Result<()> {
    let follows = ", which may follow from another fault";
    let told = faults(&faulty()?);
    let wanted = [
        "invoices[2].due: \"31.03.2024\" is not a date, ".to_owned(),
        "payments[0].amount.amount: `abc` is not a decimal, ".to_owned(),
        format!("payments[2] (`PAY-2`): the document `INV-102` is not in the account{follows}"),
        "payments[3] (`CHQ-7`): 44296.005 CNY has parts of the smallest unit".to_owned(),
        "payments[6] (`PAY-9`): the amount is in USD, expected the CNY of the account".to_owned(),
        format!(
            "returned-payments[0] (`BACK-7`): the payment `CHQ-7` is not in the account{follows}"
        ),
        format!("credit-notes[0] (`CN-1`): the document `INV-102` is not in the account{follows}"),
        "write-offs[2] (`WO-9`): the document `INV-777` is not in the account".to_owned(),
    ];
    for line in &wanted {
        ensure!(
            told.iter().any(|one| one.starts_with(line)),
            "{line} in {told:#?}"
        );
    }
    ensure!(told.len() == wanted.len(), "{told:#?}");
    ensure!(
        !told
            .iter()
            .any(|one| one.ends_with("INV-777` is not in the account, which"))
    );
    Ok(())
}

#[test]
fn the_place_of_an_event_is_that_in_the_document() -> Result<()> {
    let mut account = embedded()?;
    set(&mut account, "/payments/0/date", json!("soon"))?;
    let date = "2024-05-12";
    push(
        &mut account,
        "payments",
        json!({"id": "PAY-9", "date": date, "amount": amount("5.00", "USD")}),
    )?;
    let text = serde_json::to_string_pretty(&account)?;
    let source = Source::read(&text, Path::new("account.json"))?;
    let as_of = "2024-05-20".parse()?;
    let error = source
        .state(written()?.receivable(), None, as_of, false)
        .err();
    let error = error.context("an error")?.to_string();
    let line = error
        .lines()
        .find(|line| line.contains("PAY-9"))
        .context("a line")?;
    let (number, told) = line.split_once(':').context("a place")?;
    ensure!(told.contains("payments[6] (`PAY-9`)"), "{line}");
    let above = text.lines().take(number.parse()?).collect::<Vec<_>>();
    ensure!(
        above.len() > 1
            && text
                .lines()
                .nth(above.len())
                .is_some_and(|line| line.contains("amount")),
        "{line}"
    );
    Ok(())
}

#[test]
fn the_rest_is_stated_and_what_is_left_out_is_told() -> Result<()> {
    let Account {
        stated,
        left_out,
        account,
    } = state(&faulty()?, true)?;
    ensure!(left_out.len() == 8, "{left_out:#?}");
    ensure!(account.payments.len() == 3, "{:?}", account.payments);
    let text = stated.display(Locale::En).to_string();
    ensure!(
        text.contains("INV-101") && !text.contains("PAY-2"),
        "{text}"
    );
    let sound = state(&embedded()?, true)?;
    ensure!(sound.left_out.is_empty());
    ensure!(sound.stated == state(&embedded()?, false)?.stated);
    Ok(())
}

#[test]
fn a_reminder_that_cannot_be_leaves_the_reminders_out() -> Result<()> {
    let mut account = embedded()?;
    push(
        &mut account,
        "reminders",
        json!({"step": "remind", "on": "2024-05-19", "documents": []}),
    )?;
    let told = faults(&account);
    ensure!(
        matches!(&told[..], [one] if one.starts_with("reminders")),
        "{told:?}"
    );
    let rest = state(&account, true)?;
    ensure!(rest.left_out.len() == 1 && rest.account.reminders.is_empty());
    Ok(())
}

#[test]
fn a_fault_of_the_whole_leaves_nothing_to_state() -> Result<()> {
    let mut account = embedded()?;
    set(&mut account, "/currency", json!("XYZ"))?;
    set(&mut account, "/payments/0/date", json!("soon"))?;
    for rest in [false, true] {
        let error = state(&account, rest).err().context("an error")?.to_string();
        ensure!(
            error.contains("currency: unknown currency `XYZ`"),
            "{error}"
        );
        ensure!(error.contains("payments[0].date: "), "{error}");
    }
    let nothing = json!({"customer": "Ningbo Pumps", "currency": "CNY"});
    let told = faults(&nothing);
    ensure!(
        told == ["there is no event, expected one or the option --as-of"],
        "{told:?}"
    );
    Ok(())
}

#[test]
fn accounts_in_any_currency_are_judged_and_stated() -> Result<()> {
    let policy = written()?;
    for (currency, total, least) in [
        ("JPY", "110000", "1 JPY"),
        ("KWD", "1234.567", "0.001 KWD"),
        ("EUR", "0.01", "0.01 EUR"),
    ] {
        let amounts = json!({"untaxed": amount(total, currency), "tax": amount("0", currency)});
        let invoice = json!({"id": "<b>1</b>", "amounts": amounts, "dates": {"invoice": "1999-01-10"}, "due": null});
        let account =
            json!({"customer": "<b>Osaka</b>", "currency": currency, "invoices": [invoice]});
        let Account {
            stated, account, ..
        } = state(&account, false)?;
        let next = order::amount(None, account.currency)?;
        let told = order::told(policy.receivable(), &stated, next, Locale::En)?;
        ensure!(
            told.starts_with(&format!("The next order of {least} on credit\n")),
            "{told}"
        );
        ensure!(stated.display(Locale::En).to_string().contains(total));
    }
    Ok(())
}

#[test]
fn an_order_is_in_the_currency_of_the_account() -> Result<()> {
    let yuan = keqing::vocab::money::Currency::CNY;
    ensure!(order::amount(Some(ORDER.trim_ascii()), yuan)?.to_string() == "200000 CNY");
    // No order is of a tenth of a fen.
    ensure!(order::amount(Some("5.001"), yuan).is_err());
    ensure!(order::amount(Some("5.50 CNY"), yuan)?.to_string() == "5.50 CNY");
    for (given, said) in [
        ("5 EUR", "the order: 5 EUR is not in the CNY of the account"),
        ("x", "the order"),
    ] {
        let error = order::amount(Some(given), yuan).err().context("an error")?;
        ensure!(error.to_string() == said, "{error}");
    }
    Ok(())
}

#[test]
fn a_period_is_from_a_day_of_a_month_or_to_a_day() -> Result<()> {
    let day = |text: &str| text.parse::<NaiveDate>();
    for (text, from, until) in [
        ("2024-03-01", "2024-03-01", None),
        ("2024-02", "2024-02-01", Some("2024-02-29")),
        ("2024-12", "2024-12-01", Some("2024-12-31")),
        ("2024-03-05..2024-04-02", "2024-03-05", Some("2024-04-02")),
    ] {
        let period: Period = text.parse().map_err(anyhow::Error::msg)?;
        let until = until.map(day).transpose()?;
        ensure!(
            period
                == Period {
                    from: day(from)?,
                    until
                },
            "{text}"
        );
    }
    for text in ["2024-13", "March", "", "2024-03-01..", "2024"] {
        ensure!(text.parse::<Period>().is_err(), "{text}");
    }
    Ok(())
}

#[test]
fn the_last_day_is_that_of_the_last_event() -> Result<()> {
    let mut account = json!({"customer": "Ningbo Pumps", "currency": "CNY"});
    let last = |account: &Value| -> Result<Option<NaiveDate>> {
        Ok(last_day::of(&serde_json::from_value(account.clone())?))
    };
    ensure!(last(&account)?.is_none());
    let waived = embedded()?
        .pointer("/waivers/0")
        .context("a waiver")?
        .clone();
    let dated =
        json!({"date": "2024-01-01", "on": "2024-01-01", "id": "1", "amount": amount("5", "CNY")});
    let mut year = 2001_u32..;
    for (list, fields) in [
        (
            "invoices",
            json!({"amounts": {"untaxed": amount("5", "CNY"), "tax": amount("0", "CNY")}, "due": "2999-01-01"}),
        ),
        ("payments", json!({})),
        ("returned-payments", json!({"document": "1"})),
        ("credit-notes", json!({})),
        ("write-offs", json!({"document": "1"})),
        ("waivers", waived),
        ("refunds", json!({})),
        ("fees", json!({})),
        ("set-offs", json!({})),
        ("disputes", json!({"document": "1", "until": "2999-01-01"})),
        ("promises", json!({"by": "2999-01-01"})),
        (
            "retentions",
            json!({"document": "1", "release": "2999-01-01"}),
        ),
        ("reminders", json!({"step": "remind", "documents": ["1"]})),
    ] {
        let day = format!("{}-01-01", year.next().context("a year")?);
        let mut event = fields;
        let own = event.as_object_mut().context("an object")?;
        for name in ["id", "amount"] {
            let value = dated.get(name).context("a field")?.clone();
            own.entry(name).or_insert(value);
        }
        match list {
            "invoices" => {
                own.remove("amount");
                own.insert("dates".into(), json!({"invoice": day}))
            }
            "reminders" => {
                own.retain(|name, _| name == "step" || name == "documents");
                own.insert("on".into(), json!(day))
            }
            _ => own.insert("date".into(), json!(day)),
        };
        push(&mut account, list, event)?;
        ensure!(last(&account)? == Some(day.parse()?), "{list}");
    }
    Ok(())
}

#[test]
fn two_laws_tell_one_debt_segment_by_segment() -> Result<()> {
    let stated = state(&embedded()?, false)?.stated;
    let laws = ["CN".parse()?, "DE".parse()?];
    let asked = |debtor: &str, creditor: Option<&str>| -> Result<String> {
        let asked = Asked {
            laws: &laws,
            debtor: debtor.parse()?,
            creditor: creditor.map(str::parse).transpose()?,
            document: None,
        };
        laws::told(&stated, &asked, Locale::En)
    };
    let told = asked("large-enterprise", Some("small-enterprise"))?;
    // 96,050 for 18 days, 95,192.81 less what is disputed for 8, and the rest for 10.
    let row = told.lines().find(|line| line.contains("2024-05-03"));
    let cells: Vec<&str> = row
        .unwrap_or_default()
        .split("  ")
        .map(str::trim)
        .filter(|cell| !cell.is_empty())
        .collect();
    assert_eq!(
        cells,
        [
            "2024-05-03",
            "2024-05-10",
            "95192.81",
            "18.25 % per year",
            "380.77",
            "2024-05-10",
            "95192.81",
            "12.62 % per year",
            "263.31",
        ]
    );
    assert!(told.contains("  CN  governed by a regime"), "{told}");
    assert!(told.contains("none on a debt in this currency"), "{told}");
    // The regulation of China protects small suppliers of large ones, and nobody says that this is one.
    let told = asked("business", None)?;
    assert!(told.contains("  CN  governed by no known regime"), "{told}");
    let unknown = Asked {
        laws: &laws,
        debtor: "business".parse()?,
        creditor: None,
        document: Some("INV-999".parse()?),
    };
    let error = laws::told(&stated, &unknown, Locale::En)
        .err()
        .context("an error")?;
    assert_eq!(
        error.to_string(),
        "`INV-999` is no late document of the account"
    );
    Ok(())
}
