use alloc::vec::Vec;

use crate::form::record;
use crate::loyalty::cards::switching::{SWC_04, SWC_07};
use crate::loyalty::policy::LoyaltyPolicy;
use crate::loyalty::risk::error::{PurchaseRiskError, check};
use crate::loyalty::risk::purchase_risk::{PurchaseRisk, RiskBearer};
use crate::loyalty::risk::purchase_risk::{kinds, risk_of};
use crate::loyalty::risk::weights::RiskWeights;
use crate::loyalty::risk::weights::weighted;
use crate::verdict::{
    Assessment, Bound, Evidence, Fact, Outcome, Presence, Reading, Recorder, Severity, Subject,
};
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
        /// The kinds that are to be watched for the person, as far as a strong brand leaves them.
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
        /// The exposure of the person as a strong brand leaves it; `None` for the organization, and
        /// if nothing is known of the brand.
        pub lowered: Option<u8>,
        /// The grade of the evidence.
        pub grade: Grade,
    }
}

/// Assesses the risks of a purchase, for the customer organization and for the person who decides.
///
/// Each kind is weighed by likelihood times impact and is watched from the policy's exposure on
/// ([`SWC_04`]). Kinds are added up only if the customer's own weights are given. Then each kind
/// with a weight has to be rated. A person's risk is that of answering for the purchase. A strong
/// brand lowers its impact by the marks that the policy names, and a risk that is still to be watched
/// is warned of. The risk of being found out in something illegal is refused, left out of the
/// register and never lowered ([`SWC_07`]). A guess of ours about the brand lowers nothing.
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
/// use keqing::verdict::Presence;
/// use keqing::vocab::known::{Grade, Known};
/// use keqing::vocab::words::{PurchaseRiskKind, Rating};
///
/// let late = PurchaseRisk {
///     kind: PurchaseRiskKind::LateSupply,
///     bearer: RiskBearer::Organization,
///     likelihood: Rating::new(3)?,
///     impact: Rating::new(4)?,
///     grade: Grade::CustomerStated,
///     on: None,
/// };
/// let personal = PurchaseRisk { bearer: RiskBearer::Person, ..late };
/// let brand = Known::customer_stated(Presence::Present);
/// let found = purchase_risks(&LoyaltyPolicy::standard(), &[late, personal], Known::Unknown, brand)?;
/// let register = found.into_value().ok_or("nothing rated")?;
/// assert!(register.watched.contains(PurchaseRiskKind::LateSupply));
/// assert_eq!(register.exposures.iter().map(|line| line.lowered).collect::<Vec<_>>(), [None, Some(9)]);
/// assert!(register.watched_personally.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn purchase_risks(
    policy: &LoyaltyPolicy,
    risks: &[PurchaseRisk],
    weights: Known<RiskWeights>,
    brand: Known<Presence>,
) -> Result<Assessment<RiskRegister>, PurchaseRiskError> {
    check(risks)?;
    let found = Assessment::of(|r| consult(policy, risks, weights, brand, r));
    Ok(policy.severities().weighed(found))
}

fn consult<R: Recorder>(
    policy: &LoyaltyPolicy,
    risks: &[PurchaseRisk],
    weights: Known<RiskWeights>,
    brand: Known<Presence>,
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
            match bearer {
                RiskBearer::Organization => of_organization(policy, risk, &mut register, r),
                RiskBearer::Person => of_person(policy, risk, brand, &mut register, r),
            }
        }
    }
    register.weighted = weighted(risks, weights, r);
    Some(register)
}

/// SWC-04: a risk of the organization, weighed by likelihood times impact.
fn of_organization<R: Recorder>(
    policy: &LoyaltyPolicy,
    risk: &PurchaseRisk,
    register: &mut RiskRegister,
    r: &mut R,
) {
    let exposure = risk.exposure();
    if exposure >= policy.risk_watched_from() {
        register.watched.insert(risk.kind);
    }
    register.exposures.push(RiskExposure::of(risk, None));
    r.classify(&SWC_04, || {
        Evidence::found(Fact::PurchaseRisk, u32::from(exposure)).of(named(risk))
    });
}

/// SWC-07: a risk of the person is below the exposure from which it is watched, as a strong brand leaves
/// it.
fn of_person<R: Recorder>(
    policy: &LoyaltyPolicy,
    risk: &PurchaseRisk,
    brand: Known<Presence>,
    register: &mut RiskRegister,
    r: &mut R,
) {
    let (fact, severity) = (Fact::PersonalRisk, Severity::Warning);
    let (plain, from) = (risk.exposure(), policy.risk_watched_from());
    let under_brand = risk.exposure_lowered_by(policy.brand_lowers_impact_by());
    let lowered = match brand {
        Known::Given(told) if told.value == Presence::Absent => Some(plain),
        Known::Given(told) if told.grade >= Grade::OWN_WORD => Some(under_brand),
        _ => None,
    };
    register.exposures.push(RiskExposure::of(risk, lowered));
    // Without a word on the brand the risk is told where it does not depend on it.
    let told = lowered.or((plain < from || under_brand >= from).then_some(plain));
    let Some(exposure) = told else {
        r.record(
            &SWC_07,
            severity,
            Outcome::Missing(Fact::SupplierBrand),
            || Evidence::count(fact, plain.into(), Bound::LessThan, from.into()).of(named(risk)),
        );
        return;
    };
    if exposure >= from {
        register.watched_personally.insert(risk.kind);
    }
    r.open_at(
        &SWC_07,
        severity,
        (fact, named(risk)),
        Known::graded(exposure, risk.grade),
        |exposure| exposure < from,
        |exposure| Reading::count(exposure.into(), Bound::LessThan, from.into()),
    );
}

fn named(risk: &PurchaseRisk) -> Subject {
    Subject::named(risk.kind.name())
}

impl RiskExposure {
    const fn of(risk: &PurchaseRisk, lowered: Option<u8>) -> Self {
        Self {
            kind: risk.kind,
            bearer: risk.bearer,
            exposure: risk.exposure(),
            lowered,
            grade: risk.grade,
        }
    }
}

/// SWC-07: a person's risk is to answer for the purchase, and nothing illegal.
fn legitimate<R: Recorder>(risks: &[PurchaseRisk], r: &mut R) {
    let is_personal = |risk: &PurchaseRisk| risk.bearer == RiskBearer::Person;
    if !risks.iter().any(is_personal) {
        r.pass_over(&SWC_07, Fact::PersonalRisk);
        return;
    }
    if risks.iter().any(PurchaseRisk::is_illegitimate) {
        r.refuse(&SWC_07, || {
            Evidence::absent(Fact::PersonalRisk, true)
                .of(Subject::named(PurchaseRiskKind::IllegalActs.name()))
        });
    }
}
