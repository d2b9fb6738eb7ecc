//! The regimes of the European Union, of four of its states and of the United Kingdom.

use alloc::borrow::Cow;

use crate::calendar::day_count::DayCount;
use crate::receivable::rate::{Compounding, RateFactor, RateFixing, RateReset};
use crate::receivable::regime::compensation::CompensationBands;
use crate::receivable::regime::data::{
    FORTY_EUROS, PRACTICE, TRANSPOSITION, band, date, listed, within,
};
use crate::receivable::regime::jurisdiction::Jurisdiction;
use crate::receivable::regime::note::Note;
use crate::receivable::regime::published::{
    AUSTRIAN_BASE_RATE, BANK_RATE, ECB_REFINANCING, FRENCH_LEGAL_RATE, GERMAN_BASE_RATE,
};
use crate::receivable::regime::statute::Regime;
use crate::receivable::regime::statutory_rate::{AgreedRate, ReferenceRule, StatutoryRate};
use crate::receivable::regime::statutory_term::{DebtorKind, StatutoryTerm, TermStart};
use crate::vocab::money::Currency;
use crate::vocab::rate::Rate;
use crate::vocab::source::{confirmed, from_memory, secondary};
use crate::vocab::time::Days;

pub(super) const AT: Regime = Regime {
    jurisdiction: Jurisdiction::AUSTRIA,
    title: Cow::Borrowed("Unternehmensgesetzbuch, section 456"),
    in_force_from: from_memory(date(2013, 3, 16), TRANSPOSITION),
    in_force_until: None,
    rate: secondary(half_yearly(AUSTRIAN_BASE_RATE, 920), "360.lexisnexis.at"),
    agreed: from_memory(AgreedRate::UnlessGrosslyUnfair, "ABGB section 879(3)"),
    compounding: from_memory(Compounding::Simple, "ABGB section 1000"),
    day_count: from_memory(DayCount::Actual365Fixed, PRACTICE),
    terms: Cow::Borrowed(&[]),
    compensation: Some(from_memory(FORTY_EUROS, "UGB section 458")),
    minimum: None,
    notes: Cow::Borrowed(&[]),
};

pub(super) const DE: Regime = Regime {
    jurisdiction: Jurisdiction::GERMANY,
    title: Cow::Borrowed("Bürgerliches Gesetzbuch, section 288"),
    in_force_from: secondary(date(2014, 7, 29), "bauprofessor.de"),
    in_force_until: None,
    rate: secondary(half_yearly(GERMAN_BASE_RATE, 900), "bauprofessor.de"),
    agreed: from_memory(AgreedRate::UnlessGrosslyUnfair, "BGB section 288(6)"),
    compounding: from_memory(Compounding::Simple, "BGB section 289"),
    day_count: from_memory(DayCount::Actual365Fixed, PRACTICE),
    terms: listed![from_memory(
        within(
            DebtorKind::Business,
            30,
            60,
            TermStart::LastOfInvoiceAndDelivery,
        ),
        "BGB sections 271a and 286(3)",
    )],
    compensation: Some(secondary(
        FORTY_EUROS,
        "bauprofessor.de, on BGB section 288(5)",
    )),
    minimum: None,
    notes: listed![secondary(
        Note::CompensationSetOffAgainstLegalCosts,
        "bauprofessor.de, on BGB section 288(5)",
    )],
};

pub(super) const EU: Regime = Regime {
    jurisdiction: Jurisdiction::EUROPEAN_UNION,
    title: Cow::Borrowed("Directive 2011/7/EU"),
    in_force_from: from_memory(date(2013, 3, 16), TRANSPOSITION),
    in_force_until: None,
    rate: confirmed(
        half_yearly(ECB_REFINANCING, 800),
        "Directive 2011/7/EU, article 2",
    ),
    agreed: secondary(AgreedRate::UnlessGrosslyUnfair, EU_SUMMARY),
    compounding: confirmed(Compounding::Simple, "Directive 2011/7/EU, article 2"),
    day_count: from_memory(DayCount::Actual365Fixed, PRACTICE),
    terms: listed![
        secondary(
            within(
                DebtorKind::Business,
                30,
                60,
                TermStart::LastOfInvoiceAndDelivery,
            ),
            EU_SUMMARY,
        ),
        secondary(
            within(
                DebtorKind::PublicBody,
                30,
                30,
                TermStart::LastOfInvoiceAndDelivery,
            ),
            EU_SUMMARY,
        ),
        secondary(
            within(
                DebtorKind::HealthcareBody,
                30,
                60,
                TermStart::LastOfInvoiceAndDelivery,
            ),
            EU_SUMMARY,
        ),
    ],
    compensation: Some(secondary(FORTY_EUROS, EU_SUMMARY)),
    minimum: None,
    notes: listed![
        secondary(Note::NoReminderNeeded, EU_SUMMARY),
        secondary(Note::ReasonableCostsAboveCompensation, EU_SUMMARY),
    ],
};

pub(super) const FR: Regime = Regime {
    jurisdiction: Jurisdiction::FRANCE,
    title: Cow::Borrowed("Code de commerce, article L441-10"),
    in_force_from: from_memory(date(2019, 4, 26), "ordonnance 2019-359"),
    in_force_until: None,
    rate: secondary(
        half_yearly(ECB_REFINANCING, 1000),
        "getinvoicepdf.com; solon.law",
    ),
    agreed: from_memory(
        AgreedRate::AtLeast(ReferenceRule {
            reference: Cow::Borrowed(FRENCH_LEGAL_RATE),
            factor: RateFactor::THREE,
            margin: Rate::ZERO,
            sampling: RateFixing::HalfYearStart,
            binding: RateReset::Floating,
        }),
        "Code de commerce, article L441-10 II",
    ),
    compounding: from_memory(Compounding::Simple, "Code civil, article 1343-2"),
    day_count: from_memory(DayCount::Actual365Fixed, PRACTICE),
    terms: listed![
        secondary(
            StatutoryTerm {
                debtor: DebtorKind::Business,
                default: Some(Days::new(30)),
                longest: None,
                counted_from: TermStart::Delivery,
            },
            "solon.law",
        ),
        secondary(
            StatutoryTerm {
                debtor: DebtorKind::Business,
                default: None,
                longest: Some(Days::new(60)),
                counted_from: TermStart::InvoiceDate,
            },
            "solon.law; finyear.com",
        ),
    ],
    compensation: Some(secondary(FORTY_EUROS, "solon.law; finyear.com")),
    minimum: None,
    notes: listed![secondary(Note::MonthEndTermReadTwoWays, "finyear.com",)],
};

pub(super) const GB: Regime = Regime {
    jurisdiction: Jurisdiction::UNITED_KINGDOM,
    title: Cow::Borrowed("Late Payment of Commercial Debts (Interest) Act 1998"),
    in_force_from: from_memory(date(2013, 3, 16), "SI 2013/395, which gave it this form"),
    in_force_until: None,
    rate: confirmed(
        StatutoryRate::Referenced(ReferenceRule {
            reference: Cow::Borrowed(BANK_RATE),
            factor: RateFactor::ONE,
            margin: Rate::basis_points(800),
            sampling: RateFixing::PrecedingHalfYearEnd,
            binding: RateReset::FixedAtDefault,
        }),
        "section 4, legislation.gov.uk; half-years by lovetts.co.uk; fixed rate by penningtonslaw.com",
    ),
    agreed: secondary(
        AgreedRate::SubstantialRemedy,
        "gov.uk, late commercial payments",
    ),
    compounding: secondary(
        Compounding::Simple,
        "section 1, by gov.uk, late commercial payments",
    ),
    day_count: from_memory(DayCount::Actual365Fixed, PRACTICE),
    terms: listed![
        confirmed(
            within(
                DebtorKind::Business,
                30,
                60,
                TermStart::LastOfInvoiceAndDelivery,
            ),
            "section 4, legislation.gov.uk",
        ),
        confirmed(
            within(
                DebtorKind::PublicBody,
                30,
                30,
                TermStart::LastOfInvoiceAndDelivery,
            ),
            "section 4, legislation.gov.uk",
        ),
    ],
    compensation: Some(confirmed(
        CompensationBands::known(
            Currency::GBP,
            &[band(0, 40), band(100_000, 70), band(1_000_000, 100)],
        ),
        "gov.uk, late commercial payments, on section 5A",
    )),
    minimum: None,
    notes: listed![confirmed(
        Note::ReasonableCostsAboveCompensation,
        "gov.uk, late commercial payments",
    )],
};

pub(super) const IE: Regime = Regime {
    jurisdiction: Jurisdiction::IRELAND,
    title: Cow::Borrowed(
        "European Communities (Late Payment in Commercial Transactions) Regulations 2012",
    ),
    in_force_from: from_memory(date(2013, 3, 16), "SI 580/2012"),
    in_force_until: None,
    rate: confirmed(
        StatutoryRate::Referenced(ReferenceRule {
            reference: Cow::Borrowed(ECB_REFINANCING),
            factor: RateFactor::ONE,
            margin: Rate::basis_points(800),
            sampling: RateFixing::HalfYearStart,
            binding: RateReset::AtPaymentDate,
        }),
        "enterprise.gov.ie, late payments, questions and answers",
    ),
    agreed: from_memory(AgreedRate::UnlessGrosslyUnfair, "SI 580/2012"),
    compounding: from_memory(Compounding::Simple, "SI 580/2012"),
    day_count: from_memory(DayCount::Actual365Fixed, PRACTICE),
    terms: listed![from_memory(
        within(
            DebtorKind::Business,
            30,
            60,
            TermStart::LastOfInvoiceAndDelivery,
        ),
        "SI 580/2012",
    )],
    compensation: Some(from_memory(
        CompensationBands::known(
            Currency::EUR,
            &[band(0, 40), band(100_001, 70), band(1_000_001, 100)],
        ),
        "SI 580/2012",
    )),
    minimum: None,
    notes: Cow::Borrowed(&[]),
};

/// Makes a floating reference rate, read on 1 January and 1 July, with a margin in basis points.
const fn half_yearly(reference: &'static str, margin: i16) -> StatutoryRate {
    StatutoryRate::Referenced(ReferenceRule {
        reference: Cow::Borrowed(reference),
        factor: RateFactor::ONE,
        margin: Rate::basis_points(margin),
        sampling: RateFixing::HalfYearStart,
        binding: RateReset::Floating,
    })
}

const EU_SUMMARY: &str = "EUR-Lex, summary LEGISSUM:mi0074";
