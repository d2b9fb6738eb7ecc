use rust_decimal::Decimal;

use crate::party::cards::people::{PPL_01, PPL_02};
use crate::party::people::facts::{ChainLink, PeopleFacts, PeopleReport, TeamFacts};
use crate::party::people::policy::PeoplePolicy;
use crate::verdict::{Bound, Evidence, Fact, Reading, Recorder, Severity, Subject};
use crate::vocab::words::Side;

/// Checks PPL-02: the chain begins with the service that a team gets within the company.
pub(crate) fn internal_service<R: Recorder>(
    policy: &PeoplePolicy,
    team: &TeamFacts,
    report: &mut PeopleReport,
    r: &mut R,
) {
    let required = policy.internal_service_from();
    match team.internal_service.value() {
        Some(mark) if *mark < required => {
            report.badly_served.insert(team.department);
            report.weak_links.insert(ChainLink::InternalService);
        }
        Some(_) => {}
        None => {
            report.unknown_links.insert(ChainLink::InternalService);
        }
    }
    r.need(
        &PPL_02,
        Fact::InternalService,
        team.internal_service,
        |mark| mark >= required,
        |mark| {
            let (observed, required) = (u32::from(mark.value()), u32::from(required.value()));
            Evidence::count(Fact::InternalService, observed, Bound::AtLeast, required)
                .of(team.subject())
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
    match team.satisfaction.value() {
        Some(gap) if *gap < policy.satisfied_from() => {
            report.dissatisfied.insert(team.department);
            report.weak_links.insert(ChainLink::EmployeeSatisfaction);
        }
        Some(_) => {}
        None => {
            report.unknown_links.insert(ChainLink::EmployeeSatisfaction);
        }
    }
    r.need(
        &PPL_01,
        Fact::EmployeeSatisfaction,
        team.satisfaction,
        |gap| gap >= policy.satisfied_from(),
        |gap| gap_evidence(policy, Fact::EmployeeSatisfaction, gap).of(team.subject()),
    );
}

/// Checks PPL-01: the effect of dissatisfied employees on the customer.
///
/// Satisfied employees are not the cause of a dissatisfied customer.
pub(crate) fn reaches_customer<R: Recorder>(
    policy: &PeoplePolicy,
    facts: &PeopleFacts,
    report: &mut PeopleReport,
    r: &mut R,
) {
    match facts.customer_satisfaction.value() {
        Some(gap) if *gap < policy.satisfied_from() => {
            report.weak_links.insert(ChainLink::CustomerSatisfaction);
        }
        Some(_) => {}
        None => {
            report.unknown_links.insert(ChainLink::CustomerSatisfaction);
        }
    }
    if report.dissatisfied.is_empty() {
        r.pass_over(&PPL_01, Fact::CustomerSatisfaction);
        return;
    }
    r.need_at(
        &PPL_01,
        Severity::Critical,
        Fact::CustomerSatisfaction,
        facts.customer_satisfaction,
        |gap| gap >= policy.satisfied_from(),
        |gap| {
            gap_evidence(policy, Fact::CustomerSatisfaction, gap).of(Subject::Side(Side::Customer))
        },
    );
}

const fn gap_evidence(policy: &PeoplePolicy, fact: Fact, observed: Decimal) -> Evidence {
    let reading = Reading::Number {
        observed,
        bound: Bound::AtLeast,
        required: policy.satisfied_from(),
    };
    Evidence::new(fact, reading)
}

#[cfg(test)]
mod tests {

    use rust_decimal::Decimal;

    use crate::party::people::facts::{ChainLink, TeamFacts};
    use crate::party::sample::{ask_people as ask, breached, people_facts as facts};
    use crate::verdict::Severity;
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
