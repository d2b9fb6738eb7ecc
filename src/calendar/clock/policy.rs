use crate::form::record;
use crate::vocab::words::words;

words! {
    /// The time that a clock counts (计时方式).
    ///
    /// A target of 24 hours that is set on 24 December at 15:00 is reached on 25 December as elapsed time. As open
    /// time, with eight hours a day and the holidays, it is reached on 31 December.
    pub open enum CountedTime {
        /// Every hour of the wall clock, open or not.
        ElapsedTime = "elapsed-time", "elapsed time", "自然时间", "自然時間";
        /// Only the time that is open.
        OpenTime = "open-time", "open time", "营业时间", "營業時間";
    }
}

words! {
    /// The treatment of the time before and after a case is reopened (重新开启的计时).
    pub open enum Reopening {
        /// The time while the case was resolved is a pause, and the clock goes on.
        Continue = "continue", "the clock goes on", "解决期间暂停，继续计时", "解決期間暫停，繼續計時";
        /// Only the first resolution counts; a reopening is not seen.
        FirstResolution = "first-resolution", "up to the first resolution", "仅计至首次解决", "僅計至首次解決";
        /// The clock starts anew at the last reopening.
        Restart = "restart", "the clock starts anew", "重新计时", "重新計時";
        /// The whole time up to the last resolution counts, and so does the time while the case was resolved.
        ///
        /// Pauses of the case stay pauses.
        WholeTime = "whole-time", "the whole time to the last resolution", "计至最后解决的全部时间", "計至最後解決的全部時間";
    }
}

record! {
    /// The choices by which a clock is read (计时规则).
    #[derive(Copy, Hash)]
    #[non_exhaustive]
    pub struct ClockPolicy {
        /// The time that counts.
        pub counted: CountedTime,
        /// The treatment of a reopened case.
        pub reopening: Reopening,
    }
}

impl ClockPolicy {
    /// Makes a policy of its two choices.
    #[must_use]
    pub const fn new(counted: CountedTime, reopening: Reopening) -> Self {
        Self { counted, reopening }
    }
}
