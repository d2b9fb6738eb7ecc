use alloc::boxed::Box;
use alloc::string::String;

use thiserror::Error;

use crate::form::{Several, lifting, several};
use crate::receivable::aging::AgingError;
use crate::receivable::allocation::AllocationError;
use crate::receivable::charge::ChargeError;
use crate::receivable::completeness::PolicyItem;
use crate::receivable::credit::{CreditError, GroupExposureError};
use crate::receivable::discount::DiscountError;
use crate::receivable::dunning::DunningError;
use crate::receivable::effect::PaymentEffectError;
use crate::receivable::enforcement::PolicyRecordError;
use crate::receivable::habit::PaymentHabitError;
use crate::receivable::instalment::{InstalmentError, InstalmentPlanError};
use crate::receivable::interest::{InterestError, InterestPolicyError};
use crate::receivable::rate::LateRateError;
use crate::receivable::regime::{CompensationError, RegimeError};
use crate::receivable::settlement::SettlementError;
use crate::receivable::statement::StatementError;
use crate::receivable::term::TermError;
use crate::receivable::waiver::WaiverError;

/// Returned when facts about receivables contradict themselves or each other, or the policy is silent.
///
/// Each variant is the error of one room and keeps its own message.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum ReceivableError {
    /// An account is given without the business days that its terms are counted in.
    #[error("its terms are counted in business days, give `calendar`")]
    AccountWithoutCalendar,
    /// Open items contradict each other or the day asked about.
    #[error(transparent)]
    Aging(AgingError),
    /// A payment or a debt cannot be allocated.
    #[error(transparent)]
    Allocation(AllocationError),
    /// Charges for paying late cannot be counted.
    #[error(transparent)]
    Charge(#[from] ChargeError),
    /// A debt has no fixed sum.
    #[error(transparent)]
    Compensation(#[from] CompensationError),
    /// A request for credit contradicts itself.
    #[error(transparent)]
    Credit(CreditError),
    /// A discount cannot be computed.
    #[error(transparent)]
    Discount(#[from] DiscountError),
    /// Facts of dunning contradict each other.
    #[error(transparent)]
    Dunning(DunningError),
    /// The exposures of a group cannot be added up.
    #[error(transparent)]
    GroupExposure(Box<GroupExposureError>),
    /// A plan divides no total.
    #[error(transparent)]
    Plan(InstalmentPlanError),
    /// Instalments do not make the total.
    #[error(transparent)]
    Instalment(#[from] InstalmentError),
    /// Interest cannot be computed.
    #[error(transparent)]
    Interest(InterestError),
    /// A policy of interest contradicts itself.
    #[error(transparent)]
    InterestPolicy(#[from] InterestPolicyError),
    /// The rate of a day of lateness is unknown.
    #[error(transparent)]
    LateRate(#[from] LateRateError),
    /// The effect of a payment cannot be computed.
    #[error(transparent)]
    PaymentEffect(PaymentEffectError),
    /// A payment history contradicts itself.
    #[error(transparent)]
    PaymentHabit(PaymentHabitError),
    /// A record of the policy contradicts itself.
    #[error(transparent)]
    PolicyRecord(PolicyRecordError),
    /// A regime does not fit what was asked.
    #[error(transparent)]
    Regime(#[from] RegimeError),
    /// A settlement contradicts its method.
    #[error(transparent)]
    Settlement(SettlementError),
    /// Several parts of the facts are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// An account contradicts itself.
    #[error(transparent)]
    Statement(Box<StatementError>),
    /// A due date cannot be computed.
    #[error(transparent)]
    Term(#[from] TermError),
    /// The policy is silent on an item that the question is about.
    #[error("the policy sets no `{}`, expected one that is set", item.fact())]
    Unsettled {
        /// The item on which the policy is silent.
        item: PolicyItem,
    },
    /// A waiver contradicts itself.
    #[error(transparent)]
    Waiver(WaiverError),
}

several!(pub ReceivableError);

lifting! {
    ReceivableError:
    Settlement(SettlementError),
    PaymentEffect(PaymentEffectError),
    Aging(AgingError),
    Interest(InterestError),
    Waiver(WaiverError),
    Plan(InstalmentPlanError),
    PolicyRecord(PolicyRecordError),
    PaymentHabit(PaymentHabitError),
    Allocation(AllocationError),
    Credit(CreditError),
    Dunning(DunningError),
    GroupExposure(GroupExposureError),
    Statement(StatementError),
}

impl ReceivableError {
    /// Returns a stable code for machines, in kebab case; that of the first error if there are
    /// several.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::AccountWithoutCalendar | Self::Statement(_) => "impossible-account",
            Self::Aging(_) => "impossible-items",
            Self::Allocation(_) => "impossible-allocation",
            Self::Charge(_) => "impossible-charges",
            Self::Compensation(_) => "impossible-compensation",
            Self::Credit(_) => "impossible-credit-request",
            Self::Discount(_) => "impossible-discount",
            Self::Dunning(_) => "impossible-dunning-facts",
            Self::GroupExposure(_) => "impossible-group",
            Self::Instalment(_) | Self::Plan(_) => "impossible-instalments",
            Self::Interest(_) => "impossible-interest",
            Self::InterestPolicy(_) => "impossible-policy",
            Self::LateRate(_) => "impossible-rate",
            Self::PaymentEffect(_) => "impossible-payment",
            Self::PaymentHabit(_) => "impossible-payment-history",
            Self::PolicyRecord(_) => "impossible-record",
            Self::Regime(_) => "impossible-regime",
            Self::Settlement(_) => "impossible-settlement",
            Self::Term(_) => "impossible-term",
            Self::Unsettled { .. } => "unsettled-item",
            Self::Waiver(_) => "impossible-waiver",
            Self::Several(several) => several.first().code(),
        }
    }

    /// Returns the path in the facts that the error is about, such as `account.payments.3`; empty if the
    /// facts have no such field. It is that of the first error if there are several.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::AccountWithoutCalendar => "account".into(),
            Self::Statement(error) => match error.path().as_str() {
                "" => "account".into(),
                path => alloc::format!("account.{path}"),
            },
            Self::Credit(error) => error.path().into(),
            Self::Aging(_)
            | Self::Allocation(_)
            | Self::Charge(_)
            | Self::Compensation(_)
            | Self::Discount(_)
            | Self::Dunning(_)
            | Self::GroupExposure(_)
            | Self::Instalment(_)
            | Self::Interest(_)
            | Self::InterestPolicy(_)
            | Self::LateRate(_)
            | Self::PaymentEffect(_)
            | Self::PaymentHabit(_)
            | Self::Plan(_)
            | Self::PolicyRecord(_)
            | Self::Regime(_)
            | Self::Settlement(_)
            | Self::Term(_)
            | Self::Unsettled { .. }
            | Self::Waiver(_) => String::new(),
            Self::Several(several) => several.first().path(),
        }
    }
}
