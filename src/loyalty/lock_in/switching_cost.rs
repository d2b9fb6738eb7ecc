use alloc::boxed::Box;

use chrono::NaiveDate;
use thiserror::Error;

use crate::form::{Several, every, record, several};
use crate::loyalty::cards::switching::SWC_01;
use crate::verdict::{Assessment, Bound, Evidence, Fact, Presence, Recorder};
use crate::vocab::known::{Grade, Known};
use crate::vocab::money::{Money, MoneyError};
use crate::vocab::words::words;

words! {
    /// A facet of what a customer would lose or spend by moving to another supplier (转换成本的八个方面).
    pub closed enum SwitchingFacet in Set {
        /// The uncertainty whether the new supplier performs.
        EconomicRisk = "economic-risk", "economic risk", "经济风险", "經濟風險";
        /// The time and effort to find and compare suppliers.
        Evaluation = "evaluation", "evaluation", "评估", "評估";
        /// The effort of learning to work with the new supplier, such as retraining.
        Learning = "learning", "learning", "学习", "學習";
        /// The cost of setting up: equipment, spare parts, interfaces.
        Setup = "setup", "setting up", "安装准备", "安裝準備";
        /// The loss of benefits earned by staying: points, rebates.
        BenefitLoss = "benefit-loss", "loss of benefits", "利益损失", "利益損失";
        /// The one-off payments: fees of leaving and of joining.
        MonetaryLoss = "monetary-loss", "monetary loss", "金钱损失", "金錢損失";
        /// The loss of the people one works with.
        PersonalRelationshipLoss = "personal-relationship-loss", "loss of personal relations", "人际关系损失", "人際關係損失";
        /// The loss of the brand one identifies with.
        BrandRelationshipLoss = "brand-relationship-loss", "loss of the brand relation", "品牌关系损失", "品牌關係損失";
    }
}

words! {
    /// The kind of a switching cost (转换成本类别).
    pub closed enum SwitchingCostKind {
        /// Time and effort; the cost locks in.
        Procedural = "procedural", "procedural", "程序性", "程序性";
        /// Money; the cost locks in.
        Financial = "financial", "financial", "财务性", "財務性";
        /// People and identity; the cost is attachment and locks nobody in.
        Relational = "relational", "relational", "关系性", "關係性";
    }
}

impl SwitchingFacet {
    /// Returns the kind of cost to which the facet belongs.
    #[must_use]
    pub const fn kind(self) -> SwitchingCostKind {
        match self {
            Self::EconomicRisk | Self::Evaluation | Self::Learning | Self::Setup => {
                SwitchingCostKind::Procedural
            }
            Self::BenefitLoss | Self::MonetaryLoss => SwitchingCostKind::Financial,
            Self::PersonalRelationshipLoss | Self::BrandRelationshipLoss => {
                SwitchingCostKind::Relational
            }
        }
    }
}

impl SwitchingCostKind {
    /// Returns whether the cost locks in; one of people and identity is attachment.
    #[must_use]
    pub const fn locks_in(self) -> bool {
        matches!(self, Self::Procedural | Self::Financial)
    }
}

words! {
    /// The occurrence of a cost: once, or again and again (发生方式).
    pub closed enum Occurrence {
        /// The cost comes once, by the move itself.
        OneOff = "one-off", "once", "一次性", "一次性";
        /// The cost recurs, such as a difference in price: it is no switching cost (SWC-01).
        Recurring = "recurring", "again and again", "经常性", "經常性";
    }
}

record! {
    /// One cost of moving to another supplier (转换成本项).
    #[derive(Copy, Hash)]
    pub closed struct SwitchingCostItem {
        /// The facet of the cost.
        pub facet: SwitchingFacet,
        /// The amount of the cost, zero or more.
        pub amount: Money,
        /// The occurrence of the cost: once, or again and again.
        pub occurrence: Occurrence,
        /// The grade of the evidence.
        pub grade: Grade,
        /// The day on which it was learnt; without one it is of the day that is asked about.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub on: Option<NaiveDate>,
    }
}

record! {
    /// The one-off cost of moving to another supplier (转换成本), SWC-01.
    ///
    /// Costs that lock in and costs of attachment are two separate sums.
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct SwitchingCost {
        /// The procedural and the financial costs, which hold the customer whether it likes us or
        /// not.
        pub lock_in: Money,
        /// The relational costs: the people and the brand that the customer would miss.
        pub attachment: Money,
        /// The customer's own word that it would miss something.
        pub misses: Known<Presence>,
    }
}

/// Adds up the one-off costs of moving: those that lock in, and those that are attachment.
///
/// Costs that come again and again, such as a difference in price, are left out and reported
/// (SWC-01). Relational costs are no lock-in. A customer that names some itself would miss us, and
/// [`bond`](crate::loyalty::bond::bond) counts that as feeling.
///
/// The value is `None` if no one-off cost was named. An item of zero states that there is none.
///
/// # Errors
///
/// [`SwitchingCostError`] is returned when a cost is negative, currencies differ or the sum is too
/// large. It holds the error of every negative cost, and of the first cost of every other currency.
///
/// # Examples
///
/// ```
/// use keqing::loyalty::lock_in::{Occurrence, SwitchingCostItem, SwitchingFacet, switching_cost};
/// use keqing::vocab::known::Grade;
///
/// let item = |facet, amount: &str, grade| Ok::<_, keqing::vocab::money::ParseMoneyError>(SwitchingCostItem {
///     facet,
///     amount: amount.parse()?,
///     occurrence: Occurrence::OneOff,
///     grade,
///     on: None,
/// });
/// let items = [
///     item(SwitchingFacet::Learning, "30000 CNY", Grade::Measured)?,
///     item(SwitchingFacet::Setup, "50000 CNY", Grade::Measured)?,
///     item(SwitchingFacet::PersonalRelationshipLoss, "10000 CNY", Grade::CustomerStated)?,
/// ];
/// let cost = switching_cost(&items)?.into_value().ok_or("no cost was named")?;
/// assert_eq!(cost.lock_in.to_string(), "80000 CNY");
/// assert_eq!(cost.attachment.to_string(), "10000 CNY");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn switching_cost(
    items: &[SwitchingCostItem],
) -> Result<Assessment<SwitchingCost>, SwitchingCostError> {
    let cost = add(items)?;
    Ok(Assessment::of(|r| consult(items, cost, r)))
}

/// Returned when switching costs are negative or do not go together.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum SwitchingCostError {
    /// The costs are of two currencies, or too large.
    #[error("switching cost: {0}")]
    Money(#[from] MoneyError),
    /// A cost is below zero.
    #[error("a switching cost is zero or more, got {given} for `{}`", .facet.text().in_locale(crate::vocab::words::Locale::En))]
    Negative {
        /// The facet of the cost.
        facet: SwitchingFacet,
        /// The amount given.
        given: Money,
    },
    /// Several costs are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub SwitchingCostError);

#[inline(always)]
pub(crate) fn add(
    items: &[SwitchingCostItem],
) -> Result<Option<SwitchingCost>, SwitchingCostError> {
    sum(items).map_err(|first| every_error(first, items))
}

/// Returns the error of every cost below zero, and of the first cost of every other currency; that
/// of the sum if there is none.
#[cold]
fn every_error(of_sum: SwitchingCostError, items: &[SwitchingCostItem]) -> SwitchingCostError {
    let checks = items.iter().enumerate().flat_map(|(place, item)| {
        let (facet, given) = (item.facet, item.amount);
        let above = match given.is_negative() {
            true => Err(SwitchingCostError::Negative { facet, given }),
            false => Ok(()),
        };
        let currency = given.currency();
        let mut before = items.iter().take(place);
        let is_known = before.any(|other| other.amount.currency() == currency);
        let first = items.first().filter(|_| !is_known);
        let mixed = first.map_or(Ok(()), |first| first.amount.same_currency(given));
        [above, mixed.map_err(Into::into)]
    });
    every(checks).err().unwrap_or(of_sum)
}

#[inline(always)]
fn sum(items: &[SwitchingCostItem]) -> Result<Option<SwitchingCost>, SwitchingCostError> {
    let Some(first) = items.first() else {
        return Ok(None);
    };
    let zero = Money::zero(first.amount.currency());
    let mut is_named = false;
    let mut cost = SwitchingCost {
        lock_in: zero,
        attachment: zero,
        misses: Known::Unknown,
    };
    for item in items {
        let (facet, given) = (item.facet, item.amount);
        if given.is_negative() {
            return Err(SwitchingCostError::Negative { facet, given });
        }
        if item.occurrence == Occurrence::Recurring {
            // The cost is left out, but a second currency is found all the same.
            zero.checked_cmp(given)?;
            continue;
        }
        is_named = true;
        if facet.kind().locks_in() {
            cost.lock_in = cost.lock_in.checked_add(given)?;
        } else {
            cost.attachment = cost.attachment.checked_add(given)?;
            cost.misses = missed(cost.misses, item);
        }
    }
    Ok(is_named.then_some(cost))
}

/// Returns the weakest grade of the costs that hold the customer. It is `None` if nobody named one,
/// because an unnamed cost is unknown. An item of zero is named.
#[inline(always)]
pub(crate) fn lock_in_grade(items: &[SwitchingCostItem]) -> Option<Grade> {
    holding(items).map(|item| item.grade).min()
}

/// Returns the costs that hold the customer.
#[inline(always)]
pub(crate) fn holding(items: &[SwitchingCostItem]) -> impl Iterator<Item = &SwitchingCostItem> {
    items
        .iter()
        .filter(|item| item.occurrence == Occurrence::OneOff && item.facet.kind().locks_in())
}

/// Adds the customer's own word that it would miss something.
fn missed(before: Known<Presence>, item: &SwitchingCostItem) -> Known<Presence> {
    if item.grade < Grade::CustomerStated {
        return before;
    }
    let presence = Presence::of(!item.amount.is_zero());
    // Missing something outweighs missing nothing. Of two alike the better grade counts, so the
    // order of the list does not matter.
    let weight = |presence, grade| (presence == Presence::Present, grade);
    match before {
        Known::Given(told) if weight(told.value, told.grade) >= weight(presence, item.grade) => {
            before
        }
        _ => Known::graded(presence, item.grade),
    }
}

#[inline(always)]
pub(crate) fn consult<R: Recorder>(
    items: &[SwitchingCostItem],
    cost: Option<SwitchingCost>,
    r: &mut R,
) -> Option<SwitchingCost> {
    let recurring = items
        .iter()
        .filter(|item| item.occurrence == Occurrence::Recurring);
    let recurring = u32::try_from(recurring.count()).unwrap_or(u32::MAX);
    match &cost {
        Some(cost) => r.classify(&SWC_01, || {
            Evidence::found(Fact::SwitchingCost, cost.lock_in)
        }),
        None => r.miss(&SWC_01, Fact::SwitchingCost),
    }
    if cost.is_some() || recurring > 0 {
        r.require(&SWC_01, recurring == 0, || {
            Evidence::count(Fact::RecurringCost, recurring, Bound::AtMost, 0)
        });
    }
    cost
}

#[cfg(test)]
mod tests {
    use alloc::boxed::Box;
    use alloc::string::ToString;

    use super::{Occurrence, SwitchingCostItem, SwitchingFacet, switching_cost};
    use crate::loyalty::lock_in::{LockInError, LockInFacts, lock_in};
    use crate::loyalty::policy::LoyaltyPolicy;
    use crate::vocab::known::{Grade, Stated};

    type Failure = Box<dyn core::error::Error>;

    fn item(facet: SwitchingFacet, amount: &str) -> Result<SwitchingCostItem, Failure> {
        Ok(SwitchingCostItem {
            facet,
            amount: amount.parse()?,
            occurrence: Occurrence::OneOff,
            grade: Grade::Measured,
            on: None,
        })
    }

    #[test]
    fn every_cost_that_cannot_be_is_refused() -> Result<(), Failure> {
        let items = [
            item(SwitchingFacet::Setup, "5 EUR")?,
            item(SwitchingFacet::Setup, "7 EUR")?,
            item(SwitchingFacet::Learning, "-1 EUR")?,
            item(SwitchingFacet::Setup, "3 USD")?,
            item(SwitchingFacet::Evaluation, "-2 USD")?,
        ];
        let refused = switching_cost(&items).map_err(|error| error.to_string());
        let all = "a switching cost is zero or more, got -1 EUR for `learning`; \
            switching cost: 5 EUR and 3 USD are in different currencies, expected one currency; \
            a switching cost is zero or more, got -2 USD for `evaluation`";
        assert_eq!(refused.err().as_deref(), Some(all));

        let largest = item(SwitchingFacet::Setup, "79228162514264337593543950335 EUR")?;
        let refused = switching_cost(&[largest, largest]).map_err(|error| error.to_string());
        assert!(refused.is_err_and(|error| error.contains("too many digits")));
        Ok(())
    }

    fn ask(facts: &LockInFacts) -> Result<(), LockInError> {
        let today = chrono::NaiveDate::from_ymd_opt(2024, 6, 30).unwrap_or_default();
        lock_in(&LoyaltyPolicy::standard(), facts, today).map(|_| ())
    }

    #[test]
    fn the_gain_is_compared_with_costs_that_cannot_be_too() -> Result<(), Failure> {
        let costs = [
            item(SwitchingFacet::BrandRelationshipLoss, "9 EUR")?,
            item(SwitchingFacet::Setup, "5 EUR")?,
            item(SwitchingFacet::Learning, "-1 EUR")?,
        ];
        let facts = LockInFacts::default()
            .with_gain(Stated::measured("4 USD".parse()?))
            .with_costs(costs);
        let refused = ask(&facts).map_err(|error| error.to_string());
        let both = "a switching cost is zero or more, got -1 EUR for `learning`; \
            switch test: 4 USD and 5 EUR are in different currencies, expected one currency";
        assert_eq!(refused.err().as_deref(), Some(both));

        let mixed = facts.with_costs([
            item(SwitchingFacet::Setup, "5 EUR")?,
            item(SwitchingFacet::Setup, "6 USD")?,
        ]);
        let refused = ask(&mixed).map_err(|error| error.to_string());
        let alone =
            "switching cost: 5 EUR and 6 USD are in different currencies, expected one currency";
        assert_eq!(refused.err().as_deref(), Some(alone));
        Ok(())
    }
}
