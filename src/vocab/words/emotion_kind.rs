use crate::vocab::words::words;

words! {
    /// The kind of an emotion (情绪类别), as the need of the moment is met or not (PTY-07).
    pub closed enum EmotionKind {
        /// Pleasure.
        Pleasure = "pleasure", "pleasure", "高兴", "高興";
        /// Doubt.
        Doubt = "doubt", "doubt", "怀疑", "懷疑";
        /// Suspicion about motives.
        Suspicion = "suspicion", "suspicion", "猜测", "猜測";
        /// Anger.
        Anger = "anger", "anger", "气愤", "氣憤";
        /// Another emotion, which has a name of its own.
        Other = "other", "another emotion", "其他情绪", "其他情緒";
    }
}
