//! The calendar: opening hours and the clock of a service.

mod clock;
mod hours;
mod model;
mod published;
mod reference_periods;
mod sla_clock;
mod surface;
