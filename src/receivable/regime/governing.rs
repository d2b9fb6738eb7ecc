use alloc::borrow::Cow;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::record;
use crate::receivable::regime::applies_by::{AppliesBy, CreditorKind};
use crate::receivable::regime::error::RegimeError;
use crate::receivable::regime::governing_words::{GoverningDecision, GoverningGround};
use crate::receivable::regime::jurisdiction::Jurisdiction;
use crate::receivable::regime::note::Note;
use crate::receivable::regime::statute::Regime;
use crate::receivable::regime::statutes::REGIMES;
use crate::receivable::regime::statutory_term::DebtorKind;
use crate::vocab::source::Sourced;

record! {
    /// The facts of a debt by which a statute governs it or not (债务适用事实).
    ///
    /// # Examples
    ///
    /// See [`governing`].
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct GovernedDebt {
        /// The jurisdiction whose law governs the contract.
        pub jurisdiction: Jurisdiction,
        /// The kind of the debtor.
        pub debtor: DebtorKind,
        /// The kind of the creditor, if it is known.
        pub creditor: Option<CreditorKind> => with_creditor,
        /// The day on which the contract was made, if it is known.
        pub contract: Option<NaiveDate> => with_contract,
        /// The day on which the order was placed, if it is known.
        pub order: Option<NaiveDate> => with_order,
        /// The first day on which payment is late, if it is known.
        pub overdue: Option<NaiveDate> => with_overdue,
    }
}

impl GovernedDebt {
    /// Makes the facts of a debt of which only the jurisdiction and the debtor are known.
    #[must_use]
    pub const fn new(jurisdiction: Jurisdiction, debtor: DebtorKind) -> Self {
        Self {
            jurisdiction,
            debtor,
            creditor: None,
            contract: None,
            order: None,
            overdue: None,
        }
    }

    /// Returns the day by which a statute applies, if it is known.
    #[must_use]
    pub const fn day(&self, by: AppliesBy) -> Option<NaiveDate> {
        match by {
            AppliesBy::Contract => self.contract,
            AppliesBy::Order => self.order,
            AppliesBy::OverdueDay => self.overdue,
        }
    }
}

record! {
    /// The answer to the question which regime governs a debt (适用制度).
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct Governing {
        /// The state of the question.
        pub decision: GoverningDecision,
        /// The regime that governs the debt; `None` unless one does.
        pub regime: Option<Regime>,
        /// Every regime of the jurisdiction, with the reason for which it governs the debt or does not.
        pub considered: Vec<ConsideredRegime>,
    }
}

record! {
    /// A regime that may govern a debt, and the reason for which it does or does not (适用理由).
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct ConsideredRegime {
        /// The jurisdiction of the statute.
        pub jurisdiction: Jurisdiction,
        /// The title of the statute.
        pub title: Cow<'static, str>,
        /// The day of a debt by which it applies.
        pub applies_by: AppliesBy,
        /// That day of this debt; `None` if it is unknown.
        pub day: Option<NaiveDate>,
        /// The reason.
        pub ground: GoverningGround,
    }
}

/// Returns which of the known regimes governs a debt, with the reason of each (适用制度).
///
/// Nothing is guessed: an unknown date or creditor on which the answer depends leaves it undecided. A state of
/// the European Union without a regime here gets the Directive as a reason, which does not govern debts.
///
/// # Examples
///
/// An order of 2025 that falls overdue in 2026 stays under the older act of Japan.
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::receivable::regime::{
///     CreditorKind, DebtorKind, GovernedDebt, GoverningDecision, Jurisdiction, governing,
/// };
///
/// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
/// let debt = GovernedDebt::new(Jurisdiction::JAPAN, DebtorKind::Business)
///     .with_creditor(CreditorKind::Subcontractor)
///     .with_overdue(date(2026, 2, 10)?);
/// assert_eq!(governing(&debt).decision, GoverningDecision::Undecided);
///
/// let found = governing(&debt.with_order(date(2025, 12, 1)?));
/// let title = found.regime.as_ref().map(|regime| regime.title());
/// assert_eq!(title, Some("下請代金支払遅延等防止法 (下請法)"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn governing(debt: &GovernedDebt) -> Governing {
    governing_among(&REGIMES, debt)
}

/// Returns which of these regimes governs a debt, with the reason of each.
///
/// The caller replaces a regime of this library, or adds one, by giving its own list.
///
/// # Examples
///
/// ```
/// use keqing::receivable::regime::{
///     DebtorKind, GovernedDebt, GoverningDecision, Jurisdiction, governing_among,
/// };
///
/// let debt = GovernedDebt::new(Jurisdiction::GERMANY, DebtorKind::Business);
/// assert_eq!(governing_among(&[], &debt).decision, GoverningDecision::Ungoverned);
/// ```
#[must_use]
pub fn governing_among(known: &[Regime], debt: &GovernedDebt) -> Governing {
    let own = |regime: &&Regime| regime.jurisdiction() == debt.jurisdiction;
    let has_own = known.iter().any(|regime| own(&regime));
    let is_considered = |regime: &&Regime| {
        own(regime) || (!has_own && regime.is_directive() && debt.jurisdiction.is_of_the_union())
    };
    let considered = known.iter().filter(is_considered);
    let mut governs = considered
        .clone()
        .filter(|regime| regime.ground(debt) == GoverningGround::Governs);
    let (first, second) = (governs.next(), governs.next());
    let grounds: Vec<_> = considered.map(|regime| regime.considered(debt)).collect();
    let is_open = grounds.iter().any(|one| {
        matches!(
            one.ground,
            GoverningGround::CreditorUnknown | GoverningGround::DateUnknown
        )
    });
    let regime = first.filter(|_| second.is_none() && !is_open).cloned();
    let decision = match (&regime, first) {
        (Some(_), _) => GoverningDecision::Governed,
        (None, None) if !is_open => GoverningDecision::Ungoverned,
        _ => GoverningDecision::Undecided,
    };
    Governing {
        decision,
        regime,
        considered: grounds,
    }
}

impl Regime {
    /// Returns whether the regime governs a debt, as a reason.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::regime::{DebtorKind, GovernedDebt, GoverningGround, Jurisdiction, regimes};
    ///
    /// let british = GovernedDebt::new(Jurisdiction::UNITED_KINGDOM, DebtorKind::Business);
    /// let act = regimes().iter().find(|regime| regime.jurisdiction() == british.jurisdiction);
    /// assert_eq!(act.ok_or("no act")?.ground(&british), GoverningGround::DateUnknown);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn ground(&self, debt: &GovernedDebt) -> GoverningGround {
        let is_other = self.jurisdiction != debt.jurisdiction;
        if self.is_directive() && (!is_other || debt.jurisdiction.is_of_the_union()) {
            return GoverningGround::NoDirectEffect;
        }
        if is_other {
            return GoverningGround::OtherJurisdiction;
        }
        if !self.debtors.contains(debt.debtor) {
            return GoverningGround::OtherDebtor;
        }
        let from = *self.in_force_from.value();
        let until = self.in_force_until.as_ref().map(|last| *last.value());
        let day = debt.day(*self.applies_by.value());
        match (day, self.creditors, debt.creditor) {
            (Some(day), ..) if day < from => GoverningGround::NotYetInForce,
            (Some(day), ..) if until.is_some_and(|until| until < day) => {
                GoverningGround::NoLongerInForce
            }
            (_, Some(kinds), Some(kind)) if !kinds.contains(kind) => {
                GoverningGround::CreditorNotCovered
            }
            (None, ..) => GoverningGround::DateUnknown,
            (_, Some(_), None) => GoverningGround::CreditorUnknown,
            _ => GoverningGround::Governs,
        }
    }

    /// Checks that the regime governs a debt.
    ///
    /// # Errors
    ///
    /// [`RegimeError::NotInForce`] is returned when the day of the debt by which the regime applies is before
    /// its first or after its last. [`RegimeError::NotGoverning`] is returned when it does not govern the debt
    /// for another reason, or an unknown fact leaves that open.
    pub fn check_governs(&self, debt: &GovernedDebt) -> Result<(), RegimeError> {
        let jurisdiction = self.jurisdiction;
        let day = debt.day(*self.applies_by.value());
        match (self.ground(debt), day) {
            (GoverningGround::Governs, _) => Ok(()),
            (GoverningGround::NotYetInForce | GoverningGround::NoLongerInForce, Some(day)) => {
                Err(RegimeError::NotInForce {
                    jurisdiction,
                    day,
                    from: *self.in_force_from.value(),
                    until: self.in_force_until.as_ref().map(|last| *last.value()),
                })
            }
            (ground, _) => Err(RegimeError::NotGoverning {
                jurisdiction,
                ground,
            }),
        }
    }

    fn considered(&self, debt: &GovernedDebt) -> ConsideredRegime {
        let applies_by = *self.applies_by.value();
        ConsideredRegime {
            jurisdiction: self.jurisdiction,
            title: self.title.clone(),
            applies_by,
            day: debt.day(applies_by),
            ground: self.ground(debt),
        }
    }

    /// Returns whether the regime is a directive, which governs no debt by itself.
    fn is_directive(&self) -> bool {
        let mut notes = self.notes.iter().map(Sourced::value);
        notes.any(|note| *note == Note::DirectiveHasNoDirectEffect)
    }
}
