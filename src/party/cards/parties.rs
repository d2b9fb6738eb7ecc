//! The cards of the four parties, PTY-01 to PTY-09 (四方规则卡).

use crate::verdict::{Severity, rule_cards};

rule_cards! {
    PTY_01 = "PTY" 1, Taxonomy Both, Severity::Warning, "party::parties::Parties",
        Strengthening "(一)何谓“己”与“彼”?",
        "Four parties", "四方", "四方",
        "A relationship has four parties, two organizations and the people who act for each. A place that nobody fills on the day is declared vacant by then, with its first day; one that nobody fills and nobody declared is a breach.",
        "一段关系有四方：两个组织，以及各自的操作者。当日无人任职的位置，须已声明空缺并注明起始日；无人任职又无人声明的，即为违反。",
        "一段關係有四方：兩個組織，以及各自的操作者。當日無人任職的位置，須已聲明空缺並註明起始日；無人任職又無人聲明的，即為違反。";
    PTY_02 = "PTY" 2, Definition Both, Severity::Warning, "party::parties::Operators",
        Strengthening "(一)何谓“己”与“彼”?",
        "An operator is many people", "操作者可为多人", "操作者可為多人",
        "An operator is a set of people. Each of them is reported beside the whole. Where somebody is worse off than the whole shows, the whole hides it. The trust between both sets is the lower one of what most of each side reach; somebody whose trust is unknown leaves it unknown.",
        "操作者是一组人。除整体判断外，也逐人说明；若有人的状况差于整体所示，即被整体掩盖。双方之间的信任取两方各自多数人所达程度中较低者；有人的信任未知时，亦属未知。",
        "操作者是一組人。除整體判斷外，也逐人說明；若有人的狀況差於整體所示，即被整體掩蓋。雙方之間的信任取兩方各自多數人所達程度中較低者；有人的信任未知時，亦屬未知。";
    PTY_03 = "PTY" 3, Definition Type, Severity::Notice, "party::parties::Parties",
        Strengthening "标题之后的导言",
        "The supplier acts, the customer judges", "企业为主体，客户为客体", "企業為主體，客戶為客體",
        "Each action names the side that takes it. The people who trust and feel say or show in what state their trust and feeling are; an estimate of ours leaves it open.",
        "每项行动说明由哪一方采取。信任与情感处于何种状态，须由当事人自述或表现；我方的估计不足为据。",
        "每項行動說明由哪一方採取。信任與情感處於何種狀態，須由當事人自述或表現；我方的估計不足為據。";
    PTY_04 = "PTY" 4, Definition Both, Severity::Bar, "party::action::judge_action",
        Strengthening "标题之后的导言",
        "Need is the means, benefit the end", "需求为手段，利益为目标", "需求為手段，利益為目標",
        "An action names the need of the customer's side that it satisfies, and the benefit that it realizes with its party; a need of our own is none. A need without a benefit is goodwill, and is noticed.",
        "每项行动须说明满足客户一方的何种需求，并说明为哪一方实现何种利益；我方自身的需求不算。有需求而无利益者为善意，予以提示。",
        "每項行動須說明滿足客戶一方的何種需求，並說明為哪一方實現何種利益；我方自身的需求不算。有需求而無利益者為善意，予以提示。";
    PTY_05 = "PTY" 5, Taxonomy Type, Severity::Notice, "vocab::words::NeedKind",
        Strengthening "标题之后的导言",
        "Two kinds of need", "两类需求", "兩類需求",
        "The need of the customer's side that an action satisfies is material or spiritual, of organizations and people alike; of an organization the spiritual needs are its reputation and its culture.",
        "行动所满足的客户需求，无论属组织或个人，分物质与精神两类；组织的精神需求指其声誉与文化。",
        "行動所滿足的客戶需求，無論屬組織或個人，分物質與精神兩類；組織的精神需求指其聲譽與文化。";
    PTY_06 = "PTY" 6, Rule Check, Severity::Bar, "party::action::judge_measure",
        Strengthening "(一)何谓“己”与“彼”?",
        "All four are considered", "兼顾四方", "兼顧四方",
        "A measure states what it does to each of the four parties, and for each that it harms a countermeasure: what is done, by somebody who acts, and by a day that is still to come.",
        "任何政策须说明对四方各自利益的影响；对受损的一方须有应对措施，写明做什么、由哪位在任者做、在尚未过去的哪一天前完成。",
        "任何政策須說明對四方各自利益的影響；對受損的一方須有應對措施，寫明做什麼、由哪位在任者做、在尚未過去的哪一天前完成。";
    PTY_07 = "PTY" 7, Taxonomy Type, Severity::Notice, "party::feeling::Emotion",
        Strengthening "标题之后的导言",
        "Emotions", "情绪", "情緒",
        "As needs are met or not, people feel pleasure, doubt, suspicion, anger, or something else that is given a name; each has a polarity.",
        "需求满足的程度不同，人会高兴、怀疑、猜测、气愤，或有其他须注明的情绪；各有其正负。",
        "需求滿足的程度不同，人會高興、懷疑、猜測、氣憤，或有其他須註明的情緒；各有其正負。";
    PTY_08 = "PTY" 8, Definition Both, Severity::Notice, "party::feeling::feeling",
        Strengthening "标题之后的导言",
        "Mood is not affect", "情绪不是情感", "情緒不是情感",
        "A mood is what was felt last; an affect is the slower and steadier state that moods settle into. Both are reported of everybody who still acts and whose moods were seen or said. A main contact in a bad mood is a warning; a good mood that is too old, or a bad one that was only guessed since, leaves it open.",
        "情绪是最近一次的感受，情感是由情绪逐渐沉淀而成的稳定状态；凡仍在任、且情绪为所见或自述者，分别记录。主要联系人情绪不佳时，予以警示；良好情绪为时过久，或其后有不佳情绪的估计，则无从判断。",
        "情緒是最近一次的感受，情感是由情緒逐漸沉澱而成的穩定狀態；凡仍在任、且情緒為所見或自述者，分別記錄。主要聯繫人情緒不佳時，予以警示；良好情緒為時過久，或其後有不佳情緒的估計，則無從判斷。";
    PTY_09 = "PTY" 9, Taxonomy Check, Severity::Bar; fixed, "party::integrity::IntegrityOffice",
        Stages "一、要使顧客對企業忠誠,就要讓他們感覺留下來很快樂",
        "A gain of a person needs a clearance", "个人得益须经廉洁审查", "個人得益須經廉潔審查",
        "Of the four kinds of interest, what a person gains in material terms, in an action, an investment, a part of an offer made for the customer or an instrument, passes only with a clearance. Money is material under any name, and so is a thing without a price; a rebate to a person is such a gain. Somebody of our legal affairs without an open conflict gives it before the event, for that party and up to that amount; of several the last one counts. A refusal denies; a word that is unknown, guessed, late, or of nobody or anybody else leaves it undecided. So does a part or an instrument of which nobody says, by more than a guess, whose gain it is.",
        "四类利益之中，个人在行动、投入、个性化方案要素或留客手段中的物质得益，须有廉洁审查的许可方可。款项不论名目均属物质，未标价之物亦然；给个人的返利即为此类得益。许可须由我方并无未决冲突的法务人员在事前作出，并涵盖该方与该金额；有数项时以最后一项为准。拒绝即予否决；未知、仅属估计、事后、未具名或出自他人的说法，则无从裁定；要素或手段归谁得益无人说明或仅属估计的，亦然。",
        "四類利益之中，個人在行動、投入、個性化方案要素或留客手段中的物質得益，須有廉潔審查的許可方可。款項不論名目均屬物質，未標價之物亦然；給個人的返利即為此類得益。許可須由我方並無未決衝突的法務人員在事前作出，並涵蓋該方與該金額；有數項時以最後一項為準。拒絕即予否決；未知、僅屬估計、事後、未具名或出自他人的說法，則無從裁定；要素或手段歸誰得益無人說明或僅屬估計的，亦然。";
}
