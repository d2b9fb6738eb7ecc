use crate::verdict::Fact;
use crate::vocab::words::words;

words! {
    /// A part of what is at stake with a customer (敞口分项), in the order in which a sale goes through them.
    pub closed enum Component {
        /// Ordered and not yet shipped.
        Ordered = "ordered", "ordered, not yet shipped", "已订未发额", "已訂未發額";
        /// Shipped and not yet invoiced.
        Shipped = "shipped", "shipped, not yet invoiced", "已发未开票额", "已發未開票額";
        /// Invoiced and not yet overdue.
        Invoiced = "invoiced", "invoiced, not yet overdue", "已开票未逾期额", "已開票未逾期額";
        /// Invoiced and overdue.
        Overdue = "overdue", "overdue", "逾期额", "逾期額";
        /// All of it.
        Total = "total", "credit exposure", "信用敞口", "信用敞口";
    }
}

impl Component {
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
}

words! {
    /// A step of a sale (销售环节), in order.
    pub closed enum SalesStep in Set {
        /// The order is taken.
        Order = "order", "order", "订单", "訂單";
        /// The goods leave.
        Shipment = "shipment", "shipment", "发货", "發貨";
        /// The invoice is written, for goods that were shipped.
        Invoice = "invoice", "invoice", "开票", "開票";
    }
}
