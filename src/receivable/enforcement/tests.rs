use alloc::boxed::Box;
use alloc::string::ToString;
use core::error::Error;

use chrono::NaiveDate;

use crate::receivable::ReceivablePolicy;
use crate::receivable::dunning;
use crate::receivable::enforcement::{
    ApprovedWaiver, EnforcementPolicy, EnforcementStrength, PolicyAction, PolicyRecord,
    PolicyTrigger, TriggerKind, enforcement,
};
use crate::receivable::limit::MoneyLimit;
use crate::receivable::waiver::{WaiverAuthority, WaiverPolicy, WaiverSubject};
use crate::verdict::{Authority, Fact};
use crate::vocab::share::Share;

type Checked = Result<(), Box<dyn Error>>;

fn day(number: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 5, number).unwrap_or_default()
}

fn trigger(document: &str, kind: TriggerKind) -> Result<PolicyTrigger, Box<dyn Error>> {
    let (document, on) = (document.parse()?, day(10));
    Ok(PolicyTrigger { document, kind, on })
}

/// Five triggers: one is acted upon, one waived, and three ignored: the action came before the
/// trigger, was of another kind, or never came.
fn record() -> Result<PolicyRecord, Box<dyn Error>> {
    let remind = TriggerKind::Dunning(dunning::Step::Remind);
    let mut record = PolicyRecord::new(day(20));
    for document in ["1", "2", "3", "4", "5"] {
        record.triggers.push(trigger(document, remind)?);
    }
    for (document, kind, on) in [
        ("1", remind, 10),
        ("3", remind, 9),
        ("4", TriggerKind::Interest, 11),
    ] {
        let (document, on) = (document.parse()?, day(on));
        record.actions.push(PolicyAction { document, kind, on });
    }
    record.waivers.push(ApprovedWaiver {
        document: "2".parse()?,
        kind: remind,
        on: day(12),
        by: "zhao-min".parse()?,
        authority: Some(Authority::Manager),
    });
    Ok(record)
}

#[test]
fn a_trigger_is_applied_waived_or_ignored() -> Checked {
    let answer = enforcement(&ReceivablePolicy::standard(), &record()?)?;
    // Three triggers and the rate.
    assert_eq!(answer.findings().breaches().count(), 4);
    let found = answer.into_value().ok_or("nothing triggered")?;
    assert_eq!((found.triggered, found.applied, found.waived), (5, 1, 1));
    let remind = TriggerKind::Dunning(dunning::Step::Remind);
    let ignored = [
        trigger("3", remind)?,
        trigger("4", remind)?,
        trigger("5", remind)?,
    ];
    assert_eq!(found.ignored, ignored);
    assert_eq!(found.rate, Share::new(2, 5)?);
    Ok(())
}

#[test]
fn enforcement_is_weak_below_the_threshold() -> Checked {
    for (percent, strength) in [
        (0, EnforcementStrength::Sufficient),
        (40, EnforcementStrength::Sufficient),
        (41, EnforcementStrength::Weak),
        (100, EnforcementStrength::Weak),
    ] {
        let part = EnforcementPolicy::standard().with_enforced_from(Share::percent(percent)?);
        let policy = ReceivablePolicy::standard().with_enforcement(part);
        let found = enforcement(&policy, &record()?)?
            .into_value()
            .ok_or("none")?;
        assert_eq!(found.strength, strength, "{percent}");
    }
    Ok(())
}

/// A house in which a team lead waives fees, and nobody else waives anything.
fn fees_by_team_leads() -> Result<ReceivablePolicy, Box<dyn Error>> {
    let room = WaiverAuthority {
        subject: WaiverSubject::Fee,
        authority: Authority::TeamLead,
        amount: MoneyLimit::Unlimited,
        share: Share::ALL,
        count: None,
    };
    let rooms = WaiverPolicy::standard().with_rooms([room])?;
    Ok(ReceivablePolicy::standard().with_waiver(rooms))
}

#[test]
fn a_waiver_counts_by_its_authority_and_its_day() -> Checked {
    use Authority::{Manager, Operator, TeamLead};
    use TriggerKind::{CreditHold, Discount, Dunning, Fee, Interest};
    let (standard, fees) = (ReceivablePolicy::standard(), fees_by_team_leads()?);
    let remind = Dunning(dunning::Step::Remind);
    let (authority, date) = (Fact::WaiverAuthority, Fact::WaiverDate);
    // The policy, the kind, the authority, the day (the trigger is of the 10th), what counts, what is told.
    let rows = [
        (&standard, Interest, Some(Manager), 10, true, authority),
        (&standard, Interest, Some(Manager), 20, true, authority),
        (&standard, Interest, Some(Manager), 9, false, date),
        (&standard, Interest, Some(Operator), 12, false, authority),
        (&standard, Interest, None, 12, false, authority),
        (&standard, Interest, None, 9, false, authority),
        (&standard, remind, Some(Operator), 12, false, authority),
        (&fees, Fee, Some(TeamLead), 12, true, authority),
        (&fees, Fee, Some(Manager), 12, true, authority),
        (&fees, Fee, Some(Operator), 12, false, authority),
        (&fees, Interest, Some(TeamLead), 12, false, authority),
        (&fees, Discount, Some(TeamLead), 12, false, authority),
        (&fees, CreditHold, Some(TeamLead), 12, false, authority),
        (&fees, remind, Some(TeamLead), 12, true, authority),
    ];
    for (policy, kind, authority, on, counts, fact) in rows {
        let mut record = PolicyRecord::new(day(20));
        record.triggers.push(trigger("1", kind)?);
        let (document, on, by) = ("1".parse()?, day(on), "zhao-min".parse()?);
        record.waivers.push(ApprovedWaiver {
            document,
            kind,
            on,
            by,
            authority,
        });
        let answer = enforcement(policy, &record)?;
        let first = answer.findings().first().ok_or("no finding")?;
        let case = (kind, authority, on);
        assert_eq!(first.outcome.is_breached(), !counts, "{case:?}");
        assert_eq!(first.evidence.fact, fact, "{case:?}");
        let waived = answer.value().map(|found| found.waived);
        assert_eq!(waived, Some(u32::from(counts)), "{case:?}");
    }
    Ok(())
}

#[test]
fn of_several_waivers_one_that_counts_suffices() -> Checked {
    let mut record = PolicyRecord::new(day(20));
    record.triggers.push(trigger("1", TriggerKind::Fee)?);
    for (on, authority) in [(12, None), (9, Some(Authority::Manager))] {
        record.waivers.push(ApprovedWaiver {
            document: "1".parse()?,
            kind: TriggerKind::Fee,
            on: day(on),
            by: "zhao-min".parse()?,
            authority,
        });
    }
    let waived = |record: &PolicyRecord| -> Result<_, Box<dyn Error>> {
        let answer = enforcement(&ReceivablePolicy::standard(), record)?;
        Ok(answer.value().map(|found| found.waived))
    };
    assert_eq!(waived(&record)?, Some(0));
    let mut good = record.waivers.first().copied().ok_or("no waiver")?;
    good.authority = Some(Authority::Executive);
    record.waivers.push(good);
    assert_eq!(waived(&record)?, Some(1));
    Ok(())
}

#[test]
fn where_nothing_was_triggered_there_is_nothing_to_say() -> Checked {
    let answer = enforcement(&ReceivablePolicy::standard(), &PolicyRecord::new(day(1)))?;
    assert_eq!(answer.value(), None);
    assert_eq!(answer.findings().gaps().count(), 0);
    Ok(())
}

#[test]
fn a_record_that_cannot_be_is_refused() -> Checked {
    let mut twice = PolicyRecord::new(day(10));
    twice.triggers.push(trigger("1", TriggerKind::Fee)?);
    twice.triggers.push(trigger("1", TriggerKind::Fee)?);
    let mut late = PolicyRecord::new(day(9));
    late.triggers.push(trigger("1", TriggerKind::Fee)?);
    let cases = [
        (
            twice,
            "a trigger of `1` is there twice, expected one entry a document and kind",
        ),
        (
            late,
            "an entry of 2024-05-10 is after 2024-05-09, expected dates up to that day",
        ),
    ];
    for (record, expected) in cases {
        let error = enforcement(&ReceivablePolicy::standard(), &record).err();
        assert_eq!(
            error.map(|error| error.to_string()).as_deref(),
            Some(expected)
        );
    }
    Ok(())
}
