//! Payment terms: from the date of a document to the date when it is due (付款期限).
