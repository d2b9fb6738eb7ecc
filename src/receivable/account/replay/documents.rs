use alloc::vec::Vec;

use chrono::NaiveDate;
use smallvec::SmallVec;

use crate::calendar::Calendar;
use crate::receivable::account::customer_account::CustomerAccount;
use crate::receivable::account::error::{AccountFault, EventPlace};
use crate::receivable::account::event_fees::EventFee;
use crate::receivable::account::invoice::{AccountInvoice, Retention};
use crate::receivable::account::replay::book::Book;
use crate::receivable::account::replay::item::{ClearedUnits, Item};
use crate::receivable::discount::{DiscountedInvoice, EarlyPayment, RunningDiscount};
use crate::receivable::interest::{LateDebt, RunningInterest};
use crate::receivable::ledger::DocumentKind;
use crate::receivable::policy::ReceivablePolicy;
use crate::receivable::term::due_date;
use crate::vocab::name::DocumentId;

/// A part of an invoice that falls due by itself, with its amount in smallest units.
#[derive(Clone, Copy, Debug)]
pub(super) struct Portion {
    id: DocumentId,
    kind: DocumentKind,
    due: Option<NaiveDate>,
    amount: i128,
    /// The sum of the portions before it.
    before: i128,
}

/// The things that every invoice of an account needs to become items.
#[derive(Clone, Copy, Debug)]
pub(in crate::receivable::account) struct Terms<'a> {
    pub(in crate::receivable::account) policy: &'a ReceivablePolicy,
    pub(in crate::receivable::account) account: &'a CustomerAccount,
    pub(in crate::receivable::account) calendar: &'a Calendar,
    pub(in crate::receivable::account) as_of: NaiveDate,
    /// The fees that the policy charges for events.
    pub(in crate::receivable::account) fees: &'a [EventFee],
}

impl<'a> Terms<'a> {
    /// Divides an invoice into the portions that fall due by themselves.
    pub(super) fn portions(
        &self,
        book: &Book<'_>,
        invoice: &AccountInvoice,
        retained: &[(&Retention, i128)],
    ) -> Result<Vec<Portion>, AccountFault> {
        let total = book.amount(invoice.amounts.total().money())?;
        let mut portions = Vec::with_capacity(1);
        if invoice.instalments.is_empty() {
            portions.push(Portion {
                id: invoice.id,
                kind: DocumentKind::Invoice,
                due: Some(self.due(invoice)?),
                amount: total,
                before: 0,
            });
        }
        let mut sum = 0_i128;
        for instalment in &invoice.instalments {
            let amount = book.amount(instalment.amount)?;
            sum = sum.saturating_add(amount);
            invoice.document(instalment.due)?;
            portions.push(Portion {
                id: instalment.id,
                kind: DocumentKind::Instalment,
                due: Some(instalment.due),
                amount,
                before: 0,
            });
        }
        if !invoice.instalments.is_empty() && sum != total {
            let (sum, total) = (book.money(sum)?, book.money(total)?);
            return Err(AccountFault::Instalments { sum, total });
        }
        hold_back(&mut portions, retained);
        let mut before = 0_i128;
        for portion in &mut portions {
            portion.before = before;
            before = before.saturating_add(portion.amount);
        }
        Ok(portions)
    }

    /// Returns the due date of an invoice: its own, that of its term, or that of the policy's term.
    fn due(&self, invoice: &AccountInvoice) -> Result<NaiveDate, AccountFault> {
        let of_term = |term| due_date(term, &invoice.dates, self.calendar);
        let due = match (invoice.due, &invoice.term) {
            (Some(given), None) => given,
            (Some(given), Some(term)) => {
                let by_term = of_term(term)?;
                if given != by_term {
                    return Err(AccountFault::DueTwice { given, by_term });
                }
                given
            }
            (None, Some(term)) => of_term(term)?,
            (None, None) => match self.policy.term().set() {
                Some(term) => of_term(term)?,
                None => return Err(AccountFault::NoDueDate),
            },
        };
        invoice.document(due)?;
        Ok(due)
    }

    /// Makes the item of a portion.
    pub(super) fn item(
        &self,
        book: &Book<'_>,
        at: EventPlace,
        invoice: &'a AccountInvoice,
        portion: &Portion,
    ) -> Result<Item<'a>, AccountFault> {
        let issued = invoice.dates.invoice;
        let debt = match portion.due {
            Some(due) if portion.amount > 0 => {
                let debt = LateDebt::new(book.money(portion.amount)?, issued, due)?;
                Some(match invoice.contract {
                    Some(signed) => debt.with_contract(signed),
                    None => debt,
                })
            }
            _ => None,
        };
        let terms = match invoice.discount.is_settled() {
            true => invoice.discount.set(),
            false => self.policy.early_payment().set(),
        };
        let terms = terms.filter(|terms| !terms.tiers().is_empty());
        Ok(Item {
            discount: terms
                .map(|terms| self.discount(invoice, portion, terms))
                .transpose()?,
            rescheduled_on: invoice.rescheduled_on.filter(|on| *on <= self.as_of),
            debt,
            ..Item::new(
                portion.id,
                portion.kind,
                invoice.id,
                at,
                (issued, portion.due),
                portion.amount,
            )
        })
    }

    fn discount(
        &self,
        invoice: &AccountInvoice,
        portion: &Portion,
        terms: &'a EarlyPayment,
    ) -> Result<RunningDiscount<'a>, AccountFault> {
        // A retention without a release is due last; its tiers count from the invoice all the same.
        let due = portion.due.unwrap_or(invoice.dates.invoice);
        let discounted = DiscountedInvoice::of(invoice.amounts, invoice.dates, due);
        let before = portion.before;
        Ok(RunningDiscount::new(
            terms,
            discounted,
            before,
            self.calendar,
        )?)
    }
}

/// Takes the retained amounts from the last portions, and adds them with their own due dates.
fn hold_back(portions: &mut Vec<Portion>, retained: &[(&Retention, i128)]) {
    for (retention, amount) in retained {
        let mut rest = *amount;
        for portion in portions.iter_mut().rev() {
            if portion.kind != DocumentKind::Retention {
                let part = portion.amount.min(rest);
                portion.amount = portion.amount.saturating_sub(part);
                rest = rest.saturating_sub(part);
            }
        }
        portions.push(Portion {
            id: retention.id,
            kind: DocumentKind::Retention,
            due: retention.release,
            amount: *amount,
            before: 0,
        });
    }
}

impl Item<'_> {
    /// Makes an item without terms, on which no interest runs.
    pub(super) fn new(
        id: DocumentId,
        kind: DocumentKind,
        invoice: DocumentId,
        at: EventPlace,
        (issued, due): (NaiveDate, Option<NaiveDate>),
        total: i128,
    ) -> Self {
        Self {
            id,
            kind,
            invoice,
            at,
            issued,
            due,
            rescheduled_on: None,
            total,
            open: total,
            settled_on: None,
            debt: None,
            running: RunningInterest::default(),
            discount: None,
            taken_in_time: 0,
            changed_on: None,
            interest_cleared_on: None,
            credited_beyond: 0,
            cleared: ClearedUnits::default(),
            fees: Vec::new(),
            disputes: Vec::new(),
            rows: SmallVec::new(),
            decisions: SmallVec::new(),
            queued: None,
            order: 0,
            named_by: 0,
            awaited_by: Vec::new(),
        }
    }
}
