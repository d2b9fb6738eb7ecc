//! The account of a document: stated as a whole, or without the events that are at fault.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Error, Result, anyhow};
use chrono::NaiveDate;
use keqing::calendar::Calendar;
use keqing::form::FaultCode;
use keqing::receivable::ReceivablePolicy;
use keqing::receivable::account::{AccountError, AccountFault, CustomerAccount, replay_rest};
use keqing::receivable::statement::{Statement, StatementError, period_statement, statement};

use crate::document;
use crate::prune::{self, Pruned};

/// The document of an account, and what could be read of it.
pub(crate) struct Source<'a> {
    text: &'a str,
    pruned: Pruned,
}

/// A fault: its path in the document, whether the value stands there again, and the line that tells it.
type Told = (String, bool, String);

/// An account that could be stated, its statement, and a line for each fault of what was left out.
pub(crate) struct Account {
    pub(crate) account: CustomerAccount,
    pub(crate) stated: Statement,
    pub(crate) left_out: Vec<String>,
}

impl<'a> Source<'a> {
    /// Reads a document. Its error has a line for each fault.
    pub(crate) fn read(text: &'a str, name: &Path) -> Result<Self> {
        let pruned = match document::read(text, name) {
            Ok(account) => Pruned::whole(account),
            Err(error) => {
                let mut tree = document::tree(text, name)?;
                Pruned::rest(&mut tree).ok_or(error)?
            }
        };
        Ok(Self { text, pruned })
    }

    /// Returns the account that could be read.
    pub(crate) const fn account(&self) -> &CustomerAccount {
        &self.pruned.account
    }

    /// Returns the error of an account in which nothing happened: its faults, or that there is no event.
    pub(crate) fn without_a_day(&self) -> Error {
        match self.form_faults().as_slice() {
            [] => anyhow!("there is no event, expected one or the option --as-of"),
            faults => self.lines(faults),
        }
    }

    /// States the account on a day, with the movements from another day on if there is one. An event that is at fault
    /// is an error, or is left out with its faults.
    pub(crate) fn state(
        self,
        policy: &ReceivablePolicy,
        from: Option<NaiveDate>,
        as_of: NaiveDate,
        rest: bool,
    ) -> Result<Account> {
        let calendar = Calendar::every_day();
        let mut account = self.pruned.account.clone();
        let mut told = self.form_faults();
        let replayed = replay_rest(policy, &account, &calendar, as_of);
        let replayed = replayed.map_err(|error| self.whole(&told, error.each()))?;
        let mut lost = self.pruned.ids.clone();
        for error in &replayed.left_out {
            told.push(self.of_account(error, &lost));
            if let AccountError::Event { at, .. } = error {
                lost.insert(at.id.to_string());
            }
        }
        if !rest && !told.is_empty() {
            return Err(self.lines(&told));
        }
        prune::without(&mut account, &replayed.places)?;
        let state = |account: &CustomerAccount| match from {
            Some(from) => period_statement(policy, account, &calendar, from, as_of),
            None => statement(policy, account, &calendar, as_of),
        };
        let stated = match state(&account) {
            Err(error) if rest && error.path().starts_with("reminders") => {
                told.extend(error.each().map(of_statement));
                account.reminders.clear();
                state(&account)
            }
            stated => stated,
        };
        let stated = stated.map_err(|error| self.whole(&told, error.each()))?;
        let lines = match told.as_slice() {
            [] => String::new(),
            told => self.lines(told).to_string(),
        };
        Ok(Account {
            account,
            stated,
            left_out: lines.lines().map(str::to_owned).collect(),
        })
    }

    /// Lists the faults of the events that could not be read.
    fn form_faults(&self) -> Vec<Told> {
        let faults = self.pruned.faults.iter();
        let told = faults.map(|fault| {
            let again = fault.code() == FaultCode::DuplicateField;
            (document::around(fault).to_owned(), again, fault.to_string())
        });
        told.collect()
    }

    /// Returns the fault of an event. It may only follow from those of the events that are lost already.
    fn of_account(&self, error: &AccountError, lost: &BTreeSet<String>) -> Told {
        let AccountError::Event { at, fault } = error else {
            return (String::new(), false, error.to_string());
        };
        let follows = match may_follow(fault, lost) {
            true => ", which may follow from another fault",
            false => "",
        };
        let path = self.pruned.path(*at);
        let line = format!("{path} (`{}`): {fault}{follows}", at.id);
        (path, false, line)
    }

    /// Returns the faults so far, and others behind them, as one error.
    fn whole<'b, E: Into<Whole<'b>>>(
        &self,
        told: &[Told],
        errors: impl Iterator<Item = E>,
    ) -> Error {
        let others = errors.map(|error| match error.into() {
            Whole::Account(error) => self.of_account(error, &BTreeSet::new()),
            Whole::Statement(error) => of_statement(error),
        });
        let all: Vec<Told> = told.iter().cloned().chain(others).collect();
        self.lines(&all)
    }

    /// Returns a line for each fault, with its place in the document if it has one.
    fn lines(&self, told: &[Told]) -> Error {
        let (placed, others): (Vec<&Told>, Vec<&Told>) =
            told.iter().partition(|(path, ..)| !path.is_empty());
        let placed = placed.iter();
        let placed = document::lines(
            self.text,
            placed.map(|(path, again, line)| (path.as_str(), *again, line)),
        );
        let others = others.iter().map(|(_, _, line)| line.clone());
        let lines = [placed.to_string()].into_iter().chain(others);
        let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
        anyhow!(lines.join("\n"))
    }
}

/// Returns whether a fault may be there only because other events are lost.
fn may_follow(fault: &AccountFault, lost: &BTreeSet<String>) -> bool {
    match fault {
        AccountFault::UnknownDocument { document: id }
        | AccountFault::UnknownPayment { payment: id } => lost.contains(id.as_str()),
        AccountFault::CreditNoteTooLarge { .. }
        | AccountFault::RefundTooLarge { .. }
        | AccountFault::SetOffTooLarge { .. }
        | AccountFault::WriteOffTooLarge { .. } => !lost.is_empty(),
        _ => false,
    }
}

/// An error of the account or of its statement.
enum Whole<'a> {
    Account(&'a AccountError),
    Statement(&'a StatementError),
}

impl<'a> From<&'a AccountError> for Whole<'a> {
    fn from(error: &'a AccountError) -> Self {
        Self::Account(error)
    }
}

impl<'a> From<&'a StatementError> for Whole<'a> {
    fn from(error: &'a StatementError) -> Self {
        Self::Statement(error)
    }
}

fn of_statement(error: &StatementError) -> Told {
    let path = error.path();
    let line = match path.is_empty() {
        true => error.to_string(),
        false => format!("{path}: {error}"),
    };
    (path, false, line)
}
