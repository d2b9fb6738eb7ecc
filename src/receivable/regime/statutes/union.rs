use alloc::borrow::Cow;

use crate::calendar::day_count::DayCount;
use crate::receivable::rate::{Compounding, RateFixing, RateReset};
use crate::receivable::regime::applies_by::AppliesBy;
use crate::receivable::regime::data::{
    BUSINESSES, FORTY_EUROS, PRACTICE, PUBLIC_BODIES, date, listed, over, term,
};
use crate::receivable::regime::jurisdiction::Jurisdiction;
use crate::receivable::regime::note::Note;
use crate::receivable::regime::reference_names::ECB_REFINANCING;
use crate::receivable::regime::statute::Regime;
use crate::receivable::regime::statutory_rate::AgreedRate;
use crate::receivable::regime::statutory_term::{
    BeyondLongest, DebtorKind, StatutoryTerm, TermStart,
};
use crate::vocab::source::{confirmed, from_memory, secondary};
use crate::vocab::time::Days;

pub(super) const BUSINESS: Regime = Regime {
    jurisdiction: Jurisdiction::EUROPEAN_UNION,
    title: Cow::Borrowed("Directive 2011/7/EU, between undertakings"),
    debtors: BUSINESSES,
    creditors: None,
    applies_by: from_memory(AppliesBy::Contract, "Directive 2011/7/EU, article 12(4)"),
    in_force_from: secondary(
        date(2013, 3, 16),
        "Directive 2011/7/EU, article 12, by euroalert.net; ammoura.pt",
    ),
    in_force_until: None,
    rate: confirmed(
        over(
            ECB_REFINANCING,
            800,
            RateFixing::HalfYearStart,
            RateReset::Floating,
        ),
        "Directive 2011/7/EU, articles 2(6), 3(3) and 4(2): at least eight points",
    ),
    rate_without_fault: None,
    agreed: secondary(AgreedRate::UnlessGrosslyUnfair, SUMMARY),
    compounding: confirmed(Compounding::Simple, "Directive 2011/7/EU, article 2"),
    day_count: from_memory(DayCount::Actual365Fixed, PRACTICE),
    terms: listed![confirmed(
        term(
            DebtorKind::Business,
            Some(30),
            Some(60),
            TermStart::LastOfInvoiceAndDelivery,
            BeyondLongest::ExpressAndFair,
        ),
        SUMMARY,
    )],
    compensation: Some(confirmed(FORTY_EUROS, SUMMARY)),
    minimum: None,
    notes: listed![
        confirmed(Note::DirectiveHasNoDirectEffect, "OJ L 48 of 2011-02-23"),
        secondary(
            Note::NoInterestWithoutFault,
            "Directive 2011/7/EU, articles 3(1)(b) and 4(1)(b)",
        ),
        confirmed(Note::NoReminderNeeded, SUMMARY),
        confirmed(Note::ReasonableCostsAboveCompensation, SUMMARY),
    ],
};

/// The rules for public authorities, which may not pay less than the statutory rate.
pub(super) const PUBLIC: Regime = Regime {
    jurisdiction: Jurisdiction::EUROPEAN_UNION,
    title: Cow::Borrowed("Directive 2011/7/EU, public authorities"),
    debtors: PUBLIC_BODIES,
    creditors: None,
    applies_by: from_memory(AppliesBy::Contract, "Directive 2011/7/EU, article 12(4)"),
    in_force_from: secondary(
        date(2013, 3, 16),
        "Directive 2011/7/EU, article 12, by euroalert.net; ammoura.pt",
    ),
    in_force_until: None,
    rate: confirmed(
        over(
            ECB_REFINANCING,
            800,
            RateFixing::HalfYearStart,
            RateReset::Floating,
        ),
        "Directive 2011/7/EU, articles 2(6), 3(3) and 4(2): at least eight points",
    ),
    rate_without_fault: None,
    agreed: secondary(
        AgreedRate::AtLeastStatutory,
        "Directive 2011/7/EU, article 4, by ammoura.pt",
    ),
    compounding: confirmed(Compounding::Simple, "Directive 2011/7/EU, article 2"),
    day_count: from_memory(DayCount::Actual365Fixed, PRACTICE),
    terms: listed![
        confirmed(
            StatutoryTerm {
                justified_above: Some(Days::new(30)),
                ..term(
                    DebtorKind::PublicBody,
                    Some(30),
                    Some(60),
                    TermStart::LastOfInvoiceAndDelivery,
                    BeyondLongest::Void,
                )
            },
            SUMMARY,
        ),
        confirmed(
            term(
                DebtorKind::HealthcareBody,
                Some(30),
                Some(60),
                TermStart::LastOfInvoiceAndDelivery,
                BeyondLongest::Void,
            ),
            "EUR-Lex, summary LEGISSUM:mi0074: an option of each state",
        ),
    ],
    compensation: Some(confirmed(FORTY_EUROS, SUMMARY)),
    minimum: None,
    notes: listed![
        confirmed(Note::DirectiveHasNoDirectEffect, "OJ L 48 of 2011-02-23"),
        secondary(
            Note::NoInterestWithoutFault,
            "Directive 2011/7/EU, articles 3(1)(b) and 4(1)(b)",
        ),
        confirmed(Note::NoReminderNeeded, SUMMARY),
        confirmed(Note::ReasonableCostsAboveCompensation, SUMMARY),
    ],
};

const SUMMARY: &str = "EUR-Lex, summary LEGISSUM:mi0074";
