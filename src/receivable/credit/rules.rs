use crate::receivable::cards::{REC_01, REC_06};
use crate::receivable::completeness::require_complete;
use crate::receivable::credit::{
    Component, CreditError, CreditPolicy, CreditRelease, CreditRequest, Exposure,
};
use crate::receivable::limit::Allowed;
use crate::receivable::policy::ReceivablePolicy;
use crate::verdict::{
    About, Authority, Bound, Evidence, Fact, Presence, Reading, Recorder, Severity, Subject,
};
use crate::vocab::known::{Grade, Known};
use crate::vocab::money::Money;
use crate::vocab::words::Side;

/// Consults every rule about a sale on credit.
pub(super) fn consult<R: Recorder>(
    policy: &ReceivablePolicy,
    request: &CreditRequest,
    r: &mut R,
) -> Result<(), CreditError> {
    let on_credit = request.on_credit()?;
    if on_credit.is_zero() {
        r.pass_over(&REC_01, Fact::ReceivablesPolicy);
        return Ok(());
    }
    require_complete(&REC_01, policy, r);
    let terms = policy.credit().set();
    let Some(policy) = terms else {
        r.require(&REC_01, terms.is_some(), || {
            Evidence::present(Fact::CreditTerms, terms.is_some())
        });
        return Ok(());
    };
    // The step is counted before it is asked whether it is held: it has to be possible either way.
    let after = request.exposure.after(request.step, on_credit)?;
    if !policy.held_steps().contains(request.step) {
        pass_over(r);
        return Ok(());
    }
    let mut case = Case::new(policy, request, on_credit);
    for component in Component::ALL {
        case.limit(component, after, r)?;
    }
    case.age(r);
    case.suspension(r);
    case.release(r);
    Ok(())
}

/// Passes the rules over, because the policy does not hold the step.
fn pass_over<R: Recorder>(r: &mut R) {
    for component in Component::ALL {
        r.pass_over(&REC_01, component.fact());
    }
    r.pass_over(&REC_06, Fact::OldestOverdue);
    r.pass_over(&REC_06, Fact::CreditSuspension);
}

/// A request under a policy, with its release.
struct Case<'a> {
    policy: &'a CreditPolicy,
    request: &'a CreditRequest,
    on_credit: Money,
    /// The release, if it covers this request and is not by the person who asks.
    release: Option<CreditRelease>,
    needs_release: bool,
}

impl<'a> Case<'a> {
    fn new(policy: &'a CreditPolicy, request: &'a CreditRequest, on_credit: Money) -> Self {
        let release = request.release.filter(|release| {
            release.document == request.document
                && release.by != request.requested_by
                && request.as_of <= release.until
                && on_credit.amount() <= release.amount.amount()
        });
        Self {
            policy,
            request,
            on_credit,
            release,
            needs_release: false,
        }
    }

    /// Returns the severity of a breach that this authority may release; a notice if it was released.
    fn severity(&mut self, authority: Authority) -> Severity {
        self.needs_release = true;
        match self.release {
            Some(release) if authority <= release.authority => Severity::Notice,
            _ => Severity::Escalate(authority),
        }
    }

    /// Returns the amount that a component may reach in the currency of the sale; `None` if there is no
    /// such bound, which is recorded.
    ///
    /// A limit that does not name the currency allows nothing in it, whoever asks.
    fn bound<R: Recorder>(&self, component: Component, r: &mut R) -> Option<Money> {
        let limit = self.policy.limit(component);
        let allowed = limit.allows(self.on_credit.currency());
        let is_named = allowed != Allowed::Unnamed;
        match allowed {
            Allowed::Anything => r.pass_over(&REC_01, component.fact()),
            Allowed::UpTo(limit) => return Some(limit),
            Allowed::Unnamed => r.require(&REC_01, is_named, || {
                Evidence::present(Fact::Currency, is_named)
            }),
        }
        None
    }

    /// Checks that a component is within its limit (REC-01).
    ///
    /// Only our own ledger keeps the limit, or shows that a release suffices. An estimate does not, and nor
    /// does the debtor's word. Of an unknown total some parts may be known: if nobody may release what
    /// these exceed the limit by, the others change nothing.
    fn limit<R: Recorder>(
        &mut self,
        component: Component,
        after: Exposure,
        r: &mut R,
    ) -> Result<(), CreditError> {
        let (fact, policy) = (component.fact(), self.policy);
        let Some(limit) = self.bound(component, r) else {
            return Ok(());
        };
        let comparison = policy.comparison();
        let exceeds = |observed: Money| comparison.reaches(&observed.amount(), &limit.amount());
        let release_of = |observed: Money| -> Result<Option<Authority>, CreditError> {
            Ok(policy.release_of(observed.checked_sub(limit)?))
        };
        let exposure = match after.component(component)? {
            Known::Unknown if component == Component::Total => {
                let known = after.known_total(self.on_credit.currency())?;
                let is_barred = exceeds(known) && release_of(known)?.is_none();
                Known::of(is_barred.then_some(known), Grade::Measured)
            }
            exposure => exposure,
        };
        let least = policy.releases().keys().next();
        let least = least.map_or(Severity::Bar, |authority| Severity::Escalate(*authority));
        let excess = exposure.into_value().filter(|observed| exceeds(*observed));
        let severity = match excess.map(release_of).transpose()? {
            None => least,
            Some(Some(authority)) => self.severity(authority),
            Some(None) => Severity::Bar,
        };
        let holds = excess.is_none();
        let observed = if holds || severity == Severity::Notice {
            r.require_grade_at(&REC_01, least, About::ledger(fact), exposure)
        } else {
            excess
        };
        if let Some(observed) = observed {
            r.require_at(&REC_01, severity, holds, || {
                Evidence::money(fact, observed, comparison.not_reached(), limit)
            });
        }
        Ok(())
    }

    /// Checks that no invoice is overdue for too long (REC-06).
    fn age<R: Recorder>(&mut self, r: &mut R) {
        let fact = Fact::OldestOverdue;
        let Some(most) = self.policy.overdue_hold() else {
            return r.pass_over(&REC_06, fact);
        };
        let days = self.request.exposure.oldest_overdue;
        let is_held = days.value().is_some_and(|days| most < *days);
        let severity = self.hold(is_held);
        r.open_at(
            &REC_06,
            severity,
            About::ledger(fact),
            days,
            |_| !is_held,
            |days| Reading::days(days, Bound::AtMost, most),
        );
    }

    /// Checks that credit is not suspended (REC-06).
    fn suspension<R: Recorder>(&mut self, r: &mut R) {
        let fact = Fact::CreditSuspension;
        let suspension = self.request.suspension;
        let is_held = suspension.value() == Some(&Presence::Present);
        let severity = self.hold(is_held);
        r.open_at(
            &REC_06,
            severity,
            About::ledger(fact),
            suspension,
            |_| !is_held,
            |_| Reading::absent(is_held),
        );
    }

    fn hold(&mut self, is_held: bool) -> Severity {
        let authority = self.policy.hold_release();
        if is_held {
            self.severity(authority)
        } else {
            Severity::Escalate(authority)
        }
    }

    /// Checks that a release that is needed covers this request (REC-01).
    fn release<R: Recorder>(&self, r: &mut R) {
        let Some(release) = self.request.release.filter(|_| self.needs_release) else {
            return r.pass_over(&REC_01, Fact::CreditRelease);
        };
        let said = |r: &mut R, holds: bool, evidence: Evidence| {
            r.require_at(&REC_01, Severity::Notice, holds, || evidence);
        };
        let document = Subject::Document {
            id: release.document,
        };
        let is_ours = release.document == self.request.document;
        said(
            r,
            is_ours,
            Evidence::present(Fact::CreditRelease, is_ours).of(document),
        );
        if !is_ours {
            return;
        }
        let (as_of, until) = (self.request.as_of, release.until);
        let date = Reading::Date {
            observed: until,
            bound: Bound::AtLeast,
            required: as_of,
        };
        said(
            r,
            as_of <= until,
            Evidence::new(Fact::CreditRelease, date).of(document),
        );
        let within = self.on_credit.amount() <= release.amount.amount();
        let amount = Evidence::money(
            Fact::CreditRelease,
            release.amount,
            Bound::AtLeast,
            self.on_credit,
        );
        said(r, within, amount.of(document));
        own_request(self.request, release, r);
    }
}

/// Checks that the person who asks for a sale does not release it.
fn own_request<R: Recorder>(request: &CreditRequest, release: CreditRelease, r: &mut R) {
    let is_own = release.by == request.requested_by;
    r.require_at(&REC_01, Severity::Bar, !is_own, || {
        Evidence::absent(Fact::SelfDealing, is_own).of(Subject::Person {
            side: Side::Supplier,
            id: release.by,
        })
    });
}
