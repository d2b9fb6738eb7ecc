//! A million distinct customers with random facts about the loyalty of each.

use chrono::NaiveDate;
use keqing::loyalty::LoyaltyFacts;
use keqing::loyalty::kinds::{LoyaltyEvidence, LoyaltySign};
use keqing::loyalty::lock_in::{Occurrence, SwitchingCostItem, SwitchingFacet};
use keqing::satisfaction::measurement::{LoyaltySupport, SatisfactionState};
use keqing::verdict::Presence;
use keqing::vocab::known::{Grade, Known, Stated};
use keqing::vocab::money::{Currency, Money};
use keqing::vocab::name::PersonId;
use keqing::vocab::set::Set;
use keqing::vocab::share::Share;
use keqing::vocab::words::{Instrument, Rating};
use rust_decimal::Decimal;

use crate::random::Random;

pub(crate) const COUNT: usize = 1_000_000;

/// The day on which every case is asked for.
pub(crate) fn today() -> NaiveDate {
    day(1_000)
}

/// Makes the cases from a fixed seed, so that every run measures the same ones.
pub(crate) fn cases() -> Vec<LoyaltyFacts> {
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    (0..COUNT as u64)
        .map(|number| case(number, &mut random))
        .collect()
}

/// Makes fifty thousand evaluations and statements of satisfaction, by so many people of one customer.
pub(crate) fn words(people: u64) -> Vec<LoyaltyEvidence> {
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    (0..50_000)
        .map(|place: u64| {
            let person = format!("person-{}", random.below(people));
            let on = day(random.below(1_000));
            let sign = match place % 2 {
                0 => LoyaltySign::Satisfaction(SatisfactionState::Dissatisfied),
                _ => sign(Share::ALL, &mut random),
            };
            let word = LoyaltyEvidence::new(on, random.pick(&GRADES), sign);
            PersonId::new(&person).map_or(word, |person| word.with_by(person))
        })
        .collect()
}

fn case(number: u64, random: &mut Random) -> LoyaltyFacts {
    let mut facts = LoyaltyFacts::default();
    // The number makes each share, and so each case, a distinct one.
    let share = Share::new(number * 7_919 % 1_000_003, 1_000_003).unwrap_or(Share::NONE);
    let pieces = 1 + random.below(8);
    facts.evidence = (0..pieces)
        .map(|place| {
            // No two pieces are of one day and none has a name, so each is a voice, and some have expired.
            let on = day(random.below(125) * 8 + place);
            let grade = random.pick(&GRADES);
            let sign = if place == 0 {
                LoyaltySign::Retention(share)
            } else {
                sign(share, random)
            };
            LoyaltyEvidence::new(on, grade, sign)
        })
        .collect();
    facts.recognition.supplier = random.presence().into();
    facts.recognition.customer = random.presence().into();
    facts.support = match random.below(5) {
        0 => Known::Unknown,
        1 => Known::measured(LoyaltySupport::Unsupported),
        _ => Known::measured(LoyaltySupport::Supported),
    };
    let lock_in = &mut facts.lock_in;
    let bits = random.below(1 << 11) & random.below(1 << 11);
    let chosen = Set::<Instrument>::all().iter().enumerate();
    let chosen = chosen.filter(|(place, _)| (bits >> place) & 1 == 1);
    let chosen = chosen.map(|(_, instrument)| instrument).collect();
    lock_in.instruments = random.known(chosen).into();
    lock_in.alternatives = random.presence().into();
    lock_in.prefers_alternative = random.presence().into();
    lock_in.gain = match random.below(4) {
        0 => Stated::unknown(),
        _ => Stated::measured(money(random.below(2_000_000))),
    };
    lock_in.costs = (0..random.below(4)).map(|_| item(random)).collect();
    facts
}

fn sign(share: Share, random: &mut Random) -> LoyaltySign {
    let mark = Rating::new(1 + random.below(5) as u8).unwrap_or(Rating::HIGHEST);
    let mark = mark.into();
    match random.below(12) {
        0..=2 => LoyaltySign::Evaluation(mark),
        3 => LoyaltySign::Intention(mark),
        4 => LoyaltySign::Trust(mark),
        5 => LoyaltySign::Upholding(mark),
        6 => LoyaltySign::Referrals(random.below(4) as u32),
        7 => LoyaltySign::RepeatAfterFailure,
        8 => LoyaltySign::Revenue,
        9 => LoyaltySign::Satisfaction(random.pick(&SatisfactionState::ALL)),
        10 => LoyaltySign::ShareOfWallet(share),
        _ => LoyaltySign::SoftwareObservation,
    }
}

fn item(random: &mut Random) -> SwitchingCostItem {
    let place = random.below(8) as usize;
    let mut facets = Set::<SwitchingFacet>::all().iter();
    SwitchingCostItem {
        facet: facets.nth(place).unwrap_or(SwitchingFacet::Setup),
        amount: money(random.below(1_000_000)),
        occurrence: if random.below(5) == 0 {
            Occurrence::Recurring
        } else {
            Occurrence::OneOff
        },
        grade: random.pick(&GRADES),
        on: None,
    }
}

fn money(cents: u64) -> Money {
    Money::new(Decimal::new(cents as i64, 2), Currency::CNY)
}

fn day(number: u64) -> NaiveDate {
    NaiveDate::from_num_days_from_ce_opt(738_000 + number as i32).unwrap_or_default()
}

const GRADES: [Grade; 4] = [
    Grade::Estimated,
    Grade::CustomerStated,
    Grade::CustomerStated,
    Grade::Measured,
];

impl Random {
    fn known<T>(&mut self, value: T) -> Known<T> {
        let grade = self.pick(&GRADES);
        if self.below(6) == 0 {
            Known::Unknown
        } else {
            Known::graded(value, grade)
        }
    }

    fn presence(&mut self) -> Known<Presence> {
        let value = if self.below(3) > 0 {
            Presence::Present
        } else {
            Presence::Absent
        };
        self.known(value)
    }
}
