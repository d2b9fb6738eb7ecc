//! The cards of the rules about value, VAL-01 to VAL-07 (客户价值规则卡).

use crate::verdict::{Severity, rule_cards};

rule_cards! {
    VAL_01 = "VAL" 1, Taxonomy Type, Severity::Warning, "satisfaction::value::ValueRelativity",
        Misconceptions "(2)創造客戶價值",
        "Value is relative", "价值是相对的", "價值是相對的",
        "Value ranks options, and only for one customer under one condition.",
        "价值可以给方案排序，但只对同一客户、同一条件成立。",
        "價值可以給方案排序，但只對同一客戶、同一條件成立。";
    VAL_02 = "VAL" 2, Rule Check, Severity::Warning, "satisfaction::value::value_drivers",
        Misconceptions "(2)創造客戶價值",
        "Value in the customer's words", "由客户定义价值", "由客戶定義價值",
        "What is of value is learnt from the customer; what we merely assume, such as a low price or high quality, is no such knowledge.",
        "什么有价值，要向客户了解；我们自以为的低价或高质量不算了解。",
        "什麼有價值，要向客戶了解；我們自以為的低價或高質量不算了解。";
    VAL_03 = "VAL" 3, Rule Check, Severity::Warning, "satisfaction::value::proposition",
        Misconceptions "(4)創造一種積極的價值主張",
        "Every requirement is covered", "覆盖全部要求", "覆蓋全部要求",
        "A value proposition covers every requirement that the customer brings, and sees what the open ones would make possible.",
        "价值主张应覆盖客户带来的每一项要求，并看到未覆盖者所意味的机会。",
        "價值主張應覆蓋客戶帶來的每一項要求，並看到未覆蓋者所意味的機會。";
    VAL_04 = "VAL" 4, Process Check, Severity::Warning, "vocab::words::Chance",
        Misconceptions "(4)創造一種積極的價值主張",
        "To choose, to buy, to bond", "选择、购买、建立情感", "選擇、購買、建立情感",
        "A value proposition gives the customer three chances: to choose us, to buy from us and to bond with us.",
        "价值主张给客户三个机会：选择我们、购买我们的产品、与我们建立情感。",
        "價值主張給客戶三個機會：選擇我們、購買我們的產品、與我們建立情感。";
    VAL_05 = "VAL" 5, Rule Check, Severity::Bar, "satisfaction::value::judge_premium",
        Misconceptions "(4)創造一種積極的價值主張",
        "A premium is covered by value", "溢价须有价值支撑", "溢價須有價值支撐",
        "A higher price is admissible where the customer gains at least as much in value as it pays more.",
        "客户所得的价值增量不低于多付的价款时，较高的价格可以成立。",
        "客戶所得的價值增量不低於多付的價款時，較高的價格可以成立。";
    VAL_06 = "VAL" 6, Rule Both, Severity::Warning, "satisfaction::value::fit",
        Stages "4) 技術突破——展示價值,構築壁壘",
        "The customer's own criteria", "按客户的标准", "按客戶的標準",
        "An offer is shown to fit each criterion of the customer, and the marks become one number only by the customer's own weights.",
        "方案要逐项证明符合客户的标准；只有按客户自定的权重，才可合成一个总分。",
        "方案要逐項證明符合客戶的標準；只有按客戶自定的權重，才可合成一個總分。";
    VAL_07 = "VAL" 7, Rule Check, Severity::Bar; fixed, "satisfaction::value::judge_contribution",
        Stages "4) 技術突破——展示價值,構築壁壘",
        "Help with the standard, openly", "公开协助定标", "公開協助定標",
        "A supplier may help to form the customer's standard openly and to the customer's real benefit, and never to shut rivals out.",
        "供应商可以公开协助客户制定标准，且须真正有益于客户，绝不可借此排挤对手。",
        "供應商可以公開協助客戶制定標準，且須真正有益於客戶，絕不可藉此排擠對手。";
}
