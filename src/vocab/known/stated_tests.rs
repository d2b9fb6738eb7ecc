use chrono::NaiveDate;

use crate::vocab::known::{Grade, Known, Lasting, Stated, Statement};
use crate::vocab::name::PersonId;
use crate::vocab::time::Days;

use Grade::{CustomerStated, Estimated, Measured};

const YEAR: Lasting = Lasting::State(Some(Days::new(365)));

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, month, day).unwrap_or_default()
}

fn said(value: u8, grade: Grade, on: NaiveDate) -> Statement<u8> {
    Statement::new(value, grade).with_on(on)
}

#[test]
fn the_better_grade_counts_and_then_the_later_day_in_any_order() {
    let (january, june) = (day(1, 1), day(6, 1));
    let table = [
        (
            [said(1, Measured, january), said(2, CustomerStated, june)],
            Known::measured(1),
            true,
        ),
        (
            [said(1, Estimated, june), said(2, CustomerStated, january)],
            Known::customer_stated(2),
            true,
        ),
        (
            [said(1, Measured, january), said(2, Measured, june)],
            Known::measured(2),
            true,
        ),
        (
            [said(1, Measured, june), said(2, Measured, june)],
            Known::Unknown,
            true,
        ),
        (
            [said(1, Measured, june), said(1, Estimated, june)],
            Known::measured(1),
            false,
        ),
    ];
    for (statements, expected, disputed) in table {
        let [one, other] = statements;
        for order in [[one, other], [other, one]] {
            let found = Stated::several(order).as_of(day(7, 1), YEAR);
            assert_eq!(found.known, expected, "{statements:?}");
            assert_eq!(found.dispute.is_some(), disputed, "{statements:?}");
        }
    }
}

#[test]
fn a_state_holds_for_its_days_and_a_term_until_its_last_day() {
    let ten = Lasting::State(Some(Days::new(10)));
    let state = Stated::from(said(1, Measured, day(6, 1)));
    let term = Stated::from(said(1, Measured, day(6, 1)).with_until(day(6, 11)));
    for (stated, lasting) in [(&state, ten), (&term, Lasting::Term), (&term, ten)] {
        let on = |as_of| stated.as_of(as_of, lasting);
        assert_eq!(on(day(5, 31)).ahead, 1);
        assert_eq!(on(day(5, 31)).known, Known::Unknown);
        assert_eq!(on(day(6, 1)).known, Known::measured(1));
        assert_eq!(on(day(6, 11)).known, Known::measured(1));
        let ended = on(day(6, 12));
        assert_eq!(
            (ended.known, ended.expired),
            (Known::Unknown, Some(day(6, 12)))
        );
    }
    let endless = state.as_of(NaiveDate::MAX, Lasting::State(None));
    assert_eq!(endless.known, Known::measured(1));
    assert_eq!(
        state.as_of(NaiveDate::MAX, Lasting::Term).known,
        Known::measured(1)
    );
}

#[test]
fn a_gate_reads_the_statement_that_does_not_pass() {
    let both = [
        said(60, CustomerStated, day(6, 1)),
        said(48, Estimated, day(6, 1)),
    ];
    let read = |least: u8| {
        let stated = Stated::several(both);
        stated.strictest(day(7, 1), YEAR, |value| *value >= least)
    };
    assert_eq!(read(40), Known::customer_stated(60));
    assert_eq!(read(50), Known::estimated(48));
    assert_eq!(read(70), Known::customer_stated(60));
    assert_eq!(
        Stated::<u8>::unknown().strictest(day(7, 1), YEAR, |_| false),
        Known::Unknown
    );
}

#[test]
fn json_is_one_statement_or_a_list() -> Result<(), serde_json::Error> {
    let one = r#"{"value":3,"grade":"measured","on":"2024-06-01"}"#;
    let stated: Stated<u8> = serde_json::from_str(one)?;
    assert_eq!(stated, said(3, Measured, day(6, 1)).into());
    assert_eq!(serde_json::to_string(&stated)?, one);
    let list = alloc::format!("[{one},{}]", one.replace("on", "until"));
    let stated: Stated<u8> = serde_json::from_str(&list)?;
    assert_eq!(serde_json::to_string(&stated)?, list);
    assert_eq!(
        serde_json::from_str::<Stated<u8>>("null")?,
        Stated::unknown()
    );
    assert_eq!(serde_json::to_string(&Stated::<u8>::unknown())?, "null");
    let nobody: Stated<Option<u8>> =
        serde_json::from_str(r#"{"value":"none","grade":"measured"}"#)?;
    assert_eq!(nobody, Stated::measured(None));
    assert!(serde_json::from_str::<Stated<u8>>("3").is_err());
    Ok(())
}

#[test]
fn a_later_statement_of_the_same_or_a_better_grade_supersedes_also_after_its_end() {
    let (march, june) = (day(3, 1), day(6, 1));
    let until = |one: Statement<u8>| one.with_until(day(6, 30));
    for (later, expected, read) in [
        (
            until(said(2, Measured, june)),
            Known::Unknown,
            Known::Unknown,
        ),
        (
            until(said(2, CustomerStated, june)),
            Known::Unknown,
            Known::Unknown,
        ),
        // A weaker one leaves the earlier one alone.
        (
            until(said(2, Estimated, june)),
            Known::customer_stated(1),
            Known::customer_stated(1),
        ),
        // What is yet to be said supersedes nothing.
        (
            said(2, Measured, day(9, 1)),
            Known::customer_stated(1),
            Known::customer_stated(1),
        ),
    ] {
        let earlier = said(1, CustomerStated, march);
        for order in [[earlier, later], [later, earlier]] {
            let stated = Stated::several(order);
            let found = stated.as_of(day(7, 1), Lasting::Term);
            assert_eq!(found.known, expected, "{later:?}");
            let ended = (expected == Known::Unknown).then_some(day(7, 1));
            assert_eq!(found.expired, ended, "{later:?}");
            let gate = stated.strictest(day(7, 1), Lasting::Term, |_| true);
            assert_eq!(gate, read, "{later:?}");
        }
    }
}

#[test]
fn a_superseded_statement_still_differs_from_the_one_that_counts() {
    let stated = Stated::several([said(1, Measured, day(3, 1)), said(2, Measured, day(6, 1))]);
    let found = stated.as_of(day(7, 1), YEAR);
    assert_eq!(found.known, Known::measured(2));
    let told = found.dispute.map(|two| two.map(|one| one.value));
    assert_eq!(told, Some([2, 1]));
    let read = stated.strictest(day(7, 1), YEAR, |value| *value >= 2);
    assert_eq!(read, Known::measured(2), "the first one was replaced");
}

#[test]
fn a_colleague_of_the_customer_does_not_take_back_a_word() {
    let by = |name: &str| PersonId::new(name).ok();
    let no = said(0, CustomerStated, day(3, 1)).with_by(by("wang"));
    let yes = said(1, CustomerStated, day(6, 1));
    let table = [
        (yes.with_by(by("sun")), Known::customer_stated(0)),
        (yes.with_by(by("wang")), Known::customer_stated(1)),
        (yes, Known::customer_stated(1)),
        (
            said(1, Measured, day(6, 1)).with_by(by("li")),
            Known::measured(1),
        ),
    ];
    let third = said(1, CustomerStated, day(2, 1)).with_by(by("zhao"));
    for (later, expected) in table {
        for all in [[no, later, third], [third, later, no]] {
            let stated = Stated::several(all);
            let gate = stated.strictest(day(7, 1), YEAR, |value| *value > 0);
            assert_eq!(gate, expected, "{later:?}");
        }
    }
}

#[test]
fn the_end_of_a_refusal_opens_nothing() {
    let refused = said(0, Measured, day(1, 1)).with_until(day(6, 30));
    let read = |opened_on: NaiveDate, as_of| {
        let stated = Stated::several([refused, said(1, CustomerStated, opened_on)]);
        stated.read(as_of, Lasting::Term, |value| *value > 0, u8::cmp)
    };
    let (may, last, after) = (day(5, 1), day(6, 30), day(7, 1));
    assert_eq!(read(may, last), (Known::measured(0), None));
    assert_eq!(read(may, after), (Known::Unknown, Some(after)));
    assert_eq!(read(last, after), (Known::Unknown, Some(after)));
    assert_eq!(read(after, after), (Known::customer_stated(1), None));
}

#[test]
fn of_two_statements_of_one_day_a_gate_reads_the_lower_one_in_any_order() {
    let (four, five) = (said(4, Measured, day(6, 1)), said(5, Measured, day(6, 1)));
    for order in [[four, five], [five, four]] {
        let stated = Stated::several(order);
        assert_eq!(stated.as_of(day(7, 1), YEAR).known, Known::Unknown);
        for least in [3, 5, 6] {
            let read = stated.read(day(7, 1), YEAR, |value| *value >= least, u8::cmp);
            assert_eq!(read.0, Known::measured(4), "{least}");
        }
    }
}

#[test]
fn a_contradiction_with_the_day_itself_is_even() {
    let today = day(7, 1);
    let stated = Stated::several([said(1, Measured, today), Statement::new(2, Measured)]);
    let found = stated.as_of(today, YEAR);
    assert_eq!(found.known, Known::Unknown);
    let told = found.contradiction("fact");
    assert_eq!(told.map(|one| one.is_even()), Some(true));
}
