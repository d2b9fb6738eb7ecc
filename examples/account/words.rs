//! The words of the example that the library does not have.

use keqing::vocab::words::Text;

pub(crate) const BALANCE: Text = Text::new("Balance", "余额", "餘額");
pub(crate) const BEARING: Text = Text::new("bearing", "计息金额", "計息金額");
pub(crate) const OTHER_CURRENCY: Text = Text::new(
    "none on a debt in this currency",
    "不适用于该币种的债务",
    "不適用於該幣別的債務",
);
pub(crate) const COLON: Text = Text::new(": ", "：", "：");
pub(crate) const DUE: Text = Text::new("due", "到期日", "到期日");
pub(crate) const FIXED_SUM: Text = Text::new("fixed sum", "固定赔偿金", "固定賠償金");
pub(crate) const FROM: Text = Text::new("from", "起", "起");
pub(crate) const INTEREST: Text = Text::new("interest", "利息", "利息");
pub(crate) const NONE: Text = Text::new("none", "无", "無");
pub(crate) const NOT_STATED: Text = Text::new("not stated", "未说明", "未說明");
pub(crate) const ON_CREDIT: Text = Text::new(" on credit", "（赊销）", "（賒銷）");
pub(crate) const ORDER: Text = Text::new("The next order of ", "下一张订单 ", "下一張訂單 ");
pub(crate) const RATE: Text = Text::new("rate", "利率", "利率");
pub(crate) const SOURCE: Text = Text::new("source of the rate", "利率出处", "利率出處");
pub(crate) const TO: Text = Text::new("to", "止", "止");
pub(crate) const VERDICT: Text = Text::new("The answer: ", "结论：", "結論：");
