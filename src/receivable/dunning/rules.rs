use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::receivable::cards::REC_06;
use crate::receivable::dunning::account::{Account, accounts};
use crate::receivable::dunning::step::later;
use crate::receivable::dunning::{
    DunnedAccount, Dunning, DunningError, DunningFacts, DunningPolicy, Escalation, NextStep,
    PromiseToPay, Reminder, Step, UnlistedCurrency,
};
use crate::verdict::{Bound, Evidence, Fact, Outcome, Reading, Recorder, Subject};
use crate::vocab::money::Money;
use crate::vocab::time::Days;
use crate::vocab::words::Side;

/// Consults the rule of the ladder, gate by gate, account by account.
pub(super) fn consult<R: Recorder>(
    policy: &DunningPolicy,
    facts: &DunningFacts,
    r: &mut R,
) -> Result<Option<Dunning>, DunningError> {
    exclusion(facts, r);
    let (Some(invoices), Some(reminders), Some(disputes), Some(promises)) = (
        facts.invoices.value(),
        facts.reminders.value(),
        facts.disputes.value(),
        facts.promises.value(),
    ) else {
        gaps(facts, r);
        return Ok(None);
    };
    let open = accounts(policy.clock(), facts.as_of, invoices, disputes, r)?;
    if open.is_empty() {
        r.pass_over(&REC_06, Fact::OverdueAmount);
    }
    let mut dunning = Dunning::default();
    for account in open {
        let climb = Climb::new(policy, facts, &account, reminders);
        let pause = pause(&climb, promises, r)?;
        dunning.accounts.push(climb.place(pause, r));
    }
    Ok(Some(dunning))
}

/// The ladder is the same for every customer: an exclusion is shown, with the person who decided
/// it.
fn exclusion<R: Recorder>(facts: &DunningFacts, r: &mut R) {
    let subject = facts
        .exclusion
        .map_or(Subject::Relationship, |exclusion| Subject::Person {
            side: Side::Supplier,
            id: exclusion.by,
        });
    let excluded = facts.exclusion.is_some();
    r.require(&REC_06, !excluded, || {
        Evidence::absent(Fact::DunningExclusion, excluded).of(subject)
    });
}

fn gaps<R: Recorder>(facts: &DunningFacts, r: &mut R) {
    let needed = [
        (Fact::OverdueAmount, facts.invoices.is_known()),
        (Fact::DunningAttempts, facts.reminders.is_known()),
        (Fact::Dispute, facts.disputes.is_known()),
        (Fact::PromiseToPay, facts.promises.is_known()),
    ];
    for (fact, _) in needed.into_iter().filter(|(_, is_known)| !is_known) {
        r.miss(&REC_06, fact);
    }
}

/// States one gate. An open gate says nothing, because no gate breaks the rule.
fn gate<R: Recorder>(r: &mut R, is_open: bool, evidence: impl FnOnce() -> Evidence) {
    if !is_open {
        shut(r, evidence);
    }
}

/// States a gate that is shut: there is no step, and the finding says why.
fn shut<R: Recorder>(r: &mut R, evidence: impl FnOnce() -> Evidence) {
    r.record(&REC_06, REC_06.severity(), Outcome::Inapplicable, evidence);
}

/// The steps that one account has climbed.
struct Climb<'a> {
    policy: &'a DunningPolicy,
    as_of: NaiveDate,
    is_excluded: bool,
    account: &'a Account,
    taken: Option<Step>,
    last: Option<NaiveDate>,
    messages: u32,
}

impl<'a> Climb<'a> {
    fn new(
        policy: &'a DunningPolicy,
        facts: &DunningFacts,
        account: &'a Account,
        reminders: &[Reminder],
    ) -> Self {
        let counted: Vec<&Reminder> = reminders
            .iter()
            .filter(|reminder| account.is_named_by(reminder))
            .collect();
        let messages = counted.iter().filter(|reminder| reminder.step.is_message());
        Self {
            policy,
            as_of: facts.as_of,
            is_excluded: facts.exclusion.is_some(),
            account,
            taken: counted.iter().map(|reminder| reminder.step).max(),
            last: counted.iter().map(|reminder| reminder.on).max(),
            messages: u32::try_from(messages.count()).unwrap_or(u32::MAX),
        }
    }

    /// Checks the gates, and returns the place of the account.
    fn place<R: Recorder>(&self, pause: Option<NaiveDate>, r: &mut R) -> DunnedAccount {
        let (start, as_of) = (self.account.start, self.as_of);
        let candidate = self.candidate();
        let may_message = self.attempts(r);
        let reaches = self.amount(r);
        let rested = self.interval(r);
        match candidate {
            Some((_, day)) => gate(r, day <= as_of, || {
                let required = Days::between(start, day).unwrap_or(Days::new(0));
                Evidence::days(Fact::DaysOverdue, self.days(), Bound::AtLeast, required)
            }),
            None => r.pass_over(&REC_06, Fact::DunningStep),
        }
        let next = candidate.and_then(|(step, day)| {
            let resumed = match pause {
                Some(until) => until.succ_opt()?,
                None => day,
            };
            let on = day.max(rested?).max(resumed);
            Some(NextStep { step, on })
        });
        let is_open = reaches && !self.is_excluded;
        let due = next
            .filter(|next| next.on <= as_of && is_open && (may_message || !next.step.is_message()));
        let come = self.policy.schedule(start).filter(|(_, day)| *day <= as_of);
        DunnedAccount {
            overdue: self.account.overdue,
            documents: self.account.documents.clone(),
            start,
            days: self.days(),
            reached: come.map(|(step, _)| step).max(),
            taken: self.taken,
            due: due.map(|next| next.step),
            next,
            paused_until: pause,
        }
    }

    fn days(&self) -> Days {
        // The start lies before the date of the facts, or the account would not be overdue.
        Days::between(self.account.start, self.as_of).unwrap_or(Days::new(0))
    }

    /// Returns the step that comes next and its day by the ladder alone.
    fn candidate(&self) -> Option<(Step, NaiveDate)> {
        let spent = self.messages_spent();
        let is_left = |step: Step| {
            self.taken.is_none_or(|taken| taken < step) && !(spent && step.is_message())
        };
        match self.policy.escalation() {
            Escalation::StepByStep => {
                let rung = self
                    .policy
                    .ladder()
                    .iter()
                    .find(|rung| is_left(rung.step))?;
                let day = rung.timing.first_day(self.account.start, self.last)?;
                Some((rung.step, day))
            }
            Escalation::ByDays => {
                let left = || {
                    self.policy
                        .schedule(self.account.start)
                        .filter(|(step, _)| is_left(*step))
                };
                let come = left().filter(|(_, day)| *day <= self.as_of).last();
                come.or_else(|| left().next())
            }
        }
    }

    fn messages_spent(&self) -> bool {
        let most = self.policy.most_messages();
        most.is_some_and(|most| most.get() <= self.messages)
    }

    /// Checks whether one more message may be sent.
    fn attempts<R: Recorder>(&self, r: &mut R) -> bool {
        let spent = self.messages_spent();
        if let Some(most) = self.policy.most_messages() {
            gate(r, !spent, || {
                Evidence::count(
                    Fact::DunningAttempts,
                    self.messages,
                    Bound::LessThan,
                    most.get(),
                )
            });
        }
        !spent
    }

    /// Checks whether the amount reaches the threshold.
    fn amount<R: Recorder>(&self, r: &mut R) -> bool {
        let overdue = self.account.overdue;
        let currency = overdue.currency();
        let comparison = self.policy.comparison();
        match self.policy.thresholds().of(currency) {
            Some(threshold) => {
                let reaches = comparison.reaches(&overdue.amount(), &threshold.amount());
                gate(r, reaches, || {
                    Evidence::money(
                        Fact::OverdueAmount,
                        overdue,
                        comparison.reached(),
                        threshold,
                    )
                });
                reaches
            }
            None => {
                let dunned = self.policy.unlisted_currency() == UnlistedCurrency::Dunned;
                gate(r, dunned, || Evidence::present(Fact::Currency, dunned));
                dunned
            }
        }
    }

    /// Returns the first day that is far enough from the last step, or the clock's start without
    /// one.
    fn interval<R: Recorder>(&self, r: &mut R) -> Option<NaiveDate> {
        let Some(last) = self.last else {
            return Some(self.account.start);
        };
        let interval = self.policy.interval();
        let since = Days::between(last, self.as_of).unwrap_or(Days::new(0));
        gate(r, since >= interval, || {
            Evidence::days(Fact::DunningInterval, since, Bound::AtLeast, interval)
        });
        later(last, interval)
    }
}

/// Returns the last day of the pause by running promises, if they cover the whole account.
fn pause<R: Recorder>(
    climb: &Climb<'_>,
    promises: &[PromiseToPay],
    r: &mut R,
) -> Result<Option<NaiveDate>, DunningError> {
    let (account, as_of) = (climb.account, climb.as_of);
    let currency = account.overdue.currency();
    let ours = || {
        promises
            .iter()
            .filter(move |promise| promise.amount.currency() == currency)
    };
    let mut promised = Money::zero(currency);
    let mut until: Option<NaiveDate> = None;
    for promise in ours().filter(|promise| promise.runs_on(as_of)) {
        let rest = promise.amount.checked_sub(promise.paid)?;
        promised = promised.checked_add(rest)?;
        until = Some(until.map_or(promise.by, |earliest| earliest.min(promise.by)));
    }
    let Some(until) = until else {
        return Ok(None);
    };
    let broken = ours()
        .filter(|promise| account.start <= promise.made && promise.is_broken_on(as_of))
        .count();
    let broken = u32::try_from(broken).unwrap_or(u32::MAX);
    let is_void = climb.policy.broken_promises() < broken;
    if is_void || promised.checked_cmp(account.overdue)?.is_lt() {
        return Ok(None);
    }
    shut(r, || {
        Evidence::new(
            Fact::PromiseToPay,
            Reading::Date {
                observed: until,
                bound: Bound::LessThan,
                required: as_of,
            },
        )
    });
    Ok(Some(until))
}
