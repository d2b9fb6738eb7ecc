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

    /// Judges whether a measure may be adopted.
    "party.judge_measure" => JudgeMeasure { measure: Measure }
        finds Verdict, |_| action::judge_measure(measure);

    /// Judges whether an action is justified.
    "party.judge_action" => JudgeAction { action: Action }
        finds Verdict, |_| action::judge_action(action);

    /// Assesses the feeling of the people of one side.
    "party.feeling" => Feeling {
        side: Side,
        observations: Vec<Observation>,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        finds Assessment<feeling::Feeling>,
        at "observations", |policy| feeling::feeling(policy.party().mood(), *side, observations, *as_of)?;

    /// Assesses the trust in a relationship.
    "party.assess_trust" => AssessTrust {
        parties: Parties,
        people: Vec<PersonTrust>,
        /// The trust between the two organizations.
        #[serde(default)] organizational: Known<TrustLevel>,
    }
        finds Assessment<trust::TrustPicture>, at "people", |_| trust::assess_trust(parties, people, *organizational)?;

    /// Assesses whether the interests of one side's operators coincide with their organization's.
    "party.alignment" => Alignment { side: Side, facts: SideFacts }
        finds Assessment<alignment::Alignment>,
        |policy| alignment::alignment(policy.party().alignment(), *side, facts);

    /// Assesses which side is expected to hold the advantage.
    "party.advantage" => Advantage { supplier: SideFacts, customer: SideFacts }
        finds Assessment<alignment::Advantage>,
        |policy| alignment::advantage(policy.party().alignment(), supplier, customer);

    /// Judges whether an investment in a relationship may be made.
    "party.judge_investment" => JudgeInvestment { own: SideFacts, investment: Investment }
        finds Verdict, at "investment", |policy| alignment::judge_investment(policy.party().alignment(), own, investment)?;

    /// Assesses the part of the benefit of an investment that reaches the organization that made
    /// it, and not its operator.
    "party.organization_capture" => OrganizationCapture { benefits: Vec<BenefitRecord> }
        tells Option<alignment::Capture>, at "benefits", |_| alignment::organization_capture(benefits)?;

    /// Assesses the concentration of a relationship on one person, on either side.
    "party.concentration" => Concentration { ties: Ties }
        finds Assessment<continuity::Concentration>,
        |policy| continuity::concentration(policy.party().continuity(), ties);

    /// Assesses the effect of a departure, or a soured main pair, on a relationship.
    "party.departure" => Departure {
        ties: Ties,
        departure: Departure,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        finds Assessment<continuity::DepartureEffect>,
        at "departure", |policy| continuity::departure(policy.party().continuity(), ties, departure, *as_of)?;

    /// Assesses the coverage of two organizations by contacts, and the lacks against the target.
    "party.coverage" => Coverage { ties: Ties, target: CoverageTarget }
        finds Assessment<continuity::Coverage>, |_| continuity::coverage(ties, target);

    /// Judges whether a customer may be left in these hands.
    "party.judge_assignment" => JudgeAssignment { assignment: Assignment }
        finds Verdict, |policy| continuity::judge_assignment(policy.party().continuity(), assignment);

    /// Assesses the actions of our own people for a relationship, and against it.
    "party.people" => People { facts: PeopleFacts }
        finds Assessment<people::PeopleReport>, at "facts", |policy| people::people(policy.party().people(), facts)?;

    /// Assesses the four parties on a day, part by part.
    "party.assess" => Assess {
        facts: Box<PartyFacts>,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        finds PartyPicture, within "facts", |policy| party::assess(policy.party(), facts, &PartyGiven::new(*as_of))?;
}
