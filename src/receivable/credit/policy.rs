use alloc::boxed::Box;
use alloc::collections::BTreeMap;

use thiserror::Error;

use crate::form::{Gathered, Several, checked, several};
use crate::receivable::credit::{Component, SalesStep};
use crate::receivable::limit::{Allowed, Amounts, Comparison, MoneyLimit};
use crate::verdict::Authority;
use crate::vocab::money::Money;
use crate::vocab::set::Set;
use crate::vocab::time::Days;
use crate::vocab::words::Locale;

checked! {
    /// Every number and choice of credit (信用政策), REC-01 and REC-06.
    ///
    /// In the [`standard`](Self::standard) every component is stated to be unlimited. An exposure at a limit
    /// does not exceed it. Orders and shipments are held if credit is suspended, or if an invoice is overdue
    /// for more than 60 days. Invoices for goods that were shipped pass. An executive releases every excess.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::credit::{Component, CreditPolicy};
    /// use keqing::receivable::limit::{Amounts, MoneyLimit};
    /// use keqing::verdict::Authority;
    ///
    /// let up_to = |amount: &str| -> Result<MoneyLimit, Box<dyn std::error::Error>> {
    ///     Ok(MoneyLimit::UpTo(Amounts::new([amount.parse()?])?))
    /// };
    /// let policy = CreditPolicy::standard()
    ///     .with_limit(Component::Total, up_to("100000 CNY")?)?
    ///     .with_release(Authority::Manager, up_to("5000 CNY")?)?;
    /// assert_eq!(policy.limit(Component::Ordered), &MoneyLimit::Unlimited);
    /// assert_eq!(policy.release_of("5000 CNY".parse()?), Some(Authority::Manager));
    /// assert_eq!(policy.release_of("5000.01 CNY".parse()?), Some(Authority::Executive));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Hash)]
    pub struct CreditPolicy, checked by CreditPolicy::checked {
        /// The limit of each component of the exposure and of the total. A component without an entry is
        /// refused, and so is an amount below zero.
        limits: BTreeMap<Component, MoneyLimit> => "REC-01",
        /// The comparison of an exposure with its limit: one that is exactly at it exceeds it, or not.
        comparison: Comparison => "REC-01",
        /// The number of days overdue above which a step is held; `"none"` holds nothing by its age.
        overdue_hold: Option<Days> | "none" => "REC-01" "REC-06",
        /// The steps of a sale that limits, age and suspension hold; the others pass.
        held_steps: Set<SalesStep> => "REC-01" "REC-06",
        /// The largest excess over a limit that each authority may release. An authority without an entry
        /// releases none. An excess that no authority may release is barred. An amount below zero is
        /// refused.
        releases: BTreeMap<Authority, MoneyLimit> => "REC-01",
        /// The least authority that may release a step held by age or suspension.
        hold_release: Authority => "REC-06",
    }
}

impl CreditPolicy {
    /// Returns a policy that limits nothing by amount.
    #[must_use]
    pub fn standard() -> Self {
        let limits = Component::ALL.map(|component| (component, MoneyLimit::Unlimited));
        Self {
            limits: limits.into(),
            comparison: Comparison::Above,
            overdue_hold: Some(Days::new(60)),
            held_steps: HELD,
            releases: [(Authority::Executive, MoneyLimit::Unlimited)].into(),
            hold_release: Authority::Executive,
        }
    }

    /// Sets the limit of a component, or of the total.
    ///
    /// # Errors
    ///
    /// [`CreditPolicyError::NegativeLimit`] is returned when an amount is below zero.
    pub fn with_limit(
        mut self,
        component: Component,
        limit: MoneyLimit,
    ) -> Result<Self, CreditPolicyError> {
        self.limits.insert(component, limit);
        self.checked()
    }

    /// Sets whether an exposure that is exactly at a limit exceeds it.
    #[must_use]
    pub fn with_comparison(self, comparison: Comparison) -> Self {
        Self { comparison, ..self }
    }

    /// Sets the number of days overdue above which a step is held; `None` holds nothing by its age.
    #[must_use]
    pub fn with_overdue_hold(self, above: Option<Days>) -> Self {
        Self {
            overdue_hold: above,
            ..self
        }
    }

    /// Sets the steps that are held; the others pass.
    #[must_use]
    pub fn with_held_steps(self, steps: Set<SalesStep>) -> Self {
        Self {
            held_steps: steps,
            ..self
        }
    }

    /// Sets the largest excess over a limit that an authority may release.
    ///
    /// # Errors
    ///
    /// [`CreditPolicyError::NegativeRelease`] is returned when an amount is below zero.
    pub fn with_release(
        mut self,
        authority: Authority,
        excess: MoneyLimit,
    ) -> Result<Self, CreditPolicyError> {
        self.releases.insert(authority, excess);
        self.checked()
    }

    /// Replaces the largest excess of every authority; an authority that is not named releases none.
    ///
    /// # Errors
    ///
    /// [`CreditPolicyError::NegativeRelease`] is returned when an amount is below zero.
    pub fn with_releases(
        self,
        releases: impl IntoIterator<Item = (Authority, MoneyLimit)>,
    ) -> Result<Self, CreditPolicyError> {
        Self {
            releases: releases.into_iter().collect(),
            ..self
        }
        .checked()
    }

    /// Sets the least authority that may release a step held by age or suspension.
    #[must_use]
    pub fn with_hold_release(self, authority: Authority) -> Self {
        Self {
            hold_release: authority,
            ..self
        }
    }

    /// Returns the limit of a component, or of the total.
    #[must_use]
    pub fn limit(&self, component: Component) -> &MoneyLimit {
        // Every component has its entry: the constructors see to it.
        self.limits.get(&component).unwrap_or(&NOTHING)
    }

    /// Returns whether an exposure that is exactly at a limit exceeds it.
    #[must_use]
    pub const fn comparison(&self) -> Comparison {
        self.comparison
    }

    /// Returns the number of days overdue above which a step is held.
    #[must_use]
    pub const fn overdue_hold(&self) -> Option<Days> {
        self.overdue_hold
    }

    /// Returns the steps that are held.
    #[must_use]
    pub const fn held_steps(&self) -> Set<SalesStep> {
        self.held_steps
    }

    /// Returns the largest excess over a limit that each authority may release.
    #[must_use]
    pub const fn releases(&self) -> &BTreeMap<Authority, MoneyLimit> {
        &self.releases
    }

    /// Returns the least authority that may release a step held by age or suspension.
    #[must_use]
    pub const fn hold_release(&self) -> Authority {
        self.hold_release
    }

    /// Returns the least authority that may release an excess over a limit; `None` if no authority may.
    #[must_use]
    pub fn release_of(&self, excess: Money) -> Option<Authority> {
        let may_release = |limit: &MoneyLimit| match limit.allows(excess.currency()) {
            Allowed::Anything => true,
            Allowed::UpTo(most) => excess.amount() <= most.amount(),
            Allowed::Unnamed => false,
        };
        let mut releases = self.releases.iter();
        releases.find_map(|(authority, limit)| may_release(limit).then_some(*authority))
    }

    /// Returns whether an authority may release every excess.
    pub(super) fn releases_any(&self, authority: Authority) -> bool {
        self.releases.get(&authority) == Some(&MoneyLimit::Unlimited)
    }

    fn checked(self) -> Result<Self, CreditPolicyError> {
        let mut errors = Gathered::new();
        for component in Component::ALL {
            let Some(limit) = self.limits.get(&component) else {
                errors.keep(CreditPolicyError::LimitUnsaid { component });
                continue;
            };
            for given in limit.negative() {
                errors.keep(CreditPolicyError::NegativeLimit { component, given });
            }
        }
        for (authority, limit) in &self.releases {
            for given in limit.negative() {
                let authority = *authority;
                errors.keep(CreditPolicyError::NegativeRelease { authority, given });
            }
        }
        errors.settle(|| self)
    }
}

/// Returned when a limit is missing or below zero.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum CreditPolicyError {
    /// A component has no entry. Even the absence of a limit has to be stated.
    #[error("nothing is said of `{}`, expected a limit or `unlimited`", .component.name())]
    LimitUnsaid {
        /// The component.
        component: Component,
    },
    /// A limit is below zero.
    #[error("the limit of `{}` is {given}, expected zero or more", .component.name())]
    NegativeLimit {
        /// The component.
        component: Component,
        /// The limit given.
        given: Money,
    },
    /// The excess that an authority may release is below zero.
    #[error("{} may release {given}, expected zero or more", .authority.text().in_locale(Locale::En))]
    NegativeRelease {
        /// The authority.
        authority: Authority,
        /// The amount given.
        given: Money,
    },
    /// Several limits or releases are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub CreditPolicyError);

const HELD: Set<SalesStep> = SalesStep::set([SalesStep::Order, SalesStep::Shipment]);

static NOTHING: MoneyLimit = MoneyLimit::UpTo(Amounts::none());
