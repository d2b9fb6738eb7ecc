//! The names of the reference rates that the known statutes follow.

/// The rate of the main refinancing operations of the European Central Bank.
pub(super) const ECB_REFINANCING: &str = "ECB main refinancing rate";

pub(super) const GERMAN_BASE_RATE: &str = "Basiszinssatz, BGB 247";

pub(super) const AUSTRIAN_BASE_RATE: &str = "Basiszinssatz, Austria";

pub(super) const BANK_RATE: &str = "Bank of England Bank Rate";

/// The legal rate of debts that are not owed to individuals: France publishes two.
pub(super) const FRENCH_LEGAL_RATE: &str = "taux d'intérêt légal, tous les autres cas";

pub(super) const LOAN_PRIME_RATE: &str = "one-year loan prime rate";

pub(super) const NBP_REFERENCE_RATE: &str = "NBP reference rate";

pub(super) const RBI_BANK_RATE: &str = "RBI bank rate";

pub(super) const TREASURY_RATE: &str = "Treasury prompt payment rate";
