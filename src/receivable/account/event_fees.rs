//! The fees that the policy charges for events of an account.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::receivable::account::customer_account::CustomerAccount;
use crate::receivable::account::error::{AccountFault, EventPlace};
use crate::receivable::account::event::Fee;
use crate::receivable::account::words::EventList;
use crate::receivable::allocation::DebtComponent;
use crate::receivable::policy::ReceivablePolicy;
use crate::vocab::money::Money;
use crate::vocab::name::DocumentId;

/// A fee of an event, with the place of the event.
///
/// It has the id of the event, by which a payment may name it.
#[derive(Clone, Debug)]
pub(super) struct EventFee {
    pub(super) at: EventPlace,
    pub(super) fee: Result<Fee, AccountFault>,
}

/// Lists the fees of the reminders and of the payments that came back.
pub(super) fn event_fees(policy: &ReceivablePolicy, account: &CustomerAccount) -> Vec<EventFee> {
    let late = policy.late_payment().set();
    let Some(charges) = late.and_then(|late| late.charges()) else {
        return Vec::new();
    };
    let mut fees = Vec::new();
    if let Some(amount) = charges.returned_payment() {
        for (place, back) in account.returned_payments.iter().enumerate() {
            fees.push(EventFee {
                at: EventPlace::new(EventList::ReturnedPayments, place, back.id),
                fee: Ok(fee(back.id, back.date, amount.money())),
            });
        }
    }
    if let Some(reminder) = charges.reminder() {
        let mut sent: Vec<_> = account.reminders.iter().enumerate().collect();
        sent.sort_by_key(|(_, reminder)| reminder.on);
        let free = usize::try_from(reminder.free).unwrap_or(usize::MAX);
        for (place, sent) in sent.into_iter().skip(free) {
            let on = sent.on;
            let Some(id) = sent.id.or(sent.documents.first().copied()) else {
                // A reminder of nothing is an error of the ladder.
                continue;
            };
            let fee = sent.id.map(|id| fee(id, on, reminder.amount.money()));
            fees.push(EventFee {
                at: EventPlace::new(EventList::Reminders, place, id),
                fee: fee.ok_or(AccountFault::ReminderWithoutId { on }),
            });
        }
    }
    fees
}

const fn fee(id: DocumentId, date: NaiveDate, amount: Money) -> Fee {
    Fee {
        id,
        date,
        document: None,
        amount,
        component: DebtComponent::Fees,
        cause: None,
    }
}
