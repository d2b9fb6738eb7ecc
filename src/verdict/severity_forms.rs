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
            SeverityChange::Milder => {
                assert!(matches!(card.severity(), Severity::Warning));
                UP_TO_WARNING
            }
            SeverityChange::Never => {
                assert!(matches!(card.severity(), Severity::Bar));
                FIXED
            }
        };
        *place = Field::new(card.name(), card.heading(), form)
            .changes(core::slice::from_ref(card.name_place()));
        (rest, room) = (others, free);
    }
    fields
}

const FREE: &Form = &<Option<Severity> as Described>::FORM.switched_off();

const UP_TO_WARNING: &Form = &Form::new(
    "Severity",
    Shape::OrNone(&Form::new(
        "Severity",
        Shape::Words(&[
            Word {
                name: "notice",
                meaning: &["A breach that is worth knowing."],
            },
            Word {
                name: "warning",
                meaning: &["A breach that ought to change."],
            },
        ]),
    )),
);

const FIXED: &Form = &Form::new(
    "Severity",
    Shape::Words(&[Word {
        name: "bar",
        meaning: &["A breach that must not pass."],
    }]),
)
.because("no policy weakens this rule");
