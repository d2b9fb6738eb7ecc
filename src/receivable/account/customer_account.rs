use alloc::vec::Vec;

use crate::form::record;
use crate::receivable::account::event::{
    CreditNote, Dispute, Fee, Promise, Refund, ReturnedPayment, SetOff, Waiver, WriteOff,
};
use crate::receivable::account::invoice::{AccountInvoice, Retention};
use crate::receivable::allocation::Payment;
use crate::receivable::dunning::{self, Reminder};
use crate::vocab::known::Known;
use crate::vocab::money::{Currency, Money};
use crate::vocab::name::{DocumentId, Label};

record! {
    /// The documents and events of one customer's account (客户账户), in any order.
    ///
    /// [`replay`](crate::receivable::account::replay()) makes the ledger of them.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::account::CustomerAccount;
    /// use keqing::vocab::money::Currency;
    ///
    /// let account = CustomerAccount::new("Ningbo Pumps".parse()?, Currency::CNY);
    /// assert!(account.invoices.is_empty());
    /// # Ok::<(), keqing::vocab::name::NameError>(())
    /// ```
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct CustomerAccount {
        /// The customer's name.
        pub customer: Label,
        /// The currency of every amount in the account.
        pub currency: Currency,
        /// The invoices.
        #[serde(default)]
        pub invoices: Vec<AccountInvoice> => with_invoices,
        /// The orders that are not invoiced yet. Money for one of them waits for its invoice.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub orders: Vec<DocumentId> => with_orders,
        /// The payments, each on the day on which it counts. One that comes before an invoice is an
        /// advance: it waits as credit.
        #[serde(default)]
        pub payments: Vec<Payment> => with_payments,
        /// The payments that came back.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub returned_payments: Vec<ReturnedPayment> => with_returned_payments,
        /// The credit notes.
        #[serde(default)]
        pub credit_notes: Vec<CreditNote> => with_credit_notes,
        /// The write-offs.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub write_offs: Vec<WriteOff> => with_write_offs,
        /// The waivers.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub waivers: Vec<Waiver> => with_waivers,
        /// The refunds.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub refunds: Vec<Refund> => with_refunds,
        /// The fees.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub fees: Vec<Fee> => with_fees,
        /// The set-offs that somebody declared.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub set_offs: Vec<SetOff> => with_set_offs,
        /// The disputes, running or over.
        #[serde(default)]
        pub disputes: Vec<Dispute> => with_disputes,
        /// The promises to pay, running, kept or broken.
        #[serde(default)]
        pub promises: Vec<Promise> => with_promises,
        /// The amounts that the customer holds back.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub retentions: Vec<Retention> => with_retentions,
        /// The steps of the dunning ladder that were taken.
        #[serde(default)]
        pub reminders: Vec<Reminder> => with_reminders,
        /// The exclusion from the ladder, if somebody decided one.
        pub exclusion: Option<dunning::Exclusion> => with_exclusion,
        /// The amount that is ordered and not yet shipped.
        pub ordered: Known<Money> => with_ordered,
        /// The amount that is shipped and not yet invoiced.
        pub shipped: Known<Money> => with_shipped,
    }
}

impl CustomerAccount {
    /// Makes an account in which nothing happened yet.
    #[must_use]
    pub const fn new(customer: Label, currency: Currency) -> Self {
        Self {
            customer,
            currency,
            invoices: Vec::new(),
            orders: Vec::new(),
            payments: Vec::new(),
            returned_payments: Vec::new(),
            credit_notes: Vec::new(),
            write_offs: Vec::new(),
            waivers: Vec::new(),
            refunds: Vec::new(),
            fees: Vec::new(),
            set_offs: Vec::new(),
            disputes: Vec::new(),
            promises: Vec::new(),
            retentions: Vec::new(),
            reminders: Vec::new(),
            exclusion: None,
            ordered: Known::Unknown,
            shipped: Known::Unknown,
        }
    }
}
