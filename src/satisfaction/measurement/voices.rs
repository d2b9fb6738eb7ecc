use alloc::boxed::Box;
use alloc::vec::Vec;
use core::cmp::Ordering;

use chrono::NaiveDate;

use crate::form::every;
use crate::satisfaction::measurement::context::Context;
use crate::satisfaction::measurement::{Measurement, MeasurementError};
use crate::vocab::known::Grade;
use crate::vocab::twice::twice;

/// The customer's own statements in one context up to a day, the latest day first and the least
/// satisfied voice of each day first. The order of the list that was given does not matter.
#[derive(Debug)]
pub(crate) struct Voices<'a> {
    said: Vec<&'a Measurement>,
    /// The same by person, in the order of the days.
    by_person: Vec<&'a Measurement>,
}

impl<'a> Voices<'a> {
    /// Sorts the statements of a context.
    pub(crate) fn of(
        measurements: &'a [Measurement],
        context: &Context,
        as_of: NaiveDate,
    ) -> Result<Self, MeasurementError> {
        check(measurements, as_of)?;
        let in_context = |one: &&Measurement| one.context() == context && counts(one, as_of);
        let mut said: Vec<&Measurement> = measurements.iter().filter(in_context).collect();
        said.sort_by(|one, next| {
            let latest_first = next.on().cmp(&one.on());
            let worst_first = || by_gap(one, next);
            let by_name = || one.person().cmp(&next.person());
            let weakest_first = || one.grade().cmp(&next.grade());
            let by_number = || one.gap().cmp(&next.gap());
            latest_first
                .then_with(worst_first)
                .then_with(by_name)
                .then_with(weakest_first)
                .then_with(by_number)
        });
        let mut by_person = said.clone();
        // The order within a person stays that of the days.
        by_person.sort_by_key(|one| one.person());
        Ok(Self { said, by_person })
    }

    /// Returns the voices of each day, the latest day first; no day is without a voice.
    pub(crate) fn days(&self) -> impl Iterator<Item = &[&'a Measurement]> {
        self.said.chunk_by(|one, next| one.on() == next.on())
    }

    /// Returns what each person said, the latest first and the worst of a day first. What names nobody is one
    /// more list.
    pub(crate) fn people(&self) -> impl Iterator<Item = &[&'a Measurement]> {
        self.by_person
            .chunk_by(|one, next| one.person() == next.person())
    }

    /// Returns the voice of each person that counts, the least satisfied first: of somebody the latest
    /// measurement, and of those that name nobody the ones of their latest day.
    ///
    /// A measurement that does not hold is no voice. If none holds, the result is that of the latest day.
    pub(crate) fn latest(&self, holds: impl Fn(NaiveDate) -> bool) -> Vec<&'a Measurement> {
        let last = |said: &[&'a Measurement]| said.first().map(|one| one.on());
        let of_last_day = self.people().flat_map(|said| {
            let day = last(said);
            said.iter().take_while(move |one| Some(one.on()) == day)
        });
        let mut voices: Vec<&Measurement> =
            of_last_day.copied().filter(|one| holds(one.on())).collect();
        if voices.is_empty() {
            voices.extend(self.days().next().unwrap_or_default());
        }
        voices.sort_by(|one, next| by_gap(one, next).then(one.person().cmp(&next.person())));
        voices
    }
}

impl Voices<'_> {
    /// Returns the first day without the word of somebody who was disappointed, if it has expired and nobody has
    /// spoken since.
    ///
    /// Expiry never opens: such a word leaves open what it closed.
    pub(crate) fn lapsed(
        &self,
        expired: impl Fn(NaiveDate) -> Option<NaiveDate>,
    ) -> Option<NaiveDate> {
        let newest = self.said.first()?.on();
        let lapsed = self.people().filter_map(|said| {
            let last = said.first()?;
            let is_short = last.perceived().units_above(last.expected()) < 0;
            expired(last.on()).filter(|since| is_short && *since > newest)
        });
        lapsed.min()
    }
}

/// Returns whether a measurement is the customer's own word, and not of a later day.
pub(crate) fn counts(one: &Measurement, as_of: NaiveDate) -> bool {
    one.grade() >= Grade::OWN_WORD && one.on() <= as_of
}

/// Compares two gaps by the part of its scale that each covers.
fn by_gap(one: &Measurement, next: &Measurement) -> Ordering {
    let gap = |of: &Measurement| of.perceived().units_above(of.expected());
    let range = |of: &Measurement| of.perceived().scale().range();
    let left = gap(one).saturating_mul(range(next));
    left.cmp(&gap(next).saturating_mul(range(one)))
}

/// Checks that nobody says two things of one context on one day.
fn check(measurements: &[Measurement], as_of: NaiveDate) -> Result<(), MeasurementError> {
    let said = measurements.iter().enumerate();
    let said = said.filter(|(_, one)| counts(one, as_of));
    let by_name = said.filter_map(|(place, one)| {
        let person = one.person()?;
        Some((place, (*one.context(), one.on(), person)))
    });
    every(twice(by_name).filter_map(|(first, second)| {
        let one = measurements.get(second)?;
        Some(Err(MeasurementError::Twice {
            person: one.person()?,
            context: Box::new(*one.context()),
            on: one.on(),
            first,
            second,
        }))
    }))
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;
    use alloc::vec::Vec;

    use super::Voices;
    use crate::satisfaction::measurement::{Measurement, satisfaction};
    use crate::satisfaction::policy::SatisfactionPolicy;
    use crate::satisfaction::sample::{Failure, context, day, measured, percent};
    use crate::vocab::known::Grade;

    fn said(on: u32, perceived: &str) -> Result<Measurement, Failure> {
        measured("lunch", day(on), Grade::Measured, "7", perceived)
    }

    #[test]
    fn the_latest_day_is_first_and_of_a_day_the_widest_gap() -> Result<(), Failure> {
        let (lunch, context) = (|on, mark| said(on, mark), context("lunch")?);
        // 20 below of 100 is less than 3 below of 10.
        let (expected, perceived) = (percent("70")?, percent("50")?);
        let of_hundred = Measurement::new(context, day(2), Grade::Measured, expected, perceived)?;
        let given = [lunch(1, "1")?, of_hundred, lunch(2, "4")?, lunch(2, "8")?];
        let sorted = Voices::of(&given, &context, day(9))?;
        let gaps: Vec<Vec<_>> = sorted
            .days()
            .map(|day| day.iter().map(|one| one.gap().to_string()).collect())
            .collect();
        assert_eq!(gaps, [["-3", "-20", "1"].as_slice(), &["-6"]]);
        Ok(())
    }

    #[test]
    fn alike_gaps_of_two_scales_have_an_order_too() -> Result<(), Failure> {
        let context = context("lunch")?;
        let (expected, perceived) = (percent("70")?, percent("40")?);
        let of_hundred = Measurement::new(context, day(1), Grade::Measured, expected, perceived)?;
        for given in [[said(1, "4")?, of_hundred], [of_hundred, said(1, "4")?]] {
            let sorted = Voices::of(&given, &context, day(1))?;
            let worst = sorted
                .days()
                .next()
                .and_then(|day| Some(day.first()?.gap()));
            assert_eq!(worst, Some((-30).into()));
        }
        Ok(())
    }

    #[test]
    fn a_person_says_one_thing_of_a_context_on_a_day() -> Result<(), Failure> {
        let wang =
            |on, perceived| Ok::<_, Failure>(said(on, perceived)?.with_person("wang".parse()?));
        let guess = measured("lunch", day(1), Grade::Estimated, "7", "1")?;
        let guess = guess.with_person("wang".parse()?);
        let dinner = measured("dinner", day(1), Grade::Measured, "7", "1")?;
        let dinner = dinner.with_person("wang".parse()?);
        let fine = [
            wang(1, "5")?,
            said(1, "5")?,
            said(1, "5")?,
            guess,
            dinner,
            wang(2, "5")?,
        ];
        assert!(Voices::of(&fine, &context("lunch")?, day(9)).is_ok());
        let twice = [wang(1, "5")?, said(1, "6")?, wang(1, "7")?, wang(1, "7")?];
        let refused = Voices::of(&twice, &context("dinner")?, day(1)).map(drop);
        let both = "each person is measured once in one context on one day, \
            got `wang` of `house, lunch` on 2024-05-01 in entries 0 and 2, counted from zero; \
            each person is measured once in one context on one day, \
            got `wang` of `house, lunch` on 2024-05-01 in entries 2 and 3, counted from zero";
        assert_eq!(refused.map_err(|error| error.to_string()), Err(both.into()));
        let ahead = Voices::of(
            &twice,
            &context("lunch")?,
            day(1).pred_opt().ok_or("no day")?,
        );
        assert!(ahead.is_ok(), "what is dated later is not looked at");
        Ok(())
    }

    #[test]
    fn somebody_who_is_asked_a_day_later_hides_nobody() -> Result<(), Failure> {
        let said = |person: &str, on, perceived| {
            let said = measured("lunch", day(on), Grade::Measured, "7", perceived)?;
            Ok::<_, Failure>(said.with_person(person.parse()?))
        };
        let lunch = context("lunch")?;
        let both = [said("wang", 1, "1")?, said("li", 2, "9")?];
        let found = satisfaction(&SatisfactionPolicy::standard(), &both, &lunch, day(2))?;
        let found = found.into_value().ok_or("no value")?;
        assert_eq!((found.gap, found.voices), ((-6).into(), 2));
        // Her word is superseded by her next one, and by nobody else's.
        let again = [both[0], both[1], said("wang", 3, "8")?];
        let found = satisfaction(&SatisfactionPolicy::standard(), &again, &lunch, day(3))?;
        assert_eq!(found.into_value().map(|found| found.gap), Some(1.into()));
        // One who is disappointed each time, with a contented one asked in between.
        let row = [
            said("wang", 1, "1")?,
            said("li", 2, "9")?,
            said("wang", 3, "1")?,
            said("li", 4, "9")?,
        ];
        let found = satisfaction(&SatisfactionPolicy::standard(), &row, &lunch, day(4))?;
        assert!(found.breaches("SAT-08".parse()?));
        // Each of two is disappointed once.
        let once = [
            said("wang", 1, "1")?,
            said("li", 1, "9")?,
            said("wang", 2, "9")?,
            said("li", 2, "1")?,
        ];
        let found = satisfaction(&SatisfactionPolicy::standard(), &once, &lunch, day(2))?;
        assert!(!found.breaches("SAT-08".parse()?));
        Ok(())
    }
}
