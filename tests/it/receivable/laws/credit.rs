//! Credit and waivers: nobody sells on credit or lets off more than they may.

use keqing::receivable::ReceivablePolicy;
use keqing::receivable::clause::Clause;
use keqing::receivable::credit::{
    self, CreditPolicy, CreditRelease, CreditRequest, Exposure, SalesStep, judge_credit,
};
use keqing::receivable::limit::{Amounts, MoneyLimit};
use keqing::receivable::waiver::{
    WaiverAuthority, WaiverPolicy, WaiverReason, WaiverRequest, WaiverSubject, judge_waiver,
};
use keqing::verdict::{Authority, Decision, Presence};
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::money::{Currency, Money};
use keqing::vocab::name::PersonId;
use keqing::vocab::set::Set;
use keqing::vocab::time::Days;
use keqing::vocab::words::WaiverCause;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Just, Strategy, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::{select, subsequence};
use rust_decimal::Decimal;

use super::collection::document;
use crate::support::given::{day, known, made, presence};

fn person(name: &str) -> PersonId {
    match PersonId::new(name) {
        Ok(id) => id,
        Err(error) => panic!("{error}"),
    }
}

pub(super) fn euros(units: i64) -> Money {
    Money::new(Decimal::new(units, 0), Currency::EUR)
}

pub(super) fn up_to(units: i64) -> MoneyLimit {
    MoneyLimit::UpTo(Amounts::new([euros(units)]).unwrap_or(Amounts::none()))
}

fn authority() -> impl Strategy<Value = Authority> {
    select(Authority::ALL.to_vec())
}

fn credit_policy() -> impl Strategy<Value = CreditPolicy> {
    let limits = vec(option::of(0_i64..40), 5);
    let steps = subsequence(Set::<SalesStep>::all().iter().collect::<Vec<_>>(), 0..=3);
    (limits, option::of(0_u32..40), steps, 0_i64..20, authority()).prop_map(
        |(limits, hold, steps, manager, authority)| {
            let mut policy = CreditPolicy::standard()
                .with_overdue_hold(hold.map(Days::new))
                .with_held_steps(steps.into_iter().collect())
                .with_hold_release(authority);
            for (component, limit) in credit::Component::ALL.into_iter().zip(limits) {
                let limit = limit.map_or(MoneyLimit::Unlimited, up_to);
                policy = policy
                    .clone()
                    .with_limit(component, limit)
                    .unwrap_or(policy);
            }
            policy
                .clone()
                .with_release(Authority::Manager, up_to(manager))
                .unwrap_or(policy)
        },
    )
}

pub(super) fn credit_request() -> impl Strategy<Value = CreditRequest> {
    let part = || known((0_i64..30).prop_map(euros));
    let exposure = (
        part(),
        part(),
        part(),
        part(),
        // Whatever is overdue is so for a day.
        known((1_u32..60).prop_map(Days::new)),
    );
    let step = select(Set::<SalesStep>::all().iter().collect::<Vec<_>>());
    let release = option::of((authority(), 1_i64..40, select(vec!["chen", "zhao"])));
    (exposure, step, 1_i64..20, known(presence()), release).prop_map(
        |((ordered, shipped, invoiced, overdue, oldest), step, amount, suspension, release)| {
            let (sale, seller) = (document("sale", 1), person("chen"));
            let mut request = CreditRequest::new(sale, step, euros(amount), seller, day(0));
            let mut exposure = Exposure::unknown();
            exposure.ordered = ordered;
            exposure.shipped = shipped;
            exposure.invoiced = invoiced;
            exposure.overdue = overdue;
            exposure.oldest_overdue = oldest;
            request.exposure = exposure;
            request.suspension = suspension;
            request.release = release.map(|(authority, amount, by)| CreditRelease {
                document: sale,
                by: person(by),
                authority,
                amount: euros(amount),
                until: day(0),
            });
            request
        },
    )
}

/// The place of one amount in an exposure.
type Part = fn(&mut Exposure) -> &mut Known<Money>;

fn part() -> impl Strategy<Value = Part> {
    select(vec![
        (|exposure| &mut exposure.ordered) as Part,
        |exposure| &mut exposure.shipped,
        |exposure| &mut exposure.invoiced,
        |exposure| &mut exposure.overdue,
    ])
}

fn decide(policy: &CreditPolicy, request: &CreditRequest) -> Option<Decision> {
    let policy = ReceivablePolicy::complete().with_credit(Clause::Agreed(policy.clone()));
    judge_credit(&policy, request)
        .ok()
        .map(|verdict| verdict.decision())
}

fn regraded<T>(known: Known<T>, grade: Grade) -> Known<T> {
    Known::of(known.into_value(), grade)
}

/// The request with every fact that is known, known at this grade.
pub(super) fn all_at(request: CreditRequest, grade: Grade) -> CreditRequest {
    let mut all = request;
    for part in [
        &mut all.exposure.ordered,
        &mut all.exposure.shipped,
        &mut all.exposure.invoiced,
        &mut all.exposure.overdue,
    ] {
        *part = regraded(*part, grade);
    }
    all.exposure.oldest_overdue = regraded(all.exposure.oldest_overdue, grade);
    all.suspension = regraded(all.suspension, grade);
    all
}

/// The request without unknown facts: what nobody has stated is nothing.
fn whole(mut request: CreditRequest) -> CreditRequest {
    let (all, nothing) = (&mut request.exposure, Exposure::zero(Currency::EUR));
    all.ordered = all.ordered.or(nothing.ordered);
    all.shipped = all.shipped.or(nothing.shipped);
    all.invoiced = all.invoiced.or(nothing.invoiced);
    all.overdue = all.overdue.or(nothing.overdue);
    all.oldest_overdue = all.oldest_overdue.or(Known::measured(Days::new(1)));
    let absent = Known::measured(Presence::Absent);
    request.suspension = request.suspension.or(absent);
    request
}

proptest! {
    #[test]
    fn more_exposure_never_turns_a_refusal_into_a_permit(
        policy in credit_policy(), request in credit_request(), part in part(), more in 0_i64..30,
    ) {
        let mut larger = request;
        let amount = part(&mut larger.exposure);
        *amount = amount.map(|there| there.checked_add(euros(more)).unwrap_or(there));
        // Silence about an excess that somebody may release is stricter than the excess. So a guess that
        // grows past the limit may pass from undecided to an escalation, and never to a permit. Beside an
        // unknown part, so may an amount that is known.
        if let (Some(less), Some(more)) = (decide(&policy, &request), decide(&policy, &larger)) {
            prop_assert!(less.is_permit() || !more.is_permit(), "{less} became {more}");
        }
        let measured = |request| decide(&policy, &all_at(whole(request), Grade::Measured));
        if let (Some(less), Some(more)) = (measured(request), measured(larger)) {
            prop_assert!(less <= more, "{less} became {more}");
        }
    }

    #[test]
    fn a_lower_grade_never_opens_a_sale(
        policy in credit_policy(), request in credit_request(), part in part(),
    ) {
        let mut guessed = request;
        let amount = part(&mut guessed.exposure);
        *amount = regraded(*amount, Grade::Estimated);
        let lower = [guessed, all_at(request, Grade::Estimated)];
        for lower in lower {
            if let (Some(sure), Some(guess)) = (decide(&policy, &request), decide(&policy, &lower)) {
                prop_assert!(sure <= guess, "{sure} became {guess}");
            }
        }
    }

    #[test]
    fn what_is_permitted_without_a_fact_is_permitted_with_any_value_of_it(
        policy in credit_policy(), request in credit_request(), part in part(),
    ) {
        let mut less = request;
        *part(&mut less.exposure) = Known::Unknown;
        if decide(&policy, &less) == Some(Decision::Permit) {
            let known = decide(&policy, &request);
            prop_assert!(known.is_none_or(Decision::is_permit), "{known:?}");
        }
    }

    #[test]
    fn without_a_policy_nothing_is_sold_on_credit(request in credit_request()) {
        let silent = ReceivablePolicy::standard();
        let decision = judge_credit(&silent, &request).map(|verdict| verdict.decision());
        prop_assert_eq!(decision, Ok(Decision::Deny));
    }
}

/// The bounds of a room: an amount, a share in hundredths and a count.
type Bounds = (i64, u64, u32);

fn waiver_policy(bounds: &[Bounds]) -> ReceivablePolicy {
    let rooms = Authority::ALL
        .into_iter()
        .zip(bounds)
        .map(|(authority, bounds)| WaiverAuthority {
            subject: WaiverSubject::Fee,
            authority,
            amount: up_to(bounds.0),
            share: made(bounds.1, 100),
            count: Some(bounds.2),
        });
    match WaiverPolicy::standard().with_rooms(rooms) {
        Ok(policy) => ReceivablePolicy::standard().with_waiver(policy),
        Err(error) => panic!("{error}"),
    }
}

/// Rooms that grow with the authority, none of them for some.
fn bounds() -> impl Strategy<Value = Vec<Bounds>> {
    let three = (vec(0_i64..30, 3), vec(0_u64..=100, 3), vec(0_u32..4, 3));
    (three, 0_usize..=3).prop_map(|((mut amounts, mut shares, mut counts), rooms)| {
        amounts.sort_unstable();
        shares.sort_unstable();
        counts.sort_unstable();
        let all = amounts.into_iter().zip(shares).zip(counts);
        all.map(|((amount, share), count)| (amount, share, count))
            .take(rooms)
            .collect()
    })
}

fn waiver() -> impl Strategy<Value = (WaiverRequest, i64, i64, u32)> {
    let amounts = (1_i64..30).prop_flat_map(|claim| (1..=claim, Just(claim)));
    let concern =
        || prop_oneof![3 => Just(Known::measured(Presence::Absent)), 1 => known(presence())];
    (amounts, authority(), 0_u32..4, concern(), concern()).prop_map(
        |((amount, claim), authority, earlier, interest, oneself)| {
            let (subject, by) = (WaiverSubject::Fee, person("zhao"));
            let mut request = WaiverRequest::new(
                subject,
                document("invoice", 1),
                euros(amount),
                by,
                authority,
                day(0),
            );
            request.claim = Known::measured(euros(claim));
            request.personal_interest = interest;
            request.for_oneself = oneself;
            request.reason = Known::measured(Some(WaiverReason {
                cause: WaiverCause::OurDelivery,
                on: day(0),
                document: document("note", 1),
            }));
            request.earlier = Known::measured((0..earlier).map(|_| day(0)).collect());
            (request, amount, claim, earlier)
        },
    )
}

proptest! {
    #[test]
    fn a_waiver_never_exceeds_its_authority(
        bounds in bounds(), (request, amount, claim, earlier) in waiver(),
    ) {
        let fits = |bounds: &Bounds| {
            let whole = i64::try_from(bounds.1).unwrap_or_default();
            amount <= bounds.0
                && amount.saturating_mul(100) <= claim.saturating_mul(whole)
                && earlier < bounds.2
        };
        let concerns = [request.personal_interest, request.for_oneself];
        let expected = if concerns.iter().any(|known| known.value() == Some(&Presence::Present)) {
            Decision::Deny
        } else {
            let mut rooms = Authority::ALL.into_iter().zip(&bounds);
            let least = rooms.find(|(_, bounds)| fits(bounds)).map(|(authority, _)| authority);
            match least {
                None => Decision::Deny,
                _ if concerns.iter().any(|known| known.grade() < Some(Grade::CustomerStated)) => {
                    Decision::Undecided
                }
                Some(least) if least <= request.authority => Decision::Permit,
                Some(least) => Decision::Escalate(least),
            }
        };
        let verdict = judge_waiver(&waiver_policy(&bounds), &request);
        prop_assert_eq!(verdict.map(|verdict| verdict.decision()), Ok(expected));
    }

    #[test]
    fn a_lower_grade_never_opens_a_waiver(
        bounds in bounds(), (request, ..) in waiver(), lowered in 0_u8..5,
    ) {
        let mut guess = request.clone();
        let low = Grade::Estimated;
        match lowered {
            0 => guess.claim = regraded(guess.claim, low),
            1 => guess.earlier = regraded(guess.earlier, low),
            2 => guess.reason = regraded(guess.reason, low),
            3 => guess.personal_interest = regraded(guess.personal_interest, low),
            _ => guess.for_oneself = regraded(guess.for_oneself, low),
        }
        let policy = waiver_policy(&bounds);
        let decide = |request| judge_waiver(&policy, request).map(|verdict| verdict.decision());
        let (sure, guess) = (decide(&request), decide(&guess));
        if let (Ok(sure), Ok(guess)) = (sure, guess) {
            prop_assert!(sure <= guess, "{sure} became {guess}");
            prop_assert!(!guess.is_permit());
        }
    }

    #[test]
    fn a_waiver_without_a_fact_is_never_permitted(
        bounds in bounds(), (request, ..) in waiver(), forgotten in 0_u8..5,
    ) {
        let mut request = request;
        match forgotten {
            0 => request.claim = Known::Unknown,
            1 => request.earlier = Known::Unknown,
            2 => request.reason = Known::Unknown,
            3 => request.personal_interest = Known::Unknown,
            _ => request.for_oneself = Known::Unknown,
        }
        let verdict = judge_waiver(&waiver_policy(&bounds), &request);
        prop_assert!(verdict.is_ok_and(|verdict| !verdict.decision().is_permit()));
    }
}
