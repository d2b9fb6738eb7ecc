//! Facts, standings, policies and findings, with the edges more often than chance would have them.

use chrono::NaiveDate;
use keqing::lifecycle::moves::Move;
use keqing::lifecycle::standing::{Standing, State};
use keqing::lifecycle::wallet::ShareOfWallet;
use keqing::lifecycle::{Boundary, LifecyclePolicy, Requirement, StageFacts, StageGate};
use keqing::verdict::{Authority, Presence, Severity};
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::set::Set;
use keqing::vocab::share::{Points, Share};
use keqing::vocab::time::Days;
use keqing::vocab::words::{Bond, Cause, Department, Stage, SupplierPosition, TrustLevel};
use proptest::option;
use proptest::prelude::{Just, Strategy, prop_oneof};
use proptest::sample::{select, subsequence};

/// Any share: fine ones, whole percents, those on the cuts, and the two ends.
pub(crate) fn share() -> impl Strategy<Value = Share> {
    prop_oneof![
        fractions(u64::MAX),
        fractions(1000),
        (0_u64..=100).prop_map(|percent| made(percent, 100)),
        select(vec![
            Share::NONE,
            Share::ALL,
            made(1, 2),
            made(4, 5),
            made(1, u64::MAX)
        ]),
    ]
}

/// Shares whose whole is at most so much.
pub(crate) fn fractions(largest: u64) -> impl Strategy<Value = Share> {
    (1..=largest)
        .prop_flat_map(|whole| (0..=whole, Just(whole)))
        .prop_map(|(part, whole)| made(part, whole))
}

#[track_caller]
pub(crate) fn made(part: u64, whole: u64) -> Share {
    match Share::new(part, whole) {
        Ok(share) => share,
        Err(error) => panic!("{error}"),
    }
}

pub(crate) fn day(number: u32) -> NaiveDate {
    let first = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap_or_default();
    first
        .checked_add_days(chrono::Days::new(number.into()))
        .unwrap_or_default()
}

pub(crate) fn grade() -> impl Strategy<Value = Grade> {
    select(vec![
        Grade::Estimated,
        Grade::CustomerStated,
        Grade::Measured,
    ])
}

/// A fact that is known three times out of four.
pub(crate) fn known<T: Clone + std::fmt::Debug>(
    value: impl Strategy<Value = T>,
) -> impl Strategy<Value = Known<T>> {
    option::weighted(0.75, (value, grade()))
        .prop_map(|fact| fact.map_or(Known::Unknown, |(value, grade)| Known::graded(value, grade)))
}

pub(crate) fn presence() -> impl Strategy<Value = Presence> {
    select(vec![Presence::Absent, Presence::Present])
}

pub(crate) fn departments() -> impl Strategy<Value = Set<Department>> {
    let all: Vec<Department> = Set::all().iter().collect();
    subsequence(all, 0..=12).prop_map(|chosen| chosen.into_iter().collect())
}

pub(crate) fn severity() -> impl Strategy<Value = Severity> {
    select(SEVERITIES.to_vec())
}

/// Every severity, least first.
pub(crate) const SEVERITIES: [Severity; 7] = [
    Severity::Notice,
    Severity::Warning,
    Severity::Critical,
    Severity::Escalate(Authority::Operator),
    Severity::Escalate(Authority::Manager),
    Severity::Escalate(Authority::Executive),
    Severity::Bar,
];

pub(crate) fn wallet() -> impl Strategy<Value = ShareOfWallet> {
    prop_oneof![
        1 => Just(ShareOfWallet::NoDemand),
        1 => Just(ShareOfWallet::Of(Share::NONE)),
        6 => share().prop_map(ShareOfWallet::Of),
    ]
}

/// Facts that can be, of a day so many after the first.
pub(crate) fn facts(days: std::ops::Range<u32>) -> impl Strategy<Value = StageFacts> {
    let contacts = (
        known(select(Bond::ALL.to_vec())),
        known(departments()),
        known(presence()),
        known(departments()),
        known(presence()),
        known(select(TrustLevel::ALL.to_vec())),
        known(select(TrustLevel::ALL.to_vec())),
    );
    let trade = (
        known(wallet()),
        known(share()),
        known(presence()),
        known(presence()),
        known(select(Cause::ALL.to_vec())),
        known(select(SupplierPosition::ALL.to_vec())),
        known((0_u32..900).prop_map(day)),
    );
    (days, contacts, trade).prop_map(|(as_of, contacts, trade)| {
        let mut facts = StageFacts::new(day(as_of));
        (
            facts.bond,
            facts.departments,
            facts.executive_tie,
            facts.joint_functions,
            facts.recognition,
            facts.trust.personal,
            facts.trust.organizational,
        ) = contacts;
        (
            facts.share,
            facts.rival_share,
            facts.partnership,
            facts.trade_history,
            facts.cause,
            facts.position,
            facts.monitoring,
        ) = trade;
        facts.rival_share = beside(&facts);
        facts
    })
}

/// A rival's share that fits the wallet beside ours: as given, or else all that we leave.
pub(crate) fn beside(facts: &StageFacts) -> Known<Share> {
    match facts.share.value().and_then(|wallet| wallet.share()) {
        Some(ours) => facts.rival_share.map(|rival| {
            let rest = made(ours.whole().saturating_sub(ours.part()), ours.whole());
            rival.min(rest)
        }),
        None => facts.rival_share,
    }
}

pub(crate) fn state() -> impl Strategy<Value = State> {
    select(State::ALL.to_vec())
}

pub(crate) fn any_move() -> impl Strategy<Value = Move> {
    select(Move::ALL.to_vec())
}

/// A standing that began within the first hundred days, perhaps with a step up or a fall before.
pub(crate) fn standing() -> impl Strategy<Value = Standing> {
    (
        state(),
        0_u32..100,
        option::of(0_u32..100),
        option::of(0_u32..100),
    )
        .prop_map(|(state, since, step, fall)| {
            let mut standing = Standing::open(state, day(since));
            if let Some(step) = step {
                standing = standing
                    .with_step_up(day(step.min(since)))
                    .unwrap_or(standing);
            }
            if let Some(fall) = fall {
                standing = standing.with_fall(day(fall.min(since))).unwrap_or(standing);
            }
            standing
        })
}

/// The two policies that the crate names, and any other.
pub(crate) fn policy() -> impl Strategy<Value = LifecyclePolicy> {
    prop_oneof![
        Just(LifecyclePolicy::standard()),
        Just(LifecyclePolicy::strict()),
        any_policy(),
    ]
}

fn any_policy() -> impl Strategy<Value = LifecyclePolicy> {
    let cuts = subsequence((1_u64..=100).collect::<Vec<_>>(), 2);
    let gates = (gate(), gate(), gate());
    let days = (0_u32..200, 0_u32..800, 0_u32..800);
    (cuts, boundary(), gates, days, 0_u16..1000).prop_map(
        |(cuts, boundary, (initial, stable, strategic), (period, window, gap), tolerance)| {
            let policy = LifecyclePolicy::standard()
                .with_boundary(boundary)
                .with_gate(Stage::Initial, initial)
                .with_gate(Stage::Stable, stable)
                .with_gate(Stage::Strategic, strategic)
                .with_assessment_period(Days::new(period))
                .with_monitoring_gap(Days::new(gap))
                .with_stagnation(Days::new(window), Points::new(tolerance));
            let [stable, strategic] =
                [cuts.first(), cuts.last()].map(|cut| made(cut.copied().unwrap_or(100), 100));
            policy.with_cuts(stable, strategic).unwrap_or(policy)
        },
    )
}

pub(crate) fn boundary() -> impl Strategy<Value = Boundary> {
    select(vec![Boundary::LowerInclusive, Boundary::UpperInclusive])
}

fn gate() -> impl Strategy<Value = StageGate> {
    fn asked<T: Clone + std::fmt::Debug>(
        least: impl Strategy<Value = T>,
    ) -> impl Strategy<Value = Option<Requirement<T>>> {
        option::of((least, severity()))
            .prop_map(|asked| asked.map(|(least, severity)| Requirement::new(least, severity)))
    }
    let words = (
        option::of(severity()),
        option::of(severity()),
        option::of(severity()),
        option::of(severity()),
    );
    let trust = select(TrustLevel::ALL.to_vec());
    let more = (
        asked(0_u32..=12),
        asked(departments()),
        asked(trust.clone()),
        asked(trust),
    );
    (grade(), words, more).prop_map(|(grade, words, more)| {
        let mut gate = StageGate::OPEN;
        gate.share_grade = grade;
        (
            gate.partnership,
            gate.executive_tie,
            gate.recognition,
            gate.loyalty,
        ) = words;
        (
            gate.departments,
            gate.joint_functions,
            gate.personal_trust,
            gate.organizational_trust,
        ) = more;
        gate
    })
}
