use crate::vocab::words::words;

words! {
    /// The outcome of the switch test (转换结果): the customer stays willingly, is free, or is locked.
    pub closed enum SwitchOutcome {
        /// The customer would rather stay.
        Content = "content", "would rather stay", "宁愿留下", "寧願留下";
        /// The customer would rather move, and moving pays.
        Free = "free", "would move, and moving pays", "愿意离开且得可偿失", "願意離開且得可償失";
        /// The customer would rather move, and stays because moving costs as much as it gains, or
        /// more.
        Locked = "locked", "would move, and moving does not pay", "愿意离开而得不偿失", "願意離開而得不償失";
    }
}
