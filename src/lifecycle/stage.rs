use chrono::NaiveDate;

use crate::form::record;
use crate::lifecycle::profile::SupplierPosition;
use crate::lifecycle::wallet::ShareOfWallet;
use crate::loyalty::bond::Bond;
use crate::verdict::Presence;
use crate::vocab::known::Known;
use crate::vocab::set::Set;
use crate::vocab::share::Share;
use crate::vocab::words::{Cause, Department, Trust};

record! {
    /// What the caller knows, on one date, that bears on the stage of a relationship (阶段事实).
    ///
    /// Every fact may be unknown; none is ever defaulted. The fields are open, because each of them is
    /// already a type that cannot hold nonsense.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::lifecycle::StageFacts;
    /// use keqing::lifecycle::wallet::ShareOfWallet;
    /// use keqing::vocab::known::Known;
    /// use keqing::vocab::share::Share;
    ///
    /// let mut facts = StageFacts::new(NaiveDate::from_ymd_opt(2024, 12, 31).ok_or("no such date")?);
    /// facts.share = Known::measured(ShareOfWallet::Of(Share::percent(62)?));
    /// assert!(!facts.partnership.is_known());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct StageFacts {
        /// The date on which all this is known.
        pub as_of: NaiveDate,
        /// Whether the relationship is genuine or locked in; an estimate never suffices.
        pub bond: Known<Bond>,
        /// Why the relationship breaks off, where it does.
        pub cause: Known<Cause>,
        /// Departments of the customer that are in direct contact.
        pub departments: Known<Set<Department>>,
        /// Whether the top levels of both sides are tied.
        pub executive_tie: Known<Presence>,
        /// Functions that work across both organizations.
        pub joint_functions: Known<Set<Department>>,
        /// Whether the relationship is watched.
        pub monitoring: Known<Presence>,
        /// Whether both sides have established a strategic partnership.
        pub partnership: Known<Presence>,
        /// Our position among the customer's suppliers.
        pub position: Known<SupplierPosition>,
        /// Whether the customer itself sees a relationship; an estimate never suffices.
        pub recognition: Known<Presence>,
        /// The largest share of another supplier.
        pub rival_share: Known<Share>,
        /// Our share of the customer's purchases in the period that ends on the date.
        pub share: Known<ShareOfWallet>,
        /// Whether the customer bought from us before that period.
        pub trade_history: Known<Presence>,
        /// How far trust reaches.
        #[serde(default)]
        pub trust: Trust,
    }
}

impl StageFacts {
    /// Begins with nothing known on a date.
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
