//! The words of the example that the library does not have.

use keqing::vocab::words::Text;

pub(crate) const BALANCE: Text = Text::new("Balance", "余额", "餘額");
pub(crate) const COLON: Text = Text::new(": ", "：", "：");
pub(crate) const NOT_STATED: Text = Text::new("not stated", "未说明", "未說明");
pub(crate) const ON_CREDIT: Text = Text::new(" on credit", "（赊销）", "（賒銷）");
pub(crate) const ORDER: Text = Text::new("The next order of ", "下一张订单 ", "下一張訂單 ");
pub(crate) const VERDICT: Text = Text::new("The answer: ", "结论：", "結論：");
