use crate::vocab::words::words;

words! {
    /// The trajectory of a relationship (走势), LIF-08.
    pub closed enum Trajectory {
        /// The share grew beyond the tolerance.
        Advancing = "advancing", "advancing", "上升", "上升";
        /// The share stayed alike for as long as the policy allows, and there was more to gain.
        Stagnant = "stagnant", "stagnant", "停滞", "停滯";
        /// The share fell beyond the tolerance.
        Regressing = "regressing", "regressing", "倒退", "倒退";
        /// The relationship is broken off.
        Interrupted = "interrupted", "interrupted", "中断", "中斷";
    }
}
