//! The cards of alignment, ALN-01 to ALN-09 (利益一致规则卡).

use crate::verdict::{Severity, rule_cards};

rule_cards! {
    ALN_01 = "ALN" 1, Definition Type, Severity::Notice, "party::alignment::AlignmentKind",
        Strengthening "四、所有制与客情关系",
        "Aligned", "利益一致", "利益一致",
        "An operator is aligned who owns or controls what the organization gains, or whose declared interests have nothing in conflict with it.",
        "操作者独资或控股，或其申报的利益与组织并无冲突，即为利益一致。",
        "操作者獨資或控股，或其申報的利益與組織並無衝突，即為利益一致。";
    ALN_02 = "ALN" 2, Definition Both, Severity::Notice, "party::alignment::AlignmentKind",
        Strengthening "四、所有制与客情关系",
        "Misaligned", "利益不一致", "利益不一致",
        "An operator is misaligned whose interest differs from that of the organization on a named point, also in large private firms.",
        "操作者的利益与组织在某一具体事项上不同，即为不一致；大型私企亦然。",
        "操作者的利益與組織在某一具體事項上不同，即為不一致；大型私企亦然。";
    ALN_03 = "ALN" 3, Rule Check, Severity::Warning, "party::alignment::advantage",
        Strengthening "四、所有制与客情关系",
        "Alignment is an advantage", "一致者占优", "一致者佔優",
        "Where one side is aligned and the other is not, the aligned side is expected to hold the advantage: an order, not a probability.",
        "一方一致而另一方不一致时，一致的一方往往占优；这是次序判断，不是概率。",
        "一方一致而另一方不一致時，一致的一方往往佔優；這是次序判斷，不是概率。";
    ALN_04 = "ALN" 4, Rule Check, Severity::Warning, "party::alignment::advantage",
        Strengthening "四、所有制与客情关系",
        "Then coordination decides", "同类则看协调", "同類則看協調",
        "Where both sides are of one type, the one that has coordinated more of the weight of its conflicts is expected to hold the advantage.",
        "双方同属一类时，对内部冲突协调得更好的一方往往占优。",
        "雙方同屬一類時，對內部衝突協調得更好的一方往往佔優。";
    ALN_05 = "ALN" 5, Rule Check, Severity::Bar, "party::alignment::judge_investment",
        Strengthening "四、所有制与客情关系",
        "The own side first", "先理顺己方", "先理順己方",
        "No new relationship capital is spent while a conflict between the own organization and its operator is unresolved; what the customer is owed is still done.",
        "己方组织与操作者尚有未解决的冲突时，不得新增客情投入；对客户应尽的服务不受影响。",
        "己方組織與操作者尚有未解決的衝突時，不得新增客情投入；對客戶應盡的服務不受影響。";
    ALN_06 = "ALN" 6, Metric Both, Severity::Warning, "party::alignment::organization_capture",
        Strengthening "四、所有制与客情关系",
        "The organization is to benefit", "组织应为受益者", "組織應為受益者",
        "Of what a relationship investment brings to the own side, the organization rather than the operator has the larger part.",
        "客情投入为己方带来的收益，应主要归组织而非操作者个人。",
        "客情投入為己方帶來的收益，應主要歸組織而非操作者個人。";
    ALN_07 = "ALN" 7, AntiPattern Check, Severity::Bar, "party::alignment::BenefitRecord",
        Strengthening "四、所有制与客情关系",
        "Do not conflate the two", "不可混为一谈", "不可混為一談",
        "A personal interest is not booked as the organization's, nor the other way round, and no record leaves open whose it is.",
        "不得把个人利益记为组织利益，反之亦然；任何记录都须注明归属。",
        "不得把個人利益記為組織利益，反之亦然；任何記錄都須註明歸屬。";
    ALN_08 = "ALN" 8, Definition Type, Severity::Notice, "party::parties::Parties",
        Strengthening "四、所有制与客情关系",
        "Ties are dual", "关系的双重性", "關係的雙重性",
        "Ties between organizations and ties between people exist at once, with those across: four parties make six pairs.",
        "组织之间与个人之间的联系同时存在，并有交叉联系：四方共成六对。",
        "組織之間與個人之間的聯繫同時存在，並有交叉聯繫：四方共成六對。";
    ALN_09 = "ALN" 9, Rule Check, Severity::Notice, "party::alignment::AlignmentPolicy",
        Strengthening "四、所有制与客情关系",
        "Ownership lets one expect", "所有制与预期", "所有制與預期",
        "A small private organization is expected to be aligned, a larger or otherwise owned one misaligned; evidence overrides the expectation, and that is noticed.",
        "小型私有组织通常利益一致，较大或非私有的通常不一致；实据优先于预期，两者不符时予以提示。",
        "小型私有組織通常利益一致，較大或非私有的通常不一致；實據優先於預期，兩者不符時予以提示。";
}
