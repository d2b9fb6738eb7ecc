use alloc::borrow::Cow;

use crate::calendar::day_count::DayCount;
use crate::receivable::rate::{Compounding, RateFixing, RateReset, Rest};
use crate::receivable::regime::applies_by::AppliesBy;
use crate::receivable::regime::data::{
    BUSINESSES, FORTY_EUROS, PRACTICE, date, listed, over, term,
};
use crate::receivable::regime::jurisdiction::Jurisdiction;
use crate::receivable::regime::reference_names::ECB_REFINANCING;
use crate::receivable::regime::statute::Regime;
use crate::receivable::regime::statutory_rate::AgreedRate;
use crate::receivable::regime::statutory_term::{
    BeyondLongest, DebtorKind, StatutoryTerm, TermStart,
};
use crate::vocab::source::{confirmed, disputed, from_memory, secondary};

/// The interest between businesses. Public bodies have an article of their own, 6:119b, which is not here.
pub(super) const BW_6_119A: Regime = Regime {
    jurisdiction: Jurisdiction::NETHERLANDS,
    title: Cow::Borrowed("Burgerlijk Wetboek, article 6:119a"),
    debtors: BUSINESSES,
    creditors: None,
    applies_by: from_memory(
        AppliesBy::Contract,
        "Burgerlijk Wetboek, transition of 2013",
    ),
    in_force_from: from_memory(
        date(2013, 3, 16),
        "the transposition of Directive 2011/7/EU",
    ),
    in_force_until: None,
    rate: disputed(
        over(
            ECB_REFINANCING,
            800,
            RateFixing::PrecedingHalfYearEnd,
            RateReset::Floating,
        ),
        "BW 6:120(2), not read; eight points by metaalunie.nl, the day of reading from memory",
    ),
    rate_without_fault: None,
    agreed: from_memory(
        AgreedRate::UnlessGrosslyUnfair,
        "Directive 2011/7/EU, article 7",
    ),
    compounding: confirmed(
        Compounding::Rests(Rest::Year),
        "BW 6:119a(3), by explore.law; nvi.nl",
    ),
    day_count: from_memory(DayCount::Actual365Fixed, PRACTICE),
    terms: listed![
        confirmed(
            term(
                DebtorKind::Business,
                Some(30),
                Some(60),
                TermStart::LastOfInvoiceAndDelivery,
                BeyondLongest::ExpressAndFair,
            ),
            "BW 6:119a(2), by explore.law, and (5), by nazaligundem.com",
        ),
        confirmed(
            term(
                DebtorKind::LargeEnterprise,
                Some(30),
                None,
                TermStart::LastOfInvoiceAndDelivery,
                BeyondLongest::ExpressAndFair,
            ),
            "BW 6:119a(2), by explore.law",
        ),
        secondary(
            StatutoryTerm {
                since: Some(date(2022, 7, 1)),
                older_since: Some(date(2023, 7, 1)),
                ..term(
                    DebtorKind::LargeEnterprise,
                    None,
                    Some(30),
                    TermStart::LastOfInvoiceAndDelivery,
                    BeyondLongest::Void,
                )
            },
            "BW 6:119a(6), by ruttenwelling.nl; older contracts from 2023-07-01",
        ),
        secondary(
            term(
                DebtorKind::LargeEnterprise,
                None,
                Some(60),
                TermStart::LastOfInvoiceAndDelivery,
                BeyondLongest::ExpressAndFair,
            ),
            "BW 6:119a(5), by nazaligundem.com, for older contracts",
        ),
    ],
    compensation: Some(from_memory(FORTY_EUROS, "BW 6:96(4)")),
    minimum: None,
    notes: Cow::Borrowed(&[]),
};
