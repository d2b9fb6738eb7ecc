use chrono::NaiveDate;

use crate::form::record;
use crate::party::cards::continuity::CON_05;
use crate::party::continuity::coverage_matrix::{CoverageMatrix, LevelSpan};
use crate::party::continuity::net::TieNet;
use crate::party::continuity::tie::TiesError;
use crate::party::continuity::ties::Ties;
use crate::party::parties::Register;
use crate::verdict::{Assessment, Bound, Evidence, Fact, Presence, Reading, Recorder, Subject};
use crate::vocab::set::Set;
use crate::vocab::words::{Department, Level, Side, words};

record! {
    /// The contacts that a relationship should have (覆盖目标).
    ///
    /// The stage asks for them (LIF-14), and a caller that knows the stage fills the target in.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::party::continuity::CoverageTarget;
    /// use keqing::verdict::Presence;
    ///
    /// let mut stable = CoverageTarget::NOTHING;
    /// stable.departments = 3;
    /// stable.executive_tie = Presence::Present;
    /// assert_ne!(stable, CoverageTarget::default());
    /// ```
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    #[serde(default)]
    pub struct CoverageTarget {
        /// The least number of departments of the customer in contact; 0 asks for none.
        pub departments: u32 => with_departments,
        /// The least number of levels in contact on each side.
        pub levels: LevelSpan => with_levels,
        /// The functions that are to be tied to their like across.
        pub functions: Set<Department> => with_functions,
        /// The demand for a tie between the top levels.
        pub executive_tie: Presence => with_executive_tie,
    }
}

impl CoverageTarget {
    /// The target that asks for nothing: one seller and one buyer suffice.
    pub const NOTHING: Self = Self {
        departments: 0,
        levels: LevelSpan::One,
        functions: Set::empty(),
        executive_tie: Presence::Absent,
    };
}

impl Default for CoverageTarget {
    fn default() -> Self {
        Self::NOTHING
    }
}

record! {
    /// The contacts of a relationship (覆盖矩阵), with their gaps.
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct Coverage {
        /// The people in contact on our side.
        pub supplier: CoverageMatrix,
        /// The people in contact on the customer's side.
        pub customer: CoverageMatrix,
        /// The departments of the customer that are in contact.
        pub departments: Set<Department>,
        /// The functions that are tied to their like across.
        pub functions: Set<Department>,
        /// The presence of a tie between the top levels of both sides.
        pub executive_tie: Presence,
        /// The gaps: the parts of the target that are lacking.
        pub gaps: Set<CoverageGap>,
        /// The functions of the target that are lacking.
        pub missing_functions: Set<Department>,
    }
}

words! {
    /// A gap in the contacts of a relationship (覆盖缺口).
    pub open enum CoverageGap in Set {
        /// Too few departments of the customer are in contact.
        Departments = "departments", "too few departments", "部门不足", "部門不足";
        /// No tie between the top levels exists.
        ExecutiveTie = "executive-tie", "no executive tie", "缺高层联系", "缺高層聯繫";
        /// Functions are not tied to their like across.
        Functions = "functions", "functions not tied", "职能未对接", "職能未對接";
        /// Too few levels are in contact, on one side or both.
        Levels = "levels", "too few levels", "层级不足", "層級不足";
    }
}

/// Assesses the width of the contacts against a target ([`CON_05`]).
///
/// Contacts grow from a tie between two people into a relation of two organizations. The ties count that
/// are held on the day, in the offices that their people then have. Without a target the width is only
/// classified. The value is `None` if no tie is known. Its `departments`, `functions` and `executive_tie` are facts that the
/// lifecycle needs.
///
/// # Errors
///
/// [`TiesError::Reference`] is returned when a tie names somebody whom the register does not have.
///
/// # Examples
///
/// ```
/// use core::num::NonZeroU32;
/// use keqing::party::continuity::{CoverageGap, CoverageTarget, Tie, Ties, coverage};
/// use keqing::party::parties::{Person, Register};
/// use keqing::verdict::Presence;
/// use keqing::vocab::words::{Department, Level};
///
/// let li = Person::new("li", Department::Sales, Level::Executive)?;
/// let wang = Person::new("wang", Department::Purchasing, Level::Executive)?;
/// let ties = Ties::new([Tie::new(li.id, wang.id, NonZeroU32::MIN)])?;
/// let mut target = CoverageTarget::NOTHING;
/// target.departments = 2;
/// target.executive_tie = Presence::Present;
///
/// let today = chrono::NaiveDate::from_ymd_opt(2024, 6, 1).ok_or("no such date")?;
/// let coverage = coverage(&Register::new([li], [wang])?, &ties, &target, today)?;
/// let coverage = coverage.into_value().ok_or("no ties")?;
/// assert_eq!(coverage.executive_tie, Presence::Present);
/// assert!(coverage.gaps == CoverageGap::Departments);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn coverage(
    register: &Register,
    ties: &Ties,
    target: &CoverageTarget,
    as_of: NaiveDate,
) -> Result<Assessment<Coverage>, TiesError> {
    Ok(covered(register, &ties.on(register, as_of)?, target, as_of))
}

/// Assesses the width of the ties that are held on a day.
pub(crate) fn covered(
    register: &Register,
    net: &TieNet,
    target: &CoverageTarget,
    as_of: NaiveDate,
) -> Assessment<Coverage> {
    Assessment::of(|r| {
        if net.is_unknown() {
            r.miss(&CON_05, Fact::Ties);
            return None;
        }
        Some(consult(span(register, net, as_of), target, r))
    })
}

fn consult<R: Recorder>(mut coverage: Coverage, target: &CoverageTarget, r: &mut R) -> Coverage {
    coverage.missing_functions = target.functions.difference(coverage.functions);
    if *target == CoverageTarget::NOTHING {
        r.classify(&CON_05, || {
            Evidence::found(Fact::Departments, coverage.departments)
                .of(Subject::Side(Side::Customer))
        });
    }
    departments(target, &mut coverage, r);
    levels(target, &mut coverage, r);
    functions(target, &mut coverage, r);
    executive_tie(target, &mut coverage, r);
    coverage
}

/// Returns the width of the ties, without a target.
fn span(register: &Register, net: &TieNet, as_of: NaiveDate) -> Coverage {
    let mut coverage = Coverage {
        supplier: CoverageMatrix::default(),
        customer: CoverageMatrix::default(),
        departments: Set::empty(),
        functions: Set::empty(),
        executive_tie: Presence::Absent,
        gaps: Set::empty(),
        missing_functions: Set::empty(),
    };
    for tie in net {
        let office = |side| {
            register
                .on(tie.person(side), as_of)
                .map(|(_, person)| person)
        };
        let (Some(ours), Some(theirs)) = (office(Side::Supplier), office(Side::Customer)) else {
            continue;
        };
        coverage.supplier.add(ours.level, ours.department);
        coverage.customer.add(theirs.level, theirs.department);
        if ours.department == theirs.department {
            coverage.functions.insert(ours.department);
        }
        if ours.level == Level::Executive && theirs.level == Level::Executive {
            coverage.executive_tie = Presence::Present;
        }
    }
    coverage.departments = coverage.customer.departments();
    coverage
}

/// Checks CON-05: more departments of the customer are in contact than the one that buys.
fn departments<R: Recorder>(target: &CoverageTarget, coverage: &mut Coverage, r: &mut R) {
    if target.departments == 0 {
        return;
    }
    let count = u32::try_from(coverage.departments.len()).unwrap_or(u32::MAX);
    let holds = count >= target.departments;
    note(coverage, CoverageGap::Departments, holds);
    r.require(&CON_05, holds, || {
        Evidence::count(Fact::Departments, count, Bound::AtLeast, target.departments)
            .of(Subject::Side(Side::Customer))
    });
}

/// Checks CON-05: more levels are in contact than the one that does the work, on either side.
fn levels<R: Recorder>(target: &CoverageTarget, coverage: &mut Coverage, r: &mut R) {
    let least = target.levels.count();
    if target.levels == LevelSpan::One {
        return;
    }
    for (side, matrix) in [
        (Side::Supplier, coverage.supplier),
        (Side::Customer, coverage.customer),
    ] {
        let count = matrix.levels();
        let holds = count >= least;
        note(coverage, CoverageGap::Levels, holds);
        r.require(&CON_05, holds, || {
            Evidence::count(Fact::Levels, count, Bound::AtLeast, least).of(Subject::Side(side))
        });
    }
}

/// Checks CON-05: functions work with their like across.
fn functions<R: Recorder>(target: &CoverageTarget, coverage: &mut Coverage, r: &mut R) {
    if target.functions.is_empty() {
        return;
    }
    let holds = coverage.missing_functions.is_empty();
    note(coverage, CoverageGap::Functions, holds);
    let (observed, required) = (coverage.functions, target.functions);
    r.require(&CON_05, holds, || {
        Evidence::new(
            Fact::JointFunctions,
            Reading::Departments { observed, required },
        )
    });
}

/// Checks CON-05: the top levels know each other.
fn executive_tie<R: Recorder>(target: &CoverageTarget, coverage: &mut Coverage, r: &mut R) {
    if target.executive_tie == Presence::Absent {
        return;
    }
    let holds = coverage.executive_tie == Presence::Present;
    note(coverage, CoverageGap::ExecutiveTie, holds);
    r.require(&CON_05, holds, || {
        Evidence::present(Fact::ExecutiveTie, holds)
    });
}

fn note(coverage: &mut Coverage, gap: CoverageGap, holds: bool) {
    if !holds {
        coverage.gaps.insert(gap);
    }
}

#[cfg(test)]
mod tests {
    use super::{Coverage, CoverageGap, CoverageTarget, coverage};
    use crate::party::continuity::coverage_matrix::LevelSpan;
    use crate::party::continuity::ties::Ties;
    use crate::party::parties::{Person, Register};
    use crate::party::sample::{id, of_ties, tie, ties, today};
    use crate::verdict::{Assessment, Fact, Outcome, Presence};
    use crate::vocab::set::Set;
    use crate::vocab::words::{Department, Level};

    fn at(name: &str, department: Department, level: Level) -> Person {
        Person::of(id(name), department, level)
    }

    #[track_caller]
    fn ask(register: &Register, ties: &Ties, target: &CoverageTarget) -> Assessment<Coverage> {
        let Ok(answer) = coverage(register, ties, target, today()) else {
            panic!("ties of the test")
        };
        answer
    }

    #[track_caller]
    fn surface() -> (Register, Ties) {
        use Department::{Logistics, Production, Purchasing, Sales};
        use Level::{Executive, Operator};
        let ours = [at("a", Sales, Operator), at("b", Logistics, Operator)];
        let theirs = [
            at("x", Purchasing, Operator),
            at("y", Logistics, Operator),
            at("z", Production, Executive),
        ];
        let Ok(register) = Register::new(ours, theirs) else {
            panic!("register of the test")
        };
        (
            register,
            ties(&[("a", "x", 1), ("b", "y", 1), ("b", "z", 1)]),
        )
    }

    #[test]
    fn each_demand_is_told_by_itself() {
        let (register, ties) = surface();
        let ask = |change: fn(&mut CoverageTarget)| {
            let mut target = CoverageTarget::NOTHING;
            change(&mut target);
            let answer = ask(&register, &ties, &target);
            let breaches = answer.findings().breaches().count();
            (answer.value().map(|coverage| coverage.gaps), breaches)
        };
        let none = (Some(Set::empty()), 0);
        let only = |gap: CoverageGap, breaches| (Some(Set::from(gap)), breaches);
        assert_eq!(ask(|target| target.departments = 3), none);
        assert_eq!(
            ask(|target| target.departments = 4),
            only(CoverageGap::Departments, 1)
        );
        assert_eq!(ask(|target| target.levels = LevelSpan::One), none);
        assert_eq!(
            ask(|target| target.levels = LevelSpan::Two),
            only(CoverageGap::Levels, 1)
        );
        assert_eq!(
            ask(|target| target.levels = LevelSpan::Three),
            only(CoverageGap::Levels, 2)
        );
        let logistics = |target: &mut CoverageTarget| {
            target.functions = Set::from(Department::Logistics);
        };
        assert_eq!(ask(logistics), none);
        let production = |target: &mut CoverageTarget| {
            target.functions = Department::Logistics | Department::Production;
        };
        assert_eq!(ask(production), only(CoverageGap::Functions, 1));
        assert_eq!(
            ask(|target| target.executive_tie = Presence::Present),
            only(CoverageGap::ExecutiveTie, 1)
        );
    }

    #[test]
    fn an_executive_tie_has_the_top_at_both_ends() {
        let top = |level| {
            let ours = at("a", Department::Sales, level);
            let theirs = at("x", Department::Purchasing, Level::Executive);
            let register = Register::new([ours], [theirs]).unwrap_or_default();
            let ties = Ties::new([tie("a", "x", 1)]).unwrap_or_default();
            let answer = ask(&register, &ties, &CoverageTarget::NOTHING);
            answer.value().map(|coverage| coverage.executive_tie)
        };
        assert_eq!(top(Level::Executive), Some(Presence::Present));
        assert_eq!(top(Level::Manager), Some(Presence::Absent));
    }

    #[test]
    fn without_a_target_the_width_is_classified() {
        let outcomes = |ties: &Ties| {
            let answer = ask(&of_ties(ties), ties, &CoverageTarget::NOTHING);
            let first = answer.findings().first().map(|finding| finding.outcome);
            (answer.value().is_some(), first)
        };
        let one = ties(&[("a", "x", 1)]);
        assert_eq!(outcomes(&one), (true, Some(Outcome::Classified)));
        let unknown = Some(Outcome::Missing(Fact::Ties));
        assert_eq!(outcomes(&Ties::default()), (false, unknown));
    }
}
