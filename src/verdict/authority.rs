use crate::vocab::words::{Text, words};

words! {
    /// A level of authority (权限级别), least first, to which a policy escalates a question.
    ///
    /// A house has some of these levels. Its [`Policy`](crate::policy::Policy) lists them. The standard one
    /// lists the operator, the manager and the executive. A person of a level between two listed ones may
    /// decide what the lower of them may.
    pub closed enum Authority in Set {
        /// The person who handles the relationship.
        Operator = "operator", "the operator", "操作者", "操作者";
        /// The leader of the operators of one team.
        TeamLead = "team-lead", "a team lead", "主管", "主管";
        /// The superior of the operators.
        Manager = "manager", "a manager", "经理", "經理";
        /// The superior of several managers.
        SeniorManager = "senior-manager", "a senior manager", "高级经理", "高級經理";
        /// The head of a department.
        Director = "director", "a director", "总监", "總監";
        /// The head of several departments.
        VicePresident = "vice-president", "a vice president", "副总裁", "副總裁";
        /// The head of the organization.
        Executive = "executive", "an executive", "高层", "高層";
        /// Several executives who decide together, such as a credit committee.
        Committee = "committee", "a committee", "委员会", "委員會";
        /// The board of the organization.
        Board = "board", "the board", "董事会", "董事會";
    }
}

/// Chooses what stands beside the name of an authority.
macro_rules! by_authority {
    ($given:expr, $($authority:ident $name:literal $en:literal $hans:literal $hant:literal;)*) => {
        match $given {
            $(Authority::$authority => (
                concat!("escalate to ", $name),
                Text::new(
                    concat!("for ", $en, " to decide"),
                    concat!("由", $hans, "决定"),
                    concat!("由", $hant, "決定"),
                ),
            ),)*
        }
    };
}

/// Returns the name and the text of "this authority has to decide".
pub(super) const fn escalation(authority: Authority) -> (&'static str, Text) {
    by_authority! { authority,
        Operator "operator" "the operator" "操作者" "操作者";
        TeamLead "team-lead" "a team lead" "主管" "主管";
        Manager "manager" "a manager" "经理" "經理";
        SeniorManager "senior-manager" "a senior manager" "高级经理" "高級經理";
        Director "director" "a director" "总监" "總監";
        VicePresident "vice-president" "a vice president" "副总裁" "副總裁";
        Executive "executive" "an executive" "高层" "高層";
        Committee "committee" "a committee" "委员会" "委員會";
        Board "board" "the board" "董事会" "董事會";
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::{Authority, escalation};
    use crate::vocab::words::Locale;

    #[test]
    fn an_escalation_names_its_authority() {
        for authority in Authority::ALL {
            let (name, text) = escalation(authority);
            assert_eq!(name, format!("escalate to {authority}"));
            let said = |locale| authority.text().in_locale(locale);
            let expected = [
                (Locale::En, format!("for {} to decide", said(Locale::En))),
                (Locale::ZhHans, format!("由{}决定", said(Locale::ZhHans))),
                (Locale::ZhHant, format!("由{}決定", said(Locale::ZhHant))),
            ];
            for (locale, expected) in expected {
                assert_eq!(text.in_locale(locale), expected);
            }
        }
    }
}
