use crate::vocab::words::words;

words! {
    /// The way in which a receivables policy settles an item (定明方式), REC-02.
    pub closed enum Settled {
        /// The policy says that there is none.
        Nothing = "nothing", "settled as none", "写明没有", "寫明沒有";
        /// The policy says how the item is settled.
        Set = "set", "settled", "已定明", "已定明";
    }
}
