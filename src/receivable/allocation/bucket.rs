use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::form::{mirrored, record};
use crate::receivable::allocation::error::AllocationPolicyError;
use crate::vocab::words::words;

words! {
    /// A component of a debt: the ground on which it is owed (债务构成).
    pub closed enum DebtComponent {
        /// The costs of enforcing the debt: courts, lawyers, collection (实现债权的费用).
        Costs = "costs", "costs", "费用", "費用";
        /// The sums agreed or ordered because of a breach (违约金).
        Penalties = "penalties", "penalties", "违约金", "違約金";
        /// The charges for a service, such as an account or a reminder (手续费).
        Fees = "fees", "fees", "手续费", "手續費";
        /// The price of time (利息).
        Interest = "interest", "interest", "利息", "利息";
        /// The debt itself (本金).
        Principal = "principal", "principal", "本金", "本金";
    }
}

words! {
    /// The state of a part of a debt on the day of a payment (到期状态).
    pub closed enum DueState {
        /// The part was due on an earlier day.
        PastDue = "past-due", "past due", "已逾期", "已逾期";
        /// The part is due on the day of the payment.
        Due = "due", "due on the day", "当日到期", "當日到期";
        /// The part is due on a later day.
        InAdvance = "in-advance", "in advance", "未到期", "未到期";
    }
}

record! {
    /// One place in an order of payment: a component in one due state (抵充项).
    #[derive(Copy, Hash, Ord, PartialOrd)]
    pub closed struct Bucket {
        /// The state of a part of a debt on the day of the payment.
        pub due_state: DueState => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The part of the debt. A statement knows costs, interest and principal.
        pub component: DebtComponent => "REC-03" "REC-04" "REC-06" "REC-07",
    }
}

/// The order in which a payment fills the fifteen buckets of a debt (抵充顺序).
///
/// Every bucket stands in it exactly once, so that no part of a debt can be forgotten. The JSON
/// form is the list of its buckets.
///
/// # Examples
///
/// ```
/// use keqing::receivable::allocation::{Order, DebtComponent, DueState};
///
/// let costs_first = [
///     DebtComponent::Costs,
///     DebtComponent::Fees,
///     DebtComponent::Penalties,
///     DebtComponent::Interest,
///     DebtComponent::Principal,
/// ];
/// let order = Order::due_then_in_advance(costs_first, costs_first)?;
/// let third = order.buckets().get(2).ok_or("fifteen buckets")?;
/// assert_eq!((third.due_state, third.component), (DueState::PastDue, DebtComponent::Fees));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(try_from = "Vec<Bucket>", into = "[Bucket; BUCKETS]")]
pub struct Order([Bucket; BUCKETS]);

mirrored! { Order as Vec<Bucket>; }

impl Order {
    /// Makes an order of fifteen buckets.
    ///
    /// # Errors
    ///
    /// [`AllocationPolicyError::BucketMissing`] is returned when a bucket is missing.
    pub fn new(buckets: [Bucket; BUCKETS]) -> Result<Self, AllocationPolicyError> {
        for due_state in DueState::ALL {
            for component in DebtComponent::ALL {
                let bucket = Bucket {
                    due_state,
                    component,
                };
                if !buckets.contains(&bucket) {
                    return Err(AllocationPolicyError::BucketMissing {
                        due_state,
                        component,
                    });
                }
            }
        }
        // Fifteen places that hold all fifteen buckets hold none twice.
        Ok(Self(buckets))
    }

    /// Makes an order that fills past due and due parts by components, and then those in advance by another
    /// order. Of each component the older state comes first.
    ///
    /// # Errors
    ///
    /// [`AllocationPolicyError::BucketMissing`] is returned when a component is missing in one of
    /// the orders.
    pub fn due_then_in_advance(
        due: [DebtComponent; 5],
        in_advance: [DebtComponent; 5],
    ) -> Result<Self, AllocationPolicyError> {
        Self::new(by_components(due, in_advance))
    }

    /// Makes an order that fills past due parts, then due ones, then those in advance. Each state
    /// follows the same order of components.
    ///
    /// # Errors
    ///
    /// [`AllocationPolicyError::BucketMissing`] is returned when a component is missing.
    pub fn state_by_state(components: [DebtComponent; 5]) -> Result<Self, AllocationPolicyError> {
        Self::new(Self::of_states(components).0)
    }

    /// Returns the buckets in order.
    #[must_use]
    pub const fn buckets(&self) -> &[Bucket] {
        &self.0
    }

    /// Makes the order of [`state_by_state`](Self::state_by_state) from components that are known
    /// to be all different.
    pub(super) fn of_states(components: [DebtComponent; 5]) -> Self {
        let mut order = by_components(components, components);
        // Stable, so that within a state the components stay in order.
        order.sort_by_key(|bucket| bucket.due_state);
        Self(order)
    }

    /// Makes the order of a preset, whose components are all different.
    pub(super) const fn of_preset(due: [DebtComponent; 5], in_advance: [DebtComponent; 5]) -> Self {
        Self(by_components(due, in_advance))
    }
}

impl TryFrom<Vec<Bucket>> for Order {
    type Error = AllocationPolicyError;

    fn try_from(buckets: Vec<Bucket>) -> Result<Self, Self::Error> {
        let given = buckets.len();
        let buckets = buckets
            .try_into()
            .map_err(|_| AllocationPolicyError::BucketCount { given })?;
        Self::new(buckets)
    }
}

impl From<Order> for [Bucket; BUCKETS] {
    fn from(order: Order) -> Self {
        order.0
    }
}

const BUCKETS: usize = 15;

const fn by_components(
    due: [DebtComponent; 5],
    in_advance: [DebtComponent; 5],
) -> [Bucket; BUCKETS] {
    const fn bucket(due_state: DueState, component: DebtComponent) -> Bucket {
        Bucket {
            due_state,
            component,
        }
    }
    let [d1, d2, d3, d4, d5] = due;
    let [a1, a2, a3, a4, a5] = in_advance;
    [
        bucket(DueState::PastDue, d1),
        bucket(DueState::Due, d1),
        bucket(DueState::PastDue, d2),
        bucket(DueState::Due, d2),
        bucket(DueState::PastDue, d3),
        bucket(DueState::Due, d3),
        bucket(DueState::PastDue, d4),
        bucket(DueState::Due, d4),
        bucket(DueState::PastDue, d5),
        bucket(DueState::Due, d5),
        bucket(DueState::InAdvance, a1),
        bucket(DueState::InAdvance, a2),
        bucket(DueState::InAdvance, a3),
        bucket(DueState::InAdvance, a4),
        bucket(DueState::InAdvance, a5),
    ]
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;
    use alloc::vec::Vec;

    use super::{DebtComponent, Order};

    #[test]
    fn an_order_names_every_bucket_once() {
        let components = DebtComponent::ALL;
        let [costs, penalties, fees, interest, _] = components;
        let twice = [costs, penalties, fees, interest, interest];
        let message = |order: Result<Order, _>| {
            order.map_err(
                |error: crate::receivable::allocation::error::AllocationPolicyError| {
                    error.to_string()
                },
            )
        };
        assert_eq!(
            message(Order::due_then_in_advance(components, twice)),
            Err("an order without in-advance principal, expected every bucket once".into())
        );
        assert_eq!(
            message(Order::state_by_state(twice)),
            Err("an order without past-due principal, expected every bucket once".into())
        );
        let order = Order::state_by_state(components);
        let Ok(order) = order else {
            panic!("an order of the test")
        };
        let fourteen: Vec<_> = order.buckets().iter().copied().take(14).collect();
        assert_eq!(
            message(Order::try_from(fourteen)),
            Err("an order with 14 of its buckets, expected 15".into())
        );
    }

    #[test]
    fn the_two_ways_to_name_an_order_differ_where_past_due_meets_due() {
        let components = DebtComponent::ALL;
        let mixed = Order::due_then_in_advance(components, components);
        let apart = Order::state_by_state(components);
        assert_ne!(mixed, apart);
        let tail = |order: Result<Order, _>| {
            order
                .map(|order| order.buckets().iter().skip(10).copied().collect::<Vec<_>>())
                .ok()
        };
        assert_eq!(tail(mixed), tail(apart));
    }

    #[test]
    fn json_is_the_list_of_buckets() -> Result<(), serde_json::Error> {
        let components = DebtComponent::ALL;
        let order = Order::of_preset(components, components);
        let json = serde_json::to_string(&order)?;
        assert!(json.starts_with(r#"[{"due-state":"past-due","component":"costs"},"#));
        assert_eq!(serde_json::from_str::<Order>(&json)?, order);
        let twice = json.replacen("costs", "fees", 1);
        assert!(serde_json::from_str::<Order>(&twice).is_err());
        Ok(())
    }
}
