use crate::form::choice;
use crate::receivable::regime::error::RegimeError;
use crate::receivable::regime::governing::{GovernedDebt, governing};
use crate::receivable::regime::statute::Regime;

choice! {
    /// The law of a debt (适用法律): the known regime that governs it, or a regime of the caller's own.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::regime::Law;
    ///
    /// let facts = r#"{"jurisdiction": "DE", "debtor": "business", "contract": "2024-01-01"}"#;
    /// let law: Law = serde_json::from_str(&format!(r#"{{"governing": {facts}}}"#))?;
    /// assert_eq!(law.regime()?.title(), "Bürgerliches Gesetzbuch, section 288");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[non_exhaustive]
    #[derive(Hash)]
    #[expect(
        clippy::large_enum_variant,
        reason = "a question has one law, and it is read once"
    )]
    pub enum Law {
        /// The known regime that governs a debt of these facts.
        Governing(GovernedDebt),
        /// This regime, whatever governs the debt.
        Regime(Regime),
    }
}

impl Law {
    /// Returns the regime.
    ///
    /// # Errors
    ///
    /// [`RegimeError::Ungoverned`] is returned when no known regime governs a debt of the facts, or they leave
    /// that open.
    pub fn regime(&self) -> Result<Regime, RegimeError> {
        match self {
            Self::Governing(debt) => {
                let found = governing(debt);
                let decision = found.decision;
                found.regime.ok_or(RegimeError::Ungoverned {
                    jurisdiction: debt.jurisdiction,
                    decision,
                })
            }
            Self::Regime(regime) => Ok(regime.clone()),
        }
    }
}
