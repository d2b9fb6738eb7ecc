//! The cards of the lifecycle rules, LIF-01 to LIF-16 (生命周期规则卡).

use crate::verdict::{Severity, rule_cards};

rule_cards! {
    LIF_01 = "LIF" 1, Taxonomy Type, Severity::Notice, "vocab::words::Stage",
        Stages "客戶關係發展的四個階段",
        "Four stages", "四个阶段", "四個階段",
        "A relationship is in one of four stages: development, initial cooperation, stable cooperation, strategic cooperation.",
        "客户关系处于四个阶段之一：开发、初期合作、稳定合作、战略合作。",
        "客戶關係處於四個階段之一：開發、初期合作、穩定合作、戰略合作。";
    LIF_02 = "LIF" 2, Metric Both, Severity::Bar; fixed, "lifecycle::placement::place",
        Stages "客戶關係發展的四個階段",
        "Share decides the stage", "以份额定阶段", "以份額定階段",
        "The stage is told first by our share of what the customer buys in a period and category, kept exact and with the grade of its evidence.",
        "阶段首先由我方在一定时期和品类中占客户采购的份额判定，份额须精确，并标明证据等级。",
        "階段首先由我方在一定時期和品類中佔客戶採購的份額判定，份額須精確，並標明證據等級。";
    LIF_03 = "LIF" 3, Threshold Check, Severity::Bar; fixed, "lifecycle::LifecyclePolicy",
        Stages "客戶關係發展的四個階段",
        "Development: no trade yet", "开发：尚无交易", "開發：尚無交易",
        "A relationship without any trade is in development; without any demand of the customer nothing can be told and the stage is held.",
        "从未有过交易的关系处于开发阶段；客户本期毫无需求时无从判断，阶段维持不变。",
        "從未有過交易的關係處於開發階段；客戶本期毫無需求時無從判斷，階段維持不變。";
    LIF_04 = "LIF" 4, Threshold Check, Severity::Bar; fixed, "lifecycle::LifecyclePolicy",
        Stages "客戶關係發展的四個階段",
        "Initial: some share", "初期：有份额", "初期：有份額",
        "A secondary or candidate supplier has some share, below the first cut.",
        "次要或候选供应商占有一定份额，但未到第一道界限。",
        "次要或候選供應商佔有一定份額，但未到第一道界限。";
    LIF_05 = "LIF" 5, Threshold Check, Severity::Bar; elsewhere Bond, "lifecycle::LifecyclePolicy",
        Stages "客戶關係發展的四個階段",
        "Stable: the main supplier", "稳定：主要供应商", "穩定：主要供應商",
        "A main supplier has the share from the first cut up to the second, more than any other supplier, and a customer that is loyal and not merely held.",
        "主要供应商的份额介于第一与第二道界限之间，高于任何其他供应商，且客户忠诚而非仅被锁定。",
        "主要供應商的份額介於第一與第二道界限之間，高於任何其他供應商，且客戶忠誠而非僅被鎖定。";
    LIF_06 = "LIF" 6, Threshold Check, Severity::Bar; elsewhere Partnership, "lifecycle::LifecyclePolicy",
        Stages "客戶關係發展的四個階段",
        "Strategic: share and partnership", "战略：份额与伙伴关系", "戰略：份額與夥伴關係",
        "A strategic supplier has the share from the second cut up, and a partnership that both sides have established.",
        "战略供应商的份额在第二道界限以上，且双方已确立伙伴关系。",
        "戰略供應商的份額在第二道界限以上，且雙方已確立夥伴關係。";
    LIF_07 = "LIF" 7, Rule Check, Severity::Bar; fixed, "lifecycle::judge",
        Stages "目錄之後的導言",
        "One step up at a time", "逐级推进", "逐級推進",
        "A relationship goes up one stage at a time, once in an assessment period, however high the share.",
        "无论份额多高，客户关系每个评估期只能上升一级，不得跳级。",
        "無論份額多高，客戶關係每個評估期只能上升一級，不得跳級。";
    LIF_08 = "LIF" 8, Taxonomy Both, Severity::Bar; fixed, "lifecycle::placement::Trajectory",
        Stages "目錄之後的導言",
        "Four trajectories", "四种走势", "四種走勢",
        "In any stage a relationship may advance, stagnate, regress or be interrupted; an interruption names its cause.",
        "任何阶段的关系都可能上升、停滞、倒退或中断；中断须说明原因。",
        "任何階段的關係都可能上升、停滯、倒退或中斷；中斷須說明原因。";
    LIF_09 = "LIF" 9, Rule Check, Severity::Bar; fixed, "lifecycle::judge",
        Stages "目錄之後的導言",
        "Falls are gradual", "倒退有过程", "倒退有過程",
        "A relationship may fall any number of stages, but a fall is normally gradual: more than one step is a critical sign.",
        "关系可以倒退任意级数，但通常有一个过程：一次倒退多级是严重信号。",
        "關係可以倒退任意級數，但通常有一個過程：一次倒退多級是嚴重信號。";
    LIF_10 = "LIF" 10, Rule Type, Severity::Notice, "lifecycle::placement::Placement",
        Stages "目錄之後的導言",
        "A fall can be repaired", "倒退可修补", "倒退可修補",
        "Because a fall is gradual it opens a window for repair, until the next assessment.",
        "倒退既有过程，便留有修补的窗口，直至下次评估。",
        "倒退既有過程，便留有修補的窗口，直至下次評估。";
    LIF_11 = "LIF" 11, Rule Type, Severity::Notice, "lifecycle::placement::Risk",
        Stages "客戶關係倒退、中斷",
        "Higher is safer", "层次愈高愈稳", "層次愈高愈穩",
        "The higher the stage, the less likely a fall or a break: initial before stable before strategic.",
        "关系层次愈高，倒退或中断的可能愈小：初期大于稳定，稳定大于战略。",
        "關係層次愈高，倒退或中斷的可能愈小：初期大於穩定，穩定大於戰略。";
    LIF_12 = "LIF" 12, Rule Check, Severity::Bar; fixed, "lifecycle::moves::TRANSITIONS",
        Stages "客戶關係倒退、中斷",
        "No stage is the end", "没有终点", "沒有終點",
        "Every stage can be left and every interruption recovered from, so no stage is ever unwatched.",
        "任何阶段都可能离开，任何中断都可能恢复，因此任何阶段都不可停止监控。",
        "任何階段都可能離開，任何中斷都可能恢復，因此任何階段都不可停止監控。";
    LIF_13 = "LIF" 13, AntiPattern Check, Severity::Bar, "lifecycle::profile::judge_strategy",
        Stages "目錄之後的導言",
        "Holding is no strategy", "守住不是策略", "守住不是策略",
        "A strategy that is made for no stage, or only to hold the customer, is refused: strategies belong to stages.",
        "不针对阶段、只求守住客户的策略不予采用：策略须与阶段相应。",
        "不針對階段、只求守住客戶的策略不予採用：策略須與階段相應。";
    LIF_14 = "LIF" 14, Taxonomy Both, Severity::Warning; elsewhere Departments ExecutiveTie JointFunctions, "lifecycle::profile::Topology",
        Stages "客戶開發階段策略",
        "Contacts widen with the stage", "接触随阶段拓宽", "接觸隨階段拓寬",
        "Contacts grow from one seller and one buyer to many departments, to departments among themselves, to teams across both organizations with ties at the top.",
        "接触由点对点扩展到多部门，再到部门之间直接往来，最后到跨组织团队与高层联系。",
        "接觸由點對點擴展到多部門，再到部門之間直接往來，最後到跨組織團隊與高層聯繫。";
    LIF_15 = "LIF" 15, Taxonomy Both, Severity::Notice, "lifecycle::profile::StageProfile",
        Stages "目錄之後的導言",
        "Each stage has a profile", "各阶段有其特征", "各階段有其特徵",
        "Each stage has its supplier position, its driver and its goal; a stated position that does not fit the share is a sign.",
        "每个阶段各有供应商地位、驱动因素和目标；所称地位与份额不符是一种信号。",
        "每個階段各有供應商地位、驅動因素和目標；所稱地位與份額不符是一種信號。";
    LIF_16 = "LIF" 16, Definition Both, Severity::Warning; elsewhere PersonalTrust OrganizationalTrust Recognition, "lifecycle::profile::RelationQuality",
        Stages "目錄之後的導言",
        "From deals to commitment", "从交易到承诺", "從交易到承諾",
        "Relations grow from transaction through cooperation to mutual trust and commitment.",
        "关系由交易发展到合作，再到彼此的信任与承诺。",
        "關係由交易發展到合作，再到彼此的信任與承諾。";
}
