use alloc::boxed::Box;
use alloc::vec::Vec;

use chrono::NaiveDate;
use thiserror::Error;

use crate::form::{Several, every, record, several};
use crate::satisfaction::cards::value::VAL_02;
use crate::verdict::{Assessment, Evidence, Fact, Reading, Recorder, Subject};
use crate::vocab::known::Grade;
use crate::vocab::name::ItemId;
use crate::vocab::twice::twice;

record! {
    /// One driver of value to the customer, with its evidence (价值驱动因素), VAL-02.
    #[derive(Copy, Hash)]
    pub closed struct ValueDriver {
        /// The driver of value.
        pub driver: ItemId,
        /// The grade of the evidence: it was observed, the customer said it, or we assume it.
        pub grade: Grade,
        /// The day on which it was learnt; without one it is of the day that is asked about.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub on: Option<NaiveDate>,
    }
}

record! {
    /// The drivers of value in the customer's own words, and those that we only assume (价值定义).
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct ValueDefinition {
        /// The drivers that the customer named, or by which it was seen to act.
        pub learnt: Vec<ItemId>,
        /// The drivers that we assume.
        pub assumed: Vec<ItemId>,
    }
}

/// Assesses which drivers of value a customer names itself, and which we only assume ([`VAL_02`]).
///
/// Low prices and high quality are our words for value, and the customer has its own. A driver that
/// nobody heard from the customer is assumed, and is a breach. The value is `None` if none is
/// known.
///
/// # Errors
///
/// [`ValueDriverError`] is returned when a driver is named twice. It is returned for each such pair.
///
/// # Examples
///
/// ```
/// use keqing::satisfaction::value::{ValueDriver, value_drivers};
/// use keqing::vocab::known::Grade;
///
/// let heard = ValueDriver { driver: "no stoppage".parse()?, grade: Grade::CustomerStated, on: None };
/// let assumed = ValueDriver { driver: "low price".parse()?, grade: Grade::Estimated, on: None };
/// let found = value_drivers(&[heard, assumed])?;
/// assert!(found.breaches("VAL-02".parse()?));
/// let found = found.into_value().ok_or("no driver")?;
/// assert_eq!((found.learnt, found.assumed), (vec![heard.driver], vec![assumed.driver]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn value_drivers(
    drivers: &[ValueDriver],
) -> Result<Assessment<ValueDefinition>, ValueDriverError> {
    check(drivers)?;
    Ok(Assessment::of(|r| consult(drivers, r)))
}

/// Returned when a driver of value is named twice.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum ValueDriverError {
    /// Several drivers are named twice.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// A driver is named twice.
    #[error(
        "each driver of value is named once, got `{driver}` in entries {first} and {second}, counted from zero"
    )]
    Twice {
        /// The driver.
        driver: ItemId,
        /// The place of the first entry in the list.
        first: usize,
        /// The place of the second.
        second: usize,
    },
}

several!(pub ValueDriverError);

fn check(drivers: &[ValueDriver]) -> Result<(), ValueDriverError> {
    let names = drivers.iter().map(|one| one.driver).enumerate();
    every(twice(names).filter_map(|(first, second)| {
        let driver = drivers.get(second)?.driver;
        Some(Err(ValueDriverError::Twice {
            driver,
            first,
            second,
        }))
    }))
}

fn consult<R: Recorder>(drivers: &[ValueDriver], r: &mut R) -> Option<ValueDefinition> {
    if drivers.is_empty() {
        r.miss(&VAL_02, Fact::ValueDriver);
        return None;
    }
    let (mut learnt, mut assumed) = (Vec::new(), Vec::new());
    for one in drivers {
        if !one.driver.says() {
            // A dash names nothing that the customer values.
            r.miss(&VAL_02, Fact::ValueDriver);
            continue;
        }
        let is_learnt = one.grade >= Grade::OWN_WORD;
        let list = if is_learnt { &mut learnt } else { &mut assumed };
        list.push(one.driver);
        r.require(&VAL_02, is_learnt, || {
            let (observed, required) = (one.grade, Grade::OWN_WORD);
            let reading = Reading::Grade { observed, required };
            Evidence::new(Fact::ValueDriver, reading).of(Subject::Item { id: one.driver })
        });
    }
    Some(ValueDefinition { learnt, assumed })
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::{ValueDriver, value_drivers};
    use crate::satisfaction::sample::Failure;
    use crate::verdict::{Change, Remedy};
    use crate::vocab::known::Grade;
    use crate::vocab::name::ItemId;

    #[test]
    fn what_nobody_heard_is_assumed_and_can_be_learnt() -> Result<(), Failure> {
        for (grade, breaches) in [
            (Grade::Estimated, 1),
            (Grade::CustomerStated, 0),
            (Grade::Measured, 0),
        ] {
            let driver = ItemId::new("speed")?;
            let found = value_drivers(&[ValueDriver {
                driver,
                grade,
                on: None,
            }])?;
            let remedies: alloc::vec::Vec<_> =
                found.findings().iter().filter_map(Remedy::of).collect();
            assert_eq!(remedies.len(), breaches, "{grade:?}");
            let learn = Change::Learn {
                grade: Some(Grade::CustomerStated),
            };
            assert!(remedies.iter().all(|remedy| remedy.change == learn));
        }
        let nothing = value_drivers(&[])?;
        assert_eq!(
            (nothing.value(), nothing.findings().gaps().count()),
            (None, 1)
        );
        Ok(())
    }

    #[test]
    fn a_driver_is_heard_or_assumed_and_not_both() -> Result<(), Failure> {
        let named = |driver: &str, grade| {
            let driver = driver.parse()?;
            Ok::<_, Failure>(ValueDriver {
                driver,
                grade,
                on: None,
            })
        };
        let drivers = [
            named("speed", Grade::CustomerStated)?,
            named("price", Grade::Estimated)?,
            named("speed", Grade::Estimated)?,
            named("price", Grade::Estimated)?,
        ];
        let refused = value_drivers(&drivers).map_err(|error| error.to_string());
        let both = "each driver of value is named once, \
            got `speed` in entries 0 and 2, counted from zero; \
            each driver of value is named once, \
            got `price` in entries 1 and 3, counted from zero";
        assert_eq!(refused.err().as_deref(), Some(both));
        Ok(())
    }
}
