use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::lifecycle::{ShareOfWallet, StageProfile, Standing};
use crate::oracle::Decided;
use crate::review::Review;
use crate::verdict::{Assessment, Finding, RuleCard, Tally, Verdict};
use crate::vocab::{FractionalMoney, Known, Rate, RoundedMoney, Share};
use crate::{loyalty, party, receivable, satisfaction};

/// An answer that may have findings behind it.
pub trait HasFindings {
    /// Returns the findings behind the answer.
    fn findings(&self) -> Vec<&Finding> {
        Vec::new()
    }
}

impl HasFindings for Verdict {
    fn findings(&self) -> Vec<&Finding> {
        Verdict::findings(self).iter().collect()
    }
}

impl<T> HasFindings for Assessment<T> {
    fn findings(&self) -> Vec<&Finding> {
        Assessment::findings(self).iter().collect()
    }
}

impl HasFindings for Decided {
    fn findings(&self) -> Vec<&Finding> {
        self.refusal
            .as_ref()
            .map(HasFindings::findings)
            .unwrap_or_default()
    }
}

impl HasFindings for Vec<Verdict> {
    fn findings(&self) -> Vec<&Finding> {
        self.iter()
            .flat_map(|verdict| verdict.findings().iter())
            .collect()
    }
}

impl HasFindings for loyalty::Loyalty {
    fn findings(&self) -> Vec<&Finding> {
        loyalty::Loyalty::findings(self).collect()
    }
}

impl HasFindings for Review {
    fn findings(&self) -> Vec<&Finding> {
        Review::findings(self).collect()
    }
}

impl HasFindings for Known<ShareOfWallet> {}
impl HasFindings for Known<satisfaction::LoyaltySupport> {}
impl HasFindings for Option<party::Capture> {}
impl HasFindings for RuleCard {}
impl HasFindings for Standing {}
impl HasFindings for StageProfile {}
impl HasFindings for Tally {}
impl HasFindings for NaiveDate {}
impl HasFindings for FractionalMoney {}
impl HasFindings for Rate {}
impl HasFindings for RoundedMoney {}
impl HasFindings for Share {}
impl HasFindings for Vec<receivable::Debt> {}
impl HasFindings for Vec<receivable::Regime> {}
impl HasFindings for Vec<receivable::Instalment> {}
impl HasFindings for Option<receivable::FractionalDays> {}
impl HasFindings for Option<receivable::WronglyTaken> {}
impl HasFindings for receivable::Aging {}
impl HasFindings for receivable::Allocation {}
impl HasFindings for receivable::AllocationHistory {}
impl HasFindings for receivable::Discount {}
impl HasFindings for receivable::FractionalDays {}
impl HasFindings for receivable::Interest {}
impl HasFindings for receivable::PaidOn {}
impl HasFindings for satisfaction::Comparison {}

impl HasFindings for receivable::Statement {
    fn findings(&self) -> Vec<&Finding> {
        receivable::Statement::findings(self).collect()
    }
}

impl HasFindings for satisfaction::SatisfactionPicture {
    fn findings(&self) -> Vec<&Finding> {
        satisfaction::SatisfactionPicture::findings(self).collect()
    }
}
