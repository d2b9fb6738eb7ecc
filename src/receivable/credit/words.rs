use serde::{Deserialize, Serialize};

use crate::verdict::Fact;
use crate::vocab::set::members;
use crate::vocab::words::Text;

/// A part of what is at stake with a customer (敞口分项), in the order in which a sale goes through them.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(
    clippy::exhaustive_enums,
    reason = "the four places where a sale on credit may stand, and all of them"
)]
#[serde(rename_all = "kebab-case")]
pub enum Component {
    /// Ordered and not yet shipped.
    Ordered,
    /// Shipped and not yet invoiced.
    Shipped,
    /// Invoiced and not yet overdue.
    Invoiced,
    /// Invoiced and overdue.
    Overdue,
    /// All of it.
    Total,
}

impl Component {
    /// Every component, the total last.
    pub const ALL: [Self; 5] = [
        Self::Ordered,
        Self::Shipped,
        Self::Invoiced,
        Self::Overdue,
        Self::Total,
    ];

    /// Returns the fact that evidence names.
    #[must_use]
    pub const fn fact(self) -> Fact {
        match self {
            Self::Ordered => Fact::ExposureOrdered,
            Self::Shipped => Fact::ExposureShipped,
            Self::Invoiced => Fact::ExposureInvoiced,
            Self::Overdue => Fact::ExposureOverdue,
            Self::Total => Fact::ExposureTotal,
        }
    }

    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        self.fact().text()
    }
}

/// A step of a sale (销售环节), in order.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(
    clippy::exhaustive_enums,
    reason = "the three steps that move an amount from one component to the next"
)]
#[serde(rename_all = "kebab-case")]
pub enum SalesStep {
    /// The order is taken.
    Order,
    /// The goods leave.
    Shipment,
    /// The invoice is written, for goods that were shipped.
    Invoice,
}

members!(SalesStep: Order, Shipment, Invoice);

impl SalesStep {
    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Order => Text::new("order", "订单", "訂單"),
            Self::Shipment => Text::new("shipment", "发货", "發貨"),
            Self::Invoice => Text::new("invoice", "开票", "開票"),
        }
    }
}
