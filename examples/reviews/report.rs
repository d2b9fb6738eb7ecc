//! Everything that is printed at the end, in words.

use std::fmt::Display;

use keqing::rulebook;
use keqing::verdict::{Render, RuleId};
use keqing::vocab::time::Days;
use keqing::vocab::words::{Locale, Text};

use crate::house::House;
use crate::line::{Claim, Line};
use crate::run::Run;
use crate::totals::Totals;
use crate::words;

/// The totals, the first lines of the ranking, and the words for them.
#[derive(Debug)]
pub(crate) struct Report {
    pub(crate) locale: Locale,
    /// The version of the policy.
    pub(crate) policy: String,
    pub(crate) totals: Totals,
    /// The first relationships, the worst first.
    pub(crate) lines: Vec<Line>,
    /// The number of rules that are shown where there is little room.
    pub(crate) top: usize,
    /// The number of files that a folder has besides its dossiers.
    pub(crate) passed_over: usize,
}

impl Report {
    /// Makes the report of a run that is done.
    pub(crate) fn of(run: Run, house: &House, top: usize, passed_over: usize) -> Self {
        Self {
            locale: house.locale,
            policy: house.policy.version().to_owned(),
            lines: run.ranking.into_lines(),
            totals: run.totals,
            top,
            passed_over,
        }
    }

    pub(crate) fn say(&self, text: Text) -> &'static str {
        text.in_locale(self.locale)
    }

    /// Returns the first line: the number of relationships, the days, the policy.
    pub(crate) fn title(&self) -> String {
        let reviewed = self.totals.reviewed;
        let things = match reviewed {
            1 => words::RELATIONSHIPS_ONE,
            _ => words::RELATIONSHIPS,
        };
        let [as_of, to] = words::FROM_TO.map(|text| self.say(text));
        let days = match self.totals.days {
            Some((first, last)) if first == last => format!("{as_of}{first}"),
            Some((first, last)) => format!("{as_of}{first}{to}{last}"),
            None => String::new(),
        };
        let (things, under) = (self.say(things), self.say(words::POLICY));
        format!("{reviewed} {things}{days}{under}{}", self.policy)
    }

    /// Returns the numbers of what was not reviewed; nothing if there is none.
    pub(crate) fn not_reviewed(&self) -> Option<String> {
        let left_out = match self.totals.left_out {
            1 => words::LEFT_OUT_ONE,
            _ => words::LEFT_OUT,
        };
        let passed_over = match self.passed_over {
            1 => words::PASSED_OVER_ONE,
            _ => words::PASSED_OVER,
        };
        let passed = u64::try_from(self.passed_over).unwrap_or(u64::MAX);
        let counts = [(self.totals.left_out, left_out), (passed, passed_over)];
        let told = self.counted(&counts);
        (!told.is_empty()).then_some(told)
    }

    /// Writes counted things one after another, without those of which there are none.
    pub(crate) fn counted<N: Copy + Default + Display + PartialEq>(
        &self,
        counts: &[(N, Text)],
    ) -> String {
        let some = counts.iter().filter(|(count, _)| *count != N::default());
        let each: Vec<String> = some
            .map(|(count, text)| format!("{count} {}", self.say(*text)))
            .collect();
        each.join(self.say(words::COMMA))
    }

    /// Returns the counts of a line, as the first page of a review has them, and the delay of its account.
    pub(crate) fn counts(&self, line: &Line) -> String {
        let claims = line.claims.each();
        let counts = claims.map(|(claim, matters)| (matters, words::counted(claim, matters)));
        let counts = counts.chain([(line.met, words::MET_AFTER)]);
        let counts = self.counted(&counts.collect::<Vec<_>>());
        match self.late(line) {
            Some(late) => format!("{counts}{}{late}", self.say(words::SEMICOLON)),
            None => counts,
        }
    }

    /// Returns the delay of the oldest unpaid invoice, if there is one.
    pub(crate) fn late(&self, line: &Line) -> Option<String> {
        let [before, after] = words::LATE.map(|text| self.say(text));
        let late = line.late.display(self.locale);
        (line.late > Days::new(0)).then(|| format!("{before}{late}{after}"))
    }

    /// Returns the id and the title of a rule.
    pub(crate) fn rule(&self, rule: RuleId) -> String {
        match rulebook::card(rule) {
            Some(card) => format!("{rule} {}", self.say(card.title())),
            None => rule.to_string(),
        }
    }

    /// Lists the relationships by their gravest matter, and those that have none.
    pub(crate) fn by_gravest(&self) -> Vec<(Option<Claim>, u64)> {
        let claims = Claim::ALL.map(Some).into_iter().chain([None]);
        let of = |claim| self.totals.gravest.get(&claim).copied();
        claims
            .map(|claim| (claim, of(claim).unwrap_or_default()))
            .collect()
    }

    /// Lists the relationships that are not among the lines, by their gravest matter.
    pub(crate) fn not_shown(&self) -> Vec<(Option<Claim>, u64)> {
        let mut rest = self.by_gravest();
        for line in &self.lines {
            let gravest = line.gravest.as_ref().map(|gravest| gravest.claim);
            for (_, count) in rest.iter_mut().filter(|(claim, _)| *claim == gravest) {
                *count = count.saturating_sub(1);
            }
        }
        rest
    }

    /// Returns the number of relationships that are not among the lines; nothing if all are.
    pub(crate) fn rest(&self) -> Option<String> {
        let rest = self.not_shown().into_iter().filter(|(_, count)| *count > 0);
        let [before, after] = words::AND.map(|text| self.say(text));
        let (mut all, mut each) = (0_u64, Vec::new());
        for (claim, count) in rest {
            all = all.saturating_add(count);
            let (name, colon) = (self.say(gravest(claim)), self.say(words::COLON));
            each.push(format!("{name}{colon}{count}"));
        }
        let each = each.join(self.say(words::COMMA));
        (all > 0).then(|| format!("{before}{all}{after}{each}"))
    }
}

/// Returns the name of the gravest claim of a relationship, or of having none.
pub(crate) fn gravest(claim: Option<Claim>) -> Text {
    claim.map_or(words::NOTHING, words::group)
}
