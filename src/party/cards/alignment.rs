//! The cards of alignment, ALN-01 to ALN-09 (利益一致规则卡).

use crate::verdict::{Severity, rule_cards};

rule_cards! {
    ALN_01 = "ALN" 1, Definition Type, Severity::Notice, "vocab::answers::AlignmentKind",
        Strengthening "四、所有制与客情关系",
        "Aligned", "利益一致", "利益一致",
        "An operator is aligned who owns all of the organization, or has no open conflict with it. A controlling owner with an open conflict is aligned in part, and anybody else with one is misaligned.",
        "操作者独资，或与组织并无未决冲突，即为利益一致。控股而有未决冲突，为部分一致；其他有未决冲突者，为不一致。",
        "操作者獨資，或與組織並無未決衝突，即為利益一致。控股而有未決衝突，為部分一致；其他有未決衝突者，為不一致。";
    ALN_02 = "ALN" 2, Definition Both, Severity::Notice, "party::alignment::alignment",
        Strengthening "四、所有制与客情关系",
        "No conflict of interests is open", "利益冲突须化解", "利益衝突須化解",
        "No conflict between an operator and the organization is open, also in large private firms, and that none is has to be more than a guess. Those of a sole owner are only counted, because all the gain is the owner's.",
        "操作者与组织之间不得有未决冲突，大型私企亦然；认定并无未决冲突，不得仅凭估计。独资者的冲突只作记录，因为得益全归其本人。",
        "操作者與組織之間不得有未決衝突，大型私企亦然；認定並無未決衝突，不得僅憑估計。獨資者的衝突只作記錄，因為得益全歸其本人。";
    ALN_03 = "ALN" 3, Rule Check, Severity::Warning, "party::alignment::advantage",
        Strengthening "四、所有制与客情关系",
        "Alignment is an advantage", "一致者占优", "一致者佔優",
        "Where the people of one side agree more with their organization than those of the other, that side is expected to hold the advantage: an order, not a probability. If it is the customer, that is a warning; that it is not has to be more than a guess.",
        "一方操作者与组织的利益比另一方更为一致时，更一致的一方往往占优；这是次序判断，不是概率。占优的是客户时，予以警示；认定并非如此，不得仅凭估计。",
        "一方操作者與組織的利益比另一方更為一致時，更一致的一方往往佔優；這是次序判斷，不是概率。佔優的是客戶時，予以警示；認定並非如此，不得僅憑估計。";
    ALN_04 = "ALN" 4, Rule Check, Severity::Warning, "party::alignment::advantage",
        Strengthening "四、所有制与客情关系",
        "Then coordination decides", "同类则看协调", "同類則看協調",
        "Where both sides are of one type, the one that has coordinated more of the weight of its conflicts is expected to hold the advantage. That the customer does not has to be more than a guess.",
        "双方同属一类时，对内部冲突协调得更好的一方往往占优；认定客户并未占优，不得仅凭估计。",
        "雙方同屬一類時，對內部衝突協調得更好的一方往往佔優；認定客戶並未佔優，不得僅憑估計。";
    ALN_05 = "ALN" 5, Rule Check, Severity::Bar, "party::alignment::judge_investment",
        Strengthening "四、所有制与客情关系",
        "The own side first", "先理顺己方", "先理順己方",
        "No new relationship capital is spent while a conflict between the own organization and one of its operators is open, unknown, or only guessed not to be. What the customer is owed is still done, if the contract or the law behind it is named.",
        "己方组织与任一操作者尚有未决冲突，或是否有冲突未知、仅凭估计认为没有时，不得新增客情投入。对客户应尽的服务不受影响，但须写明所依据的合同或法律。",
        "己方組織與任一操作者尚有未決衝突，或是否有衝突未知、僅憑估計認為沒有時，不得新增客情投入。對客戶應盡的服務不受影響，但須寫明所依據的合同或法律。";
    ALN_06 = "ALN" 6, Metric Both, Severity::Warning, "party::alignment::organization_capture",
        Strengthening "四、所有制与客情关系",
        "The organization is to benefit", "组织应为受益者", "組織應為受益者",
        "Of what a relationship investment brings to the own side, the organization has at least the policy's part, and it has some where any person has; a guess does not suffice to say so. Of a service that the customer is owed, the part is only told.",
        "客情投入为己方带来的收益，组织所得不得低于政策规定的比例；凡有个人得益时，组织不得一无所得；如此认定不得仅凭估计。对客户应尽的服务，只说明该比例。",
        "客情投入為己方帶來的收益，組織所得不得低於政策規定的比例；凡有個人得益時，組織不得一無所得；如此認定不得僅憑估計。對客戶應盡的服務，只說明該比例。";
    ALN_07 = "ALN" 7, AntiPattern Check, Severity::Bar, "vocab::benefit::BenefitRecord",
        Strengthening "四、所有制与客情关系",
        "Do not conflate the two", "不可混为一谈", "不可混為一談",
        "Every benefit names its party, as a personal one of a person or the company's of an organization. A tie that is booked as an asset is booked for the one who holds it.",
        "任何收益都须注明归属：个人的记为个人利益，组织的记为公司利益。作为资产入账的联系，须记在持有者名下。",
        "任何收益都須註明歸屬：個人的記為個人利益，組織的記為公司利益。作為資產入帳的聯繫，須記在持有者名下。";
    ALN_08 = "ALN" 8, Definition Type, Severity::Notice, "party::trust::assess_trust",
        Strengthening "四、所有制与客情关系",
        "Ties are dual", "关系的双重性", "關係的雙重性",
        "Trust between organizations and trust between people exist at once. Each is reported by itself, and an unknown one is a missing fact. An investment goes into one of the six pairs that four parties make.",
        "组织之间与个人之间的信任同时存在，分别说明，未知的予以指出。每项投入都落在四方所成六对联系之一。",
        "組織之間與個人之間的信任同時存在，分別說明，未知的予以指出。每項投入都落在四方所成六對聯繫之一。";
    ALN_09 = "ALN" 9, Rule Check, Severity::Notice, "party::alignment::AlignmentPolicy",
        Strengthening "四、所有制与客情关系",
        "Ownership lets one expect", "所有制与预期", "所有制與預期",
        "A small private organization is expected to be aligned, and a larger one, one that is otherwise owned or one that an employee runs to be misaligned. Evidence overrides the expectation, and that is noticed.",
        "小型私有组织通常利益一致，较大的、非私有的或由受雇者经营的通常不一致；实据优先于预期，两者不符时予以提示。",
        "小型私有組織通常利益一致，較大的、非私有的或由受雇者經營的通常不一致；實據優先於預期，兩者不符時予以提示。";
}
