use crate::form::record;
use crate::party::alignment::AlignmentPolicy;
use crate::party::cards::{alignment, continuity, parties, people};
use crate::party::continuity::ContinuityPolicy;
use crate::party::feeling::MoodPolicy;
use crate::party::people::PeoplePolicy;
use crate::party::trust::TrustPolicy;
use crate::verdict::severities;
use crate::vocab::time::Days;

severities! {
    /// The severity of each rule of the four parties in a house (规则严重程度).
    pub struct PartySeverities of &[parties::CARDS, alignment::CARDS, continuity::CARDS, people::CARDS];
}

record! {
    /// Every number and choice of the party rules (四方政策).
    ///
    /// Each part checks itself when it is read, and no part depends on another.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::party::PartyPolicy;
    /// use keqing::vocab::share::Share;
    ///
    /// let policy = PartyPolicy::standard();
    /// let quick = policy.mood().with_smoothing(Share::percent(50)?)?;
    /// assert_ne!(policy.with_mood(quick), policy);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Copy, Hash)]
    pub struct PartyPolicy {
        /// The polarities of emotions and the speed at which moods become affect.
        mood: MoodPolicy,
        /// The number of the rules about trust.
        trust: TrustPolicy,
        /// The numbers of the rules about the interests of an organization and its people.
        alignment: AlignmentPolicy,
        /// The numbers of the rules about ties, departures and owners of customers.
        continuity: ContinuityPolicy,
        /// The numbers of the rules about our own people.
        people: PeoplePolicy,
        /// The number of days for which a graded state holds, such as an interest, the affect of a pair or the
        /// training of a team, its last day included; `"none"` is for ever.
        state_days: Option<Days> | "none"
            => "PTY-02" "PTY-09" "ALN-01" "ALN-02" "ALN-03" "ALN-04" "ALN-05" "ALN-06" "ALN-09" "CON-04" "PPL-01" "PPL-02" "PPL-03" "PPL-04" "PPL-05",
        /// The severity of each rule: off, or the weight of its breach.
        severities: PartySeverities,
    }
}

impl PartyPolicy {
    /// Returns the documents' own policy.
    #[must_use]
    pub const fn standard() -> Self {
        Self {
            mood: MoodPolicy::standard(),
            trust: TrustPolicy::standard(),
            alignment: AlignmentPolicy::standard(),
            continuity: ContinuityPolicy::standard(),
            people: PeoplePolicy::standard(),
            state_days: Some(Days::new(365)),
            severities: PartySeverities::standard(),
        }
    }

    /// Replaces the severities of the rules.
    #[must_use]
    pub const fn with_severities(self, severities: PartySeverities) -> Self {
        Self { severities, ..self }
    }

    /// Returns the severities of the rules.
    #[must_use]
    pub const fn severities(&self) -> &PartySeverities {
        &self.severities
    }

    /// Replaces the policy of moods.
    #[must_use]
    pub const fn with_mood(self, mood: MoodPolicy) -> Self {
        Self { mood, ..self }
    }

    /// Replaces the policy of trust.
    #[must_use]
    pub const fn with_trust(self, trust: TrustPolicy) -> Self {
        Self { trust, ..self }
    }

    /// Replaces the policy of alignment.
    #[must_use]
    pub const fn with_alignment(self, alignment: AlignmentPolicy) -> Self {
        Self { alignment, ..self }
    }

    /// Replaces the policy of continuity.
    #[must_use]
    pub const fn with_continuity(self, continuity: ContinuityPolicy) -> Self {
        Self { continuity, ..self }
    }

    /// Replaces the policy about the own people.
    #[must_use]
    pub const fn with_people(self, people: PeoplePolicy) -> Self {
        Self { people, ..self }
    }

    /// Sets the number of days for which a graded state holds; `None` is for ever.
    #[must_use]
    pub const fn with_state_days(self, state_days: Option<Days>) -> Self {
        Self { state_days, ..self }
    }

    /// Returns the number of days for which a graded state holds; `None` is for ever.
    #[must_use]
    pub const fn state_days(&self) -> Option<Days> {
        self.state_days
    }

    /// Returns the policy of moods.
    #[must_use]
    pub const fn mood(&self) -> &MoodPolicy {
        &self.mood
    }

    /// Returns the policy of trust.
    #[must_use]
    pub const fn trust(&self) -> &TrustPolicy {
        &self.trust
    }

    /// Returns the policy of alignment.
    #[must_use]
    pub const fn alignment(&self) -> &AlignmentPolicy {
        &self.alignment
    }

    /// Returns the policy of continuity.
    #[must_use]
    pub const fn continuity(&self) -> &ContinuityPolicy {
        &self.continuity
    }

    /// Returns the policy about the own people.
    #[must_use]
    pub const fn people(&self) -> &PeoplePolicy {
        &self.people
    }
}

#[cfg(test)]
mod tests {
    use super::PartyPolicy;

    #[test]
    fn json_goes_round_and_each_part_checks_itself() -> Result<(), serde_json::Error> {
        let policy = PartyPolicy::standard();
        let mut json = serde_json::to_value(policy)?;
        assert_eq!(serde_json::from_value::<PartyPolicy>(json.clone())?, policy);
        let smoothing = json.pointer_mut("/mood/smoothing/part");
        assert!(smoothing.is_some_and(|part| !core::mem::replace(part, "0".into()).is_null()));
        assert!(serde_json::from_value::<PartyPolicy>(json).is_err());
        Ok(())
    }
}
