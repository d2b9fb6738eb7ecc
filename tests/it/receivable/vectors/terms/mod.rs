//! Due dates, instalments and discounts.

mod discounts;
mod reading;

use std::num::NonZeroU16;

use anyhow::{Context, Result, bail, ensure};
use chrono::NaiveDate;
use keqing::calendar::{BusinessDayConvention, Calendar, DayOfMonth, EndOfMonth};
use keqing::receivable::instalment::{self, AmountRounding, Instalment, Portion, instalments};
use keqing::receivable::term::{
    BaseDates, ClosingDay, MonthDays, Months, PaymentTerm, TermStep, due_date,
};
use keqing::vocab::money::{RoundedMoney, RoundingMode};
use keqing::vocab::share::Share;
use keqing::vocab::time::Days;

use crate::receivable::vectors::terms::discounts::{erpnext_discount, odoo_discount};
use crate::receivable::vectors::terms::reading::{
    amounts, date, day, money, month_days, number, param, percent_of,
};
use crate::receivable::vectors::{Checked, Checker, Row};

/// The files of this topic, each with the function that checks one of its rows.
pub(crate) const CHECKERS: &[(&str, Checker)] = &[
    ("due_date_closing_day.csv", closing_day),
    ("due_date_eom.csv", end_of_month),
    ("payment_terms_erpnext.csv", erpnext),
    ("payment_terms_odoo.csv", odoo),
];

fn closing_day(row: &Row) -> Result<Checked> {
    let day_of_month =
        |column| Ok::<_, anyhow::Error>(DayOfMonth::new(row.text(column)?.parse()?)?);
    let months = Months::new(row.text("months")?.parse()?);
    let closing = ClosingDay::new(
        day_of_month("closing_day")?,
        months,
        day_of_month("pay_day")?,
    )?;
    let invoiced = date(row, "invoice_date")?;
    let closed = closing.closing_date(invoiced);
    ensure!(
        closed == Some(date(row, "closing_date")?),
        "closed on {closed:?}"
    );
    let term = PaymentTerm::closing_day(closing);
    is_due(
        row,
        &term,
        &Calendar::every_day(),
        "expected_due_unadjusted",
    )
}

fn end_of_month(row: &Row) -> Result<Checked> {
    let month = Months::new(1);
    let net = |days| PaymentTerm::net(Days::new(days));
    let term = match row.text("method")? {
        "invoice+30" => net(30),
        "invoice+45" => net(45),
        "invoice+60" => net(60),
        "invoice+45 then EOM" => PaymentTerm::net_then_end_of_month(Days::new(45)),
        "+30 then EOM" => PaymentTerm::net_then_end_of_month(Days::new(30)),
        "EOM then +45" => PaymentTerm::end_of_month_then_net(Days::new(45)),
        "EOM then +30" => PaymentTerm::end_of_month_then_net(Days::new(30)),
        "+1 month clamp" => PaymentTerm::months(month),
        "+1 month, EOM sticky" => PaymentTerm::immediate().then(TermStep::Months {
            count: month,
            month_end: EndOfMonth::LastDay,
        }),
        "end of month of (date+1 month)" => PaymentTerm::end_of_month(month),
        "day 25 of month after (EOM 25th prox)" => {
            PaymentTerm::day_of_month(month, DayOfMonth::new(25)?)
        }
        method => bail!("unknown method `{method}`"),
    };
    is_due(row, &term, &Calendar::every_day(), "expected_due")
}

fn erpnext(row: &Row) -> Result<Checked> {
    let days = || Ok::<_, anyhow::Error>(Days::new(number(row, "credit_days")?));
    let term =
        match row.text("rule")? {
            "days_after" => PaymentTerm::net(days()?),
            "days_after_end_of_month" => PaymentTerm::end_of_month_then_net(days()?),
            "months_after_end_of_month" => PaymentTerm::immediate()
                .then(TermStep::EndOfMonth)
                .then(TermStep::Months {
                    count: Months::new(number(row, "credit_months")?),
                    month_end: EndOfMonth::KeepDay,
                }),
            "" if row.text("case")?.starts_with("three-way") => return three_ways(row),
            "" => return erpnext_discount(row),
            rule => bail!("unknown rule `{rule}`"),
        };
    is_due(row, &term, &Calendar::every_day(), "expected_due")
}

/// The percentages give what they say; exact thirds are weights.
fn three_ways(row: &Row) -> Result<Checked> {
    let lines = ["33.334", "33.333", "33.333"].map(|percent| {
        let share = Portion::Share(percent_of(percent)?);
        Ok(instalment::Line::new(share, PaymentTerm::immediate()))
    });
    let plan = instalment::Plan::new(lines.into_iter().collect::<Result<Vec<_>>>()?)?;
    expect_instalment(row, &divided(row, &plan)?)?;
    let three = NonZeroU16::new(3).context("three is none")?;
    let thirds = divided(row, &instalment::Plan::equal(three, Months::new(1))?)?;
    let third: RoundedMoney = "10000 EUR".parse()?;
    ensure!(
        thirds.iter().all(|part| part.amount == third),
        "the thirds are {thirds:?}"
    );
    Ok(Checked::Passed)
}

fn odoo(row: &Row) -> Result<Checked> {
    let params = row.text("params")?;
    if params.contains("discount=") {
        return odoo_discount(row);
    }
    if let Some(plan) = plan(row)? {
        expect_instalment(row, &divided(row, &plan)?)?;
        return fixed_over_the_whole(row);
    }
    let mut calendar = Calendar::every_day();
    let mut term = match row.text("rule")? {
        "days_after" => PaymentTerm::net(Days::new(number(row, "n")?)),
        "days_after_end_of_month" if row.text("system")? == "OCA" => {
            PaymentTerm::months(Months::new(2)).then(TermStep::EndOfMonth)
        }
        "days_after_end_of_month" => {
            PaymentTerm::end_of_month_then_net(Days::new(number(row, "n")?))
        }
        "days_after_then_next_day_of_month" => {
            let day = DayOfMonth::new(number(row, "day")?)?;
            PaymentTerm::net(Days::new(number(row, "n")?))
                .then(TermStep::PaymentDays(MonthDays::of(day)))
        }
        "day_of_current_month" => PaymentTerm::end_of_month(Months::new(0)),
        "day_of_following_month" => {
            PaymentTerm::day_of_month(Months::new(1), DayOfMonth::new(number(row, "day")?)?)
        }
        "weeks_after" => {
            let days = number::<u32>(row, "weeks")?.saturating_mul(7);
            PaymentTerm::net(Days::new(days))
        }
        "after_invoice_month" => PaymentTerm::end_of_month(Months::new(number(row, "months")?)),
        rule => bail!("unknown rule `{rule}`"),
    };
    if let Some(days) = param(row, "payment_days")? {
        term = term.then(TermStep::PaymentDays(month_days(days)?));
    }
    if let Some((_, holiday)) = params.split_once("holiday ") {
        let holiday = day(holiday.split(' ').next().context("no holiday")?)?;
        calendar = Calendar::new([], [holiday], [])?;
        term = term.with_adjustment(BusinessDayConvention::Following);
    }
    is_due(row, &term, &calendar, "expected_due")
}

/// The plan to which a row belongs; `None` where it is about a date only.
fn plan(row: &Row) -> Result<Option<instalment::Plan>> {
    let net = |days| PaymentTerm::net(Days::new(days));
    let share = |percent, term| -> Result<instalment::Line> {
        Ok(instalment::Line::new(
            Portion::Share(Share::percent(percent)?),
            term,
        ))
    };
    let untaxed = |percent| -> Result<instalment::Line> {
        let portion = Portion::ShareOfUntaxed(Share::percent(percent)?);
        Ok(instalment::Line::new(portion, net(0)))
    };
    let balance = instalment::Line::new(Portion::BALANCE, net(0));
    let lines = match row.text("case")? {
        "30% 15d / 70% 45d" => vec![share(30, net(15))?, share(70, net(45))?],
        "50/50" | "50/50 with cash rounding 0.05 UP" => {
            vec![share(50, net(2))?, share(50, net(4))?]
        }
        "50/50 + fixed 0.02 on 0.09, 3dp currency" => {
            vec![share(50, net(0))?, share(50, net(0))?, balance]
        }
        "percent of untaxed: 10%,40%,balance; tax 10%" => vec![untaxed(10)?, untaxed(40)?, balance],
        "sequential lines: payment days 15,20 then 5,10" => vec![
            share(50, PaymentTerm::payment_days(month_days("15,20")?))?,
            share(50, PaymentTerm::payment_days(month_days("5,10")?))?.chained(),
        ],
        _ => return Ok(None),
    };
    let rounding = AmountRounding::to(RoundingMode::HalfUp);
    let plan = instalment::Plan::new(lines)?.with_rounding(rounding);
    Ok(Some(match param(row, "cash_rounding")? {
        Some(multiple) => {
            let up = AmountRounding::to(RoundingMode::Up);
            plan.with_rounding(up.with_multiple(money(multiple, row)?)?)
        }
        None => plan,
    }))
}

/// Odoo makes a balance of the last line whatever it says; a fixed amount over the whole is refused.
fn fixed_over_the_whole(row: &Row) -> Result<Checked> {
    if !row.text("case")?.contains("fixed 0.02") {
        return Ok(Checked::Passed);
    }
    let half = Portion::Share(Share::percent(50)?);
    let lines = [half, half, Portion::Fixed(money("0.02", row)?)]
        .map(|portion| instalment::Line::new(portion, PaymentTerm::immediate()));
    let refused = divided(row, &instalment::Plan::new(lines)?).map_err(|error| error.to_string());
    let message = "line 3 takes more of 0.090 KWD than the lines before it leave";
    ensure!(
        refused == Err(message.to_owned()),
        "the fixed line gives {refused:?}"
    );
    Ok(Checked::OwnAnswer)
}

fn is_due(row: &Row, term: &PaymentTerm, calendar: &Calendar, column: &str) -> Result<Checked> {
    let dates = BaseDates::new(date(row, "invoice_date")?);
    let due = due_date(term, &dates, calendar)?;
    ensure!(due == date(row, column)?, "due on {due}");
    Ok(Checked::Passed)
}

fn divided(row: &Row, plan: &instalment::Plan) -> Result<Vec<Instalment>> {
    let dates = BaseDates::new(match row.text("invoice_date")? {
        "" => NaiveDate::default(),
        given => day(given)?,
    });
    let invoice = amounts(row)?;
    Ok(instalments(plan, &invoice, &dates, &Calendar::every_day())?)
}

fn expect_instalment(row: &Row, parts: &[Instalment]) -> Result<()> {
    let line: usize = row.text("instalment")?.parse()?;
    let part = parts
        .iter()
        .find(|part| part.line == line)
        .context("no such line")?;
    let (due, amount) = (row.text("expected_due")?, row.text("expected_amount")?);
    ensure!(due.is_empty() || part.due == day(due)?, "{part:?}");
    ensure!(
        amount.is_empty() || part.amount == money(amount, row)?,
        "{part:?}"
    );
    Ok(())
}
