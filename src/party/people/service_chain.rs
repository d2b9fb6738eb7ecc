use rust_decimal::Decimal;

use crate::party::cards::people::{PPL_01, PPL_02};
use crate::party::people::facts::{ChainLink, PeopleReport, TeamFacts};
use crate::party::people::policy::PeoplePolicy;
use crate::verdict::{Bound, Evidence, Fact, Reading, Recorder, Severity, Subject};
use crate::vocab::known::{Grade, Known};
use crate::vocab::words::{Rating, Side};

/// Checks PPL-02: the chain begins with the service that a team gets within the company.
///
/// A policy for which the lowest mark suffices asks for nothing.
pub(crate) fn internal_service<R: Recorder>(
    policy: &PeoplePolicy,
    team: &TeamFacts,
    report: &mut PeopleReport,
    r: &mut R,
) {
    let required = policy.internal_service_from();
    let link = ChainLink::InternalService;
    if judge_link(team.internal_service, |mark| mark >= required, link, report) == Some(false) {
        report.badly_served.insert(team.department);
    }
    if required == Rating::LOWEST {
        r.pass_over(&PPL_02, Fact::InternalService);
        return;
    }
    r.open(
        &PPL_02,
        (Fact::InternalService, team.subject()),
        team.internal_service,
        |mark| mark >= required,
        |mark| {
            Reading::count(
                u32::from(mark.value()),
                Bound::AtLeast,
                u32::from(required.value()),
            )
        },
    );
}

/// Checks PPL-01: a dissatisfied team that faces the customer is a risk.
pub(crate) fn satisfaction<R: Recorder>(
    policy: &PeoplePolicy,
    team: &TeamFacts,
    report: &mut PeopleReport,
    r: &mut R,
) {
    let link = ChainLink::EmployeeSatisfaction;
    let satisfied = |gap| gap >= policy.satisfied_from();
    if judge_link(team.satisfaction, satisfied, link, report) == Some(false) {
        report.dissatisfied.insert(team.department);
    }
    r.open(
        &PPL_01,
        (Fact::EmployeeSatisfaction, team.subject()),
        team.satisfaction,
        satisfied,
        |gap| gap_of(policy, gap),
    );
}

/// Checks PPL-01: the effect of dissatisfied employees on the customer.
///
/// Satisfied employees are not the cause of a dissatisfied customer. As long as it is unknown whether they
/// are, the gap is theirs.
pub(crate) fn reaches_customer<R: Recorder>(
    policy: &PeoplePolicy,
    customer: Known<Decimal>,
    report: &mut PeopleReport,
    r: &mut R,
) {
    let link = ChainLink::CustomerSatisfaction;
    let satisfied = |gap| gap >= policy.satisfied_from();
    judge_link(customer, satisfied, link, report);
    let unknown = report.unknown_links;
    if !report.dissatisfied.is_empty() {
        r.open_at(
            &PPL_01,
            Severity::Critical,
            (Fact::CustomerSatisfaction, CUSTOMER),
            customer,
            satisfied,
            |gap| gap_of(policy, gap),
        );
    } else if !unknown.contains(ChainLink::EmployeeSatisfaction) {
        r.pass_over(&PPL_01, Fact::CustomerSatisfaction);
    }
}

/// Returns the customer's satisfaction that counts: the measured one, unless the stated one is of a better
/// grade (PPL-01). Two that fall on different sides of the limit contradict each other.
pub(crate) fn of_two<R: Recorder>(
    policy: &PeoplePolicy,
    measured: Known<Decimal>,
    stated: Known<Decimal>,
    r: &mut R,
) -> Known<Decimal> {
    let is_better = stated.grade() > measured.grade();
    let (counts, other) = if is_better {
        (stated, measured)
    } else {
        (measured.or(stated), stated)
    };
    if let (Some(counts), Some(other), true) = (counts.value(), other.value(), measured.is_known())
    {
        let required = policy.satisfied_from();
        let bound = if *counts >= required {
            Bound::AtLeast
        } else {
            Bound::LessThan
        };
        let observed = *other;
        r.require(&PPL_01, bound.admits(&observed, &required), || {
            let reading = Reading::Number {
                observed,
                bound,
                required,
            };
            Evidence::new(Fact::Contradiction, reading).of(CUSTOMER)
        });
    }
    counts
}

/// Notes a link of the chain that is weak or unknown; one that only a guess says to hold is unknown.
fn judge_link<T: Copy>(
    known: Known<T>,
    holds: impl FnOnce(T) -> bool,
    link: ChainLink,
    report: &mut PeopleReport,
) -> Option<bool> {
    let holds = known.value().map(|value| holds(*value));
    let holds = holds.filter(|holds| !holds || known.grade() >= Some(Grade::OWN_WORD));
    match holds {
        Some(true) => {}
        Some(false) => {
            report.weak_links.insert(link);
        }
        None => {
            report.unknown_links.insert(link);
        }
    }
    holds
}

const CUSTOMER: Subject = Subject::Side(Side::Customer);

const fn gap_of(policy: &PeoplePolicy, observed: Decimal) -> Reading {
    Reading::Number {
        observed,
        bound: Bound::AtLeast,
        required: policy.satisfied_from(),
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use crate::party::people::facts::{ChainLink, TeamFacts};
    use crate::party::sample::{ask_measured, ask_people as ask, breached, people_facts as facts};
    use crate::verdict::{Fact, Outcome, Severity};
    use crate::vocab::known::Known;
    use crate::vocab::set::Set;
    use crate::vocab::words::{Department, Rating};

    fn gap(tenths: i64) -> Known<Decimal> {
        Known::measured(Decimal::new(tenths, 1))
    }

    #[test]
    fn a_dissatisfied_team_is_a_risk_and_critical_once_it_shows() {
        let table = [
            (0, gap(-9), None),
            (-1, gap(0), Some(Severity::Warning)),
            (-1, gap(-1), Some(Severity::Critical)),
            (-1, Known::Unknown, Some(Severity::Warning)),
        ];
        for (team_gap, customer, expected) in table {
            let mut team = TeamFacts::new(Department::Service);
            team.satisfaction = gap(team_gap);
            let mut facts = facts();
            facts.teams.push(team);
            facts.customer_satisfaction = customer;
            let answer = ask(&facts);
            let gravest = answer.findings().breaches().map(|finding| finding.severity);
            assert_eq!(gravest.max(), expected, "{team_gap} {customer:?}");
        }
    }

    #[test]
    fn what_was_measured_goes_before_what_is_stated_and_a_contradiction_is_told() {
        let guess = |tenths| Known::estimated(Decimal::new(tenths, 1));
        let said = |tenths| Known::customer_stated(Decimal::new(tenths, 1));
        let table = [
            (Known::Unknown, said(1), Some(false), None),
            (said(-20), Known::Unknown, Some(true), None),
            (said(-20), said(1), Some(true), Some(true)),
            (said(-20), said(-1), Some(true), Some(false)),
            (said(20), said(0), Some(false), Some(false)),
            (said(-20), gap(1), Some(false), Some(true)),
            (said(20), gap(-1), Some(true), Some(true)),
            (guess(20), Known::Unknown, None, None),
            (guess(20), said(-1), Some(true), Some(true)),
        ];
        for (measured, stated, weak, contradicts) in table {
            let mut facts = facts();
            facts.customer_satisfaction = stated;
            let answer = ask_measured(&facts, measured);
            let report = answer.value().copied().unwrap_or_default();
            let link = ChainLink::CustomerSatisfaction;
            let found =
                (!report.unknown_links.contains(link)).then(|| report.weak_links.contains(link));
            assert_eq!(found, weak, "{measured:?} {stated:?}");
            let mut findings = answer.findings().iter();
            let told = findings.find(|one| one.evidence.fact == Fact::Contradiction);
            let told = told.map(|one| one.outcome.is_breached());
            assert_eq!(told, contradicts, "{measured:?} {stated:?}");
            assert_eq!(report.measured_satisfaction, measured);
            assert_eq!(report.stated_satisfaction, stated);
        }
    }

    #[test]
    fn as_long_as_a_team_was_not_asked_nothing_is_passed_over() {
        for (team_gap, passes) in [(gap(0), true), (Known::Unknown, false)] {
            let mut team = TeamFacts::new(Department::Service);
            team.satisfaction = team_gap;
            let mut facts = facts();
            facts.teams.push(team);
            facts.customer_satisfaction = gap(-1);
            let answer = ask(&facts);
            let passed = answer.findings().iter().filter(|one| {
                one.outcome == Outcome::Inapplicable
                    && one.evidence.fact == Fact::CustomerSatisfaction
            });
            assert_eq!(passed.count(), usize::from(passes), "{team_gap:?}");
        }
    }

    #[test]
    fn the_chain_is_mended_where_it_first_breaks() {
        let mut team = TeamFacts::new(Department::Service);
        team.internal_service = Known::measured(Rating::LOWEST);
        team.satisfaction = gap(-1);
        let mut facts = facts();
        facts.teams.push(team);
        let report = ask(&facts).into_value().unwrap_or_default();
        assert_eq!(report.breaks_at(), Some(ChainLink::InternalService));
        let customer = Set::from(ChainLink::CustomerSatisfaction);
        assert_eq!(report.unknown_links, customer);
    }

    #[test]
    fn internal_service_suffices_from_the_middle() {
        for (mark, is_weak) in [(2, true), (3, false), (4, false)] {
            let mut team = TeamFacts::new(Department::Service);
            team.internal_service = Known::measured(Rating::new(mark).unwrap_or(Rating::LOWEST));
            let mut facts = facts();
            facts.teams.push(team);
            assert_eq!(breached(&ask(&facts), 2), is_weak, "{mark}");
        }
    }
}
