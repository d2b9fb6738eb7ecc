//! The day of the last event in an account.

use chrono::NaiveDate;
use keqing::receivable::account::CustomerAccount;

/// Returns the latest day on which something happened; `None` if nothing did. What is only agreed for a day, such as a
/// due date or the end of a promise, is no event.
pub(crate) fn of(account: &CustomerAccount) -> Option<NaiveDate> {
    let invoices = account.invoices.iter();
    let days = invoices
        .map(|invoice| invoice.dates.invoice)
        .chain(account.payments.iter().map(|payment| payment.date()))
        .chain(account.returned_payments.iter().map(|back| back.date))
        .chain(account.credit_notes.iter().map(|note| note.date))
        .chain(account.write_offs.iter().map(|one| one.date))
        .chain(account.waivers.iter().map(|waiver| waiver.date))
        .chain(account.refunds.iter().map(|refund| refund.date))
        .chain(account.fees.iter().map(|fee| fee.date))
        .chain(account.set_offs.iter().map(|set_off| set_off.date))
        .chain(account.disputes.iter().map(|dispute| dispute.date))
        .chain(account.promises.iter().map(|promise| promise.date))
        .chain(account.retentions.iter().map(|held| held.date))
        .chain(account.reminders.iter().map(|reminder| reminder.on));
    days.max()
}
