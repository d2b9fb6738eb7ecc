use alloc::boxed::Box;
use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use chrono::NaiveDate;
use thiserror::Error;

use crate::form::{Gathered, Several, every, record, several};
use crate::receivable::credit::error::CreditError;
use crate::receivable::credit::exchange::{ConversionError, ExchangeRate};
use crate::receivable::credit::exposure::{Exposure, joined};
use crate::vocab::known::{Graded, Known};
use crate::vocab::money::{Currency, Money, MoneyError};
use crate::vocab::name::Label;
use crate::vocab::time::Days;

record! {
    /// A member of a group of customers that share a limit, such as a parent or a subsidiary (集团成员).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct GroupMember {
        /// The name of the member.
        pub member: Label,
        /// The exposure to the member, in the currency of its account.
        pub exposure: Exposure,
    }
}

impl GroupMember {
    /// Makes a member with its exposure.
    #[must_use]
    pub const fn new(member: Label, exposure: Exposure) -> Self {
        Self { member, exposure }
    }
}

record! {
    /// The credit exposure to a group, with what each member contributes to it (集团敞口).
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct GroupExposure {
        /// The exposure to the group, in the currency of its limit.
        pub exposure: Exposure,
        /// The contributions of the members, by their names.
        pub members: Vec<MemberExposure>,
    }
}

record! {
    /// The contribution of a member to the exposure of its group (成员敞口).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct MemberExposure {
        /// The name of the member.
        pub member: Label,
        /// The exposure in the currency of the account.
        pub own: Exposure,
        /// The exposure in the currency of the group, each component rounded once.
        pub converted: Exposure,
        /// The rate by which it was converted; none if the currencies are the same, or no amount is known.
        pub rate: Option<ExchangeRate>,
    }
}

/// Adds the exposures to the members of a group up to one, in the currency of the group's limit.
///
/// An exposure in that currency stays as it is. Each component of another one is converted by the newest rate
/// of `as_of` or before, from its currency into that of the group. No rate is turned round, and none is
/// chained. The converted component is rounded once, half to even, to the smallest unit of the group's
/// currency, so that the figures of the members add up to that of the group. A known amount needs a rate even
/// if it is zero.
///
/// A component is unknown if one member's is. It has the weakest grade of the members, and their oldest day.
/// The oldest invoice of the group is the oldest of any member.
///
/// A sale of a member in another currency is converted by [`ExchangeRate::convert`] before it is judged with
/// the exposure of the group.
///
/// # Errors
///
/// All faults of the members and rates are returned together.
///
/// - [`GroupExposureError::NoMember`] is returned when there is no member, and
///   [`GroupExposureError::MemberTwice`] when one is given twice.
/// - [`GroupExposureError::Member`] is returned when an amount of a member is below zero, or when its amounts
///   are of two currencies.
/// - [`GroupExposureError::RateTwice`] is returned when two rates of one day are given for a pair, and
///   [`GroupExposureError::MissingRate`] when none is given up to the day.
/// - [`GroupExposureError::Conversion`] is returned when an amount cannot be converted, and
///   [`GroupExposureError::Money`] when a sum has too many digits.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::receivable::credit::{ExchangeRate, Exposure, GroupMember, group_exposure};
/// use keqing::vocab::known::Known;
/// use keqing::vocab::money::Currency;
/// use rust_decimal::Decimal;
///
/// let day = |day| NaiveDate::from_ymd_opt(2024, 5, day).ok_or("no such date");
/// let owes = |currency, amount: &str| -> Result<Exposure, Box<dyn std::error::Error>> {
///     Ok(Exposure::zero(currency).with_invoiced(Known::measured(amount.parse()?)))
/// };
/// let members = [
///     GroupMember::new("Ohm Holding".parse()?, owes(Currency::EUR, "1000 EUR")?),
///     GroupMember::new("Ohm Inc.".parse()?, owes(Currency::USD, "500 USD")?),
/// ];
/// let rates = [ExchangeRate::new(Currency::USD, Currency::EUR, day(2)?, Decimal::new(9, 1))?];
/// let group = group_exposure(&members, &rates, Currency::EUR, day(31)?)?;
/// assert_eq!(group.exposure.total()?.value(), Some(&"1450 EUR".parse()?));
/// assert_eq!(group.members[1].converted.invoiced.value(), Some(&"450 EUR".parse()?));
///
/// let early = group_exposure(&members, &rates, Currency::EUR, day(1)?);
/// assert_eq!(
///     early.map_err(|error| error.to_string()),
///     Err("no exchange rate from USD to EUR is known on 2024-05-01, expected one of that day or before".into())
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn group_exposure(
    members: &[GroupMember],
    rates: &[ExchangeRate],
    currency: Currency,
    as_of: NaiveDate,
) -> Result<GroupExposure, GroupExposureError> {
    let mut errors = Gathered::new();
    let mut sound = sound_members(members, &mut errors);
    check_rates(rates, &mut errors);
    sound.sort_unstable_by_key(|member| member.member);
    let of_group = |member: GroupMember| contribution(member, rates, currency, as_of);
    let members = errors.ask_each(sound.into_iter().map(of_group));
    errors.settle(|| ())?;
    let mut exposures = members.iter().map(|member| member.converted);
    let first = exposures.next().ok_or(GroupExposureError::NoMember)?;
    let exposure = exposures.try_fold(first, sum)?;
    Ok(GroupExposure { exposure, members })
}

/// Returns the members of which nothing is wrong, and keeps the faults of the others.
fn sound_members(
    members: &[GroupMember],
    errors: &mut Gathered<GroupExposureError>,
) -> Vec<GroupMember> {
    let (mut seen, mut sound) = (BTreeSet::new(), Vec::new());
    if members.is_empty() {
        errors.keep(GroupExposureError::NoMember);
    }
    for given in members {
        let GroupMember { member, exposure } = *given;
        if !seen.insert(member) {
            errors.keep(GroupExposureError::MemberTwice { member });
        }
        let checks = known(exposure).into_iter();
        match every(checks.flat_map(|amount| exposure.checks(amount))) {
            Ok(()) => sound.push(*given),
            Err(error) => errors.keep(GroupExposureError::Member {
                member,
                error: Box::new(error),
            }),
        }
    }
    sound
}

/// Finds each rate that is given twice.
fn check_rates(rates: &[ExchangeRate], errors: &mut Gathered<GroupExposureError>) {
    let mut seen = BTreeSet::new();
    for rate in rates {
        let (from, to, on) = (rate.from(), rate.to(), rate.on());
        if !seen.insert((from, to, on)) {
            errors.keep(GroupExposureError::RateTwice { from, to, on });
        }
    }
}

/// Returns the first known amount of an exposure.
fn known(exposure: Exposure) -> Option<Money> {
    let mut parts = exposure.parts().into_iter();
    parts.find_map(|(_, part)| part.into_value())
}

/// Converts the exposure of a member into the currency of the group.
fn contribution(
    member: GroupMember,
    rates: &[ExchangeRate],
    to: Currency,
    as_of: NaiveDate,
) -> Result<MemberExposure, GroupExposureError> {
    let own = member.exposure;
    let from = known(own).map_or(to, Money::currency);
    let mut stays = MemberExposure {
        member: member.member,
        own,
        converted: own,
        rate: None,
    };
    if from == to {
        return Ok(stays);
    }
    let counts =
        |rate: &&ExchangeRate| (rate.from(), rate.to()) == (from, to) && rate.on() <= as_of;
    let newest = rates.iter().filter(counts).max_by_key(|rate| rate.on());
    let rate = newest.ok_or(GroupExposureError::MissingRate { from, to, as_of })?;
    for part in [
        &mut stays.converted.ordered,
        &mut stays.converted.shipped,
        &mut stays.converted.invoiced,
        &mut stays.converted.overdue,
    ] {
        if let Known::Given(Graded { value, .. }) = part {
            *value = rate.convert(*value)?.money();
        }
    }
    stays.rate = Some(*rate);
    Ok(stays)
}

/// Adds two exposures of one currency.
fn sum(one: Exposure, other: Exposure) -> Result<Exposure, MoneyError> {
    let add = |one, other| joined(one, other, Money::checked_add);
    let older = |one: Days, other| Ok::<_, MoneyError>(one.max(other));
    Ok(Exposure {
        ordered: add(one.ordered, other.ordered)?,
        shipped: add(one.shipped, other.shipped)?,
        invoiced: add(one.invoiced, other.invoiced)?,
        overdue: add(one.overdue, other.overdue)?,
        oldest_overdue: joined(one.oldest_overdue, other.oldest_overdue, older)?,
    })
}

/// Returned when the exposures of a group cannot be added up.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum GroupExposureError {
    /// An amount cannot be converted.
    #[error(transparent)]
    Conversion(#[from] ConversionError),
    /// The exposure of a member cannot be.
    #[error("the member `{member}`: {error}")]
    Member {
        /// The member.
        member: Label,
        /// The fault of its exposure.
        error: Box<CreditError>,
    },
    /// A member is given twice.
    #[error("the member `{member}` is there twice, expected one entry a member")]
    MemberTwice {
        /// The member.
        member: Label,
    },
    /// No rate of a pair of currencies is known on the day.
    #[error(
        "no exchange rate from {from} to {to} is known on {as_of}, expected one of that day or before"
    )]
    MissingRate {
        /// The currency of a member's account.
        from: Currency,
        /// The currency of the group.
        to: Currency,
        /// The day.
        as_of: NaiveDate,
    },
    /// A sum has too many digits.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// There is no member.
    #[error("a group of no members, expected one or more")]
    NoMember,
    /// Two rates of one day are given for a pair of currencies.
    #[error("two exchange rates from {from} to {to} on {on}, expected one")]
    RateTwice {
        /// The currency of the amounts.
        from: Currency,
        /// The currency into which they are converted.
        to: Currency,
        /// The day.
        on: NaiveDate,
    },
    /// Several members or rates are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub GroupExposureError);
