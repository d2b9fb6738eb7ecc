use crate::party::cards::continuity::CON_04;
use crate::party::continuity::departure::Departure;
use crate::party::continuity::net::TieNet;
use crate::party::continuity::policy::ContinuityPolicy;
use crate::party::continuity::tie::Tie;
use crate::verdict::{Bound, Fact, Reading, Recorder};
use crate::vocab::known::Grade;
use crate::vocab::words::Side;

/// Checks CON-04: main contacts who have fallen out count as gone.
///
/// A guess may say that they have, and does not suffice to say that they have not. The result is `None` if
/// their feeling for each other is unknown.
pub(crate) fn consult<R: Recorder>(
    policy: &ContinuityPolicy,
    net: &TieNet,
    departure: &Departure,
    r: &mut R,
) -> Option<bool> {
    if net.is_unknown() {
        r.miss(&CON_04, Fact::Ties);
        return None;
    }
    let (mut fallen_out, mut is_known, mut has_pair) = (false, true, false);
    let about = (Fact::MainPair, departure.subject());
    for tie in main_pairs(net, departure) {
        let is_word = tie.affect.grade() >= Some(Grade::OWN_WORD);
        let soured = is_soured(policy, net, tie);
        has_pair = true;
        is_known &= soured || is_word;
        fallen_out |= soured;
        r.open(
            &CON_04,
            about,
            tie.affect,
            |affect| affect >= policy.soured_below(),
            |observed| Reading::Number {
                observed,
                bound: Bound::AtLeast,
                required: policy.soured_below(),
            },
        );
    }
    if !has_pair {
        r.pass_over(&CON_04, Fact::MainPair);
    }
    is_known.then_some(fallen_out)
}

/// Returns whether a tie is that of two main contacts who have fallen out.
pub(crate) fn is_soured(policy: &ContinuityPolicy, net: &TieNet, tie: &Tie) -> bool {
    is_main_pair(net, tie)
        && tie
            .affect
            .value()
            .is_some_and(|affect| *affect < policy.soured_below())
}

/// Returns the main pairs that have fallen out, whether or not somebody names them.
pub(crate) fn fallen_out<'a>(
    policy: &'a ContinuityPolicy,
    net: &'a TieNet,
) -> impl Iterator<Item = &'a Tie> {
    net.iter().filter(|tie| is_soured(policy, net, tie))
}

fn main_pairs<'a>(net: &'a TieNet, departure: &Departure) -> impl Iterator<Item = &'a Tie> {
    let (side, person) = (departure.side, departure.person);
    net.iter()
        .filter(move |tie| tie.person(side) == &person)
        .filter(|tie| is_main_pair(net, tie))
}

fn is_main_pair(net: &TieNet, tie: &Tie) -> bool {
    Side::ALL
        .into_iter()
        .all(|side| net.is_main_contact(side, tie.person(side)))
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use crate::party::continuity::departure::Departure;
    use crate::party::continuity::departure_rules::departure;
    use crate::party::continuity::effect::{AlertKind, Continuity, DepartureEffect};
    use crate::party::continuity::policy::ContinuityPolicy;
    use crate::party::continuity::ties::Ties;
    use crate::party::sample::{at_risk, continuity, id, of_ties, tie, ties, today};
    use crate::verdict::{Assessment, Fact, Outcome, RuleId};
    use crate::vocab::known::Known;
    use crate::vocab::words::Side;

    #[track_caller]
    fn ask(ties: &Ties, person: &str) -> Assessment<DepartureEffect> {
        let mut soured = Departure::soured(Side::Supplier, id(person));
        soured.successor = Known::measured(None);
        let policy = ContinuityPolicy::standard();
        let Ok(answer) = departure(&policy, &of_ties(ties), ties, &soured, today()) else {
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
            (Known::estimated(-1), at_risk(5, 8), Some(Outcome::Breached)),
            (
                Known::estimated(1),
                None,
                Some(Outcome::Missing(Fact::MainPair)),
            ),
        ];
        for (affect, expected, outcome) in table {
            let answer = pair(affect);
            assert_eq!(continuity(&answer), expected, "{affect:?}");
            assert_eq!(first(&answer), outcome, "{affect:?}");
            let alerts = answer.value().and_then(|effect| effect.alerts);
            let kind = alerts.map(|[ours, _]| ours.kind);
            let is_soured = outcome == Some(Outcome::Breached);
            assert_eq!(kind, is_soured.then_some(AlertKind::RelationDeteriorated));
        }
        let unknown = pair(Known::Unknown);
        assert_eq!(unknown.value(), None);
        assert_eq!(unknown.findings().gaps().count(), 3);
    }

    #[test]
    fn a_pair_that_is_not_the_main_one_is_passed_over() {
        let ties = ties(&[("a", "x", 5), ("b", "y", 3)]);
        let answer = ask(&ties, "b");
        assert_eq!(continuity(&answer), Some(Continuity::Continuous));
        assert_eq!(first(&answer), Some(Outcome::Inapplicable));
    }
}
