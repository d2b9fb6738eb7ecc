use alloc::boxed::Box;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::error::Error;

use chrono::NaiveDate;

use super::cap::within_cap;
use super::{
    ChargeCap, ChargePolicy, ChargeRate, Costs, DailyCharge, LateCharge, LateCharges, ReminderFee,
    late_charges,
};
use crate::receivable::charge::CapScope;
use crate::receivable::interest::{BalanceChange, Cap, LateDebt, Pause};
use crate::vocab::money::RoundedMoney;
use crate::vocab::share::Share;
use crate::vocab::time::Days;

type Answer<T = ()> = Result<T, Box<dyn Error>>;

#[track_caller]
fn date(text: &str) -> NaiveDate {
    match text.parse() {
        Ok(date) => date,
        Err(error) => panic!("`{text}` of the test: {error}"),
    }
}

#[track_caller]
fn money(text: &str) -> RoundedMoney {
    match text.parse() {
        Ok(money) => money,
        Err(error) => panic!("`{text}` of the test: {error}"),
    }
}

/// 10 000 EUR of 1 January 2024, due on a day.
fn debt(due: &str) -> Answer<LateDebt> {
    Ok(LateDebt::new(
        "10000 EUR".parse()?,
        date("2024-01-01"),
        date(due),
    )?)
}

fn percent(percent: u64) -> Answer<ChargeRate> {
    Ok(ChargeRate::Share(Share::percent(percent)?))
}

/// Returns the number of each charge, its balance and its amount, and the total.
fn told(charges: &LateCharges) -> String {
    let rows = charges.rows.iter().map(|row| {
        let (first, last) = (row.first, row.last);
        let (count, balance, amount) = (row.count, row.balance, row.amount);
        format!(
            "{first}/{last} {count} of {} = {}",
            balance.amount(),
            amount.amount()
        )
    });
    let rows: Vec<String> = rows.collect();
    format!("{} | {}", rows.join(", "), charges.total.amount())
}

fn charged(charge: LateCharge, debt: &LateDebt, as_of: &str) -> Answer<String> {
    let policy = ChargePolicy::none().with_charge(charge)?;
    Ok(told(&late_charges(&policy, debt, date(as_of))?))
}

#[test]
fn a_month_counts_when_it_begins_or_when_it_is_over() -> Answer {
    let (begun, over) = (
        LateCharge::MonthBegun(percent(1)?),
        LateCharge::WholeMonth(percent(1)?),
    );
    for (due, as_of, begun_in_all, over_in_all) in [
        ("2024-01-31", "2024-01-31", "0.00", "0.00"), // on time
        ("2024-01-31", "2024-02-01", "100.00", "0.00"),
        ("2024-01-31", "2024-02-28", "100.00", "0.00"),
        ("2024-01-31", "2024-02-29", "100.00", "100.00"), // the last of a shorter month
        ("2024-01-31", "2024-03-01", "200.00", "100.00"),
        ("2024-01-31", "2024-03-15", "200.00", "100.00"),
        ("2024-01-31", "2024-03-31", "200.00", "200.00"),
        ("2024-01-15", "2024-02-15", "100.00", "100.00"),
        ("2024-01-15", "2024-02-16", "200.00", "100.00"),
        ("2024-01-15", "2025-01-15", "1200.00", "1200.00"),
    ] {
        let debt = debt(due)?;
        for (charge, expected) in [(begun, begun_in_all), (over, over_in_all)] {
            let charged = charged(charge, &debt, as_of)?;
            assert!(
                charged.ends_with(&format!("| {expected}")),
                "{due} {as_of}: {charged}"
            );
        }
    }
    Ok(())
}

#[test]
fn a_share_is_of_what_is_late_at_the_start_of_its_day() -> Answer {
    let half = |on: &str| -> Answer<LateDebt> {
        let paid = BalanceChange::payment(date(on), "5000 EUR".parse()?);
        Ok(debt("2024-01-31")?.with_change(paid)?)
    };
    let begun = LateCharge::MonthBegun(percent(1)?);
    // Paid on the first day of the second month, it was late at the start of that day.
    for (paid, expected) in [
        (
            "2024-02-29",
            "2024-02-01/2024-02-01 1 of 10000 = 100.00, 2024-03-01/2024-03-01 1 of 5000 = 50.00 | 150.00",
        ),
        (
            "2024-03-01",
            "2024-02-01/2024-03-01 2 of 10000 = 200.00 | 200.00",
        ),
    ] {
        assert_eq!(
            charged(begun, &half(paid)?, "2024-03-15")?,
            expected,
            "{paid}"
        );
    }
    let once = LateCharge::Once(percent(5)?);
    let in_time = charged(once, &half("2024-01-31")?, "2024-06-01")?;
    assert_eq!(in_time, "2024-02-01/2024-02-01 1 of 5000 = 250.00 | 250.00");
    let late = charged(once, &half("2024-02-01")?, "2024-06-01")?;
    assert_eq!(late, "2024-02-01/2024-02-01 1 of 10000 = 500.00 | 500.00");
    Ok(())
}

#[test]
fn an_amount_for_each_day_ends_at_its_most_and_with_the_debt() -> Answer {
    let daily = |most: Option<&str>| {
        let (amount, most) = (money("3.50 EUR"), most.map(money));
        LateCharge::Daily(DailyCharge { amount, most })
    };
    let open = debt("2024-01-31")?;
    let settled = BalanceChange::payment(date("2024-02-10"), "10000 EUR".parse()?);
    let paid = open.clone().with_change(settled)?;
    for (debt, most, as_of, expected) in [
        (
            &open,
            None,
            "2024-02-01",
            "2024-02-01/2024-02-01 1 of 10000 = 3.50 | 3.50",
        ),
        (
            &open,
            None,
            "2024-03-01",
            "2024-02-01/2024-03-01 30 of 10000 = 105.00 | 105.00",
        ),
        (
            &open,
            Some("100 EUR"),
            "2024-03-01",
            "2024-02-01/2024-03-01 30 of 10000 = 100.00 | 100.00",
        ),
        (
            &open,
            Some("105 EUR"),
            "2024-03-01",
            "2024-02-01/2024-03-01 30 of 10000 = 105.00 | 105.00",
        ),
        (
            &paid,
            None,
            "2024-06-01",
            "2024-02-01/2024-02-10 10 of 10000 = 35.00 | 35.00",
        ),
    ] {
        assert_eq!(
            charged(daily(most), debt, as_of)?,
            expected,
            "{most:?} {as_of}"
        );
    }
    // A day of which nothing is said costs as long as the debt is late, however far it lies.
    let far = charged(daily(None), &open, "+262142-12-31")?;
    assert!(
        far.starts_with("2024-02-01/+262142-12-31 95006483 of"),
        "{far}"
    );
    Ok(())
}

#[test]
fn what_is_disputed_and_what_is_paid_in_the_grace_cost_nothing() -> Answer {
    let begun = LateCharge::MonthBegun(percent(1)?);
    let paused = |from: &str, to: &str, part: Option<&str>| -> Answer<LateDebt> {
        let mut pause = Pause::new(date(from), Some(date(to)));
        pause.amount = part.map(|part| money(part).money());
        Ok(debt("2024-01-31")?.with_pause(pause)?)
    };
    for (debt, total) in [
        (paused("2024-03-01", "2024-03-02", None)?, "100.00"), // on the day of the charge
        (paused("2024-03-02", "2024-03-10", None)?, "200.00"),
        (paused("2024-02-10", "2024-03-01", None)?, "200.00"),
        (
            paused("2024-03-01", "2024-04-01", Some("4000 EUR"))?,
            "160.00",
        ),
    ] {
        let charged = charged(begun, &debt, "2024-03-15")?;
        assert!(charged.ends_with(&format!("| {total}")), "{charged}");
    }
    let grace = ChargePolicy::none()
        .with_charge(begun)?
        .with_grace(Days::new(5));
    let part = BalanceChange::payment(date("2024-02-05"), "6000 EUR".parse()?);
    let part_in_grace = debt("2024-01-31")?.with_change(part)?;
    let part = BalanceChange::payment(date("2024-02-06"), "6000 EUR".parse()?);
    let part_behind = debt("2024-01-31")?.with_change(part)?;
    for (debt, as_of, total) in [
        (&debt("2024-01-31")?, "2024-02-05", "0.00"),
        (&debt("2024-01-31")?, "2024-02-06", "100.00"),
        (&part_in_grace, "2024-02-06", "40.00"),
        (&part_behind, "2024-02-06", "100.00"),
    ] {
        let charged = late_charges(&grace, debt, date(as_of))?.total;
        assert_eq!(charged.amount().to_string(), total, "{as_of}");
    }
    Ok(())
}

#[test]
fn a_cap_takes_from_the_later_charges() -> Answer {
    let policy = ChargePolicy::none()
        .with_charge(LateCharge::MonthBegun(percent(1)?))?
        .with_charge(LateCharge::Once(ChargeRate::Amount(money("40 EUR"))))?;
    let capped = |most: Cap| {
        policy.clone().with_cap(ChargeCap {
            most,
            counts: CapScope::Charges,
        })
    };
    let debt = debt("2024-01-31")?;
    for (most, expected, is_capped) in [
        ("339.99 EUR", "339.99", true),
        ("340 EUR", "340.00", false),
        ("340.01 EUR", "340.00", false),
        ("0 EUR", "0.00", true),
    ] {
        let policy = capped(Cap::Amount(money(most).money()))?;
        let charges = late_charges(&policy, &debt, date("2024-04-15"))?;
        assert_eq!(charges.total.amount().to_string(), expected, "{most}");
        assert_eq!(charges.is_capped, is_capped, "{most}");
        let rows = charges.rows.iter().map(|row| row.amount.minor_units());
        assert_eq!(rows.sum::<i128>(), charges.total.minor_units());
    }
    let share = capped(Cap::ShareOfPrincipal(Share::new(1, 300)?))?;
    let total = late_charges(&share, &debt, date("2024-04-15"))?.total;
    assert_eq!(total.to_string(), "33.33 EUR");
    Ok(())
}

#[test]
fn a_cap_on_all_costs_lets_none_become_another() -> Answer {
    // 40 at once, 30 for each ten days, and interest of 1 a day.
    let due = date("2024-01-31");
    let on = |day: NaiveDate| -> Result<Costs, Box<dyn Error>> {
        let days = day.signed_duration_since(due).num_days();
        let fixed = if days > 0 { 40 + 30 * (days / 10) } else { 0 };
        Ok(Costs {
            fixed: fixed.into(),
            interest: days.into(),
        })
    };
    let costs = |cap: i128, day: &str| within_cap(cap, due, date(day), on);
    for (cap, day, fixed, interest) in [
        (100, "2024-02-01", 40, 1),
        (100, "2024-02-09", 40, 9),
        (100, "2024-02-10", 70, 10),
        (100, "2024-02-19", 70, 19),
        (100, "2024-02-20", 81, 19), // the second thirty meet the cap
        (100, "2030-01-01", 81, 19),
        (75, "2024-03-01", 66, 9),
        (30, "2024-02-01", 30, 0),
        (30, "2025-01-01", 30, 0),
        (0, "2025-01-01", 0, 0),
    ] {
        let expected = Costs { fixed, interest };
        assert_eq!(costs(cap, day)?, expected, "{cap} {day}");
    }
    Ok(())
}

#[test]
fn amounts_that_cannot_be_charged_are_refused() -> Answer {
    let none = ChargePolicy::none;
    let flat = |amount| LateCharge::Once(ChargeRate::Amount(money(amount)));
    let daily = |amount, most| {
        let (amount, most) = (money(amount), Some(money(most)));
        LateCharge::Daily(DailyCharge { amount, most })
    };
    let cap = ChargeCap {
        most: Cap::Amount("-1 EUR".parse()?),
        counts: CapScope::AllCosts,
    };
    let reminder = ReminderFee {
        amount: money("-0.01 EUR"),
        free: 0,
    };
    for (policy, message) in [
        (
            none().with_charge(flat("0 EUR")),
            "a charge of 0.00 EUR, expected more than nothing",
        ),
        (
            none().with_charge(daily("1 EUR", "0 EUR")),
            "a charge of 0.00 EUR, expected more than nothing",
        ),
        (
            none().with_charge(daily("-1 EUR", "0 EUR")),
            "a charge of -1.00 EUR, expected more than nothing; a charge of 0.00 EUR, expected more than nothing",
        ),
        (
            none().with_reminder(reminder),
            "a charge of -0.01 EUR, expected more than nothing",
        ),
        (
            none().with_returned_payment(money("0 EUR")),
            "a charge of 0.00 EUR, expected more than nothing",
        ),
        (
            none().with_cap(cap),
            "charges of -1 EUR at most, expected nothing or more",
        ),
    ] {
        assert_eq!(
            policy.map_err(|error| error.to_string()),
            Err(message.into())
        );
    }
    let dollars = none().with_charge(flat("5 USD"))?;
    let error = late_charges(&dollars, &debt("2024-01-31")?, date("2024-03-01"));
    assert_eq!(
        error.map_err(|error| error.to_string()),
        Err("10000 EUR and 5.00 USD are in different currencies, expected one currency".into())
    );
    Ok(())
}

#[test]
fn json_says_what_is_charged() -> Answer {
    let json = r#"{"charges":[{"daily":{"amount":{"amount":"1.00","currency":"EUR"},"most":"none"}},{"once":{"share":{"part":"1","whole":"100"}}}],"grace":3,"cap":{"most":{"share-of-principal":{"part":"1","whole":"10"}},"counts":"all-costs"},"rounding":"half-even","reminder":{"amount":{"amount":"5.00","currency":"EUR"},"free":1},"returned-payment":"none"}"#;
    let policy: ChargePolicy = serde_json::from_str(json)?;
    assert_eq!(serde_json::to_string(&policy)?, json);
    for (right, wrong) in [
        (r#""amount":"1.00""#, r#""amount":"0""#),
        (
            r#""returned-payment":"none""#,
            r#""returned-payment":{"amount":"0","currency":"EUR"}"#,
        ),
        (r#","returned-payment":"none""#, ""),
    ] {
        let refused = json.replace(right, wrong);
        assert!(
            serde_json::from_str::<ChargePolicy>(&refused).is_err(),
            "{wrong}"
        );
    }
    Ok(())
}
