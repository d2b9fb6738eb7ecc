//! The advantage of an offer (产品与服务: SAT-10).
//!
//! ```text
//! OfferAttributes -> offer_advantage -> OfferAdvantage   the parts made for this customer, and the expected ones
//! ```
//!
//! - *Looks at*: The attributes of an offer: quality, delivery, price, after-sales service,
//!   technical support, and the parts made for this customer, each with the need that it meets.
//! - *Why*: The first five are necessary, and every supplier has them. Only a personal part is an
//!   advantage.
//! - *Breaks it*: An offer with no part made for this customer. One of the five under the heading of a
//!   personal part stays one of the five.
//! - *Keeps it*: A part made for this customer, for a need that the customer stated.
//! - *Rules*: SAT-10.
//!
//! # Examples
//!
//! ```
//! use keqing::satisfaction::offer::{OfferAttribute, OfferKind, offer_advantage};
//! use keqing::vocab::known::Known;
//!
//! let on_site = OfferAttribute::Personalised {
//!     item: "stock in its own hall".parse()?,
//!     need: Known::customer_stated("no standstill".parse()?),
//! };
//! let found = offer_advantage(&[on_site]).into_value().map(|found| found.kind);
//! assert_eq!(found, Some(OfferKind::Personalised));
//! # Ok::<(), keqing::vocab::name::NameError>(())
//! ```

use alloc::vec::Vec;

use crate::form::{choice, record};
use crate::satisfaction::cards::satisfaction::SAT_10;
use crate::verdict::{Assessment, Bound, Evidence, Fact, Recorder, Subject};
use crate::vocab::known::{Grade, Known};
use crate::vocab::name::ItemId;
use crate::vocab::set::Set;
use crate::vocab::words::{Locale, words};

words! {
    /// A standard action of every supplier (标准动作): no advantage, but a fault if it lacks (SAT-10).
    pub open enum StandardAction in Set {
        /// Service after the sale.
        AfterSales = "after-sales", "after-sales service", "售后服务", "售後服務";
        /// Quick and punctual delivery.
        Delivery = "delivery", "delivery", "交货速度", "交貨速度";
        /// The price.
        Price = "price", "price", "价格", "價格";
        /// The quality of the goods.
        Quality = "quality", "quality", "商品质量", "商品質量";
        /// Technical support.
        TechnicalSupport = "technical-support", "technical support", "技术支持", "技術支持";
    }
}

impl StandardAction {
    /// Returns the standard action of which an item has the name, in any of the three languages.
    ///
    /// Case, blanks and marks do not matter.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::satisfaction::offer::StandardAction;
    ///
    /// let named = |item: &str| item.parse().map(|item| StandardAction::named_like(&item));
    /// assert_eq!(named("After-Sales Service")?, Some(StandardAction::AfterSales));
    /// assert_eq!(named("价格")?, Some(StandardAction::Price));
    /// assert_eq!(named("stock in its own hall")?, None);
    /// # Ok::<(), keqing::vocab::name::NameError>(())
    /// ```
    #[must_use]
    pub fn named_like(item: &ItemId) -> Option<Self> {
        Self::ALL.into_iter().find(|action| {
            let texts = Locale::ALL.map(|locale| action.text().in_locale(locale));
            let names = [action.name()].into_iter().chain(texts);
            let mut names = names.chain(action.aliases().iter().copied());
            names.any(|name| is_alike(name, item.as_str()))
        })
    }

    /// Returns the other usual names of the action.
    const fn aliases(self) -> &'static [&'static str] {
        match self {
            Self::AfterSales => &["aftersales", "after-sales support", "售后", "售後"],
            Self::Delivery => &["delivery time", "fast delivery", "交货", "交貨", "交期"],
            Self::Price => &["low price", "pricing", "低价", "低價"],
            Self::Quality => &[
                "product quality",
                "high quality",
                "质量",
                "質量",
                "品质",
                "品質",
                "产品质量",
                "產品質量",
            ],
            Self::TechnicalSupport => &["tech support", "技术服务", "技術服務"],
        }
    }
}

/// Compares the letters and digits of two names, in any case.
fn is_alike(one: &str, other: &str) -> bool {
    letters(one).eq(letters(other))
}

fn letters(name: &str) -> impl Iterator<Item = char> + '_ {
    let letters = name.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase)
}

choice! {
    /// One attribute of an offer (方案要素).
    #[derive(Copy, Hash)]
    pub closed enum OfferAttribute {
        /// An attribute that is made for this customer alone.
        ///
        /// One that has the name of a standard action is that standard action.
        Personalised {
            /// The attribute.
            item: ItemId,
            /// The need of the customer that it meets.
            #[serde(default)]
            need: Known<ItemId>,
        },
        /// An attribute that every supplier offers.
        Standard {
            /// The standard action.
            action: StandardAction,
        },
    }
}

words! {
    /// The kind of an offer (方案类型), SAT-10.
    pub closed enum OfferKind {
        /// An offer without anything that others could not give as well.
        Standardised = "standardised", "standardised", "标准化", "標準化";
        /// An offer with something that is made for this customer alone.
        Personalised = "personalised", "personalised", "个性化", "個性化";
    }
}

record! {
    /// The advantage of an offer (方案优势).
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct OfferAdvantage {
        /// The kind of the offer.
        pub kind: OfferKind,
        /// The attributes that are an advantage, because they are hard to imitate; each is named once.
        pub advantages: Vec<ItemId>,
        /// The attributes made for this customer of which nobody heard the need from it.
        pub unheard: Vec<ItemId>,
        /// The attributes that are necessary and are no advantage.
        pub hygiene: Set<StandardAction>,
    }
}

/// Assesses the advantage of an offer, which lies only in attributes made for this customer
/// ([`SAT_10`]).
///
/// Every supplier has quality, delivery, price, after-sales service and technical support by now. An
/// attribute with the name of one of these counts as that one, whatever its heading. Any other is an
/// advantage if it meets a need that the customer stated. The value is `None` if nothing is known of
/// the offer, and if nobody heard the need behind any of its personalised attributes.
///
/// # Examples
///
/// ```
/// use keqing::satisfaction::offer::{OfferAttribute, OfferKind, StandardAction, offer_advantage};
/// use keqing::vocab::known::Known;
///
/// let price = OfferAttribute::Standard { action: StandardAction::Price };
/// let found = offer_advantage(&[price]).into_value().ok_or("no offer")?;
/// assert_eq!(found.kind, OfferKind::Standardised);
///
/// let need = Known::customer_stated("no standstill".parse()?);
/// let on_site = OfferAttribute::Personalised { item: "stock in its own hall".parse()?, need };
/// let found = offer_advantage(&[price, on_site]).into_value().ok_or("no offer")?;
/// assert_eq!((found.kind, found.advantages.len()), (OfferKind::Personalised, 1));
///
/// let renamed = OfferAttribute::Personalised { item: "Price".parse()?, need };
/// assert!(offer_advantage(&[renamed]).breaches("SAT-10".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn offer_advantage(attributes: &[OfferAttribute]) -> Assessment<OfferAdvantage> {
    Assessment::of(|r| consult(attributes, r))
}

fn consult<R: Recorder>(attributes: &[OfferAttribute], r: &mut R) -> Option<OfferAdvantage> {
    if attributes.is_empty() {
        r.miss(&SAT_10, Fact::OfferPersonalization);
        return None;
    }
    let mut hygiene = Set::empty();
    let mut advantages = Vec::new();
    let mut open: Vec<(ItemId, Known<ItemId>)> = Vec::new();
    for attribute in attributes {
        match *attribute {
            OfferAttribute::Standard { action } => {
                hygiene.insert(action);
            }
            OfferAttribute::Personalised { item, need } => {
                if let Some(action) = StandardAction::named_like(&item) {
                    hygiene.insert(action);
                    continue;
                }
                let need = said(item, need);
                if need.grade() >= Some(Grade::OWN_WORD) {
                    keep_once(&mut advantages, item);
                } else {
                    open.push((item, need));
                }
            }
        }
    }
    open.retain(|(item, _)| !advantages.contains(item));
    let is_open = advantages.is_empty() && !open.is_empty();
    if is_open {
        for (id, need) in &open {
            let subject = Subject::Item { id: *id };
            r.require_grade(&SAT_10, (Fact::Need, subject), *need);
        }
        return None;
    }
    let count = u32::try_from(advantages.len()).unwrap_or(u32::MAX);
    r.require(&SAT_10, count > 0, || {
        Evidence::count(Fact::OfferPersonalization, count, Bound::AtLeast, 1)
    });
    let mut unheard = Vec::new();
    for (item, _) in open {
        keep_once(&mut unheard, item);
    }
    Some(OfferAdvantage {
        kind: match count {
            0 => OfferKind::Standardised,
            _ => OfferKind::Personalised,
        },
        advantages,
        unheard,
        hygiene,
    })
}

/// Returns the need of an item; it is unknown if one of the two says nothing.
fn said(item: ItemId, need: Known<ItemId>) -> Known<ItemId> {
    match need.value() {
        Some(need) if !item.says() || !need.says() => Known::Unknown,
        _ => need,
    }
}

fn keep_once(items: &mut Vec<ItemId>, item: ItemId) {
    if !items.contains(&item) {
        items.push(item);
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::{OfferAttribute, OfferKind, StandardAction, offer_advantage};
    use crate::verdict::Fact;
    use crate::vocab::known::Known;
    use crate::vocab::name::{ItemId, NameError};
    use crate::vocab::set::Set;

    fn made(item: &str, need: Known<&str>) -> Result<OfferAttribute, NameError> {
        let item = ItemId::new(item)?;
        let need = match need {
            Known::Unknown => Known::Unknown,
            Known::Given(given) => Known::graded(ItemId::new(given.value)?, given.grade),
        };
        Ok(OfferAttribute::Personalised { item, need })
    }

    #[test]
    fn no_number_of_standard_actions_makes_an_advantage() -> Result<(), NameError> {
        let mut offer: Vec<OfferAttribute> = Set::<StandardAction>::all()
            .iter()
            .map(|action| OfferAttribute::Standard { action })
            .collect();
        let found = offer_advantage(&offer);
        assert_eq!(found.findings().breaches().count(), 1);
        assert_eq!(
            found.into_value().map(|found| found.kind),
            Some(OfferKind::Standardised)
        );

        offer.push(made("own stock", Known::customer_stated("no standstill"))?);
        let found = offer_advantage(&offer);
        assert_eq!(found.findings().breaches().count(), 0);
        assert_eq!(
            found.into_value().map(|found| found.advantages),
            Some([ItemId::new("own stock")?].into())
        );
        Ok(())
    }

    #[test]
    fn a_standard_action_stays_one_under_any_heading() -> Result<(), NameError> {
        use StandardAction::{AfterSales, Delivery, Price, Quality, TechnicalSupport};
        for (item, action) in [
            ("price", Some(Price)),
            (" PRICE ", Some(Price)),
            ("价格", Some(Price)),
            ("價格", Some(Price)),
            ("Technical_Support", Some(TechnicalSupport)),
            ("技術支持", Some(TechnicalSupport)),
            ("after sales", Some(AfterSales)),
            ("售后服务", Some(AfterSales)),
            ("交货速度", Some(Delivery)),
            ("商品質量", Some(Quality)),
            ("质量", Some(Quality)),
            ("price guarantee for its own dealers", None),
            ("自家仓库备货", None),
        ] {
            let offer = [made(item, Known::customer_stated("a need"))?];
            let found = offer_advantage(&offer);
            let breaches = found.findings().breaches().count();
            assert_eq!(breaches, usize::from(action.is_some()), "{item}");
            let hygiene = found.into_value().map(|found| found.hygiene);
            let expected = action.map_or(Set::empty(), Set::from);
            assert_eq!(hygiene, Some(expected), "{item}");
        }
        Ok(())
    }

    /// An offer, its breaches and gaps, and the numbers of advantages and of unheard ones.
    type Row<'a> = (&'a [OfferAttribute], usize, usize, Option<(usize, usize)>);

    #[test]
    fn an_advantage_meets_a_need_that_the_customer_stated() -> Result<(), NameError> {
        let heard = made("own stock", Known::customer_stated("no standstill"))?;
        let guessed = made("own stock", Known::estimated("no standstill"))?;
        let other = made("own colour", Known::Unknown)?;
        let price = OfferAttribute::Standard {
            action: StandardAction::Price,
        };
        let nothing = made("-", Known::customer_stated("no standstill"))?;
        let nobody = made("own colour", Known::customer_stated("."))?;
        let table: [Row<'_>; 7] = [
            (&[heard], 0, 0, Some((1, 0))),
            (&[heard, heard, guessed], 0, 0, Some((1, 0))),
            (&[other, heard], 0, 0, Some((1, 1))),
            (&[guessed, price], 0, 1, None),
            (&[guessed, other], 0, 2, None),
            (&[nothing, nobody], 0, 2, None),
            (&[price], 1, 0, Some((0, 0))),
        ];
        for (offer, breaches, gaps, told) in table {
            let found = offer_advantage(offer);
            assert_eq!(found.findings().breaches().count(), breaches, "{offer:?}");
            let missing = found.findings().gaps().map(|gap| gap.evidence.fact);
            assert!(
                missing.eq(core::iter::repeat_n(Fact::Need, gaps)),
                "{offer:?}"
            );
            let value = found.into_value();
            let value = value.map(|value| (value.advantages.len(), value.unheard.len()));
            assert_eq!(value, told, "{offer:?}");
        }
        Ok(())
    }

    #[test]
    fn of_no_offer_nothing_is_known() {
        let found = offer_advantage(&[]);
        assert_eq!((found.value(), found.findings().gaps().count()), (None, 1));
    }
}
