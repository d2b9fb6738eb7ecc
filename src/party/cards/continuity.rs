//! The cards of the rules about continuity, CON-01 to CON-06 (关系接续规则卡).

use crate::verdict::{Severity, rule_cards};

rule_cards! {
    CON_01 = "CON" 1, Rule Check, Severity::Critical, "party::continuity::departure",
        Strengthening "(一)何谓“己”与“彼”?",
        "No relationship leaves with a person", "人走关系不走", "人走關係不走",
        "When somebody leaves there is a plan, a successor and a handover: what only the leaver held and nobody took over is lost, and when that is everything the relationship is broken.",
        "有人离任时须有接续计划、接任者和交接；唯离任者所持而无人接手的联系即告流失，全部流失则关系断裂。",
        "有人離任時須有接續計劃、接任者和交接；唯離任者所持而無人接手的聯繫即告流失，全部流失則關係斷裂。";
    CON_02 = "CON" 2, Rule Check, Severity::Warning, "party::continuity::concentration",
        Stages "1) 客戶關係完善—編織關係網",
        "No single point", "不系于一人", "不繫於一人",
        "One person who carries most ties of a side puts the relationship at risk, and one who carries all of them holds it alone; this is looked at on both sides.",
        "一方之中一人承载大部分联系，关系即有风险；承载全部，则系于一人。双方都须检视。",
        "一方之中一人承載大部分聯繫，關係即有風險；承載全部，則繫於一人。雙方都須檢視。";
    CON_03 = "CON" 3, Rule Check, Severity::Warning, "party::continuity::departure",
        Stages "1) 客戶關係完善—編織關係網",
        "A departure is an opening", "离任即是空隙", "離任即是空隙",
        "When a main contact of either side leaves, competitors get an opening, and both sides are warned.",
        "任何一方的主要联系人离任，都给竞争对手留下空隙，双方均须预警。",
        "任何一方的主要聯繫人離任，都給競爭對手留下空隙，雙方均須預警。";
    CON_04 = "CON" 4, Rule Check, Severity::Critical, "party::continuity::departure",
        Stages "1) 客戶關係完善—編織關係網",
        "A soured pair is a departure", "交恶等同离任", "交惡等同離任",
        "Main contacts whose stable affect for each other is below the limit count as if one of them had left.",
        "主要联系人之间的稳定情感低于界限时，视同其中一人离任。",
        "主要聯繫人之間的穩定情感低於界限時，視同其中一人離任。";
    CON_05 = "CON" 5, Process Both, Severity::Warning, "party::continuity::coverage",
        Stages "1) 客戶關係完善—編織關係網",
        "From points to surfaces", "由点到面", "由點到面",
        "A tie from person to person is widened, as far as the stage asks, into contacts over several departments and levels, functions that meet their like, and a tie at the top.",
        "个人之间的点对点联系，须按阶段要求扩展为多部门、多层级、职能对接并有高层联系的组织关系。",
        "個人之間的點對點聯繫，須按階段要求擴展為多部門、多層級、職能對接並有高層聯繫的組織關係。";
    CON_06 = "CON" 6, Rule Check, Severity::Bar; except Deputy, "party::continuity::judge_assignment",
        Management "3、客户管理的几大创新",
        "An owner and a deputy", "专人与副手", "專人與副手",
        "A special customer has an owner of its own, and a named deputy who is somebody else, so that the owner is no single point.",
        "特殊客户须有专人负责，并另行指定副手，以免系于一人。",
        "特殊客戶須有專人負責，並另行指定副手，以免繫於一人。";
}
