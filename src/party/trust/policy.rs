use crate::form::record;
use crate::vocab::known::Lasting;
use crate::vocab::time::Days;

record! {
    /// The number of the rules about trust (信任政策).
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::party::trust::TrustPolicy;
    /// use keqing::vocab::time::Days;
    ///
    /// let standard = TrustPolicy::standard();
    /// assert_eq!(standard.word_days(), Some(Days::new(365)));
    /// assert_eq!(standard.with_word_days(None).word_days(), None);
    /// ```
    #[derive(Copy, Hash)]
    pub struct TrustPolicy {
        /// The number of days for which a word about trust holds; `"none"` is for ever.
        word_days: Option<Days> | "none" => "PTY-02" "PTY-03" "ALN-08",
    }
}

impl TrustPolicy {
    /// Returns the policy of the rulebook: a word holds for 365 days.
    #[must_use]
    pub const fn standard() -> Self {
        Self {
            word_days: Some(Days::new(365)),
        }
    }

    /// Sets the number of days for which a word about trust holds; `None` is for ever.
    #[must_use]
    pub const fn with_word_days(self, word_days: Option<Days>) -> Self {
        Self { word_days }
    }

    /// Returns the number of days for which a word about trust holds; `None` is for ever.
    #[must_use]
    pub const fn word_days(&self) -> Option<Days> {
        self.word_days
    }

    pub(crate) const fn lasting(&self) -> Lasting {
        Lasting::State(self.word_days)
    }
}
