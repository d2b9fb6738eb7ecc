//! Random accounts: many ties of days, month ends, and amounts that just fit.

use keqing::receivable::allocation::DebtComponent;
use keqing::vocab::money::Currency;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Strategy, any, prop_oneof};
use proptest::sample::select;

use super::house::House;
use super::story::{Bill, Story, Tier, Told, Waived, What};

/// The last day on which anything happens.
pub(super) const LAST: u32 = 200;

/// Days among which many are alike: month ends, and their neighbours.
fn days() -> impl Strategy<Value = u32> {
    prop_oneof![
        select(vec![0, 10, 29, 30, 31, 40, 59, 60, 90, 91, 120]),
        0..LAST
    ]
}

fn amount() -> impl Strategy<Value = i128> {
    prop_oneof![
        1 => 1_i128..300,
        4 => (1_i128..1_000).prop_map(|hundreds| hundreds * 100),
        4 => 1_000_i128..200_000,
    ]
}

fn tier() -> impl Strategy<Value = Tier> {
    let last = (any::<bool>(), select(vec![0, 5, 10, 14, 30]));
    (last, select(vec![10, 20, 25, 30])).prop_map(|((before_due, days), thousandths)| Tier {
        days,
        before_due,
        thousandths,
    })
}

fn bill() -> impl Strategy<Value = Bill> {
    let term = (days(), select(vec![0, 1, 10, 14, 30, 45]));
    let parts = prop_oneof![3 => 1_usize..2, 1 => 2_usize..4];
    let terms = (
        prop_oneof![1 => vec(tier(), 0..1), 1 => vec(tier(), 1..3)],
        any::<bool>(),
        any::<bool>(),
    );
    let tax = select(vec![0_i128, 0, 7, 19]);
    (term, amount(), parts, tax, terms).prop_map(
        |((issued, days), units, parts, tax, (tiers, untaxed, shared))| {
            let units = units.max(3);
            let count = i128::try_from(parts).unwrap_or(1);
            let mut left = units;
            let mut due = issued + days;
            let parts = (1..=count).map(|number| {
                let part = if number == count { left } else { units / count };
                left -= part;
                let told = (String::new(), due, part);
                due += 10 + days;
                told
            });
            Bill {
                id: String::new(),
                issued,
                parts: parts.collect(),
                tax: units * tax / 100,
                tiers,
                untaxed,
                shared,
            }
        },
    )
}

pub(super) fn bills() -> impl Strategy<Value = Vec<Bill>> {
    vec(bill(), 1..=6).prop_map(|mut bills| {
        for (number, bill) in (1..).zip(&mut bills) {
            bill.id = format!("INV-{number}");
            let whole = bill.parts.len() == 1;
            for (part, letter) in bill.parts.iter_mut().zip(["a", "b", "c"]) {
                part.0 = format!("{}{}", bill.id, if whole { "" } else { letter });
            }
        }
        bills
    })
}

/// Draws of which an event is made: the day, the numbers of what it is about, and amounts.
type Drawn = (u32, (usize, usize), (u8, u8), i128);

fn drawn() -> impl Strategy<Value = Drawn> {
    let about = (0_usize..64, 0_usize..64);
    (days(), about, (any::<u8>(), any::<u8>()), amount())
}

/// The accounts of which the laws speak.
pub(super) fn stories() -> impl Strategy<Value = Story> {
    let some = |most: usize| vec(drawn(), 0..=most);
    let paid = (
        vec(drawn(), 0..=8),
        option::weighted(0.5, vec(drawn(), 1..=3)),
    );
    let first = (some(2), some(1), some(2), some(1));
    let second = (some(2), some(1), some(1), some(2));
    let currency = select(vec![Currency::EUR, Currency::JPY, Currency::CNY]);
    (bills(), currency, paid, first, second, 0..LAST + 40).prop_map(
        |(bills, currency, (paid, back), first, second, as_of)| {
            let mut made = Made::of(&bills);
            made.each("FEE", first.0, Made::fee);
            made.each("PAY", paid, Made::pay);
            made.each("BACK", back.unwrap_or_default(), Made::back);
            made.each("NOTE", first.2, Made::note);
            made.each("WAIVE", first.1, Made::waive);
            made.each("SET", first.3, Made::set_off);
            made.each("OFF", second.0, Made::off);
            made.each("OUT", second.3, Made::refund);
            made.each("WORD", second.1, Made::dispute);
            made.each("MORE", second.2, Made::note);
            let events = made.events;
            Story {
                currency,
                bills,
                events,
                as_of,
            }
        },
    )
}

pub(super) fn houses() -> impl Strategy<Value = House> {
    prop_oneof![
        1 => vec(0..1, 1).prop_map(|_| House::standard()),
        2 => select(House::all()),
    ]
}

/// The events that are made so far.
struct Made<'b> {
    bills: &'b [Bill],
    events: Vec<Told>,
}

impl<'b> Made<'b> {
    fn of(bills: &'b [Bill]) -> Self {
        Self {
            bills,
            events: Vec::new(),
        }
    }

    fn each(&mut self, name: &str, all: Vec<Drawn>, make: fn(&Self, Drawn) -> (u32, What)) {
        for (number, drawn) in (1..).zip(all) {
            let (day, what) = make(self, drawn);
            let id = format!("{name}-{number}");
            self.events.push(Told { id, day, what });
        }
    }

    fn bill(&self, number: usize) -> &'b Bill {
        let number = number % self.bills.len();
        &self.bills[number]
    }

    /// Returns an invoice, or one of its instalments.
    fn document(&self, (one, other): (usize, usize)) -> (String, u32, i128) {
        let bill = self.bill(one);
        match bill.parts.get(other % 4) {
            Some((id, _, units)) => (id.clone(), bill.issued, *units),
            None => (bill.id.clone(), bill.issued, bill.total()),
        }
    }

    /// Returns the payments, each with its day and amount.
    fn payment(&self, number: usize) -> Option<(String, u32, i128)> {
        let paid = self.events.iter().filter_map(|told| match &told.what {
            What::Pay { units, .. } => Some((told.id.clone(), told.day, *units)),
            _ => None,
        });
        let paid: Vec<_> = paid.collect();
        paid.get(number % paid.len().max(1)).cloned()
    }

    fn fee(&self, (day, about, (kind, _), units): Drawn) -> (u32, What) {
        let (id, issued, _) = self.document(about);
        let about = (kind % 3 > 0).then_some(id);
        let day = if about.is_some() {
            day.max(issued)
        } else {
            day
        };
        let units = units % 2_000 + 1;
        (day, What::Fee { about, units })
    }

    fn pay(&self, (day, about, (kind, names), units): Drawn) -> (u32, What) {
        let bill = self.bill(about.0);
        let (named, issued, part) = self.document(about);
        let (mut day, total) = (day, bill.total());
        let off = bill.tiers.first().map_or(0, |tier| tier.thousandths);
        let off = i128::from(off) * total / 1000;
        let units = match kind % 8 {
            0 => total,
            1 => total - off,
            2 => total - off - 1,
            3 => total + self.bill(about.1).total(),
            4 => part,
            5 => part / 2,
            _ => units,
        };
        if kind / 8 % 3 == 0 {
            day = bill.issued + u32::from(kind / 24);
        }
        let fees = self.events.iter();
        let mut fees = fees.filter(|told| matches!(told.what, What::Fee { .. }));
        let mut names = match (names % 8, fees.next()) {
            (0, Some(fee)) => vec![named, fee.id.clone()],
            (0 | 4, _) => vec![named],
            (1 | 5, _) => vec![named, self.bill(about.1).id.clone()],
            (2, Some(fee)) => vec![fee.id.clone()],
            _ => Vec::new(),
        };
        names.dedup();
        if issued > day && kind % 2 == 0 {
            names.truncate(1);
        }
        let units = units.max(1);
        // Now and then a second payment of the same day and the same names.
        let told = self.events.last().filter(|_| kind % 5 == 0);
        if let Some(What::Pay { names, .. }) = told.map(|told| &told.what) {
            let (day, names) = (told.map_or(day, |told| told.day), names.clone());
            return (day, What::Pay { units, names });
        }
        (day.min(LAST), What::Pay { units, names })
    }

    fn back(&self, (day, about, (kind, other), units): Drawn) -> (u32, What) {
        let Some((pay, paid, most)) = self.payment(about.0) else {
            let pay = "PAY-9".into();
            return (day, What::Back { pay, units: None });
        };
        let units = (kind % 3 == 0).then_some(units % most + 1);
        let day = if other % 4 == 0 {
            paid
        } else {
            paid + day % 60
        };
        (day, What::Back { pay, units })
    }

    fn note(&self, (day, about, (kind, other), units): Drawn) -> (u32, What) {
        let (id, issued, total) = self.document(about);
        let (about, most) = match kind % 4 {
            0 => (None, units),
            1 => (Some(id), total),
            _ => (Some(id), units % total + 1),
        };
        let day = if other % 2 == 0 {
            issued + day % 40
        } else {
            day
        };
        (day, What::Note { about, units: most })
    }

    fn waive(&self, (day, about, (kind, _), units): Drawn) -> (u32, What) {
        let fee = self.events.iter().find_map(|told| match told.what {
            What::Fee { units, .. } => Some((told.id.clone(), told.day, units)),
            _ => None,
        });
        let (about, from, most, of) = match fee {
            Some((id, from, most)) if kind % 2 == 0 => (id, from, most, Waived::Fee),
            _ if kind % 3 == 0 => (self.document(about).0, 60, 200, Waived::Interest),
            _ => {
                let bill = self.bill(about.0);
                let off = bill.tiers.first().map_or(0, |tier| tier.thousandths);
                let most = i128::from(off) * bill.total() / 1000;
                (self.document(about).0, 10, most.max(1), Waived::Deadline)
            }
        };
        let units = units % most + 1;
        (from + day % 100, What::Waive { about, of, units })
    }

    fn set_off(&self, (day, about, (kind, other), units): Drawn) -> (u32, What) {
        let (id, issued, _) = self.document(about);
        let about = (kind % 2 == 0).then_some(id);
        let units = (other % 2 == 0).then_some(units % 5_000 + 1);
        (day.max(issued), What::SetOff { about, units })
    }

    fn off(&self, (day, drawn, (kind, other), units): Drawn) -> (u32, What) {
        let (about, issued, total) = self.document(drawn);
        let of = match kind % 6 {
            0 => DebtComponent::Interest,
            1 => DebtComponent::Fees,
            _ => DebtComponent::Principal,
        };
        let units = (other % 3 == 0).then_some(units % total + 1);
        // Now and then on the day of a payment.
        let paid = self.payment(drawn.1).filter(|_| kind % 4 == 0);
        let day = paid.map_or(day, |paid| paid.1);
        (day.max(issued), What::Off { about, of, units })
    }

    fn refund(&self, (day, about, (kind, _), units): Drawn) -> (u32, What) {
        let of = self.payment(about.0).filter(|_| kind % 3 == 0);
        let day = of.as_ref().map_or(day, |of| day.max(of.1));
        let of = of.map(|of| of.0);
        let units = if kind % 2 == 0 {
            units % 500 + 1
        } else {
            units
        };
        (day, What::Refund { of, units })
    }

    fn dispute(&self, (day, about, (kind, other), units): Drawn) -> (u32, What) {
        let (about, issued, total) = self.document(about);
        let day = day.max(issued);
        let units = (kind % 4 > 0).then_some(units % total + 1);
        let until = (kind % 2 == 0).then_some(day + u32::from(other % 40));
        (
            day,
            What::Dispute {
                about,
                units,
                until,
            },
        )
    }
}
