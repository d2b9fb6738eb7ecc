use crate::vocab::words::words;

words! {
    /// A kind of risk that a purchase holds for the customer (采购风险种类), as SWC-04 lists them.
    pub open enum PurchaseRiskKind in Set {
        /// The price is higher than it ought to be.
        InflatedPrice = "inflated-price", "inflated price", "价格虚高", "價格虛高";
        /// The goods are not what they ought to be.
        Quality = "quality", "quality", "质量问题", "質量問題";
        /// The supply comes late.
        LateSupply = "late-supply", "late supply", "供应不及时", "供應不及時";
        /// The supplier cannot make enough.
        InsufficientCapacity = "insufficient-capacity", "insufficient capacity", "产能不足", "產能不足";
        /// Nobody comes when something breaks.
        PoorAfterSales = "poor-after-sales", "poor after-sales service", "售后不力", "售後不力";
        /// Buyer and supplier do something illegal together.
        IllegalActs = "illegal-acts", "illegal acts", "违法行为", "違法行為";
    }
}
