//! Dates and moments as ISO 8601 writes them, with every digit.

/// Returns whether a text has the form of a date, such as `2024-12-31`.
///
/// A year before the year 0 has a minus, and one of more than four digits a sign, as in `+12024-12-31`.
pub(super) fn is_date(text: &str) -> bool {
    let bytes = text.as_bytes();
    let Some((year, day)) = bytes.split_at_checked(bytes.len().saturating_sub(DAY.len())) else {
        return false;
    };
    let (digits, least) = match year {
        [b'+', digits @ ..] => (digits, 5),
        [b'-', digits @ ..] => (digits, 4),
        digits if digits.len() == 4 => (digits, 4),
        _ => return false,
    };
    digits.len() >= least && digits.iter().all(u8::is_ascii_digit) && matches(day, DAY)
}

const DAY: &[u8] = b"-00-00";

/// Returns whether a text has the form of a moment, such as `2024-12-31T17:30:00`. A fraction of a second
/// may follow.
pub(super) fn is_moment(text: &str) -> bool {
    let Some((date, time)) = text.split_once('T') else {
        return false;
    };
    let Some((time, fraction)) = time.as_bytes().split_at_checked(TIME.len()) else {
        return false;
    };
    is_date(date)
        && matches(time, TIME)
        && match fraction {
            [] => true,
            [b'.', digits @ ..] => !digits.is_empty() && digits.iter().all(u8::is_ascii_digit),
            _ => false,
        }
}

const TIME: &[u8] = b"00:00:00";

/// Returns whether a text is the pattern, in which `0` stands for any digit.
fn matches(text: &[u8], pattern: &[u8]) -> bool {
    text.len() == pattern.len()
        && text
            .iter()
            .zip(pattern)
            .all(|(given, wanted)| match wanted {
                b'0' => given.is_ascii_digit(),
                _ => given == wanted,
            })
}

#[cfg(test)]
mod tests {
    use super::{is_date, is_moment};

    #[test]
    fn only_the_whole_form_is_one() {
        for (text, date, moment) in [
            ("2024-12-31", true, false),
            ("23-05-21", false, false),
            ("2024-5-1", false, false),
            (" 2024-05-01", false, false),
            ("+2024-05-01", false, false),
            ("+12024-05-01", true, false),
            ("-0001-05-01", true, false),
            ("-1-05-01", false, false),
            ("2024 - 05 - 01", false, false),
            ("２024-05-01", false, false),
            ("2024-12-31T17:30:00", false, true),
            ("2024-12-31T17:30:00.25", false, true),
            ("2024-12-31T17:30:00.", false, false),
            ("2024-12-31 17:30:00", false, false),
            ("2024-12-31T17:30", false, false),
            ("2024-12-31T17:30:00Z", false, false),
            ("", false, false),
        ] {
            assert_eq!((is_date(text), is_moment(text)), (date, moment), "{text}");
        }
    }
}
