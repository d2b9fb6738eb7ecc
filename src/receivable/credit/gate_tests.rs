//! Credit needs a complete policy, and facts that are more than a guess.

use alloc::boxed::Box;
use alloc::string::ToString;
use core::error::Error;

use crate::receivable::clause::Clause;
use crate::receivable::completeness::PolicyItem;
use crate::receivable::credit::tests::{
    Checked, MANAGER, decide, known, money, order, policy, release, up_to,
};
use crate::receivable::credit::{CreditRequest, judge_credit};
use crate::receivable::{ReceivableError, ReceivablePolicy};
use crate::verdict::{Authority, Decision, Fact};
use crate::vocab::known::{Grade, Known};
use crate::vocab::time::Days;

/// The policy with one item open.
fn without(item: PolicyItem) -> ReceivablePolicy {
    let complete = ReceivablePolicy::complete();
    match item {
        PolicyItem::LatePayment => complete.with_late_payment(Clause::Silent),
        PolicyItem::EarlyPayment => complete.with_early_payment(Clause::Silent),
        PolicyItem::InterestCalculation => complete.with_interest(Clause::Silent),
        PolicyItem::PaymentTerm => complete.with_term(Clause::Silent),
        PolicyItem::SettlementMethod => complete.with_settlement(Clause::Silent),
    }
}

#[test]
fn credit_needs_every_item_of_the_policy() -> Checked {
    let request = order("10 EUR")?;
    let complete = ReceivablePolicy::complete();
    assert_eq!(
        judge_credit(&complete, &request)?.decision(),
        Decision::Permit
    );
    for item in PolicyItem::ALL {
        let verdict = judge_credit(&without(item), &request)?;
        assert_eq!(verdict.decision(), Decision::Deny, "{item}");
        let facts = verdict.determining().map(|finding| finding.evidence.fact);
        assert!(facts.eq([item.fact()]), "{item}");
    }
    for terms in [Clause::Silent, Clause::Excluded] {
        let verdict = judge_credit(&complete.clone().with_credit(terms), &request)?;
        assert_eq!(verdict.decision(), Decision::Deny);
        let facts = verdict.determining().map(|finding| finding.evidence.fact);
        assert!(facts.eq([Fact::CreditTerms]));
    }
    let standard = judge_credit(&ReceivablePolicy::standard(), &request)?;
    assert_eq!(standard.decision(), Decision::Deny);
    assert_eq!(standard.determining().count(), 5);
    Ok(())
}

#[test]
fn an_item_that_is_settled_as_none_is_settled() -> Checked {
    let nothing = ReceivablePolicy::complete()
        .with_late_payment(Clause::Excluded)
        .with_early_payment(Clause::Excluded)
        .with_interest(Clause::Excluded)
        .with_term(Clause::Excluded)
        .with_settlement(Clause::Excluded);
    let verdict = judge_credit(&nothing, &order("10 EUR")?)?;
    assert_eq!(verdict.decision(), Decision::Permit);
    Ok(())
}

fn regraded<T: Copy>(known: Known<T>, grade: Grade) -> Known<T> {
    Known::of(known.into_value(), grade)
}

#[test]
fn only_our_own_ledger_opens_credit_and_anything_may_close_it() -> Checked {
    let guess: [fn(&mut CreditRequest, Grade); 6] = [
        |request, grade| request.exposure.ordered = regraded(request.exposure.ordered, grade),
        |request, grade| request.exposure.shipped = regraded(request.exposure.shipped, grade),
        |request, grade| request.exposure.invoiced = regraded(request.exposure.invoiced, grade),
        |request, grade| request.exposure.overdue = regraded(request.exposure.overdue, grade),
        |request, grade| {
            let days = request.exposure.oldest_overdue;
            request.exposure.oldest_overdue = regraded(days, grade);
        },
        |request, grade| request.suspension = regraded(request.suspension, grade),
    ];
    for (place, guess) in guess.into_iter().enumerate() {
        for (grade, expected) in [
            (Grade::Estimated, Decision::Undecided),
            (Grade::CustomerStated, Decision::Undecided),
            (Grade::Measured, Decision::Permit),
        ] {
            let mut request = order("10 EUR")?;
            guess(&mut request, grade);
            assert_eq!(decide(&policy()?, &request)?, expected, "{place} {grade}");
        }
    }
    // What is guessed or said to be too much is too much, and a release of it rests on our ledger.
    for grade in [Grade::Estimated, Grade::CustomerStated] {
        let mut request = order("1040 EUR")?;
        request.exposure.ordered = regraded(request.exposure.ordered, grade);
        assert_eq!(decide(&policy()?, &request)?, MANAGER);
        request.release = Some(release("1040 EUR", Authority::Manager)?);
        assert_eq!(decide(&policy()?, &request)?, Decision::Undecided);
    }
    Ok(())
}

#[test]
fn known_parts_that_nobody_may_release_settle_an_unknown_total() -> Checked {
    let terms = policy()?.with_releases([(Authority::Manager, up_to("50 EUR")?)])?;
    let rows = [
        ("1040.01 EUR", Decision::Deny),
        ("1040 EUR", Decision::Undecided),
        ("10 EUR", Decision::Undecided),
    ];
    for (invoiced, expected) in rows {
        let mut request = order("10 EUR")?;
        request.exposure.invoiced = known(invoiced)?;
        request.exposure.ordered = Known::Unknown;
        assert_eq!(decide(&terms, &request)?, expected, "{invoiced}");
    }
    Ok(())
}

#[test]
fn an_overdue_amount_has_days_unless_one_of_the_two_is_not_measured() -> Checked {
    let guess = |amount: &str| -> Result<_, Box<dyn Error>> {
        Ok(Known::graded(money(amount)?, Grade::Estimated))
    };
    let days = |days| Known::measured(Days::new(days));
    let rows = [
        (known("1 EUR")?, days(0), false),
        (known("1 EUR")?, days(1), true),
        (known("0 EUR")?, days(0), true),
        // An invoice within the margin is late and not yet overdue.
        (known("0 EUR")?, days(3), true),
        (known("1 EUR")?, Known::Unknown, true),
        (guess("1 EUR")?, days(0), true),
        (
            known("1 EUR")?,
            Known::graded(Days::new(0), Grade::Estimated),
            true,
        ),
    ];
    for (overdue, oldest, is_possible) in rows {
        let mut request = order("10 EUR")?;
        request.exposure.overdue = overdue;
        request.exposure.oldest_overdue = oldest;
        let found = decide(&policy()?, &request);
        assert_eq!(found.is_ok(), is_possible, "{overdue:?} {oldest:?}");
        if let Err(error) = found {
            let said = "1 EUR is overdue and no invoice is, expected the days of the oldest one";
            assert_eq!(error.to_string(), said);
            assert_eq!(
                ReceivableError::from(error).path(),
                "exposure.oldest-overdue"
            );
        }
    }
    Ok(())
}
