use std::fmt::Write as _;

use keqing::lifecycle::cards::CARDS;
use keqing::lifecycle::moves::Move;
use keqing::portfolio::{Gap, Path, Period, Step};
use keqing::verdict::Decision;
use keqing::vocab::words::{Locale, Stage};
use rust_decimal::Decimal;

use crate::plain::{bar, plain, section, to_the_right};
use crate::report::{Group, Report, change};
use crate::words;

/// So many periods fit a line; the rest is in the JSON and on the page.
const COLUMNS: usize = 6;

/// Writes the whole report as text.
pub(crate) fn text(report: &Report<'_>) -> String {
    let mut sections = vec![opening(report), shares(report)];
    // Without a wallet there is nothing more to tell.
    if report.periods.is_empty() {
        return sections.join("\n");
    }
    sections.extend([periods(report), markets(report)]);
    let shown = report.groups.iter().filter(|group| !group.paths.is_empty());
    let paths: Vec<String> = shown.map(|group| paths(report, group)).collect();
    if !paths.is_empty() {
        if !report.followed {
            sections.push(format!("{}\n", report.say(words::MOVING)));
        }
        sections.extend(paths);
        sections.push(legend(report));
    }
    if !report.flags.is_empty() {
        sections.push(flags(report));
    }
    sections.push(missing(report));
    sections.join("\n")
}

fn opening(report: &Report<'_>) -> String {
    let (reading, portfolio) = (report.reading, report.portfolio);
    let (policy, comma) = (portfolio.policy(), report.comma());
    let left_out = portfolio.left_out();
    let mut lines = format!("{}\n", report.say(words::TITLE));
    if reading.made_up {
        lines.push_str(&format!("({})\n", report.say(words::MADE_UP)));
    }
    let sum = reading.ledger.total().map_or("?".into(), grouped);
    let mut line = |told: String| lines.push_str(&format!("\n{told}"));
    let purchases = report.count(reading.rows, words::COUNTED_PURCHASES);
    line(format!(
        "{purchases}{comma}{} {sum}",
        report.say(words::SUM)
    ));
    if reading.refused > 0 {
        line(report.count(reading.refused, words::COUNTED_REFUSED));
    }
    let made_of = report.say(words::WALLETS_OF);
    let length = report.say(words::length(policy.period()));
    let wallets = count(portfolio.wallets().len());
    let mut wallets = report.count(wallets, words::COUNTED_WALLETS);
    wallets.push_str(&format!(" ({made_of}{length}"));
    if !policy.minimum().is_zero() {
        let at_least = report.say(words::AT_LEAST);
        wallets.push_str(&format!("{comma}{at_least} {}", grouped(policy.minimum())));
    }
    wallets.push(')');
    line(wallets);
    if left_out.small_wallets > 0 {
        line(report.count(left_out.small_wallets, [words::SMALL_WALLETS; 2]));
    }
    if left_out.suppliers > 0 {
        line(report.count(left_out.suppliers, [words::SUPPLIERS_LEFT_OUT; 2]));
    }
    let [under, between, over] = report.thirds();
    let names = report.third_names().join(comma);
    let pairs = report.count(portfolio.bands().total(), words::COUNTED_PAIRS);
    let colon = report.say(words::COLON);
    line(format!(
        "{pairs}{colon}{under} / {between} / {over} {names}"
    ));
    let paths = count(portfolio.paths().len());
    line(report.count(paths, words::COUNTED_PATHS));
    lines.push('\n');
    lines
}

fn shares(report: &Report<'_>) -> String {
    let counts = report.thirds();
    let most = counts.into_iter().max().unwrap_or_default();
    let mut table = plain();
    for (name, count) in report.third_names().into_iter().zip(counts) {
        let bar = bar(count, most);
        table.add_row([name, count.to_string(), bar]);
    }
    to_the_right(&mut table, 1..2);
    section(report.say(words::SHARES), &table)
}

fn periods(report: &Report<'_>) -> String {
    let mut table = plain();
    let mut header = vec![report.say(words::PERIOD), report.say(words::WALLETS)];
    header.extend(Stage::ALL.map(|stage| report.say(stage.text())));
    header.extend([words::UP, words::DOWN, words::UNDECIDED].map(|text| report.say(text)));
    table.set_header(header);
    for (period, row) in &report.periods {
        let mut cells = vec![period.to_string(), row.wallets.to_string()];
        cells.extend(Stage::ALL.map(|stage| row.stages.of(stage).to_string()));
        cells.extend([row.up, row.down, row.undecided].map(|count| count.to_string()));
        table.add_row(cells);
    }
    to_the_right(&mut table, 1..9);
    section(report.say(words::STAGES), &table)
}

fn markets(report: &Report<'_>) -> String {
    let mut table = plain();
    let mut header: Vec<String> = [words::MARKET, words::BUYERS, words::WALLETS, words::AMOUNT]
        .map(|text| report.say(text).to_owned())
        .into();
    header.extend(report.third_names());
    table.set_header(header);
    for (market, row) in &report.markets {
        let below = row
            .bands
            .of(Stage::Development)
            .saturating_add(row.bands.of(Stage::Initial));
        table.add_row([
            (*market).to_owned(),
            row.buyers.len().to_string(),
            row.wallets.to_string(),
            grouped(row.total),
            below.to_string(),
            row.bands.of(Stage::Stable).to_string(),
            row.bands.of(Stage::Strategic).to_string(),
        ]);
    }
    to_the_right(&mut table, 1..7);
    section(report.say(words::MARKETS), &table)
}

fn paths(report: &Report<'_>, group: &Group<'_>) -> String {
    let all: Vec<Period> = report.periods.keys().copied().collect();
    let shown = all.split_at(all.len().saturating_sub(COLUMNS)).1;
    let mut table = plain();
    let mut header = vec![
        report.say(words::BUYER_AND_MARKET).to_owned(),
        report.say(words::SUPPLIER).to_owned(),
    ];
    header.extend(shown.iter().map(Period::to_string));
    header.extend([
        report.say(words::POINTS).to_owned(),
        report.say(words::HEADING).to_owned(),
    ]);
    table.set_header(header);
    for path in &group.paths {
        table.add_row(path_row(report, path, shown));
    }
    let end = shown.len().saturating_add(3);
    to_the_right(&mut table, 2..end);
    section(report.say(group.title), &table)
}

fn legend(report: &Report<'_>) -> String {
    let mut legend = format!("{}\n", report.say(words::LEGEND));
    if report.periods.len() > COLUMNS {
        // Writing to a string does not fail.
        let _ = writeln!(legend, "{}", report.say(words::LAST_PERIODS));
    }
    legend
}

fn path_row(report: &Report<'_>, path: &Path<'_>, shown: &[Period]) -> Vec<String> {
    let mut cells = vec![
        format!("{}\n{}", path.buyer(), path.market()),
        path.supplier().to_owned(),
    ];
    for period in shown {
        let step = path.steps().find(|step| step.period() == *period);
        cells.push(step.map_or("–".into(), |step| step_cell(report, &step)));
    }
    let points = change(path).2;
    let sign = if points.is_sign_negative() { "" } else { "+" };
    cells.push(format!("{sign}{points}"));
    let last = path.steps().next_back();
    let heading = last.and_then(Step::trajectory);
    let mut lines = vec![heading.map_or("–", |heading| report.say(heading.text()))];
    if let Some(last) = last {
        lines.extend(last.flags().iter().map(|flag| report.say(flag.text())));
    }
    cells.push(lines.join("\n"));
    cells
}

fn step_cell(report: &Report<'_>, step: &Step<'_>) -> String {
    let share = if step.share().is_none() {
        format!("({})", step.share())
    } else {
        step.share().to_string()
    };
    let sign = match (step.granted(), step.decision()) {
        (Some(Move::Advance { .. } | Move::Recover), _) => " ↑",
        (Some(Move::Regress { .. } | Move::Interrupt), _) => " ↓",
        (Some(Move::Hold) | None, Decision::Undecided) => " ?",
        (Some(Move::Hold) | None, _) => "",
    };
    let stage = step.state().stage();
    if report.locale == Locale::En {
        format!("{share}\n{stage}{sign}")
    } else {
        format!("{share}\n{}{sign}", report.say(stage.text()))
    }
}

fn flags(report: &Report<'_>) -> String {
    let mut table = plain();
    table.set_header([report.say(words::FLAG), report.say(words::STEPS)]);
    for (flag, steps) in &report.flags {
        table.add_row([report.say(flag.text()).to_owned(), steps.to_string()]);
    }
    to_the_right(&mut table, 1..2);
    section(report.say(words::FLAGS), &table)
}

fn missing(report: &Report<'_>) -> String {
    let mut table = plain();
    let header = [words::FACT, words::ASKED_BY, words::STEPS, words::UNDECIDED];
    table.set_header(header.map(|text| report.say(text)));
    for gap in &report.gaps {
        table.add_row([
            report.say(gap.fact.text()).to_owned(),
            rule(report, gap),
            gap.steps.to_string(),
            gap.undecided.to_string(),
        ]);
    }
    to_the_right(&mut table, 2..4);
    let note = report.say(words::MISSING_NOTE);
    let mut text = section(report.say(words::MISSING), &table);
    // Writing to a string does not fail.
    let _ = writeln!(text, "{note}");
    text
}

/// The id of a rule with its title.
pub(crate) fn rule(report: &Report<'_>, gap: &Gap) -> String {
    let card = CARDS.iter().find(|card| card.id() == gap.rule);
    let title = card.map_or("", |card| report.say(card.title()));
    format!("{} {title}", gap.rule)
}

/// An amount with its thousands set apart.
pub(crate) fn grouped(amount: Decimal) -> String {
    let text = amount.abs().to_string();
    let (whole, places) = text.split_once('.').unwrap_or((&text, ""));
    let mut digits = String::new();
    for (place, digit) in whole.chars().enumerate() {
        let left = whole.len().saturating_sub(place);
        if place > 0 && left % 3 == 0 {
            digits.push(',');
        }
        digits.push(digit);
    }
    let sign = if amount.is_sign_negative() { "-" } else { "" };
    if places.is_empty() {
        format!("{sign}{digits}")
    } else {
        format!("{sign}{digits}.{places}")
    }
}

fn count(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}
