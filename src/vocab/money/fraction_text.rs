use crate::form::record;
use crate::vocab::money::currency::Currency;

record! {
    /// The JSON form: whole numbers as text, for readers whose numbers end at 2⁵³.
    pub(super) struct FractionText {
        /// The numerator, in whole units of the currency.
        #[serde(with = "crate::vocab::whole")]
        pub(super) numerator: i128,
        /// The denominator.
        #[serde(with = "crate::vocab::whole")]
        pub(super) denominator: i128,
        /// The currency.
        pub(super) currency: Currency,
    }
}
