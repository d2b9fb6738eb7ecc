use crate::form::choice;

choice! {
    /// A distance in time (期限), forward or, if negative, back.
    ///
    /// The unit stays as it was given: a month is no number of days.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::calendar::Tenor;
    ///
    /// let json = serde_json::to_string(&Tenor::Months(-1))?;
    /// assert_eq!(json, r#"{"months":-1}"#);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub enum Tenor {
        /// A number of business days.
        BusinessDays(i32),
        /// A number of calendar days.
        Days(i32),
        /// A number of months; a day that the month reached lacks is cut to its last.
        Months(i32),
        /// A number of weeks of seven calendar days.
        Weeks(i32),
        /// A number of years of twelve months.
        Years(i32),
    }
}
