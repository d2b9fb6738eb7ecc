//! All customers together, as text.

use keqing::loyalty::retention::{OrderCycle, Retention};
use keqing::loyalty::words::Repeat;
use keqing::rulebook;
use keqing::vocab::words::{Locale, Text};

use crate::ledger::Ledger;
use crate::plain::{bar, plain, section, to_the_right};
use crate::summary::Summary;
use crate::words;

/// Writes the whole summary as text.
pub(crate) fn text(ledger: &Ledger, summary: &Summary<'_>, said: usize, locale: Locale) -> String {
    let page = Page { locale };
    let (title, comma) = (page.say(words::TITLE), page.say(words::COMMA));
    let mut sections = vec![
        format!("{title}{comma}{}\n", summary.as_of),
        page.lines(ledger),
        page.customers(summary),
    ];
    if summary.told() > 0 {
        sections.push(page.tenths(summary));
    }
    if let Some(quartiles) = summary.quartiles() {
        sections.push(page.quartiles(quartiles));
    }
    if !summary.top.is_empty() {
        sections.push(page.top(summary));
    }
    sections.push(page.claims(summary, said));
    if !summary.gaps.is_empty() {
        sections.push(page.gaps(summary));
    }
    sections.join("\n")
}

/// Writes a retention: part and whole, and the share.
pub(crate) fn rate(retention: &Retention) -> String {
    let rate = retention.rate;
    format!("{}/{} ({rate})", rate.part(), rate.whole())
}

struct Page {
    locale: Locale,
}

impl Page {
    fn say(&self, text: Text) -> &'static str {
        text.in_locale(self.locale)
    }

    fn lines(&self, ledger: &Ledger) -> String {
        let (counts, has) = (ledger.counts, ledger.has);
        let rows = [
            (true, counts.rows, words::ROWS),
            (counts.refused > 0, counts.refused, words::REFUSED),
            (counts.later > 0, counts.later, words::LATER),
            (true, counts.nameless, words::NAMELESS),
            (has.orders, counts.credit_notes, words::CREDIT_NOTES),
            (has.returns, counts.returns, words::RETURNS),
            (has.prices, counts.given_away, words::GIVEN_AWAY),
            (true, counts.purchases, words::PURCHASES),
            (has.orders, ledger.orders(), words::ORDERS),
        ];
        self.counted(words::LINES, &rows)
    }

    fn customers(&self, summary: &Summary<'_>) -> String {
        let rows = [
            (true, summary.customers, words::CUSTOMERS),
            (
                summary.bought_nothing > 0,
                summary.bought_nothing,
                words::BOUGHT_NOTHING,
            ),
            (true, summary.bought_once, words::BOUGHT_ONCE),
            (true, summary.one_line, words::ONE_LINE),
            (true, summary.too_young, words::TOO_YOUNG),
            (true, summary.told(), words::TOLD),
            (true, summary.repeats, Repeat::High.text()),
            (true, summary.seldom, Repeat::Low.text()),
        ];
        self.counted(words::ALL_CUSTOMERS, &rows)
    }

    /// A table of counts and what they count; some rows are left out.
    fn counted(&self, title: Text, rows: &[(bool, u64, Text)]) -> String {
        let mut table = plain();
        for (_, count, text) in rows.iter().filter(|(is_shown, ..)| *is_shown) {
            table.add_row([count.to_string(), self.say(*text).to_owned()]);
        }
        to_the_right(&mut table, 0..1);
        section(self.say(title), &table)
    }

    fn tenths(&self, summary: &Summary<'_>) -> String {
        let most = summary.tenths.into_iter().max().unwrap_or_default();
        let mut table = plain();
        for (tenth, count) in summary.tenths.into_iter().enumerate() {
            let from = tenth.saturating_mul(10);
            let name = match tenth {
                0..10 => format!("{from} – {} %", from.saturating_add(10)),
                _ => format!("{from} %"),
            };
            table.add_row([name, count.to_string(), bar(count, most)]);
        }
        to_the_right(&mut table, 0..2);
        section(self.say(words::BY_RETENTION), &table)
    }

    fn quartiles(&self, quartiles: [OrderCycle; 3]) -> String {
        let mut table = plain();
        let names = [words::LOWER_QUARTILE, words::MEDIAN, words::UPPER_QUARTILE];
        for (name, cycle) in names.into_iter().zip(quartiles) {
            table.add_row([self.say(name).to_owned(), cycle.to_string()]);
        }
        to_the_right(&mut table, 1..2);
        section(self.say(words::CYCLES), &table)
    }

    fn top(&self, summary: &Summary<'_>) -> String {
        let mut table = plain();
        let header = [
            words::CUSTOMER,
            words::DAYS,
            words::CYCLE,
            words::RETENTION,
            words::REPEAT,
        ];
        table.set_header(header.map(|text| self.say(text)));
        for row in &summary.top {
            let told = row.retention.as_ref();
            let unknown = || self.say(words::UNKNOWN).to_owned();
            table.add_row([
                row.name.to_owned(),
                row.orders.to_string(),
                told.map_or_else(unknown, |told| told.cycle.to_string()),
                told.map_or_else(unknown, rate),
                told.map_or_else(unknown, |told| self.say(told.repeat.text()).to_owned()),
            ]);
        }
        to_the_right(&mut table, 1..4);
        section(self.say(words::TOP), &table)
    }

    fn claims(&self, summary: &Summary<'_>, said: usize) -> String {
        let claims = summary.claims;
        let rows = [
            (true, claims.loyal, words::CALLED_LOYAL),
            (true, claims.attached, words::CALLED_ATTACHED),
            (true, claims.alive, words::CALLED_ALIVE),
            (true, claims.emotional, words::EMOTIONAL_TOLD),
            (true, claims.conscious, words::CONSCIOUS_TOLD),
        ];
        let title = if said == 0 {
            words::FROM_PURCHASES
        } else {
            words::FROM_PURCHASES_AND_WORDS
        };
        self.counted(title, &rows)
    }

    fn gaps(&self, summary: &Summary<'_>) -> String {
        let mut table = plain();
        let header = [words::FACT, words::ASKED_BY, words::CUSTOMERS];
        table.set_header(header.map(|text| self.say(text)));
        for ((fact, rule), customers) in &summary.gaps {
            let title = rulebook::card(*rule).map_or("", |card| self.say(card.title()));
            table.add_row([
                self.say(fact.text()).to_owned(),
                format!("{rule} {title}"),
                customers.to_string(),
            ]);
        }
        to_the_right(&mut table, 2..3);
        section(self.say(words::MISSING), &table)
    }
}
