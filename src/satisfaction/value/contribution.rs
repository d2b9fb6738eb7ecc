use crate::form::record;
use crate::satisfaction::cards::value::VAL_07;
use crate::verdict::{Fact, Presence, Reading, Recorder, Subject, Verdict};
use crate::vocab::known::Known;
use crate::vocab::name::ItemId;

record! {
    /// A criterion that we propose for the customer's standard (标准建议), VAL-07.
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct CriterionContribution {
        /// The criterion.
        pub criterion: ItemId,
        /// The openness of the proposal: everybody can see it.
        pub open: Known<Presence> => with_open,
        /// The real value to the customer, as the customer states it.
        pub customer_benefit: Known<Presence> => with_customer_benefit,
        /// The tailoring of the criterion, which would shut rivals out.
        pub tailored: Known<Presence> => with_tailored,
    }
}

impl CriterionContribution {
    /// Makes a criterion of which nothing is known.
    #[must_use]
    pub const fn new(criterion: ItemId) -> Self {
        Self {
            criterion,
            open: Known::Unknown,
            customer_benefit: Known::Unknown,
            tailored: Known::Unknown,
        }
    }
}

/// Judges whether we may help to write a criterion into the customer's standard ([`VAL_07`]).
///
/// Help is permitted if it is open, of real value to the customer, and not cut to shut rivals out. Each
/// of the three has to be measured or the customer's own word, and a guess of ours leaves it open. A
/// guess that speaks against us refuses. A criterion that is cut to shut rivals out is refused in any
/// case, because that would be rigging a bid.
///
/// # Examples
///
/// ```
/// use keqing::satisfaction::value::{CriterionContribution, judge_contribution};
/// use keqing::verdict::{Decision, Presence};
/// use keqing::vocab::known::Known;
///
/// let mut uptime = CriterionContribution::new("uptime over a year".parse()?);
/// uptime.open = Known::measured(Presence::Present);
/// uptime.customer_benefit = Known::customer_stated(Presence::Present);
/// uptime.tailored = Known::measured(Presence::Absent);
/// assert_eq!(judge_contribution(&uptime).decision(), Decision::Permit);
///
/// uptime.tailored = Known::estimated(Presence::Present);
/// assert_eq!(judge_contribution(&uptime).decision(), Decision::Deny);
/// # Ok::<(), keqing::vocab::name::NameError>(())
/// ```
pub fn judge_contribution(contribution: &CriterionContribution) -> Verdict {
    Verdict::of(|r| consult(contribution, r))
}

fn consult<R: Recorder>(contribution: &CriterionContribution, r: &mut R) {
    use Presence::{Absent, Present};

    let id = contribution.criterion;
    let benefit = contribution.customer_benefit;
    for (fact, known, required) in [
        (Fact::CriteriaOpenness, contribution.open, Present),
        (Fact::CustomerBenefit, benefit, Present),
        (Fact::CriteriaTailoring, contribution.tailored, Absent),
    ] {
        r.open(
            &VAL_07,
            (fact, Subject::Item { id }),
            known,
            |observed| observed == required,
            |observed| Reading::Presence { observed, required },
        );
    }
}

#[cfg(test)]
mod tests {
    use super::{CriterionContribution, judge_contribution};
    use crate::verdict::{Decision, Presence};
    use crate::vocab::known::Known;
    use crate::vocab::name::{ItemId, NameError};

    #[test]
    fn help_is_open_useful_and_shuts_nobody_out() -> Result<(), NameError> {
        use Decision::{Deny, Permit, Undecided};
        let yes = Known::customer_stated(Presence::Present);
        let no = Known::customer_stated(Presence::Absent);
        let guess = Known::estimated(Presence::Present);
        let guess_no = Known::estimated(Presence::Absent);
        for (open, customer_benefit, tailored, decision) in [
            (yes, yes, no, Permit),
            (no, yes, no, Deny),
            (yes, no, no, Deny),
            (yes, yes, yes, Deny),
            (Known::Unknown, Known::Unknown, guess, Deny),
            (Known::Unknown, yes, no, Undecided),
            (yes, Known::Unknown, no, Undecided),
            (yes, guess, no, Undecided),
            (guess, yes, no, Undecided),
            (yes, yes, guess_no, Undecided),
            (guess, guess, guess_no, Undecided),
            (guess_no, yes, no, Deny),
            (yes, guess_no, no, Deny),
            (yes, yes, guess, Deny),
            (yes, yes, Known::Unknown, Undecided),
        ] {
            let contribution = CriterionContribution {
                criterion: ItemId::new("uptime")?,
                open,
                customer_benefit,
                tailored,
            };
            let verdict = judge_contribution(&contribution);
            assert_eq!(verdict.decision(), decision, "{contribution:?}");
            assert_eq!(verdict.findings().len(), 3, "{contribution:?}");
        }
        Ok(())
    }
}
