//! The people who said something about the stage: each is in the register on the day of the word.

use chrono::NaiveDate;

use crate::form::every;
use crate::lifecycle::error::LifecycleError;
use crate::lifecycle::stage::StageRecord;
use crate::party::parties::Register;
use crate::vocab::known::Stated;
use crate::vocab::name::PersonId;

/// Checks that the register has everybody who said something, on the day of the word.
pub(crate) fn check_names(record: &StageRecord, register: &Register) -> Result<(), LifecycleError> {
    let as_of = record.as_of;
    let all = said("stage.bond", &record.bond, as_of)
        .chain(said("stage.cause", &record.cause, as_of))
        .chain(said("stage.departments", &record.departments, as_of))
        .chain(said("stage.executive-tie", &record.executive_tie, as_of))
        .chain(said(
            "stage.joint-functions",
            &record.joint_functions,
            as_of,
        ))
        .chain(said("stage.monitoring", &record.monitoring, as_of))
        .chain(said("stage.partnership", &record.partnership, as_of))
        .chain(said("stage.position", &record.position, as_of))
        .chain(said("stage.recognition", &record.recognition, as_of))
        .chain(said("stage.rival-share", &record.rival_share, as_of))
        .chain(said("stage.share", &record.share, as_of))
        .chain(said("stage.trade-history", &record.trade_history, as_of))
        .chain(said("stage.trust.personal", &record.trust.personal, as_of))
        .chain(said(
            "stage.trust.organizational",
            &record.trust.organizational,
            as_of,
        ));
    every(all.map(|(path, person, day)| {
        let found = register.resolve(&person, day);
        found.map(drop).map_err(|reason| LifecycleError::Name {
            path,
            reason: reason.into(),
        })
    }))
}

/// Returns everybody who said something about one fact, with the day.
fn said<'a, T>(
    path: &'static str,
    stated: &'a Stated<T>,
    as_of: NaiveDate,
) -> impl Iterator<Item = (&'static str, PersonId, NaiveDate)> + use<'a, T> {
    let statements = stated.statements().iter();
    statements.filter_map(move |one| Some((path, one.by?, one.on.unwrap_or(as_of))))
}
