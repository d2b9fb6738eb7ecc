//! A million open invoices of fifty thousand customers, generated from a fixed seed.

use chrono::NaiveDate;

pub(crate) const COUNT: usize = 1_000_000;
pub(crate) const CUSTOMERS: u32 = 50_000;

/// The invoices as columns; `days` holds the due dates once more, as the plain numbers a hand-written loop would use.
pub(crate) struct Invoices {
    pub(crate) as_of: NaiveDate,
    pub(crate) as_of_day: i32,
    pub(crate) customer: Vec<u32>,
    pub(crate) due: Vec<NaiveDate>,
    pub(crate) days: Vec<i32>,
    pub(crate) units: Vec<i64>,
}

/// Makes the invoices: due from 300 days before the day asked about to 60 days after it, of 1.00 to 50,000.00.
pub(crate) fn invoices() -> Invoices {
    let as_of_day = 739_000;
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let mut invoices = Invoices {
        as_of: date(as_of_day),
        as_of_day,
        customer: Vec::with_capacity(COUNT),
        due: Vec::with_capacity(COUNT),
        days: Vec::with_capacity(COUNT),
        units: Vec::with_capacity(COUNT),
    };
    for _ in 0..COUNT {
        let day = as_of_day - 300 + random.below(361) as i32;
        invoices
            .customer
            .push(random.below(u64::from(CUSTOMERS)) as u32);
        invoices.due.push(date(day));
        invoices.days.push(day);
        invoices.units.push(100 + random.below(4_999_901) as i64);
    }
    invoices
}

fn date(day: i32) -> NaiveDate {
    NaiveDate::from_num_days_from_ce_opt(day).unwrap_or_default()
}

/// A xorshift generator: seeded, and the same on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % bound
    }
}
