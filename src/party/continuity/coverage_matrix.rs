use crate::form::record;
use crate::vocab::set::Set;
use crate::vocab::words::{Department, Level, words};

record! {
    /// The departments of one side that are in contact, level by level (层级与部门).
    #[non_exhaustive]
    #[derive(Copy, Default, Hash)]
    pub struct CoverageMatrix {
        /// The departments whose staff is in contact.
        pub operator: Set<Department>,
        /// The departments whose management is in contact.
        pub manager: Set<Department>,
        /// The departments whose top management is in contact.
        pub executive: Set<Department>,
    }
}

impl CoverageMatrix {
    /// Returns the departments in contact at one level.
    #[must_use]
    pub const fn at(&self, level: Level) -> Set<Department> {
        match level {
            Level::Operator => self.operator,
            Level::Manager => self.manager,
            Level::Executive => self.executive,
        }
    }

    /// Returns the departments in contact at any level.
    #[must_use]
    pub fn departments(&self) -> Set<Department> {
        self.operator | self.manager | self.executive
    }

    /// Returns the number of levels in contact: 0 to 3.
    #[must_use]
    pub fn levels(&self) -> u32 {
        let held = Level::ALL.map(|level| u32::from(!self.at(level).is_empty()));
        held.into_iter().sum()
    }

    pub(crate) fn add(&mut self, level: Level, department: Department) {
        let departments = match level {
            Level::Operator => &mut self.operator,
            Level::Manager => &mut self.manager,
            Level::Executive => &mut self.executive,
        };
        departments.insert(department);
    }
}

words! {
    /// The number of levels of an organization in contact (层级跨度), least first.
    #[derive(Default)]
    pub closed enum LevelSpan {
        /// Any one level; as a demand it asks for nothing.
        #[default]
        One = "one", "one level", "一个层级", "一個層級";
        /// Two of the three levels.
        Two = "two", "two levels", "两个层级", "兩個層級";
        /// Staff, management and top management.
        Three = "three", "three levels", "三个层级", "三個層級";
    }
}

impl LevelSpan {
    /// Returns the number of levels.
    #[must_use]
    pub const fn count(self) -> u32 {
        match self {
            Self::One => 1,
            Self::Two => 2,
            Self::Three => 3,
        }
    }
}
