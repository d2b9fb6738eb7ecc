use alloc::vec::Vec;

use chrono::NaiveDate;
use smallvec::SmallVec;

use crate::form::record;
use crate::loyalty::cards::genuine::GEN_16;
use crate::loyalty::foundation::up_to;
use crate::loyalty::kinds::word::Clock;
use crate::verdict::{Bound, Evidence, Fact, Outcome, Reading, Recorder, Subject};
use crate::vocab::known::{Grade, Known};
use crate::vocab::name::ItemId;
use crate::vocab::words::words;

record! {
    /// A note of a need of the customer as we understood it (需求理解记录).
    #[derive(Copy, Hash)]
    pub closed struct UnderstandingNote {
        /// The need that was noted.
        pub id: ItemId,
        /// The day on which it was noted.
        pub on: NaiveDate,
        /// The customer's answer to the note; `None` if it was not asked.
        pub answer: Option<UnderstandingAnswer>,
    }
}

record! {
    /// The customer's answer to a note (客户确认).
    #[derive(Copy, Hash)]
    pub closed struct UnderstandingAnswer {
        /// The day of the answer.
        pub on: NaiveDate,
        /// The answer: we understood, or we did not.
        pub says: NoteAnswer,
    }
}

words! {
    /// The customer's answer to a note of what we understood (确认或更正).
    pub closed enum NoteAnswer {
        /// The customer confirms the note.
        Confirmed = "confirmed", "confirmed", "确认", "確認";
        /// The customer corrects the note.
        Corrected = "corrected", "corrected", "更正", "更正";
    }
}

impl UnderstandingNote {
    pub(crate) const fn day(&self) -> NaiveDate {
        self.on
    }

    /// Returns the answer that was given by a day. An answer from before the note confirms nothing.
    fn answered(&self, as_of: NaiveDate) -> Option<(ItemId, UnderstandingAnswer)> {
        let answer = self.answer.filter(|answer| answer.on <= as_of)?;
        let confirms = answer.says == NoteAnswer::Confirmed;
        (!confirms || self.on <= answer.on).then_some((self.id, answer))
    }
}

/// The answers that count, by what they say.
#[derive(Default)]
struct Answers {
    confirmed: u32,
    newest: Option<NaiveDate>,
    corrected: Option<ItemId>,
    /// The day since which an answer no longer counts.
    expired: Option<NaiveDate>,
    /// The day since which a correction no longer counts.
    doubted: Option<NaiveDate>,
}

/// GEN-16: the customer confirmed what we understood of its needs, and corrected nothing since.
///
/// An answer counts as long as a word of the customer does. A correction that expired leaves the matter
/// open until the customer confirms something anew.
pub(crate) fn understands<R: Recorder>(
    notes: &Known<Vec<UnderstandingNote>>,
    clock: Clock,
    as_of: NaiveDate,
    r: &mut R,
) -> Option<bool> {
    let fact = Fact::Understanding;
    let Some(grade) = notes.grade() else {
        r.miss(&GEN_16, fact);
        return None;
    };
    let is_noted = up_to(notes, UnderstandingNote::day, as_of).next().is_some();
    let answers = Answers::of(notes, clock, as_of);
    let count = || Evidence::count(fact, answers.confirmed, Bound::AtLeast, 1);
    let is_confirmed = answers.confirmed > 0;
    let is_doubted = answers.doubted.is_some() && answers.doubted > answers.newest;
    if let Some(id) = answers.corrected {
        let subject = Subject::Item { id };
        r.refuse(&GEN_16, || Evidence::present(fact, false).of(subject));
        Some(false)
    } else if !is_noted || (is_confirmed && !is_doubted && grade >= Grade::OWN_WORD) {
        r.require(&GEN_16, is_confirmed, count);
        Some(is_confirmed)
    } else {
        r.record(
            &GEN_16,
            GEN_16.severity(),
            Outcome::Missing(fact),
            || match answers.expired {
                Some(since) => Evidence::found(Fact::WordExpiry, since),
                None => Evidence::new(fact, Reading::Nothing),
            },
        );
        None
    }
}

impl Answers {
    fn of(notes: &Known<Vec<UnderstandingNote>>, clock: Clock, as_of: NaiveDate) -> Self {
        let noted = up_to(notes, UnderstandingNote::day, as_of);
        let answered = noted.filter_map(|note| note.answered(as_of));
        let mut answered: SmallVec<[_; 16]> = answered.collect();
        answered.sort_unstable_by_key(|(id, answer)| (*id, answer.on, answer.says));
        let mut answers = Self::default();
        for of_note in answered.chunk_by(|(id, _), (next, _)| id == next) {
            if let Some((id, latest)) = of_note.last() {
                answers.add(*id, *latest, clock);
            }
        }
        answers
    }

    fn add(&mut self, id: ItemId, answer: UnderstandingAnswer, clock: Clock) {
        match (answer.says, clock.holds(answer.on)) {
            (NoteAnswer::Confirmed, true) => {
                self.confirmed = self.confirmed.saturating_add(1);
                self.newest = self.newest.max(Some(answer.on));
            }
            (NoteAnswer::Corrected, true) => {
                let first = self.corrected.map_or(id, |other| other.min(id));
                self.corrected = Some(first);
            }
            (NoteAnswer::Confirmed, false) => self.expire(answer.on, clock),
            (NoteAnswer::Corrected, false) => {
                self.expire(answer.on, clock);
                self.doubted = self.doubted.max(Some(clock.expiry(answer.on)));
            }
        }
    }

    fn expire(&mut self, on: NaiveDate, clock: Clock) {
        self.expired = self.expired.max(Some(clock.expiry(on)));
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::{NoteAnswer, UnderstandingAnswer, UnderstandingNote, understands};
    use crate::loyalty::kinds::word::Clock;
    use crate::loyalty::policy::LoyaltyPolicy;
    use crate::verdict::Findings;
    use crate::vocab::known::{Grade, Known};
    use crate::vocab::name::{ItemId, NameError};

    use NoteAnswer::{Confirmed, Corrected};

    type Row = (
        &'static [(&'static str, i64, Option<NoteAnswer>)],
        Option<bool>,
    );

    const TABLE: [Row; 12] = [
        (&[], Some(false)),
        (&[("speed", 9, None)], None),
        (&[("speed", 9, Some(Confirmed))], Some(true)),
        (&[("speed", 365, Some(Confirmed))], Some(true)),
        (&[("speed", 366, Some(Confirmed))], None),
        (&[("speed", 9, Some(Corrected))], Some(false)),
        (
            &[("speed", 9, Some(Corrected)), ("speed", 3, Some(Confirmed))],
            Some(true),
        ),
        (
            &[("speed", 9, Some(Confirmed)), ("speed", 9, Some(Corrected))],
            Some(false),
        ),
        (
            &[("speed", 9, Some(Confirmed)), ("price", 5, Some(Corrected))],
            Some(false),
        ),
        // A correction that expires does not open what it closed, and a new word does.
        (
            &[
                ("price", 366, Some(Corrected)),
                ("speed", 5, Some(Confirmed)),
            ],
            None,
        ),
        (
            &[
                ("price", 400, Some(Corrected)),
                ("speed", 5, Some(Confirmed)),
            ],
            Some(true),
        ),
        (&[("speed", -1, Some(Confirmed))], Some(false)),
    ];

    #[test]
    fn an_answer_from_before_its_note_confirms_nothing() -> Result<(), NameError> {
        let day = |day| chrono::NaiveDate::from_ymd_opt(2024, 6, day).unwrap_or_default();
        for (answered, says, expected) in [
            (9, Confirmed, None),
            (10, Confirmed, Some(true)),
            (9, Corrected, Some(false)),
        ] {
            let note = UnderstandingNote {
                id: ItemId::new("speed")?,
                on: day(10),
                answer: Some(UnderstandingAnswer {
                    on: day(answered),
                    says,
                }),
            };
            let clock = Clock::of(&LoyaltyPolicy::standard(), day(20));
            let notes = Known::measured(alloc::vec![note]);
            let mut told = None;
            Findings::of(|r| told = understands(&notes, clock, day(20), r));
            assert_eq!(told, expected, "{answered} {says}");
        }
        Ok(())
    }

    #[test]
    fn what_the_customer_confirmed_is_understood() -> Result<(), NameError> {
        let today = chrono::NaiveDate::from_ymd_opt(2024, 12, 31).unwrap_or_default();
        let ago = |days: i64| {
            let day = today.checked_sub_signed(chrono::TimeDelta::days(days));
            day.unwrap_or_default()
        };
        for (notes, expected) in TABLE {
            let note = |(id, age, says): &(&str, i64, Option<NoteAnswer>)| {
                let on = ago(*age);
                let answer = says.map(|says| UnderstandingAnswer { on, says });
                let id = ItemId::new(id)?;
                Ok::<_, NameError>(UnderstandingNote { id, on, answer })
            };
            let noted = notes.iter().map(note).collect::<Result<Vec<_>, _>>()?;
            let clock = Clock::of(&LoyaltyPolicy::standard(), today);
            for (grade, expected) in [
                (Grade::Measured, expected),
                (Grade::Estimated, expected.filter(|holds| !holds)),
            ] {
                let known = Known::graded(noted.clone(), grade);
                let mut told = None;
                let findings = Findings::of(|r| told = understands(&known, clock, today, r));
                assert_eq!(told, expected, "{notes:?} {grade}");
                assert_eq!(findings.len(), 1);
            }
        }
        Ok(())
    }
}
