use alloc::borrow::Cow;

use crate::calendar::day_count::DayCount;
use crate::receivable::rate::{Compounding, RateFixing, RateReset};
use crate::receivable::regime::applies_by::AppliesBy;
use crate::receivable::regime::data::{
    EVERYONE, FORTY_EUROS, PRACTICE, date, listed, over, within,
};
use crate::receivable::regime::jurisdiction::Jurisdiction;
use crate::receivable::regime::reference_names::ECB_REFINANCING;
use crate::receivable::regime::statute::Regime;
use crate::receivable::regime::statutory_rate::AgreedRate;
use crate::receivable::regime::statutory_term::{DebtorKind, StatutoryTerm, TermStart};
use crate::vocab::source::{confirmed, from_memory, secondary};

pub(super) const LEY_3_2004: Regime = Regime {
    jurisdiction: Jurisdiction::SPAIN,
    title: Cow::Borrowed("Ley 3/2004, de 29 de diciembre"),
    debtors: EVERYONE,
    creditors: None,
    applies_by: from_memory(AppliesBy::Contract, "Real Decreto-ley 4/2013, transition"),
    in_force_from: secondary(
        date(2013, 2, 24),
        "Real Decreto-ley 4/2013, article 33, which gave it this form, by larioja.org",
    ),
    in_force_until: None,
    // A new rate of the central bank begins with an operation, so the rate of the last day before the
    // half-year is that of the last operation before it.
    rate: confirmed(
        over(
            ECB_REFINANCING,
            800,
            RateFixing::PrecedingHalfYearEnd,
            RateReset::Floating,
        ),
        "article 7.2, by dig.es; boe.es BOE-A-2014-6914 and BOE-A-2019-18736",
    ),
    rate_without_fault: None,
    agreed: from_memory(AgreedRate::UnlessGrosslyUnfair, "article 9"),
    compounding: from_memory(Compounding::Simple, "Ley 3/2004"),
    day_count: from_memory(DayCount::Actual365Fixed, PRACTICE),
    terms: listed![
        secondary(
            StatutoryTerm {
                since: Some(date(2013, 7, 28)),
                ..within(DebtorKind::Business, 30, 60, TermStart::Delivery)
            },
            "articles 4.1 and 4.3, by gestoresderiesgo.com; abogados24-es.com",
        ),
        secondary(
            StatutoryTerm {
                since: Some(date(2013, 7, 28)),
                ..within(DebtorKind::PublicBody, 30, 30, TermStart::Delivery)
            },
            "articles 4.1 and 4.3, by gestoresderiesgo.com; abogados24-es.com",
        ),
    ],
    compensation: Some(secondary(
        FORTY_EUROS,
        "article 8, by bufetesemperejaen.com",
    )),
    minimum: None,
    notes: Cow::Borrowed(&[]),
};
