use core::fmt;

use crate::dossier::Dossier;
use crate::lifecycle::moves::Move;
use crate::lifecycle::placement::Placement;
use crate::lifecycle::standing::State;
use crate::lifecycle::{LifecycleError, LifecycleGiven, LifecyclePicture, assess};
use crate::loyalty::LoyaltyPicture;
use crate::party::PartyPicture;
use crate::policy::Policy;
use crate::review::headline::{Headline, comma, say};
use crate::review::section::{Section, assessed, judged};
use crate::review::topic::Topic;
use crate::vocab::known::Known;
use crate::vocab::words::{Locale, Text};

/// The step `lifecycle.assess`.
pub(super) fn step(
    policy: &Policy,
    dossier: &Dossier,
    party: &PartyPicture,
    loyalty: Option<&LoyaltyPicture>,
) -> Result<LifecyclePicture, LifecycleError> {
    let mut given = LifecycleGiven::default();
    if let Some(coverage) = party.coverage.value() {
        given.departments = Known::measured(coverage.departments);
        given.executive_tie = Known::measured(coverage.executive_tie);
        given.joint_functions = Known::measured(coverage.functions);
    }
    if let Some(picture) = party.trust.value() {
        given.trust = picture.aggregate;
    }
    // Every bond that is assessed rests on the customer's own word.
    let bond = loyalty.and_then(|picture| picture.bond.value());
    given.bond = bond.map_or(Known::Unknown, |bond| Known::customer_stated(*bond));
    if let Some(facts) = &dossier.loyalty {
        given.recognition = facts.recognition.customer;
    }
    assess(policy.lifecycle(), &dossier.lifecycle, &given)
}

/// Lists the parts about the stage.
pub(super) fn sections(picture: &LifecyclePicture) -> impl Iterator<Item = Section<'_>> {
    let placement = picture.placement.value();
    let verdicts = [
        (
            Topic::NextMove,
            placement.map(|placement| &placement.verdict),
        ),
        (Topic::ProposedMove, picture.proposed.as_ref()),
        (Topic::Strategy, picture.strategy.as_ref()),
    ];
    let verdicts = verdicts
        .into_iter()
        .filter_map(|(topic, verdict)| Some(judged(topic, verdict?)));
    core::iter::once(assessed(Topic::Stage, &picture.placement)).chain(verdicts)
}

impl Headline for Placement {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let State::Interrupted(_) = self.supported {
            write!(f, "{} ", INTERRUPTED.in_locale(locale))?;
        }
        say(self.supported.stage().text(), locale, f)?;
        write!(f, " {}", SUPPORTED.in_locale(locale))?;
        if let Some(trajectory) = self.trajectory {
            comma(locale, f)?;
            say(trajectory.text(), locale, f)?;
        }
        for (word, by) in [(CALLED_FOR, self.proposed), (GRANTED, self.granted)] {
            comma(locale, f)?;
            write!(f, "{} ", word.in_locale(locale))?;
            moved(by, locale, f)?;
        }
        for flag in self.flags {
            write!(f, " [{}]", flag.text().in_locale(locale))?;
        }
        Ok(())
    }
}

fn moved(by: Move, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let (word, to) = match by {
        Move::Advance { to } => (Text::new("advance to", "升至", "升至"), Some(to)),
        Move::Hold => (Text::new("hold", "保持", "保持"), None),
        Move::Interrupt => (Text::new("interruption", "中断", "中斷"), None),
        Move::Recover => (Text::new("recovery", "恢复", "恢復"), None),
        Move::Regress { to } => (Text::new("fall back to", "退至", "退至"), Some(to)),
    };
    say(word, locale, f)?;
    to.map_or(Ok(()), |stage| {
        write!(f, " {}", stage.text().in_locale(locale))
    })
}

const CALLED_FOR: Text = Text::new("the facts call for:", "事实要求：", "事實要求：");
const GRANTED: Text = Text::new("granted:", "获准：", "獲准：");
const INTERRUPTED: Text = Text::new("interruption of", "中断，原为", "中斷，原為");
const SUPPORTED: Text = Text::new("supported by the facts", "为事实所支持", "為事實所支持");
