use chrono::NaiveDate;

use crate::form::{choice, every, record};
use crate::receivable::credit::error::CreditError;
use crate::receivable::credit::exposure::Exposure;
use crate::receivable::credit::words::SalesStep;
use crate::verdict::{Authority, Presence};
use crate::vocab::known::Known;
use crate::vocab::money::Money;
use crate::vocab::name::{DocumentId, PersonId};

choice! {
    /// The part of a sale that is paid beforehand (预付).
    #[derive(Copy, Hash)]
    pub closed enum Prepayment {
        /// Nothing is prepaid.
        Nothing,
        /// This amount is prepaid.
        Part(Money),
        /// The whole is prepaid.
        Whole,
    }
}

record! {
    /// A request for a step of a sale on credit (赊销申请).
    ///
    /// # Examples
    ///
    /// See [`judge_credit`](crate::receivable::credit::judge_credit).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct CreditRequest {
        /// The sale, by the one id that it keeps from order to invoice.
        pub document: DocumentId,
        /// The step that is requested.
        pub step: SalesStep,
        /// The amount of the step, above zero.
        pub amount: Money,
        /// The part of the amount that is prepaid.
        pub prepayment: Prepayment => with_prepayment,
        /// The person on our side who asks.
        pub requested_by: PersonId,
        /// The date of the request.
        pub as_of: NaiveDate,
        /// The exposure before the step, in the currency of the amount. A shipment is part of the ordered
        /// amount, and an invoice is part of the shipped amount.
        pub exposure: Exposure => with_exposure,
        /// The suspension of credit by the last step of the dunning ladder.
        pub suspension: Known<Presence> => with_suspension,
        /// The release that was given for the sale.
        pub release: Option<CreditRelease> => with_release,
    }
}

impl CreditRequest {
    /// Makes a request with nothing prepaid and nothing released.
    ///
    /// The exposure and the suspension are unknown.
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

    /// Returns the part that is requested on credit: the amount less the prepaid part.
    ///
    /// # Errors
    ///
    /// [`CreditError::PrepaidOutOfRange`] is returned when the prepaid part is below zero or above the
    /// amount, and [`CreditError::Money`] when the currencies differ.
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
        let release = self.release.iter().flat_map(|release| {
            let currency = release.amount.same_currency(self.amount);
            [positive(release.amount), currency.map_err(Into::into)]
        });
        every(
            [positive(self.amount)]
                .into_iter()
                .chain(self.exposure.checks(self.amount))
                .chain([self.exposure.check_days()])
                .chain(release)
                .chain([self.on_credit().map(|_| ())]),
        )
    }
}

record! {
    /// The release of one sale from a limit or a hold (放行), given once for all its steps.
    #[derive(Copy, Hash)]
    pub closed struct CreditRelease {
        /// The sale.
        pub document: DocumentId,
        /// The person who gave it.
        pub by: PersonId,
        /// The authority of that person.
        pub authority: Authority,
        /// The largest amount on credit that it covers, above zero.
        pub amount: Money,
        /// The last day on which it holds.
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
