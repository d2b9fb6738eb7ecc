use alloc::borrow::Cow;

use crate::calendar::day_count::DayCount;
use crate::receivable::rate::{Compounding, RateFactor, RateFixing, RateReset};
use crate::receivable::regime::applies_by::{AppliesBy, CreditorKind};
use crate::receivable::regime::data::{date, listed, term, within};
use crate::receivable::regime::jurisdiction::Jurisdiction;
use crate::receivable::regime::note::Note;
use crate::receivable::regime::reference_names::LOAN_PRIME_RATE;
use crate::receivable::regime::statute::Regime;
use crate::receivable::regime::statutory_rate::{AgreedRate, ReferenceRule, StatutoryRate};
use crate::receivable::regime::statutory_term::{
    BeyondLongest, DebtorKind, StatutoryTerm, TermStart,
};
use crate::vocab::rate::Rate;
use crate::vocab::set::Set;
use crate::vocab::source::{confirmed, disputed, from_memory, secondary};

pub(super) const ORDER_728: Regime = Regime {
    jurisdiction: Jurisdiction::CHINA,
    title: Cow::Borrowed("保障中小企业款项支付条例 (国务院令第728号)"),
    debtors: DEBTORS,
    creditors: Some(CREDITORS),
    applies_by: from_memory(AppliesBy::OverdueDay, "no transition was read"),
    in_force_from: confirmed(date(2020, 9, 1), "gov.cn, 202503 content_7015401"),
    in_force_until: Some(confirmed(
        date(2025, 5, 31),
        "gov.cn, 202503 content_7015401",
    )),
    rate: confirmed(
        HALF_PER_MILLE_A_DAY,
        "article 15, epaper.zjgrrb.com; 12753.com",
    ),
    rate_without_fault: None,
    agreed: confirmed(
        AT_LEAST_LOAN_PRIME,
        "article 15, epaper.zjgrrb.com; 12753.com",
    ),
    compounding: secondary(Compounding::Simple, "hengtai-law; qushanghui"),
    day_count: secondary(DayCount::Actual365Fixed, A_DAY),
    terms: listed![
        confirmed(PUBLIC_BODIES, "article 8, epaper.zjgrrb.com; 12753.com"),
        secondary(
            term(
                DebtorKind::LargeEnterprise,
                None,
                None,
                TermStart::Delivery,
                BeyondLongest::CustomOfTrade,
            ),
            "article 8, ky81.com: by the custom of the trade, without a number",
        ),
    ],
    compensation: None,
    minimum: None,
    notes: listed![secondary(
        Note::ForcedCommercialBillsBanned,
        "epaper.zjgrrb.com",
    )],
};

pub(super) const ORDER_802: Regime = Regime {
    jurisdiction: Jurisdiction::CHINA,
    title: Cow::Borrowed("保障中小企业款项支付条例 (国务院令第802号修订)"),
    debtors: DEBTORS,
    creditors: Some(CREDITORS),
    applies_by: from_memory(AppliesBy::OverdueDay, "no transition was read"),
    in_force_from: confirmed(date(2025, 6, 1), "gov.cn, 202503 content_7015401"),
    in_force_until: None,
    rate: confirmed(HALF_PER_MILLE_A_DAY, "article 17"),
    rate_without_fault: None,
    agreed: confirmed(AT_LEAST_LOAN_PRIME, "article 17"),
    compounding: secondary(Compounding::Simple, "hengtai-law; qushanghui"),
    day_count: confirmed(DayCount::Actual365Fixed, A_DAY),
    terms: listed![
        confirmed(PUBLIC_BODIES, "article 9"),
        confirmed(
            term(
                DebtorKind::LargeEnterprise,
                Some(60),
                Some(60),
                TermStart::Delivery,
                BeyondLongest::CustomOfTrade,
            ),
            "article 9: a longer term by the custom of the trade",
        ),
    ],
    compensation: None,
    minimum: None,
    notes: listed![
        disputed(Note::AcceptanceTermsCountFromInspection, "article 9 or 10",),
        secondary(
            Note::ForcedCommercialBillsBanned,
            "article 11, campclassictournaments.com",
        ),
        confirmed(Note::PayWhenPaidBanned, "article 9"),
        secondary(Note::UndisputedPartPayable, "article 15, ceccweb.org.cn"),
    ],
};

/// Organs, institutions and large enterprises.
const DEBTORS: Set<DebtorKind> = DebtorKind::set([
    DebtorKind::HealthcareBody,
    DebtorKind::LargeEnterprise,
    DebtorKind::PublicBody,
]);

/// Micro, small and medium enterprises, by their size when the contract is made (article 3).
const CREDITORS: Set<CreditorKind> = CreditorKind::set([
    CreditorKind::MediumEnterprise,
    CreditorKind::SmallEnterprise,
]);

/// The rate of 0.05 % a day, 365 days making a year. A page that says 18 % counts 360 days.
const HALF_PER_MILLE_A_DAY: StatutoryRate = StatutoryRate::Fixed(Rate::basis_points(1825));

const AT_LEAST_LOAN_PRIME: AgreedRate = AgreedRate::AtLeast(ReferenceRule {
    reference: Cow::Borrowed(LOAN_PRIME_RATE),
    factor: RateFactor::ONE,
    margin: Rate::ZERO,
    sampling: RateFixing::Daily,
    binding: RateReset::FixedAtContract,
});

const PUBLIC_BODIES: StatutoryTerm = within(DebtorKind::PublicBody, 30, 60, TermStart::Delivery);

/// The citation of the day count under which a rate a day is exact.
const A_DAY: &str = "a rate a day, 365 of them making a year";
