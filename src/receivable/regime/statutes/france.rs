use alloc::borrow::Cow;

use crate::calendar::day_count::DayCount;
use crate::receivable::rate::{Compounding, RateFactor, RateFixing, RateReset};
use crate::receivable::regime::applies_by::AppliesBy;
use crate::receivable::regime::data::{
    BUSINESSES, FORTY_EUROS, PRACTICE, PUBLIC_BODIES, date, listed, over, term, within,
};
use crate::receivable::regime::jurisdiction::Jurisdiction;
use crate::receivable::regime::note::Note;
use crate::receivable::regime::reference_names::{ECB_REFINANCING, FRENCH_LEGAL_RATE};
use crate::receivable::regime::statute::Regime;
use crate::receivable::regime::statutory_rate::{AgreedRate, ReferenceRule};
use crate::receivable::regime::statutory_term::{BeyondLongest, DebtorKind, TermStart};
use crate::vocab::rate::Rate;
use crate::vocab::source::{confirmed, from_memory, secondary};

pub(super) const BUSINESS: Regime = Regime {
    jurisdiction: Jurisdiction::FRANCE,
    title: Cow::Borrowed("Code de commerce, article L441-10"),
    debtors: BUSINESSES,
    creditors: None,
    applies_by: from_memory(AppliesBy::Contract, "ordonnance 2019-359, article 5"),
    in_force_from: confirmed(date(2019, 4, 26), "ordonnance 2019-359, by doctrine.fr"),
    in_force_until: None,
    rate: confirmed(
        over(
            ECB_REFINANCING,
            1000,
            RateFixing::HalfYearStart,
            RateReset::Floating,
        ),
        CODE,
    ),
    rate_without_fault: None,
    agreed: confirmed(
        AgreedRate::AtLeast(ReferenceRule {
            reference: Cow::Borrowed(FRENCH_LEGAL_RATE),
            factor: RateFactor::THREE,
            margin: Rate::ZERO,
            sampling: RateFixing::HalfYearStart,
            binding: RateReset::Floating,
        }),
        CODE,
    ),
    compounding: secondary(
        Compounding::Simple,
        "Code civil, article 1343-2, by efl.fr: capitalised only by contract or lawsuit",
    ),
    day_count: from_memory(DayCount::Actual365Fixed, PRACTICE),
    terms: listed![
        confirmed(
            term(
                DebtorKind::Business,
                Some(30),
                None,
                TermStart::Delivery,
                BeyondLongest::Void,
            ),
            CODE,
        ),
        confirmed(
            term(
                DebtorKind::Business,
                None,
                Some(60),
                TermStart::InvoiceDate,
                BeyondLongest::MonthEndAnd45Days,
            ),
            CODE,
        ),
    ],
    compensation: Some(secondary(
        FORTY_EUROS,
        "Code de commerce, article D441-5, by village-justice.com; lexbase.fr",
    )),
    minimum: None,
    notes: listed![
        secondary(Note::MonthEndTermReadTwoWays, "solon.law; finyear.com"),
        confirmed(Note::NoReminderNeeded, CODE),
        confirmed(Note::PeriodicInvoiceWithin45Days, CODE),
        secondary(
            Note::ReasonableCostsAboveCompensation,
            "Code de commerce, article L441-10 II, by avocat-senesi; legavox.fr",
        ),
    ],
};

/// The interest of public buyers: two points lower, and fixed for the debt.
pub(super) const PUBLIC: Regime = Regime {
    jurisdiction: Jurisdiction::FRANCE,
    title: Cow::Borrowed("Code de la commande publique, articles L2192-10 to R2192-36"),
    debtors: PUBLIC_BODIES,
    creditors: None,
    applies_by: from_memory(AppliesBy::Contract, "ordonnance 2018-1074, article 20"),
    in_force_from: confirmed(date(2019, 4, 1), "décret 2018-1075, by doctrine.fr"),
    in_force_until: None,
    rate: confirmed(
        over(
            ECB_REFINANCING,
            800,
            RateFixing::HalfYearStart,
            RateReset::FixedAtDefault,
        ),
        "article R2192-31, by code-commande-publique.com; marche-public.fr; doctrine.fr",
    ),
    rate_without_fault: None,
    agreed: from_memory(
        AgreedRate::Overridden,
        "articles L2192-13 and R2192-31: of right, without a word on an agreed rate",
    ),
    compounding: secondary(
        Compounding::Simple,
        "Code civil, article 1343-2, by efl.fr: capitalised only by contract or lawsuit",
    ),
    day_count: from_memory(DayCount::Actual365Fixed, PRACTICE),
    terms: listed![
        confirmed(
            within(
                DebtorKind::PublicBody,
                30,
                30,
                TermStart::LastOfInvoiceAndDelivery,
            ),
            PUBLIC_TERMS,
        ),
        confirmed(
            within(
                DebtorKind::HealthcareBody,
                50,
                50,
                TermStart::LastOfInvoiceAndDelivery,
            ),
            PUBLIC_TERMS,
        ),
        confirmed(
            within(
                DebtorKind::PublicUndertaking,
                60,
                60,
                TermStart::LastOfInvoiceAndDelivery,
            ),
            PUBLIC_TERMS,
        ),
    ],
    compensation: Some(secondary(
        FORTY_EUROS,
        "article D2192-35, by avocats24-fr.com; francematin.info",
    )),
    minimum: None,
    notes: listed![confirmed(
        Note::NoReminderNeeded,
        "article L2192-13, by doctrine.fr",
    )],
};

const CODE: &str = "Code de commerce, article L441-10, by doctrine.fr";

const PUBLIC_TERMS: &str =
    "articles R2192-10 to R2192-13, by code-commande-publique.com; helians-avocats";
