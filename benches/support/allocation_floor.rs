//! The floor of an allocation: plain numbers and one queue, for debts of a principal alone that are paid in the
//! order of their due dates.

use std::collections::VecDeque;

/// Debts and payments as plain numbers: day of issue and cents, in the order of due dates; day and cents.
#[derive(Default)]
pub(crate) struct Plain {
    pub(crate) debts: Vec<(i64, i64)>,
    pub(crate) payments: Vec<(i64, i64)>,
    /// The due days of the debts, and those of charges.
    pub(crate) dues: Vec<i64>,
    pub(crate) charges: Vec<i64>,
}

/// Returns the rows of allocation, as numbers of payment and debt with cents, and the cents left unapplied.
pub(crate) fn rows(plain: &Plain) -> (Vec<(usize, usize, i64)>, i64) {
    let mut payments: Vec<(usize, (i64, i64))> =
        plain.payments.iter().copied().enumerate().collect();
    payments.sort_by_key(|(_, (day, _))| *day);
    let mut debts = plain.debts.iter().copied().enumerate().peekable();
    let mut open = VecDeque::new();
    let (mut rows, mut unapplied) = (Vec::new(), 0);
    for (number, (day, mut money)) in payments {
        while let Some((debt, (_, cents))) = debts.next_if(|(_, (issued, _))| *issued <= day) {
            open.push_back((debt, cents));
        }
        while money > 0 {
            let Some((debt, cents)) = open.front_mut() else {
                break;
            };
            let paid = money.min(*cents);
            rows.push((number, *debt, paid));
            money -= paid;
            *cents -= paid;
            if *cents == 0 {
                open.pop_front();
            }
        }
        unapplied += money;
    }
    (rows, unapplied)
}

/// Returns the number of the debt that each charge joins, by a merge of the sorted due days.
pub(crate) fn hosts(plain: &Plain) -> Vec<usize> {
    let mut charges: Vec<(usize, i64)> = plain.charges.iter().copied().enumerate().collect();
    charges.sort_by_key(|(_, due)| *due);
    let mut hosts = vec![0; charges.len()];
    let (mut host, last) = (0, plain.dues.last());
    for (charge, due) in charges {
        while plain.dues[host] < due && Some(&plain.dues[host]) != last {
            host += 1;
        }
        hosts[charge] = host;
    }
    hosts
}
