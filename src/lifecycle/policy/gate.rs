use crate::form::record;
use crate::verdict::Severity;
use crate::vocab::known::Grade;
use crate::vocab::set::Set;
use crate::vocab::words::{Department, TrustLevel};

record! {
    /// The gate of a stage: its requirements besides the share, each with a severity (阶段门槛).
    ///
    /// `None`, which is `"none"` in JSON, requires nothing.
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct StageGate {
        /// The least grade of evidence for the share. A weaker one leaves an advance to the stage and a
        /// hold in it undecided, and a placement does not support the stage.
        pub share_grade: Grade
            => "LIF-01" "LIF-02" "LIF-03" "LIF-04" "LIF-05" "LIF-06" "LIF-07" "LIF-08" "LIF-09"
               "LIF-10" "LIF-11" "LIF-12" "LIF-14" "LIF-15" "LIF-16" with_share_grade,
        /// The severity of a partnership that both sides have not established; `"none"` asks for
        /// none. It stays as severe if the stage is held. Where it bars or escalates, a placement does
        /// not support the stage without one. A partnership that we only guess counts as missing.
        pub partnership: Option<Severity> | "none"
            => "LIF-01" "LIF-02" "LIF-03" "LIF-04" "LIF-05" "LIF-06" "LIF-07" "LIF-08" "LIF-09"
               "LIF-10" "LIF-11" "LIF-12" "LIF-14" "LIF-15" "LIF-16" with_partnership,
        /// The least number of the customer's departments in contact; `"none"` asks for none. Departments
        /// that we only guess count as missing if they would suffice, and so it is with the fields below.
        pub departments: Option<Requirement<u32>> | "none" => "CON-05" "LIF-14" with_departments,
        /// The severity of a missing tie between the top levels; `"none"` asks for none. If the
        /// stage is held, it is at most a warning.
        pub executive_tie: Option<Severity> | "none" => "CON-05" "LIF-14" with_executive_tie,
        /// The functions that have to work across both organizations; `"none"` asks for none.
        pub joint_functions: Option<Requirement<Set<Department>>> | "none" => "CON-05" "LIF-14" with_joint_functions,
        /// The least trust between the people; `"none"` asks for none.
        pub personal_trust: Option<Requirement<TrustLevel>> | "none" => "LIF-16" with_personal_trust,
        /// The least trust between the organizations; `"none"` asks for none.
        pub organizational_trust: Option<Requirement<TrustLevel>> | "none" => "LIF-16" with_organizational_trust,
        /// The severity of a relationship that the customer itself does not see; `"none"` asks for
        /// none. An estimate of its word counts as missing.
        pub recognition: Option<Severity> | "none" => "LIF-16" with_recognition,
        /// The severity of a bond without attachment; `"none"` asks for none. An estimated bond
        /// counts as missing.
        pub loyalty: Option<Severity> | "none" => "LIF-05" with_loyalty,
    }
}

impl StageGate {
    /// The gate that requires nothing.
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

    /// Returns whether a missing partnership decides, and is more than a remark.
    pub(crate) fn needs_partnership(&self) -> bool {
        self.partnership
            .is_some_and(|severity| !severity.refusal().is_permit())
    }

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
    /// A requirement with the severity of its lack (要求).
    #[derive(Copy, Hash)]
    pub closed struct Requirement<T> {
        /// The least that suffices. Every value is accepted; zero departments, no function and no trust
        /// ask for nothing.
        pub least: T,
        /// The severity of a lack. If the stage is held, it is at most a warning.
        pub severity: Severity,
    }
}

impl<T> Requirement<T> {
    /// Makes a requirement with the severity of its lack.
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
