use crate::form::record;
use crate::verdict::decision::Severity;
use crate::verdict::finding::{Finding, Findings};
use crate::verdict::recorder::Scribe;
use crate::verdict::rule_id::RuleId;

record! {
    /// The answer of a question about a value (评定): the value, if it is known, with every finding.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::verdict::Assessment;
    /// use keqing::vocab::words::Stage;
    ///
    /// let unknown: Assessment<Stage> = Assessment::new(None, []);
    /// assert_eq!(unknown.value(), None);
    /// ```
    #[must_use]
    #[derive(Hash)]
    pub struct Assessment<T> {
        value: Option<T>,
        findings: Findings,
    }
}

impl<T> Assessment<T> {
    /// Makes an assessment of a value, if there is one, and the findings behind it.
    pub fn new(value: Option<T>, findings: impl IntoIterator<Item = Finding>) -> Self {
        Self {
            value,
            findings: findings.into_iter().collect(),
        }
    }

    /// Makes the assessment of the value that the closure returns and the rules that it records.
    #[inline(always)]
    pub(crate) fn of(rules: impl FnOnce(&mut Scribe<'_>) -> Option<T>) -> Self {
        let mut assessment = Self::empty();
        assessment.record(rules);
        assessment
    }

    /// Makes the assessment of the value that the closure returns and the rules that it records, or
    /// returns the closure's error.
    pub(crate) fn try_of<E>(
        rules: impl FnOnce(&mut Scribe<'_>) -> Result<Option<T>, E>,
    ) -> Result<Self, E> {
        let mut findings = Findings::new();
        let value = rules(&mut Scribe::new(&mut findings))?;
        Ok(Self { value, findings })
    }

    /// Makes an assessment without a recorded rule.
    #[inline(always)]
    pub(crate) fn empty() -> Self {
        Self {
            value: None,
            findings: Findings::new(),
        }
    }

    /// Lets rules write into this assessment: findings are written in place and never moved.
    #[inline(always)]
    pub(crate) fn record(&mut self, rules: impl FnOnce(&mut Scribe<'_>) -> Option<T>) {
        self.value = rules(&mut Scribe::new(&mut self.findings));
    }

    /// Returns the value, or `None` if a needed fact is missing.
    #[must_use]
    pub const fn value(&self) -> Option<&T> {
        self.value.as_ref()
    }

    /// Lends the value out to be changed.
    pub(crate) const fn value_mut(&mut self) -> Option<&mut T> {
        self.value.as_mut()
    }

    /// Returns the value itself.
    #[must_use]
    pub fn into_value(self) -> Option<T> {
        self.value
    }

    /// Returns every finding, in the order in which the rules were recorded.
    #[must_use]
    pub const fn findings(&self) -> &Findings {
        &self.findings
    }

    /// Returns the findings that decided: the gaps if there is no value, else the breaches, else
    /// every finding.
    pub fn determining(&self) -> impl Iterator<Item = &Finding> {
        let has_value = self.value.is_some();
        let has_breach = self.findings.breaches().next().is_some();
        self.findings
            .iter()
            .filter(move |finding| match (has_value, has_breach) {
                (false, _) => finding.is_gap(),
                (true, true) => finding.is_breach(),
                (true, false) => true,
            })
    }

    /// Returns whether a rule is breached.
    #[must_use]
    pub fn breaches(&self, rule: RuleId) -> bool {
        self.findings.breaches().any(|finding| finding.rule == rule)
    }

    /// Replaces the severity of each finding that stays. Without a value the gaps say why, so they stay.
    pub(crate) fn weigh_each(&mut self, severity: impl Fn(&Finding) -> Option<Severity>) {
        let has_value = self.value.is_some();
        self.findings.weigh_each(|finding| {
            let says_why = !has_value && finding.is_gap();
            severity(finding).or(says_why.then_some(Severity::Notice))
        });
    }

    /// Returns the assessment with a function applied to its value; the findings are kept.
    pub fn map<U>(self, function: impl FnOnce(T) -> U) -> Assessment<U> {
        Assessment {
            value: self.value.map(function),
            findings: self.findings,
        }
    }
}

/// Returns the findings of a part that may not be there.
pub(crate) fn findings_of<T>(part: &Option<Assessment<T>>) -> impl Iterator<Item = &Finding> {
    part.iter().flat_map(Assessment::findings)
}
