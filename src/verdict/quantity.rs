//! Quantities as figures for people: rounded, and never across a bound (数值呈现).

use core::cmp::Ordering;
use core::fmt;

use rust_decimal::{Decimal, RoundingStrategy};

use crate::vocab::share::Share;
use crate::vocab::words::{Locale, Text};

/// The range of decimals with which a share is written.
const SHARE_DECIMALS: core::ops::RangeInclusive<u32> = 1..=6;

/// The range of decimals with which a number is written.
const NUMBER_DECIMALS: core::ops::RangeInclusive<u32> = 3..=28;

/// Returns two numbers with as few decimals as distinguish them, and at most three if those
/// suffice.
pub(super) fn numbers(observed: Decimal, required: Decimal) -> (Decimal, Decimal) {
    for decimals in NUMBER_DECIMALS {
        let (left, right) = (rounded(observed, decimals), rounded(required, decimals));
        if left.cmp(&right) == observed.cmp(&required) {
            return (left, right);
        }
    }
    (observed.normalize(), required.normalize())
}

/// Returns a number with at most three decimals; a number that three decimals would make zero keeps
/// three digits.
pub(crate) fn brief(number: Decimal) -> Decimal {
    rounded(number, *NUMBER_DECIMALS.start())
}

fn rounded(number: Decimal, decimals: u32) -> Decimal {
    let strategy = RoundingStrategy::MidpointAwayFromZero;
    let short = number.round_dp_with_strategy(decimals, strategy);
    let short = if short.is_zero() {
        number.round_sf_with_strategy(3, strategy).unwrap_or(number)
    } else {
        short
    };
    short.normalize()
}

/// A share beside another one: its percentage, and the side of the other on which it lies if no
/// reasonable number of decimals shows it.
#[derive(Clone, Copy)]
pub(super) struct ShareFigure {
    percent: Decimal,
    beside: Ordering,
    locale: Locale,
}

/// Returns the figures of a share and of the share that it is compared with; the figures compare as
/// the shares do, and neither is a landmark, such as half, that its share is not.
pub(super) fn shares(
    observed: Share,
    required: Share,
    locale: Locale,
) -> (ShareFigure, ShareFigure) {
    let figure = |percent, beside| ShareFigure {
        percent,
        beside,
        locale,
    };
    let order = observed.cmp(&required);
    for decimals in SHARE_DECIMALS {
        let (left, right) = (
            observed.to_percent_at(decimals),
            required.to_percent_at(decimals),
        );
        if left.cmp(&right) == order {
            return (
                figure(observed.to_percent_from(decimals), Ordering::Equal),
                figure(required.to_percent_from(decimals), Ordering::Equal),
            );
        }
    }
    let bound = required.to_percent_from(*SHARE_DECIMALS.start());
    (figure(bound, order), figure(bound, Ordering::Equal))
}

impl fmt::Display for ShareFigure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.beside {
            Ordering::Less => JUST_BELOW.in_locale(self.locale),
            Ordering::Equal => "",
            Ordering::Greater => JUST_ABOVE.in_locale(self.locale),
        })?;
        let mut percent = self.percent.normalize();
        percent.rescale(percent.scale().max(1));
        write!(f, "{percent} %")
    }
}

/// Writes a number of days in a sentence.
pub(crate) fn days(count: Decimal, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let unit = if count == Decimal::ONE { DAY } else { DAYS };
    write!(f, "{count} {}", unit.in_locale(locale))
}

const DAY: Text = Text::new("day", "天", "天");
const DAYS: Text = Text::new("days", "天", "天");
const JUST_ABOVE: Text = Text::new("just above ", "略高于 ", "略高於 ");
const JUST_BELOW: Text = Text::new("just below ", "略低于 ", "略低於 ");
