use crate::oracle::entry::questions;
use crate::oracle::error::AskError;
use crate::review::{self, CompareError, Comparison, Review};

questions! {
    CompareError;

    /// Compares two reviews of one relationship, as `review.review` answers them: the changes between them.
    "review.compare" => Compare { before: Review, after: Review }
        tells Comparison, at "before", |_| review::compare(before, after)?;
}
