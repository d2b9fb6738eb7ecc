use alloc::borrow::Cow;

use rust_decimal::Decimal;

use crate::calendar::day_count::DayCount;
use crate::receivable::rate::{Compounding, RateFixing, RateReset, Rest};
use crate::receivable::regime::applies_by::AppliesBy;
use crate::receivable::regime::data::{date, listed, over, term};
use crate::receivable::regime::jurisdiction::Jurisdiction;
use crate::receivable::regime::note::Note;
use crate::receivable::regime::reference_names::TREASURY_RATE;
use crate::receivable::regime::statute::Regime;
use crate::receivable::regime::statutory_rate::AgreedRate;
use crate::receivable::regime::statutory_term::{BeyondLongest, DebtorKind, TermStart};
use crate::vocab::money::{Currency, Money};
use crate::vocab::source::{confirmed, disputed, from_memory, secondary};

/// The interest of federal agencies. The debts of states and cities are not theirs.
pub(super) const PROMPT_PAYMENT: Regime = Regime {
    jurisdiction: Jurisdiction::UNITED_STATES,
    title: Cow::Borrowed("Prompt Payment, 31 USC chapter 39"),
    debtors: DebtorKind::set([DebtorKind::HealthcareBody, DebtorKind::PublicBody]),
    creditors: None,
    applies_by: from_memory(AppliesBy::OverdueDay, "no transition was read"),
    in_force_from: confirmed(date(1999, 10, 29), "64 FR 52580, on 5 CFR 1315, gpo.gov"),
    in_force_until: None,
    rate: confirmed(
        over(
            TREASURY_RATE,
            0,
            RateFixing::Daily,
            RateReset::FixedAtDefault,
        ),
        "5 CFR 1315.10(a)(1)",
    ),
    rate_without_fault: None,
    agreed: secondary(
        AgreedRate::Overridden,
        "31 USC 3902(a) and (c)(1), by federalregister.gov: due whether or not it is asked for",
    ),
    compounding: confirmed(Compounding::Rests(Rest::ThirtyDays), "5 CFR 1315.17"),
    day_count: confirmed(
        DayCount::Actual360,
        "5 CFR 1315.17: a rest of thirty days is a twelfth of a year",
    ),
    terms: listed![confirmed(
        term(
            DebtorKind::PublicBody,
            Some(30),
            None,
            TermStart::LastOfInvoiceAndDelivery,
            BeyondLongest::Void,
        ),
        "5 CFR 1315; FAR 52.232-25(a)(1)",
    )],
    compensation: None,
    minimum: Some(confirmed(
        Money::new(Decimal::ONE, Currency::USD),
        "5 CFR 1315.10(a)(7)",
    )),
    notes: listed![
        confirmed(Note::InterestEndsAfterOneYear, "5 CFR 1315.10(a)(5)(ii)"),
        confirmed(Note::InterestEndsAtClaim, "5 CFR 1315.10(a)(5)(i)"),
        disputed(
            Note::NextWorkingDayWithoutPenalty,
            "FAR 52.232-25(a)(4), by bidstride.com; that a later payment counts from the due date is inferred",
        ),
        confirmed(Note::WronglyTakenDiscountBearsInterest, "5 CFR 1315.10"),
    ],
};
