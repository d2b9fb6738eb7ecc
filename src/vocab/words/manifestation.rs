use crate::vocab::words::words;

words! {
    /// A way in which a relationship shows itself (关系的表现), GEN-13.
    pub closed enum Manifestation in Set {
        /// The customer's feelings about us and its words to others (态度上).
        Attitudinal = "attitudinal", "in attitude", "态度上", "態度上";
        /// The customer's purchases (行为上).
        Behavioural = "behavioural", "in behaviour", "行为上", "行為上";
        /// The customer's trust, its standing up for us and its wish to buy again (心理上).
        Psychological = "psychological", "in mind", "心理上", "心理上";
    }
}
