//! The reasons for which an input has no direction, and a larger value is neither worse nor better.

/// Expectation and evidence are compared.
pub(super) const EXPECTED: &str =
    "ownership gives an expectation, and the rule asks if the evidence agrees with it";

/// A day before and after which something does not count.
pub(super) const HEARD: &str =
    "what is said or happens counts from its day on and until it expires, be it good or bad";

/// The days of office.
pub(super) const IN_OFFICE: &str = "a person holds a place from the first day to the last";

/// A level among those that a side has.
pub(super) const LEVELS: &str =
    "ties are to run on several levels, and whoever rises leaves one level for another";

/// Voices of both kinds.
pub(super) const MIXED: &str =
    "mixed voices stand between bad and neutral ones in the list, and leave the matter open";

/// A condition of two opposite moves.
pub(super) const MOVE: &str =
    "a step up needs that the facts carry the stage, and a step down that they no longer do";

/// Something that has to fit a stage.
pub(super) const OF_STAGE: &str =
    "the stage of the strategy is to be the stage of the relationship, and any other is wrong";

/// A part of a sum.
pub(super) const PART: &str =
    "the rule reads shares of a sum: what makes one part larger makes the others smaller";

/// A day that is due.
pub(super) const PROMISED: &str =
    "a promise counts once it is due: as broken, or as kept if it was kept by then";

/// An expectation that the input itself raises.
pub(super) const RATCHET: &str =
    "a better experience meets one expectation and raises the next, so the order decides";

/// A payment that comes before its invoice.
pub(super) const ADVANCE: &str = "a payment is late after the due date, and before the invoice it is credit, which a house may hold";

/// A run of delays.
pub(super) const RUN: &str =
    "an invoice is late after its due date, and a run of late ones is forgotten in the end";

/// The time between the first and the last.
pub(super) const SPAN: &str = "the time between the first investment and the last one counts, whichever of them moves, and that since the last";

/// The channel of a customer, as a guess.
pub(super) const MEETING: &str =
    "a guess that people meet is too little, and one that they do not is enough to ask for more";

/// A statement that is compared with the facts.
pub(super) const STATED: &str =
    "the stated position is compared with the stage that the facts support, from above and below";

/// A step that is neither too short nor too long.
pub(super) const STEP: &str = "the move is to be one step: none is no move, and two are too many";

/// The trade before the period.
pub(super) const TRADE: &str =
    "development has no earlier trade, and where there is none there is nothing to break off";

/// A trend.
pub(super) const TREND: &str =
    "the trend is read from the order of the periods and from the time between them";

/// Two views of one relationship.
pub(super) const VIEWS: &str =
    "the views of both sides are compared, and any difference is the finding";

/// Two statements of one fact.
pub(super) const TWO: &str =
    "two statements of one fact are compared, and any disagreement is the finding";

/// One voice and the others.
pub(super) const APART: &str =
    "the finding is the distance of one person from the others, whichever of them is lower";

/// An amount of nothing.
pub(super) const PRICE: &str =
    "a gain without an amount has no price, and no word covers a price that is unknown";

/// The first day of a vacancy.
pub(super) const VACANT: &str =
    "a vacancy is declared by the day asked about, and not for the time before somebody left";
