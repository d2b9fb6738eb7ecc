use crate::vocab::words::words;

words! {
    /// The date from which the days of the ladder are counted (起算日).
    pub closed enum Clock {
        /// The due date; the day after it is the first.
        DueDate = "due-date", "due date", "到期日", "到期日";
        /// The date of issue; still nothing is dunned before it is overdue. A first step of day 0 takes it
        /// in on its due date.
        InvoiceDate = "invoice-date", "invoice date", "开票日", "發票日";
    }
}

words! {
    /// The way in which the ladder is climbed (升级方式).
    pub closed enum Escalation {
        /// One step at a time, in order, however late the first is taken.
        StepByStep = "step-by-step", "step by step", "逐级升级", "逐級升級";
        /// The highest step whose day has come, directly.
        ByDays = "by-days", "by days", "按天数升级", "按天數升級";
    }
}

words! {
    /// The treatment of a currency without a threshold, with thresholds for others or not (未列币种).
    pub closed enum UnlistedCurrency {
        /// The currency is dunned whatever the amount.
        Dunned = "dunned", "dunned", "照常催收", "照常催收";
        /// The currency is not dunned.
        NotDunned = "not-dunned", "not dunned", "不予催收", "不予催收";
    }
}
