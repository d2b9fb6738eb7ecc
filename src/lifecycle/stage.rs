use chrono::NaiveDate;

use crate::form::record;
use crate::lifecycle::wallet::ShareOfWallet;
use crate::verdict::Presence;
use crate::vocab::known::{Known, Stated};
use crate::vocab::set::Set;
use crate::vocab::share::Share;
use crate::vocab::words::{Bond, Cause, Department, SupplierPosition, Trust, TrustLevel};

record! {
    /// The facts on one date that bear on the stage of a relationship (阶段事实).
    ///
    /// Every fact may be unknown; none is ever defaulted. The fields are open, because each of
    /// their types allows only possible values.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::lifecycle::StageFacts;
    /// use keqing::vocab::known::Known;
    /// use keqing::vocab::share::Share;
    ///
    /// let facts = StageFacts::new(NaiveDate::from_ymd_opt(2024, 12, 31).ok_or("no such date")?)
    ///     .with_share(Known::measured(Share::percent(62)?));
    /// assert!(!facts.partnership.is_known());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct StageFacts {
        /// The date of the facts.
        pub as_of: NaiveDate,
        /// The bond: genuine, mixed, locked in or none; an estimate never suffices.
        pub bond: Known<Bond> => with_bond,
        /// The cause of an interruption, if there is one.
        pub cause: Known<Cause> => with_cause,
        /// The departments of the customer that are in direct contact.
        pub departments: Known<Set<Department>> => with_departments,
        /// The tie between the top levels of both sides.
        pub executive_tie: Known<Presence> => with_executive_tie,
        /// The functions that work across both organizations.
        pub joint_functions: Known<Set<Department>> => with_joint_functions,
        /// The day on which somebody last looked at the relationship. A day after the facts is ignored.
        pub monitoring: Known<NaiveDate> => with_monitoring,
        /// The strategic partnership that both sides have established; an estimate never suffices.
        pub partnership: Known<Presence> => with_partnership,
        /// Our position among the customer's suppliers.
        pub position: Known<SupplierPosition> => with_position,
        /// The customer's own view of the relationship; an estimate never suffices.
        pub recognition: Known<Presence> => with_recognition,
        /// The largest share of another supplier.
        pub rival_share: Known<Share> => with_rival_share,
        /// Our share of the customer's purchases in the period that ends on the date.
        pub share: Known<ShareOfWallet> => with_share,
        /// The presence of purchases from us before that period.
        pub trade_history: Known<Presence> => with_trade_history,
        /// The trust between both sides.
        #[serde(default)]
        pub trust: Trust => with_trust,
    }
}

impl StageFacts {
    /// Makes facts with nothing known on a date.
    #[must_use]
    pub const fn new(as_of: NaiveDate) -> Self {
        Self {
            as_of,
            bond: Known::Unknown,
            cause: Known::Unknown,
            departments: Known::Unknown,
            executive_tie: Known::Unknown,
            joint_functions: Known::Unknown,
            monitoring: Known::Unknown,
            partnership: Known::Unknown,
            position: Known::Unknown,
            recognition: Known::Unknown,
            rival_share: Known::Unknown,
            share: Known::Unknown,
            trade_history: Known::Unknown,
            trust: Trust {
                personal: Known::Unknown,
                organizational: Known::Unknown,
            },
        }
    }
}

record! {
    /// The record of all that was stated about the stage of a relationship, on the date asked about (阶段档案).
    ///
    /// Each fact is a [`Stated`]: its statements with their grades and days. A state holds for so many days
    /// as the policy says. A partnership, the earlier trade and a cause are terms, with a last day of their
    /// own. Every fact may be unknown.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::lifecycle::StageRecord;
    /// use keqing::vocab::known::{Grade, Statement};
    /// use keqing::verdict::Presence;
    ///
    /// let date = |year| chrono::NaiveDate::from_ymd_opt(year, 12, 31).ok_or("no such date");
    /// let partnership = Statement::new(Presence::Present, Grade::CustomerStated);
    /// let record = StageRecord::new(date(2024)?)
    ///     .with_partnership(partnership.with_on(date(2020)?).with_until(date(2025)?));
    /// assert!(record.partnership.is_stated() && !record.share.is_stated());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct StageRecord {
        /// The date asked about. A statement of a later day is left out and counted.
        pub as_of: NaiveDate,
        /// The bond: genuine, mixed, locked in or none; an estimate never suffices.
        #[serde(default)]
        pub bond: Stated<Bond> => with_bond,
        /// The cause of an interruption, if there is one.
        #[serde(default)]
        pub cause: Stated<Cause> => with_cause,
        /// The departments of the customer that are in direct contact.
        #[serde(default)]
        pub departments: Stated<Set<Department>> => with_departments,
        /// The tie between the top levels of both sides.
        #[serde(default)]
        pub executive_tie: Stated<Presence> => with_executive_tie,
        /// The functions that work across both organizations.
        #[serde(default)]
        pub joint_functions: Stated<Set<Department>> => with_joint_functions,
        /// The days on which somebody looked at the relationship; the last one counts. A day after the date
        /// is left out and counted.
        #[serde(default)]
        pub monitoring: Stated<NaiveDate> => with_monitoring,
        /// The strategic partnership that both sides have established; an estimate never suffices.
        #[serde(default)]
        pub partnership: Stated<Presence> => with_partnership,
        /// Our position among the customer's suppliers.
        #[serde(default)]
        pub position: Stated<SupplierPosition> => with_position,
        /// The customer's own view of the relationship; an estimate never suffices.
        #[serde(default)]
        pub recognition: Stated<Presence> => with_recognition,
        /// The largest share of another supplier.
        #[serde(default)]
        pub rival_share: Stated<Share> => with_rival_share,
        /// Our share of the customer's purchases in the period that ends on the date.
        #[serde(default)]
        pub share: Stated<ShareOfWallet> => with_share,
        /// The presence of purchases from us before that period.
        #[serde(default)]
        pub trade_history: Stated<Presence> => with_trade_history,
        /// The trust between both sides.
        #[serde(default)]
        pub trust: TrustRecord => with_trust,
    }
}

record! {
    /// The statements about the trust between the people and between the organizations (信任档案), kept apart.
    #[derive(Default, Hash)]
    #[serde(default)]
    pub closed struct TrustRecord {
        /// The trust between the people of both sides.
        pub personal: Stated<TrustLevel>,
        /// The trust between the two organizations.
        pub organizational: Stated<TrustLevel>,
    }
}

impl StageRecord {
    /// Makes a record in which nothing is stated.
    #[must_use]
    pub const fn new(as_of: NaiveDate) -> Self {
        Self {
            as_of,
            bond: Stated::unknown(),
            cause: Stated::unknown(),
            departments: Stated::unknown(),
            executive_tie: Stated::unknown(),
            joint_functions: Stated::unknown(),
            monitoring: Stated::unknown(),
            partnership: Stated::unknown(),
            position: Stated::unknown(),
            recognition: Stated::unknown(),
            rival_share: Stated::unknown(),
            share: Stated::unknown(),
            trade_history: Stated::unknown(),
            trust: TrustRecord {
                personal: Stated::unknown(),
                organizational: Stated::unknown(),
            },
        }
    }
}

impl From<StageFacts> for StageRecord {
    /// Makes the record in which each fact is stated once, on the date of the facts.
    fn from(facts: StageFacts) -> Self {
        Self {
            as_of: facts.as_of,
            bond: facts.bond.into(),
            cause: facts.cause.into(),
            departments: facts.departments.into(),
            executive_tie: facts.executive_tie.into(),
            joint_functions: facts.joint_functions.into(),
            monitoring: facts.monitoring.into(),
            partnership: facts.partnership.into(),
            position: facts.position.into(),
            recognition: facts.recognition.into(),
            rival_share: facts.rival_share.into(),
            share: facts.share.into(),
            trade_history: facts.trade_history.into(),
            trust: TrustRecord {
                personal: facts.trust.personal.into(),
                organizational: facts.trust.organizational.into(),
            },
        }
    }
}
