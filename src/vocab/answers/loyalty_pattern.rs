use crate::vocab::words::words;

words! {
    /// The pattern of attachment and repeat purchase (情感与重复购买) in which a customer stands.
    ///
    /// | | buys again | seldom buys again |
    /// |---|---|---|
    /// | **attached** | [`Loyal`](Self::Loyal) | [`Latent`](Self::Latent) |
    /// | **not attached** | [`Spurious`](Self::Spurious) | [`None`](Self::None) |
    ///
    /// The [`Bond`](crate::vocab::words::Bond) stands beside it and names the tie that keeps the
    /// customer. [`Bond::patterns`](crate::vocab::words::Bond::patterns) maps one to the other.
    pub closed enum LoyaltyPattern in Set {
        /// The customer is attached and buys again (忠诚).
        Loyal = "loyal", "loyal", "忠诚", "忠誠";
        /// The customer is attached and seldom buys (潜在忠诚).
        Latent = "latent", "latent loyalty", "潜在忠诚", "潛在忠誠";
        /// The customer buys again and is not attached (虚假忠诚).
        Spurious = "spurious", "spurious loyalty", "虚假忠诚", "虛假忠誠";
        /// The customer is not attached and seldom buys (无忠诚).
        None = "none", "no loyalty", "无忠诚", "無忠誠";
    }
}
