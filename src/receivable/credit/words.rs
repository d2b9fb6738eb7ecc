use crate::verdict::Fact;
use crate::vocab::words::words;

words! {
    /// A component of the credit exposure to a customer (敞口分项), in the order in which a sale passes them.
    pub closed enum Component {
        /// The amount that is ordered and not yet shipped.
        Ordered = "ordered", "ordered, not yet shipped", "已订未发额", "已訂未發額";
        /// The amount that is shipped and not yet invoiced.
        Shipped = "shipped", "shipped, not yet invoiced", "已发未开票额", "已發未開票額";
        /// The amount that is invoiced and not yet overdue.
        Invoiced = "invoiced", "invoiced, not yet overdue", "已开票未逾期额", "已開票未逾期額";
        /// The amount that is invoiced and overdue.
        Overdue = "overdue", "overdue", "逾期额", "逾期額";
        /// The sum of the other components.
        Total = "total", "credit exposure", "信用敞口", "信用敞口";
    }
}

impl Component {
    /// Returns the fact that evidence about the component names.
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
}

words! {
    /// A step of a sale (销售环节), in order.
    pub closed enum SalesStep in Set {
        /// The acceptance of the order.
        Order = "order", "order", "订单", "訂單";
        /// The shipment of the goods.
        Shipment = "shipment", "shipment", "发货", "發貨";
        /// The invoice for goods that were shipped.
        Invoice = "invoice", "invoice", "开票", "開票";
    }
}

impl SalesStep {
    /// Returns the component to which the step adds its amount.
    pub(super) const fn target(self) -> Component {
        match self {
            Self::Order => Component::Ordered,
            Self::Shipment => Component::Shipped,
            Self::Invoice => Component::Invoiced,
        }
    }
}
