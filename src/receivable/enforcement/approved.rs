use chrono::NaiveDate;

use crate::form::record;
use crate::receivable::enforcement::trigger::TriggerKind;
use crate::receivable::limit::Allowed;
use crate::receivable::waiver::{WaiverPolicy, WaiverReason, WaiverSubject};
use crate::verdict::{Authority, Bound, Evidence, Fact, Presence, Reading};
use crate::vocab::money::Money;
use crate::vocab::name::{DocumentId, PersonId};
use crate::vocab::share::Share;
use crate::vocab::time::Days;

record! {
    /// A waiver as it was recorded (减免记录).
    ///
    /// It counts if it was given on the day of the trigger or later, and within the room of its authority. An
    /// optional field that is not stated decides nothing.
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct ApprovedWaiver {
        /// The document that the waiver is about.
        pub document: DocumentId,
        /// The kind of action that was waived.
        pub kind: TriggerKind,
        /// The day of the waiver.
        pub on: NaiveDate,
        /// The person who approved the waiver.
        pub by: PersonId,
        /// The authority of that person. A record that names none has none.
        pub authority: Option<Authority>,
        /// The caller's id of the waiver. Entries with one id are one waiver, about several documents.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub id: Option<DocumentId> => with_id,
        /// The amount of the whole waiver.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub amount: Option<Money> => with_amount,
        /// The claim of which the amount is a part.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub claim: Option<Money> => with_claim,
        /// The reason.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub reason: Option<WaiverReason> => with_reason,
        /// The presence of an own interest of the person in the customer.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub personal_interest: Option<Presence> => with_personal_interest,
        /// The presence of a decision for oneself.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub for_oneself: Option<Presence> => with_for_oneself,
    }
}

impl ApprovedWaiver {
    /// Makes the record of a waiver that states no more than its authority.
    #[must_use]
    pub const fn new(
        document: DocumentId,
        kind: TriggerKind,
        on: NaiveDate,
        by: PersonId,
        authority: Option<Authority>,
    ) -> Self {
        Self {
            document,
            kind,
            on,
            by,
            authority,
            id: None,
            amount: None,
            claim: None,
            reason: None,
            personal_interest: None,
            for_oneself: None,
        }
    }

    /// Returns why the waiver of a trigger of this day does not count; `None` if it counts.
    ///
    /// A step of the ladder has no room of its own. So room for any subject suffices for it, and neither its
    /// amount, its share nor its number is looked at.
    pub(super) fn lack(
        &self,
        trigger: NaiveDate,
        rooms: &WaiverPolicy,
        others: &[Self],
    ) -> Option<Lack> {
        let subject = self.kind.subject();
        let authority = self.authority.filter(|own| rooms.knows(*own, subject));
        let Some(authority) = authority else {
            return Some(Lack::Room);
        };
        if self.on < trigger {
            return Some(Lack::Early(self.on));
        }
        let stake = [
            (self.personal_interest, Fact::PersonalInterest),
            (self.for_oneself, Fact::SelfDealing),
        ];
        let has = |(presence, _): &(_, Fact)| *presence == Some(Presence::Present);
        if let Some((_, fact)) = stake.into_iter().find(has) {
            return Some(Lack::Stake(fact));
        }
        let is_unshown = |reason: WaiverReason| !reason.document.says() || self.on < reason.on;
        if self.reason.is_some_and(is_unshown) {
            return Some(Lack::Reason);
        }
        let subject = subject?;
        let room = rooms.room(subject, authority)?;
        let over_amount = self.amount.and_then(|amount| {
            let most = match room.amount.allows(amount.currency()) {
                Allowed::Anything => return None,
                Allowed::UpTo(most) => most,
                Allowed::Unnamed => Money::zero(amount.currency()),
            };
            (most.amount() < amount.amount()).then_some(Lack::Amount(amount, most))
        });
        over_amount
            .or_else(|| self.over_share(room.share))
            .or_else(|| {
                let most = room.count?;
                let count = self.count(subject, rooms.period(), others);
                (most < count).then_some(Lack::Count(count, most))
            })
    }

    /// Returns the waived share of the claim, if both are stated and it is above the largest.
    fn over_share(&self, most: Share) -> Option<Lack> {
        let (amount, claim) = self.amount.zip(self.claim)?;
        let share = Share::of_amounts(amount.amount(), claim.amount()).ok()?;
        (most < share).then_some(Lack::Share(share, most))
    }

    /// Returns the number of waivers of the subject in the period up to this one, which is counted too.
    ///
    /// Those of one day are counted by their documents. The customer got each of them, so one that does not
    /// count for its trigger is counted here all the same.
    fn count(&self, subject: WaiverSubject, period: Days, others: &[Self]) -> u32 {
        let key = |one: &Self| (one.on, one.id.unwrap_or(one.document), one.kind, one.by);
        let own = key(self);
        let is_before = |other: &&Self| {
            let days = Days::between(other.on, self.on);
            other.kind.subject() == Some(subject)
                && key(other) < own
                && days.is_some_and(|days| days < period)
        };
        let before = others.iter().filter(is_before);
        // Several entries of one waiver are one waiver.
        let ids: alloc::collections::BTreeSet<_> = before
            .filter(|other| other.id.is_none() || other.id != self.id)
            .map(key)
            .collect();
        u32::try_from(ids.len())
            .unwrap_or(u32::MAX)
            .saturating_add(1)
    }
}

/// The reason why a waiver does not count, the last that is looked at first.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Lack {
    /// There were more waivers in the period, this one included, than the room allows.
    Count(u32, u32),
    /// The waived share of the claim is above that of the room.
    Share(Share, Share),
    /// The amount is above that of the room.
    Amount(Money, Money),
    /// No document shows the reason, or it lies after the waiver.
    Reason,
    /// The person has a stake.
    Stake(Fact),
    /// The waiver came on this day, before the trigger.
    Early(NaiveDate),
    /// The record names no authority to which the policy grants room.
    Room,
}

impl Lack {
    /// Returns a number that is smaller, the nearer the waiver came to counting.
    pub(super) const fn rank(&self) -> u8 {
        match self {
            Self::Count(..) => 1,
            Self::Share(..) => 2,
            Self::Amount(..) => 3,
            Self::Reason => 4,
            Self::Stake(_) => 5,
            Self::Early(_) => 6,
            Self::Room => 7,
        }
    }

    /// Returns the evidence against the waiver of a trigger of this day.
    pub(super) fn evidence(self, trigger: NaiveDate) -> Evidence {
        match self {
            Self::Count(count, most) => {
                Evidence::count(Fact::WaiverCount, count, Bound::AtMost, most)
            }
            Self::Share(share, most) => {
                Evidence::share(Fact::WaivedShare, share, Bound::AtMost, most)
            }
            Self::Amount(amount, most) => {
                Evidence::money(Fact::WaivedAmount, amount, Bound::AtMost, most)
            }
            Self::Reason => Evidence::present(Fact::WaiverReason, false),
            Self::Stake(fact) => Evidence::absent(fact, true),
            Self::Early(observed) => Evidence::new(
                Fact::WaiverDate,
                Reading::Date {
                    observed,
                    bound: Bound::AtLeast,
                    required: trigger,
                },
            ),
            Self::Room => Evidence::present(Fact::WaiverAuthority, false),
        }
    }
}
