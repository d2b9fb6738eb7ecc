use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

use crate::form::repeated;
use crate::vocab::money::currency_table::with_currency_table;

macro_rules! define_currency {
    ($($code:ident $numeric:literal $places:tt $name:literal;)*) => {
        /// A currency of ISO 4217 (货币), named by its alphabetic code.
        ///
        /// The list holds the currencies in use today, funds, metals, the codes for testing and the
        /// code for no currency. A code that ISO 4217 has withdrawn (`HRK`) is not in it.
        /// Currencies are ordered by code. The JSON form is the code.
        ///
        /// # Examples
        ///
        /// ```
        /// use keqing::vocab::money::Currency;
        ///
        /// let yuan: Currency = "CNY".parse()?;
        /// assert_eq!(yuan, Currency::CNY);
        /// assert_eq!(yuan.numeric(), 156);
        /// assert_eq!(yuan.minor_units(), Some(2));
        /// assert_eq!(Currency::JPY.minor_units(), Some(0));
        /// assert_eq!(Currency::XAU.minor_units(), None);
        /// # Ok::<(), keqing::vocab::money::ParseCurrencyError>(())
        /// ```
        #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
        #[non_exhaustive]
        pub enum Currency {
            $(
                #[doc = concat!($name, ".")]
                $code,
            )*
        }

        impl Currency {
            const TABLE: &'static [Self] = &[$(Self::$code),*];

            /// Returns the alphabetic code, three capital letters such as `EUR`.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$code => stringify!($code),)*
                }
            }

            /// Returns the numeric code, 1 to 999, such as 978 for the euro.
            #[must_use]
            pub const fn numeric(self) -> u16 {
                match self {
                    $(Self::$code => $numeric,)*
                }
            }

            /// Returns the number of decimal places of the smallest unit of the currency, 0 to 4.
            ///
            /// `None` stands for a thing that is not paid in units of its own, such as gold: such
            /// an amount cannot be rounded.
            #[must_use]
            pub const fn minor_units(self) -> Option<u32> {
                match self {
                    $(Self::$code => places!($places),)*
                }
            }
        }
    };
}

macro_rules! places {
    (none) => {
        None
    };
    ($places:literal) => {
        Some($places)
    };
}

with_currency_table!(define_currency);

impl Currency {
    /// Lists every currency in the order of the codes.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::vocab::money::Currency;
    ///
    /// let mut thousandths = Currency::all().filter(|currency| currency.minor_units() == Some(3));
    /// assert_eq!(thousandths.next(), Some(Currency::BHD));
    /// ```
    pub fn all() -> impl ExactSizeIterator<Item = Self> {
        Self::TABLE.iter().copied()
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl FromStr for Currency {
    type Err = ParseCurrencyError;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Self::TABLE
            .binary_search_by(|currency| currency.code().cmp(code))
            .ok()
            .and_then(|place| Self::TABLE.get(place).copied())
            .ok_or_else(|| ParseCurrencyError {
                given: repeated(code),
            })
    }
}

impl TryFrom<&str> for Currency {
    type Error = <Self as FromStr>::Err;

    fn try_from(code: &str) -> Result<Self, Self::Error> {
        code.parse()
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

crate::form::mirrored! { Currency as text "EUR", "CNY"; }

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(D::Error::custom)
    }
}

/// Returned when a text is not the code of a currency.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[error("unknown currency `{given}`, expected an ISO 4217 code in capital letters such as `EUR`")]
#[non_exhaustive]
pub struct ParseCurrencyError {
    given: String,
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;
    use alloc::vec::Vec;

    use super::Currency;

    /// The codes that `iso_currency` still lists although ISO 4217 has withdrawn them.
    const WITHDRAWN: [&str; 5] = ["BGN", "CUC", "HRK", "SLL", "ZWL"];

    /// The currencies that ISO 4217 lists and `iso_currency` does not.
    const ONLY_OURS: [Currency; 1] = [Currency::XAD];

    #[test]
    fn the_table_is_in_the_order_of_the_codes() {
        assert!(Currency::TABLE.is_sorted_by(|a, b| a.code() < b.code()));
        assert_eq!(Currency::all().len(), 178);
    }

    #[test]
    fn a_numeric_code_names_one_currency() {
        let mut codes: Vec<u16> = Currency::all().map(Currency::numeric).collect();
        codes.sort_unstable();
        assert!(codes.is_sorted_by(|a, b| a < b));
        assert!(codes.iter().all(|code| (1..=999).contains(code)));
    }

    #[test]
    fn every_code_parses_to_its_currency() {
        for currency in Currency::all() {
            assert_eq!(currency.to_string().parse(), Ok(currency));
        }
    }

    #[test]
    fn an_unknown_code_is_named_with_what_is_allowed() {
        for given in ["eur", "EU", "EURO", "", "AAA", "ZZZ", "HRK", " EUR"] {
            let message = given.parse::<Currency>().map_err(|error| error.to_string());
            let expected = alloc::format!(
                "unknown currency `{given}`, expected an ISO 4217 code in capital letters such as `EUR`"
            );
            assert_eq!(message, Err(expected));
        }
    }

    #[test]
    fn our_table_agrees_with_iso_currency() {
        for currency in Currency::all() {
            let theirs = iso_currency::Currency::from_code(currency.code());
            if ONLY_OURS.contains(&currency) {
                assert!(theirs.is_none(), "{currency} is no exception any more");
                continue;
            }
            assert_eq!(
                theirs.map(|theirs| (theirs.numeric(), theirs.exponent().map(u32::from))),
                Some((currency.numeric(), currency.minor_units())),
                "{currency}"
            );
        }
    }

    #[test]
    fn iso_currency_lists_nothing_else_that_is_in_use() {
        let only_theirs: Vec<&str> = (0..=999)
            .filter_map(iso_currency::Currency::from_numeric)
            .map(|theirs| theirs.code())
            .filter(|code| code.parse::<Currency>().is_err())
            .collect();
        let mut sorted = only_theirs;
        sorted.sort_unstable();
        assert_eq!(sorted, WITHDRAWN);
    }

    #[test]
    fn json_is_the_code() -> Result<(), serde_json::Error> {
        assert_eq!(serde_json::to_string(&Currency::EUR)?, r#""EUR""#);
        assert_eq!(serde_json::from_str::<Currency>(r#""EUR""#)?, Currency::EUR);
        assert!(serde_json::from_str::<Currency>("978").is_err());
        assert!(serde_json::from_str::<Currency>(r#""eur""#).is_err());
        Ok(())
    }
}
