//! The receivables policy as a whole, and how it is carried out (应收账款管理办法).

mod completeness;
mod discretion;
mod effect;
mod enforcement;
mod habit;
mod item;
mod late_payment;
mod provision;
mod receivable_policy;
mod record;

pub use completeness::{Completeness, completeness};
pub use discretion::{CollectionDecision, DecisionBasis, Discretion, DiscretionPolicy, discretion};
pub use effect::{LateCharge, PaymentEffect, PaymentEffectError, payment_effect};
pub use enforcement::{Enforcement, EnforcementPolicy, EnforcementStrength, enforcement};
pub use habit::{
    ChronicDelay, HabitPolicy, InvoicePayment, PaymentHabit, PaymentHabitError, PaymentHistory,
    payment_habit,
};
pub use item::PolicyItem;
pub use late_payment::{DisputedInterest, LatePayment};
pub use provision::Provision;
pub use receivable_policy::ReceivablePolicy;
pub use record::{
    ApprovedWaiver, PolicyAction, PolicyRecord, PolicyRecordError, PolicyTrigger, TriggerKind,
};

pub(crate) use effect::compensation;
