//! Trust between people and between organizations (信任: PTY-01 to PTY-03, ALN-08).
//!
//! ```text
//! Parties + PersonTrust + organizational level -> assess_trust -> TrustPicture   person by person, together, and between the organizations
//! ```
//!
//! - *Looks at*: The trust of each person of both sides in the people across, as they state it, and
//!   the trust between the two organizations.
//! - *Why*: Trust between people and trust between organizations exist at once, and one does not
//!   prove the other. Only the customer can say what it trusts.
//! - *Breaks it*: A person who trusts less than the people together. A person whom nobody asked, or
//!   whose word is too old. A guess of ours in place of the word of the customer. A side for which
//!   nobody acts, and which is not declared vacant.
//! - *Keeps it*: Each person asked within the year, and the trust of the organizations stated by itself.
//! - *Rules*: PTY-01, PTY-02, PTY-03, ALN-08.
//!
//! # Examples
//!
//! ```
//! use keqing::party::parties::{Operators, Organization, Parties};
//! use keqing::party::trust::{TrustPolicy, assess_trust};
//! use keqing::vocab::known::Stated;
//! use keqing::vocab::words::TrustLevel;
//!
//! let since = chrono::NaiveDate::from_ymd_opt(2024, 3, 1).ok_or("no such date")?;
//! let parties = Parties::new(
//!     Organization::new("s-1", "Hangzhou Valves")?,
//!     Operators::Vacant { since },
//!     Organization::new("c-1", "Ningbo Pumps")?,
//!     Operators::Vacant { since },
//! )?;
//! let organizations = Stated::customer_stated(TrustLevel::First);
//! let answer = assess_trust(&TrustPolicy::standard(), &parties, &[], &organizations, since)?;
//! let found = answer.value().ok_or("undecided")?;
//! assert!(!found.aggregate.personal.is_known(), "nobody acts who could trust");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod error;
mod heard;
mod policy;
#[cfg(test)]
mod tests;
mod words;

pub use error::TrustError;
pub use policy::TrustPolicy;
pub use words::{PersonTrust, TrustPicture, TrustVoice};

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::party::cards::alignment::ALN_08;
use crate::party::cards::parties::{PTY_01, PTY_02, PTY_03};
use crate::party::parties::Parties;
use crate::party::trust::heard::{by_word_of_mouth, speakers, words};
use crate::verdict::{Assessment, Evidence, Fact, Recorder, RuleCard, Subject};
use crate::vocab::known::{Current, Known, Lasting, Stated};
use crate::vocab::name::PersonId;
use crate::vocab::words::{Pair, Side, Trust, TrustLevel};

/// Assesses the trust in a relationship: between the people, one by one and together, and between
/// the organizations.
///
/// Both kinds exist at once (ALN-08), and one never stands for the other. A word counts that was said by
/// the day and is not too old. Of two words of one person the better grade counts, then the later day. The
/// aggregate of the people is the lower one of the levels that more than half of each side reach, with the weakest
/// grade of their evidence. It is unknown as long as the trust of somebody who acts is. Each voice is classified, and so is the
/// day of a statement that contradicts the one that counts. If somebody trusts less, the aggregate hides it,
/// and a finding says so (PTY-02). A declared vacancy is classified with its date, and a
/// place that nobody fills and nobody declared is a breach (PTY-01). The customer has to say in what state a
/// relationship is, so an estimate leaves a gap (PTY-03).
///
/// # Errors
///
/// [`TrustError`] is returned when somebody is named twice, or is nobody of the register on the day of the
/// word.
///
/// # Examples
///
/// ```
/// use keqing::party::parties::{Organization, Parties, Person};
/// use keqing::party::trust::{PersonTrust, TrustPolicy, assess_trust};
/// use keqing::vocab::known::{Grade, Stated, Statement};
/// use keqing::vocab::words::{Department, Level, TrustLevel};
///
/// let parties = Parties::of_people(
///     Organization::new("s-1", "Hangzhou Valves")?,
///     [Person::new("li-na", Department::Sales, Level::Manager)?],
///     Organization::new("c-1", "Ningbo Pumps")?,
///     [Person::new("wang-fang", Department::Purchasing, Level::Manager)?],
/// )?;
/// let date = |year| chrono::NaiveDate::from_ymd_opt(year, 6, 1).ok_or("no such date");
/// let trust = |person: &str, level, on| Ok::<_, Box<dyn std::error::Error>>(PersonTrust {
///     person: person.parse()?,
///     level: Statement::new(level, Grade::CustomerStated).with_on(on).into(),
/// });
/// let people = [
///     trust("li-na", TrustLevel::Full, date(2024)?)?,
///     trust("wang-fang", TrustLevel::First, date(2024)?)?,
/// ];
/// let ask = |on| assess_trust(&TrustPolicy::standard(), &parties, &people, &Stated::unknown(), on);
/// let found = ask(date(2024)?)?.into_value().ok_or("undecided")?;
/// assert_eq!(found.aggregate.personal.value(), Some(&TrustLevel::First));
/// let found = ask(date(2026)?)?.into_value().ok_or("undecided")?;
/// assert!(!found.aggregate.personal.is_known(), "both words are too old");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn assess_trust(
    policy: &TrustPolicy,
    parties: &Parties,
    people: &[PersonTrust],
    organizational: &Stated<TrustLevel>,
    as_of: NaiveDate,
) -> Result<Assessment<TrustPicture>, TrustError> {
    speakers(parties.register(), people, organizational, as_of)?;
    let people: Vec<_> = people.iter().map(by_word_of_mouth).collect();
    let asked = Asked {
        parties,
        words: words(parties.register(), &people, as_of)?,
        organizational,
        lasting: policy.lasting(),
        as_of,
    };
    Ok(Assessment::of(|r| Some(asked.consult(r))))
}

/// All that bears on trust.
struct Asked<'a> {
    parties: &'a Parties,
    /// The words of everybody, by id.
    words: Vec<&'a PersonTrust>,
    organizational: &'a Stated<TrustLevel>,
    lasting: Lasting,
    as_of: NaiveDate,
}

impl Asked<'_> {
    fn consult<R: Recorder>(&self, r: &mut R) -> TrustPicture {
        let mut voices: Vec<TrustVoice> = Vec::with_capacity(self.words.len());
        let (mut ahead, mut contradictions) = (0_usize, Vec::new());
        for word in &self.words {
            let found = word.level.as_of(self.as_of, self.lasting);
            if found.dispute.is_some() {
                let path = alloc::format!("trust[{}]", word.person);
                contradictions.extend(found.contradiction(&path));
            }
            voices.extend(self.voice(word.person, &found, r));
            ahead = ahead.saturating_add(found.ahead);
        }
        let mut complete = true;
        for side in Side::ALL {
            complete &= self.filled(side, r) & self.told(side, &voices, r);
        }
        let personal = if complete {
            self.between_people(&voices)
        } else {
            Known::Unknown
        };
        let worst = voices.iter().min_by_key(|voice| voice.level).copied();
        let best = voices.iter().rev().max_by_key(|voice| voice.level).copied();
        if voices.len() > 1 {
            hidden(worst, personal, r);
        }
        let between = self.organizational.as_of(self.as_of, self.lasting);
        ahead = ahead.saturating_add(between.ahead);
        contradictions.extend(between.contradiction("organizational-trust"));
        tie(Pair::Operators, Fact::PersonalTrust, personal, None, r);
        let fact = Fact::OrganizationalTrust;
        let subject = Subject::Role(Pair::Organizations.roles().1);
        self.contradicted(&ALN_08, &between, subject, r);
        let Current { known, expired, .. } = between;
        tie(Pair::Organizations, fact, known, expired, r);
        TrustPicture {
            aggregate: Trust {
                personal,
                organizational: known,
            },
            worst,
            best,
            ahead: u32::try_from(ahead).unwrap_or(u32::MAX),
            contradictions,
        }
    }

    /// Returns the trust between the people of both sides: the lower one of what most of each side reach.
    ///
    /// The side with more people does not outvote the other. Whoever has left is heard and does not vote.
    fn between_people(&self, voices: &[TrustVoice]) -> Known<TrustLevel> {
        let acts = |voice: &&TrustVoice| {
            let register = self.parties.register();
            register.acts(voice.side, &voice.person, self.as_of)
        };
        let of = |side| {
            let own = voices.iter().filter(|voice| voice.side == side);
            reached_by_most(own.filter(acts))
        };
        let sides = Side::ALL.map(of);
        match sides {
            [Known::Given(one), Known::Given(other)] => {
                Known::graded(one.value.min(other.value), one.grade.min(other.grade))
            }
            _ => Known::Unknown,
        }
    }

    /// Returns the voice of a person (PTY-02).
    fn voice<R: Recorder>(
        &self,
        person: PersonId,
        found: &Current<TrustLevel>,
        r: &mut R,
    ) -> Option<TrustVoice> {
        let spoken = found.on.unwrap_or(self.as_of);
        let (side, _) = self.parties.register().on(&person, spoken)?;
        let subject = Subject::Person { side, id: person };
        self.contradicted(&PTY_02, found, subject, r);
        let Known::Given(said) = found.known else {
            return None;
        };
        r.classify(&PTY_02, || {
            Evidence::found(Fact::PersonalTrust, said.value).of(subject)
        });
        Some(TrustVoice {
            side,
            person,
            level: said.value,
            grade: said.grade,
        })
    }

    /// Classifies the day of the strongest statement that differs from the one that counts.
    fn contradicted<R: Recorder>(
        &self,
        card: &RuleCard,
        found: &Current<TrustLevel>,
        subject: Subject,
        r: &mut R,
    ) {
        if let Some([_, other]) = &found.dispute {
            let day = other.on.unwrap_or(self.as_of);
            r.classify(card, || {
                Evidence::found(Fact::Contradiction, day).of(subject)
            });
        }
    }

    /// Checks PTY-01: somebody acts for the side, or its place is declared vacant by the day.
    fn filled<R: Recorder>(&self, side: Side, r: &mut R) -> bool {
        let mut acting = self.parties.register().acting(side, self.as_of);
        let filled = acting.next().is_some();
        let subject = Subject::Role(side.operator());
        // A declaration ends when somebody acts for the side again.
        let declared = self.parties.vacant_since(side).filter(|since| {
            let people = self.parties.register().side(side);
            !people
                .iter()
                .any(|person| person.until.is_none_or(|until| *since <= until))
        });
        match declared.filter(|_| !filled) {
            Some(since) if since <= self.as_of => r.classify(&PTY_01, || {
                Evidence::found(Fact::Operators, since).of(subject)
            }),
            // Nobody says who acted before the vacancy began.
            Some(_) => r.miss_of(&PTY_01, Fact::Operators, subject),
            None => r.require(&PTY_01, filled, || {
                Evidence::present(Fact::Operators, filled).of(subject)
            }),
        }
        filled
    }

    /// Checks PTY-02: the trust of each person who acts for a side is known.
    fn told<R: Recorder>(&self, side: Side, voices: &[TrustVoice], r: &mut R) -> bool {
        let mut all = true;
        for person in self.parties.register().acting(side, self.as_of) {
            let id = person.id;
            if voices
                .binary_search_by_key(&id, |voice| voice.person)
                .is_err()
            {
                let word = self.words.binary_search_by_key(&id, |word| word.person);
                let word = word.ok().and_then(|place| self.words.get(place));
                let found = word.map(|word| word.level.as_of(self.as_of, self.lasting));
                let expired = found.and_then(|found| found.expired);
                let subject = Subject::Person { side, id };
                r.miss_since(&PTY_02, Fact::PersonalTrust, subject, expired);
                all = false;
            }
        }
        all
    }
}

/// Checks PTY-02: nobody trusts less than the people together.
fn hidden<R: Recorder>(worst: Option<TrustVoice>, personal: Known<TrustLevel>, r: &mut R) {
    let (Some(worst), Some(together)) = (worst, personal.value()) else {
        return;
    };
    let hidden = worst.level < *together;
    r.require(&PTY_02, !hidden, || {
        let (side, id) = (worst.side, worst.person);
        Evidence::absent(Fact::HiddenDistrust, hidden).of(Subject::Person { side, id })
    });
}

/// Classifies both kinds of tie (ALN-08), and misses the word of the customer for them (PTY-03).
fn tie<R: Recorder>(
    pair: Pair,
    fact: Fact,
    level: Known<TrustLevel>,
    expired: Option<NaiveDate>,
    r: &mut R,
) {
    let subject = Subject::Role(pair.roles().1);
    let Known::Given(said) = level else {
        r.miss_since(&ALN_08, fact, subject, expired);
        return;
    };
    r.classify(&ALN_08, || Evidence::found(fact, said.value).of(subject));
    r.require_grade(&PTY_03, (fact, subject), level);
}

/// Returns the level that more than half of the people reach, with the weakest grade.
fn reached_by_most<'a>(voices: impl Iterator<Item = &'a TrustVoice> + Clone) -> Known<TrustLevel> {
    let reach = |least: TrustLevel| voices.clone().filter(|voice| voice.level >= least).count();
    let people = voices.clone().count();
    let most = |least: &TrustLevel| reach(*least).saturating_mul(2) > people;
    let level = TrustLevel::ALL.into_iter().rev().find(most);
    let grade = voices.clone().map(|voice| voice.grade).min();
    match (level, grade) {
        (Some(level), Some(grade)) => Known::graded(level, grade),
        _ => Known::Unknown,
    }
}
