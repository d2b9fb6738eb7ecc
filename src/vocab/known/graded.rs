use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::form::{Described, Field, Form, Shape, toured};
use crate::vocab::known::nothing;
use crate::vocab::words::words;

words! {
    /// The strength of the evidence for a fact (证据等级), weakest first.
    ///
    /// The order is part of the vocabulary: an operator's estimate weighs less than the customer's
    /// own statement, and that weighs less than a measurement. A rule that needs the customer's own
    /// word names the grades that it accepts.
    pub closed enum Grade {
        /// An estimate: somebody on our side guessed it, or a formula did.
        Estimated = "estimated", "estimated", "估计", "估計";
        /// A statement of the customer.
        CustomerStated = "customer-stated", "customer-stated", "客户自述", "客戶自述";
        /// A measurement: somebody counted or recorded it.
        Measured = "measured", "measured", "实测", "實測";
    }
}

impl Grade {
    /// The lowest grade of a fact that only the customer itself can state.
    pub(crate) const OWN_WORD: Self = Self::CustomerStated;
}

/// A value with the grade of its evidence and the day on which it was learnt (证据与日期). A [`Known`](crate::vocab::known::Known) holds it
/// when the fact is known.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[non_exhaustive]
#[serde(deny_unknown_fields, expecting = "a value with its grade")]
pub struct Graded<T> {
    /// The value; it is `"none"` in JSON when it is known to be nobody or nothing.
    #[serde(
        deserialize_with = "nothing::deserialize",
        serialize_with = "nothing::serialize",
        bound(deserialize = "T: DeserializeOwned", serialize = "T: Serialize")
    )]
    pub value: T,
    /// The grade of its evidence.
    pub grade: Grade,
    /// The day on which it was learnt; without one it is of the day that is asked about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
}

impl<T> Graded<T> {
    /// Makes a value of the day that is asked about.
    #[must_use]
    pub const fn new(value: T, grade: Grade) -> Self {
        Self {
            value,
            grade,
            on: None,
        }
    }

    /// Returns the same evidence for another value.
    pub(super) const fn with<U>(&self, value: U) -> Graded<U> {
        Graded {
            value,
            grade: self.grade,
            on: self.on,
        }
    }
}

toured! { Graded<T> { value: T, grade: Grade, on: Option<NaiveDate> } }

impl<T: Described> Described for Graded<T> {
    const FORM: &'static Form = &Form::new(
        "Graded",
        Shape::Record(
            const {
                &[
                    Field::new("value", &["The value."], const { &T::FORM.never_null() }),
                    Field::new("grade", &["The grade of its evidence."], Grade::FORM),
                    Field::new(
                        "on",
                        &["The day on which it was learnt."],
                        Option::<NaiveDate>::FORM,
                    ),
                ]
            },
        ),
    );
}
