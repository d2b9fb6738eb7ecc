//! The advantage of an offer (产品与服务: SAT-10).
//!
//! ```text
//! OfferAttributes -> offer_advantage -> OfferAdvantage   the parts made for this customer, and the expected ones
//! OfferAttribute  -> Gain                                what a part brings to whom, for the gate of integrity (PTY-09)
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
//! let need = Known::customer_stated("no standstill".parse()?);
//! let on_site = OfferAttribute::personalised("stock in its own hall".parse()?, need);
//! let found = offer_advantage(&[on_site]).into_value().map(|found| found.kind);
//! assert_eq!(found, Some(OfferKind::Personalised));
//! # Ok::<(), keqing::vocab::name::NameError>(())
//! ```

mod attribute;

pub use attribute::{OfferAttribute, StandardAction};

use alloc::vec::Vec;

use crate::form::record;
use crate::satisfaction::cards::satisfaction::SAT_10;
use crate::verdict::{Assessment, Bound, Evidence, Fact, Recorder, Subject};
use crate::vocab::known::{Grade, Known};
use crate::vocab::name::ItemId;
use crate::vocab::set::Set;
use crate::vocab::words::words;

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
/// The gain that an attribute brings is judged apart, by the gate of integrity
/// ([`judge_gain`](crate::party::integrity::judge_gain)).
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
/// let on_site = OfferAttribute::personalised("stock in its own hall".parse()?, need);
/// let found = offer_advantage(&[price, on_site]).into_value().ok_or("no offer")?;
/// assert_eq!((found.kind, found.advantages.len()), (OfferKind::Personalised, 1));
///
/// let renamed = OfferAttribute::personalised("Price".parse()?, need);
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
            OfferAttribute::Personalised { item, need, .. } => {
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
        Ok(OfferAttribute::personalised(item, need))
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
            ("PRICE", Some(Price)),
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
