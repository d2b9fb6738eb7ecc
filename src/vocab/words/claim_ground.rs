use crate::vocab::words::words;

words! {
    /// A ground on which a claim of loyalty rests (忠诚论断的依据).
    pub open enum ClaimGround in Set {
        /// The customer's own statement: the one ground that carries the claim.
        CustomerStatement = "customer-statement", "the customer's word", "客户自述", "客戶自述";
        /// The impression of one of our people.
        OperatorImpression = "operator-impression", "impression of our people", "我方人员印象", "我方人員印象";
        /// The customer's repeated purchases.
        RepeatPurchase = "repeat-purchase", "repeat purchase", "重复购买", "重複購買";
        /// The customer's retention: it is still there.
        Retention = "retention", "retention", "客户保持", "客戶保持";
        /// The revenue that the customer brings us.
        Revenue = "revenue", "revenue", "销售收入", "銷售收入";
        /// The satisfaction of the customer.
        Satisfaction = "satisfaction", "satisfaction", "满意", "滿意";
        /// Our large share of the customer's purchases.
        ShareOfPurchases = "share-of-purchases", "share of purchases", "采购份额", "採購份額";
        /// The customer's behaviour as software observed it.
        SoftwareObservation = "software-observation", "observed by software", "软件观测", "軟件觀測";
    }
}
