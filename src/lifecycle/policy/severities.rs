use crate::lifecycle::cards;
use crate::verdict::severities;

severities! {
    /// The severity of each rule of the lifecycle in a house (规则严重程度).
    pub struct LifecycleSeverities of &[cards::CARDS];
}
