//! The shares of a record beside each other: no voice says of one day that two suppliers have more than all.

use alloc::collections::BTreeMap;

use chrono::NaiveDate;

use crate::lifecycle::judge::FactsError;
use crate::lifecycle::stage::StageRecord;
use crate::lifecycle::wallet::ShareOfWallet;
use crate::vocab::known::{Grade, Lasting, Statement};
use crate::vocab::name::PersonId;
use crate::vocab::share::Share;

/// The voice behind a statement, and its day.
type Voice = (NaiveDate, Grade, Option<PersonId>);

/// Checks that no voice gives two suppliers more than the whole on one day.
///
/// Shares of two days, of two grades or of two people may make more: none of them is a mistake of the record,
/// and a gate reads both. If a voice gave several shares of one supplier, the smallest counts here, so that the
/// error is certain.
pub(super) fn check(record: &StageRecord, lasting: Lasting) -> Result<(), FactsError> {
    let as_of = record.as_of;
    let part = |wallet: ShareOfWallet| wallet.share().unwrap_or(Share::NONE);
    let ours = record.share.in_force(as_of, lasting);
    let rivals = record.rival_share.in_force(as_of, lasting);
    let ours = ours.map(|one| part(one.value)).max();
    let rivals = rivals.map(|one| one.value).max();
    if ours.is_none_or(|ours| rivals.is_none_or(|rival| ours.leaves_room_for(rival))) {
        return Ok(());
    }
    let ours = record.share.counting(as_of, lasting);
    let ours = smallest(ours.map(|one| (voice(one, as_of), part(one.value))));
    let rivals = record.rival_share.counting(as_of, lasting);
    let rivals = smallest(rivals.map(|one| (voice(one, as_of), one.value)));
    let both = ours
        .iter()
        .filter_map(|(voice, ours)| Some((*ours, *rivals.get(voice)?)));
    for (ours, rival) in both {
        if !ours.leaves_room_for(rival) {
            return Err(FactsError::SharesOverWhole { ours, rival });
        }
    }
    Ok(())
}

/// Returns the smallest share that each voice gives.
fn smallest(said: impl Iterator<Item = (Voice, Share)>) -> BTreeMap<Voice, Share> {
    let mut smallest = BTreeMap::new();
    for (voice, share) in said {
        let kept = smallest.entry(voice).or_insert(share);
        *kept = share.min(*kept);
    }
    smallest
}

fn voice<T>(one: &Statement<T>, as_of: NaiveDate) -> Voice {
    (one.on.unwrap_or(as_of), one.grade, one.by)
}
