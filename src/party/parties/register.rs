use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::{Gathered, checked, nearest};
use crate::party::parties::person::Person;
use crate::party::parties::register_error::{ReferenceError, RegisterError};
use crate::vocab::name::PersonId;
use crate::vocab::words::Side;

checked! {
    /// The register of the people of both sides (人员名册): each with office, first and last day.
    ///
    /// Ties, moods, words, owners and authorities name people, and the register says who they are on a day.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::party::parties::{Person, Register};
    /// use keqing::vocab::words::{Department, Level, Side};
    ///
    /// let date = |day| chrono::NaiveDate::from_ymd_opt(2024, 1, day).ok_or("no such date");
    /// let li = Person::new("li", Department::Sales, Level::Operator)?.with_until(Some(date(30)?));
    /// let register = Register::new([li], [])?;
    /// assert_eq!(register.resolve(&li.id, date(30)?)?.0, Side::Supplier);
    /// assert!(register.resolve(&li.id, date(31)?).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Default, Hash)]
    pub struct Register, checked by Register::checked {
        /// The people of our side, in any order.
        #[serde(default)]
        supplier: Vec<Person>,
        /// The people of the customer's side, in any order.
        #[serde(default)]
        customer: Vec<Person>,
    }
}

impl Register {
    /// Makes a register of the people of both sides, ours first.
    ///
    /// # Errors
    ///
    /// [`RegisterError`] is returned when an office ends before it begins, and when a person has two
    /// offices on one day.
    pub fn new(
        supplier: impl IntoIterator<Item = Person>,
        customer: impl IntoIterator<Item = Person>,
    ) -> Result<Self, RegisterError> {
        Self {
            supplier: supplier.into_iter().collect(),
            customer: customer.into_iter().collect(),
        }
        .checked()
    }

    /// Returns the entries of one side, by id and then by first day.
    #[must_use]
    pub fn side(&self, side: Side) -> &[Person] {
        match side {
            Side::Supplier => &self.supplier,
            Side::Customer => &self.customer,
        }
    }

    /// Returns the people of one side who act on a day, by id.
    pub fn acting(&self, side: Side, day: NaiveDate) -> impl Iterator<Item = &Person> {
        let people = self.side(side).iter();
        people.filter(move |person| person.acts_on(day))
    }

    /// Returns the person with an id who acts on a day, with the side.
    #[must_use]
    pub fn on(&self, id: &PersonId, day: NaiveDate) -> Option<(Side, &Person)> {
        Side::ALL.into_iter().find_map(|side| {
            let mut offices = self.offices(side, id).iter();
            offices
                .find(|person| person.acts_on(day))
                .map(|person| (side, person))
        })
    }

    /// Returns whether a person acts for a side on a day.
    #[must_use]
    pub fn acts(&self, side: Side, id: &PersonId, day: NaiveDate) -> bool {
        let mut offices = self.offices(side, id).iter();
        offices.any(|person| person.acts_on(day))
    }

    /// Returns the person with an id who acts on a day, with the side.
    ///
    /// # Errors
    ///
    /// [`ReferenceError`] is returned when nobody has the id, and when the person does not act on the day.
    pub fn resolve(
        &self,
        id: &PersonId,
        day: NaiveDate,
    ) -> Result<(Side, &Person), ReferenceError> {
        self.on(id, day).ok_or_else(|| self.why_not(id, day))
    }

    /// Returns the person with an id who acts for a side on a day.
    ///
    /// # Errors
    ///
    /// [`ReferenceError`] is returned when nobody has the id, when the person does not act on the day, and
    /// when the person acts for the other side.
    pub fn resolve_for(
        &self,
        side: Side,
        id: &PersonId,
        day: NaiveDate,
    ) -> Result<&Person, ReferenceError> {
        match self.resolve(id, day)? {
            (found, person) if found == side => Ok(person),
            _ => Err(ReferenceError::WrongSide {
                person: *id,
                expected: side,
            }),
        }
    }

    /// Returns the side for which a person has ever acted; the first of both.
    ///
    /// # Errors
    ///
    /// [`ReferenceError::Unknown`] is returned when nobody has the id.
    pub fn side_of(&self, id: &PersonId) -> Result<Side, ReferenceError> {
        let found = Side::ALL
            .into_iter()
            .find(|side| !self.offices(*side, id).is_empty());
        found.ok_or_else(|| self.unknown(id))
    }

    /// Checks that a person has ever acted for a side.
    pub(crate) fn knows(&self, side: Side, id: &PersonId) -> Result<(), ReferenceError> {
        if !self.offices(side, id).is_empty() {
            return Ok(());
        }
        let (person, expected) = (*id, side);
        let elsewhere = ReferenceError::WrongSide { person, expected };
        self.side_of(id).and(Err(elsewhere))
    }

    /// Returns the time for which a person acts for a side without a break: the time that holds the day, or
    /// the last one before it.
    pub(crate) fn term(&self, side: Side, id: &PersonId, day: NaiveDate) -> Option<Person> {
        let mut found: Option<Person> = None;
        for office in self.offices(side, id) {
            let begins = office.from.is_none_or(|from| from <= day);
            found = match found {
                Some(term) if term.reaches(office) && term.until.is_some() => Some(Person {
                    from: term.from,
                    ..*office
                }),
                _ if begins => Some(*office),
                kept => kept,
            };
        }
        found
    }

    /// Returns the offices of a person on a side, by first day.
    pub(crate) fn offices(&self, side: Side, id: &PersonId) -> &[Person] {
        let people = self.side(side);
        // Ids of different lengths are told apart without a look at their letters, so a short list is read through.
        let first = match people.len() <= SHORT {
            true => people.iter().position(|person| person.id == *id),
            false => Some(people.partition_point(|person| person.id < *id)),
        };
        let first = first.unwrap_or(people.len());
        let rest = people.get(first..).unwrap_or_default();
        // Most people have one office, so the next ones are looked at one by one.
        let own = rest.iter().take_while(|person| person.id == *id).count();
        rest.get(..own).unwrap_or_default()
    }

    fn why_not(&self, id: &PersonId, day: NaiveDate) -> ReferenceError {
        let offices = Side::ALL
            .into_iter()
            .flat_map(|side| self.offices(side, id));
        let nearest = offices.min_by_key(|person| {
            let away = |bound: Option<NaiveDate>| {
                bound.map_or(u64::MAX, |bound| {
                    bound.signed_duration_since(day).num_days().unsigned_abs()
                })
            };
            away(person.from).min(away(person.until))
        });
        match nearest {
            None => self.unknown(id),
            Some(person) => ReferenceError::OutsideTime {
                person: *id,
                day,
                from: person.from,
                until: person.until,
            },
        }
    }

    fn unknown(&self, id: &PersonId) -> ReferenceError {
        let known = Side::ALL.into_iter().flat_map(|side| self.side(side));
        // A near name is a courtesy, so it is looked for among so many only.
        let known = known.take(COMPARED).map(|person| person.id.as_str());
        let meant = nearest(id.as_str(), known);
        ReferenceError::Unknown {
            person: *id,
            meant: meant.and_then(|meant| PersonId::new(meant).ok()),
        }
    }

    fn checked(mut self) -> Result<Self, RegisterError> {
        let mut errors = Gathered::new();
        let turned = self.supplier.iter().chain(&self.customer);
        for person in turned {
            if let (Some(from), Some(until)) = (person.from, person.until) {
                if until < from {
                    let person = person.id;
                    errors.keep(RegisterError::EndsBeforeItBegins {
                        person,
                        from,
                        until,
                    });
                }
            }
        }
        let mut everybody: Vec<&Person> = self.supplier.iter().chain(&self.customer).collect();
        everybody.sort_unstable();
        for (one, next) in everybody.iter().zip(everybody.iter().skip(1)) {
            if one.id == next.id && one.overlaps(next) {
                let (person, day) = (one.id, next.from);
                errors.keep(RegisterError::TwoOffices { person, day });
            }
        }
        self.supplier.sort_unstable();
        self.customer.sort_unstable();
        errors.settle(|| self)
    }
}

/// The number of entries up to which a side is read through.
const SHORT: usize = 16;

/// The number of people among whom a near name is looked for.
const COMPARED: usize = 1_000;

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};

    use chrono::NaiveDate;

    use super::Register;
    use crate::party::parties::person::Person;
    use crate::party::sample::id;
    use crate::vocab::words::{Department, Level, Side};

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, month, day).unwrap_or_default()
    }

    fn person(name: &str, from: Option<NaiveDate>, until: Option<NaiveDate>) -> Person {
        let person = Person::of(id(name), Department::Sales, Level::Operator);
        person.with_from(from).with_until(until)
    }

    fn refused(ours: &[Person], theirs: &[Person]) -> Option<String> {
        let made = Register::new(ours.iter().copied(), theirs.iter().copied());
        made.err().map(|error| error.to_string())
    }

    #[test]
    fn one_person_has_one_office_a_day() {
        let (march, april) = (day(3, 31), day(4, 1));
        let first = person("li", None, Some(march));
        let second = person("li", Some(april), None);
        let early = person("li", Some(march), None);
        assert_eq!(refused(&[first, second], &[]), None);
        assert_eq!(
            refused(&[second], &[first]),
            None,
            "whoever changes the side too"
        );
        let twice = "`li` has two offices on 2024-03-31, expected one office a day: \
            end the first before the second begins";
        assert_eq!(refused(&[early, first], &[]).as_deref(), Some(twice));
        assert_eq!(refused(&[early], &[first]).as_deref(), Some(twice));
        let always = person("li", None, None);
        let without_a_day = "`li` has two offices, expected one office a day: \
            end the first before the second begins";
        assert_eq!(
            refused(&[always, always], &[]).as_deref(),
            Some(without_a_day)
        );
        let turned = person("li", Some(april), Some(march));
        assert_eq!(
            refused(&[turned], &[]).as_deref(),
            Some(
                "the office of `li` begins on 2024-04-01 and ends on 2024-03-31, expected no earlier end"
            )
        );
    }

    #[test]
    fn a_name_is_resolved_as_of_the_day() {
        let li = person("li", Some(day(2, 1)), Some(day(2, 29)));
        let Ok(register) = Register::new([li], [person("wang", None, None)]) else {
            panic!("register of the test")
        };
        let resolved = |name: &str, on| {
            let found = register.resolve(&id(name), on);
            found
                .map(|(side, _)| side)
                .map_err(|error| error.to_string())
        };
        assert_eq!(resolved("li", day(2, 1)), Ok(Side::Supplier));
        assert_eq!(resolved("li", day(2, 29)), Ok(Side::Supplier));
        assert_eq!(resolved("wang", day(2, 29)), Ok(Side::Customer));
        let outside = "expected a day from 2024-02-01 until 2024-02-29";
        for on in [day(1, 31), day(3, 1)] {
            let message = alloc::format!("`li` does not act on {on}, {outside}");
            assert_eq!(resolved("li", on), Err(message));
        }
        let ghost = "nobody in the register is named `ghost`";
        assert_eq!(resolved("ghost", day(2, 1)), Err(ghost.into()));
        let slip = "nobody in the register is named `wangg`, did you mean `wang`?";
        assert_eq!(resolved("wangg", day(2, 1)), Err(slip.into()));
        let theirs = register.resolve_for(Side::Customer, &li.id, day(2, 1));
        assert_eq!(
            theirs.map_err(|error| error.to_string()),
            Err("`li` acts for the supplier, expected somebody of the customer".into())
        );
    }

    #[test]
    fn a_term_goes_on_through_a_change_of_office() {
        let offices = [
            person("li", None, Some(day(1, 31))),
            person("li", Some(day(2, 1)), Some(day(3, 31))),
            person("li", Some(day(6, 1)), None),
        ];
        let Ok(register) = Register::new(offices, []) else {
            panic!("register of the test")
        };
        let until = |on| {
            let term = register.term(Side::Supplier, &id("li"), on);
            term.map(|term| term.until)
        };
        assert_eq!(until(day(1, 1)), Some(Some(day(3, 31))));
        assert_eq!(until(day(5, 1)), Some(Some(day(3, 31))));
        assert_eq!(until(day(6, 1)), Some(None));
        assert_eq!(register.term(Side::Customer, &id("li"), day(1, 1)), None);
    }
}
