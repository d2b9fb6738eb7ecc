use alloc::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::form::{mirrored, record};
use crate::receivable::credit::{Component, SalesStep};
use crate::receivable::limit::{Amounts, Comparison, MoneyLimit};
use crate::verdict::Authority;
use crate::vocab::money::Money;
use crate::vocab::set::Set;
use crate::vocab::time::Days;
use crate::vocab::words::Locale;

/// Every number and choice of credit (信用政策), REC-01 and REC-06.
///
/// In the [`standard`](Self::standard) no component has a limit, which is said and not left out; a limit
/// that is set is exceeded above it. Orders and shipments are held where credit is suspended or something
/// is overdue for more than 60 days; invoices for goods that were shipped pass. An executive releases.
///
/// # Examples
///
/// ```
/// use keqing::receivable::credit::{Component, CreditPolicy};
/// use keqing::receivable::limit::{Amounts, MoneyLimit};
///
/// let limit = MoneyLimit::UpTo(Amounts::new(["100000 CNY".parse()?])?);
/// let policy = CreditPolicy::standard()
///     .with_limit(Component::Total, limit)?
///     .with_manager_release(Amounts::new(["5000 CNY".parse()?])?)?;
/// assert_eq!(policy.limit(Component::Ordered), &MoneyLimit::Unlimited);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(try_from = "PolicyText", into = "PolicyText")]
pub struct CreditPolicy {
    text: PolicyText,
}

mirrored! { CreditPolicy as PolicyText; }

impl CreditPolicy {
    /// Returns a policy that limits nothing by amount.
    #[must_use]
    pub fn standard() -> Self {
        let limits = Component::ALL.map(|component| (component, MoneyLimit::Unlimited));
        Self {
            text: PolicyText {
                limits: limits.into(),
                comparison: Comparison::Above,
                overdue_hold: Some(Days::new(60)),
                held_steps: HELD,
                manager_release: Amounts::none(),
                hold_release: Authority::Executive,
            },
        }
    }

    /// Sets the limit of a component, or of the total.
    ///
    /// # Errors
    ///
    /// [`CreditPolicyError::NegativeLimit`].
    pub fn with_limit(
        self,
        component: Component,
        limit: MoneyLimit,
    ) -> Result<Self, CreditPolicyError> {
        let mut text = self.text;
        text.limits.insert(component, limit);
        Self::try_from(text)
    }

    /// Sets whether an exposure that is exactly at a limit exceeds it.
    #[must_use]
    pub fn with_comparison(mut self, comparison: Comparison) -> Self {
        self.text.comparison = comparison;
        self
    }

    /// Sets for how many days something may be overdue before a step is held; `None` to hold nothing by
    /// its age.
    #[must_use]
    pub fn with_overdue_hold(mut self, above: Option<Days>) -> Self {
        self.text.overdue_hold = above;
        self
    }

    /// Sets which steps are held; the others pass.
    #[must_use]
    pub fn with_held_steps(mut self, steps: Set<SalesStep>) -> Self {
        self.text.held_steps = steps;
        self
    }

    /// Sets up to which excess over a limit, in each currency, a manager may release; above it, and in
    /// any other currency, an executive may.
    ///
    /// # Errors
    ///
    /// [`CreditPolicyError::NegativeRelease`].
    pub fn with_manager_release(self, excess: Amounts) -> Result<Self, CreditPolicyError> {
        Self::try_from(PolicyText {
            manager_release: excess,
            ..self.text
        })
    }

    /// Sets who may release a step that is held by age or suspension.
    #[must_use]
    pub fn with_hold_release(mut self, authority: Authority) -> Self {
        self.text.hold_release = authority;
        self
    }

    /// Returns the limit of a component, or of the total.
    #[must_use]
    pub fn limit(&self, component: Component) -> &MoneyLimit {
        // Every component has its entry: the constructors see to it.
        self.text.limits.get(&component).unwrap_or(&NOTHING)
    }

    /// Returns whether an exposure that is exactly at a limit exceeds it.
    #[must_use]
    pub const fn comparison(&self) -> Comparison {
        self.text.comparison
    }

    /// Returns for how many days something may be overdue before a step is held.
    #[must_use]
    pub const fn overdue_hold(&self) -> Option<Days> {
        self.text.overdue_hold
    }

    /// Returns which steps are held.
    #[must_use]
    pub const fn held_steps(&self) -> Set<SalesStep> {
        self.text.held_steps
    }

    /// Returns up to which excess a manager may release.
    #[must_use]
    pub const fn manager_release(&self) -> &Amounts {
        &self.text.manager_release
    }

    /// Returns who may release a step that is held by age or suspension.
    #[must_use]
    pub const fn hold_release(&self) -> Authority {
        self.text.hold_release
    }

    /// Returns the least authority that may release an excess over a limit.
    #[must_use]
    pub fn release_of(&self, excess: Money) -> Authority {
        match self.manager_release().of(excess.currency()) {
            Some(most) if excess.amount() <= most.amount() => Authority::Manager,
            _ => Authority::Executive,
        }
    }
}

/// Returned when a limit is missing or below zero.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum CreditPolicyError {
    /// A component has no entry; that there is no limit has to be said.
    #[error("nothing is said of `{}`, expected a limit or `unlimited`", .component.text().in_locale(Locale::En))]
    LimitUnsaid {
        /// The component.
        component: Component,
    },
    /// A limit is below zero.
    #[error("the limit of `{}` is {given}, expected zero or more", .component.text().in_locale(Locale::En))]
    NegativeLimit {
        /// The component.
        component: Component,
        /// The limit given.
        given: Money,
    },
    /// What a manager may release is below zero.
    #[error("a manager may release {given}, expected zero or more")]
    NegativeRelease {
        /// The amount given.
        given: Money,
    },
}

record! {
    /// The JSON form of the policy, and its fields.
    #[derive(Hash)]
    struct PolicyText {
        limits: BTreeMap<Component, MoneyLimit>,
        comparison: Comparison,
        overdue_hold: Option<Days>,
        held_steps: Set<SalesStep>,
        manager_release: Amounts,
        hold_release: Authority,
    }
}

impl TryFrom<PolicyText> for CreditPolicy {
    type Error = CreditPolicyError;

    fn try_from(text: PolicyText) -> Result<Self, Self::Error> {
        for component in Component::ALL {
            let Some(limit) = text.limits.get(&component) else {
                return Err(CreditPolicyError::LimitUnsaid { component });
            };
            if let Some(given) = limit.first_negative() {
                return Err(CreditPolicyError::NegativeLimit { component, given });
            }
        }
        match text.manager_release.first_negative() {
            Some(given) => Err(CreditPolicyError::NegativeRelease { given }),
            None => Ok(Self { text }),
        }
    }
}

impl From<CreditPolicy> for PolicyText {
    fn from(policy: CreditPolicy) -> Self {
        policy.text
    }
}

const HELD: Set<SalesStep> = SalesStep::set([SalesStep::Order, SalesStep::Shipment]);

static NOTHING: MoneyLimit = MoneyLimit::UpTo(Amounts::none());
