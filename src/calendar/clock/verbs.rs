use alloc::vec::Vec;

use chrono::NaiveDateTime;

use crate::calendar::clock::error::ClockError;
use crate::calendar::clock::policy::ClockPolicy;
use crate::calendar::clock::record::ServiceClock;
use crate::calendar::clock::run::{Measure, Run};
use crate::calendar::hours::OpeningHours;
use crate::vocab::time::Seconds;

impl ServiceClock {
    /// Returns the time that counts from the opening up to a moment.
    ///
    /// The clock stands from a resolution on, so that the answer about a resolved case stays as it is. What begins
    /// after the moment is ignored. The end of a pause that has begun is not, even if it lies after the moment. The hours are not asked if elapsed time counts.
    ///
    /// # Errors
    ///
    /// - [`ClockError::NotOpened`] is returned when the moment lies before the opening;
    /// - [`ClockError::Hours`] is returned when the clock runs past the last day that the calendar knows.
    pub fn elapsed(
        &self,
        hours: &OpeningHours,
        policy: ClockPolicy,
        as_of: NaiveDateTime,
    ) -> Result<Seconds, ClockError> {
        let opened = self.opened();
        if as_of < opened {
            return Err(ClockError::NotOpened { as_of, opened });
        }
        let measure = Measure::of(policy, hours);
        let (first, others) = self.runs(policy.reopening, Some(as_of));
        let mut elapsed = Seconds::ZERO;
        for Run { from, until } in [first].into_iter().chain(others) {
            let until = until.map_or(as_of, |until| until.min(as_of));
            if from < until {
                let time = measure.time(from, until)?;
                elapsed = Seconds::new(elapsed.count().saturating_add(time.count()));
            }
        }
        Ok(elapsed)
    }

    /// Returns the first moment at which the time that counts reaches a target, by everything that is recorded.
    ///
    /// It is `None` if the clock stands before the target is reached: in a pause that has not ended, or because the
    /// case is resolved or closed. A target that ends exactly as the hours close or the clock stops is due then. A
    /// target of no time is due as the clock begins, even if it stands there.
    ///
    /// # Errors
    ///
    /// [`ClockError::Hours`] is returned when the target lies past the last day that the calendar knows, or past
    /// the last date that can be written.
    pub fn due(
        &self,
        hours: &OpeningHours,
        policy: ClockPolicy,
        target: Seconds,
    ) -> Result<Option<NaiveDateTime>, ClockError> {
        let found = self.reached(hours, policy, target)?;
        Ok(found.map(|(due, _)| due))
    }

    /// Returns the last moment at which a lead time is left until a target is due.
    ///
    /// The lead time walks the same clock backwards, over closed hours and pauses. A lead time longer than the
    /// target gives the moment at which the clock begins to run. The answer is `None` where [`due`](Self::due) has
    /// none.
    ///
    /// # Errors
    ///
    /// The errors of [`due`](Self::due) are returned.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::{NaiveDateTime, Weekday};
    /// use keqing::calendar::clock::{ClockPolicy, CountedTime, Reopening, ServiceClock};
    /// use keqing::calendar::hours::{OpenInterval, OpeningHours};
    /// use keqing::vocab::time::Seconds;
    ///
    /// let office = OpenInterval::new("08:00".parse()?, "18:00".parse()?)?;
    /// let hours = OpeningHours::of_weekdays([Weekday::Mon, Weekday::Tue], [office])?;
    /// let policy = ClockPolicy::new(CountedTime::OpenTime, Reopening::Continue);
    /// let clock = ServiceClock::new("2026-01-12T14:30:00".parse()?);
    /// let warning = clock.warn(&hours, policy, Seconds::of_hours(4), Seconds::of_hours(1))?;
    /// assert_eq!(warning, Some("2026-01-12T17:30:00".parse()?)); // due on Tuesday at 08:30
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn warn(
        &self,
        hours: &OpeningHours,
        policy: ClockPolicy,
        target: Seconds,
        lead: Seconds,
    ) -> Result<Option<NaiveDateTime>, ClockError> {
        let Some((due, runs)) = self.reached(hours, policy, target)? else {
            return Ok(None);
        };
        let measure = Measure::of(policy, hours);
        let mut left = lead.min(target);
        let mut end = due;
        for run in runs.into_iter().rev() {
            end = run.until.map_or(end, |until| until.min(end));
            match left.checked_sub(measure.time(run.from, end)?) {
                Some(more) if !more.is_zero() => left = more,
                _ => return Ok(Some(measure.before(end, left)?)),
            }
            end = run.from;
        }
        Ok(Some(end))
    }

    /// Returns the moment at which a target is reached, and the stretches of the clock up to it.
    fn reached(
        &self,
        hours: &OpeningHours,
        policy: ClockPolicy,
        target: Seconds,
    ) -> Result<Option<(NaiveDateTime, Vec<Run>)>, ClockError> {
        let measure = Measure::of(policy, hours);
        let (first, others) = self.runs(policy.reopening, None);
        let mut left = target;
        let mut runs = Vec::new();
        for run in [first].into_iter().chain(others) {
            runs.push(run);
            let due = measure.due(run.from, left);
            match run.until {
                Some(until) if due.as_ref().map_or(true, |due| until < *due) => {
                    let time = measure.time(run.from, until)?;
                    left = left.checked_sub(time).unwrap_or(Seconds::ZERO);
                }
                _ => return Ok(Some((due?, runs))),
            }
        }
        Ok(None)
    }
}
