//! Where the advantage of an offer lies (产品与服务: SAT-10).
//!
//! ```text
//! OfferAttributes -> offer_advantage -> OfferAdvantage   what is made for this customer, and what is only expected
//! ```
//!
//! - *Looks at*: The attributes of an offer: quality, delivery, price, after-sales service,
//!   technical support, and what is made for this customer.
//! - *Why*: The first five have to be there, and everybody has them. An advantage is only what is
//!   personal.
//! - *Breaks it*: A basic attribute that is missing, or an offer with nothing made for this
//!   customer.
//! - *Keeps it*: All basics present, and something made for this customer.
//! - *Rules*: SAT-10.

use alloc::vec::Vec;

use crate::form::{choice, record};
use crate::satisfaction::cards::satisfaction::SAT_10;
use crate::verdict::{Assessment, Evidence, Fact, Recorder};
use crate::vocab::name::ItemId;
use crate::vocab::set::Set;
use crate::vocab::words::words;

words! {
    /// What every supplier does by now (标准动作), SAT-10: its lack is a fault, its presence no advantage.
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
    /// One thing that an offer has (方案要素).
    #[derive(Copy, Hash)]
    pub closed enum OfferAttribute {
        /// It is made for this customer alone.
        Personalised {
            /// What it is.
            item: ItemId,
        },
        /// It is what every supplier does.
        Standard {
            /// Which of the standard actions it is.
            action: StandardAction,
        },
    }
}

words! {
    /// What kind of offer it is (方案类型), SAT-10.
    pub closed enum OfferKind {
        /// There is nothing in it that others could not give as well.
        Standardised = "standardised", "standardised", "标准化", "標準化";
        /// Something in it is made for this customer alone.
        Personalised = "personalised", "personalised", "个性化", "個性化";
    }
}

record! {
    /// Where the advantage of an offer lies (方案优势).
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct OfferAdvantage {
        /// What kind of offer it is.
        pub kind: OfferKind,
        /// What makes an advantage, because it is hard to imitate.
        pub advantages: Vec<ItemId>,
        /// What has to be there and makes none.
        pub hygiene: Set<StandardAction>,
    }
}

/// Tells where the advantage of an offer lies ([`SAT_10`]): only in what is made for this customer.
///
/// Quality, delivery, price, after-sales service and technical support are what every supplier does by
/// now. The value is `None` where nothing is known of the offer.
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
