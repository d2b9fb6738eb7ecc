use crate::form::record;
use crate::loyalty::cards::switching::SWC_05;
use crate::verdict::{Assessment, Evidence, Fact, Found, Presence, Recorder, Subject};
use crate::vocab::answers::ReplacementLevel;
use crate::vocab::known::Known;
use crate::vocab::set::Set;
use crate::vocab::words::ReplacementFactor;

record! {
    /// The facts about the three factors (更换风险事实).
    #[non_exhaustive]
    #[derive(Copy, Default, Hash)]
    #[serde(default)]
    pub struct ReplacementFactors {
        /// The presence of a brand of ours that is strong in the customer's eyes.
        pub brand: Known<Presence> => with_brand,
        /// The presence of good cooperation between both sides.
        pub cooperation: Known<Presence> => with_cooperation,
        /// The presence of an open channel between the top levels of both sides.
        pub executive_channel: Known<Presence> => with_executive_channel,
    }
}

impl ReplacementFactors {
    /// Makes facts with nothing known.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            brand: Known::Unknown,
            cooperation: Known::Unknown,
            executive_channel: Known::Unknown,
        }
    }

    const fn of(&self, factor: ReplacementFactor) -> Known<Presence> {
        match factor {
            ReplacementFactor::Brand => self.brand,
            ReplacementFactor::Cooperation => self.cooperation,
            ReplacementFactor::ExecutiveChannel => self.executive_channel,
        }
    }
}

record! {
    /// The risk that the customer sees in replacing us (更换供应商的感知风险).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct ReplacementRisk {
        /// The factors that are present.
        pub present: Set<ReplacementFactor>,
        /// The factors of which nothing is known.
        pub unknown: Set<ReplacementFactor>,
        /// The level; `None` if it depends on an unknown factor.
        pub level: Option<ReplacementLevel>,
    }
}

/// Assesses the risk that the customer sees in replacing us ([`SWC_05`]).
///
/// It is high only if all three factors come together. One that is lacking settles it, whatever is
/// unknown. The findings name each factor that is present or lacking, and the level. The value is
/// `None` if nothing is known.
///
/// # Examples
///
/// ```
/// use keqing::loyalty::risk::{ReplacementFactors, replacement_risk};
/// use keqing::verdict::Presence;
/// use keqing::vocab::known::Known;
/// use keqing::vocab::answers::ReplacementLevel;
///
/// let mut factors = ReplacementFactors::new();
/// factors.brand = Known::customer_stated(Presence::Present);
/// factors.cooperation = Known::customer_stated(Presence::Present);
/// let risk = replacement_risk(&factors).into_value().ok_or("nothing known")?;
/// assert_eq!(risk.level, None);
///
/// factors.executive_channel = Known::measured(Presence::Present);
/// let risk = replacement_risk(&factors).into_value().ok_or("nothing known")?;
/// assert_eq!(risk.level, Some(ReplacementLevel::High));
/// # Ok::<(), &str>(())
/// ```
pub fn replacement_risk(factors: &ReplacementFactors) -> Assessment<ReplacementRisk> {
    Assessment::of(|r| consult(factors, r))
}

fn consult<R: Recorder>(factors: &ReplacementFactors, r: &mut R) -> Option<ReplacementRisk> {
    let mut risk = ReplacementRisk {
        present: Set::empty(),
        unknown: Set::empty(),
        level: None,
    };
    for factor in Set::<ReplacementFactor>::all() {
        match factors.of(factor).value() {
            None => {
                risk.unknown.insert(factor);
                r.miss_of(
                    &SWC_05,
                    Fact::ReplacementRisk,
                    Subject::named(factor.name()),
                );
            }
            Some(presence) => {
                let present = *presence == Presence::Present;
                if present {
                    risk.present.insert(factor);
                }
                r.classify(&SWC_05, || {
                    Evidence::found(Fact::ReplacementRisk, *presence)
                        .of(Subject::named(factor.name()))
                });
            }
        }
    }
    risk.level = if risk.present == Set::all() {
        Some(ReplacementLevel::High)
    } else if (risk.present | risk.unknown) == Set::all() {
        None
    } else {
        Some(ReplacementLevel::Ordinary)
    };
    if let Some(level) = risk.level {
        r.classify(&SWC_05, || {
            Evidence::found(Fact::ReplacementLevel, Found::word(level))
        });
    }
    (risk.unknown != Set::all()).then_some(risk)
}

#[cfg(test)]
mod tests {
    use super::{ReplacementFactors, ReplacementLevel, replacement_risk};
    use crate::verdict::Outcome;
    use crate::verdict::Presence::{Absent, Present};
    use crate::vocab::known::Known;

    #[test]
    fn only_all_three_make_it_high_and_the_unknown_stays_unknown() {
        use ReplacementLevel::{High, Ordinary};
        let yes = Known::measured(Present);
        let no = Known::measured(Absent);
        let table = [
            ([yes, yes, yes], Some(Some(High)), 0),
            ([yes, yes, no], Some(Some(Ordinary)), 0),
            ([no, no, no], Some(Some(Ordinary)), 0),
            ([yes, yes, Known::Unknown], Some(None), 1),
            ([yes, no, Known::Unknown], Some(Some(Ordinary)), 1),
            ([Known::Unknown; 3], None, 3),
        ];
        for ([brand, cooperation, executive_channel], expected, gaps) in table {
            let found = replacement_risk(&ReplacementFactors {
                brand,
                cooperation,
                executive_channel,
            });
            assert_eq!(found.findings().gaps().count(), gaps);
            assert_eq!(found.findings().breaches().count(), 0);
            let named = found.findings().iter();
            let named = named.filter(|finding| finding.outcome == Outcome::Classified);
            let known = 3_usize.saturating_sub(gaps);
            let level = usize::from(expected.flatten().is_some());
            assert_eq!(named.count(), known.saturating_add(level));
            assert_eq!(found.into_value().map(|risk| risk.level), expected);
        }
    }
}
