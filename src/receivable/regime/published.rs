use chrono::NaiveDate;

use crate::receivable::rate::{RateSeries, RateStep};
use crate::receivable::regime::data::date;
use crate::vocab::rate::Rate;
use crate::vocab::source::{Confirmation, Sourced, confirmed, from_memory, secondary};

/// A reference rate on the days from one to another (已公布的参考利率).
///
/// # Examples
///
/// See [`published_series`].
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct PublishedRate {
    /// The name of the reference rate.
    pub reference: &'static str,
    /// The first day.
    pub from: NaiveDate,
    /// The last day for which the rate is known.
    pub until: NaiveDate,
    /// The rate.
    pub rate: Sourced<Rate>,
}

/// Returns the reference rates that this library knows, by reference and then by date.
///
/// They are few: the half-years for which a source was at hand. They are for examples, and for
/// checking a history of rates. To charge interest, take that history from its publisher.
#[must_use]
pub const fn published_rates() -> &'static [PublishedRate] {
    RATES
}

/// Makes a series of the published rates that have at least this confirmation.
///
/// The days between them are gaps, and the rate is unknown after the last. It is `None` if no rate
/// is left.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::receivable::regime::published_series;
/// use keqing::vocab::source::Confirmation;
///
/// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
/// let base_rate = published_series("Basiszinssatz, BGB 247", Confirmation::Secondary).ok_or("none")?;
/// assert_eq!(base_rate.rate_on(date(2020, 2, 1)?)?, "-0.88 % per year".parse()?);
/// assert!(base_rate.rate_on(date(2022, 2, 1)?).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn published_series(reference: &str, at_least: Confirmation) -> Option<RateSeries> {
    let good = |rate: &&PublishedRate| {
        rate.reference == reference && rate.rate.provenance().confirmation() >= at_least
    };
    let begins = |day: NaiveDate| RATES.iter().filter(good).any(|rate| rate.from == day);
    let steps = RATES.iter().filter(good).flat_map(|rate| {
        let ends = rate.until.succ_opt().filter(|day| !begins(*day));
        let step = RateStep::new(rate.from, *rate.rate.value());
        core::iter::once(step).chain(ends.map(RateStep::unknown))
    });
    RateSeries::new(steps).ok()
}

/// The rate of the main refinancing operations of the European Central Bank.
pub(super) const ECB_REFINANCING: &str = "ECB main refinancing rate";

pub(super) const GERMAN_BASE_RATE: &str = "Basiszinssatz, BGB 247";

pub(super) const AUSTRIAN_BASE_RATE: &str = "Basiszinssatz, Austria";

pub(super) const BANK_RATE: &str = "Bank of England Bank Rate";

pub(super) const FRENCH_LEGAL_RATE: &str = "taux d'intérêt légal";

pub(super) const LOAN_PRIME_RATE: &str = "one-year loan prime rate";

pub(super) const RBI_BANK_RATE: &str = "RBI bank rate";

pub(super) const TREASURY_RATE: &str = "Treasury prompt payment rate";

/// The rates by reference and then by date. The refinancing rate and Bank Rate moved within the
/// half-years. Only the day on which a statute reads them is known here.
const RATES: &[PublishedRate] = &[
    read(BANK_RATE, date(2017, 6, 30), BY_LOVETTS, 250),
    read(BANK_RATE, date(2018, 12, 31), BANK_DATA, 750),
    read(BANK_RATE, date(2019, 6, 30), BANK_DATA, 750),
    read(BANK_RATE, date(2019, 12, 31), BANK_DATA, 750),
    read(BANK_RATE, date(2020, 6, 30), BANK_DATA, 100),
    read(BANK_RATE, date(2020, 12, 31), BANK_DATA, 100),
    read(BANK_RATE, date(2021, 6, 30), BANK_DATA, 100),
    read(BANK_RATE, date(2021, 12, 31), BANK_DATA, 250),
    read(BANK_RATE, date(2022, 6, 30), BANK_DATA, 1250),
    read(BANK_RATE, date(2022, 12, 31), BANK_DATA, 3500),
    read(BANK_RATE, date(2023, 6, 30), BANK_DATA, 5000),
    read(BANK_RATE, date(2023, 12, 31), BANK_DATA, 5250),
    read(BANK_RATE, date(2024, 6, 30), BANK_DATA, 5250),
    read(BANK_RATE, date(2024, 12, 31), BANK_DATA, 4750),
    read(BANK_RATE, date(2025, 6, 30), BANK_DATA, 4250),
    PublishedRate {
        reference: GERMAN_BASE_RATE,
        from: date(2009, 1, 1),
        until: date(2009, 6, 30),
        rate: secondary(rate(1620), "lifepr.de, on the notice of the Bundesbank"),
    },
    PublishedRate {
        reference: GERMAN_BASE_RATE,
        from: date(2014, 7, 1),
        until: date(2014, 12, 31),
        rate: secondary(rate(-730), "rechtsanwaeltin-fuldner.de"),
    },
    PublishedRate {
        reference: GERMAN_BASE_RATE,
        from: date(2015, 1, 1),
        until: date(2015, 6, 30),
        rate: secondary(rate(-830), "bauprofessor.de; lifepr.de"),
    },
    PublishedRate {
        reference: GERMAN_BASE_RATE,
        from: date(2016, 7, 1),
        until: date(2021, 6, 30),
        rate: secondary(rate(-880), "bauprofessor.de; lifepr.de"),
    },
    PublishedRate {
        reference: GERMAN_BASE_RATE,
        from: date(2023, 1, 1),
        until: date(2023, 6, 30),
        rate: secondary(rate(1620), "frappe/erpnext issue 37095, less nine points"),
    },
    PublishedRate {
        reference: GERMAN_BASE_RATE,
        from: date(2023, 7, 1),
        until: date(2023, 12, 31),
        rate: secondary(rate(3120), "frappe/erpnext issue 37095, less nine points"),
    },
    PublishedRate {
        reference: GERMAN_BASE_RATE,
        from: date(2024, 1, 1),
        until: date(2024, 6, 30),
        rate: from_memory(rate(3620), AS_MOVED),
    },
    PublishedRate {
        reference: GERMAN_BASE_RATE,
        from: date(2024, 7, 1),
        until: date(2024, 12, 31),
        rate: from_memory(rate(3370), AS_MOVED),
    },
    PublishedRate {
        reference: GERMAN_BASE_RATE,
        from: date(2025, 1, 1),
        until: date(2025, 6, 30),
        rate: from_memory(rate(2270), AS_MOVED),
    },
    PublishedRate {
        reference: GERMAN_BASE_RATE,
        from: date(2025, 7, 1),
        until: date(2025, 12, 31),
        rate: from_memory(rate(1270), AS_MOVED),
    },
    read(ECB_REFINANCING, date(2022, 7, 1), ECB_DATA, 0),
    read(ECB_REFINANCING, date(2023, 1, 1), ECB_DATA, 2500),
    read(ECB_REFINANCING, date(2023, 7, 1), ECB_DATA, 4000),
    read(ECB_REFINANCING, date(2024, 1, 1), ECB_DATA, 4500),
    PublishedRate {
        reference: ECB_REFINANCING,
        from: date(2024, 7, 1),
        until: date(2024, 7, 1),
        rate: confirmed(
            rate(4250),
            "enterprise.gov.ie, late payments, questions and answers",
        ),
    },
    read(ECB_REFINANCING, date(2025, 1, 1), ECB_DATA, 3150),
    read(ECB_REFINANCING, date(2025, 7, 1), ECB_DATA, 2150),
    read(ECB_REFINANCING, date(2026, 1, 1), ECB_DATA, 2150),
    read(ECB_REFINANCING, date(2026, 7, 1), "getinvoicepdf.com", 2400),
    PublishedRate {
        reference: TREASURY_RATE,
        from: date(2013, 1, 1),
        until: date(2013, 6, 30),
        rate: secondary(rate(1375), "brggovconinsight.com"),
    },
    PublishedRate {
        reference: TREASURY_RATE,
        from: date(2013, 7, 1),
        until: date(2013, 12, 31),
        rate: secondary(rate(1750), "brggovconinsight.com"),
    },
    PublishedRate {
        reference: TREASURY_RATE,
        from: date(2015, 1, 1),
        until: date(2015, 6, 30),
        rate: secondary(rate(2125), "pacificnwc.blogspot.com"),
    },
    PublishedRate {
        reference: TREASURY_RATE,
        from: date(2015, 7, 1),
        until: date(2015, 12, 31),
        rate: secondary(rate(2375), "pacificnwc.blogspot.com"),
    },
    PublishedRate {
        reference: TREASURY_RATE,
        from: date(2021, 1, 1),
        until: date(2021, 6, 30),
        rate: secondary(rate(875), "86 FR 7457, by usregs.ai"),
    },
];

/// Makes a reference rate that is known on the one day on which it is read, in thousandths of a
/// percent.
const fn read(
    reference: &'static str,
    day: NaiveDate,
    source: &'static str,
    thousandths: i16,
) -> PublishedRate {
    PublishedRate {
        reference,
        from: day,
        until: day,
        rate: secondary(rate(thousandths), source),
    }
}

const fn rate(thousandths: i16) -> Rate {
    Rate::thousandths_of_percent(thousandths)
}

const AS_MOVED: &str = "moved as the refinancing rate did";

const BANK_DATA: &str = "Bank Rate of datasets/interest-rates-gb";

const BY_LOVETTS: &str = "lovetts.co.uk";

const ECB_DATA: &str = "ECB by FRED, ECBMRRFR";
