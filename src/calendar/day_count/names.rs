use crate::calendar::day_count::convention::DayCount;
use crate::vocab::words::words;

words! {
    /// A system or document with its own names for day counts (计息基准名称体系).
    pub open enum DayCountSystem {
        /// The 2006 ISDA Definitions, section 4.16.
        Isda2006 = "isda2006", "2006 ISDA Definitions", "2006年ISDA定义文件", "2006年ISDA定義文件";
        /// QuantLib: the `name()` of its day counters.
        QuantLib = "quant-lib", "QuantLib", "QuantLib", "QuantLib";
        /// OpenGamma Strata: the names of its `DayCounts` and the alternates it accepts.
        Strata = "strata", "OpenGamma Strata", "OpenGamma Strata", "OpenGamma Strata";
    }
}

/// The convention that one system means by one name (计息基准名称对照).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct DayCountName {
    /// The system.
    pub system: DayCountSystem,
    /// The name, exactly as the system writes it.
    pub name: &'static str,
    /// The convention of this crate.
    pub convention: DayCount,
}

impl DayCount {
    /// The names of other systems with their conventions, by system and then by convention.
    ///
    /// A name for which there is no convention here is not in the table. Strata's `30U/360` applies
    /// the February rules only to a schedule with the end-of-month flag. For a schedule without it,
    /// the name means [`Thirty360Isda`](Self::Thirty360Isda).
    pub const NAMES: &[DayCountName] = NAMES;

    /// Returns the convention that another system means by an exact name, or `None` if the name is
    /// not in [`NAMES`](Self::NAMES).
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::calendar::day_count::{DayCount, DayCountSystem};
    ///
    /// let isda = DayCount::named_by(DayCountSystem::Isda2006, "Bond Basis");
    /// assert_eq!(isda, Some(DayCount::Thirty360Isda));
    /// let strata = DayCount::named_by(DayCountSystem::Strata, "Bond Basis");
    /// assert_eq!(strata, Some(DayCount::Thirty360Us));
    /// assert_eq!(DayCount::named_by(DayCountSystem::QuantLib, "Bond Basis"), None);
    /// ```
    #[must_use]
    pub fn named_by(system: DayCountSystem, name: &str) -> Option<Self> {
        Self::NAMES
            .iter()
            .find(|row| row.system == system && row.name == name)
            .map(|row| row.convention)
    }
}

const fn isda(name: &'static str, convention: DayCount) -> DayCountName {
    named(DayCountSystem::Isda2006, name, convention)
}

const fn quantlib(name: &'static str, convention: DayCount) -> DayCountName {
    named(DayCountSystem::QuantLib, name, convention)
}

const fn strata(name: &'static str, convention: DayCount) -> DayCountName {
    named(DayCountSystem::Strata, name, convention)
}

const fn named(system: DayCountSystem, name: &'static str, convention: DayCount) -> DayCountName {
    DayCountName {
        system,
        name,
        convention,
    }
}

const NAMES: &[DayCountName] = &[
    isda("Actual/360", DayCount::Actual360),
    isda("Act/360", DayCount::Actual360),
    isda("A/360", DayCount::Actual360),
    isda("Actual/365 (Fixed)", DayCount::Actual365Fixed),
    isda("Act/365 (Fixed)", DayCount::Actual365Fixed),
    isda("A/365 (Fixed)", DayCount::Actual365Fixed),
    isda("A/365F", DayCount::Actual365Fixed),
    isda("Actual/Actual (ICMA)", DayCount::ActualActualIcma),
    isda("Act/Act (ICMA)", DayCount::ActualActualIcma),
    isda("Actual/Actual", DayCount::ActualActualIsda),
    isda("Actual/Actual (ISDA)", DayCount::ActualActualIsda),
    isda("Act/Act", DayCount::ActualActualIsda),
    isda("Act/Act (ISDA)", DayCount::ActualActualIsda),
    isda("30/360", DayCount::Thirty360Isda),
    isda("360/360", DayCount::Thirty360Isda),
    isda("Bond Basis", DayCount::Thirty360Isda),
    isda("30E/360", DayCount::ThirtyE360),
    isda("Eurobond Basis", DayCount::ThirtyE360),
    isda("30E/360 (ISDA)", DayCount::ThirtyE360Isda),
    quantlib("Actual/360", DayCount::Actual360),
    quantlib("Actual/364", DayCount::Actual364),
    quantlib("Actual/365 (Fixed)", DayCount::Actual365Fixed),
    quantlib("Actual/365.25", DayCount::Actual365Quarter),
    quantlib("Actual/366", DayCount::Actual366),
    quantlib("Actual/Actual (AFB)", DayCount::ActualActualAfb),
    quantlib("Actual/Actual (ISMA)", DayCount::ActualActualIcma),
    quantlib("Actual/Actual (ISDA)", DayCount::ActualActualIsda),
    quantlib("30/360 (Bond Basis)", DayCount::Thirty360Isda),
    quantlib("30/360 (US)", DayCount::Thirty360Us),
    quantlib("30/365", DayCount::Thirty365),
    quantlib("30E/360 (Eurobond Basis)", DayCount::ThirtyE360),
    quantlib("30E/360 (ISDA)", DayCount::ThirtyE360Isda),
    strata("Act/360", DayCount::Actual360),
    strata("Act/364", DayCount::Actual364),
    strata("Act/365 Actual", DayCount::Actual365Actual),
    strata("Act/365F", DayCount::Actual365Fixed),
    strata("Act/365L", DayCount::Actual365L),
    strata("Act/365.25", DayCount::Actual365Quarter),
    strata("Act/Act AFB", DayCount::ActualActualAfb),
    strata("Act/Act ICMA", DayCount::ActualActualIcma),
    strata("Act/Act ISDA", DayCount::ActualActualIsda),
    strata("NL/360", DayCount::NoLeap360),
    strata("NL/365", DayCount::NoLeap365),
    strata("30/360", DayCount::Thirty360Isda),
    strata("30/360 ISDA", DayCount::Thirty360Isda),
    strata("30/360 PSA", DayCount::Thirty360Psa),
    strata("30U/360", DayCount::Thirty360Us),
    strata("30U/360 EOM", DayCount::Thirty360Us),
    strata("Bond Basis", DayCount::Thirty360Us),
    strata("ISMA-30/360", DayCount::Thirty360Us),
    strata("30E/360", DayCount::ThirtyE360),
    strata("30E/360 ISDA", DayCount::ThirtyE360Isda),
    strata("30E/365", DayCount::ThirtyE365),
    strata("30E+/360", DayCount::ThirtyEPlus360),
];

#[cfg(test)]
mod tests {
    use super::{DayCount, DayCountSystem};

    #[test]
    fn a_system_means_one_thing_by_a_name() {
        for (place, row) in (1_usize..).zip(DayCount::NAMES) {
            let found = DayCount::named_by(row.system, row.name);
            assert_eq!(found, Some(row.convention), "{row:?}");
            let again = DayCount::NAMES.iter().skip(place);
            let twice = again
                .filter(|other| (other.system, other.name) == (row.system, row.name))
                .count();
            assert_eq!(twice, 0, "{row:?}");
        }
    }

    #[test]
    fn one_name_means_what_its_system_says() {
        for (system, name, convention) in [
            (
                DayCountSystem::Isda2006,
                "30/360",
                Some(DayCount::Thirty360Isda),
            ),
            (
                DayCountSystem::Strata,
                "30/360",
                Some(DayCount::Thirty360Isda),
            ),
            (
                DayCountSystem::Strata,
                "ISMA-30/360",
                Some(DayCount::Thirty360Us),
            ),
            (DayCountSystem::QuantLib, "30/360", None),
            (DayCountSystem::QuantLib, "30/360 (Italian)", None),
            (DayCountSystem::Isda2006, "bond basis", None),
        ] {
            assert_eq!(DayCount::named_by(system, name), convention, "{name}");
        }
    }
}
