use rust_decimal::Decimal;

use crate::form::{choice, record};
use crate::verdict::evidence::{Bound, Reading, Subject};
use crate::verdict::fact::Fact;
use crate::verdict::finding::Finding;
use crate::verdict::outcome::Outcome;
use crate::verdict::presence::Presence;
use crate::verdict::rule_id::RuleId;
use crate::vocab::known::Grade;
use crate::vocab::money::Money;
use crate::vocab::set::Set;
use crate::vocab::share::Share;
use crate::vocab::time::Days;
use crate::vocab::words::{Department, FeatureTier, Stage, Stance, TrustLevel};

record! {
    /// A remedy (补救): the change after which one rule no longer stands against the answer.
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct Remedy {
        /// The rule that stands against the answer.
        pub rule: RuleId,
        /// The fact that would have to change.
        pub fact: Fact,
        /// The subject of the fact.
        #[serde(default)]
        pub subject: Subject,
        /// The change.
        pub change: Change,
    }
}

choice! {
    /// A change of one fact (改变).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub enum Change {
        /// Find out the fact.
        Learn {
            /// The least grade of evidence that suffices, if the rule names one.
            grade: Option<Grade>,
        },
        /// Establish the thing.
        Establish,
        /// Remove the thing.
        Remove,
        /// Bring a share to a bound.
        ReachShare {
            /// The share that was observed.
            from: Share,
            /// The direction of the requirement.
            bound: Bound,
            /// The share that is required.
            to: Share,
        },
        /// Bring a count to a bound.
        ReachCount {
            /// The number that was observed.
            from: u32,
            /// The direction of the requirement.
            bound: Bound,
            /// The number that is required.
            to: u32,
        },
        /// Bring an amount to a bound.
        ReachMoney {
            /// The amount that was observed.
            from: Money,
            /// The direction of the requirement.
            bound: Bound,
            /// The amount that is required.
            to: Money,
        },
        /// Bring a number to a bound.
        ReachNumber {
            /// The number that was observed.
            #[serde(with = "crate::vocab::exact")]
            from: Decimal,
            /// The direction of the requirement.
            bound: Bound,
            /// The number that is required.
            #[serde(with = "crate::vocab::exact")]
            to: Decimal,
        },
        /// Let time pass.
        Wait {
            /// The number of days that are missing.
            days: Days,
        },
        /// Act sooner.
        Hasten {
            /// The number of days by which it is late.
            days: Days,
        },
        /// Bring these departments in.
        Involve {
            /// The departments or functions that are missing.
            departments: Set<Department>,
        },
        /// Build trust up to this level.
        BuildTrust {
            /// The level that suffices.
            to: TrustLevel,
        },
        /// Count a feature in this tier at most.
        CountLower {
            /// The highest tier that suffices.
            to: FeatureTier,
        },
        /// Win the customer over, so that it speaks of us like this at least.
        WinOver {
            /// The stance that suffices.
            to: Stance,
        },
        /// Make another move: the facts stand against this one, whatever its size.
        Reconsider {
            /// The stage of the relationship.
            from: Stage,
            /// The stage to which the refused move leads.
            to: Stage,
        },
        /// Choose another date.
        Redate {
            /// The direction of the requirement.
            bound: Bound,
            /// The date that it is compared with.
            to: chrono::NaiveDate,
        },
    }
}

impl Remedy {
    /// Returns the remedy of a finding, or `None` if the finding does not stand against the answer.
    #[must_use]
    pub fn of(finding: &Finding) -> Option<Self> {
        let evidence = finding.evidence;
        let (fact, change) = match finding.outcome {
            Outcome::Met | Outcome::Inapplicable | Outcome::Classified => return None,
            Outcome::Missing(fact) => (fact, learn(evidence.reading)),
            Outcome::Breached => (evidence.fact, turn_round(evidence.reading)),
        };
        Some(Self {
            rule: finding.rule,
            fact,
            subject: evidence.subject,
            change,
        })
    }
}

const fn learn(reading: Reading) -> Change {
    match reading {
        Reading::Grade { required, .. } => Change::Learn {
            grade: Some(required),
        },
        _ => Change::Learn { grade: None },
    }
}

fn turn_round(reading: Reading) -> Change {
    match reading {
        Reading::Nothing => Change::Learn { grade: None },
        Reading::Departments { observed, required } => Change::Involve {
            departments: required.difference(observed),
        },
        Reading::FeatureTier { required, .. } => Change::CountLower { to: required },
        Reading::Grade { required, .. } => Change::Learn {
            grade: Some(required),
        },
        Reading::Presence {
            required: Presence::Present,
            ..
        } => Change::Establish,
        Reading::Presence {
            required: Presence::Absent,
            ..
        } => Change::Remove,
        Reading::Stages { from, to } => Change::Reconsider { from, to },
        Reading::Stance { required, .. } => Change::WinOver { to: required },
        Reading::Trust { required, .. } => Change::BuildTrust { to: required },
        quantity => bring_to_bound(quantity),
    }
}

/// Returns the change for a reading that compares a quantity with a bound.
const fn bring_to_bound(reading: Reading) -> Change {
    match reading {
        Reading::Count {
            observed: from,
            bound,
            required: to,
        } => Change::ReachCount { from, bound, to },
        Reading::Date {
            bound,
            required: to,
            ..
        } => Change::Redate { bound, to },
        Reading::Days {
            observed,
            bound,
            required,
        } => days(observed, bound, required),
        Reading::Money {
            observed: from,
            bound,
            required: to,
        } => Change::ReachMoney { from, bound, to },
        Reading::Number {
            observed: from,
            bound,
            required: to,
        } => Change::ReachNumber { from, bound, to },
        Reading::Share {
            observed: from,
            bound,
            required: to,
        } => Change::ReachShare { from, bound, to },
        _ => Change::Learn { grade: None },
    }
}

const fn days(observed: Days, bound: Bound, required: Days) -> Change {
    let (observed, required) = (observed.count(), required.count());
    match bound {
        Bound::AtLeast | Bound::Exactly => Change::Wait {
            days: Days::new(required.saturating_sub(observed)),
        },
        Bound::MoreThan => Change::Wait {
            days: Days::new(required.saturating_sub(observed).saturating_add(1)),
        },
        Bound::AtMost => Change::Hasten {
            days: Days::new(observed.saturating_sub(required)),
        },
        Bound::LessThan => Change::Hasten {
            days: Days::new(observed.saturating_sub(required).saturating_add(1)),
        },
    }
}
