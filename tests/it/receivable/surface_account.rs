//! The surface of accounts and ledgers: as `surface`, in a file of its own for its length.

use std::fmt::Debug;
use std::hash::Hash;
use std::panic::{RefUnwindSafe, UnwindSafe};

use keqing::receivable;
use serde::{Deserialize, Serialize};

/// Words of accounts: as values, and in an order.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
struct AccountWords(
    receivable::account::CreditUse,
    receivable::account::Detail,
    receivable::account::EventList,
    receivable::account::ExcessCreditNote,
    receivable::account::Netting,
    receivable::account::SetOffEffect,
    receivable::ledger::AllocationRule,
    receivable::ledger::ChangeKind,
    receivable::ledger::DocumentKind,
    receivable::ledger::ReceiptKind,
);

/// Events and rows: copied, compared, hashed, written and read.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct AccountValues(
    receivable::account::AccountInstalment,
    receivable::account::CreditNote,
    receivable::account::Dispute,
    receivable::account::Fee,
    receivable::account::Promise,
    receivable::account::Refund,
    receivable::account::Retention,
    receivable::account::ReturnedPayment,
    receivable::account::SetOff,
    receivable::account::Waiver,
    receivable::account::WriteOff,
    receivable::ledger::Cleared,
    receivable::ledger::CreditChange,
    receivable::ledger::DiscountDecision,
    receivable::ledger::LedgerChange,
    receivable::ledger::LedgerCredit,
    receivable::ledger::LedgerFee,
    receivable::ledger::LedgerReceipt,
    receivable::ledger::LedgerReturn,
);

/// Accounts and their policy: as values, and not copied.
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct AccountLists(
    receivable::account::AccountInvoice,
    receivable::account::AccountPolicy,
    receivable::account::CustomerAccount,
    receivable::account::Tolerance,
);

/// Ledgers: as values that hold lists of rows.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
struct Ledgers(
    receivable::ledger::Ledger,
    receivable::ledger::LedgerDocument,
    receivable::ledger::LedgerWaiver,
);

/// The place of an event, and a ledger without events at fault: never written.
#[derive(Clone, Debug, Eq, PartialEq)]
struct Rests(
    receivable::account::EventPlace,
    receivable::account::RestLedger,
);

#[test]
fn accounts_and_ledgers_go_to_every_thread() {
    fn free<T: Debug + Send + Sync + Unpin + UnwindSafe + RefUnwindSafe>() {}
    free::<AccountWords>();
    free::<AccountValues>();
    free::<AccountLists>();
    free::<Ledgers>();
    free::<Rests>();
}
