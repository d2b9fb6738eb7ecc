//! The second statement: what the rulebook says of a case, clause by clause.

use keqing::loyalty::bond::{ReasonToStay, Recognition};
use keqing::loyalty::kinds::LoyaltyKinds;
use keqing::loyalty::lock_in::LockInLevel;
use keqing::loyalty::words::Repeat;
use keqing::verdict::Presence;
use keqing::vocab::answers::{LoyaltyPattern, SwitchOutcome};
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::money::Money;
use keqing::vocab::set::Set;
use keqing::vocab::words::{Bond, Instrument, Manifestation, Stance};

use super::cases::{Case, Mark, REFERRED, SPOKEN};
use super::said::{
    GEN, LOY, SWC, Said, Says, is_own, needs, own, part, presence, said_itself, tells, tells_a_kind,
};
use super::spoken::{Spoken, spoken};
use super::ties::{Costs, Gain, cents};
use super::view::View;
use LockInLevel::{High, Low};
use Presence::{Absent, Present};
use Says::{Broken, CannotTell, Holds};

/// The hold on the customer: whether, by what, the result of the switch test, and the two sums of the cost
/// with whether the customer would miss something.
pub(crate) type Held = (
    LockInLevel,
    Set<Instrument>,
    Option<SwitchOutcome>,
    Option<(Money, Money, Known<Presence>)>,
);

/// Every part of the answer, each with what its rules say.
pub(crate) struct Answer {
    pub(crate) kinds: (Option<LoyaltyKinds>, Said),
    pub(crate) recognition: (Option<Recognition>, Said),
    pub(crate) lock_in: (Option<Held>, Said),
    pub(crate) bond: (Option<Bond>, Said),
    pub(crate) pattern: (Option<LoyaltyPattern>, Said),
    pub(crate) reason_to_stay: (Option<ReasonToStay>, Said),
}

pub(crate) fn answer(case: &Case) -> Answer {
    let spoken = spoken(case);
    let kinds = kinds(case, &spoken);
    let said = of_kinds(case, &kinds, &spoken);
    let lock_in = lock_in(case);
    let view = View {
        case,
        kinds: &kinds,
        held: lock_in.0.map(|held| held.0),
        is_silent: spoken.is_silent,
    };
    let mut heard = kinds;
    (heard.voices, heard.expired) = Default::default();
    Answer {
        recognition: recognition(case),
        bond: view.bond(),
        pattern: view.pattern(),
        reason_to_stay: view.reason_to_stay(),
        kinds: ((heard != LoyaltyKinds::default()).then_some(kinds), said),
        lock_in,
    }
}

/// GEN-04, GEN-10, LOY-01 to LOY-04, LOY-07, GEN-12 to GEN-15.
fn kinds(case: &Case, spoken: &Spoken) -> LoyaltyKinds {
    let word = |mark: Mark| case.stance(own(mark));
    let recommends = case.referrals.filter(|(_, grade)| is_own(*grade));
    let feeling = match recommends {
        Some((1.., grade)) if spoken.is_silent => Known::graded(Stance::Favourable, grade),
        _ => spoken.stance,
    };
    let comes_back = case.back_after_failure.is_some_and(is_own);
    let mut kinds = LoyaltyKinds::default();
    kinds.behavioural = part(
        case.retention,
        case.cuts.repeat_from,
        [Repeat::Low, Repeat::High],
    );
    kinds.conscious = word(case.intention);
    kinds.emotional = feeling;
    kinds.voices.evaluation = spoken.spread;
    kinds.expired = spoken.expired;
    kinds.attitude.trust = word(case.trust);
    kinds.attitude.upholding = word(case.upholding);
    kinds.attitude.repurchase = word(case.intention);
    kinds.high_share = part(case.share, case.cuts.much_from, [Absent, Present]);
    kinds.trend = spoken.trend;
    kinds.referrals = recommends.map_or(0, |(count, _)| count);
    kinds.adversity = match recommends {
        // The referral of the case comes after the return, and is denied by a word of after it.
        Some((count, grade)) if comes_back => {
            let is_denied = spoken.against.is_some_and(|on| on > REFERRED)
                || word_against(case).is_some_and(|on| on > REFERRED);
            Known::graded(presence(count > 0 && !is_denied), grade)
        }
        _ => Known::Unknown,
    };
    (kinds.shown, kinds.hidden) = manifestations(case, &kinds, comes_back);
    kinds
}

/// The day of a word of trust, of standing up for us or of the wish to buy again that is against us.
fn word_against(case: &Case) -> Option<i32> {
    let words = [case.trust, case.upholding, case.intention];
    let is_against = |mark: &Mark| case.stance(own(*mark)).value() == Some(&Stance::Unfavourable);
    words.iter().any(is_against).then_some(SPOKEN)
}

fn of_kinds(case: &Case, kinds: &LoyaltyKinds, spoken: &Spoken) -> Said {
    let refers = case.referrals.map(|(_, grade)| is_own(grade));
    let adverse = |grade| needs(is_own(grade) && refers == Some(true), true);
    // A referral stands against a word that denies the feeling, and against nothing else.
    let referral = match (refers, kinds.referrals) {
        (Some(false), _) => Some(CannotTell),
        (Some(true), 1..) if !spoken.is_silent => match worst(kinds) {
            Some(Stance::Unfavourable) => Some(Broken),
            Some(_) => Some(Holds),
            None => Some(CannotTell),
        },
        _ => None,
    };
    Said::by([
        (LOY, 1, Some(needs(tells_a_kind(kinds), true))),
        (LOY, 2, Some(needs(case.retention.is_some(), true))),
        (LOY, 3, Some(tells(kinds.conscious))),
        (LOY, 4, Some(tells(kinds.emotional))),
        (GEN, 4, Some(tells(kinds.attitude.trust))),
        (GEN, 4, Some(tells(kinds.attitude.upholding))),
        (GEN, 4, Some(tells(kinds.attitude.repurchase))),
        (GEN, 15, referral),
        (LOY, 7, case.back_after_failure.map(adverse)),
    ])
}

/// The worst that one of the customer's people says, of two marks of one person the lower one.
pub(crate) fn worst(kinds: &LoyaltyKinds) -> Option<Stance> {
    match (kinds.voices.evaluation, kinds.expired) {
        (Some(spread), None) => Some(spread.worst),
        _ => kinds.emotional.value().copied(),
    }
}

/// GEN-13: shown where something speaks for it, hidden where something is known and nothing does.
fn manifestations(
    case: &Case,
    kinds: &LoyaltyKinds,
    comes_back: bool,
) -> (Set<Manifestation>, Set<Manifestation>) {
    let minds = [
        kinds.attitude.trust,
        kinds.attitude.upholding,
        kinds.attitude.repurchase,
    ];
    let likes = |stance: &Known<Stance>| stance.value() == Some(&Stance::Favourable);
    let purchases = [case.retention, case.share];
    let buys = || purchases.iter().flatten().filter(|(part, _)| *part > 0);
    let shows = |way| match way {
        Manifestation::Attitudinal => likes(&kinds.emotional) || kinds.referrals > 0,
        Manifestation::Behavioural => comes_back || buys().any(|(_, grade)| is_own(*grade)),
        Manifestation::Psychological => minds.iter().any(likes),
    };
    let was_sought = |way| match way {
        Manifestation::Attitudinal => {
            kinds.emotional.is_known() && kinds.emotional.value() != Some(&Stance::Mixed)
        }
        Manifestation::Behavioural => {
            purchases.iter().any(Option::is_some) && buys().next().is_none()
        }
        Manifestation::Psychological => minds.iter().any(Known::is_known),
    };
    let all = Set::<Manifestation>::all();
    let shown: Set<_> = all.iter().filter(|way| shows(*way)).collect();
    let hidden = (all - shown)
        .iter()
        .filter(|way| was_sought(*way))
        .collect();
    (shown, hidden)
}

/// GEN-11 and GEN-18.
fn recognition(case: &Case) -> (Option<Recognition>, Said) {
    let own = said_itself(case.ties.supplier_sees);
    let ours = case.ties.supplier_sees.value().copied();
    // A guess that we see none closes, and a guess that we see one says nothing.
    let said_or_denied = own.or(ours.filter(|ours| *ours == Absent));
    let theirs = said_itself(case.ties.customer_sees);
    let said = Said::by([
        (
            GEN,
            11,
            Some(needs(said_or_denied.is_some(), own == Some(Present))),
        ),
        (
            GEN,
            11,
            Some(needs(theirs.is_some(), theirs == Some(Present))),
        ),
        (
            GEN,
            18,
            Some(needs(own.is_some() && theirs.is_some(), own == theirs)),
        ),
    ]);
    let recognition = match (ours, theirs) {
        (Some(Present), Some(Present)) => own.map(|_| Recognition::Mutual),
        (Some(Present), _) => Some(Recognition::SupplierOnly),
        (Some(Absent), Some(Present)) => Some(Recognition::CustomerOnly),
        (Some(Absent), Some(Absent)) => Some(Recognition::Neither),
        (None, _) | (Some(Absent), None) => None,
    };
    (recognition, said)
}

/// SWC-01: what holds the customer, what it would miss, in cents, and whether it says so itself.
fn costs(costs: Costs) -> (Option<i64>, Option<i64>, Known<Presence>) {
    let stated = Known::customer_stated;
    match costs {
        Costs::Unnamed | Costs::RecurringAlone => (None, None, Known::Unknown),
        Costs::MissesAlone => (None, Some(1_000), stated(Present)),
        Costs::MissesGuessed => (None, Some(1_000), Known::Unknown),
        Costs::MissesNothing => (None, Some(0), stated(Absent)),
        Costs::Holding => (Some(10_000), Some(0), Known::Unknown),
        Costs::HoldingAndMisses => (Some(10_000), Some(1_000), stated(Present)),
    }
}

/// GEN-06, GEN-09, LOY-06 and SWC-01.
fn lock_in(case: &Case) -> (Option<Held>, Said) {
    let ties = &case.ties;
    let (lock_in, attachment, misses) = costs(ties.costs);
    let is_recurring = matches!(ties.costs, Costs::RecurringAlone | Costs::Holding);
    let pays = match (lock_in, ties.gain) {
        (None, _) | (_, Gain::Unknown) => None,
        (Some(_), Gain::Less | Gain::Equal) => Some(false),
        (Some(_), Gain::More) => Some(true),
    };
    // A guess may hold the customer and never frees it: of the costs one is guessed, or none.
    let is_counted = ties.costs == Costs::HoldingAndMisses;
    let prefers = said_itself(ties.prefers_alternative);
    let switching = match (prefers, pays) {
        (None, _) | (Some(Present), None) => None,
        (Some(Absent), _) => Some(SwitchOutcome::Content),
        (Some(Present), Some(true)) => is_counted.then_some(SwitchOutcome::Free),
        (Some(Present), Some(false)) => Some(SwitchOutcome::Locked),
    };
    let pain = Instrument::LoyaltyPoints | Instrument::Contract;
    let by = ties.instruments.map(|all| all & pain);
    let names = by.value().copied().unwrap_or_default();
    let holds = [
        sure(by.map(|by| !by.is_empty())),
        sure(ties.alternatives.map(|there_is| there_is == Absent)),
        match switching {
            Some(SwitchOutcome::Content) => Some(false),
            Some(SwitchOutcome::Locked) => Some(true),
            _ => (pays == Some(true) && is_counted).then_some(false),
        },
    ];
    let level = level(holds);
    let said = Said::by([
        (SWC, 1, Some(needs(attachment.is_some(), true))),
        (
            LOY,
            6,
            Some(needs(holds[1].is_some(), holds[1] == Some(false))),
        ),
        (SWC, 1, Some(needs(true, !is_recurring))),
        (GEN, 6, Some(needs(holds[0].is_some(), names.is_empty()))),
        (GEN, 9, Some(needs(switching.is_some(), true))),
    ]);
    let cost = attachment.map(|attachment| {
        let lock_in = cents(lock_in.unwrap_or_default());
        (lock_in, cents(attachment), misses)
    });
    let held = level.map(|level| (level, names, switching, cost));
    (held, said)
}

/// A guess counts if it holds the customer, and more than a guess counts in any case.
fn sure(known: Known<bool>) -> Option<bool> {
    let holds = known.into_value()?;
    (holds || known.grade() > Some(Grade::Estimated)).then_some(holds)
}

/// One that holds is enough, and it takes all of them not to.
fn level(holds: [Option<bool>; 3]) -> Option<LockInLevel> {
    if holds.contains(&Some(true)) {
        Some(High)
    } else {
        (!holds.contains(&None)).then_some(Low)
    }
}
