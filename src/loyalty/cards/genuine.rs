//! The cards of the rules about genuine relationships, GEN-01 to GEN-20 (真诚客户关系规则卡).

use crate::verdict::{Severity, rule_cards};

rule_cards! {
    GEN_01 = "GEN" 1, Taxonomy Both, Severity::Warning, "loyalty::bond::Bond",
        Misconceptions "引言：真誠的與捆綁的客戶關系",
        "Genuine or locked in", "真诚或被捆绑", "真誠或被捆綁",
        "What keeps a customer is attachment, lock-in, both or neither; only attachment makes the relationship genuine.",
        "留住客户的是情感、锁定、二者兼有或二者皆无；唯有情感使关系真诚。",
        "留住客戶的是情感、鎖定、二者兼有或二者皆無；唯有情感使關係真誠。";
    GEN_02 = "GEN" 2, AntiPattern Check, Severity::Bar, "loyalty::means::judge_claim",
        Misconceptions "(1)客戶保持就是客戶忠誠",
        "Retention is not loyalty", "保持不等于忠诚", "保持不等於忠誠",
        "That a customer keeps buying is behaviour that goes on; by itself it never shows that the customer is loyal.",
        "客户继续购买只是行为的延续，单凭这一点不能认定客户忠诚。",
        "客戶繼續購買只是行為的延續，單憑這一點不能認定客戶忠誠。";
    GEN_03 = "GEN" 3, Definition Type, Severity::Notice, "loyalty::retention::retention",
        Misconceptions "(1)客戶保持就是客戶忠誠",
        "Retention by the customer's own cycle", "按客户自身周期计保持度", "按客戶自身週期計保持度",
        "Retention is the part of its own order cycles since the first purchase in which the customer bought again.",
        "客户保持度，是首次购买之后客户在自身订货周期中再次购买的比例。",
        "客戶保持度，是首次購買之後客戶在自身訂貨週期中再次購買的比例。";
    GEN_04 = "GEN" 4, Definition Type, Severity::Notice, "loyalty::kinds::LoyaltyAttitude",
        Misconceptions "(1)客戶保持就是客戶忠誠",
        "Loyalty is a state of mind", "忠诚是心理状态", "忠誠是心理狀態",
        "Loyalty is that the customer trusts us, stands up for us and wishes to buy again, in its own words.",
        "忠诚，是客户以自己的话表明的信任、维护与再次购买的愿望。",
        "忠誠，是客戶以自己的話表明的信任、維護與再次購買的願望。";
    GEN_05 = "GEN" 5, AntiPattern Check, Severity::Bar, "loyalty::means::judge_claim",
        Misconceptions "(2)CRM軟件可以做到真正的客戶關系管理",
        "Software sees behaviour, not feeling", "软件只见行为不见情感", "軟件只見行為不見情感",
        "Behaviour that software observed, and what our own people guess, never establish what the customer feels.",
        "软件观测到的行为，以及我方人员的猜测，均不能认定客户的感受。",
        "軟件觀測到的行為，以及我方人員的猜測，均不能認定客戶的感受。";
    GEN_06 = "GEN" 6, AntiPattern Check, Severity::Warning, "loyalty::lock_in::lock_in",
        Misconceptions "(3)依靠契約聯系或頻數營銷鎖定客戶",
        "Locking in is no relationship", "锁定不是关系", "鎖定不是關係",
        "Contracts, points and barriers to leaving lock a customer in; they count toward lock-in alone and never toward a relationship.",
        "合同、积分与退出障碍只是锁定客户，只计入锁定，绝不计入关系。",
        "合同、積分與退出障礙只是鎖定客戶，只計入鎖定，絕不計入關係。";
    GEN_07 = "GEN" 7, AntiPattern Check, Severity::Warning, "loyalty::patronage::patronage",
        Misconceptions "(4)持續交易就是形成了關系",
        "Trade that goes on is no relationship", "持续交易不等于关系", "持續交易不等於關係",
        "Purchases that go on for convenience, time or price make no relationship unless the customer feels one.",
        "因方便、省时或价格而持续的购买，若客户并无感情，就不构成关系。",
        "因方便、省時或價格而持續的購買，若客戶並無感情，就不構成關係。";
    GEN_08 = "GEN" 8, AntiPattern Check, Severity::Warning, "loyalty::means::judge_channel",
        Misconceptions "(5)網上購物使得不能建立客戶關系",
        "Online is harder, not impossible", "线上较难而非不能", "線上較難而非不能",
        "A customer that is only met online may have a genuine relationship; what is missing in contact has to be made up for.",
        "只在线上接触的客户也可以有真诚的关系，但须弥补所缺少的接触。",
        "只在線上接觸的客戶也可以有真誠的關係，但須彌補所缺少的接觸。";
    GEN_09 = "GEN" 9, Definition Type, Severity::Warning, "loyalty::lock_in::switch_test",
        Misconceptions "(3)依靠契約聯系或頻數營銷鎖定客戶",
        "Locked in by cost", "因成本而被锁定", "因成本而被鎖定",
        "A customer is locked in that would rather buy elsewhere and stays because leaving costs as much as it would gain, or more.",
        "客户宁愿另选他家，却因离开的成本不低于所得而留下，即为被锁定。",
        "客戶寧願另選他家，卻因離開的成本不低於所得而留下，即為被鎖定。";
    GEN_10 = "GEN" 10, Rule Check, Severity::Warning, "loyalty::bond::bond",
        Misconceptions "二、真誠客戶關系的內涵分析",
        "The customer feels a connection", "客户感到情感联系", "客戶感到情感聯繫",
        "A genuine relationship needs an emotional connection that the customer itself feels.",
        "真诚的关系须有客户自己感受到的情感联系。",
        "真誠的關係須有客戶自己感受到的情感聯繫。";
    GEN_11 = "GEN" 11, Rule Check, Severity::Warning, "loyalty::bond::recognition",
        Misconceptions "二、真誠客戶關系的內涵分析",
        "Both sides recognise it", "双方相互认同", "雙方相互認同",
        "A relationship exists where both sides say so; whose view is unknown has not said so.",
        "双方都承认，关系方才存在；尚不知其看法者，视为未曾承认。",
        "雙方都承認，關係方才存在；尚不知其看法者，視為未曾承認。";
    GEN_12 = "GEN" 12, Rule Check, Severity::Warning, "loyalty::bond::bond",
        Misconceptions "二、真誠客戶關系的內涵分析",
        "Feeling outweighs purchases", "情感评价重于购买", "情感評價重於購買",
        "What the customer feels outweighs its share of purchases, and that outweighs repetition; a high share with bad feeling is never genuine.",
        "客户的情感评价重于采购份额，份额又重于重复购买；份额高而情感负面，绝非真诚的关系。",
        "客戶的情感評價重於採購份額，份額又重於重複購買；份額高而情感負面，絕非真誠的關係。";
    GEN_13 = "GEN" 13, Taxonomy Both, Severity::Warning, "loyalty::kinds::Manifestation",
        Misconceptions "二、真誠客戶關系的內涵分析",
        "A relationship shows itself", "关系必有表现", "關係必有表現",
        "A relationship shows in behaviour, in mind and in attitude; where it shows in none of them there is none.",
        "关系表现在行为、心理与态度上；三者皆无表现，则无关系。",
        "關係表現在行為、心理與態度上；三者皆無表現，則無關係。";
    GEN_14 = "GEN" 14, Rule Check, Severity::Warning, "loyalty::bond::pattern",
        Misconceptions "二、真誠客戶關系的內涵分析",
        "Repetition without feeling is mechanical", "无情感的重复只是机械", "無情感的重複只是機械",
        "A customer that keeps buying without feeling, or with feeling that fades, has no reason to stay.",
        "客户持续购买而没有感情，或感情日淡，便没有留下的理由。",
        "客戶持續購買而沒有感情，或感情日淡，便沒有留下的理由。";
    GEN_15 = "GEN" 15, Rule Both, Severity::Notice, "loyalty::kinds::kinds",
        Misconceptions "二、真誠客戶關系的內涵分析",
        "Referrals come from feeling", "推荐出自情感", "推薦出自情感",
        "Customers that were brought to us by a customer are evidence of what it feels, once they are counted, or told by it, and not guessed.",
        "客户带来的新客户，经清点或由客户说明而非估计，即为其情感的证据。",
        "客戶帶來的新客戶，經清點或由客戶說明而非估計，即為其情感的證據。";
    GEN_16 = "GEN" 16, Taxonomy Both, Severity::Warning, "loyalty::foundation::Foundation",
        Misconceptions "三、建立真誠客戶關系的原則及對策探討",
        "Four foundations", "四项基础", "四項基礎",
        "A relationship rests on trust, kept promises, communication and understanding.",
        "关系建立在信任、守信、交流与理解之上。",
        "關係建立在信任、守信、交流與理解之上。";
    GEN_17 = "GEN" 17, Rule Both, Severity::Warning, "loyalty::foundation::foundations",
        Misconceptions "三、建立真誠客戶關系的原則及對策探討",
        "A long-term investment", "长期投资", "長期投資",
        "A genuine relationship is invested in for the long term, in people and in the ways they work.",
        "真诚的关系须对人员与流程作长期投资。",
        "真誠的關係須對人員與流程作長期投資。";
    GEN_18 = "GEN" 18, Rule Check, Severity::Warning, "loyalty::bond::recognition",
        Misconceptions "1.(1)從客戶的角度定義關系",
        "Seen from the customer's side", "从客户角度定义", "從客戶角度定義",
        "The relationship is what the customer says it is; where we see one and it does not, that is a gap in perception.",
        "关系以客户的看法为准；我方以为有而客户以为无，即为认知差距。",
        "關係以客戶的看法為準；我方以為有而客戶以為無，即為認知差距。";
    GEN_19 = "GEN" 19, AntiPattern Check, Severity::Bar, "loyalty::means::judge_claim",
        Misconceptions "1.(1)從客戶的角度定義關系",
        "Revenue is not a relationship", "收入不是关系", "收入不是關係",
        "How much a customer pays says nothing of what it feels, and never defines the relationship.",
        "客户付了多少钱与其感受无关，绝不能用来定义关系。",
        "客戶付了多少錢與其感受無關，絕不能用來定義關係。";
    GEN_20 = "GEN" 20, Rule Both, Severity::Notice, "loyalty::patronage::patronage",
        Misconceptions "三、建立真誠客戶關系的原則及對策探討",
        "Not for the price alone", "不只因为低价", "不只因為低價",
        "Why a customer comes is asked of the customer, and coming for the price is told apart from coming for the feeling.",
        "客户为何光顾须问客户自己，因价格而来与因感受而来须加区分。",
        "客戶為何光顧須問客戶自己，因價格而來與因感受而來須加區分。";
}
