//! The signs that were counted elsewhere: they join the evidence, and what contradicts them is listed.

use arrayvec::ArrayVec;

use crate::loyalty::day::Day;
use crate::loyalty::facts::LoyaltyGiven;
use crate::loyalty::kinds::{LoyaltyEvidence, LoyaltySign};
use crate::loyalty::retention::Retention;
use crate::verdict::Assessment;
use crate::vocab::known::{Contradiction, Grade, Known, Stated, Statement};

/// Returns the signs that were counted elsewhere, which join the evidence.
#[inline(always)]
pub(crate) fn found(
    given: &LoyaltyGiven,
    retention: Option<&Assessment<Retention>>,
) -> ArrayVec<LoyaltyEvidence, 2> {
    let mut found = ArrayVec::new();
    if let Some(retention) = retention.and_then(Assessment::value) {
        let sign = LoyaltySign::Retention(retention.rate);
        found.push(LoyaltyEvidence::new(given.as_of, Grade::Measured, sign));
    }
    if let Known::Given(share) = given.share_of_wallet {
        let sign = LoyaltySign::ShareOfWallet(share.value);
        found.push(LoyaltyEvidence::new(given.as_of, share.grade, sign));
    }
    found
}

/// Returns how the evidence contradicts a sign that was counted elsewhere, if it does.
pub(crate) fn contradiction(
    evidence: &[LoyaltyEvidence],
    counted: &LoyaltyEvidence,
    day: Day,
) -> Option<Contradiction> {
    let share = |piece: &LoyaltyEvidence| match (piece.sign, counted.sign) {
        (LoyaltySign::Retention(share), LoyaltySign::Retention(_))
        | (LoyaltySign::ShareOfWallet(share), LoyaltySign::ShareOfWallet(_)) => Some(share),
        _ => None,
    };
    let said = |piece: &LoyaltyEvidence| {
        let statement = Statement::new(share(piece)?, piece.grade).with_on(piece.on);
        Some(statement.with_by(piece.by))
    };
    let differs = |piece: &&LoyaltyEvidence| {
        piece.on <= day.as_of && share(piece).is_some_and(|told| Some(told) != share(counted))
    };
    evidence.iter().find(differs)?;
    let source = match counted.sign {
        LoyaltySign::Retention(_) => "loyalty.purchases",
        _ => "loyalty.share-of-wallet",
    };
    let counted = said(counted)?.derived_from(source);
    let told = evidence.iter().filter_map(said).chain([counted]);
    let found = Stated::several(told).as_of(day.as_of, day.lasting);
    Some(found.contradiction("evidence")?.within("loyalty"))
}
