use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::record;
use crate::lifecycle::LifecyclePicture;
use crate::loyalty::LoyaltyPicture;
use crate::party::PartyPicture;
use crate::receivable::ReceivablePicture;
use crate::review::section::Section;
use crate::review::{lifecycle, loyalty, party, receivable, satisfaction};
use crate::satisfaction::SatisfactionPicture;
use crate::verdict::{Finding, weigh_parts};

record! {
    /// Everything keqing says about one relationship on one date (评审): one picture a system.
    ///
    /// A system of which the dossier holds nothing at all is `None`. Each picture has its own place on the
    /// heap, because a review is read from JSON on stacks of two megabytes, too.
    #[non_exhaustive]
    pub struct Review {
        /// The names of the supplier and of the customer.
        pub between: [String; 2],
        /// The four parties: trust, feeling, interests, ties, people, actions.
        pub party: Box<PartyPicture>,
        /// How satisfied the customer is, and what is of value to it.
        pub satisfaction: Option<Box<SatisfactionPicture>>,
        /// Whether the relationship is genuine or locked in, and by which means the customer is kept.
        pub loyalty: Option<Box<LoyaltyPicture>>,
        /// What the customer owes, and how it is used to pay.
        pub receivable: Option<Box<ReceivablePicture>>,
        /// Which stage the facts support, and which moves may be made.
        pub lifecycle: Box<LifecyclePicture>,
    }
}

weigh_parts! { Review: party satisfaction loyalty receivable lifecycle }

impl Review {
    /// Returns the date that the review is of.
    #[must_use]
    pub fn as_of(&self) -> NaiveDate {
        self.lifecycle.stage.as_of
    }

    /// Lists the parts that have something to say, in the order of their [topics](crate::review::Topic).
    #[must_use]
    pub fn sections(&self) -> Vec<Section<'_>> {
        let mut list: Vec<_> = lifecycle::sections(&self.lifecycle)
            .chain(
                self.loyalty
                    .as_deref()
                    .into_iter()
                    .flat_map(loyalty::sections),
            )
            .chain(
                self.satisfaction
                    .as_deref()
                    .into_iter()
                    .flat_map(satisfaction::sections),
            )
            .chain(party::sections(&self.party))
            .chain(
                self.receivable
                    .as_deref()
                    .into_iter()
                    .flat_map(receivable::sections),
            )
            .collect();
        list.sort_by_key(|section| section.topic);
        list
    }

    /// Returns every finding of every part.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.sections()
            .into_iter()
            .flat_map(|section| section.findings)
    }
}
