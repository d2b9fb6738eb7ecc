use alloc::borrow::Cow;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::every;
use crate::party::parties::Register;
use crate::party::trust::error::TrustError;
use crate::party::trust::words::PersonTrust;
use crate::vocab::known::{Grade, Stated, Statement};
use crate::vocab::words::TrustLevel;

/// Returns the trust of a person, in which what somebody else said of it is a guess.
pub(super) fn by_word_of_mouth(one: &PersonTrust) -> Cow<'_, PersonTrust> {
    let is_hearsay = |said: &Statement<TrustLevel>| {
        said.grade == Grade::CustomerStated && said.by.is_some_and(|by| by != one.person)
    };
    let statements = one.level.statements();
    if !statements.iter().any(is_hearsay) {
        return Cow::Borrowed(one);
    }
    let heard = statements.iter().map(|said| Statement {
        grade: match is_hearsay(said) {
            true => Grade::Estimated,
            false => said.grade,
        },
        ..*said
    });
    Cow::Owned(PersonTrust {
        person: one.person,
        level: Stated::several(heard),
    })
}

/// Checks that whoever is named as the speaker of a statement acts on its day.
pub(super) fn speakers(
    register: &Register,
    people: &[PersonTrust],
    organizational: &Stated<TrustLevel>,
    as_of: NaiveDate,
) -> Result<(), TrustError> {
    let words = people.iter().map(|one| &one.level);
    let statements = words.chain([organizational]).flat_map(Stated::statements);
    every(statements.filter_map(|said| {
        let spoke = register.resolve(said.by.as_ref()?, said.on.unwrap_or(as_of));
        Some(spoke.map(|_| ()).map_err(TrustError::from))
    }))
}

/// Returns the words of everybody, by id, each once.
pub(super) fn words<'a>(
    register: &Register,
    people: &'a [Cow<'a, PersonTrust>],
    as_of: NaiveDate,
) -> Result<Vec<&'a PersonTrust>, TrustError> {
    every(people.iter().flat_map(|one| {
        let known = register.side_of(&one.person).map(|_| ());
        let is_known = known.is_ok();
        let said = one.level.statements().iter().filter(move |_| is_known);
        let days = said.map(|said| said.on.unwrap_or(as_of));
        let spoke = days.map(|day| register.resolve(&one.person, day).map(|_| ()));
        let all = core::iter::once(known).chain(spoke);
        all.map(|found| found.map_err(TrustError::from))
    }))?;
    let mut words: Vec<&PersonTrust> = people.iter().map(|one| &**one).collect();
    words.sort_unstable_by_key(|word| word.person);
    let neighbours = words.iter().zip(words.iter().skip(1));
    let twice = neighbours.filter(|(one, next)| one.person == next.person);
    every(twice.map(|(one, _)| Err(TrustError::Duplicate { given: one.person })))?;
    Ok(words)
}
