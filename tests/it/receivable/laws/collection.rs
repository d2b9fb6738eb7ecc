//! Dunning: the ladder is the same for everybody, and a payment is the way off it.

use chrono::NaiveDate;
use keqing::receivable::dunning::{
    self, DunnedAccount, DunningFacts, DunningLevel, DunningPolicy, Escalation, OpenInvoice,
    Reminder, dun,
};
use keqing::vocab::known::Known;
use keqing::vocab::money::{Currency, Money};
use keqing::vocab::name::DocumentId;
use keqing::vocab::time::Days;
use proptest::collection::vec;
use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::sample::{select, subsequence};
use rust_decimal::Decimal;

use crate::support::given::day;

pub(crate) fn document(prefix: &str, number: usize) -> DocumentId {
    match DocumentId::new(&format!("{prefix}-{number}")) {
        Ok(id) => id,
        Err(error) => panic!("{error}"),
    }
}

/// Some of the four steps in order, each message up to three times, on rising days. The first has often
/// day 0, and the suspension is the last.
fn ladder() -> impl Strategy<Value = Vec<DunningLevel>> {
    let messages = dunning::Step::ALL
        .into_iter()
        .filter(|step| step.is_message())
        .flat_map(|step| [step; 3]);
    (
        subsequence(messages.collect::<Vec<_>>(), 0..=5),
        vec((1_u32..20, 0_u8..3), 6),
        select(vec![0_u32, 1, 9]),
    )
        .prop_map(|(mut steps, timings, first)| {
            steps.push(dunning::Step::SuspendCredit);
            let mut total = 0_u32;
            let mut ladder = Vec::new();
            for (step, (gap, kind)) in steps.into_iter().zip(timings) {
                let gap = if ladder.is_empty() { first } else { gap };
                total = total.saturating_add(gap);
                let timing = match kind {
                    0 => dunning::Timing::EndOfMonth(Days::new(total)),
                    1 if !ladder.is_empty() => dunning::Timing::AfterPrevious(Days::new(gap)),
                    _ => dunning::Timing::AfterStart(Days::new(total)),
                };
                ladder.push(DunningLevel { step, timing });
            }
            ladder
        })
}

fn dunning_policy() -> impl Strategy<Value = DunningPolicy> {
    let escalation = select(vec![Escalation::StepByStep, Escalation::ByDays]);
    (ladder(), escalation, 0_u32..10).prop_map(|(ladder, escalation, interval)| {
        let policy = DunningPolicy::standard()
            .with_escalation(escalation)
            .with_interval(Days::new(interval));
        match policy.with_ladder(ladder) {
            Ok(policy) => policy,
            Err(error) => panic!("{error}"),
        }
    })
}

/// Invoices due on days 0 to 59, some of them credits, and reminders on days 0 to 79.
type Account = (Vec<(u32, i64, Currency)>, Vec<(dunning::Step, u32, usize)>);

fn account() -> impl Strategy<Value = Account> {
    let currency = select(vec![Currency::EUR, Currency::USD]);
    let reminder = (select(dunning::Step::ALL.to_vec()), 0_u32..80, 0_usize..4);
    (
        vec((0_u32..60, -2_i64..4, currency), 0..5),
        vec(reminder, 0..4),
    )
}

fn facts_of(prefix: &str, (invoices, reminders): &Account, as_of: u32) -> DunningFacts {
    let invoices = invoices
        .iter()
        .enumerate()
        .map(|(number, (due, open, currency))| OpenInvoice {
            id: document(prefix, number),
            issued: day(*due),
            due: day(*due),
            open: Money::new(Decimal::new(*open, 0), *currency),
        });
    let mut facts = DunningFacts::of_invoices(day(as_of), invoices);
    let sent = reminders.iter().filter(|(_, on, _)| *on <= as_of);
    let reminders = sent.map(|(step, on, number)| Reminder {
        step: *step,
        on: day(*on),
        documents: vec![document(prefix, *number)],
        id: None,
    });
    facts.reminders = Known::measured(reminders.collect());
    facts
}

fn accounts(policy: &DunningPolicy, facts: &DunningFacts) -> Vec<DunnedAccount> {
    match dun(policy, facts).map(|answer| answer.into_value()) {
        Ok(Some(dunning)) => dunning.accounts,
        other => panic!("{other:?}"),
    }
}

/// The day of a step by its timing, stated once more and slowly: a day at a time.
fn naive_day(timing: dunning::Timing, start: NaiveDate, last: NaiveDate) -> NaiveDate {
    let walk = |mut from: NaiveDate, days: Days| {
        for _ in 0..days.count() {
            from = from.succ_opt().unwrap_or(from);
        }
        from
    };
    match timing {
        dunning::Timing::AfterStart(days) => walk(start, days),
        dunning::Timing::AfterPrevious(days) => walk(last, days),
        dunning::Timing::EndOfMonth(days) => {
            let mut date = walk(start, days);
            let month = date.format("%Y-%m").to_string();
            while let Some(next) = date.succ_opt() {
                if next.format("%Y-%m").to_string() != month {
                    break;
                }
                date = next;
            }
            date
        }
        other => panic!("{other:?}"),
    }
}

/// The number of rungs up to the last one that was taken, stated once more: the reminders walk up the
/// ladder in the order of their days.
fn naive_climb(ladder: &[DunningLevel], mut reminders: Vec<&Reminder>) -> usize {
    reminders.sort_by_key(|reminder| reminder.on);
    let mut climbed = 0;
    for reminder in reminders {
        let above = || ladder.iter().enumerate().skip(climbed);
        let own = above().find(|(_, rung)| rung.step == reminder.step);
        let milder = above().rfind(|(_, rung)| rung.step < reminder.step);
        climbed = match own.or(milder) {
            Some((place, _)) => place.saturating_add(1),
            None => climbed,
        };
    }
    climbed
}

/// The overdue amounts of each currency after its credit, stated once more and slowly: a unit at a time.
fn naive_rests((invoices, _): &Account, as_of: u32) -> Vec<(Currency, i64)> {
    let mut rests = Vec::new();
    for currency in [Currency::EUR, Currency::USD] {
        let ours = invoices.iter().filter(|(_, _, other)| *other == currency);
        let mut due: Vec<(u32, i64)> = ours.map(|(due, open, _)| (*due, *open)).collect();
        due.sort_by_key(|(due, _)| *due);
        let credits = due.iter().filter(|(issued, _)| *issued <= as_of);
        let mut credit: i64 = credits.map(|(_, open)| open.saturating_neg().max(0)).sum();
        let mut overdue = 0_i64;
        for (due, open) in due {
            for _ in 0..open {
                if credit > 0 {
                    credit = credit.saturating_sub(1);
                } else if due < as_of {
                    overdue = overdue.saturating_add(1);
                }
            }
        }
        if overdue > 0 {
            rests.push((currency, overdue));
        }
    }
    rests
}

proptest! {
    #[test]
    fn credit_is_taken_off_before_anything_is_dunned(
        policy in dunning_policy(), account in account(), as_of in 0_u32..100,
    ) {
        let mut account = account;
        account.0.retain(|(due, open, _)| *open < 0 || *due != as_of);
        let found = accounts(&policy, &facts_of("a", &account, as_of));
        let found: Vec<_> = found.iter().map(|account| account.overdue).collect();
        let expected = naive_rests(&account, as_of).into_iter();
        let money = |(currency, rest)| Money::new(Decimal::new(rest, 0), currency);
        prop_assert_eq!(found, expected.map(money).collect::<Vec<_>>());
    }

    #[test]
    fn only_a_first_step_of_day_zero_takes_in_what_is_due_today(
        policy in dunning_policy(), account in account(), as_of in 0_u32..60,
    ) {
        use dunning::Timing::{AfterStart, EndOfMonth};
        let facts = facts_of("a", &account, as_of);
        let first = policy.ladder().first().map(|rung| rung.timing);
        let day_zero = [AfterStart, EndOfMonth].map(|timing| Some(timing(Days::new(0))));
        for found in accounts(&policy, &facts) {
            let mut invoices = facts.invoices.value().into_iter().flatten();
            let has_today = invoices
                .any(|invoice| invoice.due == facts.as_of && found.documents.contains(&invoice.id));
            if has_today {
                prop_assert!(found.due_rung.is_none_or(|rung| rung.number.get() == 1));
                prop_assert!(day_zero.contains(&first));
            }
        }
    }

    #[test]
    fn the_step_never_goes_down_as_days_pass_with_no_payment(
        policy in dunning_policy(), account in account(), from in 80_u32..200, more in 0_u32..60,
    ) {
        let before = accounts(&policy, &facts_of("a", &account, from));
        let after = accounts(&policy, &facts_of("a", &account, from.saturating_add(more)));
        for earlier in before {
            let currency = earlier.overdue.currency();
            let later = after.iter().find(|account| account.overdue.currency() == currency);
            let later = later.map(|account| (account.reached, account.taken, account.due));
            let (reached, taken, due) = later.unwrap_or_default();
            prop_assert!(earlier.reached <= reached);
            prop_assert!(earlier.taken <= taken);
            prop_assert!(earlier.due <= due);
        }
    }

    #[test]
    fn the_same_facts_give_the_same_step_for_every_customer(
        policy in dunning_policy(), account in account(), as_of in 80_u32..200,
    ) {
        let one = accounts(&policy, &facts_of("one", &account, as_of));
        let mut facts = facts_of("other", &account, as_of);
        facts.invoices = facts.invoices.map(|list| list.into_iter().rev().collect());
        facts.reminders = facts.reminders.map(|list| list.into_iter().rev().collect());
        let other = accounts(&policy, &facts);
        let place = |account: &DunnedAccount| {
            let DunnedAccount { overdue, start, reached, taken, due, next, .. } = account.clone();
            (overdue, start, reached, taken, due, next)
        };
        prop_assert!(one.iter().map(place).eq(other.iter().map(place)));
    }

    #[test]
    fn a_paid_account_is_never_dunned(
        policy in dunning_policy(), account in account(), as_of in 80_u32..200,
    ) {
        let mut account = account;
        account.0.iter_mut().for_each(|(_, open, _)| *open = (*open).min(0));
        prop_assert_eq!(accounts(&policy, &facts_of("a", &account, as_of)), vec![]);
    }

    #[test]
    fn a_step_at_a_time_is_the_next_one_on_its_day_and_after_the_interval(
        policy in dunning_policy(), account in account(), as_of in 80_u32..200,
    ) {
        let policy = policy.with_escalation(Escalation::StepByStep);
        let facts = facts_of("a", &account, as_of);
        for found in accounts(&policy, &facts) {
            let counted: Vec<&Reminder> = facts.reminders.value().into_iter().flatten()
                .filter(|reminder| reminder.documents.iter().any(|id| found.documents.contains(id)))
                .collect();
            let last = counted.iter().map(|reminder| reminder.on).max();
            let climbed = naive_climb(policy.ladder(), counted);
            let rung = policy.ladder().get(climbed);
            let expected = rung.map(|rung| {
                let ladder_day = naive_day(rung.timing, found.start, last.unwrap_or(found.start));
                let interval = dunning::Timing::AfterStart(policy.interval());
                let rested = last.map(|last| naive_day(interval, last, last));
                (rung.step, rested.map_or(ladder_day, |rested| rested.max(ladder_day)))
            });
            prop_assert_eq!(found.next.map(|next| (next.step, next.on)), expected);
            let due = expected.filter(|(_, on)| *on <= facts.as_of).map(|(step, _)| step);
            prop_assert_eq!(found.due, due);
        }
    }
}
