use chrono::NaiveDate;

use crate::calendar::Calendar;
use crate::receivable::cards::REC_03;
use crate::receivable::regime::due_facts::{DueGround, StatutoryDue, TermFacts};
use crate::receivable::regime::due_limit::{Limits, Reached};
use crate::receivable::regime::note::Note;
use crate::receivable::regime::statute::Regime;
use crate::receivable::regime::statutory_term::BeyondLongest;
use crate::receivable::term::{TermError, due_date};
use crate::verdict::{Assessment, Bound, Evidence, Fact, Reading, Recorder, Scribe};
use crate::vocab::source::Sourced;

/// Assesses the due date of a document under a statute ([`REC_03`]).
///
/// An agreed due date that the statute does not let stand is a breach, and is cut. An agreed one within the
/// statute's bound meets the rule. Beyond a bound that only binds unless the parties said more, the caller's
/// word decides, and without it the answer is missing. So it is if a date is unknown on which the answer
/// depends. Where nothing was agreed, the statute's own term counts.
///
/// The answer does not ask whether the regime governs the debt; [`governing`](super::governing) does.
///
/// # Errors
///
/// [`TermError`] is returned when the agreed term leads back before its base date, or to no business day, and
/// when a term leads past the last date there is.
///
/// # Examples
///
/// In India a term of 60 days from acceptance is cut to 45.
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::calendar::Calendar;
/// use keqing::receivable::regime::{DebtorKind, DueGround, Jurisdiction, Regime, TermFacts, statutory_due};
/// use keqing::receivable::term::{BaseDate, BaseDates, PaymentTerm};
/// use keqing::vocab::time::Days;
///
/// let date = |month, day| NaiveDate::from_ymd_opt(2025, month, day).ok_or("no such date");
/// let act = Regime::in_force(Jurisdiction::INDIA, DebtorKind::Business, date(3, 1)?).ok_or("no act")?;
/// let sixty = PaymentTerm::net(Days::new(60)).counted_from(BaseDate::Acceptance);
/// let dates = BaseDates::new(date(3, 1)?).with_acceptance(date(3, 3)?);
/// let facts = TermFacts::new(DebtorKind::Business, Some(sixty), dates);
///
/// let found = statutory_due(act, &facts, &Calendar::every_day())?;
/// let due = found.value().ok_or("a date is missing")?;
/// assert_eq!((due.due, due.ground), (date(4, 17)?, DueGround::Cut));
/// assert_eq!(due.agreed, Some(date(5, 2)?));
/// assert_eq!(due.interest_from, Some(date(4, 18)?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn statutory_due(
    regime: &Regime,
    facts: &TermFacts,
    calendar: &Calendar,
) -> Result<Assessment<StatutoryDue>, TermError> {
    Assessment::try_of(|r| {
        let limits = Limits::of(regime, facts)?;
        let Some(term) = &facts.agreed else {
            return Ok(by_statute(regime, facts, &limits, r));
        };
        let agreed = match due_date(term, &facts.dates, calendar) {
            Ok(agreed) => agreed,
            Err(TermError::BaseDateUnknown { .. }) => {
                r.miss(&REC_03, Fact::BaseDate);
                return Ok(None);
            }
            Err(error) => return Err(error),
        };
        let found = judged(agreed, facts, &limits, r);
        Ok(found.map(|(due, ground)| StatutoryDue {
            due,
            ground,
            interest_from: interest_from(regime, due, &limits),
            agreed: Some(agreed),
            default: limits.default.and_then(Reached::day),
            longest: limits.longest(),
        }))
    })
}

/// Returns the due date of a document for which nothing was agreed.
fn by_statute(
    regime: &Regime,
    facts: &TermFacts,
    limits: &Limits,
    r: &mut Scribe<'_>,
) -> Option<StatutoryDue> {
    let Some(default) = limits.default else {
        let is_open = facts.contract.is_none()
            && regime
                .terms_for(facts.debtor)
                .any(|term| term.value().since.is_some());
        let missing = if is_open {
            Fact::ContractDate
        } else {
            Fact::PaymentTerm
        };
        r.miss(&REC_03, missing);
        return None;
    };
    let Some(due) = default.day() else {
        r.miss(&REC_03, Fact::BaseDate);
        return None;
    };
    r.pass_over(&REC_03, Fact::DueDate);
    Some(StatutoryDue {
        due,
        ground: DueGround::Statute,
        interest_from: interest_from(regime, due, limits),
        agreed: None,
        default: Some(due),
        longest: limits.longest(),
    })
}

/// Returns the first day that bears the interest of the statute.
fn interest_from(regime: &Regime, due: NaiveDate, limits: &Limits) -> Option<NaiveDate> {
    let mut notes = regime.notes().iter().map(Sourced::value);
    let waits = notes.any(|note| *note == Note::InterestOnlyAfterLongestTerm);
    let last = if waits {
        limits.longest()?.max(due)
    } else {
        due
    };
    last.succ_opt()
}

/// Judges an agreed due date by the bound of the statute, and returns the one that counts.
fn judged(
    agreed: NaiveDate,
    facts: &TermFacts,
    limits: &Limits,
    r: &mut Scribe<'_>,
) -> Option<(NaiveDate, DueGround)> {
    let stands = Some((agreed, DueGround::Agreed));
    let Some(bound) = limits.bound else {
        r.pass_over(&REC_03, Fact::DueDate);
        return stands;
    };
    // A date that is still unknown can only move the bound on.
    if let Some(known) = bound.at_least().filter(|known| agreed <= *known) {
        r.require(&REC_03, agreed <= known, || at_most(agreed, known));
        return stands;
    }
    let Some(day) = bound.day() else {
        r.miss(&REC_03, Fact::BaseDate);
        return None;
    };
    if limits.is_since_open {
        r.miss(&REC_03, Fact::ContractDate);
        return None;
    }
    let last = limits.last.and_then(Reached::day);
    let is_void = match limits.beyond {
        BeyondLongest::Void | BeyondLongest::MonthEndAnd45Days => {
            last.is_none_or(|last| last < agreed)
        }
        BeyondLongest::CustomOfTrade | BeyondLongest::ExpressAndFair => false,
    };
    let allowed = facts.longer_is_allowed;
    let is_denied = allowed.value() == Some(&false);
    if is_void || is_denied {
        let at = last.filter(|_| is_void && !is_denied).unwrap_or(day);
        r.refuse(&REC_03, || at_most(agreed, at));
        if is_denied || limits.is_plain {
            return Some((day, DueGround::Cut));
        }
        let cut = r.require_grade(&REC_03, Fact::LongerTerm, allowed);
        return cut.map(|_| (at, DueGround::Cut));
    }
    let stays = r.require_grade(&REC_03, Fact::LongerTerm, allowed)?;
    r.require(&REC_03, stays, || {
        Evidence::present(Fact::LongerTerm, stays)
    });
    stands
}

/// Makes the evidence of an agreed due date beside the last that stands.
fn at_most(agreed: NaiveDate, last: NaiveDate) -> Evidence {
    let reading = Reading::Date {
        observed: agreed,
        bound: Bound::AtMost,
        required: last,
    };
    Evidence::new(Fact::DueDate, reading)
}
