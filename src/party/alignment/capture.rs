use alloc::boxed::Box;

use thiserror::Error;

use crate::form::{Several, every, record, several};
use crate::party::parties::ReferenceError;
use crate::vocab::benefit::BenefitRecord;
use crate::vocab::money::{Money, MoneyError};
use crate::vocab::share::{Share, ShareError};
use crate::vocab::words::Role;

record! {
    /// The benefit of an investment to our organization and to our operator (投入收益), for ALN-06.
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct Capture {
        /// The amount that reaches the supplier organization.
        pub organization: Money,
        /// The amount that reaches its own operator.
        pub operator: Money,
        /// The share of the organization in both amounts together.
        pub share: Share,
    }
}

/// Returns the part of the benefit of an investment that reaches the organization that made it
/// (ALN-06).
///
/// The part is organization ÷ (organization + own operator), exactly. Benefits of the customer's
/// side, and those that name no party, are left out. If neither of the two has a benefit, the part is
/// nothing where another person has one, and the result is `None` where nobody has.
///
/// # Errors
///
/// [`InvestmentError`] is returned when an amount is below zero, when two currencies meet, and when
/// the exact share does not fit.
///
/// # Examples
///
/// ```
/// use keqing::party::alignment::organization_capture;
/// use keqing::vocab::benefit::{BenefitRecord, InterestKind, Scope};
/// use keqing::vocab::share::Share;
/// use keqing::vocab::words::{NeedKind, Role};
///
/// let record = |role, amount: &str| Ok::<_, Box<dyn std::error::Error>>(BenefitRecord {
///     party: Some(role),
///     interest: InterestKind::new(Scope::of(role), NeedKind::Material),
///     amount: amount.parse()?,
/// });
/// let records = [
///     record(Role::SupplierOrganization, "60000 CNY")?,
///     record(Role::SupplierOperator, "20000 CNY")?,
///     record(Role::CustomerOrganization, "90000 CNY")?,
/// ];
/// let capture = organization_capture(&records)?.ok_or("no benefit")?;
/// assert_eq!(capture.share, Share::percent(75)?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn organization_capture(
    benefits: &[BenefitRecord],
) -> Result<Option<Capture>, InvestmentError> {
    let Some(first) = benefits.first() else {
        return Ok(None);
    };
    let given = benefits.iter().map(|record| record.amount);
    let below_zero = given.filter(|given| given.is_negative());
    every(below_zero.map(|given| Err(InvestmentError::NegativeBenefit { given })))?;
    let mut organization = Money::zero(first.amount.currency());
    let mut operator = organization;
    let mut is_personal = false;
    for record in benefits {
        let given = record.amount;
        // Every record has to be of the one currency, also those of the other side.
        let _: Money = organization.checked_add(given)?;
        match record.party {
            Some(Role::SupplierOrganization) => organization = organization.checked_add(given)?,
            Some(Role::SupplierOperator) => operator = operator.checked_add(given)?,
            Some(Role::CustomerOperator | Role::CustomerOrganization) | None => {
                is_personal |= record.is_personal() && !given.is_zero();
            }
        }
    }
    let both = organization.checked_add(operator)?;
    let share = match (both.is_zero(), is_personal) {
        (true, false) => return Ok(None),
        (true, true) => Share::NONE,
        (false, _) => Share::of_amounts(organization.amount(), both.amount())?,
    };
    Ok(Some(Capture {
        organization,
        operator,
        share,
    }))
}

/// Returned when benefits are negative or do not go together.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum InvestmentError {
    /// Amounts that cannot be added.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// A clearance names somebody who does not act on its day.
    #[error(transparent)]
    Reference(#[from] ReferenceError),
    /// A benefit below zero.
    #[error("a benefit is an amount from zero up, got {given}")]
    NegativeBenefit {
        /// The amount given.
        given: Money,
    },
    /// Several benefits are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// A share that cannot be kept exactly.
    #[error(transparent)]
    Share(#[from] ShareError),
}

several!(pub InvestmentError);
