//! The balance over a period: a line that steps on each day on which something happened.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "coordinates are at most a few thousand"
)]

use std::collections::BTreeMap;
use std::fmt::Write as _;

use chrono::NaiveDate;
use keqing::receivable::statement::{Period, Statement};
use keqing::vocab::money::Money;
use keqing::vocab::words::Locale;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::amount::written;
use crate::canvas::{Days, Words, line as straight, words};
use crate::page::escape;
use crate::svg::{close, open};
use crate::words as said;

const WIDTH: u64 = 720;
const HEIGHT: u64 = 210;
/// The left end of the line; the amounts stand before it.
const LEFT: u64 = 150;
const RIGHT: u64 = 700;
const TOP: u64 = 14;
const BOTTOM: u64 = 176;
/// The most days that have a mark of their own.
const MARKS: usize = 60;

/// Draws the line. The title is for those who do not see it.
pub(super) fn line(title: &str, stated: &Statement, period: &Period, locale: Locale) -> String {
    let opening = period.opening.balance;
    let mut days: BTreeMap<NaiveDate, Money> = BTreeMap::new();
    for movement in &period.movements {
        days.insert(movement.date, movement.balance);
    }
    let balances = || days.values().copied().chain([opening]);
    let scale = Scale::of(balances());
    let time = Days {
        first: period.from,
        last: stated.as_of,
        left: LEFT,
        width: RIGHT - LEFT,
    };
    let mut svg = open(WIDTH, HEIGHT, title);
    let mut taken: Vec<u64> = Vec::new();
    for amount in scale.landmarks() {
        let y = scale.y(amount);
        // Two lines of letters have to stand apart.
        if taken.iter().any(|other| other.abs_diff(y) < 12) {
            continue;
        }
        taken.push(y);
        let class = if amount.is_zero() { "zero" } else { "grid" };
        straight(&mut svg, (LEFT, y), (RIGHT, y), class);
        let text = written(Money::new(amount, opening.currency()));
        write(&mut svg, (LEFT - 8, y + 4), "end", LEFT - 12, &text);
    }
    let mut path = format!("M{LEFT} {}", scale.y(opening.amount()));
    for (day, balance) in &days {
        // Writing into a text never fails.
        let _ = write!(path, "H{}V{}", time.x(*day), scale.y(balance.amount()));
    }
    let _ = write!(svg, r#"<path d="{path}H{RIGHT}" class="owed"/>"#);
    if days.len() <= MARKS {
        for (day, balance) in &days {
            let title = format!("{day} {}", written(*balance));
            let (x, y) = (time.x(*day), scale.y(balance.amount()));
            let title = escape(&title);
            let _ = write!(
                svg,
                r#"<circle cx="{x}" cy="{y}" r="4"><title>{title}</title></circle>"#
            );
        }
    }
    let (first, last) = (period.from.to_string(), stated.as_of.to_string());
    write(&mut svg, (LEFT, BOTTOM + 24), "start", 200, &first);
    write(&mut svg, (RIGHT, BOTTOM + 24), "end", 200, &last);
    let name = said::BALANCE.in_locale(locale);
    write(
        &mut svg,
        ((LEFT + RIGHT) / 2, BOTTOM + 24),
        "middle",
        140,
        name,
    );
    close(svg)
}

fn write(svg: &mut String, at: (u64, u64), anchor: &str, room: u64, text: &str) {
    let class = "s";
    words(
        svg,
        &Words {
            at,
            anchor,
            class,
            room,
            text,
        },
    );
}

/// The amounts of the picture from its bottom to its top.
struct Scale {
    least: Decimal,
    most: Decimal,
}

impl Scale {
    /// Returns a scale with all the balances and nothing in it.
    fn of(balances: impl Iterator<Item = Money>) -> Self {
        let zero = Decimal::ZERO;
        let (mut least, mut most) = (zero, zero);
        for balance in balances {
            least = least.min(balance.amount());
            most = most.max(balance.amount());
        }
        Self { least, most }
    }

    /// Returns nothing, and the amounts at both ends that are not nothing.
    fn landmarks(&self) -> impl Iterator<Item = Decimal> {
        let ends = [self.least, self.most].into_iter();
        [Decimal::ZERO]
            .into_iter()
            .chain(ends.filter(|end| !end.is_zero()))
    }

    /// Returns the place of an amount.
    fn y(&self, amount: Decimal) -> u64 {
        let whole = self.most.checked_sub(self.least);
        let part = amount.checked_sub(self.least);
        let share = part
            .zip(whole)
            .and_then(|(part, whole)| part.checked_div(whole));
        let height = Decimal::from(BOTTOM - TOP);
        let up = share.and_then(|share| share.checked_mul(height));
        let up = up.and_then(|up| up.round().to_u64()).unwrap_or_default();
        BOTTOM - up.min(BOTTOM - TOP)
    }
}
