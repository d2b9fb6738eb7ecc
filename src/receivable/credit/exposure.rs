use crate::form::record;
use crate::receivable::credit::error::CreditError;
use crate::receivable::credit::words::{Component, SalesStep};
use crate::vocab::known::{Grade, Graded, Known};
use crate::vocab::money::{Currency, Money};
use crate::vocab::time::Days;

record! {
    /// The credit exposure to a customer (信用敞口), in one currency and without the step that is requested.
    ///
    /// Interest and fixed sums for paying late are no part of it, and prepaid amounts are none either. A
    /// statement counts open fees as invoiced. A component that nobody has stated is unknown, and a limit
    /// that needs it leaves the verdict undecided.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::credit::{Exposure, SalesStep};
    /// use keqing::vocab::known::Known;
    /// use keqing::vocab::money::Currency;
    ///
    /// let exposure = Exposure::zero(Currency::EUR).with_ordered(Known::measured("500 EUR".parse()?));
    /// let shipped = exposure.after(SalesStep::Shipment, "200 EUR".parse()?)?;
    /// assert_eq!(shipped.ordered.value(), Some(&"300 EUR".parse()?));
    /// assert_eq!(shipped.total()?, exposure.total()?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[non_exhaustive]
    #[derive(Copy, Default, Hash)]
    pub struct Exposure {
        /// The amount that is ordered and not yet shipped.
        pub ordered: Known<Money> => with_ordered,
        /// The amount that is shipped and not yet invoiced.
        pub shipped: Known<Money> => with_shipped,
        /// The amount that is invoiced and not yet overdue.
        pub invoiced: Known<Money> => with_invoiced,
        /// The amount that is invoiced and overdue.
        pub overdue: Known<Money> => with_overdue,
        /// The number of days by which the oldest open invoice is past its due date; 0 if none is.
        pub oldest_overdue: Known<Days> => with_oldest_overdue,
    }
}

impl Exposure {
    /// Makes an exposure of which nothing is known.
    #[must_use]
    pub const fn unknown() -> Self {
        Self {
            ordered: Known::Unknown,
            shipped: Known::Unknown,
            invoiced: Known::Unknown,
            overdue: Known::Unknown,
            oldest_overdue: Known::Unknown,
        }
    }

    /// Makes an exposure that is known to be nothing, in a currency.
    #[must_use]
    pub fn zero(currency: Currency) -> Self {
        let nothing = Known::measured(Money::zero(currency));
        Self {
            ordered: nothing,
            shipped: nothing,
            invoiced: nothing,
            overdue: nothing,
            oldest_overdue: Known::measured(Days::new(0)),
        }
    }

    /// Returns the exposure after a step on credit.
    ///
    /// An order adds to the ordered amount. A shipment moves from the ordered to the shipped amount, and an
    /// invoice from the shipped to the invoiced one.
    ///
    /// # Errors
    ///
    /// [`CreditError::MoreThanThere`] is returned when the step moves more than its component has, and
    /// [`CreditError::Money`] when the currencies differ.
    pub fn after(self, step: SalesStep, amount: Money) -> Result<Self, CreditError> {
        let take = |component: Component, from: Known<Money>| {
            let rest = changed(from, |there| Ok(there.checked_sub(amount)?))?;
            match (rest.value(), from.value()) {
                (Some(rest), Some(there)) if rest.is_negative() => {
                    Err(CreditError::MoreThanThere {
                        step,
                        amount,
                        component,
                        there: *there,
                    })
                }
                _ => Ok(rest),
            }
        };
        let add = |to| changed(to, |there: Money| Ok(there.checked_add(amount)?));
        Ok(match step {
            SalesStep::Order => Self {
                ordered: add(self.ordered)?,
                ..self
            },
            SalesStep::Shipment => Self {
                ordered: take(Component::Ordered, self.ordered)?,
                shipped: add(self.shipped)?,
                ..self
            },
            SalesStep::Invoice => Self {
                shipped: take(Component::Shipped, self.shipped)?,
                invoiced: add(self.invoiced)?,
                ..self
            },
        })
    }

    /// Returns the sum of the four components, with the weakest of their grades; unknown if one of them is.
    ///
    /// # Errors
    ///
    /// [`CreditError::Money`] is returned when the currencies differ, or the sum has too many digits.
    pub fn total(self) -> Result<Known<Money>, CreditError> {
        let mut total = self.ordered;
        for part in [self.shipped, self.invoiced, self.overdue] {
            total = joined(total, part, Money::checked_add)?;
        }
        Ok(total)
    }

    /// Returns one component, or the total.
    ///
    /// # Errors
    ///
    /// For the total, the errors of [`total`](Self::total) are returned.
    pub fn component(self, component: Component) -> Result<Known<Money>, CreditError> {
        Ok(match component {
            Component::Ordered => self.ordered,
            Component::Shipped => self.shipped,
            Component::Invoiced => self.invoiced,
            Component::Overdue => self.overdue,
            Component::Total => self.total()?,
        })
    }

    /// Returns the four components, in the order in which a sale passes them.
    pub(super) const fn parts(self) -> [(Component, Known<Money>); 4] {
        [
            (Component::Ordered, self.ordered),
            (Component::Shipped, self.shipped),
            (Component::Invoiced, self.invoiced),
            (Component::Overdue, self.overdue),
        ]
    }

    /// Returns the least that a component, or the total, can be after a step on credit: its known parts.
    ///
    /// An unknown component to which the step added its amount has at least that amount.
    pub(super) fn at_least(
        self,
        component: Component,
        step: SalesStep,
        amount: Money,
    ) -> Result<Money, CreditError> {
        let nothing = Money::zero(amount.currency());
        let of = self.parts().into_iter().filter(|(part, _)| {
            let is_total = component == Component::Total;
            is_total || component == *part
        });
        let mut known = of.map(|(part, there)| match there {
            Known::Given(there) => there.value,
            Known::Unknown if part == step.target() => amount,
            Known::Unknown => nothing,
        });
        Ok(known.try_fold(nothing, Money::checked_add)?)
    }

    /// Refuses an amount that our own ledger has as overdue while it has no invoice that is.
    ///
    /// The other way round is possible: an invoice within the margin is late, and not yet overdue.
    pub(super) fn check_days(self) -> Result<(), CreditError> {
        let (Known::Given(overdue), Known::Given(oldest)) = (self.overdue, self.oldest_overdue)
        else {
            return Ok(());
        };
        let are_measured = overdue.grade.min(oldest.grade) == Grade::Measured;
        let nothing = overdue.value.is_zero() || overdue.value.is_negative();
        if are_measured && !nothing && oldest.value == Days::new(0) {
            let overdue = overdue.value;
            return Err(CreditError::OverdueWithoutDays { overdue });
        }
        Ok(())
    }

    /// Refuses each amount below zero and each of another currency.
    pub(crate) fn checks(self, amount: Money) -> impl Iterator<Item = Result<(), CreditError>> {
        let parts = self.parts().into_iter();
        let known = parts.filter_map(|(component, part)| Some((component, *part.value()?)));
        known.flat_map(move |(component, given)| {
            let currency = given.same_currency(amount).map_err(Into::into);
            let negative = CreditError::NegativeExposure { component, given };
            [
                currency,
                (!given.is_negative()).then_some(()).ok_or(negative),
            ]
        })
    }
}

fn changed(
    known: Known<Money>,
    change: impl FnOnce(Money) -> Result<Money, CreditError>,
) -> Result<Known<Money>, CreditError> {
    Ok(match known {
        Known::Unknown => Known::Unknown,
        Known::Given(there) => Known::Given(Graded {
            value: change(there.value)?,
            ..there
        }),
    })
}

/// Joins the values of two facts: unknown if one of them is, with the weaker grade and the older day.
pub(super) fn joined<T, E>(
    one: Known<T>,
    other: Known<T>,
    join: impl FnOnce(T, T) -> Result<T, E>,
) -> Result<Known<T>, E> {
    let (Known::Given(one), Known::Given(other)) = (one, other) else {
        return Ok(Known::Unknown);
    };
    Ok(Known::Given(Graded {
        value: join(one.value, other.value)?,
        grade: one.grade.min(other.grade),
        on: [one.on, other.on].into_iter().flatten().min(),
    }))
}
