use crate::vocab::words::words;

words! {
    /// One of the two kinds of needs and interests (需求类别), PTY-05.
    ///
    /// The spiritual needs of an organization are its reputation and its culture.
    pub closed enum NeedKind {
        /// Goods, money, terms, working conditions (物质).
        Material = "material", "material", "物质", "物質";
        /// Respect, safety, belonging; an organization's reputation and culture (精神).
        Spiritual = "spiritual", "spiritual", "精神", "精神";
    }
}
