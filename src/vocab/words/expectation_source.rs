use crate::vocab::words::words;

words! {
    /// A source of an expectation (期望来源), SAT-03.
    pub closed enum ExpectationSource in Set {
        /// The customer's own experiences.
        PastExperience = "past-experience", "past experience", "过去的经历", "過去的經歷";
        /// The word of others.
        WordOfMouth = "word-of-mouth", "word of mouth", "口碑", "口碑";
        /// The customer's needs.
        PersonalNeeds = "personal-needs", "personal needs", "个人需要", "個人需要";
    }
}
