use chrono::NaiveDate;

use crate::vocab::known::{Grade, Known, Lasting, Stated, Statement};
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
