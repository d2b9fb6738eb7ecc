use alloc::borrow::Cow;

use crate::calendar::day_count::DayCount;
use crate::receivable::rate::{Compounding, RateFixing, RateReset};
use crate::receivable::regime::applies_by::AppliesBy;
use crate::receivable::regime::data::{EVERYONE, FORTY_EUROS, date, listed, over, term};
use crate::receivable::regime::jurisdiction::Jurisdiction;
use crate::receivable::regime::note::Note;
use crate::receivable::regime::reference_names::GERMAN_BASE_RATE;
use crate::receivable::regime::statute::Regime;
use crate::receivable::regime::statutory_rate::AgreedRate;
use crate::receivable::regime::statutory_term::{
    BeyondLongest, DebtorKind, StatutoryTerm, TermStart,
};
use crate::vocab::source::{confirmed, disputed, secondary};
use crate::vocab::time::Days;

pub(super) const BGB: Regime = Regime {
    jurisdiction: Jurisdiction::GERMANY,
    title: Cow::Borrowed("Bürgerliches Gesetzbuch, section 288"),
    debtors: EVERYONE,
    creditors: None,
    applies_by: secondary(
        AppliesBy::Contract,
        "baurecht-ratgeber.de, on EGBGB article 229 section 34",
    ),
    in_force_from: confirmed(
        date(2014, 7, 29),
        "EGBGB article 229 section 34, by baurecht-ratgeber.de; basiszinssatz.de",
    ),
    in_force_until: None,
    rate: confirmed(
        over(
            GERMAN_BASE_RATE,
            900,
            RateFixing::HalfYearStart,
            RateReset::Floating,
        ),
        "BGB sections 247 and 288(2), by lifepr.de on the Bundesbank; iww.de",
    ),
    rate_without_fault: None,
    agreed: secondary(
        AgreedRate::UnlessGrosslyUnfair,
        "BGB section 288(6), by haufe.de",
    ),
    compounding: confirmed(Compounding::Simple, "BGB section 289, by gesetze.legal"),
    day_count: disputed(
        DayCount::Actual365Fixed,
        "no statute: 365 days by anleiter.de, 366 in leap years by jura-basic.de",
    ),
    terms: listed![
        confirmed(
            term(
                DebtorKind::Business,
                Some(30),
                Some(60),
                TermStart::LastOfInvoiceAndDelivery,
                BeyondLongest::ExpressAndFair,
            ),
            "BGB sections 271a(1) and 286(3), by buzer.de; haufe.de",
        ),
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
            "BGB section 271a(2), by buzer.de; dein-gesetz.de",
        ),
    ],
    compensation: Some(secondary(
        FORTY_EUROS,
        "BGB section 288(5), by bauprofessor.de; brief.platow.de",
    )),
    minimum: None,
    notes: listed![
        secondary(
            Note::CompensationSetOffAgainstLegalCosts,
            "bauprofessor.de, on BGB section 288(5)",
        ),
        secondary(
            Note::ExclusionOfInterestVoid,
            "BGB section 288(6), by haufe.de",
        ),
        secondary(Note::NoInterestWithoutFault, "BGB section 286(4)"),
        confirmed(
            Note::ReminderStartsInterestSooner,
            "BGB section 286(1) to (3), by godoku.de; haufe.de",
        ),
        secondary(
            Note::StandardTermsOver30DaysPresumedVoid,
            "BGB section 308 no. 1a, by haufe.de",
        ),
    ],
};
