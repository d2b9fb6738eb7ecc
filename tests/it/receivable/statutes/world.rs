use anyhow::{Context, Result, ensure};
use keqing::calendar::day_count::DayCount;
use keqing::receivable::interest::{InterestPolicy, LateDebt, interest};
use keqing::receivable::rate::{Compounding, LateRate, RateFactor, RateFixing, RateReset, Rest};
use keqing::receivable::regime::{
    AgreedRate, AppliesBy, CreditorKind, DebtorKind, Note, Regime, StatutoryRate,
};
use keqing::vocab::rate::Rate;
use keqing::vocab::source::Confirmation;

use crate::receivable::statutes::asserted::{
    act, agreed, begins, bound, cites, compounds, date, fixed, notes, number, read_on, rule,
};
use crate::receivable::statutes::europe::binds;
use crate::receivable::statutes::{Entry, Row};

pub(super) const CHECKS: &[Entry] = &[
    ("CN", "条例 728", "in force", |row| {
        begins(row, cn_728()?)?;
        let until = cn_728()?.in_force_until().map(|until| *until.value());
        ensure!(until == Some(date(&row.to)?), "{until:?} here");
        Ok(())
    }),
    ("CN", "条例 728", "rate without agreement", daily),
    ("CN", "条例 728", "agreed rate", |_| {
        at_least_loan_prime(cn_728()?)
    }),
    ("CN", "条例 728", "forced commercial bills banned", |_| {
        notes(cn_728()?, Note::ForcedCommercialBillsBanned)
    }),
    ("CN", "条例 802", "in force from", |row| {
        begins(row, cn_802()?)
    }),
    ("CN", "条例 802", "rate and floor", |row| {
        daily(row)?;
        at_least_loan_prime(cn_802()?)
    }),
    ("CN", "条例 802", "forced bills banned: article", |row| {
        let mut known = cn_802()?.notes().iter();
        let note = known.find(|note| *note.value() == Note::ForcedCommercialBillsBanned);
        let source = note.context("no note")?.provenance().source();
        cites(source, &format!("article {}", number(row)?))
    }),
    ("CN", "条例 802", "undisputed part", |_| {
        notes(cn_802()?, Note::UndisputedPartPayable)
    }),
    ("CN", "条例 802", "inspection terms: article", |_| {
        let mut known = cn_802()?.notes().iter();
        let note = known.find(|note| *note.value() == Note::AcceptanceTermsCountFromInspection);
        let confirmed = note.context("no note")?.provenance().confirmation();
        ensure!(confirmed == Confirmation::Disputed, "{confirmed}");
        Ok(())
    }),
    ("CN", "条例 802", "compounding", |_| {
        compounds(cn_802()?, Compounding::Simple)
    }),
    ("CN", "条例 802", "creditor", |_| {
        let small = [
            CreditorKind::SmallEnterprise,
            CreditorKind::MediumEnterprise,
        ];
        protects(cn_802()?, &small, &[CreditorKind::LargeEnterprise])
    }),
    ("IN", "MSMED", "in force from", |row| begins(row, msmed()?)),
    ("IN", "MSMED", "rate", |_| {
        let rule = rule(msmed()?)?;
        ensure!(rule.factor == RateFactor::THREE && rule.margin == Rate::ZERO);
        cites(&rule.reference, "RBI bank rate")
    }),
    ("IN", "MSMED", "binding and sampling", |_| {
        // The rate of each day, until it is settled that it is that of each rest.
        let confirmed = msmed()?.rate().provenance().confirmation();
        ensure!(confirmed == Confirmation::Disputed, "{confirmed}");
        read_on(msmed()?, RateFixing::Daily)?;
        bound(msmed()?, RateReset::Floating)
    }),
    ("IN", "MSMED", "override", |_| {
        agreed(msmed()?, &AgreedRate::Overridden)
    }),
    ("IN", "MSMED", "compounding", |_| {
        compounds(msmed()?, Compounding::Rests(Rest::Month))
    }),
    ("IN", "MSMED", "creditor", |_| {
        let others = [
            CreditorKind::MediumEnterprise,
            CreditorKind::LargeEnterprise,
        ];
        protects(msmed()?, &[CreditorKind::SmallEnterprise], &others)?;
        binds(msmed()?, &DebtorKind::ALL, &[])
    }),
    ("IN", "MSMED", "expense disallowed until paid", |row| {
        let mut known = msmed()?.notes().iter();
        let note = known.find(|note| *note.value() == Note::ExpenseDisallowedUntilPaid);
        cites(note.context("no note")?.provenance().source(), &row.from)?;
        notes(msmed()?, Note::InterestNotDeductible)
    }),
    ("JP", "取適法", "in force from", |row| {
        ensure!(*jp()?.applies_by().value() == AppliesBy::Order);
        begins(row, jp()?)
    }),
    ("JP", "取適法", "rate", |row| fixed(row, jp()?)),
    ("JP", "取適法", "reduction bears interest", |_| {
        notes(jp()?, Note::UnlawfulReductionBearsInterest)
    }),
    ("JP", "取適法", "promissory notes banned", |_| {
        notes(jp()?, Note::PromissoryNotesBanned)
    }),
    ("JP", "取適法", "compounding", |_| {
        compounds(jp()?, Compounding::Simple)
    }),
    ("JP", "取適法", "debtor", |_| {
        protects(jp()?, &[CreditorKind::Subcontractor], &[])?;
        binds(jp()?, &[DebtorKind::Business], &[DebtorKind::PublicBody])
    }),
    ("JP", "下請法", "rate", |row| {
        let old = act("JP", "下請法")?;
        ensure!(*old.applies_by().value() == AppliesBy::Order);
        let until = old.in_force_until().map(|until| *until.value());
        ensure!(until == Some(date(&row.to)?), "{until:?} here");
        fixed(row, old)
    }),
    ("KR", "", "rate", |row| {
        fixed(row, act("KR", "Subcontracting")?)
    }),
    ("KR", "", "override", |_| {
        agreed(act("KR", "Subcontracting")?, &AgreedRate::Overridden)
    }),
    ("US", "Prompt Payment", "in force from", |row| {
        let confirmed = us()?.in_force_from().provenance().confirmation();
        ensure!(confirmed == Confirmation::Confirmed, "{confirmed}");
        begins(row, us()?)
    }),
    ("US", "Prompt Payment", "rate and binding", |_| {
        read_on(us()?, RateFixing::Daily)?;
        bound(us()?, RateReset::FixedAtDefault)
    }),
    ("US", "Prompt Payment", "rest and day count", |_| {
        ensure!(*us()?.day_count().value() == DayCount::Actual360);
        compounds(us()?, Compounding::Rests(Rest::ThirtyDays))
    }),
    ("US", "Prompt Payment", "override", |_| {
        cites(us()?.agreed().provenance().source(), "31 USC 3902")?;
        agreed(us()?, &AgreedRate::Overridden)
    }),
    ("US", "Prompt Payment", "end of interest", ends_after_a_year),
    ("US", "Prompt Payment", "end of interest on claim", |_| {
        notes(us()?, Note::InterestEndsAtClaim)
    }),
    ("US", "Prompt Payment", "weekend", |_| {
        let mut known = us()?.notes().iter();
        let note = known.find(|note| *note.value() == Note::NextWorkingDayWithoutPenalty);
        let confirmed = note.context("no note")?.provenance().confirmation();
        ensure!(confirmed == Confirmation::Disputed, "{confirmed}");
        Ok(())
    }),
    ("US", "Prompt Payment", "minimum", |row| {
        let ours = us()?.minimum().context("no minimum")?.value();
        ensure!(
            *ours == format!("{} USD", number(row)?).parse()?,
            "{ours} here"
        );
        Ok(())
    }),
];

/// The rate is one a day; a year of 365 days makes it exact.
fn daily(row: &Row) -> Result<()> {
    let regime = act("CN", row.regime.trim_start_matches("条例 "))?;
    let a_day = Rate::percent(number(row)?)?.fraction();
    let expected = StatutoryRate::Fixed(Rate::per_day_of_365(a_day)?);
    ensure!(
        *regime.rate().value() == expected,
        "{:?} here",
        regime.rate().value()
    );
    Ok(())
}

fn at_least_loan_prime(regime: &Regime) -> Result<()> {
    let AgreedRate::AtLeast(floor) = regime.agreed().value() else {
        anyhow::bail!("no floor")
    };
    ensure!(
        floor.binding == RateReset::FixedAtContract,
        "{}",
        floor.binding
    );
    cites(&floor.reference, "one-year loan prime rate")
}

/// A debt of two years earns the interest of one.
fn ends_after_a_year(_: &Row) -> Result<()> {
    notes(us()?, Note::InterestEndsAfterOneYear)?;
    let (issued, due) = (date("2022-01-01")?, date("2022-01-31")?);
    let debt = LateDebt::new("100000.00 USD".parse()?, issued, due)?;
    let (policy, rate) = (
        InterestPolicy::under(us()?)?,
        LateRate::agreed(Rate::basis_points(400)),
    );
    let charged = |day| anyhow::Ok(interest(&policy, &rate, &debt, date(day)?)?.charged());
    let a_year = charged("2023-01-31")?;
    ensure!(charged("2024-01-31")? == a_year, "interest runs on");
    ensure!(charged("2023-01-30")? != a_year, "interest ends before");
    Ok(())
}

fn protects(regime: &Regime, kinds: &[CreditorKind], others: &[CreditorKind]) -> Result<()> {
    let protected = regime.creditors().context("it protects everyone")?;
    let has = |kind: &CreditorKind| protected.contains(*kind);
    ensure!(
        kinds.iter().all(has) && !others.iter().any(has),
        "{protected:?} here"
    );
    Ok(())
}

fn cn_728() -> Result<&'static Regime> {
    act("CN", "728")
}

fn cn_802() -> Result<&'static Regime> {
    act("CN", "802")
}

fn msmed() -> Result<&'static Regime> {
    act("IN", "2006")
}

fn jp() -> Result<&'static Regime> {
    act("JP", "取適法")
}

fn us() -> Result<&'static Regime> {
    act("US", "Prompt Payment")
}
