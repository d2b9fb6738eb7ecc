use crate::form::record;
use crate::party::cards::continuity::CON_02;
use crate::party::continuity::load::TieHolder;
use crate::party::continuity::policy::ContinuityPolicy;
use crate::party::continuity::reliance::Reliance;
use crate::party::continuity::ties::Ties;
use crate::verdict::{Assessment, Bound, Evidence, Fact, Recorder, Subject};
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
    /// [`Ties::holders`] lists the shares of all the others.
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
/// A person who carries 60 % of all ties is a warning, and one who carries all of them is critical.
/// Both limits are the policy's. The value is `None` if no tie is known.
///
/// # Examples
///
/// One of us knows two of the customer's people: our side relies on one person, theirs does not.
///
/// ```
/// use core::num::NonZeroU32;
/// use keqing::party::continuity::{ContinuityPolicy, Reliance, Tie, Ties, concentration};
/// use keqing::party::parties::Person;
/// use keqing::vocab::words::{Department, Level};
///
/// let person = |id: &str, department| {
///     id.parse().map(|id| Person { id, department, level: Level::Operator })
/// };
/// let li = person("li", Department::Sales)?;
/// let ties = Ties::new([
///     Tie::new(li, person("wang", Department::Purchasing)?, NonZeroU32::MIN),
///     Tie::new(li, person("zhao", Department::Production)?, NonZeroU32::MIN),
/// ])?;
/// let answer = concentration(&ContinuityPolicy::standard(), &ties);
/// let value = answer.value().ok_or("no ties")?;
/// assert_eq!(value.supplier.reliance, Reliance::SinglePoint);
/// assert_eq!(value.customer.reliance, Reliance::Spread);
/// assert_eq!(answer.findings().breaches().count(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn concentration(policy: &ContinuityPolicy, ties: &Ties) -> Assessment<Concentration> {
    Assessment::of(|r| consult(policy, ties, r))
}

fn consult<R: Recorder>(
    policy: &ContinuityPolicy,
    ties: &Ties,
    r: &mut R,
) -> Option<Concentration> {
    if ties.is_empty() {
        r.miss(&CON_02, Fact::Ties);
    }
    Some(Concentration {
        supplier: hangs_on_one(policy, ties, Side::Supplier, r)?,
        customer: hangs_on_one(policy, ties, Side::Customer, r)?,
    })
}

/// Checks CON-02: a relation that one person holds goes with that person.
///
/// The finding names everybody who reaches the limit; if nobody does, it names the closest person.
fn hangs_on_one<R: Recorder>(
    policy: &ContinuityPolicy,
    ties: &Ties,
    side: Side,
    r: &mut R,
) -> Option<SideConcentration> {
    let (mut largest, mut people): (Option<TieHolder>, u32) = (None, 0);
    for holder in ties.holders(side) {
        people = people.saturating_add(1);
        if policy.reliance(holder.share) > Reliance::Spread {
            state(policy, side, holder, r);
        }
        if largest.is_none_or(|largest| largest.share < holder.share) {
            largest = Some(holder);
        }
    }
    let largest = largest?;
    let reliance = policy.reliance(largest.share);
    if reliance == Reliance::Spread {
        state(policy, side, largest, r);
    }
    Some(SideConcentration {
        largest,
        reliance,
        people,
    })
}

fn state<R: Recorder>(policy: &ContinuityPolicy, side: Side, holder: TieHolder, r: &mut R) {
    let reliance = policy.reliance(holder.share);
    let holds = reliance == Reliance::Spread;
    r.require_at(&CON_02, reliance.severity(), holds, || {
        let subject = Subject::Person {
            side,
            id: holder.person,
        };
        let limit = policy.warning_from();
        Evidence::share(Fact::TieShare, holder.share, Bound::LessThan, limit).of(subject)
    });
}

#[cfg(test)]
mod tests {
    use super::{Reliance, concentration};
    use crate::party::continuity::policy::ContinuityPolicy;
    use crate::party::continuity::ties::Ties;
    use crate::party::sample::{id, net};
    use crate::verdict::{Fact, Outcome, Severity};
    use crate::vocab::share::{Share, ShareError};

    #[test]
    fn the_limits_are_sixty_percent_and_all() {
        use Reliance::{Heavy, SinglePoint, Spread};
        let table = [
            (5_999, 4_001, Spread, None),
            (6_000, 4_000, Heavy, Some(Severity::Warning)),
            (9_999, 1, Heavy, Some(Severity::Warning)),
        ];
        for (most, rest, expected, severity) in table {
            let ties = net(&[("a", "x", most), ("b", "y", rest)]);
            let answer = concentration(&ContinuityPolicy::standard(), &ties);
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
        let alone = net(&[("a", "x", 1), ("a", "y", 1)]);
        let answer = concentration(&ContinuityPolicy::standard(), &alone);
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
        let ties = net(&[("a", "x", 1), ("b", "y", 1)]);
        let answer = concentration(&policy, &ties);
        assert_eq!(answer.findings().breaches().count(), 4);
        let largest = answer.value().map(|value| value.supplier.largest.person);
        assert_eq!(largest, Some(id("a")));
        Ok(())
    }

    #[test]
    fn without_ties_nothing_can_be_told() {
        let answer = concentration(&ContinuityPolicy::standard(), &Ties::default());
        assert_eq!(answer.value(), None);
        let outcomes = answer.findings().iter().map(|finding| finding.outcome);
        assert!(outcomes.eq([Outcome::Missing(Fact::Ties)]));
    }
}
