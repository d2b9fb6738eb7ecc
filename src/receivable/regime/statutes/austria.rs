use alloc::borrow::Cow;

use crate::calendar::day_count::DayCount;
use crate::receivable::rate::{Compounding, RateFixing, RateReset};
use crate::receivable::regime::applies_by::AppliesBy;
use crate::receivable::regime::data::{
    BUSINESSES, FORTY_EUROS, PRACTICE, PUBLIC_BODIES, date, listed, over, term,
};
use crate::receivable::regime::jurisdiction::Jurisdiction;
use crate::receivable::regime::note::Note;
use crate::receivable::regime::reference_names::AUSTRIAN_BASE_RATE;
use crate::receivable::regime::statute::Regime;
use crate::receivable::regime::statutory_rate::{AgreedRate, StatutoryRate};
use crate::receivable::regime::statutory_term::{
    BeyondLongest, DebtorKind, StatutoryTerm, TermStart,
};
use crate::vocab::rate::Rate;
use crate::vocab::source::{confirmed, from_memory, secondary};
use crate::vocab::time::Days;

pub(super) const BUSINESS: Regime = Regime {
    jurisdiction: Jurisdiction::AUSTRIA,
    title: Cow::Borrowed("Unternehmensgesetzbuch, sections 455 to 460"),
    debtors: BUSINESSES,
    creditors: None,
    applies_by: secondary(AppliesBy::Contract, "media-law.at"),
    in_force_from: confirmed(
        date(2013, 3, 16),
        "ZVG, BGBl. I 50/2013; UGB section 906(25) for the transition",
    ),
    in_force_until: None,
    rate: confirmed(
        BASE_RATE_AND_9_20,
        "UGB section 456, by gesetzefinden.at; wko.at",
    ),
    rate_without_fault: Some(confirmed(
        Rate::basis_points(400),
        "UGB section 456 and ABGB section 1000(1), by gesetzefinden.at; wko.at",
    )),
    agreed: secondary(
        AgreedRate::UnlessGrosslyUnfair,
        "UGB section 459(1) and (4), by lindeverlag.at; 360.lexisnexis.at",
    ),
    compounding: confirmed(
        Compounding::Simple,
        "ABGB section 1000(2), by ris.bka.gv.at: interest on interest only by agreement or a lawsuit",
    ),
    day_count: from_memory(DayCount::Actual365Fixed, PRACTICE),
    terms: listed![secondary(
        term(
            DebtorKind::Business,
            None,
            Some(60),
            TermStart::LastOfInvoiceAndDelivery,
            BeyondLongest::ExpressAndFair,
        ),
        "UGB section 459(3), by lindeverlag.at",
    )],
    compensation: Some(secondary(FORTY_EUROS, "UGB section 458, by media-law.at")),
    minimum: None,
    notes: listed![secondary(
        Note::ExclusionOfInterestVoid,
        "UGB section 459(4), by lindeverlag.at",
    )],
};

/// The same interest for public buyers. Their contracts may not lower it, and their time to pay is shorter.
pub(super) const PUBLIC: Regime = Regime {
    jurisdiction: Jurisdiction::AUSTRIA,
    title: Cow::Borrowed(
        "Unternehmensgesetzbuch, sections 455 to 460, and Bundesvergabegesetz 2018",
    ),
    debtors: PUBLIC_BODIES,
    creditors: None,
    applies_by: secondary(AppliesBy::Contract, "media-law.at"),
    in_force_from: confirmed(
        date(2013, 3, 16),
        "ZVG, BGBl. I 50/2013; UGB section 906(25) for the transition",
    ),
    in_force_until: None,
    rate: confirmed(
        BASE_RATE_AND_9_20,
        "UGB section 456, by gesetzefinden.at; wko.at",
    ),
    rate_without_fault: Some(confirmed(
        Rate::basis_points(400),
        "UGB section 456 and ABGB section 1000(1), by gesetzefinden.at; wko.at",
    )),
    agreed: secondary(
        AgreedRate::AtLeastStatutory,
        "BVergG 2018 sections 100(5) and 111(5), by gesetzefinden.at",
    ),
    compounding: confirmed(
        Compounding::Simple,
        "ABGB section 1000(2), by ris.bka.gv.at: interest on interest only by agreement or a lawsuit",
    ),
    day_count: from_memory(DayCount::Actual365Fixed, PRACTICE),
    terms: listed![secondary(
        StatutoryTerm {
            justified_above: Some(Days::new(30)),
            ..term(
                DebtorKind::PublicBody,
                None,
                Some(60),
                TermStart::LastOfInvoiceAndDelivery,
                BeyondLongest::Void,
            )
        },
        "BVergG 2018 sections 100 and 111, by 360.lexisnexis.at; 60 by Directive 2011/7/EU, article 4(6)",
    )],
    compensation: Some(secondary(FORTY_EUROS, "UGB section 458, by media-law.at")),
    minimum: None,
    notes: Cow::Borrowed(&[]),
};

const BASE_RATE_AND_9_20: StatutoryRate = over(
    AUSTRIAN_BASE_RATE,
    920,
    RateFixing::HalfYearStart,
    RateReset::Floating,
);
