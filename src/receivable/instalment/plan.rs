use alloc::vec::Vec;
use core::num::{NonZeroU16, NonZeroU32};

use crate::form::{checked, every};
use crate::receivable::instalment::error::InstalmentPlanError;
use crate::receivable::instalment::line::{Line, Portion, Start};
use crate::receivable::instalment::ratio::{ratio_of, share_of};
use crate::receivable::instalment::rounding::AmountRounding;
use crate::receivable::term::{Months, PaymentTerm};
use crate::vocab::money::{Currency, FractionalMoney};
use crate::vocab::share::Share;
use crate::vocab::words::words;

checked! {
    /// A plan of the parts into which a total is divided, with their rounding (分期计划).
    ///
    /// # Examples
    ///
    /// A deposit of 30 % is due at once, the balance a month later.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::calendar::Calendar;
    /// use keqing::receivable::instalment::{
    ///     Line, Plan, InvoiceAmounts, Portion, instalments,
    /// };
    /// use keqing::receivable::term::{BaseDates, Months, PaymentTerm};
    /// use keqing::vocab::share::Share;
    ///
    /// let plan = Plan::new([
    ///     Line::new(Portion::Share(Share::percent(30)?), PaymentTerm::immediate()),
    ///     Line::new(Portion::BALANCE, PaymentTerm::months(Months::new(1))),
    /// ])?;
    /// let amounts = InvoiceAmounts::without_tax("99.99 EUR".parse()?)?;
    /// let dates = BaseDates::new(NaiveDate::from_ymd_opt(2024, 1, 31).ok_or("no such date")?);
    /// let parts = instalments(&plan, &amounts, &dates, &Calendar::every_day())?;
    /// let amounts: Vec<String> = parts.iter().map(|part| part.amount.to_string()).collect();
    /// assert_eq!(amounts, ["30.00 EUR", "69.99 EUR"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Hash)]
    pub struct Plan, checked by Plan::checked {
        /// The lines, in the order in which they count. No line is refused, and so are shares that
        /// cannot add up to the whole.
        lines: Vec<Line>,
        /// The rounding of the running total of the lines. Each line takes the difference, and the last one what
        /// is left. A line of a fixed amount is not rounded.
        rounding: AmountRounding,
        /// The place of the tax. Without it the tax is included in what the lines divide.
        #[serde(default, skip_serializing_if = "TaxPlacement::is_included")]
        tax: TaxPlacement,
    }
}

words! {
    /// The place of the tax in a plan (税额归属).
    ///
    /// If the tax is placed by itself, the lines divide the amount before tax.
    #[derive(Default)]
    pub closed enum TaxPlacement {
        /// The first line bears the whole tax, on top of its part (税额归首期).
        FirstLine = "first-line", "tax in the first line", "税额归首期", "稅額歸首期";
        /// The tax is included in what the lines divide (含税分期).
        #[default]
        Included = "included", "tax included", "含税分期", "含稅分期";
        /// Each line bears the tax on its own part (税额随各期分摊).
        Spread = "spread", "tax spread over the lines", "税额随各期分摊", "稅額隨各期分攤";
    }
}

impl TaxPlacement {
    fn is_included(&self) -> bool {
        *self == Self::Included
    }
}

impl Plan {
    /// Makes a plan whose parts are rounded half-even to smallest units.
    ///
    /// # Errors
    ///
    /// - [`InstalmentPlanError::NoLines`] is returned when there are no lines.
    /// - [`InstalmentPlanError::FirstLineChained`] is returned when the first line follows another.
    /// - [`InstalmentPlanError::FixedNotPositive`] is returned when a fixed amount is not above
    ///   zero.
    /// - [`InstalmentPlanError::SharesOverWhole`] is returned when shares are more than the whole.
    /// - [`InstalmentPlanError::SharesBelowWhole`] is returned when there are only shares, of less
    ///   than the whole.
    /// - [`InstalmentPlanError::SharesTooFine`] is returned when their sum cannot be kept.
    pub fn new(lines: impl IntoIterator<Item = Line>) -> Result<Self, InstalmentPlanError> {
        Self {
            lines: lines.into_iter().collect(),
            rounding: AmountRounding::standard(),
            tax: TaxPlacement::Included,
        }
        .checked()
    }

    /// Makes a plan of equal parts at equal distances in months, the first one distance after the
    /// date of the invoice.
    ///
    /// Each date is counted from the invoice and not from the one before. So 31 January leads to 29
    /// February and on to 31 March.
    ///
    /// # Errors
    ///
    /// [`InstalmentPlanError::MonthsOutOfRange`] is returned when the last is more than 600 months
    /// away, which are fifty years.
    pub fn equal(count: NonZeroU16, every: Months) -> Result<Self, InstalmentPlanError> {
        let out_of_range = InstalmentPlanError::MonthsOutOfRange {
            count: count.get(),
            months: every.count(),
            most: MOST_MONTHS,
        };
        let lines: Option<Vec<Line>> = (1..=count.get())
            .map(|number| {
                let months = every.count().checked_mul(number)?;
                let months = (months <= MOST_MONTHS).then_some(Months::new(months))?;
                let weight = Portion::Rest(NonZeroU32::MIN);
                Some(Line::new(weight, PaymentTerm::months(months)))
            })
            .collect();
        Self::new(lines.ok_or(out_of_range)?)
    }

    /// Sets the rounding of the running total of the lines.
    #[must_use]
    pub fn with_rounding(self, rounding: AmountRounding) -> Self {
        Self { rounding, ..self }
    }

    /// Sets the place of the tax.
    ///
    /// # Examples
    ///
    /// A shop takes a tenth at once, and the whole tax with it.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::calendar::Calendar;
    /// use keqing::receivable::instalment::{
    ///     InvoiceAmounts, Line, Plan, Portion, TaxPlacement, instalments,
    /// };
    /// use keqing::receivable::term::{BaseDates, PaymentTerm};
    /// use keqing::vocab::share::Share;
    /// use keqing::vocab::time::Days;
    ///
    /// let plan = Plan::new([
    ///     Line::new(Portion::Share(Share::percent(10)?), PaymentTerm::immediate()),
    ///     Line::new(Portion::BALANCE, PaymentTerm::net(Days::new(30))),
    /// ])?;
    /// let invoice = InvoiceAmounts::new("1000 EUR".parse()?, "100 EUR".parse()?)?;
    /// let dates = BaseDates::new(NaiveDate::from_ymd_opt(2024, 1, 31).ok_or("no such date")?);
    /// let first = |tax| {
    ///     let parts = instalments(&plan.clone().with_tax(tax), &invoice, &dates, &Calendar::every_day());
    ///     parts.map(|parts| parts.first().map(|part| part.amount.to_string()))
    /// };
    /// assert_eq!(first(TaxPlacement::FirstLine)?.as_deref(), Some("200.00 EUR"));
    /// assert_eq!(first(TaxPlacement::Spread)?.as_deref(), Some("110.00 EUR"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_tax(self, tax: TaxPlacement) -> Self {
        Self { tax, ..self }
    }

    /// Returns the place of the tax.
    #[must_use]
    pub const fn tax(&self) -> TaxPlacement {
        self.tax
    }

    /// Returns the lines.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// Returns the rounding of the parts.
    #[must_use]
    pub const fn rounding(&self) -> AmountRounding {
        self.rounding
    }

    pub(crate) fn portions(&self) -> impl Iterator<Item = Portion> {
        self.lines.iter().map(Line::portion)
    }

    /// Returns the sum of the weights of the lines that divide the rest; zero if there is no such
    /// line.
    pub(crate) fn weights(&self) -> i128 {
        self.portions().fold(0, |sum, portion| match portion {
            Portion::Rest(weight) => sum.saturating_add(weight.get().into()),
            _ => sum,
        })
    }

    fn checked(self) -> Result<Self, InstalmentPlanError> {
        let first = self.lines.first().ok_or(InstalmentPlanError::NoLines)?;
        let is_chained = first.start() == Start::PreviousLine;
        let chained = is_chained.then_some(InstalmentPlanError::FirstLineChained);
        let fixed = (1..)
            .zip(self.portions())
            .filter_map(|(line, portion)| match portion {
                Portion::Fixed(given) if given.is_negative() || given.is_zero() => {
                    Some(InstalmentPlanError::FixedNotPositive { line, given })
                }
                _ => None,
            });
        let lines = chained.into_iter().chain(fixed).map(Err);
        every(lines.chain([self.check_shares()]))?;
        Ok(self)
    }

    fn check_shares(&self) -> Result<(), InstalmentPlanError> {
        let mut sum = FractionalMoney::zero(Currency::XXX);
        let mut only_shares = true;
        for (line, portion) in (1..).zip(self.portions()) {
            let Portion::Share(share) = portion else {
                only_shares = false;
                continue;
            };
            sum = ratio_of(share)
                .and_then(|share| sum.checked_add(share))
                .map_err(|_| InstalmentPlanError::SharesTooFine { line })?;
            if sum.numerator() > sum.denominator() {
                return Err(InstalmentPlanError::SharesOverWhole { line });
            }
        }
        match share_of(sum) {
            Some(sum) if only_shares && sum < Share::ALL => {
                Err(InstalmentPlanError::SharesBelowWhole { sum })
            }
            None if only_shares => Err(InstalmentPlanError::SharesTooFine {
                line: self.lines.len(),
            }),
            _ => Ok(()),
        }
    }
}

/// The most months from the document to the last of equal parts: fifty years.
const MOST_MONTHS: u16 = 600;
