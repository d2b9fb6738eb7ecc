use keqing::vocab::words::Text;

pub(crate) const ALL_CUSTOMERS: Text = Text::new("Customers", "客户", "客戶");
pub(crate) const ASKED_BY: Text = Text::new("asked by", "所据规则", "所據規則");
pub(crate) const AS_IT_IS: Text = Text::new("as it is", "现状", "現狀");
pub(crate) const BOND: Text = Text::new("bond", "关系的性质", "關係的性質");
pub(crate) const BOUGHT_NOTHING: Text = Text::new(
    "bought nothing: returns and credit notes only",
    "未曾购买：仅有退货与贷项",
    "未曾購買：僅有退貨與貸項",
);
pub(crate) const BOUGHT_ONCE: Text = Text::new(
    "bought on one day only: undetermined, one purchase says nothing about the next",
    "仅一日有购买：无从判定，一次购买说明不了下一次",
    "僅一日有購買：無從判定，一次購買說明不了下一次",
);
pub(crate) const BUYS: Text = Text::new("buys", "购买", "購買");
pub(crate) const BY_RETENTION: Text = Text::new(
    "Customers by retention, each by its own median cycle",
    "客户按保持度分布（各按其自身周期的中位数）",
    "客戶按保持度分佈（各按其自身週期的中位數）",
);
pub(crate) const CALLED_ALIVE: Text = Text::new(
    "one-time buyers called alive",
    "一次性客户被称为仍会购买",
    "一次性客戶被稱為仍會購買",
);
pub(crate) const CALLED_ATTACHED: Text = Text::new(
    "customers called attached",
    "客户被称为有感情",
    "客戶被稱為有感情",
);
pub(crate) const CALLED_LOYAL: Text =
    Text::new("customers called loyal", "客户被称为忠诚", "客戶被稱為忠誠");
pub(crate) const PATTERN: Text = Text::new("loyalty", "忠诚", "忠誠");
pub(crate) const COMMA: Text = Text::new(", ", "，", "，");
pub(crate) const CONSCIOUS_TOLD: Text = Text::new(
    "customers whose intention is told",
    "客户的意识忠诚可判定",
    "客戶的意識忠誠可判定",
);
pub(crate) const CREDIT_NOTES: Text = Text::new(
    "of credit notes, with or without a customer",
    "属贷项（不论有无客户）",
    "屬貸項（不論有無客戶）",
);
pub(crate) const CUSTOMER: Text = Text::new("customer", "客户", "客戶");
pub(crate) const CUSTOMERS: Text = Text::new("customers", "客户数", "客戶數");
pub(crate) const CYCLE: Text = Text::new("own cycle", "自身周期", "自身週期");
pub(crate) const CYCLES: Text = Text::new(
    "Own cycles of those whose retention is told (nearest rank)",
    "保持度可判定者的自身周期（最近秩）",
    "保持度可判定者的自身週期（最近秩）",
);
pub(crate) const DAYS: Text = Text::new("days of purchase", "购买日", "購買日");
pub(crate) const EMOTIONAL_TOLD: Text = Text::new(
    "customers whose feeling is told",
    "客户的情感忠诚可判定",
    "客戶的情感忠誠可判定",
);
pub(crate) const FACT: Text = Text::new("fact", "事实", "事實");
pub(crate) const FEELS: Text = Text::new("feels", "感受", "感受");
pub(crate) const FROM_PURCHASES: Text =
    Text::new("From purchases alone", "仅凭购买数据", "僅憑購買資料");
pub(crate) const FROM_PURCHASES_AND_WORDS: Text = Text::new(
    "From purchases and what some customers said",
    "凭购买数据与部分客户所言",
    "憑購買資料與部分客戶所言",
);
pub(crate) const GIVEN_AWAY: Text = Text::new(
    "given away, at a price of zero or less",
    "为赠送（价格为零或以下）",
    "為贈送（價格為零或以下）",
);
pub(crate) const IF: Text = Text::new("if", "假设", "假設");
pub(crate) const IF_ATTACHED: Text = Text::new(
    "it liked us, and said so",
    "客户喜欢我方并已言明",
    "客戶喜歡我方並已言明",
);
pub(crate) const IF_BOTH: Text = Text::new("both", "二者兼有", "二者兼有");
pub(crate) const IF_FREE: Text = Text::new(
    "nothing held it any more",
    "不再受任何锁定",
    "不再受任何鎖定",
);
pub(crate) const LATER: Text = Text::new(
    "later than the day that is asked for",
    "晚于所问日期",
    "晚於所問日期",
);
pub(crate) const LINES: Text = Text::new("Lines", "行", "行");
pub(crate) const LOWER_QUARTILE: Text = Text::new("lower quartile", "下四分位", "下四分位");
pub(crate) const MEDIAN: Text = Text::new("median", "中位数", "中位數");
pub(crate) const MISSING: Text = Text::new(
    "What is missing, by the number of customers",
    "所缺的事实（按客户数）",
    "所缺的事實（按客戶數）",
);
pub(crate) const MISSING_HERE: Text = Text::new("missing", "所缺", "所缺");
pub(crate) const NAMELESS: Text = Text::new("without a customer", "无客户", "無客戶");
pub(crate) const ONE_LINE: Text = Text::new(
    "  of these, with a single line",
    "  其中仅有一行",
    "  其中僅有一行",
);
pub(crate) const ORDERS: Text = Text::new(
    "different orders, credit notes among them",
    "张不同单据（含贷项）",
    "張不同單據（含貸項）",
);
pub(crate) const PART_FOUNDATIONS: Text = Text::new("foundations", "关系的基础", "關係的基礎");
pub(crate) const PART_KINDS: Text = Text::new("kinds of loyalty", "三种忠诚", "三種忠誠");
pub(crate) const PART_LOCK_IN: Text = Text::new("lock-in", "锁定", "鎖定");
pub(crate) const PART_PATRONAGE: Text = Text::new("why it comes", "光顾缘由", "光顧緣由");
pub(crate) const PART_RECOGNITION: Text = Text::new("recognition", "认同", "認同");
pub(crate) const PART_RETENTION: Text = Text::new("retention", "客户保持度", "客戶保持度");
pub(crate) const PURCHASES: Text =
    Text::new("purchases of a customer", "为客户的购买", "為客戶的購買");
pub(crate) const REFUSED: Text = Text::new("refused besides", "另有行未予采用", "另有行未予採用");
pub(crate) const REMEDIES: Text = Text::new(
    "What stands in the way, turned round",
    "须改变之处",
    "須改變之處",
);
pub(crate) const REPEAT: Text = Text::new("repeat purchase", "重复购买", "重複購買");
pub(crate) const RETENTION: Text = Text::new("retention", "保持度", "保持度");
pub(crate) const RETURNS: Text = Text::new(
    "with a quantity of zero or less, credit notes aside",
    "数量为零或以下（贷项除外）",
    "數量為零或以下（貸項除外）",
);
pub(crate) const ROWS: Text = Text::new("read", "已读", "已讀");
pub(crate) const SEMICOLON: Text = Text::new("; ", "；", "；");
pub(crate) const REASON_TO_STAY: Text = Text::new("staying", "留下的缘由", "留下的緣由");
pub(crate) const STORY: Text = Text::new(
    "Eight made-up customers",
    "虚构的八位客户",
    "虛構的八位客戶",
);
pub(crate) const STORY_NOTE: Text = Text::new(
    "(name a CSV file to read your own)",
    "（给出 CSV 文件即可读取自己的数据）",
    "（給出 CSV 檔案即可讀取自己的資料）",
);
pub(crate) const TITLE: Text = Text::new(
    "What purchases tell of loyalty, and what they do not",
    "购买数据能说明与不能说明的忠诚",
    "購買資料能說明與不能說明的忠誠",
);
pub(crate) const TOLD: Text = Text::new("whose retention is told", "保持度可判定", "保持度可判定");
pub(crate) const TOO_YOUNG: Text = Text::new(
    "bought on more days, too few of their own cycles ago to tell",
    "购买不止一日，但所历自身周期太少，尚难判定",
    "購買不止一日，但所歷自身週期太少，尚難判定",
);
pub(crate) const TOP: Text = Text::new(
    "The most frequent of them",
    "购买最频繁的客户",
    "購買最頻繁的客戶",
);
pub(crate) const UNKNOWN: Text = Text::new("unknown", "未知", "未知");
pub(crate) const UPPER_QUARTILE: Text = Text::new("upper quartile", "上四分位", "上四分位");
pub(crate) const WHAT_IF: Text = Text::new(
    "What would come of it, asked again",
    "改变之后再次判定",
    "改變之後再次判定",
);
pub(crate) const WHOLE: Text = Text::new("The whole answer about ", "完整的判定：", "完整的判定：");
