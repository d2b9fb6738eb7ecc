//! One gate of integrity: a gain of a person has one outcome, wherever it is written (PTY-09).

use anyhow::{Context, Result, ensure};
use chrono::NaiveDate;
use keqing::dossier::Dossier;
use keqing::lifecycle::standing::Standing;
use keqing::loyalty::LoyaltyFacts;
use keqing::loyalty::means::{InstrumentGain, MeansFacts, RetentionMeans};
use keqing::party::action::Action;
use keqing::party::alignment::{
    Conflict, ConflictState, Investment, OperatorFacts, Purpose, SideFacts,
};
use keqing::party::cards::parties::PTY_09;
use keqing::party::parties::{Organization, Parties, Person};
use keqing::policy::Policy;
use keqing::review::review;
use keqing::satisfaction::SatisfactionFacts;
use keqing::satisfaction::offer::OfferAttribute;
use keqing::verdict::{Outcome, Verdict};
use keqing::vocab::benefit::{
    Benefit, BenefitRecord, Clearance, ClearanceScope, ClearanceWord, Gain, Horizon, InterestKind,
    Scope,
};
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::money::Money;
use keqing::vocab::words::{Department, Instrument, Level, NeedKind, Role, Stage};

use crate::support::given::day;

/// The day of the gain.
const EVENT: u32 = 10;

/// The day after it.
const AFTER: u32 = 11;

/// The day that is asked about.
const TODAY: u32 = 20;

/// Whatever the outcome may depend on.
#[derive(Clone, Copy, Debug)]
struct Row {
    word: Option<ClearanceWord>,
    grade: Grade,
    giver: Option<&'static str>,
    on: NaiveDate,
    scope: ClearanceScope,
    conflict: ConflictState,
    amount: Option<Money>,
}

#[test]
fn four_doors_have_one_gate() -> Result<()> {
    let (mut asked, mut outcomes) = (0_u32, Vec::new());
    for row in rows()? {
        let told = doors(&row)?;
        let (first, others) = told.split_first().context("a door")?;
        ensure!(others.iter().all(|one| one == first), "{row:?}: {told:?}");
        // An action has no amount.
        let has_action = usize::from(row.amount.is_none());
        ensure!(told.len() == has_action.saturating_add(3), "{told:?}");
        if !outcomes.contains(first) {
            outcomes.push(*first);
        }
        asked = asked.saturating_add(1);
    }
    ensure!(asked == 1152, "{asked}");
    ensure!(
        outcomes.len() == 3,
        "met, breached and missing: {outcomes:?}"
    );
    Ok(())
}

fn rows() -> Result<Vec<Row>> {
    let own = ClearanceScope::new(Role::CustomerOperator);
    let hundred: Money = "100 CNY".parse()?;
    let scopes = [
        own,
        own.with_up_to(Some(hundred)),
        own.with_up_to(Some("99 CNY".parse()?)),
        ClearanceScope::new(Role::SupplierOperator),
    ];
    let mut rows = Vec::new();
    for word in [
        None,
        Some(ClearanceWord::Refused),
        Some(ClearanceWord::Cleared),
    ] {
        for grade in [Grade::Estimated, Grade::CustomerStated, Grade::Measured] {
            for (giver, on) in [None, Some("gu"), Some("li"), Some("wu")]
                .into_iter()
                .flat_map(|giver| [EVENT, AFTER].map(|on| (giver, day(on))))
            {
                for (scope, conflict) in scopes
                    .into_iter()
                    .flat_map(|scope| ConflictState::ALL.map(|conflict| (scope, conflict)))
                {
                    rows.extend([None, Some(hundred)].map(|amount| Row {
                        word,
                        grade,
                        giver,
                        on,
                        scope,
                        conflict,
                        amount,
                    }));
                }
            }
        }
    }
    Ok(rows)
}

/// The outcome at each door: an investment, an offer, an instrument, and an action where there is no amount.
fn doors(row: &Row) -> Result<Vec<Outcome>> {
    let clearance = row.word.map(|word| {
        let word = Clearance::new(word, row.grade, row.on, row.scope);
        word.with_by(row.giver.and_then(|giver| giver.parse().ok()))
    });
    let party = Role::CustomerOperator;
    let interest = InterestKind::new(Scope::of(party), NeedKind::Material);
    let horizon = Horizon::Near;
    let benefit = Benefit {
        party,
        interest,
        horizon,
    };
    let on = Some(day(EVENT));
    let record = BenefitRecord {
        party: Some(party),
        interest,
        amount: row.amount.map_or("0 CNY".parse(), Ok)?,
    };
    let investment = Investment::new(Purpose::ServiceObligation)
        .with_on(on)
        .with_benefits(Known::measured(vec![record]))
        .with_clearances(Vec::from_iter(clearance));
    let action = Action::new(Role::SupplierOperator)
        .with_on(on)
        .with_benefit(Some(benefit))
        .with_clearance(clearance);
    let gain = Gain::new(Known::measured(benefit))
        .with_amount(row.amount)
        .with_on(on)
        .with_clearance(clearance);
    let dossier = dossier(row.conflict, investment, action, gain)?;
    let review = review(&Policy::standard(), &dossier)?;
    let [offered, drawn] = review.party.gains.as_slice() else {
        anyhow::bail!("{:?}", review.party.gains);
    };
    let [action] = review.party.actions.as_slice() else {
        anyhow::bail!("one action");
    };
    let [investment] = review.party.investments.as_slice() else {
        anyhow::bail!("one investment");
    };
    let action = row.amount.is_none().then_some(action);
    let doors = [investment, &offered.verdict, &drawn.verdict];
    doors.into_iter().chain(action).map(outcome).collect()
}

fn dossier(
    conflict: ConflictState,
    investment: Investment,
    action: Action,
    gain: Gain,
) -> Result<Dossier> {
    let manager = |id: &str, department| Person::new(id, department, Level::Manager);
    let parties = Parties::of_people(
        Organization::new("s-1", "Hangzhou Valves")?,
        [
            manager("gu", Department::Legal)?,
            manager("li", Department::Sales)?,
            manager("wu", Department::Legal)?,
        ],
        Organization::new("c-1", "Ningbo Pumps")?,
        [manager("wang", Department::Purchasing)?],
    )?;
    let mut wu = OperatorFacts::new("wu".parse()?);
    wu.conflicts = Known::measured(vec![Conflict {
        name: "a share in the customer".parse()?,
        weight: 1.try_into()?,
        state: conflict,
    }])
    .with_on(day(EVENT));
    let standing = Standing::active(Stage::Initial, day(0));
    let mut dossier = Dossier::of(parties, standing, day(TODAY));
    dossier.party.supplier = Some(SideFacts::new([wu])?);
    dossier.party.investments = vec![investment];
    dossier.party.actions = vec![action];
    let watch = OfferAttribute::Personalised {
        item: "a watch".parse()?,
        need: Known::Unknown,
        gain,
    };
    let points = Instrument::LoyaltyPoints;
    let means =
        RetentionMeans::new(points.into()).with_gains(vec![InstrumentGain::new(points, gain)]);
    let mut loyalty = LoyaltyFacts::default();
    loyalty.means = Some(MeansFacts::default().with_instruments(Some(means)));
    Ok(dossier
        .with_satisfaction(Some(SatisfactionFacts::default().with_offer(vec![watch])))
        .with_loyalty(Some(loyalty)))
}

/// The one outcome of PTY-09 in a verdict.
fn outcome(verdict: &Verdict) -> Result<Outcome> {
    let of_gate = verdict.findings().iter();
    let of_gate: Vec<Outcome> = of_gate
        .filter(|finding| finding.rule == PTY_09.id())
        .map(|finding| finding.outcome)
        .collect();
    let [outcome] = of_gate.as_slice() else {
        anyhow::bail!("{verdict:?}");
    };
    Ok(*outcome)
}
