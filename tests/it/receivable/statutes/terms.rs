use anyhow::{Context, Result, ensure};
use keqing::receivable::regime::{
    BeyondLongest, DebtorKind, Note, Regime, StatutoryTerm, TermStart,
};
use keqing::vocab::known::Known;
use keqing::vocab::source::Confirmation;
use keqing::vocab::time::Days;

use crate::receivable::statutes::asserted::{
    act, date, default_of, due, longest_of, notes, number,
};
use crate::receivable::statutes::{Entry, Row};

const BUSINESS: DebtorKind = DebtorKind::Business;

const LARGE: DebtorKind = DebtorKind::LargeEnterprise;

const PUBLIC: DebtorKind = DebtorKind::PublicBody;

pub(super) const CHECKS: &[Entry] = &[
    ("AT", "", "longest term, business", |_| {
        longest_of(act("AT", "Unternehmensgesetzbuch")?, BUSINESS, (60, None))
    }),
    ("AT", "", "longest term, public body", |_| {
        longest_of(act("AT", "Bundesvergabegesetz")?, PUBLIC, (30, Some(60)))
    }),
    ("DE", "", "start of interest", |_| {
        notes(act("DE", "288")?, Note::ReminderStartsInterestSooner)?;
        notes(act("DE", "288")?, Note::NoInterestWithoutFault)?;
        default_of(act("DE", "288")?, BUSINESS, 30)
    }),
    ("DE", "", "longest term, business", |_| {
        longest_of(act("DE", "288")?, BUSINESS, (60, None))
    }),
    ("DE", "", "longest term in standard terms", |_| {
        notes(act("DE", "288")?, Note::StandardTermsOver30DaysPresumedVoid)
    }),
    ("DE", "", "longest term, public body", |_| {
        default_of(act("DE", "288")?, PUBLIC, 30)?;
        longest_of(act("DE", "288")?, PUBLIC, (30, Some(60)))
    }),
    ("EU", "", "term, business", |_| {
        default_of(act("EU", "undertakings")?, BUSINESS, 30)?;
        longest_of(act("EU", "undertakings")?, BUSINESS, (60, None))
    }),
    ("EU", "", "longest term, public body", |_| {
        default_of(act("EU", "authorities")?, PUBLIC, 30)?;
        longest_of(act("EU", "authorities")?, PUBLIC, (30, Some(60)))
    }),
    ("EU", "", "term, healthcare body", |_| {
        longest_of(
            act("EU", "authorities")?,
            DebtorKind::HealthcareBody,
            (60, Some(60)),
        )
    }),
    ("EU", "", "start of interest", |_| {
        // The day after the due day: that is how the engine counts. A debtor without fault owes none.
        notes(act("EU", "undertakings")?, Note::NoInterestWithoutFault)
    }),
    ("FR", "Code de commerce", "default term", |_| {
        default_of(act("FR", "commerce")?, BUSINESS, 30)?;
        counted(act("FR", "commerce")?, BUSINESS, TermStart::Delivery)
    }),
    ("FR", "Code de commerce", "longest term", |row| {
        let regime = act("FR", "commerce")?;
        let terms = || regime.terms_for(BUSINESS).map(|term| term.value());
        let term = terms()
            .find(|term| term.longest.is_some())
            .context("none")?;
        ensure!(term.longest.map(Days::count) == number(row)?.try_into().ok());
        ensure!(term.counted_from == TermStart::InvoiceDate);
        longest_of(regime, BUSINESS, (60, Some(75)))
    }),
    (
        "FR",
        "Code de commerce",
        "longest term, end of month",
        |_| {
            let term = act("FR", "commerce")?
                .terms_for(BUSINESS)
                .map(|term| term.value());
            let mut beyond = term.map(|term| term.beyond);
            ensure!(beyond.any(|beyond| beyond == BeyondLongest::MonthEndAnd45Days));
            Ok(())
        },
    ),
    (
        "FR",
        "Code de commerce",
        "longest term, periodic invoice",
        |_| notes(act("FR", "commerce")?, Note::PeriodicInvoiceWithin45Days),
    ),
    ("FR", "Code de commerce", "start of interest", |_| {
        notes(act("FR", "commerce")?, Note::NoReminderNeeded)
    }),
    ("FR", "Code de la commande publique", "term", |_| {
        let regime = act("FR", "publique")?;
        for (debtor, days) in [
            (PUBLIC, 30),
            (DebtorKind::HealthcareBody, 50),
            (DebtorKind::PublicUndertaking, 60),
        ] {
            default_of(regime, debtor, days)?;
            longest_of(regime, debtor, (days, Some(days)))?;
        }
        Ok(())
    }),
    (
        "FR",
        "Code de la commande publique",
        "start of interest",
        |_| notes(act("FR", "publique")?, Note::NoReminderNeeded),
    ),
    ("GB", "", "default term", |_| {
        default_of(act("GB", "1998")?, BUSINESS, 29)
    }),
    ("GB", "", "longest term, business", |_| {
        longest_of(act("GB", "1998")?, BUSINESS, (59, None))
    }),
    ("GB", "", "longest term, public authority", |_| {
        default_of(act("GB", "1998")?, PUBLIC, 29)?;
        longest_of(act("GB", "1998")?, PUBLIC, (29, Some(29)))
    }),
    ("IE", "", "default term", |_| {
        default_of(act("IE", "2012")?, BUSINESS, 30)
    }),
    ("IE", "", "longest term, business", |row| {
        let regime = act("IE", "2012")?;
        let mut terms = regime.terms_for(BUSINESS).map(|term| term.value().since);
        ensure!(terms.any(|since| since == date(&row.from).ok()));
        longest_of(regime, BUSINESS, (60, None))
    }),
    ("IE", "", "longest term, public authority", |_| {
        let regime = act("IE", "2012")?;
        let term = regime.terms_for(PUBLIC).next().context("none")?;
        let confirmed = term.provenance().confirmation();
        ensure!(confirmed == Confirmation::Disputed, "{confirmed}");
        longest_of(regime, PUBLIC, (30, Some(30)))
    }),
    ("CN", "条例 728", "term, public bodies", |_| {
        default_of(act("CN", "728")?, PUBLIC, 30)?;
        longest_of(act("CN", "728")?, PUBLIC, (60, Some(60)))
    }),
    ("CN", "条例 728", "term, large enterprises", |_| {
        let found = due(act("CN", "728")?, LARGE, Some(100), Known::Unknown)?;
        ensure!(found.is_some_and(|due| due.longest.is_none() && Some(due.due) == due.agreed));
        Ok(())
    }),
    ("CN", "条例 802", "terms", |_| {
        default_of(act("CN", "802")?, PUBLIC, 30)?;
        longest_of(act("CN", "802")?, PUBLIC, (60, Some(60)))?;
        default_of(act("CN", "802")?, LARGE, 60)?;
        longest_of(act("CN", "802")?, LARGE, (60, None))
    }),
    ("IN", "MSMED", "terms", |_| {
        default_of(act("IN", "2006")?, BUSINESS, 15)?;
        longest_of(act("IN", "2006")?, BUSINESS, (45, Some(45)))
    }),
    ("IN", "MSMED", "start of interest", |_| {
        counted(act("IN", "2006")?, BUSINESS, TermStart::Acceptance)?;
        default_of(act("IN", "2006")?, BUSINESS, 15)
    }),
    ("JP", "取適法", "start of interest", |_| {
        notes(act("JP", "取適法")?, Note::InterestOnlyAfterLongestTerm)?;
        longest_of(act("JP", "取適法")?, BUSINESS, (59, Some(59)))
    }),
    ("JP", "取適法", "longest term", |_| {
        longest_of(act("JP", "取適法")?, BUSINESS, (59, Some(59)))
    }),
    ("JP", "取適法", "default term", |_| {
        default_of(act("JP", "取適法")?, BUSINESS, 0)
    }),
    ("US", "", "term", |_| {
        default_of(act("US", "Prompt")?, PUBLIC, 30)
    }),
    ("ES", "", "default term", |_| {
        counted(act("ES", "Ley")?, BUSINESS, TermStart::Delivery)?;
        default_of(act("ES", "Ley")?, BUSINESS, 30)
    }),
    ("ES", "", "longest term", |_| {
        longest_of(act("ES", "Ley")?, BUSINESS, (60, Some(60)))?;
        longest_of(act("ES", "Ley")?, PUBLIC, (30, Some(30)))
    }),
    ("NL", "", "start of interest", |_| {
        default_of(act("NL", "6:119a")?, BUSINESS, 30)
    }),
    (
        "NL",
        "",
        "longest term, large debtor and small creditor",
        |row| {
            let mut terms = act("NL", "6:119a")?
                .terms_for(LARGE)
                .map(|term| term.value().since);
            ensure!(terms.any(|since| since == date(&row.from).ok()));
            longest_of(act("NL", "6:119a")?, LARGE, (30, Some(30)))
        },
    ),
    ("PL", "", "longest term", |_| {
        longest_of(act("PL", "handlowych")?, LARGE, (60, Some(60)))?;
        longest_of(act("PL", "handlowych")?, BUSINESS, (60, None))
    }),
    ("KR", "", "start of interest", korean),
];

/// Interest runs after 60 days from receipt.
fn korean(row: &Row) -> Result<()> {
    ensure!(row.value.contains("60 days"));
    notes(
        act("KR", "Subcontracting")?,
        Note::InterestOnlyAfterLongestTerm,
    )?;
    longest_of(act("KR", "Subcontracting")?, BUSINESS, (60, Some(60)))
}

/// Asserts the event from which the default term of a debtor counts.
fn counted(regime: &Regime, debtor: DebtorKind, from: TermStart) -> Result<()> {
    let has_default = |term: &&StatutoryTerm| term.default.is_some();
    let term = regime
        .terms_for(debtor)
        .map(|term| term.value())
        .find(has_default);
    let ours = term.context("no default")?.counted_from;
    ensure!(ours == from, "{ours} here");
    Ok(())
}
