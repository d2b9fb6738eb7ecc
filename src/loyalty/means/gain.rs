use crate::form::record;
use crate::vocab::benefit::Gain;
use crate::vocab::words::Instrument;

record! {
    /// A gain that somebody draws from an instrument (手段得益).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct InstrumentGain {
        /// The instrument.
        pub instrument: Instrument,
        /// The gain, with the word of the integrity office about it.
        #[serde(default)]
        pub gain: Gain => with_gain,
    }
}

impl InstrumentGain {
    /// Makes a gain from an instrument.
    #[must_use]
    pub const fn new(instrument: Instrument, gain: Gain) -> Self {
        Self { instrument, gain }
    }
}
