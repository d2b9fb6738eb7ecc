//! The floor of an account: balances in cents, kept by a loop over days as plain numbers.
//!
//! It holds for what the bench makes: one order of due dates, ten percent a year of 365 days, no other events.

use std::collections::VecDeque;

/// An account as plain numbers: day of issue, due day and cents; day and cents.
#[derive(Default)]
pub(crate) struct Plain {
    pub(crate) invoices: Vec<(i64, i64, i64)>,
    pub(crate) payments: Vec<(i64, i64)>,
    pub(crate) as_of: i64,
}

/// One invoice: due day, open cents, interest in parts of a cent up to a day, and the interest paid.
struct Open {
    due: i64,
    cents: i64,
    parts: i64,
    until: i64,
    paid: i64,
}

impl Open {
    /// Returns the interest that is charged on a day and not paid.
    fn owed(&mut self, day: i64) -> i64 {
        let from = self.until.max(self.due);
        if day > from {
            self.parts += self.cents * (day - from);
            self.until = day;
        }
        half_to_even(self.parts) - self.paid
    }
}

/// Returns the open principal, the open interest and the credit.
pub(crate) fn balances(account: &Plain) -> (i64, i64, i64) {
    let mut payments = account.payments.clone();
    payments.sort_by_key(|(day, _)| *day);
    let mut invoices = account.invoices.iter().peekable();
    let mut open = VecDeque::<Open>::new();
    let mut credit = 0;
    for (day, mut money) in payments {
        while let Some((issued, due, cents)) = invoices.next_if(|(issued, ..)| *issued <= day) {
            let used = credit.min(*cents);
            credit -= used;
            let (due, cents, until) = (*due, cents - used, *issued);
            if cents > 0 {
                open.push_back(Open {
                    due,
                    cents,
                    parts: 0,
                    until,
                    paid: 0,
                });
            }
        }
        while money > 0 {
            let Some(first) = open.front_mut() else { break };
            let owed = first.owed(day);
            let interest = owed.min(money);
            first.paid += interest;
            money -= interest;
            let principal = first.cents.min(money);
            first.cents -= principal;
            money -= principal;
            if first.cents == 0 && owed == interest {
                open.pop_front();
            }
        }
        credit += money;
    }
    let mut interest = 0;
    let mut principal = 0;
    for (issued, due, cents) in invoices {
        open.push_back(Open {
            due: *due,
            cents: *cents,
            parts: 0,
            until: *issued,
            paid: 0,
        });
    }
    for invoice in &mut open {
        interest += invoice.owed(account.as_of);
        principal += invoice.cents;
    }
    (principal, interest, credit)
}

/// Ten percent of a cent over 365 days is a 3650th; half of one goes to the even cent.
fn half_to_even(parts: i64) -> i64 {
    let (quotient, rest) = (parts / 3_650, parts % 3_650);
    quotient + i64::from(rest * 2 + (quotient & 1) > 3_650)
}
