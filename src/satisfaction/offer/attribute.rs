use crate::form::choice;
use crate::vocab::benefit::Gain;
use crate::vocab::known::Known;
use crate::vocab::name::ItemId;
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
        // Each name begins with a small letter, and that tells most of them apart.
        let first = letters(item.as_str()).next()?;
        let is_alike = |name: &str| {
            name.chars().next().is_some_and(|letter| letter == first)
                && letters(name).eq(letters(item.as_str()))
        };
        Self::ALL.into_iter().find(|action| {
            let mut names = action.names();
            names.any(is_alike)
        })
    }

    /// Lists the names of the action for programs and in each language, and then its other usual names.
    fn names(self) -> impl Iterator<Item = &'static str> {
        let texts = Locale::ALL.map(|locale| self.text().in_locale(locale));
        let names = [self.name()].into_iter().chain(texts);
        names.chain(self.aliases().iter().copied())
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

/// Returns the letters and digits of a name, without their case.
fn letters(name: &str) -> impl Iterator<Item = char> + '_ {
    let letters = name.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase)
}

choice! {
    /// One attribute of an offer (方案要素).
    #[expect(
        clippy::large_enum_variant,
        reason = "it is copied, so that a decision about it needs no heap"
    )]
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
            /// The gain that it brings, with the word of the integrity office about it.
            #[serde(default)]
            gain: Gain,
        },
        /// An attribute that every supplier offers.
        Standard {
            /// The standard action.
            action: StandardAction,
        },
    }
}

impl OfferAttribute {
    /// Makes an attribute that is made for this customer alone; nobody says yet whose gain it is.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::satisfaction::offer::OfferAttribute;
    /// use keqing::vocab::known::Known;
    ///
    /// let on_site = OfferAttribute::personalised("stock in its own hall".parse()?, Known::Unknown);
    /// let (_, gain) = on_site.gain().ok_or("no gain")?;
    /// assert!(!gain.benefit.is_known());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn personalised(item: ItemId, need: Known<ItemId>) -> Self {
        let gain = Gain::default();
        Self::Personalised { item, need, gain }
    }

    /// Returns the attribute and the gain that it brings, for the gate of integrity (PTY-09).
    ///
    /// A standard action brings none. One under the heading of a personalised part brings the gain that is
    /// stated, if one is.
    #[must_use]
    pub fn gain(&self) -> Option<(ItemId, Gain)> {
        match *self {
            Self::Personalised { item, gain, .. } => {
                let is_standard = StandardAction::named_like(&item).is_some();
                let is_silent = is_standard && gain == Gain::default();
                (!is_silent).then_some((item, gain))
            }
            Self::Standard { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{OfferAttribute, StandardAction};
    use crate::vocab::benefit::Gain;
    use crate::vocab::known::Known;
    use crate::vocab::name::NameError;

    #[test]
    fn every_name_of_an_action_is_like_itself() -> Result<(), NameError> {
        for action in StandardAction::ALL {
            for name in action.names() {
                let shouted = name.to_uppercase().parse()?;
                let found = [name.parse()?, shouted].map(|item| StandardAction::named_like(&item));
                assert_eq!(found, [Some(action); 2], "{name}");
            }
        }
        Ok(())
    }

    #[test]
    fn only_a_part_for_this_customer_brings_a_gain_unless_one_is_stated() -> Result<(), NameError> {
        let made = |item: &str| {
            let item = item.parse()?;
            Ok::<_, NameError>(OfferAttribute::personalised(item, Known::Unknown))
        };
        let action = StandardAction::Price;
        assert_eq!(OfferAttribute::Standard { action }.gain(), None);
        let watch = "a watch".parse()?;
        assert_eq!(made("a watch")?.gain(), Some((watch, Gain::default())));
        assert_eq!(made("Price")?.gain(), None, "it is the price");
        let amount = "500 CNY".parse().ok();
        let item = "Price".parse()?;
        let gain = Gain::default().with_amount(amount);
        let need = Known::Unknown;
        let renamed = OfferAttribute::Personalised { item, need, gain };
        assert_eq!(renamed.gain(), Some((item, gain)));
        Ok(())
    }
}
