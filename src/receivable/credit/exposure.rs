use chrono::NaiveDate;

use crate::form::{every, record};
use crate::receivable::credit::error::CreditError;
use crate::receivable::credit::words::{Component, SalesStep};
use crate::receivable::dunning::OpenInvoice;
use crate::vocab::known::Known;
use crate::vocab::money::{Currency, Money};
use crate::vocab::time::Days;

record! {
    /// The credit exposure to a customer (信用敞口), in one currency and without the step that is requested.
    ///
    /// Prepaid amounts are no part of it. A component that nobody has stated is unknown, and a limit that
    /// needs it leaves the verdict undecided.
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

    /// Makes the exposure of open invoices; the ordered and the shipped amounts stay unknown.
    ///
    /// An invoice more than `margin` past its due date is overdue, the others are not yet.
    ///
    /// # Errors
    ///
    /// [`CreditError::Invoice`] is returned when an invoice is refused, and [`CreditError::Money`] when one
    /// is of another currency.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::receivable::credit::Exposure;
    /// use keqing::receivable::dunning::OpenInvoice;
    /// use keqing::vocab::money::Currency;
    /// use keqing::vocab::time::Days;
    ///
    /// let due = NaiveDate::from_ymd_opt(2024, 3, 1).ok_or("no such date")?;
    /// let invoice = OpenInvoice { id: "17".parse()?, issued: due, due, open: "100 EUR".parse()? };
    /// let as_of = NaiveDate::from_ymd_opt(2024, 3, 3).ok_or("no such date")?;
    /// let exposure = Exposure::of_invoices(Currency::EUR, &[invoice], as_of, Days::new(3))?;
    /// assert_eq!(exposure.invoiced.value(), Some(&"100 EUR".parse()?));
    /// assert_eq!(exposure.oldest_overdue.value(), Some(&Days::new(2)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of_invoices(
        currency: Currency,
        invoices: &[OpenInvoice],
        as_of: NaiveDate,
        margin: Days,
    ) -> Result<Self, CreditError> {
        every(OpenInvoice::checks(invoices))?;
        let nothing = Money::zero(currency);
        let (mut invoiced, mut overdue, mut oldest) = (nothing, nothing, Days::new(0));
        for invoice in invoices {
            let days = Days::between(invoice.due, as_of).unwrap_or(Days::new(0));
            let part = if margin < days {
                &mut overdue
            } else {
                &mut invoiced
            };
            *part = part.checked_add(invoice.open)?;
            if !invoice.open.is_zero() {
                oldest = oldest.max(days);
            }
        }
        Ok(Self {
            invoiced: Known::measured(invoiced),
            overdue: Known::measured(overdue),
            oldest_overdue: Known::measured(oldest),
            ..Self::unknown()
        })
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
            total = match (total, part) {
                (Known::Given(sum), Known::Given(part)) => Known::graded(
                    sum.value.checked_add(part.value)?,
                    sum.grade.min(part.grade),
                ),
                _ => Known::Unknown,
            };
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

    /// Returns the sum of the known parts of the total, in a currency.
    pub(super) fn known_total(self, currency: Currency) -> Result<Money, CreditError> {
        let parts = [self.ordered, self.shipped, self.invoiced, self.overdue];
        let mut known = parts.into_iter().filter_map(Known::into_value);
        Ok(known.try_fold(Money::zero(currency), Money::checked_add)?)
    }

    /// Refuses each amount below zero and each of another currency.
    pub(crate) fn checks(self, amount: Money) -> impl Iterator<Item = Result<(), CreditError>> {
        let parts = [
            (Component::Ordered, self.ordered),
            (Component::Shipped, self.shipped),
            (Component::Invoiced, self.invoiced),
            (Component::Overdue, self.overdue),
        ];
        let known = parts
            .into_iter()
            .filter_map(|(component, part)| Some((component, *part.value()?)));
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
        Known::Given(there) => Known::graded(change(there.value)?, there.grade),
    })
}
