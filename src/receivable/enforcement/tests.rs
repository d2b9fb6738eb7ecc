use alloc::boxed::Box;
use alloc::collections::BTreeSet;
use alloc::string::ToString;
use alloc::vec::Vec;
use core::error::Error;

use chrono::NaiveDate;

use crate::receivable::ReceivablePolicy;
use crate::receivable::dunning;
use crate::receivable::enforcement::{
    ApprovedWaiver, EnforcementPolicy, EnforcementStrength, PolicyAction, PolicyRecord,
    PolicyTrigger, TriggerKind, enforcement,
};
use crate::receivable::limit::{Amounts, MoneyLimit};
use crate::receivable::waiver::{WaiverAuthority, WaiverPolicy, WaiverReason, WaiverSubject};
use crate::verdict::{Authority, Fact, Presence};
use crate::vocab::share::Share;
use crate::vocab::time::Days;
use crate::vocab::words::WaiverCause;

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
    record.waivers.push(ApprovedWaiver::new(
        "2".parse()?,
        remind,
        day(12),
        "zhao-min".parse()?,
        Some(Authority::Manager),
    ));
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
        record
            .waivers
            .push(ApprovedWaiver::new(document, kind, on, by, authority));
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
        record.waivers.push(ApprovedWaiver::new(
            "1".parse()?,
            TriggerKind::Fee,
            day(on),
            "zhao-min".parse()?,
            authority,
        ));
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

/// A waiver of late interest on an invoice by a manager, on a day.
fn interest(document: &str, on: u32) -> Result<ApprovedWaiver, Box<dyn Error>> {
    let (document, by) = (document.parse()?, "zhao-min".parse()?);
    let authority = Some(Authority::Manager);
    Ok(ApprovedWaiver::new(
        document,
        TriggerKind::Interest,
        day(on),
        by,
        authority,
    ))
}

/// Lists the facts that the findings of these waivers are about, each with its outcome, but for the rate.
fn told(
    policy: &ReceivablePolicy,
    waivers: &[ApprovedWaiver],
) -> Result<Vec<(Fact, bool)>, Box<dyn Error>> {
    let mut record = PolicyRecord::new(day(30));
    let documents: BTreeSet<_> = waivers.iter().map(|waiver| waiver.document).collect();
    for document in documents {
        let (kind, on) = (TriggerKind::Interest, day(10));
        record.triggers.push(PolicyTrigger { document, kind, on });
    }
    record.waivers = waivers.to_vec();
    let answer = enforcement(policy, &record)?;
    let of_triggers = answer.findings().iter();
    let of_triggers = of_triggers.filter(|one| one.evidence.fact != Fact::EnforcementRate);
    Ok(of_triggers
        .map(|one| (one.evidence.fact, one.outcome.is_breached()))
        .collect())
}

#[test]
fn a_waiver_too_many_of_its_subject_does_not_count() -> Checked {
    let standard = ReceivablePolicy::standard();
    let (good, many) = ((Fact::WaiverAuthority, false), (Fact::WaiverCount, true));
    let third = [interest("1", 10)?, interest("2", 11)?, interest("3", 12)?];
    assert_eq!(told(&standard, &third)?, [good, good, many]);
    // Of one day those on the later documents are too many, in whatever order they are listed.
    let same = [interest("3", 10)?, interest("1", 10)?, interest("2", 10)?];
    assert_eq!(told(&standard, &same)?, [good, good, many]);
    // Several entries of one waiver are one, and an executive has room for any number.
    let one = third.map(|waiver| ApprovedWaiver {
        on: day(10),
        ..waiver
    });
    let id = Some("W-1".parse()?);
    assert_eq!(
        told(&standard, &one.map(|waiver| waiver.with_id(id)))?,
        [good; 3]
    );
    let executive = Some(Authority::Executive);
    let higher = third.map(|waiver| ApprovedWaiver {
        authority: executive,
        ..waiver
    });
    assert_eq!(told(&standard, &higher)?, [good; 3]);
    // The period has three days, and the first of the three waivers lies before it.
    let brief = WaiverPolicy::standard().with_period(Days::new(3))?;
    let brief = standard.with_waiver(brief);
    let apart = [interest("1", 10)?, interest("2", 12)?, interest("3", 13)?];
    assert_eq!(told(&brief, &apart)?, [good; 3]);
    assert_eq!(told(&brief, &third)?, [good, good, many]);
    Ok(())
}

/// A house in which a manager waives half of the interest, up to 50 EUR.
fn half_up_to_fifty() -> Result<ReceivablePolicy, Box<dyn Error>> {
    let room = WaiverAuthority {
        subject: WaiverSubject::Interest,
        authority: Authority::Manager,
        amount: MoneyLimit::UpTo(Amounts::new(["50 EUR".parse()?])?),
        share: Share::percent(50)?,
        count: None,
    };
    let rooms = WaiverPolicy::standard().with_rooms([room])?;
    Ok(ReceivablePolicy::standard().with_waiver(rooms))
}

#[test]
fn a_waiver_is_held_to_what_its_record_states() -> Checked {
    let policy = half_up_to_fifty()?;
    let (plain, good) = (interest("1", 12)?, (Fact::WaiverAuthority, false));
    let money = |text: &str| -> Result<_, Box<dyn Error>> { Ok(Some(text.parse()?)) };
    let reason = |on, document: &str| -> Result<_, Box<dyn Error>> {
        let (cause, document) = (WaiverCause::BankDelay, document.parse()?);
        Ok(Some(WaiverReason {
            cause,
            on: day(on),
            document,
        }))
    };
    let (present, absent) = (Some(Presence::Present), Some(Presence::Absent));
    let share = |part: &str, whole: &str| -> Result<_, Box<dyn Error>> {
        Ok(plain.with_amount(money(part)?).with_claim(money(whole)?))
    };
    let rows = [
        (plain, good),
        (plain.with_amount(money("50 EUR")?), good),
        (
            plain.with_amount(money("50.01 EUR")?),
            (Fact::WaivedAmount, true),
        ),
        (
            plain.with_amount(money("1 USD")?),
            (Fact::WaivedAmount, true),
        ),
        (share("40 EUR", "80 EUR")?, good),
        (share("40.01 EUR", "80 EUR")?, (Fact::WaivedShare, true)),
        (plain.with_reason(reason(12, "note-1")?), good),
        (
            plain.with_reason(reason(12, "-")?),
            (Fact::WaiverReason, true),
        ),
        (
            plain.with_reason(reason(13, "note-1")?),
            (Fact::WaiverReason, true),
        ),
        (
            plain
                .with_personal_interest(absent)
                .with_for_oneself(absent),
            good,
        ),
        (
            plain.with_personal_interest(present),
            (Fact::PersonalInterest, true),
        ),
        (plain.with_for_oneself(present), (Fact::SelfDealing, true)),
    ];
    for (waiver, expected) in rows {
        assert_eq!(told(&policy, &[waiver])?, [expected], "{waiver:?}");
    }
    Ok(())
}
