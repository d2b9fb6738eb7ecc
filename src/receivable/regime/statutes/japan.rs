use alloc::borrow::Cow;

use crate::calendar::day_count::DayCount;
use crate::receivable::rate::Compounding;
use crate::receivable::regime::applies_by::{AppliesBy, CreditorKind};
use crate::receivable::regime::data::{BUSINESSES, PRACTICE, date, listed, within};
use crate::receivable::regime::jurisdiction::Jurisdiction;
use crate::receivable::regime::note::Note;
use crate::receivable::regime::statute::Regime;
use crate::receivable::regime::statutory_rate::{AgreedRate, StatutoryRate};
use crate::receivable::regime::statutory_term::{DebtorKind, FirstDay, StatutoryTerm, TermStart};
use crate::vocab::rate::Rate;
use crate::vocab::source::{confirmed, from_memory, secondary};

/// The act on subcontracting, for orders up to the end of 2025.
pub(super) const SUBCONTRACTS: Regime = Regime {
    jurisdiction: Jurisdiction::JAPAN,
    title: Cow::Borrowed("下請代金支払遅延等防止法 (下請法)"),
    debtors: BUSINESSES,
    creditors: Some(CreditorKind::set([CreditorKind::Subcontractor])),
    applies_by: secondary(AppliesBy::Order, "jftc.go.jp, on orders from 2026-01-01"),
    in_force_from: from_memory(
        date(1970, 5, 8),
        "rule 1 of 1962: the first day of its rate was not read",
    ),
    in_force_until: Some(secondary(
        date(2025, 12, 31),
        "jftc.go.jp, on orders from 2026-01-01",
    )),
    rate: confirmed(
        StatutoryRate::Fixed(Rate::basis_points(1460)),
        "下請法, article 4-2, and rule 1 of 1962, jplaws.app",
    ),
    rate_without_fault: None,
    agreed: from_memory(AgreedRate::Overridden, "下請法, article 4-2"),
    compounding: from_memory(Compounding::Simple, "下請法, article 4-2"),
    day_count: from_memory(DayCount::Actual365Fixed, PRACTICE),
    terms: listed![from_memory(SIXTY_DAYS, "下請法, article 2-2")],
    compensation: None,
    minimum: None,
    notes: listed![from_memory(
        Note::InterestOnlyAfterLongestTerm,
        "下請法, article 4-2",
    )],
};

/// The act that follows it, for orders from 2026 on.
pub(super) const CONSIGNMENTS: Regime = Regime {
    jurisdiction: Jurisdiction::JAPAN,
    title: Cow::Borrowed("中小受託取引適正化法 (取適法)"),
    debtors: BUSINESSES,
    creditors: Some(CreditorKind::set([CreditorKind::Subcontractor])),
    applies_by: secondary(AppliesBy::Order, "jftc.go.jp, on orders from 2026-01-01"),
    in_force_from: secondary(
        date(2026, 1, 1),
        "jftc.go.jp, on orders from 2026-01-01; akasakamitsuke.jp",
    ),
    in_force_until: None,
    rate: confirmed(
        StatutoryRate::Fixed(Rate::basis_points(1460)),
        "article 6 and rule 9 of 2025, legaldoc.jp",
    ),
    rate_without_fault: None,
    agreed: from_memory(AgreedRate::Overridden, "取適法, article 6"),
    compounding: secondary(Compounding::Simple, "article 6(1), compliance21.com"),
    day_count: from_memory(DayCount::Actual365Fixed, PRACTICE),
    terms: listed![secondary(
        SIXTY_DAYS,
        "article 3, akasakamitsuke.jp; compliance21.com",
    )],
    compensation: None,
    minimum: None,
    notes: listed![
        secondary(
            Note::InterestOnlyAfterLongestTerm,
            "article 6(1), compliance21.com",
        ),
        secondary(
            Note::PromissoryNotesBanned,
            "article 5(1)(ii), jftc.go.jp; naganolaw.com",
        ),
        secondary(
            Note::UnlawfulReductionBearsInterest,
            "article 6(2), compliance21.com; legaldoc.jp",
        ),
    ],
};

/// Sixty days from receipt, which is the first of them; without a day, the day of receipt.
const SIXTY_DAYS: StatutoryTerm = StatutoryTerm {
    first_day: FirstDay::SameDay,
    ..within(DebtorKind::Business, 0, 60, TermStart::Delivery)
};
