use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::Serialize;

use crate::form::each_value;
use crate::form::{Described, Form, Tree};
use crate::policy::Policy;
use crate::policy::authorities::unlisted;
use crate::verdict::{Render, Severity};
use crate::vocab::rate::Rate;
use crate::vocab::words::{Locale, Text, words};

words! {
    /// The reason to check a value of a policy (政策提示).
    pub open enum PolicyNoticeKind {
        /// A rate of more than 100 % a year. Often it is a percentage that was meant for a day or a month.
        HighRate = "high-rate", "a rate of more than 100 % a year", "年利率超过100 %", "年利率超過100 %";
        /// A rule that is switched off. It leaves no finding but those with a severity of their own.
        RuleOff = "rule-off", "a rule that is switched off", "已停用的规则", "已停用的規則";
        /// An authority that the house does not have. Nobody could decide a question that is escalated to it.
        UnlistedAuthority = "unlisted-authority", "an authority that the house does not have", "本机构没有的权限级别", "本機構沒有的權限級別";
    }
}

/// A value of a policy that is allowed and should be checked (政策提示).
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct PolicyNotice {
    /// The path of the field, such as `receivable.late-payment`.
    pub path: String,
    /// The value.
    pub value: String,
    /// The reason to check it.
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
    /// Lists the values that are allowed and should be checked, in the order of the fields.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::form::Tree;
    /// use keqing::policy::Policy;
    ///
    /// assert!(Policy::standard().lint().is_empty());
    /// let house: Tree = serde_json::from_str(
    ///     r#"{"receivable": {"late-payment": {"set": {"rate": {"agreed": "900%"}, "compensation": "none", "dispute": "runs", "charges": "none"}}}}"#,
    /// )?;
    /// let notices = Policy::overlaid(&Policy::standard(), &house)?.lint();
    /// let paths: Vec<&str> = notices.iter().map(|notice| notice.path.as_str()).collect();
    /// assert_eq!(paths, ["receivable.late-payment.set.rate.agreed"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn lint(&self) -> Vec<PolicyNotice> {
        let mut notices = Vec::new();
        let tree = Tree::of(self);
        each_value(&tree, Self::FORM, &mut |path, form, value| {
            notices.extend(notice(path, form, value));
        });
        let unlisted = unlisted(&tree, Self::FORM, self.authorities()).into_iter();
        notices.extend(unlisted.map(|(path, authority)| PolicyNotice {
            path,
            value: authority.name().into(),
            kind: PolicyNoticeKind::UnlistedAuthority,
        }));
        notices
    }
}

/// Returns the reason to check one value.
fn notice(path: &str, form: &Form, value: &Tree) -> Option<PolicyNotice> {
    let Tree::Text(text) = value else { return None };
    let is_rule = path.contains(".severities.") && form.in_code() == Severity::FORM.in_code();
    if is_rule && text == "none" {
        return Some(PolicyNotice {
            path: path.into(),
            value: text.clone(),
            kind: PolicyNoticeKind::RuleOff,
        });
    }
    if form.in_code() != Rate::FORM.in_code() {
        return None;
    }
    let rate: Rate = text.parse().ok()?;
    (rate.fraction().abs() > rust_decimal::Decimal::ONE).then(|| PolicyNotice {
        path: path.into(),
        value: text.clone(),
        kind: PolicyNoticeKind::HighRate,
    })
}
