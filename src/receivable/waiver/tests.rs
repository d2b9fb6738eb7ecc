use alloc::boxed::Box;
use alloc::string::ToString;
use core::error::Error;

use chrono::NaiveDate;

use crate::receivable::ReceivablePolicy;
use crate::receivable::limit::{Amounts, MoneyLimit};
use crate::receivable::waiver::{
    WaiverAuthority, WaiverError, WaiverPolicy, WaiverReason, WaiverRequest, WaiverSubject,
    judge_waiver,
};
use crate::verdict::{Authority, Decision, Fact, Finding, Outcome, Presence, Severity, Verdict};
use crate::vocab::known::{Grade, Known};
use crate::vocab::share::Share;
use crate::vocab::time::Days;
use crate::vocab::words::WaiverCause;

type Checked = Result<(), Box<dyn Error>>;

/// Judges a waiver in a house with these rooms.
fn judged(rooms: &WaiverPolicy, request: &WaiverRequest) -> Result<Verdict, WaiverError> {
    judge_waiver(
        &ReceivablePolicy::standard().with_waiver(rooms.clone()),
        request,
    )
}

fn day(number: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 5, number).unwrap_or_default()
}

fn room(
    authority: Authority,
    amount: &str,
    percent: u64,
    count: Option<u32>,
) -> Result<WaiverAuthority, Box<dyn Error>> {
    Ok(WaiverAuthority {
        subject: WaiverSubject::Interest,
        authority,
        amount: MoneyLimit::UpTo(Amounts::new([amount.parse()?])?),
        share: Share::percent(percent)?,
        count,
    })
}

/// Makes a policy: an operator waives 10 EUR or a tenth once in 5 days, a manager 100 EUR or a
/// half thrice.
fn policy() -> Result<WaiverPolicy, Box<dyn Error>> {
    let operator = room(Authority::Operator, "10 EUR", 10, Some(1))?;
    let manager = room(Authority::Manager, "100 EUR", 50, Some(3))?;
    let standard = WaiverPolicy::standard().with_period(Days::new(5))?;
    Ok(standard.with_rooms([manager, operator])?)
}

fn request(
    authority: Authority,
    amount: &str,
    claim: &str,
    earlier: &[u32],
) -> Result<WaiverRequest, Box<dyn Error>> {
    let (document, by) = ("17".parse()?, "zhao-min".parse()?);
    let (subject, amount) = (WaiverSubject::Interest, amount.parse()?);
    let mut request = WaiverRequest::new(subject, document, amount, by, authority, day(20));
    request.claim = Known::measured(claim.parse()?);
    request.personal_interest = Known::measured(Presence::Absent);
    request.for_oneself = Known::measured(Presence::Absent);
    request.reason = Known::measured(Some(WaiverReason {
        cause: WaiverCause::OurDelivery,
        on: day(3),
        document: "delivery-note-4".parse()?,
    }));
    request.earlier = Known::measured(earlier.iter().copied().map(day).collect());
    Ok(request)
}

#[test]
fn what_is_beyond_ones_room_goes_to_the_least_authority_whose_room_suffices() -> Checked {
    use Authority::{Executive, Manager, Operator};
    use Decision::{Deny, Escalate, Permit};
    let rows: [(_, &str, &str, &[u32], _); 13] = [
        (Operator, "10 EUR", "100 EUR", &[], Permit),
        (Operator, "10.01 EUR", "1000 EUR", &[], Escalate(Manager)),
        (Operator, "10 EUR", "99.99 EUR", &[], Escalate(Manager)),
        // Of five days the date of the request is the last, the sixteenth the first.
        (Operator, "1 EUR", "100 EUR", &[15], Permit),
        (Operator, "1 EUR", "100 EUR", &[16], Escalate(Manager)),
        (Manager, "100 EUR", "200 EUR", &[16, 20], Permit),
        (Manager, "100.01 EUR", "1000 EUR", &[], Deny),
        (Manager, "100 EUR", "199.99 EUR", &[], Deny),
        (Manager, "1 EUR", "100 EUR", &[16, 18, 20], Deny),
        (Operator, "100.01 EUR", "1000 EUR", &[], Deny),
        (Executive, "100 EUR", "200 EUR", &[], Permit),
        (Executive, "101 EUR", "202 EUR", &[], Deny),
        (Manager, "1 USD", "10 USD", &[], Deny),
    ];
    for (authority, amount, claim, earlier, expected) in rows {
        let verdict = judged(&policy()?, &request(authority, amount, claim, earlier)?)?;
        let case = (authority, amount, claim, earlier);
        assert_eq!(verdict.decision(), expected, "{case:?}");
    }
    Ok(())
}

#[test]
fn who_has_no_room_may_not_waive_the_least() -> Checked {
    let standard = WaiverPolicy::standard();
    let least = request(Authority::Operator, "0.01 EUR", "1000 EUR", &[])?;
    let verdict = judged(&standard, &least)?;
    assert_eq!(verdict.decision(), Decision::Escalate(Authority::Manager));
    let nobody = standard.with_rooms([])?;
    let all = request(Authority::Executive, "0.01 EUR", "1000 EUR", &[])?;
    assert_eq!(judged(&nobody, &all)?.decision(), Decision::Deny);
    Ok(())
}

#[test]
fn whoever_has_an_interest_of_their_own_waives_nothing() -> Checked {
    let standard = WaiverPolicy::standard();
    let present = Known::measured(Presence::Present);
    for concern in [
        |request: &mut WaiverRequest, known| request.personal_interest = known,
        |request: &mut WaiverRequest, known| request.for_oneself = known,
    ] {
        let mut request = request(Authority::Executive, "1 EUR", "100 EUR", &[])?;
        concern(&mut request, present);
        assert_eq!(judged(&standard, &request)?.decision(), Decision::Deny);
        concern(&mut request, Known::Unknown);
        assert_eq!(judged(&standard, &request)?.decision(), Decision::Undecided);
    }
    Ok(())
}

#[test]
fn a_guess_opens_nothing_and_may_close() -> Checked {
    let guess: [fn(&mut WaiverRequest, Grade); 5] = [
        |request, grade| request.claim = regraded(&request.claim, grade),
        |request, grade| request.personal_interest = regraded(&request.personal_interest, grade),
        |request, grade| request.for_oneself = regraded(&request.for_oneself, grade),
        |request, grade| request.reason = regraded(&request.reason, grade),
        |request, grade| request.earlier = regraded(&request.earlier, grade),
    ];
    for guess in guess {
        for (grade, expected) in [
            (Grade::Estimated, Decision::Undecided),
            (Grade::CustomerStated, Decision::Permit),
            (Grade::Measured, Decision::Permit),
        ] {
            let mut request = request(Authority::Manager, "1 EUR", "100 EUR", &[])?;
            guess(&mut request, grade);
            let verdict = judged(&policy()?, &request)?;
            assert_eq!(verdict.decision(), expected, "{request:?}");
        }
    }
    // More than half of the claim is beyond every room, and a guessed claim says so too.
    let mut request = request(Authority::Manager, "60 EUR", "100 EUR", &[])?;
    request.claim = regraded(&request.claim, Grade::Estimated);
    let verdict = judged(&policy()?, &request)?;
    assert_eq!(verdict.decision(), Decision::Deny);
    Ok(())
}

fn regraded<T: Clone>(known: &Known<T>, grade: Grade) -> Known<T> {
    Known::of(known.clone().into_value(), grade)
}

#[test]
fn a_waiver_that_has_no_reason_is_barred() -> Checked {
    for grade in Grade::ALL {
        let mut request = request(Authority::Executive, "1 EUR", "100 EUR", &[])?;
        request.reason = Known::graded(None, grade);
        let verdict = judged(&WaiverPolicy::standard(), &request)?;
        assert_eq!(verdict.decision(), Decision::Deny, "{grade}");
    }
    Ok(())
}

#[test]
fn a_room_of_the_whole_claim_bounds_no_share() -> Checked {
    let request = request(Authority::Executive, "100 EUR", "100 EUR", &[])?;
    let verdict = judged(&WaiverPolicy::standard(), &request)?;
    assert_eq!(verdict.decision(), Decision::Permit);
    let share = |finding: &&Finding| finding.evidence.fact == Fact::WaivedShare;
    let found = verdict.findings().iter().find(share);
    assert_eq!(
        found.map(|finding| finding.outcome),
        Some(Outcome::Inapplicable)
    );
    Ok(())
}

#[test]
fn an_unknown_reason_claim_or_history_leaves_it_undecided() -> Checked {
    let forget: [fn(&mut WaiverRequest); 3] = [
        |request| request.reason = Known::Unknown,
        |request| request.claim = Known::Unknown,
        |request| request.earlier = Known::Unknown,
    ];
    for forget in forget {
        let mut request = request(Authority::Manager, "1 EUR", "100 EUR", &[])?;
        forget(&mut request);
        let verdict = judged(&policy()?, &request)?;
        assert_eq!(verdict.decision(), Decision::Undecided);
        assert_eq!(verdict.findings().gaps().count(), 1);
    }
    Ok(())
}

#[test]
fn a_waiver_that_cannot_be_is_refused() -> Checked {
    let cases = [
        (
            "0 EUR",
            "1 EUR",
            1,
            "0 EUR is waived, expected an amount above zero",
        ),
        (
            "1.01 EUR",
            "1 EUR",
            1,
            "1.01 EUR is waived of a claim of 1 EUR, expected no more than the claim",
        ),
        (
            "1 EUR",
            "2 USD",
            1,
            "1 EUR and 2 USD are in different currencies, expected one currency",
        ),
        (
            "1 EUR",
            "2 EUR",
            21,
            "an earlier waiver on 2024-05-21 is after 2024-05-20, expected dates up to that day",
        ),
    ];
    for (amount, claim, earlier, expected) in cases {
        let request = request(Authority::Manager, amount, claim, &[earlier])?;
        let error = judged(&policy()?, &request).err();
        assert_eq!(
            error.map(|error| error.to_string()).as_deref(),
            Some(expected)
        );
    }
    let mut request = request(Authority::Manager, "1 EUR", "2 EUR", &[])?;
    let (cause, on) = (WaiverCause::OurGoods, day(21));
    let document = "claim-9".parse()?;
    request.reason = Known::measured(Some(WaiverReason {
        cause,
        on,
        document,
    }));
    let error = judged(&policy()?, &request).err();
    assert_eq!(
        error.map(|error| error.to_string()).as_deref(),
        Some("the reason is of 2024-05-21, after 2024-05-20, expected a date up to that day")
    );
    Ok(())
}

#[test]
fn rooms_that_cannot_be_are_refused() -> Checked {
    let operator = room(Authority::Operator, "10 EUR", 10, Some(1))?;
    let less =
        "a manager has less room for `interest` than the operator, expected at least as much";
    let cases = [
        (
            operator.clone(),
            "the operator has two rooms for `interest`, expected one",
        ),
        (room(Authority::Manager, "9.99 EUR", 10, Some(1))?, less),
        (room(Authority::Manager, "10 USD", 10, Some(1))?, less),
        (room(Authority::Manager, "10 EUR", 9, Some(1))?, less),
        (room(Authority::Manager, "10 EUR", 10, Some(0))?, less),
        (
            room(Authority::Manager, "-1 EUR", 10, Some(1))?,
            "up to -1 EUR may be waived, expected zero or more; a manager has less room for \
             `interest` than the operator, expected at least as much",
        ),
    ];
    for (other, expected) in cases {
        let error = WaiverPolicy::standard()
            .with_rooms([operator.clone(), other])
            .err();
        assert_eq!(
            error.map(|error| error.to_string()).as_deref(),
            Some(expected)
        );
    }
    let same = room(Authority::Manager, "10 EUR", 10, Some(1))?;
    assert!(
        WaiverPolicy::standard()
            .with_rooms([same, operator])
            .is_ok()
    );
    let error = WaiverPolicy::standard().with_period(Days::new(0)).err();
    let expected = "waivers are counted in a period of at least 1 day, got 0 days";
    assert_eq!(
        error.map(|error| error.to_string()).as_deref(),
        Some(expected)
    );
    Ok(())
}

#[test]
fn json_is_checked_on_the_way_in() -> Checked {
    let json = serde_json::to_string(&policy()?)?;
    assert_eq!(serde_json::from_str::<WaiverPolicy>(&json)?, policy()?);
    let empty = json.replace(r#""period":5"#, r#""period":0"#);
    assert!(serde_json::from_str::<WaiverPolicy>(&empty).is_err());
    let again: WaiverRequest = serde_json::from_str(&serde_json::to_string(&request(
        Authority::Manager,
        "1 EUR",
        "2 EUR",
        &[1],
    )?)?)?;
    assert_eq!(again, request(Authority::Manager, "1 EUR", "2 EUR", &[1])?);
    Ok(())
}

#[test]
fn a_house_weighs_the_findings_of_a_waiver_but_not_the_bounds_of_its_rooms() -> Checked {
    use Decision::{Deny, Escalate, Permit};
    let id = "REC-04".parse()?;
    let standard = ReceivablePolicy::standard();
    let mild = standard.severities().with(id, Some(Severity::Notice))?;
    let off = standard.severities().with(id, None)?;
    let house = |severities| ReceivablePolicy::standard().with_severities(severities);
    let (mild, off) = (house(mild), house(off));
    let mut unshown = request(Authority::Manager, "10 EUR", "100 EUR", &[])?;
    unshown.reason = Known::measured(None);
    let beyond = request(Authority::Manager, "60 EUR", "100 EUR", &[])?;
    let rows = [
        (&standard, &unshown, Deny),
        (&mild, &unshown, Permit),
        (&off, &unshown, Permit),
        (&standard, &beyond, Escalate(Authority::Executive)),
        (&mild, &beyond, Escalate(Authority::Executive)),
    ];
    for (policy, request, expected) in rows {
        assert_eq!(judge_waiver(policy, request)?.decision(), expected);
    }
    Ok(())
}
