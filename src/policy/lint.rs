use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::Serialize;

use crate::form::{Described, Form, Shape, Tree};
use crate::policy::Policy;
use crate::verdict::Render;
use crate::vocab::rate::Rate;
use crate::vocab::words::{Locale, Text, words};

words! {
    /// Why a value of a policy is worth a second look (政策提示).
    pub open enum PolicyNoticeKind {
        /// A rate of more than 100 % a year: often a percentage that was meant for a day or a month.
        HighRate = "high-rate", "a rate of more than 100 % a year", "年利率超过100 %", "年利率超過100 %";
    }
}

/// A value of a policy that is allowed and worth a second look (政策提示).
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct PolicyNotice {
    /// The path of the field, such as `receivable.late-payment`.
    pub path: String,
    /// The value.
    pub value: String,
    /// Why it is worth a second look.
    pub kind: PolicyNoticeKind,
}

impl Render for PolicyNotice {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let colon = Text::new(": ", "：", "：").in_locale(locale);
        let (path, value) = (&self.path, &self.value);
        write!(
            f,
            "{path} {value}{colon}{}",
            self.kind.text().in_locale(locale)
        )
    }
}

impl Policy {
    /// Lists the values that are allowed and worth a second look, in the order of the fields.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::form::Tree;
    /// use keqing::policy::Policy;
    ///
    /// assert!(Policy::standard().lint().is_empty());
    /// let house: Tree = serde_json::from_str(
    ///     r#"{"receivable": {"late-payment": {"set": {"rate": {"agreed": "900%"}, "compensation": "none", "dispute": "runs"}}}}"#,
    /// )?;
    /// let notices = Policy::overlaid(&Policy::standard(), &house)?.lint();
    /// let paths: Vec<&str> = notices.iter().map(|notice| notice.path.as_str()).collect();
    /// assert_eq!(paths, ["receivable.late-payment.set.rate.agreed"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn lint(&self) -> Vec<PolicyNotice> {
        let mut notices = Vec::new();
        look(&Tree::of(self), Self::FORM, "", &mut notices);
        notices
    }
}

/// Looks at every value of a policy by the form that it has.
fn look(tree: &Tree, form: &Form, path: &str, notices: &mut Vec<PolicyNotice>) {
    let below = |name: &str| {
        if path.is_empty() {
            String::from(name)
        } else {
            format!("{path}.{name}")
        }
    };
    match (form.shape(), tree) {
        (Shape::Optional(form) | Shape::OrNone(form), _) => look(tree, form, path, notices),
        (Shape::Record(fields), Tree::Fields(_)) => {
            for field in *fields {
                if let Some(value) = tree.field(field.name()) {
                    look(value, field.form(), &below(field.name()), notices);
                }
            }
        }
        (Shape::Choice(variants), Tree::Fields(_)) => {
            for variant in *variants {
                if let (Some(form), Some(value)) = (variant.form(), tree.field(variant.name())) {
                    look(value, form, &below(variant.name()), notices);
                }
            }
        }
        (Shape::List { of, .. }, Tree::List(members)) => {
            for (place, member) in members.iter().enumerate() {
                look(member, of, &format!("{path}[{place}]"), notices);
            }
        }
        (Shape::Text(_), Tree::Text(text)) if form.in_code() == Rate::FORM.in_code() => {
            let rate: Option<Rate> = text.parse().ok();
            if rate.is_some_and(|rate| rate.fraction().abs() > rust_decimal::Decimal::ONE) {
                notices.push(PolicyNotice {
                    path: path.into(),
                    value: text.clone(),
                    kind: PolicyNoticeKind::HighRate,
                });
            }
        }
        _ => {}
    }
}
