use chrono::NaiveDate;

use crate::receivable::cards::{REC_04, REC_05};
use crate::receivable::limit::Allowed;
use crate::receivable::waiver::error::WaiverError;
use crate::receivable::waiver::policy::{WaiverAuthority, WaiverPolicy};
use crate::receivable::waiver::request::WaiverRequest;
use crate::verdict::{Bound, Evidence, Fact, Presence, Recorder, Severity, Subject};
use crate::vocab::known::Known;
use crate::vocab::money::Money;
use crate::vocab::share::Share;
use crate::vocab::time::Days;
use crate::vocab::words::Side;

/// Consults every rule about a waiver.
pub(super) fn consult<R: Recorder>(
    policy: &WaiverPolicy,
    request: &WaiverRequest,
    r: &mut R,
) -> Result<(), WaiverError> {
    disinterested(
        Fact::PersonalInterest,
        request.personal_interest,
        request,
        r,
    );
    disinterested(Fact::SelfDealing, request.for_oneself, request, r);
    let about = Subject::Document {
        id: request.document,
    };
    r.need_at(
        &REC_04,
        Severity::Bar,
        Fact::WaiverReason,
        request.reason,
        |_| true,
        |_| Evidence::present(Fact::WaiverReason, true).of(about),
    );
    amount(policy, request, r);
    share(policy, request, r)?;
    count(policy, request, r);
    Ok(())
}

/// REC-04: a person with an interest of their own waives nothing.
fn disinterested<R: Recorder>(
    fact: Fact,
    known: Known<Presence>,
    request: &WaiverRequest,
    r: &mut R,
) {
    let person = Subject::Person {
        side: Side::Supplier,
        id: request.by,
    };
    r.need_at(
        &REC_04,
        Severity::Bar,
        fact,
        known,
        |presence| presence == Presence::Absent,
        |presence| Evidence::absent(fact, presence == Presence::Present).of(person),
    );
}

/// REC-05: no more than the largest amount.
fn amount<R: Recorder>(policy: &WaiverPolicy, request: &WaiverRequest, r: &mut R) {
    let (observed, currency) = (request.amount, request.amount.currency());
    let most = |room: &WaiverAuthority| match room.amount.allows(currency) {
        Allowed::Anything => None,
        Allowed::UpTo(most) => Some(most),
        Allowed::Unnamed => Some(Money::zero(currency)),
    };
    let required = match own(policy, request) {
        Some(room) => most(room),
        None => Some(Money::zero(currency)),
    };
    let Some(required) = required else {
        return r.pass_over(&REC_05, Fact::WaivedAmount);
    };
    let fits =
        |room: &WaiverAuthority| most(room).is_none_or(|most| observed.amount() <= most.amount());
    state(policy, request, fits, r, || {
        Evidence::money(Fact::WaivedAmount, observed, Bound::AtMost, required)
    });
}

/// REC-05: no more than the largest share of the claim.
fn share<R: Recorder>(
    policy: &WaiverPolicy,
    request: &WaiverRequest,
    r: &mut R,
) -> Result<(), WaiverError> {
    let Some(claim) = request.claim.value() else {
        r.miss_at(&REC_05, Severity::Bar, Fact::WaivedShare);
        return Ok(());
    };
    let observed = Share::of_amounts(request.amount.amount(), claim.amount())?;
    let required = own(policy, request).map_or(Share::NONE, |room| room.share);
    state(
        policy,
        request,
        |room| observed <= room.share,
        r,
        || Evidence::share(Fact::WaivedShare, observed, Bound::AtMost, required),
    );
    Ok(())
}

/// REC-05: no more often than the policy says, this waiver included.
fn count<R: Recorder>(policy: &WaiverPolicy, request: &WaiverRequest, r: &mut R) {
    let required = match own(policy, request) {
        Some(room) => room.count,
        None => Some(0),
    };
    let Some(required) = required else {
        return r.pass_over(&REC_05, Fact::WaiverCount);
    };
    let Some(earlier) = request.earlier.value() else {
        return r.miss_at(&REC_05, Severity::Bar, Fact::WaiverCount);
    };
    let in_period = |on: &&NaiveDate| {
        Days::between(**on, request.as_of).is_some_and(|days| days < policy.period())
    };
    let before = u32::try_from(earlier.iter().filter(in_period).count()).unwrap_or(u32::MAX);
    let observed = before.saturating_add(1);
    let fits = |room: &WaiverAuthority| room.count.is_none_or(|most| observed <= most);
    state(policy, request, fits, r, || {
        Evidence::count(Fact::WaiverCount, observed, Bound::AtMost, required)
    });
}

/// Checks one bound: the room of the person who decides, or else the least authority that suffices.
fn state<R: Recorder>(
    policy: &WaiverPolicy,
    request: &WaiverRequest,
    fits: impl Fn(&WaiverAuthority) -> bool,
    r: &mut R,
    evidence: impl FnOnce() -> Evidence,
) {
    let least = policy
        .rooms()
        .iter()
        .filter(|room| room.subject == request.subject && fits(room))
        .map(|room| room.authority)
        .min();
    let severity = least.map_or(Severity::Bar, Severity::Escalate);
    let holds = least.is_some_and(|least| least <= request.authority);
    let about = Subject::Document {
        id: request.document,
    };
    r.require_at(&REC_05, severity, holds, || evidence().of(about));
}

fn own<'a>(policy: &'a WaiverPolicy, request: &WaiverRequest) -> Option<&'a WaiverAuthority> {
    policy.room(request.subject, request.authority)
}
