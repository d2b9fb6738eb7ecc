use serde::{Deserialize, Serialize};

use crate::loyalty::cards::switching::SWC_05;
use crate::verdict::{Assessment, Evidence, Fact, Presence, Recorder, Subject};
use crate::vocab::known::Known;
use crate::vocab::set::Set;
use crate::vocab::set::members;
use crate::vocab::words::Text;

/// What makes replacing us look risky to the customer (更换风险因素), as SWC-05 lists it.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(
    clippy::exhaustive_enums,
    reason = "SWC-05 knows exactly three factors"
)]
#[serde(rename_all = "kebab-case")]
pub enum ReplacementFactor {
    /// Our brand is strong.
    Brand,
    /// Both sides work together well.
    Cooperation,
    /// The top levels of both sides speak with each other.
    ExecutiveChannel,
}

members!(ReplacementFactor: Brand, Cooperation, ExecutiveChannel);

impl ReplacementFactor {
    /// Returns the wire name, in kebab case.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Brand => "brand",
            Self::Cooperation => "cooperation",
            Self::ExecutiveChannel => "executive-channel",
        }
    }

    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Brand => Text::new("strong brand", "品牌强", "品牌強"),
            Self::Cooperation => Text::new("good cooperation", "合作良好", "合作良好"),
            Self::ExecutiveChannel => {
                Text::new("open channel at the top", "高层渠道畅通", "高層渠道暢通")
            }
        }
    }
}

/// What is known of the three factors (更换风险事实).
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct ReplacementFactors {
    /// Whether our brand is strong in the customer's eyes.
    pub brand: Known<Presence>,
    /// Whether both sides work together well.
    pub cooperation: Known<Presence>,
    /// Whether the top levels of both sides speak with each other.
    pub executive_channel: Known<Presence>,
}

impl ReplacementFactors {
    /// Begins with nothing known.
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

/// How risky it looks to the customer to replace us (更换供应商的感知风险).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct ReplacementRisk {
    /// The factors that are there.
    pub present: Set<ReplacementFactor>,
    /// The factors of which nothing is known.
    pub unknown: Set<ReplacementFactor>,
    /// The level; `None` where it hangs on an unknown factor.
    pub level: Option<ReplacementLevel>,
}

/// Whether replacing us looks risky (更换风险水平), lower first.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(
    clippy::exhaustive_enums,
    reason = "SWC-05 says when the risk is high and knows no other step"
)]
#[serde(rename_all = "kebab-case")]
pub enum ReplacementLevel {
    /// A factor is lacking: nothing makes it look especially risky.
    Ordinary,
    /// All three factors come together.
    High,
}

impl ReplacementLevel {
    /// Both, lower first.
    pub const ALL: [Self; 2] = [Self::Ordinary, Self::High];

    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Ordinary => Text::new("ordinary", "一般", "一般"),
            Self::High => Text::new("high", "高", "高"),
        }
    }
}

/// Tells how risky it looks to the customer to replace us: high only where all three factors come
/// together ([`SWC_05`]).
///
/// One that is lacking settles it, whatever is unknown. The value is `None` where nothing is known.
///
/// # Examples
///
/// ```
/// use keqing::loyalty::risk::{ReplacementFactors, ReplacementLevel, replacement_risk};
/// use keqing::verdict::Presence;
/// use keqing::vocab::known::Known;
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
                r.require(&SWC_05, present, || {
                    Evidence::present(Fact::ReplacementRisk, present)
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
    (risk.unknown != Set::all()).then_some(risk)
}

#[cfg(test)]
mod tests {
    use super::{ReplacementFactors, ReplacementLevel, replacement_risk};
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
            let breached = found.findings().breaches().count();
            let given = [brand, cooperation, executive_channel];
            let lacking = given.iter().filter(|factor| **factor == no);
            assert_eq!(breached, lacking.count());
            assert_eq!(found.into_value().map(|risk| risk.level), expected);
        }
    }
}
