use crate::loyalty::kinds::latest::Evidenced;
use crate::loyalty::kinds::loyalty_kinds::LoyaltyKinds;
use crate::vocab::known::{Grade, Known};
use crate::vocab::set::Set;
use crate::vocab::share::Share;
use crate::vocab::words::{Manifestation, Stance};

/// Adds the ways in which the relationship shows. A way is shown if something speaks for it, hidden
/// if something is known and nothing speaks for it, and open if nothing is known.
///
/// A guess of ours that the customer buys shows nothing. People of the customer who differ leave open
/// what some of them say.
#[inline(always)]
pub(crate) fn look(kinds: LoyaltyKinds, all: &Evidenced) -> LoyaltyKinds {
    let favourable = |stance: &Known<Stance>| stance.value() == Some(&Stance::Favourable);
    let mixed = |stance: &Known<Stance>| stance.value() == Some(&Stance::Mixed);
    let attitude = kinds.attitude;
    let words = [attitude.trust, attitude.upholding, attitude.repurchase];
    let feeling = [kinds.emotional];
    let purchases = [all.retention, all.share];
    let buys = |share: &Known<Share>| share.value().is_some_and(|share| !share.is_none());
    let counted = |share: &Known<Share>| buys(share) && share.grade() >= Some(Grade::OWN_WORD);
    let against =
        |said: &[Known<Stance>]| said.iter().any(Known::is_known) && !said.iter().any(mixed);
    let ways = [
        (
            Manifestation::Attitudinal,
            favourable(&kinds.emotional) || kinds.referrals > 0,
            against(&feeling),
        ),
        (
            Manifestation::Behavioural,
            purchases.iter().any(counted) || all.returned.is_some(),
            purchases.iter().any(Known::is_known) && !purchases.iter().any(buys),
        ),
        (
            Manifestation::Psychological,
            words.iter().any(favourable),
            against(&words),
        ),
    ];
    let (mut shown, mut hidden) = (Set::empty(), Set::empty());
    for (way, shows, lacks) in ways {
        if shows {
            shown.insert(way);
        } else if lacks {
            hidden.insert(way);
        }
    }
    LoyaltyKinds {
        shown,
        hidden,
        ..kinds
    }
}
