use alloc::boxed::Box;
use core::fmt;

use chrono::NaiveDate;

use crate::dossier::Dossier;
use crate::lifecycle::moves::Move;
use crate::lifecycle::placement::Placement;
use crate::lifecycle::record;
use crate::lifecycle::standing::State;
use crate::lifecycle::wallet::ShareOfWallet;
use crate::lifecycle::{LifecycleError, LifecycleGiven, LifecyclePicture, assess_boxed};
use crate::loyalty::LoyaltyPicture;
use crate::party::PartyPicture;
use crate::policy::Policy;
use crate::review::headline::{Headline, say};
use crate::review::section::{Section, assessed, judged};
use crate::review::topic::Topic;
use crate::verdict::Presence;
use crate::vocab::known::Known;
use crate::vocab::words::{Locale, Text};

/// The step `lifecycle.assess`.
pub(super) fn step(
    policy: &Policy,
    dossier: &Dossier,
    party: Option<&PartyPicture>,
    loyalty: Option<&LoyaltyPicture>,
) -> Result<Box<LifecyclePicture>, LifecycleError> {
    let mut given = LifecycleGiven::default();
    if let Some(coverage) = party.and_then(|party| party.coverage.value()) {
        given.departments = Known::measured(coverage.departments);
        given.executive_tie = Known::measured(coverage.executive_tie);
        given.joint_functions = Known::measured(coverage.functions);
    }
    if let Some(picture) = party.and_then(|party| party.trust.value()) {
        given.trust = picture.aggregate;
    }
    // Every bond that is assessed rests on the customer's own word.
    let bond = loyalty.and_then(|picture| picture.bond.value());
    given.bond = bond.map_or(Known::Unknown, |bond| Known::customer_stated(*bond));
    if let Some(facts) = &dossier.loyalty {
        given.recognition = facts.recognition.customer.clone();
    }
    let share = record::share(policy.lifecycle(), &dossier.lifecycle.stage);
    if share.value().copied().is_some_and(is_without_trade) {
        earlier_trade(dossier, &mut given);
    }
    assess_boxed(policy.lifecycle(), &dossier.lifecycle, &given)
}

/// Returns whether nothing was bought from us in the period, so that every purchase was made before it.
fn is_without_trade(wallet: ShareOfWallet) -> bool {
    wallet.share().is_none_or(|share| share.is_none())
}

/// Reads the earlier trade out of the days of purchase and of the invoices.
fn earlier_trade(dossier: &Dossier, given: &mut LifecycleGiven) {
    let as_of = dossier.as_of();
    if let Some(facts) = &dossier.loyalty {
        given.purchases = trade(facts.purchases.iter().copied(), as_of);
    }
    let facts = dossier.receivable.as_ref();
    if let Some(account) = facts.and_then(|facts| facts.account.as_ref()) {
        let invoices = account.invoices.iter();
        given.invoices = trade(invoices.map(|invoice| invoice.dates.invoice), as_of);
    }
}

/// Returns the trade that some days show up to a day; without one of them it stays unknown.
fn trade(mut days: impl Iterator<Item = NaiveDate>, as_of: NaiveDate) -> Known<Presence> {
    match days.any(|on| on <= as_of) {
        true => Known::measured(Presence::Present),
        false => Known::Unknown,
    }
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
        let (before, stage, after) = match self.supported {
            None => (AT_LEAST, self.at_least, NOTHING),
            Some(State::Active(stage)) => (SUPPORT, stage, NOTHING),
            Some(State::Interrupted(stage)) => (SHOW, stage, INTERRUPTED),
        };
        say(before, locale, f)?;
        say(stage.text(), locale, f)?;
        say(after, locale, f)?;
        // An interruption already states the trajectory of the relationship.
        let is_broken_off = matches!(self.supported, Some(State::Interrupted(_)));
        if let Some(trajectory) = self.trajectory.filter(|_| !is_broken_off) {
            say(HEADING, locale, f)?;
            say(trajectory.text(), locale, f)?;
        }
        self.called_for(locale, f)?;
        for flag in self.flags {
            write!(f, " [{}]", flag.text().in_locale(locale))?;
        }
        Ok(())
    }
}

impl Placement {
    /// Writes the move that the facts call for, and the one that is granted, if one is.
    fn called_for(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let stays = self.granted == Some(Move::Hold);
        if self.supported.is_none() && self.proposed == Move::Hold && stays {
            return say(OPEN, locale, f);
        }
        say(CALL_FOR, locale, f)?;
        moved(self.proposed, locale, f)?;
        match self.granted {
            None => say(NOT_GRANTED, locale, f),
            Some(granted) if granted == self.proposed => say(ALSO_GRANTED, locale, f),
            Some(granted) => {
                say(GRANTED, locale, f)?;
                moved(granted, locale, f)
            }
        }
    }
}

fn moved(by: Move, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let (word, to) = match by {
        Move::Advance { to } => (Text::new("an advance to ", "升至", "升至"), Some(to)),
        Move::Hold => (Text::new("staying there", "保持现状", "保持現狀"), None),
        Move::Interrupt => (Text::new("an interruption", "中断", "中斷"), None),
        Move::Recover => (Text::new("a recovery", "恢复", "恢復"), None),
        Move::Regress { to } => (Text::new("a fall back to ", "退至", "退至"), Some(to)),
    };
    say(word, locale, f)?;
    to.map_or(Ok(()), |stage| say(stage.text(), locale, f))
}

const ALSO_GRANTED: Text = Text::new(", which is granted", "，已获准", "，已獲准");
const AT_LEAST: Text = Text::new(
    "the facts support at least ",
    "事实至少支持",
    "事實至少支持",
);
const CALL_FOR: Text = Text::new("; they call for ", "；事实要求", "；事實要求");
const GRANTED: Text = Text::new("; granted is ", "；获准的是", "；獲准的是");
const HEADING: Text = Text::new(", ", "，走势为", "，走勢為");
const INTERRUPTED: Text = Text::new(" to be interrupted", "已中断", "已中斷");
const NOT_GRANTED: Text = Text::new(
    "; no move is granted yet",
    "；尚无获准的变动",
    "；尚無獲准的變動",
);
const NOTHING: Text = Text::new("", "", "");
const OPEN: Text = Text::new(
    "; until a missing fact is known it stays where it is",
    "；所缺事实查明之前维持现状",
    "；所缺事實查明之前維持現狀",
);
const SHOW: Text = Text::new("the facts show ", "事实表明", "事實表明");
const SUPPORT: Text = Text::new("the facts support ", "事实支持", "事實支持");
