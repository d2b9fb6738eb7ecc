//! Whether a receivables policy settles what it has to (政策完备性: REC-02).
//!
//! ```text
//! ReceivablePolicy -> completeness -> Completeness   which of the five items is the policy silent about?
//! ```
//!
//! - *Looks at*: Late payment, early payment, the calculation of interest, the receivable term and
//!   the method of settlement.
//! - *Why*: What nobody agreed on is argued about when it is too late.
//! - *Breaks it*: An item on which the policy is silent.
//! - *Keeps it*: Five items agreed or excluded.
//! - *Rules*: REC-02.

mod item;

pub use item::PolicyItem;

use crate::form::record;
use crate::receivable::cards::REC_02;
use crate::receivable::policy::ReceivablePolicy;
use crate::verdict::{Assessment, Evidence, Recorder};
use crate::vocab::set::Set;

record! {
    /// Whether a policy settles all it has to (办法完备性).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct Completeness {
        /// The items that it is silent about; none where it is complete.
        pub missing: Set<PolicyItem>,
    }
}

/// Tells whether a policy settles the five items, and which it is silent about
/// ([`REC_02`]).
///
/// To say that there is none is to settle an item.
///
/// # Examples
///
/// ```
/// use keqing::receivable::ReceivablePolicy;
/// use keqing::receivable::clause::Clause;
/// use keqing::receivable::completeness::{PolicyItem, completeness};
///
/// let policy = ReceivablePolicy::standard().with_early_payment(Clause::Excluded);
/// let told = completeness(&policy);
/// let missing = told.value().ok_or("always told")?.missing;
/// assert_eq!(missing, PolicyItem::LatePayment | PolicyItem::PaymentTerm | PolicyItem::SettlementMethod);
/// # Ok::<(), &str>(())
/// ```
pub fn completeness(policy: &ReceivablePolicy) -> Assessment<Completeness> {
    policy.severities().weighed(Assessment::of(|r| {
        for item in PolicyItem::ALL {
            let settles = policy.settles(item);
            r.require(&REC_02, settles, || Evidence::present(item.fact(), settles));
        }
        let missing = policy.missing();
        Some(Completeness { missing })
    }))
}
