use crate::form::record;
use crate::verdict::Severity;
use crate::vocab::known::Grade;
use crate::vocab::set::Set;
use crate::vocab::words::{Department, TrustLevel};

record! {
    /// What a stage asks for besides its share, and how much each lack weighs (阶段门槛).
    ///
    /// `None` asks for nothing.
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct StageGate {
        /// The least grade of evidence for the share; a weaker one leaves an advance undecided (LIF-02).
        pub share_grade: Grade,
        /// A partnership that both sides have established (LIF-06).
        pub partnership: Option<Severity>,
        /// So many departments of the customer in contact (LIF-14).
        pub departments: Option<Requirement<u32>>,
        /// A tie between the top levels (LIF-14).
        pub executive_tie: Option<Severity>,
        /// Functions that work across both organizations (LIF-14).
        pub joint_functions: Option<Requirement<Set<Department>>>,
        /// Trust between the people (LIF-16).
        pub personal_trust: Option<Requirement<TrustLevel>>,
        /// Trust between the organizations (LIF-16).
        pub organizational_trust: Option<Requirement<TrustLevel>>,
        /// The customer's own recognition of the relationship (LIF-16).
        pub recognition: Option<Severity>,
        /// Loyalty: a bond to which the customer is attached, not one that only holds it (LIF-05).
        pub loyalty: Option<Severity>,
    }
}

impl StageGate {
    /// The gate that asks for nothing.
    pub const OPEN: Self = Self {
        share_grade: Grade::Estimated,
        partnership: None,
        departments: None,
        executive_tie: None,
        joint_functions: None,
        personal_trust: None,
        organizational_trust: None,
        recognition: None,
        loyalty: None,
    };

    pub(crate) const fn barring(self) -> Self {
        const fn bar(asked: Option<Severity>) -> Option<Severity> {
            match asked {
                None => None,
                Some(_) => Some(Severity::Bar),
            }
        }
        const fn bars<T: Copy>(asked: Option<Requirement<T>>) -> Option<Requirement<T>> {
            match asked {
                None => None,
                Some(Requirement { least, .. }) => Some(Requirement {
                    least,
                    severity: Severity::Bar,
                }),
            }
        }
        Self {
            share_grade: self.share_grade,
            partnership: bar(self.partnership),
            departments: bars(self.departments),
            executive_tie: bar(self.executive_tie),
            joint_functions: bars(self.joint_functions),
            personal_trust: bars(self.personal_trust),
            organizational_trust: bars(self.organizational_trust),
            recognition: bar(self.recognition),
            loyalty: bar(self.loyalty),
        }
    }
}

record! {
    /// How much of something is asked for, and how much its lack weighs (要求).
    #[derive(Copy, Hash)]
    pub closed struct Requirement<T> {
        /// The least that suffices.
        pub least: T,
        /// How much its lack weighs.
        pub severity: Severity,
    }
}

impl<T> Requirement<T> {
    /// Joins what is asked for with the weight of its lack.
    pub const fn new(least: T, severity: Severity) -> Self {
        Self { least, severity }
    }
}

/// First trust, of either kind, and a second department soon.
pub(crate) const INITIAL: StageGate = StageGate {
    departments: Some(Requirement::new(2, Severity::Notice)),
    personal_trust: Some(Requirement::new(TrustLevel::First, Severity::Warning)),
    ..StageGate::OPEN
};

/// Wider cooperation: departments speak directly, the top is tied, and loyalty is built.
pub(crate) const STABLE: StageGate = StageGate {
    departments: Some(Requirement::new(3, Severity::Warning)),
    executive_tie: Some(Severity::Warning),
    personal_trust: Some(Requirement::new(TrustLevel::First, Severity::Warning)),
    organizational_trust: Some(Requirement::new(TrustLevel::First, Severity::Warning)),
    loyalty: Some(Severity::Warning),
    ..StageGate::OPEN
};

/// Partnership: the one gate besides the share that bars in the documents' own words.
pub(crate) const STRATEGIC: StageGate = StageGate {
    share_grade: Grade::CustomerStated,
    partnership: Some(Severity::Bar),
    departments: Some(Requirement::new(5, Severity::Warning)),
    executive_tie: Some(Severity::Warning),
    joint_functions: Some(Requirement::new(JOINT_FUNCTIONS, Severity::Warning)),
    personal_trust: Some(Requirement::new(TrustLevel::Full, Severity::Warning)),
    organizational_trust: Some(Requirement::new(TrustLevel::Full, Severity::Warning)),
    recognition: Some(Severity::Warning),
    ..StageGate::OPEN
};

const JOINT_FUNCTIONS: Set<Department> = Department::set([
    Department::Production,
    Department::Technology,
    Department::Logistics,
    Department::Marketing,
    Department::Finance,
]);
