use crate::form::record;
use crate::lifecycle::moves::Move;
use crate::lifecycle::placement::PeriodShare;
use crate::lifecycle::profile::Strategy;
use crate::lifecycle::stage::StageRecord;
use crate::lifecycle::standing::Standing;
use crate::verdict::Presence;
use crate::vocab::known::{Known, Stated};
use crate::vocab::set::Set;
use crate::vocab::words::{Bond, Department, Trust};

record! {
    /// The facts about the stage of one relationship, on the date of its record (生命周期事实).
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::lifecycle::standing::{Standing, State};
    /// use keqing::lifecycle::{LifecycleFacts, StageRecord};
    /// use keqing::vocab::words::Stage;
    ///
    /// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
    /// let standing = Standing::open(State::Active(Stage::Initial), date(2023, 1, 1)?);
    /// let facts = LifecycleFacts::new(standing, StageRecord::new(date(2024, 12, 31)?));
    /// assert!(facts.history.is_empty() && facts.proposed.is_none());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[non_exhaustive]
    pub struct LifecycleFacts {
        /// The standing of the relationship.
        pub standing: Standing,
        /// The statements that bear on the stage, and the date asked about.
        pub stage: StageRecord,
        /// Our shares in earlier periods, in any order. A period that ends after the date is ignored.
        #[serde(default)]
        pub history: alloc::vec::Vec<PeriodShare> => with_history,
        /// The move that somebody proposes, if any.
        pub proposed: Option<Move> => with_proposed,
        /// The strategy in use, if there is one.
        pub strategy: Option<Strategy> => with_strategy,
    }
}

impl LifecycleFacts {
    /// Makes facts of a standing and of the record, or the plain facts, that bear on its stage.
    #[must_use]
    pub fn new(standing: Standing, stage: impl Into<StageRecord>) -> Self {
        Self {
            standing,
            stage: stage.into(),
            history: alloc::vec::Vec::new(),
            proposed: None,
            strategy: None,
        }
    }
}

/// The facts of other systems that bear on the stage (外部事实).
///
/// Each of them is one more statement beside those of the record, of the date asked about.
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct LifecycleGiven {
    /// The departments of the customer that are in direct contact, by the ties.
    pub departments: Known<Set<Department>>,
    /// The tie between the top levels of both sides.
    pub executive_tie: Known<Presence>,
    /// The functions that work across both organizations, by the ties.
    pub joint_functions: Known<Set<Department>>,
    /// The trust between both sides, by the words of their people.
    pub trust: Trust,
    /// The bond: genuine, mixed, locked in or none.
    pub bond: Known<Bond>,
    /// The statements about the customer's own view of the relationship.
    pub recognition: Stated<Presence>,
    /// The earlier trade that days of purchase show: present, or unknown. No list shows its absence.
    pub purchases: Known<Presence>,
    /// The earlier trade that invoices of the account show: present, or unknown.
    pub invoices: Known<Presence>,
}

impl LifecycleGiven {
    /// Returns a record with these facts added, each as a statement that names its source.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::lifecycle::{LifecycleGiven, StageRecord};
    /// use keqing::vocab::known::{Known, Stated};
    /// use keqing::vocab::words::Bond;
    ///
    /// let on = chrono::NaiveDate::from_ymd_opt(2024, 12, 31).ok_or("no such date")?;
    /// let record = StageRecord::new(on).with_bond(Stated::estimated(Bond::Genuine));
    /// let mut given = LifecycleGiven::default();
    /// given.bond = Known::customer_stated(Bond::LockedIn);
    /// assert_eq!(given.add_to(record).bond.statements().len(), 2);
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn add_to(&self, mut record: StageRecord) -> StageRecord {
        let on = record.as_of;
        let ties = "party.ties";
        record.departments.derive(self.departments, ties, on);
        record.executive_tie.derive(self.executive_tie, ties, on);
        record
            .joint_functions
            .derive(self.joint_functions, ties, on);
        let trust = &mut record.trust;
        trust
            .personal
            .derive(self.trust.personal, "party.trust", on);
        let between = self.trust.organizational;
        trust
            .organizational
            .derive(between, "party.organizational-trust", on);
        record.bond.derive(self.bond, "loyalty.bond", on);
        record.recognition.join(&self.recognition, RECOGNITION, on);
        let trade = &mut record.trade_history;
        trade.derive(self.purchases, "loyalty.purchases", on);
        trade.derive(self.invoices, "receivable.account.invoices", on);
        record
    }
}

/// The path of the customer's own view among the facts about loyalty.
const RECOGNITION: &str = "loyalty.recognition.customer";
