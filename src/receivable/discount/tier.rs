use chrono::NaiveDate;

use crate::calendar::day_count::DayCount;
use crate::calendar::month::add_days;
use crate::calendar::{Calendar, CalendarError};
use crate::form::{checked, choice};
use crate::receivable::discount::error::{DiscountError, EarlyPaymentError};
use crate::receivable::discount::invoice::DiscountedInvoice;
use crate::receivable::term::{PaymentTerm, due_date};
use crate::vocab::money::{FractionalMoney, RoundedMoney};
use crate::vocab::rate::Rate;
use crate::vocab::share::Share;
use crate::vocab::time::Days;

checked! {
    /// A tier of an early payment discount (折扣档): its cut-off and its reward.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::discount::{CutOff, DiscountTier, Reward};
    /// use keqing::receivable::term::PaymentTerm;
    /// use keqing::vocab::share::Share;
    /// use keqing::vocab::time::Days;
    ///
    /// let within = CutOff::Term(PaymentTerm::net(Days::new(10)));
    /// let two_in_ten = DiscountTier::new(within, Reward::Share(Share::percent(2)?))?;
    /// assert!(DiscountTier::new(CutOff::BeforeDue(Days::new(5)), Reward::Amount("0 EUR".parse()?)).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Hash)]
    pub struct DiscountTier, checked by DiscountTier::checked {
        /// The last day on which a payment is in time: a number of days before the due date, or the
        /// end of a term. The policy says how long a tier runs whose day lies after the due date.
        cut_off: CutOff => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The discount of a payment in time: an amount above zero, a rate of zero or more for the
        /// time to the due date, or a share.
        reward: Reward => "REC-03" "REC-04" "REC-06" "REC-07",
    }
}

impl DiscountTier {
    /// Makes a tier.
    ///
    /// # Errors
    ///
    /// [`EarlyPaymentError`] is returned when an amount is not above zero or a rate is below zero.
    pub fn new(cut_off: CutOff, reward: Reward) -> Result<Self, EarlyPaymentError> {
        Self { cut_off, reward }.checked()
    }

    /// Returns the last day on which a payment is in time, as the policy states it.
    #[must_use]
    pub const fn cut_off(&self) -> &CutOff {
        &self.cut_off
    }

    /// Returns the discount of a payment in time.
    #[must_use]
    pub const fn reward(&self) -> Reward {
        self.reward
    }

    /// Returns the last day on which a payment is in time.
    pub(crate) fn deadline(
        &self,
        invoice: &DiscountedInvoice,
        calendar: &Calendar,
    ) -> Result<NaiveDate, DiscountError> {
        match &self.cut_off {
            CutOff::BeforeDue(days) => {
                let due = invoice.due();
                let back = i64::from(days.count()).checked_neg();
                back.and_then(|back| add_days(due, back))
                    .ok_or(CalendarError::DateOutOfRange { from: due })
                    .map_err(|error| DiscountError::Term(error.into()))
            }
            CutOff::Term(term) => Ok(due_date(term, invoice.dates(), calendar)?),
        }
    }

    fn checked(self) -> Result<Self, EarlyPaymentError> {
        match self.reward {
            Reward::Amount(given) if given.is_negative() || given.is_zero() => {
                Err(EarlyPaymentError::AmountNotPositive { given })
            }
            Reward::PerYear { rate: given, .. } if given.is_negative() => {
                Err(EarlyPaymentError::NegativeRate { given })
            }
            _ => Ok(self),
        }
    }
}

choice! {
    /// The cut-off up to which a payment earns a discount (折扣截止); the day itself is in time.
    #[non_exhaustive]
    #[derive(Hash)]
    pub enum CutOff {
        /// A number of days before the invoice is due; zero is the due date itself.
        BeforeDue(Days),
        /// The date to which a term leads from the dates of the invoice: 10 days after it, or the
        /// 10th of the next month.
        Term(PaymentTerm),
    }
}

choice! {
    /// The reward of a payment in time (折扣额).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub enum Reward {
        /// An amount of money, above zero.
        Amount(RoundedMoney),
        /// A rate for the time from the payment to the due date, so that every day earlier earns more.
        PerYear {
            /// The rate, not below zero.
            rate: Rate,
            /// The day count of the time from the payment to the due date. One that needs a
            /// reference period is an error.
            day_count: DayCount,
        },
        /// A share of the discounted amount.
        Share(Share),
    }
}

impl Reward {
    /// Returns the whole discount, not rounded, on an amount that is paid on a date.
    pub(crate) fn of(
        self,
        base: FractionalMoney,
        paid_on: NaiveDate,
        due: NaiveDate,
    ) -> Result<FractionalMoney, DiscountError> {
        match self {
            // Added to nothing of the base, for the currencies to be compared.
            Self::Amount(amount) => {
                Ok(FractionalMoney::of(amount.money()).checked_add(base.checked_mul(0, 1)?)?)
            }
            Self::PerYear { rate, day_count } => {
                // After the due date there is no time left that could earn anything.
                let years = day_count.fraction(paid_on.min(due), due)?;
                let rate = rate.fraction();
                // A decimal has at most 28 places, and ten to the 28th is an i128.
                Ok(base
                    .checked_mul(rate.mantissa(), 10_i128.saturating_pow(rate.scale()))?
                    .checked_mul(years.numerator().into(), years.denominator().into())?)
            }
            Self::Share(share) => Ok(base.checked_mul(share.part().into(), share.whole().into())?),
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::{CutOff, DiscountTier, Reward};
    use crate::calendar::day_count::DayCount;
    use crate::receivable::discount::policy::EarlyPayment;
    use crate::vocab::rate::Rate;
    use crate::vocab::time::Days;

    const JSON: &str = r#"{"cut-off":{"before-due":5},"reward":{"per-year":{"rate":"8 % per year","day-count":"ACT/365F"}}}"#;

    #[test]
    fn a_reward_takes_something_off() {
        let tier = |reward| {
            DiscountTier::new(CutOff::BeforeDue(Days::new(5)), reward)
                .map(|tier| tier.reward())
                .map_err(|error| error.to_string())
        };
        for amount in ["0 EUR", "-0.01 EUR", "0.01 EUR"] {
            let Ok(given) = amount.parse() else {
                panic!("`{amount}` of the test")
            };
            let expected = if amount == "0.01 EUR" {
                Ok(Reward::Amount(given))
            } else {
                Err(alloc::format!(
                    "a discount of {given}, expected an amount above zero"
                ))
            };
            assert_eq!(tier(Reward::Amount(given)), expected);
        }
        let sliding = |rate: Rate| Reward::PerYear {
            rate,
            day_count: DayCount::Actual365Fixed,
        };
        assert_eq!(tier(sliding(Rate::ZERO)), Ok(sliding(Rate::ZERO)));
        let negative = "-0.01 % per year".parse().unwrap_or(Rate::ZERO);
        assert_eq!(
            tier(sliding(negative)),
            Err("a discount of -0.01 % per year, expected a rate of zero or more".into())
        );
    }

    #[test]
    fn json_is_checked_as_the_tier_is() -> Result<(), serde_json::Error> {
        let tier: DiscountTier = serde_json::from_str(JSON)?;
        assert_eq!(serde_json::to_string(&tier)?, JSON);
        assert!(serde_json::from_str::<DiscountTier>(&JSON.replace("8 %", "-8 %")).is_err());
        let policy = EarlyPayment::none().with_tier(tier);
        let json = serde_json::to_string(&policy)?;
        assert_eq!(
            json,
            alloc::format!(
                r#"{{"tiers":[{JSON}],"tax":"included","partial":"no-discount","rounding":{{"mode":"half-even","multiple":null}},"payable":"none","beyond-due":"own-deadline"}}"#
            )
        );
        assert_eq!(serde_json::from_str::<EarlyPayment>(&json)?, policy);
        Ok(())
    }
}
