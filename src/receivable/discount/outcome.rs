use chrono::NaiveDate;

use crate::form::{choice, record};
use crate::receivable::discount::error::DiscountError;
use crate::vocab::money::RoundedMoney;

record! {
    /// The discount that one payment earned, and the amounts that it settled (折扣结果).
    ///
    /// Payment and discount together are the settled and the unapplied amount. The settled and the
    /// open amount together are the amount that was open before.
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct Discount {
        /// The outcome: the reason why there is a discount, or why there is none.
        pub outcome: DiscountOutcome,
        /// The discount that the payment earned: `net` and `tax`.
        pub amount: RoundedMoney,
        /// The part of the discount that reduces the amount before tax.
        pub net: RoundedMoney,
        /// The part of the discount that reduces the tax.
        pub tax: RoundedMoney,
        /// The settled amount of the invoice, by money and by discount.
        pub settled: RoundedMoney,
        /// The amount of the invoice that is still open.
        pub open: RoundedMoney,
        /// The amount of the payment that was not needed.
        pub unapplied: RoundedMoney,
    }
}

choice! {
    /// The reason why a payment earned a discount, or why not (折扣结论).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub enum DiscountOutcome {
        /// The payment was in time.
        Earned {
            /// The number of the tier that it met, the first being 1.
            tier: usize,
            /// The last day of the tier.
            deadline: NaiveDate,
        },
        /// The policy has no tier.
        NotOffered,
        /// The payment was in time, but too little for a policy that requires payment in full.
        PaidPartly {
            /// The number of the tier that it would have met, the first being 1.
            tier: usize,
            /// The last day of the tier.
            deadline: NaiveDate,
            /// The further amount to be paid by then for the whole discount.
            missing: RoundedMoney,
        },
        /// The payment came after the last day of every tier.
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
        /// The discount that the payer took.
        pub claimed: RoundedMoney,
        /// The discount that the payment earned.
        pub earned: RoundedMoney,
        /// The amount still owed: the discount taken less the one earned.
        pub owed: RoundedMoney,
        /// The reason why no more was earned. If a discount was [earned](DiscountOutcome::Earned),
        /// too much was taken.
        pub why: DiscountOutcome,
    }
}

/// Returns the part of a taken discount that is still owed, with the reason (违规折扣).
///
/// The result is `None` if the whole discount was earned.
///
/// # Examples
///
/// A discount of 2 % within 10 days is taken on the 11th day.
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::calendar::Calendar;
/// use keqing::receivable::discount::{
///     CutOff, DiscountOutcome, DiscountTier, DiscountedInvoice, EarlyPayment, Reward, discount,
///     wrongly_taken,
/// };
/// use keqing::receivable::term::PaymentTerm;
/// use keqing::vocab::share::Share;
/// use keqing::vocab::time::Days;
///
/// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
/// let within = CutOff::Term(PaymentTerm::net(Days::new(10)));
/// let tier = DiscountTier::new(within, Reward::Share(Share::percent(2)?))?;
/// let policy = EarlyPayment::none().with_tier(tier);
/// let invoice = DiscountedInvoice::new(date(2024, 1, 1)?, date(2024, 1, 31)?, "100 EUR".parse()?)?;
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
/// [`DiscountError::ClaimedNegative`] is returned when the taken discount is below zero.
/// [`DiscountError::Money`] is returned when it is in another currency.
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

    /// Returns the owed part of a claimed discount if 2 EUR were earned.
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
