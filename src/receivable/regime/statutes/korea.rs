use alloc::borrow::Cow;

use crate::calendar::day_count::DayCount;
use crate::receivable::rate::Compounding;
use crate::receivable::regime::applies_by::{AppliesBy, CreditorKind};
use crate::receivable::regime::data::{BUSINESSES, PRACTICE, date, listed, term};
use crate::receivable::regime::jurisdiction::Jurisdiction;
use crate::receivable::regime::note::Note;
use crate::receivable::regime::statute::Regime;
use crate::receivable::regime::statutory_rate::{AgreedRate, StatutoryRate};
use crate::receivable::regime::statutory_term::{BeyondLongest, DebtorKind, TermStart};
use crate::vocab::rate::Rate;
use crate::vocab::source::{from_memory, secondary};

pub(super) const SUBCONTRACTS: Regime = Regime {
    jurisdiction: Jurisdiction::KOREA,
    title: Cow::Borrowed("Fair Transactions in Subcontracting Act (하도급거래 공정화에 관한 법률)"),
    debtors: BUSINESSES,
    creditors: Some(CreditorKind::set([CreditorKind::Subcontractor])),
    applies_by: from_memory(AppliesBy::OverdueDay, "no transition was read"),
    in_force_from: from_memory(
        date(2015, 7, 1),
        "the notice of June 2015: the first day of its rate was not read",
    ),
    in_force_until: None,
    rate: secondary(
        StatutoryRate::Fixed(Rate::basis_points(1550)),
        "article 13(8) and the notice of the commission, by dailian.co.kr; cm.asiae.co.kr",
    ),
    rate_without_fault: None,
    agreed: secondary(
        AgreedRate::Overridden,
        "article 13, by dailian.co.kr; koscaj.com",
    ),
    compounding: from_memory(Compounding::Simple, "article 13(8)"),
    day_count: from_memory(DayCount::Actual365Fixed, PRACTICE),
    terms: listed![secondary(
        term(
            DebtorKind::Business,
            Some(0),
            Some(60),
            TermStart::Delivery,
            BeyondLongest::Void,
        ),
        "articles 13(2) and 13(8), by legalengine.co.kr, on 2013Da90839; kbiz.or.kr",
    )],
    compensation: None,
    minimum: None,
    notes: listed![secondary(
        Note::InterestOnlyAfterLongestTerm,
        "article 13(8), by legalengine.co.kr",
    )],
};
