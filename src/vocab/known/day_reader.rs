use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use chrono::NaiveDate;

use crate::form::record;
use crate::vocab::known::{Known, Lasting};

record! {
    /// A fact that was learnt too long ago to count (失效事实); it is unknown on the day asked about.
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct Expired {
        /// The path of the fact in the dossier.
        pub path: String,
        /// The first day on which it held no longer.
        pub since: NaiveDate,
    }
}

/// The reading of dated facts on one day: what has expired, and what is of a later day.
///
/// A path is written only for a fact that has expired.
#[derive(Debug)]
pub(crate) struct DayReader {
    as_of: NaiveDate,
    system: &'static str,
    pub(crate) expired: Vec<Expired>,
    pub(crate) ahead: u32,
}

impl DayReader {
    /// Makes the reader of a day, for facts of one system of the dossier.
    pub(crate) const fn new(as_of: NaiveDate, system: &'static str) -> Self {
        Self {
            as_of,
            system,
            expired: Vec::new(),
            ahead: 0,
        }
    }

    /// Returns whether everything counted that was read so far.
    pub(crate) fn has_read_all(&self) -> bool {
        self.expired.is_empty() && self.ahead == 0
    }

    /// Turns a fact to unknown that was learnt after the day, or too long before it.
    pub(crate) fn read<T>(
        &mut self,
        fact: &mut Known<T>,
        lasting: Lasting,
        path: fmt::Arguments<'_>,
    ) {
        if !self.counts(fact.on(), lasting, path) {
            *fact = Known::Unknown;
        }
    }

    /// Returns whether what was learnt on a day, and holds for so many days after it, counts.
    pub(crate) fn counts(
        &mut self,
        on: Option<NaiveDate>,
        lasting: Lasting,
        path: fmt::Arguments<'_>,
    ) -> bool {
        !self.is_ahead(on) && self.is_fresh(on, lasting, path)
    }

    /// Returns whether something was learnt after the day, and counts it if it was.
    pub(crate) fn is_ahead(&mut self, on: Option<NaiveDate>) -> bool {
        let is_ahead = on.is_some_and(|on| on > self.as_of);
        self.ahead = self.ahead.saturating_add(u32::from(is_ahead));
        is_ahead
    }

    /// Returns whether what was learnt by the day still holds, and lists it if it does not.
    pub(crate) fn is_fresh(
        &mut self,
        on: Option<NaiveDate>,
        lasting: Lasting,
        path: fmt::Arguments<'_>,
    ) -> bool {
        match lasting.ended(on, self.as_of) {
            Some(since) => {
                let system = self.system;
                let path = format_args!("{system}.{path}").to_string();
                self.expired.push(Expired { path, since });
                false
            }
            None => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::String;
    use chrono::NaiveDate;

    use super::DayReader;
    use crate::vocab::known::{Known, Lasting};
    use crate::vocab::time::Days;

    #[test]
    fn a_fact_holds_from_its_day_until_the_last_day_of_its_validity() -> Result<(), &'static str> {
        let day = |day| NaiveDate::from_ymd_opt(2024, 6, day).ok_or("no such date");
        let learnt = Known::measured(3).with_on(day(10)?);
        let gone = [String::from("party.stake")];
        let table = [
            (9, Some(5), false, 1, 0),
            (10, Some(5), true, 0, 0),
            (15, Some(5), true, 0, 0),
            (16, Some(5), false, 0, 1),
            (16, None, true, 0, 0),
        ];
        for (as_of, lasting, is_read, ahead, expired) in table {
            let mut reader = DayReader::new(day(as_of)?, "party");
            let mut fact = learnt;
            reader.read(
                &mut fact,
                Lasting::State(lasting.map(Days::new)),
                format_args!("stake"),
            );
            assert_eq!(fact.is_known(), is_read, "{as_of}");
            assert_eq!(reader.ahead, ahead, "{as_of}");
            let paths = reader.expired.iter().map(|one| one.path.clone());
            assert!(paths.eq(gone.iter().take(expired).cloned()), "{as_of}");
            assert!(reader.expired.iter().all(|one| Ok(one.since) == day(16)));
        }
        let mut undated = Known::measured(3);
        let mut reader = DayReader::new(day(30)?, "party");
        reader.read(
            &mut undated,
            Lasting::State(Some(Days::new(1))),
            format_args!("stake"),
        );
        assert!(undated.is_known(), "it is of the day that is asked about");
        Ok(())
    }
}
