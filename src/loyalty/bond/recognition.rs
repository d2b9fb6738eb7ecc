use chrono::NaiveDate;

use crate::form::record;
use crate::loyalty::cards::genuine::{GEN_11, GEN_18};
use crate::loyalty::day::{Day, lapsed};
use crate::loyalty::policy::LoyaltyPolicy;
use crate::verdict::{Assessment, Evidence, Fact, Presence, Reading, Recorder, Subject};
use crate::vocab::known::{Grade, Known, Lasting, Stated};
use crate::vocab::words::{Side, words};

record! {
    /// The dated statements of both sides on the relationship (双方的认同).
    #[derive(Default, Hash)]
    #[serde(default)]
    pub closed struct RecognitionFacts {
        /// Our own view of the relationship, present or absent.
        pub supplier: Stated<Presence> => with_supplier,
        /// The customer's own view of the relationship; an estimate never suffices.
        pub customer: Stated<Presence> => with_customer,
    }
}

record! {
    /// The views of both sides on the relationship on a day (当日双方所见).
    #[derive(Copy, Default, Hash)]
    #[serde(default)]
    pub closed struct Views {
        /// Our own view of the relationship, present or absent.
        pub supplier: Known<Presence> => with_supplier,
        /// The customer's own view of the relationship; an estimate never suffices.
        pub customer: Known<Presence> => with_customer,
    }
}

/// The first days without a view, where all statements of it have ended.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ended {
    supplier: Option<NaiveDate>,
    customer: Option<NaiveDate>,
}

impl RecognitionFacts {
    /// Returns the views that hold on a day.
    ///
    /// Of several statements the strictest counts: one that sees no relationship. A guess of that leaves
    /// the view of the customer unknown.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::loyalty::bond::RecognitionFacts;
    /// use keqing::verdict::Presence;
    /// use keqing::vocab::known::{Grade, Known, Lasting, Stated, Statement};
    /// use keqing::vocab::time::Days;
    ///
    /// let day = |year| chrono::NaiveDate::from_ymd_opt(year, 3, 1).ok_or("no such date");
    /// let said = Statement::new(Presence::Present, Grade::CustomerStated).with_on(day(2023)?);
    /// let facts = RecognitionFacts::default().with_customer(said);
    /// let year = Lasting::State(Some(Days::new(365)));
    /// assert!(facts.on(day(2023)?, year).customer.is_known());
    /// assert_eq!(facts.on(day(2025)?, year).customer, Known::Unknown, "its word has expired");
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn on(&self, as_of: NaiveDate, lasting: Lasting) -> Views {
        self.read(Day { as_of, lasting })
    }

    #[inline(always)]
    pub(crate) fn read(&self, day: Day) -> Views {
        Views {
            supplier: day.gate(&self.supplier, |view| view.is_present()),
            customer: day.gate(&self.customer, |view| view.is_present()),
        }
    }

    #[inline(always)]
    pub(crate) fn ended(&self, day: Day) -> Ended {
        Ended {
            supplier: day.ended(&self.supplier),
            customer: day.ended(&self.customer),
        }
    }
}

impl From<Views> for RecognitionFacts {
    fn from(views: Views) -> Self {
        Self {
            supplier: views.supplier.into(),
            customer: views.customer.into(),
        }
    }
}

words! {
    /// The sides that see a relationship (认同), GEN-11.
    pub closed enum Recognition {
        /// Both sides see a relationship.
        Mutual = "mutual", "both sides see a relationship", "双方互认", "雙方互認";
        /// Only we see a relationship, as far as it is known.
        SupplierOnly = "supplier-only", "only we see a relationship", "仅我方认同", "僅我方認同";
        /// Only the customer sees a relationship.
        CustomerOnly = "customer-only", "only the customer sees a relationship", "仅客户认同", "僅客戶認同";
        /// Neither side sees a relationship.
        Neither = "neither", "nobody sees a relationship", "双方均未认同", "雙方均未認同";
    }
}

/// Assesses which sides see a relationship, and whether they see the same one.
///
/// It takes both (GEN-11). A customer that nobody asked has recognised nothing. Then at best we
/// alone see a relationship, and the answer names the gap. An estimate of ours is no view of the
/// customer. A guess that we see what the customer sees leaves the answer open. Our belief alone
/// changes nothing. If the two views differ and none is a guess, there is a gap in perception
/// (GEN-18). A view counts for as long as the policy lets a word count. One that has expired is missing,
/// and the finding has the day.
///
/// # Examples
///
/// ```
/// use keqing::loyalty::LoyaltyPolicy;
/// use keqing::loyalty::bond::{Recognition, RecognitionFacts, recognition};
/// use keqing::verdict::Presence;
/// use keqing::vocab::known::Stated;
///
/// let facts = RecognitionFacts {
///     supplier: Stated::measured(Presence::Present),
///     customer: Stated::estimated(Presence::Present),
/// };
/// let today = chrono::NaiveDate::from_ymd_opt(2024, 6, 30).ok_or("no such date")?;
/// let found = recognition(&LoyaltyPolicy::standard(), &facts, today);
/// assert_eq!(found.value(), Some(&Recognition::SupplierOnly));
/// assert_eq!(found.findings().gaps().count(), 2);
/// # Ok::<(), &str>(())
/// ```
pub fn recognition(
    policy: &LoyaltyPolicy,
    facts: &RecognitionFacts,
    as_of: NaiveDate,
) -> Assessment<Recognition> {
    let day = Day::of(policy, as_of);
    let (views, ended) = (facts.read(day), facts.ended(day));
    Assessment::of(|r| consult(&views, ended, r))
}

impl Views {
    /// Returns the customer's own word; an estimate is no word of it.
    #[inline(always)]
    pub(crate) fn word(&self) -> Known<Presence> {
        if self.customer.grade() >= Some(Grade::CustomerStated) {
            self.customer
        } else {
            Known::Unknown
        }
    }

    /// Returns our own view; a guess of it is none.
    #[inline(always)]
    fn own(&self) -> Option<Presence> {
        let is_own = self.supplier.grade() >= Some(Grade::OWN_WORD);
        self.supplier.value().copied().filter(|_| is_own)
    }

    /// Returns the view that is missing: the customer's own, or else ours.
    pub(crate) fn open(&self) -> Fact {
        if self.word().is_known() {
            Fact::SupplierRecognition
        } else {
            Fact::Recognition
        }
    }

    /// Returns whether both sides see a relationship. The customer's own word is needed: our belief
    /// alone changes nothing (GEN-18). A guess that we see one does not suffice.
    #[inline(always)]
    pub(crate) fn is_mutual(&self) -> Option<bool> {
        match (self.supplier.value(), self.word().value()) {
            (_, Some(Presence::Absent)) | (Some(Presence::Absent), Some(_)) => Some(false),
            (_, Some(Presence::Present)) => self.own().map(Presence::is_present),
            _ => None,
        }
    }
}

#[inline(always)]
pub(crate) fn consult<R: Recorder>(facts: &Views, ended: Ended, r: &mut R) -> Option<Recognition> {
    let customer = facts.word();
    let sees = |presence: &Presence| *presence == Presence::Present;
    let (ours, theirs) = (Subject::Side(Side::Supplier), Subject::Side(Side::Customer));
    let fact = Fact::SupplierRecognition;
    if !lapsed(&GEN_11, (fact, ours), &facts.supplier, ended.supplier, r) {
        r.open(
            &GEN_11,
            (fact, ours),
            facts.supplier,
            |presence| sees(&presence),
            |presence| Reading::present(sees(&presence)),
        );
    }
    let (severity, fact) = (GEN_11.severity(), Fact::Recognition);
    if !lapsed(&GEN_11, (fact, theirs), &facts.customer, ended.customer, r) {
        let word = r.require_grade_at(&GEN_11, severity, (fact, theirs), facts.customer);
        if let Some(presence) = word {
            r.require(&GEN_11, sees(&presence), || {
                Evidence::present(fact, sees(&presence)).of(theirs)
            });
        }
    }
    let both = match (facts.own(), customer.value()) {
        (Some(ours), Some(theirs)) => Some((ours, *theirs)),
        _ => None,
    };
    // Nobody can see a gap of which one edge is unknown or guessed.
    match both {
        Some((ours, theirs)) => r.require(&GEN_18, ours == theirs, || {
            Evidence::present(Fact::RelationshipBelief, ours == theirs)
        }),
        None => r.miss(&GEN_18, Fact::RelationshipBelief),
    }
    match (
        facts.supplier.value().map(sees)?,
        customer.value().is_some_and(sees),
    ) {
        (true, true) => facts.own().map(|_| Recognition::Mutual),
        (true, false) => Some(Recognition::SupplierOnly),
        (false, true) => Some(Recognition::CustomerOnly),
        (false, false) => customer.is_known().then_some(Recognition::Neither),
    }
}

#[cfg(test)]
mod tests {
    use super::{Known, Presence, Recognition, RecognitionFacts, Views, recognition};
    use crate::loyalty::policy::LoyaltyPolicy;
    use crate::verdict::{Assessment, Reading, RuleId};
    use crate::vocab::known::Grade::{self, CustomerStated, Estimated, Measured};
    use crate::vocab::known::{Stated, Statement};

    fn june(year: i32) -> chrono::NaiveDate {
        chrono::NaiveDate::from_ymd_opt(year, 6, 1).unwrap_or_default()
    }

    fn ask(facts: &RecognitionFacts) -> Assessment<Recognition> {
        recognition(&LoyaltyPolicy::standard(), facts, june(2024))
    }

    fn said(view: Presence, grade: Grade, year: i32) -> Statement<Presence> {
        Statement::new(view, grade).with_on(june(year))
    }

    #[test]
    fn a_view_that_has_expired_is_missing_since_a_day_and_the_strictest_word_counts() {
        use Presence::{Absent, Present};
        type Row = (&'static [(Presence, Grade, i32)], Option<Recognition>);
        let table: [Row; 6] = [
            (
                &[(Present, CustomerStated, 2024)],
                Some(Recognition::Mutual),
            ),
            // A year, and 2024 has a day more.
            (
                &[(Present, CustomerStated, 2023)],
                Some(Recognition::SupplierOnly),
            ),
            (
                &[(Present, CustomerStated, 2025)],
                Some(Recognition::SupplierOnly),
            ),
            (
                &[(Present, Measured, 2024), (Absent, CustomerStated, 2024)],
                Some(Recognition::SupplierOnly),
            ),
            (
                &[(Present, CustomerStated, 2024), (Absent, Estimated, 2024)],
                Some(Recognition::SupplierOnly),
            ),
            (
                &[(Present, CustomerStated, 2024), (Absent, Measured, 2022)],
                Some(Recognition::Mutual),
            ),
        ];
        for (words, expected) in table {
            let words = words
                .iter()
                .map(|(view, grade, year)| said(*view, *grade, *year));
            let facts = RecognitionFacts::default()
                .with_supplier(Stated::measured(Present))
                .with_customer(Stated::several(words));
            assert_eq!(ask(&facts).value().copied(), expected, "{facts:?}");
        }
        let old = said(Present, CustomerStated, 2023);
        let found = ask(&RecognitionFacts::default().with_customer(old));
        let since = found
            .findings()
            .iter()
            .find_map(|one| match one.evidence.reading {
                Reading::Expired { since } => Some(since),
                _ => None,
            });
        assert_eq!(since, Some(june(2024)));
    }

    #[test]
    fn both_sides_have_to_see_it() {
        use Presence::{Absent, Present};
        use Recognition::{CustomerOnly, Mutual, Neither, SupplierOnly};
        let stated = Known::customer_stated;
        let table = [
            (
                Known::measured(Present),
                stated(Present),
                Some(Mutual),
                false,
            ),
            (
                Known::measured(Present),
                stated(Absent),
                Some(SupplierOnly),
                true,
            ),
            (
                Known::measured(Absent),
                stated(Present),
                Some(CustomerOnly),
                true,
            ),
            (
                Known::measured(Absent),
                stated(Absent),
                Some(Neither),
                false,
            ),
            (
                Known::measured(Present),
                Known::Unknown,
                Some(SupplierOnly),
                false,
            ),
            (
                Known::measured(Present),
                Known::estimated(Present),
                Some(SupplierOnly),
                false,
            ),
            (Known::estimated(Present), stated(Present), None, false),
            (Known::measured(Absent), Known::Unknown, None, false),
            (Known::Unknown, stated(Present), None, false),
            (Known::Unknown, Known::Unknown, None, false),
        ];
        for (supplier, customer, expected, differs) in table {
            let found = ask(&Views { supplier, customer }.into());
            assert_eq!(
                found.value().copied(),
                expected,
                "{supplier:?} {customer:?}"
            );
            assert_eq!(
                found.breaches(RuleId::known("GEN", 18)),
                differs,
                "{supplier:?} {customer:?}"
            );
        }
    }
}
