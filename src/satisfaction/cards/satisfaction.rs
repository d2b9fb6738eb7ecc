//! The cards of the rules about satisfaction, SAT-01 to SAT-12 (满意度规则卡).

use crate::verdict::{Severity, rule_cards};

rule_cards! {
    SAT_01 = "SAT" 1, Metric Type, Severity::Warning, "satisfaction::measurement::satisfaction",
        Stages "2) 提升客戶期望—讓客戶對現狀不滿",
        "Perceived less expected", "感知减期望", "感知減期望",
        "Satisfaction is what the customer perceived less what it expected, on one scale and in the customer's own word.",
        "满意度是客户的感知减去客户的期望，两者用同一量表，且出自客户本人。",
        "滿意度是客戶的感知減去客戶的期望，兩者用同一量表，且出自客戶本人。";
    SAT_02 = "SAT" 2, Threshold Check, Severity::Warning, "satisfaction::measurement::SatisfactionState",
        Stages "2) 提升客戶期望—讓客戶對現狀不滿",
        "Zero is met", "零为符合期望", "零為符合期望",
        "A gap above zero is satisfaction and one below zero dissatisfaction; a gap of zero is neither.",
        "差距大于零为满意，小于零为不满意；等于零两者都不是。",
        "差距大於零為滿意，小於零為不滿意；等於零兩者都不是。";
    SAT_03 = "SAT" 3, Taxonomy Type, Severity::Notice, "satisfaction::expectation::ExpectationSource",
        Stages "2) 提升客戶期望—讓客戶對現狀不滿",
        "Where expectations come from", "期望的来源", "期望的來源",
        "An expectation comes from past experience, from word of mouth or from personal needs, and the latest own experience is its floor.",
        "期望来自过去的经历、口碑或个人需要，最近一次亲身经历是其下限。",
        "期望來自過去的經歷、口碑或個人需要，最近一次親身經歷是其下限。";
    SAT_04 = "SAT" 4, Rule Check, Severity::Warning, "satisfaction::expectation::ratchet",
        Stages "2) 提升客戶期望—讓客戶對現狀不滿",
        "A benefit is expected again", "好处会被再次期待", "好處會被再次期待",
        "A benefit raises the next expectation unless it was announced as given once, so that taking it back disappoints though the service stayed the same.",
        "给过的好处会抬高下一次的期望，除非事先说明仅此一次；收回它，服务虽未变差，客户也会失望。",
        "給過的好處會抬高下一次的期望，除非事先說明僅此一次；收回它，服務雖未變差，客戶也會失望。";
    SAT_05 = "SAT" 5, Rule Check, Severity::Notice, "satisfaction::expectation::feature_tier",
        Stages "一、要使顧客對企業忠誠,就要讓他們感覺留下來很快樂",
        "Delight becomes basic", "惊喜终成基本", "驚喜終成基本",
        "A feature that delights sinks to an expected and then to a basic one as the customer grows used to it and competitors follow; it is counted as what it has become.",
        "令人惊喜的特性会随客户习惯和对手跟进，先变成期望、再变成基本；应按现状看待它。",
        "令人驚喜的特性會隨客戶習慣和對手跟進，先變成期望、再變成基本；應按現狀看待它。";
    SAT_06 = "SAT" 6, Rule Check, Severity::Warning, "satisfaction::measurement::satisfaction",
        Misconceptions "(3)了解客戶滿意度的影響因素",
        "Measured here and now", "此时此地的测量", "此時此地的測量",
        "A measurement of satisfaction holds for its own place and occasion, and only for so long as the policy says.",
        "满意度测量只对当时的场合有效，且只在政策规定的期限内有效。",
        "滿意度測量只對當時的場合有效，且只在政策規定的期限內有效。";
    SAT_07 = "SAT" 7, Taxonomy Type, Severity::Warning, "vocab::words::NeedLevel",
        Misconceptions "(3)了解客戶滿意度的影響因素",
        "Four levels of needs", "四个需求层次", "四個需求層次",
        "Needs have four levels, from the basic product over service and the meeting with employees to good feelings; the lowest unmet one comes first.",
        "需求有四个层次：基本产品、服务提供、员工互动、良好感受；先补最低的未满足层次。",
        "需求有四個層次：基本產品、服務提供、員工互動、良好感受；先補最低的未滿足層次。";
    SAT_08 = "SAT" 8, Rule Check, Severity::Warning, "satisfaction::measurement::LoyaltySupport",
        Management "3、客户满意度影响客户忠诚度",
        "Satisfaction bounds loyalty", "满意度制约忠诚", "滿意度制約忠誠",
        "Loyalty is no greater than satisfaction supports: a customer that is disappointed time and again is not loyal, whatever keeps it.",
        "忠诚不会超过满意度所能支撑的程度：一再失望的客户即使留下，也不是忠诚。",
        "忠誠不會超過滿意度所能支撐的程度：一再失望的客戶即使留下，也不是忠誠。";
    SAT_09 = "SAT" 9, Taxonomy Type, Severity::Warning, "satisfaction::needs::PsychologicalNeed",
        Stages "一、要使顧客對企業忠誠,就要讓他們感覺留下來很快樂",
        "Affection, security, respect", "情感、安全、尊重", "情感、安全、尊重",
        "Each person of the customer needs affection, security and respect, and is asked about all three.",
        "客户方的每个人都有情感、安全和尊重三种需求，三者都应了解。",
        "客戶方的每個人都有情感、安全和尊重三種需求，三者都應了解。";
    SAT_10 = "SAT" 10, Rule Check, Severity::Warning, "satisfaction::offer::offer_advantage",
        Stages "2) 提升客戶期望—讓客戶對現狀不滿",
        "Only what is personal is an advantage", "唯个性化才是优势", "唯個性化才是優勢",
        "Quality, delivery, price, after-sales service and technical support have to be there; an advantage is only what is made for this customer.",
        "质量、交货、价格、售后和技术支持只是必备；为该客户量身而做的才是优势。",
        "質量、交貨、價格、售後和技術支持只是必備；為該客戶量身而做的才是優勢。";
    SAT_11 = "SAT" 11, Rule Check, Severity::Bar, "satisfaction::decision::judge_decision",
        Management "3、客户满意度影响客户忠诚度",
        "The other side's view", "换位思考", "換位思考",
        "The record of a decision says how the decision looks from the customer's side; without that it is incomplete.",
        "决定的记录须写明从客户角度如何看待；没有这一项，记录便不完整。",
        "決定的記錄須寫明從客戶角度如何看待；沒有這一項，記錄便不完整。";
    SAT_12 = "SAT" 12, Rule Type, Severity::Warning, "satisfaction::measurement::satisfaction_drivers",
        Misconceptions "(3)了解客戶滿意度的影響因素",
        "Lunch is not dinner", "午餐不是晚餐", "午餐不是晚餐",
        "What satisfaction depends on most is asked for each context anew, and contexts are not compared with each other.",
        "满意度最取决于什么，须按每个情境分别了解，不同情境不作比较。",
        "滿意度最取決於什麼，須按每個情境分別了解，不同情境不作比較。";
}
