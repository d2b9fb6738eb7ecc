use alloc::borrow::Cow;

use chrono::NaiveDate;

use crate::party::cards::continuity::{CON_01, CON_03, CON_04};
use crate::party::continuity::departure::{Departure, DepartureError, DepartureEvent, Handover};
use crate::party::continuity::effect::{AlertKind, Continuity, ContinuityAlert, DepartureEffect};
use crate::party::continuity::load::added;
use crate::party::continuity::net::TieNet;
use crate::party::continuity::policy::ContinuityPolicy;
use crate::party::continuity::soured;
use crate::party::continuity::tie::{Tie, TiesError};
use crate::party::continuity::ties::Ties;
use crate::party::parties::Register;
use crate::verdict::{
    Assessment, Bound, Evidence, Fact, Outcome, Presence, Reading, Recorder, Severity, Subject,
};
use crate::vocab::known::Grade;
use crate::vocab::share::Share;
use crate::vocab::time::Days;
use crate::vocab::words::Side;

/// Assesses the effect of a departure, or of a soured main pair, on a relationship.
///
/// The last day of a person in the register is the departure. It costs the ties that the person held on
/// that day, or on the day asked about if the last day is still to come. Lost is the weight of those that
/// no successor has taken over, in all the weight of that day
/// ([`CON_01`](crate::party::cards::continuity::CON_01)). A counterpart who keeps next to nothing is
/// named. A continuity plan is demanded in any case. If the leaver is a main contact of either side,
/// competitors get an opening, and both sides are warned
/// ([`CON_03`](crate::party::cards::continuity::CON_03)). If the main contacts have soured on each
/// other, their tie counts as departed ([`CON_04`](crate::party::cards::continuity::CON_04)).
///
/// The value is `None` if no tie is known, or if it depends on an unknown successor or handover, or on one
/// that is only guessed. It is also `None` if the affect of the main pair is asked about and unknown.
///
/// # Errors
///
/// [`DepartureError`] is returned when the person, the successor or the handover contradict the register,
/// the ties or each other.
///
/// # Examples
///
/// Our seller held 99 of 100 of the ties and nobody took over. A colleague knows the buyer a little.
///
/// ```
/// use core::num::NonZeroU32;
/// use keqing::party::continuity::{
///     Continuity, ContinuityPolicy, Departure, Tie, Ties, departure,
/// };
/// use keqing::party::parties::{Person, Register};
/// use keqing::vocab::known::Known;
/// use keqing::vocab::share::Share;
/// use keqing::vocab::words::{Department, Level, Side};
///
/// let date = |month, day| chrono::NaiveDate::from_ymd_opt(2024, month, day).ok_or("no such date");
/// let li = Person::new("li", Department::Sales, Level::Operator)?.with_until(Some(date(1, 30)?));
/// let zhou = Person::new("zhou", Department::Sales, Level::Operator)?;
/// let wang = Person::new("wang", Department::Purchasing, Level::Manager)?;
/// let register = Register::new([li, zhou], [wang])?;
/// let ties = Ties::new([
///     Tie::new(li.id, wang.id, NonZeroU32::new(99).ok_or("no weight")?),
///     Tie::new(zhou.id, wang.id, NonZeroU32::MIN),
/// ])?;
///
/// let left = Departure::of(Side::Supplier, li.id).with_successor(Known::measured(None));
/// let answer = departure(&ContinuityPolicy::standard(), &register, &ties, &left, date(12, 31)?)?;
/// let lost = Share::percent(99)?;
/// assert_eq!(answer.value().map(|effect| effect.continuity), Some(Continuity::AtRisk { lost }));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn departure(
    policy: &ContinuityPolicy,
    register: &Register,
    ties: &Ties,
    departure: &Departure,
    as_of: NaiveDate,
) -> Result<Assessment<DepartureEffect>, DepartureError> {
    let on = |day| ties.on(register, day).map(Cow::Owned);
    left(policy, register, departure, as_of, on)
}

/// Assesses a departure with the ties that are held on a day, which the closure finds.
pub(crate) fn left<'a>(
    policy: &ContinuityPolicy,
    register: &Register,
    departure: &Departure,
    as_of: NaiveDate,
    held_on: impl FnOnce(NaiveDate) -> Result<Cow<'a, TieNet>, TiesError>,
) -> Result<Assessment<DepartureEffect>, DepartureError> {
    let last = departure.last_day(register, as_of)?;
    let net = &*held_on(last.map_or(as_of, |last| last.min(as_of)))?;
    departure.check(register, net)?;
    let others = last.and_then(|last| {
        net.without(|tie| {
            // Whoever leaves on the same day carries nothing on.
            let other = tie.person(departure.side);
            let term = register.term(departure.side, other, last);
            *other != departure.person && term.and_then(|term| term.until) == Some(last)
        })
    });
    let net = others.as_ref().unwrap_or(net);
    let first_without = last.and_then(|last| last.succ_opt());
    let leaving = Leaving {
        policy,
        net,
        departure,
        successor_acts: departure
            .successor
            .value()
            .copied()
            .flatten()
            .map(|successor| {
                let day = first_without.map_or(as_of, |day| day.max(as_of));
                register.acts(departure.side, &successor, day)
            }),
        last,
        time_left: last.and_then(|last| Days::between(as_of, last)),
    };
    Ok(Assessment::of(|r| leaving.consult(r)))
}

/// A departure with all that bears on it.
struct Leaving<'a> {
    policy: &'a ContinuityPolicy,
    /// The ties of the day that counts.
    net: &'a TieNet,
    departure: &'a Departure,
    /// The mark that the named successor acts once the leaver is gone; `None` if nobody is named.
    successor_acts: Option<bool>,
    last: Option<NaiveDate>,
    time_left: Option<Days>,
}

impl Leaving<'_> {
    /// Consults every rule that bears on a departure. Each line states one rule once.
    fn consult<R: Recorder>(&self, r: &mut R) -> Option<DepartureEffect> {
        if self.departure.event == DepartureEvent::Soured {
            match soured::consult(self.policy, self.net, self.departure, r) {
                Some(true) => {}
                Some(false) => {
                    r.pass_over(&CON_01, Fact::MainPair);
                    r.pass_over(&CON_03, Fact::MainPair);
                    return Some(self.effect(Share::NONE, None));
                }
                None => {
                    r.miss(&CON_01, Fact::MainPair);
                    r.miss(&CON_03, Fact::MainPair);
                    return None;
                }
            }
        } else {
            r.pass_over(&CON_04, Fact::MainPair);
        }
        self.plan(r);
        if self.net.is_unknown() {
            r.miss(&CON_01, Fact::Ties);
            r.miss(&CON_03, Fact::Ties);
            return None;
        }
        let alerts = self.main_contact(r);
        let lost = self.lost(r)?;
        Some(self.effect(lost, alerts))
    }

    /// Checks CON-01: there is a plan for the departure, however much hangs on the leaver.
    fn plan<R: Recorder>(&self, r: &mut R) {
        let plan = self.departure.plan;
        let about = self.about(Fact::ContinuityPlan);
        r.open(&CON_01, about, plan, Presence::is_present, |plan| {
            Reading::present(plan.is_present())
        });
    }

    /// Checks CON-03: a main contact who leaves, on either side, opens the relationship to competitors.
    ///
    /// Each side has a finding of its own, with the share of its ties that runs through the leaver.
    fn main_contact<R: Recorder>(&self, r: &mut R) -> Option<[ContinuityAlert; 2]> {
        let (side, person) = (self.departure.side, self.departure.person);
        let share = self.net.share_of(side, &person);
        if !self.net.is_main_contact(side, &person) {
            r.record(&CON_03, CON_03.severity(), Outcome::Met, || {
                Evidence::found(Fact::TieShare, share).of(self.departure.subject())
            });
            return None;
        }
        let kind = match self.departure.event {
            DepartureEvent::Soured => AlertKind::RelationDeteriorated,
            DepartureEvent::Leaves => AlertKind::PersonnelChange,
        };
        Some(Side::ALL.map(|side| {
            r.record(&CON_03, CON_03.severity(), Outcome::Breached, || {
                Evidence::found(Fact::DepartingShare, share).of(Subject::Side(side))
            });
            ContinuityAlert {
                side,
                person,
                kind,
                share,
            }
        }))
    }

    /// Checks CON-01: the leaver's ties have been taken over, as far as the policy asks.
    ///
    /// The result is `None` if this is unknown, or only guessed where it would suffice.
    fn lost<R: Recorder>(&self, r: &mut R) -> Option<Share> {
        let (all, most) = (
            self.without(&Handover::Nothing),
            self.policy.at_risk_above(),
        );
        let is_within = all <= most;
        if is_within {
            r.pass_over(&CON_01, Fact::Successor);
        } else {
            self.successor(r);
        }
        let taken = self.taken_over();
        self.thin(taken, r);
        let lost = match taken {
            _ if is_within && self.is_guessed() => all,
            Some(handover) => self.without(handover),
            None if is_within => all,
            None => {
                r.miss_at(&CON_01, self.severity(all), Fact::Handover);
                return None;
            }
        };
        if lost <= most && !is_within && self.is_guessed() {
            // A successor who is only guessed is missed already.
            let handover = self.departure.handover.as_ref();
            r.require_grade_at(
                &CON_01,
                Severity::Warning,
                self.about(Fact::Handover),
                handover,
            );
            return None;
        }
        r.require_at(&CON_01, self.severity(lost), lost <= most, || {
            Evidence::share(Fact::TieShare, lost, Bound::AtMost, most).of(self.departure.subject())
        });
        Some(lost)
    }

    /// Returns how grave it is to lose a share of the ties.
    fn severity(&self, lost: Share) -> Severity {
        match self.continuity(lost) {
            Continuity::Broken => Severity::Critical,
            Continuity::AtRisk { .. } | Continuity::Continuous => Severity::Warning,
        }
    }

    /// Checks CON-01: somebody who acts is the successor.
    fn successor<R: Recorder>(&self, r: &mut R) {
        let acts = self.successor_acts == Some(true);
        r.open_at(
            &CON_01,
            Severity::Warning,
            self.about(Fact::Successor),
            self.departure.successor,
            |_| acts,
            |_| Reading::present(acts),
        );
    }

    /// Returns the ties that the successor has taken over, or `None` if this is unknown.
    fn taken_over(&self) -> Option<&Handover> {
        let handover = self.departure.handover.value();
        let nobody = self.departure.successor.is_known() && self.successor_acts != Some(true);
        if nobody || handover.is_some_and(Handover::is_nothing) {
            return Some(&Handover::Nothing);
        }
        handover.filter(|_| self.successor_acts.is_some())
    }

    /// Returns whether the successor or the handover is only guessed.
    fn is_guessed(&self) -> bool {
        let is_guess = |grade: Option<Grade>| grade.is_some_and(|grade| grade < Grade::OWN_WORD);
        is_guess(self.departure.successor.grade()) || is_guess(self.departure.handover.grade())
    }

    /// Checks CON-01: each person across keeps a part of the own ties.
    fn thin<R: Recorder>(&self, taken: Option<&Handover>, r: &mut R) {
        let across = self.departure.side.opposite();
        for tie in self.counted(&Handover::Nothing) {
            let id = *tie.person(across);
            let whole = self.net.weight_of(across, &id);
            let kept = whole.saturating_sub(u64::from(tie.weight.get()));
            let kept = Share::new(kept, whole).unwrap_or(Share::NONE);
            let least = self.policy.thin_below();
            if kept >= least {
                continue;
            }
            let subject = Subject::Person { side: across, id };
            match taken {
                Some(handover) if !handover.covers(&id) => {
                    r.require_at(&CON_01, Severity::Warning, kept >= least, || {
                        Evidence::share(Fact::KeptTies, kept, Bound::AtLeast, least).of(subject)
                    });
                }
                Some(_) if !self.is_guessed() => {}
                _ => r.record(
                    &CON_01,
                    Severity::Warning,
                    Outcome::Missing(Fact::Handover),
                    || Evidence::new(Fact::Handover, Reading::Nothing).of(subject),
                ),
            }
        }
    }

    /// Makes evidence about the leaver, of which the reading is still to come.
    const fn about(&self, fact: Fact) -> (Fact, Subject) {
        (fact, self.departure.subject())
    }

    /// Returns the share of all tie weight that is lost under a handover.
    fn without(&self, handover: &Handover) -> Share {
        let lost = self.counted(handover);
        self.net
            .share(lost.fold(0, |sum, tie| added(sum, tie.weight)))
    }

    /// Returns the leaver's ties that are lost under a handover; of a soured pair, the tie of the pair.
    fn counted<'b>(&'b self, handover: &'b Handover) -> impl Iterator<Item = &'b Tie> {
        let (side, across) = (self.departure.side, self.departure.side.opposite());
        let is_soured = self.departure.event == DepartureEvent::Soured;
        self.net
            .iter()
            .filter(move |tie| *tie.person(side) == self.departure.person)
            .filter(move |tie| !is_soured || soured::is_soured(self.policy, self.net, tie))
            .filter(move |tie| !handover.covers(tie.person(across)))
    }

    fn continuity(&self, lost: Share) -> Continuity {
        if lost >= self.policy.broken_from() {
            Continuity::Broken
        } else if lost <= self.policy.at_risk_above() {
            Continuity::Continuous
        } else {
            Continuity::AtRisk { lost }
        }
    }

    fn effect(&self, lost: Share, alerts: Option<[ContinuityAlert; 2]>) -> DepartureEffect {
        DepartureEffect {
            side: self.departure.side,
            person: self.departure.person,
            last_day: self.last,
            continuity: self.continuity(lost),
            lost,
            alerts,
            time_left: self.time_left,
        }
    }
}
