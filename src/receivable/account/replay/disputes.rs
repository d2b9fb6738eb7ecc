use alloc::vec::Vec;

use crate::receivable::account::event::Dispute;
use crate::receivable::account::replay::book::Book;
use crate::receivable::account::replay::names::Target;
use crate::receivable::account::replay::units::index;
use crate::receivable::dunning;
use crate::receivable::interest::Pause;

impl Book<'_> {
    /// Divides a dispute among the items of its document, and pauses their interest if the policy says so.
    ///
    /// Of several items, the first of which something is open is the first that is meant.
    pub(super) fn dispute(&mut self, dispute: &Dispute, amount: Option<i128>, target: Target) {
        let mut parts: Vec<(u32, Option<i128>)> = Vec::with_capacity(1);
        let Some(amount) = amount else {
            parts.extend(target.items().map(|number| (number, None)));
            return self.dispute_parts(dispute, &parts);
        };
        let mut rest = amount;
        for number in target.items() {
            let item = self.items.get(index(number));
            let part = item.map_or(0, |item| item.open).min(rest);
            rest = rest.saturating_sub(part);
            parts.push((number, Some(part)));
        }
        // More than is open is disputed of what was paid already.
        for (number, part) in &mut parts {
            let total = self.items.get(index(*number)).map_or(0, |item| item.total);
            if let Some(part) = part {
                let more = total.saturating_sub(*part).min(rest);
                *part = part.saturating_add(more);
                rest = rest.saturating_sub(more);
            }
        }
        self.dispute_parts(dispute, &parts);
    }

    fn dispute_parts(&mut self, dispute: &Dispute, parts: &[(u32, Option<i128>)]) {
        let charges = self.charges;
        let pauses = charges.pause();
        for (number, part) in parts {
            let Some(item) = self.items.get_mut(index(*number)) else {
                continue;
            };
            if item.total == 0 || *part == Some(0) {
                continue;
            }
            let Ok(amount) = part.map(|part| charges.money(part)).transpose() else {
                continue;
            };
            item.disputes.push(dunning::Dispute {
                document: item.id,
                amount,
                from: dispute.date,
                until: dispute.until,
            });
            let to = dispute.until.and_then(|last| last.succ_opt());
            let pause = Pause {
                amount,
                ..Pause::new(dispute.date, to)
            };
            if let Some(debt) = item.debt.as_mut().filter(|_| pauses) {
                let paused = debt.pause(pause);
                debug_assert!(paused.is_ok(), "a sound dispute pauses");
                item.running.pause(dispute.date);
            }
        }
    }
}
