use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::verdict::assessment::Assessment;
use crate::verdict::decision::Severity;
use crate::verdict::finding::{Finding, Findings};
use crate::verdict::ruling::Verdict;

/// An answer whose findings take the severities of a house (可加权的回答).
///
/// Verdicts, assessments, pictures and reviews implement it. [`Policy::weigh`](crate::policy::Policy::weigh)
/// applies the severities of a whole policy.
pub trait Weigh {
    /// Replaces the severity of each finding, and leaves a finding out if its rule is off.
    ///
    /// The decision of the answer follows from its findings. If an assessment has no value, the gaps of a
    /// rule that is off stay as notices, because they give the reason.
    fn weigh(&mut self, severity: &dyn Fn(&Finding) -> Option<Severity>);
}

impl Weigh for Findings {
    fn weigh(&mut self, severity: &dyn Fn(&Finding) -> Option<Severity>) {
        self.weigh_each(severity);
    }
}

impl Weigh for Verdict {
    fn weigh(&mut self, severity: &dyn Fn(&Finding) -> Option<Severity>) {
        self.weigh_each(severity);
    }
}

impl<T> Weigh for Assessment<T> {
    fn weigh(&mut self, severity: &dyn Fn(&Finding) -> Option<Severity>) {
        self.weigh_each(severity);
    }
}

impl<W: Weigh + ?Sized> Weigh for Box<W> {
    fn weigh(&mut self, severity: &dyn Fn(&Finding) -> Option<Severity>) {
        (**self).weigh(severity);
    }
}

impl<W: Weigh> Weigh for Option<W> {
    fn weigh(&mut self, severity: &dyn Fn(&Finding) -> Option<Severity>) {
        self.iter_mut().for_each(|answer| answer.weigh(severity));
    }
}

impl<W: Weigh> Weigh for Vec<W> {
    fn weigh(&mut self, severity: &dyn Fn(&Finding) -> Option<Severity>) {
        self.iter_mut().for_each(|answer| answer.weigh(severity));
    }
}

/// Weighs each of several parts of an answer.
macro_rules! weigh_parts {
    ($type:ty: $($part:ident)+) => {
        impl $crate::verdict::Weigh for $type {
            fn weigh(
                &mut self,
                severity: &dyn Fn(&$crate::verdict::Finding) -> Option<$crate::verdict::Severity>,
            ) {
                $($crate::verdict::Weigh::weigh(&mut self.$part, severity);)+
            }
        }
    };
}

pub(crate) use weigh_parts;
