//! The parts of a statement in English, and the figures that stand in them.

use anyhow::{Context, Result, ensure};
use keqing::receivable::statement::{StatedPart, Statement, StatementTopic};
use keqing::vocab::money::Money;
use keqing::vocab::words::Locale;

/// Returns an amount as the text writes it, with the two decimal places of the embedded account.
pub(super) fn figure(money: Money) -> String {
    let mut amount = money.amount();
    amount.rescale(2);
    amount.to_string()
}

/// The parts of a statement in English.
pub(super) struct Told(Vec<StatedPart>);

impl Told {
    pub(super) fn of(stated: &Statement) -> Self {
        Self(stated.parts(Locale::En))
    }

    pub(super) fn part(&self, topic: StatementTopic) -> Result<&StatedPart> {
        let mut parts = self.0.iter();
        let part = parts.find(|part| part.topic == topic);
        part.with_context(|| format!("no part on {topic}"))
    }

    /// Checks that the part of a topic has a figure in a column of figures, in the row of these cells.
    pub(super) fn has(
        &self,
        topic: StatementTopic,
        row: &[&str],
        name: &str,
        money: Money,
    ) -> Result<()> {
        let (part, figure) = (self.part(topic)?, figure(money));
        let stands = part.tables.iter().any(|table| {
            let mut columns = table.columns.iter();
            let place = columns.position(|column| column.name == name && column.is_figure);
            let mut rows = table.rows.iter();
            rows.any(|cells| {
                let is_row = row.iter().all(|key| cells.iter().any(|cell| cell == key));
                let cell = place.and_then(|place| cells.get(place));
                is_row && cell == Some(&figure)
            })
        });
        ensure!(stands, "no {name} {figure} for {row:?} in\n{part}");
        Ok(())
    }

    /// Checks that the part of a topic says an amount behind its name, in a sentence below a table of a title.
    pub(super) fn says(
        &self,
        topic: StatementTopic,
        title: &str,
        name: &str,
        money: Money,
    ) -> Result<()> {
        let (part, named) = (self.part(topic)?, format!("{name} {} ", figure(money)));
        let tables = part.tables.iter();
        let of_title = tables.filter(|table| {
            let its = table.title.as_deref().unwrap_or_default();
            its.starts_with(title)
        });
        let below = of_title.flat_map(|table| &table.sentences);
        let mut sentences = below.chain(&part.sentences);
        ensure!(
            sentences.any(|sentence| sentence.contains(&named)),
            "no {named}in\n{part}"
        );
        Ok(())
    }

    pub(super) fn lacks(&self, topic: StatementTopic) -> Result<()> {
        ensure!(self.0.iter().all(|part| part.topic != topic), "{topic}");
        Ok(())
    }
}
