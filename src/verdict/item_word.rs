//! The texts of the words that name an item of evidence (证据细目名称).
//!
//! Evidence names such an item by the word for programs, which stays in JSON. The word belongs to a
//! system that stands below this module, so its text stands here too. A test checks that the two
//! agree.

use crate::verdict::fact::Fact;
use crate::vocab::words::Text;

/// Returns the text of an item that is a word of a list, or `None` if the caller named the item.
pub(super) fn text(fact: Fact, item: &str) -> Option<Text> {
    let words: &[(&str, Text)] = match fact {
        Fact::Assurance => &ASSETS,
        Fact::ClaimGround => &GROUNDS,
        Fact::NeedLevel => &LEVELS,
        Fact::PersonalRisk | Fact::PurchaseRisk => &RISKS,
        Fact::PropositionChances => &CHANCES,
        Fact::ReplacementRisk => &FACTORS,
        _ => return None,
    };
    let found = words.iter().find(|(name, _)| *name == item);
    found.map(|(_, text)| *text)
}

const ASSETS: [(&str, Text); 5] = [
    ("brand", Text::new("brand", "品牌", "品牌")),
    ("reputation", Text::new("reputation", "信誉", "信譽")),
    ("scale", Text::new("scale", "规模", "規模")),
    (
        "sales-record",
        Text::new("sales record", "销售业绩", "銷售業績"),
    ),
    (
        "research-and-development",
        Text::new("research and development", "研发", "研發"),
    ),
];

const CHANCES: [(&str, Text); 3] = [
    (
        "choose",
        Text::new("chance to choose", "选择的机会", "選擇的機會"),
    ),
    (
        "buy",
        Text::new("chance to buy", "购买的机会", "購買的機會"),
    ),
    (
        "bond",
        Text::new("chance to bond", "建立情感的机会", "建立情感的機會"),
    ),
];

const FACTORS: [(&str, Text); 3] = [
    ("brand", Text::new("strong brand", "品牌强", "品牌強")),
    (
        "cooperation",
        Text::new("good cooperation", "合作良好", "合作良好"),
    ),
    (
        "executive-channel",
        Text::new("open channel at the top", "高层渠道畅通", "高層渠道暢通"),
    ),
];

const GROUNDS: [(&str, Text); 8] = [
    (
        "customer-statement",
        Text::new("the customer’s word", "客户自述", "客戶自述"),
    ),
    (
        "operator-impression",
        Text::new("impression of our people", "我方人员印象", "我方人員印象"),
    ),
    (
        "repeat-purchase",
        Text::new("repeat purchase", "重复购买", "重複購買"),
    ),
    ("retention", Text::new("retention", "客户保持", "客戶保持")),
    ("revenue", Text::new("revenue", "销售收入", "銷售收入")),
    ("satisfaction", Text::new("satisfaction", "满意", "滿意")),
    (
        "share-of-purchases",
        Text::new("share of purchases", "采购份额", "採購份額"),
    ),
    (
        "software-observation",
        Text::new("observed by software", "软件观测", "軟件觀測"),
    ),
];

const LEVELS: [(&str, Text); 4] = [
    (
        "basic-product",
        Text::new(
            "basic product and service",
            "基本产品和服务",
            "基本產品和服務",
        ),
    ),
    (
        "service-provision",
        Text::new("provision of service", "服务的提供", "服務的提供"),
    ),
    (
        "employee-interaction",
        Text::new("interaction with employees", "员工互动", "員工互動"),
    ),
    (
        "good-feelings",
        Text::new("good feelings", "良好感受", "良好感受"),
    ),
];

const RISKS: [(&str, Text); 6] = [
    (
        "inflated-price",
        Text::new("inflated price", "价格虚高", "價格虛高"),
    ),
    ("quality", Text::new("quality", "质量问题", "質量問題")),
    (
        "late-supply",
        Text::new("late supply", "供应不及时", "供應不及時"),
    ),
    (
        "insufficient-capacity",
        Text::new("insufficient capacity", "产能不足", "產能不足"),
    ),
    (
        "poor-after-sales",
        Text::new("poor after-sales service", "售后不力", "售後不力"),
    ),
    (
        "illegal-acts",
        Text::new("illegal acts", "违法行为", "違法行為"),
    ),
];
