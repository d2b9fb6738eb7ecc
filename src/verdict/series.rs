use crate::verdict::rule_id::RuleId;

/// A block of consecutive rule numbers that share a prefix.
struct Series {
    prefix: &'static str,
    first: u16,
    count: u16,
}

/// The series of the rulebook, one word of a set a row.
///
/// The rules of one system stand in one word, so that a quick answer keeps them in a register. A
/// place in this table is internal and never written down, so a series may grow in any release.
const SERIES: [&[Series]; WORDS] = [
    &[
        series("LIF", 1, 16),
        series("DEV", 1, 8),
        series("INI", 1, 12),
        series("STA", 1, 7),
        series("STR", 1, 8),
        series("OPP", 0, 10),
    ],
    &[
        series("PTY", 1, 9),
        series("ALN", 1, 9),
        series("CON", 1, 6),
        series("PPL", 1, 5),
        series("CRD", 1, 13),
        series("SLF", 1, 5),
    ],
    &[
        series("WIN", 1, 6),
        series("FAIR", 1, 4),
        series("INT", 1, 12),
        series("TAN", 1, 7),
        series("SAT", 1, 12),
        series("VAL", 1, 7),
    ],
    &[
        series("GEN", 1, 20),
        series("LOY", 1, 8),
        series("SWC", 1, 9),
        series("REC", 1, 7),
        series("ABC", 1, 9),
        series("GRO", 1, 4),
    ],
    &[
        series("TCH", 1, 29),
        series("CPL", 1, 6),
        series("DIG", 1, 4),
        series("VIS", 1, 7),
        series("MNT", 1, 12),
    ],
    &[
        series("PRM", 1, 6),
        series("CMP", 1, 5),
        series("WRN", 1, 10),
    ],
];

pub(crate) const WORDS: usize = 6;

/// Returns the place of a rule among all, for cards; it is known when the crate is compiled.
pub(crate) const fn ordinal_of(prefix: &str, number: u16) -> Option<u16> {
    let mut word: u16 = 0;
    let mut rows: &[&[Series]] = &SERIES;
    while let [row, later_rows @ ..] = rows {
        let mut before: u16 = 0;
        let mut rest: &[Series] = row;
        while let [series, later @ ..] = rest {
            if same(series.prefix, prefix) {
                let place = number.wrapping_sub(series.first);
                let listed = place < series.count;
                return if listed {
                    Some((word << 6) | before.saturating_add(place))
                } else {
                    None
                };
            }
            before = before.saturating_add(series.count);
            rest = later;
        }
        word = word.saturating_add(1);
        rows = later_rows;
    }
    None
}

/// Returns every rule with its place, in the order of the rulebook.
pub(crate) fn all_rules() -> impl Iterator<Item = (usize, RuleId)> {
    SERIES.iter().enumerate().flat_map(|(word, row)| {
        let rules = row.iter().flat_map(|series| {
            let numbers = series.first..series.first.saturating_add(series.count);
            numbers.map(|number| RuleId::known(series.prefix, number))
        });
        rules
            .enumerate()
            .map(move |(place, rule)| ((word << 6) | place, rule))
    })
}

const fn series(prefix: &'static str, first: u16, count: u16) -> Series {
    Series {
        prefix,
        first,
        count,
    }
}

const fn same(left: &str, right: &str) -> bool {
    let (mut left, mut right) = (left.as_bytes(), right.as_bytes());
    while let ([one, left_rest @ ..], [other, right_rest @ ..]) = (left, right) {
        if *one != *other {
            return false;
        }
        (left, right) = (left_rest, right_rest);
    }
    left.is_empty() && right.is_empty()
}
