use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::lifecycle::profile::StageProfile;
use crate::lifecycle::standing::Standing;
use crate::lifecycle::wallet::ShareOfWallet;
use crate::oracle::question::Decided;
use crate::review::Review;
use crate::verdict::{Assessment, Finding, RuleCard, Tally, Verdict};
use crate::vocab::known::Known;
use crate::vocab::money::{FractionalMoney, RoundedMoney};
use crate::vocab::rate::Rate;
use crate::vocab::share::Share;
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

impl HasFindings for loyalty::LoyaltyPicture {
    fn findings(&self) -> Vec<&Finding> {
        loyalty::LoyaltyPicture::findings(self).collect()
    }
}

impl HasFindings for Review {
    fn findings(&self) -> Vec<&Finding> {
        Review::findings(self).collect()
    }
}

impl HasFindings for Known<ShareOfWallet> {}
impl HasFindings for Known<satisfaction::measurement::LoyaltySupport> {}
impl HasFindings for Option<party::alignment::Capture> {}
impl HasFindings for RuleCard {}
impl HasFindings for Standing {}
impl HasFindings for StageProfile {}
impl HasFindings for Tally {}
impl HasFindings for NaiveDate {}
impl HasFindings for FractionalMoney {}
impl HasFindings for Rate {}
impl HasFindings for RoundedMoney {}
impl HasFindings for Share {}
impl HasFindings for Vec<receivable::allocation::Debt> {}
impl HasFindings for Vec<receivable::regime::Regime> {}
impl HasFindings for Vec<receivable::instalment::Instalment> {}
impl HasFindings for Option<receivable::aging::FractionalDays> {}
impl HasFindings for Option<receivable::discount::WronglyTaken> {}
impl HasFindings for receivable::aging::Aging {}
impl HasFindings for receivable::allocation::Allocation {}
impl HasFindings for receivable::allocation::History {}
impl HasFindings for receivable::discount::Discount {}
impl HasFindings for receivable::aging::FractionalDays {}
impl HasFindings for receivable::interest::Interest {}
impl HasFindings for receivable::settlement::PaidOn {}
impl HasFindings for satisfaction::measurement::Comparison {}

impl HasFindings for receivable::statement::Statement {
    fn findings(&self) -> Vec<&Finding> {
        receivable::statement::Statement::findings(self).collect()
    }
}

impl HasFindings for satisfaction::SatisfactionPicture {
    fn findings(&self) -> Vec<&Finding> {
        satisfaction::SatisfactionPicture::findings(self).collect()
    }
}
