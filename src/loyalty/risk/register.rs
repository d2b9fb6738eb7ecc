use alloc::boxed::Box;
use alloc::vec::Vec;

use thiserror::Error;

use crate::form::{Gathered, Several, record, several};
use crate::loyalty::cards::switching::{SWC_04, SWC_07};
use crate::loyalty::policy::LoyaltyPolicy;
use crate::loyalty::risk::purchase_risk::{PurchaseRisk, RiskBearer};
use crate::loyalty::risk::purchase_risk::{kinds, risk_of};
use crate::loyalty::risk::weights::RiskWeights;
use crate::loyalty::risk::weights::weighted;
use crate::verdict::{Assessment, Bound, Evidence, Fact, Recorder, Subject};
use crate::vocab::known::{Grade, Known};
use crate::vocab::set::Set;
use crate::vocab::share::Share;
use crate::vocab::words::PurchaseRiskKind;

record! {
    /// The purchase risks of one customer, for the organization and the person who decides
    /// (采购风险登记).
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct RiskRegister {
        /// The legitimate risks that were given: the organization's first, then the person's, in
        /// the order of the kinds.
        pub exposures: Vec<RiskExposure>,
        /// The kinds that are to be watched for the organization.
        pub watched: Set<PurchaseRiskKind>,
        /// The kinds that are to be watched for the person.
        pub watched_personally: Set<PurchaseRiskKind>,
        /// The organization's weighted risks as a part of the worst possible; only with the
        /// customer's own weights.
        pub weighted: Option<Share>,
    }
}

record! {
    /// The exposure of a bearer to one risk (风险敞口).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct RiskExposure {
        /// The kind of risk.
        pub kind: PurchaseRiskKind,
        /// The bearer of the risk.
        pub bearer: RiskBearer,
        /// Likelihood times impact, 1 to 25.
        pub exposure: u8,
        /// The grade of the evidence.
        pub grade: Grade,
    }
}

/// Assesses the risks of a purchase, for the customer organization and for the person who decides.
///
/// Each kind is weighed by likelihood times impact and is watched from the policy's exposure on
/// ([`SWC_04`]). Kinds are added up only if the customer's own weights are given. Then each kind
/// with a weight has to be rated. A person's risk is that of answering for the purchase. The risk
/// of being found out in something illegal is refused and left out of the register ([`SWC_07`]).
///
/// The value is `None` if no risk was rated.
///
/// # Errors
///
/// [`PurchaseRiskError`] is returned when a kind is rated twice for one bearer. It holds the error
/// of every such kind.
///
/// # Examples
///
/// ```
/// use keqing::loyalty::LoyaltyPolicy;
/// use keqing::loyalty::risk::{PurchaseRisk, RiskBearer, purchase_risks};
/// use keqing::vocab::known::{Grade, Known};
/// use keqing::vocab::words::{PurchaseRiskKind, Rating};
///
/// let late = PurchaseRisk {
///     kind: PurchaseRiskKind::LateSupply,
///     bearer: RiskBearer::Organization,
///     likelihood: Rating::new(3)?,
///     impact: Rating::new(4)?,
///     grade: Grade::CustomerStated,
/// };
/// let found = purchase_risks(&LoyaltyPolicy::standard(), &[late], Known::Unknown)?;
/// let register = found.into_value().ok_or("nothing rated")?;
/// assert!(register.watched.contains(PurchaseRiskKind::LateSupply));
/// assert_eq!(register.weighted, None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn purchase_risks(
    policy: &LoyaltyPolicy,
    risks: &[PurchaseRisk],
    weights: Known<RiskWeights>,
) -> Result<Assessment<RiskRegister>, PurchaseRiskError> {
    check(risks)?;
    Ok(policy
        .severities()
        .weighed(Assessment::of(|r| consult(policy, risks, weights, r))))
}

/// Returned when a risk of one bearer is rated twice.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum PurchaseRiskError {
    /// Several kinds are rated twice.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// One kind is rated twice for one bearer.
    #[error("each risk of a bearer is rated once, got `{kind}` of the {bearer} twice")]
    Twice {
        /// The kind that is rated twice.
        kind: PurchaseRiskKind,
        /// The bearer of the risk.
        bearer: RiskBearer,
    },
}

several!(pub PurchaseRiskError);

pub(crate) fn check(risks: &[PurchaseRisk]) -> Result<(), PurchaseRiskError> {
    let mut errors = Gathered::new();
    for bearer in RiskBearer::ALL {
        let mut seen = Set::empty();
        for risk in risks.iter().filter(|risk| risk.bearer == bearer) {
            if !seen.insert(risk.kind) {
                let kind = risk.kind;
                errors.keep(PurchaseRiskError::Twice { kind, bearer });
            }
        }
    }
    errors.settle(|| ())
}

fn consult<R: Recorder>(
    policy: &LoyaltyPolicy,
    risks: &[PurchaseRisk],
    weights: Known<RiskWeights>,
    r: &mut R,
) -> Option<RiskRegister> {
    legitimate(risks, r);
    if risks.is_empty() {
        r.miss(&SWC_04, Fact::PurchaseRisk);
        return None;
    }
    let mut register = RiskRegister {
        exposures: Vec::with_capacity(risks.len()),
        watched: Set::empty(),
        watched_personally: Set::empty(),
        weighted: None,
    };
    for bearer in RiskBearer::ALL {
        let rated = kinds().filter_map(|kind| risk_of(risks, kind, bearer));
        for risk in rated.filter(|risk| !risk.is_illegitimate()) {
            weigh(policy, risk, &mut register, r);
        }
    }
    register.weighted = weighted(risks, weights, r);
    Some(register)
}

/// SWC-04: one risk is below the exposure from which it is watched.
fn weigh<R: Recorder>(
    policy: &LoyaltyPolicy,
    risk: &PurchaseRisk,
    register: &mut RiskRegister,
    r: &mut R,
) {
    let PurchaseRisk {
        kind,
        bearer,
        grade,
        ..
    } = *risk;
    let (exposure, from) = (risk.exposure(), policy.risk_watched_from());
    let (fact, watched) = match bearer {
        RiskBearer::Organization => (Fact::PurchaseRisk, &mut register.watched),
        RiskBearer::Person => (Fact::PersonalRisk, &mut register.watched_personally),
    };
    if exposure >= from {
        watched.insert(kind);
    }
    register.exposures.push(RiskExposure {
        kind,
        bearer,
        exposure,
        grade,
    });
    r.require(&SWC_04, exposure < from, || {
        Evidence::count(fact, exposure.into(), Bound::LessThan, from.into())
            .of(Subject::named(kind.name()))
    });
}

/// SWC-07: a person's risk is to answer for the purchase, and nothing illegal.
fn legitimate<R: Recorder>(risks: &[PurchaseRisk], r: &mut R) {
    let is_personal = |risk: &PurchaseRisk| risk.bearer == RiskBearer::Person;
    if !risks.iter().any(is_personal) {
        r.pass_over(&SWC_07, Fact::PersonalRisk);
        return;
    }
    let illegal = risks.iter().any(PurchaseRisk::is_illegitimate);
    r.require(&SWC_07, !illegal, || {
        Evidence::absent(Fact::PersonalRisk, illegal)
            .of(Subject::named(PurchaseRiskKind::IllegalActs.name()))
    });
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;
    use alloc::vec::Vec;

    use super::{PurchaseRiskError, RiskRegister, purchase_risks};
    use crate::loyalty::policy::LoyaltyPolicy;
    use crate::loyalty::risk::purchase_risk::{PurchaseRisk, RiskBearer};
    use crate::verdict::{Assessment, Outcome, Severity};
    use crate::vocab::known::{Grade, Known};
    use crate::vocab::set::Set;
    use crate::vocab::words::{PurchaseRiskKind, Rating};

    use PurchaseRiskKind::{IllegalActs, LateSupply, Quality};
    use RiskBearer::{Organization, Person};

    fn risk(kind: PurchaseRiskKind, bearer: RiskBearer, marks: (u8, u8)) -> PurchaseRisk {
        let mark = |value| Rating::new(value).unwrap_or(Rating::LOWEST);
        PurchaseRisk {
            kind,
            bearer,
            likelihood: mark(marks.0),
            impact: mark(marks.1),
            grade: Grade::CustomerStated,
        }
    }

    #[track_caller]
    fn ask(risks: &[PurchaseRisk]) -> Assessment<RiskRegister> {
        let Ok(found) = purchase_risks(&LoyaltyPolicy::standard(), risks, Known::Unknown) else {
            panic!("risks of the test")
        };
        found
    }

    #[test]
    fn an_exposure_is_watched_from_twelve_on() {
        for (marks, watched) in [
            ((2, 5), false),
            ((3, 4), true),
            ((4, 4), true),
            ((1, 1), false),
        ] {
            for bearer in RiskBearer::ALL {
                let found = ask(&[risk(LateSupply, bearer, marks)]);
                assert_eq!(
                    found.breaches(crate::verdict::RuleId::known("SWC", 4)),
                    watched
                );
                let register = found.into_value();
                let sets = register.map(|register| (register.watched, register.watched_personally));
                let kinds = if watched {
                    Set::from(LateSupply)
                } else {
                    Set::empty()
                };
                let expected = match bearer {
                    Organization => (kinds, Set::empty()),
                    Person => (Set::empty(), kinds),
                };
                assert_eq!(sets, Some(expected), "{marks:?} {bearer}");
            }
        }
        let policy = LoyaltyPolicy::standard().with_risk_watched_from(25);
        let worst = [risk(Quality, Organization, (5, 5))];
        let found = policy.map(|policy| purchase_risks(&policy, &worst, Known::Unknown));
        let watched = found.ok().and_then(Result::ok).map(Assessment::into_value);
        let watched = watched.flatten().map(|register| register.watched);
        assert_eq!(watched, Some(Set::from(Quality)));
    }

    #[test]
    fn a_person_answers_for_a_purchase_and_for_nothing_illegal() {
        let legitimate = risk(Quality, Person, (2, 2));
        let illegal = risk(IllegalActs, Person, (1, 1));
        let house = risk(IllegalActs, Organization, (1, 5));
        let table: [(&[PurchaseRisk], Outcome); 4] = [
            (&[house], Outcome::Inapplicable),
            (&[house, legitimate], Outcome::Met),
            (&[illegal], Outcome::Breached),
            (&[legitimate, illegal], Outcome::Breached),
        ];
        for (risks, expected) in table {
            let found = ask(risks);
            let said = found
                .findings()
                .iter()
                .find(|finding| finding.rule.to_string() == "SWC-07");
            assert_eq!(said.map(|finding| finding.outcome), Some(expected));
            assert_eq!(said.map(|finding| finding.severity), Some(Severity::Bar));
            let exposures = found.into_value().map(|register| register.exposures);
            let personal = |kind| {
                let lines = exposures.iter().flatten();
                lines
                    .filter(|line| (line.kind, line.bearer) == (kind, Person))
                    .count()
            };
            assert_eq!(personal(IllegalActs), 0);
        }
    }

    #[test]
    fn all_twelve_risks_stay_inline_and_none_gives_no_value() {
        let every: Vec<PurchaseRisk> = RiskBearer::ALL
            .into_iter()
            .flat_map(|bearer| {
                Set::<PurchaseRiskKind>::all()
                    .into_iter()
                    .map(move |kind| risk(kind, bearer, (1, 1)))
            })
            .collect();
        let found = ask(&every);
        assert!(!found.findings().is_spilled());
        let lines = found.value().map(|register| {
            register
                .exposures
                .iter()
                .map(|line| (line.bearer, line.kind))
        });
        assert!(lines.is_some_and(|lines| lines.is_sorted()));
        let none = ask(&[]);
        assert_eq!((none.value(), none.findings().gaps().count()), (None, 1));
        let twice = [risk(Quality, Person, (1, 1)); 2];
        let refused = purchase_risks(&LoyaltyPolicy::standard(), &twice, Known::Unknown);
        let (kind, bearer) = (Quality, Person);
        assert_eq!(
            refused.err(),
            Some(PurchaseRiskError::Twice { kind, bearer })
        );
    }

    #[test]
    fn every_risk_that_is_rated_twice_is_refused() {
        let one = |kind, bearer| risk(kind, bearer, (1, 1));
        let risks = [
            one(Quality, Person),
            one(LateSupply, Organization),
            one(Quality, Organization),
            one(Quality, Person),
            one(LateSupply, Organization),
            one(LateSupply, Organization),
        ];
        let refused = purchase_risks(&LoyaltyPolicy::standard(), &risks, Known::Unknown);
        let both = "each risk of a bearer is rated once, got `late-supply` of the organization twice; \
            each risk of a bearer is rated once, got `quality` of the person twice";
        assert_eq!(
            refused.map_err(|error| error.to_string()).err().as_deref(),
            Some(both)
        );
    }
}
