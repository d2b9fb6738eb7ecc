use chrono::NaiveDate;

use crate::form::record;
use crate::lifecycle::wallet::ShareOfWallet;
use crate::verdict::Presence;
use crate::vocab::known::Known;
use crate::vocab::set::Set;
use crate::vocab::share::Share;
use crate::vocab::words::{Bond, Cause, Department, SupplierPosition, Trust};

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
