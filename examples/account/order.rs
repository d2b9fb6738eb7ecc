//! The next order on credit, judged by the exposure of the ledger.

use std::fmt::Write as _;

use anyhow::{Context, Result, ensure};
use keqing::receivable::ReceivablePolicy;
use keqing::receivable::credit::{Component, CreditRequest, Prepayment, SalesStep, judge_credit};
use keqing::receivable::statement::Statement;
use keqing::verdict::Render;
use keqing::vocab::known::Known;
use keqing::vocab::money::{Currency, Money, RoundedMoney};
use keqing::vocab::words::Locale;

use crate::amount::written;
use crate::words;

/// Returns the amount of an order: the one given, in the currency of the account, or the smallest that there is.
pub(crate) fn amount(given: Option<&str>, currency: Currency) -> Result<Money> {
    let Some(given) = given else {
        // A currency without a smallest unit is counted in whole ones.
        let smallest = Money::from_minor_units(1, currency);
        return smallest.or_else(|_| Ok(format!("1 {currency}").parse()?));
    };
    let given = match given.contains(' ') {
        true => given.to_owned(),
        false => format!("{given} {currency}"),
    };
    let amount: Money = given.parse().context("the order")?;
    given.parse::<RoundedMoney>().context("the order")?;
    ensure!(
        amount.currency() == currency,
        "the order: {amount} is not in the {currency} of the account"
    );
    Ok(amount)
}

/// Prints the judgement of an order on credit, by the exposure of the statement.
pub(crate) fn told(
    policy: &ReceivablePolicy,
    stated: &Statement,
    amount: Money,
    locale: Locale,
) -> Result<String> {
    let (id, by) = ("next-order".parse()?, "sales".parse()?);
    let mut request = CreditRequest::new(id, SalesStep::Order, amount, by, stated.as_of);
    request.exposure = stated.exposure;
    // Credit that nothing else needs pays the order in advance.
    let free = stated.free_credit;
    if amount.checked_cmp(free)?.is_le() {
        request.prepayment = Prepayment::Whole;
    } else if !free.is_zero() {
        request.prepayment = Prepayment::Part(free);
    }
    let ladder = stated.dunning.value();
    request.suspension = ladder.map_or(Known::Unknown, |ladder| {
        Known::measured(ladder.credit_suspension())
    });
    let verdict = judge_credit(policy, &request).context("the order")?;
    let say = |text: keqing::vocab::words::Text| text.in_locale(locale);
    let mut told = String::new();
    writeln!(
        told,
        "{}{}{}",
        say(words::ORDER),
        written(amount),
        say(words::ON_CREDIT)
    )?;
    for component in Component::ALL {
        let name = say(component.text());
        let amount = match stated.exposure.component(component)?.into_value() {
            Some(amount) => written(amount),
            None => say(words::NOT_STATED).to_owned(),
        };
        writeln!(told, "  {name}{}{amount}", say(words::COLON))?;
    }
    writeln!(
        told,
        "{}{}",
        say(words::VERDICT),
        say(verdict.decision().text())
    )?;
    for finding in verdict.determining() {
        writeln!(told, "  {}", finding.display(locale))?;
    }
    for remedy in verdict.remedies() {
        writeln!(told, "  → {}", remedy.display(locale))?;
    }
    Ok(told)
}
