use alloc::boxed::Box;

use chrono::NaiveDate;
use thiserror::Error;

use crate::form::{Several, every, record, several};
use crate::party::cards::parties::PTY_06;
use crate::party::parties::{FourParty, ReferenceError, Register};
use crate::verdict::{Evidence, Fact, Recorder, Subject, Verdict};
use crate::vocab::name::{Label, PersonId};
use crate::vocab::words::{Role, words};

record! {
    /// A relationship policy or measure that somebody proposes (政策与措施), as PTY-06 reads it.
    ///
    /// A party without a stated effect was overlooked. That is a fault of the measure, and not a
    /// gap in the facts.
    #[derive(Copy, Default, Hash)]
    pub closed struct Measure {
        /// The effect of the measure on each of the four parties, as far as it is stated.
        pub effects: FourParty<Option<Effect>>,
    }
}

impl Measure {
    /// Makes a measure that states nothing yet.
    #[must_use]
    pub const fn new() -> Self {
        let effects = FourParty {
            supplier_organization: None,
            supplier_operator: None,
            customer_organization: None,
            customer_operator: None,
        };
        Self { effects }
    }

    /// Adds the effect of the measure on one party.
    #[must_use]
    pub const fn with_effect(mut self, role: Role, effect: Effect) -> Self {
        *self.effects.of_mut(role) = Some(effect);
        self
    }
}

record! {
    /// The effect of a measure on the interest of one party (利益影响), with the countermeasure.
    #[derive(Copy, Hash)]
    pub closed struct Effect {
        /// The direction in which the interest moves.
        pub direction: Direction,
        /// The countermeasure for the party, if it is harmed.
        pub countermeasure: Option<Countermeasure>,
    }
}

impl Effect {
    /// Makes an effect without a countermeasure.
    #[must_use]
    pub const fn new(direction: Direction) -> Self {
        Self {
            direction,
            countermeasure: None,
        }
    }

    /// Makes a harm with its countermeasure.
    #[must_use]
    pub const fn countered(countermeasure: Countermeasure) -> Self {
        Self {
            direction: Direction::Negative,
            countermeasure: Some(countermeasure),
        }
    }
}

record! {
    /// A countermeasure for a party that is harmed (应对措施): what is done, by whom, and until when.
    #[derive(Copy, Hash)]
    pub closed struct Countermeasure {
        /// The thing that is done, in words.
        pub what: Label,
        /// The person who does it, by the id of the register.
        pub who: PersonId,
        /// The day by which it is done.
        pub by: NaiveDate,
    }
}

impl Countermeasure {
    /// Makes a countermeasure of what is done, by whom, and until when.
    #[must_use]
    pub const fn new(what: Label, who: PersonId, by: NaiveDate) -> Self {
        Self { what, who, by }
    }
}

words! {
    /// The direction in which an interest moves (影响方向), worst first.
    pub closed enum Direction {
        /// The party is harmed.
        Negative = "negative", "harm", "受损", "受損";
        /// The party neither gains nor loses.
        Zero = "zero", "no effect", "无影响", "無影響";
        /// The party gains.
        Positive = "positive", "gain", "受益", "受益";
    }
}

/// Judges whether a measure may be adopted (PTY-06).
///
/// The measure has to state its effect on each of the four parties, and a countermeasure for each
/// party that it harms: what is done, by whom and until when. A dash says nothing, and neither does a day
/// that has passed, or a person who no longer acts. All four have to be considered; not all of them have to
/// gain.
///
/// # Errors
///
/// [`MeasureError`] is returned when a countermeasure names somebody whom the register does not have.
///
/// # Examples
///
/// ```
/// use keqing::party::action::{Countermeasure, Direction, Effect, Measure, judge_measure};
/// use keqing::party::parties::{Person, Register};
/// use keqing::verdict::Decision;
/// use keqing::vocab::words::{Department, Level, Role};
///
/// let price_rise = Measure::new()
///     .with_effect(Role::SupplierOrganization, Effect::new(Direction::Positive))
///     .with_effect(Role::SupplierOperator, Effect::new(Direction::Zero))
///     .with_effect(Role::CustomerOrganization, Effect::new(Direction::Negative))
///     .with_effect(Role::CustomerOperator, Effect::new(Direction::Zero));
/// let date = |month| chrono::NaiveDate::from_ymd_opt(2024, month, 1).ok_or("no such date");
/// let li_na = Person::new("li-na", Department::Sales, Level::Operator)?;
/// let (register, today, by) = (Register::new([li_na], [])?, date(6)?, date(7)?);
/// assert_eq!(judge_measure(&register, &price_rise, today)?.decision(), Decision::Deny);
///
/// let longer_terms = Countermeasure::new("longer terms for a year".parse()?, li_na.id, by);
/// let softened = price_rise.with_effect(Role::CustomerOrganization, Effect::countered(longer_terms));
/// assert_eq!(judge_measure(&register, &softened, today)?.decision(), Decision::Permit);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn judge_measure(
    register: &Register,
    measure: &Measure,
    as_of: NaiveDate,
) -> Result<Verdict, MeasureError> {
    let effects = measure.effects.iter();
    let named = effects.filter_map(|(_, effect)| effect.as_ref()?.countermeasure);
    every(named.map(|one| {
        register
            .side_of(&one.who)
            .map(|_| ())
            .map_err(MeasureError::from)
    }))?;
    Ok(Verdict::of(|r| consult(register, measure, as_of, r)))
}

/// Returned when a countermeasure names somebody whom the register does not have.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum MeasureError {
    /// A name leads to no entry of the register.
    #[error(transparent)]
    Reference(#[from] ReferenceError),
    /// Several names are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub MeasureError);

fn consult<R: Recorder>(register: &Register, measure: &Measure, as_of: NaiveDate, r: &mut R) {
    let can_be = |one: Countermeasure| {
        let acts = register.on(&one.who, as_of).is_some();
        one.what.has_letters() && acts && as_of <= one.by
    };
    for (role, effect) in measure.effects.iter() {
        one_party(role, *effect, can_be, r);
    }
}

/// Checks PTY-06 for one party: the effect is stated, and a harm has its countermeasure.
fn one_party<R: Recorder>(
    role: Role,
    effect: Option<Effect>,
    can_be: impl Fn(Countermeasure) -> bool,
    r: &mut R,
) {
    let harm = effect.filter(|effect| effect.direction == Direction::Negative);
    let (fact, holds) = match harm {
        Some(harm) => (
            Fact::Countermeasure,
            harm.countermeasure.is_some_and(can_be),
        ),
        None => (Fact::InterestEffect, effect.is_some()),
    };
    r.require(&PTY_06, holds, || {
        Evidence::present(fact, holds).of(Subject::Role(role))
    });
}

#[cfg(test)]
mod tests {
    use super::{Countermeasure, Direction, Effect, Measure, consult};
    use crate::party::parties::{Person, Register};
    use crate::party::sample::{id, today};
    use crate::verdict::{Count, Decision, Fact, Subject, Verdict};
    use crate::vocab::name::Label;
    use crate::vocab::words::{Department, Level, Role};

    fn people() -> Register {
        let li = Person::of(id("li"), Department::Sales, Level::Operator);
        Register::new([li], []).unwrap_or_default()
    }

    fn judge_measure(measure: &Measure) -> Verdict {
        match super::judge_measure(&people(), measure, today()) {
            Ok(verdict) => verdict,
            Err(error) => panic!("{error}"),
        }
    }

    fn all(effect: Effect) -> Measure {
        Role::ALL.into_iter().fold(Measure::new(), |measure, role| {
            measure.with_effect(role, effect)
        })
    }

    #[track_caller]
    fn is_denied_for(measure: &Measure, role: Role, fact: Fact) {
        let verdict = judge_measure(measure);
        assert_eq!(verdict.decision(), Decision::Deny);
        let blamed = verdict
            .determining()
            .map(|finding| (finding.evidence.subject, finding.evidence.fact));
        assert!(blamed.eq([(Subject::Role(role), fact)]), "{verdict:?}");
    }

    #[test]
    fn each_party_has_to_be_considered_and_each_harm_countered() {
        let fair = all(Effect::new(Direction::Zero));
        assert_eq!(judge_measure(&fair).decision(), Decision::Permit);
        for role in Role::ALL {
            let mut silent = fair;
            *silent.effects.of_mut(role) = None;
            is_denied_for(&silent, role, Fact::InterestEffect);
            let harmful = fair.with_effect(role, Effect::new(Direction::Negative));
            is_denied_for(&harmful, role, Fact::Countermeasure);
            let countered = |what: &str| {
                let Ok(what) = Label::new(what) else {
                    panic!("label of the test")
                };
                let measure = Countermeasure::new(what, id("li"), today());
                fair.with_effect(role, Effect::countered(measure))
            };
            let compensated = judge_measure(&countered("a compensation"));
            assert_eq!(compensated.decision(), Decision::Permit);
            is_denied_for(&countered("-"), role, Fact::Countermeasure);
        }
    }

    #[test]
    fn a_measure_that_states_nothing_overlooks_all_four() {
        let verdict = judge_measure(&Measure::new());
        assert_eq!(verdict.determining().count(), 4);
        assert_eq!(verdict.tally().breached.len(), 1);
        assert_eq!(verdict.remedies().count(), 4);
    }

    #[test]
    fn quick_and_explained_answers_agree_without_an_allocation() {
        for measure in Direction::ALL.map(|direction| all(Effect::new(direction))) {
            let mut count = Count::<0>::new();
            consult(&people(), &measure, today(), &mut count);
            let tally = count.into_tally();
            let verdict = judge_measure(&measure);
            assert_eq!(verdict.tally(), tally);
            assert!(!verdict.findings().is_spilled());
        }
    }

    #[test]
    fn json_leaves_out_what_is_not_stated() -> Result<(), serde_json::Error> {
        let json = r#"{"effects": {"supplier-operator": {"direction": "negative", "countermeasure": {"what": "a bonus", "who": "li", "by": "2024-07-01"}}}}"#;
        let measure: Measure = serde_json::from_str(json)?;
        assert_eq!(measure.effects.customer_operator, None);
        let again = serde_json::to_string(&measure)?;
        assert_eq!(serde_json::from_str::<Measure>(&again)?, measure);
        let blank = json.replace("a bonus", " ");
        assert!(serde_json::from_str::<Measure>(&blank).is_err());
        Ok(())
    }
}
