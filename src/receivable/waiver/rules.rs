use chrono::NaiveDate;

use crate::receivable::cards::REC_04;
use crate::receivable::limit::Allowed;
use crate::receivable::waiver::error::WaiverError;
use crate::receivable::waiver::policy::{WaiverAuthority, WaiverPolicy};
use crate::receivable::waiver::reason::WaiverReason;
use crate::receivable::waiver::request::WaiverRequest;
use crate::verdict::{Bound, Fact, Presence, Reading, Recorder, Severity, Subject};
use crate::vocab::known::{Grade, Known};
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
    reason(request, r);
    amount(policy, request, r);
    share(policy, request, r)?;
    count(policy, request, r);
    Ok(())
}

/// A person with an interest of their own waives nothing.
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
    r.open_at(
        &REC_04,
        REC_04.severity(),
        (fact, person),
        known,
        |presence| presence == Presence::Absent,
        |presence| Reading::absent(presence == Presence::Present),
    );
}

/// A waiver has a reason: an event with its day and the document that shows it.
fn reason<R: Recorder>(request: &WaiverRequest, r: &mut R) {
    let fact = Fact::WaiverReason;
    let subject = match request.reason.into_value().flatten() {
        Some(reason) => Subject::named(reason.cause.name()),
        None => about(request),
    };
    r.open_at(
        &REC_04,
        REC_04.severity(),
        (fact, subject),
        request.reason,
        is_shown,
        |reason| Reading::present(is_shown(reason)),
    );
}

/// Returns whether a reason has a document that shows it; a dash is none.
fn is_shown(reason: Option<WaiverReason>) -> bool {
    reason.is_some_and(|one| one.document.says())
}

const fn about(request: &WaiverRequest) -> Subject {
    Subject::Document {
        id: request.document,
    }
}

/// No more than the largest amount.
fn amount<R: Recorder>(policy: &WaiverPolicy, request: &WaiverRequest, r: &mut R) {
    let (fact, currency) = (Fact::WaivedAmount, request.amount.currency());
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
        return r.pass_over(&REC_04, fact);
    };
    let fits = |observed: Money, room: &WaiverAuthority| {
        most(room).is_none_or(|most| observed.amount() <= most.amount())
    };
    let observed = Known::measured(request.amount);
    within_room(policy, request, (fact, observed), fits, r, |observed| {
        Reading::money(observed, Bound::AtMost, required)
    });
}

/// No more than the largest share of the claim.
///
/// A room of the whole claim bounds no share, because no waiver exceeds its claim.
fn share<R: Recorder>(
    policy: &WaiverPolicy,
    request: &WaiverRequest,
    r: &mut R,
) -> Result<(), WaiverError> {
    let fact = Fact::WaivedShare;
    let required = own(policy, request).map_or(Share::NONE, |room| room.share);
    let observed = match request.claim {
        Known::Unknown => Known::Unknown,
        Known::Given(claim) => {
            let share = Share::of_amounts(request.amount.amount(), claim.value.amount())?;
            Known::graded(share, claim.grade)
        }
    };
    if required == Share::ALL && observed.grade() >= Some(Grade::OWN_WORD) {
        r.pass_over(&REC_04, fact);
        return Ok(());
    }
    let fits = |observed: Share, room: &WaiverAuthority| observed <= room.share;
    within_room(policy, request, (fact, observed), fits, r, |observed| {
        Reading::share(observed, Bound::AtMost, required)
    });
    Ok(())
}

/// No more often than the policy says, this waiver included.
fn count<R: Recorder>(policy: &WaiverPolicy, request: &WaiverRequest, r: &mut R) {
    let fact = Fact::WaiverCount;
    let required = match own(policy, request) {
        Some(room) => room.count,
        None => Some(0),
    };
    let Some(required) = required else {
        return r.pass_over(&REC_04, fact);
    };
    let in_period = |on: &&NaiveDate| {
        Days::between(**on, request.as_of).is_some_and(|days| days < policy.period())
    };
    let observed = request.earlier.as_ref().map(|earlier| {
        let before = earlier.iter().filter(in_period).count();
        u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1)
    });
    let fits =
        |observed: u32, room: &WaiverAuthority| room.count.is_none_or(|most| observed <= most);
    within_room(policy, request, (fact, observed), fits, r, |observed| {
        Reading::count(observed, Bound::AtMost, required)
    });
}

/// Checks one bound: the room of the person who decides, or else the least authority that suffices.
///
/// A gap bars, because nobody can tell which authority suffices.
fn within_room<T: Copy, R: Recorder>(
    policy: &WaiverPolicy,
    request: &WaiverRequest,
    (fact, observed): (Fact, Known<T>),
    fits: impl Fn(T, &WaiverAuthority) -> bool,
    r: &mut R,
    reading: impl FnOnce(T) -> Reading,
) {
    let rooms = policy.rooms().iter();
    let mut ours = rooms.filter(|room| room.subject == request.subject);
    // The rooms of a subject stand by their authority, the least first.
    let least = observed.into_value().map(|value| {
        ours.find(|room| fits(value, room))
            .map(|room| room.authority)
    });
    let holds = least.is_none_or(|least| least.is_some_and(|least| least <= request.authority));
    let severity = match least.flatten() {
        Some(least) if !holds => Severity::Escalate(least),
        _ => Severity::Bar,
    };
    r.open_at(
        &REC_04,
        severity,
        (fact, about(request)),
        observed,
        |_| holds,
        reading,
    );
}

fn own<'a>(policy: &'a WaiverPolicy, request: &WaiverRequest) -> Option<&'a WaiverAuthority> {
    policy.room(request.subject, request.authority)
}
