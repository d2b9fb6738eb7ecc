use core::fmt;

use crate::vocab::set::Set;
use crate::vocab::words::{Department, Locale, Text};

/// A set of departments in one locale.
pub(super) struct Listed(pub(super) Set<Department>, pub(super) Locale);

impl fmt::Display for Listed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str(Text::new("none", "无", "無").in_locale(self.1));
        }
        let separator = Text::new(", ", "、", "、").in_locale(self.1);
        for (place, department) in self.0.iter().enumerate() {
            let between = if place == 0 { "" } else { separator };
            write!(f, "{between}{}", department.text().in_locale(self.1))?;
        }
        Ok(())
    }
}
