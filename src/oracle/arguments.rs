use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::dossier::Dossier;
use crate::history::Record;
use crate::lifecycle::StageFacts;
use crate::lifecycle::moves::{Event, Move};
use crate::lifecycle::placement::PeriodShare;
use crate::lifecycle::profile::Strategy;
use crate::lifecycle::standing::Standing;
use crate::party::action::{Action, Measure};
use crate::party::alignment::{BenefitRecord, Investment, SideFacts};
use crate::party::continuity::{Assignment, CoverageTarget, Departure, Ties};
use crate::party::feeling::Observation;
use crate::party::parties::Parties;
use crate::party::people::PeopleFacts;
use crate::party::trust::PersonTrust;
use crate::verdict::RuleId;
use crate::vocab::known::Known;
use crate::vocab::words::{Side, Stage, TrustLevel};

/// Declares the arguments of one question: the parameters of its function, in kebab case.
macro_rules! arguments {
    ($($(#[$doc:meta])* $name:ident { $($(#[$attribute:meta])* $field:ident: $type:ty,)* })*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
            #[expect(clippy::exhaustive_structs, reason = "the parameters of one public function")]
            #[serde(deny_unknown_fields, rename_all = "kebab-case")]
            pub struct $name {
                $(
                    #[doc = concat!("The argument `", stringify!($field), "`.")]
                    $(#[$attribute])*
                    pub $field: $type,
                )*
            }
        )*
    };
}

pub(crate) use arguments;

arguments! {
    /// Arguments of [`party::judge_measure`](crate::party::action::judge_measure).
    MeasureArguments {
        measure: Measure,
    }

    /// Arguments of [`party::judge_action`](crate::party::action::judge_action).
    ActionArguments {
        action: Action,
    }

    /// Arguments of [`party::feeling`](crate::party::feeling::feeling).
    FeelingArguments {
        side: Side,
        observations: Vec<Observation>,
        as_of: NaiveDate,
    }

    /// Arguments of [`party::assess_trust`](crate::party::trust::assess_trust).
    TrustArguments {
        parties: Parties,
        people: Vec<PersonTrust>,
        #[serde(default)]
        organizational: Known<TrustLevel>,
    }

    /// Arguments of [`party::alignment`](crate::party::alignment::alignment).
    AlignmentArguments {
        side: Side,
        facts: SideFacts,
    }

    /// Arguments of [`party::advantage`](crate::party::alignment::advantage).
    AdvantageArguments {
        supplier: SideFacts,
        customer: SideFacts,
    }

    /// Arguments of [`party::judge_investment`](crate::party::alignment::judge_investment).
    InvestmentArguments {
        own: SideFacts,
        investment: Investment,
    }

    /// Arguments of [`party::organization_capture`](crate::party::alignment::organization_capture).
    CaptureArguments {
        benefits: Vec<BenefitRecord>,
    }

    /// Arguments of [`party::concentration`](crate::party::continuity::concentration).
    TiesArguments {
        ties: Ties,
    }

    /// Arguments of [`party::departure`](crate::party::continuity::departure).
    DepartureArguments {
        ties: Ties,
        departure: Departure,
        as_of: NaiveDate,
    }

    /// Arguments of [`party::coverage`](crate::party::continuity::coverage).
    CoverageArguments {
        ties: Ties,
        target: CoverageTarget,
    }

    /// Arguments of [`party::judge_assignment`](crate::party::continuity::judge_assignment).
    AssignmentArguments {
        assignment: Assignment,
    }

    /// Arguments of [`party::people`](crate::party::people::people).
    PeopleArguments {
        facts: PeopleFacts,
    }

    /// Arguments of [`lifecycle::judge`](crate::lifecycle::judge), [`tally`](crate::lifecycle::tally) and
    /// [`decide`](crate::lifecycle::moves::decide).
    MoveArguments {
        standing: Standing,
        facts: StageFacts,
        proposed: Move,
    }

    /// Arguments of [`lifecycle::place`](crate::lifecycle::placement::place).
    PlaceArguments {
        standing: Standing,
        facts: StageFacts,
        #[serde(default)]
        history: Vec<PeriodShare>,
    }

    /// Arguments of [`lifecycle::judge_strategy`](crate::lifecycle::profile::judge_strategy).
    StrategyArguments {
        standing: Standing,
        strategy: Strategy,
    }

    /// Arguments of [`lifecycle::evolve`](crate::lifecycle::moves::evolve).
    EvolveArguments {
        standing: Standing,
        event: Event,
    }

    /// Arguments of [`lifecycle::profile`](crate::lifecycle::profile::profile).
    ProfileArguments {
        stage: Stage,
    }

    /// Arguments of
    /// [`ShareOfWallet::estimate_from_rank`](crate::lifecycle::wallet::ShareOfWallet::estimate_from_rank).
    RankArguments {
        suppliers: u32,
        better: u32,
        tied: u32,
    }

    /// Arguments of [`review::review`](crate::review::review).
    ReviewArguments {
        dossier: Dossier,
    }

    /// Arguments of [`history::replay`](crate::history::replay).
    ReplayArguments {
        opening: Standing,
        events: Vec<Event>,
    }

    /// Arguments of [`history::audit`](crate::history::audit).
    AuditArguments {
        opening: Standing,
        records: Vec<Record>,
    }

    /// Arguments of [`rulebook::card`](crate::rulebook::card).
    CardArguments {
        rule: RuleId,
    }
}
