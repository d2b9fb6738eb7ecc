use thiserror::Error;

use crate::form::record;
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
/// large.
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
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
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
}

#[inline(always)]
pub(crate) fn add(
    items: &[SwitchingCostItem],
) -> Result<Option<SwitchingCost>, SwitchingCostError> {
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
    items
        .iter()
        .filter(|item| item.occurrence == Occurrence::OneOff && item.facet.kind().locks_in())
        .map(|item| item.grade)
        .min()
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
    if cost.is_none() {
        r.miss(&SWC_01, Fact::SwitchingCost);
    }
    if cost.is_some() || recurring > 0 {
        r.require(&SWC_01, recurring == 0, || {
            Evidence::count(Fact::RecurringCost, recurring, Bound::AtMost, 0)
        });
    }
    cost
}
