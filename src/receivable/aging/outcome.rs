use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::{checked, record};
use crate::receivable::aging::error::AgingError;
use crate::receivable::aging::policy::AgingPolicy;
use crate::vocab::money::{Currency, Money, MoneyError};

checked! {
    /// The open amounts on a day, by age and currency (账龄表).
    ///
    /// The columns, the disputed amounts and those held back always add up to the total. The total
    /// is everything that is open. JSON that does not add up is refused.
    ///
    /// # Examples
    ///
    /// See [`age`](crate::receivable::aging::age).
    #[derive(Hash)]
    pub struct Aging, checked by Aging::checked {
        /// The policy of the aging.
        policy: AgingPolicy,
        /// The day of the aging.
        as_of: NaiveDate,
        /// The balances, one for each currency and each with the columns of the policy. They are
        /// kept in the order of the currencies.
        balances: Vec<AgedBalance>,
    }
}

impl Aging {
    /// Makes an aging of nothing, the start of a sum.
    #[must_use]
    pub const fn empty(policy: AgingPolicy, as_of: NaiveDate) -> Self {
        Self {
            policy,
            as_of,
            balances: Vec::new(),
        }
    }

    /// Adds another aging of the same day and by the same policy, such as that of another customer.
    ///
    /// # Errors
    ///
    /// [`AgingError::Other`] is returned when day or policy differ, and [`AgingError::Money`] when
    /// a sum is too large.
    pub fn checked_add(mut self, other: &Self) -> Result<Self, AgingError> {
        if (self.as_of, &self.policy) != (other.as_of, &other.policy) {
            let (left, right) = (self.as_of, other.as_of);
            return Err(AgingError::Other { left, right });
        }
        for balance in &other.balances {
            self.balance_mut(balance.currency(), |sum| sum.add(balance))?;
        }
        Ok(self)
    }

    /// Returns the policy of the aging.
    #[must_use]
    pub const fn policy(&self) -> &AgingPolicy {
        &self.policy
    }

    /// Returns the day of the aging.
    #[must_use]
    pub const fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// Returns the balances, one for each currency in which anything is open.
    #[must_use]
    pub fn balances(&self) -> &[AgedBalance] {
        &self.balances
    }

    /// Returns the balance of a currency; `None` if nothing is open in it.
    #[must_use]
    pub fn balance(&self, currency: Currency) -> Option<&AgedBalance> {
        let place = self.place(currency).ok()?;
        self.balances.get(place)
    }

    /// Changes the balance of a currency, which begins at zero.
    pub(super) fn balance_mut<E>(
        &mut self,
        currency: Currency,
        change: impl FnOnce(&mut AgedBalance) -> Result<(), E>,
    ) -> Result<(), E> {
        let place = match self.place(currency) {
            Ok(place) => place,
            Err(place) => {
                let columns = self.policy.buckets().ranges().count();
                self.balances
                    .insert(place, AgedBalance::empty(currency, columns));
                place
            }
        };
        self.balances.get_mut(place).map_or(Ok(()), change)
    }

    fn place(&self, currency: Currency) -> Result<usize, usize> {
        self.balances
            .binary_search_by_key(&currency, AgedBalance::currency)
    }

    /// Sorts the balances by currency, and checks them.
    fn checked(self) -> Result<Self, AgingError> {
        let mut aging = Self::empty(self.policy, self.as_of);
        let expected = aging.policy.buckets().ranges().count();
        for balance in self.balances {
            let given = balance.columns.len();
            if given != expected {
                return Err(AgingError::Columns { given, expected });
            }
            let currency = balance.currency();
            match aging.place(currency) {
                Ok(_) => return Err(AgingError::CurrencyTwice { currency }),
                Err(place) => aging.balances.insert(place, balance),
            }
        }
        Ok(aging)
    }
}

checked! {
    /// The open amounts in one currency, by age (单币种账龄).
    #[derive(Hash)]
    pub struct AgedBalance, checked by AgedBalance::checked {
        /// The columns of the policy. The first holds the items that are not due yet.
        columns: Vec<AgedAmount>,
        /// The disputed amounts, which stand in no column.
        disputed: AgedAmount,
        /// The amounts that the customer may hold back, which stand in no column.
        held_back: AgedAmount,
        /// The items below zero, which stand in their columns like any other.
        credits: AgedAmount,
        /// The sum of the columns, the disputed amounts and those held back. Another total is
        /// refused.
        total: AgedAmount,
    }
}

impl AgedBalance {
    /// Returns the columns in the order of
    /// [`Buckets::ranges`](crate::receivable::aging::Buckets::ranges): items not due yet first.
    #[must_use]
    pub fn columns(&self) -> &[AgedAmount] {
        &self.columns
    }

    /// Returns the disputed amounts, which stand in no column.
    #[must_use]
    pub const fn disputed(&self) -> AgedAmount {
        self.disputed
    }

    /// Returns the amounts that the customer may hold back, which stand in no column.
    #[must_use]
    pub const fn held_back(&self) -> AgedAmount {
        self.held_back
    }

    /// Returns the items below zero, which stand in their columns like any other. They are the
    /// customer's credit within the total.
    #[must_use]
    pub const fn credits(&self) -> AgedAmount {
        self.credits
    }

    /// Returns the total: the columns, the disputed amounts and those held back. An item of which a
    /// part stands apart is one item here.
    #[must_use]
    pub const fn total(&self) -> AgedAmount {
        self.total
    }

    /// Returns the currency.
    #[must_use]
    pub const fn currency(&self) -> Currency {
        self.total.amount.currency()
    }

    /// Adds one item: its disputed part, its held back part, and the rest in its column.
    pub(super) fn take(
        &mut self,
        column: usize,
        [disputed, held_back, rest]: [Money; 3],
    ) -> Result<(), MoneyError> {
        let open = disputed.checked_add(held_back)?.checked_add(rest)?;
        self.disputed.take(disputed)?;
        self.held_back.take(held_back)?;
        if open.is_negative() {
            self.credits.take(open)?;
        }
        self.total.take(open)?;
        self.columns
            .get_mut(column)
            .map_or(Ok(()), |sum| sum.take(rest))
    }

    fn empty(currency: Currency, columns: usize) -> Self {
        let nothing = AgedAmount {
            items: 0,
            amount: Money::zero(currency),
        };
        Self {
            columns: alloc::vec![nothing; columns],
            disputed: nothing,
            held_back: nothing,
            credits: nothing,
            total: nothing,
        }
    }

    fn add(&mut self, other: &Self) -> Result<(), AgingError> {
        for (sum, more) in self.columns.iter_mut().zip(&other.columns) {
            sum.add(more)?;
        }
        self.disputed.add(&other.disputed)?;
        self.held_back.add(&other.held_back)?;
        self.credits.add(&other.credits)?;
        self.total.add(&other.total)
    }

    fn checked(self) -> Result<Self, AgingError> {
        let total = self.total.amount;
        total.checked_cmp(self.credits.amount)?;
        let sum = self
            .columns
            .iter()
            .chain([&self.disputed, &self.held_back])
            .try_fold(Money::zero(total.currency()), |sum, column| {
                sum.checked_add(column.amount)
            })?;
        if sum != total {
            return Err(AgingError::Untied { sum, total });
        }
        Ok(self)
    }
}

record! {
    /// A number of items and their sum (笔数与金额).
    #[derive(Copy, Hash)]
    pub closed struct AgedAmount {
        /// The number of items that have an amount here.
        pub items: u64,
        /// The sum of the items.
        pub amount: Money,
    }
}

impl AgedAmount {
    fn take(&mut self, amount: Money) -> Result<(), MoneyError> {
        if !amount.is_zero() {
            self.items = self.items.saturating_add(1);
        }
        self.amount = self.amount.checked_add(amount)?;
        Ok(())
    }

    fn add(&mut self, other: &Self) -> Result<(), AgingError> {
        self.items = self.items.saturating_add(other.items);
        self.amount = self.amount.checked_add(other.amount)?;
        Ok(())
    }
}
