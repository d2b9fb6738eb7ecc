use crate::receivable::cards::REC_06;
use crate::receivable::dunning::account::accounts;
use crate::receivable::dunning::climb::Climb;
use crate::receivable::dunning::tally::{promised, sent};
use crate::receivable::dunning::{Dunning, DunningError, DunningFacts, DunningPolicy};
use crate::verdict::{Evidence, Fact, Recorder, Subject};
use crate::vocab::words::Side;

/// Consults the rule of the ladder, gate by gate, account by account.
pub(super) fn consult<R: Recorder>(
    policy: &DunningPolicy,
    facts: &DunningFacts,
    r: &mut R,
) -> Result<Option<Dunning>, DunningError> {
    exclusion(facts, r);
    let (Some(invoices), Some(reminders), Some(disputes), Some(promises)) = (
        facts.invoices.value(),
        facts.reminders.value(),
        facts.disputes.value(),
        facts.promises.value(),
    ) else {
        gaps(facts, r);
        return Ok(None);
    };
    let open = accounts(policy, facts.as_of, invoices, disputes, r)?;
    if open.is_empty() {
        r.pass_over(&REC_06, Fact::OverdueAmount);
    }
    let sent = sent(&open, reminders);
    let promised = promised(&open, promises, facts.as_of)?;
    let mut dunning = Dunning::default();
    for ((account, sent), promised) in open.iter().zip(sent).zip(promised) {
        let climb = Climb::new(policy, facts, account, sent)?;
        dunning.accounts.push(climb.place(promised, r)?);
    }
    Ok(Some(dunning))
}

/// The ladder is the same for every customer: an exclusion is shown, with the person who decided
/// it.
fn exclusion<R: Recorder>(facts: &DunningFacts, r: &mut R) {
    let subject = facts
        .exclusion
        .map_or(Subject::Relationship, |exclusion| Subject::Person {
            side: Side::Supplier,
            id: exclusion.by,
        });
    let excluded = facts.exclusion.is_some();
    r.require(&REC_06, !excluded, || {
        Evidence::absent(Fact::DunningExclusion, excluded).of(subject)
    });
}

fn gaps<R: Recorder>(facts: &DunningFacts, r: &mut R) {
    let needed = [
        (Fact::OverdueAmount, facts.invoices.is_known()),
        (Fact::DunningAttempts, facts.reminders.is_known()),
        (Fact::Dispute, facts.disputes.is_known()),
        (Fact::PromiseToPay, facts.promises.is_known()),
    ];
    for (fact, _) in needed.into_iter().filter(|(_, is_known)| !is_known) {
        r.miss(&REC_06, fact);
    }
}
