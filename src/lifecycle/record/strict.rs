//! The facts that a gate reads of a record: of several statements the strictest.

use alloc::borrow::Cow;
use core::cmp::Ordering;

use serde::Serialize;

use crate::lifecycle::policy::LifecyclePolicy;
use crate::lifecycle::record::source::{Expired, Read};
use crate::lifecycle::stage::{StageFacts, StageRecord};
use crate::lifecycle::wallet::ShareOfWallet;
use crate::verdict::{Fact, Presence};
use crate::vocab::known::{Known, Lasting, Stated};
use crate::vocab::set::Set;
use crate::vocab::share::Share;
use crate::vocab::words::{Bond, Department, Stage, Trust, TrustLevel};

/// The opening of a gate: the entry into a stage, or a hold in it.
#[derive(Clone, Copy)]
pub(super) enum Opening {
    Entry,
    Hold,
}

/// The reader of what the gate of a stage reads.
pub(super) struct Strict<'a> {
    record: &'a StageRecord,
    policy: &'a LifecyclePolicy,
    stage: Stage,
    opening: Opening,
    expired: Expired,
}

impl<'a> Strict<'a> {
    /// Makes the reader, with the facts that have expired of those that count.
    pub(super) const fn of(
        record: &'a StageRecord,
        policy: &'a LifecyclePolicy,
        (stage, opening): (Stage, Opening),
        expired: Expired,
    ) -> Self {
        Self {
            record,
            policy,
            stage,
            opening,
            expired,
        }
    }

    /// Returns the facts that the gate reads; those that it does not read are the ones that count.
    pub(super) fn read(mut self, counted: &StageFacts) -> Read<'static> {
        let record = self.record;
        let share = self.share();
        let facts = StageFacts {
            bond: self.bond(),
            departments: self.departments(),
            executive_tie: self.presence(Fact::ExecutiveTie, &record.executive_tie),
            joint_functions: self.joint_functions(),
            partnership: self.partnership(),
            recognition: self.presence(Fact::Recognition, &record.recognition),
            rival_share: self.rival_share(share),
            share,
            trade_history: self.trade_history(),
            trust: self.trust(),
            ..*counted
        };
        Read {
            facts: Cow::Owned(facts),
            expired: self.expired,
        }
    }

    /// Reads one fact; of equally strong statements the least one of the order.
    fn fact<T: Clone + Eq + Serialize>(
        &mut self,
        fact: Fact,
        lasting: Lasting,
        stated: &Stated<T>,
        passes: impl Fn(&T) -> bool,
        order: impl Fn(&T, &T) -> Ordering,
    ) -> Known<T> {
        let (known, expired) = stated.read(self.record.as_of, lasting, passes, order);
        if let Some(since) = expired {
            self.expired.retain(|(other, _)| *other != fact);
            self.expired.push((fact, since));
        }
        known
    }

    fn state<T: Clone + Eq + Serialize>(
        &mut self,
        fact: Fact,
        stated: &Stated<T>,
        passes: impl Fn(&T) -> bool,
        order: impl Fn(&T, &T) -> Ordering,
    ) -> Known<T> {
        self.fact(fact, self.policy.states(), stated, passes, order)
    }

    fn presence(&mut self, fact: Fact, stated: &Stated<Presence>) -> Known<Presence> {
        self.state(fact, stated, |one| one.is_present(), Ord::cmp)
    }

    fn partnership(&mut self) -> Known<Presence> {
        let stated = &self.record.partnership;
        let passes = |one: &Presence| one.is_present();
        self.fact(Fact::Partnership, Lasting::Term, stated, passes, Ord::cmp)
    }

    /// Reads the earlier trade: Development is the stage of those who never had any.
    fn trade_history(&mut self) -> Known<Presence> {
        let stated = &self.record.trade_history;
        let passes = |one: &Presence| !one.is_present();
        let order = |one: &Presence, other: &Presence| other.cmp(one);
        self.fact(Fact::TradeHistory, Lasting::Term, stated, passes, order)
    }

    fn bond(&mut self) -> Known<Bond> {
        let passes = |bond: &Bond| bond.is_attached();
        self.state(Fact::Bond, &self.record.bond, passes, Ord::cmp)
    }

    fn departments(&mut self) -> Known<Set<Department>> {
        let asked = self.policy.gate(self.stage).departments;
        let least = asked.map_or(0, |asked| asked.least);
        let passes = |set: &Set<Department>| u32::try_from(set.len()).is_ok_and(|n| n >= least);
        self.state(Fact::Departments, &self.record.departments, passes, fewer)
    }

    fn joint_functions(&mut self) -> Known<Set<Department>> {
        let asked = self.policy.gate(self.stage).joint_functions;
        let least = asked.map_or(Set::empty(), |asked| asked.least);
        let stated = &self.record.joint_functions;
        let passes = |set: &Set<Department>| set.is_superset(least);
        self.state(Fact::JointFunctions, stated, passes, fewer)
    }

    fn trust(&mut self) -> Trust {
        let gate = self.policy.gate(self.stage);
        let people = gate.personal_trust.map(|asked| asked.least);
        let between = gate.organizational_trust.map(|asked| asked.least);
        let told = &self.record.trust;
        let passes = |least: Option<TrustLevel>| move |level: &TrustLevel| Some(*level) >= least;
        let (own, wide) = (passes(people), passes(between));
        Trust {
            personal: self.state(Fact::PersonalTrust, &told.personal, own, Ord::cmp),
            organizational: self.state(
                Fact::OrganizationalTrust,
                &told.organizational,
                wide,
                Ord::cmp,
            ),
        }
    }

    fn share(&mut self) -> Known<ShareOfWallet> {
        let (policy, stage, opening) = (self.policy, self.stage, self.opening);
        let passes = |wallet: &ShareOfWallet| opening.passes(policy, stage, *wallet);
        let order = |one: &ShareOfWallet, other: &ShareOfWallet| opening.order(stage, *one, *other);
        self.state(Fact::Share, &self.record.share, passes, order)
    }

    /// Reads the share of a rival against ours, as it was read.
    fn rival_share(&mut self, ours: Known<ShareOfWallet>) -> Known<Share> {
        let ours = ours.into_value().and_then(ShareOfWallet::share);
        let passes = |rival: &Share| ours.is_none_or(|ours| *rival < ours);
        let order = |one: &Share, other: &Share| other.cmp(one);
        self.state(Fact::RivalShare, &self.record.rival_share, passes, order)
    }
}

impl Opening {
    /// Returns whether a share carries the stage. A hold in Development needs that there is no trade.
    fn passes(self, policy: &LifecyclePolicy, stage: Stage, wallet: ShareOfWallet) -> bool {
        match (self, wallet) {
            _ if stage == Stage::Development => wallet.share().is_none_or(|share| share.is_none()),
            (Self::Hold, ShareOfWallet::NoDemand) => true,
            (Self::Entry, ShareOfWallet::NoDemand) => false,
            (_, ShareOfWallet::Of(share)) => policy.bound(stage).admits(&share, &policy.cut(stage)),
        }
    }

    /// Orders shares, the strictest first.
    fn order(self, stage: Stage, one: ShareOfWallet, other: ShareOfWallet) -> Ordering {
        let [one, other] = [one, other].map(ShareOfWallet::share);
        match self {
            _ if stage == Stage::Development => other.cmp(&one),
            Self::Entry => one.cmp(&other),
            Self::Hold => (one.is_none(), one).cmp(&(other.is_none(), other)),
        }
    }
}

/// Orders sets by their number of members, the fewest first.
fn fewer(one: &Set<Department>, other: &Set<Department>) -> Ordering {
    one.len().cmp(&other.len()).then(one.cmp(other))
}
