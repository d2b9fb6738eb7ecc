use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::lifecycle::{ShareOfWallet, StageProfile, Standing};
use crate::oracle::Decided;
use crate::review::Review;
use crate::verdict::{Assessment, Finding, RuleCard, Tally, Verdict};
use crate::vocab::{FractionalMoney, Known, Rate, RoundedMoney, Share};
use crate::{loyalty, party, receivable, satisfaction};

/// An answer that may have findings behind it.
pub trait Explained {
    /// Returns the findings behind the answer.
    fn findings(&self) -> Vec<&Finding> {
        Vec::new()
    }
}

impl Explained for Verdict {
    fn findings(&self) -> Vec<&Finding> {
        Verdict::findings(self).iter().collect()
    }
}

impl<T> Explained for Assessment<T> {
    fn findings(&self) -> Vec<&Finding> {
        Assessment::findings(self).iter().collect()
    }
}

impl Explained for Decided {
    fn findings(&self) -> Vec<&Finding> {
        self.refusal
            .as_ref()
            .map(Explained::findings)
            .unwrap_or_default()
    }
}

impl Explained for Vec<Verdict> {
    fn findings(&self) -> Vec<&Finding> {
        self.iter()
            .flat_map(|verdict| verdict.findings().iter())
            .collect()
    }
}

impl Explained for loyalty::Loyalty {
    fn findings(&self) -> Vec<&Finding> {
        loyalty::Loyalty::findings(self).collect()
    }
}

impl Explained for Review {
    fn findings(&self) -> Vec<&Finding> {
        Review::findings(self).collect()
    }
}

impl Explained for Known<ShareOfWallet> {}
impl Explained for Known<satisfaction::LoyaltySupport> {}
impl Explained for Option<party::Capture> {}
impl Explained for RuleCard {}
impl Explained for Standing {}
impl Explained for StageProfile {}
impl Explained for Tally {}
impl Explained for NaiveDate {}
impl Explained for FractionalMoney {}
impl Explained for Rate {}
impl Explained for RoundedMoney {}
impl Explained for Share {}
impl Explained for Vec<receivable::Debt> {}
impl Explained for Vec<receivable::Regime> {}
impl Explained for Vec<receivable::Instalment> {}
impl Explained for Option<receivable::FractionalDays> {}
impl Explained for Option<receivable::WronglyTaken> {}
impl Explained for receivable::Aging {}
impl Explained for receivable::Allocation {}
impl Explained for receivable::AllocationHistory {}
impl Explained for receivable::Discount {}
impl Explained for receivable::FractionalDays {}
impl Explained for receivable::Interest {}
impl Explained for receivable::PaidOn {}
impl Explained for satisfaction::Comparison {}

impl Explained for receivable::Statement {
    fn findings(&self) -> Vec<&Finding> {
        receivable::Statement::findings(self).collect()
    }
}

impl Explained for satisfaction::SatisfactionPicture {
    fn findings(&self) -> Vec<&Finding> {
        satisfaction::SatisfactionPicture::findings(self).collect()
    }
}
