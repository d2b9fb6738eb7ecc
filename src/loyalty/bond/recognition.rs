use crate::form::record;
use crate::loyalty::cards::genuine::{GEN_11, GEN_18};
use crate::verdict::{Assessment, Evidence, Fact, Presence, Recorder, Subject};
use crate::vocab::known::{Grade, Known};
use crate::vocab::words::{Side, words};

record! {
    /// The views of both sides on the relationship (双方的认同).
    #[derive(Copy, Default, Hash)]
    #[serde(default)]
    pub closed struct RecognitionFacts {
        /// Our own view of the relationship, present or absent.
        pub supplier: Known<Presence> => with_supplier,
        /// The customer's own view of the relationship; an estimate never suffices.
        pub customer: Known<Presence> => with_customer,
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
/// customer. Our belief alone changes nothing. If the two views differ, there is a gap in perception
/// (GEN-18).
///
/// # Examples
///
/// ```
/// use keqing::loyalty::bond::{Recognition, RecognitionFacts, recognition};
/// use keqing::verdict::Presence;
/// use keqing::vocab::known::Known;
///
/// let facts = RecognitionFacts {
///     supplier: Known::measured(Presence::Present),
///     customer: Known::estimated(Presence::Present),
/// };
/// let found = recognition(&facts);
/// assert_eq!(found.value(), Some(&Recognition::SupplierOnly));
/// assert_eq!(found.findings().gaps().count(), 2);
/// ```
pub fn recognition(facts: &RecognitionFacts) -> Assessment<Recognition> {
    Assessment::of(|r| consult(facts, r))
}

impl RecognitionFacts {
    /// Returns the customer's own word; an estimate is no word of it.
    #[inline(always)]
    pub(crate) fn word(&self) -> Known<Presence> {
        if self.customer.grade() >= Some(Grade::CustomerStated) {
            self.customer
        } else {
            Known::Unknown
        }
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
        let is_own = self.supplier.grade() >= Some(Grade::OWN_WORD);
        match (self.supplier.value(), self.word().value()) {
            (_, Some(Presence::Absent)) | (Some(Presence::Absent), Some(_)) => Some(false),
            (Some(Presence::Present), Some(Presence::Present)) if is_own => Some(true),
            _ => None,
        }
    }
}

#[inline(always)]
pub(crate) fn consult<R: Recorder>(facts: &RecognitionFacts, r: &mut R) -> Option<Recognition> {
    let customer = facts.word();
    let sees = |presence: &Presence| *presence == Presence::Present;
    let (ours, theirs) = (Subject::Side(Side::Supplier), Subject::Side(Side::Customer));
    r.need_own_word(
        &GEN_11,
        Fact::SupplierRecognition,
        facts.supplier,
        ours,
        |presence| sees(&presence),
        |presence| Evidence::present(Fact::SupplierRecognition, sees(&presence)),
    );
    let (severity, fact) = (GEN_11.severity(), Fact::Recognition);
    if let Some(presence) = r.require_own_word(&GEN_11, severity, fact, facts.customer, || theirs) {
        r.require(&GEN_11, sees(&presence), || {
            Evidence::present(fact, sees(&presence)).of(theirs)
        });
    }
    let both = match (facts.supplier.value(), customer.value()) {
        (Some(ours), Some(theirs)) => Some((*ours, *theirs)),
        _ => None,
    };
    // Nobody can see a gap of which one edge is unknown.
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
        (true, true) => Some(Recognition::Mutual),
        (true, false) => Some(Recognition::SupplierOnly),
        (false, true) => Some(Recognition::CustomerOnly),
        (false, false) => customer.is_known().then_some(Recognition::Neither),
    }
}

#[cfg(test)]
mod tests {
    use super::{Known, Presence, Recognition, RecognitionFacts, recognition};
    use crate::verdict::RuleId;

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
            (Known::measured(Absent), Known::Unknown, None, false),
            (Known::Unknown, stated(Present), None, false),
            (Known::Unknown, Known::Unknown, None, false),
        ];
        for (supplier, customer, expected, differs) in table {
            let found = recognition(&RecognitionFacts { supplier, customer });
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
