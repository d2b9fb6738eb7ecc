//! The second statement: day by day, with plain lists, slow and simple.
//!
//! Each day has its order: documents, payments that came back, credit notes, credit, waivers, payments,
//! set-offs, write-offs, refunds, and credit once more.
//!
//! If money came back, the days are gone through twice. The first time money is taken back where it went, and
//! the amounts are noted that others decided meanwhile. The second time it never came.

mod back;
mod day;
mod discount;
mod document;
mod money;
mod off;
mod sound;

use std::collections::{BTreeMap, BTreeSet};

use super::house::House;
use super::story::{Story, Told, What};
pub(super) use document::{Doc, Kind};

/// Everything that the second statement knows on a day.
#[derive(Clone, Debug)]
pub(super) struct Second<'a> {
    house: &'a House,
    story: &'a Story,
    /// The documents of the account, in its order; those of later days are among them.
    pub(super) docs: Vec<Doc>,
    sources: Vec<Source>,
    /// The parts of documents that money paid, in the order of booking.
    log: Vec<Paid>,
    today: u32,
    /// The events that cannot be.
    pub(super) refused: BTreeSet<String>,
    /// The number of events and documents that are dated later.
    pub(super) later: u32,
    batches: u32,
    /// The amounts with which events were applied.
    applied: BTreeMap<String, i128>,
    seen: Option<Seen>,
    /// True while credit pays, and no money that comes.
    uses_credit: bool,
}

/// The amounts that were noted the first time.
#[derive(Clone, Debug)]
struct Seen {
    /// The amounts with which events were applied.
    applied: BTreeMap<String, i128>,
    /// The amounts that came back, by the payments, with the first day of each, and whether any came later than
    /// the payment.
    returned: BTreeMap<String, (i128, u32, bool)>,
}

/// Money that came in, or a credit note.
#[derive(Clone, Debug)]
struct Source {
    id: String,
    since: u32,
    units: i128,
    returned: i128,
    returned_on: Option<u32>,
    /// True if a part of it came back behind its day.
    returned_later: bool,
    credit: i128,
    names: Vec<String>,
    /// The first of the payments of one day that bear the same names: they are one payment.
    one_with: usize,
}

/// So much of one source for one document.
#[derive(Clone, Copy, Debug)]
struct Paid {
    source: usize,
    doc: usize,
    of: Of,
    units: i128,
}

/// The part of a document that was paid.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Of {
    Fee(usize),
    Interest,
    /// The row of the principal, by its own number.
    Principal(u32),
}

impl<'a> Second<'a> {
    /// Goes through every day up to the one asked about.
    pub(super) fn of(house: &'a House, story: &'a Story) -> Self {
        let first = Self::told(house, story, None);
        let back = first.sources.iter().filter_map(|source| {
            let day = source.returned_on?;
            let back = (source.returned, day, source.returned_later);
            Some((source.id.clone(), back))
        });
        let returned: BTreeMap<String, (i128, u32, bool)> = back.collect();
        if returned.is_empty() {
            return first;
        }
        let backs = story.events.iter().filter(|told| {
            matches!(told.what, What::Back { .. }) && first.refused.contains(&told.id)
        });
        let seen = Seen {
            applied: first.applied,
            returned,
        };
        let mut second = Self::told(house, story, Some(seen));
        second.refused.extend(backs.map(|told| told.id.clone()));
        second
    }

    fn told(house: &'a House, story: &'a Story, seen: Option<Seen>) -> Self {
        let mut second = Self {
            house,
            story,
            docs: Doc::all(story),
            sources: Vec::new(),
            log: Vec::new(),
            today: 0,
            refused: BTreeSet::new(),
            later: 0,
            batches: 0,
            applied: BTreeMap::new(),
            seen,
            uses_credit: false,
        };
        second.refuse();
        second.open_fees();
        second.dispute_items();
        let mut days: BTreeMap<u32, Vec<&Told>> = BTreeMap::new();
        for told in &story.events {
            if told.day > story.as_of {
                second.later += u32::from(!second.refused.contains(&told.id));
            } else if !second.refused.contains(&told.id) {
                days.entry(told.day).or_default().push(told);
            }
        }
        let later = story.bills.iter().filter(|bill| bill.issued > story.as_of);
        second.later += u32::try_from(later.count()).unwrap_or(0);
        for today in 0..=story.as_of {
            second.today = today;
            for doc in &mut second.docs {
                doc.accrue(today, house.pauses);
            }
            let mut events = days.remove(&today).unwrap_or_default();
            events.sort_by(|one, other| one.id.cmp(&other.id));
            second.live(&events);
        }
        second
    }

    /// Returns the credit of all sources together.
    pub(super) fn credit(&self) -> i128 {
        self.sources.iter().map(|source| source.credit).sum()
    }

    /// Lists the credit of each source with its day.
    pub(super) fn credits(&self) -> Vec<(u32, String, i128)> {
        let some = self.sources.iter().filter(|source| source.credit != 0);
        let mut credits: Vec<_> = some
            .map(|source| {
                let owed = source.returned_on.filter(|_| source.credit < 0);
                let since = owed.unwrap_or(source.since);
                (since, source.id.clone(), source.credit)
            })
            .collect();
        credits.sort();
        credits
    }

    /// Lists the documents that are issued.
    pub(super) fn issued(&self) -> impl Iterator<Item = &Doc> {
        self.docs.iter().filter(|doc| doc.issued <= self.today)
    }

    /// Returns the amount of a document that is disputed today.
    pub(super) fn disputed(&self, doc: &Doc) -> i128 {
        let running = doc.disputes.iter();
        let running =
            running.filter(|(from, until, _)| *from <= self.today && self.today <= *until);
        running.map(|one| one.2.unwrap_or(doc.open())).sum()
    }

    /// Returns the interest that is charged on a document, in smallest units.
    pub(super) fn charged(&self, doc: &Doc) -> i128 {
        half_even(doc.accrued * self.house.rate, 365 * 10_000)
    }
}

/// Rounds a fraction to a whole number, halves to the even one.
pub(super) fn half_even(number: i128, of: i128) -> i128 {
    let (whole, rest) = (number.div_euclid(of), number.rem_euclid(of));
    match (rest * 2).cmp(&of) {
        std::cmp::Ordering::Less => whole,
        std::cmp::Ordering::Greater => whole + 1,
        std::cmp::Ordering::Equal => whole + whole % 2,
    }
}
