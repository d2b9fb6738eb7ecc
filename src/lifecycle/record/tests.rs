use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::lifecycle::moves::Move;
use crate::lifecycle::placement::PeriodShare;
use crate::lifecycle::record::{counted, judge, place};
use crate::lifecycle::standing::{Standing, State};
use crate::lifecycle::wallet::ShareOfWallet;
use crate::lifecycle::{LifecycleGiven, LifecyclePolicy, StageRecord};
use crate::verdict::{Decision, Fact, Outcome, Presence, Reading, Verdict};
use crate::vocab::known::{Grade, Known, Stated, Statement};
use crate::vocab::share::Share;
use crate::vocab::time::Days;
use crate::vocab::words::{Bond, Cause, Department, Stage, SupplierPosition, TrustLevel};

use Grade::{CustomerStated, Estimated, Measured};
use Presence::{Absent, Present};

pub(super) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

pub(super) fn today() -> NaiveDate {
    day(2024, 12, 31)
}

/// The day so many days before today.
fn ago(days: u64) -> NaiveDate {
    today()
        .checked_sub_days(chrono::Days::new(days))
        .unwrap_or_default()
}

pub(super) fn share(percent: u64) -> ShareOfWallet {
    ShareOfWallet::Of(Share::percent(percent).unwrap_or(Share::NONE))
}

pub(super) fn said<T>(value: T, grade: Grade, on: NaiveDate) -> Statement<T> {
    Statement::new(value, grade).with_on(on)
}

/// A record of today with a measured share of today.
fn with_share(percent: u64) -> StageRecord {
    StageRecord::new(today()).with_share(said(share(percent), Measured, today()))
}

pub(super) fn policy() -> LifecyclePolicy {
    LifecyclePolicy::standard()
}

pub(super) fn standing(stage: Stage) -> Standing {
    Standing::active(stage, day(2020, 1, 1))
}

pub(super) fn hold(stage: Stage, record: &StageRecord) -> Verdict {
    let verdict = judge(&policy(), &standing(stage), record, Move::Hold);
    verdict.unwrap_or_else(|_| Verdict::empty())
}

pub(super) fn about(verdict: &Verdict, fact: Fact) -> Vec<(Outcome, Reading)> {
    let findings = verdict.findings().iter();
    let found = findings.filter(|finding| finding.evidence.fact == fact);
    found
        .map(|finding| (finding.outcome, finding.evidence.reading))
        .collect()
}

fn expired(fact: Fact, since: NaiveDate) -> (Outcome, Reading) {
    (Outcome::Missing(fact), Reading::Expired { since })
}

/// A record of every state, each stated on a day.
fn states(on: NaiveDate, until: Option<NaiveDate>) -> StageRecord {
    let sales = Department::Sales.into();
    let mut record = StageRecord::new(today())
        .with_bond(said(Bond::Genuine, Measured, on).with_until(until))
        .with_departments(said(sales, Measured, on).with_until(until))
        .with_executive_tie(said(Present, Measured, on).with_until(until))
        .with_joint_functions(said(sales, Measured, on).with_until(until))
        .with_position(said(SupplierPosition::Main, Measured, on).with_until(until))
        .with_recognition(said(Present, Measured, on).with_until(until))
        .with_rival_share(said(Share::NONE, Measured, on).with_until(until))
        .with_share(said(share(60), Measured, on).with_until(until));
    let full = said(TrustLevel::Full, Measured, on).with_until(until);
    record.trust.personal = full.into();
    record.trust.organizational = full.into();
    record
}

/// A record of every term, each stated on a day.
fn terms(on: NaiveDate, until: Option<NaiveDate>) -> StageRecord {
    StageRecord::new(today())
        .with_cause(said(Cause::UnmetNeeds, Measured, on).with_until(until))
        .with_partnership(said(Present, Measured, on).with_until(until))
        .with_trade_history(said(Present, Measured, on).with_until(until))
}

/// The number of facts that count.
fn number(record: &StageRecord, policy: &LifecyclePolicy) -> usize {
    let facts = counted(policy, record);
    let all = [
        facts.bond.is_known(),
        facts.cause.is_known(),
        facts.departments.is_known(),
        facts.executive_tie.is_known(),
        facts.joint_functions.is_known(),
        facts.partnership.is_known(),
        facts.position.is_known(),
        facts.recognition.is_known(),
        facts.rival_share.is_known(),
        facts.share.is_known(),
        facts.trade_history.is_known(),
        facts.trust.personal.is_known(),
        facts.trust.organizational.is_known(),
    ];
    all.into_iter().filter(|known| *known).count()
}

#[test]
fn a_state_holds_for_its_days_and_a_term_until_its_last_day() {
    let standard = policy();
    let ten = standard.with_state_days(Some(Days::new(10)));
    let ever = standard.with_state_days(None);
    for (on, until, policy, of_states, of_terms) in [
        (ago(365), None, standard, 10, 3),
        (ago(366), None, standard, 0, 3),
        (ago(10), None, ten, 10, 3),
        (ago(11), None, ten, 0, 3),
        (day(1999, 1, 1), None, ever, 10, 3),
        (ago(9), Some(today()), standard, 10, 3),
        (ago(9), Some(ago(1)), standard, 0, 0),
        (ago(400), Some(today()), standard, 10, 3),
        (today(), None, standard, 10, 3),
        (day(2025, 1, 1), None, standard, 0, 0),
    ] {
        assert_eq!(
            number(&states(on, until), &policy),
            of_states,
            "{on} {until:?}"
        );
        assert_eq!(
            number(&terms(on, until), &policy),
            of_terms,
            "{on} {until:?}"
        );
    }
}

#[test]
fn a_partnership_that_ended_is_missing_since_the_day_after() {
    let partnership = said(Present, CustomerStated, day(2016, 1, 1));
    let until = |last| with_share(90).with_partnership(partnership.with_until(last));
    let held = hold(Stage::Strategic, &until(today()));
    assert!(about(&held, Fact::Partnership).contains(&(
        Outcome::Met,
        Reading::Presence {
            observed: Present,
            required: Present
        }
    )));
    let verdict = hold(Stage::Strategic, &until(ago(1)));
    assert_eq!(verdict.decision(), Decision::Undecided);
    let missing = [expired(Fact::Partnership, today())];
    assert_eq!(about(&verdict, Fact::Partnership), missing);
    let placed = place(&policy(), &standing(Stage::Strategic), &until(ago(1)), &[]);
    let findings = placed.map(|placed| {
        let mut findings = placed.findings().iter();
        findings.any(|finding| {
            (finding.outcome, finding.evidence.reading) == expired(Fact::Partnership, today())
        })
    });
    assert_eq!(findings, Ok(true));
}

#[test]
fn a_recognition_of_more_than_a_year_ago_is_missing() {
    let record = |days| with_share(90).with_recognition(said(Present, CustomerStated, ago(days)));
    let outcome = |days| about(&hold(Stage::Strategic, &record(days)), Fact::Recognition);
    let outcomes: Vec<Outcome> = outcome(365)
        .into_iter()
        .map(|(outcome, _)| outcome)
        .collect();
    assert_eq!(outcomes, [Outcome::Met]);
    assert_eq!(outcome(366), [expired(Fact::Recognition, today())]);
}

#[test]
fn measured_ties_go_before_a_guess_and_the_contradiction_is_told() {
    let four =
        Department::Sales | Department::Finance | Department::Service | Department::Logistics;
    let record = with_share(60).with_departments(said(four, Estimated, ago(30)));
    let given = LifecycleGiven {
        departments: Known::measured(Department::Purchasing.into()),
        ..LifecycleGiven::default()
    };
    let record = given.add_to(record);
    assert_eq!(counted(&policy(), &record).departments, given.departments);
    let verdict = hold(Stage::Stable, &record);
    let outcomes: Vec<Outcome> = about(&verdict, Fact::Departments)
        .into_iter()
        .map(|(outcome, _)| outcome)
        .collect();
    assert_eq!(outcomes, [Outcome::Breached]);
    let facts = crate::lifecycle::LifecycleFacts::new(standing(Stage::Stable), record);
    let picture = crate::lifecycle::assess(&policy(), &facts, &LifecycleGiven::default());
    let told = picture.map(|picture| {
        let paths = picture.contradictions.into_iter();
        let paths = paths.map(|one| [one.first.path, one.second.path]);
        paths.collect::<Vec<_>>()
    });
    let expected = ["party.ties", "lifecycle.stage.departments"].map(Into::into);
    assert_eq!(told, Ok(alloc::vec![expected]));
}

#[test]
fn of_two_statements_of_one_day_neither_counts_and_the_stricter_one_is_read() {
    let both = [
        said(share(60), Measured, today()),
        said(share(40), Measured, today()),
    ];
    for order in [both, [both[1], both[0]]] {
        let record = StageRecord::new(today()).with_share(Stated::several(order));
        assert_eq!(counted(&policy(), &record).share, Known::Unknown);
        assert_eq!(hold(Stage::Stable, &record).decision(), Decision::Deny);
        assert_eq!(hold(Stage::Initial, &record).decision(), Decision::Permit);
        let placed = place(&policy(), &standing(Stage::Stable), &record, &[]);
        assert_eq!(placed.map(|placed| placed.into_value()), Ok(None));
    }
}

#[test]
fn what_is_said_later_is_left_out_and_counted() {
    let look = |value, on| said(value, Measured, on);
    let record = with_share(60)
        .with_partnership(said(Present, Measured, day(2025, 1, 1)))
        .with_monitoring(Stated::several([
            look(ago(10), ago(10)),
            look(ago(400), ago(5)),
            look(day(2025, 1, 1), today()),
            // A plan, and no look.
            look(ago(2), ago(30)),
        ]));
    let facts = counted(&policy(), &record);
    assert_eq!(facts.partnership, Known::Unknown);
    assert_eq!(facts.monitoring, Known::measured(ago(10)));
    let placed = place(&policy(), &standing(Stage::Stable), &record, &[]);
    let ignored = placed.map(|placed| placed.into_value().map(|placed| placed.ignored));
    assert_eq!(ignored, Ok(Some(3)));
}

#[test]
fn a_guess_about_a_look_counts_only_if_nobody_knows_of_another_one() {
    let guess = said(ago(5), Estimated, ago(5));
    let known = said(ago(800), CustomerStated, ago(800));
    for (looks, expected) in [
        (alloc::vec![guess], Known::estimated(ago(5))),
        (alloc::vec![guess, known], Known::customer_stated(ago(800))),
        // A look that was made has no last day.
        (
            alloc::vec![guess, known.with_until(ago(700))],
            Known::customer_stated(ago(800)),
        ),
    ] {
        let record = with_share(60).with_monitoring(Stated::several(looks));
        assert_eq!(counted(&policy(), &record).monitoring, expected);
    }
}

#[test]
fn a_statement_that_was_superseded_is_not_read() {
    let low = said(share(40), Measured, ago(200));
    let high = said(share(60), Measured, ago(20));
    let record = StageRecord::new(today()).with_share(Stated::several([low, high]));
    assert_eq!(hold(Stage::Stable, &record).decision(), Decision::Permit);
    let guess = said(share(60), Estimated, ago(20));
    let record = record.with_share(Stated::several([low, guess]));
    assert_eq!(hold(Stage::Stable, &record).decision(), Decision::Deny);
}

/// A day later, and with nothing new said, no rule is met that was not.
#[test]
fn expiry_never_opens() {
    let (first, second) = (ago(300), ago(250));
    let grades = [Estimated, CustomerStated, Measured];
    let ends = [None, Some(ago(200)), Some(ago(100))];
    for one in grades {
        for other in grades {
            for (until, last) in ends
                .into_iter()
                .flat_map(|one| ends.map(|other| (one, other)))
            {
                for presences in [[Absent, Present], [Present, Absent]] {
                    let [value, next] = presences;
                    let stated = Stated::several([
                        said(value, one, first).with_until(until),
                        said(next, other, second).with_until(last),
                    ]);
                    let is_met = |as_of| {
                        let record = StageRecord::new(as_of)
                            .with_share(said(share(90), Measured, first))
                            .with_partnership(stated.clone())
                            .with_recognition(stated.clone());
                        let verdict = hold(Stage::Strategic, &record);
                        [Fact::Partnership, Fact::Recognition].map(|fact| {
                            let mut found = about(&verdict, fact).into_iter();
                            found.all(|(outcome, _)| outcome == Outcome::Met)
                        })
                    };
                    let mut before = is_met(second);
                    for as_of in [
                        ago(200),
                        ago(199),
                        ago(100),
                        ago(99),
                        today(),
                        day(2026, 1, 1),
                    ] {
                        let now = is_met(as_of);
                        let opened = now.iter().zip(before).any(|(now, before)| *now && !before);
                        assert!(!opened, "{stated:?} on {as_of}");
                        before = now;
                    }
                }
            }
        }
    }
}

#[test]
fn earlier_shares_are_a_statement_about_earlier_trade() {
    let history = [PeriodShare {
        period_end: ago(400),
        share: share(10),
    }];
    let record = with_share(0).with_trade_history(said(Absent, CustomerStated, ago(30)));
    let supported = |history: &[PeriodShare]| {
        let placed = place(&policy(), &standing(Stage::Development), &record, history);
        placed.map(|placed| placed.into_value().and_then(|placed| placed.supported))
    };
    let active = State::Active(Stage::Development);
    assert_eq!(supported(&[]), Ok(Some(active)));
    let broken_off = State::Interrupted(Stage::Development);
    assert_eq!(supported(&history), Ok(Some(broken_off)));
}
