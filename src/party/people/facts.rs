use alloc::boxed::Box;
use alloc::vec::Vec;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use thiserror::Error;

use crate::form::{Several, every, record, several};
use crate::party::people::training::{Coaching, TrainedStaff};
use crate::verdict::Subject;
use crate::vocab::known::Known;
use crate::vocab::set::Set;
use crate::vocab::words::{Department, Level, Rating, Side, words};

record! {
    /// The facts about our own people and this customer, on one date (员工与全员责任事实).
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::party::people::PeopleFacts;
    /// use keqing::vocab::known::Known;
    /// use keqing::vocab::words::Department;
    ///
    /// let facts = PeopleFacts::new(NaiveDate::from_ymd_opt(2024, 12, 31).ok_or("no such date")?)
    ///     .with_responsible(Known::measured(Department::Sales | Department::Service));
    /// assert!(!facts.recognitions.is_known());
    /// # Ok::<(), &str>(())
    /// ```
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct PeopleFacts {
        /// The date of the facts.
        pub as_of: NaiveDate,
        /// The teams that face the customer, one a department.
        /// An empty list means that they are unknown.
        #[serde(default)]
        pub teams: Vec<TeamFacts> => with_teams,
        /// The customer's perception less its expectation as somebody states it, in the unit of the survey.
        /// One that was measured goes before it.
        #[serde(default, with = "crate::vocab::known::decimal")]
        pub customer_satisfaction: Known<Decimal> => with_customer_satisfaction,
        /// The recognitions of the customer by our people; known to be never is an empty list.
        /// Those after the date of the facts are left out and counted.
        pub recognitions: Known<Vec<LeaderRecognition>> => with_recognitions,
        /// The departments that own actions for this customer; known to be none is an empty list.
        pub responsible: Known<Set<Department>> => with_responsible,
    }
}

impl PeopleFacts {
    /// Makes facts of which only the date is known.
    #[must_use]
    pub const fn new(as_of: NaiveDate) -> Self {
        Self {
            as_of,
            teams: Vec::new(),
            customer_satisfaction: Known::Unknown,
            recognitions: Known::Unknown,
            responsible: Known::Unknown,
        }
    }

    /// Checks that each department has one team.
    pub(crate) fn check(&self) -> Result<(), PeopleError> {
        let mut seen = Set::empty();
        let departments = self.teams.iter().map(|team| team.department);
        let again = departments.filter(|department| !seen.insert(*department));
        every(again.map(|department| Err(PeopleError::TeamTwice { department })))
    }
}

record! {
    /// The facts about one team that faces the customer (团队事实).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct TeamFacts {
        /// The department of the team.
        pub department: Department,
        /// The mark the team gives to the service it gets within the company, 1 to 5.
        pub internal_service: Known<Rating> => with_internal_service,
        /// The team's perception less its expectation, in the unit of the caller's survey.
        #[serde(default, with = "crate::vocab::known::decimal")]
        pub satisfaction: Known<Decimal> => with_satisfaction,
        /// The number of people of the team who are trained to read needs.
        pub training: Known<TrainedStaff> => with_training,
        /// The number of its newcomers who have a mentor.
        pub coaching: Known<Coaching> => with_coaching,
    }
}

impl TeamFacts {
    /// Makes the facts of a team of which nothing is known.
    #[must_use]
    pub const fn new(department: Department) -> Self {
        Self {
            department,
            internal_service: Known::Unknown,
            satisfaction: Known::Unknown,
            training: Known::Unknown,
            coaching: Known::Unknown,
        }
    }

    /// Returns the team as the subject of a finding: a department of ours.
    pub(crate) const fn subject(&self) -> Subject {
        Subject::Department {
            side: Side::Supplier,
            department: self.department,
        }
    }
}

record! {
    /// One occasion on which the customer was shown its importance (展示重视).
    #[derive(Copy, Hash)]
    pub closed struct LeaderRecognition {
        /// The day.
        pub on: NaiveDate,
        /// The level of the person who did it; only the top counts.
        pub by: Level,
    }
}

record! {
    /// The state of our own people, as it affects the relationship (员工与全员责任评定).
    #[non_exhaustive]
    #[derive(Copy, Default, Hash)]
    pub struct PeopleReport {
        /// The links of the service chain that are known to be weak, in any team (PPL-02).
        pub weak_links: Set<ChainLink>,
        /// The links of which something is unknown.
        pub unknown_links: Set<ChainLink>,
        /// The teams that the company serves badly.
        pub badly_served: Set<Department>,
        /// The teams that are dissatisfied, and so a risk to the relationship (PPL-01).
        pub dissatisfied: Set<Department>,
        /// The teams that are not trained enough (PPL-04).
        pub untrained: Set<Department>,
        /// The teams whose newcomers lack a mentor (PPL-04).
        pub uncoached: Set<Department>,
        /// The customer's satisfaction as it was measured, perception less expectation (PPL-01).
        #[serde(default, with = "crate::vocab::known::decimal")]
        pub measured_satisfaction: Known<Decimal>,
        /// The customer's satisfaction as somebody stated it.
        #[serde(default, with = "crate::vocab::known::decimal")]
        pub stated_satisfaction: Known<Decimal>,
        /// The recognitions of the customer by top leaders within the window (PPL-03).
        pub recognitions: Option<u32>,
        /// The number of recognitions after the date of the facts, which are left out.
        pub ahead: u32,
        /// The departments that share the work, in classes (PPL-05).
        pub responsibility: Option<Responsibility>,
    }
}

impl PeopleReport {
    /// Returns the first link of the chain that is known to be weak, where a repair begins.
    #[must_use]
    pub fn breaks_at(&self) -> Option<ChainLink> {
        self.weak_links.iter().next()
    }
}

words! {
    /// A link of the service chain (服务链), cause before effect (PPL-02).
    pub closed enum ChainLink in Set {
        /// The service that teams get within the company.
        InternalService = "internal-service", "internal service", "内部服务质量", "內部服務質量";
        /// The satisfaction of the teams.
        EmployeeSatisfaction = "employee-satisfaction", "employee satisfaction", "员工满意度", "員工滿意度";
        /// The satisfaction of the customer with the teams.
        CustomerSatisfaction = "customer-satisfaction", "customer satisfaction", "客户满意度", "客戶滿意度";
    }
}

words! {
    /// The range of departments responsible for the relationship (责任范围), narrowest first (PPL-05).
    pub open enum Responsibility {
        /// No department is responsible.
        Nobody = "nobody", "nobody's job", "无人负责", "無人負責";
        /// Only marketing is responsible.
        MarketingOnly = "marketing-only", "marketing's job only", "仅由营销负责", "僅由營銷負責";
        /// Other departments have a part in it, but fewer than the policy asks for.
        FewDepartments = "few-departments", "few departments' job", "参与部门不足", "參與部門不足";
        /// The whole company is responsible.
        WholeCompany = "whole-company", "everyone's job", "全员负责", "全員負責";
    }
}

/// Returned when the facts about our people contradict each other.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum PeopleError {
    /// Several teams are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// A department is given twice.
    #[error("the team `{}` is there twice, expected one entry a department", .department.text().in_locale(crate::vocab::words::Locale::En))]
    TeamTwice {
        /// The department.
        department: Department,
    },
}

several!(pub PeopleError);
