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
        /// The rounding of all parts but the last, which takes what they leave.
        rounding: AmountRounding,
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
    /// [`InstalmentPlanError::MonthsOutOfRange`] is returned when the last is more than 65 535
    /// months away.
    pub fn equal(count: NonZeroU16, every: Months) -> Result<Self, InstalmentPlanError> {
        let out_of_range = InstalmentPlanError::MonthsOutOfRange {
            count: count.get(),
            months: every.count(),
        };
        let lines: Option<Vec<Line>> = (1..=count.get())
            .map(|number| {
                let months = every.count().checked_mul(number).map(Months::new)?;
                let weight = Portion::Rest(NonZeroU32::MIN);
                Some(Line::new(weight, PaymentTerm::months(months)))
            })
            .collect();
        Self::new(lines.ok_or(out_of_range)?)
    }

    /// Sets the rounding of all parts but the last, which takes the rest.
    #[must_use]
    pub fn with_rounding(self, rounding: AmountRounding) -> Self {
        Self { rounding, ..self }
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
