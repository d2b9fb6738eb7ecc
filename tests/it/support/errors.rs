//! Helpers: an error that says exactly this, and the numbers and days of a test.

use std::error::Error;
use std::str::FromStr;

use chrono::NaiveDate;
use keqing::vocab::money::Currency;
use rust_decimal::Decimal;

pub(crate) type Failure = Box<dyn Error>;

/// The result is an error with exactly this message, in house style.
#[track_caller]
pub(crate) fn says<T, E: Error + Send + Sync + 'static>(result: Result<T, E>, message: &str) {
    match result {
        Ok(_) => panic!("expected an error that says `{message}`"),
        Err(error) => {
            assert_eq!(error.to_string(), message);
            assert_ne!(format!("{error:?}"), "");
        }
    }
    let first = message.chars().next().unwrap_or('A');
    let code = message
        .split(' ')
        .next()
        .and_then(|word| Currency::from_str(word).ok());
    assert!(
        !first.is_uppercase() || code.is_some(),
        "`{message}` begins with a small letter"
    );
    assert!(
        !message.ends_with(['.', '!', ' ']) && !message.contains('\n'),
        "`{message}`"
    );
}

pub(crate) fn number(text: &str) -> Result<Decimal, Failure> {
    Decimal::from_str_exact(text).map_err(|_| "no decimal".into())
}

pub(crate) fn day(text: &str) -> Result<NaiveDate, Failure> {
    text.parse().map_err(|_| "no date".into())
}
