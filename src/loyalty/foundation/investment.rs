use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::record;
use crate::loyalty::cards::genuine::GEN_17;
use crate::loyalty::foundation::contact::told;
use crate::loyalty::foundation::up_to;
use crate::loyalty::policy::LoyaltyPolicy;
use crate::verdict::{Bound, Evidence, Fact, Reading, Recorder, Subject};
use crate::vocab::known::Known;
use crate::vocab::time::Days;
use crate::vocab::words::{Side, words};

record! {
    /// One investment of a side in the people and processes of the relationship (关系投入).
    #[derive(Copy, Hash)]
    pub closed struct RelationshipInvestment {
        /// The side that invests.
        pub side: Side,
        /// The day of the investment.
        pub on: NaiveDate,
    }
}

impl RelationshipInvestment {
    pub(crate) const fn day(&self) -> NaiveDate {
        self.on
    }
}

words! {
    /// The horizon of an investment in people and processes (投入着眼), shorter first (GEN-17).
    pub closed enum InvestmentView {
        /// One of the sides invests over a short time only, or not at all.
        ShortTermOnly = "short-term-only", "short term only", "只顾短期", "只顧短期";
        /// Both sides invest over the long term.
        LongTerm = "long-term", "long term", "着眼长期", "著眼長期";
    }
}

/// GEN-17: both sides invest over the long term, from the first investment of each to its last one, and neither has
/// stopped for as long.
pub(crate) fn invests<R: Recorder>(
    policy: &LoyaltyPolicy,
    investments: &Known<Vec<RelationshipInvestment>>,
    as_of: NaiveDate,
    r: &mut R,
) -> Option<InvestmentView> {
    let (fact, long) = (Fact::InvestmentHorizon, policy.long_term_from());
    if !investments.is_known() {
        r.miss(&GEN_17, fact);
        return None;
    }
    let none = Days::new(0);
    let span = |side: Side| {
        let own = up_to(investments, RelationshipInvestment::day, as_of);
        let days = own.filter(move |one| one.side == side).map(|one| one.on);
        let span = days.clone().min().zip(days.max());
        span.map_or((none, none), |(first, last)| {
            let days = Days::between(first, last).unwrap_or(none);
            (days, Days::between(last, as_of).unwrap_or(none))
        })
    };
    let spans = [Side::Supplier, Side::Customer].map(|side| (side, span(side)));
    let mut views = [None, None];
    for (view, (side, (days, idle))) in views.iter_mut().zip(spans) {
        let known = investments.as_ref().map(|_| (days, idle));
        let is_long = |(days, idle): (Days, Days)| days >= long && idle <= long;
        r.open(
            &GEN_17,
            (fact, Subject::Side(side)),
            known,
            is_long,
            |(days, idle)| match days >= long {
                true => Reading::days(idle, Bound::AtMost, long),
                false => Reading::days(days, Bound::AtLeast, long),
            },
        );
        *view = told(known, is_long((days, idle)));
    }
    let shorter = spans.into_iter().map(|(_, (days, _))| days).min();
    let view = match views {
        [Some(false), _] | [_, Some(false)] => InvestmentView::ShortTermOnly,
        [Some(true), Some(true)] => InvestmentView::LongTerm,
        _ => return None,
    };
    if let Some(days) = shorter {
        r.classify(&GEN_17, || Evidence::found(fact, days));
    }
    Some(view)
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::{InvestmentView, RelationshipInvestment, invests};
    use crate::loyalty::policy::LoyaltyPolicy;
    use crate::verdict::{Findings, Subject};
    use crate::vocab::known::{Grade, Known};
    use crate::vocab::words::Side::{self, Customer, Supplier};

    use InvestmentView::{LongTerm, ShortTermOnly};

    type Row = (&'static [(Side, i64)], Grade, Option<InvestmentView>, usize);

    /// Our span is a year to the day, and that of the customer is a day short of it, or not.
    const OURS: [(Side, i64); 2] = [(Supplier, 400), (Supplier, 35)];
    const SHORT: [(Side, i64); 4] = [OURS[0], OURS[1], (Customer, 500), (Customer, 136)];
    const LONG: [(Side, i64); 4] = [OURS[0], OURS[1], (Customer, 500), (Customer, 135)];

    /// Each side invested for more than a year, and then stopped for a day longer than that.
    const STOPPED: [(Side, i64); 4] = [
        (Supplier, 900),
        (Supplier, 366),
        (Customer, 900),
        (Customer, 365),
    ];

    const TABLE: [Row; 7] = [
        (&STOPPED, Grade::Measured, Some(ShortTermOnly), 1),
        (&[], Grade::Measured, Some(ShortTermOnly), 2),
        (&OURS, Grade::Measured, Some(ShortTermOnly), 1),
        (&SHORT, Grade::Measured, Some(ShortTermOnly), 1),
        (&LONG, Grade::Measured, Some(LongTerm), 0),
        (&LONG, Grade::Estimated, None, 0),
        // What is dated later is ignored.
        (
            &[(Supplier, 400), (Supplier, -1)],
            Grade::Estimated,
            Some(ShortTermOnly),
            2,
        ),
    ];

    #[test]
    fn each_finding_is_about_the_side_that_it_names() {
        let today = chrono::NaiveDate::from_ymd_opt(2024, 12, 31).unwrap_or_default();
        let ago = |days| today.checked_sub_days(chrono::Days::new(days));
        let one = |(side, age)| RelationshipInvestment {
            side,
            on: ago(age).unwrap_or_default(),
        };
        for side in Side::ALL {
            let known = Known::measured([(side, 400), (side, 35)].map(one).to_vec());
            let findings = Findings::of(|r| {
                invests(&LoyaltyPolicy::standard(), &known, today, r);
            });
            let named = findings.breaches().map(|breach| breach.evidence.subject);
            assert!(named.eq([Subject::Side(side.opposite())]), "{side}");
        }
    }

    #[test]
    fn both_sides_invest_over_a_year() {
        let today = chrono::NaiveDate::from_ymd_opt(2024, 12, 31).unwrap_or_default();
        for (investments, grade, expected, breaches) in TABLE {
            let one = |(side, age): &(Side, i64)| RelationshipInvestment {
                side: *side,
                on: today
                    .checked_sub_signed(chrono::TimeDelta::days(*age))
                    .unwrap_or_default(),
            };
            let known = Known::graded(investments.iter().map(one).collect::<Vec<_>>(), grade);
            let mut view = None;
            let findings = Findings::of(|r| {
                view = invests(&LoyaltyPolicy::standard(), &known, today, r);
            });
            assert_eq!(view, expected, "{investments:?}");
            assert_eq!(findings.breaches().count(), breaches, "{investments:?}");
        }
    }
}
