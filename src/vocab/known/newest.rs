//! The newest statements of a fact, by which the earlier ones are superseded.

use alloc::collections::BTreeMap;

use chrono::NaiveDate;

use crate::vocab::known::graded::Grade;
use crate::vocab::known::statement::Statement;
use crate::vocab::name::PersonId;

/// The days of the newest statements: of each grade and better, and of each person of the customer.
///
/// People are kept apart only if several of them have spoken, so one voice needs no heap.
#[derive(Debug)]
pub(super) struct Newest {
    estimated: Option<NaiveDate>,
    stated: Option<NaiveDate>,
    measured: Option<NaiveDate>,
    voices: Option<Voices>,
}

/// The words of the customer, if several of its people have spoken.
#[derive(Debug, Default)]
struct Voices {
    nameless: Option<NaiveDate>,
    named: BTreeMap<PersonId, NaiveDate>,
}

impl Newest {
    pub(super) fn of<'a, T: 'a>(
        statements: impl Iterator<Item = &'a Statement<T>> + Clone,
        as_of: NaiveDate,
    ) -> Self {
        let from = |grade: Grade| {
            let ranks = statements.clone().map(|one| one.rank(as_of));
            ranks
                .filter(|(own, _)| grade <= *own)
                .map(|(_, day)| day)
                .max()
        };
        Self {
            estimated: from(Grade::Estimated),
            stated: from(Grade::CustomerStated),
            measured: from(Grade::Measured),
            voices: Voices::of(statements.clone(), as_of),
        }
    }

    /// Returns the day of the newest statement that would supersede one, if it is later: its own day at least.
    pub(super) fn rival<T>(&self, one: &Statement<T>) -> Option<NaiveDate> {
        match (one.grade, one.by, &self.voices) {
            (Grade::Measured, ..) => self.measured,
            (Grade::Estimated, ..) => self.estimated,
            (Grade::CustomerStated, Some(by), Some(voices)) => {
                let own = voices.named.get(&by).copied();
                own.max(voices.nameless).max(self.measured)
            }
            (Grade::CustomerStated, ..) => self.stated,
        }
    }
}

impl Voices {
    fn of<'a, T: 'a>(
        statements: impl Iterator<Item = &'a Statement<T>> + Clone,
        as_of: NaiveDate,
    ) -> Option<Self> {
        let words = statements.filter(|one| one.grade == Grade::CustomerStated);
        let mut speakers = words.clone().filter_map(|one| one.by);
        let first = speakers.next()?;
        if speakers.all(|by| by == first) {
            return None;
        }
        let mut voices = Self::default();
        for one in words {
            let (_, day) = one.rank(as_of);
            match one.by {
                None => voices.nameless = voices.nameless.max(Some(day)),
                Some(by) => {
                    let newest = voices.named.entry(by).or_insert(day);
                    *newest = (*newest).max(day);
                }
            }
        }
        Some(voices)
    }
}
