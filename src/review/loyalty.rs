use core::fmt;

use chrono::NaiveDate;

use crate::dossier::Dossier;
use crate::lifecycle::StageFacts;
use crate::lifecycle::wallet::ShareOfWallet;
use crate::loyalty::bond::{Bond, LoyaltyPattern, ReasonToStay, Recognition};
use crate::loyalty::foundation::Foundations;
use crate::loyalty::kinds::{LoyaltyEvidence, LoyaltyKinds, LoyaltySign};
use crate::loyalty::lock_in::LockIn;
use crate::loyalty::patronage::Patronage;
use crate::loyalty::retention::Retention;
use crate::loyalty::{self, Loyalty, LoyaltyFacts};
use crate::policy::Policy;
use crate::review::answers::ReviewError;
use crate::review::headline::{Headline, comma, say};
use crate::review::section::{Section, assessed};
use crate::review::topic::Topic;
use crate::satisfaction::SatisfactionPicture;
use crate::satisfaction::measurement::{LoyaltySupport, loyalty_support};
use crate::verdict::Assessment;
use crate::vocab::known::{Grade, Known};
use crate::vocab::words::{Locale, Text};

/// What is told of how far the customer kept buying, and of its loyalty.
#[derive(Debug)]
pub(super) struct AssessedLoyalty {
    pub(super) retention: Option<Assessment<Retention>>,
    pub(super) loyalty: Option<Loyalty>,
}

/// Tells retention from the days of purchase, and loyalty from what the dossier says of it and what
/// other parts found out where it is silent.
pub(super) fn assess(
    policy: &Policy,
    dossier: &Dossier,
    satisfaction: Option<&SatisfactionPicture>,
) -> Result<AssessedLoyalty, ReviewError> {
    let as_of = dossier.facts.as_of;
    let retention = match dossier.purchases.as_slice() {
        [] => None,
        purchases => Some(loyalty::retention::retention(
            policy.loyalty(),
            purchases,
            as_of,
        )?),
    };
    if dossier.loyalty.is_none() && retention.is_none() {
        let loyalty = None;
        return Ok(AssessedLoyalty { retention, loyalty });
    }
    let mut facts = dossier.loyalty.clone().unwrap_or_default();
    let rate = retention.as_ref().and_then(Assessment::value);
    fill_in(&mut facts, &dossier.facts, rate, as_of);
    facts.support = facts.support.or(support(policy, dossier));
    add_satisfaction(&mut facts, satisfaction);
    let loyalty = Some(loyalty::assess(policy.loyalty(), &facts, as_of)?);
    Ok(AssessedLoyalty { retention, loyalty })
}

/// Adds behaviour that was counted elsewhere, and the customer's view that was told elsewhere.
fn fill_in(
    facts: &mut LoyaltyFacts,
    stage: &StageFacts,
    retention: Option<&Retention>,
    on: NaiveDate,
) {
    let says = |kept: fn(&LoyaltySign) -> bool| facts.evidence.iter().any(|one| kept(&one.sign));
    let has_rate = says(|sign| matches!(sign, LoyaltySign::Retention(_)));
    let has_share = says(|sign| matches!(sign, LoyaltySign::ShareOfWallet(_)));
    if let (Some(retention), false) = (retention, has_rate) {
        facts.evidence.push(LoyaltyEvidence {
            on,
            grade: Grade::Measured,
            sign: LoyaltySign::Retention(retention.rate),
        });
    }
    if let (Known::Given(known), false) = (stage.share, has_share) {
        if let ShareOfWallet::Of(share) = known.value {
            facts.evidence.push(LoyaltyEvidence {
                on,
                grade: known.grade,
                sign: LoyaltySign::ShareOfWallet(share),
            });
        }
    }
    facts.recognition.customer = facts.recognition.customer.or(stage.recognition);
}

/// What the measurements allow loyalty to be (SAT-08).
fn support(policy: &Policy, dossier: &Dossier) -> Known<LoyaltySupport> {
    let facts = dossier.satisfaction.as_ref();
    let asked = facts.and_then(|facts| Some((facts.context.as_ref()?, &facts.measurements)));
    asked.map_or(Known::Unknown, |(context, measurements)| {
        loyalty_support(policy.satisfaction(), measurements, context)
    })
}

/// Adds the satisfaction that was measured, so that nobody takes it for loyalty (LOY-05).
fn add_satisfaction(facts: &mut LoyaltyFacts, told: Option<&SatisfactionPicture>) {
    let is_heard = facts
        .evidence
        .iter()
        .any(|one| matches!(one.sign, LoyaltySign::Satisfaction(_)));
    let measured = told.and_then(|told| told.satisfaction.as_ref()?.value());
    if let (Some(measured), false) = (measured, is_heard) {
        facts.evidence.push(LoyaltyEvidence {
            on: measured.on,
            grade: measured.grade,
            sign: LoyaltySign::Satisfaction(measured.state),
        });
    }
}

/// The facts of the stage that loyalty tells, where the dossier does not say them itself.
pub(super) fn stage_facts(
    facts: StageFacts,
    dossier: &Dossier,
    assessed: &AssessedLoyalty,
) -> StageFacts {
    let recognition = dossier
        .loyalty
        .as_ref()
        .map(|facts| facts.recognition.customer);
    let bond = assessed
        .loyalty
        .as_ref()
        .and_then(|loyalty| loyalty.bond.value());
    // Every bond that is told rests on the customer's own word.
    let bond = bond.map_or(Known::Unknown, |bond| Known::customer_stated(*bond));
    StageFacts {
        bond: facts.bond.or(bond),
        recognition: facts.recognition.or(recognition.unwrap_or_default()),
        ..facts
    }
}

/// Lists the parts about loyalty, what keeps the customer first.
pub(super) fn sections<'a>(
    loyalty: Option<&'a Loyalty>,
    retention: Option<&'a Assessment<Retention>>,
) -> impl Iterator<Item = Section<'a>> {
    let parts = loyalty.into_iter().flat_map(|told| {
        let mut bond = assessed(Topic::Bond, &told.bond);
        bond.remedies = told.customer_remedies().collect();
        [
            bond,
            assessed(Topic::LoyaltyKinds, &told.kinds),
            assessed(Topic::LoyaltyPattern, &told.pattern),
            assessed(Topic::ReasonToStay, &told.reason_to_stay),
            assessed(Topic::Recognition, &told.recognition),
            assessed(Topic::LockIn, &told.lock_in),
            assessed(Topic::Patronage, &told.patronage),
            assessed(Topic::Foundations, &told.foundations),
        ]
    });
    let retention = retention.map(|told| assessed(Topic::Retention, told));
    parts.chain(retention)
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
            write!(f, "{} {}", kind.in_locale(locale), told.in_locale(locale))?;
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
            write!(f, "{} ", RESTS_ON.in_locale(locale))?;
            say(basis.text(), locale, f)
        })
    }
}

impl Headline for Foundations {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = [
            (self.holding, HOLDING),
            (self.lacking, LACKING),
            (self.unknown, UNKNOWN),
        ];
        for (place, (foundations, word)) in counts.into_iter().enumerate() {
            if place > 0 {
                comma(locale, f)?;
            }
            write!(f, "{} {}", foundations.len(), word.in_locale(locale))?;
        }
        Ok(())
    }
}

impl Headline for Retention {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (part, whole) = (self.rate.part(), self.rate.whole());
        write!(
            f,
            "{part}/{whole} {} {}",
            CYCLES.in_locale(locale),
            self.cycle
        )?;
        comma(locale, f)?;
        say(self.repeat.text(), locale, f)
    }
}

const BEHAVIOURAL: Text = Text::new("behaviour:", "行为：", "行為：");
const CONSCIOUS: Text = Text::new("intention:", "意向：", "意向：");
const CYCLES: Text = Text::new(
    "of its own cycles of",
    "个自身周期，周期为",
    "個自身週期，週期為",
);
const EMOTIONAL: Text = Text::new("feeling:", "情感：", "情感：");
const HOLDING: Text = Text::new("hold", "项具备", "項具備");
const LACKING: Text = Text::new("lack", "项欠缺", "項欠缺");
const RESTS_ON: Text = Text::new("buying again rests on", "重复购买出于", "重複購買出於");
const UNKNOWN: Text = Text::new("unknown", "未知", "未知");
