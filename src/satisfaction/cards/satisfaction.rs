//! The cards of the rules about satisfaction, SAT-01 to SAT-12 (满意度规则卡).

use crate::verdict::{Severity, rule_cards};

rule_cards! {
    SAT_01 = "SAT" 1, Metric Type, Severity::Warning, "satisfaction::measurement::satisfaction",
        Stages "2) 提升客戶期望—讓客戶對現狀不滿",
        "Perceived less expected", "感知减期望", "感知減期望",
        "Satisfaction is the mark that the customer perceived less the mark that it expected, on one scale. It is the customer's own word or a measurement; a guess of ours counts as missing.",
        "满意度是客户感知的评分减去期望的评分，两者用同一量表。须出自客户本人或经实测；我方的估计视为缺失。",
        "滿意度是客戶感知的評分減去期望的評分，兩者用同一量表。須出自客戶本人或經實測；我方的估計視為缺失。";
    SAT_02 = "SAT" 2, Threshold Check, Severity::Warning, "satisfaction::measurement::SatisfactionState",
        Stages "2) 提升客戶期望—讓客戶對現狀不滿",
        "Not below the expectation", "不低于期望", "不低於期望",
        "A gap below zero breaches the rule: the customer is dissatisfied. A gap above zero meets it. A gap of zero is neither. Of several people of one day the least satisfied counts.",
        "差距小于零即违反：客户不满意；大于零即符合；等于零两者都不是。同一天有多人时，以最不满意者为准。",
        "差距小於零即違反：客戶不滿意；大於零即符合；等於零兩者都不是。同一天有多人時，以最不滿意者為準。";
    SAT_03 = "SAT" 3, Taxonomy Type, Severity::Notice, "vocab::words::ExpectationSource",
        Stages "2) 提升客戶期望—讓客戶對現狀不滿",
        "Where expectations come from", "期望的来源", "期望的來源",
        "An expectation comes from past experience, from word of mouth or from personal needs. The latest record of each source counts, and the highest of them is expected.",
        "期望来自过去的经历、口碑或个人需要。每种来源取最近一次，其中最高者即为期望。",
        "期望來自過去的經歷、口碑或個人需要。每種來源取最近一次，其中最高者即為期望。";
    SAT_04 = "SAT" 4, Rule Check, Severity::Warning, "satisfaction::expectation::ratchet",
        Stages "2) 提升客戶期望—讓客戶對現狀不滿",
        "A benefit is expected again", "好处会被再次期待", "好處會被再次期待",
        "A benefit raises the next expectation, unless it was announced as given once and the policy sets such benefits aside. Any later service below the raised expectation breaches the rule, however far below.",
        "给过的好处会抬高下一次的期望，除非已说明仅此一次且政策对此不予计入。此后的服务只要低于抬高后的期望，无论低多少，都属违反。",
        "給過的好處會抬高下一次的期望，除非已說明僅此一次且政策對此不予計入。此後的服務只要低於抬高後的期望，無論低多少，都屬違反。";
    SAT_05 = "SAT" 5, Rule Check, Severity::Notice, "satisfaction::expectation::feature_tier",
        Stages "一、要使顧客對企業忠誠,就要讓他們感覺留下來很快樂",
        "Delight becomes basic", "惊喜终成基本", "驚喜終成基本",
        "A feature sinks from delighting to expected and then to basic: one tier for every number of cycles that the policy names, and one if competitors give the same. Our people count it no higher than that.",
        "特性会从惊喜降为期望、再降为基本：每满政策规定的周期数降一级，对手跟进再降一级。我方看待它，不得高于现有层级。",
        "特性會從驚喜降為期望、再降為基本：每滿政策規定的週期數降一級，對手跟進再降一級。我方看待它，不得高於現有層級。";
    SAT_06 = "SAT" 6, Rule Check, Severity::Warning, "satisfaction::measurement::satisfaction",
        Misconceptions "(3)了解客戶滿意度的影響因素",
        "Measured here and now", "此时此地的测量", "此時此地的測量",
        "A measurement of satisfaction holds for its own place and occasion, and for as many days as the policy names. An older one, or one of elsewhere, is missing. A comparison of two contexts is refused.",
        "满意度测量只对其地点与场合有效，且只在政策规定的天数内有效；过期的或别处的测量视为缺失。不同情境的测量不得相互比较。",
        "滿意度測量只對其地點與場合有效，且只在政策規定的天數內有效；過期的或別處的測量視為缺失。不同情境的測量不得相互比較。";
    SAT_07 = "SAT" 7, Taxonomy Type, Severity::Warning, "vocab::words::NeedLevel",
        Misconceptions "(3)了解客戶滿意度的影響因素",
        "Four levels of needs", "四个需求层次", "四個需求層次",
        "Needs have four levels: the basic product, the provision of service, the interaction with employees, and good feelings. A level marked below the policy's mark is unmet; the lowest unmet one comes first.",
        "需求有四个层次：基本产品、服务提供、员工互动、良好感受。评分低于政策规定者为未满足；先补最低的未满足层次。",
        "需求有四個層次：基本產品、服務提供、員工互動、良好感受。評分低於政策規定者為未滿足；先補最低的未滿足層次。";
    SAT_08 = "SAT" 8, Rule Check, Severity::Warning, "satisfaction::measurement::LoyaltySupport",
        Management "3、客户满意度影响客户忠诚度",
        "Satisfaction bounds loyalty", "满意度制约忠诚", "滿意度制約忠誠",
        "Satisfaction bounds loyalty. If the last measured days in a row all disappointed by more than the tolerance, as many as the policy names and within the validity of measurements, no loyalty is supported.",
        "满意度制约忠诚。若最近连续几次测量都超出容差地令客户失望，次数达到政策规定且均在测量有效期内，即不足以支撑忠诚。",
        "滿意度制約忠誠。若最近連續幾次測量都超出容差地令客戶失望，次數達到政策規定且均在測量有效期內，即不足以支撐忠誠。";
    SAT_09 = "SAT" 9, Taxonomy Type, Severity::Warning, "satisfaction::needs::PsychologicalNeed",
        Stages "一、要使顧客對企業忠誠,就要讓他們感覺留下來很快樂",
        "Affection, security, respect", "情感、安全、尊重", "情感、安全、尊重",
        "Each person of the customer has three needs: affection, security and respect. Whether each is met is that person's own word; a need that nobody asked about is missing.",
        "客户方的每个人都有情感、安全和尊重三种需求。是否满足以本人所述为准；未问及的视为缺失。",
        "客戶方的每個人都有情感、安全和尊重三種需求。是否滿足以本人所述為準；未問及的視為缺失。";
    SAT_10 = "SAT" 10, Rule Check, Severity::Warning, "satisfaction::offer::offer_advantage",
        Stages "2) 提升客戶期望—讓客戶對現狀不滿",
        "Only what is personal is an advantage", "唯个性化才是优势", "唯個性化才是優勢",
        "An offer has an advantage only in what is made for this customer and meets a need that the customer stated. Quality, delivery, price, after-sales service and technical support are none, under any heading.",
        "只有为该客户量身而做、且满足客户自述需求的才是优势。质量、交货、价格、售后和技术支持，无论以何名目，都不是优势。",
        "只有為該客戶量身而做、且滿足客戶自述需求的才是優勢。質量、交貨、價格、售後和技術支持，無論以何名目，都不是優勢。";
    SAT_11 = "SAT" 11, Rule Check, Severity::Bar, "satisfaction::decision::judge_decision",
        Management "3、客户满意度影响客户忠诚度",
        "The other side's view", "换位思考", "換位思考",
        "The record of a decision states the customer's view of it, the person whose view it is, its day and its source. A record that lacks one of these is refused; a mere dash is nothing.",
        "决定的记录须写明客户对它的看法、是谁的看法、何日所述、出处何在；缺一项即不成立，只画一横不算。",
        "決定的記錄須寫明客戶對它的看法、是誰的看法、何日所述、出處何在；缺一項即不成立，只畫一橫不算。";
    SAT_12 = "SAT" 12, Rule Type, Severity::Warning, "satisfaction::measurement::satisfaction_drivers",
        Misconceptions "(3)了解客戶滿意度的影響因素",
        "Lunch is not dinner", "午餐不是晚餐", "午餐不是晚餐",
        "The drivers of satisfaction are ranked by their importance to the customer, for one context only. A rating of another context is an error, and a guess of ours counts as missing.",
        "满意度的驱动因素按其对客户的重要性排序，且只限同一情境。别的情境的评分视为错误，我方的估计视为缺失。",
        "滿意度的驅動因素按其對客戶的重要性排序，且只限同一情境。別的情境的評分視為錯誤，我方的估計視為缺失。";
}
