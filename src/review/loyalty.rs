use alloc::borrow::Cow;
use alloc::boxed::Box;
use core::fmt;

use crate::dossier::Dossier;
use crate::lifecycle::record;
use crate::lifecycle::wallet::ShareOfWallet;
use crate::loyalty::bond::{ReasonToStay, Recognition};
use crate::loyalty::foundation::Foundations;
use crate::loyalty::kinds::LoyaltyKinds;
use crate::loyalty::lock_in::LockIn;
use crate::loyalty::means::{MeansFacts, MeansPicture};
use crate::loyalty::patronage::{Patronage, RepeatBasis};
use crate::loyalty::retention::Retention;
use crate::loyalty::risk::RiskRegister;
use crate::loyalty::{LoyaltyError, LoyaltyFacts, LoyaltyGiven, LoyaltyPicture, assess_boxed};
use crate::policy::Policy;
use crate::review::headline::{Headline, Things, comma, count, label, say};
use crate::review::section::{Section, assessed, judged, maybe};
use crate::review::topic::Topic;
use crate::satisfaction::SatisfactionPicture;
use crate::satisfaction::measurement::{LoyaltySupport, Satisfaction, loyalty_support};
use crate::verdict::Render;
use crate::vocab::answers::LoyaltyPattern;
use crate::vocab::known::{Known, Lasting};
use crate::vocab::share::Share;
use crate::vocab::words::{Bond, Locale, Text};

/// The step `loyalty.assess`.
pub(super) fn step(
    policy: &Policy,
    dossier: &Dossier,
    satisfaction: Option<&SatisfactionPicture>,
) -> Result<Option<Box<LoyaltyPicture>>, LoyaltyError> {
    let Some(facts) = &dossier.loyalty else {
        return Ok(None);
    };
    let mut given = LoyaltyGiven::new(dossier.as_of());
    let stage = &dossier.lifecycle.stage;
    given.share_of_wallet = share(record::share(policy.lifecycle(), stage));
    given.satisfaction = measured(satisfaction).copied();
    given.support = support(policy, dossier);
    let mut facts = with_means(policy, facts, &given);
    // One fact has one value: what the facts about the stage state of the recognition counts here too.
    if stage.recognition.is_stated() {
        let recognition = &mut facts.to_mut().recognition.customer;
        let path = "lifecycle.stage.recognition";
        recognition.join(&stage.recognition, path, dossier.as_of());
    }
    assess_boxed(policy.loyalty(), facts, &given).map(Some)
}

/// Instruments that are only named as possible lock-in are judged too.
fn with_means<'a>(
    policy: &Policy,
    facts: &'a LoyaltyFacts,
    given: &LoyaltyGiven,
) -> Cow<'a, LoyaltyFacts> {
    let lasting = Lasting::State(policy.loyalty().word_validity());
    let holding = facts.lock_in.on(given.as_of, lasting).instruments;
    if facts.means.is_some() || holding.value().is_none_or(|set| set.is_empty()) {
        return Cow::Borrowed(facts);
    }
    let mut facts = facts.clone();
    facts.means = Some(MeansFacts::default());
    Cow::Owned(facts)
}

fn measured(satisfaction: Option<&SatisfactionPicture>) -> Option<&Satisfaction> {
    satisfaction?.satisfaction.as_ref()?.value()
}

fn share(known: Known<ShareOfWallet>) -> Known<Share> {
    match known {
        Known::Given(known) => match known.value {
            ShareOfWallet::Of(share) => Known::graded(share, known.grade),
            _ => Known::Unknown,
        },
        Known::Unknown => Known::Unknown,
    }
}

/// Returns the loyalty that the measurements support (SAT-08).
fn support(policy: &Policy, dossier: &Dossier) -> Known<LoyaltySupport> {
    let facts = dossier.satisfaction.as_ref();
    let asked = facts.and_then(|facts| Some((facts.context.as_ref()?, &facts.measurements)));
    asked.map_or(Known::Unknown, |(context, measurements)| {
        let policy = policy.satisfaction();
        // The step of satisfaction has the error of measurements that contradict each other.
        loyalty_support(policy, measurements, context, dossier.as_of()).unwrap_or_default()
    })
}

/// Lists the parts about loyalty, the ties that keep the customer first.
pub(super) fn sections(picture: &LoyaltyPicture) -> impl Iterator<Item = Section<'_>> {
    let mut bond = assessed(Topic::Bond, &picture.bond);
    bond.remedies = picture.customer_remedies().collect();
    let parts = [
        bond,
        assessed(Topic::LoyaltyKinds, &picture.kinds),
        assessed(Topic::LoyaltyPattern, &picture.pattern),
        assessed(Topic::ReasonToStay, &picture.reason_to_stay),
        assessed(Topic::Recognition, &picture.recognition),
        assessed(Topic::LockIn, &picture.lock_in),
        assessed(Topic::Patronage, &picture.patronage),
        assessed(Topic::Foundations, &picture.foundations),
    ];
    let retention = picture.retention.as_deref();
    let retention = retention.map(|found| assessed(Topic::Retention, found));
    let means = picture.means.as_deref().into_iter().flat_map(means);
    parts.into_iter().chain(retention).chain(means)
}

fn means(picture: &MeansPicture) -> impl Iterator<Item = Section<'_>> {
    let one = [
        (Topic::Instruments, picture.instruments.as_ref()),
        (Topic::Channel, picture.channel.as_ref()),
    ];
    let one = one
        .into_iter()
        .filter_map(|(topic, verdict)| Some(judged(topic, verdict?)));
    let claims = picture.claims.iter();
    one.chain(claims.map(|verdict| judged(Topic::Claim, verdict)))
        .chain(maybe(Topic::PurchaseRisks, &picture.risks))
}

impl Headline for Bond {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        say(self.text(), locale, f)
    }
}

impl Headline for LoyaltyPattern {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        say(self.text(), locale, f)
    }
}

impl Headline for ReasonToStay {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        say(self.text(), locale, f)
    }
}

impl Headline for Recognition {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        say(self.text(), locale, f)
    }
}

impl Headline for LoyaltyKinds {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known = |text: Option<Text>| text.unwrap_or(UNKNOWN);
        let kinds = [
            (
                BEHAVIOURAL,
                known(self.behavioural.value().map(|repeat| repeat.text())),
            ),
            (
                CONSCIOUS,
                known(self.conscious.value().map(|stance| stance.text())),
            ),
            (
                EMOTIONAL,
                known(self.feeling().value().map(|stance| stance.text())),
            ),
        ];
        for (place, (kind, told)) in kinds.into_iter().enumerate() {
            if place > 0 {
                comma(locale, f)?;
            }
            label(kind, locale, f)?;
            say(told, locale, f)?;
        }
        Ok(())
    }
}

impl Headline for LockIn {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        say(self.level.text(), locale, f)?;
        for instrument in self.instruments {
            comma(locale, f)?;
            say(instrument.text(), locale, f)?;
        }
        if let Some(outcome) = self.switching {
            write!(f, " ({})", outcome.text().in_locale(locale))?;
        }
        Ok(())
    }
}

impl Headline for Patronage {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        say(self.drive.map_or(UNKNOWN, |drive| drive.text()), locale, f)?;
        self.repeat.map_or(Ok(()), |basis| {
            comma(locale, f)?;
            let told = match basis {
                RepeatBasis::Affect => OUT_OF_FEELING,
                RepeatBasis::MereConvenience => FOR_CONVENIENCE,
                RepeatBasis::Unfelt => WITHOUT_FEELING,
            };
            say(told, locale, f)
        })
    }
}

impl Headline for Foundations {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = [
            (self.holding, &HOLDING),
            (self.lacking, &LACKING),
            (self.unknown, &NOT_KNOWN),
        ];
        for (place, (foundations, word)) in counts.into_iter().enumerate() {
            if place > 0 {
                comma(locale, f)?;
            }
            count(foundations.len(), word, locale, f)?;
        }
        Ok(())
    }
}

impl Headline for Retention {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (part, whole) = (self.rate.part(), self.rate.whole());
        let cycle = self.cycle.display(locale);
        write!(f, "{part}/{whole} {} {cycle}", CYCLES.in_locale(locale))?;
        comma(locale, f)?;
        say(self.repeat.text(), locale, f)
    }
}

impl Headline for RiskRegister {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        count(self.exposures.len(), &KNOWN, locale, f)?;
        comma(locale, f)?;
        let watched = self
            .watched
            .len()
            .saturating_add(self.watched_personally.len());
        count(watched, &WATCHED, locale, f)
    }
}

const FOR_CONVENIENCE: Text = Text::new(
    "it buys again for mere convenience",
    "只图便利而重复购买",
    "只圖便利而重複購買",
);
const WITHOUT_FEELING: Text = Text::new(
    "it buys again without feeling",
    "重复购买而无情感",
    "重複購買而無情感",
);
const BEHAVIOURAL: Text = Text::new("behaviour:", "行为：", "行為：");
const CONSCIOUS: Text = Text::new("intention:", "意向：", "意向：");
const CYCLES: Text = Text::new(
    "of its own cycles of",
    "个自身周期，周期为",
    "個自身週期，週期為",
);
const EMOTIONAL: Text = Text::new("feeling:", "情感：", "情感：");
const HOLDING: Things = Things::new("holds", "hold", "项具备", "項具備");
const KNOWN: Things = Things::new("risk known", "risks known", "项已知风险", "項已知風險");
const LACKING: Things = Things::new("lacks", "lack", "项欠缺", "項欠缺");
const NOT_KNOWN: Things = Things::new("unknown", "unknown", "项未知", "項未知");
const OUT_OF_FEELING: Text = Text::new(
    "it buys again out of feeling",
    "因情感而重复购买",
    "因情感而重複購買",
);
const UNKNOWN: Text = Text::new("unknown", "未知", "未知");
const WATCHED: Things = Things::new("to be watched", "to be watched", "项须关注", "項須關注");
