use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::form::record;
use crate::loyalty::current::current;
use crate::loyalty::day::Day;
use crate::loyalty::error::LoyaltyError;
use crate::loyalty::facts::LoyaltyFacts;
use crate::loyalty::kinds::latest::Evidenced;
use crate::loyalty::kinds::read;
use crate::loyalty::means::channel::judge_channel;
use crate::loyalty::means::claim::judge_beside;
use crate::loyalty::means::facts::MeansGiven;
use crate::loyalty::means::instruments::judge;
use crate::loyalty::means::mix::{Ended, Mix};
use crate::loyalty::policy::LoyaltyPolicy;
use crate::loyalty::risk::{RiskRegister, purchase_risks};
use crate::verdict::{Assessment, Finding, Verdict, weigh_parts};
use crate::vocab::known::Known;

record! {
    /// The judgement of the means by which the customer may be kept, and of the claims made
    /// (留客手段评定).
    #[non_exhaustive]
    #[derive(Default, Hash)]
    #[serde(default)]
    pub struct MeansPicture {
        /// The verdict on keeping the customer by these instruments.
        pub instruments: Option<Verdict>,
        /// The verdict on a channel that has to make up for missing contact.
        pub channel: Option<Verdict>,
        /// The verdicts on claiming loyalty on these grounds.
        pub claims: Vec<Verdict>,
        /// The risks that buying from us holds for the customer.
        pub risks: Option<Assessment<RiskRegister>>,
    }
}

weigh_parts! { MeansPicture: instruments channel claims risks }

impl MeansPicture {
    /// Returns the findings of every part, part by part.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        let verdicts = self.instruments.iter().chain(&self.channel);
        let risks = self.risks.iter().flat_map(Assessment::findings);
        verdicts
            .chain(&self.claims)
            .flat_map(Verdict::findings)
            .chain(risks)
    }
}

/// Judges the means by which a customer is kept: instruments, channel, claims, purchase risks.
///
/// Instruments that are only named as lock-in are judged with the others. Each claim is held against the
/// evidence and the bond.
///
/// # Errors
///
/// [`LoyaltyError::PurchaseRisk`] is returned when a purchase risk is named twice or cannot be weighed.
///
/// # Examples
///
/// ```
/// use keqing::loyalty::means::{MeansGiven, assess_means};
/// use keqing::loyalty::{LoyaltyFacts, LoyaltyPolicy};
/// use keqing::vocab::known::Stated;
/// use keqing::vocab::words::Instrument;
///
/// let mut facts = LoyaltyFacts::default();
/// facts.lock_in.instruments = Stated::measured(Instrument::LoyaltyPoints.into());
/// let on = chrono::NaiveDate::from_ymd_opt(2024, 6, 30).ok_or("no such date")?;
/// let judged = assess_means(&LoyaltyPolicy::standard(), &facts, &MeansGiven::new(on))?;
/// assert!(judged.instruments.is_some() && judged.channel.is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn assess_means(
    policy: &LoyaltyPolicy,
    facts: &LoyaltyFacts,
    given: &MeansGiven,
) -> Result<MeansPicture, LoyaltyError> {
    let (facts, _) = current(policy, Cow::Borrowed(facts), given.as_of);
    means_of(policy, &facts, given)
}

/// Judges the means of facts that stand as they are on the day.
pub(crate) fn means_of(
    policy: &LoyaltyPolicy,
    facts: &LoyaltyFacts,
    given: &MeansGiven,
) -> Result<MeansPicture, LoyaltyError> {
    let day = Day::of(policy, given.as_of);
    let mix = mix(facts, day).map(|(mix, ended)| (fill_in(mix, given), ended));
    let mut picture = MeansPicture {
        instruments: mix.map(|(mix, ended)| judge(&mix, ended)),
        ..MeansPicture::default()
    };
    if let Some(means) = &facts.means {
        picture.channel = means.channel.as_ref().map(judge_channel);
        let all = Evidenced::claimed(policy, &facts.evidence, given.as_of);
        let kinds = read(policy, &all);
        let claims = means.claims.iter();
        let claims = claims.map(|claim| judge_beside(claim, &all, &kinds, given.bond));
        picture.claims = claims.collect();
        picture.risks = match means.risks.as_slice() {
            [] => None,
            risks => {
                let brand = day.gate(&means.brand, |brand| brand.is_present());
                Some(purchase_risks(policy, risks, Known::Unknown, brand)?)
            }
        };
    }
    policy.severities().weigh(&mut picture);
    Ok(picture)
}

/// Returns the instruments that are named as means, and those that hold the customer.
fn mix(facts: &LoyaltyFacts, day: Day) -> Option<(Mix, Ended)> {
    let named = facts
        .means
        .as_ref()
        .and_then(|means| means.instruments.as_ref());
    let Day { as_of, lasting } = day;
    let bound = facts.lock_in.on(as_of, lasting).instruments;
    let bound = bound.value().copied().unwrap_or_default();
    match named {
        Some(named) => {
            let mut mix = named.read(day);
            mix.instruments |= bound;
            Some((mix, named.ended(day)))
        }
        None => (!bound.is_empty()).then(|| (Mix::new(bound), Ended::default())),
    }
}

/// Adds the standing of the customer, if the mix is silent.
fn fill_in(mix: Mix, given: &MeansGiven) -> Mix {
    Mix {
        satisfaction: mix.satisfaction.or(given.satisfaction),
        adversity: mix.adversity.or(given.adversity),
        ..mix
    }
}
