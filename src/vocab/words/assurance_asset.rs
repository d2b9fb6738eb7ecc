use crate::vocab::words::words;

words! {
    /// An asset that makes a customer feel secure with a supplier (安全感资产), as SWC-06 lists it.
    pub closed enum AssuranceAsset in Set {
        /// The brand.
        Brand = "brand", "brand", "品牌", "品牌";
        /// The reputation.
        Reputation = "reputation", "reputation", "信誉", "信譽";
        /// The size of the company.
        Scale = "scale", "scale", "规模", "規模";
        /// The sales record: goods sold, and their buyers.
        SalesRecord = "sales-record", "sales record", "销售业绩", "銷售業績";
        /// Research and development.
        ResearchAndDevelopment = "research-and-development", "research and development", "研发", "研發";
    }
}
