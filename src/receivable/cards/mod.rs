//! The cards of the rules about receivables, REC-01 to REC-07 (应收账款规则卡).

use crate::verdict::{Severity, rule_cards};

rule_cards! {
    REC_01 = "REC" 1, Rule Check, Severity::Bar; except Currency CreditRelease ExposureOrdered ExposureShipped ExposureInvoiced ExposureOverdue ExposureTotal, "receivable::credit::judge_credit",
        Strengthening "三、顾客满意与客情关系",
        "Credit only under a complete policy", "先有办法，后有赊销", "先有辦法，後有賒銷",
        "Nothing is sold on credit unless the customer's policy settles all five items (REC-02) and the terms of credit. What the customer owes, without its interest, is measured in our own ledger. An excess over these terms needs a release by an authority that may give it.",
        "应收账款管理办法五项（REC-02）与赊销规定未全部定明的，不得对该客户赊销；客户所欠不计利息，以我方账目实测为准；超出赊销规定的，须由有权者放行。",
        "應收帳款管理辦法五項（REC-02）與賒銷規定未全部定明的，不得對該客戶賒銷；客戶所欠不計利息，以我方帳目實測為準；超出賒銷規定的，須由有權者放行。";
    REC_02 = "REC" 2, Taxonomy Both, Severity::Warning, "receivable::completeness::PolicyItem",
        Strengthening "三、顾客满意与客情关系",
        "The five items of the policy", "办法五项", "辦法五項",
        "A receivables policy settles five items: late payment, early payment, the calculation of interest, the receivable term and the method of settlement; an item may be settled as none.",
        "应收账款管理办法须定明五项：延迟付款、提前付款、利息计算、应收款期限与结付方式；定明可以是写明“没有”。",
        "應收帳款管理辦法須定明五項：延遲付款、提前付款、利息計算、應收款期限與結付方式；定明可以是寫明「沒有」。";
    REC_03 = "REC" 3, Rule Check, Severity::Notice, "receivable::effect::payment_effect",
        Strengthening "三、顾客满意与客情关系",
        "Late and early by the same date", "迟付早付，同一日为准", "遲付早付，同一日為準",
        "The cost of a late payment and the discount of an early one follow from the written policy. A payment on the due date is on time, and one after it is late. A discount runs until the day that its tier says. An agreed due date that a statute does not let stand is cut.",
        "迟付的代价与早付的优惠均依明文办法计算：到期当日付款即为准时，过了到期日即为迟付；优惠以各档所定之日为止；约定到期日逾越法定账期者，缩至法定之日。",
        "遲付的代價與早付的優惠均依明文辦法計算：到期當日付款即為準時，過了到期日即為遲付；優惠以各檔所定之日為止；約定到期日逾越法定帳期者，縮至法定之日。";
    REC_04 = "REC" 4, Rule Check, Severity::Bar; except WaivedAmount WaivedShare WaiverCount, "receivable::enforcement::enforcement",
        Strengthening "三、顾客满意与客情关系",
        "A rule is carried out", "有规定，须执行", "有規定，須執行",
        "Every trigger is acted upon or waived, on its day or later. A waiver stays within its authority's room, has a reason that a document shows, and comes from nobody with a stake of their own. A record of past waivers is held to what it states. A dunning step needs room of any subject.",
        "办法所定的每一触发事项，自触发之日起须处理或减免。减免须由办法授权者在其权限之内作出，事由须有单据为证；与客户有个人利害者，不得减免。已作减免，以记录所载者为限核对；减免催收步骤，有任一事项之权限即可。",
        "辦法所定的每一觸發事項，自觸發之日起須處理或減免。減免須由辦法授權者在其權限之內作出，事由須有單據為證；與客戶有個人利害者，不得減免。已作減免，以記錄所載者為限核對；減免催收步驟，有任一事項之權限即可。";
    REC_05 = "REC" 5, Metric Type, Severity::Warning, "receivable::enforcement::discretion",
        Strengthening "三、顾客满意与客情关系",
        "Room for feeling is measured", "人情余地，须可丈量", "人情餘地，須可丈量",
        "The room left to feeling is the part of collection decisions that neither a rule of the receivables determined nor a waiver by an authority with room in the policy.",
        "催收决定中，既不依应收账款规定、也非由办法授权者减免的部分，即是留给人情的余地。",
        "催收決定中，既不依應收帳款規定、也非由辦法授權者減免的部分，即是留給人情的餘地。";
    REC_06 = "REC" 6, Process Check, Severity::Warning; except OldestOverdue CreditSuspension, "receivable::dunning::dun",
        Strengthening "三、顾客满意与客情关系",
        "The ladder speaks, not the tone", "话由阶梯说，不由语气说", "話由階梯說，不由語氣說",
        "The ladder follows days and amounts and is the same for all: an exclusion breaks the rule. A sale on credit is held while the ladder suspends credit or an invoice is overdue for too long.",
        "催收阶梯依逾期天数与金额而定，对每一客户都一样，把客户排除在外即违反本条。阶梯已暂停赊销，或有发票逾期过久的，赊销须停下待批。",
        "催收階梯依逾期天數與金額而定，對每一客戶都一樣，把客戶排除在外即違反本條。階梯已暫停賒銷，或有發票逾期過久的，賒銷須停下待批。";
    REC_07 = "REC" 7, Rule Check, Severity::Warning, "receivable::habit::payment_habit",
        Management "开篇",
        "Payment put off again and again", "货款一拖再拖", "貨款一拖再拖",
        "So many invoices in a row as the policy says, paid after their first due date or put off and unpaid, are chronic delay. A run that has ended is a notice, and an old one is none.",
        "连续若干张发票过了原定到期日才付，或改期而未付，达到办法所定之数，即为惯性拖欠；已经结束的只作提示，年久的不再计。",
        "連續若干張發票過了原定到期日才付，或改期而未付，達到辦法所定之數，即為慣性拖欠；已經結束的只作提示，年久的不再計。";
}
