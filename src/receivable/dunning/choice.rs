use crate::vocab::words::words;

words! {
    /// From when the days of the ladder are counted (起算日).
    pub closed enum Clock {
        /// From the due date; the day after it is the first.
        DueDate = "due-date", "due date", "到期日", "到期日";
        /// From the date of issue; nothing is dunned before it is overdue for all that.
        InvoiceDate = "invoice-date", "invoice date", "开票日", "發票日";
    }
}

words! {
    /// Whether the ladder is climbed step by step (升级方式).
    pub closed enum Escalation {
        /// One step at a time, in order, however late the first is taken.
        StepByStep = "step-by-step", "step by step", "逐级升级", "逐級升級";
        /// Straight to the highest step whose day has come.
        ByDays = "by-days", "by days", "按天数升级", "按天數升級";
    }
}

words! {
    /// What becomes of a currency without a threshold, where thresholds are set or not (未列币种).
    pub closed enum UnlistedCurrency {
        /// It is dunned whatever the amount.
        Dunned = "dunned", "dunned", "照常催收", "照常催收";
        /// It is not dunned.
        NotDunned = "not-dunned", "not dunned", "不予催收", "不予催收";
    }
}
