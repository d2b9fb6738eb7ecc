use keqing::portfolio::PeriodLength;
use keqing::vocab::words::Text;

pub(crate) const AMOUNT: Text = Text::new("purchases", "采购额", "採購額");
pub(crate) const ASKED_BY: Text = Text::new("asked by", "所据规则", "所據規則");
pub(crate) const BUYERS: Text = Text::new("buyers", "客户数", "客戶數");
pub(crate) const BUYER_AND_MARKET: Text = Text::new("buyer, market", "客户、品类", "客戶、品類");
pub(crate) const COLON: Text = Text::new(": ", "：", "：");
pub(crate) const COMMA: Text = Text::new(", ", "，", "，");
pub(crate) const DOWN: Text = Text::new("fell", "下降", "下降");
pub(crate) const FACT: Text = Text::new("fact", "事实", "事實");
pub(crate) const FALLS: Text = Text::new("Largest falls", "下降最多", "下降最多");
pub(crate) const FLAG: Text = Text::new("flag", "标记", "標記");
pub(crate) const FLAGS: Text = Text::new("Worth a second look", "值得再看", "值得再看");
pub(crate) const FOLLOWED: Text = Text::new("Followed paths", "所选轨迹", "所選軌跡");
pub(crate) const FROM: Text = Text::new("from", "变动前", "變動前");
pub(crate) const HEADING: Text = Text::new("heading", "走势", "走勢");
pub(crate) const LAST_PERIODS: Text = Text::new(
    "Only the last periods are shown here; the JSON and the page have all of them.",
    "此处仅列出最近各期；JSON 与网页含全部期间。",
    "此處僅列出最近各期；JSON 與網頁含全部期間。",
);
pub(crate) const LEGEND: Text = Text::new(
    "Stage granted after each period: ↑ stepped up, ↓ fell, ? undecided for want of a fact; – no step, ( ) not bought from.\nEvery path begins in development, as nothing is known of the time before, and steps up once a period at most.",
    "各期期末认定的阶段：↑ 晋级，↓ 下降，? 缺少事实而未决；– 无记录，( ) 当期无采购。\n此前情况未知，各轨迹均自开发阶段起，每期至多晋升一级。",
    "各期期末認定的階段：↑ 晉級，↓ 下降，? 缺少事實而未決；– 無記錄，( ) 當期無採購。\n此前情況未知，各軌跡均自開發階段起，每期至多晉升一級。",
);
pub(crate) const MADE_UP: Text = Text::new(
    "a small made-up table; name a CSV file to read your own",
    "虚构的小样例；给出 CSV 文件即可读取自己的数据",
    "虛構的小樣例；給出 CSV 檔案即可讀取自己的資料",
);
pub(crate) const MARKET: Text = Text::new("market", "品类", "品類");
pub(crate) const MARKETS: Text = Text::new("Markets", "各品类", "各品類");
pub(crate) const MISSING: Text = Text::new(
    "What purchases do not tell",
    "采购数据未能说明的事实",
    "採購資料未能說明的事實",
);
pub(crate) const MISSING_NOTE: Text = Text::new(
    "Without a partnership nothing is called strategic, however large the share; without a cause no interruption is decided, so a supplier that is not bought from any more keeps its stage until somebody says why.",
    "未知伙伴关系，份额再高也不认定为战略；未知原因，不判定中断：不再采购的供应商维持原阶段，直至有人说明原因。",
    "未知夥伴關係，份額再高也不認定為戰略；未知原因，不判定中斷：不再採購的供應商維持原階段，直至有人說明原因。",
);
pub(crate) const MOVES: Text = Text::new("Moves granted", "认定的变动", "認定的變動");
pub(crate) const MOVING: Text = Text::new(
    "Paths that moved most, first period to last",
    "首末期间变化最大的轨迹",
    "首末期間變化最大的軌跡",
);
pub(crate) const COUNTED_PAIRS: [Text; 2] = [
    Text::new("pair", "个供需对", "個供需對"),
    Text::new("pairs", "个供需对", "個供需對"),
];
pub(crate) const COUNTED_PATHS: [Text; 2] = [
    Text::new("path", "条轨迹", "條軌跡"),
    Text::new("paths", "条轨迹", "條軌跡"),
];
pub(crate) const COUNTED_PURCHASES: [Text; 2] =
    [Text::new("purchase", "笔采购", "筆採購"), PURCHASES];
pub(crate) const COUNTED_REFUSED: [Text; 2] = [
    Text::new("row refused", "行未予采用", "行未予採用"),
    REFUSED,
];
pub(crate) const COUNTED_WALLETS: [Text; 2] = [
    Text::new("wallet", "个客户钱包", "個客戶錢包"),
    Text::new("wallets", "个客户钱包", "個客戶錢包"),
];
pub(crate) const PAIRS: Text = Text::new("pairs", "供需对", "供需對");
pub(crate) const PAIRS_WITH_SHARE: Text = Text::new(
    "pairs by their share",
    "供需对按份额分布",
    "供需對按份額分佈",
);
pub(crate) const PATHS: Text = Text::new("paths", "轨迹", "軌跡");
pub(crate) const PERIOD: Text = Text::new("period", "期间", "期間");
pub(crate) const POINTS: Text = Text::new("points", "百分点", "百分點");
pub(crate) const PURCHASES: Text = Text::new("purchases", "笔采购", "筆採購");
pub(crate) const REFUSED: Text = Text::new("rows refused", "行未予采用", "行未予採用");
pub(crate) const RISES: Text = Text::new("Largest rises", "上升最多", "上升最多");
pub(crate) const SHARES: Text = Text::new("Shares", "份额", "份額");
pub(crate) const SMALL_WALLETS: Text = Text::new(
    "left out because they hold less",
    "个客户钱包因较小未计入",
    "個客戶錢包因較小未計入",
);
pub(crate) const STAGES: Text = Text::new(
    "Stage granted at the end of each period",
    "各期期末认定的阶段",
    "各期期末認定的階段",
);
pub(crate) const STEPS: Text = Text::new("steps", "期次", "期次");
pub(crate) const SUM: Text = Text::new("adding up to", "合计", "合計");
pub(crate) const SUPPLIER: Text = Text::new("supplier", "供应商", "供應商");
pub(crate) const SUPPLIERS_LEFT_OUT: Text = Text::new(
    "left out of a wallet because the supplier netted zero or less",
    "个供应商因净额非正未计入",
    "個供應商因淨額非正未計入",
);
pub(crate) const TITLE: Text = Text::new(
    "Supplier relationships told from purchases",
    "由采购看客情",
    "由採購看客情",
);
pub(crate) const TO: Text = Text::new("to", "变动后", "變動後");
pub(crate) const UNDECIDED: Text = Text::new("undecided", "未决", "未決");
pub(crate) const UP: Text = Text::new("stepped up", "晋级", "晉級");
pub(crate) const WALLETS: Text = Text::new("wallets", "客户钱包", "客戶錢包");
pub(crate) const WALLETS_OF: Text =
    Text::new("buyer × market × ", "客户 × 品类 × ", "客戶 × 品類 × ");
pub(crate) const AT_LEAST: Text = Text::new("at least", "不低于", "不低於");
pub(crate) const UNDER: Text = Text::new("under", "低于", "低於");
pub(crate) const OVER: Text = Text::new("and over", "及以上", "及以上");

/// The name of a length of period.
pub(crate) const fn length(length: PeriodLength) -> Text {
    match length {
        PeriodLength::Month => Text::new("month", "月", "月"),
        PeriodLength::Quarter => Text::new("quarter", "季度", "季度"),
        PeriodLength::HalfYear => Text::new("half year", "半年", "半年"),
        _ => Text::new("year", "年度", "年度"),
    }
}
