use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::receivable::account::error::AccountFault;
use crate::receivable::account::event::Waiver;
use crate::receivable::account::replay::book::{Book, Entry};
use crate::receivable::account::replay::let_off::{OpenPart, sum_of};
use crate::receivable::account::replay::names::Target;
use crate::receivable::allocation::DebtComponent;
use crate::receivable::ledger::{ChangeKind, LedgerWaiver};
use crate::receivable::policy::ReceivablePolicy;
use crate::receivable::waiver::{
    WaiverError, WaiverPolicy, WaiverRequest, WaiverSubject, judge_waiver,
};
use crate::verdict::Decision;
use crate::vocab::known::{Grade, Known};
use crate::vocab::name::DocumentId;

/// The waivers so far.
#[derive(Debug, Default)]
pub(super) struct Waived {
    /// Their days by subject, in order.
    days: Vec<(WaiverSubject, NaiveDate)>,
    /// Their amounts by subject and document. What is waived in two steps is weighed as one.
    amounts: BTreeMap<(WaiverSubject, DocumentId), i128>,
}

impl Waived {
    /// Lists the days of the waivers of a subject in the period of the policy up to a day.
    fn earlier(
        &self,
        policy: &WaiverPolicy,
        subject: WaiverSubject,
        day: NaiveDate,
    ) -> Vec<NaiveDate> {
        let period = chrono::Days::new(policy.period().count().into());
        let from = day.checked_sub_days(period).unwrap_or(NaiveDate::MIN);
        let first = self.days.partition_point(|(_, on)| *on < from);
        let counted = self.days.iter().skip(first);
        let of_subject = counted.filter(|(other, _)| *other == subject);
        of_subject.map(|(_, on)| *on).collect()
    }

    fn amount(&self, one: &Waiver) -> i128 {
        let amount = self.amounts.get(&(one.subject, one.document));
        amount.copied().unwrap_or(0)
    }

    fn add(&mut self, one: &Waiver, amount: i128) {
        self.days.push((one.subject, one.date));
        let sum = self.amounts.entry((one.subject, one.document)).or_insert(0);
        *sum = sum.saturating_add(amount);
    }
}

impl Book<'_> {
    /// Lets the customer off a charge or a missed discount, if the policy permits it to the person who
    /// decided.
    pub(super) fn waive(
        &mut self,
        policy: &ReceivablePolicy,
        one: &Waiver,
        amount: i128,
        target: Target,
        waived: &mut Waived,
    ) -> Result<(), AccountFault> {
        let parts = self.claim(one, target)?;
        let open = sum_of(&parts);
        if open < amount {
            let (amount, claim) = (one.amount, self.money(open)?);
            return Err(WaiverError::AmountOverClaim { amount, claim }.into());
        }
        let before = waived.amount(one);
        let mut request = WaiverRequest::new(
            one.subject,
            one.document,
            self.money(amount.saturating_add(before))?,
            one.by,
            one.authority,
            one.date,
        );
        request.claim = Known::measured(self.money(open.saturating_add(before))?);
        request.personal_interest = Known::of(one.personal_interest, Grade::Measured);
        request.for_oneself = Known::of(one.for_oneself, Grade::Measured);
        request.reason = Known::measured(one.cause);
        request.earlier = Known::measured(waived.earlier(policy.waiver(), one.subject, one.date));
        let verdict = judge_waiver(policy, &request)?;
        if verdict.decision() != Decision::Permit {
            let decision = verdict.decision();
            let open = verdict.findings().iter();
            let open = open.filter(|one| one.outcome.is_breached() || one.outcome.is_missing());
            let lacking = joined(open.map(|one| one.evidence.fact.name()));
            return Err(AccountFault::WaiverNotPermitted { decision, lacking });
        }
        waived.add(one, amount);
        self.waivers.push(LedgerWaiver {
            event: one.id,
            date: one.date,
            document: one.document,
            subject: one.subject,
            amount: one.amount,
            by: one.by,
            authority: one.authority,
            findings: verdict.findings().clone(),
        });
        self.let_off(&parts, amount, waiver_entry(one))
    }

    /// Lets the customer off as much as is left of what was rightly waived.
    pub(super) fn waive_again(
        &mut self,
        one: &Waiver,
        amount: i128,
        target: Target,
        waived: &mut Waived,
    ) -> Result<(), AccountFault> {
        let parts = self.claim(one, target)?;
        waived.add(one, amount);
        let amount = amount.min(sum_of(&parts));
        self.let_off(&parts, amount, waiver_entry(one))
    }

    /// Returns the open amounts that a waiver is about.
    fn claim(&mut self, one: &Waiver, target: Target) -> Result<Vec<OpenPart>, AccountFault> {
        let (document, day) = (one.document, one.date);
        match one.subject {
            WaiverSubject::Interest => self.open_of(DebtComponent::Interest, target, document, day),
            WaiverSubject::Fee => {
                let mut parts = self.open_of(DebtComponent::Costs, target, document, day)?;
                if !matches!(target, Target::Fee { .. }) {
                    for component in [DebtComponent::Fees, DebtComponent::Penalties] {
                        parts.extend(self.open_of(component, target, document, day)?);
                    }
                }
                Ok(parts)
            }
            WaiverSubject::DiscountDeadline => self.missed(target, day),
            given => Err(AccountFault::WaiverSubject { given }),
        }
    }
}

const fn waiver_entry(one: &Waiver) -> Entry {
    Entry::of(ChangeKind::Waiver, one.date, one.id)
}

/// Joins the names of facts for an error.
fn joined(facts: impl Iterator<Item = &'static str>) -> String {
    let mut text = String::new();
    for fact in facts {
        if !text.is_empty() {
            text.push_str(", ");
        }
        text.push_str(fact);
    }
    text
}
