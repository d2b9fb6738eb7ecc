use core::fmt;

use serde::{Deserialize, Serialize};

use crate::vocab::Text;

/// Declares the facts: variant, meaning, name in English and in both Chinese scripts.
macro_rules! facts {
    ($($variant:ident, $name:literal, $meaning:literal, $en:literal, $zh_hans:literal, $zh_hant:literal;)*) => {
        /// What a rule may look at (事实名称): the name that evidence and gaps carry.
        ///
        /// The list grows with the rules; a name never changes its meaning.
        #[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
        #[non_exhaustive]
        #[serde(rename_all = "kebab-case")]
        pub enum Fact {
            $(#[doc = $meaning] $variant,)*
        }

        impl Fact {
            /// Every fact that a rule of this version may name.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Returns the wire name, in kebab case.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// Returns the name for people.
            #[must_use]
            pub const fn text(self) -> Text {
                match self { $(Self::$variant => Text::new($en, $zh_hans, $zh_hant),)* }
            }
        }
    };
}

facts! {
    Actor, "actor", "The party that acts.", "acting party", "行动一方", "行動一方";
    Affect, "affect", "The stable state of feeling of a person.", "stable affect", "稳定情感", "穩定情感";
    Alignment, "alignment", "Whether an operator's interest coincides with the organization's.", "interest of the operator coincides with the organization's", "操作者与组织利益一致", "操作者與組織利益一致";
    AssessmentPeriod, "assessment-period", "The time since the last step up.", "time since the last step up", "距上次晋级的时间", "距上次晉級的時間";
    Benefit, "benefit", "The benefit that an action realizes.", "realized benefit", "所实现的利益", "所實現的利益";
    Cause, "cause", "The cause of an interruption.", "cause", "原因", "原因";
    Conflicts, "conflicts", "Conflicts between an organization and its operator.", "conflicts of interest", "利益冲突", "利益衝突";
    ContinuityPlan, "continuity-plan", "The plan for a person's departure.", "continuity plan", "接续计划", "接續計劃";
    Coordination, "coordination", "How far own conflicts are settled.", "coordination of interests", "利益协调程度", "利益協調程度";
    Countermeasure, "countermeasure", "What is done for a party that is harmed.", "countermeasure", "应对措施", "應對措施";
    CreditRelease, "credit-release", "The release of one document from a limit of credit.", "release of the document", "单据放行", "單據放行";
    CreditSuspension, "credit-suspension", "Whether credit is suspended by the last step of the ladder.", "suspension of credit", "暂停赊销", "暫停賒銷";
    Currency, "currency", "Whether the policy names the currency of an amount.", "currency named by the policy", "办法所列币种", "辦法所列幣種";
    CustomerSatisfaction, "customer-satisfaction", "What the customer perceived, less what was expected.", "customer satisfaction", "客户满意度", "客戶滿意度";
    DaysOverdue, "days-overdue", "The days since an amount fell due.", "days overdue", "逾期天数", "逾期天數";
    DecisionBasis, "decision-basis", "The rule or the waiver that determined a decision.", "rule behind the decision", "决定的依据", "決定的依據";
    DedicatedOwner, "dedicated-owner", "The person assigned to a special customer.", "dedicated owner", "专人负责", "專人負責";
    Demand, "demand", "Whether the customer bought at all in the period.", "demand in the period", "本期需求", "本期需求";
    Departments, "departments", "Departments of the customer that are in contact.", "departments in contact", "有联系的部门", "有聯繫的部門";
    Deputy, "deputy", "The named deputy of an owner.", "named deputy", "指定副手", "指定副手";
    DiscretionRatio, "discretion-ratio", "The part of collection decisions that no rule determined.", "part of decisions that no rule determined", "自由裁量占比", "自由裁量佔比";
    Dispute, "dispute", "Whether an amount is disputed.", "dispute", "争议", "爭議";
    DunningAttempts, "dunning-attempts", "How often a customer was reminded.", "reminders sent", "已催收次数", "已催收次數";
    DunningExclusion, "dunning-exclusion", "The exclusion of a customer from the dunning ladder.", "exclusion from the ladder", "催收豁免", "催收豁免";
    DunningInterval, "dunning-interval", "The time since the last reminder.", "time since the last reminder", "距上次催收的时间", "距上次催收的時間";
    DunningStep, "dunning-step", "The step of the dunning ladder.", "step of the dunning ladder", "催收步骤", "催收步驟";
    EarlyPayment, "early-payment", "What the policy says about early payment.", "rule for early payment", "提前付款规定", "提前付款規定";
    EmployeeSatisfaction, "employee-satisfaction", "What employees perceived, less what they expected.", "employee satisfaction", "员工满意度", "員工滿意度";
    EnforcementRate, "enforcement-rate", "The part of the triggers that were acted upon or waived.", "part of the triggers that were acted upon or waived", "规定执行率", "規定執行率";
    ExecutiveTie, "executive-tie", "A tie between the top levels of both sides.", "executive tie", "高层联系", "高層聯繫";
    ExposureInvoiced, "exposure-invoiced", "What is invoiced and not yet overdue.", "invoiced, not yet overdue", "已开票未逾期额", "已開票未逾期額";
    ExposureOrdered, "exposure-ordered", "What is ordered and not yet shipped.", "ordered, not yet shipped", "已订未发额", "已訂未發額";
    ExposureOverdue, "exposure-overdue", "What is invoiced and overdue.", "overdue", "逾期额", "逾期額";
    ExposureShipped, "exposure-shipped", "What is shipped and not yet invoiced.", "shipped, not yet invoiced", "已发未开票额", "已發未開票額";
    ExposureTotal, "exposure-total", "The whole credit exposure.", "credit exposure", "信用敞口", "信用敞口";
    Handover, "handover", "The handing over of a leaver's ties.", "handover", "交接", "交接";
    HiddenConflict, "hidden-conflict", "A conflict inside a group of people that their average hides.", "conflict hidden by the average", "被平均掩盖的冲突", "被平均掩蓋的衝突";
    IntegrityClearance, "integrity-clearance", "The word of the integrity gate.", "integrity clearance", "廉洁审查", "廉潔審查";
    InterestCalculation, "interest-calculation", "What the policy says about calculating interest.", "rule for calculating interest", "利息计算规定", "利息計算規定";
    InterestEffect, "interest-effect", "The stated effect on a party's interest.", "effect on interest", "利益影响", "利益影響";
    InternalService, "internal-service", "The quality of service within the own organization.", "internal service quality", "内部服务质量", "內部服務質量";
    JointFunctions, "joint-functions", "Functions that work across both organizations.", "joint functions", "跨组织协同职能", "跨組織協同職能";
    LatePayment, "late-payment", "What the policy says about late payment.", "rule for late payment", "延迟付款规定", "延遲付款規定";
    LeaderRecognition, "leader-recognition", "How often top leaders showed the customer its importance.", "recognition by top leaders", "高层对客户的重视", "高層對客戶的重視";
    Levels, "levels", "Levels of an organization that are in contact.", "levels in contact", "有联系的层级", "有聯繫的層級";
    MainPair, "main-pair", "The relation between the two main contacts.", "relation of the main contacts", "主要联系人关系", "主要聯繫人關係";
    Mentors, "mentors", "Experienced people who coach newcomers.", "mentors for newcomers", "老员工带新", "老員工帶新";
    Monitoring, "monitoring", "Whether the relationship is watched.", "monitoring", "监控", "監控";
    Mood, "mood", "The last observed emotion of a person.", "mood", "情绪", "情緒";
    Need, "need", "The need that an action satisfies.", "satisfied need", "所满足的需求", "所滿足的需求";
    Operators, "operators", "The people who act for an organization.", "people who act for the organization", "组织的操作者", "組織的操作者";
    OrganizationCapture, "organization-capture", "The organization's part of what its relationship investment brings.", "part of the benefit that reaches the organization", "组织所得收益占比", "組織所得收益佔比";
    OrganizationSize, "organization-size", "Whether an organization is small or large.", "size of the organization", "组织规模", "組織規模";
    OrganizationalTrust, "organizational-trust", "Trust between the two organizations.", "trust between organizations", "组织间信任", "組織間信任";
    OverdueAmount, "overdue-amount", "The amount that is overdue.", "overdue amount", "逾期金额", "逾期金額";
    Ownership, "ownership", "Whose interest the operator owns.", "ownership of the operator", "操作者所有权", "操作者所有權";
    OwnershipForm, "ownership-form", "Who owns an organization: private hands, the state, the public.", "form of ownership", "所有制形式", "所有制形式";
    Pair, "pair", "Which two of the four parties are tied.", "tied parties", "相联系的双方", "相聯繫的雙方";
    Partnership, "partnership", "Whether both sides have established a strategic partnership.", "strategic partnership", "战略伙伴关系", "戰略夥伴關係";
    PartyAttribution, "party-attribution", "To which of the four parties a record belongs.", "attribution to a party", "所属一方", "所屬一方";
    PaymentDate, "payment-date", "The date on which a payment counts.", "date of payment", "付款日", "付款日";
    PaymentHabit, "payment-habit", "How many invoices in a row were paid late or rescheduled.", "late or rescheduled payments in a row", "连续迟付或改期的张数", "連續遲付或改期的張數";
    PaymentTerm, "payment-term", "What the policy says about the receivable term.", "receivable term", "应收款期限", "應收款期限";
    PersonalInterest, "personal-interest", "Whether a person has an interest of their own in the customer.", "personal interest in the customer", "个人利害关系", "個人利害關係";
    PersonalTrust, "personal-trust", "Trust between the people of both sides.", "trust between people", "个人间信任", "個人間信任";
    Position, "position", "Our position among the customer's suppliers.", "supplier position", "供应商地位", "供應商地位";
    PromiseToPay, "promise-to-pay", "A promise to pay by a date.", "promise to pay", "付款承诺", "付款承諾";
    ReceivablesPolicy, "receivables-policy", "The written receivables policy of the customer.", "receivables policy", "应收账款管理办法", "應收賬款管理辦法";
    Recognition, "recognition", "Whether the customer itself sees a relationship.", "the customer's own recognition", "客户自身的认同", "客戶自身的認同";
    RepairWindow, "repair-window", "The time in which a fall may be repaired.", "window for repair", "修补窗口", "修補窗口";
    Responsibility, "responsibility", "Departments besides marketing that own relationship actions.", "departments responsible besides marketing", "营销以外的负责部门", "營銷以外的負責部門";
    RivalShare, "rival-share", "The largest share of another supplier.", "share of the largest rival", "最大对手份额", "最大對手份額";
    SelfDealing, "self-dealing", "Whether somebody decides for themselves.", "deciding for oneself", "自我审批", "自我審批";
    SettlementMethod, "settlement-method", "What the policy says about the method of settlement.", "settlement method", "结付方式", "結付方式";
    Share, "share", "Our share of the customer's purchases.", "share of wallet", "采购份额", "採購份額";
    ShareGrowth, "share-growth", "Whether the share grows.", "growth of the share", "份额增长", "份額增長";
    ShareHistory, "share-history", "The share in earlier periods.", "earlier shares", "历史份额", "歷史份額";
    SpecialCustomer, "special-customer", "Whether the customer is a special one.", "special customer", "特殊客户", "特殊客戶";
    Stage, "stage", "The stage of the relationship.", "stage", "阶段", "階段";
    StrategyGoal, "strategy-goal", "What a strategy is to reach.", "goal of the stage", "阶段目标", "階段目標";
    StrategyStage, "strategy-stage", "The stage that a strategy is made for.", "stage of the strategy", "策略所属阶段", "策略所屬階段";
    Successor, "successor", "The person who takes over from a leaver.", "successor", "接任者", "接任者";
    TieShare, "tie-share", "The part of all ties that one person carries.", "part of all ties", "联系占比", "聯繫佔比";
    Ties, "ties", "Ties from person to person.", "ties from person to person", "人员联系", "人員聯繫";
    TradeHistory, "trade-history", "Whether the customer ever bought from us.", "earlier trade", "交易历史", "交易歷史";
    Training, "training", "Training of employees to read needs.", "training to read needs", "识别需求的培训", "識別需求的培訓";
    TriggerAction, "trigger-action", "What was done about a trigger of the policy.", "action upon the trigger", "对触发事项的处理", "對觸發事項的處理";
    WaivedAmount, "waived-amount", "The amount that is waived.", "waived amount", "减免金额", "減免金額";
    WaivedShare, "waived-share", "The waived part of what could be claimed.", "waived part of the claim", "减免比例", "減免比例";
    WaiverAuthority, "waiver-authority", "Who may waive.", "authority to waive", "减免权限", "減免權限";
    WaiverCount, "waiver-count", "Waivers of the period.", "waivers of the period", "本期减免次数", "本期減免次數";
    WaiverReason, "waiver-reason", "The stated reason of a waiver.", "reason of the waiver", "减免理由", "減免理由";
}

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::String;

    use super::Fact;

    #[test]
    fn the_wire_name_is_the_serde_name() {
        for fact in Fact::ALL {
            let json = serde_json::to_value(fact).ok();
            assert_eq!(
                json,
                Some(serde_json::Value::String(String::from(fact.name())))
            );
        }
    }
}
