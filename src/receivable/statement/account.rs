use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::record;
use crate::receivable::allocation::Payment;
use crate::receivable::document::{Issued, IssuedError};
use crate::receivable::dunning::{self, Dispute, PromiseToPay, Reminder};
use crate::receivable::instalment::InvoiceAmounts;
use crate::receivable::statement::error::StatementError;
use crate::receivable::term::BaseDates;
use crate::vocab::known::Known;
use crate::vocab::money::{Currency, Money, RoundedMoney};
use crate::vocab::name::{DocumentId, Label};

record! {
    /// The documents and events of one customer's account (客户账户), in any order.
    ///
    /// [`statement`](crate::receivable::statement::statement()) derives what is owed from them.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::statement::CustomerAccount;
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
        /// The payments, each on the day on which it counts.
        #[serde(default)]
        pub payments: Vec<Payment> => with_payments,
        /// The credit notes.
        #[serde(default)]
        pub credit_notes: Vec<CreditNote> => with_credit_notes,
        /// The steps of the dunning ladder that were taken.
        #[serde(default)]
        pub reminders: Vec<Reminder> => with_reminders,
        /// The disputes, running or over.
        #[serde(default)]
        pub disputes: Vec<Dispute> => with_disputes,
        /// The promises to pay, running, kept or broken.
        #[serde(default)]
        pub promises: Vec<PromiseToPay> => with_promises,
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
            payments: Vec::new(),
            credit_notes: Vec::new(),
            reminders: Vec::new(),
            disputes: Vec::new(),
            promises: Vec::new(),
            exclusion: None,
            ordered: Known::Unknown,
            shipped: Known::Unknown,
        }
    }
}

record! {
    /// An invoice of an account (发票).
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::receivable::instalment::InvoiceAmounts;
    /// use keqing::receivable::statement::AccountInvoice;
    ///
    /// let march = |day| NaiveDate::from_ymd_opt(2023, 3, day).ok_or("no such date");
    /// let invoice = AccountInvoice::new("INV-1".parse()?, march(1)?, march(31)?, "1190 EUR".parse()?)?;
    /// let taxed = invoice.with_amounts(InvoiceAmounts::new("1000 EUR".parse()?, "190 EUR".parse()?)?);
    /// assert_eq!(taxed.amounts.total(), invoice.amounts.total());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct AccountInvoice {
        /// The caller's id.
        pub id: DocumentId,
        /// The amounts of the invoice.
        pub amounts: InvoiceAmounts => with_amounts,
        /// The days from which terms are counted; the invoice is issued on its own date.
        pub dates: BaseDates => with_dates,
        /// The agreed due date, which itself is on time.
        pub due: NaiveDate,
        /// The day on which the contract was made, for rates that are bound to it.
        pub contract: Option<NaiveDate> => with_contract,
        /// The day on which the payment was postponed, if it was.
        pub rescheduled_on: Option<NaiveDate> => with_rescheduled_on,
    }
}

impl AccountInvoice {
    /// Makes an invoice of its total, of which no tax is known. No contract date is known, and
    /// nothing is postponed.
    ///
    /// # Errors
    ///
    /// [`StatementError::DueBeforeIssue`] is returned when the invoice is due before its issue.
    /// [`StatementError::Amounts`] is returned unless the total is above zero.
    pub fn new(
        id: DocumentId,
        issued: NaiveDate,
        due: NaiveDate,
        total: RoundedMoney,
    ) -> Result<Self, StatementError> {
        let document = Issued::new(id, issued, due)?;
        Ok(Self::of(document, InvoiceAmounts::without_tax(total)?))
    }

    /// Makes an invoice of a document with its amounts. No contract date is known, and nothing is
    /// postponed.
    #[must_use]
    pub const fn of(document: Issued, amounts: InvoiceAmounts) -> Self {
        Self {
            id: document.id(),
            amounts,
            dates: BaseDates::new(document.issued()),
            due: document.due(),
            contract: None,
            rescheduled_on: None,
        }
    }

    /// Returns the document with its day of issue and its due date.
    pub(super) fn document(&self) -> Result<Issued, IssuedError> {
        Issued::new(self.id, self.dates.invoice, self.due)
    }
}

record! {
    /// A credit note: less is owed than was invoiced (贷项通知单).
    #[derive(Copy, Hash)]
    pub closed struct CreditNote {
        /// The caller's id.
        pub id: DocumentId,
        /// The invoice that the credit note reduces.
        pub invoice: DocumentId,
        /// The day on which the credit note counts.
        pub date: NaiveDate,
        /// The amount of the reduction, above zero.
        pub amount: Money,
    }
}
