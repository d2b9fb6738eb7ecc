use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::record;
use crate::lifecycle::LifecyclePicture;
use crate::loyalty::LoyaltyPicture;
use crate::party::PartyPicture;
use crate::receivable::ReceivablePicture;
use crate::review::acceptance::{AcceptanceReport, AcceptanceState};
use crate::review::section::Section;
use crate::review::{acceptance, lifecycle, loyalty, party, receivable, satisfaction};
use crate::satisfaction::SatisfactionPicture;
use crate::verdict::{Finding, weigh_parts};
use crate::vocab::known::{Contradiction, Expired};

record! {
    /// The review of one relationship on one date (评审): one picture for each system.
    ///
    /// The picture of a system without facts in the dossier is `None`. Each picture has its own
    /// place on the heap, because a review is also read from JSON on stacks of two megabytes.
    #[non_exhaustive]
    pub struct Review {
        /// The names of the supplier and of the customer.
        pub between: [String; 2],
        /// The four parties: trust, feeling, interests, ties, people, actions.
        pub party: Box<PartyPicture>,
        /// The satisfaction of the customer, and the value to it.
        pub satisfaction: Option<Box<SatisfactionPicture>>,
        /// The loyalty of the customer: the bond, its parts and the means.
        pub loyalty: Option<Box<LoyaltyPicture>>,
        /// The debts of the customer, and its payment habit.
        pub receivable: Option<Box<ReceivablePicture>>,
        /// The stage that the facts support, and the possible moves.
        pub lifecycle: Box<LifecyclePicture>,
        /// The acceptances of the dossier, and what came of each.
        #[serde(default)]
        pub acceptances: Vec<AcceptanceReport>,
        /// The parts of the dossier that were left out because of their faults, by their paths.
        #[serde(default)]
        pub left_out: Vec<String>,
    }
}

weigh_parts! { Review: party satisfaction loyalty receivable lifecycle acceptances }

impl Review {
    /// Returns the date of the review.
    #[must_use]
    pub fn as_of(&self) -> NaiveDate {
        self.lifecycle.stage.as_of
    }

    /// Lists the parts that have findings or a verdict, in the order of their
    /// [topics](crate::review::Topic).
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
            .chain(acceptance::sections(self.acceptances.iter()))
            .collect();
        list.sort_by_key(|section| section.topic);
        list
    }

    /// Lists the statements of one fact that hold on the day of the review and differ, each pair once.
    #[must_use]
    pub fn contradictions(&self) -> Vec<&Contradiction> {
        let loyalty = self
            .loyalty
            .iter()
            .flat_map(|picture| &picture.contradictions);
        let all = self.party.contradictions.iter().chain(loyalty);
        let mut each: Vec<&Contradiction> = Vec::new();
        for one in all.chain(&self.lifecycle.contradictions) {
            // Two systems may read one fact.
            if !each.contains(&one) {
                each.push(one);
            }
        }
        each
    }

    /// Lists the graded facts that were learnt too long before the day of the review, and are unknown on it.
    pub fn expired(&self) -> impl Iterator<Item = &Expired> {
        let satisfaction = self.satisfaction.iter();
        let loyalty = self.loyalty.iter();
        let all = self.party.expired.iter();
        all.chain(satisfaction.flat_map(|picture| &picture.expired))
            .chain(loyalty.flat_map(|picture| &picture.expired))
    }

    /// Returns the number of facts, statements, observations and events of the dossier that are dated after the
    /// day of the review, and are left out.
    #[must_use]
    pub fn ahead(&self) -> u32 {
        let loyalty = self.loyalty.as_ref().map_or(0, |picture| picture.ahead);
        let satisfaction = self.satisfaction.as_ref();
        let satisfaction = satisfaction.map_or(0, |picture| picture.ahead);
        let acceptances = self.acceptances.iter();
        let acceptances = acceptances
            .filter(|one| one.state == AcceptanceState::Ahead)
            .count();
        let counts = [
            u32::try_from(acceptances).unwrap_or(u32::MAX),
            self.party.ahead,
            satisfaction,
            loyalty,
            self.lifecycle.ahead,
        ];
        counts.into_iter().fold(0, u32::saturating_add)
    }

    /// Returns every finding of every part, system by system.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        let loyalty = self.loyalty.iter().flat_map(|picture| picture.findings());
        let satisfaction = self.satisfaction.iter();
        let receivable = self.receivable.iter();
        let accepting = self.acceptances.iter();
        self.lifecycle
            .findings()
            .chain(loyalty)
            .chain(satisfaction.flat_map(|picture| picture.findings()))
            .chain(self.party.findings())
            .chain(receivable.flat_map(|picture| picture.findings()))
            .chain(accepting.flat_map(|report| &report.findings))
    }
}
