use alloc::boxed::Box;
use alloc::string::ToString;
use core::error::Error;

use chrono::NaiveDate;

use crate::receivable::ReceivablePolicy;
use crate::receivable::clause::Clause;
use crate::receivable::credit::{
    Component, CreditError, CreditPolicy, CreditRelease, CreditRequest, Exposure, Prepayment,
    SalesStep, judge_credit,
};
use crate::receivable::limit::{Amounts, Comparison, MoneyLimit};
use crate::verdict::{Authority, Change, Decision, Fact, Presence};
use crate::vocab::known::Known;
use crate::vocab::money::{Currency, Money};
use crate::vocab::set::Set;
use crate::vocab::time::Days;

pub(super) type Checked = Result<(), Box<dyn Error>>;

pub(super) const MANAGER: Decision = Decision::Escalate(Authority::Manager);
pub(super) const EXECUTIVE: Decision = Decision::Escalate(Authority::Executive);

pub(super) fn money(amount: &str) -> Result<Money, Box<dyn Error>> {
    Ok(amount.parse()?)
}

pub(super) fn known(amount: &str) -> Result<Known<Money>, Box<dyn Error>> {
    Ok(Known::measured(amount.parse()?))
}

pub(super) fn up_to(amount: &str) -> Result<MoneyLimit, Box<dyn Error>> {
    Ok(MoneyLimit::UpTo(Amounts::new([amount.parse()?])?))
}

fn as_of() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 5, 1).unwrap_or_default()
}

/// A total of 1000 EUR, of which a manager releases an excess of 50.
pub(super) fn policy() -> Result<CreditPolicy, Box<dyn Error>> {
    Ok(CreditPolicy::standard()
        .with_limit(Component::Total, up_to("1000 EUR")?)?
        .with_release(Authority::Manager, up_to("50 EUR")?)?)
}

/// An order where nothing else is at stake.
pub(super) fn order(amount: &str) -> Result<CreditRequest, Box<dyn Error>> {
    let (document, seller) = ("order-7".parse()?, "chen-li".parse()?);
    let mut request =
        CreditRequest::new(document, SalesStep::Order, amount.parse()?, seller, as_of());
    // Whatever a test puts among the overdue amounts is so for a day.
    request.exposure =
        Exposure::zero(Currency::EUR).with_oldest_overdue(Known::measured(Days::new(1)));
    request.suspension = Known::measured(Presence::Absent);
    Ok(request)
}

pub(super) fn release(amount: &str, authority: Authority) -> Result<CreditRelease, Box<dyn Error>> {
    Ok(CreditRelease {
        document: "order-7".parse()?,
        by: "zhao-min".parse()?,
        authority,
        amount: amount.parse()?,
        until: as_of(),
    })
}

/// A complete policy with these terms of credit.
pub(super) fn written(terms: &CreditPolicy) -> ReceivablePolicy {
    ReceivablePolicy::complete().with_credit(Clause::Agreed(terms.clone()))
}

pub(super) fn decide(
    terms: &CreditPolicy,
    request: &CreditRequest,
) -> Result<Decision, CreditError> {
    judge_credit(&written(terms), request).map(|verdict| verdict.decision())
}

#[test]
fn the_excess_over_a_limit_names_who_may_release_it() -> Checked {
    let rows = [
        ("1000 EUR", Comparison::Above, Decision::Permit),
        ("1000 EUR", Comparison::AtOrAbove, MANAGER),
        ("999.99 EUR", Comparison::AtOrAbove, Decision::Permit),
        ("1000.01 EUR", Comparison::Above, MANAGER),
        ("1050 EUR", Comparison::Above, MANAGER),
        ("1050.01 EUR", Comparison::Above, EXECUTIVE),
    ];
    for (amount, comparison, expected) in rows {
        let policy = policy()?.with_comparison(comparison);
        assert_eq!(decide(&policy, &order(amount)?)?, expected, "{amount}");
    }
    Ok(())
}

#[test]
fn a_refusal_names_the_component_and_what_it_has_to_come_down_to() -> Checked {
    let mut request = order("400 EUR")?;
    request.exposure.invoiced = known("700 EUR")?;
    let verdict = judge_credit(&written(&policy()?), &request)?;
    let remedies: alloc::vec::Vec<_> = verdict.remedies().collect();
    let [remedy] = remedies.as_slice() else {
        return Err("not one remedy".into());
    };
    assert_eq!(remedy.fact, Fact::ExposureTotal);
    let Change::ReachMoney { from, to, .. } = remedy.change else {
        return Err("not an amount".into());
    };
    assert_eq!((from, to), (money("1100 EUR")?, money("1000 EUR")?));
    Ok(())
}

#[test]
fn each_component_is_held_against_its_own_limit() -> Checked {
    for component in Component::ALL {
        let policy = CreditPolicy::standard().with_limit(component, up_to("9.99 EUR")?)?;
        let mut request = order("10 EUR")?;
        if component != Component::Ordered && component != Component::Total {
            let ten = known("10 EUR")?;
            request.exposure.shipped = ten;
            request.exposure.invoiced = ten;
            request.exposure.overdue = ten;
        }
        let verdict = judge_credit(&written(&policy), &request)?;
        assert_eq!(verdict.decision(), EXECUTIVE);
        let facts = verdict.determining().map(|finding| finding.evidence.fact);
        assert!(facts.eq([component.fact()]), "{component:?}");
    }
    Ok(())
}

#[test]
fn a_step_moves_its_amount_and_counts_it_once() -> Checked {
    let mut exposure = Exposure::zero(Currency::EUR);
    let amount = money("40 EUR")?;
    for (step, total) in [
        (SalesStep::Order, "40 EUR"),
        (SalesStep::Shipment, "40 EUR"),
        (SalesStep::Invoice, "40 EUR"),
    ] {
        exposure = exposure.after(step, amount)?;
        assert_eq!(exposure.total()?.value(), Some(&money(total)?), "{step:?}");
    }
    assert_eq!(exposure.invoiced, known("40 EUR")?);
    let error = exposure.after(SalesStep::Shipment, amount).err();
    assert_eq!(
        error.map(|error| error.to_string()).as_deref(),
        Some("40 EUR cannot leave `ordered`, where 0 EUR is")
    );
    Ok(())
}

#[test]
fn a_suspension_and_old_debts_hold_orders_and_shipments_but_not_invoices() -> Checked {
    let rows = [
        (SalesStep::Order, EXECUTIVE),
        (SalesStep::Shipment, EXECUTIVE),
        (SalesStep::Invoice, Decision::Permit),
    ];
    for (step, expected) in rows {
        for (suspension, days, is_held) in [
            (Presence::Present, 0, true),
            (Presence::Absent, 61, true),
            (Presence::Absent, 60, false),
        ] {
            let mut request = order("40 EUR")?;
            request.step = step;
            request.exposure.ordered = known("40 EUR")?;
            request.exposure.shipped = known("40 EUR")?;
            request.exposure.oldest_overdue = Known::measured(Days::new(days));
            request.suspension = Known::measured(suspension);
            let expected = if is_held { expected } else { Decision::Permit };
            assert_eq!(decide(&policy()?, &request)?, expected, "{step:?} {days}");
        }
    }
    Ok(())
}

#[test]
fn what_is_prepaid_is_not_at_stake() -> Checked {
    let rows = [
        (Prepayment::Nothing, EXECUTIVE),
        (Prepayment::Part(money("999.99 EUR")?), MANAGER),
        (Prepayment::Part(money("1000 EUR")?), Decision::Permit),
        (Prepayment::Whole, Decision::Permit),
    ];
    for (prepayment, expected) in rows {
        let mut request = order("2000 EUR")?;
        request.prepayment = prepayment;
        assert_eq!(decide(&policy()?, &request)?, expected, "{prepayment:?}");
    }
    // Nothing on credit: neither a policy nor a suspension has anything to say.
    let mut request = order("2000 EUR")?;
    request.prepayment = Prepayment::Whole;
    request.suspension = Known::measured(Presence::Present);
    assert_eq!(
        judge_credit(&ReceivablePolicy::standard(), &request)?.decision(),
        Decision::Permit
    );
    Ok(())
}

#[test]
fn a_release_passes_its_own_sale_within_its_bounds() -> Checked {
    let good = release("1040 EUR", Authority::Manager)?;
    let before = as_of().pred_opt().unwrap_or_default();
    let rows = [
        (good, Decision::Permit),
        (
            CreditRelease {
                authority: Authority::Operator,
                ..good
            },
            MANAGER,
        ),
        (
            CreditRelease {
                amount: money("1039.99 EUR")?,
                ..good
            },
            MANAGER,
        ),
        (
            CreditRelease {
                until: before,
                ..good
            },
            MANAGER,
        ),
        (
            CreditRelease {
                document: "order-8".parse()?,
                ..good
            },
            MANAGER,
        ),
        (
            CreditRelease {
                by: "chen-li".parse()?,
                ..good
            },
            Decision::Deny,
        ),
    ];
    for (release, expected) in rows {
        let mut request = order("1040 EUR")?;
        request.release = Some(release);
        assert_eq!(decide(&policy()?, &request)?, expected, "{release:?}");
    }
    // The same release passes the shipment of the same sale, and the breach stays to be seen.
    let mut shipment = order("1040 EUR")?;
    shipment.step = SalesStep::Shipment;
    shipment.exposure.ordered = known("1040 EUR")?;
    shipment.release = Some(good);
    let verdict = judge_credit(&written(&policy()?), &shipment)?;
    assert_eq!(verdict.decision(), Decision::Permit);
    assert_eq!(verdict.findings().breaches().count(), 1);
    Ok(())
}

#[test]
fn a_release_that_nothing_asks_for_says_nothing() -> Checked {
    let mut request = order("10 EUR")?;
    let own = CreditRelease {
        by: "chen-li".parse()?,
        ..release("10 EUR", Authority::Manager)?
    };
    request.release = Some(own);
    assert_eq!(decide(&policy()?, &request)?, Decision::Permit);
    Ok(())
}

#[test]
fn a_currency_that_the_limit_does_not_name_is_not_sold_on_credit() -> Checked {
    let mut request = order("1 USD")?;
    request.exposure = Exposure::zero(Currency::USD);
    request.release = Some(release("1 USD", Authority::Executive)?);
    assert_eq!(decide(&policy()?, &request)?, Decision::Deny);
    assert_eq!(
        decide(&CreditPolicy::standard(), &request)?,
        Decision::Permit
    );
    Ok(())
}

#[test]
fn an_unknown_fact_leaves_the_verdict_undecided() -> Checked {
    let forget: [fn(&mut CreditRequest); 6] = [
        |request| request.exposure.ordered = Known::Unknown,
        |request| request.exposure.shipped = Known::Unknown,
        |request| request.exposure.invoiced = Known::Unknown,
        |request| request.exposure.overdue = Known::Unknown,
        |request| request.exposure.oldest_overdue = Known::Unknown,
        |request| request.suspension = Known::Unknown,
    ];
    for forget in forget {
        let mut request = order("10 EUR")?;
        forget(&mut request);
        assert_eq!(decide(&policy()?, &request)?, Decision::Undecided);
    }
    Ok(())
}

#[test]
fn a_request_that_cannot_be_is_refused() -> Checked {
    let mut cases = alloc::vec::Vec::new();
    cases.push((
        order("0 EUR")?,
        "the amount is 0 EUR, expected an amount above zero",
    ));
    let mut prepaid = order("10 EUR")?;
    prepaid.prepayment = Prepayment::Part(money("10.01 EUR")?);
    cases.push((prepaid, "10.01 EUR is prepaid, expected zero up to 10 EUR"));
    prepaid.prepayment = Prepayment::Part(money("-0.01 EUR")?);
    cases.push((prepaid, "-0.01 EUR is prepaid, expected zero up to 10 EUR"));
    let mut negative = order("10 EUR")?;
    negative.exposure.overdue = known("-1 EUR")?;
    cases.push((negative, "`overdue` is -1 EUR, expected zero or more"));
    let mut mixed = order("10 EUR")?;
    mixed.exposure.overdue = known("1 USD")?;
    cases.push((
        mixed,
        "1 USD and 10 EUR are in different currencies, expected one currency",
    ));
    let mut free = order("10 EUR")?;
    free.release = Some(release("0 EUR", Authority::Manager)?);
    cases.push((free, "the amount is 0 EUR, expected an amount above zero"));
    for (request, expected) in cases {
        let error = decide(&policy()?, &request).err();
        assert_eq!(
            error.map(|error| error.to_string()).as_deref(),
            Some(expected)
        );
    }
    Ok(())
}

#[test]
fn limits_that_cannot_be_are_refused() -> Checked {
    let standard = CreditPolicy::standard();
    let error = standard
        .clone()
        .with_limit(Component::Overdue, up_to("-1 EUR")?)
        .err();
    assert_eq!(
        error.map(|error| error.to_string()).as_deref(),
        Some("the limit of `overdue` is -1 EUR, expected zero or more")
    );
    let below = up_to("-1 EUR")?;
    let error = standard
        .clone()
        .with_release(Authority::Manager, below)
        .err();
    assert_eq!(
        error.map(|error| error.to_string()).as_deref(),
        Some("a manager may release -1 EUR, expected zero or more")
    );
    let json = serde_json::to_string(&standard)?;
    assert_eq!(serde_json::from_str::<CreditPolicy>(&json)?, standard);
    let unsaid = json
        .replacen(r#""total":"unlimited""#, "", 1)
        .replacen(",}", "}", 1);
    let error = serde_json::from_str::<CreditPolicy>(&unsaid).err();
    assert_eq!(
        error.map(|error| error.to_string()).as_deref(),
        Some("nothing is said of `total`, expected a limit or `unlimited`")
    );
    Ok(())
}

#[test]
fn every_step_may_be_held() -> Checked {
    let policy = policy()?.with_held_steps(Set::all());
    let mut request = order("40 EUR")?;
    request.step = SalesStep::Invoice;
    request.exposure.shipped = known("40 EUR")?;
    request.suspension = Known::measured(Presence::Present);
    assert_eq!(decide(&policy, &request)?, EXECUTIVE);
    let released = policy.with_hold_release(Authority::Manager);
    assert_eq!(decide(&released, &request)?, MANAGER);
    Ok(())
}
