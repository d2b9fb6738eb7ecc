//! The cards of the rules about value, VAL-01 to VAL-07 (客户价值规则卡).

use crate::verdict::{Severity, rule_cards};

rule_cards! {
    VAL_01 = "VAL" 1, Taxonomy Type, Severity::Warning, "satisfaction::value::ValueRelativity",
        Misconceptions "(2)創造客戶價值",
        "Value is relative", "价值是相对的", "價值是相對的",
        "Value ranks options by their worth to one customer under one condition, on one scale. A worth that only we assume counts as missing.",
        "价值按方案对同一客户、在同一条件下的所值排序，且用同一量表。我方自估的所值视为缺失。",
        "價值按方案對同一客戶、在同一條件下的所值排序，且用同一量表。我方自估的所值視為缺失。";
    VAL_02 = "VAL" 2, Rule Check, Severity::Warning, "satisfaction::value::value_drivers",
        Misconceptions "(2)創造客戶價值",
        "Value in the customer's words", "由客户定义价值", "由客戶定義價值",
        "Each driver of value is the customer's own word or a measurement. A driver that we merely assume, such as a low price or high quality, breaches the rule.",
        "每项价值因素须出自客户本人或经实测；我们自以为的，如低价、高质量，即属违反。",
        "每項價值因素須出自客戶本人或經實測；我們自以為的，如低價、高質量，即屬違反。";
    VAL_03 = "VAL" 3, Rule Check, Severity::Warning, "satisfaction::value::proposition",
        Misconceptions "(4)創造一種積極的價值主張",
        "Every requirement is covered", "覆盖全部要求", "覆蓋全部要求",
        "A value proposition covers every requirement that the customer brings. Those that it leaves open are listed with their opportunities.",
        "价值主张应覆盖客户带来的每一项要求；未覆盖者连同其所意味的机会一并列出。",
        "價值主張應覆蓋客戶帶來的每一項要求；未覆蓋者連同其所意味的機會一併列出。";
    VAL_04 = "VAL" 4, Process Check, Severity::Warning, "vocab::words::Chance",
        Misconceptions "(4)創造一種積極的價值主張",
        "To choose, to buy, to bond", "选择、购买、建立情感", "選擇、購買、建立情感",
        "A value proposition gives the customer three chances: to choose us, to buy from us and to bond with us. Each names the item of the proposition that gives it, and a guess of ours is no such item.",
        "价值主张给客户三个机会：选择我们、购买我们的产品、与我们建立情感。每个机会须指明主张中由哪一项给出；我方的估计不算。",
        "價值主張給客戶三個機會：選擇我們、購買我們的產品、與我們建立情感。每個機會須指明主張中由哪一項給出；我方的估計不算。";
    VAL_05 = "VAL" 5, Rule Check, Severity::Bar, "satisfaction::value::judge_premium",
        Misconceptions "(4)創造一種積極的價值主張",
        "A premium is covered by value", "溢价须有价值支撑", "溢價須有價值支撐",
        "A higher price is admissible if the customer gains at least as much in value as it pays more. The gain is measured or the customer's own word; a guess of ours may refuse the price and never admits it.",
        "客户所得的价值增量不低于多付的价款时，较高的价格可以成立。增量须经实测或由客户自述；我方的估计只可据以否定，不可据以成立。",
        "客戶所得的價值增量不低於多付的價款時，較高的價格可以成立。增量須經實測或由客戶自述；我方的估計只可據以否定，不可據以成立。";
    VAL_06 = "VAL" 6, Rule Both, Severity::Warning, "satisfaction::value::fit",
        Stages "4) 技術突破——展示價值,構築壁壘",
        "The customer's own criteria", "按客户的标准", "按客戶的標準",
        "The fit of an offer is found criterion by criterion, from marks that the customer gave or that were measured, and totalled only by the customer's own weights. A fit below the policy's threshold, if it has one, breaches the rule.",
        "方案与客户标准的契合度逐项得出，评分须出自客户或经实测，只有按客户自定的权重才可合计。政策设有下限时，低于下限即属违反。",
        "方案與客戶標準的契合度逐項得出，評分須出自客戶或經實測，只有按客戶自定的權重才可合計。政策設有下限時，低於下限即屬違反。";
    VAL_07 = "VAL" 7, Rule Check, Severity::Bar; fixed, "satisfaction::value::judge_contribution",
        Stages "4) 技術突破——展示價值,構築壁壘",
        "Help with the standard, openly", "公开协助定标", "公開協助定標",
        "A supplier may help to form the customer's standard if the help is open, of real value to the customer, and not cut to shut rivals out. Each is measured or the customer's own word; a guess of ours leaves it open.",
        "供应商协助客户制定标准，须公开、真正有益于客户，且不为排挤对手而量身定标。三者须经实测或由客户自述；只凭我方估计则未决。",
        "供應商協助客戶制定標準，須公開、真正有益於客戶，且不為排擠對手而量身定標。三者須經實測或由客戶自述；只憑我方估計則未決。";
}
