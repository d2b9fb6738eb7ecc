use alloc::boxed::Box;
use alloc::string::String;

use thiserror::Error;

use crate::form::{Several, lifted, lifting, several};
use crate::party::action::MeasureError;
use crate::party::alignment::InvestmentError;
use crate::party::continuity::{AssignmentError, DepartureError, TiesError};
use crate::party::feeling::ObservationError;
use crate::party::integrity::GainError;
use crate::party::parties::ReferenceError;
use crate::party::people::PeopleError;
use crate::party::trust::TrustError;
use crate::vocab::words::Side;
use chrono::NaiveDate;

/// Returned when facts of the four parties contradict themselves or each other.
///
/// Each variant holds the error of one room, which keeps its own message.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum PartyError {
    /// An action's clearance names nobody who acts on its day.
    #[error(transparent)]
    Action(ReferenceError),
    /// The owner or the deputy of the customer is nobody of our side.
    #[error(transparent)]
    Assignment(AssignmentError),
    /// A departure contradicts the ties or the register.
    #[error(transparent)]
    Departure(DepartureError),
    /// A gain that an offer or an instrument brings is out of range, or its clearance names nobody who acts.
    #[error("{reason}")]
    Gain {
        /// The path of the gain in the dossier; empty if it was asked about alone.
        path: String,
        /// The reason.
        #[source]
        reason: Box<GainError>,
    },
    /// An investment or a benefit is out of range.
    #[error(transparent)]
    Investment(InvestmentError),
    /// An investment is proposed, and nothing is known of the own side.
    #[error("they are judged by the interests of our own side, give `supplier`")]
    InvestmentWithoutOwnSide,
    /// A countermeasure is for somebody whom the register does not have.
    #[error(transparent)]
    Measure(MeasureError),
    /// An observation of a mood is of nobody of the customer's side.
    #[error(transparent)]
    Observation(ObservationError),
    /// Facts about people contradict each other.
    #[error(transparent)]
    People(PeopleError),
    /// Several parts of the facts are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// Interests are stated of somebody whom the register does not have on that side.
    #[error("{reason}")]
    Interest {
        /// The side whose interests are stated.
        side: Side,
        /// The reason.
        #[source]
        reason: ReferenceError,
    },
    /// A tie names somebody whom the register does not have, or not on its days.
    #[error(transparent)]
    Ties(TiesError),
    /// Trust is stated of somebody who is no party, or twice of one person.
    #[error(transparent)]
    Trust(TrustError),
    /// The facts about people are of another date than the rest.
    #[error("their facts are as of {people}, the dossier is as of {as_of}, give one date")]
    TwoDates {
        /// The date asked about.
        as_of: NaiveDate,
        /// The date of the facts about people.
        people: NaiveDate,
    },
}

several!(pub PartyError);

lifting! {
    PartyError:
    Assignment(AssignmentError),
    Departure(DepartureError),
    Investment(InvestmentError),
    Measure(MeasureError),
    Observation(ObservationError),
    People(PeopleError),
    Ties(TiesError),
    Trust(TrustError),
}

impl From<GainError> for PartyError {
    fn from(error: GainError) -> Self {
        lifted(error, |reason| Self::Gain {
            path: String::new(),
            reason: Box::new(reason),
        })
    }
}

impl PartyError {
    /// Returns the reason why a name leads to nobody, if that is the error; that of the first error if there
    /// are several.
    #[must_use]
    pub const fn reference(&self) -> Option<&ReferenceError> {
        Some(match self {
            Self::Action(reason)
            | Self::Assignment(AssignmentError::Reference(reason))
            | Self::Departure(DepartureError::Reference(reason))
            | Self::Interest { reason, .. }
            | Self::Investment(InvestmentError::Reference(reason))
            | Self::Measure(MeasureError::Reference(reason))
            | Self::Observation(ObservationError::Reference(reason))
            | Self::Ties(TiesError::Reference(reason))
            | Self::Trust(TrustError::Reference(reason)) => reason,
            Self::Gain { reason, .. } => match &**reason {
                GainError::Reference(reason) => reason,
                _ => return None,
            },
            Self::Several(several) => return several.first().reference(),
            _ => return None,
        })
    }

    /// Returns a stable code for machines, in kebab case; that of the first error if there are
    /// several.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Departure(_) => "impossible-departure",
            Self::Gain { .. } => "impossible-gain",
            Self::Investment(_) => "impossible-investment",
            Self::InvestmentWithoutOwnSide
            | Self::Action(_)
            | Self::Assignment(_)
            | Self::Interest { .. }
            | Self::Measure(_)
            | Self::Ties(_)
            | Self::TwoDates { .. } => "impossible-party-facts",
            Self::Observation(_) => "impossible-observation",
            Self::People(_) => "impossible-people",
            Self::Trust(_) => "impossible-trust",
            Self::Several(several) => several.first().code(),
        }
    }

    /// Returns the field of the facts that the error is about; empty if the facts have no such field.
    /// It is that of the first error if there are several.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        match self {
            Self::Action(_) => "actions",
            Self::Assignment(_) => "assignment",
            Self::Departure(_) => "departures",
            Self::Gain { .. } => "",
            Self::Interest {
                side: Side::Supplier,
                ..
            } => "supplier",
            Self::Interest {
                side: Side::Customer,
                ..
            } => "customer",
            Self::Measure(_) => "measures",
            Self::Investment(_) | Self::InvestmentWithoutOwnSide => "investments",
            Self::Observation(_) => "moods",
            Self::People(_) | Self::TwoDates { .. } => "people",
            Self::Ties(_) => "ties",
            Self::Trust(_) => "trust",
            Self::Several(several) => several.first().path(),
        }
    }
}
