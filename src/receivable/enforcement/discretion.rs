use chrono::NaiveDate;

use crate::form::{choice, record};
use crate::receivable::cards::REC_05;
use crate::verdict::{
    Assessment, Authority, Bound, Evidence, Fact, Outcome, Recorder, RuleId, Severity, Subject,
};
use crate::vocab::name::DocumentId;
use crate::vocab::share::Share;

record! {
    /// The room for collection decisions that no rule determines (裁量政策), REC-05.
    ///
    /// In the [`standard`](Self::standard) there is none: every decision follows a rule, or a
    /// waiver within its authority.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::enforcement::DiscretionPolicy;
    /// use keqing::vocab::share::Share;
    ///
    /// assert_eq!(DiscretionPolicy::standard().most_ad_hoc(), Share::NONE);
    /// ```
    #[derive(Copy, Hash)]
    pub struct DiscretionPolicy {
        /// The largest share of the collection decisions that no rule determines.
        most_ad_hoc: Share => "REC-05",
    }
}

impl DiscretionPolicy {
    /// Returns the policy that the rulebook settled on.
    #[must_use]
    pub const fn standard() -> Self {
        Self {
            most_ad_hoc: Share::NONE,
        }
    }

    /// Sets the largest share of decisions that no rule determines.
    #[must_use]
    pub const fn with_most_ad_hoc(self, share: Share) -> Self {
        Self { most_ad_hoc: share }
    }

    /// Returns the largest share of decisions that no rule determines.
    #[must_use]
    pub const fn most_ad_hoc(&self) -> Share {
        self.most_ad_hoc
    }
}

record! {
    /// One decision about collecting a debt (催收决定).
    #[derive(Copy, Hash)]
    pub closed struct CollectionDecision {
        /// The document that the decision is about.
        pub document: DocumentId,
        /// The day of the decision.
        pub on: NaiveDate,
        /// The basis of the decision.
        pub basis: DecisionBasis,
    }
}

choice! {
    /// The basis of a decision (决定依据).
    #[derive(Copy, Hash, Ord, PartialOrd)]
    pub closed enum DecisionBasis {
        /// A rule determined the decision.
        Rule(RuleId),
        /// A waiver within this authority determined the decision.
        Waiver(Authority),
        /// Neither a rule nor a waiver determined the decision.
        AdHoc,
    }
}

record! {
    /// The share of collection decisions that no rule determined (裁量评定).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct Discretion {
        /// The number of decisions.
        pub decisions: u32,
        /// The number of decisions that no rule determined.
        pub ad_hoc: u32,
        /// The part of the decisions that no rule determined.
        pub ratio: Share,
    }
}

/// Assesses the share of collection decisions that no rule determined
/// ([`REC_05`](crate::receivable::cards::REC_05)).
///
/// Each decision without a rule is shown with its document. The value is `None` if there are no
/// decisions.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::receivable::enforcement::{
///     CollectionDecision, DecisionBasis, DiscretionPolicy, discretion,
/// };
/// use keqing::vocab::share::Share;
///
/// let on = NaiveDate::from_ymd_opt(2024, 3, 1).ok_or("no such date")?;
/// let decision = |basis| Ok::<_, keqing::vocab::name::NameError>(CollectionDecision { document: "17".parse()?, on, basis });
/// let decisions = [decision(DecisionBasis::Rule("REC-06".parse()?))?, decision(DecisionBasis::AdHoc)?];
/// let answer = discretion(&DiscretionPolicy::standard(), &decisions);
/// assert_eq!(answer.value().map(|found| found.ratio), Some(Share::percent(50)?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn discretion(
    policy: &DiscretionPolicy,
    decisions: &[CollectionDecision],
) -> Assessment<Discretion> {
    Assessment::of(|r| consult(policy, decisions, r))
}

/// REC-05: few decisions rest on no rule and no waiver; each of them is noted.
fn consult<R: Recorder>(
    policy: &DiscretionPolicy,
    decisions: &[CollectionDecision],
    r: &mut R,
) -> Option<Discretion> {
    let mut ad_hoc = 0_u32;
    for decision in decisions {
        if decision.basis == DecisionBasis::AdHoc {
            ad_hoc = ad_hoc.saturating_add(1);
            r.record(&REC_05, Severity::Notice, Outcome::Breached, || {
                Evidence::present(Fact::DecisionBasis, false).of(Subject::Document {
                    id: decision.document,
                })
            });
        }
    }
    let count = u32::try_from(decisions.len()).unwrap_or(u32::MAX);
    // There is no share of nothing: without decisions there is no finding.
    let Ok(ratio) = Share::new(ad_hoc.into(), count.into()) else {
        r.pass_over(&REC_05, Fact::DiscretionRatio);
        return None;
    };
    let most = policy.most_ad_hoc();
    r.require(&REC_05, ratio <= most, || {
        Evidence::share(Fact::DiscretionRatio, ratio, Bound::AtMost, most)
    });
    Some(Discretion {
        decisions: count,
        ad_hoc,
        ratio,
    })
}

#[cfg(test)]
mod tests {
    use alloc::boxed::Box;
    use alloc::vec::Vec;
    use core::error::Error;

    use chrono::NaiveDate;

    use super::{CollectionDecision, DecisionBasis, DiscretionPolicy, discretion};
    use crate::verdict::Authority;
    use crate::vocab::share::Share;

    #[test]
    fn the_room_for_feeling_is_what_neither_a_rule_nor_a_waiver_determined()
    -> Result<(), Box<dyn Error>> {
        let rule = DecisionBasis::Rule("REC-06".parse()?);
        let waiver = DecisionBasis::Waiver(Authority::Manager);
        let ad_hoc = DecisionBasis::AdHoc;
        // (decisions, the ratio, breaches: each ad hoc decision and, above a quarter, the whole)
        let rows: [(&[DecisionBasis], _, usize); 5] = [
            (&[], None, 0),
            (&[rule, waiver], Some((0, 1)), 0),
            (&[rule, waiver, rule, ad_hoc], Some((1, 4)), 1),
            (&[rule, waiver, ad_hoc], Some((1, 3)), 2),
            (&[ad_hoc], Some((1, 1)), 2),
        ];
        let policy = DiscretionPolicy::standard().with_most_ad_hoc(Share::percent(25)?);
        for (bases, ratio, breaches) in rows {
            let document = "17".parse()?;
            let decision = |basis: &DecisionBasis| CollectionDecision {
                document,
                on: NaiveDate::default(),
                basis: *basis,
            };
            let decisions: Vec<CollectionDecision> = bases.iter().map(decision).collect();
            let answer = discretion(&policy, &decisions);
            let ratio = ratio
                .map(|(part, whole)| Share::new(part, whole))
                .transpose()?;
            assert_eq!(answer.value().map(|found| found.ratio), ratio);
            assert_eq!(answer.findings().breaches().count(), breaches, "{bases:?}");
        }
        Ok(())
    }
}
