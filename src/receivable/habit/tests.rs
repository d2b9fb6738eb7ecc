use alloc::boxed::Box;
use alloc::string::ToString;
use alloc::vec::Vec;
use core::error::Error;

use chrono::NaiveDate;

use crate::receivable::habit::{
    ChronicDelay, HabitPolicy, InvoicePayment, PaymentHistory, payment_habit,
};
use crate::verdict::Severity;

type Checked = Result<(), Box<dyn Error>>;

fn day(number: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 5, number).unwrap_or_default()
}

/// Makes a history as of the 20th, with an invoice due each day: `.` paid on its day, `l` paid a day
/// late, `p` not paid; `r` postponed and not paid, `e` postponed and paid on its day, `x` postponed and
/// paid a day late.
fn history(pattern: &str) -> Result<PaymentHistory, Box<dyn Error>> {
    let mut invoices = Vec::new();
    for (number, letter) in (1..).zip(pattern.chars()) {
        let due = day(number);
        invoices.push(InvoicePayment {
            document: number.to_string().parse()?,
            due,
            rescheduled_on: "rex".contains(letter).then_some(due),
            paid_on: match letter {
                'l' | 'x' => due.succ_opt(),
                'p' | 'r' => None,
                _ => Some(due),
            },
        });
    }
    Ok(PaymentHistory::new(day(20), invoices))
}

#[test]
fn three_delayed_invoices_in_a_row_are_a_habit() -> Checked {
    use ChronicDelay::{Absent, Ended, Ongoing};
    let rows = [
        (".", 0, 0, Absent),
        ("ll.ll", 2, 2, Absent),
        ("lrp", 3, 3, Ongoing),
        ("lxl", 3, 3, Ongoing),
        // An invoice that was put off and paid by its first due date ends the run.
        ("lel", 1, 1, Absent),
        ("eee", 0, 0, Absent),
        ("llle", 3, 0, Ended),
        ("lll.", 3, 0, Ended),
        ("llll.ll", 4, 2, Ended),
        ("lll.lll", 3, 3, Ongoing),
        ("llll.lll", 4, 3, Ongoing),
        // One of the three is not paid yet, so the run goes on.
        ("lpl.", 3, 0, Ongoing),
    ];
    for (pattern, longest, current, delay) in rows {
        let answer = payment_habit(&HabitPolicy::standard(), &history(pattern)?)?;
        let breach = answer.findings().breaches().next();
        let severity = breach.map(|finding| finding.severity);
        let found = answer.value().ok_or("no invoice")?;
        let runs = (found.longest_run, found.current_run);
        assert_eq!(runs, (longest, current), "{pattern}");
        assert_eq!(found.delay, delay, "{pattern}");
        let expected = match delay {
            Absent => None,
            Ended => Some(Severity::Notice),
            Ongoing => Some(Severity::Warning),
        };
        assert_eq!(severity, expected, "{pattern}");
    }
    Ok(())
}

#[test]
fn a_run_counts_for_the_window_after_its_last_payment() -> Checked {
    use ChronicDelay::{Absent, Ended, Ongoing};
    // The third invoice is paid on the 4th, which is 365 days before the 4th of May 2025.
    let rows = [
        ("lll.", 2025, 4, Ended),
        ("lll.", 2025, 5, Absent),
        ("lll", 2025, 4, Ongoing),
        ("lll", 2025, 5, Absent),
        ("llp.", 2033, 5, Ongoing),
    ];
    for (pattern, year, on, delay) in rows {
        let mut history = history(pattern)?;
        history.as_of = NaiveDate::from_ymd_opt(year, 5, on).unwrap_or_default();
        let answer = payment_habit(&HabitPolicy::standard(), &history)?;
        let found = answer.value().ok_or("no invoice")?;
        assert_eq!((found.longest_run, found.delay), (3, delay), "{pattern}");
        let breaches = answer.findings().breaches().count();
        assert_eq!(breaches, usize::from(delay != Absent), "{pattern}");
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
fn the_order_of_the_list_is_no_matter() -> Checked {
    let mut turned = history("lll.l")?;
    turned.as_of = day(9);
    let told = payment_habit(&HabitPolicy::standard(), &turned)?;
    assert_eq!(told.value().map(|habit| habit.current_run), Some(1));
    turned.invoices.reverse();
    assert_eq!(payment_habit(&HabitPolicy::standard(), &turned)?, told);
    Ok(())
}

#[test]
fn a_history_that_cannot_be_is_refused() -> Checked {
    let good = history("..")?;
    let mut twice = good.clone();
    twice.invoices.extend(good.invoices.last().copied());
    let error = payment_habit(&HabitPolicy::standard(), &twice).err();
    let expected = "the invoice `2` is there twice, expected one entry an invoice";
    assert_eq!(
        error.map(|error| error.to_string()).as_deref(),
        Some(expected)
    );
    Ok(())
}
