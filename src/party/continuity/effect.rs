use crate::form::{choice, record};
use crate::vocab::name::PersonId;
use crate::vocab::share::Share;
use crate::vocab::time::Days;
use crate::vocab::words::{Side, Text, words};

record! {
    /// The effect of a departure on a relationship (离任影响).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct DepartureEffect {
        /// The rest of the relationship.
        pub continuity: Continuity,
        /// The opening that competitors get, if there is one (CON-03).
        pub alert: Option<ContinuityAlert>,
        /// The time that is left for a handover, if the departure is only announced.
        pub time_left: Option<Days>,
    }
}

choice! {
    /// The rest of a relationship after a person has gone (关系延续), best first (CON-01).
    #[derive(Copy, Hash)]
    pub closed enum Continuity {
        /// The whole relationship: others hold the leaver's ties, or have taken them over.
        Continuous,
        /// A part of the relationship is lost.
        AtRisk {
            /// The share of all tie weight that only the leaver held and nobody has taken over.
            lost: Share,
        },
        /// The relationship ends with the person.
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
    /// A warning to both sides that competitors have an opening (关系预警), CON-03.
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct ContinuityAlert {
        /// The side of the main contact.
        pub side: Side,
        /// The main contact.
        pub person: PersonId,
        /// The kind of opening.
        pub kind: AlertKind,
    }
}

words! {
    /// An opening for competitors (可乘之机).
    pub open enum AlertKind {
        /// A main contact leaves.
        PersonnelChange = "personnel-change", "personnel change", "人员变动", "人員變動";
        /// The main contacts have fallen out.
        RelationDeteriorated = "relation-deteriorated", "deteriorated relation", "关系恶化", "關係惡化";
    }
}
