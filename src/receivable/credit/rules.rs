use crate::receivable::cards::{REC_01, REC_06};
use crate::receivable::completeness::require_complete;
use crate::receivable::credit::{
    Component, CreditError, CreditPolicy, CreditRelease, CreditRequest, Exposure,
};
use crate::receivable::limit::Allowed;
use crate::receivable::policy::ReceivablePolicy;
use crate::verdict::{
    About, Authority, Bound, Evidence, Fact, Outcome, Presence, Reading, Recorder, Severity,
    Subject,
};
use crate::vocab::money::Money;
use crate::vocab::words::Side;

/// Consults every rule about a sale on credit.
pub(super) fn consult<R: Recorder>(
    policy: &ReceivablePolicy,
    request: &CreditRequest,
    r: &mut R,
) -> Result<(), CreditError> {
    let on_credit = request.on_credit()?;
    prepaid(request.amount.checked_sub(on_credit)?, r);
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
    let mut case = Case::new(policy, request, on_credit, after);
    case.limits(r)?;
    case.age(r);
    case.suspension(r);
    case.release(r);
    Ok(())
}

/// Names the part of the sale to which the rules on credit do not apply, because it is prepaid.
fn prepaid<R: Recorder>(prepaid: Money, r: &mut R) {
    if !prepaid.is_zero() {
        r.record(&REC_01, REC_01.severity(), Outcome::Inapplicable, || {
            Evidence::found(Fact::Prepayment, prepaid)
        });
    }
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
    /// The exposure after the step.
    after: Exposure,
    /// The release, if it covers this request and is not by the person who asks.
    release: Option<CreditRelease>,
    needs_release: bool,
    /// A fact is missing by which the request may need a release.
    may_need_release: bool,
}

/// A component of the exposure, or the total, against its limit.
#[derive(Clone, Copy)]
struct Standing {
    limit: Money,
    /// The amount, or its known parts if it is not known.
    amount: Money,
    /// The severity of the excess of that amount, if there is one that nothing is missing to state.
    excess: Option<Severity>,
    needs_release: bool,
    /// The parts that are missing may change the outcome.
    is_open: bool,
}

impl<'a> Case<'a> {
    fn new(
        policy: &'a CreditPolicy,
        request: &'a CreditRequest,
        on_credit: Money,
        after: Exposure,
    ) -> Self {
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
            after,
            release,
            needs_release: false,
            may_need_release: false,
        }
    }

    /// Returns whether the release suffices for what this authority may release.
    fn is_released(&self, authority: Authority) -> bool {
        self.release
            .is_some_and(|release| authority <= release.authority)
    }

    /// Checks that each component, and then the total, is within its limit (REC-01).
    ///
    /// A gap in the total is one of each component that is missing.
    fn limits<R: Recorder>(&mut self, r: &mut R) -> Result<(), CreditError> {
        let total = self.standing(Component::Total)?;
        let needs_parts = total.is_some_and(|total| total.is_open);
        for (component, part) in self.after.parts() {
            let standing = self.standing(component)?;
            let is_open = standing.is_some_and(|standing| standing.is_open);
            let is_missing = !About::ledger(component.fact()).opens(part.grade());
            let is_gap = is_missing && (is_open || needs_parts);
            self.limit(component, standing, is_gap, r);
            if is_gap {
                self.may_need_release = true;
                r.require_grade_at(&REC_01, self.gap(), About::ledger(component.fact()), part);
            }
        }
        self.limit(Component::Total, total, needs_parts, r);
        Ok(())
    }

    /// Returns the severity of a missing amount: the least that its excess could have.
    fn gap(&self) -> Severity {
        let least = self.policy.releases().keys().next();
        least.map_or(Severity::Bar, |authority| Severity::Escalate(*authority))
    }

    /// Returns how a component, or the total, stands after the step; `None` if no limit has its currency.
    ///
    /// Only our own ledger keeps the limit, or shows that a release suffices. An estimate does not, and nor
    /// does the debtor's word. An excess of the known parts is one whatever the others are. If nobody may
    /// release it, or somebody may release any, the others change nothing.
    fn standing(&self, component: Component) -> Result<Option<Standing>, CreditError> {
        let policy = self.policy;
        let Allowed::UpTo(limit) = policy.limit(component).allows(self.on_credit.currency()) else {
            return Ok(None);
        };
        let known = self.after.component(component)?;
        let step = self.request.step;
        let amount = self.after.at_least(component, step, self.on_credit)?;
        let is_measured = About::ledger(component.fact()).opens(known.grade());
        let exceeds = policy
            .comparison()
            .reaches(&amount.amount(), &limit.amount());
        let authority = match exceeds {
            true => policy.release_of(amount.checked_sub(limit)?),
            false => None,
        };
        let (excess, is_open) = match authority {
            None if !exceeds => (None, !is_measured),
            None => (Some(Severity::Bar), false),
            Some(authority) if self.is_released(authority) => {
                (is_measured.then_some(Severity::Notice), !is_measured)
            }
            Some(authority) => {
                let is_final = known.is_known() || policy.releases_any(authority);
                (Some(Severity::Escalate(authority)), !is_final)
            }
        };
        Ok(Some(Standing {
            limit,
            amount,
            excess,
            needs_release: exceeds,
            is_open,
        }))
    }

    /// Records how a component, or the total, stands against its limit; a gap is recorded by itself.
    ///
    /// A limit that does not name the currency allows nothing in it, whoever asks.
    fn limit<R: Recorder>(
        &mut self,
        component: Component,
        standing: Option<Standing>,
        is_gap: bool,
        r: &mut R,
    ) {
        let (limit, fact) = (self.policy.limit(component), component.fact());
        let Some(standing) = standing else {
            let is_named = limit.allows(self.on_credit.currency()) != Allowed::Unnamed;
            return match is_named {
                true if is_gap => {}
                true => r.pass_over(&REC_01, fact),
                false => r.require(&REC_01, is_named, || {
                    Evidence::present(Fact::Currency, is_named)
                }),
            };
        };
        self.needs_release |= standing.needs_release;
        let holds = standing.excess.is_none();
        if holds && standing.is_open {
            return;
        }
        let severity = standing.excess.unwrap_or(self.gap());
        r.require_at(&REC_01, severity, holds, || {
            let bound = self.policy.comparison().not_reached();
            Evidence::money(fact, standing.amount, bound, standing.limit)
        });
    }

    /// Checks that no invoice is overdue for too long (REC-06).
    fn age<R: Recorder>(&mut self, r: &mut R) {
        let fact = Fact::OldestOverdue;
        let Some(most) = self.policy.overdue_hold() else {
            return r.pass_over(&REC_06, fact);
        };
        let days = self.request.exposure.oldest_overdue;
        let is_held = days.value().is_some_and(|days| most < *days);
        let severity = self.hold(is_held, About::ledger(fact).opens(days.grade()));
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
        let severity = self.hold(is_held, About::ledger(fact).opens(suspension.grade()));
        r.open_at(
            &REC_06,
            severity,
            About::ledger(fact),
            suspension,
            |_| !is_held,
            |_| Reading::absent(is_held),
        );
    }

    /// Returns the severity of a hold: that of a release, if the step is held and needs one.
    fn hold(&mut self, is_held: bool, is_measured: bool) -> Severity {
        let authority = self.policy.hold_release();
        self.needs_release |= is_held;
        self.may_need_release |= !is_measured;
        match is_held && self.is_released(authority) {
            true => Severity::Notice,
            false => Severity::Escalate(authority),
        }
    }

    /// Checks that a release that is needed covers this request (REC-01).
    ///
    /// While it is open whether the request needs one, nothing is said of the release.
    fn release<R: Recorder>(&self, r: &mut R) {
        let Some(release) = self.request.release else {
            return r.pass_over(&REC_01, Fact::CreditRelease);
        };
        match (self.needs_release, self.may_need_release) {
            (true, _) => self.covers(release, r),
            (false, true) => {}
            (false, false) => r.pass_over(&REC_01, Fact::CreditRelease),
        }
    }

    /// Checks that a release is of this sale, holds on the day and is large enough.
    fn covers<R: Recorder>(&self, release: CreditRelease, r: &mut R) {
        let said = |r: &mut R, holds: bool, evidence: Evidence| {
            r.require_at(&REC_01, Severity::Notice, holds, || evidence);
        };
        let document = Subject::Document {
            id: release.document,
        };
        let is_ours = release.document == self.request.document;
        if !is_ours {
            let evidence = Evidence::present(Fact::CreditRelease, is_ours).of(document);
            return said(r, is_ours, evidence);
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
