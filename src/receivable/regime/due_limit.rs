use chrono::NaiveDate;

use crate::calendar::CalendarError;
use crate::calendar::month::{add_days, last_of_month};
use crate::receivable::regime::due_facts::TermFacts;
use crate::receivable::regime::statute::Regime;
use crate::receivable::regime::statutory_term::{
    BeyondLongest, DebtorKind, FirstDay, StatutoryTerm, TermStart,
};
use crate::receivable::term::{BaseDate, BaseDates, TermError};
use crate::vocab::source::Sourced;
use crate::vocab::time::Days;

/// The last day of a statutory term, as far as the dates of a document tell it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reached {
    /// The last day by the dates that are known; `None` if none is.
    known: Option<NaiveDate>,
    /// True if every date that could move it on is known.
    is_complete: bool,
}

impl Reached {
    /// Returns the last day, if every date is known from which it counts.
    pub(super) fn day(self) -> Option<NaiveDate> {
        self.known.filter(|_| self.is_complete)
    }

    /// Returns the day before which the last day cannot be.
    pub(super) const fn at_least(self) -> Option<NaiveDate> {
        self.known
    }
}

/// The bounds that a statute sets to the due date of a document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// The due date if none was agreed; `None` if the statute sets none.
    pub(super) default: Option<Reached>,
    /// The last due date that stands without more; `None` if there is no limit.
    pub(super) bound: Option<Reached>,
    /// The last due date that can stand at all, if the statute sets one.
    pub(super) last: Option<Reached>,
    /// The fate of what lies beyond.
    pub(super) beyond: BeyondLongest,
    /// True if the unknown date of the contract decides that the bound holds.
    pub(super) is_since_open: bool,
    /// True if the bound is the last due date that can stand at all.
    pub(super) is_plain: bool,
}

impl Limits {
    pub(super) fn of(regime: &Regime, facts: &TermFacts) -> Result<Self, TermError> {
        let terms = || regime.terms_for(facts.debtor).map(Sourced::value);
        let invoiced = facts.dates.invoice;
        let holds = |term: &&StatutoryTerm| match (term.since, facts.contract) {
            (None, _) => true,
            _ if term.older_since.is_some_and(|older| older <= invoiced) => true,
            (Some(since), Some(contract)) => since <= contract,
            (Some(_), None) => false,
        };
        let may_hold = |term: &&StatutoryTerm| facts.contract.is_none() || holds(term);
        let dates = &facts.dates;
        let default = terms()
            .filter(holds)
            .find_map(|term| term.default.zip(Some(term)));
        let default = default.map(|(days, term)| reached(term, days, dates));
        let bounds = terms().filter(may_hold);
        let longest = bounds
            .filter_map(|term| term.longest.or(term.justified_above).zip(Some(term)))
            .next();
        let Some((longest, term)) = longest else {
            return Ok(Self {
                default: default.transpose()?,
                bound: None,
                last: None,
                beyond: BeyondLongest::Void,
                is_since_open: false,
                is_plain: true,
            });
        };
        let last = reached(term, longest, dates)?;
        let bound = match term.justified_above {
            Some(days) => reached(term, days, dates)?,
            None => last,
        };
        let is_month_end = term.beyond == BeyondLongest::MonthEndAnd45Days;
        let last = if is_month_end {
            month_end(last, dates)?
        } else {
            last
        };
        Ok(Self {
            default: default.transpose()?,
            bound: Some(bound),
            last: Some(last),
            beyond: term.beyond,
            is_since_open: !holds(&term),
            is_plain: term.justified_above.is_none() && !is_month_end,
        })
    }

    /// Returns the last due date that stands without more, if it is known.
    pub(super) fn longest(&self) -> Option<NaiveDate> {
        self.bound
            .and_then(Reached::day)
            .filter(|_| !self.is_since_open)
    }
}

impl Regime {
    /// Returns the times that a kind of debtor may take to pay: its own, or those of the wider kind.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::receivable::regime::{DebtorKind, Jurisdiction, Regime};
    ///
    /// let day = NaiveDate::from_ymd_opt(2020, 1, 1).ok_or("no such date")?;
    /// let clinic = DebtorKind::HealthcareBody;
    /// let bgb = Regime::in_force(Jurisdiction::GERMANY, clinic, day).ok_or("no regime")?;
    /// let terms: Vec<_> = bgb.terms_for(clinic).map(|term| term.value().debtor).collect();
    /// assert_eq!(terms, [DebtorKind::PublicBody]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn terms_for(&self, debtor: DebtorKind) -> impl Iterator<Item = &Sourced<StatutoryTerm>> {
        let is_own = move |term: &&Sourced<StatutoryTerm>| term.value().debtor == debtor;
        let has_own = self.terms().iter().any(|term| is_own(&term));
        let wider = debtor.wider().filter(|_| !has_own);
        self.terms()
            .iter()
            .filter(move |term| is_own(term) || Some(term.value().debtor) == wider)
    }
}

/// Returns the last day of a term of so many days.
fn reached(term: &StatutoryTerm, days: Days, dates: &BaseDates) -> Result<Reached, TermError> {
    let bases: &[BaseDate] = match term.counted_from {
        TermStart::Acceptance => &[BaseDate::Acceptance],
        TermStart::Delivery => &[BaseDate::Delivery],
        TermStart::InvoiceDate => &[BaseDate::Invoice],
        TermStart::LastOfInvoiceAndDelivery => {
            &[BaseDate::Acceptance, BaseDate::Delivery, BaseDate::Receipt]
        }
    };
    let count = match term.first_day {
        FirstDay::DayAfter => days.count(),
        // The day itself is the first; a term of no days ends on it too.
        FirstDay::SameDay => days.count().saturating_sub(1),
    };
    let latest = bases.iter().filter_map(|base| dates.of(*base)).max();
    let known = latest.map(|from| later(from, count)).transpose()?;
    let is_complete = bases.iter().all(|base| dates.of(*base).is_some());
    Ok(Reached { known, is_complete })
}

/// Returns the later of two readings of 45 days and the end of the month, and of a last day.
fn month_end(last: Reached, dates: &BaseDates) -> Result<Reached, TermError> {
    let month_first = later(last_of_month(dates.invoice), 45)?;
    let days_first = last_of_month(later(dates.invoice, 45)?);
    let known = last.known.max(Some(month_first.max(days_first)));
    Ok(Reached { known, ..last })
}

fn later(from: NaiveDate, days: u32) -> Result<NaiveDate, TermError> {
    let later = add_days(from, i64::from(days));
    later.ok_or(TermError::Calendar(CalendarError::DateOutOfRange { from }))
}
