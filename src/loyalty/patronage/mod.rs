//! The reasons for which the customer comes: price or feeling (光顾缘由: GEN-07, GEN-20).
//!
//! ```text
//! PatronageFacts -> patronage -> Patronage   for the price, the feeling, both or neither, and what repetition rests on
//! ```
//!
//! - *Looks at*: The reasons that the customer itself gave, and the basis of its repeat purchases.
//! - *Why*: Trade that goes on for price, time or convenience makes no relationship.
//! - *Breaks it*: A customer that comes for the price alone. Repeat purchases without any feeling.
//! - *Keeps it*: A reason asked of the customer, and a feeling among the reasons.
//! - *Rules*: GEN-07, GEN-20.
//!
//! # Examples
//!
//! A customer comes for a low price and because it feels better about us than about others.
//!
//! ```
//! use keqing::loyalty::LoyaltyPolicy;
//! use keqing::loyalty::patronage::{PatronageFacts, PatronageReason, patronage};
//! use keqing::vocab::known::Stated;
//! use keqing::vocab::answers::PatronageDrive;
//!
//! let mut facts = PatronageFacts::new();
//! facts.reasons = Stated::customer_stated(PatronageReason::Feeling | PatronageReason::LowPrice);
//! let today = chrono::NaiveDate::from_ymd_opt(2024, 6, 30).ok_or("no such date")?;
//! let found = patronage(&LoyaltyPolicy::standard(), &facts, today).into_value().ok_or("nothing known")?;
//! assert_eq!(found.drive, Some(PatronageDrive::Both));
//! # Ok::<(), &str>(())
//! ```

mod facts;
mod reason;

pub(crate) use facts::{Ended, reasons};
pub use facts::{PatronageFacts, PatronageGrounds};
pub use reason::PatronageReason;

use chrono::NaiveDate;

use crate::form::record;
use crate::loyalty::cards::genuine::{GEN_07, GEN_20};
use crate::loyalty::day::{Day, lapsed};
use crate::loyalty::patronage::reason::{drive, is_price_alone, willed};
use crate::loyalty::policy::LoyaltyPolicy;
use crate::verdict::{Assessment, Evidence, Fact, Found, Presence, Recorder, Subject};
use crate::vocab::answers::PatronageDrive;
use crate::vocab::known::Grade;
use crate::vocab::set::Set;
use crate::vocab::words::{Side, words};

record! {
    /// The reasons of a customer to buy from us, and the basis of its staying (光顾评定).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct Patronage {
        /// The drive that brings the customer; `None` if it gave no reason itself.
        pub drive: Option<PatronageDrive>,
        /// The basis of its repeat purchases; `None` if there are none or it is unknown.
        pub repeat: Option<RepeatBasis>,
    }
}

words! {
    /// The basis of repeat purchases (重复购买的依据) (GEN-07).
    pub open enum RepeatBasis {
        /// The customer feels nothing, and names only convenience, time or price.
        MereConvenience = "mere-convenience", "mere convenience", "只图便利", "只圖便利";
        /// The customer feels nothing, whatever else it names.
        Unfelt = "unfelt", "without feeling", "没有情感", "沒有情感";
        /// The customer feels something for us.
        Affect = "affect", "feeling", "情感", "情感";
    }
}

/// Assesses the reasons for which a customer buys from us, and the basis of its repeat purchases.
///
/// It buys for the price, for the feeling, for both or for neither ([`GEN_20`]). A low price as the only
/// reason, beside convenience and time at most, is a breach. Only reasons that the customer states
/// count, and no reason is a missing one. A contract, and that there is no alternative, are no reasons
/// of its own will, and make no difference. A customer that names a feeling as a
/// reason has one. A customer that keeps buying and feels nothing has no relationship with us,
/// whatever its reason ([`GEN_07`]). In a [`LoyaltyPicture`](crate::loyalty::LoyaltyPicture) its kind
/// words count as far as satisfaction supports them. A statement counts for as long as the policy lets a
/// word count. The value is `None` if neither part is known.
///
/// # Examples
///
/// ```
/// use keqing::loyalty::LoyaltyPolicy;
/// use keqing::loyalty::patronage::{PatronageFacts, PatronageReason, RepeatBasis, patronage};
/// use keqing::verdict::Presence;
/// use keqing::vocab::known::Stated;
/// use keqing::vocab::answers::PatronageDrive;
///
/// let mut facts = PatronageFacts::new();
/// facts.reasons = Stated::customer_stated(PatronageReason::Convenience | PatronageReason::LowPrice);
/// facts.repeat = Stated::measured(Presence::Present);
/// facts.affect = Stated::customer_stated(Presence::Absent);
/// let today = chrono::NaiveDate::from_ymd_opt(2024, 6, 30).ok_or("no such date")?;
/// let found = patronage(&LoyaltyPolicy::standard(), &facts, today).into_value().ok_or("nothing known")?;
/// assert_eq!(found.drive, Some(PatronageDrive::Price));
/// assert_eq!(found.repeat, Some(RepeatBasis::MereConvenience));
/// # Ok::<(), &str>(())
/// ```
pub fn patronage(
    policy: &LoyaltyPolicy,
    facts: &PatronageFacts,
    as_of: NaiveDate,
) -> Assessment<Patronage> {
    let day = Day::of(policy, as_of);
    let (grounds, ended) = (facts.read(day), facts.ended(day));
    let words = KindWords {
        count_reasons: true,
        stand: true,
    };
    Assessment::of(|r| consult(&grounds, ended, words, r))
}

/// The weight of the customer's kind words, which the rest of its facts decide.
#[derive(Clone, Copy, Debug)]
pub(crate) struct KindWords {
    /// A feeling that is named as a reason counts, because the customer never spoke of it otherwise.
    pub(crate) count_reasons: bool,
    /// Satisfaction and freedom let kind words stand (SAT-08).
    pub(crate) stand: bool,
}

/// Consults the two rules about patronage. Each line states one rule once.
pub(crate) fn consult<R: Recorder>(
    facts: &PatronageGrounds,
    ended: Ended,
    words: KindWords,
    r: &mut R,
) -> Option<Patronage> {
    let fact = Fact::PatronageReason;
    let stated = if lapsed(
        &GEN_20,
        (fact, customer()),
        &facts.reasons,
        ended.reasons,
        r,
    ) {
        None
    } else {
        r.require_grade(&GEN_20, (fact, customer()), facts.reasons)
    };
    let reasons = stated.filter(|reasons| !willed(*reasons).is_empty());
    if stated.is_some() && reasons.is_none() {
        r.miss_of(&GEN_20, fact, customer());
    }
    let drive = reasons.map(drive);
    if let (Some(reasons), Some(drive)) = (reasons, drive) {
        r.classify(&GEN_20, || {
            Evidence::found(Fact::PatronageDrive, Found::word(drive)).of(customer())
        });
        let price_alone = is_price_alone(reasons);
        r.require(&GEN_20, !price_alone, || {
            Evidence::present(fact, !price_alone).of(customer())
        });
    }
    let repeat = rests_on(facts, ended, stated, words, r);
    (drive.is_some() || repeat.is_some()).then_some(Patronage { drive, repeat })
}

/// GEN-07: a customer that keeps trading feels something.
fn rests_on<R: Recorder>(
    facts: &PatronageGrounds,
    ended: Ended,
    reasons: Option<Set<PatronageReason>>,
    words: KindWords,
    r: &mut R,
) -> Option<RepeatBasis> {
    match facts.repeat.value() {
        None => {
            let whole = Subject::Relationship;
            r.miss_since(&GEN_07, Fact::RepeatPurchase, whole, ended.repeat);
            return None;
        }
        Some(Presence::Absent) => {
            r.pass_over(&GEN_07, Fact::RepeatPurchase);
            return None;
        }
        Some(Presence::Present) => {}
    }
    let fact = Fact::EmotionalConnection;
    let named = reasons.is_some_and(|reasons| reasons.contains(PatronageReason::Feeling));
    // A guess of ours that it feels nothing is no voice, and yet enough to doubt the reason.
    let has_said = facts.affect.grade() >= Some(Grade::OWN_WORD)
        || facts.affect.value() == Some(&Presence::Absent);
    let feels = if named && words.count_reasons && !has_said {
        Presence::Present
    } else if lapsed(&GEN_07, (fact, customer()), &facts.affect, ended.affect, r) {
        return None;
    } else {
        r.require_grade(&GEN_07, (fact, customer()), facts.affect)?
    };
    let felt = feels == Presence::Present;
    if felt && !words.stand {
        r.miss(&GEN_07, Fact::LoyaltySupport);
        return None;
    }
    r.require(&GEN_07, felt, || {
        Evidence::present(fact, felt).of(customer())
    });
    let convenience = |reasons: Set<PatronageReason>| {
        !reasons.is_empty() && reasons.iter().all(PatronageReason::is_mere_convenience)
    };
    Some(if felt {
        RepeatBasis::Affect
    } else if reasons.is_some_and(convenience) {
        RepeatBasis::MereConvenience
    } else {
        RepeatBasis::Unfelt
    })
}

const fn customer() -> Subject {
    Subject::Side(Side::Customer)
}

#[cfg(test)]
mod tests {
    use super::{Patronage, PatronageFacts, PatronageGrounds, RepeatBasis};
    use crate::loyalty::patronage::reason::PatronageReason;
    use alloc::vec;

    use crate::loyalty::policy::LoyaltyPolicy;
    use crate::verdict::Presence;
    use crate::verdict::Presence::{Absent, Present};
    use crate::verdict::{Assessment, RuleId};
    use crate::vocab::answers::PatronageDrive;
    use crate::vocab::known::{Grade, Known, Stated, Statement};
    use crate::vocab::set::Set;

    use PatronageReason::{
        Contract, Convenience, Feeling, LowPrice, NoAlternative, Quality, TimeSaving,
    };

    fn june(year: i32) -> chrono::NaiveDate {
        chrono::NaiveDate::from_ymd_opt(year, 6, 1).unwrap_or_default()
    }

    fn patronage(facts: &PatronageFacts) -> Assessment<Patronage> {
        super::patronage(&LoyaltyPolicy::standard(), facts, june(2024))
    }

    #[test]
    fn reasons_grow_old_and_the_strictest_statement_counts() {
        use PatronageDrive::{Both, Price};
        let said = |reasons: Set<PatronageReason>, year| {
            Statement::new(reasons, Grade::CustomerStated).with_on(june(year))
        };
        let table = [
            (vec![said(LowPrice | Feeling, 2024)], Some(Both)),
            (vec![said(LowPrice | Feeling, 2023)], None),
            (vec![said(LowPrice | Feeling, 2025)], None),
            (
                vec![said(LowPrice | Feeling, 2024), said(LowPrice.into(), 2024)],
                Some(Price),
            ),
            (
                vec![said(LowPrice | Feeling, 2024), said(LowPrice.into(), 2022)],
                Some(Both),
            ),
        ];
        for (reasons, expected) in table {
            let facts = PatronageFacts::new().with_reasons(Stated::several(reasons));
            let found = patronage(&facts).into_value().and_then(|found| found.drive);
            assert_eq!(found, expected, "{facts:?}");
        }
    }

    fn breached(found: &Assessment<Patronage>, number: u16) -> bool {
        found.breaches(RuleId::known("GEN", number))
    }

    #[test]
    fn price_and_feeling_are_told_apart_by_the_customers_own_reasons() {
        use PatronageDrive::{Both, Neither, Price};
        let table = [
            (Known::Unknown, None),
            (Known::estimated(LowPrice.into()), None),
            (Known::customer_stated(LowPrice.into()), Some(Price)),
            (Known::customer_stated(LowPrice | Quality), Some(Price)),
            (Known::customer_stated(LowPrice | Feeling), Some(Both)),
            (
                Known::customer_stated(Feeling.into()),
                Some(PatronageDrive::Feeling),
            ),
            (Known::customer_stated(Quality.into()), Some(Neither)),
            (Known::customer_stated(LowPrice | Convenience), Some(Price)),
            (Known::customer_stated(LowPrice | Contract), Some(Price)),
            (Known::customer_stated(NoAlternative | Contract), None),
            (
                Known::customer_stated(NoAlternative | Quality),
                Some(Neither),
            ),
            (Known::customer_stated(Set::empty()), None),
        ];
        for (reasons, expected) in table {
            let found = patronage(&PatronageFacts::new().with_reasons(reasons));
            let names_quality = reasons.value().is_some_and(|all| all.contains(Quality));
            let is_broken = expected == Some(Price) && !names_quality;
            assert_eq!(breached(&found, 20), is_broken, "{reasons:?}");
            let drive = found.into_value().and_then(|found| found.drive);
            assert_eq!(drive, expected, "{reasons:?}");
        }
    }

    #[test]
    fn trade_that_goes_on_without_feeling_is_no_relationship() {
        use RepeatBasis::{Affect, MereConvenience, Unfelt};
        type Row = (
            Known<Set<PatronageReason>>,
            Known<Presence>,
            Known<Presence>,
            Option<RepeatBasis>,
        );
        let said = |reasons: Set<PatronageReason>| Known::customer_stated(reasons);
        let (buys, left) = (Known::measured(Present), Known::measured(Absent));
        let (feels, cold) = (
            Known::customer_stated(Present),
            Known::customer_stated(Absent),
        );
        let mere = said(Convenience | TimeSaving | LowPrice);
        let table: [Row; 13] = [
            (mere, buys, cold, Some(MereConvenience)),
            (said(Convenience | Quality), buys, cold, Some(Unfelt)),
            (said(NoAlternative.into()), buys, cold, Some(Unfelt)),
            (said(Set::empty()), buys, cold, Some(Unfelt)),
            (Known::Unknown, buys, cold, Some(Unfelt)),
            (mere, buys, feels, Some(Affect)),
            (mere, buys, Known::estimated(Present), None),
            (mere, buys, Known::Unknown, None),
            (said(Feeling.into()), buys, Known::Unknown, Some(Affect)),
            (
                said(Feeling.into()),
                buys,
                Known::estimated(Present),
                Some(Affect),
            ),
            (said(Feeling.into()), buys, Known::estimated(Absent), None),
            (said(Feeling.into()), buys, cold, Some(Unfelt)),
            (mere, left, cold, None),
        ];
        for (reasons, repeat, affect, expected) in table {
            let grounds = PatronageGrounds {
                reasons,
                repeat,
                affect,
            };
            let found = patronage(&grounds.into());
            let broken = matches!(expected, Some(MereConvenience | Unfelt));
            assert_eq!(breached(&found, 7), broken, "{reasons:?} {affect:?}");
            let repeat = found.into_value().and_then(|found| found.repeat);
            assert_eq!(repeat, expected, "{reasons:?} {affect:?}");
        }
    }

    #[test]
    fn nothing_known_gives_no_value() {
        let found = patronage(&PatronageFacts::new());
        assert_eq!((found.value(), found.findings().gaps().count()), (None, 2));
    }
}
