//! Names of figures and columns that several parts of a statement have.

use crate::vocab::words::Text;

pub(super) const ABOUT: Text = Text::new("about", "所涉单据", "所涉單據");
pub(super) const AMOUNT: Text = Text::new("amount", "金额", "金額");
pub(super) const BALANCE: Text = Text::new("balance", "余额", "餘額");
pub(super) const CLEARED: Text = Text::new("paid or let off", "已清金额", "已清金額");
pub(super) const COMPENSATION: Text =
    Text::new("fixed sum for paying late", "逾期赔偿金", "逾期賠償金");
pub(super) const LATE_CHARGES: Text = Text::new(
    "charges for paying late",
    "逾期收费与赔偿金",
    "逾期收費與賠償金",
);
pub(super) const CREDIT: Text = Text::new("less credit", "减：贷方余额", "減：貸方餘額");
pub(super) const DATE: Text = Text::new("date", "日期", "日期");
pub(super) const DAYS: Text = Text::new("days", "天数", "天數");
pub(super) const DISPUTED: Text = Text::new("disputed", "争议金额", "爭議金額");
pub(super) const DOCUMENT: Text = Text::new("document", "单据", "單據");
pub(super) const DUE: Text = Text::new("due", "到期日", "到期日");
pub(super) const EVENT: Text = Text::new("event", "凭证", "憑證");
pub(super) const FEES: Text = Text::new("fees", "费用", "費用");
pub(super) const INTEREST: Text = Text::new("late interest", "逾期利息", "逾期利息");
pub(super) const KIND: Text = Text::new("kind", "种类", "種類");
pub(super) const OPEN: Text = Text::new("open", "未清金额", "未清金額");
pub(super) const OWED_BACK: Text =
    Text::new("to be paid back to us", "客户应返还款项", "客戶應返還款項");
pub(super) const PAID: Text = Text::new("paid", "已付金额", "已付金額");
pub(super) const PRINCIPAL: Text = Text::new("open principal", "未清本金", "未清本金");
pub(super) const TOTAL: Text = Text::new("total", "合计", "合計");
