use chrono::NaiveDate;

use crate::party::cards::continuity::{CON_01, CON_03, CON_04};
use crate::party::continuity::departure::{Departure, DepartureError, DepartureEvent, Handover};
use crate::party::continuity::effect::{AlertKind, Continuity, ContinuityAlert, DepartureEffect};
use crate::party::continuity::policy::ContinuityPolicy;
use crate::party::continuity::soured;
use crate::party::continuity::ties::Ties;
use crate::verdict::{Assessment, Bound, Evidence, Fact, Presence, Recorder, Severity};
use crate::vocab::known::Known;
use crate::vocab::share::Share;
use crate::vocab::time::Days;

/// Assesses the effect of a departure, or of a soured main pair, on a relationship.
///
/// A tie is lost if only the leaver held the person across and no successor has taken the tie over.
/// The loss is measured in tie weight; a relationship that has lost everything is broken
/// ([`CON_01`](crate::party::cards::continuity::CON_01)). A continuity plan is demanded in any
/// case. If the leaver is a main contact of either side, competitors get an opening
/// ([`CON_03`](crate::party::cards::continuity::CON_03)). If the main contacts have soured on each
/// other, their tie counts as departed ([`CON_04`](crate::party::cards::continuity::CON_04)).
///
/// The value is `None` if no tie is known, or if it depends on an unknown successor or handover. It
/// is also `None` if the affect of the main pair is asked about and unknown.
///
/// # Errors
///
/// [`DepartureError`] is returned when the dates, the person, the successor or the handover
/// contradict each other.
///
/// # Examples
///
/// The only one of us whom the customer knows leaves, and nobody takes over.
///
/// ```
/// use chrono::NaiveDate;
/// use core::num::NonZeroU32;
/// use keqing::party::continuity::{
///     Continuity, ContinuityPolicy, Departure, DepartureEvent, Tie, Ties, departure,
/// };
/// use keqing::party::parties::Person;
/// use keqing::vocab::known::Known;
/// use keqing::vocab::words::{Department, Level, Side};
///
/// let person = |id: &str, department| {
///     id.parse().map(|id| Person { id, department, level: Level::Operator })
/// };
/// let (li, wang) = (person("li", Department::Sales)?, person("wang", Department::Purchasing)?);
/// let ties = Ties::new([Tie::new(li, wang, NonZeroU32::MIN)])?;
/// let today = NaiveDate::from_ymd_opt(2024, 6, 1).ok_or("no such date")?;
///
/// let leaves = Departure::new(Side::Supplier, li.id, DepartureEvent::Past { since: today })
///     .with_successor(Known::measured(None));
/// let answer = departure(&ContinuityPolicy::standard(), &ties, &leaves, today)?;
/// assert_eq!(answer.value().map(|effect| effect.continuity), Some(Continuity::Broken));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn departure(
    policy: &ContinuityPolicy,
    ties: &Ties,
    departure: &Departure,
    as_of: NaiveDate,
) -> Result<Assessment<DepartureEffect>, DepartureError> {
    departure.check(ties, as_of)?;
    Ok(Assessment::of(|r| {
        consult(policy, ties, departure, as_of, r)
    }))
}

/// Consults every rule that bears on a departure. Each line states one rule once.
fn consult<R: Recorder>(
    policy: &ContinuityPolicy,
    ties: &Ties,
    departure: &Departure,
    as_of: NaiveDate,
    r: &mut R,
) -> Option<DepartureEffect> {
    if departure.event == DepartureEvent::Soured {
        match soured::consult(policy, ties, departure, r) {
            Some(true) => {}
            Some(false) => {
                r.pass_over(&CON_01, Fact::MainPair);
                r.pass_over(&CON_03, Fact::MainPair);
                return Some(effect(Continuity::Continuous, None, None));
            }
            None => {
                r.miss(&CON_01, Fact::MainPair);
                r.miss(&CON_03, Fact::MainPair);
                return None;
            }
        }
    } else {
        r.pass_over(&CON_04, Fact::MainPair);
    }
    plan(departure, r);
    if ties.is_empty() {
        r.miss(&CON_01, Fact::Ties);
        r.miss(&CON_03, Fact::Ties);
        return None;
    }
    let alert = main_contact(ties, departure, r);
    let lost = lost(policy, ties, departure, r)?;
    let time_left = match departure.event {
        DepartureEvent::Announced { last_day } => Days::between(as_of, last_day),
        _ => None,
    };
    Some(effect(outcome(policy, lost), alert, time_left))
}

/// Checks CON-01: there is a plan for the departure.
fn plan<R: Recorder>(departure: &Departure, r: &mut R) {
    r.need(
        &CON_01,
        Fact::ContinuityPlan,
        departure.plan,
        |plan| plan == Presence::Present,
        |plan| {
            let evidence = Evidence::present(Fact::ContinuityPlan, plan == Presence::Present);
            evidence.of(departure.subject())
        },
    );
}

/// Checks CON-03: a main contact who leaves, on either side, opens the relationship to competitors.
fn main_contact<R: Recorder>(
    ties: &Ties,
    departure: &Departure,
    r: &mut R,
) -> Option<ContinuityAlert> {
    let (side, person) = (departure.side, departure.person);
    let is_main = ties.is_main_contact(side, &person);
    r.require(&CON_03, !is_main, || {
        let observed = ties.share_of(side, &person);
        let largest = ties.largest_share(side);
        Evidence::share(Fact::TieShare, observed, Bound::LessThan, largest).of(departure.subject())
    });
    let kind = match departure.event {
        DepartureEvent::Soured => AlertKind::RelationDeteriorated,
        DepartureEvent::Announced { .. } | DepartureEvent::Past { .. } => {
            AlertKind::PersonnelChange
        }
    };
    is_main.then_some(ContinuityAlert { side, person, kind })
}

/// Checks CON-01: the ties that only the leaver held have been handed over to a successor.
///
/// The result is `None` if this is unknown.
fn lost<R: Recorder>(
    policy: &ContinuityPolicy,
    ties: &Ties,
    departure: &Departure,
    r: &mut R,
) -> Option<Share> {
    let exposed = exposed(policy, ties, departure, &Handover::Nothing);
    if exposed.is_none() {
        r.pass_over(&CON_01, Fact::Successor);
        keep(policy, departure, exposed, r);
        return Some(exposed);
    }
    r.need_at(
        &CON_01,
        Severity::Warning,
        Fact::Successor,
        departure.successor,
        |successor| successor.is_some(),
        |successor| {
            let evidence = Evidence::present(Fact::Successor, successor.is_some());
            evidence.of(departure.subject())
        },
    );
    let handover = match (departure.successor.value(), &departure.handover) {
        (Some(None), _) => Some(&Handover::Nothing),
        (_, Known::Given(handover)) => Some(&handover.value),
        (_, Known::Unknown) => None,
    };
    let Some(handover) = handover else {
        r.miss(&CON_01, Fact::Handover);
        return None;
    };
    if !departure.successor.is_known() {
        return None;
    }
    let lost = self::exposed(policy, ties, departure, handover);
    keep(policy, departure, lost, r);
    Some(lost)
}

fn keep<R: Recorder>(policy: &ContinuityPolicy, departure: &Departure, lost: Share, r: &mut R) {
    let severity = match outcome(policy, lost) {
        Continuity::Broken => Severity::Critical,
        Continuity::AtRisk { .. } | Continuity::Continuous => Severity::Warning,
    };
    r.require_at(&CON_01, severity, lost.is_none(), || {
        Evidence::share(Fact::TieShare, lost, Bound::AtMost, Share::NONE).of(departure.subject())
    });
}

/// Returns the weight of the ties that the departure ends.
///
/// These are the ties to people across whom nobody else on this side reaches, if they have not been
/// handed over.
fn exposed(
    policy: &ContinuityPolicy,
    ties: &Ties,
    departure: &Departure,
    handover: &Handover,
) -> Share {
    let (side, across) = (departure.side, departure.side.opposite());
    let is_soured = departure.event == DepartureEvent::Soured;
    let weight = ties
        .iter()
        .filter(|tie| tie.person(side).id == departure.person)
        .filter(|tie| !is_soured || soured::is_soured(policy, ties, tie))
        .filter(|tie| ties.is_held_by_one(across, &tie.person(across).id))
        .filter(|tie| !handover.covers(&tie.person(across).id))
        .fold(0_u64, |sum, tie| {
            sum.saturating_add(u64::from(tie.weight.get()))
        });
    ties.share(weight)
}

fn outcome(policy: &ContinuityPolicy, lost: Share) -> Continuity {
    if lost >= policy.broken_from() {
        Continuity::Broken
    } else if lost.is_none() {
        Continuity::Continuous
    } else {
        Continuity::AtRisk { lost }
    }
}

const fn effect(
    continuity: Continuity,
    alert: Option<ContinuityAlert>,
    time_left: Option<Days>,
) -> DepartureEffect {
    DepartureEffect {
        continuity,
        alert,
        time_left,
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::departure;
    use crate::party::continuity::departure::{Departure, DepartureEvent, Handover};
    use crate::party::continuity::effect::{AlertKind, Continuity, DepartureEffect};
    use crate::party::continuity::policy::ContinuityPolicy;
    use crate::party::continuity::ties::Ties;
    use crate::party::sample::{at_risk, continuity, id, net};
    use crate::verdict::{Assessment, Presence, RuleId, Severity};
    use crate::vocab::known::Known;
    use crate::vocab::words::Side;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 6, 1).unwrap_or_default()
    }

    fn leaves(side: Side, person: &str) -> Departure {
        let event = DepartureEvent::Past { since: today() };
        let mut departure = Departure::new(side, id(person), event);
        departure.plan = Known::measured(Presence::Present);
        departure
    }

    #[track_caller]
    fn ask(ties: &Ties, departs: &Departure) -> Assessment<DepartureEffect> {
        let policy = ContinuityPolicy::standard();
        let Ok(answer) = departure(&policy, ties, departs, today()) else {
            panic!("departure of the test")
        };
        answer
    }

    #[test]
    fn only_what_the_leaver_alone_held_is_lost() {
        let nobody = |person| {
            let mut departs = leaves(Side::Supplier, person);
            departs.successor = Known::measured(None);
            departs
        };
        let table = [
            (net(&[("a", "x", 1)]), Some(Continuity::Broken)),
            (
                net(&[("a", "x", 9), ("a", "y", 1)]),
                Some(Continuity::Broken),
            ),
            (net(&[("a", "x", 9), ("b", "y", 1)]), at_risk(9, 10)),
            (
                net(&[("a", "x", 9), ("b", "x", 1)]),
                Some(Continuity::Continuous),
            ),
            (
                net(&[("a", "x", 5), ("a", "y", 3), ("b", "x", 2)]),
                at_risk(3, 10),
            ),
            (net(&[("b", "x", 1)]), Some(Continuity::Continuous)),
        ];
        for (ties, expected) in table {
            assert_eq!(continuity(&ask(&ties, &nobody("a"))), expected, "{ties:?}");
        }
    }

    #[test]
    fn what_a_successor_has_taken_over_is_not_lost() {
        let ties = net(&[("a", "x", 5), ("a", "y", 3), ("b", "z", 2)]);
        let taken = |handover| {
            let mut departs = leaves(Side::Supplier, "a");
            departs.successor = Known::measured(Some(id("c")));
            departs.handover = handover;
            continuity(&ask(&ties, &departs))
        };
        let to_x = Handover::Counterparts([id("x")].into_iter().collect());
        assert_eq!(taken(Known::measured(Handover::Nothing)), at_risk(8, 10));
        assert_eq!(taken(Known::measured(to_x)), at_risk(3, 10));
        let everything = Known::measured(Handover::Everything);
        assert_eq!(taken(everything), Some(Continuity::Continuous));
        assert_eq!(taken(Known::Unknown), None);
    }

    #[test]
    fn an_unknown_successor_leaves_open_only_what_depends_on_one() {
        let departs = leaves(Side::Customer, "x");
        let exposed = net(&[("a", "x", 1), ("b", "y", 1)]);
        assert_eq!(continuity(&ask(&exposed, &departs)), None);
        let shared = net(&[("a", "x", 1), ("a", "y", 1)]);
        let answer = ask(&shared, &departs);
        assert_eq!(continuity(&answer), Some(Continuity::Continuous));
        assert_eq!(answer.findings().gaps().count(), 0);
    }

    #[test]
    fn a_missing_plan_is_a_breach_whatever_else_is_unknown() {
        let mut departs = leaves(Side::Supplier, "a");
        departs.plan = Known::measured(Presence::Absent);
        for ties in [Ties::default(), net(&[("a", "x", 1)])] {
            let answer = ask(&ties, &departs);
            assert_eq!(answer.value(), None);
            assert!(answer.breaches(RuleId::known("CON", 1)));
        }
    }

    #[test]
    fn the_main_contact_of_either_side_opens_the_door() {
        let ties = net(&[("a", "x", 5), ("b", "y", 4), ("b", "x", 2)]);
        let table = [
            (Side::Supplier, "a", false),
            (Side::Supplier, "b", true),
            (Side::Customer, "x", true),
            (Side::Customer, "y", false),
            (Side::Customer, "z", false),
        ];
        for (side, person, is_main) in table {
            let mut departs = leaves(side, person);
            departs.successor = Known::measured(None);
            let answer = ask(&ties, &departs);
            let alert = answer.value().and_then(|effect| effect.alert);
            let kind = alert.map(|alert| (alert.side, alert.kind));
            let expected = is_main.then_some((side, AlertKind::PersonnelChange));
            assert_eq!(kind, expected, "{person}");
            assert_eq!(answer.breaches(RuleId::known("CON", 3)), is_main);
        }
    }

    #[test]
    fn a_broken_relationship_weighs_more_than_one_at_risk() {
        let gravest = |ties: &Ties| {
            let mut departs = leaves(Side::Supplier, "a");
            departs.successor = Known::measured(Some(id("c")));
            departs.handover = Known::measured(Handover::Nothing);
            let answer = ask(ties, &departs);
            let breaches = answer.findings().breaches();
            let rule = RuleId::known("CON", 1);
            let severities = breaches.filter(|finding| finding.rule == rule);
            severities.map(|finding| finding.severity).max()
        };
        assert_eq!(gravest(&net(&[("a", "x", 1)])), Some(Severity::Critical));
        let at_risk = net(&[("a", "x", 1), ("b", "y", 1)]);
        assert_eq!(gravest(&at_risk), Some(Severity::Warning));
    }
}
