//! Habit, enforcement and discretion: a worse record never has a milder answer.

use keqing::receivable::ReceivablePolicy;
use keqing::receivable::enforcement::{
    ApprovedWaiver, CollectionDecision, DecisionBasis, PolicyAction, PolicyRecord, PolicyTrigger,
    TriggerKind, discretion, enforcement,
};
use keqing::receivable::habit::{HabitPolicy, InvoicePayment, PaymentHistory, payment_habit};
use keqing::verdict::{Authority, Outcome, Severity};
use keqing::vocab::name::PersonId;
use keqing::vocab::share::Share;
use keqing::vocab::time::Days;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Just, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::{Index, select};

use super::collection::document;
use crate::support::given::day;

/// Invoices of an account: days since the one before fell due, days from then to the payment with
/// fifty for the due date itself, and whether they were put off.
type Invoices = Vec<(u32, Option<u32>, bool)>;

const ON_TIME: u32 = 50;

fn invoices() -> impl Strategy<Value = Invoices> {
    vec(
        (
            0_u32..60,
            option::weighted(0.8, prop_oneof![Just(ON_TIME), 40_u32..120]),
            any::<bool>(),
        ),
        1..8,
    )
}

fn history(invoices: &Invoices, as_of: u32) -> PaymentHistory {
    let mut due = ON_TIME;
    let listed = invoices.iter().enumerate();
    let listed = listed.map(|(number, (gap, paid, is_put_off))| {
        due = due.saturating_add(*gap);
        let on = |after: u32| day(due.saturating_add(after).saturating_sub(ON_TIME));
        InvoicePayment {
            document: document("invoice", number),
            due: day(due),
            rescheduled_on: is_put_off.then(|| on(ON_TIME)),
            paid_on: paid.map(on),
        }
    });
    PaymentHistory::new(day(as_of), listed)
}

/// The breach of a history: none, a notice or a warning. It is `None` where nothing is known.
fn gravity(window: u32, history: &PaymentHistory) -> Option<Option<Severity>> {
    let policy = HabitPolicy::standard().with_window(Days::new(window));
    let answer = match payment_habit(&policy, history) {
        Ok(answer) => answer,
        Err(error) => panic!("{error}"),
    };
    answer.value()?;
    let breach = answer.findings().breaches().next();
    Some(breach.map(|finding| finding.severity))
}

proptest! {
    #[test]
    fn a_later_payment_never_makes_a_milder_habit(
        invoices in invoices(), place in any::<Index>(), later in option::of(0_u32..200),
        as_of in 0_u32..700, window in 0_u32..400,
    ) {
        let mut worse = invoices.clone();
        let place = place.index(worse.len());
        if let Some((_, paid, _)) = worse.get_mut(place) {
            *paid = paid.and_then(|paid| Some(paid.saturating_add(later?)));
        }
        let before = gravity(window, &history(&invoices, as_of));
        let after = gravity(window, &history(&worse, as_of));
        if let (Some(before), Some(after)) = (before, after) {
            prop_assert!(before <= after, "{before:?} became {after:?}");
        }
    }

    #[test]
    fn an_invoice_paid_by_its_first_due_date_is_never_a_delay(
        invoices in invoices(), as_of in 0_u32..700,
    ) {
        let early: Invoices = invoices
            .iter()
            .map(|(gap, paid, put_off)| (*gap, Some(paid.unwrap_or(ON_TIME).min(ON_TIME)), *put_off))
            .collect();
        // The last of them falls due after seven times sixty days at most.
        let gravity = gravity(365, &history(&early, as_of.saturating_add(500)));
        prop_assert_eq!(gravity, Some(None));
    }
}

fn person() -> PersonId {
    match PersonId::new("zhao-min") {
        Ok(id) => id,
        Err(error) => panic!("{error}"),
    }
}

/// The answers to a trigger of day 10: an action on a day, and a waiver on a day by an authority.
type Answered = (Option<u32>, Option<(u32, Option<Authority>)>);

fn answered() -> impl Strategy<Value = Vec<Answered>> {
    let authority = option::of(select(Authority::ALL.to_vec()));
    let waiver = option::of((5_u32..20, authority));
    vec((option::of(5_u32..20), waiver), 1..6)
}

fn record(answers: &[Answered]) -> PolicyRecord {
    let kind = TriggerKind::Interest;
    let mut record = PolicyRecord::new(day(20));
    for (number, (action, waiver)) in answers.iter().enumerate() {
        let document = document("invoice", number);
        let on = day(10);
        record.triggers.push(PolicyTrigger { document, kind, on });
        record.actions.extend(action.map(|on| PolicyAction {
            document,
            kind,
            on: day(on),
        }));
        record.waivers.extend(waiver.map(|(on, authority)| {
            ApprovedWaiver::new(document, kind, day(on), person(), authority)
        }));
    }
    record
}

proptest! {
    #[test]
    fn a_trigger_counts_only_by_an_action_or_a_waiver_within_its_days_and_rooms(
        answers in answered(),
    ) {
        let told = match enforcement(&ReceivablePolicy::standard(), &record(&answers)) {
            Ok(told) => told,
            Err(error) => panic!("{error}"),
        };
        let given = || answers.iter().enumerate().filter_map(|(number, (_, waiver))| {
            waiver.map(|(on, authority)| ((on, number), authority))
        });
        // Up to an executive there is room for two, whoever gave those before.
        let fits = |own: (u32, usize), authority: Option<Authority>| {
            let before = given().filter(|(other, _)| *other < own).count();
            authority.is_some_and(|authority| {
                Authority::Executive <= authority || Authority::Manager <= authority && before < 2
            })
        };
        let is_handled = |(number, (action, waiver)): &(usize, &Answered)| {
            let waived = waiver.is_some_and(|(on, authority)| {
                10 <= on && fits((on, *number), authority)
            });
            action.is_some_and(|on| 10 <= on) || waived
        };
        let handled = answers.iter().enumerate().filter(is_handled).count();
        let rate = Share::new(
            u64::try_from(handled).unwrap_or_default(),
            u64::try_from(answers.len()).unwrap_or_default(),
        );
        prop_assert_eq!(told.value().map(|found| found.rate), rate.ok());
        let breaches = told.findings().breaches().count();
        let ignored = answers.len().saturating_sub(handled);
        prop_assert_eq!(breaches, ignored.saturating_add(usize::from(ignored > 0)));
    }

    #[test]
    fn discretion_is_measured_and_never_judged(authorities in vec(select(Authority::ALL.to_vec()), 0..6)) {
        let decisions: Vec<CollectionDecision> = authorities
            .iter()
            .enumerate()
            .map(|(number, authority)| CollectionDecision {
                document: document("invoice", number),
                on: day(1),
                basis: DecisionBasis::Waiver(*authority),
            })
            .collect();
        let told = discretion(&ReceivablePolicy::standard(), &decisions);
        let judged = told.findings().iter().any(|finding| {
            !matches!(finding.outcome, Outcome::Classified | Outcome::Inapplicable)
        });
        prop_assert!(!judged);
        let without = authorities.iter().filter(|authority| **authority < Authority::Manager).count();
        let ad_hoc = told.value().map_or(0, |found| found.ad_hoc);
        prop_assert_eq!(usize::try_from(ad_hoc).unwrap_or_default(), without);
    }
}
