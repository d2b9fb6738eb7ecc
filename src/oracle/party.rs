use alloc::boxed::Box;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::oracle::entry::questions;
use crate::oracle::error::AskError;
use crate::party::action::{self, Action, Measure};
use crate::party::alignment::{self, BenefitRecord, Investment, SideFacts};
use crate::party::continuity::{self, Assignment, CoverageTarget, Departure, Ties};
use crate::party::feeling::{self, Observation};
use crate::party::parties::Parties;
use crate::party::people::{self, PeopleFacts};
use crate::party::trust::{self, PersonTrust};
use crate::party::{self, PartyError, PartyFacts, PartyGiven, PartyPicture};
use crate::verdict::{Assessment, Verdict};
use crate::vocab::known::Known;
use crate::vocab::words::{Side, TrustLevel};

questions! {
    PartyError;

    /// Tells whether a measure may be adopted.
    "party.judge_measure" => JudgeMeasure { measure: Measure }
        finds Verdict, |_| action::judge_measure(measure);

    /// Tells whether an action is justified.
    "party.judge_action" => JudgeAction { action: Action }
        finds Verdict, |_| action::judge_action(action);

    /// Tells what the people of one side feel.
    "party.feeling" => Feeling { side: Side, observations: Vec<Observation>, as_of: NaiveDate }
        finds Assessment<feeling::Feeling>,
        at "observations", |policy| feeling::feeling(policy.party().mood(), *side, observations, *as_of)?;

    /// Tells how far trust reaches in a relationship.
    "party.assess_trust" => AssessTrust {
        parties: Parties, people: Vec<PersonTrust>, #[serde(default)] organizational: Known<TrustLevel>
    }
        finds Assessment<trust::TrustPicture>, at "people", |_| trust::assess_trust(parties, people, *organizational)?;

    /// Tells whether the interests of one side's operators coincide with their organization's.
    "party.alignment" => Alignment { side: Side, facts: SideFacts }
        finds Assessment<alignment::Alignment>,
        |policy| alignment::alignment(policy.party().alignment(), *side, facts);

    /// Tells which side is expected to hold the advantage.
    "party.advantage" => Advantage { supplier: SideFacts, customer: SideFacts }
        finds Assessment<alignment::Advantage>,
        |policy| alignment::advantage(policy.party().alignment(), supplier, customer);

    /// Tells whether an investment in a relationship may be made.
    "party.judge_investment" => JudgeInvestment { own: SideFacts, investment: Investment }
        finds Verdict, at "investment", |policy| alignment::judge_investment(policy.party().alignment(), own, investment)?;

    /// Computes which part of the benefit of an investment reaches the organization that made it, and
    /// not its operator.
    "party.organization_capture" => OrganizationCapture { benefits: Vec<BenefitRecord> }
        tells Option<alignment::Capture>, at "benefits", |_| alignment::organization_capture(benefits)?;

    /// Tells how much of a relationship hangs on one person, on either side.
    "party.concentration" => Concentration { ties: Ties }
        finds Assessment<continuity::Concentration>,
        |policy| continuity::concentration(policy.party().continuity(), ties);

    /// Tells what a departure, or a soured main pair, does to a relationship.
    "party.departure" => Departure { ties: Ties, departure: Departure, as_of: NaiveDate }
        finds Assessment<continuity::DepartureEffect>,
        at "departure", |policy| continuity::departure(policy.party().continuity(), ties, departure, *as_of)?;

    /// Tells how far contacts have grown into a relation of two organizations, and what the target still lacks.
    "party.coverage" => Coverage { ties: Ties, target: CoverageTarget }
        finds Assessment<continuity::Coverage>, |_| continuity::coverage(ties, target);

    /// Tells whether a customer may be left in these hands.
    "party.judge_assignment" => JudgeAssignment { assignment: Assignment }
        finds Verdict, |policy| continuity::judge_assignment(policy.party().continuity(), assignment);

    /// Tells what our own people do for a relationship, and to it.
    "party.people" => People { facts: PeopleFacts }
        finds Assessment<people::PeopleReport>, at "facts", |policy| people::people(policy.party().people(), facts)?;

    /// Tells everything there is to say about the four parties on a day.
    "party.assess" => Assess { facts: Box<PartyFacts>, as_of: NaiveDate }
        finds PartyPicture, within "facts", |policy| party::assess(policy.party(), facts, &PartyGiven::new(*as_of))?;
}
