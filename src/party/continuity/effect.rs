use chrono::NaiveDate;

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
        /// The side of the leaver.
        pub side: Side,
        /// The leaver, or the person with whom a tie has turned sour.
        pub person: PersonId,
        /// The last day of the leaver; none if it is not known, and if nobody leaves.
        pub last_day: Option<NaiveDate>,
        /// The rest of the relationship.
        pub continuity: Continuity,
        /// The share of all tie weight that the leaver held and no successor has taken over.
        pub lost: Share,
        /// The warnings to both sides, ours first, if a main contact leaves (CON-03).
        pub alerts: Option<[ContinuityAlert; 2]>,
        /// The time that is left for a handover, if the last day is still to come.
        pub time_left: Option<Days>,
    }
}

choice! {
    /// The rest of a relationship after a person has gone (关系延续), best first (CON-01).
    #[derive(Copy, Hash)]
    pub closed enum Continuity {
        /// The relationship: what is lost lies within the limit of the policy.
        Continuous,
        /// A part of the relationship is lost.
        AtRisk {
            /// The share of all tie weight that the leaver held and no successor has taken over.
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
            Self::Continuous => Text::new("the relationship goes on", "关系延续", "關係延續"),
            Self::AtRisk { .. } => Text::new(
                "the relationship is at risk",
                "关系有流失风险",
                "關係有流失風險",
            ),
            Self::Broken => Text::new("the relationship is broken", "关系断裂", "關係斷裂"),
        }
    }
}

record! {
    /// A warning to one side that competitors have an opening (关系预警), CON-03.
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct ContinuityAlert {
        /// The side that is warned.
        pub side: Side,
        /// The main contact who leaves.
        pub person: PersonId,
        /// The kind of opening.
        pub kind: AlertKind,
        /// The share of this side's tie weight that runs through that person.
        pub share: Share,
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
