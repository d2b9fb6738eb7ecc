use alloc::boxed::Box;
use alloc::vec::Vec;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::oracle::entry::questions;
use crate::oracle::error::AskError;
use crate::party::action::{self, Action, Measure};
use crate::party::alignment::{self, Investment, SideFacts};
use crate::party::continuity::{self, Assignment, CoverageTarget, Departure, Ties};
use crate::party::feeling::{self, Observation};
use crate::party::integrity::{self, IntegrityOffice};
use crate::party::parties::{Parties, Register};
use crate::party::people::{self, PeopleFacts};
use crate::party::trust::{self, PersonTrust};
use crate::party::{self, PartyError, PartyFacts, PartyGiven, PartyPicture};
use crate::verdict::{Assessment, Verdict};
use crate::vocab::benefit::{BenefitRecord, Gain};
use crate::vocab::known::{Known, Stated};
use crate::vocab::words::{Side, TrustLevel};

questions! {
    PartyError;

    /// Judges whether a measure may be adopted.
    "party.judge_measure" => JudgeMeasure {
        measure: Measure,
        /// The people of both sides; needed for the name in a countermeasure.
        #[serde(default)] register: Register,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        finds Verdict, at "measure", |_| action::judge_measure(register, measure, *as_of)?;

    /// Judges whether an action is justified.
    "party.judge_action" => JudgeAction {
        action: Action,
        /// The people of both sides; needed for the name in a clearance.
        #[serde(default)] register: Register,
        /// The interests of our side: a clearance by somebody with an open conflict is void.
        own: Option<SideFacts>,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        finds Verdict, at "action",
        |_| action::judge_action(&office(register, own.as_ref(), *as_of), action).map_err(PartyError::Action)?;

    /// Assesses the feeling of the people of one side.
    "party.feeling" => Feeling {
        side: Side,
        register: Register,
        /// The ties that say who the main contacts are.
        #[serde(default)] ties: Ties,
        observations: Vec<Observation>,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        finds Assessment<feeling::Feeling>,
        at "observations", |policy| feeling::feeling(policy.party().mood(), register, ties, *side, observations, *as_of)?;

    /// Assesses the trust in a relationship.
    "party.assess_trust" => AssessTrust {
        parties: Parties,
        people: Vec<PersonTrust>,
        /// The trust between the two organizations.
        #[serde(default)] organizational: Stated<TrustLevel>,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        finds Assessment<trust::TrustPicture>, at "people",
        |policy| trust::assess_trust(policy.party().trust(), parties, people, organizational, *as_of)?;

    /// Assesses whether the interests of one side's operators coincide with their organization's.
    "party.alignment" => Alignment { side: Side, facts: SideFacts }
        finds Assessment<alignment::Alignment>,
        |policy| alignment::alignment(policy.party().alignment(), *side, facts);

    /// Assesses which side is expected to hold the advantage.
    "party.advantage" => Advantage { supplier: SideFacts, customer: SideFacts }
        finds Assessment<alignment::Advantage>,
        |policy| alignment::advantage(policy.party().alignment(), supplier, customer);

    /// Judges whether an investment in a relationship may be made.
    "party.judge_investment" => JudgeInvestment {
        own: SideFacts,
        investment: Investment,
        /// The people of both sides; needed for the name in a clearance.
        #[serde(default)] register: Register,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        finds Verdict, at "investment",
        |policy| alignment::judge_investment(policy.party().alignment(), &office(register, Some(own), *as_of), own, investment)?;

    /// Judges whether a gain may be given that a part of an offer or an instrument brings.
    "party.judge_gain" => JudgeGain {
        gain: Gain,
        /// The people of both sides; needed for the name in a clearance.
        #[serde(default)] register: Register,
        /// The interests of our side: a clearance by somebody with an open conflict is void.
        own: Option<SideFacts>,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        finds Verdict, at "gain",
        |_| integrity::judge_gain(&office(register, own.as_ref(), *as_of), gain)?;

    /// Assesses the part of the benefit of an investment that reaches the organization that made
    /// it, and not its operator.
    "party.organization_capture" => OrganizationCapture { benefits: Vec<BenefitRecord> }
        tells Option<alignment::Capture>, at "benefits", |_| alignment::organization_capture(benefits)?;

    /// Assesses the concentration of a relationship on one person, on either side.
    "party.concentration" => Concentration {
        register: Register,
        ties: Ties,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        finds Assessment<continuity::Concentration>,
        at "ties", |policy| continuity::concentration(policy.party().continuity(), register, ties, *as_of)?;

    /// Assesses the effect of a departure, or a soured main pair, on a relationship.
    "party.departure" => Departure {
        register: Register,
        ties: Ties,
        departure: Departure,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        finds Assessment<continuity::DepartureEffect>,
        at "departure", |policy| continuity::departure(policy.party().continuity(), register, ties, departure, *as_of)?;

    /// Assesses the coverage of two organizations by contacts, and the lacks against the target.
    "party.coverage" => Coverage {
        register: Register,
        ties: Ties,
        target: CoverageTarget,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        finds Assessment<continuity::Coverage>,
        at "ties", |_| continuity::coverage(register, ties, target, *as_of)?;

    /// Judges whether a customer may be left in these hands.
    "party.judge_assignment" => JudgeAssignment {
        register: Register,
        assignment: Assignment,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        finds Verdict,
        at "assignment", |policy| continuity::judge_assignment(policy.party().continuity(), register, assignment, *as_of)?;

    /// Assesses the actions of our own people for a relationship, and against it.
    "party.people" => People {
        facts: PeopleFacts,
        /// The customer's perception less its expectation, as it was measured.
        #[serde(default, with = "crate::vocab::known::decimal")] measured_satisfaction: Known<Decimal>,
    }
        finds Assessment<people::PeopleReport>, at "facts",
        |policy| people::people(policy.party().people(), facts, *measured_satisfaction)?;

    /// Assesses the four parties on a day, part by part.
    "party.assess" => Assess {
        facts: Box<PartyFacts>,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        finds PartyPicture, within "facts", |policy| party::assess(policy.party(), facts, &PartyGiven::new(*as_of))?;
}

/// Returns the office of integrity of a day.
fn office<'a>(
    register: &'a Register,
    own: Option<&'a SideFacts>,
    as_of: NaiveDate,
) -> IntegrityOffice<'a> {
    let office = IntegrityOffice::new(register, as_of);
    match own {
        Some(own) => office.with_own(own),
        None => office,
    }
}
