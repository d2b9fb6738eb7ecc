//! The other axes: what holds the customer, who sees a relationship, and what satisfaction supports.

use keqing::loyalty::LoyaltyFacts;
use keqing::loyalty::lock_in::{Occurrence, SwitchingCostItem, SwitchingFacet};
use keqing::satisfaction::measurement::LoyaltySupport;
use keqing::verdict::Presence;
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::money::{Currency, Money};
use keqing::vocab::set::Set;
use keqing::vocab::words::Instrument;
use rust_decimal::Decimal;

use super::cases::Digits;
use Presence::{Absent, Present};

/// The statements about the cost of moving.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Costs {
    Unnamed,
    /// A difference in price, and nothing that comes once.
    RecurringAlone,
    /// The customer itself would miss something, and nothing holds it.
    MissesAlone,
    /// Our own people think that it would miss something.
    MissesGuessed,
    /// The customer itself says that it would miss nothing.
    MissesNothing,
    /// 100 of two costs that hold, one of them a guess, and a difference in price.
    Holding,
    /// 100 of two costs that hold, both counted, and what the customer itself would miss.
    HoldingAndMisses,
}

/// The gain of the customer, beside the cost.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Gain {
    Unknown,
    Less,
    Equal,
    More,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Ties {
    pub(crate) instruments: Known<Set<Instrument>>,
    pub(crate) alternatives: Known<Presence>,
    pub(crate) prefers_alternative: Known<Presence>,
    pub(crate) gain: Gain,
    pub(crate) costs: Costs,
    pub(crate) supplier_sees: Known<Presence>,
    pub(crate) customer_sees: Known<Presence>,
    pub(crate) support: Known<LoyaltySupport>,
}

pub(crate) const COUNT: u64 = 4 * 3 * 5 * 4 * 7 * 3 * 5 * 3;

pub(crate) fn of(digits: &mut Digits) -> Ties {
    let happy = Instrument::ServiceLevel;
    let pain = Instrument::LoyaltyPoints | Instrument::Contract;
    Ties {
        instruments: digits.of(&[
            Known::estimated(Set::empty()),
            Known::Unknown,
            Known::measured(happy.into()),
            Known::estimated(pain | happy),
        ]),
        alternatives: digits.of(&[
            Known::estimated(Present),
            Known::estimated(Absent),
            Known::measured(Present),
        ]),
        prefers_alternative: digits.of(&WORDS),
        gain: digits.of(&[Gain::Unknown, Gain::Less, Gain::Equal, Gain::More]),
        costs: digits.of(&[
            Costs::Unnamed,
            Costs::RecurringAlone,
            Costs::MissesAlone,
            Costs::MissesGuessed,
            Costs::MissesNothing,
            Costs::Holding,
            Costs::HoldingAndMisses,
        ]),
        supplier_sees: digits.of(&[
            Known::estimated(Present),
            Known::estimated(Absent),
            Known::measured(Present),
        ]),
        customer_sees: digits.of(&WORDS),
        support: digits.of(&[
            Known::estimated(LoyaltySupport::Supported),
            Known::estimated(LoyaltySupport::Unsupported),
            Known::measured(LoyaltySupport::Supported),
        ]),
    }
}

impl Ties {
    pub(crate) fn write(&self, facts: &mut LoyaltyFacts) {
        facts.recognition.supplier = self.supplier_sees.into();
        facts.recognition.customer = self.customer_sees.into();
        facts.support = self.support;
        let lock_in = &mut facts.lock_in;
        lock_in.instruments = self.instruments.into();
        lock_in.alternatives = self.alternatives.into();
        lock_in.prefers_alternative = self.prefers_alternative.into();
        lock_in.costs = self.costs.items();
        let cost = match self.costs {
            Costs::Holding | Costs::HoldingAndMisses => 10_000,
            _ => 0,
        };
        let gain = match self.gain {
            Gain::Unknown => Known::Unknown,
            Gain::Less => Known::estimated(cents(cost - 1)),
            Gain::Equal => Known::measured(cents(cost)),
            Gain::More => Known::measured(cents(cost + 1)),
        };
        lock_in.gain = gain.into();
    }
}

impl Costs {
    fn items(self) -> Vec<SwitchingCostItem> {
        let item = |facet, amount, occurrence, grade| SwitchingCostItem {
            facet,
            amount: cents(amount),
            occurrence,
            grade,
            on: None,
        };
        let once = |facet, amount, grade| item(facet, amount, Occurrence::OneOff, grade);
        let price = item(
            SwitchingFacet::MonetaryLoss,
            7_000,
            Occurrence::Recurring,
            Grade::Measured,
        );
        let people = |amount, grade| once(SwitchingFacet::PersonalRelationshipLoss, amount, grade);
        let learning = |grade| once(SwitchingFacet::Learning, 6_000, grade);
        let benefits = once(SwitchingFacet::BenefitLoss, 4_000, Grade::Measured);
        match self {
            Self::Unnamed => vec![],
            Self::RecurringAlone => vec![price],
            Self::MissesAlone => vec![people(1_000, Grade::CustomerStated)],
            Self::MissesGuessed => vec![people(1_000, Grade::Estimated)],
            Self::MissesNothing => vec![people(0, Grade::CustomerStated)],
            Self::Holding => vec![learning(Grade::Estimated), price, benefits],
            Self::HoldingAndMisses => {
                let learning = learning(Grade::Measured);
                vec![people(1_000, Grade::CustomerStated), learning, benefits]
            }
        }
    }
}

pub(crate) fn cents(amount: i64) -> Money {
    Money::new(Decimal::new(amount, 2), Currency::CNY)
}

/// The states of a fact that only the customer can state: unknown, guessed, or said.
const WORDS: [Known<Presence>; 5] = [
    Known::Unknown,
    Known::estimated(Absent),
    Known::estimated(Present),
    Known::customer_stated(Absent),
    Known::measured(Present),
];
