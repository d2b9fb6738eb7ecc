//! The written policy of the story: every item settled, nothing left to tone or mood.

use anyhow::{Context, Result};
use chrono::NaiveDate;
use keqing::receivable::ReceivablePolicy;
use keqing::receivable::clause::Clause;
use keqing::receivable::credit::{self, CreditPolicy};
use keqing::receivable::discount::{CutOff, DiscountTier, EarlyPayment, Reward};
use keqing::receivable::interest::InterestPolicy;
use keqing::receivable::late_payment::LatePayment;
use keqing::receivable::limit::{Amounts, MoneyLimit};
use keqing::receivable::regime::{Jurisdiction, Regime};
use keqing::receivable::settlement::SettlementPolicy;
use keqing::receivable::term::PaymentTerm;
use keqing::verdict::Authority;
use keqing::vocab::share::Share;
use keqing::vocab::time::Days;

/// Net 30; 2 % within ten days; late, what China's regulation says on the day of the contract; up to
/// 300,000 CNY on credit.
pub(crate) fn written(contract: NaiveDate) -> Result<ReceivablePolicy> {
    let regulation = Regime::in_force(Jurisdiction::CHINA, contract)
        .context("no regulation on the day of the contract")?;
    let within = CutOff::Term(PaymentTerm::net(Days::new(10)));
    let tier = DiscountTier::new(within, Reward::Share(Share::percent(2)?))?;
    let limit = MoneyLimit::UpTo(Amounts::new(["300000 CNY".parse()?])?);
    let credit = CreditPolicy::standard()
        .with_limit(credit::Component::Total, limit)?
        .with_release(
            Authority::Manager,
            MoneyLimit::UpTo(Amounts::new(["50000 CNY".parse()?])?),
        )?;
    Ok(ReceivablePolicy::standard()
        .with_term(Clause::Agreed(PaymentTerm::net(Days::new(30))))
        .with_early_payment(Clause::Agreed(EarlyPayment::none().with_tier(tier)))
        .with_late_payment(Clause::Agreed(LatePayment::under(regulation, None)?))
        .with_interest(Clause::Agreed(InterestPolicy::under(regulation)?))
        .with_settlement(Clause::Agreed(SettlementPolicy::standard()))
        .with_credit(Clause::Agreed(credit)))
}
