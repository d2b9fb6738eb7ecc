//! Unknown parts of an exposure: learning one retracts nothing, and each that is missing is named.

use std::collections::BTreeMap;

use keqing::receivable::ReceivablePolicy;
use keqing::receivable::clause::Clause;
use keqing::receivable::credit::{
    Component, CreditPolicy, CreditRequest, Exposure, Prepayment, SalesStep, judge_credit,
};
use keqing::receivable::dunning::OpenInvoice;
use keqing::receivable::limit::{Comparison, MoneyLimit};
use keqing::verdict::{Authority, Decision, Fact, Presence, Verdict};
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::money::{Currency, Money};
use keqing::vocab::set::Set;
use keqing::vocab::time::Days;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Strategy, TestCaseError, any, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;

use super::collection::document;
use super::credit::{all_at, credit_request, euros, up_to};
use crate::support::given::{day, presence};

/// The excess that each may release: three authorities, each nothing, so much or any excess.
fn releases() -> impl Strategy<Value = Vec<(Authority, MoneyLimit)>> {
    let authorities = [
        Authority::Operator,
        Authority::Manager,
        Authority::Executive,
    ];
    let room = || option::of(option::weighted(0.6, 0_i64..60));
    vec(room(), 3).prop_map(move |rooms| {
        let rows = authorities.into_iter().zip(rooms);
        let rows = rows.filter_map(|(authority, room)| {
            Some((authority, room?.map_or(MoneyLimit::Unlimited, up_to)))
        });
        rows.collect()
    })
}

fn comparison() -> impl Strategy<Value = Comparison> {
    select(vec![Comparison::Above, Comparison::AtOrAbove])
}

/// A policy that holds every step, with limits of some components, age and suspension.
fn policy() -> impl Strategy<Value = CreditPolicy> {
    let limits = vec(option::of(0_i64..60), 5);
    let hold = (option::of(1_u32..40), select(Authority::ALL.to_vec()));
    (limits, comparison(), releases(), hold).prop_map(
        |(limits, comparison, releases, (hold, authority))| {
            let standard = CreditPolicy::standard()
                .with_overdue_hold(hold.map(Days::new))
                .with_held_steps(Set::all())
                .with_comparison(comparison)
                .with_hold_release(authority);
            let mut policy = standard.clone().with_releases(releases).unwrap_or(standard);
            for (component, limit) in Component::ALL.into_iter().zip(limits) {
                if let Some(limit) = limit {
                    let limited = policy.clone().with_limit(component, up_to(limit));
                    policy = limited.unwrap_or(policy);
                }
            }
            policy
        },
    )
}

/// A request of which half the time all that is known is measured, and nothing but an amount is at stake.
fn request() -> impl Strategy<Value = CreditRequest> {
    (credit_request(), 0_i64..10, any::<bool>()).prop_map(|(mut request, prepaid, is_plain)| {
        if is_plain {
            request = all_at(request, Grade::Measured);
            request.exposure.oldest_overdue = Known::measured(Days::new(1));
            request.suspension = Known::measured(Presence::Absent);
        }
        let part = Prepayment::Part(euros(prepaid));
        let prepaid = request.with_prepayment(part);
        match prepaid.on_credit() {
            Ok(_) => prepaid,
            Err(_) => request,
        }
    })
}

/// Values of every fact that may be unknown.
#[derive(Clone, Copy, Debug)]
struct Learnt {
    parts: [Known<Money>; 4],
    oldest: Known<Days>,
    suspension: Known<Presence>,
}

fn learnt(grades: &[Grade]) -> impl Strategy<Value = Learnt> + use<> {
    let grade = select(grades.to_vec());
    let amounts = vec((0_i64..100, grade.clone()), 4);
    let days = (1_u32..60, grade.clone());
    (amounts, days, (presence(), grade)).prop_map(|(amounts, days, suspension)| {
        let mut parts = [Known::Unknown; 4];
        for (part, (amount, grade)) in parts.iter_mut().zip(amounts) {
            *part = Known::graded(euros(amount), grade);
        }
        Learnt {
            parts,
            oldest: Known::graded(Days::new(days.0), days.1),
            suspension: Known::graded(suspension.0, suspension.1),
        }
    })
}

/// The request with the estimates of the facts that the test names measured.
fn confirmed(mut request: CreditRequest, facts: &[Fact]) -> CreditRequest {
    let exposure = &mut request.exposure;
    for (component, place) in [
        (Component::Ordered, &mut exposure.ordered),
        (Component::Shipped, &mut exposure.shipped),
        (Component::Invoiced, &mut exposure.invoiced),
        (Component::Overdue, &mut exposure.overdue),
    ] {
        if facts.contains(&component.fact()) {
            *place = measured(*place);
        }
    }
    if facts.contains(&Fact::OldestOverdue) {
        exposure.oldest_overdue = measured(exposure.oldest_overdue);
    }
    if facts.contains(&Fact::CreditSuspension) {
        request.suspension = measured(request.suspension);
    }
    request
}

fn measured<T: Copy>(fact: Known<T>) -> Known<T> {
    fact.value()
        .map_or(Known::Unknown, |value| Known::measured(*value))
}

/// The request with values of the facts that the test names.
fn with(
    mut request: CreditRequest,
    learnt: Learnt,
    is_learnt: impl Fn(Fact, bool) -> bool,
) -> CreditRequest {
    let exposure = &mut request.exposure;
    let places = [
        (Component::Ordered, &mut exposure.ordered),
        (Component::Shipped, &mut exposure.shipped),
        (Component::Invoiced, &mut exposure.invoiced),
        (Component::Overdue, &mut exposure.overdue),
    ];
    for ((component, place), value) in places.into_iter().zip(learnt.parts) {
        if is_learnt(component.fact(), place.is_known()) {
            *place = value;
        }
    }
    if is_learnt(Fact::OldestOverdue, exposure.oldest_overdue.is_known()) {
        exposure.oldest_overdue = learnt.oldest;
    }
    if is_learnt(Fact::CreditSuspension, request.suspension.is_known()) {
        request.suspension = learnt.suspension;
    }
    request
}

fn judged(policy: &CreditPolicy, request: &CreditRequest) -> Option<Verdict> {
    let policy = ReceivablePolicy::complete().with_credit(Clause::Agreed(policy.clone()));
    judge_credit(&policy, request).ok()
}

/// The first thing that a verdict says and another one, in which more is known, does not.
fn retracted(before: &Verdict, after: &Verdict) -> Result<(), TestCaseError> {
    if before.decision() != Decision::Undecided {
        prop_assert_eq!(before.decision(), after.decision());
    }
    for said in before.findings().iter().filter(|said| !said.is_gap()) {
        let is_said = after.findings().iter().any(|now| {
            let of = |one: &keqing::verdict::Finding| (one.rule, one.evidence.fact, one.outcome);
            of(now) == of(said)
        });
        prop_assert!(is_said, "{said:?} is retracted by {:?}", after.findings());
    }
    Ok(())
}

proptest! {
    #[test]
    fn learning_a_part_retracts_nothing(
        policy in policy(), request in request(), learnt in learnt(&Grade::ALL), one in 0_usize..8,
    ) {
        let Some(before) = judged(&policy, &request) else { return Ok(()) };
        let facts = [
            Fact::ExposureOrdered, Fact::ExposureShipped, Fact::ExposureInvoiced,
            Fact::ExposureOverdue, Fact::OldestOverdue, Fact::CreditSuspension,
        ];
        // One fact, or all of them.
        let only = facts.get(one);
        let known = with(request, learnt, |fact, is_known| {
            !is_known && only.is_none_or(|only| *only == fact)
        });
        if let Some(after) = judged(&policy, &known) {
            retracted(&before, &after)?;
        }
    }

    #[test]
    fn what_an_undecided_sale_misses_is_enough_to_decide_it(
        policy in policy(), request in request(), learnt in learnt(&[Grade::Measured]),
    ) {
        let Some(before) = judged(&policy, &request) else { return Ok(()) };
        let missed: Vec<Fact> = before.findings().gaps().map(|gap| gap.evidence.fact).collect();
        prop_assert!(!missed.contains(&Fact::ExposureTotal));
        let mut once = missed.clone();
        once.dedup();
        prop_assert_eq!(&once, &missed, "each once");
        // What was estimated is measured as it was estimated: another value is another case.
        let known = with(confirmed(request, &missed), learnt, |fact, is_known| {
            !is_known && missed.contains(&fact)
        });
        // Of a sale that is refused already nothing more has to be learnt.
        let was_open = before.decision() == Decision::Undecided;
        if let Some(after) = judged(&policy, &known).filter(|_| was_open) {
            prop_assert_ne_undecided(&after)?;
        }
    }

    #[test]
    fn a_total_is_open_only_if_two_values_of_the_missing_part_differ(
        limit in 0_i64..40, comparison in comparison(), releases in releases(),
        known in vec(0_i64..30, 4), missing in 0_usize..4, amount in 1_i64..20,
    ) {
        let standard = CreditPolicy::standard().with_comparison(comparison);
        let policy = standard
            .with_limit(Component::Total, up_to(limit))
            .and_then(|policy| policy.with_releases(releases));
        let Ok(policy) = policy else { return Ok(()) };
        let of = |value: Option<i64>| {
            let mut parts: Vec<Option<i64>> = known.iter().copied().map(Some).collect();
            if let Some(part) = parts.get_mut(missing) {
                *part = value;
            }
            let part = |place: usize| {
                let units = parts.get(place).copied().flatten();
                Known::of(units.map(euros), Grade::Measured)
            };
            let exposure = Exposure::zero(Currency::EUR)
                .with_ordered(part(0)).with_shipped(part(1))
                .with_invoiced(part(2)).with_overdue(part(3))
                .with_oldest_overdue(Known::measured(Days::new(1)));
            let by = "chen".parse().ok()?;
            let request = CreditRequest::new(document("sale", 1), SalesStep::Order, euros(amount), by, day(0))
                .with_exposure(exposure)
                .with_suspension(Known::measured(Presence::Absent));
            judged(&policy, &request).map(|verdict| verdict.decision())
        };
        let mut decisions: Vec<_> = (0..=160).filter_map(|units| of(Some(units))).collect();
        decisions.dedup();
        let open = of(None);
        match decisions.as_slice() {
            [one] => prop_assert_eq!(open, Some(*one)),
            _ => prop_assert_eq!(open, Some(Decision::Undecided)),
        }
    }

    #[test]
    fn credits_pay_the_invoices_that_are_due_first(
        rows in vec((0_u32..30, 0_u32..30, -40_i64..60), 0..8), as_of in 0_u32..60, margin in 0_u32..5,
        turn in 0_usize..8,
    ) {
        let mut invoices = Vec::new();
        for (place, (issued, term, units)) in rows.iter().enumerate() {
            invoices.push(OpenInvoice {
                id: document("invoice", place),
                issued: day(*issued),
                due: day(issued.saturating_add(*term)),
                open: euros(*units),
            });
        }
        let of = |invoices: &[OpenInvoice]| {
            Exposure::of_invoices(Currency::EUR, invoices, day(as_of), Days::new(margin))
        };
        let exposure = of(&invoices);
        invoices.rotate_left(turn.min(rows.len()));
        prop_assert_eq!(&exposure, &of(&invoices));
        // Each euro by itself, those due first at first, without those that the credits pay.
        let issued = rows.iter().filter(|(issued, ..)| *issued <= as_of);
        let (mut euro, mut credit) = (BTreeMap::<u32, i64>::new(), 0_i64);
        for (issued, term, units) in issued {
            match *units < 0 {
                true => credit = credit.saturating_sub(*units),
                false => {
                    let due = euro.entry(issued.saturating_add(*term)).or_default();
                    *due = due.saturating_add(*units);
                }
            }
        }
        let each = euro.iter().flat_map(|(due, units)| (0..*units).map(|_| *due));
        let open: Vec<u32> = each.skip(usize::try_from(credit).unwrap_or_default()).collect();
        let late = |due: &u32| as_of.saturating_sub(*due);
        let overdue = open.iter().filter(|due| late(due) > margin).count();
        let count = |units: usize| Known::measured(euros(i64::try_from(units).unwrap_or_default()));
        let oldest = open.iter().map(late).max().unwrap_or_default();
        let expected = Exposure::unknown()
            .with_invoiced(count(open.len().saturating_sub(overdue)))
            .with_overdue(count(overdue))
            .with_oldest_overdue(Known::measured(Days::new(oldest)));
        prop_assert_eq!(exposure, Ok(expected));
    }
}

fn prop_assert_ne_undecided(verdict: &Verdict) -> Result<(), TestCaseError> {
    let is_decided = verdict.decision() != Decision::Undecided;
    prop_assert!(is_decided, "{:?}", verdict.findings());
    Ok(())
}
