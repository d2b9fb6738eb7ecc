use chrono::NaiveDate;

use crate::form::{choice, record};
use crate::receivable::discount::error::DiscountError;
use crate::vocab::money::RoundedMoney;

record! {
    /// What one payment earned and settled (折扣结果).
    ///
    /// Payment and discount together are what is settled and what is unapplied; what is settled and what
    /// is open are what was open before.
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct Discount {
        /// Why there is a discount, or why there is none.
        pub outcome: DiscountOutcome,
        /// The discount that the payment earned: `net` and `tax`.
        pub amount: RoundedMoney,
        /// The part of it that lessens the amount before tax.
        pub net: RoundedMoney,
        /// The part of it that lessens the tax.
        pub tax: RoundedMoney,
        /// How much of the invoice is settled, by money and by discount.
        pub settled: RoundedMoney,
        /// How much of it is still open.
        pub open: RoundedMoney,
        /// How much of the payment was not needed.
        pub unapplied: RoundedMoney,
    }
}

choice! {
    /// Why a payment earned a discount, or why not (折扣结论).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub enum DiscountOutcome {
        /// It was in time.
        Earned {
            /// The number of the tier that it met, the first being 1.
            tier: usize,
            /// The last day of the tier.
            deadline: NaiveDate,
        },
        /// The policy has no tier.
        NotOffered,
        /// It was in time, but too little for a policy that asks for payment in full.
        PaidPartly {
            /// The number of the tier that it would have met, the first being 1.
            tier: usize,
            /// The last day of the tier.
            deadline: NaiveDate,
            /// How much more has to be paid by then for the whole discount.
            missing: RoundedMoney,
        },
        /// It came after the last day of every tier.
        TooLate {
            /// The latest of those days.
            deadline: NaiveDate,
        },
    }
}

record! {
    /// A discount that a payer took without having earned all of it (违规折扣).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct WronglyTaken {
        /// What the payer took off.
        pub claimed: RoundedMoney,
        /// What the payment earned.
        pub earned: RoundedMoney,
        /// What is still owed of it: the one less the other.
        pub owed: RoundedMoney,
        /// Why no more was earned; where a discount was [earned](DiscountOutcome::Earned), too much was
        /// taken.
        pub why: DiscountOutcome,
    }
}

/// Says how much of a discount that a payer took is still owed, and why; `None` where all of it was
/// earned (违规折扣).
///
/// # Examples
///
/// A discount of 2 % within 10 days, taken on the 11th day:
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::calendar::Calendar;
/// use keqing::receivable::discount::{
///     CutOff, DiscountOutcome, DiscountTier, DiscountedInvoice, EarlyPayment, Reward, discount,
///     wrongly_taken,
/// };
/// use keqing::receivable::instalment::InvoiceAmounts;
/// use keqing::receivable::term::{BaseDates, PaymentTerm};
/// use keqing::vocab::share::Share;
/// use keqing::vocab::time::Days;
///
/// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
/// let within = CutOff::Term(PaymentTerm::net(Days::new(10)));
/// let tier = DiscountTier::new(within, Reward::Share(Share::percent(2)?))?;
/// let policy = EarlyPayment::none().with_tier(tier);
/// let amounts = InvoiceAmounts::without_tax("100 EUR".parse()?)?;
/// let invoice = DiscountedInvoice::new(amounts, BaseDates::new(date(2024, 1, 1)?), date(2024, 1, 31)?);
///
/// let (paid, on) = ("98 EUR".parse()?, date(2024, 1, 12)?);
/// let earned = discount(&policy, &invoice, paid, on, &Calendar::every_day())?;
/// let wrong = wrongly_taken(&earned, "2 EUR".parse()?)?.ok_or("all of it was earned")?;
/// assert_eq!(wrong.owed, "2 EUR".parse()?);
/// assert_eq!(wrong.why, DiscountOutcome::TooLate { deadline: date(2024, 1, 11)? });
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`DiscountError::ClaimedNegative`] where less than nothing was taken, and [`DiscountError::Money`]
/// where it was taken in another currency.
pub fn wrongly_taken(
    discount: &Discount,
    claimed: RoundedMoney,
) -> Result<Option<WronglyTaken>, DiscountError> {
    if claimed.is_negative() {
        return Err(DiscountError::ClaimedNegative { claimed });
    }
    let earned = discount.amount;
    let owed = claimed.checked_sub(earned)?;
    if owed.is_negative() || owed.is_zero() {
        return Ok(None);
    }
    Ok(Some(WronglyTaken {
        claimed,
        earned,
        owed,
        why: discount.outcome,
    }))
}

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};

    use chrono::NaiveDate;

    use super::{Discount, DiscountOutcome, wrongly_taken};
    use crate::vocab::money::RoundedMoney;

    #[track_caller]
    fn money(text: &str) -> RoundedMoney {
        let Ok(money) = text.parse() else {
            panic!("`{text}` of the test")
        };
        money
    }

    /// What is owed of a discount that was claimed where 2 EUR were earned.
    fn owed(claimed: &str) -> String {
        let earned = Discount {
            outcome: DiscountOutcome::NotOffered,
            amount: money("2 EUR"),
            net: money("2 EUR"),
            tax: money("0 EUR"),
            settled: money("99 EUR"),
            open: money("1 EUR"),
            unapplied: money("0 EUR"),
        };
        match wrongly_taken(&earned, money(claimed)) {
            Ok(Some(wrong)) => wrong.owed.to_string(),
            Ok(None) => "nothing".into(),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn what_was_claimed_beyond_what_was_earned_is_owed() {
        assert_eq!(owed("0 EUR"), "nothing");
        assert_eq!(owed("2 EUR"), "nothing");
        assert_eq!(owed("2.01 EUR"), "0.01 EUR");
        let message = "a discount of -0.01 EUR was taken, expected nothing or more";
        assert_eq!(owed("-0.01 EUR"), message);
        let message = "1.00 USD and 2.00 EUR are in different currencies, expected one currency";
        assert_eq!(owed("1 USD"), message);
    }

    #[test]
    fn json_of_an_outcome_is_kebab_case() -> Result<(), serde_json::Error> {
        let deadline = NaiveDate::from_ymd_opt(2024, 1, 11).unwrap_or_default();
        let json = serde_json::to_string(&DiscountOutcome::TooLate { deadline })?;
        assert_eq!(json, r#"{"too-late":{"deadline":"2024-01-11"}}"#);
        let refused = r#"{"too-late":{"deadline":"2024-01-11","tier":1}}"#;
        assert!(serde_json::from_str::<DiscountOutcome>(refused).is_err());
        Ok(())
    }
}
