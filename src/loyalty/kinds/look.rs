use crate::loyalty::kinds::latest::Evidenced;
use crate::loyalty::kinds::loyalty_kinds::LoyaltyKinds;
use crate::loyalty::kinds::manifestation::Manifestation;
use crate::loyalty::words::Stance;
use crate::vocab::known::Known;
use crate::vocab::set::Set;
use crate::vocab::share::Share;

/// Adds the ways in which the relationship shows. A way is shown if something speaks for it, hidden
/// if something is known and nothing speaks for it, and open if nothing is known.
#[inline(always)]
pub(crate) fn look(kinds: LoyaltyKinds, all: &Evidenced) -> LoyaltyKinds {
    let favourable =
        |stance: &Known<Stance>| stance.value().is_some_and(|said| said.is_favourable());
    let attitude = kinds.attitude;
    let words = [attitude.trust, attitude.upholding, attitude.repurchase];
    let purchases = [all.retention.known(), all.share.known()];
    let buys = |share: &Known<_>| share.value().is_some_and(|share: &Share| !share.is_none());
    let ways = [
        (
            Manifestation::Attitudinal,
            favourable(&kinds.emotional) || kinds.referrals > 0,
            kinds.emotional.is_known(),
        ),
        (
            Manifestation::Behavioural,
            purchases.iter().any(buys) || all.after_failure.known().is_known(),
            purchases.iter().any(Known::is_known),
        ),
        (
            Manifestation::Psychological,
            words.iter().any(favourable),
            words.iter().any(Known::is_known),
        ),
    ];
    let (mut shown, mut hidden) = (Set::empty(), Set::empty());
    for (way, shows, is_known) in ways {
        if shows {
            shown.insert(way);
        } else if is_known {
            hidden.insert(way);
        }
    }
    LoyaltyKinds {
        shown,
        hidden,
        ..kinds
    }
}
