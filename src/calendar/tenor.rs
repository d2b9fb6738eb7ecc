use crate::form::choice;

choice! {
    /// A distance in time, forward or (where negative) back (期限).
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
        /// So many business days.
        BusinessDays(i32),
        /// So many calendar days.
        Days(i32),
        /// So many months; a day that the month reached has not is cut to its last.
        Months(i32),
        /// So many weeks of seven calendar days.
        Weeks(i32),
        /// So many years of twelve months.
        Years(i32),
    }
}
