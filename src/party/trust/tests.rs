use alloc::string::ToString;
use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{PersonTrust, TrustError, TrustPicture, TrustPolicy, assess_trust};
use crate::party::parties::Parties;
use crate::party::sample::id;
use crate::verdict::{Assessment, Fact, Outcome, Reading, RuleId};
use crate::vocab::known::{Grade, Known, Stated, Statement};
use crate::vocab::words::{Side, TrustLevel};

type Failure = alloc::boxed::Box<dyn core::error::Error>;

fn parties(customer: &str) -> Result<Parties, serde_json::Error> {
    let json = r#"{"supplier-organization":{"id":"s","name":"s"},"supplier-operator":{"people":[{"id":"a","department":"sales","level":"operator"}]},"customer-organization":{"id":"c","name":"c"},"customer-operator":CUSTOMER}"#;
    serde_json::from_str(&json.replace("CUSTOMER", customer))
}

const TWO: &str = r#"{"people":[{"id":"b","department":"quality","level":"manager"},{"id":"c","department":"sales","level":"operator"}]}"#;

const THREE: &str = r#"{"people":[{"id":"b","department":"quality","level":"manager"},{"id":"c","department":"sales","level":"operator"},{"id":"d","department":"sales","level":"operator"}]}"#;

fn day(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 6, 1).unwrap_or_default()
}

fn trusts(name: &str, level: TrustLevel) -> PersonTrust {
    said(name, Stated::customer_stated(level))
}

fn said(name: &str, level: Stated<TrustLevel>) -> PersonTrust {
    PersonTrust {
        person: id(name),
        level,
    }
}

fn ask(
    parties: &Parties,
    people: &[PersonTrust],
    organizational: Known<TrustLevel>,
) -> Result<Assessment<TrustPicture>, TrustError> {
    let policy = TrustPolicy::standard();
    assess_trust(&policy, parties, people, &organizational.into(), day(2024))
}

#[test]
fn the_level_of_most_people_may_hide_one_of_them() -> Result<(), Failure> {
    use TrustLevel::{Absent, First, Full};
    // One of ours, and three of the customer's.
    let table = [
        ([Full, Full, Full, Full], Full, false),
        ([Full, First, Full, Full], Full, true),
        ([Full, Absent, First, Full], First, true),
        ([Full, First, First, Full], First, false),
        ([Full, Absent, Absent, Full], Absent, false),
        // Neither side outvotes the other.
        ([First, Full, Full, Full], First, false),
        ([Absent, First, Full, Full], Absent, false),
        ([First, Absent, Full, Full], First, true),
    ];
    for (levels, together, hides) in table {
        let [a, b, c, d] = levels;
        let people = [
            trusts("b", b),
            trusts("c", c),
            trusts("a", a),
            trusts("d", d),
        ];
        let found = ask(&parties(THREE)?, &people, Known::Unknown)?;
        assert_eq!(found.breaches("PTY-02".parse()?), hides, "{levels:?}");
        let gaps: Vec<RuleId> = found.findings().gaps().map(|gap| gap.rule).collect();
        assert_eq!(gaps, ["ALN-08".parse()?]);
        let value = found.into_value();
        let personal = value.as_ref().map(|found| found.aggregate.personal);
        assert_eq!(
            personal,
            Some(Known::customer_stated(together)),
            "{levels:?}"
        );
        let spread = value.and_then(|found| Some((found.worst?.level, found.best?.level)));
        let (least, most) = (levels.iter().min().copied(), levels.iter().max().copied());
        assert_eq!(spread, least.zip(most), "{levels:?}");
    }
    Ok(())
}

#[test]
fn what_somebody_else_said_of_a_person_is_a_guess() -> Result<(), Failure> {
    let told = Statement::new(TrustLevel::Full, Grade::CustomerStated);
    let told = |by: &str| said("b", told.with_by(id(by)).into());
    for (by, grade) in [("b", Grade::CustomerStated), ("a", Grade::Estimated)] {
        let found = ask(&parties(TWO)?, &[told(by)], Known::Unknown)?;
        let heard = found.value().and_then(|found| found.worst);
        assert_eq!(heard.map(|voice| voice.grade), Some(grade), "{by}");
    }
    Ok(())
}

#[test]
fn a_vacant_place_and_an_unknown_person_leave_it_open() -> Result<(), Failure> {
    let told = [trusts("a", TrustLevel::Full)];
    let vacant = parties(r#"{"vacant":{"since":"2024-01-01"}}"#)?;
    let found = ask(&vacant, &told, Known::estimated(TrustLevel::First))?;
    assert!(
        !found.breaches("PTY-01".parse()?),
        "a declared vacancy is no breach"
    );
    let classified = found
        .findings()
        .iter()
        .filter(|one| one.outcome == Outcome::Classified && one.evidence.fact == Fact::Operators);
    assert_eq!(classified.count(), 1);
    let gaps = found.findings().gaps().map(|gap| gap.rule.to_string());
    assert!(gaps.eq(["ALN-08", "PTY-03"]));
    let found = ask(&parties(TWO)?, &told, Known::Unknown)?;
    let gaps = found
        .findings()
        .gaps()
        .filter(|gap| gap.rule.to_string() == "PTY-02");
    assert_eq!(gaps.count(), 2);
    let worst = found.into_value().and_then(|found| found.worst);
    assert_eq!(
        worst.map(|worst| (worst.side, worst.person)),
        Some((Side::Supplier, id("a")))
    );
    Ok(())
}

#[test]
fn a_place_that_everybody_left_and_nobody_declared_is_a_breach() -> Result<(), Failure> {
    let gone =
        r#"{"people":[{"id":"b","department":"quality","level":"manager","until":"UNTIL"}]}"#;
    for (until, breach) in [("2024-06-01", false), ("2024-05-31", true)] {
        let parties = parties(&gone.replace("UNTIL", until))?;
        let found = ask(&parties, &[trusts("a", TrustLevel::Full)], Known::Unknown)?;
        assert_eq!(found.breaches("PTY-01".parse()?), breach, "{until}");
    }
    Ok(())
}

#[test]
fn a_vacancy_counts_from_its_day_on() -> Result<(), Failure> {
    let told = [trusts("a", TrustLevel::Full)];
    for (since, gap) in [("2024-06-01", false), ("2024-06-02", true)] {
        let vacant = parties(&alloc::format!(r#"{{"vacant":{{"since":"{since}"}}}}"#))?;
        let found = ask(&vacant, &told, Known::Unknown)?;
        let mut gaps = found.findings().gaps().map(|gap| gap.rule.to_string());
        assert_eq!(gaps.any(|rule| rule == "PTY-01"), gap, "{since}");
    }
    let left = r#"{"left":{"since":"2024-01-01","people":[
        {"id":"b","department":"quality","level":"manager","until":"2023-12-31"},
        {"id":"c","department":"quality","level":"manager","from":"2024-05-01"}
    ]}}"#;
    let told = [
        trusts("a", TrustLevel::Full),
        trusts("c", TrustLevel::First),
    ];
    let found = ask(&parties(left)?, &told, Known::Unknown)?;
    let filled = found
        .findings()
        .iter()
        .filter(|one| one.rule == RuleId::known("PTY", 1) && one.outcome == Outcome::Met);
    assert_eq!(filled.count(), 2, "somebody acts again");
    Ok(())
}

#[test]
fn a_statement_that_contradicts_another_is_told_with_its_day() -> Result<(), Failure> {
    let on = |level, year| Statement::new(level, Grade::CustomerStated).with_on(day(year));
    let both = Stated::several([
        on(TrustLevel::First, 2024),
        on(TrustLevel::Full, 2024).with_on(day(2024).pred_opt().unwrap_or_default()),
    ]);
    let people = [said("a", both.clone())];
    let policy = TrustPolicy::standard();
    let found = assess_trust(&policy, &parties(TWO)?, &people, &both, day(2024))?;
    let days = found.findings().iter().filter_map(|one| {
        let Reading::Found(found) = one.evidence.reading else {
            return None;
        };
        (one.evidence.fact == Fact::Contradiction).then_some((one.rule.to_string(), found))
    });
    let day = day(2024).pred_opt().unwrap_or_default().into();
    let expected = ["PTY-02", "ALN-08"].map(|rule| (rule.to_string(), day));
    assert!(days.eq(expected));
    Ok(())
}

#[test]
fn a_word_is_too_old_after_a_year_and_none_before_it_is_said() -> Result<(), Failure> {
    let parties = parties(TWO)?;
    let policy = TrustPolicy::standard();
    let on = |year| Statement::new(TrustLevel::Full, Grade::CustomerStated).with_on(day(year));
    let people = ["a", "b", "c"].map(|name| said(name, on(2023).into()));
    let ask = |as_of| assess_trust(&policy, &parties, &people, &on(2023).into(), as_of);
    let fresh = ask(day(2023))?.into_value();
    assert!(fresh.is_some_and(|found| found.aggregate.personal.is_known()));
    let old = ask(day(2024))?;
    let since = day(2023).checked_add_days(chrono::Days::new(366));
    let expired = old
        .findings()
        .gaps()
        .filter(|gap| match gap.evidence.reading {
            Reading::Expired { since: found } => Some(found) == since,
            _ => false,
        });
    assert_eq!(expired.count(), 4, "three people and the organizations");
    let ahead = ask(day(2022))?.into_value();
    assert_eq!(ahead.map(|found| found.ahead), Some(4));
    Ok(())
}

#[test]
fn strangers_and_repetitions_are_refused() -> Result<(), Failure> {
    let a = trusts("a", TrustLevel::Full);
    let refused = |people: &[PersonTrust]| {
        let found = ask(&parties(TWO)?, people, Known::Unknown);
        Ok::<_, Failure>(found.err().map(|error| error.to_string()))
    };
    let twice =
        "the trust of each person is given once, got `a` twice: give one list of statements";
    assert_eq!(refused(&[a.clone(), a.clone()])?.as_deref(), Some(twice));
    let ghost = "nobody in the register is named `ghost`";
    let stranger = trusts("ghost", TrustLevel::Full);
    assert_eq!(refused(&[a, stranger])?.as_deref(), Some(ghost));
    Ok(())
}
