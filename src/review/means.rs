//! By which means the customer is kept, and what is said of it: judged beside the loyalty it shows.

use core::fmt;

use crate::dossier::Dossier;
use crate::loyalty::kinds::LoyaltyKinds;
use crate::loyalty::means::{RetentionMeans, judge_channel, judge_claim, judge_means};
use crate::loyalty::risk::{RiskRegister, purchase_risks};
use crate::loyalty::{self, Loyalty};
use crate::policy::Policy;
use crate::review::answers::{Review, ReviewError};
use crate::review::headline::{Headline, comma};
use crate::review::section::{Section, assessed, judged};
use crate::review::topic::Topic;
use crate::satisfaction::SatisfactionPicture;
use crate::verdict::{Assessment, Verdict};
use crate::vocab::known::Known;
use crate::vocab::words::{Locale, Text};

/// What is judged of the means.
#[derive(Debug)]
pub(super) struct Means {
    pub(super) instruments: Option<Verdict>,
    pub(super) channel: Option<Verdict>,
    pub(super) claims: alloc::vec::Vec<Verdict>,
    pub(super) risks: Option<Assessment<RiskRegister>>,
}

/// Judges the means that the dossier names. Instruments that are only named as what may hold the
/// customer are judged all the same.
pub(super) fn assess(
    policy: &Policy,
    dossier: &Dossier,
    satisfaction: Option<&SatisfactionPicture>,
    loyalty: Option<&Loyalty>,
) -> Result<Means, ReviewError> {
    let risks = match dossier.risks.as_slice() {
        [] => None,
        risks => Some(purchase_risks(policy.loyalty(), risks, Known::Unknown)?),
    };
    let kinds = loyalty.and_then(|told| told.kinds.value());
    let mix = mix(dossier).map(|mix| fill_in(mix, satisfaction, kinds));
    Ok(Means {
        instruments: mix.map(|mix| judge_means(&mix)),
        channel: dossier.channel.as_ref().map(judge_channel),
        claims: dossier.claims.iter().map(judge_claim).collect(),
        risks,
    })
}

fn mix(dossier: &Dossier) -> Option<RetentionMeans> {
    let holding = |facts: &loyalty::LoyaltyFacts| {
        let instruments = *facts.lock_in.instruments.value()?;
        (!instruments.is_empty()).then(|| RetentionMeans::new(instruments))
    };
    dossier
        .instruments
        .or_else(|| dossier.loyalty.as_ref().and_then(holding))
}

/// Adds how the customer stands, where the mix is silent.
fn fill_in(
    mut mix: RetentionMeans,
    satisfaction: Option<&SatisfactionPicture>,
    kinds: Option<&LoyaltyKinds>,
) -> RetentionMeans {
    let measured = satisfaction.and_then(|told| told.satisfaction.as_ref()?.value());
    let state = measured.map_or(Known::Unknown, |told| Known::graded(told.state, told.grade));
    mix.satisfaction = mix.satisfaction.or(state);
    mix.adversity = mix
        .adversity
        .or(kinds.map_or(Known::Unknown, |told| told.adversity));
    mix
}

/// Lists the parts about the means.
pub(super) fn sections(review: &Review) -> impl Iterator<Item = Section<'_>> {
    let one = [
        (Topic::Instruments, &review.instruments),
        (Topic::Channel, &review.channel),
    ];
    let one = one
        .into_iter()
        .flat_map(|(topic, verdict)| verdict.iter().map(move |verdict| judged(topic, verdict)));
    let claims = review
        .claims
        .iter()
        .map(|verdict| judged(Topic::Claim, verdict));
    let risks = review.risks.iter();
    one.chain(claims)
        .chain(risks.map(|told| assessed(Topic::PurchaseRisks, told)))
}

impl Headline for RiskRegister {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.exposures.len(), KNOWN.in_locale(locale))?;
        comma(locale, f)?;
        let watched = self
            .watched
            .len()
            .saturating_add(self.watched_personally.len());
        write!(f, "{watched} {}", WATCHED.in_locale(locale))
    }
}

const KNOWN: Text = Text::new("risks known", "项已知风险", "項已知風險");
const WATCHED: Text = Text::new("to be watched", "项须关注", "項須關注");
