//! The verbs of the lifecycle on a record of dated statements (阶段档案判定: LIF).
//!
//! ```text
//! StageRecord + LifecyclePolicy -> counted -> StageFacts          what counts on the date
//! Standing + Move + StageRecord -> judge, tally, decide           as those of plain facts
//! Standing + StageRecord + history -> place -> Placement          as that of plain facts
//! ```
//!
//! - *Looks at*: A [`StageRecord`]: for each fact its statements, with their grades and days.
//! - *Why*: A fact of long ago says little about today, and a guess is no answer to a measurement.
//! - *Breaks it*: A state older than the policy allows, and a partnership past its last day: they are
//!   missing. Two statements of one grade and day that differ: neither counts.
//! - *Keeps it*: Statements of the year, of which the better grade and then the later day counts.
//! - *Rules*: LIF-01 to LIF-12, LIF-14 to LIF-16.
//!
//! What opens, which is an advance, a recovery and a hold, reads of several statements the strictest. What
//! closes or describes reads the one that counts.
//!
//! # Examples
//!
//! A partnership that ended in June carries no strategic stage in December.
//!
//! ```
//! use keqing::lifecycle::moves::Move;
//! use keqing::lifecycle::standing::Standing;
//! use keqing::lifecycle::wallet::ShareOfWallet;
//! use keqing::lifecycle::{LifecyclePolicy, StageRecord, record};
//! use keqing::verdict::{Decision, Presence};
//! use keqing::vocab::known::{Grade, Statement};
//! use keqing::vocab::share::Share;
//! use keqing::vocab::words::Stage;
//!
//! let date = |month, day| chrono::NaiveDate::from_ymd_opt(2024, month, day).ok_or("no such date");
//! let share = ShareOfWallet::Of(Share::percent(85)?);
//! let partnership = Statement::new(Presence::Present, Grade::CustomerStated).with_on(date(1, 2)?);
//! let stated = StageRecord::new(date(12, 31)?)
//!     .with_share(Statement::new(share, Grade::Measured).with_on(date(12, 1)?))
//!     .with_partnership(partnership.with_until(date(6, 30)?));
//!
//! let standing = Standing::active(Stage::Strategic, date(1, 2)?);
//! let verdict = record::judge(&LifecyclePolicy::standard(), &standing, &stated, Move::Hold)?;
//! assert_eq!(verdict.decision(), Decision::Undecided);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub(crate) mod heard;
mod shares;
#[cfg(test)]
mod shares_tests;
pub(crate) mod source;
mod strict;
#[cfg(test)]
mod tests;
mod walk;

use alloc::borrow::Cow;

use crate::lifecycle::judge::FactsError;
use crate::lifecycle::moves::{Event, Move, Refusal, event};
use crate::lifecycle::placement::{PeriodShare, Placement, place_of};
use crate::lifecycle::policy::LifecyclePolicy;
use crate::lifecycle::record::heard::Heard;
use crate::lifecycle::record::source::Source;
use crate::lifecycle::stage::{StageFacts, StageRecord};
use crate::lifecycle::standing::Standing;
use crate::lifecycle::wallet::ShareOfWallet;
use crate::verdict::{Assessment, Tally, Verdict};
use crate::vocab::known::Known;

/// Returns the facts of a record that count on its date.
///
/// A state counts for so many days as the policy says, and a term until its last day. Of two statements the
/// better grade counts, then the later day. A statement of a later day is left out.
///
/// # Examples
///
/// ```
/// use keqing::lifecycle::{LifecyclePolicy, StageRecord, record};
/// use keqing::vocab::known::{Grade, Known, Statement};
/// use keqing::verdict::Presence;
///
/// let date = |month, day| chrono::NaiveDate::from_ymd_opt(2024, month, day).ok_or("no such date");
/// let said = |presence, grade, on| Statement::new(presence, grade).with_on(on);
/// let recognition = [
///     said(Presence::Present, Grade::Estimated, date(11, 1)?),
///     said(Presence::Absent, Grade::CustomerStated, date(6, 1)?),
/// ];
/// let stated = StageRecord::new(date(12, 31)?)
///     .with_recognition(keqing::vocab::known::Stated::several(recognition));
/// let counted = record::counted(&LifecyclePolicy::standard(), &stated);
/// assert_eq!(counted.recognition, Known::customer_stated(Presence::Absent));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn counted(policy: &LifecyclePolicy, record: &StageRecord) -> StageFacts {
    *heard(policy, record).counted()
}

/// Judges whether a move may be made, by a record of statements.
///
/// It is [`judge`](crate::lifecycle::judge) of the statements that count, or of the strictest where the move
/// opens something. A fact that has expired is missing, and its finding has the first day without it.
///
/// # Errors
///
/// The errors of [`judge`](crate::lifecycle::judge) are returned, of the facts that count.
///
/// # Examples
///
/// See the [module](self).
pub fn judge(
    policy: &LifecyclePolicy,
    standing: &Standing,
    record: &StageRecord,
    proposed: Move,
) -> Result<Verdict, FactsError> {
    let heard = heard(policy, record);
    heard.check(standing)?;
    Ok(heard.verdict(policy, standing, proposed))
}

/// Returns whether a move may be made, by a record of statements and without the evidence.
///
/// It is the quick form of [`judge`], from the same statement of the rules.
///
/// # Errors
///
/// The errors of [`judge`] are returned.
///
/// # Examples
///
/// ```
/// use keqing::lifecycle::moves::Move;
/// use keqing::lifecycle::standing::Standing;
/// use keqing::lifecycle::{LifecyclePolicy, StageRecord, record};
/// use keqing::vocab::words::Stage;
///
/// let date = chrono::NaiveDate::from_ymd_opt(2024, 1, 1).ok_or("no such date")?;
/// let (policy, standing) = (LifecyclePolicy::standard(), Standing::active(Stage::Initial, date));
/// let stated = StageRecord::new(date);
/// let quick = record::tally(&policy, &standing, &stated, Move::Hold)?;
/// assert_eq!(quick, record::judge(&policy, &standing, &stated, Move::Hold)?.tally());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn tally(
    policy: &LifecyclePolicy,
    standing: &Standing,
    record: &StageRecord,
    proposed: Move,
) -> Result<Tally, FactsError> {
    let heard = heard(policy, record);
    heard.check(standing)?;
    Ok(heard.tally(policy, standing, proposed))
}

/// Makes a move if the rules permit it by a record of statements, and returns its event.
///
/// # Errors
///
/// The errors of [`decide`](crate::lifecycle::moves::decide) are returned.
///
/// # Examples
///
/// ```
/// use keqing::lifecycle::moves::Move;
/// use keqing::lifecycle::standing::Standing;
/// use keqing::lifecycle::wallet::ShareOfWallet;
/// use keqing::lifecycle::{LifecyclePolicy, StageRecord, record};
/// use keqing::vocab::known::Stated;
/// use keqing::vocab::share::Share;
/// use keqing::vocab::words::Stage;
///
/// let date = |year| chrono::NaiveDate::from_ymd_opt(year, 1, 1).ok_or("no such date");
/// let standing = Standing::active(Stage::Development, date(2023)?);
/// let share = Stated::measured(ShareOfWallet::Of(Share::percent(12)?));
/// let stated = StageRecord::new(date(2024)?).with_share(share);
/// let advance = Move::Advance { to: Stage::Initial };
/// let event = record::decide(&LifecyclePolicy::standard(), &standing, &stated, advance)?;
/// assert_eq!(event.map(|event| event.by()), Some(advance));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn decide(
    policy: &LifecyclePolicy,
    standing: &Standing,
    record: &StageRecord,
    proposed: Move,
) -> Result<Option<Event>, Refusal> {
    let heard = heard(policy, record);
    heard.check(standing).map_err(Refusal::Facts)?;
    let verdict = heard.verdict(policy, standing, proposed);
    event(standing, heard.counted(), proposed, verdict)
}

/// Assesses the place of a relationship by a record of statements and the shares of earlier periods.
///
/// It is [`place`](crate::lifecycle::placement::place) of the statements that count. The supported stage is
/// the highest one that [`judge`] permits to hold, so a disputed fact supports no more than its strictest
/// statement does. Earlier shares are a statement about earlier trade.
///
/// # Errors
///
/// The errors of [`place`](crate::lifecycle::placement::place) are returned, of the facts that count.
///
/// # Examples
///
/// ```
/// use keqing::lifecycle::standing::{Standing, State};
/// use keqing::lifecycle::wallet::ShareOfWallet;
/// use keqing::lifecycle::{LifecyclePolicy, StageRecord, record};
/// use keqing::vocab::known::{Grade, Stated, Statement};
/// use keqing::vocab::share::Share;
/// use keqing::vocab::words::Stage;
///
/// let date = |month, day| chrono::NaiveDate::from_ymd_opt(2024, month, day).ok_or("no such date");
/// let said = |percent, grade| -> Result<_, Box<dyn std::error::Error>> {
///     let share = ShareOfWallet::Of(Share::percent(percent)?);
///     Ok(Statement::new(share, grade).with_on(date(12, 1)?))
/// };
/// let share = Stated::several([said(60, Grade::Measured)?, said(40, Grade::Estimated)?]);
/// let stated = StageRecord::new(date(12, 31)?).with_share(share);
/// let standing = Standing::active(Stage::Initial, date(1, 1)?);
/// let found = record::place(&LifecyclePolicy::standard(), &standing, &stated, &[])?;
/// let placement = found.value().ok_or("no share")?;
/// assert_eq!(placement.band, Some(Stage::Stable));
/// assert_eq!(placement.supported, Some(State::Active(Stage::Initial)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn place(
    policy: &LifecyclePolicy,
    standing: &Standing,
    record: &StageRecord,
    history: &[PeriodShare],
) -> Result<Assessment<Placement>, FactsError> {
    let heard = Heard::of(policy, Cow::Borrowed(record), history);
    place_of(policy, standing, &heard, history)
}

/// Returns the share that counts, for a reader who asks for nothing else.
pub(crate) fn share(policy: &LifecyclePolicy, record: &StageRecord) -> Known<ShareOfWallet> {
    record.share.as_of(record.as_of, policy.states()).known
}

/// Hears a record.
pub(crate) fn heard<'a>(policy: &LifecyclePolicy, record: &'a StageRecord) -> Heard<'a> {
    Heard::of(policy, Cow::Borrowed(record), &[])
}
