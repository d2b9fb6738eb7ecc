use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::{Gathered, checked, record};
use crate::receivable::document::is_due_before_issue;
use crate::receivable::interest::error::InterestError;
use crate::receivable::rate::RateDates;
use crate::vocab::money::Money;
use crate::vocab::words::words;

checked! {
    /// A debt with its changes and pauses, on which late interest is counted (债务).
    ///
    /// It is a record of dates, and its interest is a function of them. Paying the principal does
    /// not remove interest that was earned before.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::receivable::interest::{BalanceChange, LateDebt};
    ///
    /// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
    /// let debt = LateDebt::new("1000.00 EUR".parse()?, date(2024, 1, 15)?, date(2024, 2, 14)?)?
    ///     .with_change(BalanceChange::payment(date(2024, 3, 1)?, "400.00 EUR".parse()?))?;
    /// assert_eq!(debt.changes().len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Hash)]
    pub struct LateDebt, checked by LateDebt::checked {
        /// The amount that was owed at first, above zero.
        principal: Money,
        /// The date of the invoice.
        issued: NaiveDate,
        /// The due date, which itself is on time. A day before the invoice is refused.
        due: NaiveDate,
        /// The day on which the contract was signed, if it is known.
        contract: Option<NaiveDate>,
        /// The payments and credit notes, in any order; they are kept by date.
        #[serde(default)]
        changes: Vec<BalanceChange>,
        /// The times in which no interest is earned, in any order. Those of the whole that touch or
        /// overlap become one.
        #[serde(default)]
        pauses: Vec<Pause>,
    }
}

impl LateDebt {
    /// Makes a debt without payments, credit notes and pauses.
    ///
    /// # Errors
    ///
    /// [`InterestError::PrincipalNotPositive`] is returned when the principal is not above zero.
    /// [`InterestError::DueBeforeIssue`] is returned when the debt is due before it is invoiced.
    pub fn new(principal: Money, issued: NaiveDate, due: NaiveDate) -> Result<Self, InterestError> {
        if principal.is_negative() || principal.is_zero() {
            return Err(InterestError::PrincipalNotPositive { principal });
        }
        if is_due_before_issue(issued, due) {
            return Err(InterestError::DueBeforeIssue { due, issued });
        }
        Ok(Self {
            principal,
            issued,
            due,
            contract: None,
            changes: Vec::new(),
            pauses: Vec::new(),
        })
    }

    /// Sets the day on which the contract was signed, for rates that are bound to that day.
    #[must_use]
    pub fn with_contract(self, signed: NaiveDate) -> Self {
        Self {
            contract: Some(signed),
            ..self
        }
    }

    /// Adds a payment or a credit note; the order of the calls does not matter.
    ///
    /// # Errors
    ///
    /// - [`InterestError::AmountNotPositive`] is returned when the amount is not above zero.
    /// - [`InterestError::PaymentBeforeIssue`] is returned when the change is dated before the
    ///   invoice.
    /// - [`InterestError::Money`] is returned when the currency is another one.
    pub fn with_change(mut self, change: BalanceChange) -> Result<Self, InterestError> {
        self.change(change)?;
        Ok(self)
    }

    /// Adds a payment or a credit note in place.
    pub(crate) fn change(&mut self, change: BalanceChange) -> Result<(), InterestError> {
        let BalanceChange { date, amount, .. } = change;
        self.principal.checked_cmp(amount)?;
        if amount.is_negative() || amount.is_zero() {
            return Err(InterestError::AmountNotPositive { date, amount });
        }
        if date < self.issued {
            let issued = self.issued;
            return Err(InterestError::PaymentBeforeIssue {
                date,
                amount,
                issued,
            });
        }
        let place = self.changes.partition_point(|other| other.date <= date);
        self.changes.insert(place, change);
        Ok(())
    }

    /// Takes every change out.
    pub(crate) fn without_changes(&mut self) {
        self.changes.clear();
    }

    /// Takes the first changes out, so many of them.
    pub(crate) fn without_first(&mut self, count: usize) {
        self.changes.drain(..count.min(self.changes.len()));
    }

    /// Adds a time in which no interest is earned, on the whole or on a part. Pauses of the whole
    /// that touch or overlap become one, and the parts of several pauses add up.
    ///
    /// # Errors
    ///
    /// - [`InterestError::PauseOrder`] is returned when the pause ends before it begins.
    /// - [`InterestError::PausedNotPositive`] is returned when its amount is not above zero.
    /// - [`InterestError::Money`] is returned when its currency is another one.
    pub fn with_pause(mut self, pause: Pause) -> Result<Self, InterestError> {
        self.pause(pause)?;
        Ok(self)
    }

    /// Adds a time in which no interest is earned in place.
    pub(crate) fn pause(&mut self, pause: Pause) -> Result<(), InterestError> {
        if let Some(to) = pause.to.filter(|to| *to <= pause.from) {
            let from = pause.from;
            return Err(InterestError::PauseOrder { from, to });
        }
        self.check_pause(pause)?;
        let place = self
            .pauses
            .partition_point(|other| other.from <= pause.from);
        let before = place.checked_sub(1);
        let before = before.and_then(|before| self.pauses.get_mut(before));
        let is_absorbed = before.is_some_and(|before| before.absorb(pause));
        if !is_absorbed {
            self.pauses.insert(place, pause);
        }
        // Only the pauses right behind it can touch it.
        let behind = place.saturating_add(usize::from(!is_absorbed));
        let parts = self.pauses.split_at_mut_checked(behind);
        let gone = parts.and_then(|(before, behind)| {
            let kept = before.last_mut()?;
            let touching = behind.iter().take_while(|later| kept.absorb(**later));
            Some(touching.count())
        });
        let end = behind.saturating_add(gone.unwrap_or(0));
        self.pauses.drain(behind..end);
        Ok(())
    }

    /// Refuses a pause of an amount that is not above zero, or in another currency.
    fn check_pause(&self, pause: Pause) -> Result<(), InterestError> {
        let Some(amount) = pause.amount else {
            return Ok(());
        };
        self.principal.checked_cmp(amount)?;
        if amount.is_negative() || amount.is_zero() {
            let from = pause.from;
            return Err(InterestError::PausedNotPositive { from, amount });
        }
        Ok(())
    }

    /// Returns the amount that was owed at first.
    #[must_use]
    pub const fn principal(&self) -> Money {
        self.principal
    }

    /// Returns the date of the invoice.
    #[must_use]
    pub const fn issued(&self) -> NaiveDate {
        self.issued
    }

    /// Returns the due date, which itself is on time.
    #[must_use]
    pub const fn due(&self) -> NaiveDate {
        self.due
    }

    /// Returns the day on which the contract was signed, if it is known.
    #[must_use]
    pub const fn contract(&self) -> Option<NaiveDate> {
        self.contract
    }

    /// Returns the payments and credit notes, in the order of their dates.
    #[must_use]
    pub fn changes(&self) -> &[BalanceChange] {
        &self.changes
    }

    /// Returns the pauses, in the order of their dates.
    #[must_use]
    pub fn pauses(&self) -> &[Pause] {
        &self.pauses
    }

    /// Returns the days to which a rate may be bound. The first day of default is the one after the
    /// due date. The day of payment is the one on which the debt was settled, or else the day asked
    /// about.
    #[inline]
    pub(crate) fn rate_dates(&self, default: NaiveDate, as_of: NaiveDate) -> RateDates {
        let settled = || {
            let mut left = self.principal;
            self.changes.iter().find_map(|change| {
                left = left.checked_sub(change.amount).ok()?;
                left.is_zero().then_some(change.date)
            })
        };
        RateDates {
            contract: self.contract,
            default,
            payment: settled().filter(|date| *date < as_of).unwrap_or(as_of),
        }
    }

    /// Makes the debt anew of its parts, in order.
    fn checked(self) -> Result<Self, InterestError> {
        let mut debt = Self::new(self.principal, self.issued, self.due)?;
        debt.contract = self.contract;
        let mut errors = Gathered::new();
        for change in self.changes {
            errors.ask(debt.change(change));
        }
        for pause in self.pauses {
            errors.ask(debt.pause(pause));
        }
        errors.settle(|| debt)
    }
}

record! {
    /// A change that takes an amount off a debt on a day (余额变动).
    ///
    /// That day itself still bears interest on the whole balance, because money that comes on a day
    /// was missing until then.
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct BalanceChange {
        /// The day on which the change counts.
        pub date: NaiveDate,
        /// The amount that the change takes off, above zero.
        pub amount: Money,
        /// The kind of the change.
        pub kind: BalanceChangeKind,
    }
}

impl BalanceChange {
    /// Makes a payment.
    #[must_use]
    pub const fn payment(date: NaiveDate, amount: Money) -> Self {
        let kind = BalanceChangeKind::Payment;
        Self { date, amount, kind }
    }

    /// Makes a credit note.
    #[must_use]
    pub const fn credit_note(date: NaiveDate, amount: Money) -> Self {
        let kind = BalanceChangeKind::CreditNote;
        Self { date, amount, kind }
    }
}

words! {
    /// The kind of a change to a debt (变动种类).
    pub open enum BalanceChangeKind {
        /// A credit note: less was owed than invoiced (贷项通知单).
        CreditNote = "credit-note", "credit note", "贷项通知单", "貸項通知單";
        /// A discount that a payment earned (折扣).
        Discount = "discount", "discount", "折扣", "折扣";
        /// A payment (付款).
        Payment = "payment", "payment", "付款", "付款";
        /// A write-off: the rest is not claimed any more (核销).
        WriteOff = "write-off", "write-off", "核销", "核銷";
    }
}

record! {
    /// A time in which no interest is earned, such as that of a dispute (中止计息).
    ///
    /// # Examples
    ///
    /// A part of 40 EUR is disputed, and bears no interest from 5 March on.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::receivable::interest::Pause;
    /// use keqing::vocab::money::Money;
    ///
    /// let from = NaiveDate::from_ymd_opt(2024, 3, 5).ok_or("no such date")?;
    /// let part: Money = "40 EUR".parse()?;
    /// let pause = Pause::new(from, None).with_amount(part);
    /// assert_eq!(pause.amount, Some(part));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct Pause {
        /// The first day that earns nothing.
        pub from: NaiveDate,
        /// The first day that earns again; `None` while it lasts.
        pub to: Option<NaiveDate>,
        /// The part of the balance that earns nothing, above zero; `None` for the whole balance. A
        /// part above the balance is the whole balance.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub amount: Option<Money> => with_amount,
    }
}

impl Pause {
    /// Makes a pause of the whole from a day to the day before another one, or one that lasts.
    #[must_use]
    pub const fn new(from: NaiveDate, to: Option<NaiveDate>) -> Self {
        Self {
            from,
            to,
            amount: None,
        }
    }

    /// Takes a later pause in, if the two touch and both are of the whole.
    fn absorb(&mut self, later: Self) -> bool {
        let are_whole = self.amount.is_none() && later.amount.is_none();
        let touches = are_whole && self.to.is_none_or(|to| later.from <= to);
        if touches {
            self.to = self.to.zip(later.to).map(|(one, other)| one.max(other));
        }
        touches
    }
}
