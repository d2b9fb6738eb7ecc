//! The cards of the lifecycle rules, LIF-01 to LIF-16 (生命周期规则卡).

use crate::verdict::{Severity, rule_cards};

rule_cards! {
    LIF_01 = "LIF" 1, Taxonomy Type, Severity::Notice, "vocab::words::Stage",
        Stages "客戶關係發展的四個階段",
        "Four stages", "四个阶段", "四個階段",
        "A relationship is in one of four stages: development, initial cooperation, stable cooperation, strategic cooperation.",
        "客户关系处于四个阶段之一：开发、初期合作、稳定合作、战略合作。",
        "客戶關係處於四個階段之一：開發、初期合作、穩定合作、戰略合作。";
    LIF_02 = "LIF" 2, Metric Type, Severity::Bar; fixed, "lifecycle::placement::place",
        Stages "客戶關係發展的四個階段",
        "Share decides the stage", "以份额定阶段", "以份額定階段",
        "Our share of what the customer buys, exact and with the grade of its evidence, tells the stage; too weak a grade for the gate of a stage leaves it undecided, also where the customer bought nothing from anybody.",
        "阶段由我方占客户采购的份额判定，份额须精确并标明证据等级；证据低于某阶段门槛所要求的等级，该阶段即属未决，客户未向任何人采购时亦然。",
        "階段由我方佔客戶採購的份額判定，份額須精確並標明證據等級；證據低於某階段門檻所要求的等級，該階段即屬未決，客戶未向任何人採購時亦然。";
    LIF_03 = "LIF" 3, Threshold Check, Severity::Bar; fixed, "lifecycle::LifecyclePolicy",
        Stages "客戶關係發展的四個階段",
        "Development: no trade yet", "开发：尚无交易", "開發：尚無交易",
        "A relationship in development has no share and never had any trade, so there is nothing to break off; without any demand of the customer the stage is held, and no move rests on a share.",
        "开发阶段的关系没有份额，且从未有过交易，因而无可中断；客户本期毫无需求时，阶段维持不变，不得作任何以份额为依据的变动。",
        "開發階段的關係沒有份額，且從未有過交易，因而無可中斷；客戶本期毫無需求時，階段維持不變，不得作任何以份額為依據的變動。";
    LIF_04 = "LIF" 4, Threshold Check, Severity::Bar; fixed, "lifecycle::LifecyclePolicy",
        Stages "客戶關係發展的四個階段",
        "Initial: some share", "初期：有份额", "初期：有份額",
        "A secondary or candidate supplier has some share; a recovery and every fall need it too.",
        "次要或候选供应商占有一定份额；恢复合作与任何倒退亦以有份额为前提。",
        "次要或候選供應商佔有一定份額；恢復合作與任何倒退亦以有份額為前提。";
    LIF_05 = "LIF" 5, Threshold Check, Severity::Bar; elsewhere Bond, "lifecycle::LifecyclePolicy",
        Stages "客戶關係發展的四個階段",
        "Stable: the main supplier", "稳定：主要供应商", "穩定：主要供應商",
        "A main supplier has the share from the first cut up, more than any other supplier, and a customer that is loyal and not merely held; a fall below it needs a share below the cut.",
        "主要供应商的份额在第一道界限以上，高于任何其他供应商，且客户忠诚而非仅被锁定；退到该阶段以下，份额须低于该界限。",
        "主要供應商的份額在第一道界限以上，高於任何其他供應商，且客戶忠誠而非僅被鎖定；退到該階段以下，份額須低於該界限。";
    LIF_06 = "LIF" 6, Threshold Check, Severity::Bar; elsewhere Partnership, "lifecycle::LifecyclePolicy",
        Stages "客戶關係發展的四個階段",
        "Strategic: share and partnership", "战略：份额与伙伴关系", "戰略：份額與夥伴關係",
        "A strategic supplier has the share from the second cut up and an established partnership, which no guess shows; while both are there, the relationship does not fall.",
        "战略供应商的份额在第二道界限以上，且伙伴关系已经确立，仅凭估计不足为据；二者俱在，关系即不退级。",
        "戰略供應商的份額在第二道界限以上，且夥伴關係已經確立，僅憑估計不足為據；二者俱在，關係即不退級。";
    LIF_07 = "LIF" 7, Rule Check, Severity::Bar; fixed, "lifecycle::judge",
        Stages "目錄之後的導言",
        "One step up at a time", "逐级推进", "逐級推進",
        "A relationship goes up one stage at a time, once in an assessment period, however high the share; if no earlier step is recorded, the standing itself has to be a period old.",
        "无论份额多高，客户关系每个评估期只能上升一级，不得跳级；若无晋级记录，现状本身须已满一个评估期。",
        "無論份額多高，客戶關係每個評估期只能上升一級，不得跳級；若無晉級紀錄，現狀本身須已滿一個評估期。";
    LIF_08 = "LIF" 8, Taxonomy Both, Severity::Bar; fixed, "vocab::answers::Trajectory",
        Stages "目錄之後的導言",
        "Four trajectories", "四种走势", "四種走勢",
        "The share advances, stagnates, regresses or is interrupted, against the one at the start of the window; not to grow beyond the tolerance is a sign, unless no more than that is left to gain. An interruption waits for its cause.",
        "份额与期初相比，或上升，或停滞，或倒退，或中断；增长未超过容差是一种信号，除非所余空间已在容差之内。中断须待原因查明。",
        "份額與期初相比，或上升，或停滯，或倒退，或中斷；增長未超過容差是一種信號，除非所餘空間已在容差之內。中斷須待原因查明。";
    LIF_09 = "LIF" 9, Rule Check, Severity::Bar; fixed, "lifecycle::judge",
        Stages "目錄之後的導言",
        "Falls are gradual", "倒退有过程", "倒退有過程",
        "A relationship may fall to any lower stage in which there is trade, but normally it falls gradually: more than one step on one day, or a break from above the initial stage, is a critical sign.",
        "关系可以退到其下任何尚有交易的阶段，但倒退通常有一个过程：同一日倒退多级，或由初期以上突然中断，是严重信号。",
        "關係可以退到其下任何尚有交易的階段，但倒退通常有一個過程：同一日倒退多級，或由初期以上突然中斷，是嚴重信號。";
    LIF_10 = "LIF" 10, Rule Type, Severity::Notice, "lifecycle::placement::Placement",
        Stages "目錄之後的導言",
        "A fall can be repaired", "倒退可修补", "倒退可修補",
        "Because a fall is gradual it opens a window for repair, which ends one assessment period after the fall.",
        "倒退既有过程，便留有修补的窗口，自倒退之日起一个评估期为止。",
        "倒退既有過程，便留有修補的窗口，自倒退之日起一個評估期為止。";
    LIF_11 = "LIF" 11, Rule Type, Severity::Notice, "vocab::answers::Risk",
        Stages "客戶關係倒退、中斷",
        "Higher is safer", "层次愈高愈稳", "層次愈高愈穩",
        "The higher the stage, the less likely a fall or a break: the risk is highest in the initial stage and lowest in the strategic one. Development has nothing to lose, and what is interrupted has no such risk.",
        "关系层次愈高，倒退或中断的可能愈小：初期风险最高，战略最低；开发阶段尚无可失，已中断的关系不再论此风险。",
        "關係層次愈高，倒退或中斷的可能愈小：初期風險最高，戰略最低；開發階段尚無可失，已中斷的關係不再論此風險。";
    LIF_12 = "LIF" 12, Rule Check, Severity::Bar; fixed, "lifecycle::moves::TRANSITIONS",
        Stages "客戶關係倒退、中斷",
        "No stage is the end", "没有终点", "沒有終點",
        "No stage is the end, so somebody looks at the relationship within the longest gap; what still buys is not interrupted, and only what is interrupted recovers.",
        "没有哪个阶段是终点，因此须在最长间隔之内检视关系；仍在采购者不算中断，只有已中断者方可恢复。",
        "沒有哪個階段是終點，因此須在最長間隔之內檢視關係；仍在採購者不算中斷，只有已中斷者方可恢復。";
    LIF_13 = "LIF" 13, AntiPattern Check, Severity::Bar, "lifecycle::profile::judge_strategy",
        Stages "目錄之後的導言",
        "Holding is no strategy", "守住不是策略", "守住不是策略",
        "A strategy has the goal of the present stage, or to win back an interrupted customer; one that is made for no stage, or only to hold the customer, is refused.",
        "策略须针对当前阶段并以其目标为目标，关系已中断者以赢回客户为目标；不针对阶段、只求守住客户的策略不予采用。",
        "策略須針對當前階段並以其目標為目標，關係已中斷者以贏回客戶為目標；不針對階段、只求守住客戶的策略不予採用。";
    LIF_14 = "LIF" 14, Taxonomy Both, Severity::Warning; elsewhere Departments ExecutiveTie JointFunctions, "vocab::answers::Topology",
        Stages "客戶開發階段策略",
        "Contacts widen with the stage", "接触随阶段拓宽", "接觸隨階段拓寬",
        "Contacts grow from one seller and one buyer to many departments, to departments among themselves, to teams across both houses; the gate of a stage asks for them, and no guess opens it.",
        "接触由点对点扩展到多部门，再到部门之间直接往来，最后到跨组织团队；所需接触由各阶段门槛规定，仅凭估计不得通过。",
        "接觸由點對點擴展到多部門，再到部門之間直接往來，最後到跨組織團隊；所需接觸由各階段門檻規定，僅憑估計不得通過。";
    LIF_15 = "LIF" 15, Taxonomy Both, Severity::Notice, "lifecycle::profile::StageProfile",
        Stages "目錄之後的導言",
        "Each stage has a profile", "各阶段有其特征", "各階段有其特徵",
        "Each stage has its supplier position, its driver and its goal; a stated position that is not that of the supported stage is a sign, and a guessed one shows nothing.",
        "每个阶段各有供应商地位、驱动因素和目标；所称地位与事实所支持的阶段不符是一种信号，仅凭估计的地位不足为据。",
        "每個階段各有供應商地位、驅動因素和目標；所稱地位與事實所支持的階段不符是一種信號，僅憑估計的地位不足為據。";
    LIF_16 = "LIF" 16, Definition Both, Severity::Warning; elsewhere PersonalTrust OrganizationalTrust Recognition, "vocab::answers::RelationQuality",
        Stages "目錄之後的導言",
        "From deals to commitment", "从交易到承诺", "從交易到承諾",
        "Relations grow from transaction through cooperation to mutual trust and commitment; the gate of a stage asks for the trust, and for the customer's own view of the relationship.",
        "关系由交易发展到合作，再到彼此的信任与承诺；所需信任以及客户自身的认同由各阶段门槛规定。",
        "關係由交易發展到合作，再到彼此的信任與承諾；所需信任以及客戶自身的認同由各階段門檻規定。";
}
