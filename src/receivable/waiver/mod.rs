//! Waivers of charges, and the authority that they need (减免: REC-04, REC-05).
//!
//! ```text
//! WaiverRequest + WaiverPolicy -> judge_waiver -> Verdict   within whose authority is it?
//! ```
//!
//! - *Looks at*: The claim and the part to be waived, the people who ask and decide, and the
//!   waivers of the period so far.
//! - *Why*: A policy that anybody may set aside has no effect. A waiver within an authority is a
//!   rule that was applied.
//! - *Breaks it*: An amount, a share or a number of waivers beyond the authority. A person who
//!   decides for themselves, or has an interest of their own.
//! - *Keeps it*: A waiver within the authority of the person who decides. Beyond it, the answer
//!   names the least authority that suffices.
//! - *Rules*: REC-04, REC-05.
//!
//! # Examples
//!
//! A person waives interest for a customer in which they have an interest of their own.
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::receivable::waiver::{WaiverPolicy, WaiverRequest, WaiverSubject, judge_waiver};
//! use keqing::verdict::{Authority, Decision, Presence};
//! use keqing::vocab::known::Known;
//!
//! let as_of = NaiveDate::from_ymd_opt(2024, 5, 1).ok_or("no such date")?;
//! let (subject, authority) = (WaiverSubject::Interest, Authority::Executive);
//! let (invoice, person) = ("2024-017".parse()?, "zhao-min".parse()?);
//! let amount = "40 EUR".parse()?;
//! let request = WaiverRequest::new(subject, invoice, amount, person, authority, as_of)
//!     .with_personal_interest(Known::measured(Presence::Present));
//! let verdict = judge_waiver(&WaiverPolicy::standard(), &request)?;
//! assert_eq!(verdict.decision(), Decision::Deny);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod error;
mod policy;
mod request;
mod rules;

pub use error::WaiverError;
pub use policy::{WaiverAuthority, WaiverPolicy, WaiverPolicyError, WaiverSubject};
pub use request::WaiverRequest;

use crate::verdict::Verdict;

/// Judges whether a person may waive a charge or a limit of the policy.
///
/// Each authority has its room, by the amount, by the share of the claim and by the number of
/// waivers in a period ([`REC_05`](crate::receivable::cards::REC_05)). A waiver beyond the room of
/// the person who decides is escalated to the least authority whose room suffices. It is barred if
/// no room suffices.
///
/// A person who has an interest of their own in the customer, or decides for themselves, may waive
/// nothing ([`REC_04`](crate::receivable::cards::REC_04)). A waiver without a reason, or with one
/// of these facts unknown, stays undecided.
///
/// # Errors
///
/// [`WaiverError`] is returned when the amount is not above zero or above the claim, or the
/// currencies differ. It is also returned when an earlier waiver lies after the date of the
/// request.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::receivable::waiver::{WaiverPolicy, WaiverRequest, WaiverSubject, judge_waiver};
/// use keqing::verdict::{Authority, Decision, Presence};
/// use keqing::vocab::known::Known;
///
/// let as_of = NaiveDate::from_ymd_opt(2024, 5, 1).ok_or("no such date")?;
/// let (invoice, manager) = ("2024-017".parse()?, "zhao-min".parse()?);
/// let amount = "40 EUR".parse()?;
/// let mut request =
///     WaiverRequest::new(WaiverSubject::Interest, invoice, amount, manager, Authority::Manager, as_of);
/// request.claim = Known::measured("100 EUR".parse()?);
/// request.personal_interest = Known::measured(Presence::Absent);
/// request.for_oneself = Known::measured(Presence::Absent);
/// request.reason = Known::measured("our bank held the payment".parse()?);
/// request.earlier = Known::measured(vec![]);
/// let policy = WaiverPolicy::standard();
/// assert_eq!(judge_waiver(&policy, &request)?.decision(), Decision::Permit);
///
/// request.amount = "60 EUR".parse()?;
/// let beyond = judge_waiver(&policy, &request)?;
/// assert_eq!(beyond.decision(), Decision::Escalate(Authority::Executive));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn judge_waiver(
    policy: &WaiverPolicy,
    request: &WaiverRequest,
) -> Result<Verdict, WaiverError> {
    request.check()?;
    Verdict::try_of(|r| rules::consult(policy, request, r))
}

#[cfg(test)]
mod tests {
    use alloc::boxed::Box;
    use alloc::string::ToString;
    use core::error::Error;

    use chrono::NaiveDate;

    use super::{WaiverAuthority, WaiverPolicy, WaiverRequest, WaiverSubject, judge_waiver};
    use crate::receivable::limit::{Amounts, MoneyLimit};
    use crate::verdict::{Authority, Decision, Presence};
    use crate::vocab::known::Known;
    use crate::vocab::share::Share;
    use crate::vocab::time::Days;

    type Checked = Result<(), Box<dyn Error>>;

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
        request.reason = Known::measured("late delivery".parse()?);
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
            let verdict = judge_waiver(&policy()?, &request(authority, amount, claim, earlier)?)?;
            let case = (authority, amount, claim, earlier);
            assert_eq!(verdict.decision(), expected, "{case:?}");
        }
        Ok(())
    }

    #[test]
    fn who_has_no_room_may_not_waive_the_least() -> Checked {
        let standard = WaiverPolicy::standard();
        let least = request(Authority::Operator, "0.01 EUR", "1000 EUR", &[])?;
        let verdict = judge_waiver(&standard, &least)?;
        assert_eq!(verdict.decision(), Decision::Escalate(Authority::Manager));
        let nobody = standard.with_rooms([])?;
        let all = request(Authority::Executive, "0.01 EUR", "1000 EUR", &[])?;
        assert_eq!(judge_waiver(&nobody, &all)?.decision(), Decision::Deny);
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
            assert_eq!(
                judge_waiver(&standard, &request)?.decision(),
                Decision::Deny
            );
            concern(&mut request, Known::Unknown);
            assert_eq!(
                judge_waiver(&standard, &request)?.decision(),
                Decision::Undecided
            );
        }
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
            let verdict = judge_waiver(&policy()?, &request)?;
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
            let error = judge_waiver(&policy()?, &request).err();
            assert_eq!(
                error.map(|error| error.to_string()).as_deref(),
                Some(expected)
            );
        }
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
}
