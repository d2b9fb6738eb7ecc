//! The bond, the pattern and the reason to stay, said once more.

use keqing::loyalty::bond::ReasonToStay;
use keqing::loyalty::kinds::{LoyaltyKinds, Trend};
use keqing::loyalty::lock_in::LockInLevel;
use keqing::loyalty::words::Repeat;
use keqing::satisfaction::measurement::LoyaltySupport;
use keqing::verdict::Presence;
use keqing::vocab::answers::LoyaltyPattern;
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::set::Set;
use keqing::vocab::words::{Bond, Stance};

use super::cases::Case;
use super::said::{GEN, LOY, SAT, Said, Says, needs, said_itself};
use super::statement::worst;
use super::ties::Costs;
use LockInLevel::{High, Low};
use Presence::{Absent, Present};
use Says::{Broken, CannotTell};

/// The facts of a case from which the bond, the pattern and the reason to stay follow.
pub(crate) struct View<'a> {
    pub(crate) case: &'a Case,
    pub(crate) kinds: &'a LoyaltyKinds,
    pub(crate) held: Option<LockInLevel>,
    pub(crate) is_silent: bool,
}

impl View<'_> {
    fn feeling(&self) -> Option<Stance> {
        let costs = self.case.ties.costs;
        let misses = matches!(costs, Costs::MissesAlone | Costs::HoldingAndMisses);
        match self.kinds.emotional.value() {
            None if misses && self.is_silent => Some(Stance::Favourable),
            said => said.copied(),
        }
    }

    fn likes(&self) -> Option<bool> {
        let feeling = self.feeling().filter(|stance| *stance != Stance::Mixed);
        feeling.map(|stance| stance == Stance::Favourable)
    }

    fn is_unsupported(&self) -> bool {
        self.case.ties.support.value() == Some(&LoyaltySupport::Unsupported)
    }

    fn is_supported(&self) -> bool {
        self.case.ties.support == Known::measured(LoyaltySupport::Supported)
    }

    fn recommends(&self) -> bool {
        self.kinds.referrals > 0 || self.kinds.adversity.value() == Some(&Present)
    }

    /// Both sides see a relationship, by the customer's own word.
    fn is_mutual(&self) -> Option<bool> {
        match (
            said_itself(self.case.ties.customer_sees),
            self.case.ties.supplier_sees,
        ) {
            (Some(Absent), _) => Some(false),
            (None, _) => None,
            (Some(Present), Known::Given(ours)) if ours.value == Absent => Some(false),
            (Some(Present), ours) => (ours.grade() == Some(Grade::Measured)).then_some(true),
        }
    }

    /// Kind words hold for a customer that is held, or free.
    fn stands(&self, held: LockInLevel) -> Option<bool> {
        if self.is_supported() {
            Some(true)
        } else if held == High && self.is_unsupported() {
            Some(false)
        } else {
            (held == Low && self.recommends()).then_some(true)
        }
    }

    fn is_attached(&self, held: LockInLevel) -> Option<bool> {
        if self.likes() == Some(false) || self.is_mutual() == Some(false) {
            return Some(false);
        }
        let by_words = self.stands(held).filter(|_| self.likes() == Some(true));
        match by_words {
            Some(stands) if self.is_mutual() == Some(true) => Some(stands),
            _ => (held == High && self.is_unsupported()).then_some(false),
        }
    }

    /// GEN-01, GEN-10, GEN-12, GEN-13 and SAT-08.
    pub(crate) fn bond(&self) -> (Option<Bond>, Said) {
        let kinds = self.kinds;
        let shows_nowhere = kinds.hidden == Set::all();
        let bond = if shows_nowhere {
            Some(Bond::None)
        } else {
            self.held.and_then(|held| {
                Some(match (self.is_attached(held)?, held) {
                    (true, Low) => Bond::Genuine,
                    (true, High) => Bond::Mixed,
                    (false, Low) => Bond::None,
                    (false, High) => Bond::LockedIn,
                })
            })
        };
        let feeling = self.feeling();
        let much = kinds.high_share;
        let buys = kinds.repeats() || much.value() == Some(&Present);
        let worst = worst(kinds).or(feeling);
        let outweighs = needs(worst.is_some(), worst != Some(Stance::Unfavourable));
        let is_much = much.value() == Some(&Present);
        let is_told = much.is_known() && !(is_much && much.grade() == Some(Grade::Estimated));
        let is_open = kinds.shown.is_empty() && !shows_nowhere;
        // Who is attached at every level of lock-in, or at none, is known to be.
        let is = |attached| {
            self.levels()
                .into_iter()
                .all(|held| self.is_attached(held) == Some(attached))
        };
        let relation = match bond {
            Some(bond) => Some(bond.is_attached()),
            None if is(true) => Some(true),
            None => is(false).then_some(false),
        };
        let supported = if self.is_unsupported() {
            Broken
        } else {
            needs(self.is_supported(), true)
        };
        let likes = feeling == Some(Stance::Favourable);
        let said = Said::by([
            (
                GEN,
                1,
                Some(needs(relation.is_some(), relation == Some(true))),
            ),
            (GEN, 10, Some(needs(feeling.is_some(), likes))),
            (GEN, 12, buys.then_some(outweighs)),
            (GEN, 12, kinds.repeats().then(|| needs(is_told, is_much))),
            (GEN, 13, Some(needs(!is_open, !kinds.shown.is_empty()))),
            (SAT, 8, likes.then_some(supported)),
        ]);
        (bond, said)
    }

    /// Every level of lock-in that the customer may have.
    fn levels(&self) -> Vec<LockInLevel> {
        self.held.map_or(vec![Low, High], |held| vec![held])
    }

    /// LOY-01, LOY-02, LOY-04 and GEN-14.
    pub(crate) fn pattern(&self) -> (Option<LoyaltyPattern>, Said) {
        let repeat = self.kinds.behavioural.value();
        let captive = self.held == Some(High) && self.is_unsupported();
        let attached = self
            .levels()
            .into_iter()
            .all(|held| self.is_attached(held) == Some(true));
        let likes = match self.likes() {
            Some(false) => Some(false),
            _ if captive => Some(false),
            _ => attached.then_some(true),
        };
        // Who likes us and is no captive stands in no pattern if one side sees no relationship.
        let is_no_captive = |held| held == Low || self.is_supported();
        let is_unrecognised = self.likes() == Some(true)
            && self.is_mutual() == Some(false)
            && self.levels().into_iter().all(is_no_captive);
        let pattern = match (likes, repeat) {
            (None, _) | (_, None) => None,
            (Some(true), Some(Repeat::High)) => Some(LoyaltyPattern::Loyal),
            (Some(true), Some(Repeat::Low)) => Some(LoyaltyPattern::Latent),
            (Some(false), Some(Repeat::High)) => Some(LoyaltyPattern::Spurious),
            (Some(false), Some(Repeat::Low)) => Some(LoyaltyPattern::None),
        };
        let feeling = self.feeling();
        let fades = self.kinds.trend == Some(Trend::Falling);
        let mechanical = match repeat {
            None => Some(CannotTell),
            Some(Repeat::Low) => None,
            Some(Repeat::High) if fades => Some(Broken),
            Some(Repeat::High) => Some(needs(
                feeling.is_some(),
                feeling == Some(Stance::Favourable),
            )),
        };
        let is_open = pattern.is_none() && !(likes.is_none() && is_unrecognised);
        let said = Said::by([
            (LOY, 1, is_open.then_some(CannotTell)),
            (LOY, 2, repeat.is_none().then_some(CannotTell)),
            (LOY, 4, feeling.is_none().then_some(CannotTell)),
            (GEN, 14, mechanical),
        ]);
        (pattern, said)
    }

    /// LOY-06, and SAT-08 with it.
    pub(crate) fn reason_to_stay(&self) -> (Option<ReasonToStay>, Said) {
        let repeat = self.kinds.behavioural.value();
        let is_glad = |held| {
            self.stands(held) == Some(true) && (held == Low || self.is_mutual() == Some(true))
        };
        let reason = match (repeat, self.likes(), self.held) {
            (Some(Repeat::High), Some(false), Some(High)) => Some(ReasonToStay::Helpless),
            (Some(Repeat::High), Some(false), Some(Low)) => Some(ReasonToStay::Indifferent),
            (Some(Repeat::High), _, Some(High)) if self.is_unsupported() => {
                Some(ReasonToStay::Helpless)
            }
            (Some(Repeat::High), Some(true), _) => {
                let glad = self.levels().into_iter().all(is_glad);
                glad.then_some(ReasonToStay::Happy)
            }
            _ => None,
        };
        // A held customer that is satisfied, and of which one side sees no relationship, is neither.
        let is_neither = self.likes() == Some(true)
            && self.held == Some(High)
            && self.is_supported()
            && self.is_mutual() == Some(false);
        let is_asked = repeat != Some(&Repeat::Low) && !(repeat.is_some() && is_neither);
        // Who is free is never helpless, whatever the reason is.
        let is_free = repeat.is_some() && self.held == Some(Low);
        // A guess that it keeps buying shows that it is helpless, and nothing else.
        let is_guess = self.kinds.behavioural.grade() == Some(Grade::Estimated);
        let reason = reason.filter(|reason| !is_guess || *reason == ReasonToStay::Helpless);
        let is_told = (is_free && !is_guess) || reason.is_some();
        let says = needs(is_told, reason != Some(ReasonToStay::Helpless));
        (reason, Said::by([(LOY, 6, is_asked.then_some(says))]))
    }
}
