//! The word of the customer on one matter: of each person the one that counts, and what they come to.

use chrono::NaiveDate;

use crate::loyalty::kinds::evidence::{LoyaltyEvidence, LoyaltySign};
pub(crate) use crate::loyalty::kinds::heard::{Clock, Hearing, Later};
use crate::loyalty::kinds::heard::{Lapsed, Pieces, Said, Voice, lapsed, voices};
use crate::loyalty::kinds::trend::Trend;
use crate::loyalty::kinds::voices::Spread;
use crate::loyalty::policy::LoyaltyPolicy;
use crate::verdict::{Evidence, Fact, Outcome, Reading, Recorder, RuleCard, Severity, Subject};
use crate::vocab::known::{Grade, Known};
use crate::vocab::mark::Mark;
use crate::vocab::name::PersonId;
use crate::vocab::words::{Side, Stance};

/// The word of the customer on one matter.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    /// The stance of all voices together, with the weakest of their grades.
    pub(crate) stance: Known<Stance>,
    /// The worst and the best of the voices, if they differ.
    pub(crate) spread: Option<Spread>,
    pub(crate) trend: Option<Trend>,
    /// Two different marks of one person on one day.
    twofold: Option<Twofold>,
    /// The first day on which a word no longer counts, whose absence leaves the stance open.
    pub(crate) expired: Option<NaiveDate>,
    expired_by: Option<PersonId>,
    is_guessed: bool,
    /// A guess of ours says that the customer speaks against us.
    is_guessed_against: bool,
    /// The day and the person of a statement that was passed over for a stricter one.
    other: Option<(NaiveDate, Option<PersonId>)>,
    /// The latest day and the person of a voice against us.
    against: Option<(NaiveDate, Option<PersonId>)>,
    /// The first day without a voice against us that has expired, and its person.
    gone_against: Option<(NaiveDate, Option<PersonId>)>,
}

/// Two different marks that one person gave on one day.
#[derive(Clone, Copy, Debug)]
struct Twofold {
    lower: Mark,
    higher: Mark,
    by: Option<PersonId>,
}

impl Word {
    /// Hears every piece of a matter. The order of the pieces does not matter.
    pub(crate) fn of(
        policy: &LoyaltyPolicy,
        evidence: &[LoyaltyEvidence],
        mark: fn(LoyaltySign) -> Option<Mark>,
        hearing: Hearing,
        clock: Clock,
    ) -> Self {
        let mut said = Pieces::new();
        let (mut is_guessed, mut is_guessed_against) = (false, false);
        for piece in evidence.iter().filter(|piece| piece.on <= clock.as_of) {
            if let Some(mark) = mark(piece.sign) {
                if piece.grade >= Grade::OWN_WORD {
                    said.push(Said::of(policy, piece, mark));
                } else {
                    is_guessed = true;
                    // It opens nothing that a guess grows old.
                    is_guessed_against |= policy.stance(mark) == Stance::Unfavourable;
                }
            }
        }
        let mut word = Self {
            is_guessed_against,
            ..Self::silent(is_guessed)
        };
        if !said.is_empty() {
            said.sort_unstable_by_key(Said::key);
            word.hear(&said, clock, hearing);
        }
        word
    }

    const fn silent(is_guessed: bool) -> Self {
        Self {
            stance: Known::Unknown,
            spread: None,
            trend: None,
            twofold: None,
            expired: None,
            expired_by: None,
            is_guessed,
            is_guessed_against: false,
            other: None,
            against: None,
            gone_against: None,
        }
    }

    /// Returns the latest day on which a voice that counts speaks against us.
    pub(crate) fn against_on(&self) -> Option<NaiveDate> {
        self.against.map(|(on, _)| on)
    }

    /// Returns the person of the latest voice against us, if there is such a voice.
    pub(crate) fn against_by(&self) -> Option<Subject> {
        self.against.map(|(_, by)| whose(by))
    }

    /// Returns whether the word is open, and would speak against us as far as it was heard or guessed.
    pub(crate) fn may_be_against(&self) -> bool {
        self.gone_against.is_some() || (self.is_silent() && self.is_guessed_against)
    }

    /// Returns whether the customer never gave a word of its own.
    pub(crate) const fn is_silent(&self) -> bool {
        !self.stance.is_known() && self.twofold.is_none() && self.expired.is_none()
    }

    fn hear(&mut self, said: &[Said<'_>], clock: Clock, hearing: Hearing) {
        let mut told: Option<Told> = None;
        voices(said, clock, hearing, |voice| {
            if let (Some((lower, higher)), None) = (voice.twofold, self.twofold) {
                let by = voice.by.copied();
                self.twofold = Some(Twofold { lower, higher, by });
            }
            let other = voice.other.map(|on| (on, voice.by.copied()));
            if voice.worst == Stance::Unfavourable {
                self.against = self.against.max(Some((voice.on, voice.by.copied())));
            }
            self.other = self.other.or(other);
            self.trend = Trend::together(self.trend, voice.trend);
            told = Some(match told {
                None => Told::of(voice),
                Some(told) => told.and(voice),
            });
        });
        let worst = told.map_or(Stance::Favourable, |told| told.worst);
        lapsed(said, clock, |gone| {
            if told.is_none() || gone.stance < worst {
                self.expire(gone);
            }
        });
        let Some(told) = told else { return };
        self.spread = told.spread();
        // What a person says both ways, and what has expired and was worse, opens nothing.
        if self.expired.is_none() && !told.is_open {
            self.stance = Known::graded(told.stance(), told.grade);
        }
    }

    /// Keeps the word that expired last; of two on one day that of the first person.
    fn expire(&mut self, gone: Lapsed<'_>) {
        if self.expired.is_none_or(|since| since < gone.since) {
            self.expired = Some(gone.since);
            self.expired_by = gone.by.copied();
        }
        if gone.stance == Stance::Unfavourable {
            self.gone_against = self.gone_against.max(Some((gone.since, gone.by.copied())));
        }
    }

    /// Returns the subject of a finding: the person of the worst voice, or the customer's side.
    pub(crate) fn speaker(&self) -> Subject {
        let twofold = self.twofold.and_then(|told| told.by);
        let by = match self.spread {
            Some(spread) => spread.worst_by,
            None if self.stance.is_known() || self.twofold.is_some() => {
                twofold.or(self.other.and_then(|(_, by)| by))
            }
            None => self.expired_by,
        };
        whose(by)
    }

    /// States what the word says, or why it says nothing.
    #[inline(always)]
    pub(crate) fn classify<R: Recorder>(&self, card: &RuleCard, fact: Fact, r: &mut R) {
        match self.stance {
            Known::Unknown => self.miss_at(card, card.severity(), fact, r),
            Known::Given(told) => r.classify(card, || match self.twofold {
                Some(Twofold { lower, higher, by }) => {
                    Evidence::new(fact, Reading::Contradiction { lower, higher }).of(whose(by))
                }
                None => Evidence::found(fact, crate::verdict::Found::word(told.value))
                    .of(self.speaker()),
            }),
        }
    }

    /// States the day of a statement of the same person that differs from the one that counts.
    #[inline(always)]
    pub(crate) fn contradicted<R: Recorder>(&self, card: &RuleCard, r: &mut R) {
        if let Some((day, by)) = self.other {
            r.classify(card, || {
                Evidence::found(Fact::Contradiction, day).of(whose(by))
            });
        }
    }

    /// States why the word may be against us: such a word has expired, or only a guess says so.
    #[inline(always)]
    pub(crate) fn miss_against<R: Recorder>(
        &self,
        card: &RuleCard,
        severity: Severity,
        fact: Fact,
        r: &mut R,
    ) {
        match self.gone_against {
            Some((since, by)) => r.record(card, severity, Outcome::Missing(fact), || {
                Evidence::found(Fact::WordExpiry, since).of(whose(by))
            }),
            None => self.miss_at(card, severity, fact, r),
        }
    }

    /// States why there is no word: it contradicts itself, it expired, it is a guess, or it was never
    /// given.
    #[inline(always)]
    pub(crate) fn miss_at<R: Recorder>(
        &self,
        card: &RuleCard,
        severity: Severity,
        fact: Fact,
        r: &mut R,
    ) {
        r.record(card, severity, Outcome::Missing(fact), || {
            if let Some(since) = self.expired {
                Evidence::found(Fact::WordExpiry, since).of(whose(self.expired_by))
            } else if let Some(Twofold { lower, higher, by }) = self.twofold {
                Evidence::new(fact, Reading::Contradiction { lower, higher }).of(whose(by))
            } else if self.is_guessed {
                let (observed, required) = (Grade::Estimated, Grade::OWN_WORD);
                Evidence::new(fact, Reading::Grade { observed, required })
            } else {
                Evidence::new(fact, Reading::Nothing)
            }
        });
    }
}

/// Returns the person, or the customer's side if nobody is named.
pub(crate) fn whose(by: Option<PersonId>) -> Subject {
    let side = Side::Customer;
    by.map_or(Subject::Side(side), |id| Subject::Person { side, id })
}

/// The voices heard so far.
#[derive(Clone, Copy)]
struct Told {
    worst: Stance,
    best: Stance,
    worst_by: Option<PersonId>,
    grade: Grade,
    /// A person speaks for us and against us on one day, and everybody else speaks for us.
    is_open: bool,
    /// A voice does not speak for us, whatever the others say.
    is_settled: bool,
}

impl Told {
    fn of(voice: Voice<'_>) -> Self {
        let is_open = voice.worst != voice.best && voice.best.is_favourable();
        let is_settled = !is_open && !voice.worst.is_favourable();
        Self {
            worst: voice.worst,
            best: voice.best,
            worst_by: voice.by.copied(),
            grade: voice.grade,
            is_open,
            is_settled,
        }
    }

    /// Adds a voice. Of two that speak alike the one with a name counts, and of two names the first.
    fn and(self, voice: Voice<'_>) -> Self {
        let other = Self::of(voice);
        let is_named = |by: Option<PersonId>| (by.is_none(), by);
        let rank = |told: &Self| (told.worst, is_named(told.worst_by));
        let worst = if rank(&other) < rank(&self) {
            other
        } else {
            self
        };
        let is_settled = self.is_settled || other.is_settled;
        Self {
            worst: worst.worst,
            worst_by: worst.worst_by,
            best: self.best.max(other.best),
            grade: self.grade.min(other.grade),
            is_open: (self.is_open || other.is_open) && !is_settled,
            is_settled,
        }
    }

    /// Returns the stance: mixed if some speak for us and others do not, and else the worst one.
    const fn stance(&self) -> Stance {
        match (self.best.is_favourable(), self.worst.is_favourable()) {
            (true, false) => Stance::Mixed,
            _ => self.worst,
        }
    }

    fn spread(&self) -> Option<Spread> {
        let Self {
            worst,
            best,
            worst_by,
            ..
        } = *self;
        (worst != best).then_some(Spread {
            worst,
            best,
            worst_by,
        })
    }
}
