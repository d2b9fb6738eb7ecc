use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::{every, record};
use crate::receivable::document::Issued;
use crate::receivable::dunning::DunningError;
use crate::vocab::known::Known;
use crate::vocab::money::Money;
use crate::vocab::name::{DocumentId, Label, PersonId};

record! {
    /// The facts on one date about a customer's debts and the reminders sent (催收事实).
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::receivable::dunning::DunningFacts;
    ///
    /// let as_of = NaiveDate::from_ymd_opt(2024, 12, 31).ok_or("no such date")?;
    /// assert!(!DunningFacts::new(as_of).reminders.is_known());
    /// assert!(DunningFacts::of_invoices(as_of, []).reminders.is_known());
    /// # Ok::<(), &str>(())
    /// ```
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct DunningFacts {
        /// The date of the facts.
        pub as_of: NaiveDate,
        /// The invoices that are open, due or not, and the customer's credits; known to be none is an empty
        /// list.
        pub invoices: Known<Vec<OpenInvoice>> => with_invoices,
        /// The steps that were taken so far, in any order.
        pub reminders: Known<Vec<Reminder>> => with_reminders,
        /// The disputes, running or over.
        pub disputes: Known<Vec<Dispute>> => with_disputes,
        /// The promises to pay, running, kept or broken.
        pub promises: Known<Vec<PromiseToPay>> => with_promises,
        /// The exclusion of the customer from the ladder, if somebody decided one.
        pub exclusion: Option<Exclusion> => with_exclusion,
    }
}

impl DunningFacts {
    /// Makes facts with nothing known on a date.
    #[must_use]
    pub const fn new(as_of: NaiveDate) -> Self {
        Self {
            as_of,
            invoices: Known::Unknown,
            reminders: Known::Unknown,
            disputes: Known::Unknown,
            promises: Known::Unknown,
            exclusion: None,
        }
    }

    /// Makes facts of these invoices only. There are known to be no reminders, no disputes and no
    /// promises.
    #[must_use]
    pub fn of_invoices(as_of: NaiveDate, invoices: impl IntoIterator<Item = OpenInvoice>) -> Self {
        Self {
            as_of,
            invoices: Known::measured(invoices.into_iter().collect()),
            reminders: Known::measured(Vec::new()),
            disputes: Known::measured(Vec::new()),
            promises: Known::measured(Vec::new()),
            exclusion: None,
        }
    }

    /// Checks that the records are possible.
    pub(crate) fn check(&self) -> Result<(), DunningError> {
        let as_of = self.as_of;
        let reminders = known(&self.reminders).iter();
        let promises = known(&self.promises).iter();
        every(
            OpenInvoice::records(known(&self.invoices))
                .chain(reminders.flat_map(|reminder| reminder.checks(as_of)))
                .chain(known(&self.disputes).iter().flat_map(Dispute::checks))
                .chain(promises.flat_map(|promise| promise.checks(as_of))),
        )
    }
}

record! {
    /// An invoice of which an amount may be open, or a credit of the customer (未清发票).
    ///
    /// A credit is a credit note or money on account, with an amount below zero.
    #[derive(Copy, Hash)]
    pub closed struct OpenInvoice {
        /// The caller's id; an instalment that falls due by itself has one of its own.
        pub id: DocumentId,
        /// The date of issue.
        pub issued: NaiveDate,
        /// The due date, which itself is on time. A credit counts from its date of issue.
        pub due: NaiveDate,
        /// The open amount; zero if the invoice is paid, below zero for a credit.
        pub open: Money,
    }
}

impl OpenInvoice {
    /// Makes an invoice of a document with an open amount.
    #[must_use]
    pub const fn of(document: Issued, open: Money) -> Self {
        Self {
            id: document.id(),
            issued: document.issued(),
            due: document.due(),
            open,
        }
    }

    /// Checks each invoice, by itself and against those before it. None may be a credit.
    pub(crate) fn checks(invoices: &[Self]) -> impl Iterator<Item = Result<(), DunningError>> {
        let amounts = invoices.iter().map(|invoice| {
            let (document, open) = (invoice.id, invoice.open);
            holds(
                !open.is_negative(),
                DunningError::NegativeOpen { document, open },
            )
        });
        Self::records(invoices).chain(amounts)
    }

    /// Checks each invoice and each credit, by itself and against those before it.
    fn records(invoices: &[Self]) -> impl Iterator<Item = Result<(), DunningError>> {
        let mut seen = BTreeSet::new();
        invoices.iter().flat_map(move |invoice| {
            let document = invoice.id;
            let is_first = seen.insert(document);
            let once = match is_first {
                true => Ok(()),
                false => Err(DunningError::DocumentTwice { document }),
            };
            let dates = Issued::new(document, invoice.issued, invoice.due).map(|_| ());
            [once, dates.map_err(DunningError::DueBeforeIssue)]
        })
    }
}

record! {
    /// A step that was taken (催收记录): letters that make one step are one reminder of several invoices.
    #[derive(Hash)]
    pub closed struct Reminder {
        /// The step.
        pub step: crate::receivable::dunning::Step,
        /// The day on which the step was taken.
        pub on: NaiveDate,
        /// The invoices that the step named, at least one.
        pub documents: Vec<DocumentId>,
        /// The caller's id. A reminder that costs a fee needs one, and a payment may name the fee by it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub id: Option<DocumentId>,
    }
}

impl Reminder {
    fn checks(&self, as_of: NaiveDate) -> [Result<(), DunningError>; 2] {
        let on = self.on;
        [
            holds(on <= as_of, DunningError::ReminderAfterDate { on, as_of }),
            holds(
                !self.documents.is_empty(),
                DunningError::ReminderOfNothing { on },
            ),
        ]
    }
}

record! {
    /// A dispute about an invoice (争议): while it runs, the disputed amount is not dunned. Credit does not
    /// cover it either.
    #[derive(Copy, Hash)]
    pub closed struct Dispute {
        /// The disputed invoice.
        pub document: DocumentId,
        /// The disputed amount; `None` for the whole invoice, and so is an amount above the open
        /// one.
        pub amount: Option<Money>,
        /// The first day of the dispute.
        pub from: NaiveDate,
        /// The last day of the dispute; `None` until it is settled.
        pub until: Option<NaiveDate>,
    }
}

impl Dispute {
    /// Returns whether the dispute runs on a day.
    #[must_use]
    pub fn runs_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }

    fn checks(&self) -> [Result<(), DunningError>; 2] {
        let Self { document, from, .. } = *self;
        let order = match self.until {
            Some(until) if until < from => Err(DunningError::DisputeOrder {
                document,
                from,
                until,
            }),
            _ => Ok(()),
        };
        let amount = match self.amount {
            Some(amount) if amount.is_negative() || amount.is_zero() => {
                Err(DunningError::DisputedNotPositive { document, amount })
            }
            _ => Ok(()),
        };
        [order, amount]
    }
}

record! {
    /// A promise to pay (付款承诺).
    #[derive(Copy, Hash)]
    pub closed struct PromiseToPay {
        /// The day on which the promise was made.
        pub made: NaiveDate,
        /// The last day on which the promise can be kept.
        pub by: NaiveDate,
        /// The promised amount, above zero.
        pub amount: Money,
        /// The amount paid on the promise so far: zero up to the promised amount.
        pub paid: Money,
    }
}

impl PromiseToPay {
    /// Returns whether the promise may still be kept on a day.
    #[must_use]
    pub fn runs_on(&self, day: NaiveDate) -> bool {
        day <= self.by && self.paid != self.amount
    }

    /// Returns whether the promise was broken before a day.
    #[must_use]
    pub fn is_broken_on(&self, day: NaiveDate) -> bool {
        self.by < day && self.paid != self.amount
    }

    fn checks(&self, as_of: NaiveDate) -> [Result<(), DunningError>; 2] {
        let Self { made, by, .. } = *self;
        let order = holds(
            made <= as_of && made <= by,
            DunningError::PromiseOrder { made, by, as_of },
        );
        [order, self.check_paid()]
    }

    fn check_paid(&self) -> Result<(), DunningError> {
        let Self { amount, paid, .. } = *self;
        let is_over = paid.checked_cmp(amount)?.is_gt();
        let is_possible = !is_over && !paid.is_negative() && !amount.is_zero();
        holds(is_possible, DunningError::PromisePaid { paid, amount })
    }
}

record! {
    /// The exclusion of a customer from the ladder (催收豁免): allowed, and never hidden.
    #[derive(Copy, Hash)]
    pub closed struct Exclusion {
        /// The person on our side who decided the exclusion.
        pub by: PersonId,
        /// The reason for the exclusion.
        pub reason: Label,
    }
}

fn known<T>(list: &Known<Vec<T>>) -> &[T] {
    list.value().map_or(&[][..], Vec::as_slice)
}

fn holds(condition: bool, otherwise: DunningError) -> Result<(), DunningError> {
    condition.then_some(()).ok_or(otherwise)
}
