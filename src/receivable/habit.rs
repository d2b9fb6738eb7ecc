//! The payment habit of a customer, and chronic delay (付款习惯: REC-07).
//!
//! ```text
//! PaymentHistory + HabitPolicy -> payment_habit -> PaymentHabit   what it usually does, and whether delay is chronic
//! ```
//!
//! - *Looks at*: The invoices of a customer with their due dates, their days of payment and their
//!   postponements.
//! - *Why*: One late invoice is an accident. Many in a row are a symptom of the relationship.
//! - *Breaks it*: A run of late or postponed invoices as long as the policy says.
//! - *Keeps it*: An invoice paid on time, which ends the run.
//! - *Rules*: REC-07.
//!
//! # Examples
//!
//! A customer without any invoice has no habit yet.
//!
//! ```
//! use keqing::receivable::habit::{HabitPolicy, PaymentHistory, payment_habit};
//!
//! let as_of = chrono::NaiveDate::from_ymd_opt(2024, 6, 30).ok_or("no such date")?;
//! let history = PaymentHistory::new(as_of, []);
//! let habit = payment_habit(&HabitPolicy::standard(), &history)?.into_value();
//! assert_eq!(habit, None);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use alloc::boxed::Box;
use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use core::num::NonZeroU32;

use chrono::NaiveDate;
use thiserror::Error;

use crate::form::{Several, every, record, several};
use crate::receivable::cards::REC_07;
use crate::verdict::{Assessment, Bound, Evidence, Fact, Recorder};
use crate::vocab::name::DocumentId;
use crate::vocab::words::words;

record! {
    /// The length of a run from which delay is chronic (付款习惯政策), REC-07.
    ///
    /// In the [`standard`](Self::standard) delay is chronic from three invoices in a row.
    ///
    /// # Examples
    ///
    /// ```
    /// use core::num::NonZeroU32;
    /// use keqing::receivable::habit::HabitPolicy;
    ///
    /// assert_eq!(HabitPolicy::standard().chronic_from().get(), 3);
    /// assert_eq!(HabitPolicy::standard().with_chronic_from(NonZeroU32::MIN).chronic_from().get(), 1);
    /// ```
    #[derive(Copy, Hash)]
    pub struct HabitPolicy {
        /// The number of delayed invoices in a row from which delay is chronic. Zero is refused.
        chronic_from: NonZeroU32 => "REC-07",
    }
}

impl HabitPolicy {
    /// Returns the policy that the rulebook settled on.
    #[must_use]
    pub const fn standard() -> Self {
        Self {
            chronic_from: THREE,
        }
    }

    /// Sets the number of delayed invoices in a row from which delay is chronic.
    #[must_use]
    pub const fn with_chronic_from(self, invoices: NonZeroU32) -> Self {
        Self {
            chronic_from: invoices,
        }
    }

    /// Returns the number of delayed invoices in a row from which delay is chronic.
    #[must_use]
    pub const fn chronic_from(&self) -> NonZeroU32 {
        self.chronic_from
    }
}

record! {
    /// The payment history of a customer, as it is known on a date (付款历史).
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct PaymentHistory {
        /// The date on which the history is known; later events are left out.
        pub as_of: NaiveDate,
        /// The invoices in the order of their due dates.
        pub invoices: Vec<InvoicePayment>,
    }
}

impl PaymentHistory {
    /// Joins invoices, in the order of their due dates, with the date on which they are known.
    #[must_use]
    pub fn new(as_of: NaiveDate, invoices: impl IntoIterator<Item = InvoicePayment>) -> Self {
        Self {
            as_of,
            invoices: invoices.into_iter().collect(),
        }
    }

    fn check(&self) -> Result<(), PaymentHabitError> {
        let mut seen = BTreeSet::new();
        let documents = self.invoices.iter().map(|invoice| invoice.document);
        let again = documents.filter(|document| !seen.insert(*document));
        let again = again.map(|document| PaymentHabitError::DocumentTwice { document });
        let neighbours = self.invoices.iter().zip(self.invoices.iter().skip(1));
        let turned = neighbours.filter(|(earlier, later)| later.due < earlier.due);
        let turned = turned.map(|(earlier, later)| PaymentHabitError::OutOfOrder {
            earlier: earlier.due,
            later: later.due,
        });
        every(again.chain(turned).map(Err))
    }
}

record! {
    /// The payment of one invoice (发票付款).
    #[derive(Copy, Hash)]
    pub closed struct InvoicePayment {
        /// The id of the invoice.
        pub document: DocumentId,
        /// The due date that was agreed at first, which itself is on time.
        pub due: NaiveDate,
        /// The day on which the payment was postponed, if it was.
        pub rescheduled_on: Option<NaiveDate>,
        /// The day on which the last of the invoice was paid, if it was.
        pub paid_on: Option<NaiveDate>,
    }
}

impl InvoicePayment {
    /// Returns whether the payment is known, on a date, to be late or postponed. It is `None` if
    /// the invoice is open, not postponed and not past due.
    fn is_delayed_on(&self, as_of: NaiveDate) -> Option<bool> {
        let known = |date: &NaiveDate| *date <= as_of;
        let paid = self.paid_on.filter(known);
        if self.rescheduled_on.filter(known).is_some() {
            return Some(true);
        }
        match paid {
            Some(paid) => Some(self.due < paid),
            None if self.due < as_of => Some(true),
            None => None,
        }
    }
}

record! {
    /// The payment habit of a customer (付款习惯).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct PaymentHabit {
        /// The length of the longest run of delayed invoices.
        pub longest_run: u32,
        /// The length of the run of delayed invoices at the end.
        pub current_run: u32,
        /// The state of chronic delay.
        pub delay: ChronicDelay,
    }
}

words! {
    /// The state of chronic delay (惯性拖欠), REC-07.
    pub closed enum ChronicDelay {
        /// There is no chronic delay in the given history.
        Absent = "absent", "no chronic delay", "无惯性拖欠", "無慣性拖欠";
        /// There was chronic delay, and the last run is shorter.
        Ended = "ended", "chronic delay that ended", "曾惯性拖欠", "曾慣性拖欠";
        /// There is chronic delay: the last run is long enough.
        Ongoing = "ongoing", "chronic delay", "惯性拖欠", "慣性拖欠";
    }
}

/// Assesses the payment habit of a customer.
///
/// An invoice is delayed if it was paid late, if it was postponed, or if it is past due and not
/// paid ([`REC_07`]). An open invoice that is not yet due neither ends a run nor continues it. The
/// rule is broken if any run of the history is long enough. [`ChronicDelay`] says whether it
/// continues. The value is `None` if no invoice is known to be delayed or on time.
///
/// # Errors
///
/// [`PaymentHabitError`] is returned when an invoice is given twice, or out of the order of due
/// dates.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::receivable::habit::{
///     ChronicDelay, HabitPolicy, InvoicePayment, PaymentHistory, payment_habit,
/// };
///
/// let date = |month, day| NaiveDate::from_ymd_opt(2024, month, day).ok_or("no such date");
/// let late = |id: &str, month| {
///     let (due, paid_on) = (date(month, 1)?, Some(date(month, 9)?));
///     let document = id.parse()?;
///     Ok::<_, Box<dyn std::error::Error>>(InvoicePayment { document, due, rescheduled_on: None, paid_on })
/// };
/// let history = PaymentHistory::new(date(6, 30)?, [late("1", 1)?, late("2", 2)?, late("3", 3)?]);
/// let habit = payment_habit(&HabitPolicy::standard(), &history)?.into_value().ok_or("no invoice")?;
/// assert_eq!(habit.delay, ChronicDelay::Ongoing);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn payment_habit(
    policy: &HabitPolicy,
    history: &PaymentHistory,
) -> Result<Assessment<PaymentHabit>, PaymentHabitError> {
    history.check()?;
    Ok(Assessment::of(|r| consult(policy, history, r)))
}

/// REC-07: no run of delayed payments is as long as the policy calls chronic.
fn consult<R: Recorder>(
    policy: &HabitPolicy,
    history: &PaymentHistory,
    r: &mut R,
) -> Option<PaymentHabit> {
    let said = history
        .invoices
        .iter()
        .filter_map(|invoice| invoice.is_delayed_on(history.as_of));
    let mut runs: Option<(u32, u32)> = None;
    for is_delayed in said {
        let (longest, current) = runs.unwrap_or((0, 0));
        let current = if is_delayed {
            current.saturating_add(1)
        } else {
            0
        };
        runs = Some((longest.max(current), current));
    }
    let Some((longest_run, current_run)) = runs else {
        r.pass_over(&REC_07, Fact::PaymentHabit);
        return None;
    };
    let from = policy.chronic_from().get();
    r.require(&REC_07, longest_run < from, || {
        Evidence::count(Fact::PaymentHabit, longest_run, Bound::LessThan, from)
    });
    let delay = if current_run >= from {
        ChronicDelay::Ongoing
    } else if longest_run >= from {
        ChronicDelay::Ended
    } else {
        ChronicDelay::Absent
    };
    Some(PaymentHabit {
        longest_run,
        current_run,
        delay,
    })
}

/// Returned when an invoice is given twice, or invoices are out of the order of due dates.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum PaymentHabitError {
    /// An invoice is given twice.
    #[error("the invoice `{document}` is there twice, expected one entry an invoice")]
    DocumentTwice {
        /// The id of the invoice.
        document: DocumentId,
    },
    /// An invoice stands after one that is due later.
    #[error(
        "an invoice due on {later} cannot follow one due on {earlier}: give them in the order of due dates"
    )]
    OutOfOrder {
        /// The due date that comes first in the list.
        earlier: NaiveDate,
        /// The due date after it.
        later: NaiveDate,
    },
    /// Several invoices are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub PaymentHabitError);

const THREE: NonZeroU32 = match NonZeroU32::new(3) {
    Some(three) => three,
    None => NonZeroU32::MIN,
};

#[cfg(test)]
mod tests {
    use alloc::boxed::Box;
    use alloc::string::ToString;
    use alloc::vec::Vec;
    use core::error::Error;

    use chrono::NaiveDate;

    use super::{ChronicDelay, HabitPolicy, InvoicePayment, PaymentHistory, payment_habit};

    type Checked = Result<(), Box<dyn Error>>;

    fn day(number: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 5, number).unwrap_or_default()
    }

    /// Makes a history as of the 20th, with an invoice due each day: `.` paid on its day, `l` paid
    /// a day late, `r` postponed, `p` not paid.
    fn history(pattern: &str) -> Result<PaymentHistory, Box<dyn Error>> {
        let mut invoices = Vec::new();
        for (number, letter) in (1..).zip(pattern.chars()) {
            let due = day(number);
            invoices.push(InvoicePayment {
                document: number.to_string().parse()?,
                due,
                rescheduled_on: (letter == 'r').then_some(due),
                paid_on: match letter {
                    'l' => due.succ_opt(),
                    'p' => None,
                    _ => Some(due),
                },
            });
        }
        Ok(PaymentHistory::new(day(20), invoices))
    }

    #[test]
    fn three_delayed_invoices_in_a_row_are_a_habit() -> Checked {
        let rows = [
            (".", 0, 0, ChronicDelay::Absent),
            ("ll.ll", 2, 2, ChronicDelay::Absent),
            ("lrp", 3, 3, ChronicDelay::Ongoing),
            ("lll.", 3, 0, ChronicDelay::Ended),
            ("llll.ll", 4, 2, ChronicDelay::Ended),
            ("lll.lll", 3, 3, ChronicDelay::Ongoing),
        ];
        for (pattern, longest, current, delay) in rows {
            let answer = payment_habit(&HabitPolicy::standard(), &history(pattern)?)?;
            let broken = answer.findings().breaches().count();
            let found = answer.into_value().ok_or("no invoice")?;
            assert_eq!(
                (found.longest_run, found.current_run),
                (longest, current),
                "{pattern}"
            );
            assert_eq!(found.delay, delay, "{pattern}");
            assert_eq!(broken, usize::from(delay != ChronicDelay::Absent));
        }
        Ok(())
    }

    #[test]
    fn what_happened_later_is_not_known() -> Checked {
        // Due on the first three days, each paid a day late.
        let mut history = history("lll")?;
        // On day 3 the first two are late and the third is on its day; on day 4 it is late, paid or not.
        for (as_of, current) in [(1, None), (2, Some(1)), (3, Some(2)), (4, Some(3))] {
            history.as_of = day(as_of);
            let answer = payment_habit(&HabitPolicy::standard(), &history)?;
            assert_eq!(
                answer.value().map(|found| found.current_run),
                current,
                "{as_of}"
            );
        }
        Ok(())
    }

    #[test]
    fn a_history_that_cannot_be_is_refused() -> Checked {
        let good = history("..")?;
        let mut turned = good.clone();
        turned.invoices.reverse();
        let mut twice = good.clone();
        twice.invoices.extend(good.invoices.last().copied());
        let cases = [
            (
                turned,
                "an invoice due on 2024-05-01 cannot follow one due on 2024-05-02: give them in the order of due dates",
            ),
            (
                twice,
                "the invoice `2` is there twice, expected one entry an invoice",
            ),
        ];
        for (history, expected) in cases {
            let error = payment_habit(&HabitPolicy::standard(), &history).err();
            assert_eq!(
                error.map(|error| error.to_string()).as_deref(),
                Some(expected)
            );
        }
        Ok(())
    }
}
