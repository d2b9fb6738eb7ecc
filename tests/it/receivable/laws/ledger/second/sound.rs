//! Events that cannot be, and documents that are no invoices.

use super::document::FeeDue;
use super::{Doc, Second};
use crate::receivable::laws::ledger::story::What;
use keqing::receivable::account::CreditUse;

impl Second<'_> {
    /// Refuses the events that contradict their documents, whatever their day. The fees are looked at
    /// first, because others may be about them.
    pub(super) fn refuse(&mut self) {
        let story = self.story;
        let is_fee = |what: &What| matches!(what, What::Fee { .. });
        let (fees, others): (Vec<_>, Vec<_>) =
            story.events.iter().partition(|told| is_fee(&told.what));
        for told in fees.into_iter().chain(others) {
            let is_about = |name: &str| self.exists(name).is_some_and(|from| from <= told.day);
            let maybe = |name: &Option<String>| name.as_deref().is_none_or(is_about);
            let is_sound = match &told.what {
                What::Pay { names, .. } => names.iter().all(|name| self.exists(name).is_some()),
                What::Back { pay, .. } => story.events.iter().any(|other| {
                    let is_paid = matches!(other.what, What::Pay { .. });
                    let is_known = !self.refused.contains(&other.id);
                    other.id == *pay && is_paid && is_known && other.day <= told.day
                }),
                What::SetOff { about, .. } => maybe(about) && self.house.credit != CreditUse::Held,
                What::Fee { about, .. } | What::Note { about, .. } => maybe(about),
                What::Waive { about, .. } | What::Off { about, .. } => is_about(about),
                What::Dispute { about, until, .. } => {
                    is_about(about) && until.is_none_or(|until| told.day <= until)
                }
                What::Refund { .. } => true,
            };
            if !is_sound {
                self.refused.insert(told.id.clone());
            }
        }
    }

    /// Returns the day from which a document exists, if there is one of the name.
    pub(super) fn exists(&self, name: &str) -> Option<u32> {
        let bills = self.story.bills.iter();
        let mut named =
            bills.filter(|bill| bill.id == name || bill.parts.iter().any(|(id, _, _)| id == name));
        let fees = self.story.events.iter();
        let mut fees = fees.filter(|told| {
            let is_known = !self.refused.contains(&told.id);
            told.id == name && is_known && matches!(told.what, What::Fee { .. })
        });
        let bill = named.next().map(|bill| bill.issued);
        bill.or_else(|| fees.next().map(|told| told.day))
    }

    /// Returns the documents that a name means, and the fee if it means one.
    pub(super) fn meant(&self, name: &str) -> (Vec<usize>, Option<usize>) {
        let docs = self.docs.iter().enumerate();
        let all = docs.filter(|(_, doc)| {
            let bill = doc.bill.and_then(|bill| self.story.bills.get(bill));
            doc.id == name || bill.is_some_and(|bill| bill.id == name)
        });
        let mut all: Vec<usize> = all.map(|(place, _)| place).collect();
        let mut fee = None;
        for (place, doc) in self.docs.iter().enumerate() {
            if let Some(found) = doc.fees.iter().position(|fee| fee.id == name) {
                (all, fee) = (vec![place], Some(found));
            }
        }
        (all, fee)
    }

    /// Makes the documents of the fees that belong to no invoice.
    pub(super) fn open_fees(&mut self) {
        for told in &self.story.events {
            let about = match &told.what {
                What::Fee { about, .. } if !self.refused.contains(&told.id) => about,
                _ => continue,
            };
            if about.is_none() {
                self.docs.push(Doc::fee(&told.id, told.day));
            }
        }
    }

    /// Adds a fee to its document on its day.
    pub(super) fn charge(&mut self, id: &str, about: Option<&str>, units: i128) {
        let host = self.meant(about.unwrap_or(id)).0;
        if let Some(host) = host.first() {
            let (id, day) = (id.to_owned(), self.today);
            let fee = FeeDue {
                id,
                day,
                open: units,
            };
            self.docs[*host].fees.push(fee);
        }
    }

    /// Lets each dispute of a whole document, or of one that falls due at once, stand from its day on.
    pub(super) fn dispute_items(&mut self) {
        for told in &self.story.events {
            let What::Dispute {
                about,
                units,
                until,
            } = &told.what
            else {
                continue;
            };
            if self.refused.contains(&told.id) || told.day > self.story.as_of {
                continue;
            }
            let docs = self.meant(about).0;
            if units.is_some() && docs.len() > 1 {
                continue;
            }
            for place in docs {
                let doc = &mut self.docs[place];
                let until = until.unwrap_or(u32::MAX);
                let part = units.map(|units| units.min(doc.total));
                doc.disputes.push((told.day, until, part));
            }
        }
    }

    /// Divides a disputed amount among the parts of an invoice: it falls on what is open of them today, from
    /// the first one on, and the rest on what is not open any more.
    pub(super) fn dispute_parts(&mut self, about: &str, units: i128, until: Option<u32>) {
        let docs = self.meant(about).0;
        if docs.len() < 2 {
            return;
        }
        let mut rest = units;
        let mut parts = vec![0; docs.len()];
        for is_open in [true, false] {
            for (part, place) in parts.iter_mut().zip(&docs) {
                let doc = &self.docs[*place];
                let most = if is_open {
                    doc.open()
                } else {
                    doc.total - *part
                };
                let more = most.min(rest);
                *part += more;
                rest -= more;
            }
        }
        let (today, pauses) = (self.today, self.house.pauses);
        for (part, place) in parts.into_iter().zip(docs).filter(|(part, _)| *part > 0) {
            let doc = &mut self.docs[place];
            let until = until.unwrap_or(u32::MAX);
            doc.disputes.push((today, until, Some(part)));
            doc.accrue_anew(today, pauses);
        }
    }
}
