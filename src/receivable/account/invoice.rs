use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::record;
use crate::receivable::account::error::AccountFault;
use crate::receivable::clause::Clause;
use crate::receivable::discount::EarlyPayment;
use crate::receivable::document::{Issued, IssuedError};
use crate::receivable::instalment::InvoiceAmounts;
use crate::receivable::term::{BaseDates, PaymentTerm};
use crate::vocab::money::{Money, RoundedMoney};
use crate::vocab::name::{DocumentId, Label};

record! {
    /// An invoice of an account (发票), with the terms that are its own.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::receivable::account::AccountInvoice;
    /// use keqing::receivable::instalment::InvoiceAmounts;
    ///
    /// let march = |day| NaiveDate::from_ymd_opt(2023, 3, day).ok_or("no such date");
    /// let invoice = AccountInvoice::new("INV-1".parse()?, march(1)?, march(31)?, "1190 EUR".parse()?)?;
    /// let taxed = invoice.clone().with_amounts(InvoiceAmounts::new("1000 EUR".parse()?, "190 EUR".parse()?)?);
    /// assert_eq!(taxed.amounts.total(), invoice.amounts.total());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct AccountInvoice {
        /// The caller's id.
        pub id: DocumentId,
        /// The amounts of the invoice.
        pub amounts: InvoiceAmounts => with_amounts,
        /// The days from which terms are counted; the invoice is issued on its own date.
        pub dates: BaseDates => with_dates,
        /// The agreed due date, which itself is on time. Without one the term of the invoice leads to
        /// it, and without that the term of the policy. A due date beside an own term has to agree
        /// with it.
        pub due: Option<NaiveDate> => with_due,
        /// The payment term of this invoice, if it has one of its own.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub term: Option<PaymentTerm> => with_term,
        /// The instalments, if the invoice is paid in several. They add up to the total.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub instalments: Vec<AccountInstalment> => with_instalments,
        /// The discount terms of this invoice. If they are missing, those of the policy hold.
        #[serde(default = "Clause::silent", skip_serializing_if = "Clause::is_silent")]
        pub discount: Clause<EarlyPayment> => with_discount,
        /// The orders to which the invoice belongs. A payment may name an order instead of the invoice.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub orders: Vec<DocumentId> => with_orders,
        /// The day on which the contract was made, for rates that are bound to it.
        pub contract: Option<NaiveDate> => with_contract,
        /// The day on which the payment was postponed, if it was.
        pub rescheduled_on: Option<NaiveDate> => with_rescheduled_on,
    }
}

impl AccountInvoice {
    /// Makes an invoice of its total, of which no tax is known. Its terms are those of the policy, no
    /// contract date is known, and nothing is postponed.
    ///
    /// # Errors
    ///
    /// [`AccountFault::Dates`] is returned when the invoice is due before its issue.
    /// [`AccountFault::Amounts`] is returned unless the total is above zero.
    pub fn new(
        id: DocumentId,
        issued: NaiveDate,
        due: NaiveDate,
        total: RoundedMoney,
    ) -> Result<Self, AccountFault> {
        let document = Issued::new(id, issued, due)?;
        Ok(Self::of(document, InvoiceAmounts::without_tax(total)?))
    }

    /// Makes an invoice of a document with its amounts, as [`new`](Self::new) does.
    #[must_use]
    pub const fn of(document: Issued, amounts: InvoiceAmounts) -> Self {
        Self {
            id: document.id(),
            amounts,
            dates: BaseDates::new(document.issued()),
            due: Some(document.due()),
            term: None,
            instalments: Vec::new(),
            discount: Clause::Silent,
            orders: Vec::new(),
            contract: None,
            rescheduled_on: None,
        }
    }

    /// Returns the document that falls due on a day.
    pub(super) fn document(&self, due: NaiveDate) -> Result<Issued, IssuedError> {
        Issued::new(self.id, self.dates.invoice, due)
    }
}

record! {
    /// An instalment of an invoice (分期), with a due date of its own.
    #[derive(Copy, Hash)]
    pub closed struct AccountInstalment {
        /// The id of the instalment, which a payment may name.
        pub id: DocumentId,
        /// The due date of the instalment, which itself is on time.
        pub due: NaiveDate,
        /// The amount of the instalment, above zero.
        pub amount: Money,
    }
}

record! {
    /// A part of an invoice that the customer holds back until a later day (质保金).
    ///
    /// It is taken from the last instalments of the invoice and falls due by itself.
    #[derive(Copy, Hash)]
    pub closed struct Retention {
        /// The id of the retention, which a payment may name.
        pub id: DocumentId,
        /// The day on which it was agreed, not before the issue of the invoice.
        pub date: NaiveDate,
        /// The invoice.
        pub document: DocumentId,
        /// The amount that is held back, above zero.
        pub amount: Money,
        /// The day of the release, on which the amount falls due; `None` while nobody knows it.
        pub release: Option<NaiveDate>,
        /// The condition of the release, such as the end of a warranty.
        #[serde(default)]
        pub cause: Option<Label>,
    }
}
