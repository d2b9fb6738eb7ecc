//! The cards of the rules about switching, SWC-01 to SWC-09 (转换与采购风险规则卡).

use crate::verdict::{Severity, rule_cards};

rule_cards! {
    SWC_01 = "SWC" 1, Definition, Severity::Notice, "loyalty::switching_cost",
        Stages "1、提升客戶轉換供應商的成本",
        "Switching cost is one-off", "转换成本为一次性", "轉換成本為一次性",
        "Switching cost is what the move to another supplier costs once; what comes again and again is none of it.",
        "转换成本是转向另一供应商一次性发生的成本，经常发生的不计在内。",
        "轉換成本是轉向另一供應商一次性發生的成本，經常發生的不計在內。";
}
