use chrono::NaiveDate;

use crate::form::record;
use crate::receivable::regime::statutory_term::DebtorKind;
use crate::receivable::term::{BaseDates, PaymentTerm};
use crate::vocab::known::Known;
use crate::vocab::words::words;

record! {
    /// The facts of a document by which a statute judges its due date (法定到期日事实).
    ///
    /// # Examples
    ///
    /// See [`statutory_due`](crate::receivable::regime::statutory_due).
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct TermFacts {
        /// The kind of the debtor.
        pub debtor: DebtorKind,
        /// The agreed term; `"none"` if the contract sets none.
        pub agreed: Option<PaymentTerm> | "none",
        /// The dates of the document. Where nothing has to be accepted, the day of delivery is that of
        /// acceptance too.
        pub dates: BaseDates,
        /// The day on which the contract was made, if it is known.
        pub contract: Option<NaiveDate> => with_contract,
        /// The word that a term beyond the bound of the statute may stand: it was expressly agreed and is fair,
        /// or justified, or the custom of the trade, as the statute asks.
        #[serde(default)]
        pub longer_is_allowed: Known<bool> => with_longer_is_allowed,
    }
}

impl TermFacts {
    /// Makes the facts of a document of which the date of the contract is unknown, and of which nobody says
    /// that a longer term may stand.
    #[must_use]
    pub const fn new(debtor: DebtorKind, agreed: Option<PaymentTerm>, dates: BaseDates) -> Self {
        Self {
            debtor,
            agreed,
            dates,
            contract: None,
            longer_is_allowed: Known::Unknown,
        }
    }
}

record! {
    /// The due date that a statute leaves a debt (法定到期日).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct StatutoryDue {
        /// The due date that counts.
        pub due: NaiveDate,
        /// The reason for which it counts.
        pub ground: DueGround,
        /// The first day that bears the statute's interest: the one after the due date. Where the statute lets
        /// interest begin only behind its longest term, it is the day after that. `None` if that day is
        /// unknown, or past the last date there is.
        pub interest_from: Option<NaiveDate>,
        /// The due date by the agreed term; `None` if none was agreed.
        pub agreed: Option<NaiveDate>,
        /// The due date that the statute sets where nothing is agreed; `None` if it sets none, or a date from
        /// which it counts is unknown.
        pub default: Option<NaiveDate>,
        /// The last due date that the statute lets stand without more; `None` if it sets none, or a date from
        /// which it counts is unknown.
        pub longest: Option<NaiveDate>,
    }
}

words! {
    /// The reason for which a due date counts (到期日依据).
    pub open enum DueGround {
        /// It was agreed, and the statute lets it stand.
        Agreed = "agreed", "as agreed", "依约定", "依約定";
        /// The agreed one was too late, and is cut to what the statute lets stand.
        Cut = "cut", "cut to the statute's longest term", "缩短至法定最长账期", "縮短至法定最長帳期";
        /// None was agreed, and the statute sets it.
        Statute = "statute", "set by the statute", "依法定账期", "依法定帳期";
    }
}
