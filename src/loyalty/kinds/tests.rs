//! The words of the customer: how long they count, whose they are, and what they come to.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{LoyaltyEvidence, LoyaltyKinds, LoyaltySign, Spread, Trend, kinds};
use crate::loyalty::policy::LoyaltyPolicy;
use crate::verdict::{Assessment, Render};
use crate::vocab::known::Grade;
use crate::vocab::mark::{Mark, MarkError, MarkScale};
use crate::vocab::name::{NameError, PersonId};
use crate::vocab::words::{Locale, Rating, Stance};

use Grade::{CustomerStated, Estimated, Measured};
use Stance::{Favourable, Mixed, Neutral, Unfavourable};

/// An evaluation: its person, its age in days, its grade and its mark.
type Said<'a> = (&'a str, i64, Grade, u8);

pub(super) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 12, 31).unwrap_or_default()
}

pub(super) fn ago(days: i64) -> NaiveDate {
    let day = today().checked_sub_signed(chrono::TimeDelta::days(days));
    day.unwrap_or_default()
}

pub(super) fn piece(said: &Said<'_>) -> LoyaltyEvidence {
    let (by, age, grade, mark) = *said;
    let mark: Rating = Rating::new(mark).unwrap_or(Rating::LOWEST);
    let piece = LoyaltyEvidence::new(ago(age), grade, LoyaltySign::Evaluation(mark.into()));
    match PersonId::new(by) {
        Ok(person) => piece.with_by(person),
        Err(_) => piece,
    }
}

/// The answer about evidence in the order of the list, which is that of the opposite order.
#[track_caller]
fn ask(said: &[Said<'_>]) -> Assessment<LoyaltyKinds> {
    let mut evidence: Vec<_> = said.iter().map(piece).collect();
    let policy = LoyaltyPolicy::standard();
    let found = kinds(&policy, &evidence, today());
    evidence.reverse();
    assert_eq!(kinds(&policy, &evidence, today()), found, "{said:?}");
    found
}

fn feeling(found: &Assessment<LoyaltyKinds>) -> Option<Stance> {
    let told = found.value()?;
    told.emotional.into_value()
}

/// The finding about the customer's feeling, as a person reads it.
fn text(found: &Assessment<LoyaltyKinds>) -> Option<String> {
    let mut findings = found.findings().iter();
    let felt = findings.find(|one| one.rule == crate::verdict::RuleId::known("LOY", 4));
    felt.map(|one| one.display(Locale::En).to_string())
}

#[test]
fn a_word_counts_for_a_year_and_then_says_since_when_it_does_not() {
    for (age, expected) in [(0, true), (365, true), (366, false), (9_131, false)] {
        let found = ask(&[("", age, CustomerStated, 5)]);
        assert_eq!(feeling(&found).is_some(), expected, "{age}");
    }
    let found = ask(&[("", 366, CustomerStated, 5)]);
    let missing = "LOY-04 missing: expiry of the last word (customer side) 2024-12-31";
    assert_eq!(text(&found).as_deref(), Some(missing));
    assert_eq!(found.value(), None);

    let ever = LoyaltyPolicy::standard().with_word_validity(None);
    let old = [piece(&("", 9_131, CustomerStated, 5))];
    assert_eq!(feeling(&kinds(&ever, &old, today())), Some(Favourable));
}

const VOICES: [(&[Said<'_>], Option<Stance>); 13] = [
    // Two pieces of one day that name nobody are two voices.
    (
        &[("", 3, CustomerStated, 5), ("", 3, CustomerStated, 1)],
        Some(Mixed),
    ),
    (
        &[("", 3, CustomerStated, 3), ("", 3, Measured, 1)],
        Some(Unfavourable),
    ),
    (
        &[("", 3, CustomerStated, 4), ("", 3, CustomerStated, 5)],
        Some(Favourable),
    ),
    // So are two of several days.
    (
        &[("", 9, Measured, 1), ("", 3, CustomerStated, 5)],
        Some(Mixed),
    ),
    (
        &[
            ("wang", 9, CustomerStated, 5),
            ("sun", 3, CustomerStated, 2),
        ],
        Some(Mixed),
    ),
    (
        &[
            ("wang", 9, CustomerStated, 1),
            ("wang", 3, CustomerStated, 5),
        ],
        Some(Favourable),
    ),
    // Of two statements of one person the stricter one counts that is not superseded.
    (
        &[("wang", 9, Measured, 5), ("wang", 3, CustomerStated, 1)],
        Some(Unfavourable),
    ),
    (
        &[("wang", 9, Measured, 1), ("wang", 3, CustomerStated, 5)],
        Some(Unfavourable),
    ),
    (
        &[("wang", 9, Measured, 1), ("wang", 3, Measured, 5)],
        Some(Favourable),
    ),
    (
        &[("wang", 3, Estimated, 1), ("wang", 9, CustomerStated, 5)],
        Some(Favourable),
    ),
    // Two marks of one person on one day, on both sides of the bound and on one.
    (
        &[
            ("wang", 3, CustomerStated, 5),
            ("wang", 3, CustomerStated, 1),
        ],
        None,
    ),
    (
        &[
            ("wang", 3, CustomerStated, 5),
            ("wang", 3, CustomerStated, 4),
        ],
        Some(Favourable),
    ),
    (
        &[("wang", 3, Measured, 5), ("wang", 3, CustomerStated, 1)],
        Some(Unfavourable),
    ),
];

#[test]
fn each_person_has_a_voice_and_the_order_of_the_list_has_none() {
    for (said, expected) in VOICES {
        assert_eq!(feeling(&ask(said)), expected, "{said:?}");
    }
}

#[test]
fn the_worst_voice_is_named() -> Result<(), NameError> {
    let said = [
        ("wang", 3, CustomerStated, 5),
        ("sun", 4, CustomerStated, 2),
        ("", 5, CustomerStated, 2),
        ("ma", 5, CustomerStated, 3),
    ];
    let found = ask(&said);
    let spread = found.value().and_then(|told| told.voices.evaluation);
    let expected = Spread {
        worst: Unfavourable,
        best: Favourable,
        worst_by: Some(PersonId::new("sun")?),
    };
    assert_eq!(spread, Some(expected));
    let classified =
        "LOY-04 classified: the customer's emotional evaluation (sun, customer side) mixed";
    assert_eq!(text(&found).as_deref(), Some(classified));
    Ok(())
}

#[test]
fn a_contradiction_names_both_marks_and_its_person() {
    let table = [
        (
            [
                ("wang", 3, CustomerStated, 5),
                ("wang", 3, CustomerStated, 1),
            ],
            "missing",
            "1 (1-5) and 5 (1-5)",
        ),
        (
            [
                ("wang", 3, CustomerStated, 5),
                ("wang", 3, CustomerStated, 4),
            ],
            "classified",
            "4 (1-5) and 5 (1-5)",
        ),
    ];
    for (said, outcome, marks) in table {
        let expected = alloc::format!(
            "LOY-04 {outcome}: the customer's emotional evaluation (wang, customer side) {marks} of one person on one day"
        );
        assert_eq!(text(&ask(&said)), Some(expected));
    }
    // What somebody else says settles what the contradiction leaves open.
    let said = [
        ("wang", 3, CustomerStated, 5),
        ("wang", 3, CustomerStated, 1),
        ("sun", 9, CustomerStated, 3),
    ];
    assert_eq!(feeling(&ask(&said)), Some(Mixed));
}

#[test]
fn what_expires_opens_nothing_until_somebody_speaks_anew() {
    type Row<'a> = (&'a [Said<'a>], Option<Stance>);
    const fn wang(age: i64, mark: u8) -> Said<'static> {
        ("wang", age, CustomerStated, mark)
    }
    const fn sun(mark: u8) -> Said<'static> {
        ("sun", 9, CustomerStated, mark)
    }
    let (measured, own) = (("wang", 366, Measured, 1), ("wang", 9, CustomerStated, 5));
    let nameless = |age, mark| ("", age, CustomerStated, mark);
    let table: [Row<'_>; 9] = [
        (&[wang(366, 1), sun(5)], None),
        (&[wang(375, 1), sun(5)], Some(Favourable)),
        // Sun spoke anew, although an earlier measurement of the same feeling counts.
        (
            &[wang(375, 1), ("sun", 300, Measured, 5), sun(4)],
            Some(Favourable),
        ),
        (&[wang(366, 5), sun(5)], Some(Favourable)),
        (&[wang(366, 1), sun(3)], None),
        (&[wang(366, 3), sun(1)], Some(Unfavourable)),
        (&[measured, own], None),
        (&[wang(366, 1), own], Some(Favourable)),
        (&[nameless(366, 1), nameless(9, 3)], None),
    ];
    for (said, expected) in table {
        assert_eq!(feeling(&ask(said)), expected, "{said:?}");
    }
}

#[test]
fn of_two_words_that_expire_on_one_day_the_first_person_is_named() {
    let said = [
        ("wang", 366, CustomerStated, 1),
        ("sun", 366, CustomerStated, 1),
    ];
    let found = text(&ask(&said)).unwrap_or_default();
    assert!(found.contains("(sun, customer side)"), "{found}");
}

#[test]
fn a_feeling_falls_if_that_of_one_person_does() {
    type Row<'a> = (&'a [Said<'a>], Option<Trend>);
    let table: [Row<'_>; 8] = [
        (&[("", 9, Measured, 5)], None),
        // Two marks of one stance are alike.
        (
            &[("", 9, Measured, 5), ("", 3, Measured, 4)],
            Some(Trend::Steady),
        ),
        (
            &[("", 9, Measured, 5), ("", 3, Measured, 3)],
            Some(Trend::Falling),
        ),
        (
            &[("", 300, Measured, 3), ("", 3, Measured, 5)],
            Some(Trend::Rising),
        ),
        // A mark that has expired is compared with nothing.
        (&[("", 500, Measured, 5), ("", 3, Measured, 3)], None),
        (
            &[
                ("", 9, Measured, 5),
                ("", 9, Measured, 1),
                ("", 3, Measured, 1),
            ],
            Some(Trend::Steady),
        ),
        (
            &[
                ("wang", 9, Measured, 3),
                ("wang", 3, Measured, 5),
                ("sun", 9, Measured, 5),
                ("sun", 3, Measured, 3),
            ],
            Some(Trend::Falling),
        ),
        (
            &[
                ("wang", 9, Measured, 5),
                ("sun", 400, Measured, 5),
                ("sun", 366, Measured, 4),
            ],
            None,
        ),
    ];
    for (said, expected) in table {
        let trend = ask(said).into_value().and_then(|told| told.trend);
        assert_eq!(trend, expected, "{said:?}");
    }
}

#[test]
fn a_mark_speaks_by_its_own_scale() -> Result<(), MarkError> {
    for (value, scale, expected) in [
        (9, MarkScale::ZeroToTen, Favourable),
        (8, MarkScale::ZeroToTen, Neutral),
        (6, MarkScale::ZeroToTen, Unfavourable),
        (6, MarkScale::OneToSeven, Favourable),
        (4, MarkScale::OneToSeven, Neutral),
        (3, MarkScale::OneToSeven, Unfavourable),
    ] {
        let sign = LoyaltySign::Evaluation(Mark::new(value, scale)?);
        let said = [LoyaltyEvidence::new(today(), CustomerStated, sign)];
        let found = kinds(&LoyaltyPolicy::standard(), &said, today());
        assert_eq!(feeling(&found), Some(expected), "{value} on {scale}");
    }
    Ok(())
}

#[test]
fn what_is_dated_later_is_ignored_and_counted() {
    let found = ask(&[("", -1, CustomerStated, 5), ("", -9, Measured, 1)]);
    assert_eq!(found.value(), None);
    let texts = found.findings().iter();
    let texts: Vec<String> = texts
        .map(|one| one.display(Locale::En).to_string())
        .collect();
    let ignored = String::from("LOY-01 not applicable: ignored entries of later days 2");
    assert!(texts.contains(&ignored), "{texts:?}");
}
