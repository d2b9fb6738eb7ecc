use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::party::cards::people::{PPL_01, PPL_02, PPL_03, PPL_04, PPL_05};
use crate::party::people::facts::{
    ChainLink, LeaderRecognition, PeopleError, PeopleFacts, PeopleReport, Responsibility, TeamFacts,
};
use crate::party::people::policy::PeoplePolicy;
use crate::party::people::service_chain::{
    internal_service, of_two, reaches_customer, satisfaction,
};
use crate::verdict::{Assessment, Bound, Fact, Reading, Recorder, Subject};
use crate::vocab::known::{Grade, Known};
use crate::vocab::set::Set;
use crate::vocab::share::Share;
use crate::vocab::time::Days;
use crate::vocab::words::{Department, Level, Side};

/// Assesses the state of our own people, as it affects the relationship.
///
/// Internal service makes employees satisfied or not, and they make the customer so. Each link is
/// looked at, team by team ([`PPL_01`](crate::party::cards::people::PPL_01),
/// [`PPL_02`](crate::party::cards::people::PPL_02)). Top leaders have to show the customer its
/// importance ([`PPL_03`](crate::party::cards::people::PPL_03)). The date of the facts is the last
/// day of the policy's window. Teams have to be trained to read needs, and newcomers coached
/// ([`PPL_04`](crate::party::cards::people::PPL_04)). The work has to span more departments than
/// marketing ([`PPL_05`](crate::party::cards::people::PPL_05)).
///
/// A guess may breach a rule, and does not suffice to meet one. A customer's satisfaction that was measured
/// goes before the one that the facts state, unless that one is of a better grade. If the two fall on
/// different sides of the limit, the contradiction is a finding of PPL-01.
///
/// Each part of the value shows for itself whether it is unknown. The value is `None` if nothing at
/// all is known.
///
/// # Errors
///
/// [`PeopleError`] is returned when a department is there twice.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::party::people::{
///     ChainLink, PeopleFacts, PeoplePolicy, Responsibility, TeamFacts, people,
/// };
/// use keqing::vocab::known::Known;
/// use keqing::vocab::words::{Department, Rating};
///
/// let service = TeamFacts::new(Department::Service).with_internal_service(Known::measured(Rating::new(2)?));
/// let mut facts = PeopleFacts::new(NaiveDate::from_ymd_opt(2024, 12, 31).ok_or("no such date")?);
/// facts.teams.push(service);
/// facts.responsible = Known::measured(Department::Sales.into());
///
/// let report = people(&PeoplePolicy::standard(), &facts, Known::Unknown)?;
/// let report = report.into_value().ok_or("nothing known")?;
/// assert_eq!(report.breaks_at(), Some(ChainLink::InternalService));
/// assert_eq!(report.responsibility, Some(Responsibility::MarketingOnly));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn people(
    policy: &PeoplePolicy,
    facts: &PeopleFacts,
    measured_satisfaction: Known<Decimal>,
) -> Result<Assessment<PeopleReport>, PeopleError> {
    facts.check()?;
    let measured = measured_satisfaction;
    Ok(Assessment::of(|r| consult(policy, facts, measured, r)))
}

/// Consults every rule about our own people. Each line states one rule once.
fn consult<R: Recorder>(
    policy: &PeoplePolicy,
    facts: &PeopleFacts,
    measured: Known<Decimal>,
    r: &mut R,
) -> Option<PeopleReport> {
    let stated = facts.customer_satisfaction;
    let mut report = PeopleReport {
        measured_satisfaction: measured,
        stated_satisfaction: stated,
        ..PeopleReport::default()
    };
    let customer = of_two(policy, measured, stated, r);
    if facts.teams.is_empty() {
        r.miss(&PPL_01, Fact::EmployeeSatisfaction);
        r.miss(&PPL_02, Fact::InternalService);
        r.miss(&PPL_04, Fact::Training);
        report.unknown_links |= ChainLink::InternalService | ChainLink::EmployeeSatisfaction;
    }
    for team in &facts.teams {
        internal_service(policy, team, &mut report, r);
        satisfaction(policy, team, &mut report, r);
        training(policy, team, &mut report, r);
        coaching(policy, team, &mut report, r);
    }
    reaches_customer(policy, customer, &mut report, r);
    recognition(policy, facts, &mut report, r);
    responsibility(policy, facts, &mut report, r);
    let is_known = !facts.teams.is_empty()
        || customer.is_known()
        || report.recognitions.is_some()
        || report.responsibility.is_some();
    is_known.then_some(report)
}

/// Checks PPL-03: top leaders show the customer its importance.
fn recognition<R: Recorder>(
    policy: &PeoplePolicy,
    facts: &PeopleFacts,
    report: &mut PeopleReport,
    r: &mut R,
) {
    let window = policy.recognition_window();
    // There are no days from a later date to an earlier one.
    let within = |on| Days::between(on, facts.as_of).is_some_and(|days| days < window);
    let shown = facts.recognitions.value().map_or(&[][..], Vec::as_slice);
    let number = |counted: &dyn Fn(&LeaderRecognition) -> bool| {
        let counted = shown.iter().filter(|one| counted(one));
        u32::try_from(counted.count()).unwrap_or(u32::MAX)
    };
    report.ahead = number(&|one| facts.as_of < one.on);
    let count = number(&|one| one.by == Level::Executive && within(one.on));
    let counted = facts.recognitions.as_ref().map(|_| count);
    report.recognitions = counted.value().copied();
    let required = policy.recognitions().get();
    r.open(
        &PPL_03,
        (Fact::LeaderRecognition, OURS),
        counted,
        |count| count >= required,
        |observed| Reading::count(observed, Bound::AtLeast, required),
    );
}

/// Checks PPL-04: a team is trained to read needs by time and situation.
fn training<R: Recorder>(
    policy: &PeoplePolicy,
    team: &TeamFacts,
    report: &mut PeopleReport,
    r: &mut R,
) {
    let share = team.training.map(|training| training.share());
    if lacks(share, policy.trained_from()) {
        report.untrained.insert(team.department);
    }
    enough(Fact::Training, share, policy.trained_from(), team, r);
}

/// Checks PPL-04: veterans coach newcomers, if there are any.
fn coaching<R: Recorder>(
    policy: &PeoplePolicy,
    team: &TeamFacts,
    report: &mut PeopleReport,
    r: &mut R,
) {
    let share = match team.coaching {
        Known::Unknown => Known::Unknown,
        Known::Given(known) => match known.value.share() {
            Some(share) => Known::graded(share, known.grade),
            None if known.grade >= Grade::OWN_WORD => {
                return r.pass_over(&PPL_04, Fact::Mentors);
            }
            None => Known::Unknown,
        },
    };
    if lacks(share, policy.mentored_from()) {
        report.uncoached.insert(team.department);
    }
    enough(Fact::Mentors, share, policy.mentored_from(), team, r);
}

/// Checks PPL-05: the relationship is everyone's job.
fn responsibility<R: Recorder>(
    policy: &PeoplePolicy,
    facts: &PeopleFacts,
    report: &mut PeopleReport,
    r: &mut R,
) {
    let (marketing, least) = (policy.marketing(), policy.departments_beyond().get());
    let beyond = |departments: Set<Department>| {
        u32::try_from(departments.difference(marketing).len()).unwrap_or(u32::MAX)
    };
    report.responsibility =
        facts
            .responsible
            .value()
            .map(|departments| match beyond(*departments) {
                _ if departments.is_empty() => Responsibility::Nobody,
                0 => Responsibility::MarketingOnly,
                count if count < least => Responsibility::FewDepartments,
                _ => Responsibility::WholeCompany,
            });
    r.open(
        &PPL_05,
        (Fact::Responsibility, OURS),
        facts.responsible,
        |departments| beyond(departments) >= least,
        |departments| Reading::count(beyond(departments), Bound::AtLeast, least),
    );
}

/// Checks PPL-04 for one share; a policy that asks for no share asks for nothing.
fn enough<R: Recorder>(fact: Fact, share: Known<Share>, least: Share, team: &TeamFacts, r: &mut R) {
    if least.is_none() {
        r.pass_over(&PPL_04, fact);
        return;
    }
    r.open(
        &PPL_04,
        (fact, team.subject()),
        share,
        |share| share >= least,
        |observed| Reading::share(observed, Bound::AtLeast, least),
    );
}

fn lacks(share: Known<Share>, least: Share) -> bool {
    share.value().is_some_and(|share| *share < least)
}

const OURS: Subject = Subject::Side(Side::Supplier);

#[cfg(test)]
mod tests {
    use alloc::string::ToString;
    use alloc::vec;

    use chrono::NaiveDate;
    use rust_decimal::Decimal;

    use super::people;
    use crate::party::people::facts::{LeaderRecognition, Responsibility, TeamFacts};
    use crate::party::people::policy::PeoplePolicy;
    use crate::party::people::training::{Coaching, TrainedStaff};
    use crate::party::sample::{ask_people as ask, breached, people_facts as facts};
    use crate::verdict::Outcome;
    use crate::vocab::known::Known;
    use crate::vocab::set::Set;
    use crate::vocab::share::Share;
    use crate::vocab::words::{Department, Level, Rating};

    #[test]
    fn recognition_counts_within_the_window_and_from_the_top() {
        let on = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
        let table = [
            (on(2023, 12, 31), Level::Executive, 0),
            (on(2024, 1, 1), Level::Executive, 1),
            (on(2024, 12, 30), Level::Executive, 1),
            (on(2024, 6, 1), Level::Manager, 0),
        ];
        for (on, by, expected) in table {
            let mut facts = facts();
            facts.recognitions = Known::measured([LeaderRecognition { on, by }].into());
            let answer = ask(&facts);
            let count = answer
                .value()
                .map(|report| (report.recognitions, report.ahead));
            assert_eq!(count, Some((Some(expected), 0)), "{on} {by:?}");
            assert_eq!(breached(&answer, 3), expected == 0);
        }
        let mut facts = facts();
        let (on, by) = (on(2024, 12, 31), Level::Executive);
        facts.recognitions = Known::measured([LeaderRecognition { on, by }].into());
        let report = ask(&facts).into_value().unwrap_or_default();
        assert_eq!((report.recognitions, report.ahead), (Some(0), 1));
    }

    #[test]
    fn a_guess_may_breach_and_does_not_meet() {
        let team = TeamFacts::new(Department::Sales)
            .with_internal_service(Known::estimated(Rating::HIGHEST))
            .with_satisfaction(Known::estimated(Decimal::ONE))
            .with_training(TrainedStaff::new(4, 4).map_or(Known::Unknown, Known::estimated))
            .with_coaching(Coaching::new(0, 0).map_or(Known::Unknown, Known::estimated));
        let recognition = LeaderRecognition {
            on: facts().as_of,
            by: Level::Executive,
        };
        let facts = facts()
            .with_teams(vec![team])
            .with_recognitions(Known::estimated(vec![recognition]))
            .with_responsible(Known::estimated(Set::from(Department::Finance)));
        let answer = ask(&facts);
        assert!(answer.findings().iter().all(|one| one.outcome.is_missing()));
        assert_eq!(answer.findings().gaps().count(), 6);
        let none = facts
            .clone()
            .with_responsible(Known::estimated(Set::<Department>::empty()));
        assert!(breached(&ask(&none), 5));
    }

    #[test]
    fn a_policy_that_asks_for_nothing_is_met_by_nobody() {
        let policy = PeoplePolicy::standard()
            .with_training(Share::NONE, Share::NONE)
            .with_internal_service_from(Rating::LOWEST);
        let mut facts = facts();
        facts.teams.push(
            TeamFacts::new(Department::Sales)
                .with_internal_service(Known::measured(Rating::HIGHEST))
                .with_training(TrainedStaff::new(4, 4).map_or(Known::Unknown, Known::measured))
                .with_coaching(Coaching::new(1, 1).map_or(Known::Unknown, Known::measured)),
        );
        let answer = people(&policy, &facts, Known::Unknown);
        let passed = answer.map(|answer| {
            let passed = answer.findings().iter();
            passed
                .filter(|one| one.outcome == Outcome::Inapplicable)
                .count()
        });
        assert_eq!(passed, Ok(3));
    }

    #[test]
    fn everybody_is_trained_and_every_newcomer_coached() {
        let table = [
            ((4, 4), (0, 0), false),
            ((4, 4), (1, 1), false),
            ((3, 4), (1, 1), true),
            ((4, 4), (0, 1), true),
        ];
        for ((trained, staff), (mentored, newcomers), expected) in table {
            let mut team = TeamFacts::new(Department::Sales);
            team.training = match TrainedStaff::new(trained, staff) {
                Ok(staff) => Known::measured(staff),
                Err(_) => Known::Unknown,
            };
            team.coaching = match Coaching::new(mentored, newcomers) {
                Ok(coaching) => Known::measured(coaching),
                Err(_) => Known::Unknown,
            };
            let mut facts = facts();
            facts.teams.push(team);
            assert_eq!(breached(&ask(&facts), 4), expected);
        }
    }

    #[test]
    fn the_relationship_is_not_only_marketings_job() {
        use Department::{Finance, Marketing, Sales};
        use Responsibility::{MarketingOnly, Nobody, WholeCompany};
        let table = [
            (Set::empty(), Nobody),
            (Marketing | Sales, MarketingOnly),
            (Sales | Finance, WholeCompany),
        ];
        for (departments, expected) in table {
            let mut facts = facts();
            facts.responsible = Known::measured(departments);
            let answer = ask(&facts);
            let responsibility = answer.value().and_then(|report| report.responsibility);
            assert_eq!(responsibility, Some(expected));
            assert_eq!(breached(&answer, 5), expected != WholeCompany);
        }
    }

    #[test]
    fn without_any_fact_every_rule_lacks_one() {
        let answer = ask(&facts());
        assert_eq!(answer.value(), None);
        assert_eq!(answer.findings().gaps().count(), 5);
    }

    #[test]
    fn a_department_has_one_team() {
        let mut facts = facts();
        let team = TeamFacts::new(Department::Sales);
        facts.teams.extend([team, team]);
        let error = people(&PeoplePolicy::standard(), &facts, Known::Unknown).err();
        let message = error.map(|error| error.to_string());
        assert_eq!(
            message.as_deref(),
            Some("the team `sales` is there twice, expected one entry a department")
        );
    }
}
