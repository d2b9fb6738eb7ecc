use crate::form::{choice, record};
use crate::vocab::name::PersonId;
use crate::vocab::share::Share;
use crate::vocab::time::Days;
use crate::vocab::words::{Side, Text, words};

record! {
    /// What a departure does to a relationship (离任影响).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct DepartureEffect {
        /// What is left of the relationship.
        pub continuity: Continuity,
        /// The opening that competitors get, where there is one (CON-03).
        pub alert: Option<ContinuityAlert>,
        /// How long there still is for a handover, where the departure is only announced.
        pub time_left: Option<Days>,
    }
}

choice! {
    /// What is left of a relationship when a person goes (关系延续), best first (CON-01).
    #[derive(Copy, Hash)]
    pub closed enum Continuity {
        /// All of it: others hold the leaver's ties, or have taken them over.
        Continuous,
        /// Some of it is lost.
        AtRisk {
            /// The share of all tie weight that only the leaver held and nobody has taken over.
            lost: Share,
        },
        /// It ends with the person.
        Broken,
    }
}

impl Continuity {
    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Continuous => Text::new("goes on", "延续", "延續"),
            Self::AtRisk { .. } => Text::new("at risk", "有流失风险", "有流失風險"),
            Self::Broken => Text::new("broken", "断裂", "斷裂"),
        }
    }
}

record! {
    /// Both sides' warning that competitors have an opening (关系预警), CON-03.
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct ContinuityAlert {
        /// The side whose main contact it is about.
        pub side: Side,
        /// The main contact.
        pub person: PersonId,
        /// What kind of opening it is.
        pub kind: AlertKind,
    }
}

words! {
    /// What opens a relationship to competitors (可乘之机).
    pub open enum AlertKind {
        /// A main contact leaves.
        PersonnelChange = "personnel-change", "personnel change", "人员变动", "人員變動";
        /// The main contacts have fallen out.
        RelationDeteriorated = "relation-deteriorated", "deteriorated relation", "关系恶化", "關係惡化";
    }
}
