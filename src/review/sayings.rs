//! Words of a person about a thing that is lacking, or that ought not to be there (说法).

use crate::verdict::{Fact, Presence};
use crate::vocab::words::Text;

/// The words about a thing that is lacking or ought not to be there: what is wrong, and what mends it.
pub(super) struct Saying {
    fact: Fact,
    observed: Presence,
    pub(super) wrong: Text,
    pub(super) remedy: Option<Text>,
}

/// Returns the words about a thing, if it has words of its own.
pub(super) fn saying(fact: Fact, observed: Presence) -> Option<&'static Saying> {
    let mut sayings = SAYINGS.iter();
    sayings.find(|saying| saying.fact == fact && saying.observed == observed)
}

/// The words about a thing that is lacking.
const fn say(fact: Fact, wrong: Text, remedy: Text) -> Saying {
    Saying {
        fact,
        observed: Presence::Absent,
        wrong,
        remedy: Some(remedy),
    }
}

/// The words about a thing that ought not to be there.
const fn there(fact: Fact, wrong: Text, remedy: Option<Text>) -> Saying {
    Saying {
        fact,
        observed: Presence::Present,
        wrong,
        remedy,
    }
}

static SAYINGS: [Saying; 21] = [
    there(
        Fact::Alignment,
        Text::new(
            "interests coincide, against what ownership and size let one expect",
            "利益一致，与所有制和规模的预期不符",
            "利益一致，與所有制和規模的預期不符",
        ),
        None,
    ),
    say(
        Fact::Bond,
        Text::new(
            "the customer is not attached to us",
            "客户对我方并无感情",
            "客戶對我方並無感情",
        ),
        Text::new(
            "earn its own favourable word",
            "争取其本人的正面评价",
            "爭取其本人的正面評價",
        ),
    ),
    say(
        Fact::ContinuityPlan,
        Text::new(
            "no plan for the departure",
            "离任无接续计划",
            "離任無接續計劃",
        ),
        Text::new("make one now", "立即制定", "立即制定"),
    ),
    say(
        Fact::Countermeasure,
        Text::new(
            "nothing is done for whom it harms",
            "对受损一方未有应对",
            "對受損一方未有應對",
        ),
        Text::new(
            "say what is done, by whom and by when",
            "写明做什么、由谁做、何时完成",
            "寫明做什麼、由誰做、何時完成",
        ),
    ),
    say(
        Fact::CustomerNeed,
        Text::new(
            "no need of the customer is named",
            "未说明满足客户何种需求",
            "未說明滿足客戶何種需求",
        ),
        Text::new(
            "name the need that it meets",
            "写明所满足的需求",
            "寫明所滿足的需求",
        ),
    ),
    say(
        Fact::DedicatedOwner,
        Text::new(
            "no owner looks after the customer",
            "客户无专人负责",
            "客戶無專人負責",
        ),
        Text::new("name one", "指定一名负责人", "指定一名負責人"),
    ),
    say(
        Fact::Deputy,
        Text::new("no deputy is named", "未指定副手", "未指定副手"),
        Text::new(
            "name one who is somebody else",
            "另行指定一人",
            "另行指定一人",
        ),
    ),
    say(
        Fact::EmotionalConnection,
        Text::new(
            "the customer feels no connection to us",
            "客户未感到与我方的联结",
            "客戶未感到與我方的聯結",
        ),
        Text::new(
            "ask its people what they miss",
            "问明其人员所缺",
            "問明其人員所缺",
        ),
    ),
    say(
        Fact::ExecutiveTie,
        Text::new(
            "no tie between executives",
            "高层之间没有联系",
            "高層之間沒有聯繫",
        ),
        Text::new("bring them together", "促成高层会面", "促成高層會面"),
    ),
    say(
        Fact::FreedomToLeave,
        Text::new(
            "the customer is not free to leave",
            "客户不能自由离开",
            "客戶不能自由離開",
        ),
        Text::new("loosen what holds it", "放松所设的束缚", "放鬆所設的束縛"),
    ),
    say(
        Fact::IntegrityClearance,
        Text::new(
            "compliance has not cleared it",
            "未经廉洁审查许可",
            "未經廉潔審查許可",
        ),
        Text::new("do not do it", "不得进行", "不得進行"),
    ),
    say(
        Fact::InterestEffect,
        Text::new(
            "the effect on a party is not stated",
            "未说明对一方的影响",
            "未說明對一方的影響",
        ),
        Text::new("state it", "予以说明", "予以說明"),
    ),
    say(
        Fact::Partnership,
        Text::new(
            "no strategic partnership",
            "没有战略伙伴关系",
            "沒有戰略夥伴關係",
        ),
        Text::new("agree on one first", "须先行确立", "須先行確立"),
    ),
    say(
        Fact::ReceivablesPolicy,
        Text::new(
            "no receivables policy",
            "没有应收账款管理办法",
            "沒有應收帳款管理辦法",
        ),
        Text::new("write one", "予以制定", "予以制定"),
    ),
    say(
        Fact::Successor,
        Text::new("nobody takes over", "无人接任", "無人接任"),
        Text::new("name somebody who acts", "指定在任之人", "指定在任之人"),
    ),
    say(
        Fact::PromiseLawfulness,
        Text::new(
            "the promise is not lawful and open",
            "承诺不合法或不公开",
            "承諾不合法或不公開",
        ),
        Text::new("withdraw it", "予以撤回", "予以撤回"),
    ),
    say(
        Fact::PatronageReason,
        Text::new(
            "the customer names no reason to buy but the price",
            "除价格外客户未说出光顾的理由",
            "除價格外客戶未說出光顧的理由",
        ),
        Text::new(
            "give it another reason, and ask",
            "给出价格以外的理由，并向其求证",
            "給出價格以外的理由，並向其求證",
        ),
    ),
    there(
        Fact::HiddenConflict,
        Text::new(
            "a conflict of interests that the average hides",
            "整体之下有利益冲突",
            "整體之下有利益衝突",
        ),
        Some(Text::new(
            "settle it with this person",
            "与本人化解",
            "與本人化解",
        )),
    ),
    there(
        Fact::HiddenDistrust,
        Text::new(
            "distrust that the average hides",
            "整体之下有人不信任",
            "整體之下有人不信任",
        ),
        Some(Text::new(
            "speak with this person",
            "与本人面谈",
            "與本人面談",
        )),
    ),
    there(
        Fact::HiddenFeeling,
        Text::new(
            "a bad feeling that the average hides",
            "整体之下有人不满",
            "整體之下有人不滿",
        ),
        Some(Text::new(
            "speak with this person",
            "与本人面谈",
            "與本人面談",
        )),
    ),
    there(
        Fact::LockInInstrument,
        Text::new("the customer is held", "客户被束缚", "客戶被束縛"),
        Some(Text::new(
            "do not take it for loyalty",
            "勿以此为忠诚",
            "勿以此為忠誠",
        )),
    ),
];
