use crate::vocab::words::words;

/// Declares the facts: variant, meaning, name in English and in both Chinese scripts.
macro_rules! facts {
    ($($variant:ident, $name:literal, $meaning:literal, $en:literal, $zh_hans:literal, $zh_hant:literal;)*) => {
        words! {
            /// A fact that a rule may read (事实名称): the name that evidence and gaps carry.
            ///
            /// The list grows with the rules; a name never changes its meaning.
            pub open enum Fact {
                $(#[doc = $meaning] $variant = $name, $en, $zh_hans, $zh_hant;)*
            }
        }
    };
}

facts! {
    AcceptanceAuthority, "acceptance-authority", "The authority of a person to accept a finding.", "authority to accept a finding", "认可权限", "認可權限";
    Actor, "actor", "The party that acts.", "acting party", "行动一方", "行動一方";
    Adversity, "adversity", "The customer's staying and recommending after a failure.", "staying and recommending after a failure", "我方失误后仍留下并推荐", "我方失誤後仍留下並推薦";
    Affect, "affect", "The stable state of feeling of a person.", "stable affect", "稳定情感", "穩定情感";
    Affection, "affection", "A person's need for affection, met or not.", "affection", "情感归属", "情感歸屬";
    AffectiveEvaluation, "affective-evaluation", "The customer's own emotional evaluation of us.", "the customer's emotional evaluation", "客户的情感评价", "客戶的情感評價";
    Alignment, "alignment", "The agreement of an operator's interest with the organization's.", "interest of the operator coincides with the organization's", "操作者与组织利益一致", "操作者與組織利益一致";
    AlternativePreference, "alternative-preference", "The customer's preference for buying elsewhere.", "preference for an alternative", "对替代者的偏好", "對替代者的偏好";
    Alternatives, "alternatives", "Another supplier to which the customer can go.", "an alternative supplier", "可替代的供应商", "可替代的供應商";
    AssessmentPeriod, "assessment-period", "The time since the last step up.", "time since the last step up", "距上次晋级的时间", "距上次晉級的時間";
    Assurance, "assurance", "An assurance that makes the customer feel secure with us.", "assurance of the customer", "客户的安全感保障", "客戶的安全感保障";
    BaseDate, "base-date", "A date of a document from which a term counts.", "date from which the term counts", "账期起算日", "帳期起算日";
    Benefit, "benefit", "The benefit that an action realizes.", "realized benefit", "所实现的利益", "所實現的利益";
    BetterAlignment, "better-alignment", "The better agreement of one side's interests, beside the other side's.", "better agreement of interests", "利益更为一致", "利益更為一致";
    Bond, "bond", "The nature of the relationship: genuine or locked in.", "genuine relationship", "真诚的关系", "真誠的關係";
    Cause, "cause", "The cause of an interruption.", "cause", "原因", "原因";
    Channel, "channel", "The channel through which the customer and we meet.", "channel of contact", "接触渠道", "接觸渠道";
    ChannelCompensation, "channel-compensation", "A measure that makes up for the lack of direct contact.", "what makes up for missing contact", "弥补缺少接触的措施", "彌補缺少接觸的措施";
    ClaimGround, "claim-ground", "The ground on which a claim of loyalty rests.", "the customer's word behind the claim", "忠诚论断的客户依据", "忠誠論斷的客戶依據";
    Communication, "communication", "Communication between both sides.", "communication", "交流", "交流";
    CompetitorParity, "competitor-parity", "The record of competitors that give the same.", "competitors that give the same", "对手跟进情况", "對手跟進情況";
    Conflicts, "conflicts", "Conflicts between an organization and its operator.", "conflicts of interest", "利益冲突", "利益衝突";
    ContactTopology, "contact-topology", "The topology of the contact that a stage needs.", "contact that the stage needs", "阶段应有的接触结构", "階段應有的接觸結構";
    ContinuityPlan, "continuity-plan", "The plan for a person's departure.", "continuity plan", "接续计划", "接續計劃";
    ContractDate, "contract-date", "The day on which the contract was made.", "date of the contract", "订约日", "訂約日";
    Contradiction, "contradiction", "A statement of a fact that differs from the one that counts.", "contradicting statement", "相互矛盾的陈述", "相互矛盾的陳述";
    Coordination, "coordination", "The extent to which own conflicts are settled.", "coordination of interests", "利益协调程度", "利益協調程度";
    Countermeasure, "countermeasure", "A measure for a party that is harmed.", "countermeasure", "应对措施", "應對措施";
    CreditRelease, "credit-release", "The release of one document from a limit of credit.", "release of the document", "单据放行", "單據放行";
    CreditSuspension, "credit-suspension", "The suspension of credit by the last step of the ladder.", "suspension of credit", "暂停赊销", "暫停賒銷";
    CreditTerms, "credit-terms", "The policy's statement on credit: its limits, its holds and its releases.", "terms of credit", "赊销规定", "賒銷規定";
    CriteriaFit, "criteria-fit", "The fit of an offer to a criterion of the customer.", "fit to the criterion", "与标准的契合度", "與標準的契合度";
    CriteriaOpenness, "criteria-openness", "The openness of a proposal for the customer's standard.", "open contribution to the standard", "公开参与标准制定", "公開參與標準制定";
    CriteriaTailoring, "criteria-tailoring", "The tailoring of a standard to shut rivals out.", "tailoring to shut rivals out", "为排挤对手量身定标", "為排擠對手量身定標";
    CriteriaWeights, "criteria-weights", "The weights that the customer gives its criteria.", "the customer's own weights", "客户自定的权重", "客戶自定的權重";
    Currency, "currency", "The currency of an amount, named by the policy or not.", "currency named by the policy", "办法所列币种", "辦法所列幣種";
    CustomerBenefit, "customer-benefit", "The real value of something to the customer.", "real value to the customer", "对客户的真实价值", "對客戶的真實價值";
    CustomerCredit, "customer-credit", "The customer's credit that covers an amount: a credit note, or money on account.", "covered by the customer's credit", "客户贷方余额抵减额", "客戶貸方餘額抵減額";
    CustomerNeed, "customer-need", "A need of the customer's side that an action satisfies.", "satisfied need of the customer", "所满足的客户需求", "所滿足的客戶需求";
    CustomerSatisfaction, "customer-satisfaction", "The customer's perception, less its expectation.", "customer satisfaction", "客户满意度", "客戶滿意度";
    CustomerView, "customer-view", "The customer's view of a decision.", "the customer's view of the decision", "决定中的客户视角", "決定中的客戶視角";
    CustomerViewDate, "customer-view-date", "The day on which the customer stated its view of a decision.", "date of the customer's view", "客户视角的日期", "客戶視角的日期";
    CustomerViewHolder, "customer-view-holder", "The person of the customer whose view of a decision it is.", "person whose view it is", "持此看法的客户人员", "持此看法的客戶人員";
    CustomerViewSource, "customer-view-source", "The record in which the customer's view of a decision stands.", "source of the customer's view", "客户视角的出处", "客戶視角的出處";
    DatedLater, "dated-later", "Entries that are dated after the day asked for, and are ignored.", "ignored entries of later days", "晚于查询日而未计入的记录", "晚於查詢日而未計入的記錄";
    DaysOverdue, "days-overdue", "The days since an amount fell due.", "time overdue", "逾期时间", "逾期時間";
    DecisionBasis, "decision-basis", "The rule or the waiver that determined a decision.", "ground of the decision", "决定的依据", "決定的依據";
    DedicatedOwner, "dedicated-owner", "The person assigned to a special customer.", "dedicated owner", "专人负责", "專人負責";
    Demand, "demand", "Any purchase of the customer in the period.", "demand in the period", "本期需求", "本期需求";
    DepartingShare, "departing-share", "The part of a side's ties that runs through a main contact who leaves.", "ties through the departing main contact", "经离任主要联系人的联系占比", "經離任主要聯繫人的聯繫佔比";
    Departments, "departments", "Departments of the customer that are in contact.", "departments in contact", "有联系的部门", "有聯繫的部門";
    Deputy, "deputy", "The named deputy of an owner.", "named deputy", "指定副手", "指定副手";
    Disappointments, "disappointments", "Disappointments in a row, beyond the tolerance and within the validity of measurements.", "disappointments in a row", "连续失望次数", "連續失望次數";
    DiscretionRatio, "discretion-ratio", "The part of collection decisions that no rule determined.", "part of decisions that no rule determined", "自由裁量占比", "自由裁量佔比";
    Dispute, "dispute", "A dispute about an amount.", "dispute", "争议", "爭議";
    DueDate, "due-date", "The due date that was agreed.", "agreed due date", "约定到期日", "約定到期日";
    DunningAttempts, "dunning-attempts", "The number of reminders to a customer.", "reminders sent", "已催收次数", "已催收次數";
    DunningExclusion, "dunning-exclusion", "The exclusion of a customer from the dunning ladder.", "exclusion from the ladder", "催收豁免", "催收豁免";
    DunningInterval, "dunning-interval", "The time since the last reminder.", "time since the last reminder", "距上次催收的时间", "距上次催收的時間";
    DunningStep, "dunning-step", "The step of the dunning ladder.", "step of the dunning ladder", "催收步骤", "催收步驟";
    EarlyPayment, "early-payment", "The policy's statement on early payment.", "rule for early payment", "提前付款规定", "提前付款規定";
    EmotionalConnection, "emotional-connection", "An emotional connection that the customer feels.", "emotional connection felt by the customer", "客户感受到的情感联系", "客戶感受到的情感聯繫";
    EmployeeSatisfaction, "employee-satisfaction", "The employees' perception, less their expectation.", "employee satisfaction", "员工满意度", "員工滿意度";
    EnforcementRate, "enforcement-rate", "The part of the triggers that were acted upon or waived.", "part of the triggers that were acted upon or waived", "规定执行率", "規定執行率";
    ExecutiveTie, "executive-tie", "A tie between the top levels of both sides.", "executive tie", "高层联系", "高層聯繫";
    Expectation, "expectation", "The customer's expectation.", "expectation", "客户期望", "客戶期望";
    ExpectationSource, "expectation-source", "The source of the customer's expectation.", "source of the expectation", "期望来源", "期望來源";
    ExposureInvoiced, "exposure-invoiced", "The amount that is invoiced and not yet overdue.", "invoiced, not yet overdue", "已开票未逾期额", "已開票未逾期額";
    ExposureOrdered, "exposure-ordered", "The amount that is ordered and not yet shipped.", "ordered, not yet shipped", "已订未发额", "已訂未發額";
    ExposureOverdue, "exposure-overdue", "The amount that is invoiced and overdue.", "overdue", "逾期额", "逾期額";
    ExposureShipped, "exposure-shipped", "The amount that is shipped and not yet invoiced.", "shipped, not yet invoiced", "已发未开票额", "已發未開票額";
    ExposureTotal, "exposure-total", "The whole credit exposure.", "credit exposure", "信用敞口", "信用敞口";
    FeatureCycles, "feature-cycles", "The cycles in which the customer has received a feature.", "cycles received", "已享用周期数", "已享用週期數";
    FadingFeeling, "fading-feeling", "The fading of the customer's feeling: its last evaluation is below the one before.", "fading feeling", "情感转淡", "情感轉淡";
    FeatureTier, "feature-tier", "The tier of a feature: it delights, is expected, or is basic.", "tier of the feature", "特性层级", "特性層級";
    FreedomToLeave, "freedom-to-leave", "The customer's freedom to leave if it wants to.", "freedom to leave", "离开的自由", "離開的自由";
    Handover, "handover", "The handing over of a leaver's ties.", "handover", "交接", "交接";
    HiddenConflict, "hidden-conflict", "A conflict of interests inside a group of people that their average hides.", "conflict of interests hidden by the average", "被平均掩盖的利益冲突", "被平均掩蓋的利益衝突";
    HiddenDistrust, "hidden-distrust", "A person who trusts less than the people together.", "distrust hidden by the average", "被平均掩盖的不信任", "被平均掩蓋的不信任";
    HiddenFeeling, "hidden-feeling", "A person who feels bad among people who on the average do not.", "bad feeling hidden by the average", "被平均掩盖的不满情绪", "被平均掩蓋的不滿情緒";
    HighShare, "high-share", "A high share of the customer's purchases with us.", "high share of its purchases", "采购份额高", "採購份額高";
    InstrumentMix, "instrument-mix", "The number of instruments that hold the customer by pain, beside those that please it.", "instruments of pain beside those that please", "痛苦手段与快乐手段之比", "痛苦手段與快樂手段之比";
    IntegrityClearance, "integrity-clearance", "The word of the integrity gate.", "integrity clearance", "廉洁审查", "廉潔審查";
    Intention, "intention", "The customer's stated intention to buy again.", "stated intention to buy again", "再次购买的意向", "再次購買的意向";
    InterestCalculation, "interest-calculation", "The policy's statement on the calculation of interest.", "rule for calculating interest", "利息计算规定", "利息計算規定";
    InterestEffect, "interest-effect", "The stated effect on a party's interest.", "effect on interest", "利益影响", "利益影響";
    InternalService, "internal-service", "The quality of service within the own organization.", "internal service quality", "内部服务质量", "內部服務質量";
    InvestmentHorizon, "investment-horizon", "The time over which a side has invested in the relationship.", "time of the investment", "投入时间", "投入時間";
    JointFunctions, "joint-functions", "Functions that work across both organizations.", "joint functions", "跨组织协同职能", "跨組織協同職能";
    KeptTies, "kept-ties", "The part of its own ties that a person across keeps after a departure.", "ties kept after the departure", "离任后保有的联系占比", "離任後保有的聯繫佔比";
    LatePayment, "late-payment", "The policy's statement on late payment.", "rule for late payment", "延迟付款规定", "延遲付款規定";
    LeaderRecognition, "leader-recognition", "The number of times that top leaders showed the customer its importance.", "recognition by top leaders", "高层对客户的重视", "高層對客戶的重視";
    Levels, "levels", "Levels of an organization that are in contact.", "levels in contact", "有联系的层级", "有聯繫的層級";
    LockInInstrument, "lock-in-instrument", "An instrument that locks the customer in.", "lock-in instrument", "锁定手段", "鎖定手段";
    LongerTerm, "longer-term", "The ground on which a term beyond the statute's bound may stand.", "ground for a longer term", "较长账期的依据", "較長帳期的依據";
    LowestUnmetNeed, "lowest-unmet-need", "The lowest level of needs that is known to be unmet.", "lowest unmet level of needs", "最低的未满足需求层次", "最低的未滿足需求層次";
    LoyaltyKinds, "loyalty-kinds", "The number of the three kinds of loyalty that are determined.", "kinds of loyalty told", "已判明的忠诚种类", "已判明的忠誠種類";
    LoyaltyPattern, "loyalty-pattern", "The pattern of attachment and repeat purchase in which the customer stands.", "pattern of loyalty", "忠诚类型", "忠誠類型";
    LoyaltySupport, "loyalty-support", "The support that satisfaction gives to loyalty.", "satisfaction that supports loyalty", "满意度对忠诚的支撑", "滿意度對忠誠的支撐";
    MainPair, "main-pair", "The relation between the two main contacts.", "relation of the main contacts", "主要联系人关系", "主要聯繫人關係";
    Manifestations, "manifestations", "The number of ways in which the relationship shows itself.", "manifestations of the relationship", "关系的表现", "關係的表現";
    MeasurementAge, "measurement-age", "The time since satisfaction was measured.", "age of the measurement", "满意度测量距今", "滿意度測量距今";
    MeasurementContext, "measurement-context", "The measurement of satisfaction in the context asked for.", "measurement in this context", "同一情境下的测量", "同一情境下的測量";
    MeasurementExpiry, "measurement-expiry", "The day since which the last measurement of satisfaction no longer holds.", "last measurement expired on", "最近测量失效于", "最近測量失效於";
    Mentors, "mentors", "Experienced people who coach newcomers.", "mentors for newcomers", "老员工带新", "老員工帶新";
    Monitoring, "monitoring", "The day on which somebody last looked at the relationship.", "last look at the relationship", "最近一次检视", "最近一次檢視";
    Mood, "mood", "The last observed emotion of a person.", "mood", "情绪", "情緒";
    Need, "need", "The need that an action satisfies.", "satisfied need", "所满足的需求", "所滿足的需求";
    NeedLevel, "need-level", "The degree to which a level of needs is met.", "needs of this level", "该层次需求", "該層次需求";
    OfferPersonalization, "offer-personalization", "The parts of an offer that are made for this customer alone.", "personalised value", "个性化增值", "個性化增值";
    OldestOverdue, "oldest-overdue", "The days since the oldest open invoice fell due.", "time the oldest invoice is overdue", "最早未付发票的逾期时间", "最早未付發票的逾期時間";
    Operators, "operators", "The people who act for an organization.", "people who act for the organization", "组织的操作者", "組織的操作者";
    OrderCycle, "order-cycle", "The customer's own order cycle.", "the customer's own order cycle", "客户自身的订货周期", "客戶自身的訂貨週期";
    OrganizationCapture, "organization-capture", "The organization's part of what its relationship investment brings.", "part of the benefit that reaches the organization", "组织所得收益占比", "組織所得收益佔比";
    OrganizationSize, "organization-size", "The size of an organization: small or large.", "size of the organization", "组织规模", "組織規模";
    OrganizationalTrust, "organizational-trust", "Trust between the two organizations.", "trust between organizations", "组织间信任", "組織間信任";
    OverdueAmount, "overdue-amount", "The amount that is overdue.", "overdue amount", "逾期金额", "逾期金額";
    Ownership, "ownership", "The operator's stake in the organization.", "ownership of the operator", "操作者所有权", "操作者所有權";
    OwnershipForm, "ownership-form", "The form of ownership of an organization: private hands, the state, the public.", "form of ownership", "所有制形式", "所有制形式";
    Pair, "pair", "The two of the four parties that are tied.", "tied parties", "相联系的双方", "相聯繫的雙方";
    Partnership, "partnership", "A strategic partnership that both sides have established.", "strategic partnership", "战略伙伴关系", "戰略夥伴關係";
    PartyAttribution, "party-attribution", "The one of the four parties to which a record belongs.", "attribution to a party", "所属一方", "所屬一方";
    PatronageDrive, "patronage-drive", "The drive that brings the customer: a low price, a feeling, both or neither.", "drive of the customer", "光顾驱动", "光顧驅動";
    PatronageReason, "patronage-reason", "The customer's stated reason for buying from us, besides the price.", "stated reason for buying besides the price", "价格以外的光顾理由", "價格以外的光顧理由";
    PaymentDate, "payment-date", "The date on which a payment counts.", "date of payment", "付款日", "付款日";
    PaymentHabit, "payment-habit", "The number of invoices in a row that were paid late, or put off and not paid.", "delayed invoices in a row", "连续迟付或改期未付的张数", "連續遲付或改期未付的張數";
    PaymentTerm, "payment-term", "The policy's statement on the receivable term.", "receivable term", "应收款期限", "應收款期限";
    PerceivedService, "perceived-service", "The mark of the service that the customer perceived.", "perceived service", "感知的服务", "感知的服務";
    PersonalInterest, "personal-interest", "A person's own interest in the customer.", "personal interest in the customer", "个人利害关系", "個人利害關係";
    PersonalRisk, "personal-risk", "The risk that a purchase holds for the person who decides.", "personal risk of the decider", "决策人的个人风险", "決策人的個人風險";
    PersonalTrust, "personal-trust", "Trust between the people of both sides.", "trust between people", "个人间信任", "個人間信任";
    Position, "position", "Our position among the customer's suppliers.", "supplier position", "供应商地位", "供應商地位";
    Prepayment, "prepayment", "The part of a sale that is paid beforehand.", "paid beforehand", "预付款", "預付款";
    PromiseKeeping, "promise-keeping", "The part of the promises due that were kept.", "promises kept", "守信率", "守信率";
    PromiseLawfulness, "promise-lawfulness", "The lawfulness and openness of a promise.", "lawful promise", "承诺合法公开", "承諾合法公開";
    PromiseToPay, "promise-to-pay", "A promise to pay by a date.", "promise to pay", "付款承诺", "付款承諾";
    PropositionChances, "proposition-chances", "The chances that a value proposition gives: to choose, to buy, to bond.", "chances to choose, to buy and to bond", "选择、购买与建立情感的机会", "選擇、購買與建立情感的機會";
    PropositionCoverage, "proposition-coverage", "The part of the customer's requirements that a proposition covers.", "requirements covered", "需求覆盖率", "需求覆蓋率";
    PsychologicalNeed, "psychological-need", "A person's need for affection, security or respect, met or not.", "psychological need", "心理需求", "心理需求";
    PurchaseRisk, "purchase-risk", "The risk that a purchase holds for the customer.", "purchase risk", "采购风险", "採購風險";
    RateBelowZero, "rate-below-zero", "An effective rate of late interest below zero, which counts as zero.", "effective rate below zero", "负的实际利率", "負的實際利率";
    RebateDisclosure, "rebate-disclosure", "The contract in which a rebate stands, and its disclosure.", "contract and disclosure of the rebate", "返利的合同与公开", "返利的合同與公開";
    RebateRecipient, "rebate-recipient", "The recipient of a rebate: the organization and no person.", "rebate to the organization", "返利归属组织", "返利歸屬組織";
    ReceivablesPolicy, "receivables-policy", "The receivables policy of the customer, with all five items settled.", "complete receivables policy", "完备的应收账款管理办法", "完備的應收帳款管理辦法";
    Recognition, "recognition", "The customer's own recognition of a relationship.", "the customer's own recognition", "客户自身的认同", "客戶自身的認同";
    RecurringCost, "recurring-cost", "Recurring costs among the costs of switching.", "recurring costs among the one-off ones", "混入一次性成本的经常性成本", "混入一次性成本的經常性成本";
    Referrals, "referrals", "New customers that the customer brought us.", "referrals", "推荐的新客户", "推薦的新客戶";
    RelationQuality, "relation-quality", "The basis on which the relation rests in a stage.", "basis of the relation in the stage", "阶段的关系性质", "階段的關係性質";
    RelationshipBelief, "relationship-belief", "The agreement of both sides' views of the relationship.", "same view of the relationship", "双方对关系的看法", "雙方對關係的看法";
    RelationshipNature, "relationship-nature", "The nature of the relationship: attachment, lock-in, both or neither.", "nature of the relationship", "关系的性质", "關係的性質";
    RepairWindow, "repair-window", "The time in which a fall may be repaired.", "window for repair", "修补窗口", "修補窗口";
    RepeatPurchase, "repeat-purchase", "The customer's repeat purchases.", "repeat purchase", "重复购买", "重複購買";
    ReplacementLevel, "replacement-level", "The level of the risk that the customer sees in replacing us.", "level of the risk of replacing us", "更换风险水平", "更換風險水平";
    ReplacementRisk, "replacement-risk", "A risk of replacing us in the customer's eyes.", "perceived risk of replacing us", "更换供应商的感知风险", "更換供應商的感知風險";
    Respect, "respect", "A person's need for respect, met or not.", "respect", "受尊重感", "受尊重感";
    Responsibility, "responsibility", "Departments besides marketing that own relationship actions.", "departments responsible besides marketing", "营销以外的负责部门", "營銷以外的負責部門";
    Retention, "retention", "The part of its own order cycles in which the customer bought.", "retention", "客户保持度", "客戶保持度";
    Revenue, "revenue", "The amount that the customer paid us.", "revenue", "销售收入", "銷售收入";
    RiskAdjustedBenefit, "risk-adjusted-benefit", "The benefit of another supplier, less what its risk costs.", "benefit less the cost of risk", "扣除风险后的利益", "扣除風險後的利益";
    RivalShare, "rival-share", "The largest share of another supplier.", "share of the largest rival", "最大对手份额", "最大對手份額";
    SatisfactionDriver, "satisfaction-driver", "A factor on which satisfaction depends in a context.", "driver of satisfaction", "满意度驱动因素", "滿意度驅動因素";
    Security, "security", "A person's need for security, met or not.", "security", "安全感", "安全感";
    SelfDealing, "self-dealing", "A decision of somebody for themselves.", "deciding for oneself", "自我审批", "自我審批";
    SettlementMethod, "settlement-method", "The policy's statement on the method of settlement.", "settlement method", "结付方式", "結付方式";
    Share, "share", "Our share of the customer's purchases.", "share of wallet", "采购份额", "採購份額";
    ShareGrowth, "share-growth", "The growth of the share.", "growth of the share", "份额增长", "份額增長";
    ShareHistory, "share-history", "The share in earlier periods.", "earlier shares", "历史份额", "歷史份額";
    SoftwareObservation, "software-observation", "Behaviour that software observed.", "behaviour observed by software", "软件观测的行为", "軟件觀測的行為";
    SpecialCustomer, "special-customer", "The status of a special customer.", "special customer", "特殊客户", "特殊客戶";
    Stage, "stage", "The stage of the relationship.", "stage", "阶段", "階段";
    StageRisk, "stage-risk", "The likelihood of a fall or a break, compared with other stages.", "risk of a fall or a break", "倒退或中断的风险", "倒退或中斷的風險";
    StrategyGoal, "strategy-goal", "The goal that a strategy is to reach.", "goal of the strategy", "策略目标", "策略目標";
    StrategyStage, "strategy-stage", "The stage that a strategy is made for.", "stage of the strategy", "策略所属阶段", "策略所屬階段";
    Successor, "successor", "The person who takes over from a leaver.", "successor", "接任者", "接任者";
    SupplierBrand, "supplier-brand", "A strong brand of the supplier in the customer's eyes.", "strong brand of the supplier", "供应商品牌强", "供應商品牌強";
    SupplierRecognition, "supplier-recognition", "Our own recognition of a relationship.", "our own recognition", "我方的认同", "我方的認同";
    SwitchOutcome, "switch-outcome", "The outcome of the switch test.", "outcome of the switch test", "转换检验结果", "轉換檢驗結果";
    SwitchingCost, "switching-cost", "The one-off cost of moving to another supplier.", "switching cost", "转换成本", "轉換成本";
    SwitchingGain, "switching-gain", "The customer's gain from another supplier.", "gain elsewhere", "转换收益", "轉換收益";
    TieBooking, "tie-booking", "The owner in whose books a tie stands: the person or the company that holds it.", "tie booked for the one who holds it", "联系的记账归属", "聯繫的記帳歸屬";
    TieShare, "tie-share", "The part of all ties that one person carries.", "part of all ties", "联系占比", "聯繫佔比";
    Ties, "ties", "Ties from person to person.", "ties from person to person", "人员联系", "人員聯繫";
    ToleratedPremium, "tolerated-premium", "The premium per unit that the switching cost lets a customer bear.", "tolerated premium", "可容忍的溢价", "可容忍的溢價";
    TradeHistory, "trade-history", "Any earlier purchase of the customer from us.", "earlier trade", "交易历史", "交易歷史";
    Training, "training", "Training of employees to read needs.", "training to read needs", "识别需求的培训", "識別需求的培訓";
    Trajectory, "trajectory", "The trajectory of the relationship, by its shares.", "trajectory", "走势", "走勢";
    TriggerAction, "trigger-action", "The action upon a trigger of the policy.", "action upon the trigger", "对触发事项的处理", "對觸發事項的處理";
    TrustStatement, "trust-statement", "The customer's own word that it trusts us.", "the customer's word of trust", "客户自述的信赖", "客戶自述的信賴";
    Understanding, "understanding", "The understanding between both sides.", "understanding", "理解", "理解";
    Upholding, "upholding", "The customer's own word that it stands up for us.", "the customer's word of standing up for us", "客户自述的维护", "客戶自述的維護";
    ValueConditions, "value-conditions", "The customer and the condition of a judgement of value.", "judgement of value by customer and condition", "按客户与条件的价值判断", "按客戶與條件的價值判斷";
    ValueDriver, "value-driver", "A factor that is of value to the customer.", "driver of value", "价值驱动因素", "價值驅動因素";
    ValueGain, "value-gain", "The worth of an offer to the customer above the alternative.", "gain in value", "价值增量", "價值增量";
    WaivedAmount, "waived-amount", "The amount that is waived.", "waived amount", "减免金额", "減免金額";
    WaivedShare, "waived-share", "The waived part of what could be claimed.", "waived part of the claim", "减免比例", "減免比例";
    WaiverAuthority, "waiver-authority", "The authority to waive.", "authority to waive", "减免权限", "減免權限";
    WaiverCount, "waiver-count", "Waivers of the period.", "waivers of the period", "本期减免次数", "本期減免次數";
    WaiverDate, "waiver-date", "The day on which a waiver was given.", "date of the waiver", "减免日期", "減免日期";
    WaiverReason, "waiver-reason", "The reason of a waiver: its cause, its day and the document that shows it.", "reason of the waiver", "减免理由", "減免理由";
    WordExpiry, "word-expiry", "The day since which the customer's last word no longer counts.", "expiry of the last word", "最近一次自述的失效日", "最近一次自述的失效日";
}

impl Fact {
    /// Returns whether the fact is one of integrity, whatever the rule that asks for it: no policy changes
    /// what such a finding weighs.
    pub(crate) const fn is_integrity(self) -> bool {
        matches!(
            self,
            Self::AcceptanceAuthority
                | Self::CriteriaOpenness
                | Self::CriteriaTailoring
                | Self::IntegrityClearance
                | Self::PersonalInterest
                | Self::PromiseLawfulness
                | Self::SelfDealing
        )
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
