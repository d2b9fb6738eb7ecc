//! The cards of the rules about continuity, CON-01 to CON-06 (关系接续规则卡).

use crate::verdict::{Severity, rule_cards};

rule_cards! {
    CON_01 = "CON" 1, Rule Check, Severity::Critical, "party::continuity::departure",
        Strengthening "(一)何谓“己”与“彼”?",
        "No relationship leaves with a person", "人走关系不走", "人走關係不走",
        "When somebody leaves there are a plan, a successor and a handover. The part of all tie weight that the leaver held on the last day, and that no successor who acts has taken over, is lost: above the policy's limit the relationship is at risk, and where nothing is left it is broken. A person across who keeps next to nothing of the own ties is a warning. A guess may say that something is lost, and not that it has been taken over.",
        "有人离任时须有接续计划、接任者和交接。离任者在最后一日所持、而在任的接任者没有接手的联系即告流失：占全部联系的比例超过政策界限时，关系有流失风险；全部流失则关系断裂。对方某人所剩联系寥寥时，予以警示。仅凭估计，可认定流失，不可认定已接手。",
        "有人離任時須有接續計劃、接任者和交接。離任者在最後一日所持、而在任的接任者沒有接手的聯繫即告流失：佔全部聯繫的比例超過政策界限時，關係有流失風險；全部流失則關係斷裂。對方某人所剩聯繫寥寥時，予以警示。僅憑估計，可認定流失，不可認定已接手。";
    CON_02 = "CON" 2, Rule Check, Severity::Warning, "party::continuity::concentration",
        Stages "1) 客戶關係完善—編織關係網",
        "No single point", "不系于一人", "不繫於一人",
        "On the day asked about, one person who carries as much of a side's ties as the policy's limit puts the relationship at risk, and one who carries all of them holds it alone. Both sides are looked at; a customer with a single operator is only noticed for it. Where all ties have ended, nobody holds the relationship.",
        "在所问之日，一方之中一人承载的联系达到政策界限，关系即有风险；承载全部，则系于一人。双方都须检视；客户仅有一名操作者时，对客户一方仅作提示。联系全部终止时，关系已无人维系。",
        "在所問之日，一方之中一人承載的聯繫達到政策界限，關係即有風險；承載全部，則繫於一人。雙方都須檢視；客戶僅有一名操作者時，對客戶一方僅作提示。聯繫全部終止時，關係已無人維繫。";
    CON_03 = "CON" 3, Rule Check, Severity::Warning, "party::continuity::departure",
        Stages "1) 客戶關係完善—編織關係網",
        "A departure is an opening", "离任即是空隙", "離任即是空隙",
        "When a main contact of either side leaves, or main contacts have fallen out, competitors get an opening. Each side is warned by itself, with the part of all ties that runs through that person.",
        "任何一方的主要联系人离任，或主要联系人彼此交恶，都给竞争对手留下空隙。双方各得一条预警，并注明经此人的联系所占比例。",
        "任何一方的主要聯繫人離任，或主要聯繫人彼此交惡，都給競爭對手留下空隙。雙方各得一條預警，並註明經此人的聯繫所佔比例。";
    CON_04 = "CON" 4, Rule Check, Severity::Critical, "party::continuity::departure",
        Stages "1) 客戶關係完善—編織關係網",
        "A soured pair is a departure", "交恶等同离任", "交惡等同離任",
        "Main contacts whose stable affect for each other is below the limit count as if one of them had left. A guess may say so, and does not suffice to say the opposite.",
        "主要联系人之间的稳定情感低于界限时，视同其中一人离任。仅凭估计，可如此认定，不可作相反认定。",
        "主要聯繫人之間的穩定情感低於界限時，視同其中一人離任。僅憑估計，可如此認定，不可作相反認定。";
    CON_05 = "CON" 5, Process Both, Severity::Warning, "party::continuity::coverage",
        Stages "1) 客戶關係完善—編織關係網",
        "From points to surfaces", "由点到面", "由點到面",
        "A tie from person to person is widened, as far as the stage asks, into contacts over several departments and levels, functions that meet their like, and a tie at the top.",
        "个人之间的点对点联系，须按阶段要求扩展为多部门、多层级、职能对接并有高层联系的组织关系。",
        "個人之間的點對點聯繫，須按階段要求擴展為多部門、多層級、職能對接並有高層聯繫的組織關係。";
    CON_06 = "CON" 6, Rule Check, Severity::Bar; except Deputy, "party::continuity::judge_assignment",
        Management "3、客户管理的几大创新",
        "An owner and a deputy", "专人与副手", "專人與副手",
        "A special customer has an owner of its own, and a named deputy who is somebody else, so that the owner is no single point. Both act for us on the day, and are more than a guess. Of several statements the one that does not suffice counts, and a contradiction is noticed.",
        "特殊客户须有专人负责，并另行指定副手，以免系于一人。两人当日均须在我方任职，且不得仅凭估计。说法不一时，以不足的一说为准，并提示其矛盾。",
        "特殊客戶須有專人負責，並另行指定副手，以免繫於一人。兩人當日均須在我方任職，且不得僅憑估計。說法不一時，以不足的一說為準，並提示其矛盾。";
}
