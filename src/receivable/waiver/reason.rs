use chrono::NaiveDate;

use crate::form::record;
use crate::vocab::name::DocumentId;
use crate::vocab::words::WaiverCause;

record! {
    /// The reason of a waiver (减免理由): what happened, when, and the document that shows it.
    ///
    /// Free text is no reason. A person who cannot name an event and its document has none.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::waiver::WaiverReason;
    /// use keqing::vocab::words::WaiverCause;
    ///
    /// let json = r#"{"cause": "bank-delay", "on": "2024-05-02", "document": "bank-notice-88"}"#;
    /// let reason: WaiverReason = serde_json::from_str(json)?;
    /// assert_eq!(reason.cause, WaiverCause::BankDelay);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[derive(Copy, Hash)]
    pub closed struct WaiverReason {
        /// The cause.
        pub cause: WaiverCause,
        /// The day of the event, up to that of the request.
        pub on: NaiveDate,
        /// The document that shows the event, such as a delivery note or a notice of the bank.
        pub document: DocumentId,
    }
}
