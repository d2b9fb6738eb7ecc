//! The advantage of an offer (产品与服务: SAT-10).
//!
//! ```text
//! OfferAttributes -> offer_advantage -> OfferAdvantage   the parts made for this customer, and the expected ones
//! ```
//!
//! - *Looks at*: The attributes of an offer: quality, delivery, price, after-sales service,
//!   technical support, and the parts made for this customer.
//! - *Why*: The first five are necessary, and every supplier has them. Only a personal part is an
//!   advantage.
//! - *Breaks it*: An offer with no part made for this customer.
//! - *Keeps it*: A part made for this customer.
//! - *Rules*: SAT-10.
//!
//! # Examples
//!
//! ```
//! use keqing::satisfaction::offer::{OfferAttribute, OfferKind, offer_advantage};
//!
//! let on_site = OfferAttribute::Personalised { item: "stock in its own hall".parse()? };
//! let found = offer_advantage(&[on_site]).into_value().map(|found| found.kind);
//! assert_eq!(found, Some(OfferKind::Personalised));
//! # Ok::<(), keqing::vocab::name::NameError>(())
//! ```

use alloc::vec::Vec;

use crate::form::{choice, record};
use crate::satisfaction::cards::satisfaction::SAT_10;
use crate::verdict::{Assessment, Evidence, Fact, Recorder};
use crate::vocab::name::ItemId;
use crate::vocab::set::Set;
use crate::vocab::words::words;

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

choice! {
    /// One attribute of an offer (方案要素).
    #[derive(Copy, Hash)]
    pub closed enum OfferAttribute {
        /// An attribute that is made for this customer alone.
        Personalised {
            /// The attribute.
            item: ItemId,
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
        /// The attributes that are an advantage, because they are hard to imitate.
        pub advantages: Vec<ItemId>,
        /// The attributes that are necessary and are no advantage.
        pub hygiene: Set<StandardAction>,
    }
}

/// Assesses the advantage of an offer, which lies only in attributes made for this customer
/// ([`SAT_10`]).
///
/// Every supplier has quality, delivery, price, after-sales service and technical support by now.
/// The value is `None` if nothing is known of the offer.
///
/// # Examples
///
/// ```
/// use keqing::satisfaction::offer::{OfferAttribute, OfferKind, StandardAction, offer_advantage};
///
/// let price = OfferAttribute::Standard { action: StandardAction::Price };
/// let found = offer_advantage(&[price]).into_value().ok_or("no offer")?;
/// assert_eq!(found.kind, OfferKind::Standardised);
///
/// let on_site = OfferAttribute::Personalised { item: "stock in its own hall".parse()? };
/// let found = offer_advantage(&[price, on_site]).into_value().ok_or("no offer")?;
/// assert_eq!((found.kind, found.advantages.len()), (OfferKind::Personalised, 1));
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
    let (mut advantages, mut hygiene) = (Vec::new(), Set::empty());
    for attribute in attributes {
        match *attribute {
            OfferAttribute::Personalised { item } => advantages.push(item),
            OfferAttribute::Standard { action } => {
                hygiene.insert(action);
            }
        }
    }
    let is_personalised = !advantages.is_empty();
    r.require(&SAT_10, is_personalised, || {
        Evidence::present(Fact::OfferPersonalization, is_personalised)
    });
    Some(OfferAdvantage {
        kind: if is_personalised {
            OfferKind::Personalised
        } else {
            OfferKind::Standardised
        },
        advantages,
        hygiene,
    })
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::{OfferAttribute, OfferKind, StandardAction, offer_advantage};
    use crate::vocab::name::{ItemId, NameError};
    use crate::vocab::set::Set;

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

        let item = ItemId::new("own stock")?;
        offer.push(OfferAttribute::Personalised { item });
        let found = offer_advantage(&offer);
        assert_eq!(found.findings().breaches().count(), 0);
        assert_eq!(
            found.into_value().map(|found| found.advantages),
            Some([item].into())
        );
        Ok(())
    }

    #[test]
    fn of_no_offer_nothing_is_known() {
        let found = offer_advantage(&[]);
        assert_eq!((found.value(), found.findings().gaps().count()), (None, 1));
    }
}
