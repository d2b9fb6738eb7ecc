use alloc::borrow::Cow;

use crate::calendar::day_count::DayCount;
use crate::receivable::rate::{Compounding, RateFixing, RateReset};
use crate::receivable::regime::applies_by::AppliesBy;
use crate::receivable::regime::compensation::CompensationBands;
use crate::receivable::regime::data::{PRACTICE, above, band, date, listed, over, term, within};
use crate::receivable::regime::jurisdiction::Jurisdiction;
use crate::receivable::regime::reference_names::NBP_REFERENCE_RATE;
use crate::receivable::regime::statute::Regime;
use crate::receivable::regime::statutory_rate::AgreedRate;
use crate::receivable::regime::statutory_term::{
    BeyondLongest, DebtorKind, StatutoryTerm, TermStart,
};
use crate::vocab::money::Currency;
use crate::vocab::source::{confirmed, from_memory, secondary};

pub(super) const ACT: Regime = Regime {
    jurisdiction: Jurisdiction::POLAND,
    title: Cow::Borrowed(
        "Ustawa z dnia 8 marca 2013 r. o przeciwdziałaniu nadmiernym opóźnieniom w transakcjach handlowych",
    ),
    debtors: DebtorKind::set([
        DebtorKind::Business,
        DebtorKind::LargeEnterprise,
        DebtorKind::PublicBody,
        DebtorKind::PublicUndertaking,
    ]),
    creditors: None,
    applies_by: from_memory(AppliesBy::Contract, "the Act of 2019-07-19, transition"),
    in_force_from: secondary(
        date(2020, 1, 1),
        "the Act of 2019-07-19, which gave it this form, by sip.lex.pl",
    ),
    in_force_until: None,
    rate: confirmed(
        over(
            NBP_REFERENCE_RATE,
            1000,
            RateFixing::HalfYearStart,
            RateReset::Floating,
        ),
        "articles 4(3) and 11b, by sip.lex.pl; inforfk.pl",
    ),
    rate_without_fault: None,
    agreed: from_memory(AgreedRate::AtLeastStatutory, "article 7(1)"),
    compounding: from_memory(Compounding::Simple, "Kodeks cywilny, article 482"),
    day_count: from_memory(DayCount::Actual365Fixed, PRACTICE),
    terms: listed![
        secondary(
            term(
                DebtorKind::Business,
                None,
                Some(60),
                TermStart::LastOfInvoiceAndDelivery,
                BeyondLongest::ExpressAndFair,
            ),
            BLOG,
        ),
        secondary(
            term(
                DebtorKind::LargeEnterprise,
                None,
                Some(60),
                TermStart::LastOfInvoiceAndDelivery,
                BeyondLongest::Void,
            ),
            BLOG,
        ),
        from_memory(DEFAULT, "article 6(1)"),
        from_memory(
            StatutoryTerm {
                debtor: DebtorKind::LargeEnterprise,
                ..DEFAULT
            },
            "article 6(1)",
        ),
        secondary(PUBLIC, "article 8(2), by gazetaprawna.pl"),
    ],
    compensation: Some(secondary(
        CompensationBands::known(
            Currency::PLN,
            Some(Currency::EUR),
            &[band(0, 40), above(5_000, 70), band(50_000, 100)],
        ),
        "article 10, by a trade blog; converted as lawblog.pl says",
    )),
    minimum: None,
    notes: Cow::Borrowed(&[]),
};

/// The interest of public healthcare bodies: two points lower.
pub(super) const HEALTHCARE: Regime = Regime {
    jurisdiction: Jurisdiction::POLAND,
    title: Cow::Borrowed(
        "Ustawa z dnia 8 marca 2013 r. o przeciwdziałaniu nadmiernym opóźnieniom w transakcjach handlowych, podmioty lecznicze",
    ),
    debtors: DebtorKind::set([DebtorKind::HealthcareBody]),
    creditors: None,
    applies_by: from_memory(AppliesBy::Contract, "the Act of 2019-07-19, transition"),
    in_force_from: secondary(
        date(2020, 1, 1),
        "the Act of 2019-07-19, which gave it this form, by sip.lex.pl",
    ),
    in_force_until: None,
    rate: confirmed(
        over(
            NBP_REFERENCE_RATE,
            800,
            RateFixing::HalfYearStart,
            RateReset::Floating,
        ),
        "articles 4(3) and 11b, by sip.lex.pl; inforfk.pl",
    ),
    rate_without_fault: None,
    agreed: from_memory(AgreedRate::AtLeastStatutory, "article 7(1)"),
    compounding: from_memory(Compounding::Simple, "Kodeks cywilny, article 482"),
    day_count: from_memory(DayCount::Actual365Fixed, PRACTICE),
    terms: listed![from_memory(
        within(
            DebtorKind::HealthcareBody,
            30,
            60,
            TermStart::LastOfInvoiceAndDelivery,
        ),
        "articles 6(1) and 8(2)",
    )],
    compensation: Some(secondary(
        CompensationBands::known(
            Currency::PLN,
            Some(Currency::EUR),
            &[band(0, 40), above(5_000, 70), band(50_000, 100)],
        ),
        "article 10, by a trade blog; converted as lawblog.pl says",
    )),
    minimum: None,
    notes: Cow::Borrowed(&[]),
};

/// Thirty days, if the contract sets none.
const DEFAULT: StatutoryTerm = term(
    DebtorKind::Business,
    Some(30),
    None,
    TermStart::LastOfInvoiceAndDelivery,
    BeyondLongest::Void,
);

/// Thirty days at most, for public bodies that provide no healthcare.
const PUBLIC: StatutoryTerm = within(
    DebtorKind::PublicBody,
    30,
    30,
    TermStart::LastOfInvoiceAndDelivery,
);

const BLOG: &str = "article 7, by a trade blog: from the delivery of the invoice";
