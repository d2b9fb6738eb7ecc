use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::receivable::account::error::{AccountFault, EventPlace};
use crate::receivable::account::event::Fee;
use crate::receivable::account::invoice::{AccountInvoice, Retention};
use crate::receivable::account::replay::book::Book;
use crate::receivable::account::replay::documents::Terms;
use crate::receivable::account::replay::events::{Event, Events, Timed, is_of_fee};
use crate::receivable::account::replay::item::Item;
use crate::receivable::account::replay::names::{Names, Target};
use crate::receivable::account::words::EventList;
use crate::receivable::allocation::PrepaymentRule;
use crate::receivable::ledger::DocumentKind;
use crate::vocab::name::DocumentId;

/// The retained amounts of each invoice.
type Retained<'a> = BTreeMap<DocumentId, Vec<(&'a Retention, i128)>>;

/// Makes the items of every document of the account, and the events by which they come about.
pub(super) fn open<'a>(terms: &Terms<'a>, book: &mut Book<'a>, events: &mut Events<'a>) -> Names {
    let mut names = Names::default();
    book.items.reserve(terms.account.invoices.len());
    let retained = retained(terms, book, events);
    for (place, invoice) in terms.account.invoices.iter().enumerate() {
        let at = EventPlace::new(EventList::Invoices, place, invoice.id);
        if events.skips(at) {
            continue;
        }
        let retained = retained.get(&invoice.id).map_or(&[][..], Vec::as_slice);
        let opened = open_invoice(terms, book, events, &mut names, (at, invoice, retained));
        if let Err(fault) = opened {
            names.doubt(invoice.id);
            book.fault(at, fault);
        }
        for order in &invoice.orders {
            names.join(*order, invoice.id);
        }
    }
    for order in &terms.account.orders {
        names.expect(*order);
    }
    for (place, fee) in terms.account.fees.iter().enumerate() {
        let at = EventPlace::new(EventList::Fees, place, fee.id);
        if events.skips(at) {
            continue;
        }
        if terms.as_of < fee.date {
            events.later = events.later.saturating_add(1);
        }
        if let Err(fault) = open_fee(book, events, &mut names, (at, fee)) {
            names.doubt(fee.id);
            book.fault(at, fault);
        }
    }
    for of_event in terms.fees {
        let at = of_event.at;
        if events.skips(at) {
            continue;
        }
        let opened = match &of_event.fee {
            Ok(fee) => open_fee(book, events, &mut names, (at, fee)),
            Err(fault) => Err(fault.clone()),
        };
        if let Err(fault) = opened {
            names.doubt(at.id);
            book.fault(at, fault);
        }
    }
    arrange(book);
    names
}

/// Orders the items by their days of issue and their invoices, so that the order of the lists has no effect.
fn arrange(book: &mut Book<'_>) {
    let mut items: Vec<_> = book.items.iter_mut().collect();
    items.sort_by_key(|item| (item.issued, item.invoice));
    for (place, item) in (0_u32..).zip(items) {
        item.order = place;
    }
}

/// Lists the sound retentions of each invoice that are agreed by the day.
fn retained<'a>(terms: &Terms<'a>, book: &mut Book<'a>, events: &mut Events<'a>) -> Retained<'a> {
    let invoices: BTreeMap<DocumentId, &AccountInvoice> = terms
        .account
        .invoices
        .iter()
        .map(|invoice| (invoice.id, invoice))
        .collect();
    let mut retained = Retained::new();
    for (place, one) in terms.account.retentions.iter().enumerate() {
        let at = EventPlace::new(EventList::Retentions, place, one.id);
        if events.skips(at) {
            continue;
        }
        let held = retained.get(&one.document).map_or(&[][..], Vec::as_slice);
        let sound = sound_retention(book, one, invoices.get(&one.document).copied(), held);
        match events.once(at).and(sound) {
            Err(fault) => book.fault(at, fault),
            Ok(_) if terms.as_of < one.date => events.later = events.later.saturating_add(1),
            Ok(amount) => retained
                .entry(one.document)
                .or_default()
                .push((one, amount)),
        }
    }
    retained
}

/// Returns the amount of a retention that goes together with its invoice.
fn sound_retention(
    book: &Book<'_>,
    one: &Retention,
    invoice: Option<&AccountInvoice>,
    held: &[(&Retention, i128)],
) -> Result<i128, AccountFault> {
    let amount = book.amount(one.amount)?;
    let document = one.document;
    let invoice = invoice.ok_or(AccountFault::UnknownDocument { document })?;
    let issued = invoice.dates.invoice;
    let date = one
        .release
        .map_or(one.date, |release| release.min(one.date));
    if date < issued {
        return Err(AccountFault::BeforeDocument { date, issued });
    }
    let whole = held
        .iter()
        .fold(amount, |sum, (_, held)| sum.saturating_add(*held));
    let total = invoice.amounts.total();
    if whole > total.minor_units() {
        let (given, most) = (one.amount, total.money());
        return Err(AccountFault::RetentionTooLarge { given, most });
    }
    Ok(amount)
}

/// Makes the items of an invoice, unless it is issued after the day.
fn open_invoice<'a>(
    terms: &Terms<'a>,
    book: &mut Book<'a>,
    events: &mut Events<'a>,
    names: &mut Names,
    (at, invoice, retained): (EventPlace, &'a AccountInvoice, &[(&Retention, i128)]),
) -> Result<(), AccountFault> {
    events.once(at)?;
    for instalment in &invoice.instalments {
        events.once(EventPlace {
            id: instalment.id,
            ..at
        })?;
    }
    let issued = invoice.dates.invoice;
    let portions = terms.portions(book, invoice, retained)?;
    if terms.as_of < issued {
        events.later = events.later.saturating_add(1);
        let later = Target::Later {
            issued: Some(issued),
        };
        names.set(invoice.id, later);
        for instalment in &invoice.instalments {
            names.set(instalment.id, later);
        }
        for (retention, _) in retained {
            names.set(retention.id, later);
        }
        return Ok(());
    }
    let number = |book: &Book<'_>| u32::try_from(book.items.len()).unwrap_or(u32::MAX);
    let first = number(book);
    let mut items = Vec::with_capacity(portions.len());
    for portion in &portions {
        items.push(terms.item(book, at, invoice, portion)?);
    }
    for item in items {
        let first = number(book);
        let end = first.saturating_add(1);
        names.set(item.id, Target::Items { first, end, issued });
        if terms.policy.allocation().in_advance() == PrepaymentRule::KeepUnapplied {
            if let Some(due) = item.due {
                events.push(Timed::new(due, at, Event::Due));
            }
        }
        book.items.push(item);
    }
    let end = number(book);
    let document = invoice.id;
    names.set(document, Target::Items { first, end, issued });
    let issue = Event::Issue {
        document,
        first,
        end,
    };
    events.push(Timed::new(issued, at, issue));
    Ok(())
}

/// Makes the item of a fee that belongs to no invoice, and gives every fee its meaning.
fn open_fee<'a>(
    book: &mut Book<'a>,
    events: &mut Events<'a>,
    names: &mut Names,
    (at, fee): (EventPlace, &'a Fee),
) -> Result<(), AccountFault> {
    let list = EventList::Fees;
    events.once(EventPlace { list, ..at })?;
    let amount = book.amount(fee.amount)?;
    if !is_of_fee(fee.component) {
        return Err(AccountFault::Component {
            given: fee.component,
        });
    }
    let date = fee.date;
    let host = match fee.document {
        Some(document) => match events.about(names, document, date)? {
            Target::Items { first, .. } => Some(first),
            Target::Fee { item, .. } => Some(item),
            Target::Later { .. } => None,
        },
        None => None,
    };
    if events.as_of < date {
        let issued = Some(date);
        names.set(fee.id, Target::Later { issued });
        return Ok(());
    }
    let item = match host {
        Some(host) => host,
        None => {
            let number = u32::try_from(book.items.len()).unwrap_or(u32::MAX);
            let dates = (date, Some(date));
            book.items
                .push(Item::new(fee.id, DocumentKind::Fee, fee.id, at, dates, 0));
            number
        }
    };
    names.set(fee.id, Target::Fee { item, date });
    events.push(Timed::new(date, at, Event::Fee(fee, amount)));
    Ok(())
}
