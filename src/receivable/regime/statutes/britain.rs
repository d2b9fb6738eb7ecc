use alloc::borrow::Cow;

use crate::calendar::day_count::DayCount;
use crate::receivable::rate::{Compounding, RateFixing, RateReset};
use crate::receivable::regime::applies_by::AppliesBy;
use crate::receivable::regime::compensation::CompensationBands;
use crate::receivable::regime::data::{EVERYONE, band, date, listed, over, term};
use crate::receivable::regime::jurisdiction::Jurisdiction;
use crate::receivable::regime::note::Note;
use crate::receivable::regime::reference_names::BANK_RATE;
use crate::receivable::regime::statute::Regime;
use crate::receivable::regime::statutory_rate::AgreedRate;
use crate::receivable::regime::statutory_term::{
    BeyondLongest, DebtorKind, FirstDay, StatutoryTerm, TermStart,
};
use crate::vocab::money::Currency;
use crate::vocab::source::{confirmed, secondary};

pub(super) const ACT: Regime = Regime {
    jurisdiction: Jurisdiction::UNITED_KINGDOM,
    title: Cow::Borrowed("Late Payment of Commercial Debts (Interest) Act 1998"),
    debtors: EVERYONE,
    creditors: None,
    applies_by: secondary(
        AppliesBy::Contract,
        "designingbuildings.co.uk, on SI 2013/395",
    ),
    in_force_from: secondary(
        date(2013, 3, 16),
        "SI 2013/395, which gave it this form, by lexology.com; designingbuildings.co.uk",
    ),
    in_force_until: None,
    rate: confirmed(
        over(
            BANK_RATE,
            800,
            RateFixing::PrecedingHalfYearEnd,
            RateReset::FixedAtDefault,
        ),
        "section 4(2) and SI 2002/1675, article 4, legislation.gov.uk",
    ),
    rate_without_fault: None,
    agreed: confirmed(
        AgreedRate::SubstantialRemedy,
        "sections 8 and 9, by global-regulation.com",
    ),
    compounding: confirmed(Compounding::Simple, "section 1(1), by legalize.dev"),
    day_count: secondary(
        DayCount::Actual365Fixed,
        "usewolfx.com; tradeayok.web.app: the Act is silent on leap years",
    ),
    terms: listed![
        confirmed(
            StatutoryTerm {
                first_day: FirstDay::SameDay,
                ..term(
                    DebtorKind::Business,
                    Some(30),
                    Some(60),
                    TermStart::LastOfInvoiceAndDelivery,
                    BeyondLongest::ExpressAndFair,
                )
            },
            "section 4(2E) to (2H), legislation.gov.uk: a period beginning with the later day",
        ),
        confirmed(
            StatutoryTerm {
                first_day: FirstDay::SameDay,
                ..term(
                    DebtorKind::PublicBody,
                    Some(30),
                    Some(30),
                    TermStart::LastOfInvoiceAndDelivery,
                    BeyondLongest::Void,
                )
            },
            "section 4(2D) and (2H), legislation.gov.uk: a period beginning with the later day",
        ),
    ],
    compensation: Some(confirmed(
        CompensationBands::known(
            Currency::GBP,
            None,
            &[band(0, 40), band(1_000, 70), band(10_000, 100)],
        ),
        "gov.uk, late commercial payments, on section 5A",
    )),
    minimum: None,
    notes: listed![
        confirmed(
            Note::ReasonableCostsAboveCompensation,
            "gov.uk, late commercial payments",
        ),
        secondary(
            Note::ScotlandByItsOwnInstrument,
            "designingbuildings.co.uk: from 2013-04-29",
        ),
    ],
};
