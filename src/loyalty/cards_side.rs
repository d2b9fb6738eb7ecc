//! The cards of the rules about what a relationship rests on and what proves none (关系基础与误区规则卡).

use crate::verdict::{Severity, rule_cards};

rule_cards! {
    GEN_02 = "GEN" 2, AntiPattern, Severity::Bar, "loyalty::judge_claim",
        Misconceptions "(1)客戶保持就是客戶忠誠",
        "Retention is not loyalty", "保持不是忠诚", "保持不是忠誠",
        "Loyalty is never told from retention: to keep buying is behaviour, to be loyal is a state of mind.",
        "不得由客户保持推出客户忠诚：继续购买是行为，忠诚是心理状态。",
        "不得由客戶保持推出客戶忠誠：繼續購買是行為，忠誠是心理狀態。";
    GEN_05 = "GEN" 5, AntiPattern, Severity::Bar, "loyalty::judge_claim",
        Misconceptions "(2)CRM軟件可以做到真正的客戶關系管理",
        "Software sees no feeling", "软件看不见情感", "軟件看不見情感",
        "What software observes, or one of our people guesses, never proves what a customer feels; the customer’s own word does.",
        "软件观测到的行为、我方人员的猜测，都不能证明客户的情感；须有客户自己的表示。",
        "軟件觀測到的行為、我方人員的猜測，都不能證明客戶的情感；須有客戶自己的表示。";
    GEN_07 = "GEN" 7, AntiPattern, Severity::Warning, "loyalty::patronage",
        Misconceptions "(4)持續交易就是形成了關系",
        "Trade that goes on is no relationship", "持续交易不等于关系", "持續交易不等於關係",
        "Purchases that go on are no relationship as long as the customer feels nothing: they may be for convenience, time or price alone.",
        "客户没有情感，交易再久也不是关系：可能只图方便、省时或低价。",
        "客戶沒有情感，交易再久也不是關係：可能只圖方便、省時或低價。";
    GEN_08 = "GEN" 8, AntiPattern, Severity::Warning, "loyalty::judge_channel",
        Misconceptions "(5)網上購物使得不能建立客戶關系",
        "Online makes it harder, not impossible", "线上较难，并非不能", "線上較難，並非不能",
        "Trade that is only digital lacks direct contact and never rules a relationship out; something has to make up for what is missing.",
        "只在线上交易缺少直接接触，但不排除建立关系；缺少的接触须另有措施弥补。",
        "只在線上交易缺少直接接觸，但不排除建立關係；缺少的接觸須另有措施彌補。";
    GEN_16 = "GEN" 16, Taxonomy, Severity::Warning, "loyalty::Foundation",
        Misconceptions "三、建立真誠客戶關系的原則及對策探討",
        "Four foundations", "四项基础", "四項基礎",
        "A relationship stands on four foundations: trust, promises that are kept, communication and understanding.",
        "关系立于四项基础之上：信任、守信、交流与理解。",
        "關係立於四項基礎之上：信任、守信、交流與理解。";
    GEN_17 = "GEN" 17, Rule, Severity::Warning, "loyalty::foundations",
        Misconceptions "三、建立真誠客戶關系的原則及對策探討",
        "A long-term investment", "长期投资", "長期投資",
        "A genuine relationship takes an investment in people and processes that looks far ahead; what is meant for the near term alone does not make one.",
        "真诚的关系需要对人与流程作长远投入；只顾眼前的投入造不出来。",
        "真誠的關係需要對人與流程作長遠投入；只顧眼前的投入造不出來。";
    GEN_19 = "GEN" 19, AntiPattern, Severity::Bar, "loyalty::judge_claim",
        Misconceptions "(1)從客戶的角度定義關系",
        "Money is not a relationship", "货款不是关系", "貨款不是關係",
        "What a customer pays says nothing about what it feels, so no relationship is told from revenue.",
        "客户付了多少钱与其感受无关，不得以销售收入认定关系。",
        "客戶付了多少錢與其感受無關，不得以銷售收入認定關係。";
    GEN_20 = "GEN" 20, Rule, Severity::Notice, "loyalty::patronage",
        Misconceptions "三、建立真誠客戶關系的原則及對策探討",
        "For the price or for the feeling", "为价而来，为情而来", "為價而來，為情而來",
        "Customers come for a low price, for how they feel about a company, for both or for neither: the two are told apart, by the reasons that the customer states.",
        "客户或为低价而来，或为好感而来，或兼有，或皆无：以客户自述的理由区分两者。",
        "客戶或為低價而來，或為好感而來，或兼有，或皆無：以客戶自述的理由區分兩者。";
    LOY_05 = "LOY" 5, Rule, Severity::Bar, "loyalty::judge_claim",
        Stages "1、提升客戶轉換供應商的成本",
        "Satisfaction is not loyalty", "满意不是忠诚", "滿意不是忠誠",
        "Satisfied customers leave too, and many do, so loyalty is never told from satisfaction alone.",
        "满意的客户同样会离开，而且不少，不得仅由满意推出忠诚。",
        "滿意的客戶同樣會離開，而且不少，不得僅由滿意推出忠誠。";
    LOY_08 = "LOY" 8, Rule, Severity::Bar, "loyalty::judge_instruments",
        Stages "2) 客戶忠誠提升—讓客戶離不開你的手段",
        "Pleasure before pain", "先快乐，后痛苦", "先快樂，後痛苦",
        "A customer is kept by what makes staying pleasant; what makes leaving painful is allowed only beside that, to a customer that is satisfied, and never more of it.",
        "留住客户要靠让其留得愉快；让其离开痛苦的手段，只可在此之外用于满意的客户，且不得更多。",
        "留住客戶要靠讓其留得愉快；讓其離開痛苦的手段，只可在此之外用於滿意的客戶，且不得更多。";
}
