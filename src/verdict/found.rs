use alloc::vec::Vec;
use core::fmt;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::form::choice;
use crate::verdict::fact::Fact;
use crate::verdict::item_word::{self, all};
use crate::verdict::listed::Listed;
use crate::verdict::presence::Presence;
use crate::verdict::quantity::{brief, days};
use crate::vocab::known::Grade;
use crate::vocab::money::Money;
use crate::vocab::name::ItemId;
use crate::vocab::set::Set;
use crate::vocab::share::Share;
use crate::vocab::time::Days;
use crate::vocab::words::{Department, Locale, Stage, TrustLevel, Word};

choice! {
    /// A value that a rule found, without a requirement (所见值).
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::verdict::{Evidence, Fact, Render};
    /// use keqing::vocab::words::{Locale, Stage};
    ///
    /// let evidence = Evidence::found(Fact::Stage, Stage::Stable);
    /// assert_eq!(evidence.display(Locale::En).to_string(), "stage Stable cooperation");
    /// ```
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub enum Found {
        /// A number of things.
        Count(u32),
        /// A calendar date.
        Date(NaiveDate),
        /// A number of days.
        Days(Days),
        /// A set of departments or functions.
        Departments(Set<Department>),
        /// The grade of the evidence for a fact.
        Grade(Grade),
        /// An amount of money.
        Money(Money),
        /// A plain number, such as a score.
        Number {
            /// The number that was computed.
            #[serde(with = "crate::vocab::exact")]
            value: Decimal,
        },
        /// A thing that is there or is not.
        Presence(Presence),
        /// A share of a whole.
        Share(Share),
        /// A stage of the relationship.
        Stage(Stage),
        /// A level of trust.
        Trust(TrustLevel),
        /// A word of the list that belongs to the fact, such as `misaligned`.
        Word(ItemId),
    }
}

impl Found {
    /// Makes the value of a member of a list of the vocabulary.
    pub(crate) fn word(word: impl Word) -> Self {
        // The words are short, so there is such an id.
        ItemId::of_word(word.name()).map_or(Self::Presence(Presence::Present), Self::Word)
    }

    /// Returns the name of the value for programs, or `None` for a quantity.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::verdict::Found;
    /// use keqing::vocab::words::Stage;
    ///
    /// assert_eq!(Found::from(Stage::Stable).name(), Some("stable"));
    /// assert_eq!(Found::from(3_u32).name(), None);
    /// ```
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Grade(grade) => Some(grade.name()),
            Self::Presence(presence) => Some(presence.name()),
            Self::Stage(stage) => Some(stage.name()),
            Self::Trust(level) => Some(level.name()),
            Self::Word(id) => Some(id.as_str()),
            _ => None,
        }
    }

    /// Returns the names of all values that a finding about the fact can have in place of this one; a
    /// quantity has none.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::verdict::{Fact, Found};
    /// use keqing::vocab::words::Stage;
    ///
    /// let stages = Found::from(Stage::Stable).variants(Fact::Stage);
    /// assert_eq!(stages, ["development", "initial", "stable", "strategic"]);
    /// ```
    #[must_use]
    pub fn variants(&self, fact: Fact) -> Vec<&'static str> {
        match self {
            Self::Grade(_) => all::<Grade>(),
            Self::Presence(_) => all::<Presence>(),
            Self::Stage(_) => all::<Stage>(),
            Self::Trust(_) => all::<TrustLevel>(),
            Self::Word(_) => item_word::names(fact),
            _ => Vec::new(),
        }
    }

    /// Writes the value; a word has the text of its list.
    pub(super) fn write_of(
        self,
        fact: Fact,
        locale: Locale,
        f: &mut fmt::Formatter<'_>,
    ) -> fmt::Result {
        match self {
            Self::Word(id) => match item_word::text(fact, id.as_str()) {
                Some(text) => f.write_str(text.in_locale(locale)),
                None => write!(f, "{id}"),
            },
            Self::Count(count) => write!(f, "{count}"),
            Self::Date(date) => write!(f, "{date}"),
            Self::Days(count) => days(count.count().into(), locale, f),
            Self::Departments(set) => write!(f, "{}", Listed(set, locale)),
            Self::Grade(found) => f.write_str(found.text().in_locale(locale)),
            Self::Money(money) => write!(f, "{money}"),
            Self::Number { value } => write!(f, "{}", brief(value)),
            Self::Presence(presence) => f.write_str(presence.text().in_locale(locale)),
            Self::Share(share) => write!(f, "{share}"),
            Self::Stage(stage) => f.write_str(stage.text().in_locale(locale)),
            Self::Trust(level) => f.write_str(level.text().in_locale(locale)),
        }
    }
}

/// Makes a value from each type that has a variant of its own.
macro_rules! found_from {
    ($($type:ty => $variant:ident,)*) => {
        $(
            impl From<$type> for Found {
                fn from(value: $type) -> Self {
                    Self::$variant(value)
                }
            }
        )*
    };
}

found_from! {
    u32 => Count,
    NaiveDate => Date,
    Days => Days,
    Set<Department> => Departments,
    Grade => Grade,
    Money => Money,
    Presence => Presence,
    Share => Share,
    Stage => Stage,
    TrustLevel => Trust,
}

impl From<Decimal> for Found {
    fn from(value: Decimal) -> Self {
        Self::Number { value }
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use chrono::NaiveDate;
    use rust_decimal::Decimal;

    use super::Found;
    use crate::verdict::evidence::Evidence;
    use crate::verdict::fact::Fact;
    use crate::verdict::presence::Presence;
    use crate::verdict::render::Render;
    use crate::vocab::known::Grade;
    use crate::vocab::share::Share;
    use crate::vocab::time::Days;
    use crate::vocab::words::{Locale, NeedLevel, Stage};

    #[track_caller]
    fn reads(fact: Fact, found: impl Into<Found>, en: &str, zh: &str) {
        let evidence = Evidence::found(fact, found);
        let told = [Locale::En, Locale::ZhHans].map(|locale| evidence.display(locale).to_string());
        assert_eq!(told, [en, zh]);
    }

    #[test]
    fn every_value_is_written_in_the_locale() {
        let date = NaiveDate::from_ymd_opt(2024, 5, 1).unwrap_or_default();
        reads(
            Fact::Referrals,
            Found::from(3_u32),
            "referrals 3",
            "推荐的新客户 3",
        );
        reads(
            Fact::Cause,
            Found::from(date),
            "cause 2024-05-01",
            "原因 2024-05-01",
        );
        reads(
            Fact::Stage,
            Found::from(Stage::Initial),
            "stage Initial cooperation",
            "阶段 初期合作",
        );
        reads(
            Fact::Share,
            Found::from(Grade::Measured),
            "share of wallet measured",
            "采购份额 实测",
        );
        reads(
            Fact::Deputy,
            Found::from(Presence::Absent),
            "named deputy absent",
            "指定副手 无",
        );
        reads(
            Fact::RepairWindow,
            Found::from(Days::new(1)),
            "window for repair 1 day",
            "修补窗口 1 天",
        );
        reads(
            Fact::Expectation,
            Found::from(Decimal::new(25, 1)),
            "expectation 2.5",
            "客户期望 2.5",
        );
        reads(
            Fact::Retention,
            Found::from(Share::ALL),
            "retention 100.0 %",
            "客户保持度 100.0 %",
        );
        reads(
            Fact::NeedLevel,
            Found::word(NeedLevel::GoodFeelings),
            "needs of this level good feelings",
            "该层次需求 良好感受",
        );
    }
}
