use anyhow::{Result, ensure};
use keqing::receivable::rate::{Compounding, RateFactor, RateFixing, RateReset, Rest};
use keqing::receivable::regime::{
    AgreedRate, DebtorKind, GovernedDebt, GoverningGround, Note, Regime,
};
use keqing::vocab::rate::Rate;
use keqing::vocab::source::Confirmation;

use crate::receivable::statutes::asserted::{
    act, agreed, begins, bound, cites, compounds, euros, margin, notes, of_365_days, read_on, rule,
    sums,
};
use crate::receivable::statutes::{Entry, Row};

pub(super) const CHECKS: &[Entry] = &[
    ("AT", "", "in force from", |row| begins(row, at()?)),
    ("AT", "", "in force from: citation", |_| {
        cites(
            at()?.in_force_from().provenance().source(),
            "BGBl. I 50/2013",
        )
    }),
    ("AT", "", "margin", |row| margin(row, at()?)),
    ("AT", "", "reference rate", |_| {
        cites(&rule(at()?)?.reference, "Basiszinssatz, Austria")
    }),
    ("AT", "", "sampling", |_| {
        read_on(at()?, RateFixing::HalfYearStart)
    }),
    ("AT", "", "binding", |_| bound(at()?, RateReset::Floating)),
    ("AT", "", "condition of the high rate", |_| {
        let ours = at()?.rate_without_fault().map(|rate| *rate.value());
        ensure!(ours == Some(Rate::basis_points(400)), "{ours:?} here");
        Ok(())
    }),
    ("AT", "", "agreed rate", |_| {
        agreed(at()?, &AgreedRate::UnlessGrosslyUnfair)?;
        notes(at()?, Note::ExclusionOfInterestVoid)
    }),
    ("AT", "", "agreed rate: citation", |row| {
        cites(
            at()?.agreed().provenance().source(),
            &row.value.replace("UGB ", "UGB section "),
        )
    }),
    ("AT", "", "public buyers: agreed rate", |_| {
        agreed(
            act("AT", "Bundesvergabegesetz")?,
            &AgreedRate::AtLeastStatutory,
        )
    }),
    ("AT", "", "compounding", |_| {
        compounds(at()?, Compounding::Simple)
    }),
    ("AT", "", "fixed compensation", |row| euros(row, at()?)),
    ("AT", "", "debtor", |_| {
        binds(at()?, &[DebtorKind::Business], &[DebtorKind::PublicBody])?;
        binds(
            act("AT", "Bundesvergabegesetz")?,
            &[DebtorKind::PublicBody],
            &[],
        )
    }),
    ("DE", "", "in force from", |row| begins(row, de()?)),
    ("DE", "", "margin", |row| margin(row, de()?)),
    ("DE", "", "sampling of BGB 247", |_| {
        cites(&rule(de()?)?.reference, "Basiszinssatz, BGB 247")?;
        read_on(de()?, RateFixing::HalfYearStart)
    }),
    ("DE", "", "binding", |_| bound(de()?, RateReset::Floating)),
    ("DE", "", "agreed rate", |_| {
        agreed(de()?, &AgreedRate::UnlessGrosslyUnfair)?;
        notes(de()?, Note::ExclusionOfInterestVoid)
    }),
    ("DE", "", "compounding", |_| {
        compounds(de()?, Compounding::Simple)
    }),
    ("DE", "", "day count", |_| {
        let confirmed = de()?.day_count().provenance().confirmation();
        ensure!(confirmed == Confirmation::Disputed, "{confirmed}");
        of_365_days(de()?, Confirmation::FromMemory)
    }),
    ("DE", "", "fixed compensation", |row| euros(row, de()?)),
    ("DE", "", "compensation set off against legal costs", |_| {
        notes(de()?, Note::CompensationSetOffAgainstLegalCosts)
    }),
    ("EU", "Directive", "in force from", |row| begins(row, eu()?)),
    ("EU", "Directive", "margin", |row| margin(row, eu()?)),
    ("EU", "Directive", "sampling", |_| {
        read_on(eu()?, RateFixing::HalfYearStart)
    }),
    ("EU", "Directive", "agreed rate", |_| {
        agreed(eu()?, &AgreedRate::UnlessGrosslyUnfair)?;
        agreed(
            act("EU", "public authorities")?,
            &AgreedRate::AtLeastStatutory,
        )
    }),
    ("EU", "Directive", "fixed compensation", |row| {
        euros(row, eu()?)
    }),
    ("EU", "Directive", "reasonable costs above it", |_| {
        notes(eu()?, Note::ReasonableCostsAboveCompensation)
    }),
    ("EU", "Directive", "no reminder", |_| {
        notes(eu()?, Note::NoReminderNeeded)
    }),
    ("FR", "Code de commerce", "in force from", |row| {
        begins(row, fr()?)
    }),
    ("FR", "Code de commerce", "margin", |row| margin(row, fr()?)),
    ("FR", "Code de commerce", "sampling", |_| {
        read_on(fr()?, RateFixing::HalfYearStart)
    }),
    ("FR", "Code de commerce", "binding", |_| {
        bound(fr()?, RateReset::Floating)
    }),
    ("FR", "Code de commerce", "agreed rate", |_| {
        let AgreedRate::AtLeast(floor) = fr()?.agreed().value() else {
            anyhow::bail!("no floor")
        };
        ensure!(floor.factor == RateFactor::THREE && floor.margin == Rate::ZERO);
        Ok(())
    }),
    (
        "FR",
        "Code de commerce",
        "legal rate: which, and how often",
        |_| {
            let AgreedRate::AtLeast(floor) = fr()?.agreed().value() else {
                anyhow::bail!("no floor")
            };
            ensure!(floor.sampling == RateFixing::HalfYearStart);
            cites(&floor.reference, "tous les autres cas")
        },
    ),
    ("FR", "Code de commerce", "compounding", |_| {
        compounds(fr()?, Compounding::Simple)
    }),
    ("FR", "Code de commerce", "fixed compensation", |row| {
        euros(row, fr()?)
    }),
    ("FR", "Code de commerce", "costs above it", |_| {
        notes(fr()?, Note::ReasonableCostsAboveCompensation)
    }),
    (
        "FR",
        "Code de commerce",
        "end of month: two readings",
        |_| notes(fr()?, Note::MonthEndTermReadTwoWays),
    ),
    (
        "FR",
        "Code de la commande publique",
        "in force from",
        |row| begins(row, public_fr()?),
    ),
    ("FR", "Code de la commande publique", "margin", |row| {
        margin(row, public_fr()?)
    }),
    (
        "FR",
        "Code de la commande publique",
        "sampling and binding",
        |_| {
            read_on(public_fr()?, RateFixing::HalfYearStart)?;
            bound(public_fr()?, RateReset::FixedAtDefault)
        },
    ),
    (
        "FR",
        "Code de la commande publique",
        "fixed compensation",
        |row| euros(row, public_fr()?),
    ),
    ("GB", "Late Payment", "in force from", |row| {
        begins(row, gb()?)?;
        notes(gb()?, Note::ScotlandByItsOwnInstrument)
    }),
    ("GB", "Late Payment", "rate", |row| {
        cites(gb()?.rate().provenance().source(), "SI 2002/1675")?;
        margin(row, gb()?)
    }),
    ("GB", "Late Payment", "sampling", |_| {
        read_on(gb()?, RateFixing::PrecedingHalfYearEnd)
    }),
    ("GB", "Late Payment", "binding", |_| {
        bound(gb()?, RateReset::FixedAtDefault)
    }),
    ("GB", "Late Payment", "agreed rate", |_| {
        agreed(gb()?, &AgreedRate::SubstantialRemedy)
    }),
    ("GB", "Late Payment", "compounding", |_| {
        let confirmed = gb()?.compounding().provenance().confirmation();
        ensure!(confirmed == Confirmation::Confirmed, "{confirmed}");
        compounds(gb()?, Compounding::Simple)
    }),
    ("GB", "Late Payment", "day count", |_| {
        of_365_days(gb()?, Confirmation::Secondary)
    }),
    ("GB", "Late Payment", "fixed compensation", |_| {
        let sums_of = [
            ("999.99 GBP", "40 GBP"),
            ("1000 GBP", "70 GBP"),
            ("9999.99 GBP", "70 GBP"),
            ("10000 GBP", "100 GBP"),
        ];
        sums(gb()?, &sums_of)
    }),
    ("IE", "", "in force from", |row| begins(row, ie()?)),
    ("IE", "", "margin", |row| margin(row, ie()?)),
    ("IE", "", "sampling", |_| {
        read_on(ie()?, RateFixing::HalfYearStart)
    }),
    ("IE", "", "binding", |_| {
        bound(ie()?, RateReset::FixedAtDefault)
    }),
    ("IE", "", "agreed rate", |_| {
        agreed(ie()?, &AgreedRate::UnlessGrosslyUnfair)
    }),
    ("IE", "", "compounding", |_| {
        compounds(ie()?, Compounding::Simple)
    }),
    ("IE", "", "day count", |_| {
        of_365_days(ie()?, Confirmation::Confirmed)
    }),
    ("IE", "", "fixed compensation", |_| {
        let sums_of = [
            ("1000 EUR", "40 EUR"),
            ("1000.01 EUR", "70 EUR"),
            ("10000 EUR", "70 EUR"),
            ("10000.01 EUR", "100 EUR"),
        ];
        sums(ie()?, &sums_of)
    }),
    ("IE", "", "base of interest", |_| {
        notes(ie()?, Note::TaxesBearInterest)
    }),
    ("ES", "", "margin", |row| margin(row, es()?)),
    ("ES", "", "sampling", |_| {
        bound(es()?, RateReset::Floating)?;
        read_on(es()?, RateFixing::PrecedingHalfYearEnd)
    }),
    ("ES", "", "fixed compensation", |row| euros(row, es()?)),
    ("NL", "", "compounding", |_| {
        compounds(nl()?, Compounding::Rests(Rest::Year))
    }),
    ("NL", "", "margin", |row| margin(row, nl()?)),
    ("NL", "", "public bodies", |_| {
        let debt = GovernedDebt::new(nl()?.jurisdiction(), DebtorKind::PublicBody);
        let ground = nl()?.ground(&debt);
        ensure!(ground == GoverningGround::OtherDebtor, "{ground}");
        Ok(())
    }),
    ("PL", "", "margin", |row| {
        margin(row, pl()?)?;
        let ours = rule(act("PL", "podmioty lecznicze")?)?.margin;
        ensure!(ours == Rate::basis_points(800), "{ours} here");
        Ok(())
    }),
    ("PL", "", "sampling", |_| {
        read_on(pl()?, RateFixing::HalfYearStart)
    }),
    ("PL", "", "fixed compensation", polish_sums),
];

/// The sums are in euros, and bands of them mix "over" and "from".
fn polish_sums(_: &Row) -> Result<()> {
    let sums_of = [
        ("5000 PLN", "40 EUR"),
        ("5000.01 PLN", "70 EUR"),
        ("49999.99 PLN", "70 EUR"),
        ("50000 PLN", "100 EUR"),
    ];
    sums(pl()?, &sums_of)
}

/// Asserts the debtors whom a regime binds and does not bind.
pub(super) fn binds(regime: &Regime, bound: &[DebtorKind], free: &[DebtorKind]) -> Result<()> {
    let binds = |kind: &DebtorKind| regime.debtors().contains(*kind);
    ensure!(
        bound.iter().all(binds) && !free.iter().any(binds),
        "{:?}",
        regime.debtors()
    );
    Ok(())
}

fn at() -> Result<&'static Regime> {
    act("AT", "Unternehmensgesetzbuch")
}

fn de() -> Result<&'static Regime> {
    act("DE", "Bürgerliches")
}

fn eu() -> Result<&'static Regime> {
    act("EU", "between undertakings")
}

fn fr() -> Result<&'static Regime> {
    act("FR", "Code de commerce")
}

fn public_fr() -> Result<&'static Regime> {
    act("FR", "Code de la commande publique")
}

fn gb() -> Result<&'static Regime> {
    act("GB", "1998")
}

fn ie() -> Result<&'static Regime> {
    act("IE", "2012")
}

fn es() -> Result<&'static Regime> {
    act("ES", "Ley 3/2004")
}

fn nl() -> Result<&'static Regime> {
    act("NL", "6:119a")
}

fn pl() -> Result<&'static Regime> {
    act("PL", "handlowych")
}
