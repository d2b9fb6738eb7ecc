use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::{every, record};
use crate::receivable::waiver::error::WaiverError;
use crate::receivable::waiver::policy::WaiverSubject;
use crate::receivable::waiver::reason::WaiverReason;
use crate::verdict::{Authority, Presence};
use crate::vocab::known::Known;
use crate::vocab::money::Money;
use crate::vocab::name::{DocumentId, PersonId};

record! {
    /// A request for a waiver (减免申请).
    ///
    /// # Examples
    ///
    /// See [`judge_waiver`](crate::receivable::waiver::judge_waiver).
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct WaiverRequest {
        /// The subject of the waiver.
        pub subject: WaiverSubject,
        /// The invoice, order or other document that the waiver is about.
        pub document: DocumentId,
        /// The cost of the waiver for us, above zero.
        pub amount: Money,
        /// The claim of which the amount is a part; for a credit limit, the limit.
        pub claim: Known<Money> => with_claim,
        /// The person on our side who decides.
        pub by: PersonId,
        /// The authority of the person who decides.
        pub authority: Authority,
        /// The date of the request.
        pub as_of: NaiveDate,
        /// The presence of an own interest of the person who decides in the customer.
        pub personal_interest: Known<Presence> => with_personal_interest,
        /// The presence of a decision for oneself: the person who decides is the one who benefits.
        pub for_oneself: Known<Presence> => with_for_oneself,
        /// The reason for the waiver; `"none"` is known to be none.
        pub reason: Known<Option<WaiverReason>> => with_reason,
        /// The days of earlier waivers of this subject to this customer; known to be none is an empty list.
        pub earlier: Known<Vec<NaiveDate>> => with_earlier,
    }
}

impl WaiverRequest {
    /// Makes a request of which everything else is unknown.
    #[must_use]
    pub const fn new(
        subject: WaiverSubject,
        document: DocumentId,
        amount: Money,
        by: PersonId,
        authority: Authority,
        as_of: NaiveDate,
    ) -> Self {
        Self {
            subject,
            document,
            amount,
            claim: Known::Unknown,
            by,
            authority,
            as_of,
            personal_interest: Known::Unknown,
            for_oneself: Known::Unknown,
            reason: Known::Unknown,
            earlier: Known::Unknown,
        }
    }

    pub(crate) fn check(&self) -> Result<(), WaiverError> {
        let as_of = self.as_of;
        let earlier = self.earlier.value().map_or(&[][..], Vec::as_slice);
        let later = earlier.iter().copied().filter(|on| as_of < *on);
        let later = later.map(|on| Err(WaiverError::EarlierAfterDate { on, as_of }));
        let reason = self.reason.into_value().flatten();
        let reason = reason.filter(|reason| as_of < reason.on);
        let reason =
            reason.map(|WaiverReason { on, .. }| Err(WaiverError::ReasonAfterDate { on, as_of }));
        every([self.check_amount()].into_iter().chain(later).chain(reason))
    }

    fn check_amount(&self) -> Result<(), WaiverError> {
        let amount = self.amount;
        if amount.is_negative() || amount.is_zero() {
            return Err(WaiverError::AmountNotPositive { given: amount });
        }
        match self.claim.value() {
            Some(&claim) if amount.checked_cmp(claim)?.is_gt() => {
                Err(WaiverError::AmountOverClaim { amount, claim })
            }
            _ => Ok(()),
        }
    }
}
