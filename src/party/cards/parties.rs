//! The cards of the four parties, PTY-01 to PTY-09 (四方规则卡).

use crate::verdict::{Severity, rule_cards};

rule_cards! {
    PTY_01 = "PTY" 1, Taxonomy Both, Severity::Warning, "party::parties::Parties",
        Strengthening "(一)何谓“己”与“彼”?",
        "Four parties", "四方", "四方",
        "A relationship has four parties, two organizations and the people who act for each; a place without people is declared vacant, never left out.",
        "一段关系有四方：两个组织，以及各自的操作者；操作者空缺须说明，不得略去。",
        "一段關係有四方：兩個組織，以及各自的操作者；操作者空缺須說明，不得略去。";
    PTY_02 = "PTY" 2, Definition Both, Severity::Warning, "party::parties::Operators",
        Strengthening "(一)何谓“己”与“彼”?",
        "An operator is many people", "操作者可为多人", "操作者可為多人",
        "An operator is a set of people; whatever is told of the set is told of each person too, because a whole can hide a conflict inside it.",
        "操作者是一组人；凡就整体所作的判断也逐人作出，因为整体会掩盖内部的冲突。",
        "操作者是一組人；凡就整體所作的判斷也逐人作出，因為整體會掩蓋內部的衝突。";
    PTY_03 = "PTY" 3, Definition Type, Severity::Notice, "party::parties::Parties",
        Strengthening "标题之后的导言",
        "The supplier acts, the customer judges", "企业为主体，客户为客体", "企業為主體，客戶為客體",
        "The supplier is the acting side and the customer the side acted for; in what state the relationship is, the customer has to say.",
        "企业是行动的主体，客户是客体；关系处于何种状态，须由客户说明。",
        "企業是行動的主體，客戶是客體；關係處於何種狀態，須由客戶說明。";
    PTY_04 = "PTY" 4, Definition Both, Severity::Bar, "party::action::judge_action",
        Strengthening "标题之后的导言",
        "Need is the means, benefit the end", "需求为手段，利益为目标", "需求為手段，利益為目標",
        "An action names the need that it satisfies and the benefit that it realizes, and for which party; a need without a benefit is goodwill.",
        "每项行动须说明满足谁的何种需求、实现谁的何种利益；有需求而无利益者为善意。",
        "每項行動須說明滿足誰的何種需求、實現誰的何種利益；有需求而無利益者為善意。";
    PTY_05 = "PTY" 5, Taxonomy Type, Severity::Notice, "party::action::NeedKind",
        Strengthening "标题之后的导言",
        "Two kinds of need", "两类需求", "兩類需求",
        "Customers, organizations and people alike, have material needs and spiritual ones; of an organization these are its reputation and culture.",
        "客户组织与个人都有物质需求和精神需求；组织的精神需求指其声誉与文化。",
        "客戶組織與個人都有物質需求和精神需求；組織的精神需求指其聲譽與文化。";
    PTY_06 = "PTY" 6, Rule Check, Severity::Bar, "party::action::judge_measure",
        Strengthening "(一)何谓“己”与“彼”?",
        "All four are considered", "兼顾四方", "兼顧四方",
        "A measure states what it does to each of the four parties, and what is done for each that it harms.",
        "任何政策须说明对四方各自利益的影响，对受损的一方须有应对措施。",
        "任何政策須說明對四方各自利益的影響，對受損的一方須有應對措施。";
    PTY_07 = "PTY" 7, Taxonomy Type, Severity::Notice, "party::feeling::Emotion",
        Strengthening "标题之后的导言",
        "Emotions", "情绪", "情緒",
        "As needs are met or not, people feel pleasure, doubt, suspicion, anger, or something else that is given a name; each has a polarity.",
        "需求满足的程度不同，人会高兴、怀疑、猜测、气愤，或有其他须注明的情绪；各有其正负。",
        "需求滿足的程度不同，人會高興、懷疑、猜測、氣憤，或有其他須註明的情緒；各有其正負。";
    PTY_08 = "PTY" 8, Definition Both, Severity::Notice, "party::feeling::feeling",
        Strengthening "标题之后的导言",
        "Mood is not affect", "情绪不是情感", "情緒不是情感",
        "A mood is what was felt last; an affect is the slower and steadier state that moods settle into. They are two values.",
        "情绪是最近一次的感受，情感是由情绪逐渐沉淀而成的稳定状态；两者分别记录。",
        "情緒是最近一次的感受，情感是由情緒逐漸沉澱而成的穩定狀態；兩者分別記錄。";
    PTY_09 = "PTY" 9, Taxonomy Check, Severity::Bar; fixed, "party::action::InterestKind",
        Stages "一、要使顧客對企業忠誠,就要讓他們感覺留下來很快樂",
        "Four kinds of interest", "四类利益", "四類利益",
        "Interests are personal or of the company, material or spiritual; what a person gains in material terms passes only with the word of the integrity gate.",
        "利益分个人与公司、物质与精神四类；个人的物质利益须经廉洁审查方可。",
        "利益分個人與公司、物質與精神四類；個人的物質利益須經廉潔審查方可。";
}
