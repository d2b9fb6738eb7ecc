//! The cards of the rules about genuine relationships, GEN-01 to GEN-20 (真诚客户关系规则卡).

use crate::verdict::{Severity, rule_cards};

rule_cards! {
    GEN_01 = "GEN" 1, Taxonomy Both, Severity::Warning, "vocab::words::Bond",
        Misconceptions "引言：真誠的與捆綁的客戶關系",
        "Genuine or locked in", "真诚或被捆绑", "真誠或被捆綁",
        "What keeps a customer is attachment, lock-in, both or neither; only attachment makes the relationship genuine, and loyalty is claimed of an attached customer only.",
        "留住客户的是情感、锁定、二者兼有或二者皆无；唯有情感使关系真诚，也唯有情感相系的客户可称忠诚。",
        "留住客戶的是情感、鎖定、二者兼有或二者皆無；唯有情感使關係真誠，也唯有情感相繫的客戶可稱忠誠。";
    GEN_02 = "GEN" 2, AntiPattern Check, Severity::Bar, "loyalty::means::judge_claim",
        Misconceptions "(1)客戶保持就是客戶忠誠",
        "Retention is not loyalty", "保持不等于忠诚", "保持不等於忠誠",
        "Loyalty that is claimed because a customer keeps buying needs the customer's own favourable word in the evidence; retention by itself never shows it. Its own word against trusting us, standing up for us or buying again refuses the claim too.",
        "以客户保持为由主张忠诚，证据中须有客户自己的正面评价；单凭保持不能认定忠诚。客户自己不信赖、不维护或不愿再购的话，同样使主张不成立。",
        "以客戶保持為由主張忠誠，證據中須有客戶自己的正面評價；單憑保持不能認定忠誠。客戶自己不信賴、不維護或不願再購的話，同樣使主張不成立。";
    GEN_03 = "GEN" 3, Definition Type, Severity::Notice, "loyalty::retention::retention",
        Misconceptions "(1)客戶保持就是客戶忠誠",
        "Retention by the customer's own cycle", "按客户自身周期计保持度", "按客戶自身週期計保持度",
        "Retention is the part of its own order cycles since the first purchase in which the customer bought again.",
        "客户保持度，是首次购买之后客户在自身订货周期中再次购买的比例。",
        "客戶保持度，是首次購買之後客戶在自身訂貨週期中再次購買的比例。";
    GEN_04 = "GEN" 4, Definition Type, Severity::Notice, "loyalty::kinds::LoyaltyAttitude",
        Misconceptions "(1)客戶保持就是客戶忠誠",
        "Loyalty is a state of mind", "忠诚是心理状态", "忠誠是心理狀態",
        "Loyalty is that the customer trusts us, stands up for us and wishes to buy again, in its own words, as long as they count and with the voice of each of its people.",
        "忠诚，是客户以自己的话表明的信任、维护与再次购买的愿望；以有效期内的话为准，客户各人之声皆计。",
        "忠誠，是客戶以自己的話表明的信任、維護與再次購買的願望；以有效期內的話為準，客戶各人之聲皆計。";
    GEN_05 = "GEN" 5, AntiPattern Check, Severity::Bar, "loyalty::means::judge_claim",
        Misconceptions "(2)CRM軟件可以做到真正的客戶關系管理",
        "Software sees behaviour, not feeling", "软件只见行为不见情感", "軟件只見行為不見情感",
        "Loyalty that is claimed on what software observed, on what our people guess or on what the customer is said to have said needs the customer's own favourable word in the evidence. Its own word against trusting us, standing up for us or buying again refuses the claim too.",
        "以软件观测、我方人员的猜测或据称的客户自述主张忠诚，证据中须确有客户自己的正面评价。客户自己不信赖、不维护或不愿再购的话，同样使主张不成立。",
        "以軟件觀測、我方人員的猜測或據稱的客戶自述主張忠誠，證據中須確有客戶自己的正面評價。客戶自己不信賴、不維護或不願再購的話，同樣使主張不成立。";
    GEN_06 = "GEN" 6, AntiPattern Check, Severity::Warning, "loyalty::lock_in::lock_in",
        Misconceptions "(3)依靠契約聯系或頻數營銷鎖定客戶",
        "Locking in is no relationship", "锁定不是关系", "鎖定不是關係",
        "Contracts, points and barriers to leaving lock a customer in; they count toward lock-in alone and never toward a relationship.",
        "合同、积分与退出障碍只是锁定客户，只计入锁定，绝不计入关系。",
        "合同、積分與退出障礙只是鎖定客戶，只計入鎖定，絕不計入關係。";
    GEN_07 = "GEN" 7, AntiPattern Check, Severity::Warning, "loyalty::patronage::patronage",
        Misconceptions "(4)持續交易就是形成了關系",
        "Trade that goes on is no relationship", "持续交易不等于关系", "持續交易不等於關係",
        "Purchases that go on, for convenience, time, price or anything else, make no relationship unless the customer feels one; they carry no claim of loyalty without its own favourable word. Its own word against trusting us, standing up for us or buying again refuses the claim too.",
        "无论因方便、省时、价格还是其他缘由而持续的购买，若客户并无感情，就不构成关系；没有客户自己的正面评价，也不足以主张忠诚。客户自己不信赖、不维护或不愿再购的话，同样使主张不成立。",
        "無論因方便、省時、價格還是其他緣由而持續的購買，若客戶並無感情，就不構成關係；沒有客戶自己的正面評價，也不足以主張忠誠。客戶自己不信賴、不維護或不願再購的話，同樣使主張不成立。";
    GEN_08 = "GEN" 8, AntiPattern Check, Severity::Warning, "loyalty::means::judge_channel",
        Misconceptions "(5)網上購物使得不能建立客戶關系",
        "Online is harder, not impossible", "线上较难而非不能", "線上較難而非不能",
        "A customer that is only met online may have a genuine relationship; a measure by which it can answer has to make up for the missing contact.",
        "只在线上接触的客户也可以有真诚的关系，但须有客户能够回应的措施，以弥补所缺的接触。",
        "只在線上接觸的客戶也可以有真誠的關係，但須有客戶能夠回應的措施，以彌補所缺的接觸。";
    GEN_09 = "GEN" 9, Definition Type, Severity::Warning, "loyalty::lock_in::switch_test",
        Misconceptions "(3)依靠契約聯系或頻數營銷鎖定客戶",
        "Locked in by cost", "因成本而被锁定", "因成本而被鎖定",
        "A customer that would rather buy elsewhere, by its own word, is locked in if leaving costs as much as it would gain, or more, and free if it gains more, by amounts that are no guess of ours; one that would rather stay is content.",
        "客户自述宁愿另选他家者，离开的成本不低于所得即为被锁定，所得更高且非我方猜测即为自由；宁愿留下者，即为甘愿。",
        "客戶自述寧願另選他家者，離開的成本不低於所得即為被鎖定，所得更高且非我方猜測即為自由；寧願留下者，即為甘願。";
    GEN_10 = "GEN" 10, Rule Check, Severity::Warning, "loyalty::bond::bond",
        Misconceptions "二、真誠客戶關系的內涵分析",
        "The customer feels a connection", "客户感到情感联系", "客戶感到情感聯繫",
        "A genuine relationship needs an emotional connection that the customer itself feels, and every voice of its people counts.",
        "真诚的关系须有客户自己感受到的情感联系，客户各人之声皆计。",
        "真誠的關係須有客戶自己感受到的情感聯繫，客戶各人之聲皆計。";
    GEN_11 = "GEN" 11, Rule Check, Severity::Warning, "loyalty::bond::recognition",
        Misconceptions "二、真誠客戶關系的內涵分析",
        "Both sides recognise it", "双方相互认同", "雙方相互認同",
        "A relationship exists where both sides say so; a side whose view is unknown or only guessed has not said so.",
        "双方都承认，关系方才存在；看法未知或仅凭猜测的一方，视为未曾承认。",
        "雙方都承認，關係方才存在；看法未知或僅憑猜測的一方，視為未曾承認。";
    GEN_12 = "GEN" 12, Rule Check, Severity::Warning, "loyalty::bond::bond",
        Misconceptions "二、真誠客戶關系的內涵分析",
        "Feeling outweighs purchases", "情感评价重于购买", "情感評價重於購買",
        "What the customer feels outweighs its purchases, so one that buys much or again may not speak against us; its share outweighs repetition, so one that buys again also buys much.",
        "客户的情感重于其购买，故多买或复购的客户不得对我方持负面态度；份额又重于重复购买，故复购的客户还须份额高。",
        "客戶的情感重於其購買，故多買或復購的客戶不得對我方持負面態度；份額又重於重複購買，故復購的客戶還須份額高。";
    GEN_13 = "GEN" 13, Taxonomy Both, Severity::Warning, "vocab::words::Manifestation",
        Misconceptions "二、真誠客戶關系的內涵分析",
        "A relationship shows itself", "关系必有表现", "關係必有表現",
        "A relationship shows in behaviour, in mind and in attitude; where all three were looked at and it shows in none of them, there is none.",
        "关系表现在行为、心理与态度上；三者皆已察看而皆无表现，则无关系。",
        "關係表現在行為、心理與態度上；三者皆已察看而皆無表現，則無關係。";
    GEN_14 = "GEN" 14, Rule Check, Severity::Warning, "loyalty::bond::pattern",
        Misconceptions "二、真誠客戶關系的內涵分析",
        "Repetition without feeling is mechanical", "无情感的重复只是机械", "無情感的重複只是機械",
        "A customer that keeps buying without a favourable feeling, or whose feeling is less favourable than before, has no reason to stay.",
        "客户持续购买而没有好感，或感情不如从前，便没有留下的理由。",
        "客戶持續購買而沒有好感，或感情不如從前，便沒有留下的理由。";
    GEN_15 = "GEN" 15, Rule Both, Severity::Notice, "loyalty::kinds::kinds",
        Misconceptions "二、真誠客戶關系的內涵分析",
        "Referrals come from feeling", "推荐出自情感", "推薦出自情感",
        "Referrals that were counted, or reported by the customer, are evidence of what it feels as long as a word would count, and stand against a word that denies it. No referral is no evidence either way.",
        "在评价的有效期内，经清点或由客户说明的推荐，是其情感的证据，与否认情感的自述相抵触；没有推荐则不作任何证据。",
        "在評價的有效期內，經清點或由客戶說明的推薦，是其情感的證據，與否認情感的自述相牴觸；沒有推薦則不作任何證據。";
    GEN_16 = "GEN" 16, Taxonomy Both, Severity::Warning, "loyalty::foundation::Foundation",
        Misconceptions "三、建立真誠客戶關系的原則及對策探討",
        "Four foundations", "四项基础", "四項基礎",
        "A relationship rests on the customer's own word of trust, on promises kept, on recent contact in which it speaks and on needs that it confirmed, each by dated facts.",
        "关系的基础是客户自述的信任、兑现的承诺、近期有来有往的交流与经客户确认的理解，均以有日期的事实为据。",
        "關係的基礎是客戶自述的信任、兌現的承諾、近期有來有往的交流與經客戶確認的理解，均以有日期的事實為據。";
    GEN_17 = "GEN" 17, Rule Both, Severity::Warning, "loyalty::foundation::foundations",
        Misconceptions "三、建立真誠客戶關系的原則及對策探討",
        "A long-term investment", "长期投资", "長期投資",
        "Both sides invest in a genuine relationship over the long term, counted from the first investment of each to its last, and neither has stopped.",
        "真诚的关系须双方长期投入，自各方首次投入计至最近一次，且双方均未停止投入。",
        "真誠的關係須雙方長期投入，自各方首次投入計至最近一次，且雙方均未停止投入。";
    GEN_18 = "GEN" 18, Rule Check, Severity::Warning, "loyalty::bond::recognition",
        Misconceptions "1.(1)從客戶的角度定義關系",
        "Seen from the customer's side", "从客户角度定义", "從客戶角度定義",
        "Our belief alone changes nothing; where both views are known by more than a guess and differ, there is a gap in perception.",
        "我方单方面的看法不改变任何结论；双方看法均已知、非凭猜测而不一致，即为认知差距。",
        "我方單方面的看法不改變任何結論；雙方看法均已知、非憑猜測而不一致，即為認知差距。";
    GEN_19 = "GEN" 19, AntiPattern Check, Severity::Bar, "loyalty::means::judge_claim",
        Misconceptions "1.(1)從客戶的角度定義關系",
        "Revenue is not a relationship", "收入不是关系", "收入不是關係",
        "Loyalty that is claimed because a customer pays much needs the customer's own favourable word in the evidence; revenue never defines the relationship. Its own word against trusting us, standing up for us or buying again refuses the claim too.",
        "以客户付款多少为由主张忠诚，证据中须有客户自己的正面评价；收入绝不能用来定义关系。客户自己不信赖、不维护或不愿再购的话，同样使主张不成立。",
        "以客戶付款多少為由主張忠誠，證據中須有客戶自己的正面評價；收入絕不能用來定義關係。客戶自己不信賴、不維護或不願再購的話，同樣使主張不成立。";
    GEN_20 = "GEN" 20, Rule Both, Severity::Notice, "loyalty::patronage::patronage",
        Misconceptions "三、建立真誠客戶關系的原則及對策探討",
        "Not for the price alone", "不只因为低价", "不只因為低價",
        "The customer states why it buys of its own will. A low price must not be its only reason, beside convenience and time at most; a reason that nobody stated is a missing fact.",
        "客户为何自愿光顾须问客户自己；低价不得是其唯一理由，方便与省时不算另有理由；未说明理由即为缺少事实。",
        "客戶為何自願光顧須問客戶自己；低價不得是其唯一理由，方便與省時不算另有理由；未說明理由即為缺少事實。";
}
