//! Loyalty: what makes attachment, what never does, and what stays open.

mod consistent;
mod given;
mod opens;
mod retention;
mod switching;

use keqing::loyalty::bond::{ReasonToStay, Recognition};
use keqing::loyalty::kinds::{LoyaltyEvidence, LoyaltySign};
use keqing::loyalty::lock_in::LockInLevel;
use keqing::loyalty::{LoyaltyFacts, LoyaltyPicture};
use keqing::satisfaction::measurement::LoyaltySupport;
use keqing::verdict::{Fact, Finding, Findings, Found, Outcome, Presence, Reading, RuleId};
use keqing::vocab::answers::SwitchOutcome;
use keqing::vocab::known::{Grade, Known, Stated};
use keqing::vocab::set::Set;
use keqing::vocab::words::{Bond, Manifestation};
use proptest::prelude::{Just, ProptestConfig, Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;

use self::given::{
    TODAY, crowded, deed, evidence, facet, facts, instruments, item, sign, told, told_on, with,
    word,
};
use crate::support::given::{day, grade};

/// Returns whether the bond is known to be a relationship, or known to be none.
fn attached(told: &LoyaltyPicture) -> Option<bool> {
    told.bond.value().map(|bond| bond.is_attached())
}

fn breaches(told: &LoyaltyPicture) -> Vec<Finding> {
    let breaches = told.findings().filter(|finding| finding.is_breach());
    breaches.copied().collect()
}

/// Returns whether a sign is a word or an act of the customer that may make attachment.
fn is_own_word(sign: LoyaltySign) -> bool {
    matches!(sign, LoyaltySign::Evaluation(_) | LoyaltySign::Referrals(_))
}

fn without(facts: &LoyaltyFacts, is_left_out: impl Fn(LoyaltySign) -> bool) -> LoyaltyFacts {
    let mut fewer = facts.clone();
    fewer.evidence.retain(|piece| !is_left_out(piece.sign));
    fewer
}

/// Facts of which one is unknown that was known, and which one it is.
fn one_less(facts: &LoyaltyFacts) -> Vec<(&'static str, LoyaltyFacts)> {
    let mut all: Vec<_> = Vec::new();
    let mut forget = |name, forget: fn(&mut LoyaltyFacts)| {
        let mut fewer = facts.clone();
        forget(&mut fewer);
        all.push((name, fewer));
    };
    forget("supplier", |facts| {
        facts.recognition.supplier = Stated::unknown()
    });
    forget("customer", |facts| {
        facts.recognition.customer = Stated::unknown()
    });
    forget("instruments", |facts| {
        facts.lock_in.instruments = Stated::unknown()
    });
    forget("alternatives", |facts| {
        facts.lock_in.alternatives = Stated::unknown()
    });
    forget("preference", |facts| {
        facts.lock_in.prefers_alternative = Stated::unknown();
    });
    forget("gain", |facts| facts.lock_in.gain = Stated::unknown());
    forget("support", |facts| facts.support = Known::Unknown);
    let of = |sign: fn(LoyaltySign) -> bool| without(facts, sign);
    all.push((
        "retention",
        of(|sign| matches!(sign, LoyaltySign::Retention(_))),
    ));
    all.push((
        "share",
        of(|sign| matches!(sign, LoyaltySign::ShareOfWallet(_))),
    ));
    all.push((
        "intention",
        of(|sign| matches!(sign, LoyaltySign::Intention(_))),
    ));
    all.push(("trust", of(|sign| matches!(sign, LoyaltySign::Trust(_)))));
    all.push((
        "upholding",
        of(|sign| matches!(sign, LoyaltySign::Upholding(_))),
    ));
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn more_behavioural_evidence_never_creates_affect(
        facts in facts(),
        deeds in evidence(deed(), grade()),
    ) {
        let mut more = facts.clone();
        more.evidence.extend(deeds);
        let (before, after) = (told(&facts), told(&more));
        let felt = |told: &LoyaltyPicture| told.kinds.value().map(|kinds| kinds.emotional).unwrap_or_default();
        prop_assert_eq!(felt(&before), felt(&after));
        let minds = |told: &LoyaltyPicture| told.kinds.value().map(|kinds| kinds.conscious).unwrap_or_default();
        prop_assert_eq!(minds(&before), minds(&after));
        // Not even what was open becomes a relationship by a deed.
        prop_assert!(attached(&after) != Some(true) || attached(&before) == Some(true));
    }

    #[test]
    fn an_operators_guess_changes_nothing_but_the_gap(
        facts in facts(),
        guesses in evidence(word(), Just(Grade::Estimated)),
    ) {
        let mut more = facts.clone();
        more.evidence.extend(guesses);
        let (before, after) = (told(&facts), told(&more));
        prop_assert_eq!(before.kinds.value(), after.kinds.value());
        prop_assert_eq!(breaches(&before), breaches(&after));
        prop_assert_eq!(&before.recognition, &after.recognition);
        prop_assert_eq!(&before.lock_in, &after.lock_in);
        prop_assert_eq!(&before.bond, &after.bond);
        prop_assert_eq!(&before.pattern, &after.pattern);
        prop_assert_eq!(&before.reason_to_stay, &after.reason_to_stay);
        let met = |told: &LoyaltyPicture| {
            let met = told.findings().filter(|finding| finding.outcome == Outcome::Met);
            met.copied().collect::<Vec<_>>()
        };
        prop_assert_eq!(met(&before), met(&after));
    }

    #[test]
    fn evidence_in_any_order_says_the_same(
        (facts, evidence) in with(crowded()).prop_flat_map(|facts| {
            let evidence = Just(facts.evidence.clone()).prop_shuffle();
            (Just(facts), evidence)
        }),
    ) {
        let mut shuffled = facts.clone();
        shuffled.evidence = evidence;
        prop_assert_eq!(told(&facts), told(&shuffled));
    }

    #[test]
    fn raising_satisfaction_never_lowers_the_bound(facts in facts(), by in grade()) {
        let supported = |support| {
            let mut facts = facts.clone();
            facts.support = Known::graded(support, by);
            attached(&told(&facts))
        };
        let low = supported(LoyaltySupport::Unsupported);
        let high = supported(LoyaltySupport::Supported);
        prop_assert!(high >= low || high.is_none());
        // Who is free and recommends us is attached in spite of its disappointments, and nobody else is.
        let unsupported = LoyaltyFacts::clone(&facts).with_support(Known::graded(LoyaltySupport::Unsupported, by));
        prop_assert!(low != Some(true) || (recommends(&unsupported) && is_free(&unsupported)));
    }

    #[test]
    fn lock_in_never_raises_genuineness(
        facts in facts(),
        more in instruments(),
        cost in item(facet()),
    ) {
        let before = attached(&told(&facts));
        let mut held = facts.clone();
        let named = facts.lock_in.instruments.statements();
        let all = named.iter().fold(more, |all, one| all | one.value);
        held.lock_in.instruments = Stated::measured(all);
        held.lock_in.alternatives = Stated::measured(Presence::Absent);
        if cost.facet.kind().locks_in() {
            held.lock_in.costs.push(cost);
        }
        let after = attached(&told(&held));
        prop_assert!(before != Some(false) || after == Some(false), "{:?} {:?}", before, after);
        // And where the bond was open, it is not by the lock-in that it is a relationship: the same facts
        // about a free customer say so too.
        let mut free = held.clone();
        free.lock_in.instruments = Stated::measured(Set::empty());
        free.lock_in.alternatives = Stated::measured(Presence::Present);
        free.lock_in.prefers_alternative = Stated::customer_stated(Presence::Absent);
        prop_assert!(after != Some(true) || attached(&told(&free)) == Some(true));
    }

    #[test]
    fn nothing_but_the_customers_word_or_deed_makes_attachment(
        facts in facts(),
    ) {
        let mut silent = without(&facts, |_| false);
        silent.evidence.retain(|piece| {
            !is_own_word(piece.sign) || piece.grade == Grade::Estimated
        });
        for item in &mut silent.lock_in.costs {
            item.grade = Grade::Estimated;
        }
        prop_assert!(attached(&told(&silent)) != Some(true));
    }

    #[test]
    fn suppliers_belief_alone_never_makes_a_relationship(
        facts in facts(),
        ours in grade(),
        theirs in select(vec![
            Known::Unknown,
            Known::estimated(Presence::Present),
            Known::estimated(Presence::Absent),
            Known::customer_stated(Presence::Absent),
        ]),
    ) {
        let mut facts = facts;
        facts.recognition.supplier = Known::graded(Presence::Present, ours).into();
        facts.recognition.customer = theirs.into();
        let told = told(&facts);
        prop_assert_eq!(told.recognition.value(), Some(&Recognition::SupplierOnly));
        prop_assert!(attached(&told) != Some(true));
    }

    #[test]
    fn the_pattern_is_one_of_the_bond(facts in facts()) {
        let told = told(&facts);
        if let (Some(bond), Some(pattern)) = (told.bond.value(), told.pattern.value()) {
            prop_assert!(bond.patterns().contains(*pattern), "{} {:?}", bond, pattern);
        }
    }

    #[test]
    fn helpless_is_locked_in_and_a_relationship_is_happy(facts in facts()) {
        let told = told(&facts);
        if told.reason_to_stay.value() == Some(&ReasonToStay::Helpless) {
            prop_assert_eq!(told.bond.value(), Some(&Bond::LockedIn));
        }
        if let (Some(true), Some(reason)) = (attached(&told), told.reason_to_stay.value()) {
            prop_assert_eq!(reason, &ReasonToStay::Happy);
        }
    }

    #[test]
    fn unknown_stays_unknown(facts in facts()) {
        let before = told(&facts);
        for (name, fewer) in one_less(&facts) {
            let after = told(&fewer);
            let (Some(before), Some(after)) = (before.bond.value(), after.bond.value()) else {
                continue;
            };
            // GEN-13 outweighs lock-in: whether no way shows depends on which were looked for, and tells
            // two bonds apart that are no relationship, either of them.
            let is_settled = hidden(&facts) != hidden(&fewer)
                && !before.is_attached()
                && !after.is_attached();
            prop_assert!(before == after || is_settled, "{}: {} {}", name, before, after);
        }
        let before = told(&facts);
        for (name, fewer) in one_less(&facts) {
            let after = told(&fewer);
            let patterns = (before.pattern.value(), after.pattern.value());
            if let (Some(before), Some(after)) = patterns {
                prop_assert_eq!(before, after, "{}", name);
            }
            let reasons = (before.reason_to_stay.value(), after.reason_to_stay.value());
            if let (Some(before), Some(after)) = reasons {
                prop_assert_eq!(before, after, "{}", name);
            }
            // What is forgotten tells nothing new.
            prop_assert!(before.bond.value().is_some() || after.bond.value().is_none() || hidden(&facts) != hidden(&fewer), "{}", name);
        }
    }

    #[test]
    fn forgetting_an_evaluation_leaves_referrals_and_what_would_be_missed(facts in facts()) {
        let fewer = without(&facts, |sign| matches!(sign, LoyaltySign::Evaluation(_)));
        let (before, after) = (attached(&told(&facts)), attached(&told(&fewer)));
        if before != Some(true) && after == Some(true) {
            let refers = fewer.evidence.iter().any(|piece| {
                matches!(piece.sign, LoyaltySign::Referrals(1..)) && piece.grade > Grade::Estimated
            });
            let misses = facts.lock_in.costs.iter().any(|item| {
                !item.facet.kind().locks_in() && !item.amount.is_zero() && item.grade > Grade::Estimated
            });
            prop_assert!(refers || misses);
        }
    }

    #[test]
    fn a_relationship_breaks_none_of_its_rules(facts in facts()) {
        let rule = |prefix, number| format!("{prefix}-{number:02}").parse::<RuleId>();
        let told = told(&facts);
        if attached(&told) == Some(true) {
            prop_assert!(!told.bond.breaches(rule("GEN", 1)?));
            prop_assert!(!told.bond.breaches(rule("GEN", 10)?));
            prop_assert!(!told.bond.breaches(rule("SAT", 8)?) || recommends(&facts));
            prop_assert!(!told.recognition.breaches(rule("GEN", 11)?));
        }
    }

    #[test]
    fn what_is_open_names_a_gap_and_what_is_held_names_by_what(facts in facts()) {
        let told = told(&facts);
        let has_gap = |findings: &Findings| findings.gaps().next().is_some();
        prop_assert!(told.kinds.value().is_some() || has_gap(told.kinds.findings()));
        prop_assert!(told.recognition.value().is_some() || has_gap(told.recognition.findings()));
        prop_assert!(told.lock_in.value().is_some() || has_gap(told.lock_in.findings()));
        // A rule that no value of the unknown changes is judged, and only the value is open.
        let is_judged = |findings: &Findings, rule: (&str, u16)| {
            let of = |one: &Finding| (one.rule.prefix(), one.rule.number()) == rule;
            findings.iter().any(|one| of(one) && matches!(one.outcome, Outcome::Met | Outcome::Breached))
        };
        let is_bond = is_judged(told.bond.findings(), ("GEN", 1));
        prop_assert!(told.bond.value().is_some() || is_bond || has_gap(told.bond.findings()));
        let is_open = |findings: &Findings| {
            has_gap(findings) || findings.iter().any(|one| one.evidence.fact == Fact::Recognition)
        };
        prop_assert!(told.pattern.value().is_some() || is_open(told.pattern.findings()));
        let repeats = told.kinds.value().is_some_and(|kinds| kinds.repeats());
        let why = told.reason_to_stay.findings();
        let is_told = told.reason_to_stay.value().is_some() || is_judged(why, ("LOY", 6));
        prop_assert!(!repeats || is_told || is_open(why));
        if let Some(held) = told.lock_in.value() {
            let holds = told.lock_in.findings().breaches();
            let holds = holds.filter(|breach| breach.rule.prefix() != "SWC").count();
            let is_locked = held.switching == Some(SwitchOutcome::Locked);
            prop_assert_eq!(held.level == LockInLevel::High, holds > 0 || is_locked);
        }
    }

    #[test]
    fn evidence_of_a_day_that_has_not_come_is_ignored_and_counted(
        facts in with(evidence(sign(), grade())),
        sign in sign(),
        by in grade(),
    ) {
        let mut more = facts.clone();
        let tomorrow = TODAY.saturating_add(1);
        more.evidence.push(LoyaltyEvidence::new(day(tomorrow), by, sign));
        let (before, mut after) = (told(&facts), told(&more));
        let counted = after.findings().filter(|finding| {
            finding.outcome == Outcome::Inapplicable
                && finding.evidence.fact == Fact::DatedLater
                && finding.evidence.reading == Reading::Found(Found::from(1_u32))
        });
        prop_assert_eq!(counted.count(), 1);
        prop_assert_eq!(before.kinds.value(), after.kinds.value());
        prop_assert_eq!(after.ahead, before.ahead.saturating_add(1));
        (after.kinds, after.ahead) = (before.kinds.clone(), before.ahead);
        prop_assert_eq!(before, after);
        let on_that_day = told_on(&more, tomorrow);
        prop_assert!(on_that_day.findings().all(|finding| finding.evidence.fact != Fact::DatedLater));
    }
}

/// Returns whether somebody counted a referral, or the customer told of one.
fn recommends(facts: &LoyaltyFacts) -> bool {
    facts.evidence.iter().any(|piece| {
        matches!(piece.sign, LoyaltySign::Referrals(1..)) && piece.grade > Grade::Estimated
    })
}

/// Returns whether nothing holds the customer.
fn is_free(facts: &LoyaltyFacts) -> bool {
    let level = told(facts).lock_in.value().map(|held| held.level);
    level == Some(LockInLevel::Low)
}

/// Returns whether the relationship was looked for in every way and shows in none.
fn hidden(facts: &LoyaltyFacts) -> bool {
    let all = Set::<Manifestation>::all();
    let told = told(facts);
    told.kinds.value().is_some_and(|kinds| kinds.hidden == all)
}
