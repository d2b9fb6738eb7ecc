use crate::vocab::words::{Side, Text};

/// Declares the topics, in the order in which they are read: variant, meaning, name in English and
/// in both Chinese scripts. The topic with a side stands between those before and those after it.
macro_rules! topics {
    (
        before { $($before:ident, $before_meaning:literal, $before_en:literal, $before_hans:literal, $before_hant:literal;)* }
        after { $($after:ident, $after_meaning:literal, $after_en:literal, $after_hans:literal, $after_hant:literal;)* }
    ) => {
        /// The topic of a part of a review (主题), in the order in which it is read.
        #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
        #[non_exhaustive]
        pub enum Topic {
            $(#[doc = $before_meaning] $before,)*
            /// The agreement between the people and the organization of a side.
            Alignment(Side),
            $(#[doc = $after_meaning] $after,)*
        }

        impl Topic {
            /// Returns whether a dossier may have several parts of this topic, each about something that is
            /// done once: a measure, an action, an investment, a gain.
            pub(super) const fn is_event(self) -> bool {
                matches!(
                    self,
                    Self::Action | Self::Feature | Self::Gain | Self::Investment | Self::Measure
                )
            }

            /// Returns the name for people.
            #[must_use]
            pub const fn text(self) -> Text {
                match self {
                    $(Self::$before => Text::new($before_en, $before_hans, $before_hant),)*
                    Self::Alignment(Side::Supplier) => OUR_SIDE,
                    Self::Alignment(Side::Customer) => THEIR_SIDE,
                    $(Self::$after => Text::new($after_en, $after_hans, $after_hant),)*
                }
            }
        }
    };
}

topics! {
    before {
        Stage, "The stage that the facts support.", "Stage", "阶段", "階段";
        NextMove, "The findings against the move that the facts support.", "Next move", "下一步变动", "下一步變動";
        ProposedMove, "The move that somebody proposes.", "Proposed move", "拟议变动", "擬議變動";
        Strategy, "The strategy in use.", "Strategy", "策略", "策略";
        Bond, "The bond: genuine, mixed, locked in or none.", "Genuine or locked in", "真诚或被锁定", "真誠或被鎖定";
        LoyaltyKinds, "Behavioural, conscious and emotional loyalty.", "Kinds of loyalty", "忠诚种类", "忠誠種類";
        LoyaltyPattern, "The pattern of attachment and repeat purchase.", "Attachment and repeat purchase", "情感与重复购买", "情感與重複購買";
        ReasonToStay, "The reason to stay: happy, indifferent or helpless.", "Why the customer stays", "客户为何留下", "客戶為何留下";
        Recognition, "The sides that see a relationship.", "Recognition", "相互认同", "相互認同";
        LockIn, "The ties that hold the customer.", "What holds the customer", "锁定客户的手段", "鎖定客戶的手段";
        Patronage, "The drive that brings the customer: price or feeling.", "Why the customer comes", "光顾缘由", "光顧緣由";
        Foundations, "The foundations of the relationship.", "Foundations", "关系基础", "關係基礎";
        Retention, "The retention of the customer.", "Retention", "客户保持", "客戶保持";
        Instruments, "The means by which the customer is kept.", "Means of keeping the customer", "留客手段", "留客手段";
        Channel, "The channel through which the customer is met.", "Channel", "接触渠道", "接觸渠道";
        Claim, "A claim that the customer is loyal.", "Claim of loyalty", "忠诚论断", "忠誠論斷";
        PurchaseRisks, "The risks that buying from us holds for the customer.", "What a purchase risks", "采购风险", "採購風險";
        Satisfaction, "The satisfaction of the customer.", "Satisfaction", "客户满意度", "客戶滿意度";
        SatisfactionDrivers, "The factors on which its satisfaction depends.", "What satisfaction depends on", "满意度驱动因素", "滿意度驅動因素";
        NeedLevels, "The levels of its needs, met or not.", "Levels of needs", "需求层次", "需求層次";
        PsychologicalNeeds, "The unmet psychological needs of its people.", "Psychological needs", "心理需求", "心理需求";
        Expectation, "The expectation of the customer.", "Expectation", "客户期望", "客戶期望";
        Ratchet, "The change of its expectation by experiences.", "How expectation rose", "期望的抬升", "期望的抬升";
        Feature, "The present worth of a feature.", "Feature", "特性", "特性";
        Offer, "The advantage of our offer.", "Offer", "产品与服务", "產品與服務";
        CustomerView, "The decisions that lack the customer's view.", "Customer's view in decisions", "决定中的客户视角", "決定中的客戶視角";
        ValueDrivers, "The drivers of value to the customer.", "What is of value", "价值驱动因素", "價值驅動因素";
        ValueRanking, "The options by their worth to the customer.", "Options by value", "各方案的价值", "各方案的價值";
        CriteriaFit, "The fit of our offer to its criteria.", "Fit to its criteria", "与标准的契合度", "與標準的契合度";
        Proposition, "The answers of our proposition to its requirements.", "Value proposition", "价值主张", "價值主張";
        Trust, "The trust between both sides.", "Trust", "信任", "信任";
        Feeling, "The feeling of the customer's people.", "Feeling of the customer's people", "客户人员的情感", "客戶人員的情感";
    }
    after {
        Advantage, "The side that is expected to win a contest.", "Advantage", "优势", "優勢";
        Concentration, "The concentration of the relationship on one person.", "What hangs on one person", "对个人的依赖", "對個人的依賴";
        Coverage, "The coverage of both organizations by contacts.", "Contacts", "接触面", "接觸面";
        Departure, "The effect of a departure.", "Departure", "人员变动", "人員變動";
        Assignment, "The person who looks after the customer.", "Who looks after the customer", "专人负责", "專人負責";
        People, "The state of our own people.", "Our own people", "我方员工", "我方員工";
        Account, "The debts of the customer.", "Account", "账户", "帳戶";
        PaymentHabit, "The payment habit of the customer.", "Payment habit", "付款习惯", "付款習慣";
        Dunning, "The customer's place on the ladder of reminders.", "Dunning", "催收", "催收";
        ReceivablesPolicy, "The completeness of the receivables policy.", "Receivables policy", "应收账款管理办法", "應收帳款管理辦法";
        Measure, "A measure.", "Measure", "措施", "措施";
        Action, "An action.", "Action", "行动", "行動";
        Investment, "An investment.", "Investment", "投入", "投入";
        Gain, "A gain that an offer or an instrument brings.", "Gain", "得益", "得益";
        Acceptance, "The acceptance of a finding.", "Acceptance", "认可", "認可";
    }
}

const OUR_SIDE: Text = Text::new("Interests on our side", "我方内部利益", "我方內部利益");
const THEIR_SIDE: Text = Text::new(
    "Interests on the customer's side",
    "客户内部利益",
    "客戶內部利益",
);
