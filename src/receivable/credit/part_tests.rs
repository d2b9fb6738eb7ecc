//! Credit says which part of the exposure it lacks, and decides without it where no value of it matters.

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::receivable::ReceivablePolicy;
use crate::receivable::clause::Clause;
use crate::receivable::credit::tests::{
    Checked, EXECUTIVE, MANAGER, known, money, order, policy, release, up_to, written,
};
use crate::receivable::credit::{
    Component, CreditPolicy, CreditRelease, CreditRequest, Exposure, Prepayment, SalesStep,
    judge_credit,
};
use crate::receivable::limit::{Comparison, MoneyLimit};
use crate::verdict::{
    Authority, Bound, Change, Decision, Evidence, Fact, Found, Outcome, Presence, Reading, Verdict,
};
use crate::vocab::known::{Grade, Known};
use crate::vocab::money::{Currency, Money};

/// The facts that the findings of a verdict lack, in order.
fn gaps(verdict: &Verdict) -> Vec<Fact> {
    let gaps = verdict.findings().gaps();
    gaps.map(|finding| finding.evidence.fact).collect()
}

/// The breached facts with the amounts that were seen.
fn excesses(verdict: &Verdict) -> Vec<(Fact, Option<Money>)> {
    let breaches = verdict.findings().breaches();
    let seen = breaches.map(|finding| match finding.evidence.reading {
        Reading::Money { observed, .. } => (finding.evidence.fact, Some(observed)),
        _ => (finding.evidence.fact, None),
    });
    seen.collect()
}

/// An order of 10 EUR of which one component is not known.
fn without(component: Component) -> Result<CreditRequest, Box<dyn core::error::Error>> {
    let mut request = order("10 EUR")?;
    let exposure = &mut request.exposure;
    let part = match component {
        Component::Ordered => &mut exposure.ordered,
        Component::Shipped => &mut exposure.shipped,
        Component::Invoiced => &mut exposure.invoiced,
        Component::Overdue | Component::Total => &mut exposure.overdue,
    };
    *part = Known::Unknown;
    Ok(request)
}

const PARTS: [Component; 4] = [
    Component::Ordered,
    Component::Shipped,
    Component::Invoiced,
    Component::Overdue,
];

#[test]
fn what_is_prepaid_is_said() -> Checked {
    let rows = [
        (Prepayment::Nothing, None, MANAGER),
        (Prepayment::Part(money("0 EUR")?), None, MANAGER),
        (
            Prepayment::Part(money("0.01 EUR")?),
            Some("0.01 EUR"),
            MANAGER,
        ),
        (
            Prepayment::Part(money("1040 EUR")?),
            Some("1040 EUR"),
            Decision::Permit,
        ),
        (Prepayment::Whole, Some("1040 EUR"), Decision::Permit),
    ];
    for terms in [written(&policy()?), ReceivablePolicy::standard()] {
        for (prepayment, expected, decision) in rows {
            let mut request = order("1040 EUR")?;
            request.prepayment = prepayment;
            let verdict = judge_credit(&terms, &request)?;
            if terms.credit().set().is_some() {
                assert_eq!(verdict.decision(), decision, "{prepayment:?}");
            }
            let findings = verdict.findings().iter();
            let told = findings.filter(|finding| finding.evidence.fact == Fact::Prepayment);
            let told: Vec<_> = told.map(|one| (one.outcome, one.evidence)).collect();
            let expected = expected.map(money).transpose()?.map(|prepaid| {
                let evidence = Evidence::found(Fact::Prepayment, Found::Money(prepaid));
                (Outcome::Inapplicable, evidence)
            });
            assert_eq!(
                told,
                expected.into_iter().collect::<Vec<_>>(),
                "{prepayment:?}"
            );
        }
    }
    Ok(())
}

#[test]
fn a_gap_in_the_total_names_the_part_that_is_not_known() -> Checked {
    let policy = written(&policy()?);
    for component in PARTS {
        let verdict = judge_credit(&policy, &without(component)?)?;
        assert_eq!(verdict.decision(), Decision::Undecided);
        assert_eq!(gaps(&verdict), [component.fact()]);
        let changes: Vec<_> = verdict
            .remedies()
            .map(|one| (one.fact, one.change))
            .collect();
        assert_eq!(changes, [(component.fact(), Change::Learn { grade: None })]);
    }
    let mut request = order("10 EUR")?;
    request.exposure = Exposure::unknown().with_oldest_overdue(request.exposure.oldest_overdue);
    let verdict = judge_credit(&policy, &request)?;
    assert_eq!(gaps(&verdict), PARTS.map(Component::fact));
    Ok(())
}

#[test]
fn a_gap_in_the_total_names_the_part_that_is_only_guessed() -> Checked {
    let mut request = without(Component::Overdue)?;
    request.exposure.shipped = Known::estimated(money("20 EUR")?);
    let verdict = judge_credit(&written(&policy()?), &request)?;
    let told: Vec<_> = verdict.findings().gaps().map(|one| one.evidence).collect();
    let grade = Reading::Grade {
        observed: Grade::Estimated,
        required: Grade::Measured,
    };
    let expected = [
        Evidence::new(Fact::ExposureShipped, grade),
        Evidence::new(Fact::ExposureOverdue, Reading::Nothing),
    ];
    assert_eq!(told, expected);
    Ok(())
}

#[test]
fn a_part_that_nothing_asks_for_is_not_missed() -> Checked {
    let unlimited = written(&CreditPolicy::standard());
    for component in PARTS {
        let verdict = judge_credit(&unlimited, &without(component)?)?;
        assert_eq!(verdict.decision(), Decision::Permit);
        assert_eq!(gaps(&verdict), []);
    }
    let own = CreditPolicy::standard().with_limit(Component::Shipped, up_to("5 EUR")?)?;
    let verdict = judge_credit(&written(&own), &without(Component::Invoiced)?)?;
    assert_eq!(verdict.decision(), Decision::Permit);
    Ok(())
}

/// A total of 1000 EUR that several people may exceed, each by so much.
fn releases(
    table: &[(Authority, Option<&str>)],
) -> Result<CreditPolicy, Box<dyn core::error::Error>> {
    let mut releases = Vec::new();
    for (authority, most) in table {
        let limit = most.map_or(Ok(MoneyLimit::Unlimited), up_to)?;
        releases.push((*authority, limit));
    }
    Ok(policy()?.with_releases(releases)?)
}

#[test]
fn the_known_parts_settle_what_no_other_part_can_change() -> Checked {
    use Authority::{Executive, Manager};
    let nobody = releases(&[])?;
    let little = releases(&[(Manager, Some("50 EUR"))])?;
    let steps = releases(&[(Manager, Some("50 EUR")), (Executive, None)])?;
    let anything = releases(&[(Manager, None)])?;
    let unknown = Decision::Undecided;
    // The policy, what is invoiced beside an order of 10 EUR, the decision, the excess told, and the gap.
    let rows = [
        (&nobody, "990 EUR", unknown, None, true),
        (
            &nobody,
            "990.01 EUR",
            Decision::Deny,
            Some("1000.01 EUR"),
            false,
        ),
        (&little, "990 EUR", unknown, None, true),
        (&little, "990.01 EUR", unknown, Some("1000.01 EUR"), true),
        (&little, "1040 EUR", unknown, Some("1050 EUR"), true),
        (
            &little,
            "1040.01 EUR",
            Decision::Deny,
            Some("1050.01 EUR"),
            false,
        ),
        (&steps, "990 EUR", unknown, None, true),
        (&steps, "1040 EUR", unknown, Some("1050 EUR"), true),
        (&steps, "1040.01 EUR", EXECUTIVE, Some("1050.01 EUR"), false),
        (&anything, "990 EUR", unknown, None, true),
        (&anything, "990.01 EUR", MANAGER, Some("1000.01 EUR"), false),
    ];
    for (terms, invoiced, decision, excess, is_gap) in rows {
        for component in [Component::Ordered, Component::Shipped, Component::Overdue] {
            let mut request = without(component)?;
            request.exposure.invoiced = known(invoiced)?;
            let verdict = judge_credit(&written(terms), &request)?;
            assert_eq!(verdict.decision(), decision, "{invoiced} {component:?}");
            let excess = excess.map(money).transpose()?;
            let excess = excess.map(|observed| (Fact::ExposureTotal, Some(observed)));
            assert_eq!(excesses(&verdict), excess.into_iter().collect::<Vec<_>>());
            let gap = is_gap.then_some(component.fact());
            assert_eq!(gaps(&verdict), gap.into_iter().collect::<Vec<_>>());
        }
    }
    Ok(())
}

#[test]
fn a_known_excess_is_told_with_its_remedy_beside_the_gap() -> Checked {
    let mut request = without(Component::Shipped)?;
    request.exposure.invoiced = known("1000 EUR")?;
    let verdict = judge_credit(&written(&policy()?), &request)?;
    let changes: Vec<_> = verdict
        .remedies()
        .map(|one| (one.fact, one.change))
        .collect();
    let (from, to, bound) = (money("1010 EUR")?, money("1000 EUR")?, Bound::AtMost);
    let expected = [
        (Fact::ExposureShipped, Change::Learn { grade: None }),
        (Fact::ExposureTotal, Change::ReachMoney { from, bound, to }),
    ];
    assert_eq!(changes, expected);
    Ok(())
}

#[test]
fn the_step_itself_is_a_known_part() -> Checked {
    let limits = |component| -> Result<CreditPolicy, Box<dyn core::error::Error>> {
        let limited = CreditPolicy::standard().with_limit(component, up_to("1000 EUR")?)?;
        Ok(limited.with_comparison(Comparison::Above))
    };
    // Of an order that nobody knows anything about, the order is known.
    let rows = [
        (SalesStep::Order, Component::Ordered),
        (SalesStep::Order, Component::Total),
        (SalesStep::Shipment, Component::Shipped),
        (SalesStep::Shipment, Component::Total),
        (SalesStep::Invoice, Component::Invoiced),
        (SalesStep::Invoice, Component::Total),
    ];
    for (step, component) in rows {
        for (amount, expected) in [
            ("1000 EUR", Decision::Undecided),
            ("1000.01 EUR", EXECUTIVE),
        ] {
            let mut request = order(amount)?;
            request.step = step;
            let days = request.exposure.oldest_overdue;
            request.exposure = Exposure::unknown().with_oldest_overdue(days);
            let held = limits(component)?.with_held_steps(crate::vocab::set::Set::all());
            let verdict = judge_credit(&written(&held), &request)?;
            assert_eq!(
                verdict.decision(),
                expected,
                "{step:?} {component:?} {amount}"
            );
        }
    }
    // Other components do not have it.
    let mut request = order("1000.01 EUR")?;
    request.exposure.shipped = Known::Unknown;
    let verdict = judge_credit(&written(&limits(Component::Shipped)?), &request)?;
    assert_eq!(verdict.decision(), Decision::Undecided);
    Ok(())
}

#[test]
fn a_release_rests_on_our_ledger() -> Checked {
    let steps = written(&policy()?);
    let mut request = without(Component::Shipped)?;
    request.exposure.invoiced = known("1040 EUR")?;
    for authority in [Authority::Manager, Authority::Executive] {
        request.release = Some(release("10 EUR", authority)?);
        let verdict = judge_credit(&steps, &request)?;
        assert_eq!(verdict.decision(), Decision::Undecided, "{authority:?}");
        assert_eq!(gaps(&verdict), [Fact::ExposureShipped]);
    }
    request.exposure.shipped = known("0.01 EUR")?;
    let verdict = judge_credit(&steps, &request)?;
    assert_eq!(verdict.decision(), Decision::Permit);
    Ok(())
}

#[test]
fn nothing_is_said_of_a_release_while_it_is_open_whether_it_is_needed() -> Checked {
    let about = |verdict: &Verdict| -> Vec<Outcome> {
        let findings = verdict.findings().iter();
        let of = findings.filter(|finding| finding.evidence.fact == Fact::CreditRelease);
        of.map(|finding| finding.outcome).collect()
    };
    let steps = written(&policy()?);
    let good = release("10 EUR", Authority::Manager)?;
    let mut request = order("10 EUR")?;
    assert_eq!(
        about(&judge_credit(&steps, &request)?),
        [Outcome::Inapplicable]
    );
    request.release = Some(good);
    assert_eq!(
        about(&judge_credit(&steps, &request)?),
        [Outcome::Inapplicable]
    );
    let gaps: [fn(&mut CreditRequest); 4] = [
        |request| request.exposure.shipped = Known::Unknown,
        |request| request.exposure.shipped = Known::estimated(Money::zero(Currency::EUR)),
        |request| request.exposure.oldest_overdue = Known::Unknown,
        |request| request.suspension = Known::estimated(Presence::Absent),
    ];
    for forget in gaps {
        let mut request = request;
        forget(&mut request);
        assert_eq!(about(&judge_credit(&steps, &request)?), []);
        request.release = None;
        assert_eq!(
            about(&judge_credit(&steps, &request)?),
            [Outcome::Inapplicable]
        );
    }
    Ok(())
}

#[test]
fn a_release_is_told_where_none_suffices() -> Checked {
    let mut request = order("1050.01 EUR")?;
    let good = release("1050.01 EUR", Authority::Executive)?;
    let own = CreditRelease {
        by: "chen-li".parse()?,
        ..good
    };
    for (release, fact, outcome) in [
        (good, Fact::CreditRelease, Outcome::Met),
        (own, Fact::SelfDealing, Outcome::Breached),
    ] {
        request.release = Some(release);
        let terms = releases(&[(Authority::Manager, Some("50 EUR"))])?;
        let verdict = judge_credit(&written(&terms), &request)?;
        assert_eq!(verdict.decision(), Decision::Deny);
        let mut findings = verdict.findings().iter();
        assert!(findings.any(|one| (one.evidence.fact, one.outcome) == (fact, outcome)));
    }
    Ok(())
}

#[test]
fn a_currency_without_a_limit_bars_and_the_gap_is_named_as_well() -> Checked {
    let terms = policy()?.with_limit(Component::Shipped, up_to("5 USD")?)?;
    let terms = ReceivablePolicy::complete().with_credit(Clause::Agreed(terms));
    let verdict = judge_credit(&terms, &without(Component::Shipped)?)?;
    assert_eq!(verdict.decision(), Decision::Deny);
    assert_eq!(excesses(&verdict), [(Fact::Currency, None)]);
    assert_eq!(gaps(&verdict), [Fact::ExposureShipped]);
    Ok(())
}
