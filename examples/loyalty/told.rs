//! One customer: its purchases, its words, and the answers about both.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use chrono::NaiveDate;
use keqing::loyalty::kinds::{LoyaltyEvidence, LoyaltySign};
use keqing::loyalty::retention::{Retention, retention};
use keqing::loyalty::{LoyaltyFacts, LoyaltyGiven, LoyaltyPicture, LoyaltyPolicy, assess};
use keqing::verdict::{Assessment, Fact, Finding, Outcome, RuleId};
use keqing::vocab::answers::LoyaltyPattern;
use keqing::vocab::known::Grade;
use keqing::vocab::words::Bond;

use crate::document;
use crate::ledger::Buyer;
use crate::options::Options;

/// The words of customers, by the name of the customer.
pub(crate) type Said = BTreeMap<String, LoyaltyFacts>;

/// The words of the customers of the made-up story.
const MADE_UP: &str = include_str!("said.json");

/// All answers about one customer.
#[derive(Debug)]
pub(crate) struct Told<'a> {
    pub(crate) name: &'a str,
    pub(crate) buyer: &'a Buyer,
    pub(crate) facts: LoyaltyFacts,
    pub(crate) retention: Assessment<Retention>,
    pub(crate) loyalty: LoyaltyPicture,
}

/// Reads the words of customers; a file of purchases alone has none.
pub(crate) fn said(options: &Options) -> Result<Said> {
    let (text, name) = match (&options.said, &options.file) {
        (Some(file), _) => (document::text(file)?, file.as_path()),
        (None, None) => (MADE_UP.to_owned(), Path::new("said.json")),
        (None, Some(_)) => return Ok(Said::new()),
    };
    document::read(&text, name).context("what customers said")
}

impl<'a> Told<'a> {
    /// Assesses a customer by its own retention and its words.
    pub(crate) fn of(
        policy: &LoyaltyPolicy,
        said: &Said,
        (name, buyer): (&'a str, &'a Buyer),
        as_of: NaiveDate,
    ) -> Result<Self> {
        let retention = retention(policy, &buyer.days, as_of);
        let mut facts = said.get(name).cloned().unwrap_or_default();
        facts.evidence.extend(retention.value().map(|retention| {
            let sign = LoyaltySign::Retention(retention.rate);
            LoyaltyEvidence::new(as_of, Grade::Measured, sign)
        }));
        let loyalty = assess(policy, &facts, &LoyaltyGiven::new(as_of))
            .with_context(|| format!("what {name} said"))?;
        Ok(Self {
            name,
            buyer,
            facts,
            retention,
            loyalty,
        })
    }

    pub(crate) fn findings(&self) -> impl Iterator<Item = &Finding> {
        let retention = self.retention.findings().iter();
        retention.chain(self.loyalty.findings())
    }

    /// Returns the facts that are missing, each once for a rule that asks for it.
    pub(crate) fn gaps(&self) -> Vec<(Fact, RuleId)> {
        let gaps = self.findings().filter_map(|finding| match finding.outcome {
            Outcome::Missing(fact) => Some((fact, finding.rule)),
            _ => None,
        });
        let mut gaps: Vec<_> = gaps.collect();
        gaps.sort_unstable();
        gaps.dedup();
        gaps
    }

    pub(crate) fn is_loyal(&self) -> bool {
        self.loyalty.pattern.value() == Some(&LoyaltyPattern::Loyal)
    }

    pub(crate) fn is_attached(&self) -> bool {
        let bond = self.loyalty.bond.value();
        bond.is_some_and(|bond: &Bond| bond.is_attached())
    }

    /// Returns whether an answer says that it buys again, or that it stays.
    pub(crate) fn is_said_to_go_on(&self) -> bool {
        let kinds = self.loyalty.kinds.value();
        let repeats = kinds.is_some_and(|kinds| kinds.behavioural.is_known());
        repeats || self.retention.value().is_some() || self.loyalty.reason_to_stay.value().is_some()
    }
}
