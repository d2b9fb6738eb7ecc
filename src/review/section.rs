use alloc::vec::Vec;

use crate::review::headline::Headline;
use crate::review::{Review, account, loyalty, means, satisfaction};
use crate::verdict::{Assessment, Finding, Remedy, Verdict};
use crate::vocab::{Side, Text};

/// One part of a review: what it is about, and the findings behind it (评审章节).
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Section<'a> {
    /// What it is about.
    pub topic: Topic,
    /// What the rules said.
    pub findings: &'a [Finding],
    /// What would have to change, for a verdict that is no permit.
    pub remedies: Vec<Remedy>,
    pub(super) headline: &'a dyn Headline,
}

/// What a part of a review is about (主题), in the order in which it is read.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Topic {
    /// Which stage the facts support.
    Stage,
    /// What stands against the move that the facts call for.
    NextMove,
    /// The move that somebody proposes.
    ProposedMove,
    /// The strategy in use.
    Strategy,
    /// Whether the relationship is genuine or locked in.
    Bond,
    /// Behavioural, conscious and emotional loyalty.
    LoyaltyKinds,
    /// Where the customer stands by attitude and repeat purchase.
    LoyaltyCell,
    /// Whether it is happy to stay or helpless.
    Staying,
    /// Who sees a relationship.
    Recognition,
    /// What holds the customer.
    LockIn,
    /// For the price or for the feeling.
    Patronage,
    /// What the relationship stands on.
    Foundations,
    /// How far it kept buying.
    Retention,
    /// By which means the customer is kept.
    Instruments,
    /// Through which channel it is met.
    Channel,
    /// What is claimed of its loyalty.
    Claim,
    /// What buying from us risks for it.
    PurchaseRisks,
    /// How satisfied the customer is.
    Satisfaction,
    /// What its satisfaction depends on.
    SatisfactionDrivers,
    /// Which levels of its needs are met.
    NeedLevels,
    /// What its people lack.
    PsychologicalNeeds,
    /// What it expects.
    Expectation,
    /// How experiences changed what it expects.
    Ratchet,
    /// What a feature is worth by now.
    Feature,
    /// Where the advantage of our offer lies.
    Offer,
    /// Which decisions lack its view.
    CustomerView,
    /// What is of value to it.
    ValueDrivers,
    /// Which option is worth most to it.
    ValueRanking,
    /// How well our offer fits its criteria.
    CriteriaFit,
    /// How well our proposition answers its requirements.
    Proposition,
    /// How far trust reaches.
    Trust,
    /// How the customer's people feel.
    Feeling,
    /// Whether the people and the organization of a side are at one.
    Alignment(Side),
    /// Who is expected to win a contest.
    Advantage,
    /// How much hangs on one person.
    Concentration,
    /// How wide the contacts are.
    Coverage,
    /// What a departure does.
    Departure,
    /// Who looks after the customer.
    Assignment,
    /// How our own people are doing.
    People,
    /// What the customer owes.
    Account,
    /// How the customer is used to pay.
    PaymentHabit,
    /// Where the customer stands on the ladder of reminders.
    Dunning,
    /// Whether the receivables policy settles what it has to.
    ReceivablesPolicy,
    /// A measure.
    Measure,
    /// An action.
    Action,
    /// An investment.
    Investment,
}

impl Topic {
    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Stage => Text::new("Stage", "阶段", "階段"),
            Self::NextMove => Text::new("Next move", "下一步变动", "下一步變動"),
            Self::ProposedMove => Text::new("Proposed move", "拟议变动", "擬議變動"),
            Self::Strategy => Text::new("Strategy", "策略", "策略"),
            Self::Bond => Text::new("Genuine or locked in", "真诚或被锁定", "真誠或被鎖定"),
            Self::LoyaltyKinds => Text::new("Kinds of loyalty", "忠诚种类", "忠誠種類"),
            Self::LoyaltyCell => Text::new(
                "Attitude and repeat purchase",
                "态度与重复购买",
                "態度與重複購買",
            ),
            Self::Staying => Text::new("Why the customer stays", "客户为何留下", "客戶為何留下"),
            Self::Recognition => Text::new("Recognition", "相互认同", "相互認同"),
            Self::LockIn => Text::new(
                "What holds the customer",
                "锁定客户的手段",
                "鎖定客戶的手段",
            ),
            Self::Patronage => Text::new("Why the customer comes", "光顾缘由", "光顧緣由"),
            Self::Foundations => Text::new("Foundations", "关系基础", "關係基礎"),
            Self::Retention => Text::new("Retention", "客户保持", "客戶保持"),
            Self::Instruments => Text::new("Means of keeping the customer", "留客手段", "留客手段"),
            Self::Channel => Text::new("Channel", "接触渠道", "接觸渠道"),
            Self::Claim => Text::new("Claim of loyalty", "忠诚论断", "忠誠論斷"),
            Self::PurchaseRisks => Text::new("What a purchase risks", "采购风险", "採購風險"),
            Self::Satisfaction => Text::new("Satisfaction", "客户满意度", "客戶滿意度"),
            Self::SatisfactionDrivers => Text::new(
                "What satisfaction depends on",
                "满意度驱动因素",
                "滿意度驅動因素",
            ),
            Self::NeedLevels => Text::new("Levels of needs", "需求层次", "需求層次"),
            Self::PsychologicalNeeds => Text::new("Psychological needs", "心理需求", "心理需求"),
            Self::Expectation => Text::new("Expectation", "客户期望", "客戶期望"),
            Self::Ratchet => Text::new("How expectation rose", "期望的抬升", "期望的抬升"),
            Self::Feature => Text::new("Feature", "特性", "特性"),
            Self::Offer => Text::new("Offer", "产品与服务", "產品與服務"),
            Self::CustomerView => Text::new(
                "Customer's view in decisions",
                "决定中的客户视角",
                "決定中的客戶視角",
            ),
            Self::ValueDrivers => Text::new("What is of value", "价值驱动因素", "價值驅動因素"),
            Self::ValueRanking => Text::new("Options by value", "各方案的价值", "各方案的價值"),
            Self::CriteriaFit => {
                Text::new("Fit to its criteria", "与标准的契合度", "與標準的契合度")
            }
            Self::Proposition => Text::new("Value proposition", "价值主张", "價值主張"),
            Self::Trust => Text::new("Trust", "信任", "信任"),
            Self::Feeling => Text::new(
                "Feeling of the customer's people",
                "客户人员的情感",
                "客戶人員的情感",
            ),
            Self::Alignment(Side::Supplier) => {
                Text::new("Interests on our side", "我方内部利益", "我方內部利益")
            }
            Self::Alignment(Side::Customer) => Text::new(
                "Interests on the customer's side",
                "客户内部利益",
                "客戶內部利益",
            ),
            Self::Advantage => Text::new("Advantage", "优势", "優勢"),
            Self::Concentration => {
                Text::new("What hangs on one person", "对个人的依赖", "對個人的依賴")
            }
            Self::Coverage => Text::new("Contacts", "接触面", "接觸面"),
            Self::Departure => Text::new("Departure", "人员变动", "人員變動"),
            Self::Assignment => Text::new("Who looks after the customer", "专人负责", "專人負責"),
            Self::People => Text::new("Our own people", "我方员工", "我方員工"),
            Self::Account => Text::new("Account", "账户", "賬戶"),
            Self::PaymentHabit => Text::new("Payment habit", "付款习惯", "付款習慣"),
            Self::Dunning => Text::new("Dunning", "催收", "催收"),
            Self::ReceivablesPolicy => {
                Text::new("Receivables policy", "应收账款管理办法", "應收賬款管理辦法")
            }
            Self::Measure => Text::new("Measure", "措施", "措施"),
            Self::Action => Text::new("Action", "行动", "行動"),
            Self::Investment => Text::new("Investment", "投入", "投入"),
        }
    }
}

impl<'a> Section<'a> {
    /// A part that has findings and no verdict.
    pub(super) const fn plain(
        topic: Topic,
        findings: &'a [Finding],
        headline: &'a dyn Headline,
    ) -> Self {
        Self {
            topic,
            findings,
            remedies: Vec::new(),
            headline,
        }
    }
}

impl Review {
    /// Lists the parts that have something to say, in the order in which they are read.
    #[must_use]
    pub fn sections(&self) -> Vec<Section<'_>> {
        let mut list = self.sections_about_the_stage();
        let (loyalty, retention) = (self.loyalty.as_ref(), self.retention.as_ref());
        list.extend(loyalty::sections(loyalty, retention));
        list.extend(means::sections(self));
        list.extend(self.satisfaction.iter().flat_map(satisfaction::sections));
        list.extend(self.sections_about_people());
        list.extend(self.statement.iter().flat_map(account::sections));
        let verdicts = [
            (Topic::Measure, &self.measures),
            (Topic::Action, &self.actions),
            (Topic::Investment, &self.investments),
        ];
        for (topic, verdicts) in verdicts {
            list.extend(verdicts.iter().map(|verdict| judged(topic, verdict)));
        }
        list
    }

    fn sections_about_the_stage(&self) -> Vec<Section<'_>> {
        let mut list = Vec::new();
        list.push(assessed(Topic::Stage, &self.placement));
        if let Some(placement) = self.placement.value() {
            list.push(judged(Topic::NextMove, &placement.verdict));
        }
        let verdicts = [
            (Topic::ProposedMove, &self.proposed),
            (Topic::Strategy, &self.strategy),
        ];
        for (topic, verdict) in verdicts {
            list.extend(verdict.iter().map(|verdict| judged(topic, verdict)));
        }
        list
    }

    fn sections_about_people(&self) -> Vec<Section<'_>> {
        let mut list = Vec::new();
        list.push(assessed(Topic::Trust, &self.trust));
        list.extend(maybe(Topic::Feeling, &self.feeling));
        let supplier = Topic::Alignment(Side::Supplier);
        list.extend(maybe(supplier, &self.supplier_alignment));
        let customer = Topic::Alignment(Side::Customer);
        list.extend(maybe(customer, &self.customer_alignment));
        list.extend(maybe(Topic::Advantage, &self.advantage));
        list.push(assessed(Topic::Concentration, &self.concentration));
        list.push(assessed(Topic::Coverage, &self.coverage));
        let departures = self.departures.iter();
        list.extend(departures.map(|effect| assessed(Topic::Departure, effect)));
        let assignment = self.assignment.iter();
        list.extend(assignment.map(|verdict| judged(Topic::Assignment, verdict)));
        list.extend(maybe(Topic::People, &self.people));
        list
    }

    /// Returns every finding of every part.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.sections()
            .into_iter()
            .flat_map(|section| section.findings)
    }
}

fn maybe<T: Headline>(topic: Topic, assessment: &Option<Assessment<T>>) -> Option<Section<'_>> {
    assessment.as_ref().map(|found| assessed(topic, found))
}

pub(super) fn assessed<T: Headline>(topic: Topic, assessment: &Assessment<T>) -> Section<'_> {
    Section::plain(topic, assessment.findings(), assessment)
}

pub(super) fn judged(topic: Topic, verdict: &Verdict) -> Section<'_> {
    let remedies = verdict.remedies().collect();
    Section {
        topic,
        findings: verdict.findings(),
        remedies,
        headline: verdict,
    }
}
