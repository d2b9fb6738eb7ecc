use alloc::boxed::Box;
use alloc::vec::Vec;

use thiserror::Error;

use crate::form::{Gathered, Several, checked, record, several};
use crate::receivable::limit::MoneyLimit;
use crate::verdict::Authority;
use crate::vocab::money::Money;
use crate::vocab::share::Share;
use crate::vocab::time::Days;
use crate::vocab::words::{Locale, words};

words! {
    /// The subject of a waiver (减免事项).
    pub open enum WaiverSubject {
        /// Interest for late payment.
        Interest = "interest", "interest", "利息", "利息";
        /// A fee or compensation for late payment.
        Fee = "fee", "fee", "费用", "費用";
        /// The deadline of an early payment discount that was taken too late.
        DiscountDeadline = "discount-deadline", "deadline of a discount", "折扣期限", "折扣期限";
        /// A limit of credit that a sale exceeds.
        CreditLimit = "credit-limit", "credit limit", "信用额度", "信用額度";
    }
}

record! {
    /// The room of one authority for waivers of one subject (减免权限): all three bounds hold together.
    #[derive(Hash)]
    pub closed struct WaiverAuthority {
        /// The charge or the limit that may be waived.
        pub subject: WaiverSubject => "REC-04" "REC-05",
        /// The authority that has the room. A higher one without a room of its own has the same.
        pub authority: Authority => "REC-04" "REC-05",
        /// The largest amount of one waiver. A currency that is not named allows nothing, and an amount
        /// below zero is refused.
        pub amount: MoneyLimit => "REC-04",
        /// The largest share of the claim that one waiver may take.
        pub share: Share => "REC-04",
        /// The most waivers of the subject that one customer gets in the period; `"none"` allows any number.
        pub count: Option<u32> | "none" => "REC-04",
    }
}

checked! {
    /// The authority that each waiver needs (减免政策), REC-04 and REC-05.
    ///
    /// In the [`standard`](Self::standard) an operator waives nothing. A manager waives up to half
    /// of a claim twice in 365 days. An executive waives anything, for every subject.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::waiver::{WaiverPolicy, WaiverSubject};
    /// use keqing::verdict::Authority;
    ///
    /// let policy = WaiverPolicy::standard();
    /// assert!(policy.room(WaiverSubject::Fee, Authority::Operator).is_none());
    /// assert!(policy.room(WaiverSubject::Fee, Authority::Manager).is_some());
    /// ```
    #[derive(Hash)]
    pub struct WaiverPolicy, checked by WaiverPolicy::checked {
        /// The rooms of the authorities. Two rooms of one authority for one subject are refused, and so is
        /// a higher authority with less room.
        rooms: Vec<WaiverAuthority> => "REC-04" "REC-05",
        /// The number of days, the last being that of the request, in which waivers are counted. Zero is
        /// refused.
        period: Days where [1, i128::MAX] => "REC-04",
    }
}

impl WaiverPolicy {
    /// Returns the policy that the rulebook settled on.
    #[must_use]
    pub fn standard() -> Self {
        let room = |subject, authority, share, count| WaiverAuthority {
            subject,
            authority,
            amount: MoneyLimit::Unlimited,
            share,
            count,
        };
        let rooms = WaiverSubject::ALL.into_iter().flat_map(|subject| {
            [
                room(subject, Authority::Manager, HALF, Some(2)),
                room(subject, Authority::Executive, Share::ALL, None),
            ]
        });
        Self {
            rooms: rooms.collect(),
            period: Days::new(365),
        }
    }

    /// Replaces every room, given in any order. An authority without a room has that of the next
    /// lower one, or none.
    ///
    /// # Errors
    ///
    /// [`WaiverPolicyError`] is returned when an authority has two rooms for a subject, or less
    /// room than a lower one, or an amount is below zero.
    pub fn with_rooms(
        self,
        rooms: impl IntoIterator<Item = WaiverAuthority>,
    ) -> Result<Self, WaiverPolicyError> {
        Self {
            rooms: rooms.into_iter().collect(),
            ..self
        }
        .checked()
    }

    /// Sets the number of days, up to that of the request, in which waivers are counted.
    ///
    /// # Errors
    ///
    /// [`WaiverPolicyError::EmptyPeriod`] is returned when the period has no day.
    pub fn with_period(self, period: Days) -> Result<Self, WaiverPolicyError> {
        Self { period, ..self }.checked()
    }

    /// Returns every room, by subject and authority.
    #[must_use]
    pub fn rooms(&self) -> &[WaiverAuthority] {
        &self.rooms
    }

    /// Returns the room of an authority: its own, or else that of the next lower one.
    #[must_use]
    pub fn room(&self, subject: WaiverSubject, authority: Authority) -> Option<&WaiverAuthority> {
        self.rooms()
            .iter()
            .rfind(|room| room.subject == subject && room.authority <= authority)
    }

    /// Returns whether an authority has room for a subject, or for any subject if none is asked about.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::waiver::{WaiverPolicy, WaiverSubject};
    /// use keqing::verdict::Authority;
    ///
    /// let policy = WaiverPolicy::standard();
    /// assert!(policy.knows(Authority::Manager, Some(WaiverSubject::Fee)));
    /// assert!(!policy.knows(Authority::Operator, None));
    /// ```
    #[must_use]
    pub fn knows(&self, authority: Authority, subject: Option<WaiverSubject>) -> bool {
        let asked: &[WaiverSubject] = match &subject {
            Some(subject) => core::slice::from_ref(subject),
            None => &WaiverSubject::ALL,
        };
        asked
            .iter()
            .any(|subject| self.room(*subject, authority).is_some())
    }

    /// Returns the number of days in which waivers are counted.
    #[must_use]
    pub const fn period(&self) -> Days {
        self.period
    }

    /// Sorts the rooms by subject and authority, and checks them.
    fn checked(mut self) -> Result<Self, WaiverPolicyError> {
        self.rooms
            .sort_by_key(|room| (room.subject, room.authority));
        let mut errors = Gathered::new();
        let given = self.period;
        if given == Days::new(0) {
            errors.keep(WaiverPolicyError::EmptyPeriod { given });
        }
        for given in self.rooms.iter().flat_map(|room| room.amount.negative()) {
            errors.keep(WaiverPolicyError::NegativeAmount { given });
        }
        for (lower, higher) in self.rooms.iter().zip(self.rooms.iter().skip(1)) {
            if lower.subject == higher.subject {
                errors.ask(check_pair(lower, higher));
            }
        }
        errors.settle(|| self)
    }
}

/// Returned when the authorities of a waiver policy are out of order or out of range.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum WaiverPolicyError {
    /// The period has no day.
    #[error("waivers are counted in a period of at least 1 day, got {given}")]
    EmptyPeriod {
        /// The period given.
        given: Days,
    },
    /// An amount is below zero.
    #[error("up to {given} may be waived, expected zero or more")]
    NegativeAmount {
        /// The amount given.
        given: Money,
    },
    /// A higher authority has less room than a lower one.
    #[error("{} has less room for `{}` than {}, expected at least as much",
        .higher.text().in_locale(Locale::En), .subject.text().in_locale(Locale::En), .lower.text().in_locale(Locale::En))]
    RoomShrinks {
        /// The subject of the waiver.
        subject: WaiverSubject,
        /// The lower authority.
        lower: Authority,
        /// The higher authority.
        higher: Authority,
    },
    /// An authority has two rooms for one subject.
    #[error("{} has two rooms for `{}`, expected one",
        .authority.text().in_locale(Locale::En), .subject.text().in_locale(Locale::En))]
    RoomTwice {
        /// The subject of the waiver.
        subject: WaiverSubject,
        /// The authority.
        authority: Authority,
    },
    /// Several rooms are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub WaiverPolicyError);

/// Checks that a higher authority has a room of its own that is no smaller.
fn check_pair(lower: &WaiverAuthority, higher: &WaiverAuthority) -> Result<(), WaiverPolicyError> {
    let subject = lower.subject;
    if lower.authority == higher.authority {
        let authority = lower.authority;
        return Err(WaiverPolicyError::RoomTwice { subject, authority });
    }
    let counts = match (lower.count, higher.count) {
        (_, None) => true,
        (None, Some(_)) => false,
        (Some(lower), Some(higher)) => lower <= higher,
    };
    if counts && lower.share <= higher.share && lower.amount.fits_in(&higher.amount) {
        return Ok(());
    }
    Err(WaiverPolicyError::RoomShrinks {
        subject,
        lower: lower.authority,
        higher: higher.authority,
    })
}

const HALF: Share = match Share::new(1, 2) {
    Ok(half) => half,
    Err(_) => Share::NONE,
};
