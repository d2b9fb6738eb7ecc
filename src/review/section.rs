use alloc::vec::Vec;

use crate::review::Review;
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
    pub(super) place: usize,
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
            Self::Measure => Text::new("Measure", "措施", "措施"),
            Self::Action => Text::new("Action", "行动", "行動"),
            Self::Investment => Text::new("Investment", "投入", "投入"),
        }
    }
}

impl Review {
    /// Lists the parts that have something to say, in the order in which they are read.
    #[must_use]
    pub fn sections(&self) -> Vec<Section<'_>> {
        let mut list = Vec::new();
        list.push(assessed(Topic::Stage, &self.placement));
        if let Some(placement) = self.placement.value() {
            list.push(judged(Topic::NextMove, 0, &placement.verdict));
        }
        list.extend(
            self.proposed
                .iter()
                .map(|verdict| judged(Topic::ProposedMove, 0, verdict)),
        );
        list.extend(
            self.strategy
                .iter()
                .map(|verdict| judged(Topic::Strategy, 0, verdict)),
        );
        list.push(assessed(Topic::Trust, &self.trust));
        list.extend(
            self.feeling
                .iter()
                .map(|feeling| assessed(Topic::Feeling, feeling)),
        );
        let alignments = [
            (Side::Supplier, &self.supplier_alignment),
            (Side::Customer, &self.customer_alignment),
        ];
        for (side, alignment) in alignments {
            list.extend(
                alignment
                    .iter()
                    .map(|found| assessed(Topic::Alignment(side), found)),
            );
        }
        list.extend(
            self.advantage
                .iter()
                .map(|found| assessed(Topic::Advantage, found)),
        );
        list.push(assessed(Topic::Concentration, &self.concentration));
        list.push(assessed(Topic::Coverage, &self.coverage));
        for (place, effect) in self.departures.iter().enumerate() {
            list.push(Section {
                place,
                ..assessed(Topic::Departure, effect)
            });
        }
        list.extend(
            self.assignment
                .iter()
                .map(|verdict| judged(Topic::Assignment, 0, verdict)),
        );
        list.extend(
            self.people
                .iter()
                .map(|report| assessed(Topic::People, report)),
        );
        let verdicts = [
            (Topic::Measure, &self.measures),
            (Topic::Action, &self.actions),
            (Topic::Investment, &self.investments),
        ];
        for (topic, verdicts) in verdicts {
            let sections = verdicts.iter().enumerate();
            list.extend(sections.map(|(place, verdict)| judged(topic, place, verdict)));
        }
        list
    }

    /// Returns every finding of every part.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.sections()
            .into_iter()
            .flat_map(|section| section.findings)
    }
}

fn assessed<T>(topic: Topic, assessment: &Assessment<T>) -> Section<'_> {
    let findings = assessment.findings();
    let remedies = Vec::new();
    Section {
        topic,
        findings,
        remedies,
        place: 0,
    }
}

fn judged(topic: Topic, place: usize, verdict: &Verdict) -> Section<'_> {
    Section {
        topic,
        findings: verdict.findings(),
        remedies: verdict.remedies().collect(),
        place,
    }
}
