//! The gains that offers and instruments bring, each with its place in the dossier (得益汇总).

use alloc::format;
use alloc::vec::Vec;

use crate::dossier::Dossier;
use crate::loyalty::LoyaltyFacts;
use crate::loyalty::means::{InstrumentGain, RetentionMeans};
use crate::party::integrity::StatedGain;
use crate::policy::Policy;
use crate::verdict::Subject;
use crate::vocab::known::Lasting;

/// Lists the gains of the offer, and then those of the instruments.
pub(super) fn stated(policy: &Policy, dossier: &Dossier) -> Vec<StatedGain> {
    let mut gains = offered(policy, dossier);
    if let Some(loyalty) = &dossier.loyalty {
        gains.extend(drawn(policy, dossier, loyalty));
    }
    gains
}

fn offered(policy: &Policy, dossier: &Dossier) -> Vec<StatedGain> {
    let lasting = Lasting::State(policy.satisfaction().word_days());
    let offer = dossier.satisfaction.iter().flat_map(|facts| &facts.offer);
    let gains = offer.enumerate().filter_map(|(place, attribute)| {
        let (id, gain) = attribute.gain()?;
        let path = format!("satisfaction.offer[{place}].personalised.gain");
        let gain = gain.as_of(dossier.as_of(), lasting);
        Some(StatedGain::new(path, Subject::Item { id }, gain))
    });
    gains.collect()
}

/// Returns the gains of the instruments that are named as means, and that of a rebate that holds the customer.
fn drawn(policy: &Policy, dossier: &Dossier, loyalty: &LoyaltyFacts) -> Vec<StatedGain> {
    let lasting = Lasting::State(policy.loyalty().word_validity());
    let stated = |path: &str, of: InstrumentGain| {
        let instrument = of.instrument;
        let gain = of.gain.as_of(dossier.as_of(), lasting);
        StatedGain::new(path, Subject::Instrument { instrument }, gain)
    };
    let means = loyalty.means.as_ref();
    let means = means.and_then(|means| means.instruments.as_ref());
    let named = means.and_then(RetentionMeans::rebate_gain);
    let named = named.map(|gain| stated("loyalty.means.instruments.rebate", gain));
    let bound = || {
        let holding = loyalty.lock_in.on(dossier.as_of(), lasting).instruments;
        let holding = holding.value().copied().map(RetentionMeans::new);
        let gain = holding.and_then(|means| means.rebate_gain())?;
        Some(stated("loyalty.lock-in.instruments", gain))
    };
    let rebate = named.or_else(bound);
    let gains = means.into_iter().flat_map(|means| &means.gains);
    let gains = gains.enumerate().map(|(place, gain)| {
        let path = format!("loyalty.means.instruments.gains[{place}].gain");
        stated(&path, *gain)
    });
    gains.chain(rebate).collect()
}
