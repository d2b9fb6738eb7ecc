use crate::vocab::words::words;

words! {
    /// A chance that a value proposition gives to the customer (价值主张的机会), VAL-04.
    pub closed enum Chance in Set {
        /// The chance to choose us.
        Choose = "choose", "chance to choose", "选择的机会", "選擇的機會";
        /// The chance to buy from us.
        Buy = "buy", "chance to buy", "购买的机会", "購買的機會";
        /// The chance to bond with us.
        Bond = "bond", "chance to bond", "建立情感的机会", "建立情感的機會";
    }
}
