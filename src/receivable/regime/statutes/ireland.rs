use alloc::borrow::Cow;

use crate::calendar::day_count::DayCount;
use crate::receivable::rate::{Compounding, RateFixing, RateReset};
use crate::receivable::regime::applies_by::AppliesBy;
use crate::receivable::regime::compensation::CompensationBands;
use crate::receivable::regime::data::{EVERYONE, above, band, date, listed, over, term, within};
use crate::receivable::regime::jurisdiction::Jurisdiction;
use crate::receivable::regime::note::Note;
use crate::receivable::regime::reference_names::ECB_REFINANCING;
use crate::receivable::regime::statute::Regime;
use crate::receivable::regime::statutory_rate::AgreedRate;
use crate::receivable::regime::statutory_term::{
    BeyondLongest, DebtorKind, StatutoryTerm, TermStart,
};
use crate::vocab::money::Currency;
use crate::vocab::source::{confirmed, disputed, from_memory, secondary};

pub(super) const SI_580: Regime = Regime {
    jurisdiction: Jurisdiction::IRELAND,
    title: Cow::Borrowed(
        "European Communities (Late Payment in Commercial Transactions) Regulations 2012",
    ),
    debtors: EVERYONE,
    creditors: None,
    applies_by: from_memory(AppliesBy::Contract, "SI 580/2012"),
    in_force_from: confirmed(
        date(2013, 3, 16),
        "SI 580/2012, regulation 1(2), irishstatutebook.ie",
    ),
    in_force_until: None,
    rate: confirmed(
        over(
            ECB_REFINANCING,
            800,
            RateFixing::HalfYearStart,
            RateReset::FixedAtDefault,
        ),
        "gov.ie, late payments: the rate on the day on which the payment became overdue; enterprise.gov.ie",
    ),
    rate_without_fault: None,
    agreed: secondary(
        AgreedRate::UnlessGrosslyUnfair,
        "hayes-solicitors.ie; enterprise.gov.ie: unless otherwise specified",
    ),
    compounding: confirmed(Compounding::Simple, "gov.ie, late payments"),
    day_count: confirmed(DayCount::Actual365Fixed, "enterprise.gov.ie, late payments"),
    terms: listed![
        confirmed(
            term(
                DebtorKind::Business,
                Some(30),
                None,
                TermStart::LastOfInvoiceAndDelivery,
                BeyondLongest::ExpressAndFair,
            ),
            "enterprise.gov.ie, late payments; irelandtogether.ie",
        ),
        secondary(
            StatutoryTerm {
                since: Some(date(2016, 5, 25)),
                ..term(
                    DebtorKind::Business,
                    None,
                    Some(60),
                    TermStart::LastOfInvoiceAndDelivery,
                    BeyondLongest::ExpressAndFair,
                )
            },
            "SI 281/2016, by legalguide.ie; williamfry.com",
        ),
        disputed(
            within(
                DebtorKind::PublicBody,
                30,
                30,
                TermStart::LastOfInvoiceAndDelivery,
            ),
            "gov.ie: cannot exceed 30; williamfry.com: 60 if expressly agreed and justified",
        ),
    ],
    compensation: Some(secondary(
        CompensationBands::known(
            Currency::EUR,
            None,
            &[band(0, 40), above(1_000, 70), above(10_000, 100)],
        ),
        "SI 580/2012, by irelandtogether.ie",
    )),
    minimum: None,
    notes: listed![confirmed(
        Note::TaxesBearInterest,
        "SI 580/2012, regulation 2(1), irishstatutebook.ie",
    )],
};
