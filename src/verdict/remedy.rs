use rust_decimal::Decimal;

use crate::form::{choice, record};
use crate::verdict::evidence::{Bound, Presence, Reading, Subject};
use crate::verdict::fact::Fact;
use crate::verdict::finding::Finding;
use crate::verdict::outcome::Outcome;
use crate::verdict::rule_id::RuleId;
use crate::vocab::known::Grade;
use crate::vocab::money::Money;
use crate::vocab::set::Set;
use crate::vocab::share::Share;
use crate::vocab::time::Days;
use crate::vocab::words::{Department, Stage, TrustLevel};

record! {
    /// What would have to change for one rule to stop standing in the way (补救): its evidence turned
    /// round.
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct Remedy {
        /// The rule that stands in the way.
        pub rule: RuleId,
        /// The fact that would have to change.
        pub fact: Fact,
        /// Whose fact it is.
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
        /// Find out what the fact is.
        Learn {
            /// The least grade of evidence that suffices, where the rule names one.
            grade: Option<Grade>,
        },
        /// Bring it about.
        Establish,
        /// Put an end to it.
        Remove,
        /// Bring a share to a bound.
        ReachShare {
            /// The share there is.
            from: Share,
            /// Which way the requirement points.
            bound: Bound,
            /// The share it has to reach.
            to: Share,
        },
        /// Bring a count to a bound.
        ReachCount {
            /// How many there are.
            from: u32,
            /// Which way the requirement points.
            bound: Bound,
            /// How many are required.
            to: u32,
        },
        /// Bring an amount to a bound.
        ReachMoney {
            /// The amount there is.
            from: Money,
            /// Which way the requirement points.
            bound: Bound,
            /// The amount that is required.
            to: Money,
        },
        /// Bring a number to a bound.
        ReachNumber {
            /// The number there is.
            #[serde(with = "crate::vocab::exact")]
            from: Decimal,
            /// Which way the requirement points.
            bound: Bound,
            /// The number that is required.
            #[serde(with = "crate::vocab::exact")]
            to: Decimal,
        },
        /// Let time pass.
        Wait {
            /// How many days are missing.
            days: Days,
        },
        /// Do it sooner.
        Hasten {
            /// By how many days it is late.
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
        /// Make another move: the facts stand against this one, whatever its size.
        Reconsider {
            /// Where the relationship stands.
            from: Stage,
            /// Where the refused move leads.
            to: Stage,
        },
        /// Choose another date.
        Redate {
            /// Which way the requirement points.
            bound: Bound,
            /// The date to hold it against.
            to: chrono::NaiveDate,
        },
    }
}

impl Remedy {
    /// Reads the remedy off a finding; `None` where nothing stands in the way.
    #[must_use]
    pub fn of(finding: &Finding) -> Option<Self> {
        let evidence = finding.evidence;
        let (fact, change) = match finding.outcome {
            Outcome::Met | Outcome::Inapplicable => return None,
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
        Reading::Trust { required, .. } => Change::BuildTrust { to: required },
        quantity => bring_to_bound(quantity),
    }
}

/// The readings that hold a quantity against a bound.
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
