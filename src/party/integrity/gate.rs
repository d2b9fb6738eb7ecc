use chrono::NaiveDate;

use crate::party::alignment::SideFacts;
use crate::party::cards::parties::PTY_09;
use crate::party::parties::{ReferenceError, Register};
use crate::verdict::{Evidence, Fact, Reading, Recorder, Subject};
use crate::vocab::benefit::{Clearance, ClearanceWord};
use crate::vocab::known::Grade;
use crate::vocab::money::Money;
use crate::vocab::words::{Department, Role, Side};

/// The knowledge by which clearances are read on a day (廉洁审查部门): the people and our own open conflicts.
#[derive(Clone, Copy, Debug)]
pub struct IntegrityOffice<'a> {
    register: &'a Register,
    own: Option<&'a SideFacts>,
    as_of: NaiveDate,
}

impl<'a> IntegrityOffice<'a> {
    /// Makes the office of a day; no conflict of our people is known.
    #[must_use]
    pub const fn new(register: &'a Register, as_of: NaiveDate) -> Self {
        Self {
            register,
            own: None,
            as_of,
        }
    }

    /// Sets the interests of our side: a word of somebody with an open conflict is void.
    #[must_use]
    pub const fn with_own(self, own: &'a SideFacts) -> Self {
        Self {
            own: Some(own),
            ..self
        }
    }

    /// Sets the interests of our side if none are set.
    pub(crate) fn or_own(self, own: &'a SideFacts) -> Self {
        Self {
            own: self.own.or(Some(own)),
            ..self
        }
    }

    /// Returns the day that is asked about.
    #[must_use]
    pub const fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// Returns whether a word counts: somebody of our legal affairs and compliance gave it, who has no open
    /// conflict, and that is more than a guess.
    ///
    /// A word that names nobody, or anybody else, counts for nothing, however well it was recorded.
    #[must_use]
    pub fn counts(&self, clearance: &Clearance) -> bool {
        clearance.grade >= Grade::OWN_WORD
            && self.is_of_office(clearance)
            && !self.has_open_conflict(clearance)
    }

    /// Checks that the person who gave a word acts on its day.
    pub(crate) fn check(&self, clearance: &Clearance) -> Result<(), ReferenceError> {
        match clearance.by {
            Some(by) => self.register.resolve(&by, clearance.on).map(|_| ()),
            None => Ok(()),
        }
    }

    fn is_of_office(&self, clearance: &Clearance) -> bool {
        clearance.by.is_some_and(|by| {
            let giver = self.register.on(&by, clearance.on);
            giver.is_some_and(|(side, person)| {
                side == Side::Supplier && person.department == Department::Legal
            })
        })
    }

    fn has_open_conflict(&self, clearance: &Clearance) -> bool {
        let (Some(by), Some(own)) = (clearance.by, self.own) else {
            return false;
        };
        let open = own.operator(&by).and_then(|giver| giver.unresolved());
        open.is_some_and(|open| open > 0)
    }

    /// Checks PTY-09: a personal and material gain has the word of the integrity office.
    ///
    /// A refusal settles the matter, also one that is only guessed. A clearance has to count, to be given
    /// before the event, and to cover the gain. Of several the last one counts.
    pub(crate) fn pass<R: Recorder>(
        &self,
        gain: PersonalGain,
        clearances: &[Clearance],
        r: &mut R,
    ) {
        let past = || clearances.iter().filter(|word| word.on <= self.as_of);
        let about = || past().filter(|word| gain.party == Some(word.scope.party));
        let subject = gain.party.map_or(Subject::Relationship, Subject::Role);
        let evidence = |holds| Evidence::present(Fact::IntegrityClearance, holds).of(subject);
        let is_refused = about().any(|word| word.word == ClearanceWord::Refused);
        let counted = || {
            let in_time = |word: &&Clearance| gain.on.is_none_or(|event| word.on <= event);
            about().filter(in_time).filter(|word| self.counts(word))
        };
        // The last word counts, and of two of one day the narrower one.
        let last = counted().map(|word| word.on).max();
        let mut words = counted().filter(|word| Some(word.on) == last);
        let covers = |word: &Clearance| {
            let party = gain.party;
            party.is_some_and(|party| word.scope.covers(party, gain.amount))
        };
        let is_cleared = last.is_some() && words.all(covers);
        if is_refused || is_cleared {
            r.require(&PTY_09, !is_refused, || evidence(!is_refused));
            return;
        }
        let weak = about().map(|word| word.grade).max();
        r.weigh(
            &PTY_09,
            PTY_09.severity(),
            Some(Fact::IntegrityClearance),
            false,
            || {
                let reading = match weak {
                    Some(observed) if observed < Grade::OWN_WORD => Reading::Grade {
                        observed,
                        required: Grade::OWN_WORD,
                    },
                    _ => Reading::Nothing,
                };
                Evidence::new(Fact::IntegrityClearance, reading).of(subject)
            },
        );
    }
}

/// A gain of a person in material terms: whose, how much, and on which day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PersonalGain {
    /// The party, if it is named.
    pub(crate) party: Option<Role>,
    pub(crate) amount: Option<Money>,
    /// The day of the event, if it is said; without one it is still to come.
    pub(crate) on: Option<NaiveDate>,
}
