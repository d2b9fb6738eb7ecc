use crate::vocab::words::words;

words! {
    /// What a claim of loyalty rests on (忠诚论断的依据).
    pub open enum ClaimGround in Set {
        /// The customer says so itself: the one ground that carries the claim.
        CustomerStatement = "customer-statement", "the customer's word", "客户自述", "客戶自述";
        /// One of our people has the impression.
        OperatorImpression = "operator-impression", "impression of our people", "我方人员印象", "我方人員印象";
        /// The customer buys again and again.
        RepeatPurchase = "repeat-purchase", "repeat purchase", "重复购买", "重複購買";
        /// The customer is still there.
        Retention = "retention", "retention", "客户保持", "客戶保持";
        /// The customer pays us much.
        Revenue = "revenue", "revenue", "销售收入", "銷售收入";
        /// The customer is satisfied.
        Satisfaction = "satisfaction", "satisfaction", "满意", "滿意";
        /// We have a large share of what it buys.
        ShareOfPurchases = "share-of-purchases", "share of purchases", "采购份额", "採購份額";
        /// Software observed how the customer behaves.
        SoftwareObservation = "software-observation", "observed by software", "软件观测", "軟件觀測";
    }
}
