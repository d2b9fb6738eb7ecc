use core::fmt;

use crate::verdict::evidence::{Evidence, Reading};
use crate::verdict::listed::Listed;
use crate::verdict::quantity::{numbers, shares};
use crate::verdict::render::Render;
use crate::vocab::words::Locale;

impl Evidence {
    /// Writes the fact with what was seen of it, and without what is required.
    pub(crate) fn write_observed(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let colon = crate::vocab::words::Text::new(": ", "：", "：").in_locale(locale);
        let mut seen = |observed: &dyn fmt::Display| {
            self.write_fact(locale, f)?;
            write!(f, "{colon}{observed}")
        };
        match self.reading {
            Reading::Count { observed, .. } => seen(&observed),
            Reading::Date { observed, .. } => seen(&observed),
            Reading::Days { observed, .. } => seen(&observed.display(locale)),
            Reading::Money { observed, .. } => seen(&observed),
            Reading::Number {
                observed, required, ..
            } => seen(&numbers(observed, required).0),
            Reading::Share {
                observed, required, ..
            } => seen(&shares(observed, required, locale).0),
            Reading::Departments { observed, .. } => seen(&Listed(observed, locale)),
            Reading::FeatureTier { observed, .. } => seen(&observed.text().in_locale(locale)),
            Reading::Grade { observed, .. } => seen(&observed.text().in_locale(locale)),
            Reading::Stance { observed, .. } => seen(&observed.text().in_locale(locale)),
            Reading::Trust { observed, .. } => seen(&observed.text().in_locale(locale)),
            _ => self.render(locale, f),
        }
    }
}
