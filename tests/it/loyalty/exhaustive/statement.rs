//! The second statement: what the rulebook says of a case, clause by clause.

use keqing::loyalty::bond::{Bond, LoyaltyPattern, ReasonToStay, Recognition};
use keqing::loyalty::kinds::{LoyaltyKinds, Manifestation, Trend};
use keqing::loyalty::lock_in::{LockInLevel, SwitchOutcome};
use keqing::loyalty::words::Repeat;
use keqing::loyalty::words::Stance;
use keqing::satisfaction::measurement::LoyaltySupport;
use keqing::verdict::Presence;
use keqing::vocab::known::Known;
use keqing::vocab::money::Money;
use keqing::vocab::set::Set;
use keqing::vocab::words::Instrument;

use super::cases::{Case, Mark};
use super::said::{
    GEN, LOY, SAT, SWC, Said, Says, is_own, needs, own, part, presence, said_itself, speaks_for_us,
    tells_a_kind,
};
use super::ties::{Costs, Gain, cents};
use LockInLevel::{High, Low};
use Presence::{Absent, Present};
use Says::{CannotTell, Holds};

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
    let kinds = kinds(case);
    let kinds = (kinds, of_kinds(case, &kinds));
    let lock_in = lock_in(case);
    let level = lock_in.0.map(|held| held.0);
    Answer {
        recognition: recognition(case),
        bond: bond(case, &kinds.0, level),
        pattern: pattern(&kinds.0),
        reason_to_stay: reason_to_stay(case, &kinds.0, level),
        kinds: (
            (kinds.0 != LoyaltyKinds::default()).then_some(kinds.0),
            kinds.1,
        ),
        lock_in,
    }
}

/// GEN-04, GEN-10, LOY-01 to LOY-05, LOY-07, GEN-02, GEN-05, GEN-12 to GEN-15, GEN-19.
fn kinds(case: &Case) -> LoyaltyKinds {
    let word = |mark: Mark| case.stance(own(mark));
    let [before, now] = case.evaluations.map(own);
    let recommends = case.referrals.filter(|(_, grade)| is_own(*grade));
    let feeling = if now.or(before).is_some() {
        case.stance(now.or(before))
    } else {
        match recommends {
            Some((1.., grade)) => Known::graded(Stance::Favourable, grade),
            _ => Known::Unknown,
        }
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
    kinds.attitude.trust = word(case.trust);
    kinds.attitude.upholding = word(case.upholding);
    kinds.attitude.repurchase = word(case.intention);
    kinds.high_share = part(case.share, case.cuts.much_from, [Absent, Present]);
    kinds.trend = match (before, now) {
        (Some((before, _)), Some((now, _))) if now < before => Some(Trend::Falling),
        (Some((before, _)), Some((now, _))) if now > before => Some(Trend::Rising),
        (Some(_), Some(_)) => Some(Trend::Steady),
        _ => None,
    };
    kinds.referrals = recommends.map_or(0, |(count, _)| count);
    kinds.adversity = match recommends {
        Some((count, grade)) if comes_back => Known::graded(presence(count > 0), grade),
        _ => Known::Unknown,
    };
    (kinds.shown, kinds.hidden) = manifestations(case, &kinds, comes_back);
    kinds
}

fn of_kinds(case: &Case, kinds: &LoyaltyKinds) -> Said {
    let refers = case.referrals.map(|(_, grade)| is_own(grade));
    let adverse = |grade| needs(is_own(grade) && refers == Some(true), kinds.referrals > 0);
    let is_felt = kinds.emotional.is_known();
    let beside = |is_heard: bool| is_heard.then(|| needs(is_felt, true));
    let is_bought = case.retention.is_some() || case.share.is_some();
    let [pays, is_satisfied, is_observed] = case.unfeeling;
    Said::by([
        (LOY, 1, Some(needs(tells_a_kind(kinds), true))),
        (
            LOY,
            2,
            Some(needs(case.retention.is_some(), kinds.repeats())),
        ),
        (LOY, 3, Some(speaks_for_us(kinds.conscious))),
        (LOY, 4, Some(speaks_for_us(kinds.emotional))),
        (GEN, 4, Some(speaks_for_us(kinds.attitude.trust))),
        (GEN, 4, Some(speaks_for_us(kinds.attitude.upholding))),
        (GEN, 2, beside(is_bought)),
        (GEN, 5, beside(is_observed)),
        (GEN, 19, beside(pays)),
        (LOY, 5, beside(is_satisfied)),
        (GEN, 15, refers.map(|is_own| needs(is_own, true))),
        (LOY, 7, case.back_after_failure.map(adverse)),
    ])
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
    let likes = |stance: &Known<Stance>| speaks_for_us(*stance) == Holds;
    let purchases = [case.retention, case.share];
    let shows = |way| match way {
        Manifestation::Attitudinal => likes(&kinds.emotional) || kinds.referrals > 0,
        Manifestation::Behavioural => {
            comes_back || purchases.iter().flatten().any(|(part, _)| *part > 0)
        }
        Manifestation::Psychological => minds.iter().any(likes),
    };
    let was_sought = |way| match way {
        Manifestation::Attitudinal => kinds.emotional.is_known(),
        Manifestation::Behavioural => purchases.iter().any(Option::is_some),
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
    let ours = case.ties.supplier_sees.value().copied();
    let theirs = said_itself(case.ties.customer_sees);
    let sees = |view: Option<Presence>| needs(view.is_some(), view == Some(Present));
    let said = Said::by([
        (GEN, 11, Some(sees(ours))),
        (GEN, 11, Some(sees(theirs))),
        (
            GEN,
            18,
            Some(needs(ours.is_some() && theirs.is_some(), ours == theirs)),
        ),
    ]);
    let recognition = match (ours, theirs) {
        (Some(Present), Some(Present)) => Some(Recognition::Mutual),
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
    let prefers = said_itself(ties.prefers_alternative);
    let switching = match (prefers, pays) {
        (None, _) | (Some(Present), None) => None,
        (Some(Absent), _) => Some(SwitchOutcome::Content),
        (Some(Present), Some(true)) => Some(SwitchOutcome::Free),
        (Some(Present), Some(false)) => Some(SwitchOutcome::Locked),
    };
    let pain = Instrument::LoyaltyPoints | Instrument::Contract;
    let by = ties.instruments.value().map(|all| *all & pain);
    let holds = [
        by.map(|by| !by.is_empty()),
        ties.alternatives
            .value()
            .map(|there_is| *there_is == Absent),
        match pays {
            Some(true) => Some(false),
            _ => switching.map(|outcome| outcome == SwitchOutcome::Locked),
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
        (
            GEN,
            6,
            Some(needs(by.is_some(), by.is_none_or(|by| by.is_empty()))),
        ),
        (
            GEN,
            9,
            Some(needs(
                switching.is_some(),
                switching != Some(SwitchOutcome::Locked),
            )),
        ),
    ]);
    let cost = attachment.map(|attachment| {
        let lock_in = cents(lock_in.unwrap_or_default());
        (lock_in, cents(attachment), misses)
    });
    let held = level.map(|level| (level, by.unwrap_or_default(), switching, cost));
    (held, said)
}

/// One that holds is enough, and it takes all of them not to.
fn level(holds: [Option<bool>; 3]) -> Option<LockInLevel> {
    if holds.contains(&Some(true)) {
        Some(High)
    } else {
        (!holds.contains(&None)).then_some(Low)
    }
}

/// GEN-01, GEN-10, GEN-12, GEN-13 and SAT-08.
fn bond(case: &Case, kinds: &LoyaltyKinds, held: Option<LockInLevel>) -> (Option<Bond>, Said) {
    let misses = matches!(
        case.ties.costs,
        Costs::MissesAlone | Costs::HoldingAndMisses
    );
    let feeling = match kinds.emotional.value() {
        None if misses => Some(Stance::Favourable),
        said => said.copied(),
    };
    let likes = feeling.map(|stance| stance == Stance::Favourable);
    let support = case.ties.support.value().copied();
    let is_unsupported = support == Some(LoyaltySupport::Unsupported);
    let shows_nowhere = kinds.hidden == Set::all();
    let bond = if shows_nowhere {
        Some(Bond::None)
    } else {
        keeps(case, likes, held)
    };
    let buys = kinds.repeats() || kinds.high_share.value() == Some(&Present);
    let is_open = kinds.shown.is_empty() && !shows_nowhere;
    let outweighs = needs(feeling.is_some(), feeling != Some(Stance::Unfavourable));
    let is_relation = bond.is_some_and(Bond::is_attached);
    let said = Said::by([
        (GEN, 1, Some(needs(bond.is_some(), is_relation))),
        (GEN, 10, Some(needs(likes.is_some(), likes == Some(true)))),
        (GEN, 12, buys.then_some(outweighs)),
        (GEN, 13, Some(needs(!is_open, !kinds.shown.is_empty()))),
        (
            SAT,
            8,
            (likes == Some(true)).then(|| needs(support.is_some(), !is_unsupported)),
        ),
    ]);
    (bond, said)
}

/// GEN-01, of what the customer feels and whether it is held.
fn keeps(case: &Case, likes: Option<bool>, held: Option<LockInLevel>) -> Option<Bond> {
    let views = [
        case.ties.supplier_sees.value().copied(),
        said_itself(case.ties.customer_sees),
    ];
    let is_attached = if likes == Some(false) || views.contains(&Some(Absent)) {
        Some(false)
    } else {
        (likes == Some(true) && views == [Some(Present); 2]).then_some(true)
    };
    if case.ties.support.value() == Some(&LoyaltySupport::Unsupported) {
        match likes {
            Some(true) => return Some(Bond::LockedIn),
            // A kind word would make it locked in; so it is only where it is that in any case.
            None => return held.filter(|held| *held == High).map(|_| Bond::LockedIn),
            Some(false) => {}
        }
    }
    match (is_attached, held) {
        (None, _) | (_, None) => None,
        (Some(true), Some(Low)) => Some(Bond::Genuine),
        (Some(true), Some(High)) => Some(Bond::Mixed),
        (Some(false), Some(Low)) => Some(Bond::None),
        (Some(false), Some(High)) => Some(Bond::LockedIn),
    }
}

/// LOY-01, LOY-02, LOY-04 and GEN-14.
fn pattern(kinds: &LoyaltyKinds) -> (Option<LoyaltyPattern>, Said) {
    let repeat = kinds.behavioural.value();
    let likes = kinds
        .emotional
        .value()
        .map(|said| *said == Stance::Favourable);
    let lasts = likes == Some(true) && kinds.trend != Some(Trend::Falling);
    let mechanical = match repeat {
        None => Some(CannotTell),
        Some(Repeat::Low) => None,
        Some(Repeat::High) => Some(needs(likes.is_some(), lasts)),
    };
    let said = Said::by([
        (LOY, 2, repeat.is_none().then_some(CannotTell)),
        (LOY, 4, likes.is_none().then_some(CannotTell)),
        (GEN, 14, mechanical),
    ]);
    let pattern = match (likes, repeat) {
        (None, _) | (_, None) => None,
        (Some(true), Some(Repeat::High)) => Some(LoyaltyPattern::Loyal),
        (Some(true), Some(Repeat::Low)) => Some(LoyaltyPattern::Latent),
        (Some(false), Some(Repeat::High)) => Some(LoyaltyPattern::Spurious),
        (Some(false), Some(Repeat::Low)) => Some(LoyaltyPattern::None),
    };
    (pattern, said)
}

/// LOY-06, and SAT-08 with it.
fn reason_to_stay(
    case: &Case,
    kinds: &LoyaltyKinds,
    held: Option<LockInLevel>,
) -> (Option<ReasonToStay>, Said) {
    let likes = kinds
        .emotional
        .value()
        .map(|said| *said == Stance::Favourable);
    let is_unsupported = case.ties.support.value() == Some(&LoyaltySupport::Unsupported);
    let repeat = kinds.behavioural.value();
    let reason_to_stay = match (repeat, likes) {
        (Some(Repeat::High), Some(true)) if is_unsupported => Some(ReasonToStay::Helpless),
        (Some(Repeat::High), Some(true)) => Some(ReasonToStay::Happy),
        (Some(Repeat::High), Some(false)) => held.map(|held| match held {
            High => ReasonToStay::Helpless,
            Low => ReasonToStay::Indifferent,
        }),
        _ => None,
    };
    let says = needs(
        reason_to_stay.is_some(),
        reason_to_stay != Some(ReasonToStay::Helpless),
    );
    let is_asked = repeat != Some(&Repeat::Low);
    (
        reason_to_stay,
        Said::by([(LOY, 6, is_asked.then_some(says))]),
    )
}
