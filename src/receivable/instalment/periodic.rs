//! Plans whose lines are the periods of a schedule.

use core::num::NonZeroU32;

use crate::calendar::Calendar;
use crate::calendar::schedule::{PeriodicSchedule, SchedulePeriod};
use crate::receivable::instalment::error::InstalmentPlanError;
use crate::receivable::instalment::line::{Line, Portion};
use crate::receivable::instalment::plan::Plan;
use crate::receivable::term::PaymentTerm;
use crate::vocab::words::words;

words! {
    /// The end of a period on which it is paid (先付或后付).
    pub closed enum PaidIn {
        /// On the first day of the period (先付).
        Advance = "advance", "paid in advance", "先付", "先付";
        /// On the day on which the period ends (后付).
        Arrears = "arrears", "paid in arrears", "后付", "後付";
    }
}

words! {
    /// The share of a period in what a plan divides (各期权重).
    pub closed enum PeriodWeight {
        /// Each period pays as many parts as it has days, so a short one pays less (按天数).
        Days = "days", "by days", "按天数", "依天數";
        /// Each period pays the same, a short one too (各期等额).
        Equal = "equal", "equal", "各期等额", "各期等額";
    }
}

impl Plan {
    /// Makes a plan with one line for each period of a schedule.
    ///
    /// The due dates are those of the schedule, moved to business days as it says.
    ///
    /// # Errors
    ///
    /// [`InstalmentPlanError::Schedule`] is returned when the schedule yields no periods.
    ///
    /// # Examples
    ///
    /// Two and a half months of rent are paid in arrears, the half month at half the price.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::calendar::Calendar;
    /// use keqing::calendar::schedule::{Frequency, PeriodicSchedule, StubConvention};
    /// use keqing::receivable::instalment::{
    ///     InvoiceAmounts, PaidIn, PeriodWeight, Plan, instalments,
    /// };
    /// use keqing::receivable::term::BaseDates;
    ///
    /// let date = |month, day| NaiveDate::from_ymd_opt(2023, month, day).ok_or("no such date");
    /// let calendar = Calendar::every_day();
    /// let schedule = PeriodicSchedule::new(date(1, 1)?, date(3, 15)?, Frequency::MONTHLY)?
    ///     .with_stub(StubConvention::ShortFinal);
    /// let plan = Plan::periodic(&schedule, PaidIn::Arrears, PeriodWeight::Days, &calendar)?;
    /// let rent = InvoiceAmounts::without_tax("730 EUR".parse()?)?;
    /// let parts = instalments(&plan, &rent, &BaseDates::new(date(1, 1)?), &calendar)?;
    /// let parts: Vec<String> = parts.iter().map(|part| format!("{} {}", part.due, part.amount)).collect();
    /// assert_eq!(parts, ["2023-02-01 310.00 EUR", "2023-03-01 280.00 EUR", "2023-03-15 140.00 EUR"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn periodic(
        schedule: &PeriodicSchedule,
        paid_in: PaidIn,
        weight: PeriodWeight,
        calendar: &Calendar,
    ) -> Result<Self, InstalmentPlanError> {
        let line = |period: &SchedulePeriod| {
            let due = match paid_in {
                PaidIn::Advance => period.start,
                PaidIn::Arrears => period.end,
            };
            let days = period
                .unadjusted_end
                .signed_duration_since(period.unadjusted_start);
            let weight = match weight {
                PeriodWeight::Days => u32::try_from(days.num_days())
                    .ok()
                    .and_then(NonZeroU32::new),
                PeriodWeight::Equal => None,
            };
            Line::new(
                Portion::Rest(weight.unwrap_or(NonZeroU32::MIN)),
                PaymentTerm::on(due),
            )
        };
        let periods = schedule.periods(calendar)?;
        Self::new(periods.iter().map(line))
    }
}
