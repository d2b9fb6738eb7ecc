use chrono::NaiveDate;

use crate::form::{choice, record};
use crate::receivable::cards::REC_05;
use crate::receivable::policy::ReceivablePolicy;
use crate::verdict::{Assessment, Authority, Evidence, Fact, Found, Recorder, RuleId, Subject};
use crate::vocab::name::DocumentId;
use crate::vocab::share::Share;
use crate::vocab::words::Determination;

record! {
    /// One decision about collecting a debt (催收决定).
    #[derive(Copy, Hash)]
    pub closed struct CollectionDecision {
        /// The document that the decision is about.
        pub document: DocumentId,
        /// The day of the decision.
        pub on: NaiveDate,
        /// The basis that was recorded for the decision.
        pub basis: DecisionBasis,
    }
}

choice! {
    /// The basis that was recorded for a decision (决定依据).
    ///
    /// The policy says whether it determined the decision: [`determination`](Self::determination).
    #[derive(Copy, Hash, Ord, PartialOrd)]
    pub closed enum DecisionBasis {
        /// The decision followed this rule.
        Rule(RuleId),
        /// The decision was a waiver by this authority.
        Waiver(Authority),
        /// The decision followed neither a rule nor a room.
        AdHoc,
    }
}

impl DecisionBasis {
    /// Returns the ground that determined a decision with this basis.
    ///
    /// Only a rule of the receivables (REC-01 to REC-07), or a waiver by an authority to which the policy
    /// grants room, determines a decision. Every other basis leaves it ad hoc.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::ReceivablePolicy;
    /// use keqing::receivable::enforcement::DecisionBasis;
    /// use keqing::verdict::Authority;
    /// use keqing::vocab::words::Determination;
    ///
    /// let policy = ReceivablePolicy::standard();
    /// let mood = DecisionBasis::Rule("PTY-07".parse()?);
    /// assert_eq!(mood.determination(&policy), Determination::AdHoc);
    /// let manager = DecisionBasis::Waiver(Authority::Manager);
    /// assert_eq!(manager.determination(&policy), Determination::Waiver);
    /// # Ok::<(), keqing::verdict::ParseRuleIdError>(())
    /// ```
    #[must_use]
    pub fn determination(self, policy: &ReceivablePolicy) -> Determination {
        match self {
            Self::Rule(rule) if policy.severities().of(rule).is_ok() => Determination::Rule,
            Self::Waiver(authority) if policy.waiver().knows(authority, None) => {
                Determination::Waiver
            }
            Self::Rule(_) | Self::Waiver(_) | Self::AdHoc => Determination::AdHoc,
        }
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
/// Each decision is classified by the ground that [determined](DecisionBasis::determination) it, and so is
/// the share. A basis that only names a rule of another system, or an authority without room, counts as ad
/// hoc. The value is `None` if there are no decisions.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::receivable::ReceivablePolicy;
/// use keqing::receivable::enforcement::{CollectionDecision, DecisionBasis, discretion};
/// use keqing::vocab::share::Share;
///
/// let on = NaiveDate::from_ymd_opt(2024, 3, 1).ok_or("no such date")?;
/// let decision = |basis| Ok::<_, keqing::vocab::name::NameError>(CollectionDecision { document: "17".parse()?, on, basis });
/// let decisions = [decision(DecisionBasis::Rule("REC-06".parse()?))?, decision(DecisionBasis::AdHoc)?];
/// let answer = discretion(&ReceivablePolicy::standard(), &decisions);
/// assert_eq!(answer.value().map(|found| found.ratio), Some(Share::percent(50)?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn discretion(
    policy: &ReceivablePolicy,
    decisions: &[CollectionDecision],
) -> Assessment<Discretion> {
    let found = Assessment::of(|r| consult(policy, decisions, r));
    policy.severities().weighed(found)
}

/// Counts the decisions that rest on no rule and no room.
fn consult<R: Recorder>(
    policy: &ReceivablePolicy,
    decisions: &[CollectionDecision],
    r: &mut R,
) -> Option<Discretion> {
    let mut ad_hoc = 0_u32;
    for decision in decisions {
        let ground = decision.basis.determination(policy);
        if ground == Determination::AdHoc {
            ad_hoc = ad_hoc.saturating_add(1);
        }
        r.classify(&REC_05, || {
            Evidence::found(Fact::DecisionBasis, Found::word(ground)).of(Subject::Document {
                id: decision.document,
            })
        });
    }
    let count = u32::try_from(decisions.len()).unwrap_or(u32::MAX);
    // There is no share of nothing.
    let Ok(ratio) = Share::new(ad_hoc.into(), count.into()) else {
        r.pass_over(&REC_05, Fact::DiscretionRatio);
        return None;
    };
    r.classify(&REC_05, || Evidence::found(Fact::DiscretionRatio, ratio));
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

    use super::{CollectionDecision, DecisionBasis, discretion};
    use crate::receivable::ReceivablePolicy;
    use crate::receivable::waiver::WaiverPolicy;
    use crate::verdict::{Authority, Outcome};
    use crate::vocab::share::Share;
    use crate::vocab::words::Determination;

    #[test]
    fn only_a_rule_of_the_series_and_a_room_determine_a_decision() -> Result<(), Box<dyn Error>> {
        use Determination::{AdHoc, Rule, Waiver};
        let standard = ReceivablePolicy::standard();
        let nobody = standard
            .clone()
            .with_waiver(WaiverPolicy::standard().with_rooms([])?);
        let rule = |id: &str| Ok::<_, Box<dyn Error>>(DecisionBasis::Rule(id.parse()?));
        let manager = DecisionBasis::Waiver(Authority::Manager);
        let rows = [
            (&standard, rule("REC-01")?, Rule),
            (&standard, rule("REC-07")?, Rule),
            (&standard, rule("REC-08")?, AdHoc),
            (&standard, rule("PTY-07")?, AdHoc),
            (&standard, rule("GEN-17")?, AdHoc),
            (&standard, rule("XYZ-99")?, AdHoc),
            (&standard, DecisionBasis::Waiver(Authority::Operator), AdHoc),
            (&standard, DecisionBasis::Waiver(Authority::TeamLead), AdHoc),
            (&standard, manager, Waiver),
            (&standard, DecisionBasis::Waiver(Authority::Board), Waiver),
            (&nobody, manager, AdHoc),
            (&nobody, rule("REC-06")?, Rule),
            (&standard, DecisionBasis::AdHoc, AdHoc),
        ];
        for (policy, basis, expected) in rows {
            assert_eq!(basis.determination(policy), expected, "{basis:?}");
        }
        Ok(())
    }

    #[test]
    fn the_room_for_feeling_is_what_neither_a_rule_nor_a_waiver_determined()
    -> Result<(), Box<dyn Error>> {
        let rule = DecisionBasis::Rule("REC-06".parse()?);
        let waiver = DecisionBasis::Waiver(Authority::Manager);
        let ad_hoc = DecisionBasis::AdHoc;
        let rows: [(&[DecisionBasis], _); 5] = [
            (&[], None),
            (&[rule, waiver], Some((0, 1))),
            (&[rule, waiver, rule, ad_hoc], Some((1, 4))),
            (&[rule, waiver, ad_hoc], Some((1, 3))),
            (&[ad_hoc], Some((1, 1))),
        ];
        for (bases, ratio) in rows {
            let document = "17".parse()?;
            let decision = |basis: &DecisionBasis| CollectionDecision {
                document,
                on: NaiveDate::default(),
                basis: *basis,
            };
            let decisions: Vec<CollectionDecision> = bases.iter().map(decision).collect();
            let answer = discretion(&ReceivablePolicy::standard(), &decisions);
            let ratio = ratio
                .map(|(part, whole)| Share::new(part, whole))
                .transpose()?;
            assert_eq!(answer.value().map(|found| found.ratio), ratio);
            // Nothing is judged: each decision and the share are classified.
            let outcomes = answer.findings().iter().map(|finding| finding.outcome);
            let classified = outcomes.filter(|outcome| *outcome == Outcome::Classified);
            let expected = bases.len().saturating_add(usize::from(ratio.is_some()));
            assert_eq!(classified.count(), expected, "{bases:?}");
        }
        Ok(())
    }
}
