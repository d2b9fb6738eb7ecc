//! The usual questions about loyalty.

use chrono::NaiveDate;
use keqing::loyalty::bond::{ReasonToStay, Views};
use keqing::loyalty::foundation::{
    Contact, FoundationFacts, NoteAnswer, Promise, PromiseNature, RelationshipInvestment,
    UnderstandingAnswer, UnderstandingNote,
};
use keqing::loyalty::kinds::{LoyaltyEvidence, LoyaltySign, kinds};
use keqing::loyalty::lock_in::{
    Occurrence, SwitchingCostItem, SwitchingFacet, lock_in, switching_cost,
};
use keqing::loyalty::retention::retention;
use keqing::loyalty::{LoyaltyFacts, LoyaltyGiven, LoyaltyPolicy, assess};
use keqing::satisfaction::measurement::{LoyaltySupport, SatisfactionState};
use keqing::verdict::{Findings, Presence};
use keqing::vocab::known::{Grade, Known, Stated};
use keqing::vocab::mark::Mark;
use keqing::vocab::set::Set;
use keqing::vocab::share::Share;
use keqing::vocab::words::{Bond, Instrument, Rating, Side};

use crate::{Failure, without_heap};

fn day(day: u32) -> Result<NaiveDate, Failure> {
    Ok(NaiveDate::from_ymd_opt(2024, 3, day).ok_or("a date")?)
}

/// One piece of every sign, and a second evaluation; by the customer's word, or guessed.
fn evidence(mark: u8, grade: Grade) -> Result<Vec<LoyaltyEvidence>, Failure> {
    let (first, last) = (Rating::HIGHEST.into(), Mark::from(Rating::new(mark)?));
    let part = Share::new(u64::from(mark), 5)?;
    let signs = [
        LoyaltySign::Evaluation(first),
        LoyaltySign::Evaluation(last),
        LoyaltySign::Intention(last),
        LoyaltySign::Referrals(mark.into()),
        LoyaltySign::RepeatAfterFailure,
        LoyaltySign::Retention(part),
        LoyaltySign::Revenue,
        LoyaltySign::Satisfaction(SatisfactionState::Satisfied),
        LoyaltySign::ShareOfWallet(part),
        LoyaltySign::SoftwareObservation,
        LoyaltySign::Trust(last),
        LoyaltySign::Upholding(last),
    ];
    let dated = (1_usize..).zip(signs);
    dated
        .map(|(number, sign)| {
            let on = day(u32::try_from(number)?)?;
            let piece = LoyaltyEvidence::new(on, grade, sign);
            let by = if number % 2 == 0 {
                "sun-li"
            } else {
                "wang-fang"
            };
            Ok(piece.with_by(by.parse()?))
        })
        .collect()
}

fn costs(grade: Grade) -> Result<Vec<SwitchingCostItem>, Failure> {
    let mut items = Vec::new();
    for facet in Set::<SwitchingFacet>::all() {
        for occurrence in [Occurrence::OneOff, Occurrence::Recurring] {
            let amount = "12.50 CNY".parse()?;
            items.push(SwitchingCostItem {
                facet,
                amount,
                occurrence,
                grade,
                on: None,
            });
        }
    }
    Ok(items)
}

/// Contacts and notes of one view, a promise that was kept and one that was not, and investments.
fn foundations(view: Known<Presence>) -> Result<FoundationFacts, Failure> {
    let mut facts = FoundationFacts::new();
    let on = day(11)?;
    let note = UnderstandingNote {
        id: "speed".parse()?,
        on,
        answer: Some(UnderstandingAnswer {
            on,
            says: NoteAnswer::Confirmed,
        }),
    };
    facts.contacts = view.map(|customer_spoke| vec![Contact { on, customer_spoke }; 3]);
    facts.notes = view.map(|_| vec![note; 3]);
    let side = Side::Supplier;
    facts.investments = view.map(|_| vec![RelationshipInvestment { side, on }; 3]);
    let promise = |id: &str, kept_on| -> Result<Promise, Failure> {
        Ok(Promise {
            id: id.parse()?,
            due: day(10)?,
            kept_on,
            nature: PromiseNature::Lawful,
        })
    };
    let promises = vec![promise("kept", Some(day(9)?))?, promise("broken", None)?];
    facts.promises = Known::measured(promises);
    Ok(facts)
}

/// The views of one thing: nothing, a guess, a word against it, and that it is there.
const VIEWS: [Known<Presence>; 4] = [
    Known::Unknown,
    Known::estimated(Presence::Present),
    Known::customer_stated(Presence::Absent),
    Known::measured(Presence::Present),
];

/// Facts of every kind: nothing, guesses, and words of each mark; free, held, and held by everything.
fn facts() -> Result<Vec<LoyaltyFacts>, Failure> {
    let mut pieces = vec![Vec::new()];
    for grade in [Grade::Estimated, Grade::CustomerStated, Grade::Measured] {
        for mark in 1..=5 {
            let mut all = evidence(mark, grade)?;
            pieces.push(all.clone());
            // As much again, and none of it says anything new.
            all.extend(evidence(mark, Grade::Estimated)?);
            pieces.push(all);
        }
    }
    let instruments = [
        Known::Unknown,
        Known::measured(Set::empty()),
        Known::measured(Set::<Instrument>::all()),
    ];
    let supports = [
        Known::Unknown,
        Known::measured(LoyaltySupport::Unsupported),
        Known::measured(LoyaltySupport::Supported),
    ];
    let mut all = Vec::new();
    for evidence in pieces {
        for view in VIEWS {
            for instruments in instruments {
                for support in supports {
                    let mut facts = LoyaltyFacts::default();
                    facts.evidence = evidence.clone();
                    let views = Views {
                        supplier: Known::measured(Presence::Present),
                        customer: view,
                    };
                    facts.recognition = views.into();
                    facts.support = support;
                    facts.reasons = view.map(|_| Set::all()).into();
                    facts.foundations = foundations(view)?;
                    facts.lock_in.instruments = instruments.into();
                    facts.lock_in.alternatives = view.into();
                    facts.lock_in.prefers_alternative = view.into();
                    if instruments.is_known() {
                        // Six costs of 12.50 hold it: what is equal is not made good, and a cent more is.
                        let gain = if support.is_known() {
                            "75.01 CNY"
                        } else {
                            "75.00 CNY"
                        };
                        facts.lock_in.gain = Stated::measured(gain.parse()?);
                        facts.lock_in.costs = costs(Grade::CustomerStated)?;
                    }
                    all.push(facts);
                }
            }
        }
    }
    all.push(free()?);
    Ok(all)
}

/// A customer that nothing holds, and that sees no relationship.
fn free() -> Result<LoyaltyFacts, Failure> {
    let person = "sun-li".parse()?;
    let said = evidence(1, Grade::Measured)?.into_iter();
    let mut facts = LoyaltyFacts::default();
    facts.evidence = said.map(|piece| piece.with_by(person)).collect();
    let views = Views {
        supplier: Known::measured(Presence::Present),
        customer: Known::customer_stated(Presence::Absent),
    };
    facts.recognition = views.into();
    facts.lock_in.instruments = Stated::measured(Set::empty());
    facts.lock_in.alternatives = Stated::measured(Presence::Present);
    facts.lock_in.prefers_alternative = Stated::customer_stated(Presence::Absent);
    Ok(facts)
}

#[test]
fn no_assessment_of_loyalty_needs_the_heap() -> Result<(), Failure> {
    let policy = LoyaltyPolicy::standard();
    let as_of = day(31)?;
    let mut longest = [0_usize; 8];
    let (mut bonds, mut stays) = (Vec::new(), Vec::new());
    for facts in facts()? {
        let given = LoyaltyGiven::new(as_of);
        let told = without_heap(|| assess(&policy, &facts, &given))?;
        let parts = [
            told.kinds.findings(),
            told.recognition.findings(),
            told.lock_in.findings(),
            told.bond.findings(),
            told.pattern.findings(),
            told.reason_to_stay.findings(),
            told.patronage.findings(),
            told.foundations.findings(),
        ];
        for (longest, findings) in longest.iter_mut().zip(parts) {
            assert!(!findings.is_spilled(), "{facts:?}");
            *longest = findings.len().max(*longest);
        }
        without_heap(|| told.findings().count());
        bonds.push(told.bond.into_value());
        stays.push(told.reason_to_stay.into_value());
        let alone = without_heap(|| kinds(&policy, &facts.evidence, as_of));
        assert_eq!(alone, told.kinds);
        let alone = without_heap(|| lock_in(&policy, &facts.lock_in, as_of))?;
        assert_eq!(alone, told.lock_in);
        let cost = without_heap(|| switching_cost(&facts.lock_in.costs))?;
        assert!(!cost.findings().is_spilled());
    }
    // No part of a customer of whom everything is known says more than fits inline.
    assert_eq!(longest, [9, 3, 10, 10, 4, 1, 3, 10]);
    assert!(longest.into_iter().all(|length| length < Findings::INLINE));
    for bond in Bond::ALL {
        assert!(bonds.contains(&Some(bond)), "{bond}");
    }
    for reason in [ReasonToStay::Happy, ReasonToStay::Helpless] {
        assert!(stays.contains(&Some(reason)), "{reason}");
    }
    Ok(())
}

#[test]
fn retention_of_sixty_five_purchases_needs_no_heap() -> Result<(), Failure> {
    let policy = LoyaltyPolicy::standard();
    let first = day(1)?;
    let days = (0..65_u64).map(|number| chrono::Days::new(number.saturating_mul(7)));
    let purchases: Vec<NaiveDate> = days
        .filter_map(|days| first.checked_add_days(days))
        .collect();
    let last = *purchases.last().ok_or("a purchase")?;
    let told = without_heap(|| retention(&policy, &purchases, last));
    let told = told.into_value().ok_or("a rate")?;
    assert_eq!(told.rate, Share::ALL);
    Ok(())
}
