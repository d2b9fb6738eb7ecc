use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::every;
use crate::receivable::credit::error::CreditError;
use crate::receivable::credit::exposure::Exposure;
use crate::receivable::dunning::OpenInvoice;
use crate::vocab::known::Known;
use crate::vocab::money::{Currency, Money};
use crate::vocab::time::Days;

impl Exposure {
    /// Makes the exposure of open invoices; the ordered and the shipped amounts stay unknown.
    ///
    /// An invoice more than `margin` past its due date is overdue, the others are not yet. An invoice that is
    /// issued after `as_of` does not count.
    ///
    /// An amount below zero is a credit of the customer. The credits cover the other invoices, those due first
    /// at first. A credit that is left over lowers nothing: an exposure is never below zero.
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
    /// let day = |day| NaiveDate::from_ymd_opt(2024, 3, day).ok_or("no such date");
    /// let (issued, due) = (day(1)?, day(1)?);
    /// let invoice = OpenInvoice { id: "17".parse()?, issued, due, open: "100 EUR".parse()? };
    /// let exposure = Exposure::of_invoices(Currency::EUR, &[invoice], day(3)?, Days::new(3))?;
    /// assert_eq!(exposure.invoiced.value(), Some(&"100 EUR".parse()?));
    /// assert_eq!(exposure.oldest_overdue.value(), Some(&Days::new(2)));
    ///
    /// let credit = OpenInvoice { id: "18".parse()?, issued, due, open: "-30 EUR".parse()? };
    /// let exposure = Exposure::of_invoices(Currency::EUR, &[invoice, credit], day(3)?, Days::new(3))?;
    /// assert_eq!(exposure.invoiced.value(), Some(&"70 EUR".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of_invoices(
        currency: Currency,
        invoices: &[OpenInvoice],
        as_of: NaiveDate,
        margin: Days,
    ) -> Result<Self, CreditError> {
        check(currency, invoices)?;
        let nothing = Money::zero(currency);
        let (mut credit, mut open) = (nothing, Vec::new());
        for invoice in invoices.iter().filter(|invoice| invoice.issued <= as_of) {
            match invoice.open.is_negative() {
                true => credit = credit.checked_sub(invoice.open)?,
                false => open.push((invoice.due, invoice.open)),
            }
        }
        open.sort_unstable_by_key(|(due, _)| *due);
        let (mut invoiced, mut overdue, mut oldest) = (nothing, nothing, Days::new(0));
        for (due, amount) in open {
            if amount.amount() <= credit.amount() {
                credit = credit.checked_sub(amount)?;
                continue;
            }
            let days = Days::between(due, as_of).unwrap_or(Days::new(0));
            let part = match margin < days {
                true => &mut overdue,
                false => &mut invoiced,
            };
            *part = part.checked_add(amount.checked_sub(credit)?)?;
            (credit, oldest) = (nothing, oldest.max(days));
        }
        Ok(Self::unknown()
            .with_invoiced(Known::measured(invoiced))
            .with_overdue(Known::measured(overdue))
            .with_oldest_overdue(Known::measured(oldest)))
    }
}

/// Refuses each invoice that cannot be, and each of another currency; an amount below zero is a credit.
fn check(currency: Currency, invoices: &[OpenInvoice]) -> Result<(), CreditError> {
    let sizes: Vec<OpenInvoice> = invoices.iter().copied().map(size).collect();
    let nothing = Money::zero(currency);
    let currencies = invoices
        .iter()
        .map(|invoice| nothing.same_currency(invoice.open).map_err(Into::into));
    every(
        OpenInvoice::checks(&sizes)
            .map(|check| check.map_err(Into::into))
            .chain(currencies),
    )
}

/// Returns an invoice with its amount, or with that of its credit.
fn size(invoice: OpenInvoice) -> OpenInvoice {
    let open = match invoice.open.is_negative() {
        true => invoice.open.negated(),
        false => invoice.open,
    };
    OpenInvoice { open, ..invoice }
}
