//! Text for people: it says in every locale what the data say, and never rounds across a bound.

use core::cmp::Ordering;

use keqing::verdict::{Bound, Evidence, Fact, Reading, Render};
use keqing::vocab::share::Share;
use keqing::vocab::words::Locale;
use proptest::prelude::{Strategy, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::select;
use rust_decimal::Decimal;

use crate::support::errors::Failure;
use crate::support::given::share;

/// Words of the text that put a figure just beside its bound.
const JUST_BELOW: [&str; 3] = ["just below", "略低于", "略低於"];
const JUST_ABOVE: [&str; 3] = ["just above", "略高于", "略高於"];

/// How the two figures of a text compare.
fn said(text: &str) -> Option<Ordering> {
    let has = |words: [&str; 3]| words.iter().any(|word| text.contains(word));
    if has(JUST_BELOW) {
        return Some(Ordering::Less);
    }
    if has(JUST_ABOVE) {
        return Some(Ordering::Greater);
    }
    let is_figure = |letter: char| letter.is_ascii_digit() || ".-".contains(letter);
    let mut figures = text
        .split(|letter| !is_figure(letter))
        .filter_map(|word| word.parse::<Decimal>().ok());
    let (observed, required) = (figures.next()?, figures.next()?);
    Some(observed.cmp(&required))
}

/// Shares of which many lie next to each other.
fn near() -> impl Strategy<Value = (Share, Share)> {
    let beside = (share(), 1_u64..1_000_000_000).prop_map(|(share, finest)| {
        let whole = u128::from(share.whole()).saturating_mul(finest.into());
        let part = u128::from(share.part()).saturating_mul(finest.into());
        let narrow = |value: u128| u64::try_from(value).unwrap_or(u64::MAX);
        let less = Share::new(narrow(part).saturating_sub(1), narrow(whole).max(1));
        (share, less.unwrap_or(share))
    });
    prop_oneof![(share(), share()), beside]
}

fn number() -> impl Strategy<Value = Decimal> {
    let wide = (i64::MIN..=i64::MAX, 0_u32..=28).prop_map(|(units, places)| (units, places));
    let fine = (-20_000_i64..20_000, 3_u32..=6).prop_map(|(units, places)| (units, places));
    prop_oneof![wide, fine].prop_map(|(units, places)| Decimal::new(units, places))
}

proptest! {
    #[test]
    fn text_of_shares_compares_as_the_shares_do(
        (observed, required) in near(),
        locale in select(Locale::ALL.to_vec()),
    ) {
        for (observed, required) in [(observed, required), (required, observed)] {
            let evidence = Evidence::share(Fact::Share, observed, Bound::AtLeast, required);
            let text = evidence.display(locale).to_string();
            prop_assert_eq!(said(&text), Some(observed.cmp(&required)), "{}", text);
        }
    }

    #[test]
    fn text_of_numbers_compares_as_the_numbers_do(
        observed in number(),
        required in number(),
        locale in select(Locale::ALL.to_vec()),
    ) {
        let reading = Reading::Number { observed, bound: Bound::AtLeast, required };
        let text = Evidence::new(Fact::Affect, reading).display(locale).to_string();
        prop_assert_eq!(said(&text), Some(observed.cmp(&required)), "{}", text);
    }
}

#[track_caller]
fn reads(shown: &impl Render, [en, hans, hant]: [&str; 3]) {
    assert_eq!(shown.display(Locale::En).to_string(), en);
    assert_eq!(shown.display(Locale::ZhHans).to_string(), hans);
    assert_eq!(shown.display(Locale::ZhHant).to_string(), hant);
}

#[test]
fn a_share_next_to_its_bound_keeps_to_its_side() -> Result<(), Failure> {
    let half = Share::percent(50)?;
    let of = |part, whole| -> Result<Evidence, Failure> {
        let observed = Share::new(part, whole)?;
        Ok(Evidence::share(Fact::Share, observed, Bound::AtLeast, half))
    };
    reads(
        &of(499_999, 1_000_000)?,
        [
            "share of wallet 49.9999 %, required at least 50.0 %",
            "采购份额 49.9999 %，要求不低于 50.0 %",
            "採購份額 49.9999 %，要求不低於 50.0 %",
        ],
    );
    reads(
        &of(u64::MAX / 2, u64::MAX)?,
        [
            "share of wallet just below 50.0 %, required at least 50.0 %",
            "采购份额 略低于 50.0 %，要求不低于 50.0 %",
            "採購份額 略低於 50.0 %，要求不低於 50.0 %",
        ],
    );
    Ok(())
}

#[test]
fn a_number_has_three_decimals_unless_they_hide_a_difference() -> Result<(), Failure> {
    let text = |observed: &str, required: &str| -> Result<String, Failure> {
        let reading = Reading::Number {
            observed: observed.parse()?,
            bound: Bound::AtLeast,
            required: required.parse()?,
        };
        let evidence = Evidence::new(Fact::Affect, reading);
        Ok(evidence.display(Locale::En).to_string())
    };
    assert_eq!(
        text("-0.053333333333", "-10")?,
        "stable affect -0.053, required at least -10"
    );
    assert_eq!(
        text("1.99996", "2.0")?,
        "stable affect 1.99996, required at least 2"
    );
    assert_eq!(
        text("0.00012345", "0")?,
        "stable affect 0.000123, required at least 0"
    );
    Ok(())
}
