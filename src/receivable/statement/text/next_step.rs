//! The next step of the dunning ladder, or the reason for which there is none.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::receivable::dunning::{DunnedAccount, Dunning, Rung, Step};
use crate::receivable::statement::text::credit::listed;
use crate::receivable::statement::text::figure::{FULL_STOP, whole};
use crate::receivable::statement::text::part::{StatedPart, StatementTopic};
use crate::verdict::{Assessment, Fact, Finding, Outcome, Reading, Render, Subject};
use crate::vocab::words::{Locale, Text};

/// Returns the next step with its day, and what stands against taking it now.
pub(super) fn next_step(dunning: &Assessment<Dunning>, locale: Locale) -> StatedPart {
    let mut part = StatedPart::new(StatementTopic::NextStep, locale);
    let words = |text: Text| String::from(text.in_locale(locale));
    let Some(ladder) = dunning.value() else {
        part.sentences.push(words(UNKNOWN));
        return part;
    };
    part.sentences.extend(excluded(dunning, locale));
    if ladder.accounts.is_empty() {
        part.sentences.push(words(NOTHING));
    }
    for account in &ladder.accounts {
        part.sentences.push(step(account, locale));
        part.sentences.push(overdue(account, locale));
        if account.due.is_none() {
            part.sentences.extend(against(dunning, locale));
        }
        if let Some(taken) = account.taken {
            let [before, after] = TAKEN.map(words);
            let taken = named(taken, account.taken_rung, locale);
            part.sentences
                .push(alloc::format!("{before}{taken}{after}"));
        }
    }
    part
}

/// Returns the step that is due now, comes next, or does not come.
fn step(account: &DunnedAccount, locale: Locale) -> String {
    let words = |text: Text| text.in_locale(locale);
    let stop = words(FULL_STOP);
    match (account.due, account.next) {
        (Some(due), Some(next)) => {
            let [before, since, after] = DUE_NOW.map(words);
            let due = named(due, account.due_rung, locale);
            alloc::format!("{before}{due}{since}{}{after}", next.on)
        }
        (Some(due), None) => {
            let [before, ..] = DUE_NOW.map(words);
            let due = named(due, account.due_rung, locale);
            alloc::format!("{before}{due}{stop}")
        }
        (None, Some(next)) => {
            let [before, on, after] = NEXT.map(words);
            let step = named(next.step, Some(next.rung), locale);
            alloc::format!("{before}{step}{on}{}{after}", next.on)
        }
        (None, None) => words(NO_STEP).into(),
    }
}

/// Returns the name of a step, with its number if the ladder has more of its kind.
fn named(step: Step, rung: Option<Rung>, locale: Locale) -> String {
    match rung {
        Some(rung) => rung.named(step).display(locale).to_string(),
        None => step.text().in_locale(locale).into(),
    }
}

/// Returns the overdue amount, its age and its documents, or the amount that is due today.
fn overdue(account: &DunnedAccount, locale: Locale) -> String {
    let [before, since, days, documents, after] = OVERDUE.map(|text| text.in_locale(locale));
    let (amount, start) = (whole(account.overdue), account.start);
    let age = account.days.display(locale);
    let listed = listed(&account.documents, locale);
    if account.days.count() == 0 {
        let today = DUE_TODAY.in_locale(locale);
        return alloc::format!("{today}{amount}{documents}{listed}{after}");
    }
    alloc::format!("{before}{amount}{since}{start}{days}{age}{documents}{listed}{after}")
}

/// Returns what keeps the next step from being taken now.
fn against(dunning: &Assessment<Dunning>, locale: Locale) -> Option<String> {
    let shut = dunning.findings().iter().filter(|finding| is_shut(finding));
    let reasons: Vec<String> = shut
        .map(|finding| finding.evidence.display(locale).to_string())
        .collect();
    if reasons.is_empty() {
        return None;
    }
    let [before, between, after] = NOT_NOW.map(|text| text.in_locale(locale));
    Some(alloc::format!("{before}{}{after}", reasons.join(between)))
}

/// Returns whether a finding says that a gate before the step is shut.
fn is_shut(finding: &Finding) -> bool {
    let is_gate = matches!(
        finding.evidence.fact,
        Fact::Currency
            | Fact::DaysOverdue
            | Fact::DunningAttempts
            | Fact::DunningInterval
            | Fact::OverdueAmount
            | Fact::PromiseToPay
    );
    let says_nothing = finding.evidence.reading == Reading::Nothing;
    is_gate && finding.outcome == Outcome::Inapplicable && !says_nothing
}

/// Returns the sentence on an exclusion from the ladder.
fn excluded(dunning: &Assessment<Dunning>, locale: Locale) -> Option<String> {
    let mut findings = dunning.findings().iter();
    let excluded = findings
        .find(|finding| finding.is_breach() && finding.evidence.fact == Fact::DunningExclusion)?;
    let [before, by, after] = EXCLUDED.map(|text| text.in_locale(locale));
    let by = match &excluded.evidence.subject {
        Subject::Person { id, .. } => alloc::format!("{by}{id}"),
        _ => String::new(),
    };
    Some(alloc::format!("{before}{by}{after}"))
}

const DUE_NOW: [Text; 3] = [
    Text::new("To be taken now: ", "现应采取：", "現應採取："),
    Text::new(", possible since ", "，自 ", "，自 "),
    Text::new(".", " 起可采取。", " 起可採取。"),
];
const DUE_TODAY: Text = Text::new("Due today: ", "今日到期：", "今日到期：");
const EXCLUDED: [Text; 3] = [
    Text::new(
        "The customer is excluded from the ladder",
        "该客户已免于催收",
        "該客戶已免於催收",
    ),
    Text::new(" by ", "，决定人：", "，決定人："),
    Text::new(".", "。", "。"),
];
const NEXT: [Text; 3] = [
    Text::new("Next: ", "下一步：", "下一步："),
    Text::new(" on ", "，", "，"),
    Text::new(" at the earliest.", " 起。", " 起。"),
];
const NOTHING: Text = Text::new(
    "Nothing is overdue but what is disputed or covered by credit, so there is no step.",
    "除有争议或贷方余额足以抵付者外，没有逾期款项，无须催收。",
    "除有爭議或貸方餘額足以抵付者外，沒有逾期款項，無須催收。",
);
const NOT_NOW: [Text; 3] = [
    Text::new("Not now: ", "暂不采取，原因：", "暫不採取，原因："),
    Text::new("; ", "；", "；"),
    Text::new(".", "。", "。"),
];
const NO_STEP: Text = Text::new(
    "The ladder has no further step.",
    "催收步骤已全部采取。",
    "催收步驟已全部採取。",
);
const OVERDUE: [Text; 5] = [
    Text::new("Overdue: ", "逾期：", "逾期："),
    Text::new(" since ", "，自 ", "，自 "),
    Text::new(", for ", " 起，已 ", " 起，已 "),
    Text::new(" (", "（", "（"),
    Text::new(").", "）。", "）。"),
];
const TAKEN: [Text; 2] = [
    Text::new("Taken so far: ", "已采取：", "已採取："),
    Text::new(".", "。", "。"),
];
const UNKNOWN: Text = Text::new(
    "Facts that the ladder needs are not known.",
    "催收所需事实尚未查明。",
    "催收所需事實尚未查明。",
);
