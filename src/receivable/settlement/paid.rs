use alloc::boxed::Box;

use chrono::NaiveDate;
use thiserror::Error;

use crate::form::{Several, checked, choice, every, several};
use crate::receivable::settlement::method::{Method, PaidUpon};
use crate::receivable::settlement::policy::SettlementPolicy;

/// Returns the day on which a settlement counts as paid under a policy.
///
/// Lateness is judged by that day (REC-03), and not by the day on which the customer handed over a
/// paper.
///
/// # Errors
///
/// [`SettlementError::NoMaturity`] is returned when the method counts at maturity and that day is
/// unknown.
///
/// # Examples
///
/// A bill handed over in January is a payment of July.
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::receivable::settlement::{
///     PaidUpon, PaidOn, Settlement, Method, SettlementPolicy, paid_on,
/// };
///
/// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
/// let policy = SettlementPolicy::standard();
/// let bill = Settlement::new(Method::BankAcceptanceBill, date(2024, 1, 15)?)
///     .with_maturity(date(2024, 7, 15)?)?;
/// let awaited = PaidOn::Awaiting { event: PaidUpon::Matured, expected: Some(date(2024, 7, 15)?) };
/// assert_eq!(paid_on(&policy, &bill)?, awaited);
///
/// let honoured = bill.with_clearing(date(2024, 7, 16)?)?;
/// assert_eq!(paid_on(&policy, &honoured)?, PaidOn::Day(date(2024, 7, 16)?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn paid_on(
    policy: &SettlementPolicy,
    settlement: &Settlement,
) -> Result<PaidOn, SettlementError> {
    let Settlement {
        method,
        received,
        cleared,
        matures,
        dishonoured,
    } = *settlement;
    let Some(event) = policy.term(method).counts_when() else {
        return Ok(PaidOn::NotAccepted);
    };
    if let Some(on) = dishonoured {
        return Ok(PaidOn::Dishonoured { on });
    }
    let expected = match event {
        PaidUpon::Received => return Ok(PaidOn::Day(received)),
        PaidUpon::Cleared => None,
        PaidUpon::Matured => Some(matures.ok_or(SettlementError::NoMaturity { method })?),
    };
    Ok(match cleared {
        None => PaidOn::Awaiting { event, expected },
        Some(cleared) => PaidOn::Day(expected.map_or(cleared, |matures| matures.max(cleared))),
    })
}

choice! {
    /// The day on which a settlement counts as paid, or the reason why none does (付款日).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub enum PaidOn {
        /// The settlement does not count yet: an event is missing.
        Awaiting {
            /// The missing event; a paper that matures has to be honoured too.
            event: PaidUpon,
            /// The day on which the event is expected, if one is known.
            expected: Option<NaiveDate>,
        },
        /// The settlement counts from this day.
        Day(NaiveDate),
        /// The settlement never counts: the paper was not honoured. Presenting it again is another
        /// settlement.
        Dishonoured {
            /// The day of the refusal.
            on: NaiveDate,
        },
        /// The settlement never counts: the policy does not accept the method.
        NotAccepted,
    }
}

checked! {
    /// A settlement: a customer's payment by one method, with its later events (结付).
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::receivable::settlement::{Settlement, Method};
    ///
    /// let date = |day| NaiveDate::from_ymd_opt(2024, 5, day).ok_or("no such date");
    /// let cheque = Settlement::new(Method::Cheque, date(6)?).with_clearing(date(9)?)?;
    /// assert_eq!(cheque.cleared(), Some(date(9)?));
    /// assert!(cheque.with_clearing(date(5)?).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Copy, Hash)]
    pub struct Settlement, checked by Settlement::checked {
        /// The method.
        method: Method,
        /// The day of receipt.
        received: NaiveDate,
        /// The day on which the money was finally credited. A day before the receipt is refused.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cleared: Option<NaiveDate>,
        /// The day on which the paper falls due. A day before the receipt is refused.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        matures: Option<NaiveDate>,
        /// The day on which payment was refused. A day before the receipt is refused.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        dishonoured: Option<NaiveDate>,
    }
}

impl Settlement {
    /// Makes a settlement that was received and of which nothing else is known.
    #[must_use]
    pub const fn new(method: Method, received: NaiveDate) -> Self {
        Self {
            method,
            received,
            cleared: None,
            matures: None,
            dishonoured: None,
        }
    }

    /// Sets the day on which the money was finally credited; for a bill, on which it was honoured.
    ///
    /// # Errors
    ///
    /// [`SettlementError::BeforeReceipt`] is returned when that day is before the receipt.
    pub fn with_clearing(self, cleared: NaiveDate) -> Result<Self, SettlementError> {
        Self {
            cleared: Some(cleared),
            ..self
        }
        .checked()
    }

    /// Sets the day on which the paper falls due.
    ///
    /// # Errors
    ///
    /// [`SettlementError::BeforeReceipt`] is returned when that day is before the receipt, because
    /// a paper past its maturity settles nothing.
    pub fn with_maturity(self, matures: NaiveDate) -> Result<Self, SettlementError> {
        Self {
            matures: Some(matures),
            ..self
        }
        .checked()
    }

    /// Sets the day on which payment was refused, even after a clearing that was undone.
    ///
    /// # Errors
    ///
    /// [`SettlementError::BeforeReceipt`] is returned when that day is before the receipt.
    pub fn with_dishonour(self, dishonoured: NaiveDate) -> Result<Self, SettlementError> {
        Self {
            dishonoured: Some(dishonoured),
            ..self
        }
        .checked()
    }

    /// Returns the method.
    #[must_use]
    pub const fn method(&self) -> Method {
        self.method
    }

    /// Returns the day of receipt.
    #[must_use]
    pub const fn received(&self) -> NaiveDate {
        self.received
    }

    /// Returns the day on which the money was finally credited.
    #[must_use]
    pub const fn cleared(&self) -> Option<NaiveDate> {
        self.cleared
    }

    /// Returns the day on which the paper falls due.
    #[must_use]
    pub const fn matures(&self) -> Option<NaiveDate> {
        self.matures
    }

    /// Returns the day on which payment was refused.
    #[must_use]
    pub const fn dishonoured(&self) -> Option<NaiveDate> {
        self.dishonoured
    }

    fn checked(self) -> Result<Self, SettlementError> {
        let received = self.received;
        let later = [self.cleared, self.matures, self.dishonoured].into_iter();
        let before = later.flatten().filter(|date| *date < received);
        every(before.map(|date| Err(SettlementError::BeforeReceipt { date, received })))?;
        Ok(self)
    }
}

/// Returned when the dates of a settlement contradict each other, or a date that the policy needs
/// is missing.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum SettlementError {
    /// An event of the settlement is dated before its receipt.
    #[error("{date} is before the receipt, expected {received} or later")]
    BeforeReceipt {
        /// The day given.
        date: NaiveDate,
        /// The day of receipt.
        received: NaiveDate,
    },
    /// The method counts at maturity, and the settlement has none.
    #[error("a {method} without a maturity, expected the day on which it falls due")]
    NoMaturity {
        /// The method.
        method: Method,
    },
    /// Several days are before the receipt.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub SettlementError);

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use chrono::NaiveDate;

    use super::{PaidOn, Settlement, SettlementError, paid_on};
    use crate::receivable::settlement::method::{Method, MethodRule, PaidUpon};
    use crate::receivable::settlement::policy::SettlementPolicy;

    #[track_caller]
    fn may(day: u32) -> NaiveDate {
        let Some(date) = NaiveDate::from_ymd_opt(2024, 5, day) else {
            panic!("the {day}th of May of the test")
        };
        date
    }

    #[track_caller]
    fn policy(counts: PaidUpon) -> SettlementPolicy {
        let term = MethodRule::Tolerated(counts);
        let Ok(policy) = SettlementPolicy::standard().with_term(Method::Cheque, term) else {
            panic!("a policy of the test")
        };
        policy
    }

    type Step = fn(Settlement, NaiveDate) -> Result<Settlement, SettlementError>;

    /// Received on the 10th; cleared, maturing and dishonoured on these days, 0 for never.
    #[track_caller]
    fn cheque(cleared: u32, matures: u32, dishonoured: u32) -> Settlement {
        let mut cheque = Settlement::new(Method::Cheque, may(10));
        let steps: [(u32, Step); 3] = [
            (cleared, Settlement::with_clearing),
            (matures, Settlement::with_maturity),
            (dishonoured, Settlement::with_dishonour),
        ];
        for (day, step) in steps {
            if day > 0 {
                let Ok(next) = step(cheque, may(day)) else {
                    panic!("a cheque of the test")
                };
                cheque = next;
            }
        }
        cheque
    }

    #[rustfmt::skip]
    #[test]
    fn the_event_of_the_policy_decides_the_day() {
        use PaidUpon::{Cleared, Matured, Received};
        let awaiting = |event, day: u32| PaidOn::Awaiting { event, expected: (day > 0).then(|| may(day)) };
        // counts, cleared, matures, dishonoured, expected
        let table = [
            (Received,  0,  0,  0, PaidOn::Day(may(10))),
            (Received, 12, 20,  0, PaidOn::Day(may(10))),
            (Received, 12, 20, 21, PaidOn::Dishonoured { on: may(21) }),
            (Cleared,   0, 20,  0, awaiting(Cleared, 0)),
            (Cleared,  12, 20,  0, PaidOn::Day(may(12))),
            (Cleared,  10,  0,  0, PaidOn::Day(may(10))),
            (Cleared,  12,  0, 14, PaidOn::Dishonoured { on: may(14) }),
            (Matured,   0, 20,  0, awaiting(Matured, 20)),
            (Matured,  12, 20,  0, PaidOn::Day(may(20))),
            (Matured,  20, 20,  0, PaidOn::Day(may(20))),
            (Matured,  21, 20,  0, PaidOn::Day(may(21))),
            (Matured,   0, 20, 20, PaidOn::Dishonoured { on: may(20) }),
        ];
        for (counts, cleared, matures, dishonoured, expected) in table {
            let found = paid_on(&policy(counts), &cheque(cleared, matures, dishonoured));
            assert_eq!(found, Ok(expected), "{counts:?} {cleared} {matures} {dishonoured}");
        }
    }

    #[test]
    fn a_method_that_is_refused_never_counts() {
        let bill = Settlement::new(Method::CommercialAcceptanceBill, may(10));
        let standard = SettlementPolicy::standard();
        assert_eq!(paid_on(&standard, &bill), Ok(PaidOn::NotAccepted));
    }

    #[test]
    fn a_settlement_that_cannot_be_is_named() {
        let cheque = Settlement::new(Method::Cheque, may(10));
        let message = "2024-05-09 is before the receipt, expected 2024-05-10 or later";
        for refused in [
            cheque.with_clearing(may(9)),
            cheque.with_maturity(may(9)),
            cheque.with_dishonour(may(9)),
        ] {
            assert_eq!(refused.map_err(|e| e.to_string()), Err(message.into()));
        }
        assert_eq!(
            paid_on(&policy(PaidUpon::Matured), &cheque).map_err(|e| e.to_string()),
            Err("a cheque without a maturity, expected the day on which it falls due".into())
        );
    }

    #[test]
    fn json_is_checked_on_the_way_in() {
        let json = r#"{"method":"cheque","received":"2024-05-10","cleared":"2024-05-12"}"#;
        let read = serde_json::from_str::<Settlement>(json).map_err(|e| e.to_string());
        assert_eq!(read, Ok(cheque(12, 0, 0)));
        assert_eq!(
            serde_json::to_string(&cheque(12, 0, 0)).ok().as_deref(),
            Some(json)
        );
        let early = json.replace("05-12", "05-09");
        assert!(serde_json::from_str::<Settlement>(&early).is_err());
    }
}
