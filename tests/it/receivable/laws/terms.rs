//! Terms, instalments and discounts: dates against walking day by day, amounts against their sums.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "numbers of a test that stay far inside their types"
)]

use std::num::NonZeroU32;

use chrono::{Datelike, NaiveDate, Weekday};
use keqing::calendar::day_count::DayCount;
use keqing::calendar::{BusinessDayConvention, Calendar, DayOfMonth, EndOfMonth};
use keqing::receivable::discount::{
    CutOff, DiscountError, DiscountTier, DiscountedInvoice, EarlyPayment, PartialPayment, Reward,
    TaxTreatment, discount,
};
use keqing::receivable::instalment::{
    self, AmountRounding, InstalmentError, InvoiceAmounts, Portion, TaxPlacement, instalments,
};
use keqing::receivable::term::{
    AnnualDay, BaseDates, ClosingDay, MonthDays, Months, PaymentBlackout, PaymentTerm, TermError,
    TermStep, due_date,
};
use keqing::vocab::money::{Currency, RoundedMoney, RoundingMode};
use keqing::vocab::rate::Rate;
use keqing::vocab::time::Days;
use proptest::collection::vec;
use proptest::prelude::{
    Just, Strategy, TestCaseError, prop_assert, prop_assert_eq, prop_oneof, proptest,
};
use proptest::sample::select;
use rust_decimal::Decimal;

use crate::support::given::{day, made};

proptest! {
    #[test]
    fn a_due_date_is_never_before_its_base(
        base in date(),
        steps in vec(step(), 0..4),
        adjustment in select(CONVENTIONS.to_vec()),
    ) {
        let into_its_own_month = |step: &TermStep| {
            matches!(step, TermStep::DayOfMonth { months, .. } if months.count() == 0)
        };
        let only_forward = [BusinessDayConvention::Following, BusinessDayConvention::Unadjusted];
        let may_go_back = steps.iter().any(into_its_own_month) || !only_forward.contains(&adjustment);
        let term = steps.into_iter().fold(PaymentTerm::immediate(), PaymentTerm::then);
        let term = term.with_adjustment(adjustment);
        match due_date(&term, &BaseDates::new(base), &working_week()) {
            Ok(due) => prop_assert!(due >= base),
            Err(TermError::DueBeforeBase { base: from, due }) => {
                prop_assert!(from == base && due < base && may_go_back);
            }
            Err(error) => return Err(TestCaseError::fail(error.to_string())),
        }
    }

    #[test]
    fn closing_day_terms_agree_with_walking(
        base in date(), close in month_day(), months in 0_u16..4, pay in month_day(),
    ) {
        let Ok(closing) = ClosingDay::new(close, Months::new(months), pay) else {
            prop_assert!(months == 0 && pay < close);
            return Ok(());
        };
        let closed = walk_until(base, |day| is_day(day, close));
        let mut paid = closed;
        for _ in 0..months {
            paid = tomorrow(walk_until(paid, |day| is_day(day, DayOfMonth::LAST)));
        }
        // In the month of closing the day of payment is not before the closing.
        let paid = walk_until(paid, |day| is_day(day, pay));
        prop_assert_eq!(closing.closing_date(base), Some(closed));
        let term = PaymentTerm::closing_day(closing);
        prop_assert_eq!(due_date(&term, &BaseDates::new(base), &Calendar::every_day()), Ok(paid));
    }

    #[test]
    fn payment_days_agree_with_walking(base in date(), days in vec(month_day(), 1..5)) {
        let expected = walk_until(base, |day| days.iter().any(|given| is_day(day, *given)));
        let set = MonthDays::new(days).map_err(failed)?;
        let term = PaymentTerm::payment_days(set);
        prop_assert_eq!(due_date(&term, &BaseDates::new(base), &Calendar::every_day()), Ok(expected));
    }

    #[test]
    fn times_without_payments_agree_with_walking(
        base in date(), first in annual_day(), last in annual_day(),
    ) {
        let Ok(period) = PaymentBlackout::new(first, last) else {
            return Ok(());
        };
        let expected = walk_until(base, |day| !period.contains(day));
        let term = PaymentTerm::immediate().then(TermStep::NotDuring(period));
        prop_assert_eq!(due_date(&term, &BaseDates::new(base), &Calendar::every_day()), Ok(expected));
    }

    #[test]
    fn instalments_sum_to_the_total_and_none_is_negative(
        total in 1_i128..1_000_000,
        tax in 0_i128..1000,
        (currency, portions) in portions(),
        mode in select(RoundingMode::ALL.to_vec()),
        multiple in proptest::option::of(1_i128..10),
        placement in select(TaxPlacement::ALL.to_vec()),
    ) {
        let lines = portions.into_iter().map(|portion| instalment::Line::new(portion, PaymentTerm::immediate()));
        let Ok(plan) = instalment::Plan::new(lines) else {
            return Ok(());
        };
        let mut rounding = AmountRounding::to(mode);
        if let Some(units) = multiple {
            rounding = rounding.with_multiple(units_of(units, currency)).map_err(failed)?;
        }
        let invoice = amounts(total, tax.min(total), currency)?;
        let dates = BaseDates::new(day(0));
        let plan = plan.with_rounding(rounding).with_tax(placement);
        match instalments(&plan, &invoice, &dates, &Calendar::every_day()) {
            Ok(parts) => {
                let units = parts.iter().map(|part| part.amount.minor_units());
                prop_assert!(units.clone().all(|units| units >= 0));
                prop_assert_eq!(units.sum::<i128>(), total);
            }
            Err(InstalmentError::OverAllocated { .. } | InstalmentError::Unallocated { .. }) => {}
            Err(error) => return Err(TestCaseError::fail(error.to_string())),
        }
    }

    #[test]
    fn equal_parts_differ_by_one_unit_of_rounding_at_most(
        total in 1_i128..1_000_000, count in 1_usize..12, unit in 1_i128..20, mode in select(RoundingMode::ALL.to_vec()),
    ) {
        let line = instalment::Line::new(Portion::BALANCE, PaymentTerm::immediate());
        let plan = instalment::Plan::new(vec![line; count]).map_err(failed)?;
        let rounding = AmountRounding::to(mode).with_multiple(units_of(unit, Currency::EUR));
        let plan = plan.with_rounding(rounding.map_err(failed)?);
        // If the total is no multiple, the last part takes what is left of it beside.
        let invoice = amounts(total * unit, 0, Currency::EUR)?;
        let dates = BaseDates::new(day(0));
        let parts = instalments(&plan, &invoice, &dates, &Calendar::every_day()).map_err(failed)?;
        let units: Vec<i128> = parts.iter().map(|part| part.amount.minor_units()).collect();
        let (least, most) = (units.iter().min(), units.iter().max());
        prop_assert!(most.zip(least).is_some_and(|(most, least)| most - least <= unit), "{:?}", units);
        prop_assert!(units.iter().all(|part| part % unit == 0));
        prop_assert_eq!(units.iter().sum::<i128>(), total * unit);
    }

    #[test]
    fn a_discount_never_exceeds_the_invoice_and_accounts_for_every_cent(
        policy in policy(), total in 1_i128..100_000, tax in 0_i128..20_000, open in 1_i128..100_000,
        paid in 1_i128..120_000, on in 0_u32..40,
    ) {
        let open = open.min(total);
        let amounts = amounts(total, tax.min(total), Currency::EUR)?;
        let invoice = invoice(amounts).with_open(units_of(open, Currency::EUR)).map_err(failed)?;
        let paid_amount = units_of(paid, Currency::EUR);
        let earned = match discount(&policy, &invoice, paid_amount, day(on), &Calendar::every_day()) {
            Ok(earned) => earned,
            Err(DiscountError::ExceedsBase { discount, base, .. }) => {
                prop_assert!(discount.minor_units() > base.minor_units());
                return Ok(());
            }
            Err(error) => return Err(failed(error)),
        };
        let units = |amount: RoundedMoney| amount.minor_units();
        prop_assert!(0 <= units(earned.amount) && units(earned.amount) <= open);
        prop_assert!(0 <= units(earned.net) && 0 <= units(earned.tax));
        prop_assert_eq!(units(earned.net) + units(earned.tax), units(earned.amount));
        prop_assert_eq!(units(earned.settled) + units(earned.open), open);
        prop_assert_eq!(units(earned.settled) + units(earned.unapplied), paid + units(earned.amount));
        prop_assert!(units(earned.open) == 0 || units(earned.unapplied) == 0);
    }

    #[test]
    fn paying_later_never_earns_more(
        policy in policy(), total in 1_i128..100_000, paid in 1_i128..100_000,
        on in 0_u32..35, later in 0_u32..35,
    ) {
        let invoice = invoice(amounts(total, 0, Currency::EUR)?);
        let earned = |on| {
            discount(&policy, &invoice, units_of(paid, Currency::EUR), day(on), &Calendar::every_day())
                .map(|earned| earned.amount.minor_units())
        };
        if let (Ok(first), Ok(second)) = (earned(on), earned(on.saturating_add(later))) {
            prop_assert!(second <= first, "{second} after {first}");
        }
    }

    #[test]
    fn parts_never_earn_more_than_the_whole(
        policy in policy(), total in 1_i128..10_000,
        payments in vec((1_i128..2_000, 0_u32..8), 1..12),
    ) {
        let policy = policy.with_partial(PartialPayment::ProRata);
        let whole_invoice = invoice(amounts(total, 0, Currency::EUR)?);
        let all = units_of(total, Currency::EUR);
        let Ok(whole) = discount(&policy, &whole_invoice, all, day(0), &Calendar::every_day()) else {
            return Ok(());
        };
        let (mut open, mut on, mut earned) = (all, 0, 0);
        for (paid, days) in payments {
            if open.is_zero() {
                break;
            }
            on += days;
            let invoice = whole_invoice.with_open(open).map_err(failed)?;
            let paid = units_of(paid, Currency::EUR);
            let part = discount(&policy, &invoice, paid, day(on), &Calendar::every_day()).map_err(failed)?;
            earned += part.amount.minor_units();
            open = part.open;
        }
        prop_assert!(earned <= whole.amount.minor_units());
    }
}

fn failed(error: impl ToString) -> TestCaseError {
    TestCaseError::fail(error.to_string())
}

fn tomorrow(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or_default()
}

fn walk_until(from: NaiveDate, found: impl Fn(NaiveDate) -> bool) -> NaiveDate {
    let mut day = from;
    while !found(day) {
        day = tomorrow(day);
    }
    day
}

/// The day has the number, or ends a month that has not so many days.
fn is_day(date: NaiveDate, day: DayOfMonth) -> bool {
    let number = day.number();
    date.day() == number || date.day() < number && tomorrow(date).day() == 1
}

fn units_of(units: i128, currency: Currency) -> RoundedMoney {
    match RoundedMoney::from_minor_units(units, currency) {
        Ok(money) => money,
        Err(error) => panic!("{error}"),
    }
}

fn amounts(total: i128, tax: i128, currency: Currency) -> Result<InvoiceAmounts, TestCaseError> {
    let untaxed = units_of(total.saturating_sub(tax), currency);
    InvoiceAmounts::new(untaxed, units_of(tax, currency)).map_err(failed)
}

/// An invoice of the first day, due 30 days later.
fn invoice(amounts: InvoiceAmounts) -> DiscountedInvoice {
    DiscountedInvoice::of(amounts, BaseDates::new(day(0)), day(30))
}

fn working_week() -> Calendar {
    match Calendar::new([Weekday::Sat, Weekday::Sun], [day(0), day(58)], [day(3)]) {
        Ok(calendar) => calendar,
        Err(error) => panic!("{error}"),
    }
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (0_u32..1600).prop_map(day)
}

fn month_day() -> impl Strategy<Value = DayOfMonth> {
    let number = prop_oneof![1_u32..=31, 27_u32..=31];
    number.prop_map(|number| DayOfMonth::new(number).unwrap_or(DayOfMonth::LAST))
}

fn annual_day() -> impl Strategy<Value = AnnualDay> {
    (prop_oneof![1_u8..=12, 2_u8..=3], month_day())
        .prop_filter_map("no month", |(month, day)| AnnualDay::new(month, day).ok())
}

fn step() -> impl Strategy<Value = TermStep> {
    let months = || (0_u16..15).prop_map(Months::new);
    let ends = select(vec![
        EndOfMonth::KeepDay,
        EndOfMonth::LastDay,
        EndOfMonth::LastBusinessDay,
    ]);
    prop_oneof![
        (0_u32..100).prop_map(|days| TermStep::Days(Days::new(days))),
        (0_u32..40).prop_map(|days| TermStep::BusinessDays(Days::new(days))),
        Just(TermStep::EndOfMonth),
        (months(), ends).prop_map(|(count, month_end)| TermStep::Months { count, month_end }),
        (months(), month_day()).prop_map(|(months, day)| TermStep::DayOfMonth { months, day }),
        month_day().prop_map(|day| TermStep::PaymentDays(MonthDays::of(day))),
        (month_day(), months(), month_day()).prop_filter_map(
            "payment first",
            |(close, months, pay)| {
                ClosingDay::new(close, months, pay)
                    .ok()
                    .map(TermStep::ClosingDay)
            }
        ),
        (annual_day(), annual_day()).prop_filter_map("all year", |(first, last)| {
            PaymentBlackout::new(first, last)
                .ok()
                .map(TermStep::NotDuring)
        }),
    ]
}

/// A portion of invoices in a currency.
fn portion(currency: Currency) -> impl Strategy<Value = Portion> {
    let share =
        || (1_u64..12, 1_u64..12).prop_map(|(part, more)| made(part, part.saturating_add(more)));
    prop_oneof![
        (1_i128..1000).prop_map(move |units| Portion::Fixed(units_of(units, currency))),
        (1_u32..10).prop_map(|weight| Portion::Rest(NonZeroU32::MIN.saturating_add(weight))),
        share().prop_map(Portion::Share),
        share().prop_map(Portion::ShareOfUntaxed),
    ]
}

/// A currency with portions of invoices in it.
fn portions() -> impl Strategy<Value = (Currency, Vec<Portion>)> {
    select(vec![Currency::EUR, Currency::JPY, Currency::KWD])
        .prop_flat_map(|currency| (Just(currency), vec(portion(currency), 1..6)))
}

fn policy() -> impl Strategy<Value = EarlyPayment> {
    let reward = prop_oneof![
        (0_u64..20).prop_map(|percent| Reward::Share(made(percent, 100))),
        (1_i128..500).prop_map(|units| Reward::Amount(units_of(units, Currency::EUR))),
        (0_i64..30).prop_map(|percent| Reward::PerYear {
            rate: Rate::percent(Decimal::from(percent)).unwrap_or(Rate::ZERO),
            day_count: DayCount::Actual365Fixed,
        }),
    ];
    let cut_off = prop_oneof![
        (0_u32..=30).prop_map(|days| CutOff::BeforeDue(Days::new(days))),
        (0_u32..=30).prop_map(|days| CutOff::Term(PaymentTerm::net(Days::new(days)))),
    ];
    let tier = (cut_off, reward).prop_filter_map("no reward", |(cut_off, reward)| {
        DiscountTier::new(cut_off, reward).ok()
    });
    let tax = select(vec![
        TaxTreatment::AlwaysReduced,
        TaxTreatment::Excluded,
        TaxTreatment::Included,
    ]);
    let partial = select(vec![PartialPayment::NoDiscount, PartialPayment::ProRata]);
    let mode = select(RoundingMode::ALL.to_vec());
    (vec(tier, 0..4), tax, partial, mode).prop_map(|(tiers, tax, partial, mode)| {
        tiers
            .into_iter()
            .fold(EarlyPayment::none(), EarlyPayment::with_tier)
            .with_tax(tax)
            .with_partial(partial)
            .with_rounding(AmountRounding::to(mode))
    })
}

const CONVENTIONS: [BusinessDayConvention; 8] = [
    BusinessDayConvention::Following,
    BusinessDayConvention::HalfMonthModifiedFollowing,
    BusinessDayConvention::ModifiedFollowing,
    BusinessDayConvention::ModifiedPreceding,
    BusinessDayConvention::Nearest,
    BusinessDayConvention::NearestByWeekday,
    BusinessDayConvention::Preceding,
    BusinessDayConvention::Unadjusted,
];
