use crate::vocab::words::words;
use chrono::{Datelike, NaiveDate};

words! {
    /// A convention that makes a part of a year of the time between two dates (计息基准).
    ///
    /// The name of a convention, in JSON and elsewhere, is the exact text of its variant below.
    /// There are no aliases, because one alias means different conventions in different systems.
    /// [`named_by`](Self::named_by) returns the convention that another system means by a name.
    /// Below, D1 and D2 are the days of the month of the first and the second date. *30-day months*
    /// stands for 360 × years + 30 × months + days between the dates so written.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::calendar::day_count::DayCount;
    ///
    /// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
    /// let (from, to) = (date(2007, 2, 28)?, date(2007, 8, 31)?);
    /// for (name, fraction) in [
    ///     ("ACT/365F", "184/365"),
    ///     ("30/360 ISDA", "183/360"),
    ///     ("30E/360", "182/360"),
    ///     ("30/360 US", "180/360"),
    /// ] {
    ///     let convention: DayCount = name.parse()?;
    ///     assert_eq!(convention.fraction(from, to)?.to_string(), fraction);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub open enum DayCount {
        /// `ACT/360`: the days over 360, as money markets count (ISDA 2006, 4.16(e)).
        Actual360 = "ACT/360", "ACT/360", "ACT/360", "ACT/360";
        /// `ACT/364`: the days over 364, fifty-two weeks.
        Actual364 = "ACT/364", "ACT/364", "ACT/364", "ACT/364";
        /// `ACT/365A`: the days over 366 if they hold a 29 February, else over 365.
        ///
        /// A 29 February is held if it lies after the first date and not after the second. Its fractions
        /// do not add up.
        Actual365Actual = "ACT/365A", "ACT/365A", "ACT/365A", "ACT/365A";
        /// `ACT/365F`: the days over 365, in leap years too (ISDA 2006, 4.16(d)).
        ///
        /// It is the usual count of statutory interest by the day.
        Actual365Fixed = "ACT/365F", "ACT/365F", "ACT/365F", "ACT/365F";
        /// `ACT/365L`: the days over 366 or 365, by the reference period (ICMA rule 251).
        ///
        /// With one [`ReferencePeriod`](crate::calendar::day_count::ReferencePeriod) a year it is 366 if
        /// a 29 February lies after its first day and not after its end. With more periods it is 366 if
        /// the period ends in a leap year.
        Actual365L = "ACT/365L", "ACT/365L", "ACT/365L", "ACT/365L";
        /// `ACT/365.25`: the days over 365¼, an average year; kept as 4 × days over 1461.
        Actual365Quarter = "ACT/365.25", "ACT/365.25", "ACT/365.25", "ACT/365.25";
        /// `ACT/366`: the days over 366, in every year.
        Actual366 = "ACT/366", "ACT/366", "ACT/366", "ACT/366";
        /// `ACT/ACT AFB`: whole years counted back from the second date, and the rest over 366 or 365.
        ///
        /// It is 366 if the rest has a 29 February on or after the first date. A year back from 29
        /// February is 28 February (Association française des banques).
        ActualActualAfb = "ACT/ACT AFB", "ACT/ACT AFB", "ACT/ACT AFB", "ACT/ACT AFB";
        /// `ACT/ACT ICMA`: the days over the days of a reference period times the periods a year.
        ///
        /// It is summed over each [`ReferencePeriod`](crate::calendar::day_count::ReferencePeriod) in
        /// which the days lie (ICMA rule 251, ISDA 2006, 4.16(c)).
        ActualActualIcma = "ACT/ACT ICMA", "ACT/ACT ICMA", "ACT/ACT ICMA", "ACT/ACT ICMA";
        /// `ACT/ACT ISDA`: the days in leap years over 366 plus the days in other years over 365.
        ///
        /// It is ISDA 2006, 4.16(b).
        ActualActualIsda = "ACT/ACT ISDA", "ACT/ACT ISDA", "ACT/ACT ISDA", "ACT/ACT ISDA";
        /// `NL/360`: the days without any 29 February after the first date, over 360.
        NoLeap360 = "NL/360", "NL/360", "NL/360", "NL/360";
        /// `NL/365`: the days without any 29 February after the first date, over 365.
        NoLeap365 = "NL/365", "NL/365", "NL/365", "NL/365";
        /// `30/360 ISDA`: 30-day months over 360. D1 of 31 is 30; D2 of 31 is 30 if D1 is 30 or 31.
        /// February is as it is (ISDA 2006, 4.16(f), *Bond Basis*).
        Thirty360Isda = "30/360 ISDA", "30/360 ISDA", "30/360 ISDA", "30/360 ISDA";
        /// `30/360 PSA`: as `30/360 ISDA`, but a D1 on the last day of February is 30 too.
        ///
        /// It is the convention of the Public Securities Association.
        Thirty360Psa = "30/360 PSA", "30/360 PSA", "30/360 PSA", "30/360 PSA";
        /// `30/360 US`: as `30/360 ISDA`, but a D1 on the last day of February is 30.
        ///
        /// Then a D2 on the last day of February is 30 too. An American bond with an end-of-month rule
        /// uses it (SIA); without that rule it is `30/360 ISDA`.
        Thirty360Us = "30/360 US", "30/360 US", "30/360 US", "30/360 US";
        /// `30/365`: the days of `30/360 ISDA` over 365.
        Thirty365 = "30/365", "30/365", "30/365", "30/365";
        /// `30E/360`: 30-day months over 360, each 31 being 30 (ISDA 2006, 4.16(g), *Eurobond Basis*).
        ThirtyE360 = "30E/360", "30E/360", "30E/360", "30E/360";
        /// `30E/360 ISDA`: 30-day months over 360, the last day of each month being 30, February too.
        ///
        /// A D2 that is the last day of February and the termination date keeps its day (ISDA 2006,
        /// 4.16(h); the German way). Without a
        /// [`ReferencePeriod`](crate::calendar::day_count::ReferencePeriod) no date is the termination
        /// date.
        ThirtyE360Isda = "30E/360 ISDA", "30E/360 ISDA", "30E/360 ISDA", "30E/360 ISDA";
        /// `30E/365`: 30-day months over 365, the last day of each month being 30, February too.
        ThirtyE365 = "30E/365", "30E/365", "30E/365", "30E/365";
        /// `30E+/360`: 30-day months over 360. D1 of 31 is 30; D2 of 31 is the first of the next month.
        ThirtyEPlus360 = "30E+/360", "30E+/360", "30E+/360", "30E+/360";
    }
}

impl DayCount {
    /// Returns the first day after a day at which a time that bears interest has to be cut.
    ///
    /// Each piece then has one denominator. The day is the next 1 January for `ACT/ACT ISDA`, and
    /// `None` for the others and past the last date there is.
    #[must_use]
    #[inline]
    pub fn next_boundary(self, after: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::ActualActualIsda => NaiveDate::from_ymd_opt(after.year().checked_add(1)?, 1, 1),
            _ => None,
        }
    }
}
