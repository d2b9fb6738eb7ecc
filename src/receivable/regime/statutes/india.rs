use alloc::borrow::Cow;

use crate::calendar::day_count::DayCount;
use crate::receivable::rate::{Compounding, RateFactor, RateFixing, RateReset, Rest};
use crate::receivable::regime::applies_by::{AppliesBy, CreditorKind};
use crate::receivable::regime::data::{EVERYONE, PRACTICE, date, listed, within};
use crate::receivable::regime::jurisdiction::Jurisdiction;
use crate::receivable::regime::note::Note;
use crate::receivable::regime::reference_names::RBI_BANK_RATE;
use crate::receivable::regime::statute::Regime;
use crate::receivable::regime::statutory_rate::{AgreedRate, ReferenceRule, StatutoryRate};
use crate::receivable::regime::statutory_term::{DebtorKind, TermStart};
use crate::vocab::rate::Rate;
use crate::vocab::source::{confirmed, disputed, from_memory, secondary};

/// The interest that a micro or small supplier has against any buyer.
pub(super) const MSMED: Regime = Regime {
    jurisdiction: Jurisdiction::INDIA,
    title: Cow::Borrowed("Micro, Small and Medium Enterprises Development Act, 2006"),
    debtors: EVERYONE,
    creditors: Some(CreditorKind::set([CreditorKind::SmallEnterprise])),
    applies_by: from_memory(AppliesBy::OverdueDay, "no transition was read"),
    in_force_from: secondary(
        date(2006, 10, 2),
        "section 1(2) and its notification, by actum-legal.com",
    ),
    in_force_until: None,
    rate: disputed(
        StatutoryRate::Referenced(ReferenceRule {
            reference: Cow::Borrowed(RBI_BANK_RATE),
            factor: RateFactor::THREE,
            margin: Rate::ZERO,
            sampling: RateFixing::Daily,
            binding: RateReset::Floating,
        }),
        "section 16, lawgist.in; by 2024 (8) TMI 652 the rate as notified at each monthly rest, not of each day",
    ),
    rate_without_fault: None,
    agreed: confirmed(AgreedRate::Overridden, "sections 16 and 24, lawgist.in"),
    compounding: confirmed(Compounding::Rests(Rest::Month), "section 16, lawgist.in"),
    day_count: from_memory(DayCount::Actual365Fixed, PRACTICE),
    terms: listed![
        confirmed(
            within(DebtorKind::Business, 15, 45, TermStart::Acceptance),
            "sections 2(b) and 15, msmediagra.gov.in",
        ),
        confirmed(
            within(DebtorKind::PublicBody, 15, 45, TermStart::Acceptance),
            "sections 2(b) and 15, msmediagra.gov.in",
        )
    ],
    compensation: None,
    minimum: None,
    notes: listed![
        secondary(
            Note::ExpenseDisallowedUntilPaid,
            "Income-tax Act 1961, section 43B(h), from 2024-04-01, by taxguru.in; runfyers.in",
        ),
        secondary(
            Note::InterestNotDeductible,
            "section 23, by taxguru.in; runfyers.in",
        ),
    ],
};
