use core::num::NonZeroU32;

use crate::form::record;
use crate::vocab::time::Days;

record! {
    /// The length of a run from which delay is chronic, and the time for which it counts (付款习惯政策), REC-07.
    ///
    /// In the [`standard`](Self::standard) delay is chronic from three invoices in a row, and a run counts
    /// for 365 days after its last payment. The documents have no number for either.
    ///
    /// # Examples
    ///
    /// ```
    /// use core::num::NonZeroU32;
    /// use keqing::receivable::habit::HabitPolicy;
    /// use keqing::vocab::time::Days;
    ///
    /// assert_eq!(HabitPolicy::standard().chronic_from().get(), 3);
    /// assert_eq!(HabitPolicy::standard().with_chronic_from(NonZeroU32::MIN).chronic_from().get(), 1);
    /// assert_eq!(HabitPolicy::standard().with_window(Days::new(90)).window(), Days::new(90));
    /// ```
    #[derive(Copy, Hash)]
    pub struct HabitPolicy {
        /// The number of delayed invoices in a row from which delay is chronic. Zero is refused.
        chronic_from: NonZeroU32 => "REC-07",
        /// The number of days after its last payment for which a run of delayed invoices counts. A run with an
        /// unpaid invoice counts in any case.
        window: Days => "REC-07",
    }
}

impl HabitPolicy {
    /// Returns the policy that the rulebook settled on.
    #[must_use]
    pub const fn standard() -> Self {
        Self {
            chronic_from: THREE,
            window: Days::new(365),
        }
    }

    /// Sets the number of delayed invoices in a row from which delay is chronic.
    #[must_use]
    pub const fn with_chronic_from(self, invoices: NonZeroU32) -> Self {
        Self {
            chronic_from: invoices,
            ..self
        }
    }

    /// Sets the number of days after its last payment for which a run counts.
    #[must_use]
    pub const fn with_window(self, window: Days) -> Self {
        Self { window, ..self }
    }

    /// Returns the number of delayed invoices in a row from which delay is chronic.
    #[must_use]
    pub const fn chronic_from(&self) -> NonZeroU32 {
        self.chronic_from
    }

    /// Returns the number of days after its last payment for which a run counts.
    #[must_use]
    pub const fn window(&self) -> Days {
        self.window
    }
}

const THREE: NonZeroU32 = match NonZeroU32::new(3) {
    Some(three) => three,
    None => NonZeroU32::MIN,
};
