use chrono::NaiveDate;

use crate::form::record;
use crate::vocab::benefit::clearance::Clearance;
use crate::vocab::benefit::record::Benefit;
use crate::vocab::known::{Known, Lasting};
use crate::vocab::money::Money;

record! {
    /// The gain that a part of an offer or an instrument brings (得益), and the word about it.
    ///
    /// A gain of which nobody says whose it is stays unknown, and passes no gate.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::vocab::benefit::{Benefit, Gain, Horizon, InterestKind, Scope};
    /// use keqing::vocab::known::Known;
    /// use keqing::vocab::words::{NeedKind, Role};
    ///
    /// let thanks = Benefit {
    ///     party: Role::CustomerOperator,
    ///     interest: InterestKind::new(Scope::Personal, NeedKind::Spiritual),
    ///     horizon: Horizon::Near,
    /// };
    /// let thanks = Gain::new(Known::measured(thanks));
    /// assert!(!thanks.is_integrity_sensitive());
    /// let envelope = thanks.with_amount(Some("500 CNY".parse()?));
    /// assert!(envelope.is_integrity_sensitive(), "money is material under any name");
    /// # Ok::<(), keqing::vocab::money::ParseMoneyError>(())
    /// ```
    #[non_exhaustive]
    #[derive(Copy, Default, Hash)]
    #[serde(default)]
    pub struct Gain {
        /// The benefit with its party; it is unknown until somebody states it.
        pub benefit: Known<Benefit> => with_benefit,
        /// The amount or the price, from zero up; without one, or at zero, the gain has no price.
        pub amount: Option<Money> => with_amount,
        /// The day on which it is given; without one it is still to come.
        pub on: Option<NaiveDate> => with_on,
        /// The word of the integrity office.
        /// It is needed only if a person gains something material.
        pub clearance: Option<Clearance> => with_clearance,
    }
}

impl Gain {
    /// Makes a gain of which only the benefit is stated.
    #[must_use]
    pub const fn new(benefit: Known<Benefit>) -> Self {
        Self {
            benefit,
            amount: None,
            on: None,
            clearance: None,
        }
    }

    /// Returns whether a person is known to gain something material, whatever the gain is called (PTY-09).
    ///
    /// An amount is material under any name. A material benefit without a price is one too.
    #[must_use]
    pub fn is_integrity_sensitive(&self) -> bool {
        self.benefit.value().is_some_and(|benefit| {
            let has_price = benefit.is_personal() && self.price().is_some();
            has_price || benefit.is_integrity_sensitive()
        })
    }

    /// Returns the gain as it stands on a day: whose it is may have been learnt later, or too long ago.
    ///
    /// The benefit of a gain that was given on a day never expires.
    #[must_use]
    pub fn as_of(self, as_of: NaiveDate, lasting: Lasting) -> Self {
        let benefit = self.benefit.as_of(as_of, self.lasting(lasting));
        Self { benefit, ..self }
    }

    /// Returns the time for which the benefit holds: for ever if the gain was given on a day.
    pub(crate) const fn lasting(&self, state: Lasting) -> Lasting {
        match self.on {
            Some(_) => Lasting::Term,
            None => state,
        }
    }

    /// Returns the amount, if the gain has a price.
    pub(crate) fn price(&self) -> Option<Money> {
        self.amount.filter(|amount| !amount.is_zero())
    }
}
