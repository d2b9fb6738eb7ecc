use alloc::boxed::Box;
use core::fmt;

use crate::dossier::Dossier;
use crate::policy::Policy;
use crate::review::headline::{Headline, Things, comma, count, label, say};
use crate::review::section::{Section, assessed, maybe};
use crate::review::topic::Topic;
use crate::satisfaction::decision::DecisionReport;
use crate::satisfaction::expectation::{Expectation, FeatureStanding, Ratchet};
use crate::satisfaction::measurement::{DriverRanking, LoyaltySupport, Satisfaction};
use crate::satisfaction::needs::{NeedLevels, PsychologicalNeeds};
use crate::satisfaction::offer::OfferAdvantage;
use crate::satisfaction::value::{CriteriaFit, PropositionFit, ValueDefinition, ValueRanking};
use crate::satisfaction::{
    SatisfactionError, SatisfactionGiven, SatisfactionPicture, assess_boxed,
};
use crate::verdict::brief;
use crate::vocab::name::ItemId;
use crate::vocab::words::{Locale, Text};

/// The step `satisfaction.assess`.
pub(super) fn step(
    policy: &Policy,
    dossier: &Dossier,
) -> Result<Option<Box<SatisfactionPicture>>, SatisfactionError> {
    let Some(facts) = &dossier.satisfaction else {
        return Ok(None);
    };
    let given = SatisfactionGiven::new(dossier.as_of());
    assess_boxed(policy.satisfaction(), facts, &given).map(Some)
}

/// Lists the parts about satisfaction and value for which the dossier has facts.
pub(super) fn sections(told: &SatisfactionPicture) -> impl Iterator<Item = Section<'_>> {
    let needs = [
        maybe(Topic::Satisfaction, &told.satisfaction),
        maybe(Topic::SatisfactionDrivers, &told.drivers),
        maybe(Topic::NeedLevels, &told.levels),
        maybe(Topic::PsychologicalNeeds, &told.people),
        maybe(Topic::Expectation, &told.expectation),
        maybe(Topic::Ratchet, &told.ratchet),
    ];
    let features = told
        .features
        .iter()
        .map(|standing| Some(assessed(Topic::Feature, standing)));
    let value = [
        maybe(Topic::Offer, &told.offer),
        maybe(Topic::CustomerView, &told.decisions),
        maybe(Topic::ValueDrivers, &told.value_drivers),
        maybe(Topic::ValueRanking, &told.values),
        maybe(Topic::CriteriaFit, &told.criteria),
        maybe(Topic::Proposition, &told.proposition),
    ];
    needs.into_iter().chain(features).chain(value).flatten()
}

impl Headline for Satisfaction {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        say(self.state.text(), locale, f)?;
        let gap = brief(self.gap);
        let [before, after] = GAP.map(|text| text.in_locale(locale));
        write!(f, " ({before}{gap:+}{after})")?;
        if self.voices > 1 {
            let [before, after] = VOICES.map(|text| text.in_locale(locale));
            write!(f, "{before}{}{after}", self.voices)?;
        }
        comma(locale, f)?;
        let support = self.support.map(LoyaltySupport::text);
        say(support.unwrap_or(SUPPORT_EXPIRED), locale, f)
    }
}

impl Headline for DriverRanking {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        listed(FIRST, &self.dominant, locale, f)
    }
}

impl Headline for NeedLevels {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.lowest_unmet {
            Some(level) => {
                label(LOWEST_UNMET, locale, f)?;
                say(level.text(), locale, f)
            }
            None => say(NONE_UNMET, locale, f),
        }
    }
}

impl Headline for PsychologicalNeeds {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lacking = self.people.iter().filter(|person| !person.unmet.is_empty());
        count(lacking.count(), &PEOPLE_LACK, locale, f)
    }
}

impl Headline for Expectation {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} ({})",
            brief(self.expected.value()),
            self.source.text().in_locale(locale)
        )
    }
}

impl Headline for Ratchet {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        label(EXPECTED_NEXT, locale, f)?;
        write!(f, "{}", brief(self.expected.value()))
    }
}

impl Headline for FeatureStanding {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: {}",
            self.feature,
            self.tier.text().in_locale(locale)
        )
    }
}

impl Headline for OfferAdvantage {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        say(self.kind.text(), locale, f)
    }
}

impl Headline for DecisionReport {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (with, without) = (self.complete.len(), self.incomplete.len());
        write!(f, "{with} {}", WITH_VIEW.in_locale(locale))?;
        comma(locale, f)?;
        write!(f, "{without} {}", WITHOUT_VIEW.in_locale(locale))
    }
}

impl Headline for ValueDefinition {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (learnt, assumed) = (self.learnt.len(), self.assumed.len());
        write!(f, "{learnt} {}", LEARNT.in_locale(locale))?;
        comma(locale, f)?;
        write!(f, "{assumed} {}", ASSUMED.in_locale(locale))
    }
}

impl Headline for ValueRanking {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        listed(BEST, &self.best, locale, f)
    }
}

impl Headline for CriteriaFit {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        count(self.fits.len(), &CRITERIA, locale, f)?;
        comma(locale, f)?;
        match self.total {
            Some(total) => write!(f, "{} {total}", TOTAL.in_locale(locale)),
            None => say(NO_TOTAL, locale, f),
        }
    }
}

impl Headline for PropositionFit {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        label(COVERED, locale, f)?;
        write!(f, "{}", self.coverage)?;
        comma(locale, f)?;
        write!(f, "{} {}", self.gaps.len(), GAPS.in_locale(locale))
    }
}

fn listed(word: Text, items: &[ItemId], locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    label(word, locale, f)?;
    for (place, item) in items.iter().enumerate() {
        if place > 0 {
            comma(locale, f)?;
        }
        write!(f, "{item}")?;
    }
    Ok(())
}

const ASSUMED: Text = Text::new("assumed", "项为假定", "項為假定");
const BEST: Text = Text::new("worth most:", "价值最高：", "價值最高：");
const COVERED: Text = Text::new("requirements covered:", "需求覆盖率：", "需求覆蓋率：");
const CRITERIA: Things = Things::new("criterion", "criteria", "项标准", "項標準");
const EXPECTED_NEXT: Text = Text::new("expected next:", "下次期望：", "下次期望：");
const FIRST: Text = Text::new("depends most on:", "最取决于：", "最取決於：");
const GAP: [Text; 2] = [
    Text::new("", "与期望之差 ", "與期望之差 "),
    Text::new(" against what was expected", "", ""),
];
const GAPS: Text = Text::new("not covered", "项未覆盖", "項未覆蓋");
const LEARNT: Text = Text::new("learnt from the customer", "项由客户告知", "項由客戶告知");
const LOWEST_UNMET: Text = Text::new("lowest unmet:", "最低未满足层次：", "最低未滿足層次：");
const NONE_UNMET: Text = Text::new(
    "no level is known to be unmet",
    "未见未满足的层次",
    "未見未滿足的層次",
);
const NO_TOTAL: Text = Text::new(
    "no total without the customer's weights",
    "无客户权重，不作合计",
    "無客戶權重，不作合計",
);
const PEOPLE_LACK: Things = Things::new(
    "person lacks something",
    "people lack something",
    "人有需求未满足",
    "人有需求未滿足",
);
const SUPPORT_EXPIRED: Text = Text::new(
    "support of loyalty unknown",
    "能否支撑忠诚未知",
    "能否支撐忠誠未知",
);
const TOTAL: Text = Text::new(
    "by the customer's weights",
    "按客户权重合计",
    "按客戶權重合計",
);
const VOICES: [Text; 2] = [
    Text::new(", the least satisfied of ", "，", "，"),
    Text::new(" people", " 人中最不满意者", " 人中最不滿意者"),
];
const WITHOUT_VIEW: Text = Text::new("without it", "项缺少", "項缺少");
const WITH_VIEW: Text = Text::new("with the customer's view", "项含客户视角", "項含客戶視角");
