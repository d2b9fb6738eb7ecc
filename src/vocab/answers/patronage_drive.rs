use crate::vocab::words::words;

words! {
    /// The drive that brings a customer: price or feeling (光顾驱动) (GEN-20).
    pub closed enum PatronageDrive {
        /// Neither a low price nor a feeling brings the customer.
        Neither = "neither", "neither price nor feeling", "既非价格也非情感", "既非價格也非情感";
        /// A low price brings the customer.
        Price = "price", "price", "价格驱动", "價格驅動";
        /// A feeling brings the customer.
        Feeling = "feeling", "feeling", "情感驱动", "情感驅動";
        /// Both a low price and a feeling bring the customer.
        Both = "both", "price and feeling", "价格与情感兼有", "價格與情感兼有";
    }
}
