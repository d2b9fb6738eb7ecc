use alloc::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::receivable::account::CustomerAccount;
use crate::receivable::allocation::DebtComponent;
use crate::receivable::clause::Clause;
use crate::receivable::discount::{DiscountOutcome, EarlyPayment};
use crate::receivable::dunning::Dunning;
use crate::receivable::enforcement::approved::ApprovedWaiver;
use crate::receivable::enforcement::record::PolicyRecord;
use crate::receivable::enforcement::trigger::{PolicyAction, PolicyTrigger, TriggerKind};
use crate::receivable::ledger::{
    ChangeKind, DiscountDecision, DocumentKind, Ledger, LedgerChange, LedgerDocument,
};
use crate::receivable::policy::ReceivablePolicy;
use crate::receivable::waiver::WaiverSubject;
use crate::vocab::money::{FractionalMoney, Money, RoundedMoney};
use crate::vocab::name::DocumentId;

/// Makes the record of an account for [`enforcement`](crate::receivable::enforcement::enforcement), from its
/// own events.
///
/// | trigger | its day | its action |
/// |---|---|---|
/// | late interest that the ledger charged | the day after the due date | it stays charged |
/// | the fixed sum for paying late, and each fee | the day after the due date, or that of the fee | it stays charged |
/// | a discount that was taken without right | that of the payment, or the day on which it came back | the rest stays owed |
/// | a step of the ladder | that of the reminder; if it is due and not taken, the first day on which it was due | the reminder |
///
/// What was let off is no action. A waiver of the account then answers, as far as it counts, and a write-off
/// answers nothing. A discount is taken without right if a payment that earns none leaves no more open than
/// the largest discount on the invoice. That needs the rows of payments in the ledger.
///
/// Of several triggers of one kind on one document the last is told. A ledger does not say since when a step
/// that was taken had been due, and tells no step that was never taken for an invoice that is paid by now.
/// A credit hold is not found in an account.
///
/// # Examples
///
/// Interest was charged, and the reminder was never sent.
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::calendar::Calendar;
/// use keqing::receivable::ReceivablePolicy;
/// use keqing::receivable::account::{AccountInvoice, CustomerAccount};
/// use keqing::receivable::dunning::Step;
/// use keqing::receivable::enforcement::{TriggerKind, enforcement, policy_record};
/// use keqing::receivable::statement::statement;
/// use keqing::vocab::money::Currency;
///
/// let day = |month, day| NaiveDate::from_ymd_opt(2024, month, day).ok_or("no such date");
/// let mut account = CustomerAccount::new("Ningbo Pumps".parse()?, Currency::EUR);
/// account.invoices.push(AccountInvoice::new("INV-1".parse()?, day(3, 1)?, day(3, 31)?, "100 EUR".parse()?)?);
///
/// let policy = ReceivablePolicy::complete();
/// let stated = statement(&policy, &account, &Calendar::every_day(), day(5, 15)?)?;
/// let dunning = stated.dunning.value().ok_or("unknown")?;
/// let record = policy_record(&policy, &account, &stated.ledger, dunning);
/// let found = enforcement(&policy, &record)?.into_value().ok_or("nothing triggered")?;
/// let [ignored] = found.ignored[..] else { return Err("one trigger".into()) };
/// assert_eq!(ignored.kind, TriggerKind::Dunning(Step::Remind));
/// assert_eq!((found.triggered, found.applied), (2, 1));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn policy_record(
    policy: &ReceivablePolicy,
    account: &CustomerAccount,
    ledger: &Ledger,
    dunning: &Dunning,
) -> PolicyRecord {
    let mut making = Making {
        record: PolicyRecord::new(ledger.as_of),
        named: named(account),
        written_off: BTreeSet::new(),
    };
    for document in &ledger.documents {
        making.charges(document);
    }
    making.discounts(policy, account, ledger);
    making.waivers(account, ledger);
    making.steps(account, dunning);
    making.record
}

/// Returns the document that each waiver and each write-off names, by the event.
fn named(account: &CustomerAccount) -> BTreeMap<DocumentId, DocumentId> {
    let waivers = account.waivers.iter().map(|one| (one.id, one.document));
    let write_offs = account.write_offs.iter().map(|one| (one.id, one.document));
    waivers.chain(write_offs).collect()
}

/// A record on its way.
struct Making {
    record: PolicyRecord,
    /// The document that each waiver and each write-off names.
    named: BTreeMap<DocumentId, DocumentId>,
    /// The triggers of which a write-off took a part away, which no waiver answers.
    written_off: BTreeSet<(DocumentId, TriggerKind)>,
}

impl Making {
    /// Adds a trigger, and its action unless something was let off.
    fn trigger<'a>(
        &mut self,
        (document, kind, on): (DocumentId, TriggerKind, NaiveDate),
        mut let_off: impl Iterator<Item = &'a LedgerChange>,
    ) {
        self.record
            .triggers
            .push(PolicyTrigger { document, kind, on });
        match let_off.by_ref().next() {
            None => self
                .record
                .actions
                .push(PolicyAction { document, kind, on }),
            Some(first) => {
                let mut all = core::iter::once(first).chain(let_off);
                if all.any(|change| change.kind == ChangeKind::WriteOff) {
                    self.written_off.insert((document, kind));
                }
            }
        }
    }

    /// Adds the interest, the fixed sum and the fees of a document.
    fn charges(&mut self, document: &LedgerDocument) {
        let named = core::mem::take(&mut self.named);
        let is_of_fee = |change: &LedgerChange| {
            let event = named.get(&change.event);
            event.is_some_and(|event| document.fees.iter().any(|fee| fee.id == *event))
        };
        let of = |component| {
            let changes = let_off(document, component);
            changes.filter(|change| !is_of_fee(change))
        };
        if let Some(on) = document.due.and_then(|due| due.succ_opt()) {
            let charges = [
                (
                    TriggerKind::Interest,
                    DebtComponent::Interest,
                    document.charged,
                ),
                (
                    TriggerKind::Fee,
                    DebtComponent::Costs,
                    document.compensation,
                ),
            ];
            for (kind, component, charged) in charges {
                if !charged.is_zero() && document.kind != DocumentKind::Fee {
                    self.trigger((document.id, kind, on), of(component));
                }
            }
        }
        for fee in &document.fees {
            let own = let_off(document, fee.component).filter(|change| {
                let is_whole = || change.kind == ChangeKind::WriteOff && !is_of_fee(change);
                named.get(&change.event) == Some(&fee.id) || is_whole()
            });
            self.trigger((fee.id, TriggerKind::Fee, fee.date), own);
        }
        self.named = named;
    }

    /// Adds the discounts that were taken without right, the last of each document.
    fn discounts(&mut self, policy: &ReceivablePolicy, account: &CustomerAccount, ledger: &Ledger) {
        let own = account.invoices.iter().map(|one| (one.id, &one.discount));
        let own: BTreeMap<_, _> = own.collect();
        let documents = ledger.documents.iter().map(|one| (one.id, one));
        let documents: BTreeMap<_, _> = documents.collect();
        let mut taken: BTreeMap<DocumentId, NaiveDate> = BTreeMap::new();
        for decision in &ledger.discounts {
            let Some(document) = documents.get(&decision.document) else {
                continue;
            };
            let terms = match own.get(&document.invoice) {
                Some(Clause::Silent) | None => policy.early_payment(),
                Some(said) => said,
            };
            let on = decision.void_on.or_else(|| {
                let is_taken = is_taken_without_right(terms.set()?, document, decision);
                is_taken.then_some(decision.date)
            });
            if let Some(on) = on {
                let last = taken.entry(document.id).or_insert(on);
                *last = on.max(*last);
            }
        }
        for document in &ledger.documents {
            if let Some(on) = taken.get(&document.id) {
                let later = let_off(document, DebtComponent::Principal);
                let later = later.filter(|change| *on <= change.date);
                self.trigger((document.id, TriggerKind::Discount, *on), later);
            }
        }
    }

    /// Adds the waivers that the ledger holds, one entry for each document of which they took something off.
    fn waivers(&mut self, account: &CustomerAccount, ledger: &Ledger) {
        let mut applied: BTreeMap<DocumentId, BTreeSet<DocumentId>> = BTreeMap::new();
        for document in &ledger.documents {
            let changes = document.changes.iter();
            for change in changes.filter(|change| change.kind == ChangeKind::Waiver) {
                applied.entry(change.event).or_default().insert(document.id);
            }
        }
        let fees = ledger.documents.iter().flat_map(|one| &one.fees);
        let fees: BTreeSet<DocumentId> = fees.map(|fee| fee.id).collect();
        for waiver in &account.waivers {
            let kind = match waiver.subject {
                WaiverSubject::Interest => TriggerKind::Interest,
                WaiverSubject::Fee => TriggerKind::Fee,
                WaiverSubject::DiscountDeadline => TriggerKind::Discount,
                WaiverSubject::CreditLimit => continue,
            };
            let is_fee = fees.contains(&waiver.document);
            for document in applied.get(&waiver.id).into_iter().flatten() {
                let document = if is_fee { waiver.document } else { *document };
                if self.written_off.contains(&(document, kind)) {
                    continue;
                }
                let authority = Some(waiver.authority);
                let entry = ApprovedWaiver::new(document, kind, waiver.date, waiver.by, authority);
                self.record.waivers.push(ApprovedWaiver {
                    id: Some(waiver.id),
                    amount: Some(waiver.amount),
                    reason: waiver.cause,
                    personal_interest: waiver.personal_interest,
                    for_oneself: waiver.for_oneself,
                    ..entry
                });
            }
        }
    }

    /// Adds the steps of the ladder that were taken, and those that are due.
    fn steps(&mut self, account: &CustomerAccount, dunning: &Dunning) {
        let as_of = self.record.as_of;
        let mut steps: BTreeMap<(DocumentId, TriggerKind), NaiveDate> = BTreeMap::new();
        let mut last = |document: DocumentId, kind, on: NaiveDate| {
            let day = steps.entry((document, kind)).or_insert(on);
            *day = on.max(*day);
        };
        let taken = account.reminders.iter();
        for reminder in taken.filter(|reminder| reminder.on <= as_of) {
            let kind = TriggerKind::Dunning(reminder.step);
            for document in &reminder.documents {
                last(*document, kind, reminder.on);
                self.record.actions.push(PolicyAction {
                    document: *document,
                    kind,
                    on: reminder.on,
                });
            }
        }
        for dunned in &dunning.accounts {
            let (Some(step), Some(next)) = (dunned.due, dunned.next) else {
                continue;
            };
            for document in &dunned.documents {
                last(*document, TriggerKind::Dunning(step), next.on.min(as_of));
            }
        }
        let steps = steps.into_iter();
        let triggers = steps.map(|((document, kind), on)| PolicyTrigger { document, kind, on });
        self.record.triggers.extend(triggers);
    }
}

/// Lists the changes by which the customer was let off a part of a component.
fn let_off(
    document: &LedgerDocument,
    component: DebtComponent,
) -> impl Iterator<Item = &LedgerChange> {
    document.changes.iter().filter(move |change| {
        matches!(change.kind, ChangeKind::Waiver | ChangeKind::WriteOff)
            && change.component == component
    })
}

/// Returns whether a payment that earned no discount left no more open than a discount.
fn is_taken_without_right(
    terms: &EarlyPayment,
    document: &LedgerDocument,
    decision: &DiscountDecision,
) -> bool {
    let is_refused = matches!(
        decision.outcome,
        DiscountOutcome::TooLate { .. } | DiscountOutcome::PaidPartly { .. }
    );
    // Without the debt the ledger has no rows of payments.
    if !is_refused || !decision.discount.is_zero() || document.debt.is_none() {
        return false;
    }
    let Some(short) = open_after(document, decision.date) else {
        return false;
    };
    let due = document.due.unwrap_or(decision.date);
    let base = FractionalMoney::of(document.total);
    let total = RoundedMoney::try_from(document.total).ok();
    let mut discounts = terms.tiers().iter().filter_map(|tier| {
        let whole = tier.reward().of(base, document.issued, due).ok()?;
        terms.rounded(whole, total?).ok()
    });
    let fits = |discount: Money| short.amount() <= discount.amount();
    !short.is_zero() && !short.is_negative() && discounts.any(|one| fits(one.money()))
}

/// Returns the principal that was open after the changes of a day.
fn open_after(document: &LedgerDocument, day: NaiveDate) -> Option<Money> {
    let changes = document.changes.iter();
    let mut principal =
        changes.filter(|change| change.component == DebtComponent::Principal && change.date <= day);
    principal.try_fold(document.total, |open, change| {
        open.checked_sub(change.amount).ok()
    })
}
