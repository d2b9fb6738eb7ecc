//! Stub until merged.
use crate::verdict::{Severity, rule_cards};
rule_cards! {
    SAT_08 = "SAT" 8, Rule, Severity::Warning, "satisfaction::LoyaltySupport",
        Management "3", "t", "题", "題", "S.", "题。", "題。";
}
