use crate::form::record;
use crate::loyalty::cards::switching::SWC_06;
use crate::verdict::{Assessment, Evidence, Fact, Presence, Recorder, Subject};
use crate::vocab::known::Known;
use crate::vocab::set::Set;
use crate::vocab::words::AssuranceAsset;

record! {
    /// The facts about our investment in the five assets, and about making them known (安全感投入事实).
    #[non_exhaustive]
    #[derive(Copy, Default, Hash)]
    #[serde(default)]
    pub struct AssuranceFacts {
        /// The assets that we invest in; known to be none is an empty list.
        pub invested: Known<Set<AssuranceAsset>> => with_invested,
        /// The assets that we make known; known to be none is an empty list.
        pub publicised: Known<Set<AssuranceAsset>> => with_publicised,
    }
}

impl AssuranceFacts {
    /// Makes facts with nothing known.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            invested: Known::Unknown,
            publicised: Known::Unknown,
        }
    }
}

record! {
    /// The assets that give the customer a sense of security with us (客户安全感评定).
    #[non_exhaustive]
    #[derive(Copy, Default, Hash)]
    pub struct Assurance {
        /// The assets that are both built up and made known.
        pub assured: Set<AssuranceAsset>,
        /// The assets that are known to lack the investment or the publicity.
        pub lacking: Set<AssuranceAsset>,
        /// The assets of which too little is known.
        pub unknown: Set<AssuranceAsset>,
    }
}

/// Assesses which of the five assets give the customer a sense of security ([`SWC_06`]).
///
/// These are the assets that are both built up and made known. An asset that is announced and not
/// built up gives no security. The value is `None` if nothing is known.
///
/// # Examples
///
/// ```
/// use keqing::loyalty::risk::{AssuranceFacts, assurance};
/// use keqing::vocab::known::Known;
/// use keqing::vocab::words::AssuranceAsset;
///
/// let mut facts = AssuranceFacts::new();
/// facts.invested = Known::measured(AssuranceAsset::Brand | AssuranceAsset::SalesRecord);
/// facts.publicised = Known::measured(AssuranceAsset::Brand.into());
/// let found = assurance(&facts).into_value().ok_or("nothing known")?;
/// assert_eq!(found.assured, AssuranceAsset::Brand);
/// assert!(found.lacking.contains(AssuranceAsset::SalesRecord));
/// # Ok::<(), &str>(())
/// ```
pub fn assurance(facts: &AssuranceFacts) -> Assessment<Assurance> {
    Assessment::of(|r| consult(facts, r))
}

fn consult<R: Recorder>(facts: &AssuranceFacts, r: &mut R) -> Option<Assurance> {
    let mut found = Assurance::default();
    for asset in Set::<AssuranceAsset>::all() {
        let told = |assets: Known<Set<AssuranceAsset>>| {
            assets.value().map(|assets| assets.contains(asset))
        };
        let assured = match (told(facts.invested), told(facts.publicised)) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            (None, _) | (_, None) => None,
        };
        let place = match assured {
            Some(true) => &mut found.assured,
            Some(false) => &mut found.lacking,
            None => &mut found.unknown,
        };
        place.insert(asset);
        match assured {
            Some(assured) => r.classify(&SWC_06, || {
                Evidence::found(Fact::Assurance, Presence::of(assured))
                    .of(Subject::named(asset.name()))
            }),
            None => r.miss_of(&SWC_06, Fact::Assurance, Subject::named(asset.name())),
        }
    }
    (facts.invested.is_known() || facts.publicised.is_known()).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::{Assurance, AssuranceFacts, assurance};
    use crate::vocab::known::Known;
    use crate::vocab::set::Set;
    use crate::vocab::words::AssuranceAsset;

    use AssuranceAsset::{Brand, Scale};

    #[test]
    fn an_asset_assures_where_it_is_built_up_and_made_known() {
        let all = Set::all();
        let known = |assets: Set<AssuranceAsset>| Known::measured(assets);
        let table = [
            (known(all), known(all), (5, 0, 0)),
            (known(Brand | Scale), known(Brand.into()), (1, 4, 0)),
            (known(Set::empty()), known(all), (0, 5, 0)),
            (known(Brand | Scale), Known::Unknown, (0, 3, 2)),
            (Known::Unknown, known(Brand.into()), (0, 4, 1)),
        ];
        for (invested, publicised, (assured, lacking, unknown)) in table {
            let found = assurance(&AssuranceFacts {
                invested,
                publicised,
            });
            assert_eq!(found.findings().breaches().count(), 0);
            assert_eq!(found.findings().gaps().count(), unknown);
            let sizes = |found: Assurance| {
                (
                    found.assured.len(),
                    found.lacking.len(),
                    found.unknown.len(),
                )
            };
            assert_eq!(
                found.into_value().map(sizes),
                Some((assured, lacking, unknown))
            );
        }
        let nothing = assurance(&AssuranceFacts::new());
        assert_eq!(
            (nothing.value(), nothing.findings().gaps().count()),
            (None, 5)
        );
    }
}
