use crate::form::record;
use crate::vocab::money::currency::Currency;
use crate::vocab::money::fraction::FractionalMoney;
use crate::vocab::money::fraction_error::FractionalMoneyError;

record! {
    /// The JSON form: whole numbers as text, for readers whose numbers end at 2⁵³.
    pub(super) struct FractionText {
        /// The numerator, in whole units of the currency.
        #[serde(with = "crate::vocab::whole")]
        numerator: i128,
        /// The denominator.
        #[serde(with = "crate::vocab::whole")]
        denominator: i128,
        /// The currency.
        currency: Currency,
    }
}

impl TryFrom<FractionText> for FractionalMoney {
    type Error = FractionalMoneyError;

    fn try_from(text: FractionText) -> Result<Self, Self::Error> {
        Self::new(text.numerator, text.denominator, text.currency)
    }
}

impl From<FractionalMoney> for FractionText {
    fn from(money: FractionalMoney) -> Self {
        let (numerator, denominator) = money.lowest_terms();
        Self {
            numerator,
            denominator,
            currency: money.currency(),
        }
    }
}
