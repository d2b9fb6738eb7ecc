//! The completeness of a receivables policy: five items that it has to settle (政策完备性: REC-02).
//!
//! ```text
//! ReceivablePolicy -> completeness -> Completeness   the items that the policy is silent about, and how the others are settled
//! ```
//!
//! - *Looks at*: Late payment, early payment, the calculation of interest, the receivable term and
//!   the method of settlement.
//! - *Why*: An item that nobody agreed on leads to a dispute when it is too late. Credit needs a complete
//!   policy ([`judge_credit`](crate::receivable::credit::judge_credit)).
//! - *Breaks it*: An item on which the policy is silent.
//! - *Keeps it*: Five items agreed or excluded.
//! - *Rules*: REC-02.
//!
//! # Examples
//!
//! The documents' own policy settles only the calculation of interest.
//!
//! ```
//! use keqing::receivable::ReceivablePolicy;
//! use keqing::receivable::completeness::{PolicyItem, completeness};
//!
//! let found = completeness(&ReceivablePolicy::standard());
//! let missing = found.value().ok_or("no value")?.missing;
//! assert!(missing.contains(PolicyItem::LatePayment));
//! assert!(!missing.contains(PolicyItem::InterestCalculation));
//! # Ok::<(), &str>(())
//! ```

mod item;

pub use item::PolicyItem;

use crate::form::record;
use crate::receivable::cards::REC_02;
use crate::receivable::policy::ReceivablePolicy;
use crate::verdict::{Assessment, Evidence, Fact, Found, Recorder, RuleCard};
use crate::vocab::set::Set;

record! {
    /// The completeness of a policy (办法完备性).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct Completeness {
        /// The items on which the policy is silent; none if it is complete.
        pub missing: Set<PolicyItem>,
    }
}

/// Assesses whether a policy settles the five items, and lists those on which it is silent
/// ([`REC_02`]).
///
/// A silent item breaks the rule. A policy without one keeps it. Each settled item is classified: the
/// policy says that there is none, or how it is settled.
///
/// A statement that there is none settles the item.
///
/// # Examples
///
/// ```
/// use keqing::receivable::ReceivablePolicy;
/// use keqing::receivable::clause::Clause;
/// use keqing::receivable::completeness::{PolicyItem, completeness};
///
/// let policy = ReceivablePolicy::standard().with_early_payment(Clause::Excluded);
/// let found = completeness(&policy);
/// let missing = found.value().ok_or("no value")?.missing;
/// assert_eq!(missing, PolicyItem::LatePayment | PolicyItem::PaymentTerm | PolicyItem::SettlementMethod);
/// # Ok::<(), &str>(())
/// ```
pub fn completeness(policy: &ReceivablePolicy) -> Assessment<Completeness> {
    policy.severities().weighed(Assessment::of(|r| {
        let missing = require_complete(&REC_02, policy, r);
        for item in PolicyItem::ALL {
            if let Some(settled) = policy.settled(item) {
                r.classify(&REC_02, || {
                    Evidence::found(item.fact(), Found::word(settled))
                });
            }
        }
        Some(Completeness { missing })
    }))
}

/// States a rule that needs a complete policy, and returns the items on which the policy is silent.
///
/// Each silent item is a breach. A policy without one is complete.
pub(super) fn require_complete<R: Recorder>(
    card: &RuleCard,
    policy: &ReceivablePolicy,
    r: &mut R,
) -> Set<PolicyItem> {
    let missing = policy.missing();
    for item in missing {
        let settles = policy.settles(item);
        r.require(card, settles, || Evidence::present(item.fact(), settles));
    }
    let is_complete = missing.is_empty();
    if is_complete {
        r.require(card, is_complete, || {
            Evidence::present(Fact::ReceivablesPolicy, is_complete)
        });
    }
    missing
}
