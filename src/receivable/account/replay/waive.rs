use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::receivable::account::error::AccountFault;
use crate::receivable::account::event::Waiver;
use crate::receivable::account::replay::book::{Book, Entry};
use crate::receivable::account::replay::names::Target;
use crate::receivable::allocation::DebtComponent;
use crate::receivable::ledger::{AllocationRule, ChangeKind};
use crate::receivable::waiver::{WaiverPolicy, WaiverRequest, WaiverSubject, judge_waiver};
use crate::verdict::Decision;
use crate::vocab::known::{Grade, Known};

/// The waivers so far, by subject, in the order of their days.
#[derive(Debug, Default)]
pub(super) struct Waived(Vec<(WaiverSubject, NaiveDate)>);

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
        let first = self.0.partition_point(|(_, on)| *on < from);
        let counted = self.0.iter().skip(first);
        let of_subject = counted.filter(|(other, _)| *other == subject);
        of_subject.map(|(_, on)| *on).collect()
    }
}

impl Book<'_> {
    /// Lets the customer off a charge, if the policy permits it to the person who decided.
    pub(super) fn waive(
        &mut self,
        policy: &WaiverPolicy,
        one: &Waiver,
        amount: i128,
        target: Target,
        waived: &mut Waived,
    ) -> Result<(), AccountFault> {
        let component = match (one.subject, target) {
            (WaiverSubject::Interest, _) => DebtComponent::Interest,
            (WaiverSubject::Fee, Target::Fee { .. }) => DebtComponent::Fees,
            (WaiverSubject::Fee, _) => DebtComponent::Costs,
            (WaiverSubject::DiscountDeadline, _) => DebtComponent::Principal,
            (given, _) => return Err(AccountFault::WaiverSubject { given }),
        };
        let mut claim = 0_i128;
        for number in target.items() {
            for (_, open) in self.open_of(number, component, target, one.document, one.date)? {
                claim = claim.saturating_add(open);
            }
        }
        let mut request = WaiverRequest::new(
            one.subject,
            one.document,
            one.amount,
            one.by,
            one.authority,
            one.date,
        );
        request.claim = Known::measured(self.money(claim)?);
        request.personal_interest = Known::of(one.personal_interest, Grade::Measured);
        request.for_oneself = Known::of(one.for_oneself, Grade::Measured);
        request.reason = Known::measured(one.cause);
        request.earlier = Known::measured(waived.earlier(policy, one.subject, one.date));
        let verdict = judge_waiver(policy, &request)?;
        if verdict.decision() != Decision::Permit {
            let decision = verdict.decision();
            let open = verdict.findings().iter();
            let open = open.filter(|one| one.outcome.is_breached() || one.outcome.is_missing());
            let lacking = joined(open.map(|one| one.evidence.fact.name()));
            return Err(AccountFault::WaiverNotPermitted { decision, lacking });
        }
        waived.0.push((one.subject, one.date));
        let entry = Entry {
            kind: ChangeKind::Waiver,
            date: one.date,
            counts_from: one.date,
            event: one.id,
            source: None,
            rule: AllocationRule::Event,
        };
        self.let_off(component, Some(amount), target, one.document, entry)
    }
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
