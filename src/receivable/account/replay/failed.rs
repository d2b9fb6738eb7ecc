use crate::receivable::account::error::{AccountError, AccountFault};

/// The failure of an event, or of the whole replay.
pub(super) enum Failed {
    Fault(AccountFault),
    Whole(AccountError),
}

impl From<AccountFault> for Failed {
    fn from(fault: AccountFault) -> Self {
        Self::Fault(fault)
    }
}

impl From<AccountError> for Failed {
    fn from(error: AccountError) -> Self {
        Self::Whole(error)
    }
}
