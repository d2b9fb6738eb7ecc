use crate::receivable::regime::data::date;
use crate::receivable::regime::published_rate::PublishedRate;
use crate::receivable::regime::reference_names::{
    AUSTRIAN_BASE_RATE, BANK_RATE, ECB_REFINANCING, FRENCH_LEGAL_RATE, GERMAN_BASE_RATE,
    NBP_REFERENCE_RATE, RBI_BANK_RATE, TREASURY_RATE,
};
use crate::vocab::rate::Rate;
use crate::vocab::source::{confirmed, from_memory, secondary};

/// Writes the rates of one reference after another, in thousandths of a percent.
///
/// A line names the reference, the confirmation and the source, and then the days: one day on which the rate was
/// read, or the first and the last for which it is known.
macro_rules! rates {
    ($(
        $reference:ident, $confirmation:ident, $source:expr =>
        $(
            $year:literal - $month:literal - $day:literal
            $(to $last_year:literal - $last_month:literal - $last_day:literal)? = $rate:expr
        ),+;
    )+) => {
        &[$($(
            PublishedRate {
                reference: $reference,
                from: date($year, $month, $day),
                until: rates!(
                    @until ($year, $month, $day) $(($last_year, $last_month, $last_day))?
                ),
                rate: $confirmation(Rate::thousandths_of_percent($rate), $source),
            }
        ),+),+]
    };
    (@until ($($only:literal),+)) => { date($($only),+) };
    (@until ($($first:literal),+) ($($last:literal),+)) => { date($($last),+) };
}

/// The rates by reference and then by date. Bank Rate and the rate of Poland
/// moved between their days: only the days on which a statute reads them are known.
pub(super) const RATES: &[PublishedRate] = rates! {
    BANK_RATE, secondary, PAYONTIME =>
        2011-6-30 = 500, 2011-12-31 = 500, 2012-6-30 = 500, 2012-12-31 = 500, 2013-6-30 = 500,
        2013-12-31 = 500, 2014-6-30 = 500, 2014-12-31 = 500, 2015-6-30 = 500, 2015-12-31 = 500,
        2016-6-30 = 500, 2016-12-31 = 250;
    BANK_RATE, secondary, BANK_DATA =>
        2017-6-30 = 250;
    BANK_RATE, secondary, PAYONTIME =>
        2017-12-31 = 500, 2018-6-30 = 500;
    BANK_RATE, secondary, BANK_DATA =>
        2018-12-31 = 750, 2019-6-30 = 750, 2019-12-31 = 750, 2020-6-30 = 100, 2020-12-31 = 100,
        2021-6-30 = 100, 2021-12-31 = 250, 2022-6-30 = 1250, 2022-12-31 = 3500, 2023-6-30 = 5000,
        2023-12-31 = 5250, 2024-6-30 = 5250;
    BANK_RATE, secondary, BANK_DATA_ALONE =>
        2024-12-31 = 4750, 2025-6-30 = 4250;
    BANK_RATE, from_memory, "the decision of December 2025" =>
        2025-12-31 = 3750;
    BANK_RATE, secondary, "usewolfx.com" =>
        2026-6-30 = 3750;
    AUSTRIAN_BASE_RATE, confirmed, OENB =>
        2013-1-1 = 380, 2013-7-1 = -120, 2014-1-1 = -120, 2014-7-1 = -120, 2015-1-1 = -120,
        2015-7-1 = -120, 2016-1-1 = -120, 2016-7-1 = -620, 2017-1-1 = -620, 2017-7-1 = -620,
        2018-1-1 = -620, 2018-7-1 = -620, 2019-1-1 = -620, 2019-7-1 = -620, 2020-1-1 = -620,
        2020-7-1 = -620, 2021-1-1 = -620, 2021-7-1 = -620, 2022-1-1 = -620, 2022-7-1 = -620,
        2023-1-1 = 1880, 2023-7-1 = 3380, 2024-1-1 = 3880;
    AUSTRIAN_BASE_RATE, secondary, "wko.at" =>
        2024-7-1 = 3880;
    GERMAN_BASE_RATE, secondary, "lifepr.de, on the notice of the Bundesbank" =>
        2009-1-1 to 2009-6-30 = 1620;
    GERMAN_BASE_RATE, secondary, "rechtsanwaeltin-fuldner.de" =>
        2014-7-1 to 2014-12-31 = -730;
    GERMAN_BASE_RATE, secondary, "bauprofessor.de; boersen-zeitung.de" =>
        2015-1-1 to 2016-6-30 = -830;
    GERMAN_BASE_RATE, secondary, "bauprofessor.de; stb-bruns.com" =>
        2016-7-1 to 2022-12-31 = -880;
    GERMAN_BASE_RATE, secondary, "stb-bruns.com; frappe/erpnext issue 37095" =>
        2023-1-1 to 2023-6-30 = 1620;
    GERMAN_BASE_RATE, secondary, "flash-up.com; frappe/erpnext issue 37095" =>
        2023-7-1 to 2023-12-31 = 3120;
    GERMAN_BASE_RATE, secondary, "flash-up.com" =>
        2024-1-1 to 2024-6-30 = 3620;
    GERMAN_BASE_RATE, secondary, "BGB 247(1), by the refinancing rate, which went from 4.50 to 4.25" =>
        2024-7-1 to 2024-12-31 = 3370;
    GERMAN_BASE_RATE, secondary, "iww.de" =>
        2025-1-1 to 2025-6-30 = 2270;
    GERMAN_BASE_RATE, secondary, "iww.de; malerblog.net" =>
        2025-7-1 to 2025-12-31 = 1270;
    GERMAN_BASE_RATE, secondary, "finanzmarktnachrichten.de" =>
        2026-1-1 to 2026-6-30 = 1270;
    ECB_REFINANCING, confirmed, ECB_CHANGES =>
        2008-10-15 to 2008-11-11 = 3750,
        2008-11-12 to 2008-12-9 = 3250,
        2008-12-10 to 2009-1-20 = 2500,
        2009-1-21 to 2009-3-10 = 2000,
        2009-3-11 to 2009-4-7 = 1500,
        2009-4-8 to 2009-5-12 = 1250,
        2009-5-13 to 2011-4-12 = 1000,
        2011-4-13 to 2011-7-12 = 1250,
        2011-7-13 to 2011-11-8 = 1500,
        2011-11-9 to 2011-12-13 = 1250,
        2011-12-14 to 2012-7-10 = 1000,
        2012-7-11 to 2013-5-7 = 750,
        2013-5-8 to 2013-11-12 = 500,
        2013-11-13 to 2014-6-10 = 250,
        2014-6-11 to 2014-9-9 = 150,
        2014-9-10 to 2016-3-15 = 50,
        2016-3-16 to 2022-7-26 = 0,
        2022-7-27 to 2022-9-13 = 500,
        2022-9-14 to 2022-11-1 = 1250,
        2022-11-2 to 2022-12-20 = 2000,
        2022-12-21 to 2023-2-7 = 2500,
        2023-2-8 to 2023-3-21 = 3000,
        2023-3-22 to 2023-5-9 = 3500,
        2023-5-10 to 2023-6-20 = 3750,
        2023-6-21 to 2023-8-1 = 4000,
        2023-8-2 to 2023-9-19 = 4250,
        2023-9-20 to 2024-6-11 = 4500,
        2024-6-12 to 2024-9-17 = 4250,
        2024-9-18 to 2024-10-22 = 3650;
    ECB_REFINANCING, secondary, ECB_DATA =>
        2024-10-23 to 2024-12-17 = 3400,
        2024-12-18 to 2025-2-4 = 3150,
        2025-2-5 to 2025-3-11 = 2900,
        2025-3-12 to 2025-4-22 = 2650,
        2025-4-23 to 2025-6-10 = 2400;
    ECB_REFINANCING, confirmed, "ECB by FRED, ECBMRRFR; finanzmarktnachrichten.de" =>
        2025-6-11 to 2026-1-1 = 2150;
    ECB_REFINANCING, secondary, "getinvoicepdf.com, one page only" =>
        2026-7-1 = 2400;
    NBP_REFERENCE_RATE, from_memory, NBP_DECISIONS =>
        2020-1-1 = 1500;
    NBP_REFERENCE_RATE, secondary, "drabik.pl, less ten points" =>
        2020-7-1 = 100;
    NBP_REFERENCE_RATE, from_memory, NBP_DECISIONS =>
        2021-1-1 = 100, 2021-7-1 = 100, 2022-1-1 = 1750, 2022-7-1 = 6000, 2023-1-1 = 6750,
        2023-7-1 = 6750, 2024-1-1 = 5750;
    NBP_REFERENCE_RATE, secondary, "inforfk.pl, less ten points" =>
        2024-7-1 = 5750;
    NBP_REFERENCE_RATE, from_memory, NBP_DECISIONS =>
        2025-1-1 = 5750, 2025-7-1 = 5250, 2026-1-1 = 4000;
    RBI_BANK_RATE, confirmed, "website.rbi.org.in, RBI/2022-23/65" =>
        2022-6-8 to 2022-8-4 = 5150;
    RBI_BANK_RATE, from_memory, RBI_DECISIONS =>
        2022-8-5 to 2022-9-29 = 5650, 2022-9-30 to 2022-12-6 = 6150, 2022-12-7 to 2023-2-7 = 6500,
        2023-2-8 to 2025-2-6 = 6750;
    RBI_BANK_RATE, secondary, "chartforest.com, the rate before that of April 2025" =>
        2025-2-7 to 2025-4-8 = 6500;
    RBI_BANK_RATE, secondary, "chartforest.com; bankinginsights.blog" =>
        2025-4-9 to 2025-6-5 = 6250;
    RBI_BANK_RATE, from_memory, RBI_DECISIONS =>
        2025-6-6 to 2025-12-4 = 5750;
    TREASURY_RATE, confirmed, "Federal Register, E8-30932" =>
        2009-1-1 to 2009-6-30 = 5625;
    TREASURY_RATE, secondary, "brggovconinsight.com" =>
        2013-1-1 to 2013-6-30 = 1375, 2013-7-1 to 2013-12-31 = 1750;
    TREASURY_RATE, secondary, "pacificnwc.blogspot.com" =>
        2015-1-1 to 2015-6-30 = 2125, 2015-7-1 to 2015-12-31 = 2375;
    TREASURY_RATE, confirmed, "Federal Register, 2015-32957" =>
        2016-1-1 to 2016-6-30 = 2500;
    TREASURY_RATE, confirmed, "82 FR 910" =>
        2017-1-1 to 2017-6-30 = 2500;
    TREASURY_RATE, secondary, "86 FR 7457, by usregs.ai" =>
        2021-1-1 to 2021-6-30 = 875;
    TREASURY_RATE, confirmed, "86 FR 38813" =>
        2021-7-1 to 2021-12-31 = 1125;
    TREASURY_RATE, secondary, "the notice of the Federal Register, by couponfollow.site" =>
        2023-7-1 to 2023-12-31 = 4875;
    TREASURY_RATE, confirmed, "89 FR 58467" =>
        2024-7-1 to 2024-12-31 = 4875;
    TREASURY_RATE, confirmed, "90 FR 10678" =>
        2025-1-1 to 2025-6-30 = 4625;
    FRENCH_LEGAL_RATE, secondary, "cabinet-cec.fr" =>
        2020-1-1 to 2020-6-30 = 870, 2020-7-1 to 2020-12-31 = 840;
    FRENCH_LEGAL_RATE, secondary, "dandrel-avocats.fr; dormane.fr" =>
        2021-1-1 to 2021-6-30 = 790;
    FRENCH_LEGAL_RATE, secondary, "dandrel-avocats.fr" =>
        2021-7-1 to 2021-12-31 = 760;
    FRENCH_LEGAL_RATE, secondary, "ksca.fr" =>
        2025-1-1 to 2025-6-30 = 3710;
};

const BANK_DATA: &str = "payontime.co.uk; Bank Rate of datasets/interest-rates-gb";

const BANK_DATA_ALONE: &str = "Bank Rate of datasets/interest-rates-gb";

const ECB_DATA: &str = "ECB by FRED, ECBMRRFR";

/// The changes of the rate. The days on which statutes read it agree with enterprise.gov.ie and the BOE.
const ECB_CHANGES: &str =
    "ECB by FRED, ECBMRRFR; banque-france.fr, policy rates; enterprise.gov.ie, table of rates";

const NBP_DECISIONS: &str = "the decisions of the central bank of Poland";

const OENB: &str = "oenb.at, interest rates on business arrears, table";

const RBI_DECISIONS: &str = "the decisions of the central bank of India";

const PAYONTIME: &str = "payontime.co.uk, table of reference rates";
