use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::form::{Described, Form, Guest, Shape, Spot, Toured};
use crate::vocab::known::{Graded, Known};

impl<T: Toured> Toured for Known<T> {
    fn tour(&self, spot: &Spot<'_>, guest: &mut dyn Guest) {
        if let Self::Given(given) = self {
            given.tour(spot, guest);
        }
    }
}

impl<T: Described> Described for Known<T> {
    const FORM: &'static Form = &Form::new(T::FORM.in_code(), Shape::Optional(Graded::<T>::FORM));
}

impl<T: Serialize> Serialize for Known<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Unknown => serializer.serialize_none(),
            Self::Given(given) => serializer.serialize_some(given),
        }
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Known<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::<Graded<T>>::deserialize(deserializer)
            .map(|fact| fact.map_or(Self::Unknown, Self::Given))
    }
}
