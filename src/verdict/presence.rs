use crate::vocab::words::words;

words! {
    /// The presence or absence of a thing (有无).
    pub closed enum Presence {
        /// The thing is not there.
        Absent = "absent", "absent", "无", "無";
        /// The thing is there.
        Present = "present", "present", "有", "有";
    }
}

impl From<Presence> for bool {
    fn from(presence: Presence) -> Self {
        presence.is_present()
    }
}

impl From<bool> for Presence {
    fn from(is_present: bool) -> Self {
        Self::of(is_present)
    }
}

impl Presence {
    /// Returns the presence for a `bool`: `true` is present.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::verdict::Presence;
    ///
    /// assert_eq!(Presence::of(true), Presence::Present);
    /// assert_eq!(Presence::of(false), Presence::Absent);
    /// ```
    #[must_use]
    #[inline]
    pub const fn of(is_present: bool) -> Self {
        if is_present {
            Self::Present
        } else {
            Self::Absent
        }
    }

    /// Returns whether the thing is there.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::verdict::Presence;
    ///
    /// assert!(Presence::Present.is_present() && !bool::from(Presence::Absent));
    /// ```
    #[must_use]
    #[inline]
    pub const fn is_present(self) -> bool {
        matches!(self, Self::Present)
    }
}
