use chrono::NaiveDate;

use crate::form::{choice, record};
use crate::receivable::credit::error::CreditError;
use crate::receivable::credit::exposure::Exposure;
use crate::receivable::credit::words::SalesStep;
use crate::verdict::{Authority, Presence};
use crate::vocab::known::Known;
use crate::vocab::money::Money;
use crate::vocab::name::{DocumentId, PersonId};

choice! {
    /// How much of a sale is paid beforehand (预付).
    #[derive(Copy, Hash)]
    pub closed enum Prepayment {
        /// Nothing.
        Nothing,
        /// So much of it.
        Part(Money),
        /// All of it.
        Whole,
    }
}

record! {
    /// A step of a sale on credit that is asked for (赊销申请).
    ///
    /// # Examples
    ///
    /// See [`judge_credit`](crate::receivable::credit::judge_credit).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct CreditRequest {
        /// The sale, by the one id that it keeps from order to invoice.
        pub document: DocumentId,
        /// The step that is asked for.
        pub step: SalesStep,
        /// The amount of the step, above zero.
        pub amount: Money,
        /// How much of it is prepaid.
        pub prepayment: Prepayment => with_prepayment,
        /// Who on our side asks.
        pub requested_by: PersonId,
        /// The date of the request.
        pub as_of: NaiveDate,
        /// What is at stake already, in the currency of the amount; a shipment is part of what is ordered,
        /// an invoice part of what is shipped.
        pub exposure: Exposure => with_exposure,
        /// Whether credit is suspended by the last step of the dunning ladder.
        pub suspension: Known<Presence> => with_suspension,
        /// The release that was given for the sale.
        pub release: Option<CreditRelease> => with_release,
    }
}

impl CreditRequest {
    /// Begins a request of which nothing is prepaid, nothing is released, and the exposure and the
    /// suspension are unknown.
    #[must_use]
    pub const fn new(
        document: DocumentId,
        step: SalesStep,
        amount: Money,
        requested_by: PersonId,
        as_of: NaiveDate,
    ) -> Self {
        Self {
            document,
            step,
            amount,
            prepayment: Prepayment::Nothing,
            requested_by,
            as_of,
            exposure: Exposure::unknown(),
            suspension: Known::Unknown,
            release: None,
        }
    }

    /// Returns the part that is asked for on credit: the amount less what is prepaid.
    ///
    /// # Errors
    ///
    /// [`CreditError::PrepaidOutOfRange`], and [`CreditError::Money`] where the currencies differ.
    pub fn on_credit(&self) -> Result<Money, CreditError> {
        match self.prepayment {
            Prepayment::Nothing => Ok(self.amount),
            Prepayment::Whole => Ok(Money::zero(self.amount.currency())),
            Prepayment::Part(prepaid) => {
                let rest = self.amount.checked_sub(prepaid)?;
                if rest.is_negative() || prepaid.is_negative() {
                    let amount = self.amount;
                    return Err(CreditError::PrepaidOutOfRange { prepaid, amount });
                }
                Ok(rest)
            }
        }
    }

    pub(crate) fn check(&self) -> Result<(), CreditError> {
        positive(self.amount)?;
        self.exposure.check(self.amount)?;
        if let Some(release) = &self.release {
            positive(release.amount)?;
            release.amount.same_currency(self.amount)?;
        }
        Ok(())
    }
}

record! {
    /// The release of one sale from a limit or a hold (放行): given once, it passes the sale up to delivery.
    #[derive(Copy, Hash)]
    pub closed struct CreditRelease {
        /// The sale.
        pub document: DocumentId,
        /// Who gave it.
        pub by: PersonId,
        /// The authority of who gave it.
        pub authority: Authority,
        /// Up to which amount on credit, above zero.
        pub amount: Money,
        /// The last day on which it counts.
        pub until: NaiveDate,
    }
}

fn positive(given: Money) -> Result<(), CreditError> {
    if given.is_negative() || given.is_zero() {
        Err(CreditError::AmountNotPositive { given })
    } else {
        Ok(())
    }
}
