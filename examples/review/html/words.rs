//! The words of the page that are not the library's own.

use keqing::vocab::words::{Side, Text};

pub(super) const AFFECT: Text = Text::new("feeling", "情感", "情感");
pub(super) const AGING: Text = Text::new("What is owed, by age", "应收账款账龄", "應收帳款帳齡");
pub(super) const AS_A_LIST: [Text; 2] = [
    Text::new("All events as a list: ", "全部事件列表：", "全部事件列表："),
    Text::new("", " 件", " 件"),
];
pub(super) const AS_OF: Text = Text::new("As of ", "截至 ", "截至 ");
pub(super) const BALANCE: Text = Text::new("Balance", "余额", "餘額");
pub(super) const BAND_APART: [Text; 4] = [
    Text::new("The last share, ", "最近的份额 ", "最近的份額 "),
    Text::new(", lies in the band “", " 落在“", " 落在「"),
    Text::new(
        "”, but the stage that stands is “",
        "”区间，而现处阶段为“",
        "」區間，而現處階段為「",
    ),
    Text::new(
        "”: the share alone does not make the stage; see the first page.",
        "”：仅凭份额不能定阶段，见首页。",
        "」：僅憑份額不能定階段，見首頁。",
    ),
];
pub(super) const BETWEEN_SENTENCES: Text = Text::new(" ", "", "");
pub(super) const BOUGHT: Text = Text::new("purchase", "采购", "採購");
pub(super) const COLON: Text = Text::new(": ", "：", "：");
pub(super) const COMES: Text = Text::new("begins", "到任", "到任");
pub(super) const COMMA: Text = Text::new(", ", "，", "，");
pub(super) const COMPENSATION: Text =
    Text::new("fixed sums for late payment", "逾期补偿", "逾期補償");
pub(super) const CONTRADICTIONS: Text = Text::new("Contradictions", "矛盾", "矛盾");
pub(super) const CREDIT: Text = Text::new("paid ahead", "未核销的预付", "未核銷的預付");
pub(super) const CUSTOMER_SILENT: Text =
    Text::new("the customer did not speak", "客户未发言", "客戶未發言");
pub(super) const CUSTOMER_SPOKE: Text = Text::new("the customer spoke", "客户发言", "客戶發言");
pub(super) const CUTS: Text = Text::new(
    "the share at which the policy lets a stage begin",
    "政策规定各阶段起始的份额",
    "政策規定各階段起始的份額",
);
pub(super) const DAYS_LATE: [Text; 2] = [
    Text::new("", "逾期 ", "逾期 "),
    Text::new(" days late", " 天", " 天"),
];
pub(super) const DUE: Text = Text::new("Due", "到期日", "到期日");
pub(super) const DUE_ON: Text = Text::new(", due ", "，到期日 ", "，到期日 ");
pub(super) const DUE_UNPAID: Text = Text::new("due, unpaid", "已到期未付", "已到期未付");
pub(super) const EXPIRED: Text = Text::new(
    "Learnt too long ago to count",
    "为时过久、不再计入的事实",
    "為時過久、不再計入的事實",
);
pub(super) const FAINT: Text = Text::new(
    "Faint: left within 18 months, with the ties of the last day.",
    "浅色：18 个月内已离任者及其离任当日的联系。",
    "淺色：18 個月內已離任者及其離任當日的聯繫。",
);
pub(super) const FEELING_UNKNOWN: Text = Text::new("feeling not known", "情感未知", "情感未知");
pub(super) const FALLS_DUE: Text = Text::new("falls due", "到期", "到期");
pub(super) const FELL: Text = Text::new("fell", "阶段下降", "階段下降");
pub(super) const GOES: Text = Text::new("leaves", "离任", "離任");
pub(super) const INTEREST: Text = Text::new("interest", "利息", "利息");
pub(super) const INTERRUPTED: Text = Text::new("interrupted: ", "已中断：", "已中斷：");
pub(super) const INVOICE: Text = Text::new("Invoice", "发票", "發票");
pub(super) const KEPT: Text = Text::new("kept", "已兑现", "已兌現");
pub(super) const KEPT_LATE: Text = Text::new("kept late", "迟兑现", "遲兌現");
pub(super) const LANE_CONTACTS: Text = Text::new("Contacts", "接触", "接觸");
pub(super) const LANE_INVESTMENTS: Text = Text::new("Investments", "投入", "投入");
pub(super) const LANE_INVOICES: Text = Text::new("Invoices", "发票", "發票");
pub(super) const LANE_MOODS: Text = Text::new("Moods", "情绪", "情緒");
pub(super) const LANE_PAYMENTS: Text = Text::new("Payments", "付款", "付款");
pub(super) const LANE_PEOPLE: Text = Text::new("People", "人员", "人員");
pub(super) const LANE_PROMISES: Text = Text::new("Promises", "承诺", "承諾");
pub(super) const LANE_PURCHASES: Text = Text::new("Purchases", "采购", "採購");
pub(super) const LANE_REMINDERS: Text = Text::new("Reminders", "催收", "催收");
pub(super) const LANE_STAGE: Text = Text::new("Stage", "阶段", "階段");
pub(super) const LANE_WORDS: Text = Text::new("Words", "言语与评分", "言語與評分");
pub(super) const LATE_BY: Text = Text::new("Late by", "逾期", "逾期");
pub(super) const LEAVES: Text = Text::new("leaves ", "离任 ", "離任 ");
pub(super) const LEFT: Text = Text::new("left ", "已离任 ", "已離任 ");
pub(super) const LEFT_OUT: Text = Text::new(
    "Facts that do not count: ",
    "不计入的事实：",
    "不計入的事實：",
);
pub(super) const MARKS: Text = Text::new(
    "▲ speaks for the relationship, ▼ against it, ● neither; ×3 is three events. Events of long ago stand at the left end with their day. The blue line is the day of the review.",
    "▲ 有利，▼ 不利，● 中性；×3 表示三件事。久远之事列于左端并注明日期。蓝线为评审日。",
    "▲ 有利，▼ 不利，● 中性；×3 表示三件事。久遠之事列於左端並註明日期。藍線為評審日。",
);
pub(super) const MORE: [Text; 2] = [
    Text::new("and ", "另有 ", "另有 "),
    Text::new(" more", " 件", " 件"),
];
pub(super) const MORE_INVOICES: [Text; 2] = [
    Text::new("More open invoices: ", "另有未清发票 ", "另有未清發票 "),
    Text::new(".", " 张。", " 張。"),
];
pub(super) const NOBODY: [Text; 2] = [
    Text::new("Nobody acts for ", "", ""),
    Text::new("", "无在任人员", "無在任人員"),
];
pub(super) const NOTHING_OPEN: Text = Text::new("Nothing is open.", "无未清款项。", "無未清款項。");
pub(super) const NOT_KEPT: Text = Text::new("not kept", "未兑现", "未兌現");
pub(super) const NOT_PRINTED: Text = Text::new(
    "Only the findings that were opened on the page are printed here.",
    "此处仅打印在页面上已展开的认定。",
    "此處僅列印在頁面上已展開的認定。",
);
pub(super) const NO_ACCOUNT: Text = Text::new(
    "The dossier has no account.",
    "档案中没有账户。",
    "檔案中沒有帳戶。",
);
pub(super) const NO_DEMAND: Text = Text::new(
    "The customer bought nothing of the category from anybody in the period to ",
    "以下各期客户未向任何供应商采购此类产品，期末为 ",
    "以下各期客戶未向任何供應商採購此類產品，期末為 ",
);
pub(super) const NO_EVENTS: Text = Text::new(
    "The dossier has no event.",
    "档案中没有事件。",
    "檔案中沒有事件。",
);
pub(super) const NO_SHARE: Text = Text::new(
    "The dossier has no share of wallet.",
    "档案中没有采购份额。",
    "檔案中沒有採購份額。",
);
pub(super) const NO_TIES: Text = Text::new(
    "The dossier has no tie between these people.",
    "档案中没有双方人员之间的联系。",
    "檔案中沒有雙方人員之間的聯繫。",
);
pub(super) const ON: Text = Text::new(" on ", "，日期 ", "，日期 ");
pub(super) const ONE_SHARE: Text = Text::new(
    "Only one share is in the dossier: ",
    "档案中仅有一个份额：",
    "檔案中僅有一個份額：",
);
pub(super) const PARTIAL: Text = Text::new(
    "Partial review, left out because of their faults: ",
    "部分评审，以下内容有误而未计入：",
    "部分評審，以下內容有誤而未計入：",
);
pub(super) const ONLY_FOR: Text = Text::new(", what concerns the ", "，仅涉及", "，僅涉及");
pub(super) const OPEN: Text = Text::new("Open", "未清金额", "未清金額");
pub(super) const OTHER_STATEMENT: Text = Text::new(
    "another statement of our share",
    "关于我方份额的其他说法",
    "關於我方份額的其他說法",
);
pub(super) const OUR_SHARE: Text = Text::new(
    "our share of the customer's purchases",
    "我方占客户采购的份额",
    "我方佔客戶採購的份額",
);
pub(super) const PEOPLE: Text = Text::new("People and their ties", "人员与联系", "人員與聯繫");
pub(super) const PEOPLE_LEFT_OUT: [Text; 2] = [
    Text::new("people who are not drawn: ", "未画出 ", "未畫出 "),
    Text::new(".", " 人。", " 人。"),
];
pub(super) const PERIODS_LEFT_OUT: [Text; 2] = [
    Text::new(
        "Earlier periods that are not drawn: ",
        "未画出更早的 ",
        "未畫出更早的 ",
    ),
    Text::new(".", " 期。", " 期。"),
];
pub(super) const POLICY: Text = Text::new(", policy ", "，依据政策 ", "，依據政策 ");
pub(super) const PRINCIPAL: Text = Text::new("principal", "本金", "本金");
pub(super) const PROMISED: Text = Text::new("promised", "已承诺", "已承諾");
pub(super) const PROMISED_TO_PAY: Text = Text::new("to pay", "承诺付款", "承諾付款");
pub(super) const REST: Text = Text::new("Not shown above: ", "以上未列：", "以上未列：");
pub(super) const RINGS: Text = Text::new(
    "A filled dot holds ties, an open one has none; with a red ring around it, the person leaves or has fallen out. The percentage is the part of all ties that runs through the person.",
    "实心圆有联系，空心圆无联系；外加红圈者将离任或已交恶。百分比为经由此人的联系占比。",
    "實心圓有聯繫，空心圓無聯繫；外加紅圈者將離任或已交惡。百分比為經由此人的聯繫佔比。",
);
pub(super) const RIVAL: Text = Text::new(
    "largest share of another supplier",
    "其他供应商的最大份额",
    "其他供應商的最大份額",
);
pub(super) const RULES: [Text; 2] = [
    Text::new(
        "The rules that are named here: ",
        "所引用的规则：",
        "所引用的規則：",
    ),
    Text::new("", " 条", " 條"),
];
pub(super) const SATISFACTION: Text = Text::new("satisfaction", "满意度", "滿意度");
pub(super) const SEMICOLON: Text = Text::new("; ", "；", "；");
pub(super) const SHARE: Text = Text::new("Share over time", "份额走势", "份額走勢");
pub(super) const SINCE: Text = Text::new(" since ", "，自 ", "，自 ");
pub(super) const SOUND: Text = Text::new("sound feeling", "情感良好", "情感良好");
pub(super) const SOURED: Text = Text::new("soured", "已交恶", "已交惡");
pub(super) const STEPPED_UP: Text = Text::new("stepped up", "晋级", "晉級");
pub(super) const STOP: Text = Text::new(".", "。", "。");
pub(super) const SWIPE: Text = Text::new("scroll →", "向右滑动 →", "向右滑動 →");
pub(super) const THICK: Text = Text::new(
    "The heavier a tie, the thicker its line.",
    "联系越重，线越粗。",
    "聯繫越重，線越粗。",
);
pub(super) const TIES_LEFT_OUT: [Text; 2] = [
    Text::new(
        "Lighter ties that are not drawn: ",
        "未画出较轻的联系 ",
        "未畫出較輕的聯繫 ",
    ),
    Text::new(".", " 条。", " 條。"),
];
pub(super) const TIMELINE: Text = Text::new("What happened when", "大事时间线", "大事時間線");
pub(super) const TRACE: Text = Text::new("Every finding", "全部认定", "全部認定");
pub(super) const TRACE_NOTE: Text = Text::new(
    "✗ breached, ? a fact is missing, ✓ met, · classified, – not applicable.",
    "✗ 违反，? 缺少事实，✓ 符合，· 归类，– 不适用。",
    "✗ 違反，? 缺少事實，✓ 符合，· 歸類，– 不適用。",
);
pub(super) const UNKNOWN_SINCE: [Text; 2] = [
    Text::new(": unknown since ", "：自 ", "：自 "),
    Text::new("", " 起未知", " 起未知"),
];
pub(super) const WEIGHT: Text = Text::new("weight", "权重", "權重");

/// Returns the name of a side within a sentence.
pub(super) const fn side(side: Side) -> Text {
    match side {
        Side::Supplier => Text::new("our side", "我方", "我方"),
        Side::Customer => Text::new("the customer's side", "客户方", "客戶方"),
    }
}
