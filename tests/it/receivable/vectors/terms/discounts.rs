//! The discount for paying early.

use anyhow::{Context, Result, ensure};
use chrono::NaiveDate;
use keqing::calendar::Calendar;
use keqing::receivable::discount::{
    BeyondDue, CutOff, Discount, DiscountError, DiscountOutcome, DiscountTier, DiscountedInvoice,
    EarlyPayment, Reward, TaxTreatment, discount, reduced_tax,
};
use keqing::receivable::instalment::{AmountRounding, InvoiceAmounts};
use keqing::receivable::term::{BaseDates, PaymentTerm, due_date};
use keqing::vocab::money::RoundingMode;
use keqing::vocab::share::Share;
use keqing::vocab::time::Days;

use crate::receivable::vectors::terms::reading::{amounts, date, day, money, param, percent_of};
use crate::receivable::vectors::{Checked, Row};

pub(crate) fn erpnext_discount(row: &Row) -> Result<Checked> {
    let reward = match param(row, "discount_amount")? {
        Some(amount) => Reward::Amount(money(amount, row)?),
        None => Reward::Share(percent_of(
            param(row, "discount_pct")?.context("no discount")?,
        )?),
    };
    let policy =
        EarlyPayment::none().with_tier(DiscountTier::new(CutOff::BeforeDue(Days::new(0)), reward)?);
    let day = NaiveDate::default();
    let invoice = DiscountedInvoice::of(amounts(row)?, BaseDates::new(day), day);
    let paid = money(row.text("expected_amount_if_discounted")?, row)?;
    let earned = discount(&policy, &invoice, paid, day, &Calendar::every_day())?;
    ensure!(
        earned.open.is_zero() && earned.unapplied.is_zero(),
        "{earned:?}"
    );
    let words: Vec<&str> = row.text("note")?.split([' ', ';']).collect();
    for pair in words.windows(2) {
        match *pair {
            [amount, "net"] => ensure!(earned.net == money(amount, row)?, "{earned:?}"),
            [amount, "tax"] => ensure!(earned.tax == money(amount, row)?, "{earned:?}"),
            _ => {}
        }
    }
    Ok(Checked::Passed)
}

pub(crate) fn odoo_discount(row: &Row) -> Result<Checked> {
    let share = percent_of(param(row, "discount")?.context("no discount")?)?;
    let days = |name| -> Result<Days> {
        param(row, name)?.map_or(Ok(Days::new(0)), |days| Ok(Days::new(days.parse()?)))
    };
    let (tax, amounts) = match param(row, "mode")? {
        Some("mixed") => return odoo_mixed(row, share),
        Some("excluded") => (TaxTreatment::Excluded, amounts(row)?),
        _ => (TaxTreatment::Included, amounts(row)?),
    };
    let dates = BaseDates::new(match row.text("invoice_date")? {
        "" => NaiveDate::default(),
        given => day(given)?,
    });
    let calendar = Calendar::every_day();
    let due = due_date(&PaymentTerm::net(days("n")?), &dates, &calendar)?;
    if !row.text("expected_due")?.is_empty() {
        ensure!(due == date(row, "expected_due")?, "due on {due}");
    }
    let within = PaymentTerm::net(days("discount_days")?);
    let deadline = due_date(&within, &dates, &calendar)?;
    let stated = row.text("expected_discount_date")?;
    ensure!(
        stated.is_empty() || deadline == day(stated)?,
        "in time through {deadline}"
    );
    let tier = DiscountTier::new(CutOff::Term(within), Reward::Share(share))?;
    let mut policy = EarlyPayment::none().with_tier(tier).with_tax(tax);
    if let Some(multiple) = param(row, "cash_rounding")? {
        // What is left to pay goes up there; here what is taken off goes down.
        let down = AmountRounding::to(RoundingMode::Down);
        policy = policy.with_rounding(down.with_multiple(money(multiple, row)?)?);
    }
    let paid = money(row.text("expected_amount_if_discounted")?, row)?;
    let earned = |policy: &EarlyPayment, due, on| {
        let invoice = DiscountedInvoice::of(amounts, dates, due);
        discount(policy, &invoice, paid, on, &calendar)
    };
    let in_time = earned(&policy, due.max(deadline), deadline)?;
    ensure!(
        in_time.open.is_zero() && in_time.unapplied.is_zero(),
        "{in_time:?}"
    );
    let next = deadline.succ_opt().unwrap_or(deadline);
    let late = earned(&policy, due.max(deadline), next)?.outcome;
    ensure!(late == DiscountOutcome::TooLate { deadline }, "{late:?}");
    if deadline <= due {
        return Ok(Checked::Passed);
    }
    runs_beyond_due(earned, policy.clone(), (deadline, due))?;
    Ok(Checked::Passed)
}

/// Due at once and a discount until later: the tier runs on, unless the policy refuses that.
fn runs_beyond_due(
    earned: impl Fn(&EarlyPayment, NaiveDate, NaiveDate) -> Result<Discount, DiscountError>,
    policy: EarlyPayment,
    (deadline, due): (NaiveDate, NaiveDate),
) -> Result<()> {
    let runs_on = earned(&policy, due, deadline)?;
    ensure!(runs_on.open.is_zero(), "{runs_on:?}");
    let refused = earned(&policy.with_beyond_due(BeyondDue::Refused), due, deadline);
    let tier = 1;
    let contradiction = DiscountError::DeadlineAfterDue {
        tier,
        deadline,
        due,
    };
    ensure!(refused == Err(contradiction), "{refused:?}");
    Ok(())
}

/// 15 % tax on nine tenths of the amount, and a fixed tax of 0.05.
fn odoo_mixed(row: &Row, share: Share) -> Result<Checked> {
    let untaxed = money(row.text("untaxed")?, row)?;
    let half_up = AmountRounding::to(RoundingMode::HalfUp);
    let tax = reduced_tax(untaxed, Share::percent(15)?, share, half_up)?;
    let fixed = money("0.05", row)?;
    let amounts = InvoiceAmounts::new(untaxed, tax.checked_add(fixed)?)?.with_fixed_tax(fixed)?;
    ensure!(
        amounts.tax() == money(row.text("tax")?, row)?
            && amounts.total() == money(row.text("expected_amount")?, row)?,
        "{amounts:?}"
    );
    Ok(Checked::Passed)
}
