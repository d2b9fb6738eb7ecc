use crate::dossier::Dossier;
use crate::oracle::entry::questions;
use crate::oracle::error::AskError;
use crate::review::{self, Review, ReviewError};

questions! {
    ReviewError;

    /// Reviews a relationship, system by system.
    "review.review" => Review { dossier: Dossier }
        finds Review, within "dossier", |policy| review::review(policy, dossier)?;
}
