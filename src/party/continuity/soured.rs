use crate::party::cards::continuity::CON_04;
use crate::party::continuity::departure::Departure;
use crate::party::continuity::policy::ContinuityPolicy;
use crate::party::continuity::tie::Tie;
use crate::party::continuity::ties::Ties;
use crate::verdict::{Bound, Evidence, Fact, Reading, Recorder};
use crate::vocab::words::Side;

/// Checks CON-04: main contacts who have fallen out count as gone.
///
/// The result is `None` if their feeling for each other is unknown.
/// feel about each other.
pub(crate) fn consult<R: Recorder>(
    policy: &ContinuityPolicy,
    ties: &Ties,
    departure: &Departure,
    r: &mut R,
) -> Option<bool> {
    if ties.is_empty() {
        r.miss(&CON_04, Fact::Ties);
        return None;
    }
    let (mut fallen_out, mut is_known, mut has_pair) = (false, true, false);
    for tie in main_pairs(ties, departure) {
        has_pair = true;
        is_known &= tie.affect.is_known();
        fallen_out |= is_soured(policy, ties, tie);
        r.need(
            &CON_04,
            Fact::MainPair,
            tie.affect,
            |affect| affect >= policy.soured_below(),
            |observed| {
                let reading = Reading::Number {
                    observed,
                    bound: Bound::AtLeast,
                    required: policy.soured_below(),
                };
                Evidence::new(Fact::MainPair, reading).of(departure.subject())
            },
        );
    }
    if !has_pair {
        r.pass_over(&CON_04, Fact::MainPair);
    }
    is_known.then_some(fallen_out)
}

/// Returns whether a tie is that of two main contacts who have fallen out.
pub(crate) fn is_soured(policy: &ContinuityPolicy, ties: &Ties, tie: &Tie) -> bool {
    is_main_pair(ties, tie)
        && tie
            .affect
            .value()
            .is_some_and(|affect| *affect < policy.soured_below())
}

fn main_pairs<'a>(ties: &'a Ties, departure: &Departure) -> impl Iterator<Item = &'a Tie> {
    let (side, person) = (departure.side, departure.person);
    ties.iter()
        .filter(move |tie| tie.person(side).id == person)
        .filter(|tie| is_main_pair(ties, tie))
}

fn is_main_pair(ties: &Ties, tie: &Tie) -> bool {
    Side::ALL
        .into_iter()
        .all(|side| ties.is_main_contact(side, &tie.person(side).id))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use rust_decimal::Decimal;

    use crate::party::continuity::departure::{Departure, DepartureEvent};
    use crate::party::continuity::departure_rules::departure;
    use crate::party::continuity::effect::{AlertKind, Continuity, DepartureEffect};
    use crate::party::continuity::policy::ContinuityPolicy;
    use crate::party::continuity::ties::Ties;
    use crate::party::sample::{at_risk, continuity, id, net, tie};
    use crate::verdict::{Assessment, Outcome, RuleId};
    use crate::vocab::known::Known;
    use crate::vocab::words::Side;

    #[track_caller]
    fn ask(ties: &Ties, person: &str) -> Assessment<DepartureEffect> {
        let mut soured = Departure::new(Side::Supplier, id(person), DepartureEvent::Soured);
        soured.successor = Known::measured(None);
        let (policy, as_of) = (ContinuityPolicy::standard(), NaiveDate::default());
        let Ok(answer) = departure(&policy, ties, &soured, as_of) else {
            panic!("departure of the test")
        };
        answer
    }

    fn first(answer: &Assessment<DepartureEffect>) -> Option<Outcome> {
        let rule = RuleId::known("CON", 4);
        let mut findings = answer.findings().iter();
        let finding = findings.find(|finding| finding.rule == rule);
        finding.map(|finding| finding.outcome)
    }

    #[test]
    fn a_soured_main_pair_counts_as_a_departure() {
        let pair = |affect: Known<i64>| {
            let mut main = tie("a", "x", 5);
            main.affect = affect.map(|hundredths| Decimal::new(hundredths, 2));
            let Ok(ties) = Ties::new([main, tie("b", "y", 3)]) else {
                panic!("ties of the test")
            };
            ask(&ties, "a")
        };
        let table = [
            (Known::measured(-1), at_risk(5, 8), Some(Outcome::Breached)),
            (
                Known::measured(0),
                Some(Continuity::Continuous),
                Some(Outcome::Met),
            ),
            (
                Known::measured(1),
                Some(Continuity::Continuous),
                Some(Outcome::Met),
            ),
        ];
        for (affect, expected, outcome) in table {
            let answer = pair(affect);
            assert_eq!(continuity(&answer), expected, "{affect:?}");
            assert_eq!(first(&answer), outcome, "{affect:?}");
            let alert = answer.value().and_then(|effect| effect.alert);
            let kind = alert.map(|alert| alert.kind);
            let is_soured = outcome == Some(Outcome::Breached);
            assert_eq!(kind, is_soured.then_some(AlertKind::RelationDeteriorated));
        }
        let unknown = pair(Known::Unknown);
        assert_eq!(unknown.value(), None);
        assert_eq!(unknown.findings().gaps().count(), 3);
    }

    #[test]
    fn a_pair_that_is_not_the_main_one_is_passed_over() {
        let ties = net(&[("a", "x", 5), ("b", "y", 3)]);
        let answer = ask(&ties, "b");
        assert_eq!(continuity(&answer), Some(Continuity::Continuous));
        assert_eq!(first(&answer), Some(Outcome::Inapplicable));
    }
}
