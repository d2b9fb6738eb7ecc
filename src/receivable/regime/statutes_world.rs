//! The regimes of China, India, Japan and the United States.

use alloc::borrow::Cow;

use rust_decimal::Decimal;

use crate::calendar::day_count::DayCount;
use crate::receivable::rate::{Compounding, RateFactor, RateFixing, RateReset, Rest};
use crate::receivable::regime::data::{PRACTICE, date, listed, within};
use crate::receivable::regime::jurisdiction::Jurisdiction;
use crate::receivable::regime::note::Note;
use crate::receivable::regime::published::{LOAN_PRIME_RATE, RBI_BANK_RATE, TREASURY_RATE};
use crate::receivable::regime::statute::Regime;
use crate::receivable::regime::statutory_rate::{AgreedRate, ReferenceRule, StatutoryRate};
use crate::receivable::regime::statutory_term::{DebtorKind, StatutoryTerm, TermStart};
use crate::vocab::money::{Currency, Money};
use crate::vocab::rate::Rate;
use crate::vocab::source::{confirmed, from_memory, secondary};
use crate::vocab::time::Days;

pub(super) const CN_728: Regime = Regime {
    jurisdiction: Jurisdiction::CHINA,
    title: Cow::Borrowed("保障中小企业款项支付条例 (国务院令第728号)"),
    in_force_from: confirmed(date(2020, 9, 1), "gov.cn, 202503 content_7015401"),
    in_force_until: Some(confirmed(
        date(2025, 5, 31),
        "gov.cn, 202503 content_7015401",
    )),
    rate: secondary(HALF_PER_MILLE_A_DAY, "article 15, ceccweb.org.cn"),
    agreed: secondary(AT_LEAST_LOAN_PRIME, "article 15, ceccweb.org.cn"),
    compounding: secondary(Compounding::Simple, "hengtai-law; qushanghui"),
    day_count: secondary(DayCount::Actual365Fixed, A_DAY),
    terms: listed![secondary(PUBLIC_BODIES_OF_CHINA, "ceccweb.org.cn")],
    compensation: None,
    minimum: None,
    notes: Cow::Borrowed(&[]),
};

pub(super) const CN_802: Regime = Regime {
    jurisdiction: Jurisdiction::CHINA,
    title: Cow::Borrowed("保障中小企业款项支付条例 (国务院令第802号修订)"),
    in_force_from: confirmed(date(2025, 6, 1), "gov.cn, 202503 content_7015401"),
    in_force_until: None,
    rate: confirmed(HALF_PER_MILLE_A_DAY, "article 17"),
    agreed: confirmed(AT_LEAST_LOAN_PRIME, "article 17"),
    compounding: secondary(Compounding::Simple, "hengtai-law; qushanghui"),
    day_count: confirmed(DayCount::Actual365Fixed, A_DAY),
    terms: listed![
        confirmed(PUBLIC_BODIES_OF_CHINA, "article 9"),
        confirmed(
            StatutoryTerm {
                debtor: DebtorKind::LargeEnterprise,
                default: Some(Days::new(60)),
                longest: None,
                counted_from: TermStart::Delivery,
            },
            "article 9: a longer term by the custom of the trade",
        ),
    ],
    compensation: None,
    minimum: None,
    notes: listed![
        confirmed(Note::AcceptanceTermsCountFromInspection, "article 9"),
        confirmed(Note::PayWhenPaidBanned, "article 9"),
        secondary(Note::UndisputedPartPayable, "article 15, ceccweb.org.cn",),
        secondary(Note::ForcedCommercialBillsBanned, "ceccweb.org.cn"),
    ],
};

pub(super) const IN: Regime = Regime {
    jurisdiction: Jurisdiction::INDIA,
    title: Cow::Borrowed("Micro, Small and Medium Enterprises Development Act, 2006"),
    in_force_from: from_memory(date(2006, 10, 2), "section 1, and its notification"),
    in_force_until: None,
    rate: confirmed(
        StatutoryRate::Referenced(ReferenceRule {
            reference: Cow::Borrowed(RBI_BANK_RATE),
            factor: RateFactor::THREE,
            margin: Rate::ZERO,
            sampling: RateFixing::Daily,
            binding: RateReset::Floating,
        }),
        "section 16, lawgist.in; that it follows the bank rate by one High Court",
    ),
    agreed: confirmed(AgreedRate::Overridden, "section 16, lawgist.in"),
    compounding: confirmed(Compounding::Rests(Rest::Month), "section 16, lawgist.in"),
    day_count: from_memory(DayCount::Actual365Fixed, PRACTICE),
    terms: listed![secondary(
        within(DebtorKind::Business, 15, 45, TermStart::Acceptance),
        "section 15, bcshettyco",
    )],
    compensation: None,
    minimum: None,
    notes: listed![secondary(Note::ExpenseDisallowedUntilPaid, "nbassociates",)],
};

pub(super) const JP: Regime = Regime {
    jurisdiction: Jurisdiction::JAPAN,
    title: Cow::Borrowed("中小受託取引適正化法 (取適法)"),
    in_force_from: secondary(date(2026, 1, 1), JFTC),
    in_force_until: None,
    rate: secondary(StatutoryRate::Fixed(Rate::basis_points(1460)), JFTC),
    agreed: from_memory(AgreedRate::Overridden, "取適法, article 6"),
    compounding: secondary(Compounding::Simple, JFTC),
    day_count: from_memory(DayCount::Actual365Fixed, PRACTICE),
    terms: listed![secondary(
        StatutoryTerm {
            debtor: DebtorKind::Business,
            default: None,
            longest: Some(Days::new(60)),
            counted_from: TermStart::Delivery,
        },
        "r.goope.jp; tmsa.or.jp",
    )],
    compensation: None,
    minimum: None,
    notes: listed![
        secondary(Note::UnlawfulReductionBearsInterest, JFTC),
        secondary(Note::PromissoryNotesBanned, "r.goope.jp; tmsa.or.jp"),
    ],
};

pub(super) const US: Regime = Regime {
    jurisdiction: Jurisdiction::UNITED_STATES,
    title: Cow::Borrowed("Prompt Payment, 31 USC chapter 39"),
    in_force_from: from_memory(date(1999, 10, 29), "64 FR 52580, on 5 CFR 1315"),
    in_force_until: None,
    rate: confirmed(
        StatutoryRate::Referenced(ReferenceRule {
            reference: Cow::Borrowed(TREASURY_RATE),
            factor: RateFactor::ONE,
            margin: Rate::ZERO,
            sampling: RateFixing::Daily,
            binding: RateReset::FixedAtDefault,
        }),
        "5 CFR 1315.10",
    ),
    agreed: from_memory(AgreedRate::Overridden, "5 CFR 1315.10"),
    compounding: confirmed(Compounding::Rests(Rest::ThirtyDays), "5 CFR 1315.17"),
    day_count: confirmed(
        DayCount::Actual360,
        "5 CFR 1315.17: a rest of thirty days is a twelfth of a year",
    ),
    terms: listed![confirmed(
        StatutoryTerm {
            debtor: DebtorKind::PublicBody,
            default: Some(Days::new(30)),
            longest: None,
            counted_from: TermStart::LastOfInvoiceAndDelivery,
        },
        "5 CFR 1315",
    )],
    compensation: None,
    minimum: Some(confirmed(
        Money::new(Decimal::ONE, Currency::USD),
        "5 CFR 1315.10",
    )),
    notes: listed![
        confirmed(Note::CompoundingEndsAfterOneYear, "5 CFR 1315.10"),
        confirmed(Note::DisputeStopsInterest, "5 CFR 1315.10"),
        confirmed(Note::WronglyTakenDiscountBearsInterest, "5 CFR 1315.10",),
        secondary(
            Note::DueDateMovesToWorkingDay,
            "documentation of Oracle Payables",
        ),
    ],
};

/// The rate of 0.05 % a day, 365 days making a year.
const HALF_PER_MILLE_A_DAY: StatutoryRate = StatutoryRate::Fixed(Rate::basis_points(1825));

const AT_LEAST_LOAN_PRIME: AgreedRate = AgreedRate::AtLeast(ReferenceRule {
    reference: Cow::Borrowed(LOAN_PRIME_RATE),
    factor: RateFactor::ONE,
    margin: Rate::ZERO,
    sampling: RateFixing::Daily,
    binding: RateReset::FixedAtContract,
});

const PUBLIC_BODIES_OF_CHINA: StatutoryTerm =
    within(DebtorKind::PublicBody, 30, 60, TermStart::Delivery);

/// The citation of the day count under which a rate a day is exact.
const A_DAY: &str = "a rate a day, 365 of them making a year";

const JFTC: &str = "rumors.sub.jp, on rule 9 of 2025 of the Japan Fair Trade Commission";
