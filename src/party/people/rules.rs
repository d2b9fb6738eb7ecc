use crate::party::cards::people::{PPL_01, PPL_02, PPL_03, PPL_04, PPL_05};
use crate::party::people::facts::{
    ChainLink, PeopleError, PeopleFacts, PeopleReport, Responsibility, TeamFacts,
};
use crate::party::people::policy::PeoplePolicy;
use crate::party::people::service_chain::{internal_service, reaches_customer, satisfaction};
use crate::verdict::{Assessment, Bound, Evidence, Fact, Recorder, Subject};
use crate::vocab::known::Known;
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
/// Each part of the value shows for itself whether it is unknown. The value is `None` if nothing at
/// all is known.
///
/// # Errors
///
/// [`PeopleError`] is returned when a recognition lies after the date of the facts, and when a
/// department is there twice.
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
/// let report = people(&PeoplePolicy::standard(), &facts)?.into_value().ok_or("nothing known")?;
/// assert_eq!(report.breaks_at(), Some(ChainLink::InternalService));
/// assert_eq!(report.responsibility, Some(Responsibility::MarketingOnly));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn people(
    policy: &PeoplePolicy,
    facts: &PeopleFacts,
) -> Result<Assessment<PeopleReport>, PeopleError> {
    facts.check()?;
    Ok(Assessment::of(|r| consult(policy, facts, r)))
}

/// Consults every rule about our own people. Each line states one rule once.
fn consult<R: Recorder>(
    policy: &PeoplePolicy,
    facts: &PeopleFacts,
    r: &mut R,
) -> Option<PeopleReport> {
    let mut report = PeopleReport::default();
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
    reaches_customer(policy, facts, &mut report, r);
    recognition(policy, facts, &mut report, r);
    responsibility(policy, facts, &mut report, r);
    let is_known = !facts.teams.is_empty()
        || facts.customer_satisfaction.is_known()
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
    let within = |on| Days::between(on, facts.as_of) < Some(policy.recognition_window());
    let counted = facts.recognitions.as_ref().map(|shown| {
        let count = shown
            .iter()
            .filter(|shown| shown.by == Level::Executive && within(shown.on))
            .count();
        u32::try_from(count).unwrap_or(u32::MAX)
    });
    report.recognitions = counted.value().copied();
    let least = policy.recognitions().get();
    r.need(
        &PPL_03,
        Fact::LeaderRecognition,
        counted,
        |count| count >= least,
        |count| {
            Evidence::count(Fact::LeaderRecognition, count, Bound::AtLeast, least)
                .of(Subject::Side(Side::Supplier))
        },
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
            None => return r.pass_over(&PPL_04, Fact::Mentors),
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
    r.need(
        &PPL_05,
        Fact::Responsibility,
        facts.responsible,
        |departments| beyond(departments) >= least,
        |departments| {
            let observed = beyond(departments);
            Evidence::count(Fact::Responsibility, observed, Bound::AtLeast, least)
                .of(Subject::Side(Side::Supplier))
        },
    );
}

fn enough<R: Recorder>(fact: Fact, share: Known<Share>, least: Share, team: &TeamFacts, r: &mut R) {
    r.need(
        &PPL_04,
        fact,
        share,
        |share| share >= least,
        |share| Evidence::share(fact, share, Bound::AtLeast, least).of(team.subject()),
    );
}

fn lacks(share: Known<Share>, least: Share) -> bool {
    share.value().is_some_and(|share| *share < least)
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use chrono::NaiveDate;

    use super::people;
    use crate::party::people::facts::{LeaderRecognition, Responsibility, TeamFacts};
    use crate::party::people::policy::PeoplePolicy;
    use crate::party::people::training::{Coaching, TrainedStaff};
    use crate::party::sample::{ask_people as ask, breached, people_facts as facts};

    use crate::vocab::known::Known;
    use crate::vocab::set::Set;
    use crate::vocab::words::{Department, Level};

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
            let count = answer.value().and_then(|report| report.recognitions);
            assert_eq!(count, Some(expected), "{on} {by:?}");
            assert_eq!(breached(&answer, 3), expected == 0);
        }
        let mut facts = facts();
        let (on, by) = (on(2024, 12, 31), Level::Executive);
        facts.recognitions = Known::measured([LeaderRecognition { on, by }].into());
        let error = people(&PeoplePolicy::standard(), &facts).err();
        let message = error.map(|error| error.to_string());
        assert_eq!(
            message.as_deref(),
            Some("a recognition on 2024-12-31 is after 2024-12-30, expected dates up to that day")
        );
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
        let error = people(&PeoplePolicy::standard(), &facts).err();
        let message = error.map(|error| error.to_string());
        assert_eq!(
            message.as_deref(),
            Some("the team `sales` is there twice, expected one entry a department")
        );
    }
}
