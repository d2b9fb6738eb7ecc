//! The known statutes, one file for each jurisdiction.

mod austria;
mod britain;
mod china;
mod france;
mod germany;
mod india;
mod ireland;
mod japan;
mod korea;
mod netherlands;
mod poland;
mod spain;
mod states;
mod union;

use crate::receivable::regime::statute::Regime;

/// Every known regime, by jurisdiction and then by date.
pub(super) static REGIMES: [Regime; 20] = [
    austria::BUSINESS,
    austria::PUBLIC,
    china::ORDER_728,
    china::ORDER_802,
    germany::BGB,
    spain::LEY_3_2004,
    union::BUSINESS,
    union::PUBLIC,
    france::PUBLIC,
    france::BUSINESS,
    britain::ACT,
    ireland::SI_580,
    india::MSMED,
    japan::SUBCONTRACTS,
    japan::CONSIGNMENTS,
    korea::SUBCONTRACTS,
    netherlands::BW_6_119A,
    poland::ACT,
    poland::HEALTHCARE,
    states::PROMPT_PAYMENT,
];
