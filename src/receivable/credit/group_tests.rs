//! The exposure of a group: what its members owe, in one currency.

use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::error::Error;

use chrono::NaiveDate;

use crate::receivable::credit::tests::{Checked, MANAGER, decide, known, money, order, policy};
use crate::receivable::credit::{
    ExchangeRate, Exposure, GroupExposure, GroupMember, group_exposure,
};
use crate::vocab::exact;
use crate::vocab::known::{Grade, Known};
use crate::vocab::money::Currency;
use crate::vocab::time::Days;

fn day(number: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 5, number).unwrap_or_default()
}

fn rate(pair: &str, on: u32, rate: &str) -> Result<ExchangeRate, Box<dyn Error>> {
    let (from, to) = pair.split_once('/').ok_or("no pair")?;
    let rate = exact::parse(rate).ok_or("no rate")?;
    Ok(ExchangeRate::new(
        from.parse()?,
        to.parse()?,
        day(on),
        rate,
    )?)
}

/// A member with an amount in each component.
fn member(name: &str, parts: [&str; 4]) -> Result<GroupMember, Box<dyn Error>> {
    let [ordered, shipped, invoiced, overdue] = parts;
    let exposure = Exposure::unknown()
        .with_ordered(known(ordered)?)
        .with_shipped(known(shipped)?)
        .with_invoiced(known(invoiced)?)
        .with_overdue(known(overdue)?)
        .with_oldest_overdue(Known::measured(Days::new(0)));
    Ok(GroupMember::new(name.parse()?, exposure))
}

/// A member that was invoiced one amount.
fn owes(name: &str, amount: &str) -> Result<GroupMember, Box<dyn Error>> {
    let amount = money(amount)?;
    let exposure = Exposure::zero(amount.currency()).with_invoiced(Known::measured(amount));
    Ok(GroupMember::new(name.parse()?, exposure))
}

fn in_euros(
    members: &[GroupMember],
    rates: &[ExchangeRate],
) -> Result<GroupExposure, Box<dyn Error>> {
    Ok(group_exposure(members, rates, Currency::EUR, day(15))?)
}

fn refused(members: &[GroupMember], rates: &[ExchangeRate]) -> String {
    let told = group_exposure(members, rates, Currency::EUR, day(15));
    told.map_or_else(|error| error.to_string(), |_| String::from("no error"))
}

#[test]
fn each_component_is_converted_and_rounded_by_itself() -> Checked {
    let members = [
        member("Parent", ["1 EUR", "2.005 EUR", "3 EUR", "4 EUR"])?,
        member("Daughter", ["0.01 USD", "0.03 USD", "0.05 USD", "10 USD"])?,
        member("Son", ["1000 JPY", "0 JPY", "1 JPY", "10 JPY"])?,
    ];
    let rates = [rate("USD/EUR", 1, "0.5")?, rate("JPY/EUR", 15, "0.0065")?];
    let group = in_euros(&members, &rates)?;
    // Half a cent goes to the even cent. An amount of the group's own currency stays as it is.
    assert_eq!(group.exposure.ordered, known("7.50 EUR")?);
    assert_eq!(group.exposure.shipped, known("2.025 EUR")?);
    assert_eq!(group.exposure.invoiced, known("3.03 EUR")?);
    assert_eq!(group.exposure.overdue, known("9.06 EUR")?);
    let names: Vec<_> = group
        .members
        .iter()
        .map(|one| one.member.as_str())
        .collect();
    assert_eq!(names, ["Daughter", "Parent", "Son"]);
    let [usd, jpy] = rates;
    let used: Vec<_> = group.members.iter().map(|one| one.rate).collect();
    assert_eq!(used, [Some(usd), None, Some(jpy)]);
    let [parent, daughter, son] = members.map(|one| one.exposure);
    let own: Vec<_> = group.members.iter().map(|one| one.own).collect();
    assert_eq!(own, [daughter, parent, son]);
    let converted = group.members.iter().map(|one| one.converted);
    let shipped: Vec<_> = converted.map(|one| one.shipped).collect();
    assert_eq!(
        shipped,
        [known("0.02 EUR")?, known("2.005 EUR")?, known("0 EUR")?]
    );
    Ok(())
}

#[test]
fn the_newest_rate_up_to_the_day_counts() -> Checked {
    let rates = [
        rate("USD/EUR", 14, "0.94")?,
        rate("USD/EUR", 16, "0.96")?,
        rate("USD/EUR", 10, "0.90")?,
        rate("USD/GBP", 15, "0.80")?,
    ];
    let members = [owes("Ohm", "100 USD")?];
    for (as_of, expected) in [(10, "90"), (13, "90"), (14, "94"), (15, "94"), (16, "96")] {
        let group = group_exposure(&members, &rates, Currency::EUR, day(as_of))?;
        let expected = known(&alloc::format!("{expected} EUR"))?;
        assert_eq!(group.exposure.invoiced, expected, "{as_of}");
    }
    Ok(())
}

#[test]
fn no_rate_is_turned_round_or_chained() -> Checked {
    let missing = "no exchange rate from USD to EUR is known on 2024-05-15, expected one of that day or before";
    let members = [owes("Ohm", "100 USD")?];
    let rows = [
        Vec::new(),
        [rate("EUR/USD", 1, "1.1")?].into(),
        [rate("USD/GBP", 1, "0.8")?, rate("GBP/EUR", 1, "1.2")?].into(),
        [rate("USD/EUR", 16, "0.9")?].into(),
    ];
    for rates in rows {
        assert_eq!(refused(&members, &rates), missing);
    }
    // Even nothing is converted by a rate, and of a member that nothing is known of nothing is.
    let nothing = [owes("Ohm", "0 USD")?];
    assert_eq!(refused(&nothing, &[]), missing);
    let unknown = GroupMember::new("Volt".parse()?, Exposure::unknown());
    assert_eq!(in_euros(&[unknown], &[])?.exposure, Exposure::unknown());
    Ok(())
}

#[test]
fn a_gap_of_one_member_is_one_of_the_group() -> Checked {
    let parent = owes("Parent", "100 EUR")?;
    let mut daughter = owes("Daughter", "50 EUR")?;
    daughter.exposure.shipped = Known::Unknown;
    daughter.exposure.oldest_overdue = Known::Unknown;
    let group = in_euros(&[parent, daughter], &[])?;
    assert_eq!(group.exposure.invoiced, known("150 EUR")?);
    assert_eq!(group.exposure.shipped, Known::Unknown);
    assert_eq!(group.exposure.oldest_overdue, Known::Unknown);
    assert_eq!(group.exposure.ordered, known("0 EUR")?);
    Ok(())
}

#[test]
fn the_group_is_as_old_and_as_sure_as_its_worst_member() -> Checked {
    let mut members = [
        owes("One", "100 EUR")?,
        owes("Two", "20 USD")?,
        owes("Three", "3 EUR")?,
    ];
    let grades = [Grade::Measured, Grade::Estimated, Grade::CustomerStated];
    let days = [Some(day(3)), None, Some(day(2))];
    let overdue = [7, 61, 3].map(Days::new);
    for (place, member) in members.iter_mut().enumerate() {
        let exposure = &mut member.exposure;
        let invoiced = exposure.invoiced.into_value();
        let grade = grades.get(place).copied().ok_or("no grade")?;
        let on = days.get(place).copied().ok_or("no day")?;
        exposure.invoiced = Known::of(invoiced, grade).with_on(on);
        let overdue = overdue.get(place).copied().ok_or("no days")?;
        exposure.oldest_overdue = Known::measured(overdue);
    }
    let group = in_euros(&members, &[rate("USD/EUR", 1, "0.5")?])?;
    let expected = Known::estimated(money("113 EUR")?).with_on(day(2));
    assert_eq!(group.exposure.invoiced, expected);
    assert_eq!(group.exposure.ordered, known("0 EUR")?);
    assert_eq!(
        group.exposure.oldest_overdue,
        Known::measured(Days::new(61))
    );
    Ok(())
}

#[test]
fn credit_is_judged_by_the_exposure_of_a_group_as_by_any_other() -> Checked {
    let rates = [rate("USD/EUR", 1, "0.9")?];
    for (dollars, expected) in [
        ("100 USD", crate::verdict::Decision::Permit),
        ("100.01 USD", MANAGER),
    ] {
        let members = [owes("Parent", "900 EUR")?, owes("Daughter", dollars)?];
        let mut request = order("10 EUR")?;
        request.exposure = in_euros(&members, &rates)?.exposure;
        assert_eq!(decide(&policy()?, &request)?, expected, "{dollars}");
    }
    Ok(())
}

#[test]
fn groups_that_cannot_be_are_refused_all_at_once() -> Checked {
    let one = owes("One", "1 EUR")?;
    let mut mixed = owes("Mixed", "1 USD")?;
    mixed.exposure.overdue = known("-1 GBP")?;
    let zloty = owes("Zloty", "1 PLN")?;
    let dollar = rate("USD/EUR", 1, "0.9")?;
    assert_eq!(
        refused(&[], &[]),
        "a group of no members, expected one or more"
    );
    assert_eq!(
        refused(
            &[one, mixed, one, zloty],
            &[dollar, rate("USD/EUR", 1, "0.9")?]
        ),
        "the member `Mixed`: -1 GBP and 0 USD are in different currencies, expected one currency; \
         `overdue` is -1 GBP, expected zero or more; \
         the member `One` is there twice, expected one entry a member; \
         two exchange rates from USD to EUR on 2024-05-01, expected one; \
         no exchange rate from PLN to EUR is known on 2024-05-15, expected one of that day or before"
    );
    let large = "79228162514264337593543950335";
    let much = [
        owes("One", &alloc::format!("{large} EUR"))?,
        owes("Two", "1 EUR")?,
    ];
    assert_eq!(
        refused(&much, &[]),
        alloc::format!("{large} EUR plus 1 EUR has too many digits, expected at most 28")
    );
    let much = [owes("One", &alloc::format!("{large} USD"))?];
    assert_eq!(
        refused(&much, &[rate("USD/EUR", 1, "2")?]),
        alloc::format!("{large} USD times 2 has too many digits, expected at most 28")
    );
    let gold = group_exposure(
        &[one],
        &[rate("EUR/XAU", 1, "0.0004")?],
        Currency::XAU,
        day(15),
    );
    assert_eq!(
        gold.map_err(|error| error.to_string()).err().as_deref(),
        Some(
            "0.0000 XAU cannot be rounded, expected a currency with a smallest unit such as `EUR`"
        )
    );
    Ok(())
}
