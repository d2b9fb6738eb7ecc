use alloc::boxed::Box;
use alloc::string::String;

use thiserror::Error;

use crate::form::{Several, every, record, several};
use crate::party::cards::parties::PTY_09;
use crate::party::integrity::gate::{IntegrityOffice, PersonalGain};
use crate::party::parties::ReferenceError;
use crate::verdict::{Fact, Recorder, Subject, Verdict, weigh_parts};
use crate::vocab::benefit::Gain;
use crate::vocab::money::Money;

/// Judges whether a gain may be given that a part of an offer or an instrument brings ([`PTY_09`]).
///
/// A person's material gain needs the word of the integrity office. Of a gain of an organization, and of a
/// spiritual one, nothing is asked if that is more than a guess. If nobody says whose gain it is, the
/// verdict is undecided.
///
/// # Errors
///
/// [`GainError`] is returned when the amount is below zero, and when the clearance names somebody who does
/// not act on its day.
///
/// # Examples
///
/// ```
/// use keqing::party::integrity::{IntegrityOffice, judge_gain};
/// use keqing::party::parties::Register;
/// use keqing::verdict::Decision;
/// use keqing::vocab::benefit::{Benefit, Gain, Horizon, InterestKind, Scope};
/// use keqing::vocab::known::Known;
/// use keqing::vocab::words::{NeedKind, Role};
///
/// let today = chrono::NaiveDate::from_ymd_opt(2024, 6, 1).ok_or("no such date")?;
/// let register = Register::default();
/// let office = IntegrityOffice::new(&register, today);
/// let of = |party| Gain::new(Known::measured(Benefit {
///     party,
///     interest: InterestKind::new(Scope::of(party), NeedKind::Material),
///     horizon: Horizon::Near,
/// }));
/// let stock = judge_gain(&office, &of(Role::CustomerOrganization))?;
/// assert_eq!(stock.decision(), Decision::Permit);
/// let watch = judge_gain(&office, &of(Role::CustomerOperator))?;
/// assert_eq!(watch.decision(), Decision::Undecided, "nobody cleared it");
/// assert_eq!(judge_gain(&office, &Gain::default())?.decision(), Decision::Undecided);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn judge_gain(office: &IntegrityOffice<'_>, gain: &Gain) -> Result<Verdict, GainError> {
    let negative = gain.amount.filter(|amount| amount.is_negative());
    let negative = negative.map_or(Ok(()), |given| Err(GainError::NegativeAmount { given }));
    let named = gain.clearance.iter().map(|word| {
        let known = office.check(word);
        known.map_err(GainError::from)
    });
    every([negative].into_iter().chain(named))?;
    Ok(Verdict::of(|r| consult(office, gain, r)))
}

fn consult<R: Recorder>(office: &IntegrityOffice<'_>, gain: &Gain, r: &mut R) {
    let party = gain.benefit.value().map(|benefit| benefit.party);
    if gain.is_integrity_sensitive() {
        let gained = PersonalGain {
            party,
            amount: gain.price(),
            on: gain.on,
        };
        return office.pass(gained, gain.clearance.as_slice(), r);
    }
    let subject = party.map_or(Subject::Relationship, Subject::Role);
    let settled = r.require_grade(&PTY_09, (Fact::Benefit, subject), gain.benefit);
    if settled.is_some() {
        r.pass_over(&PTY_09, Fact::Benefit);
    }
}

/// Returned when a gain cannot be, or when its clearance names nobody who acts.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum GainError {
    /// An amount below zero.
    #[error("a gain is an amount from zero up, got {given}")]
    NegativeAmount {
        /// The amount given.
        given: Money,
    },
    /// A clearance names somebody who does not act on its day.
    #[error(transparent)]
    Reference(#[from] ReferenceError),
    /// Several parts of the gain are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub GainError);

/// A gain that the facts of another system state, with its place there (他处所载得益).
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct StatedGain {
    /// The path of the gain in the dossier.
    pub path: String,
    /// The part of the offer or the instrument that brings the gain.
    pub subject: Subject,
    /// The gain.
    pub gain: Gain,
}

impl StatedGain {
    /// Makes a gain with its path and whatever brings it.
    #[must_use]
    pub fn new(path: impl Into<String>, subject: Subject, gain: Gain) -> Self {
        Self {
            path: path.into(),
            subject,
            gain,
        }
    }

    /// Judges the gain, and keeps its place.
    pub(crate) fn judged(&self, office: &IntegrityOffice<'_>) -> Result<JudgedGain, GainError> {
        Ok(JudgedGain {
            path: self.path.clone(),
            subject: self.subject,
            verdict: judge_gain(office, &self.gain)?,
        })
    }
}

record! {
    /// The verdict on a gain that the facts of another system state (得益裁决).
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct JudgedGain {
        /// The path of the gain in the dossier.
        pub path: String,
        /// The part of the offer or the instrument that brings the gain.
        pub subject: Subject,
        /// The verdict.
        pub verdict: Verdict,
    }
}

weigh_parts! { JudgedGain: verdict }
