use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::receivable::cards::REC_06;
use crate::receivable::dunning::account::Account;
use crate::receivable::dunning::gate::{gate, shut};
use crate::receivable::dunning::step::later;
use crate::receivable::dunning::tally::{Promised, Sent};
use crate::receivable::dunning::{
    DunnedAccount, DunningError, DunningFacts, DunningPolicy, Escalation, NextStep, Rung, Step,
    UnlistedCurrency,
};
use crate::verdict::{Bound, Evidence, Fact, Reading, Recorder};
use crate::vocab::money::Money;
use crate::vocab::name::DocumentId;
use crate::vocab::time::Days;

/// One account on its way up the ladder.
pub(super) struct Climb<'a> {
    policy: &'a DunningPolicy,
    as_of: NaiveDate,
    is_excluded: bool,
    account: &'a Account,
    sent: Sent,
    /// The number of rungs up to the one that was reached.
    climbed: usize,
    /// The place of the rung that was taken.
    taken: Option<usize>,
    /// The rung that comes next, and its day by the ladder alone.
    next: Option<Come>,
    overdue: Money,
    documents: Vec<DocumentId>,
}

/// A rung of the ladder and its first day.
#[derive(Clone, Copy)]
struct Come {
    place: usize,
    step: Step,
    on: NaiveDate,
}

impl<'a> Climb<'a> {
    pub(super) fn new(
        policy: &'a DunningPolicy,
        facts: &DunningFacts,
        account: &'a Account,
        sent: Sent,
    ) -> Result<Self, DunningError> {
        let (climbed, is_on_rung) = sent.climbed(policy.ladder());
        let mut climb = Self {
            policy,
            as_of: facts.as_of,
            is_excluded: facts.exclusion.is_some(),
            account,
            sent,
            climbed,
            taken: climbed.checked_sub(1).filter(|_| is_on_rung),
            next: None,
            overdue: Money::zero(account.currency()),
            documents: Vec::new(),
        };
        climb.next = climb.candidate();
        // Only the first step may take in what is due today and not overdue.
        let is_first = climb.next.is_some_and(|next| next.place == 0);
        let takes_in = is_first || !account.is_overdue();
        (climb.overdue, climb.documents) = account.dunned(takes_in)?;
        Ok(climb)
    }

    /// Checks the gates, and returns the place of the account.
    pub(super) fn place<R: Recorder>(
        self,
        promised: Promised,
        r: &mut R,
    ) -> Result<DunnedAccount, DunningError> {
        let (start, as_of) = (self.account.start(), self.as_of);
        let pause = self.pause(promised, r)?;
        let may_message = self.attempts(r);
        let reaches = self.amount(r);
        let rested = self.interval(r);
        match self.next {
            Some(next) => gate(r, next.on <= as_of, || {
                let required = Days::between(start, next.on).unwrap_or(Days::new(0));
                Evidence::days(Fact::DaysOverdue, self.days(), Bound::AtLeast, required)
            }),
            None => r.pass_over(&REC_06, Fact::DunningStep),
        }
        let next = self.next.and_then(|Come { place, step, on }| {
            let rung = self.rung(place)?;
            let resumed = match pause {
                Some(until) => until.succ_opt()?,
                None => on,
            };
            let on = on.max(rested?).max(resumed);
            Some(NextStep { step, rung, on })
        });
        let is_open = reaches && !self.is_excluded;
        let due = next
            .filter(|next| next.on <= as_of && is_open && (may_message || !next.step.is_message()));
        let reached = self.rungs().filter(|come| come.on <= as_of).last();
        Ok(DunnedAccount {
            overdue: self.overdue,
            start,
            days: self.days(),
            reached: reached.map(|come| come.step),
            reached_rung: reached.and_then(|come| self.rung(come.place)),
            taken: self.sent.highest,
            taken_rung: self.taken.and_then(|place| self.rung(place)),
            due: due.map(|next| next.step),
            due_rung: due.map(|next| next.rung),
            next,
            paused_until: pause,
            documents: self.documents,
        })
    }

    fn days(&self) -> Days {
        // The clock of an account starts on the date of the facts or before.
        Days::between(self.account.start(), self.as_of).unwrap_or(Days::new(0))
    }

    /// Returns the rung that comes next and its day by the ladder alone.
    fn candidate(&self) -> Option<Come> {
        let spent = self.messages_spent();
        let is_left =
            |place: usize, step: Step| self.climbed <= place && !(spent && step.is_message());
        let ladder = self.policy.ladder();
        match self.policy.escalation() {
            Escalation::StepByStep => {
                let mut places = ladder.iter().enumerate();
                let (place, level) = places.find(|(place, level)| is_left(*place, level.step))?;
                let day = level
                    .timing
                    .first_day(self.account.start(), self.sent.last)?;
                self.come(place, level.step, day)
            }
            Escalation::ByDays => {
                let left = || {
                    let rungs = self.rungs();
                    rungs.filter(|come| is_left(come.place, come.step))
                };
                let come = left().filter(|come| come.on <= self.as_of).last();
                come.or_else(|| left().next())
            }
        }
    }

    /// Lists the rungs with their first days, if every step was taken on its first day.
    fn rungs(&self) -> impl Iterator<Item = Come> + '_ {
        let schedule = self.policy.schedule(self.account.start()).enumerate();
        schedule.map_while(|(place, (step, day))| self.come(place, step, day))
    }

    fn rung(&self, place: usize) -> Option<Rung> {
        Rung::at(self.policy.ladder(), place)
    }

    /// Returns a rung with its day. If nothing is overdue, each but the first waits for tomorrow.
    fn come(&self, place: usize, step: Step, day: NaiveDate) -> Option<Come> {
        let on = if place == 0 || self.account.is_overdue() {
            day
        } else {
            day.max(self.as_of.succ_opt()?)
        };
        Some(Come { place, step, on })
    }

    fn messages_spent(&self) -> bool {
        let most = self.policy.most_messages();
        most.is_some_and(|most| most.get() <= self.sent.messages)
    }

    /// Checks whether one more message may be sent.
    fn attempts<R: Recorder>(&self, r: &mut R) -> bool {
        let spent = self.messages_spent();
        if let Some(most) = self.policy.most_messages() {
            gate(r, !spent, || {
                Evidence::count(
                    Fact::DunningAttempts,
                    self.sent.messages,
                    Bound::LessThan,
                    most.get(),
                )
            });
        }
        !spent
    }

    /// Checks whether the amount reaches the threshold.
    fn amount<R: Recorder>(&self, r: &mut R) -> bool {
        let overdue = self.overdue;
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
        let Some(last) = self.sent.last else {
            return Some(self.account.start());
        };
        let interval = self.policy.interval();
        let since = Days::between(last, self.as_of).unwrap_or(Days::new(0));
        gate(r, since >= interval, || {
            Evidence::days(Fact::DunningInterval, since, Bound::AtLeast, interval)
        });
        later(last, interval)
    }

    /// Returns the last day of the pause by running promises, if they cover the whole account.
    fn pause<R: Recorder>(
        &self,
        promised: Promised,
        r: &mut R,
    ) -> Result<Option<NaiveDate>, DunningError> {
        let Some(until) = promised.until else {
            return Ok(None);
        };
        let is_void = self.policy.broken_promises() < promised.broken;
        if is_void || promised.rest.checked_cmp(self.overdue)?.is_lt() {
            return Ok(None);
        }
        shut(r, || {
            Evidence::new(
                Fact::PromiseToPay,
                Reading::Date {
                    observed: until,
                    bound: Bound::LessThan,
                    required: self.as_of,
                },
            )
        });
        Ok(Some(until))
    }
}
