//! The forms of the tables of severities: which severities a policy may give each rule.

use crate::form::{Described, Field, Form, Shape, Word};
use crate::verdict::card::SeverityChange;
use crate::verdict::decision::Severity;
use crate::verdict::severities::Cards;

/// Describes a table as a record with one field a card.
pub(crate) const fn fields<const N: usize>(cards: &Cards) -> [Field; N] {
    let mut fields = [Field::new("", &[], FIXED); N];
    let mut room: &mut [Field] = &mut fields;
    let mut rest = cards;
    while let ([card, others @ ..], [place, free @ ..]) = (rest, room) {
        let form = match card.severity_change() {
            SeverityChange::Any => FREE,
            SeverityChange::Elsewhere => match card.severity() {
                Severity::Warning => GATED_WARNING,
                _ => GATED_BAR,
            },
            SeverityChange::Never => FIXED,
        };
        *place = Field::new(card.name(), card.heading(), form)
            .changes(core::slice::from_ref(card.name_place()));
        (rest, room) = (others, free);
    }
    fields
}

const FREE: &Form = &<Option<Severity> as Described>::FORM.switched_off();

const FIXED: &Form =
    &Form::new("Severity", Shape::Words(&[BAR])).because("no policy changes its severity");

const GATED_BAR: &Form = &Form::new("Severity", Shape::Words(&[BAR])).because(GATES);

const GATED_WARNING: &Form = &Form::new("Severity", Shape::Words(&[WARNING])).because(GATES);

const GATES: &str = "the gates of the stages set it";

const BAR: Word = Word {
    name: "bar",
    meaning: &["A breach that must not pass."],
};

const WARNING: Word = Word {
    name: "warning",
    meaning: &["A breach that ought to change."],
};
