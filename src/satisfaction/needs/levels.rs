use crate::form::record;
use crate::satisfaction::cards::satisfaction::SAT_07;
use crate::satisfaction::policy::SatisfactionPolicy;
use crate::verdict::{Assessment, Evidence, Fact, Found, Recorder, Subject};
use crate::vocab::known::Known;
use crate::vocab::set::Set;
use crate::vocab::words::{NeedLevel, Rating};

record! {
    /// The marks that a customer gives to the four levels of its needs (需求层次评分), if known.
    #[derive(Copy, Default, Hash)]
    pub closed struct LevelRatings {
        /// The mark of the product and the basic service.
        pub basic_product: Known<Rating> => with_basic_product,
        /// The mark of the way in which the service is given.
        pub service_provision: Known<Rating> => with_service_provision,
        /// The mark of the meeting of employees and customer.
        pub employee_interaction: Known<Rating> => with_employee_interaction,
        /// The mark of the feelings that the customer keeps.
        pub good_feelings: Known<Rating> => with_good_feelings,
    }
}

impl LevelRatings {
    /// Returns the mark of a level.
    #[must_use]
    pub const fn of(&self, level: NeedLevel) -> Known<Rating> {
        match level {
            NeedLevel::BasicProduct => self.basic_product,
            NeedLevel::ServiceProvision => self.service_provision,
            NeedLevel::EmployeeInteraction => self.employee_interaction,
            NeedLevel::GoodFeelings => self.good_feelings,
        }
    }
}

record! {
    /// The levels of a customer's needs that are unmet or unknown (需求层次状况).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct NeedLevels {
        /// The lowest level that is known to be unmet, where a repair begins.
        pub lowest_unmet: Option<NeedLevel>,
        /// The levels that are known to be unmet.
        pub unmet: Set<NeedLevel>,
        /// The levels about which the customer has said nothing; a guess of ours does not count.
        pub unknown: Set<NeedLevel>,
    }
}

/// Assesses which levels of a customer's needs are met, and the lowest that is not ([`SAT_07`]).
///
/// A level is met from the mark that the policy names. The value is `None` if the customer has said
/// nothing about any level.
///
/// # Examples
///
/// ```
/// use keqing::satisfaction::SatisfactionPolicy;
/// use keqing::satisfaction::needs::{LevelRatings, need_levels};
/// use keqing::vocab::known::Known;
/// use keqing::vocab::words::{NeedLevel, Rating};
///
/// let mark = |value| Rating::new(value).map(Known::customer_stated);
/// let ratings = LevelRatings {
///     basic_product: mark(5)?,
///     service_provision: mark(2)?,
///     employee_interaction: mark(4)?,
///     good_feelings: mark(2)?,
/// };
/// let found = need_levels(&SatisfactionPolicy::standard(), &ratings);
/// let found = found.into_value().ok_or("nothing said")?;
/// assert_eq!(found.lowest_unmet, Some(NeedLevel::ServiceProvision));
/// assert_eq!(found.unmet, NeedLevel::ServiceProvision | NeedLevel::GoodFeelings);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn need_levels(policy: &SatisfactionPolicy, ratings: &LevelRatings) -> Assessment<NeedLevels> {
    policy
        .severities()
        .weighed(Assessment::of(|r| consult(policy, ratings, r)))
}

fn consult<R: Recorder>(
    policy: &SatisfactionPolicy,
    ratings: &LevelRatings,
    r: &mut R,
) -> Option<NeedLevels> {
    let required = policy.level_met_from();
    let (mut unmet, mut unknown) = (Set::empty(), Set::empty());
    for level in Set::<NeedLevel>::all() {
        let subject = Subject::named(level.name());
        let Some(mark) = r.require_grade(&SAT_07, (Fact::NeedLevel, subject), ratings.of(level))
        else {
            unknown.insert(level);
            continue;
        };
        if mark < required {
            unmet.insert(level);
        }
        r.classify(&SAT_07, || {
            Evidence::found(Fact::NeedLevel, u32::from(mark.value())).of(subject)
        });
    }
    let lowest_unmet = unmet.iter().next();
    if let Some(lowest) = lowest_unmet {
        r.classify(&SAT_07, || {
            Evidence::found(Fact::LowestUnmetNeed, Found::word(lowest))
        });
    }
    let is_known = unknown != Set::all();
    is_known.then_some(NeedLevels {
        lowest_unmet,
        unmet,
        unknown,
    })
}

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};
    use alloc::vec::Vec;

    use super::{LevelRatings, need_levels};
    use crate::satisfaction::policy::SatisfactionPolicy;
    use crate::verdict::Render;
    use crate::vocab::known::Known;
    use crate::vocab::set::Set;
    use crate::vocab::words::{Locale, NeedLevel, Rating, RatingError};

    #[test]
    fn a_level_is_met_from_three() -> Result<(), RatingError> {
        for (mark, is_unmet) in [(2, true), (3, false), (4, false)] {
            let ratings = LevelRatings {
                good_feelings: Known::measured(Rating::new(mark)?),
                ..LevelRatings::default()
            };
            let found = need_levels(&SatisfactionPolicy::standard(), &ratings);
            let texts = found.findings().iter();
            let texts = texts.map(|finding| finding.display(Locale::En).to_string());
            let classified: Vec<_> = texts
                .filter_map(|text| text.strip_prefix("SAT-07 classified: ").map(String::from))
                .collect();
            let marked = alloc::format!("needs of this level (good feelings) {mark}");
            let lowest = "lowest unmet level of needs good feelings";
            let told: Vec<_> = [Some(marked.as_str()), is_unmet.then_some(lowest)]
                .into_iter()
                .flatten()
                .collect();
            assert_eq!(classified, told);
            assert_eq!(found.findings().gaps().count(), 3);
            let lowest = found.into_value().and_then(|found| found.lowest_unmet);
            assert_eq!(lowest, is_unmet.then_some(NeedLevel::GoodFeelings));
        }
        Ok(())
    }

    #[test]
    fn a_guess_is_no_mark_of_the_customer() {
        let ratings = LevelRatings {
            basic_product: Known::estimated(Rating::LOWEST),
            ..LevelRatings::default()
        };
        let found = need_levels(&SatisfactionPolicy::standard(), &ratings);
        assert_eq!((found.value(), found.findings().gaps().count()), (None, 4));
    }

    #[test]
    fn the_name_is_the_word_of_the_wire() {
        for level in Set::<NeedLevel>::all() {
            let word = serde_json::to_value(level).unwrap_or_default();
            assert_eq!(word.as_str().unwrap_or_default(), level.name().to_string());
        }
    }
}
