use chrono::NaiveDate;

use crate::form::record;
use crate::party::cards::continuity::CON_02;
use crate::party::continuity::load::TieHolder;
use crate::party::continuity::net::TieNet;
use crate::party::continuity::policy::ContinuityPolicy;
use crate::party::continuity::reliance::Reliance;
use crate::party::continuity::tie::TiesError;
use crate::party::continuity::ties::Ties;
use crate::party::parties::Register;
use crate::verdict::{Assessment, Bound, Evidence, Fact, Recorder, Severity, Subject};
use crate::vocab::words::Side;

record! {
    /// The concentration of a relationship on one person, on either side (集中度).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct Concentration {
        /// The concentration on our side.
        pub supplier: SideConcentration,
        /// The concentration on the customer's side.
        pub customer: SideConcentration,
    }
}

impl Concentration {
    /// Returns the concentration on the given side.
    #[must_use]
    pub const fn on(&self, side: Side) -> &SideConcentration {
        match side {
            Side::Supplier => &self.supplier,
            Side::Customer => &self.customer,
        }
    }
}

record! {
    /// The concentration of a relationship on one person of one side.
    ///
    /// [`TieNet::holders`] lists the shares of all the others.
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct SideConcentration {
        /// The person who carries most; of several with the same share, the first by id.
        pub largest: TieHolder,
        /// The degree of reliance on that person.
        pub reliance: Reliance,
        /// The number of people of this side who have a tie.
        pub people: u32,
    }
}

/// Assesses the concentration of a relationship on one person, on either side ([`CON_02`]).
///
/// The ties count that are held on the day. A person who carries 60 % of them is a warning, and one who
/// carries all of them is critical. Both limits are the policy's. A customer with one operator cannot
/// spread its ties, so the finding about its side is a notice. The value is `None` if no tie is known or
/// held.
///
/// # Errors
///
/// [`TiesError::Reference`] is returned when a tie names somebody whom the register does not have.
///
/// # Examples
///
/// One of us knows two of the customer's people: our side relies on one person, theirs does not.
///
/// ```
/// use core::num::NonZeroU32;
/// use keqing::party::continuity::{ContinuityPolicy, Reliance, Tie, Ties, concentration};
/// use keqing::party::parties::{Person, Register};
/// use keqing::vocab::words::{Department, Level};
///
/// let li = Person::new("li", Department::Sales, Level::Operator)?;
/// let wang = Person::new("wang", Department::Purchasing, Level::Operator)?;
/// let zhao = Person::new("zhao", Department::Production, Level::Operator)?;
/// let register = Register::new([li], [wang, zhao])?;
/// let ties = Ties::new([
///     Tie::new(li.id, wang.id, NonZeroU32::MIN),
///     Tie::new(li.id, zhao.id, NonZeroU32::MIN),
/// ])?;
/// let today = chrono::NaiveDate::from_ymd_opt(2024, 6, 1).ok_or("no such date")?;
/// let answer = concentration(&ContinuityPolicy::standard(), &register, &ties, today)?;
/// let value = answer.value().ok_or("no ties")?;
/// assert_eq!(value.supplier.reliance, Reliance::SinglePoint);
/// assert_eq!(value.customer.reliance, Reliance::Spread);
/// assert_eq!(answer.findings().breaches().count(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn concentration(
    policy: &ContinuityPolicy,
    register: &Register,
    ties: &Ties,
    as_of: NaiveDate,
) -> Result<Assessment<Concentration>, TiesError> {
    Ok(concentrated(
        policy,
        register,
        &ties.on(register, as_of)?,
        as_of,
    ))
}

/// Assesses the concentration of the ties that are held on a day.
pub(crate) fn concentrated(
    policy: &ContinuityPolicy,
    register: &Register,
    net: &TieNet,
    as_of: NaiveDate,
) -> Assessment<Concentration> {
    let is_one_buyer = register.acting(Side::Customer, as_of).nth(1).is_none();
    Assessment::of(|r| consult(policy, net, is_one_buyer, r))
}

fn consult<R: Recorder>(
    policy: &ContinuityPolicy,
    net: &TieNet,
    is_one_buyer: bool,
    r: &mut R,
) -> Option<Concentration> {
    if net.is_unknown() {
        r.miss(&CON_02, Fact::Ties);
    } else if net.is_empty() {
        // All ties have ended: nobody holds the relationship any more.
        r.refuse(&CON_02, || {
            Evidence::count(Fact::Ties, 0, Bound::AtLeast, 1)
        });
    }
    let most = |side| match side {
        Side::Customer if is_one_buyer => Severity::Notice,
        Side::Customer | Side::Supplier => Severity::Critical,
    };
    let mut on = |side| hangs_on_one(policy, net, side, most(side), r);
    Some(Concentration {
        supplier: on(Side::Supplier)?,
        customer: on(Side::Customer)?,
    })
}

/// Checks CON-02: a relation that one person holds goes with that person.
///
/// The finding names everybody who reaches the limit; if nobody does, it names the closest person.
fn hangs_on_one<R: Recorder>(
    policy: &ContinuityPolicy,
    net: &TieNet,
    side: Side,
    most: Severity,
    r: &mut R,
) -> Option<SideConcentration> {
    let (mut largest, mut people): (Option<TieHolder>, u32) = (None, 0);
    let mut state = |holder: TieHolder| {
        let reliance = policy.reliance(holder.share);
        let holds = reliance == Reliance::Spread;
        r.require_at(&CON_02, reliance.severity().min(most), holds, || {
            let id = holder.person;
            let limit = policy.warning_from();
            Evidence::share(Fact::TieShare, holder.share, Bound::LessThan, limit)
                .of(Subject::Person { side, id })
        });
    };
    for holder in net.holders(side) {
        people = people.saturating_add(1);
        if policy.reliance(holder.share) > Reliance::Spread {
            state(holder);
        }
        if largest.is_none_or(|largest| largest.share < holder.share) {
            largest = Some(holder);
        }
    }
    let largest = largest?;
    let reliance = policy.reliance(largest.share);
    if reliance == Reliance::Spread {
        state(largest);
    }
    Some(SideConcentration {
        largest,
        reliance,
        people,
    })
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::{Concentration, Reliance, concentration};
    use crate::party::continuity::load::TieHolder;
    use crate::party::continuity::policy::ContinuityPolicy;
    use crate::party::continuity::ties::Ties;
    use crate::party::parties::Register;
    use crate::party::sample::{id, of_ties, person, ties, today};
    use crate::verdict::{Assessment, Fact, Finding, Outcome, Severity, Subject};
    use crate::vocab::share::{Share, ShareError};
    use crate::vocab::words::Side;

    #[track_caller]
    fn ask(policy: &ContinuityPolicy, ties: &Ties) -> Assessment<Concentration> {
        let Ok(answer) = concentration(policy, &of_ties(ties), ties, today()) else {
            panic!("ties of the test")
        };
        answer
    }

    #[test]
    fn the_limits_are_sixty_percent_and_all() {
        use Reliance::{Heavy, SinglePoint, Spread};
        let table = [
            (5_999, 4_001, Spread, None),
            (6_000, 4_000, Heavy, Some(Severity::Warning)),
            (9_999, 1, Heavy, Some(Severity::Warning)),
        ];
        for (most, rest, expected, severity) in table {
            let ties = ties(&[("a", "x", most), ("b", "y", rest)]);
            let answer = ask(&ContinuityPolicy::standard(), &ties);
            let reliance = answer.value().map(|value| value.supplier.reliance);
            assert_eq!(reliance, Some(expected), "{most}");
            let breaches = answer.findings().breaches();
            assert!(
                breaches
                    .map(|finding| finding.severity)
                    .eq([severity, severity].into_iter().flatten()),
                "{most}"
            );
        }
        let alone = ties(&[("a", "x", 1), ("a", "y", 1)]);
        let answer = ask(&ContinuityPolicy::standard(), &alone);
        let value = answer.value().copied();
        assert_eq!(
            value.map(|value| value.supplier.reliance),
            Some(SinglePoint)
        );
        assert_eq!(value.map(|value| value.customer.people), Some(2));
        let critical = answer.findings().breaches();
        assert!(
            critical
                .map(|finding| finding.severity)
                .eq([Severity::Critical])
        );
    }

    #[test]
    fn everybody_over_a_low_limit_is_named() -> Result<(), ShareError> {
        let low = Share::percent(40)?;
        let Ok(policy) = ContinuityPolicy::standard().with_limits(low, Share::ALL) else {
            panic!("limits of the test")
        };
        let ties = ties(&[("a", "x", 1), ("b", "y", 1)]);
        let answer = ask(&policy, &ties);
        assert_eq!(answer.findings().breaches().count(), 4);
        let largest = answer.value().map(|value| value.supplier.largest.person);
        assert_eq!(largest, Some(id("a")));
        Ok(())
    }

    #[test]
    fn without_ties_nothing_can_be_told() {
        let answer = ask(&ContinuityPolicy::standard(), &Ties::default());
        assert_eq!(answer.value(), None);
        let outcomes = answer.findings().iter().map(|finding| finding.outcome);
        assert!(outcomes.eq([Outcome::Missing(Fact::Ties)]));
    }

    #[test]
    fn a_customer_with_one_buyer_cannot_spread_its_ties() {
        let breaches = |of: &[(&str, &str, u32)]| {
            let answer = ask(&ContinuityPolicy::standard(), &ties(of));
            let breaches = answer.findings().breaches();
            let side = |finding: &Finding| match finding.evidence.subject {
                Subject::Person { side, .. } => Some(side),
                _ => None,
            };
            breaches
                .map(|finding| (side(finding), finding.severity))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            breaches(&[("a", "x", 1), ("b", "x", 1)]),
            [(Some(Side::Customer), Severity::Notice)]
        );
        assert_eq!(
            breaches(&[("a", "x", 1)]),
            [
                (Some(Side::Supplier), Severity::Critical),
                (Some(Side::Customer), Severity::Notice)
            ]
        );
    }

    #[test]
    fn who_has_left_carries_nothing() {
        let left = today().pred_opt();
        let Ok(register) = Register::new(
            [person("a").with_until(left), person("b")],
            [person("x"), person("y")],
        ) else {
            panic!("register of the test")
        };
        let ties = ties(&[("a", "x", 7), ("b", "y", 3)]);
        let answer = concentration(&ContinuityPolicy::standard(), &register, &ties, today());
        let largest = answer.ok().and_then(|answer| answer.value().copied());
        let largest = largest.map(|value| (value.supplier.largest, value.customer.largest.person));
        let all = TieHolder {
            person: id("b"),
            share: Share::ALL,
        };
        assert_eq!(largest, Some((all, id("y"))));
    }
}
