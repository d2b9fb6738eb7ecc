use alloc::boxed::Box;

use chrono::NaiveDate;
use thiserror::Error;

use crate::form::{Several, several};
use crate::receivable::document::IssuedError;
use crate::vocab::money::{Money, MoneyError};
use crate::vocab::name::DocumentId;

/// Returned when the facts about an overdue account contradict themselves.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum DunningError {
    /// A dispute ends before it begins.
    #[error("the dispute of `{document}` ends on {until}, before it begins on {from}")]
    DisputeOrder {
        /// The disputed document.
        document: DocumentId,
        /// The first day of the dispute.
        from: NaiveDate,
        /// Its last day.
        until: NaiveDate,
    },
    /// An amount in dispute is not above zero.
    #[error("{amount} of `{document}` is disputed, expected an amount above zero")]
    DisputedNotPositive {
        /// The disputed document.
        document: DocumentId,
        /// The amount given.
        amount: Money,
    },
    /// An invoice is given twice.
    #[error("the invoice `{document}` is there twice, expected one entry an invoice")]
    DocumentTwice {
        /// The invoice.
        document: DocumentId,
    },
    /// An invoice is due before it was issued.
    #[error("the invoice `{}` is due on {}, before it was issued on {}", .0.id(), .0.due(), .0.issued())]
    DueBeforeIssue(IssuedError),
    /// Amounts of two currencies meet, or a sum has too many digits.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// The open amount of an invoice is below zero where credits are no part of the question.
    #[error("{open} of the invoice `{document}` is open, expected zero or more")]
    NegativeOpen {
        /// The invoice.
        document: DocumentId,
        /// The amount given.
        open: Money,
    },
    /// A promise is made after the date of the facts, or for a day before it was made.
    #[error("a promise of {made} to pay by {by} is no promise as of {as_of}")]
    PromiseOrder {
        /// The day of the promise.
        made: NaiveDate,
        /// The day promised.
        by: NaiveDate,
        /// The date of the facts.
        as_of: NaiveDate,
    },
    /// The amount paid on a promise is below zero or more than was promised, or the promised amount
    /// is zero.
    #[error(
        "{paid} is paid on a promise of {amount}, expected a promise above zero, and at most that much paid"
    )]
    PromisePaid {
        /// The amount paid on the promise.
        paid: Money,
        /// The promised amount.
        amount: Money,
    },
    /// A reminder lies after the date of the facts.
    #[error("a reminder on {on} is after {as_of}, expected dates up to that day")]
    ReminderAfterDate {
        /// The day given.
        on: NaiveDate,
        /// The date of the facts.
        as_of: NaiveDate,
    },
    /// A reminder names no invoice.
    #[error("the reminder of {on} names no invoice, expected at least one")]
    ReminderOfNothing {
        /// The day of the reminder.
        on: NaiveDate,
    },
    /// Several of the records are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub DunningError);

#[cfg(test)]
mod tests {
    use alloc::boxed::Box;
    use alloc::string::ToString;
    use alloc::vec;
    use core::error::Error;

    use chrono::NaiveDate;

    use crate::form::every;
    use crate::receivable::dunning::{
        Dispute, DunningFacts, DunningPolicy, OpenInvoice, PromiseToPay, Reminder, Step, dun,
    };
    use crate::vocab::known::Known;

    type Checked = Result<(), Box<dyn Error>>;

    fn refused(facts: &DunningFacts, expected: &str) {
        let error = dun(&DunningPolicy::standard(), facts).err();
        assert_eq!(
            error.map(|error| error.to_string()).as_deref(),
            Some(expected)
        );
    }

    fn day(number: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 3, number).unwrap_or_default()
    }

    #[test]
    fn every_record_that_cannot_be_is_told() -> Checked {
        let reminder = Reminder {
            step: Step::Remind,
            on: day(10),
            documents: vec![],
            id: None,
        };
        let invoice = OpenInvoice {
            id: "17".parse()?,
            issued: day(3),
            due: day(2),
            open: "5 EUR".parse()?,
        };
        let mut facts = DunningFacts::of_invoices(day(9), [invoice, invoice]);
        facts.reminders = Known::measured(vec![reminder]);
        refused(
            &facts,
            "the invoice `17` is due on 2024-03-02, before it was issued on 2024-03-03; \
             the invoice `17` is there twice, expected one entry an invoice; \
             a reminder on 2024-03-10 is after 2024-03-09, expected dates up to that day; \
             the reminder of 2024-03-10 names no invoice, expected at least one",
        );
        Ok(())
    }

    #[test]
    fn an_invoice_that_cannot_be_is_refused() -> Checked {
        let good = OpenInvoice {
            id: "17".parse()?,
            issued: day(1),
            due: day(2),
            open: "5 EUR".parse()?,
        };
        let cases = [
            (
                vec![good, good],
                "the invoice `17` is there twice, expected one entry an invoice",
            ),
            (
                vec![OpenInvoice {
                    issued: day(3),
                    ..good
                }],
                "the invoice `17` is due on 2024-03-02, before it was issued on 2024-03-03",
            ),
        ];
        for (invoices, expected) in cases {
            refused(&DunningFacts::of_invoices(day(9), invoices), expected);
        }
        let credit = OpenInvoice {
            open: "-1 EUR".parse()?,
            ..good
        };
        let error = every(OpenInvoice::checks(&[good, credit])).err();
        assert_eq!(
            error.map(|error| error.to_string()).as_deref(),
            Some(
                "the invoice `17` is there twice, expected one entry an invoice; \
                 -1 EUR of the invoice `17` is open, expected zero or more"
            )
        );
        Ok(())
    }

    #[test]
    fn a_dispute_that_cannot_be_is_refused() -> Checked {
        let good = Dispute {
            document: "17".parse()?,
            amount: None,
            from: day(3),
            until: Some(day(3)),
        };
        let nothing = Some("0 EUR".parse()?);
        let other = Some("1 USD".parse()?);
        let invoice = OpenInvoice {
            id: "17".parse()?,
            issued: day(1),
            due: day(2),
            open: "5 EUR".parse()?,
        };
        let cases = [
            (
                Dispute {
                    until: Some(day(2)),
                    ..good
                },
                "the dispute of `17` ends on 2024-03-02, before it begins on 2024-03-03",
            ),
            (
                Dispute {
                    amount: nothing,
                    ..good
                },
                "0 EUR of `17` is disputed, expected an amount above zero",
            ),
            (
                Dispute {
                    amount: other,
                    until: None,
                    ..good
                },
                "5 EUR and 1 USD are in different currencies, expected one currency",
            ),
        ];
        for (dispute, expected) in cases {
            let mut facts = DunningFacts::of_invoices(day(9), [invoice]);
            facts.disputes = Known::measured(vec![dispute]);
            refused(&facts, expected);
        }
        Ok(())
    }

    #[test]
    fn a_promise_that_cannot_be_is_refused() -> Checked {
        let good = PromiseToPay {
            made: day(3),
            by: day(3),
            amount: "5 EUR".parse()?,
            paid: "5 EUR".parse()?,
        };
        let cases = [
            (
                PromiseToPay { by: day(2), ..good },
                "a promise of 2024-03-03 to pay by 2024-03-02 is no promise as of 2024-03-09",
            ),
            (
                PromiseToPay {
                    made: day(10),
                    by: day(10),
                    ..good
                },
                "a promise of 2024-03-10 to pay by 2024-03-10 is no promise as of 2024-03-09",
            ),
            (
                PromiseToPay {
                    paid: "5.01 EUR".parse()?,
                    ..good
                },
                "5.01 EUR is paid on a promise of 5 EUR, expected a promise above zero, and at most that much paid",
            ),
            (
                PromiseToPay {
                    paid: "-1 EUR".parse()?,
                    ..good
                },
                "-1 EUR is paid on a promise of 5 EUR, expected a promise above zero, and at most that much paid",
            ),
            (
                PromiseToPay {
                    amount: "0 EUR".parse()?,
                    paid: "0 EUR".parse()?,
                    ..good
                },
                "0 EUR is paid on a promise of 0 EUR, expected a promise above zero, and at most that much paid",
            ),
        ];
        for (promise, expected) in cases {
            let mut facts = DunningFacts::of_invoices(day(9), []);
            facts.promises = Known::measured(vec![promise]);
            refused(&facts, expected);
        }
        Ok(())
    }

    #[test]
    fn a_reminder_that_cannot_be_is_refused() -> Checked {
        let good = Reminder {
            step: Step::Remind,
            on: day(9),
            documents: vec!["17".parse()?],
            id: None,
        };
        let cases = [
            (
                Reminder {
                    on: day(10),
                    ..good.clone()
                },
                "a reminder on 2024-03-10 is after 2024-03-09, expected dates up to that day",
            ),
            (
                Reminder {
                    documents: vec![],
                    ..good
                },
                "the reminder of 2024-03-09 names no invoice, expected at least one",
            ),
        ];
        for (reminder, expected) in cases {
            let mut facts = DunningFacts::of_invoices(day(9), []);
            facts.reminders = Known::measured(vec![reminder]);
            refused(&facts, expected);
        }
        Ok(())
    }
}
